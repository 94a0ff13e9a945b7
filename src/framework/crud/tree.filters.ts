import { sql, type Expression, type SqlBool } from 'kysely'
import type { RequestContext } from '#contract/scopes.ts'
import type { TreeTable } from './tree.ts'

type Asked = Record<string, unknown>

/** What a walk through a tree goes by. */
const PLACE = ['tree_id', 'lft']

/**
 * The query parameters that all trees have in common (docs/behaviour/category.md#tree,
 * docs/behaviour/location.md#list).
 *
 * @param table the tree
 * @returns filters by the name of their parameter, and `also` for the lists that draw a tree
 */
export function treeFilters(table: TreeTable) {
  const all = sql.table(table)
  const own = (column: string) => sql.ref(`${table}.${column}`)
  const atTop = () => sql<SqlBool>`${own('parent_id')} is null`

  /** A number of another node of the tree. */
  const of = (id: number, column: string) =>
    sql`(select ${sql.ref(`top.${column}`)} from ${all} as top where top.id = ${id})`

  /** The condition that a node lies below another. */
  const below = (id: number) =>
    sql<SqlBool>`(${own('tree_id')} = ${of(id, 'tree_id')} and ${own('lft')} > ${of(id, 'lft')} and ${own('rght')} < ${of(id, 'rght')})`

  /** The condition that a node lies on the path to one of those that a subquery names, or is one of them. */
  const leadsTo = (ids: Expression<unknown>) => sql<SqlBool>`exists (select 1 from ${all} as hit where hit.id in ${ids}
    and hit.tree_id = ${own('tree_id')} and hit.lft >= ${own('lft')} and hit.rght <= ${own('rght')})`

  /** The condition that a node is not another, nor lies below it. */
  const outside = (id: number) => sql<SqlBool>`not (${sql.ref(`${table}.id`)} = ${id} or ${below(id)})`

  return {
    /** For `exclude_tree`. */
    outside: (_eb: unknown, id: number) => outside(id),
    parent: (_eb: unknown, id: number, _call: RequestContext, query: Asked) =>
      query.cascade ? below(id) : sql<SqlBool>`${own('parent_id')} = ${id}`,
    cascade: (_eb: unknown, yes: boolean, _call: RequestContext, query: Asked) =>
      yes || query.parent !== undefined ? undefined : atTop(),
    top_level: (_eb: unknown, yes: boolean, _call: RequestContext, query: Asked) =>
      yes && !query.cascade ? atTop() : undefined,
    depth: (_eb: unknown, depth: number, _call: RequestContext, query: Asked) =>
      query.parent === undefined
        ? sql<SqlBool>`${own('level')} <= ${depth}`
        : sql<SqlBool>`${own('level')} <= ${of(query.parent as number, 'level')} + ${Math.trunc(depth)}`,

    /** None of these looks at more than the parameters. */
    filtersBy: { parent: () => '', cascade: () => '', top_level: () => '', depth: () => '' },

    /** For the lists that draw a tree: where they show paths, each path is whole, whatever they are sorted by. */
    pathsFirst: (query: Asked) => {
      const wanted = Number(query.expand_to)
      const there = sql`exists (select 1 from ${all} as it where it.id = ${wanted})`
      if (query.search !== undefined) return PLACE.map((column) => () => own(column))
      return Number.isInteger(wanted)
        ? PLACE.map((column) => () => sql`case when ${there} then ${own(column)} end`)
        : []
    },

    /**
     * What a tree shows beside its matches: the paths to the hits of a search; the path to `expand_to` and the nodes
     * beside that.
     */
    also: async (
      _eb: unknown,
      _call: RequestContext,
      query: Asked,
      matching: Expression<SqlBool>
    ): Promise<Expression<SqlBool>[]> => {
      const paths = query.search === undefined ? [] : [leadsTo(sql`(select id from ${all} where ${matching})`)]
      const wanted = Number(query.expand_to)
      if (!Number.isInteger(wanted)) return paths
      const beside = sql<SqlBool>`(exists (select 1 from ${all} as it where it.id = ${wanted}) and ${own('parent_id')} is not distinct from ${of(wanted, 'parent_id')})`
      return [...paths, leadsTo(sql`(${wanted})`), beside]
    }
  }
}
