// refused: 'part_explode' does not exist in type 'Handlers'
import type { Handler, Handlers } from '#contract/types.ts'

declare const rest: Handlers
const explode: Handler<'system_health_retrieve'> = (_call, send) => send(200, { status: 'ok' })

export const all: Handlers = { ...rest, part_explode: explode }
