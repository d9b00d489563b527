import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

const noto = '@expo-google-fonts/noto-serif-sc'
const files = [
  `${noto}/300Light/NotoSerifSC_300Light.ttf`,
  `${noto}/400Regular/NotoSerifSC_400Regular.ttf`,
  `${noto}/700Bold/NotoSerifSC_700Bold.ttf`,
]

/**
 * The free faces that stand in for those of GB/T 9704: from their packages 宋 Noto Serif, 黑 Noto Sans, 楷 LXGW WenKai; from
 * data/fonts 仿宋 FandolFang, whose licence lets documents embed it. No font of the machine is used: the same report gives the same bytes everywhere.
 */
export async function pageFonts(): Promise<Buffer[]> {
  const black = new URL('../fonts/NotoSansHans-Regular.otf', import.meta.resolve('@embedpdf/fonts-sc'))
  const kai = import.meta.resolve('@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff')
  const read = (address: string | URL) => readFile(fileURLToPath(address))
  return Promise.all([
    ...files.map((name) => read(import.meta.resolve(name))),
    read(black),
    read(kai).then((woff) => unwrapWoff(woff)),
    read(new URL('../../../../../data/fonts/fandol/FandolFang-Regular.otf', import.meta.url)),
  ])
}

const wordOf = { signature: 0, flavor: 4, tables: 12 }
const entry = { woff: 20, sfnt: 16 }
const header = { woff: 44, sfnt: 12 }

/**
 * The font inside a WOFF 1.0 file (W3C Recommendation 2012): its tables are those of the font, each deflated on its own.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', wordOf.signature, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font')
  const count = woff.readUInt16BE(wordOf.tables)
  const power = Math.floor(Math.log2(count))
  const head = Buffer.alloc(header.sfnt + entry.sfnt * count)
  woff.copy(head, 0, wordOf.flavor, wordOf.flavor + 4)
  for (const [at, value] of [count, 2 ** power * 16, power, (count - 2 ** power) * 16].entries())
    head.writeUInt16BE(value, 4 + at * 2)
  const tables: Buffer[] = []
  let offset = head.length
  for (let index = 0; index < count; index += 1) {
    const at = header.woff + entry.woff * index
    const [from, packed, length, checksum] = [4, 8, 12, 16].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
      number,
    ]
    const stored = woff.subarray(from, from + packed)
    const table = packed < length ? inflateSync(stored) : stored
    const place = header.sfnt + entry.sfnt * index
    woff.copy(head, place, at, at + 4)
    for (const [field, value] of [checksum, offset, length].entries()) head.writeUInt32BE(value, place + 4 + field * 4)
    tables.push(table, Buffer.alloc((4 - (length % 4)) % 4))
    offset += length + ((4 - (length % 4)) % 4)
  }
  return Buffer.concat([head, ...tables])
}
