import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { Database } from '#db/database.ts'
import { prepared } from '#db/prepared.ts'
import { databaseCacheOfMany } from '#db/database-cache.ts'
import type { DB } from '#db/tables.ts'
import { lookup } from './lookup.ts'

/** The tables that hold a tree as a nested set. */
export type TreeTable = {
  [T in keyof DB]: DB[T] extends { lft: unknown; parent_id: number | null } ? T : never
}[keyof DB]

/** All of them. Filled by the registry of modules. */
export const TREES: TreeTable[] = []

const MAX_PATH = 250

/** The names from the top down, shortened in the middle beyond 250 characters (docs/behaviour/category.md#json). */
function pathString(names: string[]): string {
  const whole = names.join('/')
  const characters = [...whole]
  if (characters.length <= MAX_PATH) return whole
  return characters.slice(0, 123).join('') + '...' + characters.slice(-123).join('')
}

interface Node {
  id: number
  parent_id: number | null
  name: string
  lft: number
  rght: number
  tree_id: number
  level: number
  pathstring: string
}

/** What says where a row stands in its tree. */
const PLACE = ['lft', 'rght', 'tree_id', 'level', 'pathstring'] as const

function byName(a: Node, b: Node): number {
  if (a.name === b.name) return a.id - b.id
  return a.name < b.name ? -1 : 1
}

/**
 * The rows of a tree whose place is not what names and parents say, as they ought to be: every root has a tree of its
 * own, numbered by name, and siblings stand by name. Rows in a circle, which hang on no root, are left out.
 */
export async function misplaced(db: Database, table: TreeTable): Promise<Node[]> {
  const nodes: Node[] = await db
    .selectFrom(table)
    .select(['id', 'parent_id', 'name', ...PLACE])
    .execute()
  const children = Map.groupBy(nodes.sort(byName), (node) => node.parent_id)
  const changed: Node[] = []
  const walk = (node: Node, tree_id: number, level: number, lft: number, above: string[]): number => {
    const names = [...above, node.name]
    let rght = lft + 1
    for (const child of children.get(node.id) ?? []) rght = walk(child, tree_id, level + 1, rght, names) + 1
    const right = { ...node, lft, rght, tree_id, level, pathstring: pathString(names) }
    if (PLACE.some((column) => right[column] !== node[column])) changed.push(right)
    return rght
  }
  for (const [i, root] of (children.get(null) ?? []).entries()) walk(root, i + 1, 0, 1, [])
  return changed
}

/**
 * Brings the nested set, the levels and the paths of a tree table in line with names and parents. Rows that are right
 * already are not written.
 *
 * @param db inside the transaction that changed a name or a parent
 * @param table the tree
 */
export async function rebuildTree(db: Database, table: TreeTable): Promise<void> {
  for (const { id, lft, rght, tree_id, level, pathstring } of await misplaced(db, table)) {
    await db.updateTable(table).set({ lft, rght, tree_id, level, pathstring }).where('id', '=', id).execute()
  }
}

/** No tree is deeper; the bound ends what an import may have made a circle of. */
const DEEPEST = 1000

/**
 * Loads the paths from the top of a tree down to nodes, the nodes included. It climbs from parent to parent: a nested
 * set is quick to find what lies below, and slow to find what lies above. A node that lies above several is read once,
 * and paths are cached until somebody writes.
 *
 * @param columns what a step shows of its node, which is `above`; its `id` must be among them
 * @param join what it shows of other tables
 * @returns the steps by the primary key of the node, for all nodes at once; nulls and repetitions are passed over
 */
export function ancestorPaths<Step extends { id: number }>(
  table: TreeTable,
  columns: RawBuilder<unknown>,
  join: RawBuilder<unknown> = sql``
): (db: Database, ids: Iterable<number | null>) => Promise<Map<number, Step[]>> {
  const tree = sql.table(table)
  const climb = prepared<{ ids: number[] }, Step & { up: number | null }>(
    (_db, { keys }) => sql`with recursive up (id) as (
    select id from ${tree} where id in ${keys('ids')}
    union select below.parent_id from up cross join ${tree} below where below.id = up.id and below.parent_id is not null)
    select above.parent_id as up, ${columns} from up cross join ${tree} above ${join} where above.id = up.id`
  )
  const cached = databaseCacheOfMany<Step[]>(10_000)
  const load = async (db: Database, keys: number[]): Promise<[number, Step[]][]> => {
    const nodes = new Map((await climb(db, { ids: keys })).map((node) => [node.id, node]))
    return keys.map((key) => [key, pathTo(key, nodes)])
  }
  return (db, ids) => lookup(ids, async (all) => [...(await cached(db, all, (keys) => load(db, keys)))])
}

/** The path from the top down to a node, the node included; of one that was deleted a moment ago nothing. */
function pathTo<Step extends { up: number | null }>(key: number, nodes: Map<number, Step>): Step[] {
  const path: Step[] = []
  let at = nodes.get(key)
  while (at && path.length < DEEPEST) {
    path.push(at)
    at = at.up === null ? undefined : nodes.get(at.up)
  }
  return path.reverse()
}

/**
 * Whether a node lies in the subtree of another, itself included.
 *
 * @param node the primary key looked for
 * @param top the primary key of the subtree's top
 */
export async function inSubtree(db: Database, table: TreeTable, node: number, top: number): Promise<boolean> {
  const range = (id: number) =>
    db.selectFrom(table).select(['tree_id', 'lft', 'rght']).where('id', '=', id).executeTakeFirst()
  const [inner, outer] = [await range(node), await range(top)]
  if (!inner || !outer || inner.tree_id !== outer.tree_id) return false
  return inner.lft >= outer.lft && inner.rght <= outer.rght
}

/** A node of a tree and all below it, as SQL for `in`. */
export const subtree = (
  table: TreeTable,
  top: number | RawBuilder<number | null>
) => sql<number>`(select node.id from ${sql.table(table)} as node
  join ${sql.table(table)} as top on top.tree_id = node.tree_id and top.lft <= node.lft and top.rght >= node.rght where top.id = ${top})`

/** Where a node stands. */
type Place = Pick<Selectable<DB[TreeTable]>, 'id' | 'parent_id' | 'tree_id' | 'lft' | 'rght'>

/**
 * Deletes a node. The nodes below it go too, or move up to its parent.
 *
 * @param db inside a transaction
 * @param withBelow whether the nodes below go too
 * @param clear deletes or moves what lies in the nodes, and deletes what hangs on them, by their keys
 */
export async function deleteNode(
  db: Database,
  table: TreeTable,
  { id, parent_id, tree_id, lft, rght }: Place,
  withBelow: boolean,
  clear: (ids: number[]) => Promise<void>
): Promise<void> {
  // All trees have these columns; the builder wants one table.
  const nodes = table as 'part_category'
  const below = db.selectFrom(nodes).select('id').where('tree_id', '=', tree_id)
  const doomed = withBelow ? await below.where('lft', '>=', lft).where('rght', '<=', rght).execute() : [{ id }]
  const ids = doomed.map((node) => node.id)
  await clear(ids)
  if (!withBelow) await db.updateTable(nodes).set({ parent_id }).where('parent_id', '=', id).execute()
  await db.deleteFrom(nodes).where('id', 'in', ids).execute()
  await rebuildTree(db, table)
}
