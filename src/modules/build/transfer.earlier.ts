// Build orders as earlier releases wrote them: without lines; what was allocated named the BOM line.
import { textOf } from '#contract/text.ts'
import type { ExportFile, Exported } from '#framework/transfer/file.ts'
import { without, type Translation, type Translations } from '#framework/transfer/translate.ts'

/** The BOM lines of parts: their own, and those that templates above them hand down. */
class BomLines {
  readonly #lines: Map<unknown, Exported[]>
  readonly #templates: Map<unknown, unknown>

  constructor(file: ExportFile) {
    this.#lines = Map.groupBy(file.of('part.bomitem'), ({ fields }) => fields.part)
    this.#templates = new Map(file.of('part.part').map(({ pk, fields }) => [pk, fields.variant_of]))
  }

  of(part: unknown): Exported[] {
    const lines = [...(this.#lines.get(part) ?? [])]
    const seen = new Set([part])
    for (let at = this.#templates.get(part); at != null && !seen.has(at); at = this.#templates.get(at)) {
      seen.add(at)
      lines.push(...(this.#lines.get(at) ?? []).filter(({ fields }) => fields.inherited === true))
    }
    return lines.toSorted((a, b) => a.pk - b.pk)
  }
}

/** Lines of build orders, worked out from BOMs; what is allocated names the line instead of order and BOM line. */
const buildLines: Translation = {
  model: 'build.build',
  translate: (builds, { file, translated, leftOut }) => {
    // Project codes of build orders came with their lines.
    if (file.of('build.buildline').length || builds.every(({ fields }) => Object.hasOwn(fields, 'project_code'))) return
    const boms = new BomLines(file)
    const quantities = new Map(file.of('part.bomitem').map(({ pk, fields }) => [pk as unknown, fields.quantity ?? 1]))
    const buildQuantities = new Map(builds.map(({ pk, fields }) => [pk as unknown, fields.quantity ?? 1]))
    const lines = new Map<string, number>()
    const line = (build: unknown, bomItem: unknown): number => {
      const key = `${textOf(build)} ${textOf(bomItem)}`
      const quantity = (Number(quantities.get(bomItem)) * Number(buildQuantities.get(build))).toFixed(5)
      const pk = lines.get(key) ?? file.add('build.buildline', { build, bom_item: bomItem, quantity })
      lines.set(key, pk)
      return pk
    }
    for (const { pk, fields } of builds) for (const bomItem of boms.of(fields.part)) line(pk, bomItem.pk)
    for (const item of file.of('build.builditem')) {
      const { build, bom_item, build_line } = item.fields
      if (build_line !== undefined) continue
      const known = buildQuantities.has(build) && quantities.has(bom_item)
      if (known) translated('build.builditem.bom_item', 'build_line')
      else leftOut('build.builditem', 'what was allocated names no BOM line, and so no line of its build order')
      without(item, 'build', { build_line: known ? line(build, bom_item) : null })
      without(item, 'bom_item')
    }
    if (lines.size) translated('build.build', 'build.buildline, from the BOM', lines.size)
  }
}

/** Build orders, from release to release. */
export const BUILD_EARLIER: Translations = { '0.12': [buildLines] }
