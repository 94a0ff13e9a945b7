import type { Files } from './archive.ts'
import { ArchiveError } from './archive.ts'

// What makes a folder a build of the official web client: what its files say about it.

/** Where the build says which scripts a page of it begins with. */
export const MANIFEST = '.vite/manifest.json'

/** Of which release it is, and of which commit; a release alone has them. */
const [TAG, COMMIT] = ['.vite/tag.txt', '.vite/sha.txt']

/** What it is made of, with licences. */
const PARTS = '.vite/dependencies.json'

/** A build of the web client. */
export interface WebClient {
  /** Its release, such as `1.5.0`. */
  version: string
  commit: string | null
  /** The scripts that its page begins with, from its own folder. */
  scripts: string[]
  /** How many packages it is made of, by licence; null where it does not say so. */
  licences: Record<string, number> | null
}

/** What the manifest tells of one piece. */
interface Piece {
  file: string
  isEntry?: boolean
  css?: string[]
  assets?: string[]
  dynamicImports?: string[]
}

/**
 * Reads what a build says about itself.
 *
 * @param read gives a file of it; undefined where there is none
 * @throws ArchiveError where it is no build of the web client
 */
export function readClient(read: (path: string) => Buffer | undefined): WebClient {
  const text = read(MANIFEST)?.toString()
  const version = /^v?(\d+\.\d+\.\d+)\s*$/.exec(read(TAG)?.toString() ?? '')?.[1]
  if (text === undefined || version === undefined)
    throw new ArchiveError(`It is no release of the web client: that has the files ${MANIFEST} and ${TAG}.`)
  return {
    version,
    commit: /^[0-9a-f]{7,64}$/.exec(read(COMMIT)?.toString().trim() ?? '')?.[0] ?? null,
    scripts: scriptsOf(piecesOf(text)),
    licences: licencesOf(read(PARTS)?.toString())
  }
}

/** Fails where a file is missing that the build is made of. */
export function checkComplete(files: Files): void {
  const pieces = piecesOf(files.get(MANIFEST)!.toString())
  const named = [...pieces.values()].flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets])
  const missing = named.find((path) => !files.has(path))
  if (missing !== undefined) throw new ArchiveError(`The file "${missing}" is missing.`)
}

const isTexts = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

function isPiece(value: unknown): value is Piece {
  const { file, css, assets, dynamicImports } = (value ?? {}) as Record<string, unknown>
  return typeof file === 'string' && [css, assets, dynamicImports].every(isTexts)
}

function parsed(text: string, called: string): Map<string, unknown> {
  try {
    return new Map(Object.entries(JSON.parse(text) as object))
  } catch {
    throw new ArchiveError(`${called} cannot be read.`)
  }
}

function piecesOf(text: string): ReadonlyMap<string, Piece> {
  const pieces = parsed(text, MANIFEST)
  if (![...pieces.values()].every(isPiece)) throw new ArchiveError(`${MANIFEST} has another form than that of Vite.`)
  return pieces as ReadonlyMap<string, Piece>
}

/** The script of the page, and those of the views that it chooses from. */
function scriptsOf(pieces: ReadonlyMap<string, Piece>): string[] {
  const page = pieces.get('index.html')
  if (!page?.isEntry) throw new ArchiveError(`${MANIFEST} names no page.`)
  const views = (page.dynamicImports ?? []).map((name) => pieces.get(name)?.file)
  if (!views.every((file) => file !== undefined)) throw new ArchiveError(`${MANIFEST} names a view that it has not.`)
  return [page.file, ...views]
}

/** How often each licence occurs among the packages of the build, the most frequent first. */
function licencesOf(text: string | undefined): Record<string, number> | null {
  if (text === undefined) return null
  const packages = [...parsed(text, PARTS).values()]
  const counts = new Map<string, number>()
  for (const one of packages) {
    const { license } = (one ?? {}) as { license?: unknown }
    const name = typeof license === 'string' ? license : 'unknown'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return Object.fromEntries([...counts].toSorted(([, a], [, b]) => b - a))
}
