import type { ChosenPack, RulePack } from '#domain/pack.ts'
import type { Province } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'
import { placeOfDocument } from '#reading/parts/place-of-document.ts'
import { formsOf } from './load-forms.ts'
import { packById, packFor, rulePacks } from './load-packs.ts'

const divisionAndYear = /^(\d{2,6})\/(20\d\d)$/

/**
 * The pack a document is checked by.
 *
 * name     'auto' (or none): told by the document, where it is certain and the place has a pack of its own; 'national':
 *          the national one of the document's year; '430922/2023': the one of a division and year; else the id of a pack
 * returns  undefined where the place or the year of the document are not certain
 */
export function choosePack(
  name: string | undefined,
  reading: Reading,
  provinces: readonly Province[],
): ChosenPack | undefined {
  if (name === undefined || name === 'auto') return packOfDocument(reading, provinces)
  const year = Math.max(0, ...reading.parts.map((part) => part.year ?? 0))
  const pack = name === 'national' ? packFor('', year || latest) : packNamed(name)
  return pack ? { pack, by: 'asked', forms: formsOf(pack) } : undefined
}

const latest = 2100

/** A place without a pack of its own may have rules we do not know: the national pack is not taken for it. */
function packOfDocument(reading: Reading, provinces: readonly Province[]): ChosenPack | undefined {
  const place = placeOfDocument(reading, provinces)
  const pack = place && packFor(place.division, place.year)
  return pack && pack.region !== '' ? { pack, by: 'document', forms: formsOf(pack) } : undefined
}

function packNamed(name: string): RulePack | undefined {
  const [, division, year] = divisionAndYear.exec(name) ?? []
  return division === undefined ? packById(name) : packFor(division, Number(year))
}

/** Why a name given to `--pack` names no pack, with those there are; undefined where it does name one. */
export function packFault(name: string): string | undefined {
  if (name === 'auto' || name === 'national' || packNamed(name)) return undefined
  const packs = rulePacks().map(({ id, title }) => `${id}（${title}）`)
  return `没有规则包「${name}」，可选：auto（按文件的地区和年度）、national（全国）、${packs.join('、')}，或写区划代码和年度，如 430922/2023。`
}
