import type { Mention } from '../text/sentences.ts'
import { ownClause } from './gap-words.ts'

/** What was laid down, asked for, booked or owed. */
const planned =
  /预算|计划|规划|目标|任务|指标|概算|估算|匡算|测算|控制价|限[额价值]|上限|标准|要求|规定|合同|协议|约定|中标|核定|编制|定[额员]|申请|申报|送审|报[送审批]|填报|上报|自报|账[面载上存]|登记|台账|应[\p{Script=Han}]|须|需|拟|方案|原|设计|下[达拨发]|安排|到位|拨[付款入]|批[复准]|筹[集措]|收入|总?投资|采购|订单|承诺|预计|年初|共有|总额|总[量数]|全部|受理|参[加训考]|发放|送检|抽检|检查|排查|发现|交办|收到|能力|容[量纳]|公告|派[驻出]|发[出布]|在校|现有|涉及|共[\p{Script=Han}]/u

/** What came of it. */
const done =
  /实际|实[有收到付发种测缴支施完用拨领得]|决算|执行|支[出付]|完成|审[定核计]|核[定实查准]|评审|批[复准]|下达|结算|盘点|清[点查]|现[场有状]|到位|已|落实|采购|成交|中标|使用|竣工|可?供[水应给]?|开放|最终|复[核查]|兑付|发放|拨付|收[到回]|受益|达到?|投入|办结|整改|销号|通过|合格|在[岗职编册]|有效|余额|建成|签约|认定|列支|缴[纳库]|入库|覆盖|参[加训]|比对|报销|发出|供养|入[住驻学园]|录[取用]|采纳|成活|成活|筹[集措]/

/** Whether a number is told as what there was to be, or as what there is. */
export function isPlanned(mention: Mention): boolean {
  return planned.test(ownClause(mention))
}

export function isDone(mention: Mention): boolean {
  return done.test(ownClause(mention))
}
