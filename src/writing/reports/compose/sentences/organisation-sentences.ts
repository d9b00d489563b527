import type { Run } from '#domain/report/printed-report.ts'
import { type Setting, factOf, inText, joined, say } from '../setting.ts'

/** 「设10个内设机构：a、b…。所属事业单位1个：…。」 */
export function offices(setting: Setting): Run[] | undefined {
  const { department, units } = setting.ledger
  const count = factOf(setting, { measure: 'offices.count', phase: 'none' })
  const unitCount = factOf(setting, { measure: 'units.count', phase: 'none' })
  const inner =
    count &&
    say`${department.shortName ?? department.name}设${count}内设机构：${(department.offices ?? []).join('、')}。`
  const outer = unitCount && say`所属事业单位${unitCount}：${units.map(({ name }) => name).join('、')}。`
  return inner || outer ? [...(inner ?? []), ...(outer ?? [])] : undefined
}

/** 「行政编制46个，…编制9个，合计60个。2023年底在职人员59人（含…8人），退休34人，在职人员控制率98.33%。」 */
export function staffing(setting: Setting): Run[] | undefined {
  const { facts, ledger } = setting
  const quotas = [...facts.values()].filter(({ measure }) => measure.startsWith('staff.quota-'))
  const total = factOf(setting, { measure: 'staff.quota', phase: 'none' })
  const onPost = factOf(setting, { measure: 'staff.on-post', phase: 'none' })
  const retired = factOf(setting, { measure: 'staff.retired', phase: 'none' })
  const rate = factOf(setting, { measure: 'staff.control-rate', phase: 'none' })
  if (!total || !onPost || !retired) return undefined
  const including = [...facts.values()].filter(({ measure }) => measure === 'staff.including')
  const singled = including.length
    ? [
        '（其中',
        ...joined(
          including.map((fact) => [fact.entity, inText(fact)]),
          '，',
        ),
        '）',
      ]
    : []
  return [
    ...joined(
      quotas.map((fact) => [fact.title, inText(fact)]),
      '，',
    ),
    ...(say`，人员编制合计${total}。${String(ledger.year)}年底实有在职人员${onPost}` ?? []),
    ...singled,
    ...(say`，退休人员${retired}。` ?? []),
    ...(say`在职人员控制率${rate}。` ?? []),
  ]
}

/** The department's duties, one sentence. */
export function functions({ ledger }: Setting): Run[] | undefined {
  const list = ledger.department.functions ?? []
  return list.length === 0
    ? undefined
    : [`主要职责：${list.map((one, index) => `（${index + 1}）${one}`).join('；')}。`]
}
