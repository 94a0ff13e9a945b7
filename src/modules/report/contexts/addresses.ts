// The addresses that templates call by a name: those of the lists of the API, and of their records.
import { MODELS } from '#framework/models.ts'

/** What a name of an address consists of: `api-part-list`, `api-po-detail`. */
const NAME = /^api-([a-z-]+)-(list|detail)$/

let known: ReadonlyMap<string, string> | undefined

/** The addresses of lists by the words of their paths: `part`, `stock-location`. */
function lists(): ReadonlyMap<string, string> {
  known ??= new Map(
    Object.values(MODELS).map(({ api }) => [
      api
        .replace(/^\/api\//, '')
        .replace(/\/$/, '')
        .replaceAll('/', '-'),
      api
    ])
  )
  return known
}

/**
 * The address of a list of the API or of one of its records, by its name.
 *
 * @returns undefined where there is none of the name, or it names no record
 */
export function namedAddress(
  name: string,
  positional: readonly unknown[],
  named: ReadonlyMap<string, unknown>
): string | undefined {
  const [, word, kind] = NAME.exec(name) ?? []
  const list = word === undefined ? undefined : (lists().get(word) ?? shortened(word))
  if (list === undefined || kind === 'list') return list
  const key = named.get('pk') ?? named.get('id') ?? positional[0]
  return typeof key === 'number' && Number.isSafeInteger(key) ? `${list}${key}/` : undefined
}

/** Some names leave out the first word of their path: `api-location-list`, `api-po-list`. */
function shortened(word: string): string | undefined {
  for (const [path, api] of lists()) if (path.endsWith(`-${word}`)) return api
  return undefined
}
