// refused: is not assignable to type 'Sent<
import type { Handler } from '#contract/types.ts'

export const health: Handler<'system_health_retrieve'> = () => ({ status: 'ok' as const })
