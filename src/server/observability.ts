import type { Handler } from '#contract/types.ts'

/** Ends a trace that a client began; no traces are kept here. */
export const endTrace: Handler<'system_internal_observability_end_create'> = (_call, send) =>
  send(200, { status: 'ok' })
