/**
 * Models of an export that have no room here, and what becomes of what they say. Every record of them is counted in what
 * an import prints; a model that gets a module leaves this list.
 */
const UNSUPPORTED: [model: RegExp, what: string][] = [
  [/^common\.notification/, 'notifications: they stay behind'],
  [
    /^(label\.|report\.(?!(report|label)template$|reportsnippet$|reportasset$))/,
    'templates of reports and labels in the form of earlier releases: upload their files anew'
  ],
  [/^plugin\.pluginusersetting$/, 'what users set of plugins for themselves'],
  [/^machine\./, 'machines and their settings'],
  [/^(users\.apitoken|authtoken\.token)$/, 'API tokens: everybody makes a new one'],
  [/^account\.emailconfirmation$/, 'keys that confirm addresses, of which there are none'],
  [/^(otp_\w+|allauth_2fa)\./, 'second factors of an older release: users set up new ones'],
  [/^socialaccount\.social(app|token)$/, 'providers of accounts: INVENTREE_SOCIAL_PROVIDERS names them'],
  [/^oauth2_provider\./, 'programs that sign in by this server'],
  [/^(sessions|usersessions|user_sessions)\./, 'sessions: everybody signs in again'],
  [/^common\.webhook/, 'webhooks'],
  [/^(common\.email|django_mailbox\.)/, 'e-mails that were sent or received'],
  [/^common\.newsfeedentry$/, 'news about InvenTree'],
  [/^common\.colortheme$/, 'colours of an interface that is gone'],
  [/^common\.dataoutput$/, 'files that were made on demand'],
  [/^part\.partstocktakereport$/, 'reports of stocktakes'],
  [/^sites\.site$/, 'the address of the server: INVENTREE_SITE_URL says it'],
  [/^exchange\./, 'exchange rates: inventree currency set'],
  [/^(django_q|error_report|admin|contenttypes|flags)\./, 'what the old server kept for itself'],
  [/^auth\.permission$/, 'single permissions: roles say who may do what']
]

/** What records are that are left out, or undefined where nothing is known of them. */
export const unsupported = (model: string): string | undefined => UNSUPPORTED.find(([which]) => which.test(model))?.[1]
