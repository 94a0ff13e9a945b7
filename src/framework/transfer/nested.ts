/** Where a record stands in its tree. */
export interface TreePosition {
  lft: number
  rght: number
  tree_id: number
  level: number
}

/**
 * The nested set of records that know only their parents: every root has a tree of its own, and trees and siblings are
 * numbered in the order given. The reference numbers parts by their primary keys, since they were made in that order.
 *
 * @param rows primary key and parent of every record
 * @returns the numbers by primary key
 */
export function nestedSet(rows: readonly { id: number; parent: number | null }[]): Map<number, TreePosition> {
  const children = Map.groupBy(rows, ({ parent }) => parent)
  const places = new Map<number, TreePosition>()
  let tree_id = 0
  for (const root of children.get(null) ?? []) {
    tree_id++
    let next = 1
    const enter = (id: number, level: number) => {
      const place = { lft: next++, rght: 0, tree_id, level }
      places.set(id, place)
      return { place, below: (children.get(id) ?? []).values() }
    }
    // A stack of its own: chains of variants may be longer than that of the language.
    const open = [enter(root.id, 0)]
    while (open.length) {
      const { value: child } = open.at(-1)!.below.next()
      if (child) open.push(enter(child.id, open.length))
      else open.pop()!.place.rght = next++
    }
  }
  return places
}
