import assert from 'node:assert/strict'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The first sheet with the formula of a cell replaced by a number, as typing over it leaves it. */
export function typedInto(bytes: Uint8Array, address: string, value: string): Uint8Array {
  const files = unzipSync(bytes)
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!)
  const typed = sheet.replace(
    new RegExp(`(<c r="${address}"[^>]*>)<f>[^<]*</f><v>[^<]*</v>`),
    (_, cell: string) => `${cell}<v>${value}</v>`,
  )
  assert.notEqual(typed, sheet)
  return zipSync({ ...files, 'xl/worksheets/sheet1.xml': strToU8(typed) })
}
