import { App, Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { Scope } from '#domain/ledger/goal.ts'
import type { LibraryAnswer } from '#http/contracts/indicators.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { noteAddition } from '../../saving/pending.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { ListTable } from '../list-table.tsx'

const words = all.library

/** Common and sector indicators with their sources; a chosen one begins a line of the table, to be filled in. */
export function IndicatorLibrary({ scope }: { scope: Scope }) {
  const { ledger } = useYear()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const of = scope === 'department' ? 'department' : 'project'
  const { data } = useRead({
    queryKey: ['ledger', ledger, 'indicator-library', of, search],
    queryFn: () => {
      const query = new URLSearchParams({ scope: of, ...(search ? { words: search } : {}) })
      return ask<LibraryAnswer>(`/api/ledgers/${ledger}/indicator-library?${query}`)
    },
    enabled: isOpen,
  })
  const take = async (library: string, id: string) => {
    const query = scope === 'department' ? '' : `?project=${encodeURIComponent(scope.project)}`
    const address = `/api/ledgers/${ledger}/indicator-library/${library}/${id}/draft${query}`
    try {
      const { indicator } = await ask<{ indicator: PlainEntry }>(address)
      noteAddition({ ledger, list: 'indicators', set: { ...indicator, scope } }, false)
      void message.success(words.taken)
    } catch (error) {
      void message.error((error as Error).message)
    }
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.open}</Button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={words.title} size={900}>
        <Input.Search allowClear aria-label={words.search} placeholder={words.search} onSearch={setSearch} />
        {data?.libraries.map(({ id, title, version, sources }) => (
          <p key={id} className="calm">
            {title} {version}：{sources.map(({ document }) => document).join('；')}
          </p>
        ))}
        {data?.indicators.length === 0 && <p className="calm">{words.none}</p>}
        <ListTable name={words.title} columns={words.columns} look="plain stacked">
          {(data?.indicators ?? []).map((each) => (
            <tr key={`${each.library}/${each.id}`}>
              <th scope="row">{each.name}</th>
              <td>
                {each.level1} {each.level2}
              </td>
              <td>
                {each.sign} {each.target} {each.unit}
              </td>
              <td className="sources">{each.explanation}</td>
              <td>{words.usage(each.usage.indicators)}</td>
              <td>
                <Button size="small" onClick={() => void take(each.library, each.id)}>
                  {words.take}
                </Button>
              </td>
            </tr>
          ))}
        </ListTable>
      </Drawer>
    </>
  )
}
