/** Counties, with the codes of 行政区划. */
export const places = [
  { code: '430922', name: '桃江县' },
  { code: '510123', name: '温江区' },
  { code: '420381', name: '丹江口市' },
  { code: '330127', name: '淳安县' },
]

/** Departments as a county has them. */
export function departments(place: string): { name: string; shortName: string }[] {
  return ['教育局', '水利局', '文化旅游广电体育局', '残疾人联合会', '市场监督管理局'].map((name) => ({
    name: place + name,
    shortName: name,
  }))
}

/** Some end or go on as heads of columns and titles of reports do. */
export const projectNames = [
  '乡村振兴专项资金',
  '绩效评价工作',
  '部门预算绩效管理',
  '党建经费预算',
  '农村公路养护（2023年）',
  '改善人居环境，服务群众',
  '农村饮水安全维护',
  '义务教育营养改善',
  '公共文化场馆免费开放',
  '残疾人康复救助',
  '食品安全抽检',
  '防汛物资储备',
  '信息化运行维护',
  '老旧小区改造项目',
  '高标准农田建设项目',
]
