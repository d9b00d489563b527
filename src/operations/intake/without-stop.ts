/** A sentence as the question of a list, in which no full stop ends it. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/[。；\s]+$/, '')
}
