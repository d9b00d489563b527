import { type Pair, testInPairs } from './in-pairs.ts'

/** What was, what is, by how much and by what share it changed; what is changed in it, and the finding that shows. */
const pairs: readonly Pair[] = [
  [
    '本年数、上年数与增幅相符，增减额是别处的数',
    '五校在校生共9740人，较2023年秋季学期的9318人增加422人，增长4.53%。',
    ['422', '729'],
    'warning change.against-base',
  ],
  [
    '本年数、增减额与增幅相符，上年数差得多',
    '全年支出4483.96万元，执行率97.37%，比上年4106.88万元增加377.08万元（增长9.18%）。',
    ['4106.88', '1406.88'],
    'warning change.against-base',
  ],
  [
    '本年数在前一句',
    '热线受理环卫类投诉2315件，按时办结2274件。受理量较上年2748件减少433件，下降15.76%。',
    ['2748', '7248'],
    'warning change.against-base',
  ],
  [
    '由多少降到多少，少了多少',
    '小学在校生从32415人降到31860人，少了555人，下降1.71%。',
    ['555', '542'],
    'warning change.against-base',
  ],
  [
    '多字后面是数，不是约数',
    '城镇新增就业6483人，比上年的6391人多92人，增长1.44%。',
    ['6391', '3691'],
    'warning change.against-base',
  ],
  [
    '比计划多的是总数，不是所列的最后一项',
    '新增就业412人，其中按比例97人、集中64人、灵活251人，比计划380人多32人。',
    ['32', '37'],
    'warning difference.amounts',
  ],
]
testInPairs(pairs)
