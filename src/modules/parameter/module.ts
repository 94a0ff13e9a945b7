import type { Module } from '#framework/module.ts'
import { parameterExporter } from './exporter.ts'
import { parameterOperations } from './operations.ts'
import { contentType } from '#modules/contenttype/index.ts'
import { modelProblem, PARAMETRIC } from './model-types.ts'
import { PARAMETER_EXPORTER_PLUGIN } from './plugin.ts'
import { PARAMETER_TRANSFER } from './transfer.ts'
import { PARAMETER_EARLIER } from './transfer.earlier.ts'

/** Parameters of records, and their templates. */
export const parameterModule = {
  name: 'parameter',
  models: {
    parameter: { table: 'parameter', className: 'Parameter', rulesets: [], api: '/api/parameter/' },
    parametertemplate: {
      table: 'parameter_template',
      className: 'ParameterTemplate',
      rulesets: [],
      api: '/api/parameter/template/'
    }
  },
  lookups: {
    parameter: [],
    parametertemplate: ['name']
  },
  leftovers: [
    (db, model, ids) =>
      db.deleteFrom('parameter').where('model_type', '=', model).where('model_id', 'in', ids).execute()
  ],
  choices: {
    'parameter-models': () =>
      Object.entries(PARAMETRIC).map(([model, value]) => ({ value, display_name: contentType(model)!.name }))
  },
  textChecks: () => ({ 'parameter-model': modelProblem }),
  looseReferences: [
    { table: 'parameter', modelColumn: 'model_type', idColumn: 'model_id', word: 'a parameter', turn: 20 }
  ],
  transfer: PARAMETER_TRANSFER,
  earlier: PARAMETER_EARLIER,
  plugins: [PARAMETER_EXPORTER_PLUGIN],
  exporters: { 'parameter-exporter': parameterExporter },
  operations: () => parameterOperations
} satisfies Module
