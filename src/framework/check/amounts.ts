import { wrongAmounts } from '#db/amounts/fill.ts'
import { withoutTriggers } from '#db/without-triggers.ts'
import type { CheckContext, ConsistencyCheck, Problem } from './check.ts'

/** What records show of others, and what the others come to. */
async function amounts({ db }: CheckContext): Promise<Problem[]> {
  let mended: Promise<void> | undefined
  // All are worked out at once, whichever is mended first.
  const mend = async (context: CheckContext) => {
    await (mended ??= context.db.transaction().execute((trx) => withoutTriggers(trx, async () => undefined)))
    return 'worked out anew'
  }
  return (await wrongAmounts(db)).map(({ table, id, column, is, right }) => ({
    text: `${column} of ${table} ${id} is ${is}, its sources come to ${right}`,
    mend
  }))
}

export const AMOUNT_CHECKS: ConsistencyCheck[] = [
  { name: 'amounts that records show of others are right', look: amounts }
]
