import type { QueryClient } from '@tanstack/react-query'
import type { Conflict, EditOutcomes, PlainEntry } from '#http/contracts/year.ts'
import { Refusal, ask } from '../ask.ts'
import { type Pending, notedOnce, isKeptHere, onPending, pendingChanges } from './kept-changes.ts'
import { fieldOf, issuesIn, saidOf } from './field-issues.ts'
import { confirmSent, holdBack, holdFields, markSending } from './pending.ts'

/** How the sending goes: nothing under way · under way · the server is not reached · it can't store now · nobody is signed in. */
export type SendingState = 'idle' | 'sending' | 'offline' | 'halted' | 'signed-out'

const firstPause = 2000
const longestPause = 30_000

let state: SendingState = 'idle'
let pause = firstPause
let timer: ReturnType<typeof setTimeout> | undefined
let client: QueryClient | undefined
const listeners = new Set<() => void>()

export function sendingState(): SendingState {
  return state
}

export function onSending(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Sends every change as it is noted, again and again until the server has it. `queries`: what to read anew after one. */
export function startSending(queries: QueryClient): void {
  if (client) return
  client = queries
  onPending(() => void sendPending())
  window.addEventListener('online', () => resumeSending())
  window.addEventListener('beforeunload', (event) => {
    if (!isKeptHere()) event.preventDefault()
  })
  void sendPending()
}

/** Tries at once: somebody signed in again, the network is back. */
export function resumeSending(): void {
  pause = firstPause
  if (state !== 'sending') say('idle')
  void sendPending()
}

async function sendPending(): Promise<void> {
  if (state !== 'idle') return
  const next = pendingChanges().find((each) => each.state === 'waiting')
  if (!next) return
  say('sending')
  const after = await onlyOneTab(() => sendFrom(next.id))
  say(after)
  if (after === 'idle') void sendPending()
  if (isLater(after)) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (isLater(state)) say('idle')
      void sendPending()
    }, pause)
    pause = Math.min(pause * 2, longestPause)
  }
}

/** Nothing was wrong with the change: it is sent again after a pause. */
function isLater(after: SendingState): boolean {
  return after === 'offline' || after === 'halted'
}

/** Another tab of this account has the same changes before it: one of them sends at a time. */
async function onlyOneTab<T>(run: () => Promise<T>): Promise<T> {
  // Locks are there on https and on this machine only; a change that is sent twice is no conflict.
  return 'locks' in navigator ? navigator.locks.request('jiheng.pending', run) : run()
}

/** Edits sent in one request at most. */
const mostAtOnce = 1000

/**
 * Sends a change as it stands once it is its turn, with those to the same list that wait right behind it: more may have
 * been typed into it while it waited for another tab.
 */
async function sendFrom(id: string): Promise<SendingState> {
  const run = runFrom(id)
  if (!run[0]) return 'idle'
  const after = await sendRun(run)
  // One of them is odd, and all were refused: sent alone, each is answered for itself.
  return after === 'odd' ? sendRunAlone(run) : after
}

async function sendRunAlone(run: readonly Pending[]): Promise<SendingState> {
  for (const each of run) {
    const after = await sendRun([each])
    if (after !== 'idle' && after !== 'odd') return after
  }
  return 'idle'
}

async function sendRun(run: readonly Pending[]): Promise<SendingState | 'odd'> {
  markSending(run.map((each) => each.id))
  try {
    const outcomes = run.length > 1 ? await sendMany(run) : await sendAlone(run[0]!)
    pause = firstPause
    await readAnew(run[0]!)
    notedOnce(() => outcomes.forEach((refusal, index) => settle(run[index]!, refusal)))
    return 'idle'
  } catch (error) {
    if (run.length > 1 && error instanceof Refusal && [400, 413, 422].includes(error.status)) return 'odd'
    return held(run, error)
  } finally {
    markSending([])
  }
}

async function sendAlone(change: Pending): Promise<readonly undefined[]> {
  await send(change)
  return [undefined]
}

function runFrom(id: string): readonly Pending[] {
  const waiting = pendingChanges().filter((each) => each.state === 'waiting')
  const at = waiting.findIndex((each) => each.id === id)
  const first = waiting[at]
  if (!first) return []
  if (first.kind === 'order') return [first]
  const isAlike = (each: Pending) => each.ledger === first.ledger && each.list === first.list && each.kind !== 'order'
  const rest = waiting.slice(at, at + mostAtOnce)
  const end = rest.findIndex((each) => !isAlike(each))
  return end < 0 ? rest : rest.slice(0, end)
}

/** Lists whose entries the list of ledgers counts, or takes a department's name from. */
const toldOfLedgers: ReadonlySet<string> = new Set(['payments', 'workRecords', 'organisations'])

/**
 * The list is read anew before the changes are let go: in between, what stood before would show again, and what is
 * typed then would be typed over it. What is worked out of the list follows without keeping the next change waiting.
 */
async function readAnew(change: Pending): Promise<void> {
  const list = ['ledger', change.ledger, 'entries', change.list]
  await client?.invalidateQueries({ queryKey: list })
  const isOther = (key: readonly unknown[]) => !list.every((step, index) => key[index] === step)
  void client?.invalidateQueries({ queryKey: ['ledger', change.ledger], predicate: (query) => isOther(query.queryKey) })
  if (toldOfLedgers.has(change.list)) void client?.invalidateQueries({ queryKey: ['ledgers'] })
}

function settle(change: Pending, refusal: Refusal | undefined): void {
  if (refusal) holdOne(change, refusal)
  else confirmSent(change)
}

/** What is said against a run as a whole holds for each of it. */
function held(run: readonly Pending[], error: unknown): SendingState {
  if (error instanceof Refusal && error.code === 'database-down') return 'halted'
  if (!(error instanceof Refusal) || error.isOffline || error.status >= 500 || error.status === 429) return 'offline'
  if (error.status === 401) {
    client?.setQueryData(['session-lost'], true)
    return 'signed-out'
  }
  notedOnce(() => run.forEach((each) => holdOne(each, error)))
  return 'idle'
}

/** What is said of some fields holds only those back. */
function holdOne({ id, list }: Pending, { code, message, detail }: Refusal): void {
  if (code === 'entry-changed') return holdBack(id, { state: 'conflict', message, conflict: detail as Conflict })
  const issues = issuesIn(detail)
  const said = issues.length > 0 ? saidOf(list, issues) : message
  holdFields(id, new Set(issues.map(({ field }) => fieldOf(field))), { state: 'refused', message: said })
}

/** Sends edits of one list together; a refusal for each that was not stored. */
async function sendMany(run: readonly Pending[]): Promise<readonly (Refusal | undefined)[]> {
  const { ledger, list } = run[0]!
  const edits = run.map(({ kind, key, was, set, place }) => {
    if (kind === 'add') return { kind, entry: filled(set), place }
    return kind === 'change' ? { kind, key, was, set } : { kind, key }
  })
  const { outcomes } = await ask<EditOutcomes>(`/api/ledgers/${ledger}/entries/${list}/edits`, {
    method: 'POST',
    json: { edits },
  })
  return outcomes.map(({ code, message = '', detail }, index) =>
    code === undefined || (code === 'entry-missing' && run[index]?.kind === 'remove')
      ? undefined
      : new Refusal(422, { code, message, detail }),
  )
}

async function send({ ledger, list, kind, key, was, set, place }: Pending): Promise<void> {
  const address = `/api/ledgers/${ledger}/entries/${list}`
  if (kind === 'add') await ask(address, { method: 'POST', json: { entry: filled(set), place } })
  else if (kind === 'order') await ask(`${address}/order`, { method: 'PUT', json: set })
  else if (kind === 'change') await ask(address, { method: 'PATCH', json: { key, was, set } })
  else await ask(address, { method: 'DELETE', json: { key } }).catch(ignoreMissing)
}

/** An entry that is gone already is as good as taken away. */
function ignoreMissing(error: unknown): void {
  if (!(error instanceof Refusal) || error.code !== 'entry-missing') throw error
}

function filled(entry: PlainEntry): PlainEntry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== undefined))
}

function say(next: SendingState): void {
  state = next
  for (const listener of listeners) listener()
}
