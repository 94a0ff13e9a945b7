// The library `report`.
import { tagRefusal, renderingError } from '../errors.ts'
import type { Library, SimpleTag, TagArguments } from '../language.ts'
import { attributeOf } from '../lookup.ts'
import { escapeHTML, isTrue, textOfValue, wholeNumber } from '../python.ts'
import { filteredSet, orderedSet } from '../query.ts'
import type { PictureOptions, TemplateServices } from '../services.ts'
import { simpleTag } from '../simple-tag.ts'
import { SafeText, TemplateObject, TemplateSet } from '../values.ts'
import { ARITHMETIC } from './arithmetic.ts'
import { LIST_TAGS } from './lists.ts'
import { numberTags, textArgument } from './numbers.ts'

/** The parameter of a record by the name of its template, whatever its letters are; null where it has none. */
async function parameterOf(tag: string, record: unknown, name: unknown): Promise<TemplateObject | null> {
  if (!(record instanceof TemplateObject)) throw tagRefusal(`${tag} tag requires a valid Model instance`)
  const set = await attributeOf(record, 'parameters_list')
  const wanted = await textOfValue(name)
  let alike: TemplateObject | null = null
  for (const parameter of set instanceof TemplateSet ? await set.items() : []) {
    if (!(parameter instanceof TemplateObject)) continue
    const own = await textOfValue(await parameter.get('name'))
    if (own === wanted) return parameter
    if (own.toLowerCase() === wanted.toLowerCase()) alike ??= parameter
  }
  return alike
}

const parameterTag: SimpleTag = simpleTag('instance parameter_name', ({ instance, parameter_name: name }) =>
  parameterOf('parameter', instance, name)
)

const parameterValue: SimpleTag = simpleTag('instance parameter_name backup_value=', async (args) => {
  const parameter = await parameterOf('parameter_value', args.instance, args.parameter_name)
  return (parameter && (await parameter.get('data'))) ?? args.backup_value ?? null
})

const picture = async (args: TagArguments): Promise<PictureOptions> => ({
  width: wholeNumber(args.width),
  height: wholeNumber(args.height),
  rotate: wholeNumber(args.rotate),
  form: (await isTrue(args.preview)) ? 'preview' : (await isTrue(args.thumbnail)) ? 'thumbnail' : undefined,
  replacement: await textArgument(args.replacement_file)
})

/** The pictures and files that a page can show. */
const imageTags = (services: TemplateServices): Readonly<Record<string, SimpleTag>> => ({
  part_image: simpleTag('part preview= thumbnail= width= height= rotate= **', async (args) => {
    const record = args.part instanceof TemplateObject ? args.part : undefined
    const found = record && (await services.recordImage(record, 'part', await picture(args)))
    if (found === undefined) throw tagRefusal('part_image tag requires a Part instance')
    return new SafeText(found)
  }),
  company_image: simpleTag('company preview= thumbnail= width= height= rotate= **', async (args) => {
    const record = args.company instanceof TemplateObject ? args.company : undefined
    const found = record && (await services.recordImage(record, 'company', await picture(args)))
    if (found === undefined) throw renderingError('company_image tag requires a Company instance')
    return new SafeText(found)
  }),
  uploaded_image: simpleTag(
    'filename replace_missing= replacement_file= validate= width= height= rotate= raise_error= **',
    async (args) => {
      const name = await textOfValue(args.filename)
      const found = name ? await services.uploadedImage(name, await picture(args)) : undefined
      if (found !== undefined) return new SafeText(found)
      if (args.replace_missing === undefined || (await isTrue(args.replace_missing)))
        return new SafeText((await services.uploadedImage('', await picture(args))) ?? '')
      throw renderingError(`Image file not found: '${name}'`)
    }
  ),
  asset: simpleTag('filename raise_error=', async (args) => {
    const name = await textOfValue(args.filename)
    const found = await services.asset(name)
    if (found !== undefined) return new SafeText(found)
    if (await isTrue(args.raise_error)) throw renderingError(`Asset file not found: '${name}'`)
    return null
  }),
  encode_svg_image: simpleTag('filename raise_error=', async (args) => {
    const name = await textOfValue(args.filename)
    const found = await services.drawing(name)
    if (found !== undefined) return new SafeText(found)
    if (await isTrue(args.raise_error)) throw renderingError(`Media file does not exist: ${name}`)
    return ''
  }),
  logo_image: simpleTag('**', async () => new SafeText(await services.logo()))
})

/** Records that were not in the page yet. */
const queryTags = (services: TemplateServices): Readonly<Record<string, SimpleTag>> => ({
  filter_queryset: simpleTag('queryset **', ({ queryset, named }) =>
    queryset instanceof TemplateSet ? filteredSet(queryset, named) : queryset
  ),
  order_queryset: simpleTag('queryset *', async ({ queryset, rest }) => {
    if (!(queryset instanceof TemplateSet)) return queryset
    const fields: string[] = []
    for (const field of rest) fields.push(await textOfValue(field))
    return orderedSet(queryset, fields)
  }),
  filter_db_model: simpleTag('model_name **', async ({ model_name: model, named }) => {
    const found = await services.records((await textOfValue(model)).toLowerCase(), named)
    return found ?? null
  })
})

/** The tags of `render_html_text`; they are closed in the order that they are opened in, as the reference does it. */
async function htmlText(args: TagArguments): Promise<SafeText> {
  const heading = await textArgument(args.heading)
  const tags = [
    ...((await isTrue(args.bold)) ? ['strong'] : []),
    ...((await isTrue(args.italic)) ? ['em'] : []),
    ...(heading !== undefined && /^h[1-6]$/i.test(heading) ? [heading] : [])
  ]
  const text = await amongHTML(args.text)
  return new SafeText(tags.map((tag) => `<${tag}>`).join('') + text + tags.map((tag) => `</${tag}>`).join(''))
}

/** A value where it stands among HTML: of a record's text no tag may come to be. */
async function amongHTML(value: unknown): Promise<string> {
  const text = await textOfValue(value)
  return value instanceof SafeText ? text : text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const pageTags = (services: TemplateServices): Readonly<Record<string, SimpleTag>> => ({
  internal_link: simpleTag('link text', async ({ link, text }) => {
    const path = escapeHTML((await textOfValue(link)).replace(/^\//, ''))
    return new SafeText(`<a href="${services.baseURL}/${path}">${await amongHTML(text)}</a>`)
  }),
  render_html_text: simpleTag('text bold= italic= heading= **', htmlText),
  icon: simpleTag('name **', async ({ name, named }) => {
    const found = services.icon(await textOfValue(name))
    if (!found) return ''
    const css = escapeHTML(await textOfValue(named.get('class')))
    return new SafeText(`<i class="icon ${css}" style="font-family: ${found.family}">${found.letter}</i>`)
  }),
  include_icon_fonts: simpleTag('**', async () => new SafeText(await services.iconFonts()))
})

/** The library `report`: sums, numbers, texts, lists, pictures, records and links. */
export const reportLibrary = (services: TemplateServices): Library => ({
  simpleTags: {
    ...ARITHMETIC,
    ...LIST_TAGS,
    ...numberTags(services),
    ...imageTags(services),
    ...queryTags(services),
    ...pageTags(services),
    parameter: parameterTag,
    part_parameter: parameterTag,
    parameter_value: parameterValue
  }
})
