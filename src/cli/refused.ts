/** Says on the standard error why a command did nothing, and gives the status it ends with. */
export function refused(message: string): 2 {
  process.stderr.write(`${message}\n`)
  return 2
}
