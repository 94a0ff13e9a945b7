import { sql } from 'kysely'
import { refused } from '#contract/errors.ts'
import { uploadIn } from '#contract/files.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'
import { baseCurrency, checkCurrency } from '#modules/currency/index.ts'
import { dropFiles } from '#framework/files/dropped.ts'
import { safeName, splitName } from '#framework/files/names.ts'
import { storePicture } from '#framework/files/pictures.ts'
import { duplicateParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { imageURL } from '#modules/part/index.ts'
import { carriesTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { COMPANY_ROLES, primaryAddresses } from './brief.ts'
import { deleteCompany } from './remove.ts'

type Company = Builder<'company'>

/** How many supplier parts, and how many manufacturer parts, a company has. */
const partsSupplied = (_eb: Company) =>
  sql<number>`(select count(*) from supplier_part s where s.supplier_id = company.id)`
const partsManufactured = (_eb: Company) =>
  sql<number>`(select count(*) from manufacturer_part m where m.manufacturer_id = company.id)`

/** Stores the picture that was sent, under the company's number, and lets go of the one before. */
async function setPicture({ context, db, before, body }: Change<'company', 'company'>, id: number): Promise<void> {
  const upload = uploadIn(body.image)
  if (upload === undefined) return
  if (upload) {
    const { ending } = splitName(safeName(upload.filename))
    const image = await storePicture(context.files, 'company_images', upload, `company_${id}_img${ending}`)
    await db.updateTable('company').set({ image }).where('id', '=', id).execute()
  }
  await dropFiles(db, [before?.image])
}

async function check({ context, db, before, body, values }: Change<'company', 'company'>): Promise<void> {
  checkCurrency(context.settings, 'currency', body.currency)
  if (body.image === null) values.image = null
  const name = body.name ?? before!.name
  const email =
    body.email !== undefined ? body.email : values.email !== undefined ? (values.email as string) : before!.email
  if (email === null) return
  const duplicate = await db
    .selectFrom('company')
    .select('id')
    .where('name', '=', name)
    .where('email', '=', email)
    .executeTakeFirst()
  if (duplicate && duplicate.id !== before?.id) throw refused('The fields name, email must make a unique set.')
}

export const company = resource('company', 'company', {
  className: 'Company',
  options: {
    address_detail: { default: false, needs: COMPANY_ROLES },
    parameters: { default: false },
    tags: { default: false, filter: carriesTags('company', 'company') }
  },
  computed: { parts_supplied: partsSupplied, parts_manufactured: partsManufactured },
  search: ['name', 'description', 'website', 'tax_id'],
  order: { active: 'active', name: 'name', parts_supplied: partsSupplied, parts_manufactured: partsManufactured },
  defaultOrder: ['name'],
  filters: {
    name: equals('name'),
    active: equals('active'),
    is_customer: equals('is_customer'),
    is_manufacturer: equals('is_manufacturer'),
    is_supplier: equals('is_supplier'),
    tag_name: carriesTags('company', 'company')
  },
  undeclared: parametric('company', 'company'),
  embed: async (rows, context, view) => {
    const { db } = context
    const ids = rows.map((row) => row.id)
    return {
      addresses: view.address_detail ? await primaryAddresses(db, ids) : undefined,
      tags: view.tags ? await tagsOf(db, 'company', ids) : undefined,
      parameters: view.parameters ? await parametersOf(context, 'company', ids) : undefined
    }
  },
  toJSON: (row, { addresses, tags, parameters }, view) => ({
    pk: row.id,
    name: row.name,
    description: row.description,
    website: row.website,
    phone: row.phone,
    email: row.email,
    currency: row.currency,
    contact: row.contact,
    link: row.link,
    image: imageURL(row.image),
    active: row.active === 1,
    is_customer: row.is_customer === 1,
    is_manufacturer: row.is_manufacturer === 1,
    is_supplier: row.is_supplier === 1,
    notes: row.notes,
    ...(view.created ? {} : { parts_supplied: row.parts_supplied, parts_manufactured: row.parts_manufactured }),
    ...(view.address_detail ? { primary_address: addresses!.get(row.id) ?? null } : {}),
    tax_id: row.tax_id,
    ...(view.parameters ? { parameters: parameters!.get(row.id)! } : {}),
    ...(view.tags ? { tags: tags!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      name: 'name',
      description: 'description',
      website: 'website',
      phone: 'phone',
      email: 'email',
      currency: 'currency',
      contact: 'contact',
      link: 'link',
      image: null,
      active: 'active',
      is_customer: 'is_customer',
      is_manufacturer: 'is_manufacturer',
      is_supplier: 'is_supplier',
      notes: 'notes',
      tax_id: 'tax_id',
      tags: null,
      duplicate: null
    },
    initial: ({ settings }) => ({ email: '', currency: baseCurrency(settings) }),
    reset: { email: '' },
    check,
    saved: async (change, id) => {
      const { context, db, before, body } = change
      await setPicture(change, id)
      if (body.tags) await setTags(db, 'company', id, body.tags)
      if (!before) await duplicateParameters(context, 'company', body.duplicate, id)
    },
    remove: (row, db, { settings }) => deleteCompany(db, settings, row.id)
  }
})
