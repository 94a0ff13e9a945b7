import { PostgresAdapter, sql, type Kysely, type OperationNode, type RawBuilder } from 'kysely'

/** A piece of SQL that PostgreSQL has in a form of its own. */
export interface DialectNode extends OperationNode {
  postgres?: () => OperationNode
}

/**
 * SQL that the two databases say differently.
 *
 * @param sqlite how SQLite says it
 * @param postgres how PostgreSQL says it; asked only there
 * @returns SQL that is right in both
 */
export function byDialect<Value>(sqlite: RawBuilder<Value>, postgres: () => RawBuilder<Value>): RawBuilder<Value> {
  const toOperationNode = (): DialectNode => ({
    ...sqlite.toOperationNode(),
    postgres: () => postgres().toOperationNode()
  })
  return sql<Value>`${{ expressionType: undefined, toOperationNode }}`
}

/** Whether a database, or a transaction of it, is PostgreSQL; for what SQL alone cannot say. */
export const isPostgres = (db: Kysely<any>): boolean => db.getExecutor().adapter instanceof PostgresAdapter
