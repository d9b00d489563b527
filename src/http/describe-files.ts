/** What a route's contract says of media types, beside its shapes. */
type Told = {
  readonly consumes?: readonly string[]
  readonly produces?: readonly string[]
  readonly response?: object
}

const multipart = 'multipart/form-data'
/** Bytes, as OpenAPI 3.1 says them. */
const bytes = { type: 'string', contentMediaType: 'application/octet-stream' } as const
const files = { type: 'object', properties: { file: { type: 'array', minItems: 1, items: bytes } }, required: ['file'] }
const refusal = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }

/** A route's description with the files it takes and gives, which have no shape of their own; each may be refused. */
export function withFiles<T extends object>(schema: T): T {
  const { consumes = [], produces = [], response } = schema as Told
  const isFile = response === undefined && produces.length > 0
  return {
    ...schema,
    ...(consumes.includes(multipart) ? { body: files } : {}),
    ...(isFile
      ? { response: { 200: fileOf(produces), '4xx': { content: refusal }, '5xx': { content: refusal } } }
      : {}),
  }
}

function fileOf(types: readonly string[]): object {
  const content = types.map((type) => [type, { schema: type.startsWith('text/') ? { type: 'string' } : bytes }])
  return { description: '文件', content: Object.fromEntries(content) }
}
