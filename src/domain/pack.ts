import type { Big } from 'big.js'
import type { Sign } from './ledger/goal.ts'
import type { PackForms } from './report/form-layout.ts'

/**
 * How a place scores in a span of years: data (data/packs), so that a stored evaluation replays for ever under its pack.
 *
 * region     beginning of the division codes it is for: '43' Hunan, '' the whole country
 * years      first and last fiscal year
 * forms      ids of the layouts its forms are printed in (data/forms)
 * aliases    what its place calls the columns of forms, by what a column holds ('target': 年初目标值): read beside the usual labels
 * outlines   ids of the chapters its reports have (data/outlines)
 * standards  how points are given in the words of its forms (评分标准), by sign or by the name of a rule
 * variants   ways the points may be spread; the one whose level-1 headings are those of the indicators applies
 * reverse    how a value above a ceiling loses points: 'linear2x' none left at twice the ceiling, 'ratio' W·T÷A
 * reasonAt   a value this many times its target has to be explained
 * overshoot  what a value many times its target loses for a target set too low, lowest first; absent: nothing
 * grades     best first
 */
export type RulePack = {
  readonly id: string
  readonly title: string
  readonly region: string
  readonly years: readonly [number, number]
  readonly sources: readonly PackSource[]
  readonly forms: { readonly [Form in keyof PackForms]: string }
  readonly aliases?: Readonly<Record<string, readonly string[]>>
  readonly standards?: Readonly<Record<string, string>>
  readonly outlines: { readonly department: string; readonly project: string }
  readonly execution: { readonly weight: Big; readonly reasonBelow?: Big }
  readonly variants: readonly PackVariant[]
  readonly reverse: 'linear2x' | 'ratio'
  readonly reasonAt: Big
  readonly overshoot?: readonly OvershootStep[]
  readonly qualitative: readonly QualitativeBand[]
  readonly satisfaction?: readonly SatisfactionStep[]
  readonly grades: readonly { readonly name: string; readonly from: Big }[]
  readonly cases: readonly PackCase[]
}

/** What of a pack decides points: a stored evaluation keeps this much of it, and so outlives changes of forms and words. */
export type ScoringRules = Pick<
  RulePack,
  | 'id'
  | 'title'
  | 'execution'
  | 'variants'
  | 'reverse'
  | 'reasonAt'
  | 'overshoot'
  | 'qualitative'
  | 'satisfaction'
  | 'grades'
>

/**
 * The pack a document is checked by: named by the person who asked, or told by the document, whose place and year are
 * certain. Where neither is, there is none, and only what no place allows is a contradiction.
 */
export type ChosenPack = { readonly pack: RulePack; readonly by: 'asked' | 'document'; readonly forms?: PackForms }

/** 「规则包「湖南2023」，按文件的地区和年度选用」: what findings that rest on a pack name as their 依据. */
export function packBasis({ pack, by }: ChosenPack): string {
  return `规则包「${pack.title}」，${by === 'asked' ? '按命令指定' : '按文件的地区和年度选用'}`
}

/** Where a rule stands, and how sure we are: read in the original, seen in a form in use, or known from the field only. */
export type PackSource = {
  readonly document: string
  readonly says: string
  readonly mark: 'original' | 'form-in-use' | 'from-the-field'
}

/** Level-1 headings that share points: usually one heading each; Hubei scores 效益 and 满意度 together. */
export type PackVariant = {
  readonly id: string
  readonly title: string
  readonly groups: readonly { readonly headings: readonly string[]; readonly points: Big }[]
}

/** Points of a qualitative target, in % of the weight: from (included) to (excluded, but 100); `usual` unless set by hand. */
export type QualitativeBand = {
  readonly words: readonly string[]
  readonly from: Big
  readonly to: Big
  readonly usual: Big
}

/** A value of at least `from` times its target loses `deduct` % of the weight. */
export type OvershootStep = { readonly from: Big; readonly deduct: Big }

/** A satisfaction of at least `from` % earns `share` % of the weight. */
export type SatisfactionStep = { readonly from: Big; readonly share: Big }

/** An example that must come out as stated, worked by hand. */
export type PackCase = {
  readonly name: string
  readonly rule?: string
  readonly sign: Sign
  readonly target: Big | string
  readonly actual: Big | string
  readonly unit: string
  readonly weight: Big
  readonly level1: string
  readonly points: Big
  readonly working: string
}
