import { access, readFile, writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { draftText, figureCounts, figureLine } from '#operations/intake/describe-draft.ts'
import { draftLedger } from '#operations/intake/draft-ledger.ts'
import { refused } from './refused.ts'

type Options = { readonly out?: string; readonly division?: string }

/** Turns a report into a draft ledger file beside it, or where `out` says; never over a file that is there. */
export async function draftReport(path: string, { out, division }: Options): Promise<number> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return refused(`${path}：找不到文件，或没有读取的权限。`)
  const audit = await auditDocument({ name: basename(path), bytes })
  const draft = draftLedger(audit, division)
  if (!draft) return refused(audit.problems.map(({ message }) => message).join('\n'))
  const target = out ?? `${path.slice(0, path.length - extname(path).length)}.账本草稿.yaml`
  if (
    await access(target).then(
      () => true,
      () => false,
    )
  )
    return refused(`${target} 已经有了，请换一个 --out，以免盖掉改过的草稿。`)
  await writeFile(target, draftText(draft))
  const { ledger, figures } = draft
  const lines = new Set(figures.filter(({ places }) => places.length > 0).map(figureLine))
  for (const line of lines) process.stdout.write(`${line}\n`)
  for (const { question } of ledger.openQuestions) process.stdout.write(`待定 ${question}\n`)
  process.stdout.write(
    `草稿已写到 ${target}：${figureCounts(figures)}；待定 ${ledger.openQuestions.length} 处。补齐后用 jiheng check 核对，再用 jiheng import 存入。\n`,
  )
  return ledger.openQuestions.length > 0 ? 1 : 0
}
