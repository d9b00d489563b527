import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

/** Milliseconds between two looks for the server. */
const pause = 2000
/** Milliseconds a person has to themselves before the other pages are fetched. */
const firstPause = 4000

const loads = new Set<() => Promise<unknown>>()
let isAhead = false

/**
 * A part of the program that is fetched when it is first shown. Where the server is not reached it is waited for: nothing
 * that is on the screen or was typed goes away for it.
 */
export function lazyPage<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  loads.add(load)
  return lazy(async () => ({ default: await load().catch(openedAgain) }))
}

/** Fetches the other pages while nobody waits for anything: later they open without the server. */
export async function fetchAhead(): Promise<void> {
  if (isAhead) return
  isAhead = true
  await later(firstPause)
  for (const load of loads) if (!(await load().then(isThere, () => false))) return
}

const isThere = () => true
const openedFor = 'jiheng.opened-again'

/**
 * Waits for the server and opens the page anew: a browser remembers that a part did not come and never asks for it again.
 * What is typed is kept on this machine. throws the fault, where opening anew did not help before
 */
async function openedAgain(fault: unknown): Promise<never> {
  const before = sessionStorage.getItem(openedFor) ?? ''
  if (before.includes(String(fault))) throw fault
  while (!(await isReached())) await later(pause)
  sessionStorage.setItem(openedFor, `${before}${String(fault)}\n`)
  window.location.reload()
  return new Promise(() => {})
}

async function isReached(): Promise<boolean> {
  const answer = await fetch('/healthz').catch(() => undefined)
  return answer?.ok === true
}

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
