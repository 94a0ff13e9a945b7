import { Validator } from '@seriousme/openapi-schema-validator'

/** Marks a specification that was checked before: this server's table of addresses, which it makes of its contract. */
export const CHECKED = 'x-checked'

/** What a compiled schema of Ajv is, as far as the validator uses it. */
interface Check {
  (specification: Record<string, unknown>): unknown
  errors?: unknown
}

const prototype = Validator.prototype as unknown as { getAjvValidator(version: string): Check }
const checkOf = prototype.getAjvValidator

/**
 * fastify-openapi-glue would put the metaschema of OpenAPI together to check what it is given, at every start, which
 * takes a fifth of it, and no option keeps it from that. So the package that it checks with passes over what is marked,
 * and checks everything else as ever (docs/decisions/0022-per-server.md).
 */
prototype.getAjvValidator = function (version) {
  const check: Check = (specification) => {
    if (specification[CHECKED] === true) return true
    const own = checkOf.call(this, version)
    const valid = own(specification)
    check.errors = own.errors
    return valid
  }
  return check
}
