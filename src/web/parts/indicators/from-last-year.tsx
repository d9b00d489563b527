import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Drawer } from 'antd'
import { useState } from 'react'
import type { CopyPreview } from '#http/contracts/begin-year.ts'
import { Refusal, ask } from '../../ask.ts'
import { entrySaid } from '../../lists/entry-said.ts'
import { fieldName } from '#domain/log/field-names.ts'
import { valueSaid } from '#domain/log/value-said.ts'
import { useLedgers, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { ListTable } from '../list-table.tsx'

const words = all.lastYear

/** What last year's ledger holds and this year's does not, seen before it is copied; what both hold stays as it is here. */
export function FromLastYear() {
  const { ledger, standing } = useYear()
  const ledgers = useLedgers(true)
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState('')
  const address = `/api/ledgers/${ledger}/from-last-year`
  const { data, error } = useQuery({
    queryKey: ['ledger', ledger, 'from-last-year'],
    queryFn: () => ask<CopyPreview>(address),
    enabled: isOpen,
    retry: false,
  })
  const missing = (data?.lists ?? []).reduce((sum, { counts }) => sum + counts.add, 0)
  const copy = async () => {
    try {
      await ask(address, { method: 'POST', json: {} })
      void message.success(words.done)
      setOpen(false)
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (refusal) {
      setProblem((refusal as Refusal).message)
    }
  }
  const last = standing.year - 1
  const isThere = ledgers?.some(
    ({ division, department, year }) =>
      division === standing.division && department === standing.department && year === last,
  )
  if (!ledgers) return null
  if (!isThere) return <span className="calm">{words.noLast(last)}</span>
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      <Drawer
        open={isOpen}
        onClose={() => setOpen(false)}
        title={data ? words.title(data.from, data.year) : words.open}
        size="large"
      >
        {(problem || error) && <Alert type="info" showIcon title={problem || error?.message} />}
        {data && (
          <>
            <p className="calm">{words.note}</p>
            <ListTable name={words.open} columns={words.columns} look="money">
              {data.lists.map(({ list, name, counts }) => (
                <tr key={list}>
                  <th scope="row">{name}</th>
                  <td className="amount">{counts.add}</td>
                  <td className="amount">{counts.same}</td>
                  <td className="amount">{counts.differs}</td>
                </tr>
              ))}
            </ListTable>
            <Differing preview={data} />
            {missing === 0 ? (
              <p>{words.nothing}</p>
            ) : (
              <Button type="primary" onClick={() => void copy()}>
                {words.apply(missing)}
              </Button>
            )}
          </>
        )}
      </Drawer>
    </>
  )
}

function Differing({ preview: { lists } }: { preview: CopyPreview }) {
  const lines = lists.flatMap(({ list, entries }) =>
    entries.flatMap((each) =>
      each.outcome === 'differs'
        ? each.fields.map(({ field, was, is }) => ({
            key: each.key,
            said: entrySaid(list, each.entry),
            name: fieldName(list, field),
            was: valueSaid(was, list, field, { entry: each.entry }),
            is: valueSaid(is, list, field, { entry: each.entry }),
          }))
        : [],
    ),
  )
  if (lines.length === 0) return null
  return (
    <>
      <h3>{words.differs}</h3>
      <ListTable name={words.differs} columns={all.compare.columns} look="plain stacked">
        {lines.map(({ key, said, name, was, is }) => (
          <tr key={key + name}>
            <th scope="row">{said}</th>
            <td>{name}</td>
            <td className="sources">{was}</td>
            <td className="sources">{is}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
