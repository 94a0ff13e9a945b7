import type { Migration } from 'kysely/migration'
import * as firstRoom from './001-first-room.ts'
import * as locations from './002-locations.ts'
import * as partsComplete from './003-parts-complete.ts'
import * as manyParts from './004-many-parts.ts'
import * as sessions from './005-sessions.ts'
import * as files from './006-files.ts'
import * as search from './007-search.ts'
import * as indexOrder from './008-index-order.ts'
import * as stockSearch from './009-stock-search.ts'
import * as signInAttempts from './010-sign-in-attempts.ts'
import * as errorReports from './011-error-reports.ts'
import * as importer from './012-importer.ts'
import * as accountSessions from './013-account-sessions.ts'
import * as jobs from './015-jobs.ts'
import * as mailAddresses from './016-mail-addresses.ts'
import * as templates from './017-templates.ts'
import * as plugins from './019-plugins.ts'
import * as machinesAndNews from './020-machines-and-news.ts'
import * as socialAccounts from './021-social-accounts.ts'
import * as events from './022-events.ts'
import * as webhooks from './023-webhooks.ts'
import * as pluginsOfOthers from './024-plugins-of-others.ts'
import * as amounts from './025-amounts.ts'
import * as searchExactly from './026-search-exactly.ts'

/** Every migration in the order of its number; one that was released is never edited. */
export const migrations: Record<string, Migration> = {
  '001-first-room': firstRoom,
  '002-locations': locations,
  '003-parts-complete': partsComplete,
  '004-many-parts': manyParts,
  '005-sessions': sessions,
  '006-files': files,
  '007-search': search,
  '008-index-order': indexOrder,
  '009-stock-search': stockSearch,
  '010-sign-in-attempts': signInAttempts,
  '011-error-reports': errorReports,
  '012-importer': importer,
  '013-account-sessions': accountSessions,
  '015-jobs': jobs,
  '016-mail-addresses': mailAddresses,
  '017-templates': templates,
  '019-plugins': plugins,
  '020-machines-and-news': machinesAndNews,
  '021-social-accounts': socialAccounts,
  '022-events': events,
  '023-webhooks': webhooks,
  '024-plugins-of-others': pluginsOfOthers,
  '025-amounts': amounts,
  '026-search-exactly': searchExactly
}
