import type { Locus } from './locus.ts'

/** Every refusal of the product: the sentence a person reads, and what to do next. */
export const problems = {
  'file-missing': '找不到文件或文件夹，请检查路径。',
  'file-empty': '文件是空的，请确认导出或下载是否完整。',
  'file-unreadable': '文件读不出来，可能已损坏或下载不完整，请用 WPS 或 Word 打开后另存一份再试。',
  'file-encrypted': '文件设有密码，请去除密码后再试。',
  'file-too-large': '文件超出可处理的大小，请拆分后再试。',
  'file-misnamed': '文件内容与扩展名不符，已按实际格式读取。',
  'format-unknown': '不支持这种文件格式，请提供 docx、doc、xlsx、xls、pdf、html 或 txt。',
  'scan-without-text': '这是没有文字层的扫描件，读不出数字，请提供可复制文字的版本或先做文字识别。',
  'page-without-text': '其中有的页是图片，没有文字层，这些页上的数字没有核对。',
  'archive-unsafe': '压缩包里有不安全的内容（路径越界、层数过多或解压后过大），未处理。',
  'xml-unsafe': '文件含有外部实体或实体嵌套，出于安全未处理。',
  'table-too-large': '表格行数过多，超出部分没有核对。',
  'text-garbled': '文字编码无法识别，请另存为 UTF-8 或 GB18030 编码后再试。',
  'nothing-to-check': '没有读到可以核对的数字。',
  'audit-timeout': '核对用时过长，已停止，请拆分文件后再试。',
  'request-invalid': '请求不完整或格式不对，请重新选择文件。',
  'internal-error': '程序出错，已记录，请把文件发给维护人员。',
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
