import type { Province } from '#domain/knowledge.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'

/** Where and of when a document is, as far as it says so without doubt. */
export type DocumentPlace = { readonly division: string; readonly year: number }

/**
 * The province (first two digits of the division code) and fiscal year of a document; undefined unless it names exactly
 * one of each. A province counts where it speaks as the one in charge: at the head of a title or of a unit's name, as
 * 「湖南省财政厅」, or as the sign of a document number 「湘财绩〔2024〕2号」. A visit to another province does not count.
 */
export function placeOfDocument(reading: Reading, provinces: readonly Province[]): DocumentPlace | undefined {
  const years = new Set(reading.parts.flatMap((part) => part.year ?? []))
  const heads = reading.parts.flatMap(({ title, entity }) => [title, entity ?? ''])
  const text = reading.document.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/\s/g, '')] : []))
    .join('\n')
  const mayBeInCharge = /财政[厅局]/.test(text)
  const named = provinces.filter(
    (province) =>
      heads.some((head) => head.startsWith(province.name)) ||
      (mayBeInCharge && isInCharge(text, province)) ||
      (text.includes(province.sign) && signOf(province).test(text)),
  )
  const [province] = named
  const [year] = years
  return province && named.length === 1 && year && years.size === 1 ? { division: province.code, year } : undefined
}

function isInCharge(text: string, { name }: Province): boolean {
  return text.includes(`${name}财政厅`) || text.includes(`${name}财政局`)
}

/** 「江津财绩」 is no 津财: only a sign at the beginning of its number counts. */
const signOf = onceFor(
  ({ sign }: Province) =>
    new RegExp(`(?<=^|[据照按和与及以于《]|\\P{Script=Han})${sign}\\p{Script=Han}{0,3}[〔［\\[【(（]20\\d\\d`, 'u'),
)
