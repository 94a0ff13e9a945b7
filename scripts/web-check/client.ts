// The stand-in in a page of Chromium: what it is told to do, what it asked, and what is to be complained of.
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'

/** One request that was answered. */
interface Asked {
  method: string
  path: string
  status: number
}

/** Asking whether somebody is signed in is answered 401 where nobody is. */
const NOBODY = /^401 (?:GET|DELETE) \/api\/auth\/v1\/auth\/session$/

/** The client, as one person has it open. */
export class WebClient {
  readonly url: string
  readonly page: Page
  /** All that was answered, in its order. */
  readonly asked: Asked[] = []
  readonly #complaints: string[] = []

  private constructor(url: string, page: Page) {
    this.url = url
    this.page = page
    page.on('pageerror', (error) => this.#complaints.push(String(error)))
    page.on('response', (response) => {
      const [status, method] = [response.status(), response.request().method()]
      const asked = new URL(response.url())
      this.asked.push({ method, path: asked.pathname + asked.search, status })
      if (status >= 400) this.#complaints.push(`${status} ${method} ${asked.pathname}${asked.search}`)
    })
    page.on('requestfailed', (request) => {
      // Whoever leaves a page does not wait for what it asked for.
      const why = request.failure()?.errorText
      if (why !== 'net::ERR_ABORTED') this.#complaints.push(`${why} ${request.method()} ${request.url()}`)
    })
    page.on('console', (message) => {
      // That an answer was no success is looked at above.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.#complaints.push(message.text())
    })
  }

  /** Opens an empty page with cookies of its own. */
  static async open(browser: Browser, url: string): Promise<WebClient> {
    const context = await browser.newContext()
    await context.addInitScript(`
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error('the policy refused ' + blockedURI + ' by ' + violatedDirective))`)
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    return new WebClient(url, page)
  }

  /** Leads to a page of the server. */
  async goto(path: string): Promise<void> {
    await this.page.goto(path.startsWith('http') ? path : this.url + path)
  }

  /** Waits until the page is in a state. */
  async is(state: string): Promise<void> {
    const root = this.page.locator('#root')
    await this.page.locator(`#root[data-state="${state}"], #root[data-state="broken"]`).waitFor()
    assert.equal(await root.getAttribute('data-state'), state, [await root.innerText(), ...this.#complaints].join('\n'))
  }

  /** Types into the field of a name. */
  async type(name: string, text: string): Promise<void> {
    await this.page.locator(`#root [name="${name}"]`).fill(text)
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  async signIn(user: string, password: string): Promise<void> {
    await this.type('username', user)
    await this.type('password', password)
    await this.press('Sign in')
  }

  /** Has the client do something by its name, with what that needs. */
  call<Result>(name: string, ...values: unknown[]): Promise<Result> {
    return this.page.evaluate(`client.${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`)
  }

  /** What is to be complained of since it was asked last, but for what was to be expected. */
  complaints(...expected: RegExp[]): string[] {
    return this.#complaints.splice(0).filter((text) => ![NOBODY, ...expected].some((known) => known.test(text)))
  }

  /** Fails where there is anything to complain of but what was to be expected. */
  quiet(...expected: RegExp[]): void {
    assert.deepEqual(this.complaints(...expected), [])
  }
}
