import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { type Problem, problemOf } from '#domain/problem.ts'
import { factNamespace } from './formats/docx/fact-part.ts'
import { factTag } from './formats/facts/fact-tag.ts'

/**
 * A number's control as an edited docx has it now.
 *
 * tag    mark of the fact in the control
 * fact   the fact's id; absent when the file lost its list and no known fact has this mark
 * text   what the control holds now: '' when the number was deleted and the control left behind
 */
export type PrintedText = { readonly tag: string; readonly fact?: string; readonly text: string }
/** `report`: id of the report the file was written from, '' where it does not say; `text`: all the words it prints. */
export type ReadBack = {
  readonly numbers: readonly PrintedText[]
  readonly problems: readonly Problem[]
  readonly report: string
  readonly text: string
}

const most = 64 * 1024 * 1024
const isTag = /^f:[0-9a-f]{24}$/

/**
 * The numbers of a docx that was written by writeReportDocx and edited since, in document order, by their content
 * controls. A fact whose control was deleted is not listed; a number typed outside any control is not either.
 * `known` ids name the facts of files whose own list was dropped by the program that saved them.
 */
export function readBack(bytes: Uint8Array, known: Iterable<string> = []): ReadBack {
  const parts = openParts(bytes)
  const document = parts?.['word/document.xml']
  if (!document) return unreadable
  try {
    const ids = new Map([...known].map((id) => [factTag(id), id]))
    let report = ''
    for (const [name, part] of Object.entries(parts)) {
      if (name === 'word/document.xml') continue
      const listed = listedFacts(strFromU8(part))
      for (const [tag, id] of listed.facts) ids.set(tag, id)
      report ||= listed.report
    }
    const { controls, text: words } = controlsOf(strFromU8(document))
    const numbers = controls.map(({ tag, text }) => {
      const fact = ids.get(tag)
      return fact === undefined ? { tag, text } : { tag, fact, text }
    })
    return { numbers, problems: [], report, text: words }
  } catch {
    return unreadable
  }
}

const unreadable: ReadBack = {
  numbers: [],
  problems: [problemOf('file-unreadable', 'Word文件', true)],
  report: '',
  text: '',
}

function openParts(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== 'word/document.xml' && !/^customXml\/item\d+\.xml$/.test(name)) return false
        total += originalSize
        if (total > most) throw new Error('too large')
        return true
      },
    })
  } catch {
    return undefined
  }
}

/** The list tag → id of the file; a line whose id does not belong to its tag was tampered with and is left out. */
function listedFacts(xml: string): { readonly facts: [string, string][]; readonly report: string } {
  const facts: [string, string][] = []
  let report = ''
  if (!xml.includes(factNamespace)) return { facts, report }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const { tag, id } = attributes
    if (name.endsWith('facts')) report = attributes['report'] ?? ''
    if (name.endsWith('fact') && tag && id && factTag(id) === tag) facts.push([tag, id])
  })
  parser.write(xml).close()
  return { facts, report }
}

type Control = { tag: string; text: string; isPrompt: boolean }

function controlsOf(xml: string): { readonly controls: Control[]; readonly text: string } {
  const found: Control[] = []
  let all = ''
  // Controls may hold others; text belongs to the innermost of ours.
  const open: (Control & { inProperties: boolean })[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const control = open.at(-1)
    if (name === 'w:sdt') open.push({ tag: '', text: '', isPrompt: false, inProperties: false })
    else if (name === 'w:sdtPr' && control) control.inProperties = true
    else if (name === 'w:tag' && control?.inProperties && isTag.test(attributes['w:val'] ?? '')) {
      control.tag = attributes['w:val']!
      found.push(control)
    } else if (name === 'w:showingPlcHdr' && control?.inProperties) control.isPrompt = attributes['w:val'] !== '0'
    else if (name === 'w:t') inText = true
    else if (name === 'w:tab' || name === 'w:br') add(open, ' ')
  })
  parser.on('text', (text) => {
    if (!inText) return
    all += text
    add(open, text)
  })
  parser.on('closetag', ({ name }) => {
    const control = open.at(-1)
    if (name === 'w:t') inText = false
    else if (name === 'w:sdtPr' && control) control.inProperties = false
    else if (name === 'w:sdt') open.pop()
  })
  parser.write(xml).close()
  return { controls: found, text: all }
}

function add(open: readonly Control[], text: string): void {
  const control = open.findLast(({ tag }) => tag !== '')
  if (control && !control.isPrompt) control.text += text
}
