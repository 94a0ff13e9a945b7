// refused: 'mood' does not exist in type
import type { Handler } from '#contract/types.ts'

export const health: Handler<'system_health_retrieve'> = (_call, send) => send(200, { status: 'ok', mood: 'fine' })
