import { VERBS, type Verb } from '#contract/scopes.ts'

/**
 * The eleven rulesets in the order in which the API lists them, with their labels
 * (docs/behaviour/permissions.md#rulesets).
 */
export const RULESETS = {
  admin: 'Admin',
  part_category: 'Part Categories',
  part: 'Parts',
  bom: 'Bills of Material',
  stock_location: 'Stock Locations',
  stock: 'Stock Items',
  build: 'Build Orders',
  purchase_order: 'Purchase Orders',
  sales_order: 'Sales Orders',
  return_order: 'Return Orders',
  transfer_order: 'Transfer Orders'
} as const

export type RulesetName = keyof typeof RULESETS
export const RULESET_NAMES = Object.keys(RULESETS) as RulesetName[]

/**
 * What each ruleset covers, by model name; a model under several is open to whoever has any of them
 * (docs/behaviour/permissions.md#models-of-a-ruleset).
 */
const COVERS: Record<RulesetName, string> = {
  admin: `group user permission apitoken ruleset labeltemplate reportasset reportsnippet reporttemplate emailaddress emailconfirmation
    socialaccount socialapp socialtoken totpdevice statictoken staticdevice authenticator application grant idtoken accesstoken refreshtoken
    devicegrant pluginconfig pluginsetting pluginusersetting barcodescanresult newsfeedentry tag taggeditem flagstate machineconfig
    machinesetting emailmessage emailthread mailbox messageattachment message`,
  part_category: 'partcategory partcategoryparametertemplate partcategorystar',
  part: `part partpricing partsellpricebreak partinternalpricebreak parttesttemplate partrelated partstar partstocktake partcategorystar
    supplierpart manufacturerpart`,
  bom: 'bomitem bomitemsubstitute',
  stock_location: 'stocklocation stocklocationtype',
  stock: 'stockitem stockitemtracking stockitemtestresult',
  build: 'build builditem buildline part partcategory bomitem bomitemsubstitute stockitem stocklocation',
  purchase_order: `purchaseorder purchaseorderlineitem purchaseorderextraline company contact address manufacturerpart supplierpart
    supplierpricebreak`,
  sales_order:
    'salesorder salesorderallocation salesorderlineitem salesorderextraline salesordershipment company contact address',
  return_order: 'returnorder returnorderlineitem returnorderextraline company contact address',
  transfer_order: 'transferorder transferorderallocation transferorderlineitem'
}

/**
 * Every model that the API knows by name, in the order in which permissions are listed
 * (docs/behaviour/user.md#roles-of-the-caller).
 */
const MODEL_NAMES = `emailaddress emailconfirmation logentry group permission user build builditem buildline attachment
  barcodescanresult customunit dataoutput emailmessage emailthread inventreecustomuserstatemodel inventreesetting inventreeusersetting
  newsfeedentry notesimage notificationentry notificationmessage parameter parametertemplate projectcode selectionlist selectionlistentry
  webhookendpoint webhookmessage address company contact manufacturerpart supplierpart supplierpricebreak contenttype mailbox message
  messageattachment failure ormq schedule success task error exchangebackend rate flagstate dataimportcolumnmap dataimportrow
  dataimportsession machineconfig machinesetting authenticator accesstoken application devicegrant grant idtoken refreshtoken purchaseorder
  purchaseorderextraline purchaseorderlineitem returnorder returnorderextraline returnorderlineitem salesorder salesorderallocation
  salesorderextraline salesorderlineitem salesordershipment transferorder transferorderallocation transferorderlineitem staticdevice
  statictoken totpdevice bomitem bomitemsubstitute part partcategory partcategoryparametertemplate partcategorystar partinternalpricebreak
  partpricing partrelated partsellpricebreak partstar partstocktake parttesttemplate pluginconfig pluginsetting pluginusersetting
  labeltemplate reportasset reportsnippet reporttemplate session socialaccount socialapp socialtoken stockitem stockitemtestresult
  stockitemtracking stocklocation stocklocationtype tag taggeditem apitoken owner ruleset userprofile usersession`.split(
  /\s+/
)

const RULESETS_OF = new Map<string, RulesetName[]>()
for (const name of RULESET_NAMES)
  for (const model of COVERS[name].split(/\s+/)) RULESETS_OF.set(model, [...(RULESETS_OF.get(model) ?? []), name])

/** The verbs that a ruleset's four flags grant. */
export interface Flags {
  can_view: number | boolean
  can_add: number | boolean
  can_change: number | boolean
  can_delete: number | boolean
}

/** What a user or group may do, by ruleset. */
export type Granted = Map<string, Set<Verb>>

/** The union of any number of rulesets. */
export function grantedBy(rows: (Flags & { name: string })[]): Granted {
  const granted: Granted = new Map()
  for (const row of rows) {
    const verbs = granted.get(row.name) ?? new Set()
    for (const verb of VERBS) if (row[`can_${verb}`]) verbs.add(verb)
    granted.set(row.name, verbs)
  }
  return granted
}

export const EVERYTHING: Granted = new Map(RULESET_NAMES.map((name) => [name, new Set(VERBS)]))

/** The roles as the API tells them: all eleven, each with its verbs or null. */
export function rolesOf(granted: Granted): Record<RulesetName, Verb[] | null> {
  return Object.fromEntries(
    RULESET_NAMES.map((name) => {
      const verbs = VERBS.filter((verb) => granted.get(name)?.has(verb))
      return [name, verbs.length ? verbs : null]
    })
  ) as Record<RulesetName, Verb[] | null>
}

/** The permissions as the API tells them: the verbs for each model, models without any left out. */
export function permissionsOf(granted: Granted, superuser = false): Record<string, Verb[]> {
  const sorted = VERBS.toSorted()
  return Object.fromEntries(
    MODEL_NAMES.flatMap((model) => {
      const verbs = superuser
        ? sorted
        : sorted.filter((verb) => RULESETS_OF.get(model)?.some((name) => granted.get(name)?.has(verb)))
      return verbs.length ? [[model, verbs]] : []
    })
  )
}

/**
 * What saving a ruleset makes of its flags: add, change or delete imply view; add or delete imply change
 * (docs/behaviour/user.md#rulesets).
 */
export function withImplications<F extends Flags>(flags: F): F {
  const can_view = flags.can_view || flags.can_add || flags.can_change || flags.can_delete
  const can_change = flags.can_change || flags.can_add || flags.can_delete
  return { ...flags, can_view, can_change }
}
