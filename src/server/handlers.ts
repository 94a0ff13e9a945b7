import type { Handlers } from '#contract/types.ts'
import type { Authenticator } from '#auth/authenticate.ts'
import { authRoom } from '#auth/index.ts'
import type { Vault } from '#auth/tokens.ts'
import { attachmentRoom } from '#modules/attachment/index.ts'
import type { Background } from '#framework/background.ts'
import { barcodeRoom } from '#modules/barcode/index.ts'
import { bomRoom } from '#modules/bom/index.ts'
import { buildRoom } from '#modules/build/index.ts'
import { contentTypeRoom } from '#modules/contenttype/index.ts'
import { currencyChanged, currencyRoom } from '#modules/currency/index.ts'
import type { Config } from './config.ts'
import type { DataOutputs } from '#modules/data-output/index.ts'
import { iconsRoom } from '#modules/icons/index.ts'
import { companyRoom } from '#modules/company/index.ts'
import { generateRoom } from '#modules/generate/index.ts'
import { metadataRoom } from '#modules/metadata/index.ts'
import type { Figures } from './metrics/figures.ts'
import { notificationsRoom } from '#modules/notifications/index.ts'
import { orderRoom } from '#modules/order/index.ts'
import { parameterRoom } from '#modules/parameter/index.ts'
import { partRoom } from '#modules/part/index.ts'
import { projectCodeRoom } from '#modules/project-code/index.ts'
import { searchRoom } from '#modules/search/index.ts'
import { selectionRoom } from '#modules/selection/index.ts'
import { serverRoom } from './index.ts'
import { settingsRoom } from '#modules/settings/index.ts'
import type { Settings } from '#modules/settings/store.ts'
import { statusRoom } from '#modules/status/index.ts'
import { stockRoom } from '#modules/stock/index.ts'
import { trackingRoom } from '#modules/stock/track-list.ts'
import { tagRoom } from '#modules/tag/index.ts'
import { unitsRoom } from '#modules/units/custom-unit.ts'
import { userRoom } from '#modules/user/index.ts'

/** What rooms are built from. */
export interface Materials {
  /** Seals the tokens that the API must be able to show again. */
  vault: Vault
  /** The global settings in memory. */
  settings: Settings
  /** Of the configuration, what rooms need to know. */
  config: Pick<Config, 'database' | 'mediaRoot' | 'siteURL'> &
    Partial<Pick<Config, 'metricsAllow' | 'protectSuperusers'>>
  /** The room for data outputs, which knows where files are kept. */
  outputs: DataOutputs
  /** Takes work that goes on after the answer. */
  background: Background
  /** Knows passwords, and whom to trust. */
  authenticator: Authenticator
  /** Gives the figures of all processes. */
  figures: () => Promise<Figures[]>
}

/**
 * The map of rooms. What the contract has and no room serves does not compile, nor does what the contract does not
 * have.
 */
export const handlers = ({ config, vault, settings, outputs, background, authenticator, figures }: Materials) =>
  ({
    ...serverRoom(config, figures),
    ...authRoom(authenticator, config.siteURL),
    ...userRoom(vault, config.protectSuperusers ?? false),
    ...partRoom(outputs, background),
    ...bomRoom,
    ...stockRoom,
    ...trackingRoom,
    ...buildRoom,
    ...parameterRoom,
    ...attachmentRoom,
    ...selectionRoom,
    ...companyRoom,
    ...orderRoom,
    ...projectCodeRoom,
    ...currencyRoom(background),
    ...barcodeRoom,
    ...contentTypeRoom,
    ...iconsRoom,
    ...searchRoom,
    ...statusRoom,
    ...outputs.operations,
    ...notificationsRoom(config.siteURL),
    ...tagRoom,
    ...unitsRoom,
    ...settingsRoom(settings, config.siteURL, { INVENTREE_DEFAULT_CURRENCY: currencyChanged(background) }),
    ...generateRoom,
    ...metadataRoom
  }) satisfies Handlers
