import type { Locus } from './locus.ts'

/** Every refusal of the product: the sentence a person reads, and what to do next. */
export const problems = {
  'file-missing': '找不到文件或文件夹，请检查路径。',
  'file-empty': '文件是空的，请确认导出或下载是否完整。',
  'file-unreadable': '文件读不出来，可能已损坏或下载不完整，请用 WPS 或 Word 打开后另存一份再试。',
  'file-encrypted': '文件设有密码，请去除密码后再试。',
  'file-too-large': '文件超出可处理的大小，请拆分后再试。',
  'file-misnamed': '文件内容与扩展名不符，已按实际格式读取，请核对是不是要核对的文件。',
  'format-unknown': '不支持这种文件格式，请提供 docx、doc、xlsx、xls、pdf、html 或 txt。',
  'scan-without-text': '这是没有文字层的扫描件，读不出数字，请提供可复制文字的版本或先做文字识别。',
  'page-without-text': '其中有的页是图片，没有文字层，这些页上的数字没有核对，请提供可复制文字的版本或先做文字识别。',
  'text-layer-garbled':
    '文字层的编码是乱的（从文件里复制出来也是乱码），读不出数字，请用 WPS 或 Word 重新导出 PDF，或提供 Word 原件。',
  'page-garbled': '其中有的页文字层的编码是乱的，这些页上的数字没有核对，请重新导出 PDF 或提供 Word 原件。',
  'archive-unsafe': '压缩包里有不安全的内容（路径越界、层数过多或解压后过大），未处理，请解压后只提供要核对的文件。',
  'xml-unsafe': '文件含有外部实体或实体嵌套，出于安全未处理，请用 WPS 或 Word 另存一份再试。',
  'table-too-large': '表格行数过多，超出部分没有核对，请拆成几份再核对。',
  'text-garbled': '文字编码无法识别，请另存为 UTF-8 或 GB18030 编码后再试。',
  'nothing-to-check': '没有读到可以核对的数字，请确认选对了文件。',
  'audit-timeout': '核对用时过长，已停止，请拆分文件后再试。',
  'sign-in-needed': '请先登录；长时间没有操作会自动退出，已填的内容还在。',
  'sign-in-refused': '登录名或密码不对，请再试；忘了密码请系统管理员重新邀请。',
  'account-locked': '密码连续输错，账户已锁定，请稍后再试或请安全管理员解锁。',
  'account-missing': '没有这个账户，请刷新后再看。',
  'login-taken': '这个登录名已有人用，请换一个。',
  'password-weak': '密码太简单，请换一个。',
  'invitation-over': '这个邀请已经用过或过期，请管理员重新邀请。',
  'not-permitted': '您的角色不能做这件事，请由有这个权限的人来做。',
  'too-many-requests': '操作太频繁，请稍等一分钟再试。',
  'ledger-missing': '没有这个部门、这个年度的账本，请先建立账本。',
  'ledger-refused': '没有保存，请按提示改后再试。',
  'ledger-locked': '这套材料已送审，不能再改；需要改时请先撤回，或等审核人退回。',
  'entry-changed': '别人刚改过这一处，请看过两边再定。',
  'entry-missing': '这一条已经不在账本里，可能刚被别人删去，请刷新后再看。',
  'step-refused': '这套材料现在不能走这一步，请刷新后再看。',
  'request-invalid': '请求不完整或格式不对，请刷新页面再试；传文件的请重新选择文件。',
  'database-down': '数据库暂时用不了，请稍等再试；已填的内容还在，恢复后自动保存。一直这样请告诉维护人员。',
  'log-broken': '变更记录对不上，可能被改动过，请立即联系维护人员。',
  'internal-error': '程序出错，已记录，请稍后再试；一直这样请告诉维护人员，有出错的文件请一并发去。',
} as const satisfies Record<string, string>

export type ProblemCode = keyof typeof problems

/** A refusal or a remark on one file: `fatal` when nothing of the file could be used. */
export type Problem = {
  readonly code: ProblemCode
  readonly message: string
  readonly fatal: boolean
  readonly locus?: Locus
}

/**
 * The problem for a code, its sentence led by what it speaks of: 「报告.docx：文件是空的…」.
 * Pass `detail` to add what was seen (an entry name, a size).
 */
export function problemOf(code: ProblemCode, subject: string, fatal: boolean, detail?: string): Problem {
  return { code, fatal, message: `${subject}：${problems[code]}${detail ? `（${detail}）` : ''}` }
}

/** The same without the name it is led by, where that stands before it already. */
export function withoutSubject({ message }: Problem, subject: string): string {
  return message.startsWith(`${subject}：`) ? message.slice(subject.length + 1) : message
}
