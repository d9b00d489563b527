import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedNumbers } from './typed-numbers.ts'

const quantities: [text: string, found: string[]][] = [
  ['全年办理工单300件，满意率95.5%。', ['300件', '95.5%']],
  ['新修水渠3.2公里，改造农田1200亩、绿化２.５公顷。', ['3.2公里', '1200亩', '２.５公顷']],
  ['投入1,200.5万元，惠及3 万余人次。', ['1,200.5万元', '3 万余人次']],
  ['种树5万余株，供水80万吨，提高2.3个百分点，增长1.5倍。', ['5万余株', '80万吨', '2.3个百分点', '1.5倍']],
  ['自评得分95，问题由12减到3个。', ['95', '3个']],
  ['管网3km，药剂5kg，库容20m³。', ['3km', '5kg', '20m³']],
  ['面积850㎡，装灯60盏，培训40学时。', ['850㎡', '60盏', '40学时']],
]
for (const [text, found] of quantities)
  test(`正文里直接打出的数：${text}`, () => assert.deepEqual(typedNumbers(text), found))

const others = [
  '2023年12月31日，根据《关于做好2024年第3批自评的通知》（某财绩〔2024〕51号）开展。',
  '1-7月按计划推进，2021-2025年分步实施，3月底前完成。',
  '（1）制度健全；（2）执行到位。',
  '1.加强预算编制。',
  '12345热线24小时值守，全年7×24小时不断线。',
  '4A级景区、5G基站、G319国道沿线。',
  '从2010302一般行政管理事务列支。',
  '召开专题会议十余次，成效较好。',
]
for (const text of others) test(`不是数量，不要求绑定：${text}`, () => assert.deepEqual(typedNumbers(text), []))
