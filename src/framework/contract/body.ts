import type { Binding, BoundHandler } from './binding.ts'
import { compileBounds, type BoundsCheck } from './bounds.ts'
import type { Contract, Operation, Schema } from './document.ts'
import { invalid, missingKey, refused, type Problems } from './errors.ts'
import { FILE_INPUTS } from './files.ts'
import { Upload } from './media.ts'
import { compileBody, lastingRules, oneRecord, type BodyReader, type LastingRule, type ParsedInput } from './read.ts'
import { HtmlError, isSafeMarkdown, sanitiseBody } from './sanitise.ts'
import type { RequestContext } from './scopes.ts'
import { checkReferences } from './settle.ts'
import { dictionary } from '#db/dictionary.ts'

/** Kinds of texts, by `x-input`: those that keep their lines, and those that are taken as they are. */
const [MARKDOWN, VERBATIM] = [new Set(['markdown']), new Set(['password', 'source'])]

/** How the bodies of one operation are read. What that takes is compiled when the first of them comes. */
export class BodyReading {
  readonly #contract: Contract
  readonly #operation: Operation
  readonly #handler: BoundHandler
  #reader: BodyReader | undefined
  #exceeds: BoundsCheck | undefined
  #lasting: LastingRule[] | undefined
  #files: ReadonlySet<string> | undefined
  #markdown: ReadonlySet<string> | undefined
  #secret: ReadonlySet<string> | undefined

  /** @param handler that of the operation */
  constructor(contract: Contract, operation: Operation, handler: BoundHandler) {
    this.#contract = contract
    this.#operation = operation
    this.#handler = handler
  }

  get #schema(): Schema {
    return this.#operation.body!
  }

  /** The fields that take files. */
  get files(): ReadonlySet<string> {
    return (this.#files ??= this.#fieldsRead(FILE_INPUTS))
  }

  /** The rules that hold for what was stored earlier as well; none where the operation takes no body. */
  get lasting(): LastingRule[] {
    return (this.#lasting ??= this.#operation.body ? lastingRules(this.#contract, this.#schema) : [])
  }

  /** @throws 400 where a body is larger than the contract lets it be */
  checkBounds(raw: unknown): void {
    this.#exceeds ??= compileBounds(this.#contract, this.#schema)
    const excess = this.#exceeds(raw)
    if (excess) throw invalid(excess)
  }

  /**
   * A body without control characters and outer blanks; passwords and files stay as they are.
   *
   * @throws 400 for HTML and unsafe markdown
   */
  clean(raw: unknown): unknown {
    this.#markdown ??= this.#fieldsRead(MARKDOWN)
    this.#secret ??= this.#fieldsRead(VERBATIM)
    return sanitised(raw, this.#markdown, this.#secret)
  }

  /** What a body says, as far as it can be told without looking at records. */
  parse(raw: unknown): ParsedInput {
    this.#reader ??= compileBody(this.#contract, this.#schema)
    return this.#reader(raw)
  }

  /**
   * Reads a body.
   *
   * @param binding finds the records that it names
   * @param deferred where values out of range are told to; without it they are refused
   * @throws 400 with everything that is wrong
   */
  async read(
    binding: Pick<Binding, 'existing'>,
    context: RequestContext & { path: Record<string, unknown> },
    raw: unknown,
    deferred?: Problems
  ): Promise<ParsedInput['values']> {
    const parsed = this.parse(raw)
    const { validate } = this.#handler
    await checkReferences(
      binding,
      [parsed],
      missingKey,
      validate && ((values, addError) => validate.call(this.#handler, context, values, addError)),
      deferred
    )
    return parsed.values
  }

  /** The fields of the body that are read in certain ways. */
  #fieldsRead(inputs: ReadonlySet<string>): Set<string> {
    const { body } = this.#operation
    const schema = body && oneRecord(this.#contract, body)
    return new Set(
      Object.entries(schema?.properties ?? {})
        .filter(([, s]) => inputs.has(this.#contract.resolve(s)['x-input'] ?? ''))
        .map(([name]) => name)
    )
  }
}

function sanitised(body: unknown, markdown: ReadonlySet<string>, secret: ReadonlySet<string>): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
  const [kept, texts] = [{}, {}] as Record<string, unknown>[] as [Record<string, unknown>, Record<string, unknown>]
  for (const [name, value] of Object.entries(body))
    (secret.has(name) || value instanceof Upload ? kept : texts)[name] = value
  let clean: Record<string, unknown>
  try {
    clean = sanitiseBody(texts, markdown) as Record<string, unknown>
  } catch (error) {
    if (error instanceof HtmlError) throw invalid({ [error.field]: [error.message] })
    throw error
  }
  for (const name of markdown) {
    const text = clean[name]
    if (typeof text === 'string' && !isSafeMarkdown(text)) throw refused('Data contains prohibited markdown content')
  }
  return { ...clean, ...kept }
}

/** Keeps the reading of each operation of a server. */
export class BodyReadings {
  readonly #binding: Pick<Binding, 'contract' | 'handlers'>
  readonly #kept: Record<string, BodyReading> = dictionary({})

  constructor(binding: Pick<Binding, 'contract' | 'handlers'>) {
    this.#binding = binding
  }

  /** @throws where nobody serves the operation */
  of(operation: Operation): BodyReading {
    const { contract, handlers } = this.#binding
    const handler = handlers[operation.id]
    if (!handler) throw new Error(`the contract has an operation without a handler: ${operation.id}`)
    return (this.#kept[operation.id] ??= new BodyReading(contract, operation, handler))
  }
}
