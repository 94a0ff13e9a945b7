import { ApiError } from '#contract/errors.ts'
import { forbidden } from '#contract/errors.ts'
import type { RequestContext } from '#contract/scopes.ts'
import { withOwnForm, type Call, type Handler, type OperationId, type Send, type Sent } from '#contract/types.ts'
import { FACTOR_KINDS, type FactorKind } from '#auth/factor-kinds.ts'
import type { Flow } from '#auth/sign-in.ts'
import type { Materials } from '#framework/module.ts'
import { Reading, type Fields, type Values } from './fields.ts'
import type { CountedRate } from './rates.ts'
import { RATES } from './rates.ts'
import { pendingAnswer, pendingFlow } from './stages.ts'
import { Visit, type Area } from './visit.ts'

const DISTRUSTED =
  'CSRF verification failed. Ensure INVENTREE_SITE_URL and INVENTREE_TRUSTED_ORIGINS are configured correctly.'

const LOOKS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** An operation of the sign-in area: what it asks for, in the order in which it is looked at, and what it does. */
interface AreaOperation<Id extends OperationId, F extends Fields> {
  /** 404 where this kind of second factor is not served. */
  kind?: FactorKind
  /** 401 where nobody is signed in. */
  signedIn?: true
  /** 401 where this is not the stage that is pending. */
  stage?: Flow['id']
  /** Throws where what it belongs to is not under way. */
  admit?(visit: Visit): Promise<void> | void
  /** 429 where it is asked for too often. */
  rate?: keyof typeof RATES
  /** What the body is, where it is not JSON; a form brings the CSRF token along. */
  reads?: 'form'
  /** 400 where the body is not so; without fields no body is read. */
  fields?: F
  /** Looks at what was read for what only records can tell, so that all that is wrong is told together. */
  validate?(visit: Visit, reading: Reading<F>): Promise<void> | void
  act(visit: Visit, values: Values<F>, send: Send<Id>, call: Call<Id>): Promise<Sent<Id>>
}

/** An operation, as soon as there is a server. */
type Bindable<Id extends OperationId> = { [One in Id]: (area: Area) => Handler<One> }

/** 403, before anything else, for what a page of another site may have sent. */
function checkOrigin({ authenticator }: Area, request: RequestContext['request']): void {
  if (authenticator.csrfProblem(request)) throw forbidden(DISTRUSTED)
}

/** The fields of a form; none where no form was sent. */
const formOf = (body: unknown): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}

/** A page cannot send headers with a form, so the token stands in a field of it. */
function takeFormToken({ request, rawBody }: RequestContext): void {
  const { csrfmiddlewaretoken } = formOf(rawBody)
  if (typeof csrfmiddlewaretoken === 'string') request.headers['x-csrftoken'] ??= csrfmiddlewaretoken
}

/** Everything that is looked at before the body. */
async function admit<Id extends OperationId, F extends Fields>(
  visit: Visit,
  {
    kind,
    signedIn,
    stage,
    admit: further,
    rate
  }: Pick<AreaOperation<Id, F>, 'kind' | 'signedIn' | 'stage' | 'admit' | 'rate'>,
  method: string
): Promise<void> {
  if (kind && !visit.area.kinds.has(kind)) throw new ApiError(404, { status: 404 })
  if (signedIn && !visit.visitor) throw await pendingAnswer(visit)
  if (stage !== undefined && (await pendingFlow(visit))?.id !== stage) throw await pendingAnswer(visit, null)
  await further?.(visit)
  const limit: CountedRate | undefined = rate && RATES[rate]
  if (limit && !LOOKS.has(method)) await visit.count(rate!, limit)
}

async function readBody<Id extends OperationId, F extends Fields>(
  visit: Visit,
  { fields, reads, validate }: AreaOperation<Id, F>
): Promise<Values<F>> {
  if (!fields) return {} as Values<F>
  const { rawBody } = visit.context
  const reading = new Reading(fields, reads ? formOf(rawBody) : rawBody)
  await validate?.(visit, reading)
  return reading.get()
}

/**
 * Declares an operation of the sign-in area (docs/behaviour/auth.md#order-of-checks).
 *
 * @returns the operation under its name, to be spread among others
 */
export function operation<Id extends OperationId, const F extends Fields = {}>(
  id: Id,
  declared: AreaOperation<Id, F>
): Bindable<Id> {
  const bound = (area: Area): Handler<Id> => {
    const enter = async (context: RequestContext): Promise<Visit> => {
      area.cookies.keepCsrf(context.request, context.reply)
      if (declared.reads) takeFormToken(context)
      checkOrigin(area, context.request)
      return await Visit.of(area, context)
    }
    const handler = async (call: Call<Id>, send: Send<Id>): Promise<Sent<Id>> => {
      const visit = await enter(call)
      await admit(visit, declared, call.request.method)
      return await declared.act(visit, await readBody(visit, declared), send, call)
    }
    const otherMethod = async (context: RequestContext): Promise<never> => {
      const visit = await enter(context)
      const { method } = context.request
      // What is wrong with a body is told before that nobody takes it, where there is one way to send it.
      const isOnlyPost = id.endsWith('_post')
      await admit(visit, isOnlyPost ? declared : { kind: declared.kind, signedIn: declared.signedIn }, method)
      if (isOnlyPost && !LOOKS.has(method)) await readBody(visit, declared)
      throw new ApiError(405, undefined)
    }
    return withOwnForm(handler, otherMethod, declared.reads)
  }
  return { [id]: bound } as unknown as Bindable<Id>
}

/** What a server serves of the operations that were declared. */
export function serveArea<Id extends OperationId>(area: Area, declared: Bindable<Id>): { [One in Id]: Handler<One> } {
  const entries = Object.entries<(area: Area) => unknown>(declared).map(([id, bound]) => [id, bound(area)])
  return Object.fromEntries(entries) as { [One in Id]: Handler<One> }
}

/** The kinds of second factors that the configuration has. */
export const kindsServed = ({ factorKinds = FACTOR_KINDS }: Materials['config']): ReadonlySet<FactorKind> =>
  new Set(factorKinds)

/** What a server gives the sign-in area, from what it gives all modules. */
export function areaOf({ authenticator, cookies, guard, rates, vault, config, signIn }: Materials): Area {
  const stages = signIn.flatMap((part) => part.stages ?? []).toSorted((a, b) => a.turn - b.turn)
  return { authenticator, cookies, guard, rates, vault, kinds: kindsServed(config), parts: signIn, stages }
}
