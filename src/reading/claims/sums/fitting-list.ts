import { meets, runningSums } from '#domain/arithmetic.ts'
import { intervalOf } from '#domain/quantity.ts'
import { addsUp } from './adds-up.ts'
import { closedSetOf, closedSetsOf } from './closed-sets.ts'
import type { Mention } from '../text/sentences.ts'

/** The list that adds up to a total: all of it first, then without its end. */
export function fittingList(
  total: Mention,
  flat: readonly Mention[],
  all: readonly Mention[],
): readonly Mention[] | undefined {
  if (flat.length >= 2 && addsUp(total, flat)) return flat
  // A closed set listed in full has no other reading: what follows it can't be left out, nor its parts' parts come in.
  if (isClosedSet(flat, total))
    return fittingPrefix(total, flat, (list) => closesAll(list, flat, total) && !goesOn(list, flat))
  if (all.length === flat.length) return fittingPrefix(total, flat)
  return all.length >= 2 && addsUp(total, all) ? all : (fittingPrefix(total, flat) ?? fittingPrefix(total, all))
}

/** The longest beginning of a list, of two at least, that adds up to a total. */
function fittingPrefix(
  total: Mention,
  list: readonly Mention[],
  isList: (prefix: readonly Mention[]) => boolean = () => true,
): readonly Mention[] | undefined {
  if (list.length < 3) return undefined
  const own = intervalOf(total.figure.quantity)
  const sums = runningSums(list.map(({ figure }) => intervalOf(figure.quantity)))
  for (let length = list.length - 1; length >= 2; length--) {
    const prefix = meets(own, sums[length - 1]!) ? list.slice(0, length) : undefined
    if (prefix && isList(prefix)) return prefix
  }
  return undefined
}

/** Whether the list and its total are a set that the accounts define as exhaustive. */
export function isClosedSet(list: readonly Mention[], total: Mention): boolean {
  return closedSetOf(
    list.map((each) => each.label),
    total.label,
  )
}

/** 购置 and 运行 are a set, too, but not all of one that lists 接待 besides. */
function closesAll(list: readonly Mention[], whole: readonly Mention[], total: Mention): boolean {
  const [own, all] = [list, whole].map((each) =>
    closedSetsOf(
      each.map(({ label }) => label),
      total.label,
    ),
  )
  return own!.length === all!.length
}

/** 「行政编制39名、事业编制13名、工勤编制1名」: what comes next is one more of the kind. */
function goesOn(list: readonly Mention[], whole: readonly Mention[]): boolean {
  const [last, next] = [list.at(-1)!, whole[list.length]!]
  return /^[、和及]/.test(next.lead.trim()) && next.label.slice(-2) === last.label.slice(-2)
}
