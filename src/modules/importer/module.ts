import type { Handler } from '#contract/types.ts'
import type { Materials, Module } from '#framework/module.ts'
import { acceptFields } from './accept-fields.ts'
import { acceptRows } from './accept-rows.ts'
import { mappingOperations } from './mapping.ts'
import { IMPORT_MODELS } from './models.ts'
import { dropOldSessions } from './old.ts'
import { rowOperations } from './row.ts'
import { sessionOperations } from './session.ts'
import { IMPORTER_TRANSFER } from './transfer.ts'

const models: Handler<'importer_models_list'> = (_call, send) =>
  send(
    200,
    Object.entries(IMPORT_MODELS).map(([model_type, { serializer, api }]) => ({ serializer, model_type, api_url: api }))
  )

function operations({ config, media }: Materials) {
  const { operations: sessions, shown } = sessionOperations(config.importLimits)
  return {
    ...sessions,
    ...mappingOperations,
    ...rowOperations,
    importer_models_list: models,
    importer_session_accept_fields_create: acceptFields(media, config.importLimits, shown),
    importer_session_accept_rows_create: acceptRows
  }
}

/** Files of rows that become records, or change them. */
export const importerModule = {
  name: 'importer',
  models: {
    importsession: {
      table: 'import_session',
      className: 'DataImportSession',
      rulesets: [],
      api: '/api/importer/session/'
    },
    importrow: { table: 'import_row', className: 'DataImportRow', rulesets: [], api: '/api/importer/row/' }
  },
  files: [{ table: 'import_session', column: 'data_file', readers: { userColumn: 'user_id' }, turn: 55 }],
  daily: [{ what: 'old imports', turn: 10, work: dropOldSessions }],
  transfer: IMPORTER_TRANSFER,
  operations
} satisfies Module
