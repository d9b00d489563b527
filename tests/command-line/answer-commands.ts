import { runProgram } from '#cli/program.ts'

/**
 * The program, kept open: does one command line after the other, each sent as its words, and answers what it wrote and the
 * status it would have ended with.
 */
process.on('message', async (words: string[]) => {
  const ran = { out: '', error: '' }
  process.exitCode = 0
  process.stdout.write = (text) => (ran.out += String(text)) !== ''
  process.stderr.write = (text) => (ran.error += String(text)) !== ''
  try {
    await runProgram(words)
  } catch (error) {
    ran.error += error instanceof Error ? error.stack : String(error)
    process.exitCode = 1
  }
  process.send?.({ status: process.exitCode, ...ran })
  process.exitCode = 0
})
