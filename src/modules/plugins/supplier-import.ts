// Makes parts of what plugins found in the catalogues of suppliers: by the operations of the contract, for the caller.
import { ApiError, forbidden, refused } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import type { Answer, OperationId } from '#contract/types.ts'
import type { ReadWrite } from '#contract/writer.ts'
import { amongInAnyCase, lower } from '#db/text.ts'
import { transact } from '#db/transaction.ts'
import type { SupplierPart } from '#framework/plugins/interface.ts'

type Result = Answer<'supplier_import_create', 200>

/** A part of a catalogue, with nothing left out. */
export type CataloguePart = Required<SupplierPart>

/** What a refusal says, field by field. */
function wordsOf(body: unknown): string {
  return Object.entries(body as object)
    .map(([field, said]) => {
      const words = [said].flat().map((word) => (typeof word === 'string' ? word : JSON.stringify(word)))
      return field === 'non_field_errors' || field === 'detail' ? words.join(' ') : `${field}: ${words.join(' ')}`
    })
    .join(' ')
}

/** Reads a write of the contract; 400 that says at what it failed, 403 where the caller may not. */
async function prepared(
  context: RequestContext,
  what: string,
  operation: OperationId,
  body: Record<string, unknown>,
  pk?: number
): Promise<ReadWrite> {
  const writer = context.writer(operation, context)
  if (!writer.isPermitted) throw forbidden()
  const [read] = await writer.read([{ body, ...(pk === undefined ? {} : { pk }) }])
  return read instanceof ApiError ? refuse(what, read) : read!
}

function refuse(what: string, { status, body }: ApiError): never {
  if (status === 400) throw refused(`${what}: ${wordsOf(body)}`)
  throw new ApiError(status, body)
}

/** Does what was read; gives the key of the record. */
async function done(context: RequestContext, what: string, write: ReadWrite): Promise<number> {
  try {
    return await write.write(context.db)
  } catch (error) {
    if (error instanceof ApiError) refuse(what, error)
    throw error
  }
}

/** Both in one, inside the transaction. */
const written = async (
  context: RequestContext,
  what: string,
  ...how: [OperationId, Record<string, unknown>, number?]
) => await done(context, what, await prepared(context, what, ...how))

/** The company of a name; it is made where there is none, and becomes what it was not yet. */
async function companyNamed(
  context: RequestContext,
  name: string,
  role: 'is_supplier' | 'is_manufacturer'
): Promise<number> {
  const present = await context.db
    .selectFrom('company')
    .select(['id', role])
    .where('name', '=', name)
    .orderBy(role, 'desc')
    .orderBy('id')
    .executeTakeFirst()
  if (present?.[role] === 1) return present.id
  const what = `The company "${name}"`
  if (present) return await written(context, what, 'company_partial_update', { [role]: true }, present.id)
  const roles = { is_supplier: false, is_manufacturer: false, is_customer: false, [role]: true }
  return await written(context, what, 'company_create', { name, ...roles })
}

/** What the manufacturer calls the part; null where the catalogue does not say. */
async function manufacturerPart(context: RequestContext, part: number, found: CataloguePart): Promise<number | null> {
  const { manufacturer: name, mpn: MPN } = found
  if (!name || !MPN) return null
  const manufacturer = await companyNamed(context, name, 'is_manufacturer')
  const present = await context.db
    .selectFrom('manufacturer_part')
    .select('id')
    .where('part_id', '=', part)
    .where('manufacturer_id', '=', manufacturer)
    .where('MPN', '=', MPN)
    .executeTakeFirst()
  if (present) return present.id
  return await written(context, 'The manufacturer part', 'company_part_manufacturer_create', {
    part,
    manufacturer,
    MPN
  })
}

/** What the supplier calls the part. */
async function supplierPart(
  context: RequestContext,
  { part, supplier, manufacturer_part }: { part: number; supplier: number; manufacturer_part: number | null },
  { sku: SKU, link, description }: CataloguePart
): Promise<number> {
  const present = await context.db
    .selectFrom('supplier_part')
    .select('id')
    .where('part_id', '=', part)
    .where('supplier_id', '=', supplier)
    .where('SKU', '=', SKU)
    .executeTakeFirst()
  if (present) return present.id
  const body = { part, supplier, SKU, description, ...(link ? { link } : {}) }
  const more = manufacturer_part === null ? {} : { manufacturer_part }
  return await written(context, 'The supplier part', 'company_part_create', { ...body, ...more })
}

/** Brings the prices of a supplier part in line with the catalogue; further ones stay. */
async function price(context: RequestContext, part: number, { pricing }: CataloguePart): Promise<void> {
  const rows = await context.db
    .selectFrom('supplier_price_break')
    .select(['id', 'quantity', 'price', 'price_currency'])
    .where('part_id', '=', part)
    .execute()
  const present = new Map(rows.map((row) => [row.quantity, row]))
  for (const { quantity, price: amount, currency: price_currency } of pricing) {
    const row = present.get(quantity)
    if (row && row.price === amount && row.price_currency === price_currency) continue
    const what = `The price of ${quantity}`
    const body = { price: amount, price_currency }
    if (row) await written(context, what, 'company_price_break_partial_update', body, row.id)
    else await written(context, what, 'company_price_break_create', { part, quantity, ...body })
  }
}

/** The templates that the category of a part, and those above it, prescribe. */
async function prescribed(context: RequestContext, part: number): Promise<Set<number>> {
  const rows = await context.db
    .selectFrom('part as p')
    .innerJoin('part_category as own', 'own.id', 'p.category_id')
    .innerJoin('part_category as above', (on) =>
      on
        .onRef('above.tree_id', '=', 'own.tree_id')
        .onRef('above.lft', '<=', 'own.lft')
        .onRef('above.rght', '>=', 'own.rght')
    )
    .innerJoin('part_category_parameter as c', 'c.category_id', 'above.id')
    .select('c.template_id')
    .where('p.id', '=', part)
    .execute()
  return new Set(rows.map((row) => row.template_id))
}

/**
 * Gives a part the parameters of the catalogue that have a template.
 *
 * @param isNew whether its values are those of the catalogue; a part that was there keeps its own
 */
async function describe(
  context: RequestContext,
  part: number,
  { parameters }: CataloguePart,
  isNew: boolean
): Promise<Result['parameters']> {
  if (parameters.length === 0) return []
  const templates = await context.db
    .selectFrom('parameter_template')
    .select(['id', 'name'])
    .where(
      amongInAnyCase(
        'name',
        parameters.map(({ name }) => name)
      )
    )
    .where('enabled', '=', 1)
    .orderBy('id', 'desc')
    .execute()
  const byName = new Map(templates.map(({ id, name }) => [lower(name), id]))
  const rows = await context.db
    .selectFrom('parameter')
    .select(['id', 'template_id'])
    .where('model_type', '=', 'part')
    .where('model_id', '=', part)
    .execute()
  const present = new Map(rows.map((row) => [row.template_id, row.id]))
  const onCategory = await prescribed(context, part)
  const shown: Result['parameters'] = []
  const told = new Set<number>()
  for (const { name, value } of parameters) {
    const template = byName.get(lower(name)) ?? null
    shown.push({
      name,
      value,
      parameter_template: template,
      on_category: template !== null && onCategory.has(template)
    })
    if (template === null || told.has(template)) continue
    told.add(template)
    const row = present.get(template)
    const [what, body] = [`The parameter "${name}"`, { data: value }]
    if (row === undefined)
      await written(context, what, 'parameter_create', { model_type: 'part', model_id: part, template, ...body })
    else if (isNew) await written(context, what, 'parameter_partial_update', body, row)
  }
  return shown
}

/**
 * Makes a part of what a catalogue has, with all that belongs to it: all of it or nothing.
 *
 * @param call of the request, outside of any transaction
 * @param to the company that has the catalogue, and the part that gets what it lacks or the category of a new one
 * @throws 400 with what was refused, and of which record; 403 where the caller may not make all of it
 */
export async function importPart(
  call: RequestContext,
  found: CataloguePart,
  to: { company: string; category: number | null; part: number | null }
): Promise<Result> {
  if (!signedIn(call).may('view', 'part')) throw forbidden()
  const { name, description, link } = found
  const body = { name, description, category: to.category, purchaseable: true, ...(link ? { link } : {}) }
  // Read out here, where plugins may be asked about it.
  const fresh = to.part === null ? await prepared(call, 'The part', 'part_create', body) : undefined
  const made = await transact(call.db, async (db) => {
    const inner = { ...call, db }
    const part = fresh ? await done(inner, 'The part', fresh) : to.part!
    const manufacturer_part = await manufacturerPart(inner, part, found)
    const supplier = await companyNamed(inner, to.company, 'is_supplier')
    const supplier_part = await supplierPart(inner, { part, supplier, manufacturer_part }, found)
    await price(inner, supplier_part, found)
    const parameters = await describe(inner, part, found, fresh !== undefined)
    return { part_id: part, manufacturer_part_id: manufacturer_part, supplier_part_id: supplier_part, parameters }
  })
  return {
    ...made,
    part_detail: (await call.ask('part_retrieve', {}, { id: made.part_id })) as Result['part_detail'],
    pricing: found.pricing.map((one) => [one.quantity, one.price] as [number, number])
  }
}
