// The reporter of the test run: a line for each file as it ends; every failed assertion by file, test and assertion,
// once when it fails and once more at the end, where nobody has to search for it; and the count as the last line.
import { Transform } from 'node:stream'
import { inspect } from 'node:util'
import { Parser } from 'tap-parser'

/** What a failed assertion says beyond its name, indented, at most as many lines as fit on a screen. */
function details(diag) {
  if (!diag) return ''
  const at = diag.at?.fileName ? `at ${diag.at.fileName}:${diag.at.lineNumber}` : ''
  const cause = diag.cause && `caused by ${diag.cause.message ?? ''}\n${diag.cause.stack ?? ''}`
  const text = [
    diag.diff ?? diag.error?.message ?? (diag.stack && !diag.at ? diag.stack : ''),
    ...(diag.diff ? [] : seen(diag)),
    cause,
    at
  ]
  return text
    .filter(Boolean)
    .join('\n')
    .split('\n')
    .slice(0, 40)
    .map((line) => `    ${line}\n`)
    .join('')
}

const seen = (diag) =>
  ['found', 'wanted', 'exitCode', 'signal', 'expired']
    .filter((key) => diag[key] !== undefined)
    .map((key) => `${key}: ${typeof diag[key] === 'string' ? diag[key] : inspect(diag[key], { depth: 4 })}`)

export default class Summary extends Transform {
  #parser = new Parser()
  #failures = []
  #counts = { passed: 0, failed: 0, skipped: 0, todo: 0 }
  /** The counts when the last file ended, and how many files have. */
  #before = { ...this.#counts }
  #files = 0

  constructor() {
    super()
    this.#watch(this.#parser, [])
    this.#parser.on('bailout', (reason) => this.#fail(['the run', String(reason)]))
  }

  #watch(parser, path) {
    parser.on('child', (child) => this.#watch(child, [...path, child.name]))
    parser.on('assert', (result) => {
      if (result.closingTestPoint) {
        // It sums up a subtest, and counts only where nothing inside was reported: a crash, a timeout, a wrong plan.
        const inside = [...path, result.name].join(' > ')
        if (
          !result.ok &&
          !result.todo &&
          !result.skip &&
          !this.#failures.some(({ name }) => name.startsWith(`${inside} > `))
        )
          this.#fail([...path, result.name], result.diag)
      } else if (result.skip) this.#counts.skipped++
      else if (result.todo) this.#counts.todo++
      else if (result.ok) this.#counts.passed++
      else this.#fail([...path, result.name], result.diag)
      if (path.length === 0) this.#ended(result)
    })
  }

  /** Tells that a file is through: a run takes minutes, and shows that it goes on. */
  #ended({ name, ok, time }) {
    const more = (key) => this.#counts[key] - this.#before[key]
    const took = time === null || time === undefined ? '' : `, ${(time / 1000).toFixed(1)} s`
    this.push(`${ok ? 'ok  ' : 'FAIL'} ${name}: ${more('passed')} of ${more('passed') + more('failed')}${took}\n`)
    this.#before = { ...this.#counts }
    this.#files++
  }

  #fail(path, diag) {
    const name = path.join(' > ')
    const text = `FAIL ${name}\n${details(diag)}`
    this.#counts.failed++
    this.#failures.push({ name, text })
    this.push(text)
  }

  _transform(chunk, _encoding, done) {
    this.#parser.write(chunk)
    done()
  }

  _flush(done) {
    this.#parser.end()
    const { passed, failed, skipped, todo } = this.#counts
    if (this.#files > 1) for (const { text } of this.#failures) this.push(text)
    this.push(
      `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}${todo ? `, ${todo} todo` : ''}\n`
    )
    done()
  }
}
