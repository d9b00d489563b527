import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { yearAddress } from '../../route.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'

const words = all.unit
type Quota = { readonly posts: number }

/** The department with its units below it, each with its posts and how many are filled. */
export function UnitTree() {
  const { ledger } = useYear()
  const units = useEntries(ledger, 'organisations').lines
  const staff = useEntries(ledger, 'staffing').lines
  const known = new Set(units.map(({ entry }) => entry['id']))
  const roots = units.filter(({ entry }) => !known.has(entry['parent']))
  return (
    <nav className="unit-tree" aria-label={words.tree}>
      <p>
        {words.all} <Staff lines={staff} isWhole />
      </p>
      <Branch units={roots} all={units} staff={staff} />
    </nav>
  )
}

function Branch({
  units,
  all,
  staff,
}: {
  units: readonly EntryLine[]
  all: readonly EntryLine[]
  staff: readonly EntryLine[]
}) {
  if (units.length === 0) return null
  return (
    <ul>
      {units.map(({ id, entry }) => (
        <li key={id}>
          {String(entry['name'] ?? '')}{' '}
          <Staff
            lines={staff.filter((each) => each.entry['organisation'] === entry['id'])}
            organisation={String(entry['id'] ?? '')}
          />
          <Branch
            units={all.filter((each) => each.entry['parent'] === entry['id'] && each.id !== id)}
            all={all}
            staff={staff}
          />
        </li>
      ))}
    </ul>
  )
}

/** Posts lie with a unit, persons may be counted with the department: only the whole can be over its posts. */
function Staff({
  lines,
  organisation = '',
  isWhole = false,
}: {
  lines: readonly EntryLine[]
  organisation?: string
  isWhole?: boolean
}) {
  const { ledger } = useYear()
  if (lines.length === 0) return null
  const quotas = lines.flatMap(({ entry }) => (entry['quotas'] as readonly Quota[] | undefined) ?? [])
  const posts = quotas.reduce((sum, each) => sum + each.posts, 0)
  const onPost = lines.reduce((sum, { entry }) => sum + Number(entry['onPost'] ?? 0), 0)
  return (
    <span className="calm">
      <a href={yearAddress(ledger, 'unit', { item: 'staff', query: { organisation } })}>{words.posts(posts, onPost)}</a>{' '}
      {isWhole && onPost > posts && <span className="warning">{words.over(onPost - posts)}</span>}
    </span>
  )
}
