/**
 * The page of GB/T 9704-2012 in twips (1/20 pt): A4, 37 mm above, 28 mm at the binding edge, a type area of
 * 156 × 225 mm with 22 lines of 28 characters of 3号 (16 pt). A turned page has its head at the binding edge.
 */
export const upright = { width: 11906, height: 16838, top: 2098, right: 1474, bottom: 1984, left: 1587, footer: 1304 }
export const turned = { width: 16838, height: 11906, top: 1587, right: 2098, bottom: 1474, left: 1984, footer: 794 }

/** Pages of forms: margins as forms are printed with, or hardly one would stand on its page. 165 × 253 mm and 253 × 167 mm. */
export const formUpright = {
  width: 11906,
  height: 16838,
  top: 1247,
  right: 1134,
  bottom: 1247,
  left: 1417,
  footer: 567,
}
export const formTurned = { width: 16838, height: 11906, top: 1417, right: 1247, bottom: 1020, left: 1247, footer: 397 }

/** Width of the type area. */
export function textWidth(page: { width: number; left: number; right: number }): number {
  return page.width - page.left - page.right
}

// 22 lines of 579 twips are the 225 mm of the type area; 580 would push the last line to the next page.
export const linePitch = 579
// 442.2 pt for 28 characters of 16 pt: each is set 0.25 pt closer. A grid of characters would say the same, but
// LibreOffice gives a character that is wider than its cell two cells.
export const characterSpacing = -5

/** Sizes of type in half points: 2号, 3号, 4号, 五号, 小五. */
export const sizes = { two: 44, three: 32, four: 28, five: 21, smallFive: 18 }
