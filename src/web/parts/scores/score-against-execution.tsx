import { useMemo } from 'react'
import { compared } from '#domain/decimal-text.ts'
import { type ReviewBounds, type ScoreAndExecution, isHighForLittle } from '#domain/year/score-and-execution.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { scoreOption } from '../../charts/score-chart.ts'
import { goTo } from '../../route.ts'
import { words } from '../../words/scores.ts'
import { ListTable } from '../list-table.tsx'

/** Something that was scored; `address` leads to its form. */
export type ScoredThing = ScoreAndExecution & { readonly name: string; readonly address: string }

/** 得分 against 执行率: what scored high and spent little stands out, by name, in the picture and first in the table. */
export function ScoreAgainstExecution({ things, bounds }: { things: readonly ScoredThing[]; bounds: ReviewBounds }) {
  const outstanding = things.filter((each) => isHighForLittle(each, bounds))
  const option = useMemo(
    () =>
      scoreOption(
        things.flatMap(({ name, score, rate }) =>
          score === undefined || rate === undefined
            ? []
            : [{ name, score: Number(score), rate: Number(rate), standsOut: isHighForLittle({ score, rate }, bounds) }],
        ),
        bounds,
      ),
    [things, bounds],
  )
  const known = things.filter(({ score, rate }) => score !== undefined && rate !== undefined).length
  const lead = (name: string) => {
    const picked = things.find((each) => each.name === name)
    if (picked) goTo(picked.address)
  }
  const rows = things.toSorted((one, other) => compared(gapOf(other), gapOf(one)))
  return (
    <>
      <h2>{words.title}</h2>
      {known === 0 && <p className="calm">{words.nothing}</p>}
      {known > 0 && (
        <Chart
          option={option}
          said={words.said(
            outstanding.map(({ name }) => name),
            known,
            things.length,
            bounds,
          )}
          height={300}
          onPick={(_, name) => lead(name)}
        />
      )}
      <details className="numbers" open={outstanding.length > 0}>
        <summary>{words.table}</summary>
        <ListTable name={words.title} columns={words.columns} look="money score-rows cards">
          {rows.map((each) => (
            <tr key={each.address}>
              <th scope="row">
                <a href={each.address}>{each.name}</a>
              </th>
              <td className="amount">
                {each.score === undefined ? words.unsaid : <a href={each.address}>{each.score}</a>}
              </td>
              <td className="amount">
                {each.rate !== undefined && (
                  <a className="quiet" href={each.address}>
                    {each.rate}%
                  </a>
                )}
              </td>
              <td className="remarks">{isHighForLittle(each, bounds) ? words.look : ''}</td>
            </tr>
          ))}
        </ListTable>
      </details>
    </>
  )
}

/** How far the score is ahead of the spending; what can't be said comes last. */
function gapOf({ score, rate }: ScoreAndExecution): string {
  return score === undefined || rate === undefined ? '-1000' : String(Number(score) - Number(rate))
}
