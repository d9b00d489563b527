import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Audit } from '#domain/audit.ts'
import { holderOf } from '#domain/document.ts'
import type { Finding, Severity } from '#domain/finding.ts'
import { xmlText } from './xml-text.ts'
import { isShown, placeOf } from './to-output.ts'
import { severityWords } from './to-text.ts'
import { type DocxNote, insertNotes } from './docx-notes.ts'

const commentsType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const commentsRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments'
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * The same Word document with a comment at each place of each finding. Existing comments stay; every other part is
 * kept as it is.
 */
export function annotateDocx(audit: Audit, bytes: Uint8Array, level: Severity = 'warning'): Uint8Array {
  const files = unzipSync(bytes)
  const main = files['word/document.xml']
    ? 'word/document.xml'
    : (Object.keys(files).find((name) => /^word\/document\d+\.xml$/.test(name)) ?? '')
  if (!files[main]) return bytes
  const comments = commentsPart(files, main)
  const existing = files[comments] ? strFromU8(files[comments]) : undefined
  const wanted = notesOf(audit, level, firstFreeId(existing))
  const { xml, placed } = insertNotes(strFromU8(files[main]), wanted)
  const notes = wanted.filter(({ id }) => placed.has(id))
  if (notes.length === 0) return bytes
  files[main] = strToU8(xml)
  files[comments] = strToU8(commentsXml(existing, notes))
  if (!existing) declareComments(files, main)
  return zipSync(files, { level: 6 })
}

/** The part that holds the comments: what the main document's relation names, or where a new one is to stand. */
function commentsPart(files: Readonly<Record<string, Uint8Array>>, main: string): string {
  const relations = files[relationsOf(main)]
  const tag = [...(relations ? strFromU8(relations) : '').matchAll(/<Relationship\b[^>]*>/g)].find(([each]) =>
    /Type="[^"]*\/comments"/.test(each),
  )
  const target = /Target="([^"]+)"/.exec(tag?.[0] ?? '')?.[1] ?? 'comments.xml'
  return target.startsWith('/') ? target.slice(1) : `word/${target}`
}

function relationsOf(main: string): string {
  return main.replace(/([^/]+)$/, '_rels/$1.rels')
}

function firstFreeId(existing: string | undefined): number {
  const ids = [...(existing ?? '').matchAll(/<w:comment\b[^>]*\bw:id="(\d+)"/g)].map(([, id]) => Number(id))
  return Math.max(-1, ...ids) + 1
}

function notesOf(audit: Audit, level: Severity, first: number): DocxNote[] {
  const notes: DocxNote[] = []
  for (const finding of audit.findings.filter((each) => isShown(each.severity, level))) {
    for (const evidence of finding.evidence) {
      const place = placeOf(evidence)
      const holder = audit.document && holderOf(audit.document, place)
      if (holder?.anchor === undefined) continue
      const [quote = ''] = holder.text.slice(place.start, place.end).trim().split('\n')
      const before = holder.text.slice(0, place.start)
      notes.push({ id: first + notes.length, paragraph: holder.anchor, text: quote, before, says: linesOf(finding) })
    }
  }
  return notes
}

function linesOf(finding: Finding): string[] {
  const lines = [
    `${severityWords[finding.severity]}：${finding.message}`,
    finding.expression && `算式：${finding.expression}`,
    finding.cause && `可能原因：${finding.cause}`,
    finding.suggestion && `建议：${finding.suggestion}`,
  ]
  return lines.filter((line) => line !== undefined && line !== '') as string[]
}

function commentsXml(existing: string | undefined, notes: readonly DocxNote[]): string {
  const comments = notes.map(({ id, says }) => {
    const paragraphs = says
      .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`)
      .join('')
    return `<w:comment w:id="${id}" w:author="绩衡" w:initials="绩">${paragraphs}</w:comment>`
  })
  const added = `${comments.join('')}</w:comments>`
  if (existing?.includes('</w:comments>')) return existing.replace('</w:comments>', () => added)
  if (existing) return existing.replace(/(<w:comments\b[^>]*?)\s*\/>/, (_, open: string) => `${open}>${added}`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${wordNamespace}">${added}`
}

/** Makes the new part known: its content type and its relation to the main document. */
function declareComments(files: Record<string, Uint8Array>, main: string): void {
  const types = strFromU8(files['[Content_Types].xml']!)
  files['[Content_Types].xml'] = strToU8(
    types.replace('</Types>', `<Override PartName="/word/comments.xml" ContentType="${commentsType}"/></Types>`),
  )
  const name = relationsOf(main)
  const relation = `<Relationship Id="rIdJihengComments" Type="${commentsRelation}" Target="comments.xml"/></Relationships>`
  const relations = files[name]
    ? strFromU8(files[name])
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  files[name] = strToU8(
    relations.replace('</Relationships>', relation).replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${relation}`),
  )
}

function escapeXml(text: string): string {
  return xmlText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
