// The program, on the Node that package.json pins.
import { keepCompiledCode } from './compile-cache.js'

keepCompiledCode()
await import('../src/cli/main.ts')
