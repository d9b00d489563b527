import { useMemo } from 'react'
import { compared, minus, sumOf } from '#domain/decimal-text.ts'
import { completionOption } from '../../charts/completion-chart.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { NoPicture } from '../../charts/no-picture.tsx'
import { yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/evaluation.ts'
import type { Form } from './rows.ts'

const barHeight = 40

/** Each indicator's points against its weight, the weightier the longer. A bar leads to its row of the form above. */
export function CompletionPicture({ form, onChoose }: { form: Form; onChoose: (id: string) => void }) {
  const option = useMemo(() => completionOption(form), [form])
  const { ledger } = useYear()
  const { indicators } = form
  const losses = indicators
    .flatMap(({ input, points }) =>
      points === undefined ? [] : [{ name: input.name, loss: minus(input.weight, points) }],
    )
    .toSorted((one, other) => compared(other.loss, one.loss))
  const full = indicators.filter(({ outcome }) => outcome === 'full').length
  if (losses.length === 0)
    return (
      <>
        <h2>{words.chart}</h2>
        <NoPicture
          title={words.chart}
          isHeaded
          missing={words.nothingScored(indicators.length)}
          ways={[{ name: words.toRecords, address: yearAddress(ledger, 'records') }]}
        />
      </>
    )
  const choose = (name: string) => {
    const picked = indicators.find(({ input }) => input.name === name)?.input.id
    if (picked === undefined) return
    onChoose(picked)
    document.getElementById(`indicator-${picked}`)?.scrollIntoView({ block: 'center' })
  }
  const lost = sumOf(losses.map(({ loss }) => loss))
  return (
    <>
      <h2>{words.chart}</h2>
      <Chart
        option={option}
        said={words.chartSaid(indicators.length, full, lost, losses[0]?.name ?? '')}
        height={60 + indicators.length * barHeight}
        onPick={(_, name) => choose(name)}
      />
    </>
  )
}
