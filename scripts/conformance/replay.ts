// Sends the steps of one scenario to a server, one after the other, and gives what it answered.
import { setTimeout as sleep } from 'node:timers/promises'
import { Authenticator } from './authenticator.ts'
import { encodeBody } from './body.ts'
import { CookieJar } from './browser.ts'
import type { Recorded } from './compare.ts'
import { unmetBy } from './expectation.ts'
import { linksOf, type Mail, type Mailbox } from './mail.ts'
import { mask } from './mask.ts'
import type { ComparedStep, MailStep, RequestStep, Scenario } from './scenario.ts'

/** A server that scenarios are sent to. */
export interface Target {
  /** Without a slash at its end, and without credentials. */
  url: string
  /** The superuser that every scenario calls `admin`. */
  admin: { name: string; password: string }
  /** Where its mail arrives. */
  mailbox?: Mailbox | undefined
}

/** A step whose answers are compared, and what a server answered. */
export interface Answered {
  step: ComparedStep
  answer: Recorded
  /** What is not as the scenario says that it must be, in words. */
  unmet: string[]
}

/**
 * Looks at an answer on the way.
 *
 * @returns what is wrong with it; undefined where nothing is
 */
export type Check = (method: string, url: string, answer: Received) => string | undefined

type Variables = Record<string, any>

const COMPARED_HEADERS = ['www-authenticate', 'allow', 'location'] as const
/** Texts longer than this, other than tables, are compared by their type alone. */
const LONGEST_TEXT = 300

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Puts captured values in; one that stands alone between quotes keeps its type. */
const substitute = (text: string, variables: Variables): string =>
  text
    .replaceAll(/"\{(\w+)\}"/g, (all, name: string) => (name in variables ? JSON.stringify(variables[name]) : all))
    .replaceAll(/\{(\w+)\}/g, (all, name: string) => (name in variables ? textOf(variables[name]) : all))

/** The value at a path such as `results.0.pk`; `$` is all of it. */
const within = (value: any, path: string): any =>
  path === '$' ? value : path.split('.').reduce((held, key) => held?.[key], value)

/** What a path means in an answer: `results.0.pk`, `header.allow`, or `cookie.sessionid` of the browser that asked. */
function valueAt(path: string, { body, headers }: Received, browser: CookieJar | undefined): any {
  if (path.startsWith('cookie.')) return browser?.value(path.slice('cookie.'.length))
  if (path.startsWith('header.')) return headers.get(path.slice('header.'.length))
  return within(body, path)
}

/** An answer that came, before anything is masked. */
interface Received {
  status: number
  type: string
  text: string
  body: any
  headers: Headers
}

async function receive(url: string, init: RequestInit): Promise<Received> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual' })
    const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
    const text = await answer.text()
    const body = text === '' ? null : type === 'application/json' ? parsed(text) : text
    return { status: answer.status, type: text === '' ? '' : type, text, body, headers: answer.headers }
  } catch (error) {
    return { status: 0, type: '', text: '', body: String((error as Error).cause ?? error), headers: new Headers() }
  }
}

/** JSON, or the text as it is where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

class Run {
  #target: Target
  #scenario: Scenario
  #passwords = new Map<string, { name: string; password: string }>()
  #tokens = new Map<string, string | undefined>()
  #variables: Variables = {}
  #browsers = new Map<string, CookieJar>()
  #authenticator = new Authenticator()
  #check: Check

  constructor(target: Target, scenario: Scenario, check: Check) {
    this.#target = target
    this.#scenario = scenario
    this.#check = check
    this.#passwords.set('admin', target.admin)
  }

  async all(): Promise<Answered[]> {
    const answered: Answered[] = []
    for (const step of this.#scenario.steps) {
      if (step.kind === 'user') this.#passwords.set(step.name, step)
      else if (step.kind === 'wait') await sleep(step.seconds * 1000)
      else if (step.kind === 'mail') answered.push({ step, answer: await this.#mail(step), unmet: [] })
      else answered.push({ step, ...(await this.#request(step)) })
    }
    return answered
  }

  /** An answer as it is recorded and compared. */
  #recorded(step: ComparedStep, answer: Omit<Recorded, 'step'>, sessions: boolean): Recorded {
    const masked = mask(answer, { url: this.#target.url, source: this.#scenario.source, sessions })
    const long = typeof masked.body === 'string' && masked.type !== 'text/csv' && masked.body.length > LONGEST_TEXT
    return { step: step.text, ...masked, ...(long && { body: `<${masked.type} text>` }) }
  }

  #authorization({ name, password }: { name: string; password: string }): string {
    return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`
  }

  /** The token of a login, fetched when it is asked for first. */
  async #token(name: string, authorization: string): Promise<string | undefined> {
    if (this.#tokens.get(name) === undefined) {
      const { body } = await receive(`${this.#target.url}/api/user/token/`, { headers: { authorization } })
      this.#tokens.set(name, body?.token)
    }
    return this.#tokens.get(name)
  }

  /** The headers by which whoever sends a step is known. */
  async #credentials(
    { who, method, line }: RequestStep,
    browser: CookieJar | undefined
  ): Promise<Record<string, string>> {
    if (browser) return browser.headers(method)
    const [name = '', by] = who.split('+')
    if (name === 'anon' || name === 'raw') return {}
    const login = this.#passwords.get(name)
    if (!login) throw new Error(`${this.#scenario.file}:${line}: nobody is called ${name}`)
    const basic = this.#authorization(login)
    return { authorization: by === 'token' ? `Token ${await this.#token(name, basic)}` : basic }
  }

  #browserOf(who: string): CookieJar | undefined {
    const [name = '', by] = who.split('+')
    if (by !== 'session') return undefined
    const browser = this.#browsers.get(name) ?? new CookieJar()
    this.#browsers.set(name, browser)
    return browser
  }

  /** Puts in what is computed (codes, passkeys), then what was captured. */
  async #filled(text: string): Promise<string> {
    const variables = this.#variables
    let filled = text
    for (const [whole, kind, name] of text.matchAll(/\{((?:new|old)?totp):(\w+)\}/g))
      filled = filled.replace(whole, await this.#authenticator.code(kind!, String(variables[name!] ?? '')))
    filled = filled
      .replaceAll(/"\{((?:new|use)key):(\w+):(\w+)\}"/g, (_, kind: string, name: string, options: string) =>
        JSON.stringify(this.#authenticator.passkey(kind, name, variables[options]))
      )
      .replaceAll(/\{keyid:(\w+)\}/g, (_, name: string) => this.#authenticator.keyId(name))
    return substitute(filled, variables)
  }

  #capture({ captures }: RequestStep, received: Received, browser: CookieJar | undefined): void {
    for (const [name, path] of captures)
      this.#variables[name] = valueAt(path, received, browser) ?? this.#variables[name] ?? null
  }

  /** What is wrong with an answer by the scenario itself, and by whoever looks at answers on the way. */
  #unmet({ method, expected }: RequestStep, url: string, received: Received, browser: CookieJar | undefined): string[] {
    const unmet =
      expected &&
      unmetBy(expected, received, {
        at: (path) => valueAt(path, received, browser),
        fill: (text) => substitute(text, this.#variables)
      })
    // Without an answer there is none to look at.
    const wrong = received.status === 0 ? undefined : this.#check(method, url, received)
    return [...(unmet ?? []), ...(wrong === undefined ? [] : [wrong])]
  }

  async #request(step: RequestStep): Promise<Omit<Answered, 'step'>> {
    const browser = this.#browserOf(step.who)
    const headers: Record<string, string> = { accept: 'application/json', ...(await this.#credentials(step, browser)) }
    for (const [name, value] of step.headers) headers[name.toLowerCase()] = substitute(value, this.#variables)
    if (browser && headers['x-csrftoken'] === '') delete headers['x-csrftoken']
    const init: RequestInit = { method: step.method, headers }
    if (step.body !== undefined) {
      const { type, payload } = encodeBody(await this.#filled(step.body))
      init.body = payload
      if (type) headers['content-type'] = type
    }
    const url = this.#target.url + substitute(step.path, this.#variables)
    const received = await receive(url, init)
    browser?.keep(received.headers)
    this.#capture(step, received, browser)
    const { status, type, body } = received
    const answer: Omit<Recorded, 'step'> = { status, type, body }
    for (const name of COMPARED_HEADERS) {
      const value = received.headers.get(name)
      if (value) answer[name] = value
    }
    if (browser) answer.cookies = browser.held()
    return {
      answer: this.#recorded(step, answer, this.#scenario.sessions),
      unmet: this.#unmet(step, url, received, browser)
    }
  }

  /** Takes the oldest mail to somebody that was not taken yet; waits for it, but only shortly for one that must not come. */
  async #awaitMail({ to, none }: MailStep): Promise<Mail | undefined> {
    const mails = this.#target.mailbox?.mails ?? []
    for (let tries = none ? 10 : 150; tries > 0; tries--) {
      const at = mails.findIndex((mail) => mail.to.includes(to))
      if (at >= 0) return mails.splice(at, 1)[0]
      await sleep(100)
    }
    return undefined
  }

  async #mail(step: MailStep): Promise<Recorded> {
    const mail = await this.#awaitMail(step)
    if (!mail) return this.#recorded(step, { status: 0, type: 'mail', body: null }, true)
    const found = step.pattern === undefined ? null : new RegExp(step.pattern).exec(mail.text)
    if (found) this.#variables[step.name!] = found[1] ?? found[0]
    const { from, to, subject } = mail
    const body = { from, to, subject, links: linksOf(mail), ...(step.pattern && { found: found !== null }) }
    return this.#recorded(step, { status: 250, type: 'mail', body }, true)
  }
}

/**
 * Goes through a scenario.
 *
 * @param check looks at every answer to a request
 * @returns what the server answered to each step, masked
 * @throws where the scenario names a user that it does not introduce
 */
export async function replay(target: Target, scenario: Scenario, check: Check = () => undefined): Promise<Answered[]> {
  target.mailbox?.mails.splice(0)
  return await new Run(target, scenario, check).all()
}
