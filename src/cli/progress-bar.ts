import type { SingleBar } from 'cli-progress'

/** A bar on the terminal that shows how far a command is, in this format; none where nobody looks on. */
export async function progressBar(format: string): Promise<SingleBar | undefined> {
  if (!process.stderr.isTTY) return undefined
  const { SingleBar } = await import('cli-progress')
  return new SingleBar({ format, stream: process.stderr, hideCursor: true })
}
