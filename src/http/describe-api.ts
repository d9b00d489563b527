import swagger from '@fastify/swagger'
import reference from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { withFiles } from './describe-files.ts'
import { saysWho } from './describe-who.ts'
import { chineseReader, readerScript } from './reader/reader-script.ts'

/** The bar above asks for other descriptions than ours; two words of the reader stand in its styles. */
const readerStyle = `
.swagger-ui .topbar { display: none; }
.swagger-ui .loading-container .loading::after { content: '正在读取'; }
.swagger-ui .parameter__name.required::after { content: '必填'; }`

/** The description of every route as OpenAPI 3.1 at /api/reference/json, and a page to read it at /api/reference. */
export async function describeApi(server: FastifyInstance): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '绩衡', version: '1', description: '预算绩效账本、核对与报送的接口。登录后以 cookie 认人。' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'jiheng' } } },
      security: [{ session: [] }],
    },
    transform: (route) => {
      const told = jsonSchemaTransform(route)
      const { access } = route.route.config ?? {}
      const head = { tags: [groupOf(told.url)], ...saysWho(access) }
      return { ...told, schema: withFiles({ ...told.schema, ...head }) }
    },
    transformObject: (document) => inChinese(jsonSchemaTransformObject(document)),
  })
  await server.register(reference, {
    routePrefix: '/api/reference',
    staticCSP: true,
    theme: {
      title: '绩衡接口',
      css: [{ filename: 'reader.css', content: readerStyle }],
      js: [{ filename: 'reader.js', content: readerScript }],
    },
    uiConfig: { docExpansion: 'list', deepLinking: true, plugins: [chineseReader] },
  })
}

const outcomes: Readonly<Record<string, string>> = {
  200: '办成了',
  '4XX': '没有办：正文是出错代码、一句说明和请求编号',
  '5XX': '程序出错或太忙，正文同上',
}

/** Answers the contracts do not describe are called „Default Response“ by the library. */
function inChinese(document: ReturnType<typeof jsonSchemaTransformObject>): typeof document {
  for (const path of Object.values(document.paths ?? {}))
    for (const operation of Object.values(path ?? {}) as { responses?: Record<string, { description?: string }> }[])
      for (const [status, answer] of Object.entries(operation.responses ?? {}))
        if (answer.description === 'Default Response') answer.description = outcomes[status] ?? '答复'
  return document
}

const groups: Readonly<Record<string, string>> = {
  session: '登录',
  invitations: '登录',
  divisions: '登录',
  own: '自己的账户',
  accounts: '账户',
  sessions: '账户',
  log: '变更记录',
  audits: '核对',
  jobs: '后台任务',
  ledgers: '账本',
  publications: '公开的材料',
  assignments: '分派和期限',
  deadlines: '分派和期限',
}

/** Under which head the reader's page lists a route: by the first word of its path behind /api. */
function groupOf(url: string): string {
  const [, word = ''] = /^\/api\/([\w-]+)/.exec(url) ?? []
  return groups[word] ?? '其他'
}
