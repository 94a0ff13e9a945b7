// What the language consists of, and the state of one rendering.
import type { Budget } from './budget.ts'
import { limitError } from './errors.ts'
import type { TemplateToken } from './lexer.ts'
import type { Awaitable } from './values.ts'

/** A piece of a template. */
export interface Node {
  /** Where it stands. */
  template?: string
  line?: number
  /** Whether templates that extend another may have it before `{% extends %}`. */
  isText?: true
  /** How messages call a tag that has to be the first of its template. */
  mustBeFirst?: string
  /** The pieces inside of it, for those who look for blocks. */
  inside?: readonly Nodes[]
  render(rendering: Rendering): string | Promise<string>
}

/** Pieces that follow each other. */
export interface Nodes {
  readonly nodes: readonly Node[]
  render(rendering: Rendering): Promise<string>
  /** Every piece, whatever lies inside of others included. */
  all(): Iterable<Node>
}

/** A value with filters, as it stands in a template. */
export interface TemplateValue {
  /** As it stands in the template. */
  readonly text: string
  /** The value. What has none is an empty text, as {{ }} and tags take it. */
  resolve(rendering: Rendering): Promise<unknown>
  /** The value. What has none is null, as conditions and loops take it. */
  resolveOrNull(rendering: Rendering): Promise<unknown>
}

/** A filter: what it makes of a value. */
export interface Filter {
  /** @param argument what stands behind the colon; undefined where nothing does */
  apply(value: unknown, argument: unknown, rendering: Rendering): Awaitable<unknown>
  /** Whether it has to be, or may be, told something. */
  argument?: 'optional' | 'required'
  /** It takes texts: anything else becomes one before. */
  text?: true
  /** What it makes of HTML is HTML: what was not to be escaped stays so. */
  safe?: true
}

/** What a simple tag was given, by the names of its parameters; what was not given is undefined. */
export interface TagArguments {
  readonly [name: string]: unknown
  /** Further positional ones, in order. */
  readonly rest: readonly unknown[]
  /** Further named ones. */
  readonly named: ReadonlyMap<string, unknown>
}

/** A tag that is a function of its arguments; see `simpleTag`. */
export interface SimpleTag {
  required: readonly string[]
  optional: readonly string[]
  takesRest: boolean
  takesNamed: boolean
  run(args: TagArguments, rendering: Rendering): unknown
}

/** What the compiler of a tag may read; see parser.ts. */
export interface TagReader {
  readonly environment: TemplateEnvironment
  /** Names of blocks so far. */
  readonly blocks: Set<string>
  /** What cycles are called, and the last of them. */
  readonly cycles: Map<string, Node>
  lastCycle: Node | undefined
  /** Reads up to one of these tags, which is next then; to the end where none is named. */
  parse(until?: readonly string[]): Nodes
  /** The tag that `parse` stopped at. */
  nextTag(): string
  /** Takes the tag that ends another. @throws TemplateError where it is none of these */
  endTag(expected: readonly string[]): void
  /** The next piece as it stands, for tags that read their content themselves. */
  nextToken(): TemplateToken | undefined
  /** That a tag lacks its end, as an error. */
  missing(end: string): Error
  expression(text: string): TemplateValue
  /** The words of a tag, its name first; blanks in quotes part none. */
  words(content: string): string[]
  /** Takes `name=value` from the beginning of some words. @param legacy whether `value as name` is taken, too */
  assignments(words: string[], legacy?: boolean): Map<string, TemplateValue>
  /** Makes a library known. @param only what has this name. @returns whether anything was found */
  addLibrary(library: Library, only?: string): boolean
}

/** Reads what belongs to a tag, up to its end. */
export type TagCompiler = (reader: TagReader, content: string) => Node

/** Tags and filters under one name, as `{% load %}` has it. */
export interface Library {
  tags?: Readonly<Record<string, TagCompiler>>
  simpleTags?: Readonly<Record<string, SimpleTag>>
  filters?: Readonly<Record<string, Filter>>
}

/** What templates are compiled and rendered with, beside the values that they show. */
export interface TemplateEnvironment {
  /** The text of a template; undefined where there is none of the name. */
  load(name: string): Awaitable<string | undefined>
  /** Those that `{% load %}` finds. */
  libraries: Readonly<Record<string, Library>>
  /** Those that need not be loaded; of those with the same names the first counts, and what the language has before all. */
  always?: readonly Library[]
  /** The present moment. */
  now(): Date
  /** An IANA name: the zone that moments are shown in. */
  zone: string
  /** The address of a named page or operation; undefined where there is none. */
  url(name: string, positional: readonly unknown[], named: ReadonlyMap<string, unknown>): string | undefined
}

type TemplateLoader = (name: string) => Promise<Nodes>

/** What one template is rendered with; those that it includes have one of their own, with the same budget. */
export class Rendering {
  readonly environment: TemplateEnvironment
  readonly budget: Budget
  readonly #load: TemplateLoader
  /** Names, the innermost last. */
  #layers: Map<string, unknown>[]
  /** How many templates lie around this one. */
  readonly depth: number
  autoescape = true
  /** Whether numbers and dates are shown in the words of the language. */
  localized = true
  /** The time zone that moments are shown in. */
  zone: string
  /** What nodes keep from one round of a loop to the next. */
  readonly memory = new Map<Node, unknown>()
  /** The contents of blocks, those of the outermost template first. */
  blocks: Map<string, Node[]> | undefined

  constructor(
    environment: TemplateEnvironment,
    load: TemplateLoader,
    values: ReadonlyMap<string, unknown>,
    budget: Budget,
    depth = 0
  ) {
    this.environment = environment
    this.#load = load
    this.budget = budget
    this.depth = depth
    this.zone = environment.zone
    this.#layers = [new Map(values), new Map()]
    if (depth > budget.limits.depth)
      throw limitError(`Templates include each other more than ${budget.limits.depth} deep`)
  }

  /** The value of a name; undefined where it has none. */
  get(name: string): unknown {
    for (let i = this.#layers.length - 1; i >= 0; i--) {
      const layer = this.#layers[i]!
      if (layer.has(name)) return layer.get(name)
    }
    return undefined
  }

  set(name: string, value: unknown): void {
    this.#layers.at(-1)!.set(name, value)
  }

  /** Names a value where it will outlast the innermost layer: in the layer that has the name already, or this. */
  setUpward(name: string, value: unknown): void {
    const layer = this.#layers.findLast((each) => each.has(name)) ?? this.#layers.at(-1)!
    layer.set(name, value)
  }

  /** Does something with further names, which are forgotten afterwards. */
  async within<Result>(names: ReadonlyMap<string, unknown>, work: () => Promise<Result>): Promise<Result> {
    this.#layers.push(new Map(names))
    try {
      return await work()
    } finally {
      this.#layers.pop()
    }
  }

  /** That of a template inside of this one. @param isolated with the names that are given, and no others */
  inner(names: ReadonlyMap<string, unknown>, isolated = false): Rendering {
    const all = isolated ? new Map(names) : new Map([...this.#layers.flatMap((layer) => [...layer]), ...names])
    const made = new Rendering(this.environment, this.#load, all, this.budget, this.depth + 1)
    made.autoescape = this.autoescape
    made.localized = this.localized
    made.zone = this.zone
    return made
  }

  /** Does something with other ways of showing values. */
  async showing<Result>(
    ways: Partial<Pick<Rendering, 'autoescape' | 'localized' | 'zone'>>,
    work: () => Promise<Result>
  ): Promise<Result> {
    const { autoescape, localized, zone } = this
    Object.assign(this, ways)
    try {
      return await work()
    } finally {
      Object.assign(this, { autoescape, localized, zone })
    }
  }

  /** Another template. @throws TemplateError where there is none, or it cannot be read */
  template(name: string): Promise<Nodes> {
    return this.#load(name)
  }
}
