import { MODELS } from '#framework/models.ts'

/**
 * Where the records of a kind are read, by primary key; undefined for kinds that do not exist, or have addresses below
 * those of others alone.
 */
export function recordsAt(model: string): string | undefined {
  const api = MODELS[model]?.api
  return api?.includes('{') ? undefined : api
}
