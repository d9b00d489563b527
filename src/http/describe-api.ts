import swagger from '@fastify/swagger'
import reference from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

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
      return { ...told, schema: { ...told.schema, tags: [groupOf(told.url)] } }
    },
    transformObject: jsonSchemaTransformObject,
  })
  await server.register(reference, {
    routePrefix: '/api/reference',
    staticCSP: true,
    // The bar above asks for other descriptions than ours.
    theme: {
      title: '绩衡接口',
      css: [{ filename: 'reader.css', content: '.swagger-ui .topbar { display: none; }' }],
    },
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })
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
