import { sql } from 'kysely'
import { equals, type Builder } from '#crud/definition.ts'
import { resource } from '#crud/resource.ts'

const companyName = (_eb: Builder<'company_contact'>) =>
  sql<string>`(select c.name from company c where c.id = company_contact.company_id)`

export const contact = resource('company_contact', 'company_contact', {
  className: 'Contact',
  options: {},
  computed: { company_name: companyName },
  search: ['name', (eb, match) => match(companyName(eb))],
  order: { name: 'name' },
  defaultOrder: ['name'],
  filters: { company: equals('company_id') },
  toJSON: ({ id, company_id, company_name, name, phone, email, role }) => ({
    pk: id,
    company: company_id,
    company_name,
    name,
    phone,
    email,
    role
  }),
  write: { columns: { company: 'company_id', name: 'name', phone: 'phone', email: 'email', role: 'role' } }
})
