import type { Claim } from '#domain/claim.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { evidenceAt, linesOf } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const reason =
  /原因|由于|因为|主要是|因(?!公出国|公临时|公务)|根据|按照|落实|贯彻|厉行|严格|从严|压减|压缩|规范|加强|控制|减少了?[^，。]{0,12}(?:批次|人次|接待|用车)/
const about = /三公|公务接待|公务用车|出国/

/** I87: a disclosed change of 三公 tells its reason (预决算公开口径); many notices leave it out, so it is a note only. */
export const changeReasons: Rule = {
  id: 'I87',
  title: '决算公开里三公经费的增减应当说明原因',
  source: '地方预决算公开操作规程：三公经费增减变化原因',
  judge(reading) {
    const changes = reading.claims.filter(
      ({ form }) => form.is === 'change' && form.direction !== 0 && about.test(form.current.name),
    )
    return changes.map((claim) => judgeChange(claim, reading))
  },
}

function judgeChange(claim: Claim, reading: Reading): Verdict {
  const { part, block, row, start, end } = claim.quote
  const kind = reading.parts[part]?.kind
  if (row !== undefined || (kind !== 'final-accounts' && kind !== 'budget-disclosure'))
    return { outcome: 'not-applicable' }
  const lines = linesOf(reading).filter((line) => line.part.index === part && Math.abs(line.block - block) <= 1)
  if (lines.some(({ text }) => reason.test(text))) return { outcome: 'holds' }
  const line = lines.find((each) => each.block === block)
  if (!line) return { outcome: 'undetermined', missing: '说增减的段落' }
  return reported('I87', 'info', '写了三公经费的增减，没有写原因，决算公开应当说明增减原因', [
    evidenceAt(line, start, end),
  ])
}
