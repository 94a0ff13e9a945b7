import { contentType } from '#modules/contenttype/index.ts'
import type { Message } from './notify.ts'

/**
 * What is told of an order of any kind, build orders included (docs/behaviour/notifications.md#what-build-orders-tell).
 */
const STEPS = {
  new: { name: (kind: string) => `New ${kind}`, message: 'A new order has been created and assigned to you' },
  canceled: { name: (kind: string) => `${kind} canceled`, message: 'A order that is assigned to you was canceled' }
}

/** The message that an order is new, or was cancelled. */
export function orderMessage(step: keyof typeof STEPS, model: string, id: number): Message {
  const { app_label, name: kind } = contentType(model)!
  const { name, message } = STEPS[step]
  return { category: `${app_label}.${step}_${model}`, name: name(kind), message, model, id }
}
