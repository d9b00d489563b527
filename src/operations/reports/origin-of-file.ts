import { type SetOrigin, originIn } from '#domain/report/set-origin.ts'
import { pdfText } from '#reading/formats/pdf/text.ts'
import { originOfHtml, originOfOffice } from '#writing/reports/read-origin.ts'

/** Which ledger a docx, xlsx, html or pdf was written from, as it says itself; undefined for any other file. */
export async function originOfFile(name: string, bytes: Uint8Array): Promise<SetOrigin | undefined> {
  if (/\.html?$/i.test(name)) return originOfHtml(bytes)
  if (/\.pdf$/i.test(name)) return originIn((await pdfText(bytes))?.keywords ?? '')
  return originOfOffice(bytes)
}
