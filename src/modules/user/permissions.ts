/** What a user may do with each kind of record, as the API tells it. */
import { VERBS, type Verb } from '#contract/scopes.ts'
import { dictionary } from '#db/dictionary.ts'
import { MODELS } from '#framework/models.ts'
import type { Granted, RulesetName } from '#auth/rulesets.ts'

const ADMIN = `permission apitoken ruleset labeltemplate reportasset reportsnippet reporttemplate emailaddress emailconfirmation
  socialaccount socialapp socialtoken totpdevice statictoken staticdevice authenticator application grant idtoken accesstoken refreshtoken
  devicegrant pluginsetting pluginusersetting newsfeedentry taggeditem flagstate machineconfig machinesetting emailmessage emailthread
  mailbox messageattachment message`

/**
 * The rulesets of models that no module brings, by model name; one under several is open to whoever has any of them
 * (docs/behaviour/permissions.md#models-of-a-ruleset).
 */
const OTHERS: Record<string, readonly RulesetName[]> = dictionary({
  ...Object.fromEntries(ADMIN.split(/\s+/).map((model): [string, RulesetName[]] => [model, ['admin']])),
  partcategorystar: ['part_category', 'part'],
  partstar: ['part']
})

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

/** The rulesets of a model; none where no role is about it. */
const rulesetsOf = (model: string): readonly string[] => MODELS[model]?.rulesets ?? OTHERS[model] ?? []

/** The permissions as the API tells them: the verbs for each model, models without any left out. */
export function permissionsOf(granted: Granted, superuser = false): Record<string, Verb[]> {
  const sorted = VERBS.toSorted()
  return Object.fromEntries(
    MODEL_NAMES.flatMap((model) => {
      const verbs = superuser
        ? sorted
        : sorted.filter((verb) => rulesetsOf(model).some((name) => granted.get(name)?.has(verb)))
      return verbs.length ? [[model, verbs]] : []
    })
  )
}
