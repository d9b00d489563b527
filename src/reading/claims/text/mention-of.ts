import type { Figure } from '#domain/fact.ts'
import type { Mention, Sentence } from './sentences.ts'

/** Where these sentences tell a figure; undefined where it stands elsewhere. */
export function mentionOf(figure: Figure, sentences: readonly Sentence[]): Mention | undefined {
  return sentences
    .filter(({ block }) => block === figure.place.block)
    .flatMap(({ mentions }) => mentions)
    .find((mention) => mention.figure === figure)
}
