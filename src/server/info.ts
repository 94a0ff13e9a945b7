import { conditionOf } from '#db/database.ts'
import { isPostgres } from '#db/dialect.ts'
import { ifPossible } from '#contract/failures.ts'
import type { Handler } from '#contract/types.ts'
import { countJobs } from '#framework/jobs/store.ts'
import { API_VERSION, COMPATIBLE_WITH, VERSION } from '#framework/version.ts'

const DOCS = 'https://docs.inventree.org'
const CODE = 'https://github.com/inventree/InvenTree'

/**
 * What this server is: for everybody, and a little more for staff.
 *
 * @param isMailConfigured whether there is a mail server
 * @param workers how many processes answer and do jobs
 * @param pluginInstall whether plugins may be installed while the server runs
 */
export const info =
  (isMailConfigured: boolean, workers: number, pluginInstall: boolean): Handler<'root_retrieve'> =>
  async ({ caller, settings, db, request, plugins }, send) => {
    let waiting = 0
    // Of a damaged database it tells the rest all the same.
    await ifPossible(async () => {
      waiting = await countJobs(db, 'waiting')
    })
    const staff = <Value>(value: Value) => (caller?.is_staff ? value : null)
    const { prefix } = request.site
    return send(200, {
      server: 'InvenTree',
      id: settings.flag('INVENTREE_ANNOUNCE_ID') ? settings.text('INVENTREE_INSTANCE_ID') : null,
      version: COMPATIBLE_WITH,
      instance: settings.text('INVENTREE_INSTANCE'),
      apiVersion: API_VERSION,
      worker_running: true,
      worker_count: workers,
      worker_pending_tasks: waiting,
      plugins_enabled: plugins.folder !== null,
      plugins_install_disabled: plugins.folder === null || !pluginInstall,
      active_plugins: [],
      email_configured: isMailConfigured,
      debug_mode: false,
      docker_mode: false,
      default_locale: 'en-us',
      customize: {
        logo: `${prefix}/static/img/inventree.png`,
        splash: `${prefix}/static/img/inventree_splash.png`,
        login_message: null,
        navbar_message: null,
        disable_theme_storage: false
      },
      system_health: staff(conditionOf(db).state !== 'damaged'),
      database: staff(isPostgres(db) ? 'postgresql' : 'sqlite3'),
      platform: staff(process.platform),
      installer: staff(`inventree-server ${VERSION}`),
      target: null,
      django_admin: null,
      settings: {
        sso_registration: false,
        registration_enabled: isMailConfigured && settings.flag('LOGIN_ENABLE_REG'),
        password_forgotten_enabled: settings.flag('LOGIN_ENABLE_PWD_FORGOT')
      }
    })
  }

/** Which software runs here; clients expect a word for Python and Django too. */
export const version: Handler<'version_retrieve'> = (_call, send) =>
  send(200, {
    dev: false,
    up_to_date: true,
    version: {
      server: COMPATIBLE_WITH,
      api: API_VERSION,
      commit_hash: null,
      commit_date: null,
      commit_branch: null,
      python: 'none',
      django: 'none'
    },
    links: { doc: DOCS, code: CODE, app: `${DOCS}/en/stable/app/`, bug: `${CODE}/issues` }
  })
