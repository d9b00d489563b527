import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimLine, factLine, readDrawn } from './claim-lines.ts'

/** A table in our own numbers; the expected claims are read off the drawing, `never`: words no claim may hold. */
export type Sample = {
  readonly name: string
  readonly drawing: string
  readonly caption?: readonly string[]
  readonly claims: readonly string[]
  readonly never?: readonly string[]
  readonly facts?: readonly string[]
}

/** Asserts that a drawn table reads as its sample says. */
export function testSamples(samples: readonly Sample[]): void {
  for (const { name, drawing, caption, claims, never, facts } of samples)
    test(name, () => {
      const read = readDrawn(drawing, caption)
      const lines = read.claims.map(claimLine)
      for (const claim of claims)
        assert.ok(lines.includes(claim), `没有读出「${claim}」，读出的有：\n${lines.join('\n')}`)
      for (const part of never ?? [])
        assert.ok(!lines.some((line) => line.includes(part)), `不应读出「${part}」：\n${lines.join('\n')}`)
      const stated = read.facts.map(factLine)
      for (const fact of facts ?? [])
        assert.ok(stated.includes(fact), `没有读出「${fact}」，读出的有：\n${stated.join('\n')}`)
    })
}
