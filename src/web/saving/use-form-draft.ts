import type { FormInstance } from 'antd'
import { useLayoutEffect, useRef } from 'react'
import { useYear } from '../shell/year.ts'
import { useDraft } from './use-draft.ts'

/**
 * A form that is sent as a whole, kept on this machine as it is written: whoever looks at another page finds it again.
 *
 * name      of the form, one of its own in the ledger
 * blank     what stands in it before anything is written
 * initial   what it begins with: what was kept, else the blank
 * isKept    whether something is written that was not sent
 * drop      empties it, when it was sent or is not wanted
 */
export function useFormDraft<T extends object>(
  form: FormInstance<T>,
  name: string,
  blank: T,
): { readonly initial: T; readonly isKept: boolean; readonly write: (draft: T) => void; readonly drop: () => void } {
  const { account, ledger } = useYear()
  const { draft, write, drop } = useDraft<T | undefined>(account.id, `${name}.${ledger}`, undefined)
  const isKept = draft !== undefined
  const wasKept = useRef(isKept)
  useLayoutEffect(() => {
    // The form knows its blank again only now, before anything is painted.
    if (wasKept.current && !isKept) form.resetFields()
    wasKept.current = isKept
  }, [form, isKept])
  return { initial: draft ?? blank, isKept, write, drop }
}
