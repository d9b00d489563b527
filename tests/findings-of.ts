import { auditDocument } from '#operations/audits/audit-document.ts'

/** Errors and warnings of a report of these paragraphs, as 「级别 规则」. */
export async function findingsOf(text: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`2023年度部门整体支出绩效自评报告\n${text}\n`)
  const { findings } = await auditDocument({ name: '报告.txt', bytes })
  return findings.filter(({ severity }) => severity !== 'info').map(({ severity, rule }) => `${severity} ${rule}`)
}
