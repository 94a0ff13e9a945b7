import { transact } from '#db/transaction.ts'
import { operation } from './area.ts'
import { addFactor, changeFactor, isKind, keyJSON, removeFactors, usableFactors, type Factor } from './factor-store.ts'
import { againstFactors, completeWithCodes, requireFactorsAllowed, requireRecentProof } from './factors.ts'
import { key, keys, object, optionalText, requiredText } from './fields.ts'
import { conflict, incorrect, refuseFor } from './refusals.ts'
import type { Visit } from './visit.ts'
import { creationOptions, newChallenge, relyingPartyOf, verifyNewKey } from './webauthn.ts'

/** How many keys somebody may have. */
const KEYS_AT_MOST = 100

/** The security keys of whoever is signed in, the oldest first. */
export async function keysOf({ area, context }: Visit, userId: number): Promise<Factor<'webauthn'>[]> {
  const factors = await usableFactors(context.db, area, userId)
  return factors.filter((factor) => isKind(factor, 'webauthn'))
}

const NAMES = ['Master key', 'Backup key']

/** What a key is called that got no name. */
const nameOf = (before: number) => NAMES[before] ?? `Key nr. ${before + 1}`

/** Stores a key that was verified, and recovery codes with it where there are none. */
const storeKey = ({ area, user, context }: Visit, data: Factor<'webauthn'>['data'], counter: number) =>
  transact(context.db, async (db) => {
    const factor = await addFactor(db, area.vault, user.id, 'webauthn', data, counter)
    return { factor, recovery_codes_generated: await completeWithCodes(db, area, user.id) }
  })

/** Security keys: added, renamed, taken away. */
export const KEYS = {
  ...operation('allauth_account_authenticators_webauthn_get', {
    kind: 'webauthn',
    signedIn: true,
    act: async (visit, _values, send, { rawQuery }) => {
      await requireFactorsAllowed(visit)
      await requireRecentProof(visit)
      const { user, context } = visit
      const passkey = rawQuery.passwordless !== undefined
      const challenge = newChallenge()
      await visit.keep({ challenge: { text: challenge, verifiesUser: passkey } })
      const name = (await visit.addressOf(user)) ?? user.username
      const owner = { id: user.id, name, displayName: user.username }
      const has = await keysOf(visit, user.id)
      const creation_options = creationOptions(context.request, owner, { challenge, keys: has, passkey })
      return send(200, { status: 200, data: { creation_options } })
    }
  }),
  ...operation('allauth_account_authenticators_webauthn_post', {
    kind: 'webauthn',
    signedIn: true,
    fields: { name: optionalText({ most: 100 }), credential: object },
    validate: async (visit, reading) => {
      const against = await againstFactors(visit)
      if (against) reading.complain(undefined, against.code, against.message)
    },
    act: async (visit, { name, credential }, send) => {
      await requireRecentProof(visit)
      const { challenge } = visit.state
      const rpId = relyingPartyOf(visit.context.request)
      const counter = challenge && (await verifyNewKey(credential, { ...challenge, challenge: challenge.text, rpId }))
      if (counter === undefined) throw incorrect()
      const has = await keysOf(visit, visit.user.id)
      if (has.length >= KEYS_AT_MOST) throw refuseFor('too_many_keys', `There are ${KEYS_AT_MOST} keys already.`)
      if (has.some(({ data }) => data.credential.id === credential.id)) throw incorrect()
      // Once: of two requests with the same challenge, one finds it gone.
      await visit.keep({ challenge: undefined })
      const { factor, ...meta } = await storeKey(visit, { name: name || nameOf(has.length), credential }, counter)
      await visit.tell('webauthn_added')
      return send(200, { status: 200, data: keyJSON(factor), meta })
    }
  }),
  ...operation('allauth_account_authenticators_webauthn_put', {
    kind: 'webauthn',
    signedIn: true,
    fields: { id: key, name: requiredText({ most: 100 }) },
    validate: async (visit, reading) => {
      const { id } = reading.values
      if (id !== undefined && !(await keysOf(visit, visit.user.id)).some((one) => one.id === id))
        reading.complain(
          'id',
          'invalid_choice',
          'Select a valid choice. That choice is not one of the available choices.'
        )
    },
    act: async (visit, { id, name }, send) => {
      await requireRecentProof(visit)
      const factor = (await keysOf(visit, visit.user.id)).find((one) => one.id === id)
      const data = factor && { ...factor.data, name }
      if (!factor || !(await changeFactor(visit.context.db, visit.area.vault, factor, data!))) throw conflict()
      return send(200, { status: 200, data: keyJSON({ ...factor, data: data! }) })
    }
  }),
  ...operation('allauth_account_authenticators_webauthn_delete', {
    kind: 'webauthn',
    signedIn: true,
    fields: { authenticators: keys },
    validate: async (visit, reading) => {
      const own = new Set((await keysOf(visit, visit.user.id)).map(({ id }) => id))
      const other = reading.values.authenticators?.find((id) => !own.has(id))
      if (other !== undefined)
        reading.complain(
          'authenticators',
          'invalid_choice',
          `Select a valid choice. ${other} is not one of the available choices.`
        )
    },
    act: async (visit, { authenticators }, send) => {
      await requireRecentProof(visit)
      await transact(visit.context.db, (db) => removeFactors(db, visit.user.id, authenticators))
      for (const _key of new Set(authenticators)) await visit.tell('webauthn_removed')
      return send(200, { status: 200 })
    }
  })
}
