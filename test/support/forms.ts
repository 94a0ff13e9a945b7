import type { Answer, House } from '../helper.ts'
import { bodyOf, filled, startValues, type Fields, type Values } from '../web/client/form.js'

/** A person who uses the forms of the web client, which are made of what OPTIONS tells. */
export function formUser({ as }: Pick<House, 'as'>, name = 'admin') {
  const client = as(name)
  const ask = (method: string, path: string, body?: unknown): Promise<Answer> =>
    client[method.toLowerCase() as keyof typeof client](path, body)

  /** The fields that a method takes at an address; undefined where no form is offered. */
  const fieldsOf = async (path: string, method: 'POST' | 'PUT' | 'GET'): Promise<Fields | undefined> =>
    (await client.options(path)).body.actions[method]

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
