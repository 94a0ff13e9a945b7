import { readFileSync } from 'node:fs'
import { sitePrefix } from '#contract/site.ts'
import type { Handler, Ok } from '#contract/types.ts'
import { listed } from '#crud/memory.ts'
import { ICON_PACK, icons } from './icons.ts'

type Pack = Extract<Ok<'icons_list'>, readonly unknown[]>[number]

/** Where the font is served that draws them (src/server/pages.ts); it is of the same release as the icons. */
const FONT = '/static/tabler-icons/tabler-icons.woff2'

let pack: Pack | undefined

/**
 * The one pack without its font, put together at the first call; the words to find icons by come from the same release of Tabler Icons
 * as the icons.
 */
function tabler(): Pack {
  if (pack) return pack
  const { tags } = JSON.parse(readFileSync(new URL('./tags.json', import.meta.url), 'utf8')) as {
    tags: Record<string, string>
  }
  return (pack = {
    ...ICON_PACK,
    fonts: {},
    icons: Object.fromEntries(
      [...icons()].map(([name, { category, variants }]) => [
        name,
        {
          name,
          category,
          tags: tags[name]?.split('|').filter((tag) => tag !== '') ?? [],
          variants: Object.fromEntries(variants)
        }
      ])
    )
  })
}

const list: Handler<'icons_list'> = (call, send) => {
  const served = { ...tabler(), fonts: { woff2: sitePrefix() + FONT } }
  return send(200, listed(call, [served], { search: [], order: [] }))
}

/** The module for icons that categories, locations and location types can show. */
export const iconsOperations = { icons_list: list }
