import type { SettingDefinition } from '#framework/setting.ts'
import type { PrinterStatus } from '#framework/plugins/interface.ts'
import { dictionary } from '#db/dictionary.ts'

/** A kind of machines. */
export interface MachineType {
  readonly slug: string
  readonly name: string
  readonly description: string
  /** What its states are called, and the one that a machine has of which nothing is known. */
  readonly statusModel: string
  readonly unknown: number
  readonly settings: readonly SettingDefinition[]
}

/** Printers of labels. */
export const LABEL_PRINTER: MachineType = {
  slug: 'label-printer',
  name: 'Label Printer',
  description: 'Directly print labels for various items.',
  statusModel: 'LabelPrinterStatus',
  unknown: 101,
  settings: [
    {
      key: 'LOCATION',
      name: 'Printer Location',
      description: 'Scope the printer to a specific location',
      type: 'related field',
      default: '',
      model: 'stock.stocklocation',
      apiUrl: '/api/stock/location/'
    }
  ]
}

/** The kinds of machines that the server knows. */
export const MACHINE_TYPES: Readonly<Record<string, MachineType>> = dictionary({ 'label-printer': LABEL_PRINTER })

/** The states of a printer of labels: openapi/machine/machine.yaml says what each means. */
export const PRINTER_STATES: readonly number[] = [100, 101, 110, 200, 301, 302, 400, 500] satisfies PrinterStatus[]
