import { readFileSync } from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { allStyles } from '../accuracy/styles/all-styles.ts'
import { writeFile } from '../accuracy/formats/write-file.ts'
import { type Random } from '../accuracy/random.ts'
import { reportOf } from '../accuracy/examine.ts'

export type Input = { name: string; bytes: Uint8Array }
const fixtureFolder = new URL('../fixtures/', import.meta.url)
const kinds = ['docx', 'xlsx', 'html', 'flat-text', 'tabbed-text'] as const

/** Sound files of every kind the audit reads: what the damage is done to. */
export async function soundFiles(): Promise<Input[]> {
  const files: Input[] = []
  for (const [index, style] of allStyles.slice(0, 6).entries()) {
    const { report } = reportOf(style, index + 1)
    for (const kind of kinds) files.push(await writeFile(report, kind))
  }
  const fixtures = ['self-evaluation-form.doc', 'self-evaluation-report.pdf']
  return [
    ...files,
    ...fixtures.map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, fixtureFolder))) })),
  ]
}

/** One damaged copy of a file; always the same for the same random source. */
export function damaged(file: Input, random: Random): Input {
  const isArchive = file.name.endsWith('.docx') || file.name.endsWith('.xlsx')
  const harm = random.pick(isArchive ? [...byteHarms, inMarkup, inMarkup, inMarkup] : byteHarms)
  return { name: random.chance(0.05) ? `${file.name}.pdf` : file.name, bytes: harm(file.bytes, random) }
}

type Harm = (bytes: Uint8Array, random: Random) => Uint8Array

const byteHarms: Harm[] = [flipped, cutOff, doubled, hollowed]

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice()
  for (let count = random.int(1, 40); count > 0; count -= 1) copy[random.int(0, copy.length - 1)] = random.int(0, 255)
  return copy
}

function cutOff(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, random.int(0, bytes.length))
}

function doubled(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random.int(0, bytes.length - 1)
  const chunk = bytes.slice(from, from + random.int(1, 4000))
  return joinedBytes([bytes.slice(0, from), chunk, chunk, bytes.slice(from)])
}

function hollowed(bytes: Uint8Array, random: Random): Uint8Array {
  const from = random.int(0, bytes.length - 1)
  return joinedBytes([bytes.slice(0, from), bytes.slice(from + random.int(1, 2000))])
}

function joinedBytes(chunks: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(chunks))
}

/** Damage to the XML of one part: tags dropped, doubled, cut, numbers blown up; the archive itself stays sound. */
function inMarkup(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
  const name = random.pick(names)
  const text = strFromU8(parts[name]!)
  return zipSync({ ...parts, [name]: strToU8(spoiledMarkup(text, random)) }, { level: 1 })
}

function spoiledMarkup(text: string, random: Random): string {
  const tags = [...text.matchAll(/<[^>]+>/g)]
  const tag = random.pick(tags)
  const [at, end] = [tag.index, tag.index + tag[0].length]
  return random.pick([
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, end) + tag[0] + text.slice(end),
    () => text.slice(0, at),
    () => text.replaceAll(/\d+/g, (digits) => (random.chance(0.02) ? `${digits}99999999` : digits)),
    () => text.slice(0, at) + '<w:tbl>'.repeat(random.int(1, 400)) + text.slice(at),
    () => `${text.slice(0, at)}&#0;&amp;&nope;${text.slice(at)}`,
  ])()
}
