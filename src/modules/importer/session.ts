/** Imports: files of rows, of which records are made (docs/behaviour/importer.md). */
import { invalid } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { parseJson } from '#contract/json.ts'
import type { Upload } from '#contract/media.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { withValidation, type AddError, type Handler } from '#contract/types.ts'
import { equals } from '#crud/definition.ts'
import { lookup } from '#crud/lookup.ts'
import { resource } from '#crud/resource.ts'
import { transact } from '#db/transaction.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { mediaURL, safeName, splitName } from '#framework/files/names.ts'
import type { ImportLimits } from '#framework/import-limits.ts'
import { now, shownTime } from '#framework/time.ts'
import { briefUsers } from '#modules/user/index.ts'
import { findOwnSession, ImportStatus, objectIn, requireChange, visibleSessions, type ImportSession } from './access.ts'
import { importFields, initialValues, matchColumns } from './fields.ts'
import { filterProblem } from './lookups.ts'
import { fieldsOfSessions, mappingJSON, mappingsOf } from './mapping.ts'
import { importModelOf, type ImportModelName } from './models.ts'
import { readTable } from './table/read.ts'

/** Where files lie, below the media folder. */
const FOLDER = 'import'

const FORMS = ['csv', 'xlsx', 'tsv']

/** The fields of an import that hold values by field. */
const OBJECTS = ['field_defaults', 'field_overrides', 'field_filters'] as const

const NO_OBJECT = 'Value must be a valid dictionary object'

/** How many rows imports have, and how many of them were imported. */
async function rowCounts({ db }: RequestContext, ids: number[]): Promise<Map<number, [all: number, done: number]>> {
  return await lookup(ids, async (keys) =>
    (
      await db
        .selectFrom('import_row')
        .select((eb) => ['session_id', eb.fn.countAll().as('all'), eb.fn.sum<number>('complete').as('done')])
        .where('session_id', 'in', keys)
        .groupBy('session_id')
        .execute()
    ).map(({ session_id, all, done }) => [session_id, [Number(all), Number(done)]])
  )
}

/** An object as a body may bring it: as such, or as text; undefined where it is neither. */
function objectFrom(value: unknown): Record<string, unknown> | null | undefined {
  let found = value
  if (typeof value === 'string')
    try {
      found = parseJson(value)
    } catch {
      return undefined
    }
  return typeof found === 'object' && !Array.isArray(found) ? (found as Record<string, unknown> | null) : undefined
}

/** The ending of a file's name, which says what is in it. */
const formOf = (upload: Upload): string => splitName(upload.filename).ending.slice(1).toLowerCase()

type SessionBody = Partial<Record<(typeof OBJECTS)[number], unknown>> & {
  data_file?: unknown
  model_type?: string
  update_records?: boolean
}

/** What only a look beyond the values of a body tells, together with what is wrong with those. */
function checkForm(body: SessionBody, addError: AddError): void {
  const upload = uploadIn(body.data_file as string | undefined)
  if (upload) {
    const form = formOf(upload)
    if (!FORMS.includes(form))
      addError(
        ['data_file'],
        `File extension “${form}” is not allowed. Allowed extensions are: ${FORMS.join(', ')}.`,
        'Unsupported data file format'
      )
  }
  for (const field of OBJECTS)
    if (body[field] !== undefined && objectFrom(body[field]) === undefined) addError([field], NO_OBJECT)
}

/** @throws 400 where nobody but the server writes records of a kind */
function checkModel(name: string): void {
  if (!importModelOf(name))
    throw invalid({ model_type: ['Records of this kind cannot be imported: the server alone writes them.'] })
}

/** @throws 400 where filters are about nothing that an import can look up */
async function checkFilters(context: RequestContext, session: { model_type: string }, filters: unknown): Promise<void> {
  const fields = await importFields(context, { ...session, update_records: false })
  const problems = Object.entries(objectFrom(filters) ?? {}).flatMap(([field, narrowing]) => {
    const { model } = (fields[field] ?? {}) as { model?: string }
    if (model === undefined) return [`"${field}" names no records that could be narrowed down`]
    const problem = filterProblem(model, narrowing)
    return problem === undefined ? [] : [`${field}: ${problem}`]
  })
  if (problems.length) throw invalid({ field_filters: problems })
}

/** What is stored of the objects of a body. */
const objectsIn = (body: SessionBody): Partial<Record<(typeof OBJECTS)[number], string | null>> =>
  Object.fromEntries(
    OBJECTS.filter((field) => body[field] !== undefined).map((field) => {
      const value = objectFrom(body[field])
      return [field, value ? JSON.stringify(value) : null]
    })
  )

/** Operations on imports, but for what becomes of their rows. */
export function sessionOperations(limits: ImportLimits) {
  const { operations, read } = resource('importer_session', 'import_session', {
    className: 'DataImportSession',
    options: {},
    computed: {},
    visible: visibleSessions,
    search: [],
    order: { timestamp: 'timestamp', status: 'status', model_type: 'model_type' },
    defaultOrder: ['id'],
    filters: { model_type: equals('model_type'), status: equals('status'), user: equals('user_id') },
    embed: async (rows, context) => {
      const ids = rows.map((row) => row.id)
      const mappings = await mappingsOf(context, ids)
      return {
        mappings,
        counts: await rowCounts(context, ids),
        fields: await fieldsOfSessions(context, rows, mappings),
        users: await briefUsers(
          context.db,
          rows.map((row) => row.user_id)
        )
      }
    },
    toJSON: (row, { mappings, counts, fields, users }) => {
      const [all, done] = counts.get(row.id) ?? [0, 0]
      return {
        pk: row.id,
        timestamp: shownTime(row.timestamp),
        data_file: mediaURL(row.data_file)!,
        update_records: row.update_records === 1,
        model_type: row.model_type as ImportModelName,
        available_fields: fields.get(row.id)!,
        status: row.status as 10,
        user: row.user_id,
        user_detail: row.user_id === null ? null : users.get(row.user_id)!,
        columns: JSON.parse(row.columns ?? 'null'),
        column_mappings: mappings.get(row.id)!.map((mapping) => mappingJSON(mapping, fields.get(row.id)!)),
        field_defaults: JSON.parse(row.field_defaults ?? 'null'),
        field_overrides: JSON.parse(row.field_overrides ?? 'null'),
        field_filters: JSON.parse(row.field_filters ?? 'null'),
        row_count: all,
        completed_row_count: done,
        completed_row_count_history: row.completed_row_count_history,
        row_count_history: row.row_count_history
      }
    },
    write: {
      columns: {
        data_file: null,
        update_records: null,
        model_type: null,
        field_defaults: null,
        field_overrides: null,
        field_filters: null
      },
      remove: async (row, db, context) => {
        requireChange({ ...context, db }, row.model_type)
        await db.deleteFrom('import_session').where('id', '=', row.id).execute()
        await dropFiles(db, [row.data_file])
      }
    }
  })

  const shown = async (context: RequestContext, id: number) => (await read(context, [id])).get(id)!

  /** The headings of a file that was sent; all of it is read, so that what is wrong with it is told at once. */
  const headingsOf = async (upload: Upload): Promise<string[]> => {
    if (upload.bytes.length > limits.size * 1024 * 1024)
      throw invalid({ data_file: ['Data file exceeds maximum size limit', `It may have ${limits.size} MB at most.`] })
    return await readTable({ form: formOf(upload), bytes: upload.bytes, limits })
  }

  const keep = (context: RequestContext, upload: Upload) =>
    context.files.store(FOLDER, safeName(upload.filename), upload.bytes)

  const create = withValidation<'importer_session_create'>(
    async (_context, body, addError) => checkForm(body as SessionBody, addError),
    async (call, send) => {
      const body = call.body as SessionBody & { model_type: ImportModelName }
      const { model_type, update_records = false } = body
      checkModel(model_type)
      if (body.field_filters !== undefined) await checkFilters(call, body, body.field_filters)
      const upload = uploadIn(call.body.data_file)!
      const columns = await headingsOf(upload)
      const fields = await importFields(call, { model_type, update_records })
      const stored = objectsIn(body)
      const overridden = Object.keys(objectIn(stored.field_overrides ?? null))
      const mappings = await matchColumns(call.db, fields, columns, model_type, overridden)
      const defaults = { ...(update_records ? {} : initialValues(fields)), ...objectIn(stored.field_defaults ?? null) }
      const path = await keep(call, upload)
      const session = await transact(call.db, async (db) => {
        const { id } = await db
          .insertInto('import_session')
          .values({
            ...stored,
            timestamp: now(),
            data_file: path,
            columns: JSON.stringify(columns),
            model_type,
            status: ImportStatus.MAPPING,
            user_id: signedIn(call).id,
            update_records: update_records ? 1 : 0,
            field_defaults: JSON.stringify(defaults)
          })
          .returning('id')
          .executeTakeFirstOrThrow()
        if (mappings.length)
          await db
            .insertInto('import_column')
            .values(mappings.map((mapping) => ({ ...mapping, session_id: id })))
            .execute()
        return await shown({ ...call, db }, id)
      })
      return send(201, session)
    }
  )

  /** What a change may be about, once there are rows: these were made of the file, by what it was then. */
  const checkStage = (session: ImportSession, body: SessionBody): void => {
    if (session.status < ImportStatus.IMPORTING) return
    const fixed = [
      body.data_file !== undefined && 'data_file',
      body.model_type !== undefined && body.model_type !== session.model_type && 'model_type',
      body.update_records !== undefined && Number(body.update_records) !== session.update_records && 'update_records'
    ].filter((field) => field !== false)
    if (fixed.length)
      throw invalid(Object.fromEntries(fixed.map((field) => [field, ['Cannot be changed once rows were made.']])))
  }

  type Changing = 'importer_session_update' | 'importer_session_partial_update'
  const find = async (context: RequestContext & { path: { id: number } }) => {
    const session = await findOwnSession(context, context.path.id)
    requireChange(context, session.model_type)
    return session
  }

  const change = <Id extends Changing>(): Handler<Id> =>
    Object.assign(
      withValidation<Changing>(
        async (_context, body, addError) => checkForm(body as SessionBody, addError),
        async (call, send) => {
          const body = call.body as SessionBody
          const before = await find(call)
          checkStage(before, body)
          const model_type = body.model_type ?? before.model_type
          checkModel(model_type)
          requireChange(call, model_type)
          if (body.field_filters !== undefined) await checkFilters(call, { model_type }, body.field_filters)
          const upload = uploadIn(call.body.data_file)
          const file = upload ? { columns: await headingsOf(upload), data_file: await keep(call, upload) } : undefined
          const session = await transact(call.db, async (db) => {
            const inner = { ...call, db }
            checkStage(await find(inner), body)
            await db
              .updateTable('import_session')
              .set({
                ...objectsIn(body),
                model_type,
                ...(body.update_records === undefined
                  ? {}
                  : { update_records: body.update_records ? (1 as const) : (0 as const) }),
                ...(file ? { data_file: file.data_file, columns: JSON.stringify(file.columns) } : {})
              })
              .where('id', '=', before.id)
              .execute()
            if (file) {
              await dropFiles(db, [before.data_file])
              await db
                .updateTable('import_column')
                .set({ column: '' })
                .where('session_id', '=', before.id)
                .where('column', 'not in', file.columns)
                .execute()
            }
            return await shown(inner, before.id)
          })
          return send(200, session)
        }
      ),
      { find }
    ) as unknown as Handler<Id>

  return {
    operations: {
      ...operations,
      importer_session_create: create,
      importer_session_update: change<'importer_session_update'>(),
      importer_session_partial_update: change<'importer_session_partial_update'>()
    },
    shown
  }
}
