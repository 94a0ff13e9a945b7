/**
 * What is wrong with a template: `syntax`, it cannot be read; `missing`, a template that it names does not exist;
 * `refused`, a tag does not take what it was given; `rendering`, anything else; `limit`, it takes or makes too much.
 */
export type TemplateProblem = 'syntax' | 'missing' | 'refused' | 'rendering' | 'limit'

/** What is wrong with a template, told to whoever wrote it. The message has no prefix; `problem` says which is due. */
export class TemplateError extends Error {
  override name = 'TemplateError'
  readonly problem: TemplateProblem
  /** The template that has it, as the loader knows it. */
  template: string | undefined
  /** Where in it, counted from 1. */
  line: number | undefined

  constructor(problem: TemplateProblem, message: string) {
    super(message)
    this.problem = problem
  }

  /** Notes where it happened, unless a place further inside is known. */
  at(template: string, line: number): this {
    if (this.line === undefined) {
      this.template = template
      this.line = line
    }
    return this
  }
}

/** A template that cannot be read. */
export const syntaxError = (message: string): TemplateError => new TemplateError('syntax', message)

/** A tag that refuses what it was given. */
export const tagRefusal = (message: string): TemplateError => new TemplateError('refused', message)

/** What fails while a template is rendered. */
export const renderingError = (message: string): TemplateError => new TemplateError('rendering', message)

/** More than a template may take or make. */
export const limitError = (message: string): TemplateError => new TemplateError('limit', message)
