// Parts, BOMs and tests as earlier releases wrote them.
import {
  added,
  gone,
  renamed,
  saysNothing,
  without,
  withField,
  type Translation,
  type Translations
} from '#framework/transfer/translate.ts'
import { ownerOf } from '#modules/user/index.ts'
import { testKey } from './test-template.ts'

/** Who is responsible for a part was a user; owners may be groups too. */
const responsibleOwner: Translation = {
  model: 'part.part',
  translate: (parts, { file, translated }) => {
    for (const part of withField(parts, 'responsible')) {
      const { responsible, responsible_owner } = part.fields
      const moves = responsible != null && responsible_owner == null
      without(part, 'responsible', moves ? { responsible_owner: ownerOf(file, responsible) } : {})
      if (moves) translated('part.part.responsible', 'responsible_owner')
    }
  }
}

/** Of which supplier a part is bought by default is said by the supplier part today. */
const primarySupplier: Translation = {
  model: 'part.part',
  translate: (parts, { file, translated, leftOut }) => {
    const supplierParts = new Map(file.of('company.supplierpart').map((record) => [record.pk as unknown, record]))
    for (const part of withField(parts, 'default_supplier')) {
      const named = part.fields.default_supplier
      without(part, 'default_supplier')
      if (named == null) continue
      const supplierPart = supplierParts.get(named)
      if (supplierPart?.fields.part === part.pk) {
        supplierPart.fields = { ...supplierPart.fields, primary: true }
        translated('part.part.default_supplier', 'company.supplierpart.primary')
      } else leftOut('part.part.default_supplier', 'names no supplier part of the part')
    }
  }
}

/** Parts could be tested where they were trackable. */
const testable = added(
  'part.part',
  'testable',
  ({ fields }) => fields.trackable === true,
  'testable, as trackable ones were'
)

/** A BOM that was validated: whether it still was, the file does not say. */
const validatedBoms: Translation = {
  model: 'part.part',
  translate: (parts, { leftOut }) => {
    for (const { fields } of parts)
      if (!Object.hasOwn(fields, 'bom_validated') && !saysNothing(fields.bom_checksum))
        leftOut('part.part', 'its BOM was validated, and counts as not validated until somebody does it again')
  }
}

/** The keys of tests. */
const testKeys = added(
  'part.parttesttemplate',
  'key',
  ({ fields }) => (typeof fields.test_name === 'string' ? testKey(fields.test_name) : undefined),
  'its key'
)

/** Parts, from release to release. */
export const PART_EARLIER: Translations = {
  '0.13': [responsibleOwner],
  '0.14': [testKeys],
  '0.16': [renamed('part.partcategory', 'icon', '_icon')],
  '0.17': [testable],
  '1.0': [
    validatedBoms,
    gone('part.part', 'last_stocktake', 'the newest stocktake of the part tells it'),
    gone('part.partstocktake', 'note', 'stocktakes have no note any more'),
    gone('part.partstocktake', 'user', 'stocktakes no longer say by whom')
  ],
  '1.2': [renamed('part.partcategoryparametertemplate', 'parameter_template', 'template')],
  '1.3': [primarySupplier]
}
