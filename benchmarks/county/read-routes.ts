import { type Login, departmentToken } from './county-people.ts'
import type { Question } from '../load.ts'

/**
 * How a read route is asked: each an address below its path's fixed part, with {words} that are filled in later. `by`: one
 * account; absent: the clerk of each department in turn.
 */
type Asked = { readonly by?: Login; readonly as?: readonly string[] }

const ledger = '/api/ledgers/{division}/{department}/{year}'
const publications = '/api/publications/{division}/{department}/{year}/reports'

/**
 * Every read route of the OpenAPI description that is measured, with who asks and what for; asked as it stands where
 * nothing is said. {first} and {second} are reports, {fact} a number of the first.
 */
export const measured: Readonly<Record<string, Asked>> = {
  '/healthz': {},
  '/readyz': {},
  '/api/divisions': {},
  '/api/session': {},
  '/api/invitations/{invitation}': {},
  '/api/own/sessions': {},
  '/api/own/second-factor': {},
  '/api/accounts': { by: 'system' },
  '/api/sessions': { by: 'security' },
  '/api/log': { by: 'log', as: ['/api/log', '/api/log?limit=200&offset=100000', '/api/log?search=p1-1&actions=add'] },
  '/api/audits': {},
  '/api/audits/{id}': { by: 'finance', as: ['/api/audits/{audit}'] },
  '/api/jobs': {},
  '/api/jobs/{id}': { by: 'finance', as: ['/api/jobs/{job}'] },
  '/api/ledgers': {},
  [ledger]: {},
  [`${ledger}/brief`]: {},
  [`${ledger}/execution`]: {},
  [`${ledger}/evaluation`]: {},
  [`${ledger}/checks`]: {},
  [`${ledger}/rounds/{until}`]: { as: [`${ledger}/rounds/2023-09-30`] },
  [`${ledger}/reports`]: {},
  [`${ledger}/reports/{report}`]: { as: [`${ledger}/reports/{first}`, `${ledger}/reports/{second}`] },
  [`${ledger}/facts/{fact}`]: {},
  [`${ledger}/entries/{list}`]: {
    as: [
      `${ledger}/entries/projects?limit=200`,
      `${ledger}/entries/payments?limit=200`,
      `${ledger}/entries/payments?search=V77&limit=200`,
      `${ledger}/entries/indicators?limit=200`,
    ],
  },
  [`${ledger}/entries/{list}/history`]: { as: [`${ledger}/entries/indicators/history?key=p1-1`] },
  [`${ledger}/tables`]: {},
  [`${ledger}/submission`]: {},
  [`${ledger}/writing`]: {},
  [`${ledger}/base-data`]: {},
  [`${ledger}/counts`]: {},
  [`${ledger}/head`]: {},
  [`${ledger}/payment-plan`]: {},
  [`${ledger}/expenditure-requests`]: {},
  [`${ledger}/compare`]: { as: [`${ledger}/compare?from=year:2022`] },
  [`${ledger}/compare/reports/{report}`]: { as: [`${ledger}/compare/reports/{first}?from=year:2022`] },
  [`${ledger}/from-last-year`]: {},
  [`${ledger}/indicator-ambition`]: {},
  [`${ledger}/indicator-library`]: {
    as: [`${ledger}/indicator-library`, `${ledger}/indicator-library?level1=产出指标`],
  },
  [`${ledger}/indicator-library/{library}/{indicator}/draft`]: {},
  [`${ledger}/evidence`]: {},
  '/api/publications': { by: 'public' },
  [publications]: { by: 'public' },
  [`${publications}/{report}`]: { by: 'public', as: [`${publications}/{first}`] },
  '/api/assignments': { by: 'finance' },
  '/api/deadlines': {},
}

/** Read routes that are not measured here, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  '/api/log/export': 'writes a file of the whole log, as a stream',
  '/api/log/verified': 'works through the whole log by its nature: timed by itself',
  '/api/audits/{id}/export/{format}': 'writes a file',
  [`${ledger}/package`]: 'writes files: bench-package',
  [`${ledger}/tables/{table}`]: 'writes a file and a line of the log',
  [`${ledger}/tables/{table}/template`]: 'writes a file',
  [`${ledger}/reports/{report}/{format}`]: 'writes a file and a line of the log: bench-docx, bench-pdf',
  [`${publications}/{report}/{format}`]: 'writes a file: bench-docx, bench-pdf',
  [`${ledger}/versions/{version}`]: 'a stored file, the whole ledger as YAML',
  [`${ledger}/evidence/{file}`]: 'a stored file, and a line of the log',
  '/api/jobs/{id}/events': 'an answer that does not end',
  '/api/jobs/{id}/result': 'a stored file',
}

/** A read route under load, asked for one of the departments. `perLedger`: each department's answer is its own. */
export type ReadRoute = {
  readonly name: string
  readonly question: (department: string) => Question
  readonly perLedger: boolean
}

/** What the words of an address stand for; a ledger's department goes in for each question. */
export type Words = Readonly<Record<string, string>>

const clerkCookie = (department: string) => `jiheng=430922.${departmentToken('clerk', department)}`

/** Words that stand for something else in each run: a row keeps its name. */
const otherEachTime = new Set(['invitation', 'job'])

export function readRoutes(words: Words, cookies: Readonly<Record<string, string>>): ReadRoute[] {
  return Object.entries(measured).flatMap(([path, { by, as = [path] }]) =>
    as.map((asked) => {
      const shown = asked.replace(ledger, '').replace(publications, '/公开') || '（概况）'
      const named = shown.replaceAll(/\{(\w+)\}/g, (whole, word: string) =>
        otherEachTime.has(word) ? whole : words[word]!,
      )
      const year = asked.startsWith(publications) ? '2022' : '2023'
      const filled = (department: string) =>
        encodeURI(asked).replaceAll(/%7B(\w+)%7D/g, (_, word: string) =>
          encodeURIComponent({ ...words, division: '430922', department, year }[word] ?? ''),
        )
      return {
        name: named,
        question: (department) => ({
          path: filled(department).slice(1),
          cookie: by ? (cookies[by] ?? '') : clerkCookie(department),
        }),
        perLedger: path.includes('{department}'),
      }
    }),
  )
}
