import { readFileSync } from 'node:fs'

/** The command `jiheng audit` in a process of its own; says at its end what it took, for bench-many.ts. */
const began = performance.now()
process.on('exit', () => {
  // Not resourceUsage: a process begins with the peak of the one that started it.
  const [, peak = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  const { user, system } = process.cpuUsage()
  console.log(JSON.stringify({ ms: performance.now() - began, cpu: (user + system) / 1000, peak: Number(peak) * 1024 }))
})
await import('../src/cli/main.ts')
