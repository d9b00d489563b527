import { runProgram } from './program.ts'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 21)) {
  process.stderr.write(
    `绩衡需要 Node 24.21 以上，当前是 ${process.versions.node}。请先运行 npm ci，再用 npx jiheng 或 npm start。\n`,
  )
  process.exit(2)
}

// A reader that closes the pipe early (head, less) has seen enough: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

await runProgram(process.argv.slice(2))
