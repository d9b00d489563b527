import { type ComponentType, lazy } from 'react'
import type { AccountView } from '#http/contracts/accounts.ts'
import { type Route, type YearPage, askedField } from '../route.ts'
import { YearFrame } from './year-frame.tsx'

/** What every page of a year is given: what of it the address names, and how it is filtered. */
export type YearPageProps = { readonly item?: string; readonly query: Readonly<Record<string, string>> }

const pages: Readonly<Record<YearPage, ComponentType<YearPageProps>>> = {
  desk: lazy(async () => ({ default: (await import('../pages/year/desk.tsx')).Desk })),
  projects: lazy(async () => ({ default: (await import('../pages/year/projects.tsx')).Projects })),
  records: lazy(async () => ({ default: (await import('../pages/year/records.tsx')).Records })),
  indicators: lazy(async () => ({ default: (await import('../pages/year/indicators.tsx')).Indicators })),
  monitoring: lazy(async () => ({ default: (await import('../pages/year/monitoring.tsx')).Monitoring })),
  evaluation: lazy(async () => ({ default: (await import('../pages/year/evaluation.tsx')).EvaluationPage })),
  reports: lazy(async () => ({ default: (await import('../pages/year/reports.tsx')).Reports })),
  findings: lazy(async () => ({ default: (await import('../pages/year/findings.tsx')).Findings })),
  submission: lazy(async () => ({ default: (await import('../pages/year/submission.tsx')).SubmissionPage })),
  unit: lazy(async () => ({ default: (await import('../pages/year/unit.tsx')).Unit })),
  budget: lazy(async () => ({ default: (await import('../pages/year/budget.tsx')).Budget })),
}

/** The page of a year the address names, inside its frame. */
export function YearPages({ route, account }: { route: Extract<Route, { page: 'year' }>; account: AccountView }) {
  const Page = pages[route.part]
  const { [askedField]: _, ...query } = route.query
  return (
    <YearFrame route={route} account={account}>
      <Page key={route.part} query={query} {...(route.item ? { item: route.item } : {})} />
    </YearFrame>
  )
}
