// What the contract tells of lists and operations.
import { isExportable, loadContract } from '#contract/document.ts'

const { operations, resolve } = loadContract()

/** What the table of a list can do. */
interface Table {
  path: string
  orderings: string[]
  isSearched: boolean
  isExported: boolean
}

/** The lists that stand by themselves. */
export function tables(): Table[] {
  return operations.flatMap((operation) => {
    const { method, path } = operation
    const schemas = new Map(operation.query.map(({ name, schema }) => [name, resolve(schema)]))
    if (method !== 'get' || path.includes('{') || !schemas.has('limit')) return []
    return [
      {
        path,
        orderings: (schemas.get('ordering')?.enum ?? []).map(String),
        isSearched: schemas.has('search'),
        isExported: isExportable(operation)
      }
    ]
  })
}

/** Whether rows that were marked in the table of a list are deleted together. */
export const canMark = (list: string): boolean =>
  operations.some(({ method, path }) => method === 'delete' && path === list)

const isOpen = (part: string): boolean => part.startsWith('{')

/** Operations with their paths in parts; what is named counts more than what is open. */
const routes = operations
  .map(({ id, method, path }) => ({ id, method, parts: path.split('/') }))
  .sort((one, other) => one.parts.filter(isOpen).length - other.parts.filter(isOpen).length)

/** The operation that a request asked for. */
export function operationOf(method: string, path: string): string | undefined {
  const parts = path.split('?')[0]!.split('/')
  return routes.find(
    (route) =>
      route.method === method.toLowerCase() &&
      route.parts.length === parts.length &&
      route.parts.every((part, at) => part === parts[at] || isOpen(part))
  )?.id
}
