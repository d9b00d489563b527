import { useMemo } from 'react'
import { asPercent } from '#domain/amount-text.ts'
import { compared, shareOf, sumOf } from '#domain/decimal-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { accountsOption, nameOf } from '../../charts/accounts-chart.ts'
import { Chart } from '../../charts/lazy-chart.tsx'
import { goTo } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/budget.ts'
import { paymentsOf } from './payments-of.ts'

/** What the money was spent on, by function; a tile leads to its payments. Nothing before the first payment. */
export function AccountsPicture({ execution: { accounts } }: { execution: ExecutionView }) {
  const { ledger } = useYear()
  // Where more came back than was spent there is nothing to draw; the table below has it.
  const spent = useMemo(
    () =>
      accounts
        .filter((each) => compared(each.spent, '0') > 0)
        .toSorted((one, other) => compared(other.spent, one.spent)),
    [accounts],
  )
  const option = useMemo(() => accountsOption(spent), [spent])
  const [largest] = spent
  if (!largest) return null
  const share = asPercent(shareOf(largest.spent, sumOf(spent.map((each) => each.spent))) ?? '0')
  const leads = paymentsOf(ledger, { account: largest.account })
  return (
    <Chart
      option={option}
      said={words.accountsSaid(spent.length, nameOf(largest), share)}
      ways={[
        [nameOf(largest), leads],
        [share, leads],
      ]}
      onPick={(_, name) => {
        const picked = spent.find((each) => nameOf(each) === name)
        if (picked) goTo(paymentsOf(ledger, { account: picked.account }))
      }}
    />
  )
}
