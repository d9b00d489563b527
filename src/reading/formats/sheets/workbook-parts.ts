import { SaxesParser } from 'saxes'
import { isNamed } from './shared-strings.ts'

/** A sheet of a workbook: its title, the entry it stands in, whether it is hidden. */
export type SheetPart = { readonly title: string; readonly path: string; readonly isHidden: boolean }
export type WorkbookPart = { readonly sheets: readonly SheetPart[]; readonly isEpoch1904: boolean }

/** The sheets a workbook lists, from xl/workbook.xml and its relations, which name the entries. */
export function workbookPart(workbook: string, relations: string): WorkbookPart {
  const targets = new Map<string, string>()
  eachTag(relations, (name, attributes) => {
    const { Id = '', Target = '' } = attributes
    if (isNamed(name, 'Relationship')) targets.set(Id, Target)
  })
  const sheets: SheetPart[] = []
  let isEpoch1904 = false
  eachTag(workbook, (name, attributes) => {
    if (isNamed(name, 'workbookPr')) isEpoch1904 = isTrue(attributes['date1904'])
    if (!isNamed(name, 'sheet')) return
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    const target = targets.get(id) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    const { state } = attributes
    sheets.push({ title: attributes['name'] ?? '', path, isHidden: state === 'hidden' || state === 'veryHidden' })
  })
  return { sheets, isEpoch1904 }
}

/** The number format of each cell style: a built-in number, or a format as it is written. */
export function styleFormats(styles: string): readonly (number | string)[] {
  const own = new Map<string, string>()
  const formats: (number | string)[] = []
  let isCellStyle = false
  eachTag(
    styles,
    (name, attributes) => {
      const { numFmtId = '0' } = attributes
      if (isNamed(name, 'numFmt')) own.set(numFmtId, attributes['formatCode'] ?? '')
      else if (isNamed(name, 'cellXfs')) isCellStyle = true
      else if (isCellStyle && isNamed(name, 'xf')) formats.push(own.get(numFmtId) ?? Number(numFmtId))
    },
    (name) => {
      if (isNamed(name, 'cellXfs')) isCellStyle = false
    },
  )
  return formats
}

export function isTrue(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true'
}

function eachTag(
  xml: string,
  open: (name: string, attributes: Readonly<Record<string, string>>) => void,
  close: (name: string) => void = () => {},
): void {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => open(name, attributes as Record<string, string>))
  parser.on('closetag', ({ name }) => close(name))
  parser.write(xml).close()
}
