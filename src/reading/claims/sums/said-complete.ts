import { closedSetOf } from './closed-sets.ts'

const numerals = '〇一二三四五六七八九十'
/** How many kinds a list is said to have: 「分为四类」「四个产业」「分三批使用」. */
const soMany =
  /(?<![第前近约\d〇一二三四五六七八九十])([两二三四五六七八九十]|\d(?!\d))\s*(?:大|个|种|项|批|类|级|档|块|段|部分|方面|片|组|家|处|期|路|支|条|所|座|部门|环节|阶段|渠道|县|镇|乡|村|区|口径|层|轮|笔)[\p{Script=Han}]{0,12}(?:[：:]|[，,](?=[^，,。；：:]*$))/gu
/** That nothing else is there, told before the list. */
const only =
  /只有|仅有|只分|仅分|[只仅](?:包[括含])?[\p{Script=Han}、]{2,12}[两三四五]|均[为是]|都[是为]|全(?:部|数)?(?:[为是分由]|来自|用于)|分别[为是有]|[按从依]据?[^，。；\d]{1,10}(?:划?分|看|统计|计)[为]?|分[^，。；\d]{1,5}看|(?:去向|构成|来源|组成|用途|结构|分布|明细|种类|类型)(?:情况)?(?:具体)?(?:如下|[为是])|分[为成布]|(?<!情况)如下|方面[：:]/u
/** That nothing else is there, told behind it. */
export const nothingElse = /别无|无其[他它]|没有其[他它]|再无|不含其[他它]|[无没]有?(?:遗漏|缺项|重复)/
const open =
  /等(?![级次额分])|主要|例如|比如|譬如|重点|之一|部分(?=为|是)|左右|其中(?![：:，,]?[\p{Script=Han}]{0,4}上半年)|包[括含]|含|前[两三四五六七八九十]|超过|以上|[不至][少高低]于|另|每|均(?![为是])/u
const overlapping = /同时|兼[有具顾]|交叉|重叠|重复|既[有是]|[都均]有|两者/
/** The last of a list is the rest of it. */
const theRest = /^[、，；,;]?\s*(?:到[^，；]{1,4})?(?:[还尚仅]?[剩余]|其[余他它]|余下|剩[余下])/u
/** Two or three that are all there can be. */
const complements: readonly (readonly RegExp[])[] = [
  [/上半年/, /下半年/],
  [/(?<![未部分不])(?:达成|完成|达标|实现|落实)/, /部分|基本/, /未|没有|不/],
  [/已|完成|完工/, /正在|在[建办途]|推进/, /未|尚/],
  [/城[市镇区]/, /农村|乡村|乡镇/],
  [/男/, /女/],
  [/国产|境内|国内/, /进口|境外|国[外际]/],
  [/线上|网上/, /线下|窗口|现场/],
  [/室内/, /室外/],
  [/新[建购增]/, /改[建扩造]|续建|原有|存量|更新/],
]

/** How many kinds the words before a list say that there are; the last number told counts. */
export function kindsTold(intro: string): number | undefined {
  const told = [...intro.matchAll(soMany)].at(-1)?.[1]
  if (told === undefined) return undefined
  return told === '两' ? 2 : /\d/.test(told) ? Number(told) : numerals.indexOf(told)
}

/** Whether some of a list may be left out, or be told twice. */
export function mayBeOpen(intro: string, list: string): boolean {
  return open.test(list) || overlapping.test(list) || overlapping.test(intro) || open.test(intro.replace(soMany, ''))
}

/** Whether the words behind a list leave it open, or count some of it twice. */
export function goesOnBehind(tail: string): boolean {
  return (
    /^[\p{Script=Han}]{0,3}等(?!级)|^[\p{Script=Han}]{0,2}(?:[较居最]多|为主|居前)|多(?:类|项|种|个)(?:问题|情形|身份)/u.test(
      tail,
    ) || overlapping.test(tail)
  )
}

/** Whether the words before a list, or its own, say that it is all there is. */
export function isSaidComplete(introduction: string, labels: readonly string[]): boolean {
  return only.test(introduction) || areComplements(labels)
}

/** Whether a number is told as what the others leave; 「其他」 is so only behind several. */
export function isTheRest(stretch: string, items: number): boolean {
  return theRest.test(stretch.trim()) && (items >= 3 || !/其[他它]/.test(stretch))
}

/** 「衬砌渠道中，」「基本支出内，」: what a list takes apart. */
export function topicOf(introduction: string): string | undefined {
  return /(?:^|[。；;])\s*([\p{Script=Han}“”]{2,12})[中内里][，,][^，,。；;：:]*$/u.exec(introduction)?.[1]?.slice(-4)
}

/** 「干渠6.9公里、支渠12.4公里、斗渠19.3公里」「人员经费…，公用经费…」: kinds of one thing, or all that the accounts know. */
export function areKin(labels: readonly string[], total: string): boolean {
  const ending = labels[0]?.at(-1)
  return (
    closedSetOf(labels, total) ||
    (labels.length >= 3 &&
      !/[费元数为的款]/.test(ending ?? '的') &&
      labels.every((label) => label.length >= 2 && label.endsWith(ending!)))
  )
}

/** 「达成21个、部分达成2个、未达成1个」, 「上半年17批次，下半年21批次」, 「合格310件，不合格12件」. */
export function areComplements(labels: readonly string[]): boolean {
  if (complements.some((set) => set.length === labels.length && set.every((word, at) => word.test(labels[at]!))))
    return true
  return (
    labels.length === 2 &&
    labels.some((one) =>
      labels.some(
        (two) => /^(?:未|不|非|没有)/.test(two) && one !== two && one.endsWith(two.replace(/^(?:未|不|非|没有)/, '')),
      ),
    )
  )
}

/** 「购置及运行维护费41.17万元，内含购置费17.98万元、运行维护费23.19万元」: the total's own name is made of theirs. */
export function areNamed(labels: readonly string[], lead: string): boolean {
  const cores = labels.map((label) => label.replace(/(?:费用?|支出|经费|类|数)$/, ''))
  return (
    /[及和与、]/.test(lead) &&
    new Set(cores).size === cores.length &&
    cores.every((core) => core.length >= 2 && lead.includes(core))
  )
}
