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
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await server.register(reference, {
    routePrefix: '/api/reference',
    staticCSP: true,
    uiConfig: { docExpansion: 'list', deepLinking: true },
  })
}
