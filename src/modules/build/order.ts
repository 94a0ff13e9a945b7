import { sql } from 'kysely'
import { dated, equals, isSet, modifier, type Builder } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { subtree } from '#crud/tree.ts'
import { duplicateParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { signedIn, type RequestContext } from '#contract/scopes.ts'
import { deleteLeftovers } from '#framework/leftovers.ts'
import { briefParts, variantsOf } from '#modules/part/index.ts'
import { carriesTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { projectCode } from '#modules/project-code/index.ts'
import { labelsOf, ACTIVE_BUILDS } from '#modules/status/index.ts'
import { today } from '#framework/time.ts'
import { briefUsers, isMine, owner } from '#modules/user/index.ts'
import { createLines, updateLineQuantities } from './lines.ts'
import { notifyCreated } from './messages.ts'
import * as query from './order.queries.ts'
import { checkBuildOrder, refuseDeletion } from './order.rules.ts'

type Build = Builder<'build'>

const active = (eb: Build, yes: boolean) => eb('build.status', yes ? 'in' : 'not in', ACTIVE_BUILDS)

const isOverdue = ({ status, target_date: target }: { status: number; target_date: string | null }) =>
  ACTIVE_BUILDS.includes(status) && target !== null && target <= today()

export const buildOrder = resource('build', 'build', {
  className: 'Build',
  options: {
    part_detail: { default: true, needs: ['part', 'build'] },
    user_detail: { default: true },
    project_code_detail: { default: true },
    parameters: { default: false },
    tags: { default: false, filter: carriesTags('build', 'build') }
  },
  computed: { level: query.buildLevel, part_name: query.buildPartColumn('name') },
  search: [
    'reference',
    'title',
    (eb, match) =>
      eb.or([
        match(query.buildPartColumn('name')(eb)),
        match(query.buildPartColumn('IPN')(eb)),
        match(query.buildPartColumn('description')(eb)),
        match(query.buildProjectCode(eb)),
        match(sql`cast(build.priority as text)`)
      ])
  ],
  order: {
    reference: ['reference_int', 'reference'],
    part: query.buildPartColumn('name'),
    IPN: query.buildPartColumn('IPN'),
    part__name: query.buildPartColumn('name'),
    status: 'status',
    creation_date: 'creation_date',
    start_date: 'start_date',
    target_date: 'target_date',
    completion_date: 'completion_date',
    quantity: 'quantity',
    completed: 'completed',
    issued_by: 'issued_by_id',
    responsible: 'responsible_id',
    project_code: query.buildProjectCode,
    priority: 'priority',
    level: query.buildLevel,
    external: 'external'
  },
  defaultOrder: [{ key: ['reference_int', 'reference'], descending: true }],
  filters: {
    status: (eb, key) =>
      eb.or([
        eb('status_custom_key', '=', key),
        eb.and([eb('build.status', '=', key), eb('status_custom_key', 'is', null)])
      ]),
    active,
    outstanding: active,
    overdue: (eb, yes) => {
      const late = eb.and([active(eb, true), eb('target_date', 'is not', null), eb('target_date', '<=', today())])
      return yes ? late : eb.not(late)
    },
    part: (eb, id, _call, { include_variants: variants }) =>
      variants ? eb.or([eb('part_id', '=', id), eb('part_id', 'in', variantsOf(id))]) : eb('part_id', '=', id),
    include_variants: modifier,
    category: (eb, id) =>
      eb('part_id', 'in', (e) =>
        e.selectFrom('part').select('part.id').where('category_id', 'in', subtree('part_category', id))
      ),
    parent: equals('parent_id'),
    ancestor: (eb, id) => eb('build.id', 'in', query.childBuilds(id)),
    exclude_tree: (eb, id) => eb.and([eb('build.id', '!=', id), eb('build.id', 'not in', query.childBuilds(id))]),
    sales_order: equals('sales_order_id'),
    issued_by: equals('issued_by_id'),
    assigned_to: equals('responsible_id'),
    assigned_to_me: isMine('build'),
    external: equals('external'),
    reference: (_eb, text) => sql<boolean>`lower(build.reference) = ${text.toLowerCase()}`,
    project_code: equals('project_code_id'),
    has_project_code: isSet('project_code_id'),
    has_start_date: isSet('start_date'),
    has_target_date: isSet('target_date'),
    created_after: dated('creation_date', '>'),
    created_before: dated('creation_date', '<'),
    start_date_after: dated('start_date', '>'),
    start_date_before: dated('start_date', '<'),
    target_date_after: dated('target_date', '>'),
    target_date_before: dated('target_date', '<'),
    completed_after: dated('completion_date', '>'),
    completed_before: dated('completion_date', '<'),
    min_date: query.inCalendar('>='),
    max_date: query.inCalendar('<='),
    tag_name: carriesTags('build', 'build')
  },
  undeclared: parametric('build', 'build'),
  embed: async (rows, context, view) => {
    const ids = rows.map((row) => row.id)
    const keys = <K extends 'project_code_id' | 'responsible_id'>(column: K) =>
      rows.map((row) => row[column]).filter((id) => id !== null)
    return {
      states: await labelsOf(context.db, 'BuildStatus'),
      parts: view.part_detail
        ? await briefParts(
            context,
            rows.map((row) => row.part_id)
          )
        : undefined,
      users: view.user_detail
        ? await briefUsers(
            context.db,
            rows.map((row) => row.issued_by_id)
          )
        : undefined,
      owners: view.user_detail ? await owner.read(context, keys('responsible_id')) : undefined,
      projects: view.project_code_detail ? await projectCode.read(context, keys('project_code_id')) : undefined,
      parameters: view.parameters ? await parametersOf(context, 'build', ids) : undefined,
      tags: view.tags ? await tagsOf(context.db, 'build', ids) : undefined
    }
  },
  toJSON: (row, also, view) => {
    const project = also.projects && (row.project_code_id === null ? null : also.projects.get(row.project_code_id)!)
    return {
      pk: row.id,
      title: row.title,
      barcode_hash: row.barcode_hash,
      batch: row.batch,
      creation_date: row.creation_date,
      completed: Math.floor(row.completed),
      completion_date: row.completion_date,
      destination: row.destination_id,
      external: row.external === 1,
      parent: row.parent_id,
      part: row.part_id,
      part_name: row.part_name!,
      ...(view.part_detail ? { part_detail: also.parts!.get(row.part_id)! } : {}),
      project_code: row.project_code_id,
      ...(project === undefined ? {} : { project_code_label: project?.code ?? null, project_code_detail: project }),
      overdue: !view.created && isOverdue(row),
      reference: row.reference,
      sales_order: row.sales_order_id,
      quantity: row.quantity,
      start_date: row.start_date,
      status: row.status as 10 | 20 | 25 | 30 | 40,
      status_text:
        also.states.get(row.status_custom_key ?? row.status) ?? also.states.get(row.status) ?? String(row.status),
      status_custom_key: row.status_custom_key ?? row.status,
      target_date: row.target_date,
      take_from: row.take_from_id,
      notes: row.notes,
      link: row.link,
      issued_by: row.issued_by_id,
      ...(view.user_detail
        ? {
            issued_by_detail: row.issued_by_id === null ? null : also.users!.get(row.issued_by_id)!,
            responsible_detail: row.responsible_id === null ? null : also.owners!.get(row.responsible_id)!
          }
        : {}),
      responsible: row.responsible_id,
      ...(view.parameters ? { parameters: also.parameters!.get(row.id)! } : {}),
      priority: row.priority,
      level: row.level,
      ...(view.tags ? { tags: also.tags!.get(row.id)! } : {})
    }
  },
  write: {
    columns: {
      title: 'title',
      batch: 'batch',
      destination: 'destination_id',
      external: 'external',
      parent: 'parent_id',
      part: 'part_id',
      project_code: 'project_code_id',
      reference: 'reference',
      sales_order: 'sales_order_id',
      quantity: 'quantity',
      start_date: 'start_date',
      target_date: 'target_date',
      take_from: 'take_from_id',
      notes: 'notes',
      link: 'link',
      responsible: 'responsible_id',
      priority: 'priority',
      tags: null,
      duplicate: null
    },
    initial: (context) => ({ creation_date: today(), issued_by_id: signedIn(context).id, metadata: '{}' }),
    check: checkBuildOrder,
    saved: async ({ context, db, before, body }, id) => {
      const stored = await db.selectFrom('build').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      if (before) await updateLineQuantities(db, id)
      else await createLines(db, stored)
      if (body.tags) await setTags(db, 'build', id, body.tags)
      if (before) return
      await duplicateParameters(context, 'build', body.duplicate, id)
      await notifyCreated(context, stored)
    },
    remove: async (row, db) => {
      refuseDeletion(row)
      await db.updateTable('build').set({ parent_id: row.parent_id }).where('parent_id', '=', row.id).execute()
      await deleteLeftovers(db, 'build', [row.id])
      await db.deleteFrom('build').where('id', '=', row.id).execute()
    }
  }
})

/**
 * An order as another record shows it; the answer to a PATCH of that leaves out whether the order is overdue
 * (docs/behaviour/build.md#json).
 */
export function shownWithin<Shown extends { overdue?: boolean }>(shown: Shown, { request }: RequestContext): Shown {
  if (request.method !== 'PATCH') return shown
  const { overdue: _overdue, ...rest } = shown
  return rest as Shown
}
