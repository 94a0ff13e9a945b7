import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions
} from 'fastify'
import { fileURLToPath } from 'node:url'
import { outsideChanges, type Database } from '#db/database.ts'
import { failureOf } from '#db/failures.ts'
import { addressOf, answerError, bindContract } from '#contract/bind.ts'
import type { BoundHandler } from '#contract/binding.ts'
import {
  answerUnreadable,
  checkEnvelope,
  urlPath,
  waitForEarlierAnswers,
  handleUnusualRequests
} from '#contract/connection.ts'
import { loadContract } from '#contract/document.ts'
import { noSuchEndpoint } from '#contract/errors.ts'
import { ifPossible } from '#contract/failures.ts'
import { cleanForwardedFor, isWithin } from '#contract/networks.ts'
import { Sites } from '#contract/site.ts'
import { lastOfEach, readMediaTypes } from '#contract/media.ts'
import { describeOperations, sentFields } from '#contract/options.ts'
import { formSource } from '#framework/forms.ts'
import type { Caller } from '#contract/scopes.ts'
import { Authenticator } from '#auth/authenticate.ts'
import { Cookies } from '#auth/cookies.ts'
import { Enforcement } from '#auth/enforcement.ts'
import { Guard } from '#auth/guard.ts'
import { GUESS_LIMITS } from '#auth/guess-limits.ts'
import { FACTOR_KINDS } from '#auth/factor-kinds.ts'
import { RequestRates } from '#auth/rates.ts'
import type { Vault } from '#auth/tokens.ts'
import { formTargets, Providers } from '#modules/sso/index.ts'
import { Background } from '#framework/background.ts'
import { checkerOf } from '#framework/plugins/checks.ts'
import { pluginExporters } from '#framework/plugins/exporters.ts'
import { Plugins } from '#framework/plugins/plugins.ts'
import { Printer } from '#framework/pdf/printer.ts'
import { OwnRequests } from './as-user.ts'
import type { Config } from './config.ts'
import { daily, dailyWorkBy } from './daily.ts'
import { dataOutputs, exporting } from '#modules/data-output/index.ts'
import { handlers } from './handlers.ts'
import { logger, logRequests } from './log.ts'
import { RequestFiles } from '#framework/files/files.ts'
import { mediaOf } from '#framework/files/media.ts'
import { RESUME } from '#framework/jobs/resume.ts'
import { JobRunner } from '#framework/jobs/runner.ts'
import { Dispatcher } from '#framework/events/dispatcher.ts'
import { LiveEvents } from '#framework/events/live.ts'
import { LogWatch } from '#framework/events/watch.ts'
import { Mailer } from '#framework/mail/mailer.ts'
import { shareFigures } from './metrics/figures.ts'
import { countRequests } from './metrics/requests.ts'
import { serveMedia } from '#framework/files/serve.ts'
import { existing, isModel } from '#framework/models.ts'
import { logDatabase, lookAtDatabase } from './condition.ts'
import { keepReport } from './error-report.ts'
import { IMPORT_LIMITS } from '#framework/import-limits.ts'
import { lazyFiles } from '#framework/lazy-server.ts'
import { serveDocs } from './docs.ts'
import { baseHeaders, requestId, shareAcrossOrigins, trustedOrigins } from './headers.ts'
import { isPublic, servePages } from './pages.ts'
import { servePlugins } from './plugins.ts'
import { serveWeb } from './web/serve.ts'
import { relievePressure } from './pressure.ts'
import { resumeJob } from './resume.ts'
import { Machines } from '#modules/machine/index.ts'
import { tellOfMail } from '#modules/plugins/index.ts'
import { jobHandlersOf, listenersOf, materialsOf, textChecksOf } from '#modules/registry.ts'
import { Settings } from '#modules/settings/index.ts'
import { Clock } from '#framework/time.ts'
import { UnitStore } from '#modules/units/index.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Tells times in the time zone of the server. */
    clock: Clock
    /** Does what waits in the queue, from the moment on when it listens. */
    jobs: JobRunner
    /** Hands events to those who listen, from the moment on when it listens. */
    dispatcher: Dispatcher
    /** The connections that follow events. */
    liveEvents: LiveEvents
  }
}

/** What a server is built from. */
export interface Parts {
  config: Pick<
    Config,
    | 'logLevel'
    | 'corsAllowAll'
    | 'corsWhitelist'
    | 'siteURL'
    | 'timeZone'
    | 'staticRoot'
    | 'webFolder'
    | 'database'
    | 'mediaRoot'
    | 'backupFolder'
    | 'mediaTarget'
    | 'bucket'
  > &
    Partial<
      Pick<
        Config,
        | 'bodyLimit'
        | 'timeLimit'
        | 'workers'
        | 'metricsAllow'
        | 'mediaAccess'
        | 'protectSuperusers'
        | 'trustedProxies'
        | 'forwarded'
        | 'guessLimits'
        | 'printer'
        | 'newsURL'
        | 'ratesURL'
        | 'variables'
        | 'guardFormulas'
        | 'socialProviders'
        | 'mail'
        | 'confirmDays'
        | 'factorKinds'
        | 'enforceFactors'
        | 'cookieSameSite'
        | 'cookieSecure'
        | 'importLimits'
        | 'pluginFolder'
        | 'pluginInstall'
        | 'webhooksAnywhere'
      >
    >
  db: Database
  vault: Vault
  /**
   * Whom every request counts as coming from; for use inside of this process alone, never for a server that listens.
   */
  everybody?: Caller
}

/**
 * How often to look whether the work of the day is to be done, and when for the first time; in milliseconds. A server
 * that never runs for an hour does it too, and a start is not held up by it.
 */
const [HOUR, FIRST_LOOK] = [3_600_000, 300_000]

/**
 * Where the configuration says nothing else: the largest body that is no file, in bytes, and how long a request may
 * take, in seconds.
 */
const LIMITS = { bodyLimit: 1024 * 1024, timeLimit: 60 }

/**
 * How long a whole request may be on its way, and how long a connection may be silent while there is something to say;
 * in milliseconds.
 */
const [ARRIVAL, SILENCE] = [300_000, 120_000]

/**
 * The contract reads requests and writes answers (read.ts, json.ts). What Fastify has for that takes a good part of a
 * start to load.
 */
const COMPILERS = {
  buildValidator: () => () => () => true,
  buildSerializer: () => () => JSON.stringify
} as unknown as NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>

/**
 * Builds the server; it listens only when told to.
 *
 * @param parts configuration, an open database, and the vault that seals tokens
 * @returns a Fastify server, ready for `listen` or `inject`
 */
export async function buildApp({ config, db, vault, everybody }: Parts): Promise<FastifyInstance> {
  const clock = new Clock(config.timeZone)
  const sites = new Sites(config)
  const setHeaders = baseHeaders(config.siteURL)
  const limits = { ...LIMITS, ...config }
  const app = Fastify({
    logger: logger(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.bodyLimit,
    requestTimeout: ARRIVAL,
    clientErrorHandler: answerUnreadable,
    // checkEnvelope says it in the form of the API.
    http: { requireHostHeader: false },
    rewriteUrl: ({ url }) => sites.withoutPrefix(urlPath(url!)),
    connectionTimeout: SILENCE,
    // What others say of where a request comes from is not heard. Its host and scheme are those of request.site.
    trustProxy: config.trustedProxies?.length ? isWithin(config.trustedProxies) : false,
    schemaController: { compilersFactory: COMPILERS },
    genReqId: requestId,
    // An address that cannot be read, or is longer than any, is one that does not exist.
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply)
      answerError(noSuchEndpoint(addressOf({ raw: request.raw, site: sites.of(request) })), request, reply)
    },
    routerOptions: {
      querystringParser: (text) => lastOfEach(new URLSearchParams(text)),
      maxParamLength: 500
    }
  })
  const note = logDatabase(db, app.log)
  app.setErrorHandler((error, request, reply) => {
    note(error)
    return answerError(error, request, reply, () => {
      // A database that is away keeps none; the log tells of the error all the same.
      keepReport(db, error, request).catch((err: unknown) => {
        if (!failureOf(err)) request.log.error({ err }, 'the report of an error could not be kept')
      })
    })
  })
  app.decorateRequest('site')
  app.addHook('onRequest', (request, _reply, done) => {
    cleanForwardedFor(request.raw.headers)
    request.site = sites.of(request)
    done()
  })
  // Twice: what waits for a body goes on by an event of the connection.
  const enter = ({ site }: FastifyRequest, _reply: FastifyReply, done: () => void) =>
    clock.run(() => sites.run(site, done))
  app.addHook('onRequest', enter)
  app.addHook('preHandler', enter)
  app.decorate('clock', clock)
  app.addHook('onRequest', async (request, reply) => {
    if (!(await waitForEarlierAnswers(request, reply))) return reply.hijack()
    setHeaders(request, reply)
    // Node reads nothing more after a request that offers another protocol, which this server declines.
    if (request.headers.upgrade !== undefined) reply.header('connection', 'close')
    checkEnvelope(request)
  })
  handleUnusualRequests(app.server)
  const trusted = trustedOrigins(config)
  await shareAcrossOrigins(app, config.corsAllowAll, trusted)
  await relievePressure(app)
  await readMediaTypes(app)

  logRequests(app, config.logLevel)
  const figures = shareFigures(countRequests(app))
  const settings = new Settings(db)
  const units = new UnitStore(db)
  const guard = new Guard({ db, vault, limits: config.guessLimits ?? GUESS_LIMITS, log: app.log })
  const rates = new RequestRates(db, vault)
  const cookies = new Cookies(config)
  // Nobody can be told to give what nobody can set up.
  const asksForFactors = (config.factorKinds ?? FACTOR_KINDS).some((kind) => kind !== 'recovery_codes')
  const isDuty = () => config.enforceFactors || settings.flag('LOGIN_ENFORCE_MFA')
  const enforcement = new Enforcement(db, () => asksForFactors && isDuty())
  const authenticator = new Authenticator({ db, trusted, guard, cookies, enforcement, log: app.log })
  await authenticator.register(app)
  const own = new OwnRequests(app)
  const identify = async (request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> => {
    const taken = own.take(request)
    if (everybody) return everybody
    if (taken) return (await authenticator.userWith(taken.user, taken.rights)) ?? null
    const caller = await authenticator.identify(request, reply)
    // A page without the token can change nothing, and takes its user for signed out.
    if (caller?.sessionId) cookies.keepCsrf(request, reply)
    return caller
  }
  const media = mediaOf(config)
  media.watch((trouble) => {
    if (trouble) app.log.error({ err: trouble }, 'uploaded files cannot be reached')
    else app.log.warn('uploaded files can be reached again')
  })
  await serveMedia(app, { db, media, access: config.mediaAccess ?? 'roles', identify })
  const outputs = dataOutputs(media, { guardFormulas: config.guardFormulas ?? true })
  const jobs = new JobRunner({ db, log: app.log })
  app.decorate('jobs', jobs)
  const background = new Background(jobs)
  const printer = new Printer(config.printer)
  const mailer = new Mailer({
    server: config.mail ?? null,
    vault,
    log: app.log,
    ...(config.pluginFolder ? { written: tellOfMail } : {})
  })
  const { importLimits = IMPORT_LIMITS, pluginInstall = true } = config
  const plugins = new Plugins({
    folder: config.pluginFolder ?? null,
    db,
    vault,
    mailer,
    requestAs: own.send,
    log: app.log,
    keepReport: async (error, url) => await keepReport(db, error, { url })
  })
  const watch = clock.run(() => new LogWatch({ db, log: app.log }))
  const liveEvents = new LiveEvents({ db, watch })
  app.decorate('liveEvents', liveEvents)
  const machines = new Machines({ plugins, vault })
  const materials = materialsOf({
    vault,
    settings,
    config: { ...config, importLimits, pluginInstall },
    media,
    background,
    mailer,
    authenticator,
    cookies,
    guard,
    rates,
    requestAs: own.send,
    outputs,
    providers: new Providers(config.socialProviders ?? [], config.siteURL),
    units,
    printer,
    plugins,
    liveEvents,
    machines,
    keepReport: async (error, url) => await keepReport(db, error, { url })
  })
  const dailyJob = dailyWorkBy({ config, settings, background, plugins })
  jobs.know([...jobHandlersOf(materials), resumeJob(own.send, outputs), dailyJob])
  const dispatcher = new Dispatcher({ db, log: app.log, watch }).know(listenersOf(materials))
  app.decorate('dispatcher', dispatcher)
  const contract = { ...loadContract(), checks: textChecksOf(materials) }
  const closing = new AbortController()
  let today = Promise.resolve()
  app.addHook('onListen', async () => {
    void lookAtDatabase(db, config.database, app.log, closing.signal)
    const work = daily({ db, log: app.log })
    const look = () => {
      today = clock.run(work)
    }
    const timers = [setTimeout(look, FIRST_LOOK).unref(), setInterval(look, HOUR).unref()]
    closing.signal.addEventListener('abort', () => {
      for (const timer of timers) clearInterval(timer)
    })
    clock.run(() => {
      jobs.start()
      dispatcher.start()
    })
  })
  app.addHook('onClose', async () => {
    closing.abort()
    liveEvents.end()
    const ended = Promise.all([jobs.stop(), dispatcher.stop()])
    await today
    // What is being printed ends now; it waits for another process.
    await printer.close()
    await plugins.close()
    await ended
  })
  const forms = formSource(contract)
  await bindContract(app, {
    contract,
    handlers: handlers(materials, { config, figures, jobs }) as unknown as Record<string, BoundHandler>,
    db,
    handed: { settings, units, plugins, machines },
    files: () => new RequestFiles(media),
    bodyLimit: limits.bodyLimit,
    timeLimit: limits.timeLimit,
    ownTimeLimit: (request) => (request.resumes === null ? undefined : RESUME.limit),
    uploadLimit: () => settings.number('INVENTREE_UPLOAD_MAX_SIZE'),
    authenticate: async (request, reply, ownForm) => {
      const version = await outsideChanges(db)
      await settings.refresh(version)
      await units.refresh(version)
      return ownForm ? null : await identify(request, reply)
    },
    isModel,
    existing: (model, pks, transaction = db) => existing(transaction, model, pks),
    checkerOf: (list) => checkerOf(plugins, list),
    exporters: pluginExporters,
    exported: exporting(outputs, background),
    describe: async (operations, context) => await describeOperations(forms, operations, context),
    fields: async (operation, context) => await sentFields(forms, operation, context)
  })

  lazyFiles(app, {
    prefix: '/static/',
    root: [...(config.staticRoot ? [config.staticRoot] : []), fileURLToPath(new URL('../../static', import.meta.url))],
    maxAge: '1d',
    allowedPath: isPublic
  })
  servePlugins(app, { plugins, settings, identify })
  serveDocs(app, contract)
  const hasWeb = serveWeb(app, {
    folder: config.webFolder,
    cookies,
    title: async () => {
      // Where the database is away, the page comes all the same.
      await ifPossible(async () => settings.refresh(await outsideChanges(db)))
      return settings.text('INVENTREE_INSTANCE')
    },
    forms: formTargets(config.socialProviders ?? [])
  })
  servePages(app, sites.prefix, hasWeb)
  return app
}
