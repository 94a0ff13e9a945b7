// What the contract tells of lists and operations.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../support.ts'

/** A parameter of an operation. */
interface Parameter {
  name: string
  schema: { enum?: string[] }
}

interface Operation {
  operationId: string
  parameters?: (Parameter | { $ref: string })[]
}

const { paths, components } = JSON.parse(readFileSync(join(root, 'generated/inventree.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>
  components: { parameters: Record<string, Parameter> }
}

/** What the table of a list can do. */
interface Table {
  path: string
  orderings: string[]
  isSearched: boolean
  isExported: boolean
}

/** The lists that stand by themselves. */
export function tables(): Table[] {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    const known = (get?.parameters ?? []).map((told) =>
      '$ref' in told ? components.parameters[told.$ref.split('/').at(-1)!]! : told
    )
    const schemas = new Map(known.map(({ name, schema }) => [name, schema]))
    if (path.includes('{') || !schemas.has('limit')) return []
    return [
      {
        path,
        orderings: schemas.get('ordering')?.enum ?? [],
        isSearched: schemas.has('search'),
        isExported: schemas.has('export')
      }
    ]
  })
}

/** Whether rows that were marked in the table of a list are deleted together. */
export const canMark = (path: string): boolean => paths[path]?.delete !== undefined

const isOpen = (part: string): boolean => part.startsWith('{')

/** Paths in parts; what is named counts more than what is open. */
const routes = Object.entries(paths)
  .map(([path, operations]) => ({ parts: path.split('/'), operations }))
  .sort((one, other) => one.parts.filter(isOpen).length - other.parts.filter(isOpen).length)

/** The operation that a request asked for. */
export function operationOf(method: string, path: string): string | undefined {
  const parts = path.split('?')[0]!.split('/')
  const found = routes.find(
    (route) =>
      route.parts.length === parts.length && route.parts.every((part, at) => part === parts[at] || isOpen(part))
  )
  return found?.operations[method.toLowerCase()]?.operationId
}
