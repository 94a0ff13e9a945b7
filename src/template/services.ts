// What the libraries ask of the domain. Whoever renders templates brings an object of this form.
import type { Awaitable, Money, TemplateObject, TemplateSet } from './values.ts'

/** How a picture is to be shown, in pixels and degrees; what is missing stays as it is. */
export interface PictureOptions {
  width?: number | undefined
  height?: number | undefined
  rotate?: number | undefined
  /** One of the small forms that the server keeps, where there is one. */
  form?: 'preview' | 'thumbnail' | undefined
  /** What stands in where there is no picture; undefined: an image that says so. */
  replacement?: string | undefined
}

/** What the libraries ask of the domain. Addresses are those of this server, with its site URL. */
export interface TemplateServices {
  /** The address of the server, without a slash at its end. */
  baseURL: string
  /** The path that static files lie below, with slashes around it. */
  staticPath: string
  /** The path that uploaded files lie below. */
  mediaPath: string
  /** Three letters. */
  defaultCurrency: string
  /** Whether there is such a currency. */
  isCurrency(code: string): boolean
  /** An amount in another currency; undefined where no rate is known. */
  convert(money: Money, currency: string): Money | undefined
  /** How many places prices have at least, and at most. */
  priceDecimals: { minimum: number; maximum: number }
  /** The value of a setting that templates may know, of the server or of a user; undefined for all others. */
  setting(key: string, user?: unknown): Awaitable<unknown>
  /** The same setting as a record. */
  settingObject(key: string, user?: unknown): Awaitable<TemplateObject | null>
  instanceName: string
  version: string
  /** The records of a kind, such as `part.part`, that fulfil conditions; undefined where templates may not see any. */
  records(model: string, conditions: ReadonlyMap<string, unknown>): Awaitable<TemplateSet | undefined>
  /** The picture of a part or a company as an address, mostly one with the data in it; undefined: it has no pictures. */
  recordImage(record: TemplateObject, kind: 'part' | 'company', options: PictureOptions): Awaitable<string | undefined>
  /** An uploaded picture, in the same way; undefined where there is none of the name. */
  uploadedImage(file: string, options: PictureOptions): Awaitable<string | undefined>
  /** A drawing among the uploaded files; undefined where there is none. */
  drawing(file: string): Awaitable<string | undefined>
  /** A file that was uploaded for templates; undefined where there is none. */
  asset(file: string): Awaitable<string | undefined>
  /** The logo of the server. */
  logo(): Awaitable<string>
  /** The family of the font and the letter that draw an icon; undefined where there is none of the name. */
  icon(name: string): { family: string; letter: string } | undefined
  /** A style sheet that brings the fonts of icons. */
  iconFonts(): Awaitable<string>
  /** The label of a state, such as `Pending`, as HTML; undefined where there is none. */
  statusLabel(kind: string, key: number): Awaitable<{ text: string; color: string } | undefined>
  /** Whether plugins that do something of a kind are there. */
  hasMixin(name: string): boolean
}
