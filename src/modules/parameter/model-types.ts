import { invalid } from '#contract/errors.ts'
import { FULL_NAMES } from '#framework/transfer/models.ts'

/** The kinds of records that can have parameters, by the name that tables keep, with the name that the API shows. */
export const PARAMETRIC = {
  build: 'build.build',
  company: 'company.company',
  manufacturerpart: 'company.manufacturerpart',
  supplierpart: 'company.supplierpart',
  purchaseorder: 'order.purchaseorder',
  returnorder: 'order.returnorder',
  salesorder: 'order.salesorder',
  salesordershipment: 'order.salesordershipment',
  transferorder: 'order.transferorder',
  part: 'part.part',
  partcategory: 'part.partcategory',
  stocklocation: 'stock.stocklocation'
} as const

export type ParametricModel = keyof typeof PARAMETRIC

/** Whether records of a kind, by the name that tables keep, can have parameters. */
export const isParametric = (model: string): model is ParametricModel => Object.hasOwn(PARAMETRIC, model)

/**
 * The name of a model as tables keep it.
 *
 * @param text the model with its app (`part.part`) or without (`part`), letter case aside
 * @returns undefined where there is no such model
 */
export function parametricModelName(text: string): string | undefined {
  const words = text.trim().toLowerCase().split('.')
  const name = words.at(-1)!
  const full = FULL_NAMES.get(name)
  return full !== undefined && (words.length === 1 || full === words.join('.')) ? name : undefined
}

/** What is wrong with a text that shall name a kind of record with parameters. */
export function modelProblem(text: string): string | undefined {
  if (text.split('.').length > 2) return 'Invalid content type format'
  const name = parametricModelName(text)
  if (name === undefined) return 'Content type not found'
  return isParametric(name) ? undefined : 'Content type does not match required mixin class'
}

/** The model that a filter asks for. */
export function requestedModel(text: string): string {
  const name = parametricModelName(text)
  if (name === undefined) throw invalid({ non_field_errors: [`Invalid content type: ${text}`] })
  return name
}

/** The name of a model as the API shows it. */
export const shownModel = (name: string) => PARAMETRIC[name as ParametricModel]
