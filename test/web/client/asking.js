// How the client asks: with the cookies of the browser alone, and the CSRF token as a header.

/** The CSRF token as scripts see it; undefined where there is none. */
export const csrfToken = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1]

/** Takes the token away, as the client does before it signs in. */
export const dropToken = () => {
  document.cookie = 'csrftoken=; Max-Age=0; path=/'
}

const settings = globalThis.INVENTREE_SETTINGS

/** The address of a path of the server. */
export const address = (path) => `${settings.api_host ?? location.origin}${path}`

export async function ask(method, path, body) {
  const token = csrfToken()
  const answer = await fetch(address(path), {
    method,
    credentials: 'include',
    headers: {
      'accept-language': 'en',
      ...(token ? { 'x-csrftoken': token } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' })
    },
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  const text = await answer.text()
  return {
    status: answer.status,
    body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text
  }
}
