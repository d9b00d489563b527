import { useState } from 'react'

/**
 * Words that are not sent yet, kept on this machine: whoever writes them looks at other pages meanwhile, and finds them
 * as they were left. `whose`: an account's id, for several may use one machine; `drop` when they were sent.
 */
export function useDraft<T>(
  whose: string,
  name: string,
  blank: T,
): { readonly draft: T; readonly write: (draft: T) => void; readonly drop: () => void } {
  const key = `jiheng.draft.${whose}.${name}`
  const [draft, setDraft] = useState(() => read(key, blank))
  return {
    draft,
    write: (next) => {
      setDraft(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch {
        // A full or forbidden store: the words stay on the page.
      }
    },
    drop: () => {
      setDraft(blank)
      localStorage.removeItem(key)
    },
  }
}

function read<T>(key: string, blank: T): T {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? blank : (JSON.parse(kept) as T)
  } catch {
    return blank
  }
}
