import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { bareLabel, compact } from '#reading/tables/labels.ts'
import { rulePacks } from './packs/load-packs.ts'
import type { Account, IdentityEntry, Knowledge, Measure, Province, Wording } from '#domain/knowledge.ts'

let loaded: Knowledge | undefined

/** What `data/` holds, read once in a process. Throws when a data file is missing or malformed: then nothing may be judged. */
export function knowledge(): Knowledge {
  loaded ??= {
    measures: parse(read('measures.yaml')) as Measure[],
    identities: parse(read('identities/accounts-and-staff.yaml')) as IdentityEntry[],
    accounts: accountsOf(read('classifications/accounts.csv')),
    wording: parse(read('wording.yaml')) as Wording,
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
  return readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')
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
