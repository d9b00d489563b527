import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { formTurned, formUpright, linePitch, sizes, turned, upright } from './page-measures.ts'
import { pageStyles } from './page-styles.ts'
import { fontTableXml } from './type-faces.ts'

/**
 * All of a docx that is the same in every report, as the library writes it.
 *
 * parts     name → bytes, without the document, the core properties and the lists of parts
 * opening   the document from its declaration to <w:body>
 * upright   properties of a section of upright pages, `turned` of turned ones; `form…` of pages that hold forms only
 */
export type PageFrame = {
  readonly parts: Readonly<Record<string, Uint8Array>>
  readonly opening: string
  readonly upright: string
  readonly turned: string
  readonly formUpright: string
  readonly formTurned: string
  readonly contentTypes: string
  readonly relationships: string
}

let made: Promise<PageFrame> | undefined

/** The frame is made once: only the body differs from report to report. */
export function pageFrame(): Promise<PageFrame> {
  made ??= makeFrame()
  return made
}

const written = ['word/document.xml', 'word/_rels/document.xml.rels', '[Content_Types].xml', 'docProps/core.xml']

async function makeFrame(): Promise<PageFrame> {
  const document = new Document({
    styles: pageStyles,
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: sizes.three * 20,
    sections: [
      sectionOf(upright, PageOrientation.PORTRAIT),
      sectionOf(turned, PageOrientation.LANDSCAPE),
      sectionOf(formUpright, PageOrientation.PORTRAIT),
      sectionOf(formTurned, PageOrientation.LANDSCAPE),
    ],
  })
  const files = unzipSync(new Uint8Array(await Packer.toBuffer(document)))
  const text = (name: string) => strFromU8(files[name]!)
  const xml = text('word/document.xml')
  const [first, second, third, fourth] = xml.match(/<w:sectPr[ >].*?<\/w:sectPr>/gs) ?? []
  if (!first || !second || !third || !fourth) throw new Error('the library writes no section properties')
  const kept = Object.entries(files).filter(([name]) => !written.includes(name))
  return {
    parts: { ...Object.fromEntries(kept), 'word/fontTable.xml': new TextEncoder().encode(fontTableXml()) },
    opening: xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length),
    upright: first,
    turned: second,
    formUpright: third,
    formTurned: fourth,
    contentTypes: text('[Content_Types].xml'),
    relationships: text('word/_rels/document.xml.rels'),
  }
}

function sectionOf(page: typeof upright, orientation: (typeof PageOrientation)[keyof typeof PageOrientation]) {
  const { top, right, bottom, left, footer } = page
  // The library turns the page by itself: it takes the measures of the upright sheet.
  const size = { width: upright.width, height: upright.height, orientation }
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: { size, margin: { top, right, bottom, left, footer, header: 851, gutter: 0 } },
      grid: { type: DocumentGridType.LINES, linePitch },
    },
    // 一字线 on both sides; one character from the outer edge: right on odd pages, left on even ones.
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children: [new Paragraph({})],
  }
}

function pageNumber(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const aside = sizes.four * 10
  const indent = alignment === AlignmentType.RIGHT ? { right: aside } : { left: aside }
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({ children: [new Paragraph({ style: 'Footer', alignment, indent, children })] })
}
