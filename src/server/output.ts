// What the server prints. Neither a full disk, nor a pipe that nobody reads, nor one that is closed may hold it up or
// end it.
import { fstatSync, write, writeSync } from 'node:fs'
import { isatty } from 'node:tty'
import { setTimeout as sleep } from 'node:timers/promises'
import { logLine, shown } from './log-line.ts'

/** How much may wait until it can be written, in bytes; lines that come on top are dropped. */
const WAITING_LIMIT = 1024 * 1024
/** How much is written at once. */
const CHUNK = 64 * 1024
/** How long to leave a place alone that took nothing. */
const RETRY_MS = 1000

/** Writes bytes without waiting; tells how many were written, and what kept it from writing more. */
export type Put = (bytes: Buffer, done: (error: Error | null, written: number) => void) => void

/**
 * One place that lines are written to, in their order. Whoever writes never waits: lines are kept, and dropped where
 * too many wait already.
 */
export class Outlet {
  readonly #put: Put
  readonly #tell: (dropped: number) => string
  readonly #lines: Buffer[] = []
  #waiting = 0
  /** What is being written; also what could not be written and is tried again. */
  #chunk: Buffer | undefined
  #busy = false
  #retry: NodeJS.Timeout | undefined
  #untold = 0
  /** How many lines were dropped since the process began. */
  dropped = 0

  /**
   * @param put where the lines go
   * @param tell the line that says how many lines are missing in its place
   */
  constructor(put: Put, tell: (dropped: number) => string) {
    this.#put = put
    this.#tell = tell
  }

  /** @param text whole lines, each with its end */
  write(text: string): void {
    const bytes = Buffer.from(text)
    // Nothing overtakes the line that says what is missing.
    if (this.#untold > 0 || this.#waiting + bytes.length > WAITING_LIMIT) {
      this.#untold++
      this.dropped++
      return
    }
    this.#keep(bytes)
    this.#go()
  }

  /** Waits until everything is written, or it took too long. */
  async flush(timeout: number): Promise<void> {
    for (const until = Date.now() + timeout; (this.#chunk || this.#lines.length) && Date.now() < until; ) await sleep(5)
  }

  /** What still waits, for the last moment of a process: what is on its way already is not part of it. */
  rest(): Buffer {
    return Buffer.concat([...(this.#chunk && !this.#busy ? [this.#chunk] : []), ...this.#lines.splice(0)])
  }

  #keep(bytes: Buffer): void {
    this.#lines.push(bytes)
    this.#waiting += bytes.length
  }

  #take(): Buffer | undefined {
    let [count, size] = [0, 0]
    while (count < this.#lines.length && (count === 0 || size + this.#lines[count]!.length <= CHUNK))
      size += this.#lines[count++]!.length
    return count ? Buffer.concat(this.#lines.splice(0, count)) : undefined
  }

  #go(): void {
    if (this.#busy || this.#retry) return
    const chunk = (this.#chunk ??= this.#take())
    if (!chunk) return
    this.#busy = true
    this.#put(chunk, (error, written) => {
      this.#busy = false
      this.#waiting -= written
      this.#chunk = written < chunk.length ? chunk.subarray(written) : undefined
      if (error) {
        this.#retry = setTimeout(() => {
          this.#retry = undefined
          this.#go()
        }, RETRY_MS).unref()
        return
      }
      if (this.#untold > 0 && !this.#chunk && !this.#lines.length) {
        this.#keep(Buffer.from(this.#tell(this.#untold)))
        this.#untold = 0
      }
      this.#go()
    })
  }
}

/** Files are written to by their number; Node's own stream for them would wait for the disk. */
const toFile =
  (fd: number): Put =>
  (bytes, done) => {
    write(fd, bytes, (error, written) => done(error, written ?? 0))
  }

/** Pipes and sockets are never waited for by Node's streams. */
const toStream = (stream: NodeJS.WriteStream): Put => {
  stream.on('error', () => undefined) // told to whoever wrote
  return (bytes, done) => {
    stream.write(bytes, (error) => done(error ?? null, error ? 0 : bytes.length))
  }
}

const inLog = (dropped: number) =>
  shown(logLine('warn', `${dropped} lines of the log were dropped: the disk was full, or nobody read them`))

const inWords = (dropped: number) => `${dropped} lines were dropped: the disk was full, or nobody read them\n`

function open(stream: NodeJS.WriteStream & { fd: number }, tell: (dropped: number) => string): Outlet {
  const { fd } = stream
  const kind = fstatSync(fd)
  const outlet = new Outlet(
    kind.isFile() || (kind.isCharacterDevice() && !isatty(fd)) ? toFile(fd) : toStream(stream),
    tell
  )
  process.once('exit', () => {
    // What a pipe or a disk does not take at once is lost.
    try {
      writeSync(fd, outlet.rest())
    } catch {
      return
    }
  })
  return outlet
}

let opened: { out: Outlet; err: Outlet } | undefined

/**
 * Where the server prints: its greeting and its log to the standard output, what a start complains of to the standard
 * error.
 */
export const outlets = () => (opened ??= { out: open(process.stdout, inLog), err: open(process.stderr, inWords) })

/** How many lines this process dropped. */
export const droppedLines = (): number => (opened ? opened.out.dropped + opened.err.dropped : 0)
