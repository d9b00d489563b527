import { words } from '../words/work.ts'
import { useYear } from '../shell/year.ts'

/** Why the page can't be changed now; nothing where it can. */
export function ReadOnlyNote() {
  const { canEdit, standing, account } = useYear()
  if (canEdit) return null
  const isClerk = account.role === 'clerk'
  const { state } = standing
  const note = isClerk && state !== 'draft' && state !== 'returned' ? words.readOnly[state] : words.readOnly.role
  return (
    <p className="calm" role="note">
      {note}
    </p>
  )
}
