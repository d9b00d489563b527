import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Audit } from '#domain/audit.ts'
import { holderOf } from '#domain/document.ts'
import type { Finding, Severity } from '#domain/finding.ts'
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
  const existing = files['word/comments.xml'] ? strFromU8(files['word/comments.xml']) : undefined
  const first =
    Math.max(-1, ...[...(existing ?? '').matchAll(/<w:comment\b[^>]*w:id="(\d+)"/g)].map(([, id]) => Number(id))) + 1
  const notes = notesOf(audit, level, first)
  if (notes.length === 0 || !files[main]) return bytes
  files[main] = strToU8(insertNotes(strFromU8(files[main]), notes))
  files['word/comments.xml'] = strToU8(commentsXml(existing, notes))
  if (!existing) declareComments(files, main)
  return zipSync(files, { level: 6 })
}

function notesOf(audit: Audit, level: Severity, first: number): DocxNote[] {
  const notes: DocxNote[] = []
  for (const finding of audit.findings.filter((each) => isShown(each.severity, level))) {
    for (const evidence of finding.evidence) {
      const place = placeOf(evidence)
      const holder = audit.document && holderOf(audit.document, place)
      if (holder?.anchor === undefined) continue
      const quoted = 'figure' in evidence ? evidence.figure.text : evidence.text
      notes.push({
        id: first + notes.length,
        paragraph: holder.anchor,
        text: quoted.split('\n')[0] ?? quoted,
        before: holder.text.slice(0, place.start),
        says: linesOf(finding),
      })
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
  if (existing?.includes('</w:comments>'))
    return existing.replace('</w:comments>', () => `${comments.join('')}</w:comments>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${wordNamespace}">${comments.join('')}</w:comments>`
}

/** Makes the new part known: its content type and its relation to the main document. */
function declareComments(files: Record<string, Uint8Array>, main: string): void {
  const types = strFromU8(files['[Content_Types].xml']!)
  files['[Content_Types].xml'] = strToU8(
    types.replace('</Types>', `<Override PartName="/word/comments.xml" ContentType="${commentsType}"/></Types>`),
  )
  const name = main.replace(/([^/]+)$/, '_rels/$1.rels')
  const relation = `<Relationship Id="rIdJihengComments" Type="${commentsRelation}" Target="comments.xml"/></Relationships>`
  const relations = files[name]
    ? strFromU8(files[name])
    : '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  files[name] = strToU8(
    relations.replace('</Relationships>', relation).replace(/<Relationships([^>]*)\/>/, `<Relationships$1>${relation}`),
  )
}

function escapeXml(text: string): string {
  // Control characters have no place in XML 1.0.
  // oxlint-disable-next-line no-control-regex
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
