import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { combine } from './items.ts'

/** A straight line drawn across or down a page: `at` is its y (or x), from–to its reach. Points from the top left. */
export type Ruling = { readonly across: boolean; readonly at: number; readonly from: number; readonly to: number }

type Matrix = readonly number[]
type OperatorList = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }
type Path = { readonly points: readonly (readonly [number, number])[]; readonly straight: boolean }

const strokes: number[] = [OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]
const fills: number[] = [OPS.fill, OPS.eoFill]
/** Word draws its borders as filled bars up to this thick. */
const thickestBar = 2.5
const mostRulings = 20_000
const mostLines = 1500

/** Every ruling line of a page, pieces of one line joined. Empty when the page holds a drawing rather than tables. */
export function rulingsOf(list: OperatorList, viewport: Matrix): Ruling[] {
  let matrix = viewport
  const stack: Matrix[] = []
  const rulings: Ruling[] = []
  list.fnArray.forEach((operator, index) => {
    const args = list.argsArray[index] as unknown[]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix
    else if (operator === OPS.transform) matrix = combine(matrix, args as number[])
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args[0]) matrix = combine(matrix, args[0] as number[])
    } else if (operator === OPS.constructPath && rulings.length <= mostRulings) {
      rulings.push(...pathRulings(args, matrix))
    }
  })
  const lines = rulings.length > mostRulings ? [] : joined(rulings)
  return lines.length > mostLines ? [] : lines
}

function pathRulings(args: unknown[], matrix: Matrix): Ruling[] {
  const [operator, [data]] = args as [number, [ArrayLike<number> | null]]
  if (!data || data.length > 40_000) return []
  const stroked = strokes.includes(operator)
  if (!stroked && !fills.includes(operator)) return []
  return pathsOf(data, matrix).flatMap((path) => {
    if (!path.straight) return []
    return (stroked ? edgesOf(path) : []).concat(barOf(path)).filter((ruling) => ruling.to - ruling.from > 1)
  })
}

/** The straight pieces of a path as pdf.js stores it: 0 move, 1 line, 2 and 3 curves, 4 close. */
function pathsOf(data: ArrayLike<number>, matrix: Matrix): Path[] {
  const paths: { points: [number, number][]; straight: boolean }[] = []
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  let current: { points: [number, number][]; straight: boolean } = { points: [], straight: true }
  for (let i = 0; i < data.length;) {
    const step = data[i++]
    if (step === 0) paths.push((current = { points: [], straight: true }))
    if (step === 0 || step === 1) {
      const [x, y] = [data[i++] ?? 0, data[i++] ?? 0]
      current.points.push([a * x + c * y + e, b * x + d * y + f])
    } else if (step === 4) {
      const first = current.points[0]
      if (first) current.points.push(first)
    } else {
      current.straight = false
      i += step === 2 ? 6 : 4
    }
  }
  return paths
}

function edgesOf(path: Path): Ruling[] {
  return path.points.slice(1).flatMap(([x, y], index): Ruling[] => {
    const [u, v] = path.points[index]!
    if (Math.abs(y - v) < 0.7) return [{ across: true, at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) }]
    if (Math.abs(x - u) < 0.7) return [{ across: false, at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) }]
    return []
  })
}

function barOf(path: Path): Ruling[] {
  if (path.points.length < 4) return []
  const xs = path.points.map(([x]) => x)
  const ys = path.points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  if (bottom - top <= thickestBar && right - left > thickestBar) {
    return [{ across: true, at: (top + bottom) / 2, from: left, to: right }]
  }
  if (right - left <= thickestBar && bottom - top > thickestBar) {
    return [{ across: false, at: (left + right) / 2, from: top, to: bottom }]
  }
  return []
}

/** Pieces on one line that touch become one; lines closer than a double border are one line. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const result: Ruling[] = []
  for (const across of [true, false]) {
    const sorted = rulings.filter((ruling) => ruling.across === across).sort((a, b) => a.at - b.at)
    let group: Ruling[] = []
    for (const ruling of sorted) {
      if (group[0] && ruling.at - group[0].at > 2.6) {
        result.push(...joinedOnLine(group))
        group = []
      }
      group.push(ruling)
    }
    result.push(...joinedOnLine(group))
  }
  return result
}

function joinedOnLine(group: readonly Ruling[]): Ruling[] {
  const at = group.reduce((sum, ruling) => sum + ruling.at, 0) / group.length
  const result: Ruling[] = []
  for (const ruling of group.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && ruling.from - last.to <= 2.6) result[result.length - 1] = { ...last, to: Math.max(last.to, ruling.to) }
    else result.push({ ...ruling, at })
  }
  return result
}
