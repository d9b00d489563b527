import { type ComponentType, useEffect } from 'react'
import type { AccountView } from '#http/contracts/accounts.ts'
import { type Route, type YearPage, askedField } from '../route.ts'
import { fetchAhead, lazyPage } from './lazy-page.ts'
import { YearFrame } from './year-frame.tsx'

/** What every page of a year is given: what of it the address names, and how it is filtered. */
export type YearPageProps = { readonly item?: string; readonly query: Readonly<Record<string, string>> }

const pages: Readonly<Record<YearPage, ComponentType<YearPageProps>>> = {
  desk: lazyPage(async () => (await import('../pages/year/desk.tsx')).Desk),
  projects: lazyPage(async () => (await import('../pages/year/projects.tsx')).Projects),
  records: lazyPage(async () => (await import('../pages/year/records.tsx')).Records),
  indicators: lazyPage(async () => (await import('../pages/year/indicators.tsx')).Indicators),
  monitoring: lazyPage(async () => (await import('../pages/year/monitoring.tsx')).Monitoring),
  evaluation: lazyPage(async () => (await import('../pages/year/evaluation.tsx')).EvaluationPage),
  reports: lazyPage(async () => (await import('../pages/year/reports.tsx')).Reports),
  findings: lazyPage(async () => (await import('../pages/year/findings.tsx')).Findings),
  submission: lazyPage(async () => (await import('../pages/year/submission.tsx')).SubmissionPage),
  unit: lazyPage(async () => (await import('../pages/year/unit.tsx')).Unit),
  budget: lazyPage(async () => (await import('../pages/year/budget.tsx')).Budget),
}

/** The page of a year the address names, inside its frame. */
export function YearPages({ route, account }: { route: Extract<Route, { page: 'year' }>; account: AccountView }) {
  const Page = pages[route.part]
  const { [askedField]: _, ...query } = route.query
  useEffect(() => void fetchAhead(), [])
  return (
    <YearFrame route={route} account={account}>
      <Page key={route.part} query={query} {...(route.item ? { item: route.item } : {})} />
    </YearFrame>
  )
}
