import { type ComponentType, Suspense, useEffect } from 'react'
import { isAllowed } from '#domain/accounts/permission.ts'
import type { AccountView } from '#http/contracts/accounts.ts'
import { words } from '../words/work.ts'
import { zh } from '../zh.ts'
import { lazyPage } from './lazy-page.ts'
import { Opening } from './opening.tsx'
import { PageFault } from './page-fault.tsx'
import { Unreached } from './unreached.tsx'
import { Person, SignInAgain } from './year-frame.tsx'

export type OfficeProps = { readonly account: AccountView; readonly query: Readonly<Record<string, string>> }

const pages: Readonly<Record<string, ComponentType<OfficeProps>>> = {
  ledgers: lazyPage(async () => (await import('../pages/office/ledgers.tsx')).Ledgers),
  assignments: lazyPage(async () => (await import('../pages/office/assignments.tsx')).Assignments),
  published: lazyPage(async () => (await import('../pages/office/published.tsx')).Published),
  own: lazyPage(async () => (await import('../pages/office/own-account.tsx')).OwnAccount),
  accounts: lazyPage(async () => (await import('../pages/office/accounts.tsx')).Accounts),
  sessions: lazyPage(async () => (await import('../pages/office/sessions.tsx')).Sessions),
  log: lazyPage(async () => (await import('../pages/office/log.tsx')).Log),
}

/** Pages that belong to no ledger, with the ways open to this person's role. */
export function SignedInPages({ page, account, query }: OfficeProps & { page: string }) {
  const Page = pages[page] ?? pages['own']
  const title = words.office[page as keyof typeof words.office] ?? words.own
  const isOpen = !(page in pages) || waysOf(account).some((way) => way === page)
  useEffect(() => {
    document.title = `${title} - ${zh.product}`
  }, [title])
  return (
    <>
      <header className="top">
        <a href="#/" className="brand">
          {zh.product}
        </a>
        <nav className="ways" aria-label={words.ways}>
          {waysOf(account).map((way) => (
            <a key={way} href={`#/${way}`} aria-current={way === page ? 'page' : undefined}>
              {words.office[way]}
            </a>
          ))}
        </nav>
        <Person account={account} />
      </header>
      <main className="office" id="content">
        <h1>{title}</h1>
        <Unreached />
        {isOpen ? (
          <PageFault key={page}>
            <Suspense fallback={<Opening />}>{Page && <Page account={account} query={query} />}</Suspense>
          </PageFault>
        ) : (
          <p>
            {words.notYourPage} <a href="#/">{words.toOwnWork}</a>
          </p>
        )}
      </main>
      <SignInAgain account={account} />
    </>
  )
}

function waysOf({ role }: AccountView): readonly (keyof typeof words.office)[] {
  return [
    ...(isAllowed(role, 'ledger.read') ? (['ledgers'] as const) : []),
    ...(isAllowed(role, 'evaluation.assign') ? (['assignments'] as const) : []),
    ...(isAllowed(role, 'ledger.read') ? (['audits'] as const) : []),
    ...(isAllowed(role, 'publication.read') ? (['published'] as const) : []),
    ...(isAllowed(role, 'account.list') ? (['accounts'] as const) : []),
    ...(isAllowed(role, 'session.revoke') ? (['sessions'] as const) : []),
    ...(isAllowed(role, 'log.read') ? (['log'] as const) : []),
    'own',
  ]
}
