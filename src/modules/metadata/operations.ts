import type { Handler, OperationId } from '#contract/types.ts'
import { forbidden, invalid, notFound } from '#contract/errors.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { MODELS, permits, type Model } from '#framework/models.ts'
import type { Database } from '#db/database.ts'
import { LOOKUPS } from './lookups.ts'

type Found = { id: number; metadata: string | null }

/**
 * The record of a metadata address; its `change` permission is asked for, for reading too
 * (docs/behaviour/metadata.md#addresses-and-bodies).
 */
async function find(
  context: RequestContext,
  name: string,
  field: string,
  value: string | number
): Promise<{ model: Model; row: Found }> {
  const model = Object.hasOwn(LOOKUPS, name) ? MODELS[name] : undefined
  if (!model) throw invalid([`GenericMetadataView called with invalid model '${name}'`])
  const byKey = field === 'pk' || field === 'id'
  const permitted = model.rulesets.length === 0 || permits(signedIn(context), 'change', model)
  // Whoever may not look must not find out by guessing which references, names or addresses there are.
  if (!permitted && !byKey) throw forbidden()
  const column = byKey ? 'id' : LOOKUPS[name]!.includes(field) ? field : undefined
  const row: Found | undefined =
    column &&
    (await (context.db as any)
      .selectFrom(model.table)
      .select(['id', 'metadata'])
      .where(column, '=', value)
      .executeTakeFirst()) // any model's table
  if (!row) throw notFound(model.className)
  if (!permitted) throw forbidden()
  return { model, row }
}

const parsed = (row: Found) => (row.metadata === null ? {} : (JSON.parse(row.metadata) as Record<string, unknown>))

/** Kinds of records that have no metadata, not even an empty object, before somebody writes some. */
const WITHOUT = new Set(['builditem'])

async function save(db: Database, { model, row }: Awaited<ReturnType<typeof find>>, metadata: Record<string, unknown>) {
  await (db as any)
    .updateTable(model.table)
    .set({ metadata: JSON.stringify(metadata) })
    .where('id', '=', row.id)
    .execute() // any model's table
  return { metadata }
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid({ metadata: ['Metadata must be a python dict object'] })
  return value as Record<string, unknown>
}

type Address = { model: string; id?: number; lookup_field?: string; lookup_value?: string }
const at = (context: RequestContext & { path: Address }) =>
  find(context, context.path.model, context.path.lookup_field ?? 'pk', context.path.lookup_value ?? context.path.id!)

const read: Handler<'metadata_retrieve' | 'metadata_pk_retrieve'> = async (call, send) => {
  const { row } = await at(call)
  return send(200, { metadata: row.metadata === null && WITHOUT.has(call.path.model) ? null : parsed(row) })
}

/** PUT puts a new object in place of the old one. */
const replace: Handler<'metadata_update' | 'metadata_pk_update'> = async (call, send) =>
  send(
    200,
    await call.db
      .transaction()
      .execute(async (db) => await save(db, await at({ ...call, db }), object(call.body.metadata)))
  )

/** PATCH merges the keys of the first level. */
const merge: Handler<'metadata_partial_update' | 'metadata_pk_partial_update'> = async (call, send) =>
  send(
    200,
    await call.db.transaction().execute(async (db) => {
      const found = await at({ ...call, db })
      return await save(db, found, { ...parsed(found.row), ...object(call.body?.metadata ?? {}) })
    })
  )

/** The older address of a record's metadata leads to the one that all models share, without asking who it is. */
const redirect =
  (model: string): Handler<Extract<OperationId, `${string}_metadata_redirect`>> =>
  (call, send) => {
    call.reply.header('location', `${call.request.site.prefix}/api/metadata/${model}/pk/${call.path.id}/`)
    return send(301)
  }

/** The metadata module: free JSON kept with any record. */
export const metadataOperations = {
  metadata_retrieve: read,
  metadata_pk_retrieve: read,
  metadata_update: replace,
  metadata_pk_update: replace,
  metadata_partial_update: merge,
  metadata_pk_partial_update: merge,
  attachment_metadata_redirect: redirect('attachment'),
  part_metadata_redirect: redirect('part'),
  part_category_metadata_redirect: redirect('partcategory'),
  part_category_parameters_metadata_redirect: redirect('partcategoryparametertemplate'),
  parameter_metadata_redirect: redirect('parameter'),
  parameter_template_metadata_redirect: redirect('parametertemplate'),
  part_related_metadata_redirect: redirect('partrelated'),
  part_test_template_metadata_redirect: redirect('parttesttemplate'),
  stock_location_metadata_redirect: redirect('stocklocation'),
  stock_location_type_metadata_redirect: redirect('stocklocationtype'),
  stock_metadata_redirect: redirect('stockitem'),
  stock_test_metadata_redirect: redirect('stockitemtestresult'),
  company_metadata_redirect: redirect('company'),
  company_contact_metadata_redirect: redirect('contact'),
  company_part_metadata_redirect: redirect('supplierpart'),
  company_part_manufacturer_metadata_redirect: redirect('manufacturerpart'),
  order_po_metadata_redirect: redirect('purchaseorder'),
  order_po_line_metadata_redirect: redirect('purchaseorderlineitem'),
  order_po_extra_line_metadata_redirect: redirect('purchaseorderextraline'),
  order_so_metadata_redirect: redirect('salesorder'),
  order_so_shipment_metadata_redirect: redirect('salesordershipment'),
  order_ro_metadata_redirect: redirect('returnorder'),
  order_ro_line_metadata_redirect: redirect('returnorderlineitem'),
  order_ro_extra_line_metadata_redirect: redirect('returnorderextraline'),
  order_transfer_order_metadata_redirect: redirect('transferorder'),
  order_transfer_order_line_metadata_redirect: redirect('transferorderlineitem'),
  order_so_line_metadata_redirect: redirect('salesorderlineitem'),
  order_so_extra_line_metadata_redirect: redirect('salesorderextraline'),
  report_template_metadata_redirect: redirect('reporttemplate'),
  label_template_metadata_redirect: redirect('labeltemplate'),
  project_code_metadata_redirect: redirect('projectcode'),
  build_metadata_redirect: redirect('build'),
  build_item_metadata_redirect: redirect('builditem')
}
