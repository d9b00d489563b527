import { access } from 'node:fs/promises'

/** Whether a file is there; a link counts when what it leads to is there. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
