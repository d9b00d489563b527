import type { PrintedReport, ReportSet } from '#domain/report/printed-report.ts'
import { bodyXml } from './docx/body-xml.ts'
import { factParts, withFactRelation, withFactType } from './docx/fact-part.ts'
import { pageFrame } from './docx/page-frame.ts'
import { type Controls, escapeXml } from './docx/run-xml.ts'
import { factsById, fileDate } from './facts/fact-titles.ts'
import { fixedZip } from './archives/fixed-zip.ts'

/**
 * A report as a Word file laid out by GB/T 9704-2012: A4, 22 lines of 28 characters, 仿宋 黑体 楷体, page numbers outside.
 * Each number stands in a hidden content control whose tag names its fact. Same report, same bytes.
 */
export async function writeReportDocx(report: PrintedReport, set: ReportSet): Promise<Uint8Array> {
  const frame = await pageFrame()
  const controls: Controls = { facts: factsById(set), used: new Map(), count: 0 }
  const body = bodyXml(report.blocks, frame, controls)
  return fixedZip({
    ...frame.parts,
    ...factParts(controls.used, report.id, set.origin),
    'word/document.xml': `${frame.opening}${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': withFactRelation(frame.relationships),
    '[Content_Types].xml': withFactType(frame.contentTypes),
    'docProps/core.xml': coreProperties(report, set),
  })
}

function coreProperties({ title, year }: PrintedReport, { department }: ReportSet): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${fileDate(year)}</dcterms:${name}>`
  const names = `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(department)}</dc:creator>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${names}${date('created')}${date('modified')}</cp:coreProperties>`
}
