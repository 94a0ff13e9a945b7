import type { Answer, House } from '../helper.ts'

const AREA = '/api/auth/v1/'

/** What a browser sends, and what comes back. */
export type Browser = (method: string, path: string, body?: unknown, more?: Record<string, string>) => Promise<Answer>

/**
 * A browser: it keeps cookies, and sends the token that forms need.
 *
 * @returns sends a request; a path without a slash is one of signing in, `form` in a body has it sent as a form
 */
export function browser({ request }: House): Browser {
  const jar = new Map<string, string>()
  return async (method, path, body, more = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const isForm = body instanceof URLSearchParams
    const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json'
    const answer = await request({
      method,
      url: path.startsWith('/') ? path : `${AREA}${path}`,
      headers: {
        ...(cookie && { cookie }),
        ...(jar.has('csrftoken') && !isForm && { 'x-csrftoken': jar.get('csrftoken')! }),
        ...(body !== undefined && { 'content-type': type }),
        ...more
      },
      ...(body !== undefined && {
        payload: isForm
          ? new URLSearchParams([...body, ['csrfmiddlewaretoken', jar.get('csrftoken') ?? '']]).toString()
          : JSON.stringify(body)
      })
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(String(line))!
      if (value === '' || value === '""') jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
}
