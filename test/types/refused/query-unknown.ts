// refused: Property 'colour' does not exist on type
import type { Handler } from '#contract/types.ts'

export const token: Handler<'user_token_retrieve'> = ({ query }, send) => send(200, { token: '', name: query.colour, expiry: '2030-01-01' })
