import type { Audit } from '#domain/audit.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { type Accusation, accusationsOf, freshFindings, keysOf } from './accusations.ts'
import { writeFile } from './formats/write-file.ts'
import { type Mutation, mutated } from './mutate.ts'
import { habitsFrom, penFrom } from './pen.ts'
import { randomFrom } from './random.ts'
import { type Report, numbersOf, printed, surroundings, withNumber } from './report.ts'
import { type FileKind, type Style } from './styles/style.ts'
import { worldOf } from './world.ts'

/** How one changed number was treated: pointed at, shown at all, or missed. */
export type Trial = {
  style: string
  file: FileKind
  relation: string
  edit: string
  shown: boolean
  pointed: boolean
  seed: number
  was: string
  became: string
  where: string
}

export type Examination = {
  style: string
  file: FileKind
  seed: number
  trials: Trial[]
  accusations: (Accusation & { style: string; file: FileKind; seed: number })[]
  problems: string[]
}

/** The agreeing report of a style and seed, and the file kind it comes in. */
export function reportOf(style: Style, seed: number): { report: Report; file: FileKind } {
  const world = worldOf(seed)
  const random = randomFrom(seed * 31 + style.id.length)
  const pen = penFrom(random, habitsFrom(random, world.grain))
  return { report: style.write(world, pen), file: random.pick(style.files) }
}

/** Audits one agreeing report, then the same report again for each of `changes` changed numbers. */
export async function examine(style: Style, seed: number, changes: number): Promise<Examination> {
  const { report, file } = reportOf(style, seed)
  const clean = await auditDocument(await writeFile(report, file))
  const known = keysOf(clean)
  const trials: Trial[] = []
  for (const mutation of mutationsOf(report, seed, changes)) {
    const spoiled = await auditDocument(await writeFile(withNumber(report, mutation.number, mutation.changed), file))
    trials.push({
      ...judged(spoiled, mutation, known),
      style: style.id,
      file,
      seed,
      where: surroundings(report, mutation.number),
    })
  }
  const accusations = accusationsOf(clean).map((each) => ({ ...each, style: style.id, file, seed }))
  return { style: style.id, file, seed, trials, accusations, problems: clean.problems.map(({ code }) => code) }
}

/** Up to `count` changes, taken from as many different relations as there are. */
function mutationsOf(report: Report, seed: number, count: number): Mutation[] {
  const random = randomFrom(seed * 7919 + 5)
  const numbers = numbersOf(report)
  const bases = numbers.filter(({ marks }) => marks.some(({ relation }) => relation === 'change.base'))
  const all = numbers.flatMap((number) => mutated(number, bases, random) ?? [])
  const byRelation = Map.groupBy(all, ({ relation }) => relation)
  const queues = [...byRelation.values()].map((list) => random.shuffled(list))
  const chosen: Mutation[] = []
  for (let turn = 0; chosen.length < count && turn < 60; turn += 1) {
    for (const queue of random.shuffled(queues)) if (queue[turn]) chosen.push(queue[turn]!)
  }
  return chosen.slice(0, count)
}

type Verdict = Omit<Trial, 'style' | 'file' | 'seed' | 'where'>

function judged(audit: Audit, { number, changed, relation, edit }: Mutation, known: ReadonlySet<string>): Verdict {
  const fresh = freshFindings(audit, known)
  const digits = changed.digits.replaceAll(',', '')
  const pointed = fresh.some(({ evidence }) =>
    evidence.some((each) => 'figure' in each && Number(each.figure.printed) === Number(digits)),
  )
  return { relation, edit, shown: fresh.length > 0, pointed, was: printed(number), became: printed(changed) }
}
