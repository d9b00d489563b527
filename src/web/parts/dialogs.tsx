import { Input, Modal } from 'antd'
import { useState } from 'react'
import { zh } from '../zh.ts'

/** Asks why a finding is not accepted; saving needs a reason. */
function DismissDialog({ onSave, onCancel }: { onSave: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const save = () => reason.trim() !== '' && onSave(reason.trim())
  return (
    <Modal
      open
      title={zh.dismiss.title}
      okText={zh.dismiss.ok}
      cancelText={zh.dismiss.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={save}
      onCancel={onCancel}
    >
      <label>
        {zh.dismiss.label}
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          placeholder={zh.dismiss.hint}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && save()}
        />
      </label>
    </Modal>
  )
}

/** What the keys do. */
function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Modal open title={zh.read.keys} footer={null} onCancel={onClose}>
      <dl className="keys">
        {zh.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}

/** The dialog that is open, if any. */
export function Dialogs({
  open,
  onClose,
  onDismiss,
}: {
  open: '' | 'keys' | 'dismiss'
  onClose: () => void
  onDismiss: (reason: string) => void
}) {
  if (open === 'keys') return <KeysDialog onClose={onClose} />
  if (open !== 'dismiss') return null
  const save = (reason: string) => {
    onClose()
    onDismiss(reason)
  }
  return <DismissDialog onCancel={onClose} onSave={save} />
}
