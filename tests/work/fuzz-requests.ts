import fc from 'fast-check'

type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly $ref?: string
}
export type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}
export type FuzzedRequest = { readonly path: string; readonly body?: unknown }

/** Values no honest page sends: wrong kinds, huge, empty, hostile to paths, to SQL, to JavaScript. */
const odd = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  0,
  1.5,
  Number.MAX_SAFE_INTEGER + 1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '../../../etc/passwd',
  "'; drop table ledgers; --",
  '<script>alert(1)</script>',
  '=cmd|calc',
  '__proto__',
  'constructor',
  '2023-02-30',
  '9'.repeat(400),
  '县'.repeat(5000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  { __proto__: 1, constructor: { prototype: 1 } },
)

/** Requests to one operation: each part now and then as its description asks, now and then odd. `own` the parts of an address. */
export function requestsTo(
  path: string,
  { parameters = [], requestBody }: Operation,
  own: Readonly<Record<string, string>>,
): fc.Arbitrary<FuzzedRequest> {
  const text = odd.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  const paths = path.match(/\{\w+\}/g) ?? []
  const parts = fc.tuple(
    ...paths.map((part) =>
      fc.oneof({ weight: 4, arbitrary: fc.constant(own[part.slice(1, -1)] ?? '1') }, { weight: 1, arbitrary: text }),
    ),
  )
  const queries = parameters.filter((each) => each.in === 'query')
  const query = fc.tuple(
    ...queries.map(({ name, schema }) =>
      fc.option(fc.tuple(fc.constant(name), fc.oneof(valueOf(schema), odd)), { nil: undefined }),
    ),
  )
  const schema = requestBody?.content['application/json']?.schema
  const body = schema
    ? fc.oneof({ weight: 3, arbitrary: valueOf(schema) }, { weight: 1, arbitrary: odd })
    : fc.constant(undefined)
  return fc.tuple(parts, query, body).map(([steps, pairs, sent]) => {
    let at = 0
    const address = path.replaceAll(/\{\w+\}/g, () => encode(String(steps[at++])))
    const search = pairs
      .filter((pair) => pair !== undefined)
      .map(([name, value]) => `${name}=${encode(typeof value === 'string' ? value : JSON.stringify(value))}`)
      .join('&')
    return { path: `${address.slice(1)}${search ? `?${search}` : ''}`, ...(sent === undefined ? {} : { body: sent }) }
  })
}

/** The address of a path of the description, its parts filled in. */
export function addressIn(path: string, parts: Readonly<Record<string, string>>): string {
  return path.slice(1).replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(parts[name] ?? '1'))
}

/** An address beyond 16 kB is turned away by Node itself, before any route. */
function encode(text: string): string {
  return encodeURIComponent(text.slice(0, 300).toWellFormed())
}

function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fc.oneof(...choices.map(valueOf))
  const [type] = [schema.type ?? 'object'].flat()
  if (type === 'object') {
    if (!schema.properties) return entry
    const fields = Object.entries(schema.properties)
    return fc.record(
      Object.fromEntries(
        fields.map(([name, each]) => [
          name,
          fc.oneof({ weight: 5, arbitrary: valueOf(each) }, { weight: 1, arbitrary: odd }),
        ]),
      ),
      { requiredKeys: [] },
    )
  }
  if (type === 'array') return fc.array(schema.items ? valueOf(schema.items) : odd, { maxLength: 3 })
  if (type === 'integer' || type === 'number') return fc.oneof(fc.integer(), fc.double())
  if (type === 'boolean') return fc.boolean()
  return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('001', 'p1', '2023-12-31', '数'))
}

/** Something like an entry of a ledger. */
const entry = fc.dictionary(
  fc.constantFrom(
    'id',
    'key',
    'voucher',
    'organisation',
    'date',
    'amount',
    'scope',
    'values',
    'name',
    'kind',
    'until',
    'quotas',
    'target',
    'actual',
  ),
  fc.oneof(odd, fc.constantFrom<unknown>('001', 'p1', '100', '2023-12-31', 'department', { project: 'p1' })),
)
