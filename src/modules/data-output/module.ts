import type { Module } from '#framework/module.ts'
import { EXPORTER_PLUGIN } from './plugin.ts'
import { dropOldDataOutputs, type DataOutputs } from './data-outputs.ts'

declare module '#framework/module.ts' {
  interface Materials {
    /** Makes data outputs, and knows where files are kept. */
    outputs: DataOutputs
  }
}

/** Files that are made on demand. */
export const dataOutputModule = {
  name: 'data-output',
  models: {
    dataoutput: { table: 'data_output', className: 'DataOutput', rulesets: [], api: '/api/data-output/' }
  },
  files: [{ table: 'data_output', column: 'output', readers: { userColumn: 'user_id' }, turn: 50 }],
  daily: [{ what: 'old files made on demand', turn: 10, work: ({ db }) => dropOldDataOutputs(db) }],
  plugins: [EXPORTER_PLUGIN],
  operations: ({ outputs }) => outputs.operations
} satisfies Module
