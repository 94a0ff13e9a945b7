import { main } from './main.ts'
import { note } from './terminal.ts'

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
