import { useEffect } from 'react'
import type { AccountView, SessionAnswer } from '#http/contracts/accounts.ts'
import { isAllowed } from '#domain/accounts/permission.ts'
import { isOfDepartment } from '#domain/accounts/role.ts'
import { OpenDocuments } from '../pages/open-documents.tsx'
import { type Route, goTo, useRoute, yearAddress } from '../route.ts'
import { useSession } from '../session/session.ts'
import { lazyPage } from './lazy-page.ts'
import { Awaited } from './unreached.tsx'
import { ledgerName, useLedgers } from './year.ts'

const ReadAudit = lazyPage(async () => (await import('../pages/read-audit.tsx')).ReadAudit)
const SignIn = lazyPage(async () => (await import('../pages/sign-in.tsx')).SignIn)
const TakeUp = lazyPage(async () => (await import('../pages/take-up-invitation.tsx')).TakeUpInvitation)
const YearPages = lazyPage(async () => (await import('./year-pages.tsx')).YearPages)
const SignedInPages = lazyPage(async () => (await import('./signed-in-pages.tsx')).SignedInPages)

/** The page the address names, for whom is signed in; without that the audit, where it is open, or signing in. */
export function Pages() {
  const route = useRoute()
  const { session, problem } = useSession()
  if (route.page === 'invitation') return <TakeUp key={route.invitation} invitation={route.invitation} />
  if (problem) return <p className="refused">{problem}</p>
  if (!session) return <Awaited />
  if (route.page === 'sign-in') return <SignIn isLocal={session.isLocal} onDone={() => goTo('#/')} />
  if (route.page === 'audit')
    return <ReadAudit key={route.id} id={route.id} {...(route.finding ? { finding: route.finding } : {})} />
  if (route.page === 'audits') return <OpenDocuments session={session} />
  if (session.account) return <SignedIn route={route} account={session.account} session={session} />
  if (route.page === 'home' && session.isLocal) return <OpenDocuments session={session} />
  return <SignIn isLocal={session.isLocal} />
}

function SignedIn({ route, account, session }: { route: Route; account: AccountView; session: SessionAnswer }) {
  if (route.page === 'year' && isAllowed(account.role, 'ledger.read'))
    return <YearPages route={route} account={account} />
  if (route.page === 'home' || route.page === 'year') return <Home account={account} session={session} />
  return <SignedInPages page={route.page} account={account} query={'query' in route ? route.query : {}} />
}

/** Where a person's work is: the year of their department, the departments of their division, or what they look after. */
function Home({ account, session }: { account: AccountView; session: SessionAnswer }) {
  const reads = isAllowed(account.role, 'ledger.read')
  const ledgers = useLedgers(reads)
  const address = reads ? ledgers && homeOf(account, ledgers.map(ledgerName)) : officeOf(account)
  useEffect(() => {
    if (address) goTo(address, { instead: true })
  }, [address])
  return reads && !address && ledgers?.length === 0 ? <OpenDocuments session={session} /> : <Awaited />
}

function homeOf({ department, role }: AccountView, ledgers: readonly string[]): string | undefined {
  // An evaluator sees none before one was given to them and its department has approved it.
  if (role === 'evaluator') return '#/ledgers'
  // A department's first ledger is begun there.
  if (isOfDepartment(role) && ledgers.length === 0) return '#/ledgers'
  const [last] = ledgers.toSorted((one, other) => Number(other.slice(-4)) - Number(one.slice(-4)))
  if (!last) return undefined
  return department === undefined ? '#/ledgers' : yearAddress(last, 'desk')
}

function officeOf({ role }: AccountView): string {
  if (isAllowed(role, 'account.list')) return '#/accounts'
  if (isAllowed(role, 'log.read')) return '#/log'
  return isAllowed(role, 'publication.read') ? '#/published' : '#/own'
}
