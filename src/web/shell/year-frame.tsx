import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import type { AccountView } from '#http/contracts/accounts.ts'
import { roleNames } from '#domain/accounts/role.ts'
import { type Route, type YearPage, askedField, yearAddress, yearPages } from '../route.ts'
import { SaveState } from '../saving/save-state.tsx'
import { signOut, useSessionLost } from '../session/session.ts'
import { SignInForm } from '../session/sign-in-form.tsx'
import { words } from '../words/work.ts'
import { zh } from '../zh.ts'
import { useAskedField } from './asked-field.ts'
import { Opening } from './opening.tsx'
import { PageFault } from './page-fault.tsx'
import { Awaited, Unreached } from './unreached.tsx'
import { YearContext, ledgerName, mayEdit, useLedgers } from './year.ts'

/** The frame around every page of a ledger's year: whose it is, how saving goes, the tasks, and signing in again. */
export function YearFrame({
  route,
  account,
  children,
}: {
  route: Extract<Route, { page: 'year' }>
  account: AccountView
  children: ReactNode
}) {
  const ledgers = useLedgers(true)
  const standing = ledgers?.find((each) => ledgerName(each) === route.ledger)
  const title = standing && words.ledgerOf(standing.departmentName, standing.year)
  useEffect(() => {
    document.title = title ? `${words.pages[route.part]} - ${title}` : zh.product
  }, [title, route.part])
  if (!ledgers) return <Awaited />
  if (!standing) return <Missing account={account} isAny={ledgers.length > 0 || account.role === 'evaluator'} />
  const year = {
    ledger: route.ledger,
    standing,
    account,
    canEdit: mayEdit(account, standing),
    asked: route.query[askedField] ?? '',
  }
  return (
    <YearContext value={year}>
      <a className="skip" href="#content" onClick={skipToContent}>
        {words.toContent}
      </a>
      <header className="top">
        <a href="#/" className="brand">
          {zh.product}
        </a>
        <a href="#/ledgers" className="whose">
          {title}
        </a>
        <span className={`state ${standing.state}`}>{words.states[standing.state]}</span>
        {account.role === 'clerk' && <SaveState canEdit={year.canEdit} />}
        <Person account={account} />
      </header>
      <div className="work">
        <Tasks ledger={route.ledger} part={route.part} />
        <main id="content" tabIndex={-1}>
          <Unreached />
          <PageFault key={route.part}>
            <Suspense fallback={<Opening />}>{children}</Suspense>
          </PageFault>
          <Asked />
        </main>
      </div>
      <SignInAgain account={account} />
    </YearContext>
  )
}

/** Inside the frame, which tells it of the address. */
function Asked() {
  useAskedField()
  return null
}

/** A ledger that is not there, or not for this person; `isAny`: others may be. */
function Missing({ account, isAny }: { account: AccountView; isAny: boolean }) {
  return (
    <>
      <header className="top">
        <a href="#/" className="brand">
          {zh.product}
        </a>
        <Person account={account} />
      </header>
      <main className="office" id="content">
        <h1>{words.ledgers}</h1>
        <p>{isAny ? words.notYours : words.noLedger}</p>
        <a href={isAny ? '#/' : '#/ledgers'}>{isAny ? words.toOwnWork : words.ledgers}</a>
      </main>
    </>
  )
}

function Tasks({ ledger, part }: { ledger: string; part: YearPage }) {
  const nav = useRef<HTMLElement>(null)
  // On a phone the pages stand in one line wider than the screen.
  useEffect(() => {
    const line = nav.current
    const here = line?.querySelector<HTMLElement>('[aria-current]')
    if (line && here) line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2
  }, [part])
  return (
    <nav className="tasks" aria-label={words.nav} ref={nav}>
      {yearPages.map((page) => (
        <a key={page} href={yearAddress(ledger, page)} aria-current={page === part ? 'page' : undefined}>
          {words.pages[page]}
        </a>
      ))}
    </nav>
  )
}

/** Who is signed in, their account, and out. */
export function Person({ account }: { account: AccountView }) {
  const queries = useQueryClient()
  return (
    <span className="person">
      <a href="#/own">
        {account.name}
        <span className="calm">（{roleNames[account.role]}）</span>
      </a>
      <Button size="small" onClick={() => void signOut(queries)}>
        {words.signOut}
      </Button>
    </span>
  )
}

/** The session ended while somebody was at work: they sign in over the page, which stays as it is. */
export function SignInAgain({ account }: { account: AccountView }) {
  const lost = useSessionLost()
  return (
    <Modal
      open={lost}
      title={words.signIn.again}
      footer={null}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <p>{words.signIn.againNote}</p>
      <SignInForm known={account} onDone={() => {}} />
    </Modal>
  )
}

/** The address keeps naming the page: a link into the page would name something else. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.querySelector<HTMLElement>('#content')?.focus()
}
