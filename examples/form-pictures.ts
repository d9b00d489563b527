import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { packById } from '#operations/packs/load-packs.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writeOneReport } from '#operations/reports/write-package.ts'
import { pageFonts } from '#writing/reports/formats/pdf/page-fonts.ts'

/**
 * Takes the pictures of printed forms in docs/pictures anew from the example's ledger: `node examples/form-pictures.ts`, or
 * with a folder to put them elsewhere. Needs soffice and pdftoppm. A docx is opened in LibreOffice, with the free faces of
 * our pdf standing in for those it names, which an office has and we may not ship.
 */
type Picture = {
  readonly name: string
  readonly of: Ledger
  readonly pack: string
  readonly report: RegExp
  readonly format: 'docx' | 'pdf'
}

const root = fileURLToPath(new URL('..', import.meta.url))
const { ledger } = await openLedger(join(root, 'examples/桃江县政府办2023年账本.yaml'))
if (!ledger) throw new Error('no example')

/** 湖北 gives 产出指标 40 points, the others 50; its form has the day it was filled in. */
const ofHubei: Ledger = {
  ...ledger,
  issueDate: '2024-03-05',
  indicators: ledger.indicators.map((each) =>
    each.level1 === '产出指标' ? { ...each, weight: each.weight.times('0.8') } : each,
  ),
}
const planned: Ledger = {
  ...ledger,
  tasks: [
    {
      name: '民生实事督办',
      content: '把县委县政府确定的十件民生实事逐件分解到责任单位，按月督办、按季通报，年底逐件验收。',
      projects: ['p1', 'p2'],
    },
    {
      name: '机关日常运转',
      content: '保障办公室人员经费和日常办公，会议、文电、值班、机要、后勤服务按时办好。',
      amount: new Big('6630600'),
      fiscal: new Big('6630600'),
    },
    { name: '作风建设', content: '结合日常工作开展，不另安排经费。' },
  ],
  monitoring: [
    {
      until: '2023-07-31',
      values: [
        { indicator: 'd1', value: '7次', possibility: '确定能' },
        { indicator: 'd4', value: '8.20万元', possibility: '确定能' },
      ],
    },
  ],
}

const pictures: readonly Picture[] = [
  { name: 'base-data-table', of: ledger, pack: 'hunan-2023', report: /基础数据表/, format: 'docx' },
  { name: 'self-evaluation-form', of: ledger, pack: 'hunan-2023', report: /^\d+-自评表/, format: 'docx' },
  { name: 'self-evaluation-form-pdf', of: ledger, pack: 'hunan-2023', report: /^\d+-自评表/, format: 'pdf' },
  { name: 'project-form', of: ledger, pack: 'hunan-2023', report: /项目自评表-改善民生/, format: 'docx' },
  { name: 'report-page', of: ledger, pack: 'hunan-2023', report: /整体支出绩效报告/, format: 'docx' },
  { name: 'hubei-form-pdf', of: ofHubei, pack: 'hubei-2023', report: /^\d+-自评表/, format: 'pdf' },
  { name: 'sichuan-form-pdf', of: ledger, pack: 'sichuan-2023', report: /^\d+-自评表/, format: 'pdf' },
  { name: 'national-goal-form', of: planned, pack: 'cn-2020', report: /整体绩效目标表/, format: 'docx' },
  { name: 'national-monitoring-form', of: planned, pack: 'cn-2020', report: /整体监控表/, format: 'pdf' },
]

const target = process.argv[2] ?? join(root, 'docs/pictures')
const work = mkdtempSync(join(tmpdir(), 'forms-'))
try {
  const env = { ...process.env, FONTCONFIG_FILE: await fontsFor(work) }
  for (const picture of pictures) await take(picture, env)
} finally {
  rmSync(work, { recursive: true })
}

async function take({ name, of, pack: id, report: wanted, format }: Picture, env: NodeJS.ProcessEnv): Promise<void> {
  const { set } = prepareReports(of, packById(id))
  const report = set.reports.find((each) => wanted.test(each.id))
  if (!report) throw new Error(`${name}: no report`)
  const file = join(work, `${name}.${format}`)
  writeFileSync(file, (await writeOneReport(report, set, format)).bytes)
  if (format === 'docx') {
    const home = `-env:UserInstallation=file://${join(work, 'office')}`
    execFileSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', work, file], {
      env,
      stdio: 'ignore',
    })
  }
  execFileSync('pdftoppm', ['-r', '96', '-png', '-singlefile', join(work, `${name}.pdf`), join(work, name)])
  copyFileSync(join(work, `${name}.png`), join(target, `${name}.png`))
  process.stdout.write(`${join(target, `${name}.png`)}\n`)
}

/** A configuration of fonts in which the faces of GB/T 9704 are answered with those our pdf embeds. */
async function fontsFor(folder: string): Promise<string> {
  for (const [at, font] of (await pageFonts()).entries()) writeFileSync(join(folder, `face-${at}.ttf`), font)
  const stands = {
    方正小标宋简体: 'Noto Serif SC:bold',
    黑体: 'Noto Sans S Chinese',
    楷体_GB2312: '霞鹜文楷',
    仿宋_GB2312: 'FandolFang R',
    宋体: 'Noto Serif SC',
    'Times New Roman': 'Noto Serif SC',
  }
  const matches = Object.entries(stands).map(([named, other]) => {
    const [family, weight] = other.split(':')
    const bold = weight ? '<edit name="weight" mode="assign"><const>bold</const></edit>' : ''
    return `<match target="pattern"><test name="family"><string>${named}</string></test><edit name="family" mode="assign" binding="strong"><string>${family}</string></edit>${bold}</match>`
  })
  const path = join(folder, 'fonts.conf')
  writeFileSync(
    path,
    `<?xml version="1.0"?><fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir>${matches.join('')}</fontconfig>`,
  )
  return path
}
