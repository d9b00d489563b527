/**
 * Cuts text without quotation marks into lines and cells, far quicker than a parser that knows them.
 *
 * rows    the cells of the lines that are complete with this text; the last one may lack its end when `isLast`
 * rest    what has not been given as rows: the beginning of a line
 * end     how lines end, by the first end seen: a parser that takes over goes on with it
 */
export type PlainLines = {
  readonly delimiter: string
  rows(text: string, isLast: boolean): string[][]
  rest(): string
  end(): string | undefined
}

export function plainLines(delimiter: string): PlainLines {
  let rest = ''
  let end: string | undefined
  return {
    delimiter,
    rest: () => rest,
    end: () => end,
    rows(text, isLast) {
      const whole = rest + text
      end ??= firstEnd(whole, isLast)
      const lines = end === undefined ? [whole] : whole.split(end)
      rest = lines.pop() ?? ''
      if (isLast && rest !== '') {
        lines.push(rest)
        rest = ''
      }
      return lines.map((line) => line.split(delimiter))
    },
  }
}

/** A carriage return at the very end of what has come may still be followed by a line feed. */
function firstEnd(text: string, isLast: boolean): string | undefined {
  const [found] = /\r\n|\n|\r/.exec(text) ?? []
  return found === '\r' && text.indexOf('\r') === text.length - 1 && !isLast ? undefined : found
}
