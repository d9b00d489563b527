import { Button, Dropdown } from 'antd'
import type { AuditAnswer, ExportName } from '#http/contract.ts'
import { exportAddress } from '../api.ts'
import { zh } from '../zh.ts'

/** Name of the file, the way back, the exports, the keys. */
export function AuditHead({ audit, onKeys }: { audit: AuditAnswer; onKeys: () => void }) {
  const formats = (Object.keys(zh.exports) as ExportName[]).filter((name) => name !== 'pdf' || audit.format === 'pdf')
  const items = formats.map((name) => ({
    key: name,
    label: (
      <a href={exportAddress(audit.id, name)} download>
        {zh.exports[name]}
      </a>
    ),
  }))
  return (
    <header className="bar">
      <a href="#/" className="back">
        ← {zh.read.back}
      </a>
      <h1>{audit.file}</h1>
      <Button className="keys-button" onClick={onKeys}>
        {zh.read.keys}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="primary">{zh.read.export}</Button>
      </Dropdown>
    </header>
  )
}
