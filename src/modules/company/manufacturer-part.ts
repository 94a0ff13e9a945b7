import { sql } from 'kysely'
import { invalid } from '#contract/errors.ts'
import { equals, type Builder, type Change } from '#crud/definition.ts'
import { through } from '#crud/search.ts'
import { otherColumn } from '#crud/other-column.ts'
import { resource } from '#crud/resource.ts'
import { duplicateParameters, parametersOf, parametric } from '#modules/parameter/index.ts'
import { briefParts } from '#modules/part/index.ts'
import { carriesTags, hasTag, inTags, setTags, tagsOf } from '#modules/tag/index.ts'
import { briefCompanies, COMPANY_ROLES } from './brief.ts'
import { deleteManufacturerParts } from './remove.ts'

type ManufacturerPart = Builder<'manufacturer_part'>

/** A column of the part, or of the manufacturer. */
const ofPart = (column: string) => otherColumn<string>('manufacturer_part', 'part_id', 'part', column)
const ofManufacturer = (column: string) =>
  otherColumn<string>('manufacturer_part', 'manufacturer_id', 'company', column)

const isActive = (of: typeof ofPart) => (eb: ManufacturerPart, yes: boolean) =>
  sql<boolean>`${of('active')(eb)} = ${Number(yes)}`

async function check({ before, values }: Change<'company_part_manufacturer', 'manufacturer_part'>): Promise<void> {
  if (({ ...before, ...values }.MPN ?? null) === null) throw invalid({ MPN: ['This field cannot be blank.'] })
}

export const manufacturerPart = resource('company_part_manufacturer', 'manufacturer_part', {
  className: 'ManufacturerPart',
  options: {
    part_detail: { default: false, one: true, needs: ['part', 'build'] },
    manufacturer_detail: { default: false, one: true, needs: COMPANY_ROLES },
    pretty: { default: false },
    tags: { default: false, filter: carriesTags('manufacturerpart', 'manufacturer_part') },
    parameters: { default: false }
  },
  computed: {},
  search: [
    'MPN',
    'description',
    inTags('manufacturerpart', 'manufacturer_part'),
    through('manufacturer_id', 'company', ['name']),
    through('part_id', 'part', ['name', 'IPN', 'description'])
  ],
  order: { part: ofPart('name'), IPN: ofPart('IPN'), MPN: 'MPN', manufacturer: ofManufacturer('name') },
  defaultOrder: ['id'],
  filters: {
    part: equals('part_id'),
    part_active: isActive(ofPart),
    manufacturer: equals('manufacturer_id'),
    manufacturer_active: isActive(ofManufacturer),
    MPN: equals('MPN'),
    tag_name: carriesTags('manufacturerpart', 'manufacturer_part'),
    tags__name: hasTag('manufacturerpart', 'manufacturer_part', 'name'),
    tags__slug: hasTag('manufacturerpart', 'manufacturer_part', 'slug')
  },
  undeclared: parametric('manufacturerpart', 'manufacturer_part'),
  embed: async (rows, context, view) => ({
    parts: view.part_detail
      ? await briefParts(
          context,
          rows.map((row) => row.part_id),
          { pricing: true }
        )
      : undefined,
    companies: view.manufacturer_detail
      ? await briefCompanies(
          context.db,
          rows.map((row) => row.manufacturer_id)
        )
      : undefined,
    tags: view.tags
      ? await tagsOf(
          context.db,
          'manufacturerpart',
          rows.map((row) => row.id)
        )
      : undefined,
    parameters: view.parameters
      ? await parametersOf(
          context,
          'manufacturerpart',
          rows.map((row) => row.id)
        )
      : undefined
  }),
  toJSON: (row, { parts, companies, tags, parameters }, view) => ({
    pk: row.id,
    part: row.part_id,
    ...(view.part_detail ? { part_detail: parts!.get(row.part_id)! } : {}),
    ...(view.pretty ? { pretty_name: null } : {}),
    manufacturer: row.manufacturer_id,
    ...(view.manufacturer_detail
      ? { manufacturer_detail: row.manufacturer_id === null ? null : companies!.get(row.manufacturer_id)! }
      : {}),
    description: row.description,
    MPN: row.MPN,
    link: row.link,
    barcode_hash: row.barcode_hash,
    ...(view.list && !view.exported ? {} : { notes: row.notes }),
    ...(view.tags ? { tags: tags!.get(row.id)! } : {}),
    ...(view.parameters ? { parameters: parameters!.get(row.id)! } : {})
  }),
  write: {
    columns: {
      part: 'part_id',
      manufacturer: 'manufacturer_id',
      MPN: 'MPN',
      description: 'description',
      link: 'link',
      notes: 'notes',
      tags: null,
      duplicate: null
    },
    reset: { MPN: null },
    unique: [['part', 'manufacturer', 'MPN']],
    check,
    saved: async ({ context, db, before, body }, id) => {
      if (body.tags) await setTags(db, 'manufacturerpart', id, body.tags)
      if (!before) await duplicateParameters(context, 'manufacturerpart', body.duplicate, id)
    },
    remove: (row, db, { settings }) => deleteManufacturerParts(db, settings, [row.id])
  }
})
