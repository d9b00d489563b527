/** Milliseconds of several runs: the middle one and the slowest twentieth. */
export type Timing = { readonly median: number; readonly p95: number }

/** Runs `work` a few times to warm up, then `runs` times under the clock. */
export async function timeOf(work: () => unknown, runs = 15): Promise<Timing> {
  for (let warm = 0; warm < 3; warm += 1) await work()
  const took: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work()
    took.push(performance.now() - started)
  }
  const sorted = took.toSorted((left, right) => left - right)
  return {
    median: sorted[Math.floor(sorted.length / 2)]!,
    p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!,
  }
}

/** A row of results.md: what ran, on how much, how long, against the first row of its group. */
export function rowOf(name: string, size: string, timing: Timing, against?: Timing): string {
  const ratio = against ? `${(timing.median / against.median).toFixed(2)}×` : '1×'
  return `| ${name} | ${size} | ${timing.median.toFixed(1)} | ${timing.p95.toFixed(1)} | ${ratio} |`
}

export const tableHead = '| what | input | median ms | p95 ms | against the first |\n|---|---|---|---|---|'
