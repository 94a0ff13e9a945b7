import type { Handler, OperationId } from '#contract/types.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { findSession, requireChange } from './access.ts'

/**
 * Lets a change of something that belongs to an import be refused for the rights of its caller (403) before what is
 * wrong in its body (400) is told. Whether the change itself may be done, the handler looks by itself.
 */
export function tellsRightsFirst<Id extends OperationId>(handler: Handler<Id>): Handler<Id> {
  const { find } = handler as Handler<Id> & { find(call: RequestContext): Promise<{ session_id: number }> }
  return Object.assign(handler, {
    find: async (call: RequestContext) => {
      const record = await find(call)
      requireChange(call, (await findSession(call, record.session_id)).model_type)
      return record
    }
  })
}
