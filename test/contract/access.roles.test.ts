import t from 'tap'
import { RULESET_NAMES } from '#auth/rulesets.ts'
import { VERBS } from '#contract/scopes.ts'
import { build } from '../helper.ts'
import { answerTo, everyRole, rolesNamed, signUp, surprises, tried } from '../support/access-table.ts'

const house = await build(t)

/**
 * What asks for more than being signed in; of the rest test/contract/access.test.ts says that a user without any role
 * is let in.
 */
const asking = tried.filter(({ row: { alternatives } }) => alternatives && alternatives.flat().join() !== 'signed in')

/** What users who hold these roles, and nothing else, are answered otherwise than the table says. */
const holding = async (roles: readonly string[], which = asking) =>
  await surprises(house, await signUp(house, roles), answerTo({ roles: new Set(roles) }), which)

t.test('a user who may view everything', async (t) => t.strictSame(await holding(everyRole(['view'])), []))

for (const name of RULESET_NAMES)
  t.test(`a user with all verbs of the role ${name} alone`, async (t) =>
    t.strictSame(await holding(VERBS.map((verb) => `${name}.${verb}`)), [])
  )

t.test('one verb alone of a role that an operation asks for', async (t) => {
  for (const name of RULESET_NAMES) {
    const named = asking.filter(({ row }) => rolesNamed(row).some((one) => one.startsWith(`${name}.`)))
    for (const verb of VERBS) t.strictSame(await holding([`${name}.${verb}`], named), [], `${name}.${verb}`)
  }
})

t.test('exactly what one of the alternatives names is enough', async (t) => {
  const together = Map.groupBy(
    asking.flatMap((one) =>
      (one.row.alternatives ?? []).filter(({ length }) => length > 1).map((all) => ({ one, all }))
    ),
    ({ all }) => all.join(' & ')
  )
  for (const [name, which] of together) {
    const conditions = which[0]!.all
    const user = await signUp(
      house,
      conditions.filter((condition) => condition.includes('.')),
      { staff: conditions.includes('staff') }
    )
    t.strictSame(
      await surprises(
        house,
        user,
        () => 'in',
        which.map(({ one }) => one)
      ),
      [],
      name
    )
  }
})

t.test('every role but those that an operation names → 403', async (t) => {
  const alike = Map.groupBy(
    asking.filter(({ row }) => rolesNamed(row).length > 0),
    ({ row }) => rolesNamed(row).join()
  )
  for (const [names, which] of alike) {
    const roles = everyRole(VERBS).filter((one) => !names.split(',').includes(one))
    t.strictSame(await surprises(house, await signUp(house, roles), () => 403, which), [], names)
  }
})
