// Parts, BOMs and tests as earlier releases wrote them.
import { added, saysNothing, without, withField, type Translation } from '#framework/transfer/translate.ts'
import { ownerOf } from '../user/transfer.earlier.ts'
import { testKey } from './test-template.ts'

/** Who is responsible for a part was a user; owners may be groups too. */
export const responsibleOwner: Translation = {
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
export const primarySupplier: Translation = {
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
export const testable = added(
  'part.part',
  'testable',
  ({ fields }) => fields.trackable === true,
  'testable, as trackable ones were'
)

/** A BOM that was validated: whether it still was, the file does not say. */
export const validatedBoms: Translation = {
  model: 'part.part',
  translate: (parts, { leftOut }) => {
    for (const { fields } of parts)
      if (!Object.hasOwn(fields, 'bom_validated') && !saysNothing(fields.bom_checksum))
        leftOut('part.part', 'its BOM was validated, and counts as not validated until somebody does it again')
  }
}

const NUMBER = /^\d{1,10}(?:\.\d{1,10})?$/

/** What a build wastes: a percentage, or a number of items. */
export const overage: Translation = {
  model: 'part.bomitem',
  translate: (lines, { translated, leftOut }) => {
    for (const line of withField(lines, 'overage')) {
      const text = String(line.fields.overage ?? '').trim()
      const [amount, percent] = [text.replace(/\s*%$/, ''), text.endsWith('%')]
      const number = NUMBER.test(amount) ? Number(amount) : undefined
      const into = percent
        ? { attrition: Math.min(number ?? 0, 100).toFixed(3) }
        : { setup_quantity: number?.toFixed(5) }
      without(line, 'overage', number === undefined ? {} : into)
      if (number !== undefined) translated('part.bomitem.overage', Object.keys(into)[0]!)
      else if (text) leftOut('part.bomitem.overage', 'is neither a number nor a percentage')
    }
  }
}

/** The quantity as it was typed in; at first it was a number. */
export const rawAmounts = added(
  'part.bomitem',
  'raw_amount',
  ({ fields: { quantity } }) => {
    const number = Number(quantity)
    return quantity != null && Number.isFinite(number) ? String(number) : undefined
  },
  'its raw_amount'
)

/** The keys of tests. */
export const testKeys = added(
  'part.parttesttemplate',
  'key',
  ({ fields }) => (typeof fields.test_name === 'string' ? testKey(fields.test_name) : undefined),
  'its key'
)
