import type { PlacedItem } from './items.ts'

/** Text of one line that stands close together, and where it begins and ends across the page, in points. */
export type Cluster = { readonly items: readonly PlacedItem[]; readonly x0: number; readonly x1: number }

/** A column of a table without rulings: how far its text reaches. */
export type Band = { x0: number; x1: number }

/** The cluster of these items, at least one, sorted from left to right. */
export function clusterOf(items: readonly PlacedItem[]): Cluster {
  return { items, x0: items[0]!.x0, x1: Math.max(...items.map((item) => item.x1)) }
}

/** The columns: where the fullest lines have text, widened by every cluster that meets one column only. */
export function bandsOf(run: readonly (readonly Cluster[])[]): Band[] {
  const most = Math.max(...run.map((clusters) => clusters.length))
  const full = run.filter((clusters) => clusters.length === most)
  const bands: Band[] = []
  for (const cluster of full.flat().toSorted((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1)
    if (last && cluster.x0 < last.x1) last.x1 = Math.max(last.x1, cluster.x1)
    else bands.push({ x0: cluster.x0, x1: cluster.x1 })
  }
  for (const clusters of run) {
    for (const cluster of clusters) {
      const met = bands.filter((band) => meets(band, cluster))
      if (met.length !== 1) continue
      const wider = { x0: Math.min(met[0]!.x0, cluster.x0), x1: Math.max(met[0]!.x1, cluster.x1) }
      if (bands.filter((band) => meets(band, wider)).length === 1) Object.assign(met[0]!, wider)
    }
  }
  return bands
}

export function meets(a: Band, b: Band): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1
}

/**
 * The cluster as it is, or where its text leaves the gutter between two columns free, a cluster on either side: a label
 * that fills its column comes closer to the next figure than words of one cell may stand apart. `size` is the height of
 * its letters; a gap under a third of it may be typesetting within a cell.
 */
export function partedAtGutters(cluster: Cluster, bands: readonly Band[], size: number): Cluster[] {
  if (bands.filter((band) => meets(band, cluster)).length < 2) return [cluster]
  const parts: PlacedItem[][] = [[]]
  for (const [at, item] of cluster.items.entries()) {
    const last = cluster.items[at - 1]
    if (last && item.x0 - last.x1 >= size / 3 && gutterBetween(bands, last.x1, item.x0)) parts.push([])
    parts.at(-1)!.push(item)
  }
  const parted = parts.map(clusterOf)
  return parted.every((part) => bands.filter((band) => meets(band, part)).length <= 1) ? parted : [cluster]
}

/** Whether a gap from `x0` to `x1` lies in the free room between two columns, or reaches into it. */
function gutterBetween(bands: readonly Band[], x0: number, x1: number): boolean {
  return bands.some((band, index) => {
    const next = bands[index + 1]
    return next !== undefined && x0 < next.x0 && x1 > band.x1
  })
}
