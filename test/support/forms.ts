import type { Answer, House } from '../helper.ts'
import { bodyOf, filled, startValues, type Fields, type Values } from '../web/client/form.js'

/**
 * Fields that a rule of the record asks for, and OPTIONS, as that of the reference server, does not: the refusal of the
 * form names them. By the list.
 */
export const ASKED_FOR: Record<string, readonly string[]> = {
  '/api/part/test-template/': ['description'],
  '/api/part/sale-price/': ['price'],
  '/api/part/internal-price/': ['price'],
  '/api/company/part/manufacturer/': ['MPN'],
  '/api/order/so/': ['customer'],
  '/api/order/ro/': ['customer'],
  '/api/order/so-line/': ['part'],
  '/api/order/transfer-order-line/': ['part'],
  '/api/build/item/': ['build_line'],
  '/api/generic/status/custom/': ['model']
}

/** A person who uses the forms of the web client, which are made of what OPTIONS tells. */
export function formUser({ as }: Pick<House, 'as'>, name = 'admin') {
  const client = as(name)
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    client[method.toLowerCase() as keyof typeof client](path, body)

  /** The fields that a method takes at an address, with what refusals have taught; undefined where no form is offered. */
  const fieldsOf = async (path: string, method: 'POST' | 'PUT' | 'GET'): Promise<Fields | undefined> => {
    const fields: Fields | undefined = (await client.options(path)).body.actions[method]
    const list = path.replace(/(?<=\/)\d+\/$/, '')
    for (const name of ASKED_FOR[list] ?? []) if (fields?.[name]) fields[name].required = true
    return fields
  }

  /** Sends what a form holds. */
  const send = async (
    method: 'post' | 'put' | 'patch',
    path: string,
    fields: Fields,
    values: Values
  ): Promise<Answer> => {
    const body = bodyOf(fields, values)
    if (!(body instanceof FormData)) return await client[method](path, body)
    const form = new Response(body)
    const headers = { 'content-type': form.headers.get('content-type')! }
    return await client[method](path, Buffer.from(await form.arrayBuffer()), headers)
  }

  /**
   * Opens the form of an action, fills in what it requires, and sends it.
   *
   * @param given what the page knows that the form opens on
   */
  const act = async (path: string, given: Values = {}): Promise<Answer> => {
    const fields = (await fieldsOf(path, 'POST'))!
    return await send('post', path, fields, await filled(fields, startValues(fields, given), ask))
  }

  return { ask, fieldsOf, send, act }
}
