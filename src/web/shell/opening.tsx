import { useEffect, useState } from 'react'
import { words } from '../words/work.ts'

const patience = 3000

/** Shown while a page is fetched; what keeps it, where it takes long. */
export function Opening() {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="calm" role="status">
      {isLong ? words.notReached : words.loading}
    </p>
  )
}
