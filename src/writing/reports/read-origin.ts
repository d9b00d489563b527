import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { parse } from 'parse5'
import { type SetOrigin, originIn } from '#domain/report/set-origin.ts'
import { factNamespace } from './formats/docx/fact-part.ts'
import { originProperty, propertiesPart } from './formats/xlsx/origin-property.ts'

const most = 16 * 1024 * 1024

/** Which ledger a docx or xlsx of ours was written from, by its own list; undefined where it does not say. */
export function originOfOffice(bytes: Uint8Array): SetOrigin | undefined {
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== propertiesPart && !/^customXml\/item\d+\.xml$/.test(name)) return false
        total += originalSize
        return total <= most
      },
    })
    return Object.values(parts).flatMap((part) => originOfPart(strFromU8(part)) ?? [])[0]
  } catch {
    return undefined
  }
}

/** The attribute of our list of facts in a docx, the property of our name in a workbook. */
function originOfPart(xml: string): SetOrigin | undefined {
  let said = ''
  let isOurs = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name.endsWith('facts') && xml.includes(factNamespace)) said += attributes['ledger'] ?? ''
    if (name.endsWith('property')) isOurs = attributes['name'] === originProperty
  })
  parser.on('text', (text) => {
    if (isOurs) said += text
  })
  parser.write(xml).close()
  return originIn(said)
}

/** Which ledger a page of ours was written from. */
export function originOfHtml(bytes: Uint8Array): SetOrigin | undefined {
  const body = parse(new TextDecoder().decode(bytes)).childNodes.flatMap((node) =>
    node.nodeName === 'html' && 'childNodes' in node ? node.childNodes : [],
  )
  for (const node of body.flatMap((each) => (each.nodeName === 'body' && 'childNodes' in each ? each.childNodes : [])))
    if (node.nodeName === 'main' && 'attrs' in node)
      return originIn(node.attrs.find(({ name }) => name === 'data-ledger')?.value ?? '')
  return undefined
}
