import { type ReactNode, useState } from 'react'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { TracedNumber } from './traced-number.tsx'

/**
 * A number worked out of the ledger: pressing it shows its arithmetic and the entries behind it.
 *
 * measure   what it is, of the fact's identity: 'score.total'
 * entity    the project it is of, '' the department
 */
export function FactNumber({ measure, entity, children }: { measure: string; entity: string; children: ReactNode }) {
  const { standing } = useYear()
  const [isOpen, setOpen] = useState(false)
  const fact = `${measure}|${entity}|${standing.year}|none`
  return (
    <>
      <button type="button" className="link" title={words.whence} onClick={() => setOpen(true)}>
        {children}
      </button>
      <TracedNumber fact={isOpen ? fact : ''} onClose={() => setOpen(false)} />
    </>
  )
}
