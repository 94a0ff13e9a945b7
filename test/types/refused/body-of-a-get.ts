// refused: 'body' is of type 'unknown'
import type { Handler } from '#contract/types.ts'

export const token: Handler<'user_token_retrieve'> = ({ body }, send) => send(200, { token: '', name: body.name, expiry: '2030-01-01' })
