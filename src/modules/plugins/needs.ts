// What a plugin must be permitted for what it exports.
import { MODELS } from '#framework/models.ts'
import type { Declaration } from '#framework/plugins/declaration.ts'
import { viewRights } from '#framework/plugins/permitted.ts'

/** What is wrong with the kinds of records that a plugin names in a place of what it exports. */
const problemWith = (place: string, model: string, rights: readonly string[]): string[] => {
  if (!MODELS[model]) return [`"${place}" names "${model}", which is no kind of record`]
  const needed = viewRights(model)
  if (needed.length === 0 || needed.some((right) => rights.includes(right))) return []
  return [`"${place}.${model}" needs the right ${needed.join(' or ')}`]
}

/**
 * Says why a plugin cannot do what it exports with the rights that it asks for.
 *
 * @returns sentences without a full stop; none where all is well
 */
export const unmetNeeds = ({ checks, importer, notify, mail }: Declaration, rights: readonly string[]): string[] => [
  ...Object.keys(checks ?? {}).flatMap((model) => problemWith('checks', model, rights)),
  ...Object.keys(importer ?? {}).flatMap((model) => problemWith('importer', model, rights)),
  ...(notify && !rights.includes('notify') ? ['"notify" needs the right notify'] : []),
  ...(mail && !rights.includes('mail.read') ? ['"mail" needs the right mail.read'] : [])
]
