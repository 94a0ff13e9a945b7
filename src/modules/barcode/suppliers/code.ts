import type { CodeFields } from './fields.ts'
import type { CodeForm, House } from './houses.ts'

/** What the code of a supplier says. */
export interface SupplierCode {
  /** What the supplier's number of the article may be. */
  skus: string[]
  /** The manufacturer's. */
  mpn: string | undefined
  /** Numbers of the order: as the buyer knows it, or the supplier. */
  orders: string[]
  /** As many as the label says, in what the supplier sells; undefined where it does not say. */
  quantity: number | undefined
}

/** Codes of suppliers have a few hundred characters at most; values some dozens. */
const LONGEST_CODE = 1000
const LONGEST_VALUE = 100

const AMOUNT = /^\d{1,9}(?:\.\d{1,5})?$/

/** What a field holds, without what cannot be seen; undefined where that is nothing, or too much. */
function valueOf(fields: CodeFields, name: string): string | undefined {
  const value = fields
    .get(name)
    ?.replaceAll(/\p{Cc}/gu, '')
    .trim()
  return value && value.length <= LONGEST_VALUE ? value : undefined
}

const isOf = (form: CodeForm, fields: CodeFields): boolean =>
  form.all.every((name) => valueOf(fields, name) !== undefined) &&
  (form.any?.some((name) => fields.has(name)) ?? true) &&
  !form.none?.some((name) => fields.has(name))

function meant(form: CodeForm, fields: CodeFields): SupplierCode {
  const values = (names: readonly string[]) => names.flatMap((name) => valueOf(fields, name) ?? [])
  const amount = form.quantity && valueOf(fields, form.quantity)
  return {
    skus: values(form.sku),
    mpn: form.mpn && valueOf(fields, form.mpn),
    orders: values(form.orders).flatMap((one) => (form.line ? [one, one.split(form.line)[0]!] : one)),
    quantity: (amount && AMOUNT.test(amount) && Number(amount)) || undefined
  }
}

/**
 * Reads a text as a code of a house.
 *
 * @param text without blanks around it
 * @returns undefined where it is none
 */
export function readSupplierCode(house: Pick<House, 'forms'>, text: string): SupplierCode | undefined {
  if (text.length > LONGEST_CODE) return undefined
  for (const form of house.forms) {
    const fields = form.read(text)
    if (fields && isOf(form, fields)) return meant(form, fields)
  }
  return undefined
}
