import { Button } from 'antd'
import type { EvidenceList } from '#http/contracts/evidence.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { setFields } from '../../saving/set-fields.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { HandIn } from '../evidence/hand-in.tsx'

const words = all.records

/** The files that stand behind a record: fetched, handed in, let go. */
export function RecordFiles({ line }: { line: EntryLine }) {
  const { ledger, canEdit } = useYear()
  const { data } = useOfYear<EvidenceList>('evidence')
  const { id, kind } = line.entry as { id: string; kind: string }
  const own = (line.entry['evidence'] ?? []) as readonly string[]
  const files = (data?.files ?? []).filter((file) => own.includes(file.id))
  const letGo = (file: string) =>
    setFields({ ledger, list: 'workRecords' }, line, { evidence: own.filter((each) => each !== file) })
  return (
    <section className="record-files" aria-label={words.filesOf(id)}>
      <h3>{words.filesOf(id)}</h3>
      {files.length === 0 && <p className="calm">{words.noFiles}</p>}
      <ul className="evidence">
        {files.map((file) => (
          <li key={file.id}>
            <a href={`/api/ledgers/${ledger}/evidence/${encodeURIComponent(file.id)}`} download>
              {file.name}
            </a>{' '}
            {canEdit && (
              <Button size="small" aria-label={words.letGoOf(file.name)} onClick={() => letGo(file.id)}>
                {words.letGo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {canEdit && <HandIn query={{ kind, record: id }} name={words.handInFor(id)} />}
    </section>
  )
}
