import type { ReactNode } from 'react'

/** Texts of a sentence, as they follow each other in it, each with the address it leads to. */
export type Ways = readonly (readonly [text: string, address: string])[]

/** A sentence whose numbers lead to what they are worked out of. A text that is not in it is passed over. */
export function SaidWithWays({ said, ways }: { said: string; ways: Ways }): ReactNode {
  let rest = said
  const parts: ReactNode[] = []
  for (const [text, address] of ways) {
    const at = rest.indexOf(text)
    if (at < 0) continue
    parts.push(
      rest.slice(0, at),
      <a key={parts.length} href={address}>
        {text}
      </a>,
    )
    rest = rest.slice(at + text.length)
  }
  return [...parts, rest]
}
