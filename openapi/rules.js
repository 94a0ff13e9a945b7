// Rules of our own for the contract: what makes it read well, tell the truth, and generate clients that compile.
import { isInPath, markers, needsRole, unfolded } from './markers.js'

const VERBS =
  'list|list_all|overview|retrieve|retrieve_all|retrieve_model|create|update|partial_update|destroy|bulk_update|bulk_partial_update|bulk_destroy|redirect'
const OPERATION_ID = new RegExp(`^[a-z][a-z0-9]*(_[a-z0-9]+)*_(${VERBS})$`)

/** The addresses of signing in keep the names that their own generators give them. */
const SIGN_IN = /^(allauth(_[a-z0-9-]+)+_(get|post|put|patch|delete)|provider(_openid)?_callback_redirect)$/

const nameOf = (reference) => reference?.split('/').at(-1)
const typesOf = (schema) => [schema.type ?? []].flat()

/** `part_list`, not `listParts`: sorted by name, the operations of a thing stand together. */
const nounFirst = () => ({
  Operation(operation, { report, location }) {
    if (![OPERATION_ID, SIGN_IN].some((form) => form.test(operation.operationId ?? ''))) {
      report({
        message: `operationId "${operation.operationId}" must name the thing first and end in one of ${VERBS.replaceAll('|', ', ')}`,
        location: location.child('operationId')
      })
    }
  }
})

/** What can go wrong is documented with its real body. */
const errorResponses = () => ({
  Operation(operation, { report, location, key }) {
    // Those of signing in take no credentials but the cookie, which may be missing, and read JSON whatever it is called.
    const isSignIn = SIGN_IN.test(operation.operationId ?? '')
    const needed = isSignIn ? [] : ['401']
    if (needsRole(operation)) needed.push('403')
    if (operation.requestBody) needed.push('400', '413', ...(isSignIn ? [] : ['415']))
    if ((operation.parameters ?? []).some(isInPath)) needed.push('404')
    if ((operation.parameters ?? []).some((p) => (p.$ref ?? '').endsWith('/export'))) needed.push('400')
    const missing = needed.filter((status) => !operation.responses?.[status])
    if (missing.length)
      report({
        message: `${String(key).toUpperCase()} does not document ${missing.join(', ')}`,
        location: location.child('responses')
      })
  }
})

/** A reader learns from the contract what every parameter and property means. */
const described = () => ({
  Parameter(parameter, { report, location }) {
    if (!parameter.description) report({ message: `parameter "${parameter.name}" has no description`, location })
  },
  Schema(schema, { report, location }) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!property.$ref && !property.description && !property.allOf)
        report({ message: `property "${name}" has no description`, location: location.child(['properties', name]) })
    }
  }
})

/** Constructs that generators of clients are known to stumble over (make clients shows it). */
const generatable = () => {
  const seen = new Map()
  const parametersOf = new Map()
  const parameters = []
  return {
    Operation({ operationId = '' }) {
      parametersOf.set(
        `${operationId.replaceAll(/(^|_)(\w)/g, (_, _before, letter) => letter.toUpperCase())}Request`,
        operationId
      )
    },
    Root: {
      leave(_root, { report, location }) {
        for (const name of seen.values()) {
          if (name.startsWith('New') && seen.has(name.slice(3).toLowerCase()))
            report({
              message: `component "${name}": Go gives this name to what makes a ${name.slice(3)}`,
              location: location.child(['components', 'schemas', name]).key()
            })
          if (parametersOf.has(name))
            report({
              message: `component "${name}": generators give this name to the parameters of ${parametersOf.get(name)}`,
              location: location.child(['components', 'schemas', name]).key()
            })
        }
        for (const name of parameters) {
          if (seen.has(name.toLowerCase()))
            report({
              message: `parameter "${name}": generators give this name to the schema ${seen.get(name.toLowerCase())}`,
              location: location.child(['components', 'parameters', name]).key()
            })
        }
      }
    },
    NamedParameters(named) {
      parameters.push(...Object.keys(named))
    },
    NamedSchemas(schemas, { report, location }) {
      for (const name of Object.keys(schemas)) {
        if (!/^[A-Z][A-Za-z0-9]*$/.test(name))
          report({
            message: `component "${name}": letters and digits alone, a capital first`,
            location: location.child(name).key()
          })
        const twin = seen.get(name.toLowerCase())
        if (twin !== undefined && twin !== name)
          report({
            message: `components "${name}" and "${twin}" differ in letter case alone`,
            location: location.child(name).key()
          })
        seen.set(name.toLowerCase(), name)
      }
    },
    Schema(schema, { report, location, resolve }) {
      const types = typesOf(schema)
      const rest = types.filter((type) => type !== 'null')
      if (rest.length > 1) report({ message: 'several types in one schema: use oneOf', location })
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (property.type === 'null')
          report({
            message: `property "${name}" can be nothing but null`,
            location: location.child(['properties', name])
          })
      }
      if (rest.includes('number') && schema.format !== 'double')
        report({ message: 'a number without format: double becomes single precision', location })
      if (types.includes('null') && schema.pattern) report({ message: 'a pattern on a nullable text', location })
      if (schema.enum && new Set(schema.enum).size < schema.enum.length)
        report({ message: 'the enum repeats a value', location: location.child('enum') })
      if (schema.enum && types.includes('null') && rest[0] === 'integer')
        report({ message: 'a nullable enum of integers', location: location.child('enum') })
      const choices = (schema.oneOf ?? []).map((choice) => choice.$ref ?? JSON.stringify(choice.type ?? choice))
      if (new Set(choices).size < choices.length)
        report({ message: 'oneOf holds the same choice twice', location: location.child('oneOf') })
      const elements = (schema.oneOf ?? []).map((choice) =>
        nameOf((choice.$ref ? resolve(choice).node : choice)?.items?.$ref)
      )
      for (const choice of schema.oneOf ?? []) {
        if (choice.$ref && elements.includes(nameOf(choice.$ref)))
          report({
            message: 'oneOf holds a thing, and an array of the same: give the elements a schema of their own',
            location: location.child('oneOf')
          })
      }
      if (schema.anyOf && schema.anyOf.some((choice) => choice.type === 'array'))
        report({ message: 'anyOf with an array: use oneOf with a named array', location: location.child('anyOf') })
    }
  }
}

/** Texts whose form bounds them, and files, which the server bounds by a setting. */
const BOUNDED_INPUTS = new Set(['file', 'image', 'attachment', 'template', 'moment'])

function boundless(schema) {
  const types = typesOf(schema)
  if (types.includes('array') && schema.maxItems === undefined) return 'a list in a body without maxItems'
  const isFree =
    types.includes('string') &&
    !schema.enum &&
    schema.const === undefined &&
    !['date', 'binary'].includes(schema.format)
  if (isFree && schema.maxLength === undefined && !BOUNDED_INPUTS.has(schema['x-input']))
    return 'a text in a body without maxLength'
  return undefined
}

/** Whatever a body holds has a bound: a server must not work on what nobody can mean. */
const bounded = () => ({
  RequestBody(body, { report, location, resolve }) {
    const seen = new Set()
    const walk = (given, at) => {
      const { node, location: place } = given.$ref
        ? resolve(given, at.source.absoluteRef)
        : { node: given, location: at }
      if (!node || seen.has(node)) return
      seen.add(node)
      const message = boundless(node)
      if (message) report({ message, location: place })
      for (const [name, property] of Object.entries(node.properties ?? {}))
        walk(property, place.child(['properties', name]))
      if (node.items) walk(node.items, place.child('items'))
      for (const kind of ['oneOf', 'allOf'])
        for (const [index, one] of (node[kind] ?? []).entries()) walk(one, place.child([kind, index]))
    }
    const [type, { schema }] = Object.entries(body.content)[0]
    walk(schema, location.child(['content', type, 'schema']))
  }
})

export default () => ({
  id: 'inventree',
  preprocessors: { oas3: { markers } },
  rules: {
    oas3: { 'noun-first': nounFirst, 'error-responses': errorResponses, described, generatable, bounded, unfolded }
  }
})
