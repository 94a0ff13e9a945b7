import type { Handler } from '#contract/types.ts'
import { notFound } from '#contract/errors.ts'
import { transact } from '#db/transaction.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { DONE } from '#framework/tasks.ts'
import { briefUsers } from '#modules/user/index.ts'
import { checksumOf, validateBom } from './checksum.ts'
import { copyBom } from './copy.ts'
import { bomLine } from './line.ts'
import { substitute } from './substitute.ts'

type At = RequestContext & { path: { id: number } }

async function findPart({ db, path }: At) {
  const row = await db
    .selectFrom('part')
    .select(['id', 'bom_validated', 'bom_checksum', 'bom_checked_by_id', 'bom_checked_date'])
    .where('id', '=', path.id)
    .executeTakeFirst()
  if (!row) throw notFound('Part')
  return row
}

async function findLine({ db, path }: At) {
  const row = await db.selectFrom('bom_item').selectAll().where('id', '=', path.id).executeTakeFirst()
  if (!row) throw notFound('BomItem')
  return row
}

const copy: Handler<'part_bom_copy_create'> = async (call, send) => {
  const {
    part,
    remove_existing = true,
    include_inherited = false,
    skip_invalid = false,
    copy_substitutes = true
  } = call.body
  await transact(call.db, async (db) => {
    await findPart({ ...call, db })
    await copyBom(db, call.settings, part, call.path.id, {
      removeExisting: remove_existing,
      includeInherited: include_inherited,
      skipInvalid: skip_invalid,
      copySubstitutes: copy_substitutes
    })
  })
  return send(201, { part, remove_existing, include_inherited, skip_invalid, copy_substitutes })
}

const state: Handler<'part_bom_validate_retrieve'> = async (call, send) => {
  const row = await findPart(call)
  const users = await briefUsers(call.db, [row.bom_checked_by_id])
  return send(200, {
    pk: row.id,
    bom_validated: row.bom_validated === 1,
    bom_checksum: row.bom_checksum,
    bom_checked_by: row.bom_checked_by_id,
    bom_checked_by_detail: row.bom_checked_by_id === null ? null : users.get(row.bom_checked_by_id)!,
    bom_checked_date: row.bom_checked_date
  })
}

/** The whole BOM; done at once, where others leave it to a worker. */
const validate: Handler<'part_bom_validate_update' | 'part_bom_validate_partial_update'> = async (call, send) => {
  await call.db.transaction().execute(async (db) => {
    await findPart({ ...call, db })
    await validateBom(db, call.settings, call.path.id, call.body?.valid ?? false, signedIn(call).id)
  })
  return send(200, DONE)
}

const validateLine =
  (answer: { valid?: boolean }): Handler<'bom_validate_update' | 'bom_validate_partial_update'> =>
  async (call, send) => {
    await call.db.transaction().execute(async (db) => {
      const row = await findLine({ ...call, db })
      const valid = call.body?.valid ?? false
      const checksum = valid ? await checksumOf(db, call.settings, row) : ''
      await db
        .updateTable('bom_item')
        .set({ checksum, validated: valid ? 1 : 0 })
        .where('id', '=', row.id)
        .execute()
    })
    return send(200, answer)
  }

const redirect =
  (model: string): Handler<'bom_metadata_redirect' | 'bom_substitute_metadata_redirect'> =>
  (call, send) => {
    call.reply.header('location', `${call.request.site.prefix}/api/metadata/${model}/pk/${call.path.id}/`)
    return send(301)
  }

/** The BOM module: lines of BOMs, their substitutes, copying and validating. */
export const bomOperations = {
  ...bomLine.operations,
  ...substitute.operations,
  bom_validate_update: Object.assign(validateLine({ valid: false }), { find: findLine }),
  bom_validate_partial_update: Object.assign(validateLine({}), { find: findLine }),
  part_bom_copy_create: Object.assign(copy, { find: findPart }),
  part_bom_validate_retrieve: state,
  part_bom_validate_update: Object.assign(validate, { find: findPart }),
  part_bom_validate_partial_update: Object.assign(validate, { find: findPart }),
  bom_metadata_redirect: redirect('bomitem'),
  bom_substitute_metadata_redirect: redirect('bomitemsubstitute')
}
