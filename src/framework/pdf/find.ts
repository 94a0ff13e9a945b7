// Where a browser is that can set pages.
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

/** A browser that can be started. */
export interface FoundBrowser {
  path: string
  /** What it must be told beside the usual. */
  args: readonly string[]
}

/** What browsers are called on the path. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome']

/** Where systems keep them that put none on the path. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: [
    String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
  ]
}

/** The first of some files that can be run. */
export async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false
    )
    if (there) return path
  }
  return undefined
}

/** Where programs of some names may be, in the order of the path. */
export const onPath = (names: readonly string[]): string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)))

/** The one that a package brings, where somebody installed that beside the server. */
async function packaged(): Promise<FoundBrowser | undefined> {
  const name: string = '@sparticuz/chromium'
  try {
    const { default: chromium } = (await import(name)) as {
      default: { args: string[]; executablePath(): Promise<string> }
    }
    return { path: await chromium.executablePath(), args: chromium.args }
  } catch {
    return undefined
  }
}

/**
 * Looks for a browser: the one that the configuration names, one of the system, or that of a package.
 *
 * @param configured a path; null where none is named
 * @returns undefined where there is none
 * @throws where the one that is named cannot be run
 */
export async function findBrowser(configured: string | null): Promise<FoundBrowser | undefined> {
  if (configured !== null) {
    if (await firstProgram([configured])) return { path: configured, args: [] }
    throw new Error(`INVENTREE_CHROMIUM is "${configured}", which is no program that can be run.`)
  }
  const path = await firstProgram([...onPath(NAMES), ...(PLACES[process.platform] ?? [])])
  return path === undefined ? await packaged() : { path, args: [] }
}
