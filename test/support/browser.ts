import type { Answer, House } from '../helper.ts'

/** A browser as far as the server can tell one: it keeps cookies, and a page of it sends the CSRF token. */
export class Browser {
  readonly cookies = new Map<string, string>()
  /** The attributes of the cookies as they were set last. */
  readonly attributes = new Map<string, string>()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
  }

  /** Sends a request with the cookies, and with the CSRF token unless the headers say otherwise. */
  async ask(
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string | undefined> = {}
  ): Promise<Answer> {
    const sent = {
      ...(this.cookies.size ? { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'x-csrftoken': this.cookies.get('csrftoken'),
      ...headers
    }
    const answer = await this.#house.request({
      method,
      url,
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as Record<
        string,
        string
      >,
      payload: body === undefined ? undefined : JSON.stringify(body)
    } as Parameters<House['request']>[0])
    for (const line of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name, value, rest = ''] = /^([^=]+)=([^;]*)(?:;(.*))?$/.exec(line)!
      if (/max-age=0\b/i.test(rest)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
      this.attributes.set(name!, rest)
    }
    return answer
  }

  /** Opens the page and signs in. */
  async signIn(username: string, password: string): Promise<Answer> {
    await this.ask('GET', '/api/auth/v1/auth/session')
    return await this.ask('POST', '/api/auth/v1/auth/login', { username, password })
  }
}
