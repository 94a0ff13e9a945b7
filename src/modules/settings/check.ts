import { GLOBAL_BY_KEY, textProblem } from './definitions.ts'
import type { ConsistencyCheck, Problem, CheckContext } from '#framework/check/check.ts'

/**
 * Settings whose text breaks their own rule, as an import or an older version may have stored it; the server passes
 * over them, or says so.
 */
async function unusable({ db }: CheckContext): Promise<Problem[]> {
  const settings = await db.selectFrom('setting').select(['key', 'value']).orderBy('key').execute()
  return settings.flatMap(({ key, value }) => {
    const definition = GLOBAL_BY_KEY.get(key)
    const problem = definition && textProblem(definition, value)
    return problem ? [{ text: `the setting ${key} cannot be applied: ${problem}` }] : []
  })
}

export const SETTING_CHECKS: ConsistencyCheck[] = [{ name: 'settings can be applied', look: unusable }]
