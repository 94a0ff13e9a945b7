// Catalogues of suppliers, which plugins of others search, and from which they make parts.
import { sql } from 'kysely'
import { ApiError, invalid } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import type { Supplier, SupplierResult } from '#framework/plugins/interface.ts'
import { askPlugin, pluginFailed } from './asked.ts'
import { importPart, type CataloguePart } from './supplier-import.ts'

/** How many parts a search tells. */
const MOST_FOUND = 100
/** How many parameters and prices a part may have. */
const [MOST_PARAMETERS, MOST_PRICES] = [200, 100]
/** How long texts and addresses may be, in characters; what is longer is cut, but for keys. */
const [TEXT, ADDRESS] = [250, 2000]

const list: Handler<'supplier_list_list'> = async ({ plugins }, send) =>
  send(
    200,
    (await plugins.offering('suppliers')).flatMap(({ key, declaration }) =>
      Object.entries(declaration.suppliers!).map(([slug, { name }]) => ({
        plugin_slug: key,
        supplier_slug: slug,
        supplier_name: name
      }))
    )
  )

const missing = (detail: string) => new ApiError(404, { detail })

/** The supplier that a request names; 404 where there is none. */
async function supplierOf(
  { plugins }: RequestContext,
  { plugin = '', supplier = '' }: { plugin?: string | undefined; supplier?: string | undefined }
): Promise<{ plugin: string; slug: string; supplier: Supplier }> {
  const able = (await plugins.offering('suppliers')).find(({ key }) => key === plugin)
  if (!able) throw missing(`Plugin '${plugin}' not found`)
  const suppliers = able.declaration.suppliers!
  if (!Object.hasOwn(suppliers, supplier)) throw missing(`Supplier '${supplier}' not found`)
  return { plugin, slug: supplier, supplier: suppliers[supplier]! }
}

/** The company whose parts a supplier has. */
const companyOf = ({ company, name }: Supplier): string => company ?? name

const textOf = (value: unknown, most = TEXT): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, most) : ''

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A part that was found; undefined where it has neither number nor name. */
function resultOf(found: unknown): Required<SupplierResult> | undefined {
  if (!isObject(found)) return undefined
  const [id, sku, name] = [textOf(found.id), textOf(found.sku), textOf(found.name)]
  if (!id || !sku || !name) return undefined
  return {
    id,
    sku,
    name,
    exact: found.exact === true,
    description: textOf(found.description),
    price: textOf(found.price),
    link: textOf(found.link, ADDRESS),
    image_url: textOf(found.image_url, ADDRESS)
  }
}

/** The parts that a supplier has under some numbers already. */
async function partsUnder({ db }: RequestContext, company: string, skus: string[]): Promise<Map<string, number>> {
  if (skus.length === 0) return new Map()
  const rows = await db
    .selectFrom('supplier_part as s')
    .innerJoin('company as c', 'c.id', 's.supplier_id')
    .select(['s.SKU', 's.part_id'])
    .where('c.name', '=', company)
    .where('s.SKU', 'in', skus)
    .orderBy(sql.ref('s.id'), 'desc')
    .execute()
  return new Map(rows.map((row) => [row.SKU, row.part_id]))
}

const search: Handler<'supplier_search_list'> = async (call, send) => {
  const { plugin, slug, supplier } = await supplierOf(call, call.query)
  const given = await askPlugin(call, plugin, ['suppliers', slug, 'search'], [call.query.term ?? ''])
  const results = Array.isArray(given) ? given.slice(0, MOST_FOUND).map(resultOf) : [undefined]
  const found = results.filter((one) => one !== undefined)
  if (found.length < results.length) throw pluginFailed(plugin, 'it gives something else than parts')
  const present = await partsUnder(
    call,
    companyOf(supplier),
    found.map(({ sku }) => sku)
  )
  return send(
    200,
    found.map((one) => ({ ...one, existing_part_id: present.get(one.sku) ?? null }))
  )
}

const isPrice = (value: unknown): boolean =>
  isObject(value) && Number(value.quantity) > 0 && Number(value.price) >= 0 && typeof value.currency === 'string'

const isParameter = (value: unknown): boolean =>
  isObject(value) && textOf(value.name) !== '' && value.value !== undefined && value.value !== null

/** A part of a catalogue; undefined where it is none. */
function partOf(found: unknown): CataloguePart | undefined {
  if (!isObject(found)) return undefined
  const { parameters = [], pricing = [] } = found
  const [sku, name] = [textOf(found.sku), textOf(found.name)]
  if (!sku || !name || !Array.isArray(parameters) || !Array.isArray(pricing)) return undefined
  if (parameters.length > MOST_PARAMETERS || pricing.length > MOST_PRICES) return undefined
  if (!parameters.every(isParameter) || !pricing.every(isPrice)) return undefined
  return {
    sku,
    name,
    description: textOf(found.description),
    link: textOf(found.link, ADDRESS),
    manufacturer: textOf(found.manufacturer),
    mpn: textOf(found.mpn),
    parameters: parameters.map((one) => ({ name: textOf(one.name), value: textOf(one.value, 500) })),
    pricing: pricing.map((one) => ({
      quantity: Number(one.quantity),
      price: Number(one.price),
      currency: textOf(one.currency, 3)
    }))
  }
}

const imports: Handler<'supplier_import_create'> = async (call, send) => {
  const { part_import_id: id, category_id: category = null, part_id: part = null } = call.body
  const { plugin, slug, supplier } = await supplierOf(call, call.body)
  if (category === null && part === null)
    throw invalid({ detail: "'category_id' is not provided, but required if no part_id is provided" })
  const given = await askPlugin(call, plugin, ['suppliers', slug, 'read'], [id])
  if (given === null) throw missing(`Part '${id}' not found`)
  const found = partOf(given)
  if (!found) throw pluginFailed(plugin, 'it gives something else than a part')
  const company = companyOf(supplier)
  const present = part ?? (await partsUnder(call, company, [found.sku])).get(found.sku) ?? null
  return send(200, await importPart(call, found, { company, category, part: present }))
}

/** The operations that are about catalogues. */
export const supplierOperations = {
  supplier_list_list: list,
  supplier_search_list: search,
  supplier_import_create: imports
}
