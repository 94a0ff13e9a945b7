// refused: Expected 1 arguments, but got 2
import type { Handler } from '#contract/types.ts'

export const revoke: Handler<'user_tokens_destroy'> = (_call, send) => send(204, { gone: true })
