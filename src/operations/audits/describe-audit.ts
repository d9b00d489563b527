import { createHash } from 'node:crypto'
import type { Audit } from '#domain/audit.ts'
import { type Block, type Document, type Place, locusOf } from '#domain/document.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import type { Finding } from '#domain/finding.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import { passagesOf } from '#domain/passage.ts'
import { placeOf } from '#writing/findings/to-output.ts'
import type { AuditView, BlockView, Counts, FindingView, MarkView, MeaningView, PlaceView } from './audit-view.ts'

const phases: Record<Phase, string> = {
  original: '年初预算',
  adjustment: '调整',
  final: '全年预算',
  actual: '执行',
  target: '目标',
  'to-date': '截至当期',
  none: '',
}
/** Characters of context on each side of a quote. */
const contextLength = 28

/** The audit in the shape the reading room shows; measures are named from `known`. */
export function describeAudit(audit: Audit, known: Knowledge): AuditView {
  const titles = new Map(audit.rules.map(({ rule, title }) => [rule, title]))
  const marks = marksByHolder(audit, known)
  return {
    file: audit.file,
    format: audit.document?.format ?? '',
    parts: audit.parts.map(({ index, title, kind, from, to }) => ({ index, title, kind, from, to })),
    blocks: (audit.document?.blocks ?? []).map((block, at) => describeBlock(block, at, marks)),
    findings: describeFindings(audit, titles),
    rules: audit.rules,
    problems: audit.problems.map(({ code, message, fatal }) => ({ code, message, fatal })),
    counts: countsOf(audit),
  }
}

function countsOf(audit: Audit): Counts {
  const count = (severity: string) => audit.findings.filter((finding) => finding.severity === severity).length
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    figures: audit.reading?.figures.length ?? 0,
  }
}

type MarksByHolder = ReadonlyMap<string, readonly MarkView[]>

function holderKey(block: number, row?: number, cell?: number): string {
  return row === undefined ? `${block}` : `${block}/${row}/${cell ?? 0}`
}

function marksByHolder(audit: Audit, known: Knowledge): MarksByHolder {
  const names = new Map(known.measures.map(({ id, zh }) => [id, zh]))
  const meanings = new Map<number, MeaningView[]>()
  for (const fact of audit.reading?.facts ?? []) {
    const list = meanings.get(fact.figure.id) ?? []
    meanings.set(fact.figure.id, [...list, meaningOf(fact, names)])
  }
  const marks = new Map<string, MarkView[]>()
  const figures = (audit.reading?.figures ?? []).toSorted((left, right) => left.place.start - right.place.start)
  for (const figure of figures) {
    const key = holderKey(figure.place.block, figure.place.row, figure.place.cell)
    const list = marks.get(key) ?? []
    // Overlapping figures (a number inside another) cannot both be marked in running text.
    if ((list.at(-1)?.end ?? 0) > figure.place.start) continue
    list.push(markOf(figure, meanings.get(figure.id) ?? []))
    marks.set(key, list)
  }
  return marks
}

function markOf(figure: Figure, means: readonly MeaningView[]): MarkView {
  const { start, end } = figure.place
  return { figure: figure.id, start, end, unit: figure.unit, means }
}

function meaningOf(fact: Fact, names: ReadonlyMap<string, string>): MeaningView {
  const { measure, phase, entity, year, certain } = fact
  const spoken = measure.split('.').findLast((word) => /\p{Script=Han}/u.test(word))
  return {
    measure: names.get(measure) ?? spoken ?? '',
    phase: phases[phase],
    entity,
    certain,
    ...(year ? { year } : {}),
  }
}

function describeBlock(block: Block, at: number, marks: MarksByHolder): BlockView {
  if (block.kind === 'paragraph') {
    const { text, level, role } = block
    return {
      kind: 'paragraph',
      text,
      ...(level ? { level } : {}),
      ...(role ? { role } : {}),
      marks: marks.get(holderKey(at)) ?? [],
    }
  }
  const rows = block.rows.map((cells, row) =>
    cells.map(({ text, rowSpan, columnSpan }, cell) => ({
      text,
      rowSpan,
      columnSpan,
      marks: marks.get(holderKey(at, row, cell)) ?? [],
    })),
  )
  return { kind: 'table', number: block.number, ...(block.name ? { name: block.name } : {}), rows }
}

function describeFindings(audit: Audit, titles: ReadonlyMap<string, string>): FindingView[] {
  const seen = new Map<string, number>()
  return audit.findings.map((finding) => {
    const base = keyOf(finding)
    const times = seen.get(base) ?? 0
    seen.set(base, times + 1)
    return describeFinding(finding, audit.document, titles, times === 0 ? base : `${base}-${times}`)
  })
}

/** The rule, its sentence and the accused words name a finding; the place does not, so that an inserted line keeps decisions. */
function keyOf(finding: Finding): string {
  const words = finding.evidence.map((side) => ('figure' in side ? side.figure.text : side.text))
  return createHash('sha256')
    .update([finding.rule, finding.message, ...words].join('\n'))
    .digest('hex')
    .slice(0, 16)
}

function describeFinding(
  finding: Finding,
  document: Document | undefined,
  titles: ReadonlyMap<string, string>,
  key: string,
): FindingView {
  const { rule, severity, message, expression, difference, unit, cause, suggestion } = finding
  const places = finding.evidence.map(placeOf)
  return {
    key,
    rule,
    title: titles.get(rule) ?? rule,
    severity,
    message,
    ...(expression ? { expression } : {}),
    ...(difference ? { difference } : {}),
    ...(unit ? { unit } : {}),
    ...(cause ? { cause } : {}),
    ...(suggestion ? { suggestion } : {}),
    places: document ? places.map((place) => describePlace(place, document)) : [],
    passages: document ? passagesOf(document, places, contextLength) : [],
    consequences: (finding.consequences ?? []).map((each, at) =>
      describeFinding(each, document, titles, `${key}.${at}`),
    ),
  }
}

function describePlace(place: Place, document: Document): PlaceView {
  const { part, block, row, cell, start, end } = place
  return {
    part,
    block,
    ...(row === undefined ? {} : { row }),
    ...(cell === undefined ? {} : { cell }),
    start,
    end,
    locus: locusOf(document, place),
  }
}
