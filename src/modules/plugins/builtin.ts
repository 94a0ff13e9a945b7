// The parts of this server that clients know as plugins, under the names that they know.

/** A setting of a plugin: all of them are flags. */
interface Flag {
  key: string
  name: string
  description: string
}

/** A part of the server that clients know as a plugin. */
export interface BuiltinPlugin {
  key: string
  name: string
  humanName: string
  description: string
  version: string
  /** What it can do. */
  mixins: readonly (keyof typeof MIXINS)[]
  /** Whether it cannot be switched off; the others are off until they are switched on. */
  isMandatory: boolean
  settings: readonly Flag[]
}

/** What plugins can do, with what people call it. */
export const MIXINS = { base: 'base', settings: 'Settings', labels: 'Label printing' } as const

const DEBUG: Flag = { key: 'DEBUG', name: 'Debug mode', description: 'Labels come as HTML in place of PDF' }

/**
 * The keys of further plugins that InvenTree brings: parts of this server do what they do, and are not to be seen as
 * plugins.
 */
export const OTHER_PLUGINS: ReadonlySet<string> = new Set(
  `autocreatebuilds autoiissueorders bom-exporter digikeyplugin inventree-email-notification inventree-exporter
  inventree-machines inventree-slack-notification inventree-stocktake-exporter inventree-ui-notification inventreebarcode
  inventreecurrencyexchange lcscplugin mouserplugin parameter-exporter partnotificationsplugin tmeplugin`.split(/\s+/)
)

export const BUILTIN_PLUGINS: readonly BuiltinPlugin[] = [
  {
    key: 'inventreelabel',
    name: 'InvenTreeLabel',
    humanName: 'InvenTree PDF label printer',
    description: 'Makes a PDF with a page for each label',
    version: '1.1.0',
    mixins: ['base', 'settings', 'labels'],
    isMandatory: true,
    settings: [DEBUG]
  },
  {
    key: 'inventreelabelmachine',
    name: 'InvenTreeLabelMachine',
    humanName: 'InvenTree machine label printer',
    description: 'Sends labels to a printer',
    version: '1.0.0',
    mixins: ['base', 'labels'],
    isMandatory: true,
    settings: []
  },
  {
    key: 'inventreelabelsheet',
    name: 'InvenTreeLabelSheet',
    humanName: 'InvenTree Label Sheet Printer',
    description: 'Puts many labels on each page of a sheet',
    version: '1.0.1',
    mixins: ['base', 'settings', 'labels'],
    isMandatory: false,
    settings: [DEBUG]
  }
]
