import { type SetOrigin, originText } from '#domain/report/set-origin.ts'
import { escapeXml } from './run-xml.ts'

/** The part in which a docx keeps the full ids of its facts, by the tags of its content controls. */
export const factPart = 'customXml/item1.xml'
export const factNamespace = 'urn:jiheng:facts'

const properties = 'customXml/itemProps1.xml'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'

/** The parts that carry tag → id and the ledger's identity, and what the lists of parts say about them. Word keeps them when it saves. */
export function factParts(
  used: ReadonlyMap<string, string>,
  report: string,
  origin?: SetOrigin,
): Record<string, string> {
  const ledger = origin ? ` ledger="${escapeXml(originText(origin))}"` : ''
  const facts = [...used].map(([tag, id]) => `<fact tag="${tag}" id="${escapeXml(id)}"/>`).join('')
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  return {
    [factPart]: `${declaration}<facts xmlns="${factNamespace}" report="${escapeXml(report)}"${ledger}>${facts}</facts>`,
    [properties]: `${declaration}<ds:datastoreItem xmlns:ds="${office}/customXml" ds:itemID="{5B0C6D4E-3F0B-4C1E-9A57-6A6968656E67}"><ds:schemaRefs><ds:schemaRef ds:uri="${factNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
    'customXml/_rels/item1.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
  }
}

/** The list of content types with the facts' properties added. */
export function withFactType(contentTypes: string): string {
  const type = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
  return contentTypes.replace('</Types>', `<Override PartName="/${properties}" ContentType="${type}"/></Types>`)
}

/** The document's relationships with the facts added. */
export function withFactRelation(relationships: string): string {
  const relation = `<Relationship Id="rIdFacts" Type="${office}/relationships/customXml" Target="../${factPart}"/>`
  return relationships.replace('</Relationships>', `${relation}</Relationships>`)
}
