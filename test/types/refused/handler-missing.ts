// refused: Property 'part_list' is missing in type
import type { Handlers } from '#contract/types.ts'

declare const rest: Omit<Handlers, 'part_list'>

export const all: Handlers = { ...rest }
