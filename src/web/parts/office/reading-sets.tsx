import { words } from '../../words/compared-sets.ts'

/** How far the reading of many sets has come; nothing once it is done. */
export function ReadingSets({ done, all }: { done: number; all: number }) {
  if (done >= all) return null
  return (
    <p className="calm" role="status">
      {words.reading(done, all)}
    </p>
  )
}
