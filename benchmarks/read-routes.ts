/** A read route under load; `address` for one of the departments. `perLedger`: each department's answer is its own. */
export type ReadRoute = {
  readonly name: string
  readonly address: (department: string) => string
  readonly perLedger: boolean
}

const ofLedger = [
  '',
  '/execution',
  '/evaluation',
  '/checks',
  '/rounds/2023-09-30',
  '/base-data',
  '/reports',
  '/writing',
  '/counts',
  '/submission',
  '/head',
  '/evidence',
  '/expenditure-requests',
  '/indicator-ambition',
  '/indicator-library?level1=产出指标',
  '/tables',
  '/compare?from=year:2022',
  '/entries/projects?limit=200',
  '/entries/payments?limit=200',
  '/entries/indicators?limit=200',
  '/entries/indicators/history?key=p1-1',
]
const ofDivision = [
  'api/ledgers',
  'api/audits',
  'api/jobs',
  'api/session',
  'api/own/sessions',
  'api/divisions',
  'healthz',
  'readyz',
]

/**
 * Every read route a finance officer may ask, but those that write a file: reports as docx, xlsx or pdf, the package,
 * exports and templates. The pages of reports and the facts are those the first department has.
 */
export async function readRoutes(url: string, cookie: string): Promise<readonly ReadRoute[]> {
  const ledger = (department: string) => `api/ledgers/430922/${department}/2023`
  const ask = async (address: string) => (await fetch(url + address, { headers: { cookie } })).text()
  const { reports } = JSON.parse(await ask(`${ledger('001')}/reports`)) as { reports: readonly { id: string }[] }
  const [first, second] = reports.map(({ id }) => encodeURIComponent(id))
  const page = await ask(`${ledger('001')}/reports/${first}`)
  const fact = /data-fact="([^"]+)"/.exec(page)?.[1]
  const names = [
    ...ofLedger,
    `/reports/${first}`,
    `/reports/${second}`,
    `/facts/${encodeURIComponent(fact ?? '')}`,
    `/compare/reports/${first}?from=year:2022`,
  ]
  return [
    ...names.map((name) => ({
      name: name === '' ? '（概况）' : decodeURIComponent(name),
      address: (department: string) => encodeURI(decodeURI(ledger(department) + name)),
      perLedger: true,
    })),
    ...ofDivision.map((name) => ({ name, address: () => name, perLedger: false })),
  ]
}
