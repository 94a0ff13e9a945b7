// What templates are put together from: snippets, and assets, which are files of any kind.
import { uploadIn } from '#contract/files.ts'
import { resource } from '#crud/resource.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { mediaURL } from '#framework/files/names.ts'
import { FOLDERS, storeReportFile } from './files.ts'

export const reportSnippet = resource('report_snippet', 'report_snippet', {
  className: 'ReportSnippet',
  options: {},
  computed: {},
  search: ['snippet', 'description'],
  order: {} as Record<string, 'id'>,
  defaultOrder: ['id'],
  filters: {},
  toJSON: (row) => ({ pk: row.id, snippet: mediaURL(row.snippet)!, description: row.description }),
  write: {
    columns: { snippet: null, description: 'description' },
    check: async ({ context, before, body, values }) => {
      const upload = uploadIn(body.snippet)
      if (upload) values.snippet = await storeReportFile(context.files, FOLDERS.snippet, upload, before?.snippet)
    },
    saved: async ({ db, before, values }) => {
      if (before && values.snippet !== undefined && values.snippet !== before.snippet)
        await dropFiles(db, [before.snippet])
    },
    remove: async (row, db) => {
      await db.deleteFrom('report_snippet').where('id', '=', row.id).execute()
      await dropFiles(db, [row.snippet])
    }
  }
})

export const reportAsset = resource('report_asset', 'report_asset', {
  className: 'ReportAsset',
  options: {},
  computed: {},
  search: ['asset', 'description'],
  order: {},
  defaultOrder: ['id'],
  filters: {},
  toJSON: (row) => ({ pk: row.id, asset: mediaURL(row.asset)!, description: row.description }),
  write: {
    columns: { asset: null, description: 'description' },
    check: async ({ context, before, body, values }) => {
      const upload = uploadIn(body.asset)
      if (upload) values.asset = await storeReportFile(context.files, FOLDERS.asset, upload, before?.asset)
    },
    saved: async ({ db, before, values }) => {
      if (before && values.asset !== undefined && values.asset !== before.asset) await dropFiles(db, [before.asset])
    },
    remove: async (row, db) => {
      await db.deleteFrom('report_asset').where('id', '=', row.id).execute()
      await dropFiles(db, [row.asset])
    }
  }
})
