import { type Block, heading, text, title } from './blocks.ts'
import { partyAndWriting } from './overall-report.ts'

/**
 * What differs from one project report to the next; the rest is the county's fixed form.
 *
 * name      as the running text calls it; heading: as the title prints it, one entry a line
 * amount    万元, both arrived and spent
 * aim       printed twice: as the project's description and as its target
 * effects   paragraphs under 「效益性分析」; numbered tells whether that heading kept its number
 */
type Project = {
  readonly name: string
  readonly heading: readonly string[]
  readonly amount: string
  readonly aim: string
  readonly effects: readonly string[]
  readonly numbered: boolean
}

const projects: readonly Project[] = [
  {
    name: '改善民生、为民办实事、督查工作',
    heading: ['2023年度改善民生、为民办实事、督查工作项目支出绩效评价报告'],
    amount: '30',
    aim: '让群众得到实惠、让社会更公平；把全年的督查检查、省市民生实事和真抓实干激励事项盯紧抓实。',
    effects: [
      '按照年度督查计划，对领导批示、县长会议纪要和常务会议定事项逐件跟踪，全年印发督查通报40期、专报24期，列入督办的事项10余个；' +
        '对竹海景区创建、流域生态治理等重点工程到现场督办，进度明显加快。省市十大民生实事落到本县的考核指标有32个，均已达到或超过要求，县级验收已经做完。' +
        '真抓实干激励工作由督查室统一调度，林长制、河湖长制、人居环境整治等多个事项得到市级推荐。',
    ],
    numbered: true,
  },
  {
    name: '落实政府工作报告',
    heading: ['2023年度落实政府工作报告', '项目支出绩效评价报告'],
    amount: '130',
    aim: '写好政府工作报告和重要讲话，围绕全县发展大局开展调研，把政务信息收集好、报送好，办好代表建议和委员提案。',
    effects: [
      `${partyAndWriting}协调服务方面，牵头或配合组织专题协调会近200次，陪同县领导外出招商和下乡调研，一年下来有200余次。`,
    ],
    numbered: false,
  },
  {
    name: '会议费、宣传费',
    heading: ['2023年度会议费、宣传费', '项目支出绩效评价报告'],
    amount: '70',
    aim: '保障县政府各类会议顺利召开，管好会议审批，把上级精神和县里的政策讲给群众听。',
    effects: [
      '会务方面，承办县政府全体会议2次，县政府常务会议、党组扩大会议各12次，常务会议室的会务全部由本办负责，并帮助其他单位办会。',
      '政务服务方面，印发了年度工作要点和行政许可清单；“湘易办”新增注册用户23万，电子证照归集81类，“一网通办”事项1206项，' +
        '“一件事一次办”套餐落地21个。县乡村三级的依申请事项已全面清理一遍，认领的两项“揭榜”任务都已交账。',
      '政务公开方面，5月12日办了一场主题日活动，到场的有33个部门50余个企业，群众参与达6000人次；下半年按省里的第三方评估要求逐条整改。',
    ],
    numbered: false,
  },
  {
    name: '核电项目',
    heading: ['2023年度核电项目支出绩效评价报告'],
    amount: '32',
    aim: '守好核电厂址，讲好核电知识。',
    effects: [
      '到沾溪、三堂街等镇做了2次专题调研，写出调研文章3多篇；对建房纠纷、失地补助等遗留问题逐一登记处理，当地秩序平稳。' +
        '每个月与核电公司一同巡查厂址1次，违反保护条例的情况当场指出并通报。',
    ],
    numbered: false,
  },
  {
    name: '招商引资、立项争资',
    heading: ['2023年度招商引资、立项争资', '项目支出绩效评价报告'],
    amount: '34',
    aim: '招来好项目、好企业，争取上级资金，把营商环境再优化一步。',
    effects: [
      '准入方面，开办企业只进一个窗口，半天就能拿到执照，部分许可实行“一证多址”。服务方面，“一网通办”事项302项，容缺受理清单364项；' +
        '数据共享平台汇集数据1464余万条，审批环节比上年减少。成本方面，免费刻章800余套、发放税务Ukey1140多个；' +
        '小微企业用气报装费用同比下降10%以上，用水报装同比下降15%以上。',
      '助企方面，举办两次消费节，卖出各类商品2.1亿元以上，拉动其他消费3.5亿元以上；1-7月收到企业反映的问题88个，办结85个，解决率96.6%。' +
        '执法方面，减轻的120例，从轻的1226例，免罚的122例。司法方面，涉企专项执行开展2次，首执立案2366件，结案1768件，结案率74.73%；' +
        '查办损害营商环境的线索23件，处理23人，曝光案例1期2起。',
    ],
    numbered: false,
  },
]

const guidance = '（填写说明：请围绕经济性、效率性、有效性、可持续性四方面作量化分析（200字以内），填好后删去本段。）'

function projectReport(project: Project): Block[] {
  const { name, amount } = project
  return [
    title(...project.heading),
    text(
      `桃江县财政局印发了2023年度财政资金自评的通知（桃财绩〔2024〕51号），本办据此对2023年${name}经费作了自评，结果报告如下：`,
    ),
    heading(1, '一、项目概况'),
    heading(2, '（一）项目基本情况简介'),
    text(project.aim),
    heading(2, '（二）项目绩效目标设立情况'),
    text(project.aim),
    heading(1, '二、项目资金使用及管理情况分析'),
    heading(2, '（一）项目资金安排、到位、落实以及总投入等情况'),
    text(`到2023年底，县财政安排该项目资金${amount}万元，已经足额到账，没有挪作他用。`),
    heading(2, '（二）项目资金实际使用情况'),
    text(`2023年${name}经费实际支出${amount}万元，年初预算完成率100%，当年收支持平，审计和自查都没有发现截留。`),
    heading(2, '（三）项目资金管理情况'),
    text('资金单独核算、分账登记，只用于批准的用途。'),
    heading(1, '三、项目组织实施情况分析'),
    text('项目照年初计划推进，设有数量、时效、社会效益、经济成本、服务对象满意度五类指标，逐项对照检查。'),
    heading(1, '四、项目绩效情况分析'),
    heading(2, '（一）经济性分析'),
    text('1、预算执行方面。先保质量再压成本，没有浪费和超范围开支。'),
    text('2、预算管理方面。支出的方向和比例都照年初预算方案办理，没有临时变更，预算目标基本达成。'),
    heading(2, '（二）效率性分析'),
    text('经费按进度拨付，各项工作没有因为缺钱而拖延。'),
    heading(2, project.numbered ? '（三）效益性分析' : '效益性分析'),
    ...project.effects.map(text),
    text(guidance),
    ...evaluationChapter(project),
    heading(1, '六、其他需要说明的问题'),
    text('无'),
  ]
}

function evaluationChapter({ name, numbered }: Project): Block[] {
  return [
    heading(1, '五、绩效评价工作开展情况'),
    heading(2, '（一）绩效评价目的'),
    text('弄清项目经费的去向和成效，促进机关更好地履职。'),
    heading(2, numbered ? '（二）绩效评价工作过程' : '绩效评价工作过程'),
    text('1、成立评价小组，定出考核指标；'),
    text(`县财绩〔2024〕51号规定了评价办法，小组据此对2023年${name}经费逐笔核对、逐项打分，自评结果为100分。`),
    text('2、平时通报支出进度，年末作总结评价，评价中发现的问题用来改进下一年的预算编制。'),
  ]
}

/** The five project reports that follow the forms, in the order they were bound. */
export const projectReports: readonly Block[] = projects.flatMap(projectReport)
