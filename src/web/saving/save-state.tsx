import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { words } from '../words/work.ts'
import { Unsaved } from './unsaved.tsx'
import { type SendingState, onSending, sendingState } from './send-pending.ts'
import { isKeptHere, onPending } from './kept-changes.ts'
import { canUndo, onUndo, undo } from './undo.ts'
import { usePending } from './use-entries.ts'

/** How saving goes, undo, and the way to what needs a person. `canEdit` false: nothing may be changed, nor taken back. */
export function SaveState({ canEdit }: { canEdit: boolean }) {
  const pending = usePending()
  const sending = useSyncExternalStore(onSending, sendingState)
  const isUndoable = useSyncExternalStore(onUndo, canUndo)
  const isKept = useSyncExternalStore(onPending, isKeptHere)
  const [isOpen, setOpen] = useState(false)
  useUndoKey(canEdit)
  const troubled = pending.filter(({ state }) => state === 'refused' || state === 'conflict').length
  const unfinished = pending.filter(({ state }) => state === 'unfinished').length
  const waiting = pending.filter(({ state }) => state === 'waiting').length
  return (
    <div className="saving">
      <Button size="small" disabled={!isUndoable || !canEdit} onClick={undo} aria-keyshortcuts="Control+Z">
        {words.saving.undo}
      </Button>
      <span
        role="status"
        className={
          sending === 'offline' || sending === 'halted' || sending === 'signed-out' || !isKept ? 'warning' : ''
        }
      >
        {isKept ? saidOf(sending, waiting) : words.saving.notKept(waiting)}
      </span>
      {(troubled > 0 || unfinished > 0) && (
        <Button size="small" danger={troubled > 0} onClick={() => setOpen(true)}>
          {troubled > 0 ? words.saving.attention(troubled) : words.saving.unfinished(unfinished)}
        </Button>
      )}
      <Unsaved isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}

function saidOf(sending: SendingState, waiting: number): string {
  if (sending === 'offline') return words.saving.offline(waiting)
  if (sending === 'halted') return words.saving.halted(waiting)
  if (sending === 'signed-out') return words.saving.signedOut
  return waiting > 0 ? words.saving.sending : words.saving.saved
}

/** Ctrl+Z takes the last stored edit back, except while something is being typed, where it is the field's own. */
function useUndoKey(canEdit: boolean): void {
  useEffect(() => {
    if (!canEdit) return
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]')
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !isTyping) {
        event.preventDefault()
        undo()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [canEdit])
}
