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

const hex = (bytes) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The trace that all requests of one load of the page belong to. */
export const trace = hex(16)

export async function ask(method, path, body) {
  const token = csrfToken()
  const isForm = body instanceof FormData
  const answer = await fetch(address(path), {
    method,
    credentials: 'include',
    headers: {
      'accept-language': 'en',
      ...(isSecureContext ? { traceparent: `00-${trace}-${hex(8)}-01` } : {}),
      ...(token ? { 'x-csrftoken': token } : {}),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' })
    },
    body: body === undefined || isForm ? body : JSON.stringify(body)
  })
  const text = await answer.text()
  return {
    status: answer.status,
    body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text
  }
}

/** Fails where an answer is not what the client can go on with. */
export function need(what, holds) {
  if (!holds) throw new Error(`the client cannot go on: ${what}`)
}

/** Asks for what has to come, and gives the body of the answer. */
export async function get(path) {
  const { status, body } = await ask('GET', path)
  need(`GET ${path} is ${status} ${JSON.stringify(body)}`, status === 200)
  return body
}

/** Sends what has to be taken, and gives the body of the answer. */
export async function send(method, path, sent) {
  const { status, body } = await ask(method, path, sent)
  need(`${method} ${path} is ${status} ${JSON.stringify(body)}`, status < 300)
  return body
}

/** Asks until an answer holds, as the client polls; gives that answer. */
export async function poll(path, holds) {
  for (let tries = 0; tries < 300; tries++) {
    const body = await get(path)
    if (holds(body)) return body
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${path} is not done after a minute`)
}
