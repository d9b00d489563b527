import { useCallback, useMemo } from 'react'
import { type FindingFamily, findingFamilies } from '#domain/year/finding-family.ts'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { findingsOption } from '../../charts/findings-chart.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { goTo, useMedia, yearAddress } from '../../route.ts'
import { ledgerName } from '../../shell/year.ts'
import { words } from '../../words/compared-sets.ts'
import { ListTable } from '../list-table.tsx'
import { ReadingSets } from './reading-sets.tsx'
import { type BriefOfSet, useBriefs } from './use-briefs.ts'

const rowHeight = 28
const around = 100

/** Errors and warnings of many sets, by department and by what they are about: the fullest first. */
export function FindingsCompared({ sets }: { sets: readonly LedgerStanding[] }) {
  const { briefs, done } = useBriefs(sets)
  const isNarrow = useMedia('(max-width: 599px)')
  const { rows, columns, option } = useMemo(() => gridOf(briefs, isNarrow), [briefs, isNarrow])
  const sumOf = (severity: 'errors' | 'warnings') => rows.reduce((all, { brief }) => all + brief[severity], 0)
  const lead = useCallback(
    (index: number) => {
      const row = rows[Math.floor(index / columns.length)]
      if (row) goTo(yearAddress(ledgerName(row.set), 'findings'))
    },
    [rows, columns],
  )
  const said = words.said(sets.length, sumOf('errors'), sumOf('warnings'), columns[0] ? words.families[columns[0]] : '')
  return (
    <section>
      <ReadingSets done={done} all={sets.length} />
      <h2>{words.findings}</h2>
      {columns.length === 0 && <p className="calm">{done < sets.length ? '' : said}</p>}
      {columns.length > 0 && (
        <Chart option={option} said={said} height={rows.length * rowHeight + around} onPick={lead} />
      )}
      {columns.length > 0 && (
        <details className="numbers">
          <summary>{words.table}</summary>
          <ListTable
            name={words.findings}
            columns={[words.department, ...columns.map((each) => words.families[each]), words.sum]}
            look="money cards"
          >
            {rows.map(({ set, brief }) => (
              <tr key={ledgerName(set)}>
                <th scope="row">
                  <a href={yearAddress(ledgerName(set), 'findings')}>{set.departmentName}</a>
                </th>
                {columns.map((family) => {
                  const said = saidOf(brief, family)
                  return (
                    <td key={family} className="amount">
                      {said && <a href={yearAddress(ledgerName(set), 'findings')}>{said}</a>}
                    </td>
                  )
                })}
                <td className="amount">
                  <a href={yearAddress(ledgerName(set), 'findings')}>{words.cell(brief.errors, brief.warnings)}</a>
                </td>
              </tr>
            ))}
          </ListTable>
        </details>
      )}
    </section>
  )
}

type Brief = BriefOfSet['brief']

/** Sets that have findings, and the kinds there are, each with the most first. */
function gridOf(briefs: readonly BriefOfSet[], isNarrow: boolean) {
  const rows = briefs
    .filter(({ brief }) => brief.families.length > 0)
    .toSorted((one, other) => countIn(other.brief) - countIn(one.brief))
  const sumOf = (family: FindingFamily) => rows.reduce((all, { brief }) => all + countIn(brief, family), 0)
  const columns = findingFamilies
    .filter((family) => sumOf(family) > 0)
    .toSorted((one, other) => sumOf(other) - sumOf(one))
  const cells = rows.flatMap(({ brief }, row) =>
    columns.map((family, column) => ({
      row,
      column,
      count: countIn(brief, family),
      said: saidOf(brief, family) || '0',
    })),
  )
  const grid = {
    rows: rows.map(({ set }) => set.departmentName),
    columns: columns.map((family) => words.families[family]),
    cells,
  }
  return { rows, columns, option: findingsOption(grid, words.counts, isNarrow) }
}

function countIn({ families }: Brief, wanted?: FindingFamily): number {
  return families.reduce(
    (all, { family, errors, warnings }) => all + (wanted === undefined || family === wanted ? errors + warnings : 0),
    0,
  )
}

function saidOf({ families }: Brief, family: FindingFamily): string {
  const found = families.find((each) => each.family === family)
  return found ? words.cell(found.errors, found.warnings) : ''
}
