// What prints labels: parts of this server under the names that clients know from plugins of InvenTree.
import type { Plugin } from '#framework/plugin.ts'

const DEBUG = {
  key: 'DEBUG',
  name: 'Debug mode',
  description: 'Labels come as HTML in place of PDF',
  type: 'boolean',
  default: 'False'
} as const

export const LABEL_PLUGINS: readonly Plugin[] = [
  {
    key: 'inventreelabel',
    name: 'InvenTreeLabel',
    humanName: 'InvenTree PDF label printer',
    description: 'Makes a PDF with a page for each label',
    version: '1.1.0',
    mixins: ['settings', 'labels'],
    mandatory: true,
    settings: [DEBUG]
  },
  {
    key: 'inventreelabelmachine',
    name: 'InvenTreeLabelMachine',
    humanName: 'InvenTree machine label printer',
    description: 'Sends labels to a printer',
    version: '1.0.0',
    mixins: ['labels'],
    mandatory: true
  },
  {
    key: 'inventreelabelsheet',
    name: 'InvenTreeLabelSheet',
    humanName: 'InvenTree Label Sheet Printer',
    description: 'Puts many labels on each page of a sheet',
    version: '1.0.1',
    mixins: ['settings', 'labels'],
    settings: [DEBUG]
  }
]
