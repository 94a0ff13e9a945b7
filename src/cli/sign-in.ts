import { withApi } from './api.ts'
import { command, JSON_OPTION, YES_OPTION } from './command.ts'
import { userNamed } from './named.ts'
import { agree, Failure, list, say } from './terminal.ts'

interface Factor {
  pk: number
  type: string
  name: string
  created: string
  last_used: string | null
  unused_codes: number | null
}

interface Session {
  pk: number
  ip: string
  user_agent: string
  created: string
  last_seen: string
}

/** The records that some words name by their primary keys. */
function chosen<One extends { pk: number }>(all: readonly One[], words: readonly string[], what: string): One[] {
  return words.map((word) => {
    const found = all.find(({ pk }) => String(pk) === word)
    if (!found) throw new Failure(`The user has no ${what} ${word}.`)
    return found
  })
}

export const userFactors = command({
  words: 'NAME',
  summary: 'List the second factors of a user, or remove lost ones',
  options: {
    remove: { value: 'PK', help: 'remove this one; recovery codes go with the last other factor' },
    'remove-all': { help: 'remove all: the password alone is enough then' },
    yes: YES_OPTION,
    json: JSON_OPTION
  },
  more: 'Secrets are not shown. Asks before it removes any.',
  examples: [
    'user factors mara',
    'user factors mara --json',
    'user factors mara --remove 3',
    'user factors mara --remove-all --yes'
  ],
  run: ([username], { remove, 'remove-all': all, yes, json }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      const address = `/api/user/${user.id}/factors/`
      const factors: Factor[] = await ask('GET', address)
      const lost = all ? factors : chosen(factors, remove === undefined ? [] : [remove], 'second factor')
      if (lost.length) {
        await agree(`Remove ${lost.map(({ type, pk }) => `${type} ${pk}`).join(', ')} of ${username}?`, yes)
        for (const { pk } of lost) {
          // Recovery codes may have gone with the one before.
          const left: Factor[] = await ask('GET', address)
          if (left.some((one) => one.pk === pk)) await ask('DELETE', `${address}${pk}/`)
        }
      }
      list(
        (await ask('GET', address)) as Factor[],
        {
          pk: (one) => one.pk,
          type: (one) => one.type,
          name: (one) => one.name,
          'set up': (one) => one.created.slice(0, 10),
          'last used': (one) => one.last_used?.slice(0, 10) ?? null,
          'codes left': (one) => one.unused_codes
        },
        json
      )
    })
})

export const userSessions = command({
  words: 'NAME',
  summary: 'List the browsers that a user is signed in with, or sign them out',
  options: {
    end: { value: 'PK', help: 'end this session' },
    'end-all': { help: 'end all sessions; API tokens stay' },
    json: JSON_OPTION
  },
  examples: [
    'user sessions mara',
    'user sessions mara --json',
    'user sessions mara --end 7',
    'user sessions mara --end-all'
  ],
  run: ([username], { end, 'end-all': all, json }, config) =>
    withApi(config, async ({ db, ask }) => {
      const user = await userNamed(db, username!)
      const address = `/api/user/${user.id}/sessions/`
      if (all) await ask('DELETE', address)
      else if (end !== undefined) {
        chosen((await ask('GET', address)) as Session[], [end], 'session')
        await ask('DELETE', `${address}${end}/`)
      }
      if (all || end !== undefined) say(`${username} is signed out${all ? ' everywhere' : ''}`)
      else
        list(
          (await ask('GET', address)) as Session[],
          {
            pk: (one) => one.pk,
            address: (one) => one.ip,
            browser: (one) => one.user_agent,
            since: (one) => one.created.slice(0, 16),
            'last seen': (one) => one.last_seen.slice(0, 16)
          },
          json
        )
    })
})
