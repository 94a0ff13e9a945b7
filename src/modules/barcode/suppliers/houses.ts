// Which houses put codes on their bags, and what stands in them (docs/behaviour/barcode.md#codes-of-suppliers).
import { braces, identifiedWords, message, articlePage, words, type FieldReader } from './fields.ts'

/** One form of the codes of a house: how it is read, how it is told from those of others, and what its fields mean. */
export interface CodeForm {
  readonly read: FieldReader
  /** CodeFields that are all there, of which one at least is there, of which none is. */
  readonly all: readonly string[]
  readonly any?: readonly string[]
  readonly none?: readonly string[]
  /** Where the house's own number of the article stands; the first that leads to a supplier part counts. */
  readonly sku: readonly string[]
  readonly mpn?: string
  /** Where numbers of the order stand: that of the buyer, that of the house. */
  readonly orders: readonly string[]
  /** What stands between the number of an order and that of its line. */
  readonly line?: string
  readonly quantity?: string
}

/** A house whose codes are understood, where its plugin is switched on. */
export interface House {
  readonly key: string
  readonly plugin: string
  readonly called: string
  /** What the name of the company is, or begins with, whatever the case of its letters. */
  readonly names: readonly string[]
  readonly forms: readonly CodeForm[]
}

const DIGIKEY_END = ['K', '1K', '10K', '11K', '4L', 'Q', '11Z']

export const HOUSES: readonly House[] = [
  {
    key: 'digikeyplugin',
    plugin: 'DigiKeyBarcodePlugin',
    called: 'DigiKey',
    names: ['digikey', 'digi-key'],
    forms: [
      {
        read: message({ start: ['P', '1P', '30P'], end: DIGIKEY_END }, { start: ['P', '1P'], end: DIGIKEY_END }),
        all: ['1P'],
        any: ['11Z', '12Z', '13Z', '20Z'],
        none: ['14K'],
        sku: ['30P', 'P'],
        mpn: '1P',
        orders: ['K', '1K'],
        quantity: 'Q'
      }
    ]
  },
  {
    key: 'lcscplugin',
    plugin: 'LCSCBarcodePlugin',
    called: 'LCSC',
    names: ['lcsc'],
    forms: [
      { read: braces, all: ['pc'], any: ['pbn', 'on'], sku: ['pc'], mpn: 'pm', orders: ['on'], quantity: 'qty' },
      { read: braces, all: ['productCode'], sku: ['productCode'], orders: ['orderNo'] }
    ]
  },
  {
    key: 'mouserplugin',
    plugin: 'MouserBarcodePlugin',
    called: 'Mouser',
    names: ['mouser'],
    forms: [
      {
        read: message({ start: ['K', '14K', '1P'], end: ['Q', '11K', '4L', '1V'] }),
        all: ['14K', '1P', '11K'],
        none: ['11Z', '12Z', '13Z', '20Z'],
        sku: [],
        mpn: '1P',
        orders: ['K'],
        quantity: 'Q'
      }
    ]
  },
  {
    key: 'tmeplugin',
    plugin: 'TMEBarcodePlugin',
    called: 'TME',
    names: ['tme', 'transfer multisort elektronik'],
    forms: [
      {
        read: words,
        all: ['QTY', 'PN'],
        sku: ['PN'],
        mpn: 'MPN',
        orders: ['CPO', 'PO'],
        line: '/',
        quantity: 'QTY'
      },
      {
        read: identifiedWords,
        all: ['P', '1P', 'Q', 'K'],
        sku: ['P'],
        mpn: '1P',
        orders: ['K'],
        line: '/',
        quantity: 'Q'
      },
      { read: articlePage('tme.eu', 'details'), all: ['page'], sku: ['page'], orders: [] }
    ]
  },
  {
    key: 'wuerthplugin',
    plugin: 'WuerthBarcodePlugin',
    called: 'Würth Elektronik',
    names: ['würth', 'wuerth', 'wurth'],
    forms: [
      {
        read: message({ start: ['1P'], end: ['Q', '1T', '16D'] }),
        all: ['1P', 'Q', '1T', '16D'],
        none: ['14K', '11Z', '12Z', '13Z', '20Z'],
        sku: ['1P'],
        mpn: '1P',
        orders: ['K'],
        quantity: 'Q'
      }
    ]
  }
]
