/**
 * Who may do what, from `test/contract/access-table.tsv`: a source of its own, reviewed by hand against the reference, so that a wrong scope in the
 * contract does not make its own test pass.
 */
import { readFileSync } from 'node:fs'

/** One operation and the alternatives that let a user in; all conditions of an alternative are needed together. */
export interface AccessRow {
  id: string
  /** Method and address, as the contract has them. */
  request: string
  /** `signed in`, `staff`, `superuser`, or a role with a verb such as `part.view`; null where anyone may, also without credentials. */
  alternatives: string[][] | null
}

/** What a user has, as the table names it. */
export interface Holder { staff?: boolean, superuser?: boolean, roles?: ReadonlySet<string> }

export const accessTable: AccessRow[] = readFileSync(new URL('../contract/access-table.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1)
  .map((line) => {
    const [id, request, who] = line.split('\t') as [string, string, string]
    return { id, request, alternatives: who === 'anyone' ? null : who.split(' | ').map((alternative) => alternative.split(' & ')) }
  })

/** The roles with verbs that a row names, each once. */
export const rolesNamed = ({ alternatives }: AccessRow): string[] => [...new Set(alternatives?.flat().filter((one) => one.includes('.')))]

function has (holder: Holder, condition: string): boolean {
  if (condition === 'signed in') return true
  if (condition === 'staff') return holder.staff ?? false
  if (condition === 'superuser') return holder.superuser ?? false
  return holder.superuser || (holder.roles?.has(condition) ?? false)
}

/** Whether a signed-in user is let in. */
export const admits = ({ alternatives }: AccessRow, holder: Holder): boolean =>
  !alternatives || alternatives.some((alternative) => alternative.every((condition) => has(holder, condition)))
