// Pages of HTML become PDF, by whatever program of the machine can do it.
import { WorkQueue } from '#framework/queue.ts'
import { Browser } from './browser.ts'
import type { PrinterConfig } from './engines.ts'
import { findBrowser } from './find.ts'
import { NoPrinter, PrintFailed, type OpenPress, type PageOptions, type Press } from './press.ts'
import { weasyprintOf, type WeasyPrint } from './weasyprint.ts'

/** What is said where there is no program. */
const NOTHING_THERE =
  'This server makes PDF with Chromium or WeasyPrint, and found neither. Install one of them (docs/printing.md says how), or switch on the debug mode to get HTML.'

/** How many jobs print at once, and how many wait. */
const BOUNDS = { running: 1, waiting: 50, each: 20 }

/** Sets pages for one process: one job after the other, by a program that is started when it is needed. */
export class Printer {
  readonly #config: PrinterConfig
  readonly #queue = new WorkQueue(BOUNDS, {
    detail: 'The server prints as much as it can already. Try again in a minute.',
    seconds: 30
  })
  #browser: Browser | undefined
  #weasyprint: Promise<WeasyPrint | undefined> | undefined
  #closed = false

  constructor(config: PrinterConfig = { engine: 'auto', chromium: null }) {
    this.#config = config
  }

  /** The browser; undefined where there is none, or it is not wanted. */
  async #findBrowser(): Promise<Browser | undefined> {
    if (this.#config.engine === 'weasyprint') return undefined
    if (this.#browser) return this.#browser
    const found = await findBrowser(this.#config.chromium)
    return found && (this.#browser ??= new Browser(found))
  }

  /**
   * Does a job when its turn comes, with what sets its documents.
   *
   * @param whose who wants it: they take turns
   * @throws 503 where too many jobs wait already; whatever the work throws
   */
  job<Result>(options: PageOptions, whose: string, work: (press: Press) => Promise<Result>): Promise<Result> {
    return this.#queue.run(async () => {
      let opened: Promise<OpenPress> | undefined
      const press = () => (opened ??= this.#open(options))
      try {
        return await work({
          pdf: async (html) => (await press()).pdf(html),
          png: async (html, size) => (await press()).png(html, size)
        })
      } finally {
        await (await opened?.catch(() => undefined))?.close()
      }
    }, whose)
  }

  /** @throws NoPrinter, PrintFailed */
  async #open(options: PageOptions): Promise<OpenPress> {
    if (this.#closed) throw new PrintFailed('The server is about to end.')
    const browser = await this.#findBrowser()
    if (browser) return await browser.open(options)
    if (this.#config.engine === 'chromium') throw new NoPrinter(NOTHING_THERE)
    const weasyprint = await (this.#weasyprint ??= weasyprintOf())
    if (!weasyprint) throw new NoPrinter(NOTHING_THERE)
    return await weasyprint(options)
  }

  /** Ends the programs. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#browser?.close()
  }
}
