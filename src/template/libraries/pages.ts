// The small libraries `static`, `plugin_extras` and `generic`.
import type { Library, TagCompiler } from '../language.ts'
import { node, requireSyntax } from '../nodes.ts'
import { escapeHTML, textOfValue, wholeNumber } from '../python.ts'
import type { TemplateServices } from '../services.ts'
import { simpleTag } from '../simple-tag.ts'
import { SafeText } from '../values.ts'

/** {% static "img/logo.png" as name %} */
const staticTag =
  (path: string): TagCompiler =>
  (reader, content) => {
    const [tag, file, as, name] = reader.words(content)
    requireSyntax(file, `'${tag}' takes at least one argument (path to file)`)
    const value = reader.expression(file)
    return node(async (rendering) => {
      const address = path + encodeURI((await textOfValue(await value.resolve(rendering))).toWellFormed())
      if (as === 'as' && name) {
        rendering.set(name, address)
        return ''
      }
      return rendering.budget.made(rendering.autoescape ? escapeHTML(address) : address)
    })
  }

/** {% get_static_prefix as name %} */
const prefixTag =
  (prefix: string): TagCompiler =>
  (reader, content) => {
    const [tag, as, name] = reader.words(content)
    requireSyntax(as === undefined || as === 'as', `First argument in '${tag}' must be 'as'`)
    return node((rendering) => {
      if (!name) return rendering.budget.made(prefix)
      rendering.set(name, prefix)
      return ''
    })
  }

/** The library `static`. */
export const staticLibrary = ({ staticPath, mediaPath }: TemplateServices): Library => ({
  tags: {
    static: staticTag(staticPath),
    get_static_prefix: prefixTag(staticPath),
    get_media_prefix: prefixTag(mediaPath)
  }
})

/** The library `plugin_extras`; which plugins of others there are, templates are not told. */
export const pluginLibrary = (services: TemplateServices): Library => ({
  simpleTags: {
    plugin_list: simpleTag('**', () => []),
    inactive_plugin_list: simpleTag('**', () => []),
    plugin_settings: simpleTag('plugin **', () => new Map()),
    plugin_errors: simpleTag('**', () => []),
    mixin_enabled: simpleTag('plugin key **', () => false),
    mixin_available: simpleTag('mixin **', async ({ mixin }) => services.hasMixin(await textOfValue(mixin))),
    safe_url: simpleTag('view_name *', async ({ view_name: view, rest }, { environment }) => {
      const address = environment.url(await textOfValue(view), rest, new Map())
      return address ?? null
    })
  }
})

/** The library `generic`. */
export const genericLibrary = (services: TemplateServices): Library => ({
  simpleTags: {
    status_label: simpleTag('typ key **', async ({ typ, key }) => {
      const number = wholeNumber(key)
      const label = number === undefined ? undefined : await services.statusLabel(await textOfValue(typ), number)
      if (!label) return ''
      const { text, color } = label
      return new SafeText(`<span class='badge rounded-pill bg-${escapeHTML(color)}'>${escapeHTML(text)}</span>`)
    })
  }
})
