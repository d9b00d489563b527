/**
 * Which ledger a set of reports was written from: its identity, and nothing else of what it holds.
 *
 * division     code of the administrative division
 * department   id of the organisation in the ledger
 * pack         id of the rule pack the set was scored and laid out by
 * digest       of the ledger's content, 32 hex digits: tells whether the ledger has changed since
 */
export type SetOrigin = {
  readonly division: string
  readonly department: string
  readonly year: number
  readonly pack: string
  readonly digest: string
}

const pattern = /jiheng:(\d{6,12})\/([^\s/"'<>&,;]+)\/(\d{4})\/([a-z0-9-]+)\/([0-9a-f]{32})(?![0-9a-f])/

/** The identity as files carry it, without a character that xml, html or a list of keywords would have to escape. */
export function originText({ division, department, year, pack, digest }: SetOrigin): string {
  const name = encodeURIComponent(department).replaceAll("'", '%27')
  return `jiheng:${division}/${name}/${year}/${pack}/${digest}`
}

/** The identity in what a file says of itself; undefined where there is none, or a broken one. */
export function originIn(text: string): SetOrigin | undefined {
  const [, division = '', name = '', year, pack = '', digest = ''] = pattern.exec(text) ?? []
  const department = decoded(name)
  return department ? { division, department, year: Number(year), pack, digest } : undefined
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}
