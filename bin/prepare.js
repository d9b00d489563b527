// After `npm ci`: builds the pages and compiles the server, so that the first start is as quick as the others. What fails
// here is done, and told, at the start.
import { keepCompiledCode } from './compile-cache.js'

keepCompiledCode()
try {
  const { buildWeb } = await import('../src/http/build-web.ts')
  await buildWeb()
  await import('../src/cli/program.ts')
  await import('../src/http/start-server.ts')
} catch (error) {
  process.stderr.write(`绩衡的网页没有先备好，首次启动时再备：${error instanceof Error ? error.message : String(error)}\n`)
}
