// A scenario as it is written: what the lines of test/scenarios/**/*.http mean.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** How the answer of a step is compared. */
interface Comparison {
  /** The line of the file, and what it says. */
  line: number
  text: string
  /** Paths that are not compared; `*` stands for one index or key, `**.key` for a key anywhere. */
  ignore: string[]
  /** Paths of arrays whose order does not count; `$` is the body itself. */
  unordered: string[]
}

/** What an answer must be, whoever gives it. */
export interface Expectation {
  status: number
  /** What stands at a path: this value, or with `~` a text that the expression finds something in. */
  values: { path: string; sign: '=' | '~'; value: string }[]
}

/** A request, and what is kept of its answer. */
export interface RequestStep extends Comparison {
  kind: 'request'
  who: string
  method: string
  path: string
  headers: [name: string, value: string][]
  body: string | undefined
  captures: [name: string, path: string][]
  statusOnly: boolean
  expected?: Expectation
}

/** A mail that must have come, or must not. */
export interface MailStep extends Comparison {
  kind: 'mail'
  to: string
  none: boolean
  name: string | undefined
  pattern: string | undefined
}

export type ComparedStep = RequestStep | MailStep
type Step = ComparedStep | { kind: 'user'; name: string; password: string } | { kind: 'wait'; seconds: number }

export interface Scenario {
  /** `part-crud.http` */
  file: string
  source: string
  steps: Step[]
  /** What the server must have in its environment. */
  environment: Record<string, string>
  /** Whether the server must be able to send mail. */
  mail: boolean
  /** Whether a step acts as a browser that keeps cookies. */
  sessions: boolean
  /** Whether it says of every request what the answer must be. */
  expects: boolean
}

const REQUEST = /^@(\S+) (GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD) (\S+)/
const HEADER = /^ \[([\w-]+): ([^\]]*)\]/
const MAIL = /^mail (\S+)( none)?(?: -> (\w+)=(.+))?$/
const ARROW = ' -> '
const EXPECT = /^(\d{3})(?: (.+))?$/
const EXPECTED = /^([\w.$-]+)(=|~)(.+)$/

/** Takes what is kept of the answer off the end of a line: ` -> name=path, other=path`. */
function splitCaptures(rest: string): { rest: string; captures: RequestStep['captures'] } {
  const at = rest.lastIndexOf(ARROW)
  const listed = at < 0 ? '' : rest.slice(at + ARROW.length)
  if (!/^[\w=., $-]+$/.test(listed)) return { rest, captures: [] }
  const captures = listed
    .split(',')
    .map((capture) => capture.trim())
    .filter((capture) => capture !== '')
    .map((capture): [string, string] => {
      const [name = '', path = ''] = capture.split('=')
      return [name, path]
    })
  return { rest: rest.slice(0, at), captures }
}

/** A line that sends a request; undefined where it is none. */
function parseRequest(
  text: string
): Pick<RequestStep, 'who' | 'method' | 'path' | 'headers' | 'body' | 'captures'> | undefined {
  const found = REQUEST.exec(text)
  if (!found) return undefined
  const [whole, who = '', method = '', path = ''] = found
  const { rest: before, captures } = splitCaptures(text.slice(whole.length))
  const headers: RequestStep['headers'] = []
  let rest = before
  for (let header = HEADER.exec(rest); header; header = HEADER.exec(rest)) {
    headers.push([header[1]!, header[2]!])
    rest = rest.slice(header[0].length)
  }
  return { who, method, path, headers, body: rest.trimStart() || undefined, captures }
}

/**
 * Reads what an answer must be: `200 count=2, results.0.name="Fuse", token~"^inv-"`.
 *
 * @throws where it is not understood
 */
function parseExpectation(text: string): Expectation {
  const [, status, rest] = EXPECT.exec(text) ?? []
  if (status === undefined) throw new Error(`no status: ${text}`)
  const values = (rest?.split(/, (?=[\w.$-]+[=~])/) ?? []).map((one) => {
    const [, path, sign, value] = EXPECTED.exec(one) ?? []
    if (path === undefined) throw new Error(`no path with a value: ${one}`)
    const parsed: unknown = JSON.parse(value!)
    if (sign === '~') new RegExp(String(parsed))
    return { path, sign: sign as '=' | '~', value: value! }
  })
  return { status: Number(status), values }
}

/** @throws where a scenario that says what to expect leaves a request out */
function checkExpected(path: string, { steps, expects }: Scenario): void {
  const silent = expects && steps.find((step) => step.kind === 'request' && !step.expected)
  if (silent && silent.kind === 'request') throw new Error(`${path}:${silent.line} has no answer to expect`)
}

/**
 * Reads a scenario.
 *
 * @param path the file
 * @throws where a line is not understood, or one of several requests has no answer to expect
 */
export function readScenario(path: string): Scenario {
  const source = readFileSync(path, 'utf8')
  const scenario: Scenario = {
    file: basename(path),
    source,
    steps: [],
    environment: {},
    mail: false,
    sessions: false,
    expects: false
  }
  let ignore: string[] = []
  let unordered: string[] = []
  let statusOnly = false

  /** What a word at the beginning of a line does; the rest of the line is given. */
  const DIRECTIVES: Record<string, (rest: string) => void> = {
    user: (rest) => {
      const [name = '', password = ''] = rest.split(' ')
      scenario.steps.push({ kind: 'user', name, password })
    },
    wait: (rest) => scenario.steps.push({ kind: 'wait', seconds: Number(rest) }),
    ignore: (rest) => (ignore = [...ignore, ...rest.split(/\s+/)]),
    unordered: (rest) => (unordered = [...unordered, ...rest.split(/\s+/)]),
    'status-only': () => (statusOnly = true),
    smtp: () => (scenario.mail = true),
    expect: (rest) => {
      const step = scenario.steps.at(-1)
      if (step?.kind !== 'request' || step.expected) throw new Error('no request before it')
      step.expected = parseExpectation(rest)
      scenario.expects = true
    },
    env: (rest) => {
      const at = rest.indexOf('=')
      scenario.environment[rest.slice(0, at)] = rest.slice(at + 1)
    }
  }

  for (const [index, raw] of source.split('\n').entries()) {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) continue
    const [word = ''] = text.split(' ', 1)
    const compared = { line: index + 1, text, ignore, unordered }
    const request = parseRequest(text)
    const mail = MAIL.exec(text)
    if (request) {
      scenario.steps.push({ kind: 'request', ...compared, ...request, statusOnly })
      scenario.sessions ||= request.who.endsWith('+session')
      statusOnly = false
    } else if (mail) {
      const [, to = '', none, name, pattern] = mail
      scenario.steps.push({ kind: 'mail', ...compared, to, none: none !== undefined, name, pattern })
    } else
      try {
        if (!Object.hasOwn(DIRECTIVES, word)) throw new Error(text)
        DIRECTIVES[word]!(text.slice(word.length).trim())
      } catch (error) {
        throw new Error(`${path}:${index + 1} is not understood: ${(error as Error).message}`, { cause: error })
      }
  }
  checkExpected(path, scenario)
  return scenario
}
