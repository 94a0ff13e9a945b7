// The library `barcode`: codes as pictures in the page.
import { barcodePicture, linearKind, matrixPicture, type MatrixStyle } from '../barcodes.ts'
import { tagRefusal, renderingError } from '../errors.ts'
import type { Library, TagArguments } from '../language.ts'
import { isTrue, textOfValue, wholeNumber } from '../python.ts'
import { simpleTag } from '../simple-tag.ts'
import { withoutTags } from '../filters/html.ts'
import { SafeText } from '../values.ts'
import { textArgument } from './numbers.ts'

/** What a code holds. @throws TemplateError where there is nothing */
async function dataOf(tag: string, value: unknown): Promise<string> {
  const text = await textOfValue(value)
  if (!text) throw tagRefusal(`${tag}: No data provided to '${tag}' template tag`)
  return text
}

const LEVELS = ['L', 'M', 'Q', 'H']

/** How large the squares of a code and the margin around it are: numbers that make a picture, and no wall. */
const within = (value: unknown, fallback: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, wholeNumber(value) ?? fallback))

async function styleOf(args: TagArguments, scale: number): Promise<MatrixStyle> {
  return {
    scale,
    border: within(args.border, 1, 0, 50),
    fill: (await textArgument(args.fill_color)) ?? 'black',
    back: (await textArgument(args.back_color)) ?? 'white'
  }
}

async function qrCode(args: TagArguments): Promise<SafeText> {
  const text = await dataOf('qrcode', args.data)
  const level = args.error_correction === undefined ? 'M' : await textOfValue(args.error_correction)
  if (!LEVELS.includes(level)) throw renderingError(`'${level}'`)
  const style = await styleOf(args, within(args.box_size, 20, 1, 40))
  const format = (await textArgument(args.format)) ?? 'PNG'
  const version = wholeNumber(args.version)
  return new SafeText(await matrixPicture({ kind: 'qrcode', text, eclevel: level, version }, style, format))
}

async function dataMatrix(args: TagArguments): Promise<SafeText> {
  const text = await dataOf('datamatrix', args.data)
  const kind = (await isTrue(args.rectangular)) ? 'datamatrixrectangular' : 'datamatrix'
  // The reference draws five pixels for each square of a code.
  const style = await styleOf(args, within(args.scale, 1, 1, 40) * 5)
  return new SafeText(await matrixPicture({ kind, text }, style, (await textArgument(args.fmt)) ?? 'PNG'))
}

async function barcode(args: TagArguments): Promise<SafeText> {
  const text = await dataOf('barcode', args.data)
  const name = ((await textArgument(args.barcode_class)) ?? 'code128').toLowerCase()
  const kind = linearKind(name)
  if (!kind) throw renderingError(`The barcode '${name}' is not known.`)
  const shown = args.named.get('write_text')
  return new SafeText(
    await barcodePicture(kind, text, {
      format: (await textArgument(args.format)) ?? 'PNG',
      text: shown === undefined || (await isTrue(shown)),
      height: wholeNumber(args.named.get('module_height'))
    })
  )
}

/** The library `barcode`. */
export const BARCODE_LIBRARY: Library = {
  simpleTags: {
    qrcode: simpleTag(
      'data version= error_correction= box_size= border= optimize= format= fill_color= back_color= **',
      qrCode
    ),
    barcode: simpleTag('data barcode_class= format= **', barcode),
    datamatrix: simpleTag('data fill_color= back_color= scale= border= fmt= rectangular= **', dataMatrix),
    clean_barcode: simpleTag('data', async ({ data }) => withoutTags(await textOfValue(data)).replaceAll('`', ''))
  }
}
