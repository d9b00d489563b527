import { App, Button } from 'antd'
import { useState } from 'react'
import { goTo, yearAddress } from '../../route.ts'
import { dropPending } from '../../saving/kept-changes.ts'
import { noteAddition } from '../../saving/pending.ts'
import { remove } from '../../saving/undo.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/monitoring.ts'
import { DayField } from '../fields/day-field.tsx'

/** Central departments look at January to July in August (财预〔2019〕136号); a place may look at other days. */
const usualDay = '07-31'

/** The rounds of the year, each with its address, and a new one for a day. */
export function RoundChoice({
  days,
  round,
  item,
}: {
  days: readonly string[]
  round?: EntryLine | undefined
  item?: string
}) {
  const { ledger, canEdit } = useYear()
  const current = round && String(round.entry['until'])
  const addressOf = (day: string) =>
    yearAddress(ledger, 'monitoring', { ...(item ? { item } : {}), query: { round: day } })
  return (
    <>
      {days.length > 0 && (
        <nav className="parts" aria-label={words.rounds}>
          {days.map((day) => (
            <a key={day} href={addressOf(day)} aria-current={day === current ? 'page' : undefined}>
              {words.until(day)}
            </a>
          ))}
        </nav>
      )}
      {canEdit && <NewRound days={days} addressOf={addressOf} round={round} />}
    </>
  )
}

function NewRound({
  days,
  addressOf,
  round,
}: {
  days: readonly string[]
  addressOf: (day: string) => string
  round: EntryLine | undefined
}) {
  const { ledger, standing } = useYear()
  const { message } = App.useApp()
  const [day, setDay] = useState(`${standing.year}-${usualDay}`)
  const isDay = day.startsWith(`${standing.year}-`)
  const add = () => {
    if (!days.includes(day)) noteAddition({ ledger, list: 'monitoring', set: { until: day, values: [] } }, true)
    goTo(addressOf(day))
  }
  const takeAway = (old: EntryLine) => {
    if (old.isNew) dropPending(old.id)
    else remove({ ledger, list: 'monitoring', key: old.key, place: old.place }, old.entry)
    void message.info(words.removed(String(old.entry['until'])))
  }
  return (
    <p className="round-tools">
      <label>
        {words.addDay}{' '}
        <DayField
          name={words.addDay}
          day={day}
          from={`${standing.year}-01-01`}
          to={`${standing.year}-12-31`}
          onDay={setDay}
        />
      </label>
      <Button type={days.length === 0 ? 'primary' : 'default'} disabled={!isDay} onClick={add}>
        {words.add}
      </Button>
      {round && <Button onClick={() => takeAway(round)}>{words.remove}</Button>}
    </p>
  )
}
