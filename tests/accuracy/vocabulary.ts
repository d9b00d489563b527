/** Words the made-up reports are filled with. No real unit, no real person. */
export const counties = [
  '清源县',
  '临江县',
  '青石县',
  '云岭县',
  '丹水市',
  '北屏区',
  '南浦区',
  '平川县',
  '龙泉山县',
  '白鹭县',
]
export const departments = [
  '农业农村局',
  '文化旅游体育局',
  '水利局',
  '商务局',
  '交通运输局',
  '人力资源和社会保障局',
  '市场监督管理局',
  '自然资源局',
  '卫生健康局',
  '教育局',
]
export const projectNames = [
  '高标准农田建设补助',
  '政务信息化运维',
  '公共文化设施免费开放',
  '小型水库维修养护',
  '农村公路养护',
  '职业技能培训',
  '食品安全抽检',
  '地质灾害防治',
  '基本公共卫生服务',
  '义务教育薄弱环节改善',
  '招商引资工作经费',
  '安全生产专项整治',
]
export const towns = [
  '东坪镇',
  '马路镇',
  '梅城镇',
  '仙溪镇',
  '大福镇',
  '长塘镇',
  '羊角塘镇',
  '冷市镇',
  '龙塘乡',
  '滔溪乡',
  '奎溪镇',
  '烟溪镇',
  '渠江乡',
  '平口镇',
]

type Entry = {
  level1: string
  level2: string
  name: string
  sign: string
  target: number | string
  unit: string
  weight: number
}
const quantity = (name: string, target: number, unit: string, weight: number): Entry => ({
  level1: '产出指标',
  level2: '数量指标',
  name,
  sign: '≥',
  target,
  unit,
  weight,
})
const quality = (name: string, target: number, weight: number): Entry => ({
  level1: '产出指标',
  level2: '质量指标',
  name,
  sign: '≥',
  target,
  unit: '%',
  weight,
})
const timely = (name: string, target: string, weight: number): Entry => ({
  level1: '产出指标',
  level2: '时效指标',
  name,
  sign: '定性',
  target,
  unit: '',
  weight,
})
const benefit = (level2: string, name: string, target: string, weight: number): Entry => ({
  level1: '效益指标',
  level2,
  name,
  sign: '定性',
  target,
  unit: '',
  weight,
})
const liked = (name: string, target: number, weight: number): Entry => ({
  level1: '满意度指标',
  level2: '服务对象满意度指标',
  name,
  sign: '≥',
  target,
  unit: '%',
  weight,
})

/** Whole sets of level-3 indicators, each of 90 points: 产出 50, 效益 30, 满意度 10. */
export const indicatorSets: readonly (readonly Entry[])[] = [
  [
    quantity('组织专题培训', 12, '次', 10),
    quantity('印发工作简报', 24, '期', 10),
    quality('培训合格率', 95, 15),
    timely('任务按期完成', '12月底前', 15),
    benefit('经济效益指标', '带动群众增收', '明显', 15),
    benefit('社会效益指标', '公共服务水平', '有所提升', 15),
    liked('服务对象满意度', 90, 10),
  ],
  [
    quantity('巡查检查次数', 48, '次', 10),
    quantity('检查经营主体', 320, '户', 10),
    quantity('抽检批次', 150, '批次', 10),
    quality('抽检合格率', 98, 10),
    timely('抽检结果公示', '按月公示', 10),
    benefit('社会效益指标', '安全事故', '零发生', 20),
    benefit('可持续影响指标', '长效监管机制', '基本建立', 10),
    liked('群众满意度', 92, 10),
  ],
  [
    quantity('维修养护里程', 36, '公里', 20),
    quality('工程验收合格率', 100, 20),
    timely('开工及时', '及时', 10),
    benefit('社会效益指标', '改善出行条件', '显著', 20),
    benefit('生态效益指标', '水土保持', '有效', 10),
    liked('沿线群众满意度', 95, 10),
  ],
]
