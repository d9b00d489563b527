/** What the name of an indicator says it measures, and the level-2 heading that is for it. */
type Kind = {
  readonly says: RegExp
  /** Where what is measured is said by the unit too. */
  readonly unit?: RegExp
  readonly what: string
  readonly home: string
  /** Headings under which it is surely in the wrong place. */
  readonly wrongUnder: RegExp
}

const kinds: readonly Kind[] = [
  { says: /满意[度率]/, what: '满意程度', home: '满意度指标', wrongUnder: /数量|成本|效益/ },
  { says: /(?:及时|按时|按期|准时)\S*率$/, what: '做得及不及时', home: '时效指标', wrongUnder: /数量|质量|成本/ },
  {
    says: /(?:合格|达标|优良|准确|验收通过)率$/,
    what: '做得合不合格',
    home: '质量指标',
    wrongUnder: /数量|时效|成本/,
  },
  {
    says: /成本|费用|经费|造价|单价/,
    unit: /元(?:\/\S+)?$/,
    what: '花了多少钱',
    home: '成本指标',
    wrongUnder: /数量|质量|时效/,
  },
]

/**
 * Whether an indicator that is being written belongs under another heading, by its name alone; undefined where the name
 * does not say. Only a hint beside the field: in a finished form the name may be short for something else.
 */
export function headingHint(level2: string, name: string, unit: string): string | undefined {
  const kind = kinds.find(
    (each) => each.wrongUnder.test(level2) && each.says.test(name.trim()) && (each.unit?.test(unit.trim()) ?? true),
  )
  return kind && `「${name.trim()}」说的是${kind.what}，一般放在${kind.home}下，现在放在${level2}下`
}
