// What the contract says in a word and means at length: the markers that are unfolded before anybody else reads it, the
// rules and the bundle included. What is written beside a marker counts, in place of what the marker would say.
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = dirname(fileURLToPath(import.meta.url))
const COMMON = 'common.yaml'

/** Parameters that go together, by what `x-parameters` calls them. */
const PARAMETERS = {
  page: ['limit', 'offset'],
  search: ['search', 'searchRegex', 'searchWhole'],
  export: ['export', 'exportFormat', 'exportPlugin'],
  'export-parametric': ['export', 'exportFormat', 'exportPluginParametric', 'exportActiveParameters'],
  'export-parts': [
    'export',
    'exportFormat',
    'exportPluginParts',
    'exportActiveParameters',
    'exportStocktakePricing',
    'exportStocktakeExternal'
  ],
  'export-bom': [
    'export',
    'exportFormat',
    'exportPluginBom',
    'exportLevels',
    'exportTotalQuantity',
    'exportSubstitutes',
    'exportSuppliers',
    'exportManufacturers',
    'exportParameters',
    'exportStock',
    'exportPricing'
  ]
}

/** A reference to what stands in a file of openapi/, as the file that is being read has to write it. */
function refer(file, pointer, from) {
  const path = relative(dirname(from), `${ROOT}/${file}`)
  return { $ref: `${path.startsWith('.') ? path : `./${path}`}#/${pointer}` }
}

/** What is copied from one file to another, with its references as the other has to write them. */
function moved(node, from, to) {
  if (node === null || typeof node !== 'object') return node
  if (Array.isArray(node)) return node.map((one) => moved(one, from, to))
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== '$ref') return [key, moved(value, from, to)]
      const [file, pointer] = value.split('#')
      const path = file ? join(dirname(from), file) : from
      return [key, path === to ? `#${pointer}` : refer(relative(ROOT, path), pointer.slice(1), to).$ref]
    })
  )
}

/** `x-copy-of: { $ref: … }` is what it refers to, word by word, where a reference would show in the bundle. */
function copied(node, { location, resolve }) {
  if (typeof node !== 'object' || !('x-copy-of' in node)) return node
  const { 'x-copy-of': reference, ...own } = node
  const found = resolve(reference)
  if (!found.node) return node
  return { ...moved(found.node, found.location.source.absoluteRef, location.source.absoluteRef), ...own }
}

/** `x-parameters: [page, search]` in a list of parameters is those of PARAMETERS.page and PARAMETERS.search. */
function parameters(list, context) {
  const file = context.location.source.absoluteRef
  return list.flatMap((parameter) => {
    if ('x-copy-of' in parameter) return [copied(parameter, context)]
    const groups = [parameter['x-parameters']].flat()
    if (!groups.every((group) => group in PARAMETERS)) return [parameter]
    return groups.flatMap((group) => PARAMETERS[group].map((name) => refer(COMMON, `parameters/${name}`, file)))
  })
}

/** Whether a parameter is part of the address, so that it may name what is not there. */
export const isInPath = (parameter) => parameter.in === 'path' || (parameter.$ref ?? '').endsWith('/id')
const isPaged = (parameter) => (parameter.$ref ?? '').endsWith('/limit')

/** Whether signing in is not enough for an operation. */
export function needsRole({ security = [{ tokenAuth: ['g:read'] }] }) {
  const open = security.some((way) => Object.keys(way).length === 0)
  return !open && security.flatMap((way) => way.tokenAuth ?? []).every((scope) => scope !== 'g:read')
}

/** The refusals that an operation has by its nature: by who may, and by what it takes. */
function standardAnswers(operation) {
  const given = operation.parameters ?? []
  const names = { 401: 'Unauthorized' }
  if (needsRole(operation)) names[403] = 'Forbidden'
  if (given.some(isInPath)) names[404] = 'NotFound'
  if (given.some(isPaged)) names[400] = 'BadQuery'
  if (operation.requestBody) Object.assign(names, { 400: 'BadRequest', 413: 'TooLarge', 415: 'UnsupportedMediaType' })
  return names
}

/** What an answer that clients keep (`x-kept`) is answered with as well; those to one user are kept by the server alone. */
const notModified = (operation) => (['shared', 'forever'].includes(operation['x-kept']) ? { 304: 'NotModified' } : {})

/** `x-answers: standard` among the answers of an operation: its standard answers, as far as it gives none of its own. */
function answers(operation, file) {
  const { 'x-answers': marker, ...own } = operation.responses
  // One that is misspelt stays, so that it is told.
  if (marker !== undefined && marker !== 'standard') return operation.responses
  const names = Object.entries({
    ...(marker ? standardAnswers(operation) : {}),
    ...notModified(operation)
  })
  const standard = names.map(([status, name]) => [status, refer(COMMON, `responses/${name}`, file)])
  return { ...Object.fromEntries(standard), ...own }
}

const itemsOf = (name) => ({ type: 'array', items: { $ref: `#/schemas/${name}` } })
const pageOrArray = (called) => `The ${called} as one page (with \`limit\`) or as a bare array (without)`
const link = (description) => ({ type: ['string', 'null'], format: 'uri', description })

/**
 * What a schema with a marker is, by the marker. The schema of a record is named as in the same file. What only a marker
 * refers to is not unfolded itself, for Redocly looks for references before: so a choice is written out.
 */
const SCHEMAS = {
  'x-array-of': ({ schema, called }) => ({
    description: `The ${called} as a bare array, all that match.`,
    ...itemsOf(schema)
  }),

  'x-page-of': ({ schema, called, count, counted = `How many ${called} match in all.` }) => ({
    description: `One page of ${called}.`,
    type: 'object',
    required: ['count', 'next', 'previous', 'results'],
    properties: {
      count: { type: 'integer', description: counted, example: count },
      next: link('The address of the next page; null on the last one.'),
      previous: link('The address of the page before; null on the first one.'),
      results: { ...itemsOf(schema), description: `The ${called} of this page.` }
    }
  }),

  'x-page-or-array-of': (called) => ({ description: `${pageOrArray(called)}.` }),

  'x-page-array-or-export-of': (called) => ({
    description: `${pageOrArray(called)}; with \`export\` the data output that says where the file is.`
  })
}

/** What an answer with a marker is: a record that is not there, by what it is called and by its model. */
const RESPONSES = {
  'x-no-such': ({ called, model, example = 'unknown' }, file) => ({
    description: `There is no such ${called}.`,
    content: {
      'application/json': {
        schema: refer(COMMON, 'schemas/Detail', file),
        examples: {
          [example]: {
            summary: `No ${called} with this pk`,
            value: { detail: `No ${model} matches the given query.` }
          }
        }
      }
    }
  })
}

/** Puts what the markers of `kinds` mean in place of them; the object stays the same, for others refer to it. */
function unfold(kinds, node, file) {
  const marker = Object.keys(kinds).find((name) => name in node)
  if (!marker) return
  const { [marker]: told, ...own } = node
  for (const key of Object.keys(node)) delete node[key]
  Object.assign(node, kinds[marker](told, file), own)
}

/** Finds markers that were not unfolded: misspelt, in a wrong place, or referred to by a marker alone. */
export const unfolded = () => {
  const names = ['x-parameters', 'x-answers', 'x-copy-of', ...Object.keys(SCHEMAS), ...Object.keys(RESPONSES)]
  return {
    any(node, { report, location }) {
      for (const name of names)
        if (node !== null && typeof node === 'object' && name in node)
          report({ message: `${name} means nothing here`, location: location.child(name).key() })
    }
  }
}

/** Unfolds every marker; Redocly calls it before the rules, and before it bundles. */
export const markers = () => ({
  Operation(operation, context) {
    const file = context.location.source.absoluteRef
    if (operation.parameters) operation.parameters = parameters(operation.parameters, context)
    if (!operation.responses) return
    const given = Object.entries(answers(operation, file))
    operation.responses = Object.fromEntries(given.map(([status, answer]) => [status, copied(answer, context)]))
  },
  Response(response, { location }) {
    unfold(RESPONSES, response, location.source.absoluteRef)
  },
  Schema(schema, { location }) {
    unfold(SCHEMAS, schema, location.source.absoluteRef)
  }
})
