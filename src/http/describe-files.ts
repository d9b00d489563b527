/** What a route's contract says of media types, beside its shapes. */
type Told = {
  readonly consumes?: readonly string[]
  readonly produces?: readonly string[]
  readonly response?: object
}

const multipart = 'multipart/form-data'
/** Bytes, as OpenAPI 3.1 says them. */
const bytes = { type: 'string', contentMediaType: 'application/octet-stream' } as const
const events = 'text/event-stream'
const heard = { description: '结束的一句已经听到（Last-Event-ID），不会再有', type: 'null' }
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
      ? {
          response: {
            200: fileOf(produces),
            ...(produces.includes(events) ? { 204: heard } : {}),
            '4xx': { content: refusal },
            '5xx': { content: refusal },
          },
        }
      : {}),
  }
}

function fileOf(types: readonly string[]): object {
  return { description: '文件', content: Object.fromEntries(types.map((type) => [type, { schema: shapeOf(type) }])) }
}

function shapeOf(type: string): object {
  if (type.endsWith('json')) return { type: 'object' }
  return type.startsWith('text/') ? { type: 'string' } : bytes
}
