// Companies and supplier parts as earlier releases wrote them.
import { textOf } from '#contract/text.ts'
import { without, withField, type Translation, type Translations } from '#framework/transfer/translate.ts'

/** How long the lines of an address may be. */
const LINE = 50

/** The one address of a company was a text. */
const companyAddress: Translation = {
  model: 'company.company',
  translate: (companies, { file, translated }) => {
    for (const company of withField(companies, 'address')) {
      const text = textOf(company.fields.address ?? '', Infinity)
        .replaceAll(/\s+/g, ' ')
        .trim()
      without(company, 'address')
      if (!text) continue
      // A long one goes on in the second line; what that cannot hold is left to whoever ships.
      const [line1, line2, rest] = [text.slice(0, LINE), text.slice(LINE, 2 * LINE), text.slice(2 * LINE)]
      file.add('company.address', {
        company: company.pk,
        title: 'Primary',
        primary: true,
        line1,
        line2,
        shipping_notes: rest
      })
      translated('company.company.address', 'company.address')
    }
  }
}

/** How many a pack holds was a number; today it may have a unit. */
const packQuantity: Translation = {
  model: 'company.supplierpart',
  translate: (supplierParts, { translated }) => {
    for (const supplierPart of withField(supplierParts, 'pack_size')) {
      const { pack_size, pack_quantity } = supplierPart.fields
      const size = Number(pack_size)
      const moves = pack_size != null && pack_quantity === undefined && Number.isFinite(size)
      without(
        supplierPart,
        'pack_size',
        moves ? { pack_quantity: String(size), pack_quantity_native: textOf(pack_size) } : {}
      )
      if (moves) translated('company.supplierpart.pack_size', 'pack_quantity')
    }
  }
}

/** Companies, from release to release. */
export const COMPANY_EARLIER: Translations = { '0.12': [companyAddress, packQuantity] }
