import type { WritingView } from '#http/contracts/year.ts'

type Names = Pick<WritingView, 'numbers' | 'proofs'>

/**
 * A chapter's text as a person reads it: a bound number {{…}} stands as 【its name】, 【its name·不带单位】 without its unit,
 * one with a proof as 【200次，见《paper》】. What has no name of its own stays as it is.
 */
export function readable(text: string, names: Names): string {
  const titles = titlesOf(names)
  return text.replaceAll(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
    const [what = '', proof] = inner.split('|evidence:')
    if (proof !== undefined) {
      const paper = names.proofs.find(({ id }) => id === proof)
      return paper ? `【${what}，见《${paper.name}》】` : whole
    }
    const title = titles.get(`{{${what.replace(/#$/, '')}}}`)
    if (!title) return whole
    return what.endsWith('#') ? `【${title}·不带单位】` : `【${title}】`
  })
}

/** What a person typed, with the names put back into what the ledger keeps. The inverse of `readable`. */
export function kept(text: string, names: Names): string {
  const tokens = new Map([...titlesOf(names)].map(([token, title]) => [title, token]))
  return text.replaceAll(/【([^【】]+)】/g, (whole, inner: string) => {
    const [, what, paper] = /^(.+)，见《(.+)》$/.exec(inner) ?? []
    const proof = names.proofs.find(({ name }) => name === paper)
    if (what !== undefined && proof) return `{{${what}|evidence:${proof.id}}}`
    const bare = inner.endsWith('·不带单位')
    const token = tokens.get(bare ? inner.slice(0, -'·不带单位'.length) : inner)
    if (!token) return whole
    return bare ? token.replace(/\}\}$/, '#}}') : token
  })
}

/** Names that tell numbers apart: where two share one, neither has it. */
function titlesOf({ numbers }: Names): Map<string, string> {
  const counts = new Map<string, number>()
  for (const { title } of numbers) counts.set(title, (counts.get(title) ?? 0) + 1)
  return new Map(
    numbers
      .filter(({ title }) => counts.get(title) === 1 && !/[【】]/.test(title))
      .map(({ token, title }) => [token, title]),
  )
}
