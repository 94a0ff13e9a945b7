import { signedIn } from '#contract/scopes.ts'
import type { Handler } from '#contract/types.ts'
import { equals } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { bulkSelection } from '#crud/selection.ts'
import { shownTime } from '#framework/time.ts'
import { webPath } from '#framework/web.ts'
import { ageInWords } from './age.ts'
import { subjects, type Subject } from './subjects.ts'

/**
 * The module for notifications: each user sees their own.
 *
 * @param siteURL the address under which people reach the server, where the configuration fixes it
 */
export function notificationsOperations(siteURL: string | null) {
  const { operations } = resource('notifications', 'notification_message', {
    className: 'NotificationMessage',
    options: {},
    computed: {},
    visible: (eb, context) => eb('user_id', '=', signedIn(context).id),
    search: ['name', 'message'],
    order: { category: 'category', name: 'name', read: 'read', creation: 'creation' },
    defaultOrder: ['id'],
    filters: { category: equals('category'), read: equals('read') },
    embed: (rows, { db, settings }) =>
      subjects(
        db,
        settings,
        rows.flatMap(
          (row) =>
            [
              [row.target_model_type, row.target_model_id],
              [row.source_model_type, row.source_model_id]
            ] as const
        )
      ),
    toJSON: (row, find, _view, context) => {
      const age = Math.max(0, Math.floor((Date.now() - Date.parse(row.creation)) / 1000))
      // Where its reader came from; the setting counts where the configuration says nothing of addresses.
      const told = siteURL === null ? context.settings.text('INVENTREE_BASE_URL') : ''
      const site = told || context.baseURL
      const linked = (subject: Subject | null) => {
        const path = subject && webPath(subject.model_type, subject.model_id)
        return subject && path ? { ...subject, link: site + path } : subject
      }
      return {
        pk: row.id,
        target: linked(find(row.target_model_type, row.target_model_id)),
        source: find(row.source_model_type, row.source_model_id),
        user: row.user_id!,
        category: row.category,
        name: row.name,
        message: row.message,
        creation: shownTime(row.creation),
        age,
        age_human: ageInWords(age),
        read: row.read === 1
      }
    },
    write: { columns: { read: 'read' } }
  })

  const readAll: Handler<'notifications_readall_create'> = async (call, send) => {
    await call.db
      .updateTable('notification_message')
      .set({ read: 1 })
      .where('user_id', '=', signedIn(call).id)
      .where('read', '=', 0)
      .execute()
    return send(200, { status: 'ok' })
  }

  // Those of other users may be named; they are neither deleted nor counted.
  const deleteMany: Handler<'notifications_bulk_destroy'> = async (call, send) => {
    const count = await call.db.transaction().execute(async (db) => {
      const rows = await bulkSelection(
        db.selectFrom('notification_message').select(['id', 'user_id']),
        'notification_message',
        call
      )
      const own = rows.filter(({ user_id }) => user_id === signedIn(call).id).map(({ id }) => id as number)
      if (own.length) await db.deleteFrom('notification_message').where('id', 'in', own).execute()
      return own.length
    })
    return send(200, { success: `Deleted ${count} items` })
  }

  return {
    ...operations,
    notifications_readall_create: readAll,
    notifications_bulk_destroy: Object.assign(deleteMany, { readsBody: true })
  }
}
