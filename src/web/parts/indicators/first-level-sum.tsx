import { compared, minus } from '#domain/decimal-text.ts'
import { words } from '../../words/indicators.ts'

/** What weights add up to beside what they should. */
export function FirstLevelSum({ sum, planned }: { sum: string; planned: string | undefined }) {
  if (planned === undefined) return <span className="sum">{sum}</span>
  const side = compared(sum, planned)
  const said = side === 0 ? words.even : side > 0 ? words.over(minus(sum, planned)) : words.under(minus(planned, sum))
  return (
    <span className="sum">
      {words.sum(sum, planned)} <span className={side === 0 ? 'calm' : 'uneven'}>{said}</span>
    </span>
  )
}
