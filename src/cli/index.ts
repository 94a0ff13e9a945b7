// What bin/inventree starts.
import module from 'node:module'

// Keeps what was compiled, so that the next start takes half the time: of everything that is imported from here on.
module.enableCompileCache()
// Nothing is done yet that could be left half done; src/server/stopping.ts listens from then on.
if (process.argv[2] === 'serve')
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.once(signal, () => process.exit(0))

const [{ main }, { note }] = await Promise.all([import('./main.ts'), import('./terminal.ts')])

// What is stored is for this user alone: the database and its log, uploaded files, what is made on demand.
process.umask(0o077)

// Whoever reads what is printed may have read enough, as `head` does: what was begun goes on to its end, and the exit
// code says how that was.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.exitCode = 1
    if (stream === process.stdout) note(`Not all of it could be printed: ${error.message}`)
  })
}

const code = await main(process.argv.slice(2))
process.exitCode ||= code
