import { type SetOrigin, originText } from '#domain/report/set-origin.ts'
import { escapeXml } from '../docx/run-xml.ts'

/** The part in which a workbook keeps properties of our own: Excel, WPS and LibreOffice keep them when they save. */
export const propertiesPart = 'docProps/custom.xml'
/** Name of the property that says which ledger a workbook was written from. */
export const originProperty = '绩衡账本'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const types = '[Content_Types].xml'
const relations = '_rels/.rels'

/** The parts of a workbook with the ledger's identity among them; `parts` are texts. */
export function withOrigin(
  parts: Readonly<Record<typeof types | typeof relations, string>>,
  origin: SetOrigin,
): Record<string, string> {
  const property = `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${originProperty}"><vt:lpwstr>${escapeXml(originText(origin))}</vt:lpwstr></property>`
  const type = `<Override PartName="/${propertiesPart}" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>`
  const relation = `<Relationship Id="rIdLedger" Type="${office}/relationships/custom-properties" Target="${propertiesPart}"/>`
  return {
    [propertiesPart]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">${property}</Properties>`,
    [types]: parts[types].replace('</Types>', () => `${type}</Types>`),
    [relations]: parts[relations].replace('</Relationships>', () => `${relation}</Relationships>`),
  }
}
