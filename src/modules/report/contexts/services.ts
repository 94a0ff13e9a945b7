// What the libraries of templates ask of this server.
import { sql } from 'kysely'
import type { SettingReader } from '#contract/scopes.ts'
import { COMPATIBLE_WITH } from '#framework/version.ts'
import { currencyCodes, baseCurrency, type Rates } from '#modules/currency/index.ts'
import { ICON_PACK, icons } from '#modules/icons/index.ts'
import { GLOBAL_BY_KEY, typedValue } from '#modules/settings/index.ts'
import { knownStates, type StatusClass } from '#modules/status/index.ts'
import { dictionary } from '#db/dictionary.ts'
import { Decimal } from '#template/decimal.ts'
import { filteredSet } from '#template/query.ts'
import type { TemplateServices } from '#template/services.ts'
import { Money, TemplateObject } from '#template/values.ts'
import type { PageFiles } from './images.ts'
import { ContextRecord, ContextSet, type RecordReader } from './records.ts'
import { StoredFile } from './stored-file.ts'

/** The kinds that templates may list, by the names that the reference has for them. Secrets of users are not among them. */
const LISTED: Readonly<Record<string, string>> = dictionary({
  'part.part': 'part',
  'part.partcategory': 'partcategory',
  'part.bomitem': 'bomitem',
  'part.parttesttemplate': 'parttesttemplate',
  'part.partsellpricebreak': 'salepricebreak',
  'part.partinternalpricebreak': 'internalpricebreak',
  'stock.stockitem': 'stockitem',
  'stock.stocklocation': 'stocklocation',
  'stock.stocklocationtype': 'stocklocationtype',
  'stock.stockitemtestresult': 'stockitemtestresult',
  'company.company': 'company',
  'company.address': 'address',
  'company.contact': 'contact',
  'company.supplierpart': 'supplierpart',
  'company.manufacturerpart': 'manufacturerpart',
  'company.supplierpricebreak': 'supplierpricebreak',
  'build.build': 'build',
  'build.buildline': 'buildline',
  'build.builditem': 'builditem',
  'order.purchaseorder': 'purchaseorder',
  'order.purchaseorderlineitem': 'purchaseorderlineitem',
  'order.purchaseorderextraline': 'purchaseorderextraline',
  'order.salesorder': 'salesorder',
  'order.salesorderlineitem': 'salesorderlineitem',
  'order.salesorderextraline': 'salesorderextraline',
  'order.salesordershipment': 'salesordershipment',
  'order.salesorderallocation': 'salesorderallocation',
  'order.returnorder': 'returnorder',
  'order.returnorderlineitem': 'returnorderlineitem',
  'order.returnorderextraline': 'returnorderextraline',
  'order.transferorder': 'transferorder',
  'order.transferorderlineitem': 'transferorderlineitem',
  'common.projectcode': 'projectcode',
  'common.parameter': 'parameter',
  'common.parametertemplate': 'parametertemplate',
  'common.attachment': 'attachment'
})

/** The states that a label can be asked for, by the words of templates. */
const STATES: Readonly<Record<string, StatusClass>> = dictionary({
  stock: 'StockStatus',
  build: 'BuildStatus',
  purchaseorder: 'PurchaseOrderStatus',
  salesorder: 'SalesOrderStatus',
  returnorder: 'ReturnOrderStatus',
  transferorder: 'TransferOrderStatus'
})

const FAMILY = `inventree-icon-font-${ICON_PACK.prefix}`

/** A setting as a record. */
class SettingObject extends TemplateObject {
  override readonly className = 'InvenTreeSetting'
  readonly #parts: ReadonlyMap<string, unknown>

  constructor(key: string, value: unknown) {
    super()
    const definition = GLOBAL_BY_KEY.get(key)!
    const { name, description, units = '' } = definition
    this.#parts = new Map<string, unknown>([
      ['key', key],
      ['value', value],
      ['name', name],
      ['description', description],
      ['units', units]
    ])
  }

  override get(name: string): unknown {
    return this.#parts.get(name)
  }

  override text(): string {
    return this.#parts.get('key') as string
  }
}

/** The value of a global setting; undefined where there is none of the key. */
function settingValue(settings: SettingReader, key: string): unknown {
  const definition = GLOBAL_BY_KEY.get(key.toUpperCase())
  return definition && typedValue(definition, settings.text(definition.key))
}

/** The letter and the font of an icon such as `ti:package:outline`. */
function iconLetter(name: string): { family: string; letter: string } | undefined {
  const [pack, icon, variant] = name.split(':')
  if (pack !== ICON_PACK.prefix || icon === undefined || variant === undefined) return undefined
  const code = icons().get(icon)?.variants.get(variant)
  return code === undefined ? undefined : { family: FAMILY, letter: String.fromCodePoint(Number.parseInt(code, 16)) }
}

/** What services are made of. */
export interface ServiceSource {
  reader: RecordReader
  rates: Rates
  files: PageFiles
  baseURL: string
}

function convertMoney(rates: Rates, money: Money, currency: string): Money | undefined {
  if (money.currency === currency) return money
  const amount = rates.convert(money.amount.toNumber(), money.currency, currency)
  return amount === null ? undefined : new Money(Decimal.fixed(amount, 6), currency)
}

/** The picture of a part or a company; undefined where a record is neither. */
async function recordImage(
  files: PageFiles,
  record: TemplateObject,
  kind: 'part' | 'company',
  options: Parameters<PageFiles['pictureOr']>[1]
): Promise<string | undefined> {
  if (!(record instanceof ContextRecord) || record.group.shape.table !== kind) return undefined
  const image = await record.get('image')
  return files.pictureOr(image instanceof StoredFile ? image.path : null, options)
}

/** What the libraries of templates ask of this server, for one print. */
export function templateServices({ reader, rates, files, baseURL }: ServiceSource): TemplateServices {
  const { settings } = reader
  return {
    baseURL,
    staticPath: '/static/',
    mediaPath: '/media/',
    defaultCurrency: baseCurrency(settings),
    isCurrency: (code) => currencyCodes(settings.text('CURRENCY_CODES')).includes(code) || isKnownCurrency(code),
    convert: (money, currency) => convertMoney(rates, money, currency),
    priceDecimals: {
      minimum: settings.number('PRICING_DECIMAL_PLACES_MIN'),
      maximum: settings.number('PRICING_DECIMAL_PLACES')
    },
    setting: (key) => settingValue(settings, key),
    settingObject: (key) => {
      const value = settingValue(settings, key)
      return value === undefined ? null : new SettingObject(key.toUpperCase(), value)
    },
    instanceName: settings.text('INVENTREE_INSTANCE'),
    version: COMPATIBLE_WITH,
    records: async (model, conditions) => {
      const name = LISTED[model]
      if (!name) return undefined
      return filteredSet(new ContextSet(() => reader.select(name, sql`1 = 1`)), conditions)
    },
    recordImage: (record, kind, options) => recordImage(files, record, kind, options),
    uploadedImage: (file, options) => files.picture(file, options),
    drawing: (file) => files.drawing(file),
    asset: (file) => files.asset(file),
    logo: () => files.logo(),
    icon: iconLetter,
    iconFonts: () => files.iconFonts(FAMILY),
    statusLabel: (kind, key) => {
      const states = STATES[kind.toLowerCase()]
      const found = states && knownStates(states).find((state) => state.key === key)
      return found && { text: found.label, color: found.color }
    },
    // Of plugins, templates know what is built in.
    hasMixin: (name) => name === 'labels'
  }
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether the world knows a currency, though this server may not work with it. */
const isKnownCurrency = (code: string): boolean => CURRENCIES.has(code)
