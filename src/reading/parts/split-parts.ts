import type { Block, Document, Part, PartKind } from '#domain/document.ts'
import { compact } from '../tables/grids/labels.ts'
import { withNamesOfForms } from './named-in-forms.ts'

const titleEnd =
  /(?:报告|自评表|数据表|目标表|申报表|监控表|评分表|评价表|指标表|打分表|考评表|情况表|决算表|公开|说明|通知|通报|公告|自评情况|绩效评价|监控情况)(?:[（(][^）)]{0,20}[）)])?$/
const titleWord = /绩效|决算|预算|三公|基础数据|自评|评价|监控|资金/
const numbered = /^(?:第?[一二三四五六七八九十]+[、.．章节部]|[（(][一二三四五六七八九十\d]+[)）]|\d+[、.．)）])/
/**
 * Names of projects have commas and may be long: what begins with a year and ends as reports on projects do is a title
 * all the same.
 */
const projectTitle = /^20\d\d年度?[^。；;>＞»›]+(?:项目|专项)(?:资金|支出|经费)*绩效[^，。；]{0,8}(?:报告|表)$/
const longestProjectTitle = 120
/** 「首页>政务公开>部门预算」 is the way to a page, not its title. */
const noTitle = /[。；，,;>＞»›]|^(?:附件|附表|见|根据|按照|为了?|现将|详见|说明|备注|注|单位|填报)[：:]?/

/**
 * The reports a file holds, told apart by their titles; a file without any title is one part.
 * Titles that run over two lines are joined. A part that names no year is of the year of the others.
 */
export function splitParts(document: Document): Part[] {
  const starts = titlesOf(document.blocks)
  const first = starts[0]
  if (!first || first.from > 0) {
    const lead = document.blocks.slice(0, first?.from ?? document.blocks.length)
    const known = lead.some((block) => block.kind === 'table' || block.text.length > 60)
    if (!first || known) starts.unshift({ from: 0, title: firstLine(document) })
    else starts[0] = { ...first, from: 0 }
  }
  const parts = starts.map((start, index) => {
    const to = starts[index + 1]?.from ?? document.blocks.length
    const before = starts.slice(0, index).findLast(({ title }) => yearOf(title))
    return partOf(document.blocks.slice(start.from, to), index, start, to, before && yearOf(before.title))
  })
  const year = parts.find((part) => part.year)?.year
  const dated = year ? parts.map((part) => (part.year ? part : { ...part, year })) : parts
  return withProjects(withNamesOfForms(dated, document))
}

/** 「项目支出绩效自评表」 behind the report of a project, or behind another form of it, is that project's. */
function withProjects(parts: readonly Part[]): Part[] {
  const named: Part[] = []
  for (const part of parts) {
    const before = named.at(-1)
    const isItsForm = before?.project && part.project === undefined && isProjectForm(part.kind, part.title)
    named.push(isItsForm ? { ...part, project: before.project! } : part)
  }
  return named
}

type Start = { readonly from: number; readonly title: string }

function titlesOf(blocks: readonly Block[]): Start[] {
  const starts: Start[] = []
  const lines = blocks.map((_, at) => lineAt(blocks, at))
  for (let at = 0; at < lines.length; at++) {
    const joined = titleAt(lines, at)
    if (!joined || isCaption(blocks, lines, at)) continue
    starts.push({ from: at, title: joined.title })
    at = joined.last
  }
  return starts
}

/** 「表2各县（区）资金执行情况表」 is a table of the report it stands in, and so is a numbered form behind which the report goes on. */
function isCaption(blocks: readonly Block[], lines: readonly (string | undefined)[], at: number): boolean {
  if (!caption.test(lines[at]!)) return false
  if (!forms.test(lines[at]!)) return true
  const table = blocks.findIndex((block, place) => place > at && block.kind === 'table')
  if (table < 0 || table > at + farthestTable) return false
  const end = lines.findIndex((_, place) => place > table && titleAt(lines, place) !== undefined)
  const behind = lines.slice(table + 1, end < 0 ? undefined : end)
  return behind.some((line) => line !== undefined && line.length >= fewestOfText && !notes.test(line))
}
const caption = /^续?表[-—.\d一二三四五六七八九十]+/
const forms = /(?:自评|评分|打分|考评|评价|目标|申报|监控|基础数据|指标)表(?:[（(][^）)]{0,20}[）)])?$/
/** Notes below a form are no text of the report. */
const notes = /^(?:注|说明|备注|填[报表写]|审核|联系)/
const fewestOfText = 40
const farthestTable = 4

function titleAt(lines: readonly (string | undefined)[], at: number): { title: string; last: number } | undefined {
  const line = lines[at]
  if (!line || line.length > (projectTitle.test(line) ? longestProjectTitle : 60)) return undefined
  if (numbered.test(line)) return numberedTitle(lines, at)
  if (noTitle.test(line) && !projectTitle.test(line)) return brokenProject(lines, at)
  const next = lines[at + 1]
  const continues = next && next.length <= 32 && !numbered.test(next) && !noTitle.test(next) && titleEnd.test(next)
  // The name of a form printed again over its table: 「…部门整体支出绩效自评表」 / 「自评表」.
  if (continues && isTitle(line) && /表$/.test(line) && next.length <= 14) return { title: line, last: at + 1 }
  if (continues && (/20\d\d|部门|单位|项目/.test(line) || next.length <= 14) && isTitle(line + next))
    return { title: line + next, last: at + 1 }
  return isTitle(line) ? { title: line, last: at } : undefined
}

/** A project's name with a comma, and the title over two lines: 「2023年度改善人居环境，服务」 / 「群众项目支出绩效自评报告」. */
function brokenProject(
  lines: readonly (string | undefined)[],
  at: number,
): { title: string; last: number } | undefined {
  const title = `${lines[at]}${lines[at + 1] ?? ''}`
  return projectTitle.test(title) && isTitle(title) ? { title, last: at + 1 } : undefined
}

/**
 * 「一、市政环卫项目自评报告」「第三部分 部门整体支出绩效自评表」: papers bound in one file are numbered as its chapters. A
 * list of annexes is numbered 1, 2, 3, and what follows at once is the next of them.
 */
function numberedTitle(
  lines: readonly (string | undefined)[],
  at: number,
): { title: string; last: number } | undefined {
  const title = chapterOf(lines[at])
  return title && !chapterOf(lines[at + 1]) ? { title, last: at } : undefined
}

function chapterOf(line: string | undefined): string | undefined {
  const title = line && chapter.test(line) ? line.replace(chapter, '') : undefined
  return title && title.length <= 40 && bound.test(title) && !noTitle.test(title) ? title : undefined
}
const chapter = /^(?:第[一二三四五六七八九十]+部分[：:、]?|[一二三四五六七八九十]{1,3}[、.．])/
const bound =
  /^(?!编制|撰写|形成|提交|填报|完成|开展|公开|报送|关于|其他)[^，。；]*(?:项目|部门|单位|整体|专项|资金)[^，。；]*(?:绩效|自评)[^，。；]{0,6}(?:报告|自评表|评价表|评分表)$|^[^，。；]{0,20}基础数据表$/

function isTitle(line: string): boolean {
  return (
    line.length >= 5 &&
    line.length <= (projectTitle.test(line) ? longestProjectTitle : 70) &&
    titleEnd.test(line) &&
    titleWord.test(line) &&
    !/^(?:主要|存在|下一步|其他|有关|绩效(?:自评|评价)(?:工作)?(?:开展)?情况)/.test(line) &&
    strongEnough(line)
  )
}

/** A bare 「绩效评价」 or 「…情况」 line is a heading unless it names a year or a form. */
function strongEnough(line: string): boolean {
  if (/表$|报告$|表[（(]/.test(line)) return true
  return /20\d\d/.test(line)
}

/** The unit and the date a report is signed with, where a page ends with them and the next begins with 附件. */
const signedAhead = /^(?:20\d\d年\d{1,2}月\d{1,2}日(?=附件|$)|[^，。：]{4,30}20\d\d年\d{1,2}月\d{1,2}日(?=附件\d*$))/

function lineAt(blocks: readonly Block[], at: number): string | undefined {
  const block = blocks[at]
  if (block?.kind !== 'paragraph' || (block.role && block.role !== 'body')) return undefined
  const text = block.text
    .replace(/\s/g, '')
    .replace(signedAhead, '')
    .replace(/^附件[\d一二三四五六七八九十]*[：:]?/, '')
  return text === '' ? undefined : text
}

function firstLine(document: Document): string {
  for (let at = 0; at < Math.min(5, document.blocks.length); at++) {
    const line = lineAt(document.blocks, at)
    if (line && line.length <= 60) return line
  }
  return document.file
}

/** `yearBefore`: the year that the last title with one names. */
function partOf(blocks: readonly Block[], index: number, start: Start, to: number, yearBefore?: number): Part {
  const text = blocks.slice(0, 40).map(textOf).join('\n')
  const kind = kindOf(start.title, text)
  const year = yearOf(start.title) ?? yearToldIn(text, yearBefore)
  const entity = entityOf(start.title, blocks, text)
  const project = kind === 'project-report' || isProjectForm(kind, start.title) ? projectOf(start.title) : undefined
  return {
    index,
    title: start.title,
    kind,
    from: start.from,
    to,
    ...(entity ? { entity } : {}),
    ...(project ? { project } : {}),
    ...(year ? { year } : {}),
  }
}

/** 「旅游宣传营销项目绩效自评表」 tells in its title what other forms print beside 「项目名称」. */
function isProjectForm(kind: PartKind, title: string): boolean {
  return (
    /^(?:self-evaluation|goal|monitoring)-form$/.test(kind) &&
    (quotedName.test(title) || (/项目|专项|资金/.test(title) && !/部门|单位|整体/.test(title)))
  )
}

/** 「“部门整体支出系统”项目支出绩效自评报告」: what a project's name says does not tell what the paper is. */
const quotedName = /“([^“”]{2,})”项目/

const kinds: readonly [RegExp, PartKind][] = [
  [/基础数据表/, 'base-data-table'],
  [/监控/, 'monitoring-form'],
  // 「转移支付区域绩效目标自评表」 tells what was done.
  [/目标(?!.*(?:自评|完成)).*表|申报表/, 'goal-form'],
  [/评分表|指标表|打分表|考评表/, 'scoring-table'],
  [/自评表|评价表|自评情况表/, 'self-evaluation-form'],
  // A project may have 部门 in its name.
  [/20\d\d年度?(?!.*整体).*部门.{4,}项目(?:支出)?绩效(?:自评|评价)报告/, 'project-report'],
  [/(?:整体|部门).*(?:报告|评价|自评)/, 'department-report'],
  [/项目|专项|转移支付|资金.*(?:报告|自评)/, 'project-report'],
  [/决算/, 'final-accounts'],
  [/预算公开|预算.*说明/, 'budget-disclosure'],
  [/通知|通报|公告/, 'notice'],
  [/报告/, 'department-report'],
]

function kindOf(title: string, text: string): PartKind {
  const plain = title.replace(quotedName, '项目')
  const byTitle = kinds.find(([word]) => word.test(plain))
  if (byTitle) return byTitle[1]
  return kinds.find(([word]) => word.test(text))?.[1] ?? 'other'
}

function textOf(block: Block): string {
  return block.kind === 'paragraph'
    ? block.text
    : block.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n')
}

function yearOf(text: string): number | undefined {
  // 「发布时间：2025-04-30 … 2024年度…报告」: the year of the report, not of the day it was put out.
  const found = /(20\d\d)\s*年度/.exec(text) ?? /(20\d\d)\s*年?/.exec(text)
  return found ? Number(found[1]) : undefined
}

/** A form that says no year of its own is of the report's before it: its dates are of the days on which it was filled in. */
function yearToldIn(text: string, before: number | undefined): number | undefined {
  const own = mostFrequentYear(text)
  if (before === undefined || text.includes(`${own}年度`)) return own
  return text.includes(String(before)) || own === before + 1 ? before : own
}

function mostFrequentYear(text: string): number | undefined {
  const counts = new Map<string, number>()
  for (const [, year] of text.matchAll(/(20\d\d)年/g)) counts.set(year!, (counts.get(year!) ?? 0) + 1)
  const best = [...counts].toSorted((left, right) => right[1] - left[1])[0]
  return best ? Number(best[0]) : undefined
}

/** The reporting unit: a form's 「单位名称」 cell, or a name ending in 局 办 委 … before the year in the title or in the text. */
function entityOf(title: string, blocks: readonly Block[], text: string): string | undefined {
  for (const block of blocks.slice(0, 12)) {
    if (block.kind !== 'table') continue
    for (const row of block.rows.slice(0, 6)) {
      const at = row.findIndex((cell) =>
        /(?:单位|部门).{0,3}名称|填报单位|主管部门|实施单位/.test(cell.text.replace(/\s/g, '')),
      )
      const name = at < 0 ? '' : (row[at + 1]?.text.replace(/\s/g, '') ?? '')
      if (name.length >= 3 && /\p{Script=Han}/u.test(name) && !/单位|部门$/.test(name)) return name
    }
  }
  const name =
    /([\p{Script=Han}]{2,24}?(?:局|办公室|委员会|委|院|中心|处|站|所|学校|大学|医院|政府|街道|镇|乡|队|会|部|公司))(?:关于|20\d\d|部门|整体|项目|$)/u
  return (
    name.exec(title)?.[1]?.replace(/^年度?(?=.{3})/, '') ??
    /(?:单位|部门)名称[：:]\s*([\p{Script=Han}（）()]{3,30})/u.exec(text)?.[1]
  )
}

/** What stands behind a project's name in the title of its report or form. */
const behindName =
  /^(.{2,}?)(?:项目)?(?:专项)?(?:资金|支出|经费)*(?:绩效|自评|自我评价|评价|评估|目标|申报|监控|执行|情况|工作|的)+(?:报告|表)(?:[（(][^（()）]*[）)])?$/

/** What every project's title says. */
const general = /^(?:一般|财政|项目|专项|资金|支出|经费|转移支付)+$/

function projectOf(title: string): string | undefined {
  const [, own] = quotedName.exec(title) ?? []
  if (own !== undefined) return compact(own)
  const named = title.replace(/^.*?20\d\d年度?/, '').replace(/^年度?|^的/, '')
  const name =
    behindName.exec(named)?.[1] ?? /([^年]*?)(?:项目)?(?:专项)?(?:资金|支出|经费)*(?:绩效|自评|评价)/.exec(named)?.[1]
  // As the 「项目名称」 cell of a form is read, so that both are one.
  return name && name.length >= 2 && !general.test(name) ? compact(name) : undefined
}
