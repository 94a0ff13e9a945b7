import t from 'tap'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { ConfigError, readConfig } from '#server/config.ts'

t.test('an empty environment → the defaults', async (t) => {
  t.match(readConfig({}, '/srv'), {
    address: '127.0.0.1',
    port: 8000,
    database: '/srv/data/inventree.sqlite3',
    mediaRoot: '/srv/data/media',
    staticRoot: null,
    siteURL: null,
    corsAllowAll: true,
    corsWhitelist: [],
    trustedProxies: [],
    timeZone: 'UTC',
    secretKey: null,
    secretKeyFile: null,
    mail: null,
    admin: { user: null, password: null, email: null },
    workers: 1,
    dataFolder: '/srv/data'
  })
})

t.test('every value is read', async (t) => {
  for (const [name, value, wanted] of [
    ['INVENTREE_WEB_ADDR', '0.0.0.0', { address: '0.0.0.0' }],
    ['INVENTREE_WEB_PORT', '0', { port: 0 }],
    ['INVENTREE_DB_NAME', '/var/parts.db', { database: '/var/parts.db', mediaRoot: '/var/media' }],
    ['INVENTREE_DB_NAME', 'parts.db', { database: '/srv/parts.db' }],
    ['INVENTREE_DB_NAME', ':memory:', { database: ':memory:' }],
    ['INVENTREE_DB_ENGINE', 'django.db.backends.sqlite3', {}],
    ['INVENTREE_MEDIA_ROOT', 'files', { mediaRoot: '/srv/files' }],
    ['INVENTREE_PROTECT_SUPERUSERS', 'true', { protectSuperusers: true }],
    ['INVENTREE_WEBHOOK_ALLOW_PRIVATE', 'yes', { webhooksAnywhere: true }],
    ['INVENTREE_MEDIA_ACCESS', 'Signed-In', { mediaAccess: 'signed-in' }],
    ['INVENTREE_STATIC_ROOT', '/var/static', { staticRoot: '/var/static' }],
    ['INVENTREE_SITE_URL', 'https://parts.example/inventree/', { siteURL: 'https://parts.example/inventree' }],
    ['INVENTREE_SITE_URL', ' http://[::1]:8000/ ', { siteURL: 'http://[::1]:8000' }],
    ['INVENTREE_SITE_URL', 'https://parts.example/a/b_~.c//', { siteURL: 'https://parts.example/a/b_~.c' }],
    ['INVENTREE_CORS_ORIGIN_ALLOW_ALL', 'No', { corsAllowAll: false }],
    [
      'INVENTREE_CORS_ORIGIN_WHITELIST',
      'https://a.example, http://b.example:8080/',
      { corsWhitelist: ['https://a.example', 'http://b.example:8080'] }
    ],
    ['INVENTREE_TRUSTED_ORIGINS', 'https://a.example', { corsWhitelist: ['https://a.example'] }],
    ['INVENTREE_CORS_ORIGIN_WHITELIST', 'https://A.example:443', { corsWhitelist: ['https://a.example'] }],
    [
      'INVENTREE_TRUSTED_PROXIES',
      '127.0.0.1, 10.0.0.0/24 ::1 fd00::/8',
      { trustedProxies: ['127.0.0.1', '10.0.0.0/24', '::1', 'fd00::/8'] }
    ],
    ['INVENTREE_LOGIN_ATTEMPTS', '3', { guessLimits: { ...GUESS_LIMITS, pair: { login: 3, basic: 10 }, page: 1 } }],
    ['INVENTREE_LOGIN_ATTEMPTS', '6/m', { guessLimits: { pair: { login: 6 }, page: 6, seconds: { page: 60 } } }],
    [
      'INVENTREE_LOGIN_ATTEMPTS',
      '20/10m/ip, 4/300s/key',
      { guessLimits: { pair: { login: 4 }, page: 20, seconds: { page: 600, pair: 300 } } }
    ],
    [
      'INVENTREE_LOGIN_ATTEMPTS',
      '9/2h/key',
      { guessLimits: { pair: { login: 9 }, page: 100, seconds: { pair: 7200 } } }
    ],
    ['INVENTREE_MFA_ENABLED', 'false', { factorKinds: [] }],
    ['INVENTREE_LOGIN_ENFORCE_MFA', 'true', { enforceFactors: true }],
    ['INVENTREE_MFA_SUPPORTED_TYPES', 'recovery_codes,totp', { factorKinds: ['totp', 'recovery_codes'] }],
    ['INVENTREE_BASIC_ATTEMPTS', '30', { guessLimits: { ...GUESS_LIMITS, pair: { login: 5, basic: 30 } } }],
    ['INVENTREE_ADDRESS_ATTEMPTS', '40', { guessLimits: { ...GUESS_LIMITS, address: 40 } }],
    ['INVENTREE_ACCOUNT_ATTEMPTS', '50', { guessLimits: { ...GUESS_LIMITS, account: 50 } }],
    ['INVENTREE_COOKIE_SAMESITE', 'Lax', { cookieSameSite: 'lax' }],
    ['INVENTREE_SESSION_COOKIE_SECURE', 'true', { cookieSecure: true }],
    ['INVENTREE_LOG_LEVEL', 'debug', { logLevel: 'debug' }],
    ['INVENTREE_TIMEZONE', 'Europe/Berlin', { timeZone: 'Europe/Berlin' }],
    ['INVENTREE_SECRET_KEY_FILE', 'key.txt', { secretKeyFile: '/srv/key.txt' }],
    ['INVENTREE_ADMIN_USER', 'mara', { admin: { user: 'mara' } }],
    ['INVENTREE_WORKERS', '4', { workers: 4 }]
  ] as const)
    t.match(readConfig({ [name]: value }, '/srv'), wanted, `${name}=${value}`)
})

t.test('forwarded headers → each alone, once there is a proxy to trust', async (t) => {
  for (const what of ['host', 'port', 'proto'])
    t.strictSame(
      readConfig({
        [`INVENTREE_USE_X_FORWARDED_${what.toUpperCase()}`]: 'true',
        INVENTREE_TRUSTED_PROXIES: '127.0.0.1'
      }).forwarded,
      { host: false, port: false, proto: false, [what]: true }
    )
})

t.test('a value that is empty counts as not set', async (t) => {
  t.match(
    readConfig({
      INVENTREE_WEB_PORT: '',
      INVENTREE_SITE_URL: '',
      INVENTREE_CORS_ORIGIN_WHITELIST: ' ',
      INVENTREE_TIMEZONE: ''
    }),
    { port: 8000, siteURL: null, corsWhitelist: [], timeZone: 'UTC' }
  )
})

const MAIL_HOST = { INVENTREE_EMAIL_HOST: 'mail.example' }

t.test('mail needs a host and a sender, which may be the name to sign in with', async (t) => {
  t.equal(readConfig(MAIL_HOST).mail, null)
  t.equal(readConfig({ INVENTREE_EMAIL_SENDER: 'a@b.example' }).mail, null)
  t.strictSame(readConfig({ ...MAIL_HOST, INVENTREE_EMAIL_USERNAME: 'a@b.example', INVENTREE_EMAIL_TLS: 'yes' }).mail, {
    host: 'mail.example',
    port: 25,
    username: 'a@b.example',
    password: null,
    security: 'starttls',
    sender: { name: '', address: 'a@b.example' },
    prefix: '[InvenTree] '
  })
  t.match(
    readConfig({ ...MAIL_HOST, INVENTREE_EMAIL_SENDER: '"Stores, all" <a@b.example>', INVENTREE_EMAIL_SSL: '1' }).mail,
    { sender: { name: 'Stores, all', address: 'a@b.example' }, security: 'tls' }
  )
  t.throws(() => readConfig({ ...MAIL_HOST, INVENTREE_EMAIL_TLS: '1', INVENTREE_EMAIL_SSL: '1' }), /exclude each other/)
})

t.test('a wrong value → a sentence that names it and says what would be right', async (t) => {
  for (const [name, value] of [
    ['INVENTREE_WEB_PORT', 'eighty'],
    ['INVENTREE_WEB_PORT', '70000'],
    ['INVENTREE_WEB_PORT', '-1'],
    ['INVENTREE_DB_ENGINE', 'mysql'],
    ['INVENTREE_DB_NAME', 'data/'],
    ['INVENTREE_LOG_LEVEL', 'LOUD'],
    ['INVENTREE_TIMEZONE', 'Mars/Olympus'],
    ['INVENTREE_SITE_URL', 'parts'],
    ['INVENTREE_SITE_URL', 'ftp://parts.example'],
    ['INVENTREE_SITE_URL', 'https://me@parts.example'],
    ['INVENTREE_SITE_URL', 'https://parts.example:99999'],
    ['INVENTREE_SITE_URL', 'https://parts.example?x'],
    ['INVENTREE_SITE_URL', 'https://parts.example/a?x'],
    ['INVENTREE_SITE_URL', 'https://parts.example/a/../b'],
    ['INVENTREE_SITE_URL', 'https://parts.example/a//b'],
    ['INVENTREE_SITE_URL', 'https://parts.example/a;b'],
    ['INVENTREE_SITE_URL', 'https://parts.example/a%20b'],
    ['INVENTREE_SITE_URL', 'https://parts.example/api'],
    ['INVENTREE_SITE_URL', 'https://parts.example/media/files'],
    ['INVENTREE_USE_X_FORWARDED_HOST', 'true'],
    ['INVENTREE_USE_X_FORWARDED_PORT', 'true'],
    ['INVENTREE_USE_X_FORWARDED_PROTO', 'perhaps'],
    ['INVENTREE_CORS_ORIGIN_ALLOW_ALL', 'perhaps'],
    ['INVENTREE_CORS_ORIGIN_WHITELIST', 'shop.example'],
    ['INVENTREE_CORS_ORIGIN_WHITELIST', 'https://shop.example/shop'],
    ['INVENTREE_CORS_ORIGIN_WHITELIST', 'https://me@shop.example'],
    ['INVENTREE_TRUSTED_PROXIES', '*'],
    ['INVENTREE_TRUSTED_PROXIES', 'proxy.example'],
    ['INVENTREE_TRUSTED_PROXIES', '10.0.0.0/0'],
    ['INVENTREE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['INVENTREE_TRUSTED_PROXIES', '10.0.0.1/8/8'],
    ['INVENTREE_LOGIN_ATTEMPTS', '0/m'],
    ['INVENTREE_LOGIN_ATTEMPTS', '5/y'],
    ['INVENTREE_LOGIN_ATTEMPTS', '5/0m'],
    ['INVENTREE_LOGIN_ATTEMPTS', '5/31d'],
    ['INVENTREE_LOGIN_ATTEMPTS', '5/m,5/h'],
    ['INVENTREE_LOGIN_ATTEMPTS', '5/m/user'],
    ['INVENTREE_MFA_ENABLED', 'perhaps'],
    ['INVENTREE_MFA_SUPPORTED_TYPES', 'totp,sms'],
    ['INVENTREE_BASIC_ATTEMPTS', '0'],
    ['INVENTREE_WORKERS', '0'],
    ['INVENTREE_WORKERS', 'many'],
    ['INVENTREE_MEDIA_ACCESS', 'all'],
    ['INVENTREE_PROTECT_SUPERUSERS', 'staff'],
    ['INVENTREE_WORKERS', '65'],
    ['INVENTREE_EMAIL_PORT', 'smtp'],
    ['INVENTREE_EMAIL_SENDER', 'nobody'],
    ['INVENTREE_EMAIL_USERNAME', 'nobody']
  ] as const) {
    let thrown: unknown
    try {
      readConfig({ ...(name.startsWith('INVENTREE_EMAIL') && MAIL_HOST), [name]: value })
    } catch (error) {
      thrown = error
    }
    t.type(thrown, ConfigError, `${name}=${value}`)
    t.match((thrown as Error).message, new RegExp(`^${name} .*(must|only|needs).*\\.$`))
  }
})

t.test('PostgreSQL: where it is and whom to reach it as', async (t) => {
  const env = { INVENTREE_DB_ENGINE: 'postgresql', INVENTREE_DB_NAME: 'parts', INVENTREE_DB_USER: 'mara' }
  t.match(readConfig(env, '/srv'), {
    database: { host: 'localhost', port: 5432, name: 'parts', user: 'mara', password: null },
    dataFolder: '/srv/data',
    mediaRoot: '/srv/data/media'
  })
  t.match(
    readConfig({
      ...env,
      INVENTREE_DB_ENGINE: 'django.db.backends.postgresql',
      INVENTREE_DB_HOST: '/run/postgresql',
      INVENTREE_DB_PORT: '6432',
      INVENTREE_DB_PASSWORD: 'secret'
    }),
    { database: { host: '/run/postgresql', port: 6432, password: 'secret' } }
  )
  for (const [name, value] of [
    ['INVENTREE_DB_NAME', ''],
    ['INVENTREE_DB_USER', ''],
    ['INVENTREE_DB_PORT', 'x'],
    ['INVENTREE_DB_PORT', '0']
  ] as const) {
    t.throws(
      () => readConfig({ ...env, [name]: value }),
      { message: new RegExp(`^${name} is .*(must|needs).*\\.$`) },
      `${name}=${value}`
    )
  }
})

t.test('a database in memory belongs to one process', async (t) => {
  t.throws(() => readConfig({ INVENTREE_DB_NAME: ':memory:', INVENTREE_WORKERS: '2' }), {
    message: 'INVENTREE_WORKERS is 2, but a database in memory belongs to one process alone.'
  })
})
