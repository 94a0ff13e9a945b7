// refused: Argument of type '418' is not assignable to parameter of type 'Status<
import type { Handler } from '#contract/types.ts'

export const health: Handler<'system_health_retrieve'> = (_call, send) => send(418, { status: 'ok' })
