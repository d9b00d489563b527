import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { bareLabel, compact } from '#reading/tables/grids/labels.ts'
import { keptData } from './kept-data.ts'
import { rulePacks } from './packs/load-packs.ts'
import type { Account, IdentityEntry, Knowledge, Measure, Province, Wording } from '#domain/knowledge.ts'

let loaded: Knowledge | undefined

/** What `data/` holds, read once in a process. Throws when a data file is missing or malformed: then nothing may be judged. */
export function knowledge(): Knowledge {
  loaded ??= {
    measures: parsed('measures.yaml') as Measure[],
    identities: parsed('identities/accounts-and-staff.yaml') as IdentityEntry[],
    accounts: accountsOf(read('classifications/accounts.csv')),
    wording: parsed('wording.yaml') as Wording,
    labels: packLabels(),
    provinces: provincesOf(read('classifications/provinces.csv')),
  }
  return loaded
}

/** Heads that the packs call a form's columns by. */
function packLabels(): Map<string, string> {
  return new Map(
    rulePacks().flatMap(({ aliases = {} }) =>
      Object.entries(aliases).flatMap(([key, heads]) => heads.map((head) => [bareLabel(compact(head)), key] as const)),
    ),
  )
}

function read(name: string): string {
  return readFileSync(placeOf(name), 'utf8')
}

function placeOf(name: string): URL {
  return new URL(`../../data/${name}`, import.meta.url)
}

/** The parser is loaded only where what it gives is not kept. */
function parsed(name: string): unknown {
  return keptData(name.replace(/^.*\//, '').replace('.yaml', ''), [placeOf(name)], () => {
    const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml')
    return parse(read(name)) as unknown
  })
}

/** The code table: no field of it holds a comma or a quote. */
function accountsOf(csv: string): Map<string, Account> {
  const rows = csv.trim().split(/\r?\n/).slice(1)
  return new Map(
    rows.map((row) => {
      const [code = '', name = '', level = '', kind = ''] = row.split(',')
      return [code, { code, name, level, kind }]
    }),
  )
}

function provincesOf(csv: string): Province[] {
  const rows = csv.trim().split(/\r?\n/).slice(1)
  return rows.map((row) => {
    const [code = '', name = '', sign = ''] = row.split(',')
    return { code, name, sign }
  })
}
