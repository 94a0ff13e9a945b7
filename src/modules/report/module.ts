import type { Module } from '#framework/module.ts'
import { templateFileProblem } from './files.ts'
import { FilterError, readFilters } from './filters.ts'
import { printOperations } from './print/operations.ts'
import { labelMachines, labelPlugins } from './print/printers.ts'
import { LABEL_PLUGINS } from './plugins.ts'
import { reportOperations } from './operations.ts'
import { REPORT_TRANSFER } from './transfer.ts'

/** Whoever looks after the server writes them; everybody who is signed in reads them. */
const RULESETS = ['admin'] as const

/** What is wrong with the form of filters. */
function filtersProblem(text: string): string | undefined {
  try {
    readFilters(text)
  } catch (error) {
    if (error instanceof FilterError) return error.message
    throw error
  }
  return undefined
}

/** Reports and labels: their templates, and the prints that are made of them. */
export const reportModule = {
  name: 'report',
  models: {
    reporttemplate: {
      table: 'report_template',
      className: 'ReportTemplate',
      rulesets: RULESETS,
      subsets: { enabled: 'enabled' },
      api: '/api/report/template/'
    },
    labeltemplate: {
      table: 'label_template',
      className: 'LabelTemplate',
      rulesets: RULESETS,
      subsets: { enabled: 'enabled' },
      api: '/api/label/template/'
    },
    reportsnippet: {
      table: 'report_snippet',
      className: 'ReportSnippet',
      rulesets: RULESETS,
      api: '/api/report/snippet/'
    },
    reportasset: { table: 'report_asset', className: 'ReportAsset', rulesets: RULESETS, api: '/api/report/asset/' }
  },
  plugins: LABEL_PLUGINS,
  lookups: { reporttemplate: [], labeltemplate: [] },
  files: [
    { table: 'report_template', column: 'template', readers: 'everybody', turn: 60 },
    { table: 'label_template', column: 'template', readers: 'everybody', turn: 60 },
    { table: 'report_snippet', column: 'snippet', readers: 'everybody', turn: 60 },
    { table: 'report_asset', column: 'asset', readers: 'everybody', turn: 60 }
  ],
  fileChecks: { template: templateFileProblem },
  textChecks: () => ({ 'template-filters': filtersProblem }),
  initial: { 'report-page-size': ({ settings }) => settings.text('REPORT_DEFAULT_PAGE_SIZE') },
  transfer: REPORT_TRANSFER,
  choices: { 'label-plugins': labelPlugins, 'label-machines': labelMachines },
  operations: (materials) => ({ ...reportOperations, ...printOperations(materials) })
} satisfies Module
