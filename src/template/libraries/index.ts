// Everything that `{% load %}` finds.
import type { Library } from '../language.ts'
import type { TemplateServices } from '../services.ts'
import { BARCODE_LIBRARY } from './barcode.ts'
import { extrasLibrary } from './extras.ts'
import { HUMANIZE } from './humanize.ts'
import { I18N } from './i18n.ts'
import { L10N, TZ } from './l10n.ts'
import { MARKDOWN } from './markdown.ts'
import { genericLibrary, pluginLibrary, staticLibrary } from './pages.ts'
import { reportLibrary } from './report.ts'

/**
 * Everything that `{% load %}` finds, by its names.
 *
 * @param services what the libraries know of the domain
 */
export const standardLibraries = (services: TemplateServices): Readonly<Record<string, Library>> => ({
  barcode: BARCODE_LIBRARY,
  generic: genericLibrary(services),
  humanize: HUMANIZE,
  i18n: I18N,
  inventree_extras: extrasLibrary(services),
  l10n: L10N,
  markdownify: MARKDOWN,
  plugin_extras: pluginLibrary(services),
  report: reportLibrary(services),
  static: staticLibrary(services),
  tz: TZ
})
