import { inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView } from '#http/contracts/year.ts'
import { words } from '../words/budget.ts'
import type { ChartOption } from './chart.tsx'

const inTiles = { color: '#ffffff', textBorderWidth: 0 } as const

export type Account = ExecutionView['accounts'][number]

/** Spending by function: a tile for each account, within its 类, as large as what was spent. */
export function accountsOption(spent: readonly Account[]): ChartOption {
  const groups = Map.groupBy(spent, ({ group }) => group ?? words.otherAccounts)
  return {
    tooltip: { formatter: (point: unknown) => tileText(point) },
    series: [
      {
        type: 'treemap',
        // A tile that is still coming into sight has no name on paper.
        animation: false,
        top: 8,
        bottom: 8,
        left: 8,
        right: 8,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        label: {
          ...inTiles,
          padding: [2, 12],
          lineHeight: 17,
          overflow: 'truncate',
          ellipsis: '',
          formatter: ({ name }) => inLines(name),
        },
        itemStyle: { gapWidth: 2, borderWidth: 0, decal: { symbol: 'none' } },
        levels: [
          { upperLabel: { show: false }, itemStyle: { borderColor: 'transparent', gapWidth: 4 } },
          {
            upperLabel: { ...inTiles, show: true, height: 22, padding: [0, 8], overflow: 'truncate', ellipsis: '' },
            itemStyle: { borderColor: '#4b5563', borderWidth: 2, gapWidth: 2 },
          },
        ],
        color: ['#1b4f9c', '#8a5a0b', '#0f6b5c', '#7a3b69', '#4b5563'],
        data: [...groups].map(([name, own]) => ({ name, children: own.map(tileOf) })),
      },
    ],
  }
}

function tileOf(account: Account) {
  return { name: nameOf(account), value: Number(account.spent) / 10_000, said: inWanYuan(account.spent) }
}

/** How a tile is called; names one account. */
export function nameOf({ account, name }: Account): string {
  return `${account} ${name}`
}

/** The code over the name: a tile is seldom as wide as both. */
function inLines(name: string): string {
  return name.replace(' ', '\n')
}

function tileText(point: unknown): string {
  const { name, value, data } = point as { name: string; value: number; data: { said?: string } }
  return `${name}：${data.said ?? value.toFixed(2)} ${words.wanYuan}`
}
