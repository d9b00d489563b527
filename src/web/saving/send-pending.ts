import type { QueryClient } from '@tanstack/react-query'
import type { Conflict, PlainEntry } from '#http/contracts/year.ts'
import { Refusal, ask } from '../ask.ts'
import { type Pending, confirmSent, holdBack, markSending, onPending, pendingChanges } from './pending.ts'

/** How the sending goes: nothing under way · under way · the server is not reached · nobody is signed in. */
export type SendingState = 'idle' | 'sending' | 'offline' | 'signed-out'

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
  void sendPending()
}

/** Tries at once: somebody signed in again, the network is back. */
export function resumeSending(): void {
  pause = firstPause
  if (state === 'offline' || state === 'signed-out') say('idle')
  void sendPending()
}

async function sendPending(): Promise<void> {
  if (state !== 'idle') return
  const next = pendingChanges().find((each) => each.state === 'waiting')
  if (!next) return
  say('sending')
  const after = await onlyOneTab(() => sendOne(next.id))
  say(after)
  if (after === 'idle') void sendPending()
  if (after === 'offline') {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (state === 'offline') say('idle')
      void sendPending()
    }, pause)
    pause = Math.min(pause * 2, longestPause)
  }
}

/** Another tab of this account has the same changes before it: one of them sends at a time. */
async function onlyOneTab<T>(run: () => Promise<T>): Promise<T> {
  // Locks are there on https and on this machine only; a change that is sent twice is no conflict.
  return 'locks' in navigator ? navigator.locks.request('jiheng.pending', run) : run()
}

/** Sends a change as it stands once it is its turn: more may have been typed into it while it waited for another tab. */
async function sendOne(id: string): Promise<SendingState> {
  const change = pendingChanges().find((each) => each.id === id && each.state === 'waiting')
  if (!change) return 'idle'
  markSending(id)
  try {
    await send(change)
    pause = firstPause
    await readAnew(change)
    return 'idle'
  } catch (error) {
    return held(change, error)
  } finally {
    markSending(undefined)
  }
}

/**
 * The list is read anew before the change is let go: in between, what stood before would show again, and what is
 * typed then would be typed over it. What is worked out of the list follows without keeping the next change waiting.
 */
async function readAnew(change: Pending): Promise<void> {
  const list = ['ledger', change.ledger, 'entries', change.list]
  await client?.invalidateQueries({ queryKey: list })
  confirmSent(change)
  const isOther = (key: readonly unknown[]) => !list.every((step, index) => key[index] === step)
  void client?.invalidateQueries({ queryKey: ['ledger', change.ledger], predicate: (query) => isOther(query.queryKey) })
}

function held(change: Pending, error: unknown): SendingState {
  if (!(error instanceof Refusal) || error.isOffline || error.status >= 500 || error.status === 429) return 'offline'
  if (error.status === 401) {
    client?.setQueryData(['session-lost'], true)
    return 'signed-out'
  }
  if (error.code === 'entry-changed')
    holdBack(change.id, { state: 'conflict', message: error.message, conflict: error.detail as Conflict })
  else holdBack(change.id, { state: 'refused', message: error.message })
  return 'idle'
}

async function send({ ledger, list, kind, key, was, set }: Pending): Promise<void> {
  const address = `/api/ledgers/${ledger}/entries/${list}`
  if (kind === 'add') await ask(address, { method: 'POST', json: { entry: filled(set) } })
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
