/**
 * Folders and files whose tests take longest, the longest first: two are run at a time, and the run ends when the last
 * one does. A file that is not told comes after those that are.
 */
const long = [
  'tests/accuracy/',
  'tests/laws/',
  'tests/work/jobs-survive.test.ts',
  'tests/journeys/',
  'tests/command-line/',
  'tests/exports/office-schema.test.ts',
  'tests/work/',
  'tests/fuzz/',
  'tests/storage/',
  'tests/imports/',
  'tests/',
]

/** Order of two test files, by their path from the root. */
export function longestFirst(left: string, right: string): number {
  return rank(left) - rank(right) || (left < right ? -1 : 1)
}

function rank(file: string): number {
  const at = long.findIndex((start) => file.startsWith(start))
  return at === -1 ? long.length : at
}
