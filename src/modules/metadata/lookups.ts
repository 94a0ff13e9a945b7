import { dictionary } from '#db/dictionary.ts'

/**
 * What a record may be looked up by, beside its primary key, by model; models that are missing have no metadata. Filled
 * by the registry of modules.
 */
export const LOOKUPS: Record<string, readonly string[]> = dictionary({})
