import { dictionary } from '#db/dictionary.ts'

/**
 * Where the pages for people begin, by model; models that are missing have none (docs/behaviour/barcode.md#models).
 * Filled by the registry of modules.
 */
export const PAGES: Record<string, string> = dictionary({})

/** Where the server has a record's page for people; undefined where there is none. */
export const webPath = (model: string, id: number): string | undefined => PAGES[model] && `${PAGES[model]}${id}`
