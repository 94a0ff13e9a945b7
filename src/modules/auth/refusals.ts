import { ApiError } from '#contract/errors.ts'
import { TooManyAttempts } from '#auth/guard.ts'
import type { components } from '#generated/types.d.ts'

/** Something that is wrong with a request, in the form of the sign-in area. */
export type SignInProblem = components['schemas']['SignInError']

/** @param param the field that it is about; undefined where it is about none */
export const problem = (code: string, message: string, param?: string): SignInProblem => ({
  message,
  code,
  ...(param !== undefined && { param })
})

export const REQUIRED = ['required', 'This field is required.'] as const

/** 400 with all that is wrong. */
export const refusal = (errors: readonly SignInProblem[], headers: Record<string, string> = {}): ApiError =>
  new ApiError(400, { status: 400, errors }, { headers })

/** 400 with one thing that is wrong. */
export const refuseFor = (code: string, message: string, param?: string): ApiError =>
  refusal([problem(code, message, param)])

/** 409, with what stands in the way where that is not plain. */
export const conflict = (errors?: readonly SignInProblem[]): ApiError =>
  new ApiError(409, { status: 409, ...(errors && { errors }) })

/** 400 without a word, for what is no JSON object. */
export const unreadable = (): ApiError => new ApiError(400, undefined)

/** 400 for a code or key that is wrong. */
export const incorrect = (param?: string): ApiError => refuseFor('incorrect_code', 'Incorrect code.', param)

/**
 * Here too many attempts are a refusal like the others; the header says how long to wait.
 *
 * @param param the field that was tried; undefined for name and password
 * @returns to be used with `catch`
 */
export const refusedAsTooMany =
  (param?: string) =>
  (error: unknown): never => {
    if (!(error instanceof TooManyAttempts)) throw error
    const told = problem('too_many_login_attempts', 'Too many failed login attempts. Try again later.', param)
    throw refusal([told], error.headers)
  }
