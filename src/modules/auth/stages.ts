import type { ApiError } from '#contract/errors.ts'
import { passwordMark, type Proof } from '#auth/sessions.ts'
import type { BegunSignIn, Flow } from '#auth/sign-in.ts'
import { USER_COLUMNS, type UserRow } from '#auth/users.ts'
import type { Ok } from '#contract/types.ts'
import type { Visit } from './visit.ts'

// A sign-in from its first proof to the session: which stages are due, and in what order (docs/behaviour/auth.md#stages).

type Entered = Ok<'allauth_auth_login_post'>

/** How long a sign-in may take, in milliseconds. */
const PATIENCE = 15 * 60_000

/** The sign-in that this browser has begun, and its user; undefined where there is none any more. */
export async function begunBy(visit: Visit): Promise<{ begun: BegunSignIn; user: UserRow } | undefined> {
  const { begun } = visit.state
  if (!begun || visit.visitor || begun.at + PATIENCE < Date.now()) return undefined
  const user = await visit.context.db
    .selectFrom('user')
    .select(USER_COLUMNS)
    .where('id', '=', begun.userId)
    .executeTakeFirst()
  if (!user?.is_active || passwordMark(user.password) !== begun.passwordMark) return undefined
  return { begun, user }
}

/** The stage that a sign-in has to pass next, as `flows` tells it. */
async function nextStage(visit: Visit, begun: BegunSignIn, user: UserRow): Promise<Flow | undefined> {
  for (const stage of visit.area.stages) {
    if (begun.passed.includes(stage.id)) continue
    const flow = await stage.due(begun, user, visit.context)
    if (flow) return flow
  }
  return undefined
}

/** What is pending in this browser; undefined where nothing is. */
export async function pendingFlow(visit: Visit): Promise<Flow | undefined> {
  const found = await begunBy(visit)
  if (found) return await nextStage(visit, found.begun, found.user)
  if (visit.visitor) return undefined
  return visit.area.parts.map((part) => part.pending?.(visit.state)).find((flow) => flow !== undefined)
}

/** 401 that tells what is pending; see `signedOut` of `Visit`. */
export async function pendingAnswer(visit: Visit, known: false | null = false): Promise<ApiError> {
  return visit.signedOut(await pendingFlow(visit), known)
}

/**
 * Begins a sign-in: after a right password, a signup, a mail that was opened, a word of another provider. It passes every
 * stage that is due.
 *
 * @param proof what was proved; undefined where the API tells of none
 * @returns the session, where no stage is due
 * @throws 401 with the stage that is pending; the sign-in is kept in a session with a key of its own
 */
export async function beginSignIn(visit: Visit, user: UserRow, proof?: Proof): Promise<Entered> {
  const { begun: before } = visit.state
  const proofs = [...(before?.userId === user.id ? before.proofs : []), ...(proof ? [proof] : [])]
  const begun = { userId: user.id, passwordMark: passwordMark(user.password), proofs, passed: [], at: Date.now() }
  const pending = await nextStage(visit, begun, user)
  if (!pending) return await visit.enter(user, proofs)
  await visit.restart({ begun })
  throw visit.signedOut(pending)
}

/**
 * Goes on with a sign-in, one of whose stages was passed.
 *
 * @param proof what was proved by that; undefined where it proves nothing
 * @returns the session, where no other stage is due
 * @throws 401 with the stage that is pending now
 */
export async function passStage(visit: Visit, id: Flow['id'], proof?: Proof): Promise<Entered> {
  const found = await begunBy(visit)
  if (!found) throw await pendingAnswer(visit, null)
  const { user } = found
  const begun: BegunSignIn = {
    ...found.begun,
    proofs: [...found.begun.proofs, ...(proof ? [proof] : [])],
    passed: [...found.begun.passed, id]
  }
  const pending = await nextStage(visit, begun, user)
  if (!pending) return await visit.enter(user, begun.proofs)
  await visit.keep({ begun })
  throw visit.signedOut(pending)
}
