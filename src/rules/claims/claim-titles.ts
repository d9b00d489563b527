const form = '财预〔2020〕10号附件：项目支出绩效自评表'
const base = '部门整体支出绩效评价基础数据表填表说明'
const own = '本系统核对规则'

/** What each arithmetic rule demands, as the coverage table shows it, with its source. */
export const claimTitles: Readonly<Record<string, { readonly title: string; readonly source: string }>> = {
  'sum.parts-of-whole': { title: '文字中的总数等于所列各项之和', source: own },
  'sum.part-within-whole': { title: '其中数不大于总数', source: own },
  'sum.remainder': { title: '总数等于已用数加剩余数', source: own },
  'sum.scores': { title: '总分等于各项得分之和（正文）', source: own },
  'rate.share': { title: '占比等于部分除以整体', source: own },
  'rate.of-two-counts': { title: '比率等于分子除以分母', source: own },
  'change.against-base': { title: '增减额、增减幅与两年数一致', source: own },
  'product.unit-price': { title: '单价乘数量等于总额', source: own },
  'table.total': { title: '表中合计等于各行（列）之和', source: own },
  'table.subtotal': { title: '表中小计等于所属各行之和', source: own },
  'table.share': { title: '表中占比等于该行除以合计', source: own },
  'table.rate': { title: '表中比率等于所列两栏之比', source: own },
  'table.change': { title: '表中增减额、增减幅等于两栏之差、之比', source: own },
  I02: { title: '全年执行数不大于全年预算数', source: form },
  I07: { title: '年度资金总额等于各资金来源之和', source: form },
  I08: { title: '按收入性质与按支出性质的合计相等', source: '湖南省部门整体支出绩效自评表' },
  I18: { title: '类款项逐级相加', source: '政府收支分类科目' },
  I28: { title: '执行率等于全年执行数除以全年预算数', source: form },
  I30: { title: '预算执行得分等于分值乘执行率，不超过分值', source: form },
  I33: { title: '在职人员控制率等于在职人数除以编制数', source: '财预〔2013〕53号' },
  I38: { title: '规模控制率等于实际规模除以批复规模', source: base },
  I39: { title: '投资概算控制率等于实际投资除以预算投资', source: base },
  I42: { title: '三公经费等于各项之和', source: base },
  I43: { title: '公务用车经费等于购置加运行维护', source: base },
  I44: { title: '项目支出等于各专项之和', source: base },
  I45: { title: '公用经费不小于其中各项之和', source: base },
  I54: { title: '分值合计为100分', source: form },
  I55: { title: '总分等于各项得分之和', source: form },
  I56: { title: '得分不大于分值', source: form },
  I58: { title: '一级指标标明的分值等于所属指标分值之和', source: form },
  I59: { title: '二级指标标明的分值等于所属指标分值之和', source: form },
  I86: { title: '收支平衡等用语与数字一致', source: own },
}
