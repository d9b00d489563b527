import { diffArrays } from 'diff'

/** Indexes of the expected that the found lacks, both in their order. */
export function lostInOrder(expected: readonly string[], found: readonly string[]): number[] {
  const lost: number[] = []
  let at = 0
  for (const { count = 0, added, removed } of diffArrays([...expected], [...found])) {
    if (removed) for (let index = at; index < at + count; index += 1) lost.push(index)
    if (!added) at += count
  }
  return lost
}
