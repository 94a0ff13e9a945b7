import type { Module } from '#framework/module.ts'
import { parameterOperations } from './operations.ts'
import { modelProblem } from './model-types.ts'
import { PARAMETER_TRANSFER } from './transfer.ts'

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
  textChecks: () => ({ 'parameter-model': modelProblem }),
  looseReferences: [
    { table: 'parameter', modelColumn: 'model_type', idColumn: 'model_id', word: 'a parameter', turn: 20 }
  ],
  transfer: PARAMETER_TRANSFER,
  operations: () => parameterOperations
} satisfies Module
