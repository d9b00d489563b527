type Fields = Readonly<Record<string, unknown>>
/** What an entry is called; undefined where it is not known. */
export type NameOf = (list: 'organisations' | 'projects' | 'indicators', id: string) => string | undefined

const lists = {
  organisation: 'organisations',
  parent: 'organisations',
  project: 'projects',
  projects: 'projects',
  indicator: 'indicators',
} as const
const ofProject = 'project:'

/** Fields with the names of the units, projects and indicators they speak of in place of their ids, within lists too. */
export function namesInWords(fields: Fields, nameOf: NameOf): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, said(field, value, nameOf)]))
}

function said(field: string, value: unknown, nameOf: NameOf): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => said(field, each, nameOf))
  if (typeof value === 'object' && value !== null) return namesInWords(value as Fields, nameOf)
  if (typeof value !== 'string') return value
  if (field === 'scope' && value.startsWith(ofProject)) {
    const name = nameOf('projects', value.slice(ofProject.length))
    return name === undefined ? value : ofProject + name
  }
  return Object.hasOwn(lists, field) ? (nameOf(lists[field as keyof typeof lists], value) ?? value) : value
}
