// What records of many kinds have: parameters, files, tags, people, states.
import { sql } from 'kysely'
import { lookupMany } from '#crud/lookup.ts'
import { mediaURL } from '#framework/files/names.ts'
import { customStatesOf, knownStates, type StatusClass } from '#modules/status/index.ts'
import type { ContextAttribute, ContextRecord, RecordShape } from '../records.ts'
import { columns, many, one, setTogether, shape, attributeText } from '../shape.ts'

/** Records that name another by the name of its kind and its primary key. */
const attached = (name: string, model: string): ContextAttribute =>
  many(name, 'model_id', { where: sql<boolean>`model_type = ${model}` })

/** The records of a relation as a set that can be gone through. */
const attachedSet = (name: string, model: string): ContextAttribute =>
  setTogether(`${name} of ${model}`, ({ reader, ids }) =>
    reader.children(name, 'model_id', ids, { where: sql<boolean>`model_type = ${model}` })
  )

/** The tags of records. */
const tagsOf = (model: string): ContextAttribute => {
  const find = setTogether(`tags of ${model}`, async ({ reader, ids }) => {
    const pairs = await lookupMany(ids, async (keys) => {
      const { rows } = await sql<{ id: number; tag: number }>`select object_id as id, tag_id as tag from tagged_item
        where model = ${model} and object_id in (${sql.join(keys)}) order by id`.execute(reader.db)
      return rows.map(({ id, tag }) => [id, tag])
    })
    const { records } = await reader.group('tag', [...pairs.values()].flat())
    return new Map([...pairs].map(([id, tags]) => [id, tags.flatMap((tag) => records.get(tag) ?? [])]))
  })
  return (record) => find(record)
}

/** What any kind may have. @param model the word by which parameters, files and tags name the kind */
export const attachments = (model: string): Record<string, ContextAttribute> => ({
  parameters_list: attached('parameter', model),
  parameters: attached('parameter', model),
  attachments: attachedSet('attachment', model),
  tags: tagsOf(model)
})

/** The label of a state, one of somebody's own first. */
export const statusText =
  (states: StatusClass, column = 'status', custom = 'status_custom_key'): ContextAttribute =>
  async ({ row, group }) => {
    const own = await group.reader.once(`states ${states}`, () => customStatesOf(group.reader.db, states))
    const label = row[custom] == null ? undefined : own.get(row[custom] as number)?.label
    return label ?? knownStates(states).find(({ key }) => key === row[column])?.label ?? ''
  }

const user = shape(
  'User',
  'user',
  {
    ...columns({ text: 'username first_name last_name email', flag: 'is_active' }),
    get_full_name: ({ row }) => fullName(row),
    get_username: ({ row }) => row.username,
    get_short_name: ({ row }) => row.first_name
  },
  ({ row }) => row.username as string
)

const fullName = (row: ContextRecord['row']): string => `${String(row.first_name)} ${String(row.last_name)}`.trim()

/** The user or the group that an owner is. */
const ownerOf: ContextAttribute = (record) =>
  record.row.owner_model === 'user' ? one('user', 'owner_id')(record) : one('group', 'owner_id')(record)

const ownerName = async (record: ContextRecord): Promise<string> => {
  const owner = await ownerOf(record)
  return (await attributeText(owner, 'username')) || (await attributeText(owner, 'name'))
}

const owner = shape(
  'Owner',
  'owner',
  { owner: ownerOf, name: ownerName, label: ({ row }) => row.owner_model, owner_id: ({ row }) => row.owner_id },
  async (record) => `${await ownerName(record)} (${String(record.row.owner_model)})`
)

const group = shape('Group', 'group', columns({ text: 'name' }), ({ row }) => row.name as string)

const parameterTemplate = shape(
  'ParameterTemplate',
  'parameter_template',
  columns({ text: 'name units description choices model_type', flag: 'checkbox enabled' }),
  ({ row }) => `${String(row.name)}${row.units ? ` (${String(row.units)})` : ''}`
)

/** What a parameter takes from its template. */
const ofTemplate =
  (name: string): ContextAttribute =>
  async (record) =>
    attributeText(await one('parametertemplate', 'template_id')(record), name)

const parameter = shape('Parameter', 'parameter', {
  ...columns({ text: 'data note model_type', whole: 'model_id', float: 'data_numeric', moment: 'updated' }),
  template: one('parametertemplate', 'template_id'),
  updated_by: one('user', 'updated_by_id'),
  name: ofTemplate('name'),
  units: ofTemplate('units'),
  description: ofTemplate('description')
})

const attachment = shape(
  'Attachment',
  'attachment',
  {
    ...columns({ text: 'link comment', whole: 'file_size', flag: 'is_image', day: 'upload_date' }),
    attachment: ({ row }) => row.attachment ?? null,
    url: ({ row }) => mediaURL(row.attachment as string | null) ?? row.link ?? null,
    basename: ({ row }) => (row.attachment as string | null)?.split('/').at(-1) ?? null,
    upload_user: one('user', 'upload_user_id')
  },
  ({ row }) =>
    String(row.attachment ?? row.link ?? '')
      .split('/')
      .at(-1)!
)

const tag = shape('Tag', 'tag', columns({ text: 'name slug' }), ({ row }) => row.name as string)

const projectCode = shape(
  'ProjectCode',
  'project_code',
  { ...columns({ text: 'code description', flag: 'active' }), responsible: one('owner', 'responsible_id') },
  ({ row }) => row.code as string
)

/** Kinds of records that others have. */
export const COMMON_SHAPES: Readonly<Record<string, RecordShape>> = {
  user,
  owner,
  group,
  parameter,
  parametertemplate: parameterTemplate,
  attachment,
  tag,
  projectcode: projectCode
}
