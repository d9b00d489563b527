import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Login } from './county-people.ts'
import type { Words } from './read-routes.ts'

const example = new URL('../../examples/桃江县政府办2023年绩效报告.docx', import.meta.url)
const ledger = 'api/ledgers/430922/001/2023'

/** Does what leaves something to read: an audit, a job, deadlines; gives what the words of addresses stand for. */
export async function prepareCounty(
  url: string,
  cookies: Readonly<Record<Login, string>>,
  invitation: string,
): Promise<Words> {
  const ask = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(url + path, { ...options, headers: { cookie: cookies.finance, ...options.headers } })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const json = async (path: string, options?: RequestInit) => (await ask(path, options)).json() as Promise<Answers>
  const file = () => {
    const form = new FormData()
    form.set('file', new Blob([readFileSync(example)]), '绩效报告.docx')
    return { method: 'POST', body: form }
  }
  const { audits } = await json('api/audits', file())
  const { id: job } = await json('api/jobs/audit', file())
  while ((await json(`api/jobs/${job}`)).state !== 'done') await sleep(200)
  for (const task of ['evaluation', 'monitoring'])
    await ask('api/deadlines', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ year: 2023, task, day: '2024-03-15' }),
    }).catch(() => {})
  const { reports } = await json(`${ledger}/reports`)
  const [first, second] = reports.map(({ id }) => id)
  const page = await (await ask(`${ledger}/reports/${encodeURIComponent(first ?? '')}`)).text()
  const { indicators } = await json(`${ledger}/indicator-library`)
  const words = {
    invitation,
    audit: audits[0]?.id,
    job,
    first,
    second,
    fact: /data-fact="([^"]+)"/.exec(page)?.[1],
    library: indicators[0]?.library,
    indicator: indicators[0]?.id,
  }
  for (const [word, value] of Object.entries(words)) if (!value) throw new Error(`nothing to stand for ${word}`)
  return words as Words
}

type Answers = {
  readonly id: string
  readonly state: string
  readonly audits: readonly { readonly id: string }[]
  readonly reports: readonly { readonly id: string }[]
  readonly indicators: readonly { readonly id: string; readonly library: string }[]
}
