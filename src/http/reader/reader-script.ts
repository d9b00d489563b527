import { readerWords } from './reader-words.ts'
import { translateReader } from './translate-reader.ts'

/** The script that stands beside Swagger's own and leaves the plug-in where `chineseReader` finds it. */
export const readerScript = [
  `window.translateReader = ${translateReader.toString()}`,
  `window.readerWords = ${JSON.stringify(readerWords)}`,
  // The page is Chinese, whatever its frame says of itself.
  `document.documentElement.lang = 'zh-CN'`,
].join('\n')

type Window = {
  readonly translateReader: typeof translateReader
  readonly readerWords: Readonly<Record<string, string>>
}

/** What Swagger is told to load: it is sent as text, and run once the script above is there. */
export function chineseReader(system: Parameters<typeof translateReader>[1]): object {
  const { translateReader, readerWords } = globalThis as unknown as Window
  return translateReader(readerWords, system)
}
