import type { EntryFinding, MendPlace } from '#http/contracts/year.ts'
import { fieldName, listName } from '#domain/log/field-names.ts'
import { yearPages } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'
import { addressOfFinding, addressOfList } from './address-of-finding.ts'

const words = all.findings

/** Something found: in the entries, missing in a report, or by the audit of the set as it would be printed. */
export type Line = {
  readonly kind: 'entries' | 'gaps' | 'reports'
  readonly severity: string
  readonly message: string
  readonly page: string
  readonly rule?: string
  readonly entry?: NonNullable<EntryFinding['entry']>
  readonly expression?: string | undefined
  readonly mend?: readonly MendPlace[]
}

export function FindingLine({ line }: { line: Line }) {
  const { ledger } = useYear()
  const page = yearPages.find((each) => each === line.page) ?? 'findings'
  return (
    <li className={`finding ${line.severity}`}>
      <p className="head">
        <span className={`badge ${line.severity}`}>{words.severities[line.severity] ?? line.severity}</span>
        <span className="rule">
          {words.kinds[line.kind]} {ruleNumber(line.rule)}
        </span>
        <a href={addressOfFinding(ledger, line)}>{line.entry ? words.mend : words.go(workWords.pages[page])}</a>
      </p>
      <p className="said">{line.message}</p>
      {line.expression && <code className="arithmetic">{line.expression}</code>}
      {line.mend && <Sides mend={line.mend} page={line.page} />}
    </li>
  )
}

/** Each side of a contradiction: its words, and the field of the ledger they were typed into or worked out of. */
function Sides({ mend, page }: { mend: readonly MendPlace[]; page: string }) {
  return (
    <ul className="sides">
      {mend.map((place, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <span className="calm">{place.part}</span>
          <span className="words">
            {place.before}
            <mark>{place.text}</mark>
            {place.after}
          </span>
          {place.formula && <code className="arithmetic">{place.formula}</code>}
          <Fields fields={place.fields} page={page} />
        </li>
      ))}
    </ul>
  )
}

function Fields({ fields, page }: { fields: MendPlace['fields']; page: string }) {
  const { ledger } = useYear()
  return fields.map((each) => {
    const { list, field, said, more } = each
    const name = field === undefined ? listName(list) : words.field(listName(list), fieldName(list, field))
    const all = more > 0 ? addressOfList(ledger, list) : undefined
    return (
      <span key={list + each.key.join(' ')} className="field-way">
        <a href={addressOfFinding(ledger, { page, entry: each })}>{name}</a>
        {said && <span className="calm">{said}</span>}
        {all && <a href={all}>{words.more(more + 1, listName(list))}</a>}
      </span>
    )
  })
}

/** 勾稽关系 go by a number people know; other rules have names for programs only. */
function ruleNumber(rule = ''): string {
  return /^I\d+$/.test(rule) ? rule : ''
}
