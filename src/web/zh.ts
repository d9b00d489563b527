import type { DecisionStatus, MarkView, PlaceView } from '#http/contract.ts'

/** Every word of the pages. */
export const zh = {
  product: '绩衡',
  purpose: '核对绩效报告里的每一个数',
  open: {
    title: '选择要核对的文件',
    drop: '把文件拖到这里，可一次放多个',
    choose: '选择文件',
    formats:
      '能读 docx、doc、xlsx、xls、pdf、html、txt 和 zip，单个不超过 50 MB，一次不超过 50 个。文件只保存在运行本程序的机器上。',
    busy: (count: number) => `正在核对 ${count} 个文件…`,
    signIn: '登录，填报一年的绩效材料',
    work: '回到填报',
    list: '核对过的文件',
    none: '还没有核对过文件。选择一份绩效报告，或把文件拖到上面。',
    columns: ['文件', '错误', '提醒', '备注', '读到的数', '材料', '核对时间'],
  },
  read: {
    back: '返回文件列表',
    export: '导出',
    keys: '快捷键',
    outline: '材料目录',
    document: '原文',
    findings: '发现',
    coverage: '覆盖情况',
    problems: '读取问题',
    noProblems: '文件完整读出，没有问题。',
    noDocument: '文件没有读出来，原因见“读取问题”。',
    noFindings: '没有发现矛盾。无法判断的地方见“覆盖情况”。',
    noMatch: '没有符合筛选条件的发现。',
    showInfo: '显示备注',
    rule: '规则',
    part: '材料',
    allRules: '全部规则',
    allParts: '全部材料',
    search: '在发现中查找',
    shown: (shown: number, all: number) => `显示 ${shown} 条，共 ${all} 条`,
    cause: '可能的原因',
    suggestion: '建议改为',
    consequences: (count: number) => `同一处引出的其他矛盾 ${count} 条`,
    decisionReason: '理由',
    loading: '正在打开…',
  },
  severity: { error: '错误', warning: '提醒', info: '备注' },
  decide: { accepted: '采纳', dismissed: '不采纳', open: '重新打开' } satisfies Record<DecisionStatus, string>,
  decided: { accepted: '已采纳', dismissed: '不采纳', open: '待处理' } satisfies Record<DecisionStatus, string>,
  dismiss: {
    title: '不采纳这条发现',
    label: '理由（必填）',
    hint: '例如：口径不同，正文含上年结转',
    ok: '保存',
    cancel: '取消',
  },
  coverage: {
    columns: ['规则', '成立', '矛盾', '无法判断', '不适用'],
    note: '“无法判断”不是通过：缺少的内容写在规则下面。',
    missing: (words: string) => `缺：${words}`,
    all: '合计',
    idle: (rules: number) => `这份文件没有用到的规则（${rules}条）`,
    idleTable: '没有用到的规则',
  },
  keys: [
    ['j / k', '下一条、上一条发现'],
    ['Enter', '跳到原文；再按跳到另一处'],
    ['a', '采纳'],
    ['d', '不采纳（须写理由）'],
    ['o', '重新打开'],
    ['?', '显示快捷键'],
  ],
  close: '关闭',
  exports: {
    docx: 'Word（原文加批注或核对表）',
    xlsx: 'Excel 核对表',
    html: '网页',
    pdf: 'PDF 批注（仅 PDF 文件）',
    json: 'JSON 数据',
    sarif: 'SARIF 数据',
  },
  passport: { unknown: '没有认出口径，不参与按口径的核对', unit: '单位', noUnit: '未注明', likely: '（推定）' },
  failed: '没有连上本机程序，请确认它还在运行，然后重试。',
  fault: (said: string, request: string) => `${said}（请求编号 ${request}）`,
} as const

/** What a number is, in a line for each meaning: 「三公经费 · 执行 · 2023年」, then its unit. */
export function passportOf(mark: MarkView): string[] {
  const meanings = mark.means.map(({ measure, phase, entity, year, certain }) =>
    [measure, phase, entity, year ? `${year}年` : '']
      .filter(Boolean)
      .join(' · ')
      .concat(certain ? '' : zh.passport.likely),
  )
  const lines = [...new Set(meanings.filter(Boolean))]
  return [
    ...(lines.length > 0 ? lines : [zh.passport.unknown]),
    `${zh.passport.unit}：${mark.unit || zh.passport.noUnit}`,
  ]
}

/** Where a place stands: 「第3页第12行」「表2第4行第5格」. */
export function whereOf(place: PlaceView): string {
  const { page, line, table, row, cell } = place.locus
  const words = [
    page && `第${page}页`,
    table && `表${table}`,
    row && `第${row}行`,
    cell && `第${cell}格`,
    !table && line && `第${line}${page ? '行' : '段'}`,
  ]
  return words.filter(Boolean).join('')
}

/** 2026年3月5日 10:04, in the time of the reader. */
export function timeOf(iso: string): string {
  return new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** 2026年3月5日, in the reader's time. */
export function dayOf(iso: string): string {
  return new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(new Date(iso))
}
