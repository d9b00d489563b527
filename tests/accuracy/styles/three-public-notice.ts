import { type Pen } from '../pen.ts'
import { change, ratio, sum } from '../relations.ts'
import { type Block, type Num, heading, paragraph, t } from '../report.ts'
import { type World, threePublicSum } from '../world.ts'
import { changePassage } from './money-passages.ts'
import { type Style } from './style.ts'
import { unitOf } from './work-passages.ts'

/** Short notice on the 三公 of a year: dense with numbers. */
export const threePublicNotice: Style = {
  id: 'three-public-notice',
  title: '“三公”经费公开说明',
  files: ['html', 'docx', 'tabbed-text'],
  write(world, pen) {
    const { actual, lastYear } = world.threePublic
    const amounts = [
      ['因公出国（境）费', actual.abroad, lastYear.abroad],
      ['公务用车购置及运行维护费', actual.purchase + actual.running, lastYear.purchase + lastYear.running],
      ['公务接待费', actual.reception, lastYear.reception],
    ] as const
    const total = pen.wan(threePublicSum(actual))
    const items = amounts.map(([name, now, before]) => ({ name, now, before, number: pen.wan(now) }))
    sum(
      total,
      items.map((item) => item.number),
      'three-public',
    )
    const whole = changePassage(
      pen,
      total,
      { current: threePublicSum(actual), base: threePublicSum(lastYear) },
      world.year,
    )
    const blocks: Block[] = [
      heading(1, `${unitOf(world)}${world.year}年度“三公”经费决算情况说明`),
      paragraph(t`经汇总，${world.year}年${unitOf(world)}“三公”经费支出${total}`, whole, '。其中：'),
      ...items.map((item, index) => paragraph(itemLine(pen, total, item, index, world))),
      paragraph('备注：公务接待费，反映单位按规定开支的各类公务接待（含外宾接待）费用。'),
      paragraph(`特此说明。${world.year + 1}年8月${1 + (world.seed % 27)}日`),
    ]
    return { name: `${unitOf(world)}三公经费说明`, blocks }
  },
}

type Item = { name: string; now: number; before: number; number: Num }

function itemLine(pen: Pen, total: Num, item: Item, index: number, world: World) {
  const share = pen.rate(item.now, threePublicSum(world.threePublic.actual))
  ratio(share, item.number, total, 'share')
  const split = item.name.startsWith('公务用车') ? vehicles(pen, item.number, world) : t``
  return t`${index + 1}.${item.name}${item.number}，占${pen.say('', '“三公”经费的')}${share}${split}${itemChange(pen, item, world)}。`
}

function itemChange(pen: Pen, item: Item, world: World) {
  if (pen.random.chance(0.4) || item.before === 0 || item.now === item.before)
    return changePassage(pen, item.number, { current: item.now, base: item.before }, world.year)
  const [base, delta] = [pen.wan(item.before), pen.wan(Math.abs(item.now - item.before))]
  const up = item.now > item.before
  change({ current: item.number, base, delta })
  return t`，${world.year - 1}年决算数为${base}，${up ? '增加' : '减少'}${delta}`
}

function vehicles(pen: Pen, whole: Num, world: World) {
  const { purchase, running } = world.threePublic.actual
  const [bought, run] = [pen.wan(purchase), pen.wan(running)]
  sum(whole, [bought, run], 'three-public')
  return t`，其中：公务用车购置费${bought}、公务用车运行费${run}`
}
