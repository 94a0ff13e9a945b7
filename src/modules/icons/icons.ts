import { readFileSync } from 'node:fs'

/**
 * The icons that categories, locations and location types can show.
 *
 * The rules: docs/behaviour/category.md#errors, docs/behaviour/location.md#location-types. The names and code points in
 * icons.json were derived from the npm package @tabler/icons 3.31.0 (MIT License, copyright 2020-2024 Paweł Kuna); the
 * file says in its head how a line is written. It is read when the first icon is looked up.
 */

/** One icon: its category in the pack, and per variant the code point in the pack's font, in hex. */
export interface Icon {
  readonly category: string
  readonly variants: ReadonlyMap<string, string>
}

/** The one pack that is built in. */
export const ICON_PACK = { prefix: 'ti', name: 'Tabler Icons' } as const

let loaded: ReadonlyMap<string, Icon> | undefined

/**
 * All icons of the built-in pack by name, sorted by category and name.
 *
 * Errors: throws when icons.json is missing or not as expected (a broken install).
 */
export function icons(): ReadonlyMap<string, Icon> {
  loaded ??= load()
  return loaded
}

/**
 * What is wrong with an icon text.
 *
 * @param text the text a client sent, such as `ti:home:outline`
 * @returns undefined when it names an icon or is empty (no icon), else the message to answer under the field's key
 */
export function iconProblem(text: string): string | undefined {
  if (text === '') return undefined
  const [pack, name, variant, ...more] = text.split(':')
  if (pack === undefined || name === undefined || variant === undefined || more.length > 0) {
    return `Invalid icon format: ${text}, expected: pack:name:variant`
  }
  if (pack !== ICON_PACK.prefix) return `Invalid icon pack: ${pack}`
  const icon = icons().get(name)
  if (icon === undefined) return `Invalid icon name: ${name}`
  if (!icon.variants.has(variant)) return `Invalid icon variant: ${variant}`
  return undefined
}

function load(): ReadonlyMap<string, Icon> {
  const url = new URL('./icons.json', import.meta.url)
  const file: unknown = JSON.parse(readFileSync(url, 'utf8'))
  if (typeof file !== 'object' || file === null || !('icons' in file)) throw new Error('icons.json has no icons')
  const result = new Map<string, Icon>()
  for (const [category, line] of Object.entries(file.icons as Record<string, string>)) {
    for (const entry of line.split(' ')) {
      const match = /^([a-z0-9-]+)=([0-9a-f]+)(?:\/([0-9a-f]+))?$/.exec(entry)
      if (match === null) throw new Error(`icons.json holds a bad entry: ${entry}`)
      const [, name = '', outline = '', filled] = match
      const variants = new Map([['outline', outline]])
      if (filled !== undefined) variants.set('filled', filled)
      result.set(name, { category, variants })
    }
  }
  return result
}
