import { GUESS_LIMITS, type GuessLimits } from '#auth/guess-limits.ts'
import type { Rate } from '#auth/rates.ts'
import { dictionary } from '#db/dictionary.ts'
import { ConfigError, whole, type Environment } from './config.values.ts'

/** Seconds of the units in a rate. */
const UNITS: Record<string, number> = dictionary({ s: 1, m: 60, h: 3600, d: 86_400 })

/** `5/m`, `10/5m`, `20/h/ip`, `5/m/key`: how many in what time, from one address or under one name. */
const RATE = /^(\d{1,6})\/(\d{0,4})([smhd])(?:\/(ip|key))?$/

/** The longest time that failures are counted for, in seconds. */
const LONGEST = 30 * 86_400

/** The rates in a text, by what they are counted under. */
function ratesIn(name: string, text: string): Partial<Record<'ip' | 'key', Rate>> {
  const rates: Partial<Record<'ip' | 'key', Rate>> = {}
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, most, times, unit, by = 'ip'] = RATE.exec(part) ?? []
    const rate = { most: Number(most), seconds: Number(times || 1) * UNITS[unit ?? '']! }
    const isRate = rate.most > 0 && rate.seconds > 0 && rate.seconds <= LONGEST
    if (!isRate)
      throw new ConfigError(
        `${name} is "${text}", but must be a number, or rates such as 5/m or 10/5m/ip,5/m/key, of 30 days at most.`
      )
    if (rates[by as 'ip'])
      throw new ConfigError(
        `${name} is "${text}", but must hold one rate for addresses (ip), one for names (key), or both.`
      )
    rates[by as 'ip'] = rate
  }
  return rates
}

/** How many failures of a page are heard, by `INVENTREE_LOGIN_ATTEMPTS`. */
function pageLimits(env: Environment, address: number): Pick<GuessLimits, 'page' | 'seconds'> & { login: number } {
  const name = 'INVENTREE_LOGIN_ATTEMPTS'
  const text = env[name]?.trim() ?? ''
  if (!text.includes('/')) {
    const login = whole(env, name, GUESS_LIMITS.pair.login, [1, 1_000_000], 'a number')
    // The reference server counts each failure twice; with the same number this one hears as many.
    return { login, page: Math.max(1, Math.floor(login / 2)) }
  }
  const { ip, key } = ratesIn(name, text)
  return {
    login: key?.most ?? ip!.most,
    page: ip?.most ?? address,
    seconds: { ...(ip && { page: ip.seconds }), ...(key && { pair: key.seconds }) }
  }
}

/** Reads how many failures to sign in are heard. */
export function readGuessLimits(env: Environment): GuessLimits {
  const number = (name: string, initial: number) => whole(env, name, initial, [1, 1_000_000], 'a number')
  const address = number('INVENTREE_ADDRESS_ATTEMPTS', GUESS_LIMITS.address)
  const { login, ...page } = pageLimits(env, address)
  return {
    ...GUESS_LIMITS,
    ...page,
    pair: { login, basic: number('INVENTREE_BASIC_ATTEMPTS', GUESS_LIMITS.pair.basic) },
    address,
    account: number('INVENTREE_ACCOUNT_ATTEMPTS', GUESS_LIMITS.account)
  }
}
