/** Milliseconds of several runs: the middle one and the slowest twentieth. */
export type Timing = { readonly median: number; readonly p95: number }

/** Runs `work` a few times to warm up, then `runs` times under the clock. */
export async function timeOf(work: () => unknown, runs = 15): Promise<Timing> {
  const [timing] = await timesOf([work], runs)
  return timing!
}

/** Times several works that take turns: what else the machine does meets all of them alike. */
export async function timesOf(works: readonly (() => unknown)[], runs = 15): Promise<Timing[]> {
  const took: number[][] = works.map(() => [])
  for (let run = -3; run < runs; run += 1)
    for (const [at, work] of works.entries()) {
      const started = performance.now()
      await work()
      if (run >= 0) took[at]!.push(performance.now() - started)
    }
  return took.map((times) => {
    const sorted = times.toSorted((left, right) => left - right)
    return {
      median: sorted[Math.floor(sorted.length / 2)]!,
      p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))]!,
    }
  })
}

/** A row of results.md: what ran, on how much, how long, against the first row of its group. */
export function rowOf(name: string, size: string, timing: Timing, against?: Timing): string {
  const ratio = against ? `${(timing.median / against.median).toFixed(2)}×` : '1×'
  return `| ${name} | ${size} | ${timing.median.toFixed(1)} | ${timing.p95.toFixed(1)} | ${ratio} |`
}

export const tableHead = '| what | input | median ms | p95 ms | against the first |\n|---|---|---|---|---|'
