import type { IndicatorRow } from '#domain/reading.ts'
import type { Rule, Verdict } from '../rule.ts'
import { byForm, contradiction, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'
import { measured } from './measured.ts'

const source = '财预〔2021〕101号 绩效指标设置要求；本系统核对规则'

/** I70: an indicator whose value speaks of something else than its heading does. */
export const wrongHeading: Rule = {
  id: 'I70',
  title: '三级指标应当放在对应的二级指标下',
  source,
  judge: (reading) =>
    filledIndicators(reading).map((row) => {
      if (!row.target || isBlank(row.target.text)) return { outcome: 'not-applicable' }
      const wrong = misplaced(row.group[1], row.name.text, row.target.text)
      if (!wrong) return { outcome: 'holds' }
      const message = `「${nameOf(row)}」的指标值是「${row.target.text.trim()}」，${wrong}`
      return contradiction('I70', 'warning', message, [wordsEvidence(row.name), wordsEvidence(row.target)])
    }),
}

const countWords = /^(?:个|条|次|篇|期|件|份|人|人次|户|家|项|台|套|辆|场|批|公里|亩|㎡)$/

/** Why an indicator does not belong under its level-2 heading; undefined where it does. `target` as printed: 「200条」. */
export function misplaced(level2: string, name: string, target: string): string | undefined {
  const text = `${name}${target}`.replace(/\s+/g, '')
  const value = measured(target)
  if (/时效/.test(level2) && /满意[率度]/.test(text))
    return '说的是满意程度，不是时效，应移到满意度指标下，时效指标另设完成时间或及时率。'
  if (/质量/.test(level2) && value && countWords.test(value.unit) && !/率|合格|达标/.test(text))
    return '只是一个数量，应移到数量指标下，质量指标另设合格率、达标率等。'
  return undefined
}

/** What a measurable target is under each heading. */
export const howToMeasure = '数量应写数字和单位，成本应写金额或控制率，满意度应写百分比，时效应写期限或及时率。'

const vague =
  /^(?:全年|完成|按时完成|及时|有所(?:提高|提升|改善)|(?:有效|明显|显著|不断|持续|逐步)(?:提高|提升|改善|增强)?|良好|较好|长期|年度|全部完成|提高|提升|保障|加强|是|有|达到预期|达标|增强|改善)$/

/** Targets of 数量, 时效, 成本 or 满意度 that nothing can be measured against: one finding a form. */
export const unmeasurableTarget: Rule = {
  id: 'indicator.unmeasurable',
  title: '数量、时效、成本、满意度指标应当可以衡量',
  source,
  judge: (reading) => byForm(filledIndicators(reading)).map(judgeForm),
}

function judgeForm(rows: readonly IndicatorRow[]): Verdict {
  const judged = rows.filter(
    (row) => row.target && asksMeasure(row.group[1] || row.group[0]) && !isBlank(row.target.text),
  )
  if (judged.length === 0) return { outcome: 'not-applicable' }
  const loose = judged.filter((row) => isVague(row.group[1], row.target!.text))
  if (loose.length === 0) return { outcome: 'holds' }
  const names = loose.map((row) => `「${nameOf(row)}」的「${row.target!.text.trim()}」`).join('、')
  const message = `${names}没有可以衡量的数值，完成与否无从核对；${howToMeasure}`
  return contradiction(
    'indicator.unmeasurable',
    'warning',
    message,
    loose.map((row) => wordsEvidence(row.target!)),
  )
}

/** Headings under which a target has to be measurable. */
export function asksMeasure(heading: string): boolean {
  return /数量|时效|成本|满意度/.test(heading)
}

/** Whether a target under such a heading is only a wish; 时效 may be in words such as 按时完成. */
export function isVague(level2: string, target: string): boolean {
  return vague.test(target.replace(/[\s。；;]/g, '')) && !(/时效/.test(level2) && !/^全年$/.test(target.trim()))
}
