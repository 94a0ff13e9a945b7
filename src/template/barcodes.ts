// Draws barcodes as pictures that stand in the page itself. The library is loaded with the first.
import { dictionary } from '#db/dictionary.ts'
import { inThread } from '#framework/thread.ts'
import { renderingError } from './errors.ts'
import { squaresAsPNG, type Color, type Squares } from './png.ts'
import { barcodeLibrary, drawnSquares, type SquareOptions } from './squares.ts'

/** A code of squares. */
export interface MatrixCode {
  kind: 'qrcode' | 'datamatrix' | 'datamatrixrectangular'
  text: string
  /** How much of a QR code may be damaged: L, M, Q or H. */
  eclevel?: string | undefined
  /** How large a QR code is at least, 1 to 40. */
  version?: number | undefined
}

/** How a code of squares is drawn. */
export interface MatrixStyle {
  /** Pixels of a square. */
  scale: number
  /** Squares around the code. */
  border: number
  fill: string
  back: string
}

const NAMED_COLORS: Readonly<Record<string, string>> = dictionary({
  black: '000000',
  white: 'ffffff',
  red: 'ff0000',
  green: '008000',
  blue: '0000ff',
  yellow: 'ffff00',
  orange: 'ffa500',
  purple: '800080',
  gray: '808080',
  grey: '808080',
  silver: 'c0c0c0',
  navy: '000080',
  teal: '008080',
  maroon: '800000',
  olive: '808000',
  lime: '00ff00',
  aqua: '00ffff',
  cyan: '00ffff',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  brown: 'a52a2a',
  pink: 'ffc0cb',
  transparent: 'ffffff'
})

/** @throws TemplateError where a colour has no such name */
function colorOf(name: string): Color {
  const lower = name.trim().toLowerCase()
  const hex = (Object.hasOwn(NAMED_COLORS, lower) ? NAMED_COLORS[lower]! : lower).replace(/^#/, '')
  const long = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  if (!/^[0-9a-f]{6}$/.test(long)) throw renderingError(`unknown color specifier: '${name}'`)
  return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)) as unknown as Color
}

/** What the library complains of, without the name of its function. */
function complaint(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error as string)
  return renderingError(message.replace(/^bwipp\.\w+#\d+: /, ''))
}

/** No label has room for a code of more. */
const MAX_TEXT = 600
/** The codes of longer texts take so long that others would have to wait: they are worked out in a thread. */
const QUICK_TEXT = 60
/** How long a thread may take, in seconds. */
const PATIENCE = 20

const THREAD = new URL(`./barcodes.worker${import.meta.url.slice(-3)}`, import.meta.url)

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield item
}

/** @throws where the text does not fit into the code */
async function squaresOf(options: SquareOptions): Promise<Squares> {
  if (options.text.length <= QUICK_TEXT) return drawnSquares(options)
  return JSON.parse(await inThread<string>(THREAD, only(options), PATIENCE)) as Squares
}

async function squaresOfCode({ kind, text, eclevel, version }: MatrixCode): Promise<Squares> {
  if (text.length > MAX_TEXT) throw renderingError(`A barcode holds at most ${MAX_TEXT} characters`)
  const options: SquareOptions = { bcid: kind, text, ...(eclevel ? { eclevel } : {}) }
  const isSized = version !== undefined && version >= 1 && version <= 40
  try {
    return await squaresOf(isSized ? { ...options, version } : options)
  } catch (error) {
    if (!isSized) throw complaint(error)
  }
  // A text that is too long for the size that was asked for gets the size that it needs.
  try {
    return await squaresOf(options)
  } catch (error) {
    throw complaint(error)
  }
}

const FORMATS = ['PNG', 'JPEG', 'WEBP', 'GIF', 'TIFF'] as const

/** A picture as the address of an image. */
async function asAddress(png: Buffer, format: string): Promise<string> {
  const upper = format.toUpperCase() === 'JPG' ? 'JPEG' : format.toUpperCase()
  const known = FORMATS.find((each) => each === upper)
  if (!known) throw renderingError(`'${upper}'`)
  const word = known.toLowerCase() as Lowercase<typeof known>
  const bytes = word === 'png' ? png : await converted(png, word)
  return `data:image/${word};charset=utf-8;base64,${bytes.toString('base64')}`
}

async function converted(png: Buffer, format: 'jpeg' | 'webp' | 'gif' | 'tiff'): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(png).toFormat(format).toBuffer()
}

/** A code of squares as an address with the picture in it. @throws TemplateError where it cannot be drawn */
export async function matrixPicture(code: MatrixCode, style: MatrixStyle, format: string): Promise<string> {
  const colors = [colorOf(style.fill), colorOf(style.back)] as const
  return asAddress(await squaresAsPNG(await squaresOfCode(code), style.scale, style.border, colors), format)
}

/** A kind of barcode with bars. */
export interface LinearKind {
  /** What the library calls it. */
  bcid: string
  /** How many digits it takes; letters are refused then, and zeros put before fewer digits. */
  digits?: number
  /** What messages call it. */
  title?: string
  /** What stands before, or behind, what is told. */
  prefix?: string
  suffix?: string
  /** Whether the number of digits has to be even. */
  even?: true
  parsefnc?: true
}

const EAN13: LinearKind = { bcid: 'ean13', digits: 12, title: 'EAN' }
const UPC: LinearKind = { bcid: 'upca', digits: 11, title: 'UPC' }
const GS1: LinearKind = { bcid: 'code128', prefix: '^FNC1', parsefnc: true }
const CODABAR: LinearKind = { bcid: 'rationalizedCodabar' }

const LINEAR: Readonly<Record<string, LinearKind>> = dictionary({
  code39: { bcid: 'code39' },
  code128: { bcid: 'code128' },
  ean: EAN13,
  ean13: EAN13,
  'ean13-guard': EAN13,
  ean8: { bcid: 'ean8', digits: 7, title: 'EAN' },
  'ean8-guard': { bcid: 'ean8', digits: 7, title: 'EAN' },
  ean14: { bcid: 'itf14', digits: 13, title: 'EAN' },
  jan: EAN13,
  isbn: EAN13,
  isbn13: EAN13,
  isbn10: { bcid: 'ean13', digits: 9, title: 'ISBN', prefix: '978' },
  issn: { bcid: 'ean13', digits: 7, title: 'ISSN', prefix: '977', suffix: '00' },
  upc: UPC,
  upca: UPC,
  gs1: GS1,
  gs1_128: GS1,
  itf: { bcid: 'interleaved2of5', even: true },
  pzn: { bcid: 'pzn', digits: 6, title: 'PZN' },
  'nw-7': CODABAR,
  codabar: CODABAR
})

/** The kind of barcode of a name; undefined where there is none. */
export const linearKind = (name: string): LinearKind | undefined =>
  Object.hasOwn(LINEAR, name) ? LINEAR[name] : undefined

function encoded(kind: LinearKind, text: string): string {
  const { digits, title, prefix = '', suffix = '' } = kind
  const even = kind.even && text.length % 2 ? `0${text}` : text
  if (digits === undefined) return prefix + even
  const padded = text.padStart(digits, '0')
  if (!/^\d+$/.test(padded)) throw renderingError(`${title} code can only contain numbers ${padded}.`)
  // What is longer has a check digit already, which follows from the others.
  return prefix + padded.slice(0, digits) + suffix
}

/** How a barcode with bars is drawn. */
export interface LinearStyle {
  format: string
  /** Whether the text stands below the bars. */
  text: boolean
  /** Millimetres. */
  height?: number | undefined
}

/** A barcode with bars as an address with the picture in it. @throws TemplateError where it cannot be drawn */
export async function barcodePicture(kind: LinearKind, text: string, style: LinearStyle): Promise<string> {
  const data = encoded(kind, text)
  if (data.length > 200) throw renderingError('A barcode of bars holds at most 200 characters')
  const { toBuffer } = await barcodeLibrary()
  try {
    const png = await toBuffer({
      bcid: kind.bcid,
      text: data,
      scale: 3,
      height: Math.max(3, Math.min(100, style.height ?? 15)),
      includetext: style.text,
      textxalign: 'center',
      padding: 3,
      backgroundcolor: 'FFFFFF',
      ...(kind.parsefnc ? { parsefnc: true } : {})
    })
    return await asAddress(png, style.format)
  } catch (error) {
    throw complaint(error)
  }
}
