// How much a rendering may take and make, and turns for others meanwhile.
import { yieldToOthers } from '#framework/event-loop.ts'
import { limitError } from './errors.ts'

/** How much a rendering may take and make. */
export interface RenderLimits {
  /** From the beginning to the end, waiting included. */
  seconds: number
  /** Of what is made. */
  characters: number
  /** Templates that include or extend each other. */
  depth: number
  /** Pieces of a template that are rendered; each round of a loop counts its own. */
  steps: number
  /** Filters and tags that somebody else works out. */
  calls: number
}

export const DEFAULT_LIMITS: RenderLimits = {
  seconds: 60,
  characters: 20_000_000,
  depth: 30,
  steps: 3_000_000,
  calls: 10_000
}

/** A single text that a filter or tag makes may not be longer; texts that grow by each other soon would be. */
const MAX_TEXT = 2_000_000
/** After so many milliseconds other requests have their turn. */
const SLICE = 12

/** Counts what a rendering takes, for all of its templates together. */
export class Budget {
  readonly limits: RenderLimits
  readonly #deadline: number
  #steps = 0
  #characters = 0
  #calls = 0
  #sliceEnd = performance.now() + SLICE

  constructor(limits: RenderLimits) {
    this.limits = limits
    this.#deadline = performance.now() + limits.seconds * 1000
  }

  /** Whether others should have a turn before the next piece. @throws TemplateError where the limits are reached */
  step(): Promise<void> | undefined {
    if (++this.#steps > this.limits.steps) throw limitError(`The template takes more than ${this.limits.steps} steps`)
    if (this.#steps % 16) return undefined
    const time = performance.now()
    if (time > this.#deadline) throw limitError(`The template takes longer than ${this.limits.seconds} seconds`)
    return time > this.#sliceEnd ? this.#yield() : undefined
  }

  async #yield(): Promise<void> {
    await yieldToOthers()
    this.#sliceEnd = performance.now() + SLICE
  }

  /** Counts a filter or tag that somebody else works out. */
  call(): void {
    const { calls } = this.limits
    if (++this.#calls > calls) throw limitError(`The template calls plugins more than ${calls} times`)
    if (performance.now() > this.#deadline)
      throw limitError(`The template takes longer than ${this.limits.seconds} seconds`)
  }

  /** Counts what was made. */
  made(text: string): string {
    this.#characters += text.length
    if (this.#characters > this.limits.characters)
      throw limitError(`The template makes more than ${this.limits.characters} characters`)
    return text
  }

  /** Refuses to make a text of a length that no page has. */
  allow(length: number): void {
    if (length > MAX_TEXT) throw limitError(`A text of the template is longer than ${MAX_TEXT} characters`)
  }
}
