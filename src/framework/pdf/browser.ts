// One browser, started when it is needed, closed when it is idle, and started anew when it died.
import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import type { FoundBrowser } from './find.ts'
import { workFolder } from './folder.ts'
import { layFonts } from './fonts.ts'
import { openPage, pageAsPDF, pageAsPNG, type OpenPage } from './page.ts'
import { PrintFailed, type PageOptions, type OpenPress } from './press.ts'
import { Wire } from './wire.ts'

/** How long it may do nothing before it is closed, and how long it may take to start, in ms. */
const [IDLE, START] = [60_000, 30_000]

/** How long one page may take, in ms: some thousands of lines with pictures take ten seconds. */
const PAGE = 90_000

const ARGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-breakpad',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  // What lies in a frame stays with its page, so that it is asked about what it loads too.
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process',
  // Nothing leaves by itself; what a page may load, this process loads.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND'
]

/**
 * The sandbox of a browser needs rights that root does not give up: a browser that runs as root, as in most containers,
 * refuses to start with it. Pages have no script there, and reach nothing.
 */
const sandbox = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** A browser that runs. */
interface Running {
  wire: Wire
  process: ChildProcess
  folder: string
}

/** A failure of the browser, in words. */
const failed = (error: unknown) =>
  error instanceof PrintFailed
    ? error
    : new PrintFailed(`The browser could not set the page: ${(error as Error).message}`, { cause: error })

/** Starts and ends the browser. */
export class Browser {
  readonly #found: FoundBrowser
  #running: Promise<Running> | undefined
  #busy = 0
  #idle: NodeJS.Timeout | undefined

  constructor(found: FoundBrowser) {
    this.#found = found
  }

  /**
   * Opens a page, in which documents are shown one after the other: a new one for each would take ten times as long.
   *
   * @returns what sets documents; to be closed
   */
  async open(options: PageOptions): Promise<OpenPress> {
    clearTimeout(this.#idle)
    this.#busy++
    let page: OpenPage | undefined
    try {
      const running = await this.#start()
      page = await openPage(running.wire, options)
    } catch (error) {
      this.#left()
      throw failed(error)
    }
    const { close } = page
    return {
      pdf: (html) => this.#inTime(() => pageAsPDF(page, html)),
      png: (html, size) => this.#inTime(() => pageAsPNG(page, html, size)),
      close: async () => {
        await close()
        this.#left()
      }
    }
  }

  /** Does something within the time; a browser that does not answer is ended. */
  async #inTime<Result>(work: () => Promise<Result>): Promise<Result> {
    let late: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_resolve, reject) => {
      late = setTimeout(() => {
        void this.close()
        reject(new PrintFailed(`The page took longer than ${PAGE / 1000} seconds.`))
      }, PAGE)
    })
    try {
      return await Promise.race([work(), limit])
    } catch (error) {
      throw failed(error)
    } finally {
      clearTimeout(late)
    }
  }

  /** A page was closed. A browser that nobody uses is closed after a while. */
  #left(): void {
    if (--this.#busy === 0) this.#idle = setTimeout(() => void this.close(), IDLE).unref()
  }

  #start(): Promise<Running> {
    if (this.#running) return this.#running
    // One that was told to end may end when the next runs already: that one is not forgotten.
    const gone = () => {
      if (this.#running === started) this.#running = undefined
    }
    const started: Promise<Running> = this.#launch(gone).catch((error: unknown) => {
      gone()
      throw error
    })
    this.#running = started
    return started
  }

  /** @param gone told when it has ended */
  async #launch(gone: () => void): Promise<Running> {
    const folder = await workFolder()
    try {
      const fonts = await layFonts(`${folder}/fonts`)
      const args = [...this.#found.args, ...ARGS, ...sandbox(), `--user-data-dir=${folder}/profile`, 'about:blank']
      const child = spawn(this.#found.path, args, {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
        env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: process.env.TZ, LANG: 'C.UTF-8', ...fonts }
      })
      const wire = new Wire(child.stdio[3] as Writable, child.stdio[4] as unknown as Readable)
      child.on('error', (error) => wire.end(error))
      child.on('exit', () => {
        wire.end(new Error('the browser ended'))
        gone()
        void rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
      })
      const late = setTimeout(() => child.kill('SIGKILL'), START)
      await wire.send('Browser.getVersion').finally(() => clearTimeout(late))
      return { wire, process: child, folder }
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
  }

  /** Ends the browser, if it runs. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const running = this.#running
    this.#running = undefined
    const found = await running?.catch(() => undefined)
    if (!found || found.process.exitCode !== null || found.process.signalCode !== null) return
    const gone = new Promise((resolve) => found.process.once('exit', resolve))
    found.process.kill('SIGKILL')
    await gone
    await rm(found.folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
  }
}
