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

const siblings = (nodes: Node[], { id, parent_id }: Node): Node[] =>
  nodes.filter((node) => node.parent_id === parent_id && node.id !== id)

function byName(a: Node, b: Node): number {
  if (a.name === b.name) return a.id - b.id
  return a.name < b.name ? -1 : 1
}

/** Roots stand by the numbers of their trees, other siblings by where they begin; where that says nothing, by name. */
function byPlace(a: Node, b: Node): number {
  const [one, other] = a.parent_id === null ? [a.tree_id, b.tree_id] : [a.lft, b.lft]
  return one === other ? byName(a, b) : one - other
}

/**
 * Gives a node a place before that sibling which is next by name; the others stay in their order. The numbers of trees
 * are shifted as far as that needs, and one that became free stays so.
 */
function place(nodes: Node[], node: Node): void {
  const others = siblings(nodes, node)
  const next = others.filter((one) => byName(node, one) < 0).sort(byName)[0]
  if (node.parent_id !== null) node.lft = next ? next.lft - 0.5 : Infinity
  else if (node.level > 0 || node.tree_id === 0) {
    const to = next?.tree_id ?? nextTree(nodes)
    for (const root of others) if (root.tree_id >= to) root.tree_id++
    node.tree_id = to
  } else {
    const from = node.tree_id
    const before = others.map((root) => root.tree_id).filter((tree) => tree < (next?.tree_id ?? Infinity))
    const to = next && next.tree_id < from ? next.tree_id : Math.max(from, ...before)
    for (const root of others) {
      if (root.tree_id >= to && root.tree_id < from) root.tree_id++
      else if (root.tree_id > from && root.tree_id <= to) root.tree_id--
    }
    node.tree_id = to
  }
}

const nextTree = (nodes: Node[]): number => Math.max(0, ...nodes.map((node) => node.tree_id)) + 1

const readNodes = async (db: Database, table: TreeTable): Promise<Node[]> =>
  await db
    .selectFrom(table)
    .select(['id', 'parent_id', 'name', ...PLACE])
    .execute()

/**
 * The nodes with the place that follows from their parents and from the order in which they stand. Every root has a tree
 * of its own. Nodes in a circle, which hang on no root, are left out.
 */
function placed(nodes: Node[]): Node[] {
  const children = Map.groupBy(nodes, (node) => node.parent_id)
  for (const group of children.values()) group.sort(byPlace)
  const found: Node[] = []
  const walk = (node: Node, tree_id: number, level: number, lft: number, above: string[]): number => {
    const names = [...above, node.name]
    let rght = lft + 1
    for (const child of children.get(node.id) ?? []) rght = walk(child, tree_id, level + 1, rght, names) + 1
    found.push({ ...node, lft, rght, tree_id, level, pathstring: pathString(names) })
    return rght
  }
  let tree = 0
  for (const root of children.get(null) ?? []) walk(root, (tree = Math.max(root.tree_id, tree + 1)), 0, 1, [])
  return found
}

function changed(before: Node[], after: Node[]): Node[] {
  const stored = new Map(before.map((node) => [node.id, node]))
  return after.filter((node) => PLACE.some((column) => node[column] !== stored.get(node.id)![column]))
}

/** The rows of a tree whose place is not what their parents and their order say, as they ought to be. */
export async function misplaced(db: Database, table: TreeTable): Promise<Node[]> {
  const nodes = await readNodes(db, table)
  return changed(nodes, placed(nodes))
}

/** The nodes that a change of a tree gives a new place. */
interface Moved {
  /** Nodes that are new, or have another name or parent: each goes where its name belongs. */
  byName?: number[]
  /** Nodes that came to the top since the one above them is gone: each gets the next number of a tree. */
  orphaned?: number[]
}

/**
 * Brings the nested set, the levels and the paths of a tree table in line with names and parents. Rows that are right
 * already are not written.
 *
 * @param db inside the transaction that changed a name or a parent
 * @param table the tree
 * @param moved what has no place yet
 */
export async function rebuildTree(
  db: Database,
  table: TreeTable,
  { byName: named = [], orphaned = [] }: Moved = {}
): Promise<void> {
  const stored = await readNodes(db, table)
  const nodes = stored.map((node) => ({ ...node }))
  const pick = (ids: number[]) => nodes.filter((node) => ids.includes(node.id)).sort(byName)
  for (const node of pick(named)) place(nodes, node)
  for (const node of pick(orphaned)) node.tree_id = nextTree(nodes)
  for (const { id, lft, rght, tree_id, level, pathstring } of changed(stored, placed(nodes))) {
    await db.updateTable(table).set({ lft, rght, tree_id, level, pathstring }).where('id', '=', id).execute()
  }
}

/**
 * Puts a node that was stored where it belongs, if it is new or has another name or parent.
 *
 * @param before the node before the change
 * @param values what was written
 */
export async function placeNode(
  db: Database,
  table: TreeTable,
  id: number,
  before: Pick<Node, 'name' | 'parent_id'> | null,
  values: { name?: unknown; parent_id?: unknown }
): Promise<void> {
  const differs = (column: 'name' | 'parent_id') => values[column] !== undefined && values[column] !== before?.[column]
  if (!before || differs('name') || differs('parent_id')) await rebuildTree(db, table, { byName: [id] })
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
  const rising = withBelow ? [] : await db.selectFrom(nodes).select('id').where('parent_id', '=', id).execute()
  if (rising.length) await db.updateTable(nodes).set({ parent_id }).where('parent_id', '=', id).execute()
  await db.deleteFrom(nodes).where('id', 'in', ids).execute()
  const keys = rising.map((node) => node.id)
  await rebuildTree(db, table, parent_id === null ? { orphaned: keys } : { byName: keys })
}
