import { type Pen } from '../pen.ts'
import { counted, ratio, sum } from '../relations.ts'
import { type Block, type Num, type Token, heading, paragraph, t } from '../report.ts'
import { type World } from '../world.ts'

/** 「县」 or 「市」 or 「区」, for short self-reference. */
export function unitOf(world: World): string {
  return `${world.county}${world.department}`
}

/** 内设N个：… ；下属N个：…. */
export function organsPassage(world: World, pen: Pen): Token[] {
  const { organs, units } = world.staff
  const [inner, outer] = [pen.count(organs.length, '个'), pen.count(units.length, '个')]
  counted(inner)
  counted(outer)
  const [first, second] = [organs.join('、'), units.join('、')]
  return pen.say(
    () => t`${unitOf(world)}是县政府工作部门，为正科级，内设${inner}股室：${first}。所属事业单位${outer}：${second}。`,
    () => t`我局设${inner}内设机构，分别为${first}；下设${outer}二级机构，分别是${second}。`,
  )()
}

/** 编制 by kind and 在职. `quota` is the total where one is printed. */
export function staffPassage(world: World, pen: Pen): { tokens: Token[]; onPost: Num } {
  const { staff, year } = world
  const all = staff.quotas.reduce((whole, each) => whole + each.count, 0)
  const total = pen.count(all, '名')
  const parts = staff.quotas.map((each) => ({ name: each.name, amount: pen.count(each.count, '名') }))
  sum(
    total,
    parts.map((part) => part.amount),
    'staff',
  )
  const onPost = pen.count(staff.onPost, '人')
  const list = pen.list(
    parts.map((part) => t`${part.name}${part.amount}`),
    '、',
  )
  const tokens = pen.say(
    () => t`核定编制${total}，其中${list}。${year}年末实有在职人员${onPost}，退休人员${staff.retired}人。`,
    () => t`人员编制共${total}，其中：${list}。年底实有在职在编${onPost}，离退休${staff.retired}人。`,
  )()
  return { tokens, onPost }
}

/** Work done: counts that have nothing to do with each other, loose words, and one pair with its rate. */
export function workPassage(world: World, pen: Pen): Token[] {
  const { work } = world
  const [accepted, closed, rate] = [
    pen.count(work.accepted, '件'),
    pen.count(work.closed, '件'),
    pen.rate(work.closed, work.accepted),
  ]
  ratio(rate, closed, accepted, 'count-rate')
  const settled = pen.say(
    () => t`全年受理群众诉求${accepted}，已办结${closed}，办结率${rate}`,
    () => t`收到各类投诉举报${accepted}，办结${closed}，办结率达${rate}`,
    () => t`共收集意见建议${accepted}，已解决${closed}，解决率${rate}`,
  )()
  const noise = pen.say(
    () => t`召开党组会议${work.meetings}次，组织理论学习${work.trainings}次，参训${pen.loosely(work.people, '人次')}`,
    () =>
      t`印发通报${work.briefs}期，规范办理各类公文${pen.loosely(work.documents, '件')}，报送信息${pen.loosely(work.papers, '条')}、位列全市前三`,
    () =>
      t`开展专项检查${work.trainings}轮次，出动执法人员${pen.loosely(work.people, '人次')}，检查企业${work.papers}家（次）`,
  )()
  return t`围绕县委、县政府中心工作，${noise}；${settled}。联系电话0737－${8_200_000 + world.seed}，推进${pen.say('“六仗”', '“五大行动”', '“三个一批”')}落地见效。`
}

/** 「根据《…》（…〔2024〕51号）」: numbers that are names, not amounts. */
export function basisPassage(world: World): Token[] {
  const prefix = ['财绩', '财预', '财发'][world.seed % 3]!
  return t`根据《${world.county}财政局关于开展${world.year}年度财政资金绩效自评工作的通知》（${world.county.slice(0, 1)}${prefix}〔${world.year + 1}〕${world.docNumber}号）要求，现将有关情况报告如下：`
}

/** 主要职能, numbered with plain digits. */
export function dutiesPassage(pen: Pen): Block[] {
  const duties = [
    '贯彻执行国家和省有关法律法规和方针政策，拟订本地区发展规划并组织实施。',
    '承担行业监督管理和行政审批工作。',
    '组织开展统计监测、信息发布和安全生产监管。',
    '完成县委、县政府交办的其他任务。',
  ]
  const numbered = duties.map((duty, index) => `${index + 1}.${duty}`)
  return pen.random.chance(0.5)
    ? [paragraph(`主要职能：${numbered.join('')}`)]
    : [paragraph('主要职责：'), ...numbered.map((line) => paragraph(line))]
}

/** Closing sections without a number that matters. */
export function closing(pen: Pen, first: string, second: string): Block[] {
  return [
    heading(1, first),
    paragraph(
      pen.say(
        '一是预算编制精细化程度有待提高；二是绩效指标设置不够量化；三是部分项目支出进度偏慢。',
        '财务制度有待进一步完善，绩效管理意识需进一步提高。',
      ),
    ),
    heading(1, second),
    paragraph(
      pen.say(
        '科学合理编制年度预算，加强绩效运行监控，提高资金使用效益。',
        '一是加强学习培训；二是健全内控制度；三是强化结果应用。',
      ),
    ),
  ]
}
