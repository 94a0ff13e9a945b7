// Users, owners and roles as earlier releases wrote them.
import { textOf } from '#contract/text.ts'
import type { ExportFile, Exported } from '#framework/transfer/file.ts'
import { TRANSFER_MODELS } from '#framework/transfer/models.ts'
import type { Translating, Translation, Translations } from '#framework/transfer/translate.ts'

const OWNER = 'users.owner'
const TYPES = { group: 'auth.group', user: 'auth.user' } as const
type OwnerType = keyof typeof TYPES

const ownerFields = (type: OwnerType, owner_id: unknown) => ({ owner_type: ['auth', type], owner_id })

/** Every field that names an owner. */
const naming = (): [model: string, field: string][] =>
  TRANSFER_MODELS.flatMap(({ name, fields }) =>
    Object.entries(fields).flatMap(([field, one]): [string, string][] =>
      one.kind === 'relation' && one.model === OWNER ? [[name, field]] : []
    )
  )

/** Owners that nobody wrote: the reference numbers them anew when it reads such a file, groups first, then users. */
function numberOwners(file: ExportFile, { translated, leftOut }: Translating): void {
  for (const type of ['group', 'user'] as const)
    for (const { pk } of file.of(TYPES[type])) file.add(OWNER, ownerFields(type, pk))
  const owners = file.of(OWNER).length
  let named = 0
  for (const [model, field] of naming()) {
    for (const record of file.of(model)) {
      const owner = record.fields[field]
      if (typeof owner !== 'number') continue
      named++
      if (owner <= owners) translated(`${model}.${field}`, 'owners, numbered as the reference does')
      else {
        leftOut(`${model}.${field}`, 'the file has no owners, and not as many users and groups')
        record.fields = { ...record.fields, [field]: null }
      }
    }
  }
  if (named)
    file.warnings.push(
      'The file holds no owners (users.owner), as releases before 0.14 wrote none: they were numbered groups first, then users, as InvenTree does with such a file. See whether those who are responsible are the right ones.'
    )
}

/** Which of the bare numbers of content types is that of groups, and which that of users. */
function typesByNumber(file: ExportFile, owners: readonly Exported[]): Map<unknown, OwnerType> | undefined {
  const numbers = [...new Set(owners.map(({ fields }) => fields.owner_type))].toSorted((a, b) => Number(a) - Number(b))
  const known = { group: keysOf(file, TYPES.group), user: keysOf(file, TYPES.user) }
  const fits = (number: unknown, type: OwnerType) =>
    owners.every(({ fields }) => fields.owner_type !== number || known[type].has(fields.owner_id))
  // Content types are numbered in the order of their models: groups come before users.
  const orders: OwnerType[][] =
    numbers.length === 1
      ? [['user'], ['group']]
      : [
          ['group', 'user'],
          ['user', 'group']
        ]
  const order = numbers.length <= 2 && orders.find((types) => types.every((type, i) => fits(numbers[i], type)))
  return order ? new Map(order.map((type, i) => [numbers[i], type])) : undefined
}

const keysOf = (file: ExportFile, model: string) => new Set<unknown>(file.of(model).map(({ pk }) => pk))

/** Owners whose kind is the number of a content type, which only the old database could tell. */
function nameOwnerTypes(file: ExportFile, { translated, leftOut }: Translating): void {
  const bare = file.of(OWNER).filter(({ fields }) => typeof fields.owner_type === 'number')
  if (!bare.length) return
  const types = typesByNumber(file, bare)
  if (!types) {
    leftOut(OWNER, 'their kind is a bare number that fits neither users nor groups', bare.length)
    const lost = new Set(bare)
    file.keep(OWNER, (owner) => !lost.has(owner))
    return
  }
  for (const owner of bare) owner.fields = ownerFields(types.get(owner.fields.owner_type)!, owner.fields.owner_id)
  translated(`${OWNER}.owner_type`, 'the name of the model', bare.length)
}

/** Everybody who may be responsible. */
const owners: Translation = {
  model: 'auth.user',
  translate: (_users, context) =>
    context.file.of(OWNER).length ? nameOwnerTypes(context.file, context) : numberOwners(context.file, context)
}

/** The owner that stands for a user. */
export function ownerOf(file: ExportFile, user: unknown): number {
  const found = file
    .of(OWNER)
    .find(({ fields: { owner_type, owner_id } }) => textOf(owner_type) === 'auth,user' && owner_id === user)
  return found?.pk ?? file.add(OWNER, ownerFields('user', user))
}

/** BOMs became a ruleset of their own; whoever had parts has it. */
const bomRuleset: Translation = {
  model: 'users.ruleset',
  translate: (rulesets, { file, translated }) => {
    if (rulesets.some(({ fields }) => fields.name === 'bom')) return
    const parts = rulesets.filter(({ fields }) => fields.name === 'part')
    for (const { fields } of parts) file.add('users.ruleset', { ...fields, name: 'bom' })
    translated('users.ruleset "part"', '"bom" as well', parts.length)
  }
}

/** Users, owners and roles, from release to release. */
export const USER_EARLIER: Translations = { '0.14': [owners], '1.3': [bomRuleset] }
