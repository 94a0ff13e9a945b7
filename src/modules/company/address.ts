import { equals, type Change } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'

type AddressChange = Change<'company_address', 'company_address'>

/** The only address of a company is its primary one, whatever the body says (docs/behaviour/company.md#addresses). */
async function check({ db, before, body, values }: AddressChange): Promise<void> {
  const other = await db
    .selectFrom('company_address')
    .select('id')
    .where('company_id', '=', body.company ?? before!.company_id)
    .where('id', '!=', before?.id ?? -1)
    .limit(1)
    .executeTakeFirst()
  if (!other) values.primary = 1
}

/** Of a company's addresses one is primary at most: what was stored last takes it from the others. */
async function keepOnePrimary({ db }: AddressChange, id: number): Promise<void> {
  const { company_id, primary } = await db
    .selectFrom('company_address')
    .select(['company_id', 'primary'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (primary)
    await db
      .updateTable('company_address')
      .set({ primary: 0 })
      .where('company_id', '=', company_id)
      .where('primary', '=', 1)
      .where('id', '!=', id)
      .execute()
}

export const address = resource('company_address', 'company_address', {
  className: 'Address',
  options: {},
  computed: {},
  search: [],
  order: { title: 'title' },
  defaultOrder: ['title'],
  filters: { company: equals('company_id') },
  toJSON: ({ id, company_id, title, primary, ...lines }) => ({
    pk: id,
    company: company_id,
    title,
    primary: primary === 1,
    ...lines
  }),
  write: {
    columns: {
      company: 'company_id',
      title: 'title',
      primary: 'primary',
      line1: 'line1',
      line2: 'line2',
      postal_code: 'postal_code',
      postal_city: 'postal_city',
      province: 'province',
      country: 'country',
      shipping_notes: 'shipping_notes',
      internal_shipping_notes: 'internal_shipping_notes',
      link: 'link'
    },
    check,
    saved: keepOnePrimary
  }
})
