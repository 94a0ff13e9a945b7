// Proxies that speak TLS before a server, and whoever comes through them.
import type { Test } from 'tap'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { createServer, request as httpsRequest } from 'node:https'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './port.ts'

/** The names that the proxies of `deploy/` serve: one at its root, the other below a path. */
export const [ROOT_NAME, PATH_NAME, PATH] = ['parts.example.org', 'example.org', '/inventree'] as const

const deployed = (file: string) => readFileSync(fileURLToPath(new URL(`../../deploy/${file}`, import.meta.url)), 'utf8')

/** A program, also where only the administrator has it on the path; undefined where it is missing. */
export const program = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))

/** The files of a certificate. */
export interface Certificate {
  cert: string
  key: string
}

/** Makes a certificate for both names that nobody else has signed. */
export function makeCertificate(folder: string): Certificate {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const names = `subjectAltName=DNS:${ROOT_NAME},DNS:${PATH_NAME}`
  const { status, stderr } = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-keyout', key, '-out', cert, '-subj', `/CN=${ROOT_NAME}`, '-addext', names]
  ])
  if (status !== 0) throw new Error(`openssl made no certificate: ${stderr}`)
  return { cert, key }
}

/** What a proxy is started with. */
export interface ProxyPlan {
  /** An empty folder. */
  folder: string
  certificate: Certificate
  /** Where it listens, and where the server does. */
  port: number
  serverPort: number
  /** Whether the server lies below a path, and whether the proxy takes it away. */
  below: boolean
  strips: boolean
}

/** Runs a program until the end of the test; gives when its port is open. */
async function runUntilEnd(t: Test, port: number, command: string, args: string[], env = {}): Promise<void> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const closed = once(child, 'close')
  t.teardown(async () => {
    child.kill('SIGKILL')
    await closed
  })
  while (!(await isOpen(port))) {
    if (child.exitCode !== null) throw new Error(`${command} ended: ${said}`)
    await sleep(50)
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

/** The configuration of `deploy/` with this machine's ports and files. */
async function nginx(t: Test, { folder, certificate, port, serverPort, below, strips }: ProxyPlan): Promise<void> {
  const plainPort = await freePort()
  const site = deployed(below ? 'nginx-path.conf' : 'nginx.conf')
    .replaceAll(/^ *listen \[::\].*$/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace(/ssl_certificate {5}\S+;/, `ssl_certificate ${certificate.cert};`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${certificate.key};`)
    .replace('http://127.0.0.1:8000;', `http://127.0.0.1:${serverPort}${strips ? '/' : ''};`)
  writeFileSync(join(folder, 'site.conf'), site)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; master_process off; pid ${join(folder, 'pid')}; error_log stderr; events {}
     http { access_log off; ${temporary} include ${join(folder, 'site.conf')}; }`
  )
  await runUntilEnd(t, port, program('nginx')!, ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')])
}

/** The same of Caddy. */
async function caddy(t: Test, { folder, certificate, port, serverPort, below, strips }: ProxyPlan): Promise<void> {
  const name = below ? PATH_NAME : ROOT_NAME
  const site = deployed(below ? 'Caddyfile-path' : 'Caddyfile')
    .replace(`\n${name} {`, `\nhttps://${name}:${port} {\nbind 127.0.0.1\ntls ${certificate.cert} ${certificate.key}`)
    .replace(`handle ${PATH}/*`, `${strips ? 'handle_path' : 'handle'} ${PATH}/*`)
    .replace('127.0.0.1:8000', `127.0.0.1:${serverPort}`)
  const file = join(folder, 'Caddyfile')
  writeFileSync(file, `{\nadmin off\nauto_https disable_redirects\n}\n${site}`)
  const own = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  await runUntilEnd(t, port, program('caddy')!, ['run', '--adapter', 'caddyfile', '--config', file], own)
}

/** A proxy of our own, for machines that have no other. */
async function small(t: Test, { certificate, port, serverPort, strips }: ProxyPlan): Promise<void> {
  const [cert, key] = [readFileSync(certificate.cert), readFileSync(certificate.key)]
  const server = createServer({ cert, key }, (request, response) => {
    const { method, url = '/', headers, socket } = request
    const path = strips && url.startsWith(`${PATH}/`) ? url.slice(PATH.length) : url
    const onward = httpRequest(
      {
        host: '127.0.0.1',
        port: serverPort,
        method,
        path,
        headers: { ...headers, 'x-forwarded-for': socket.remoteAddress }
      },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.headers)
        answer.pipe(response)
      }
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
}

const PROXIES = { nginx, caddy, small }
export type ProxyKind = keyof typeof PROXIES

/** Starts a proxy that ends with the test. */
export async function startProxy(t: Test, kind: ProxyKind, plan: ProxyPlan): Promise<void> {
  mkdirSync(plan.folder, { recursive: true })
  await PROXIES[kind](t, plan)
}

/** What a visitor is answered. */
export interface Seen {
  url: string
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: Buffer
  text: string
  body: any
}

interface Cookie {
  name: string
  value: string
  path: string
}

const reaches = (path: string, { path: own }: Cookie) =>
  path === own || path.startsWith(own.endsWith('/') ? own : `${own}/`)

/** Whoever comes through a proxy, as a browser does: by names, with the cookies of a path, after redirects. */
export class Visitor {
  readonly #certificate: Buffer
  readonly #from: string
  #cookies: Cookie[] = []
  /** The lines that set cookies, as they came. */
  readonly setCookies: string[] = []

  /** @param from the address that it comes from */
  constructor(certificate: Certificate, from = '127.0.0.1') {
    this.#certificate = readFileSync(certificate.cert)
    this.#from = from
  }

  /** The value of a cookie as a page of an address can read it. */
  cookie(name: string, url: string): string | undefined {
    return this.#cookies.find((one) => one.name === name && reaches(new URL(url).pathname, one))?.value
  }

  async ask(method: string, url: string, headers: Record<string, string> = {}, body?: Buffer | string): Promise<Seen> {
    const { hostname, port, host, pathname, search } = new URL(url)
    const cookie = this.#cookies
      .filter((one) => reaches(pathname, one))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = httpsRequest({
      host: '127.0.0.1',
      port,
      localAddress: this.#from,
      servername: hostname,
      ca: this.#certificate,
      method,
      path: pathname + search,
      headers: { host, ...(cookie && { cookie }), ...length, ...headers },
      agent: false
    })
    sent.end(body)
    const [answer] = await once(sent, 'response')
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk)
    const bytes = Buffer.concat(chunks)
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line)
    const text = bytes.toString()
    const isJSON = answer.headers['content-type'] === 'application/json' && text !== ''
    return {
      url,
      status: answer.statusCode,
      headers: answer.headers,
      bytes,
      text,
      body: isJSON ? JSON.parse(text) : undefined
    }
  }

  /** Opens a page, wherever it leads. */
  async open(url: string): Promise<Seen> {
    const seen = await this.ask('GET', url)
    const { location } = seen.headers
    return typeof location === 'string' ? await this.open(new URL(location, url).href) : seen
  }

  #keep(line: string): void {
    this.setCookies.push(line)
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    const [, path = '/'] = /; Path=([^;]+)/i.exec(line) ?? []
    this.#cookies = this.#cookies.filter((one) => one.name !== name || one.path !== path)
    if (value && !/max-age=0\b/i.test(line)) this.#cookies.push({ name: name!, value, path })
  }
}
