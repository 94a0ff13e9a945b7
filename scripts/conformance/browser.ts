// What a browser keeps between requests: cookies, and what it was told about them.

/** A browser with its cookies. */
export class CookieJar {
  #cookies = new Map<string, { value: string; attributes: string }>()

  value(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  /** The headers that a browser adds to a request. */
  headers(method: string): Record<string, string> {
    const headers: Record<string, string> = { 'user-agent': 'replay' }
    const cookies = [...this.#cookies].map(([name, { value }]) => `${name}=${value}`)
    if (cookies.length) headers.cookie = cookies.join('; ')
    const token = this.value('csrftoken')
    if (token !== undefined && !['GET', 'HEAD', 'OPTIONS'].includes(method)) headers['x-csrftoken'] = token
    return headers
  }

  /** Keeps the cookies of an answer, and lets go of those that are over. */
  keep(answer: Headers): void {
    for (const line of answer.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */)
      const at = pair.indexOf('=')
      const name = pair.slice(0, at)
      const value = pair
        .slice(at + 1)
        .replace(/^"/, '')
        .replace(/"$/, '')
      const age = attributes.find((attribute) => /^max-age=/i.test(attribute))
      if (value === '' || (age !== undefined && Number(age.slice('max-age='.length)) <= 0)) this.#cookies.delete(name)
      else this.#cookies.set(name, { value, attributes: compared(attributes) })
    }
  }

  /** The cookies that are held, with what was said of them. */
  held(): Record<string, string> {
    const names = [...this.#cookies.keys()].sort()
    return Object.fromEntries(names.map((name) => [name, this.#cookies.get(name)!.attributes]))
  }
}

/** The attributes that are compared: not those that follow from the time or the configuration. */
const compared = (attributes: string[]): string =>
  attributes
    .filter((attribute) => !/^(?:expires=|samesite|secure$)/i.test(attribute))
    .sort()
    .join('; ')
