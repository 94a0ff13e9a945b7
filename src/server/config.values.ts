// How single values of the environment are read, and what is said of wrong ones.

/** A wrong value in the environment; the message is for the person who set it. */
export class ConfigError extends Error {}

export type Environment = Record<string, string | undefined>

/** A yes or a no; `initial` where nothing is said. */
export function yesOrNo(env: Environment, name: string, initial: boolean): boolean {
  const text = env[name]?.trim().toLowerCase()
  if (!text) return initial
  if (['true', '1', 'yes', 'on', 't', 'y'].includes(text)) return true
  if (['false', '0', 'no', 'off', 'f', 'n'].includes(text)) return false
  throw new ConfigError(`${name} is "${env[name]}", but must be true or false.`)
}

/** A whole number between two bounds; `what` says in a refusal what it is. */
export function whole(
  env: Environment,
  name: string,
  initial: number,
  [least, most]: [number, number],
  what: string
): number {
  const text = env[name]?.trim()
  if (!text) return initial
  if (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text)
  throw new ConfigError(`${name} is "${env[name]}", but must be ${what} from ${least} to ${most}.`)
}

/** One of some words; the first of them where nothing is said. */
export function choice<T extends string>(env: Environment, name: string, choices: readonly [T, ...T[]]): T {
  const text = env[name]?.trim().toLowerCase()
  if (!text) return choices[0]
  const chosen = choices.find((one) => one === text)
  if (chosen === undefined)
    throw new ConfigError(`${name} is "${env[name]}", but must be one of ${choices.join(', ')}.`)
  return chosen
}
