// What the eleven rulesets are, in words that a workshop understands, and what follows from what.

export const VERBS = ['view', 'add', 'change', 'delete']

export const RULESETS = {
  admin: ['Administration', 'Users, groups, labels, reports'],
  part_category: ['Part categories', 'How parts are sorted'],
  part: ['Parts', 'The catalogue of parts'],
  bom: ['Bills of materials', 'What goes into an assembly'],
  stock_location: ['Stock locations', 'Rooms, shelves, drawers'],
  stock: ['Stock', 'What lies where, and how much'],
  build: ['Builds', 'Making assemblies'],
  purchase_order: ['Purchase orders', 'Buying, and suppliers'],
  sales_order: ['Sales orders', 'Selling, and customers'],
  return_order: ['Return orders', 'What customers send back'],
  transfer_order: ['Transfer orders', 'Moving stock about']
}

/**
 * What a set of verbs becomes when one is switched on or off: adding, changing and deleting need viewing, adding and
 * deleting need changing; without what they need they go as well.
 *
 * @param had the verbs before
 */
export function follow(had, verb, on) {
  const verbs = new Set(had)
  if (on) verbs.add(verb)
  else verbs.delete(verb)
  if (on) {
    if (verb === 'add' || verb === 'delete') verbs.add('change')
    verbs.add('view')
  } else if (verb === 'view') verbs.clear()
  else if (verb === 'change') {
    verbs.delete('add')
    verbs.delete('delete')
  }
  return verbs
}

/** A few verbs in words: "view, add and change". */
export const inWords = (verbs) => {
  const all = VERBS.filter((verb) => new Set(verbs).has(verb))
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('')
}

/** What a group's rulesets permit, in a line. */
export function summary(roles) {
  const granted = roles.filter((one) => one.can_view)
  if (granted.length === 0) return 'nothing yet'
  const all = (flag) => roles.length === Object.keys(RULESETS).length && roles.every((one) => one[flag])
  if (all('can_add') && all('can_delete')) return 'everything'
  const writes = roles.filter((one) => one.can_change)
  if (writes.length === 0)
    return all('can_view')
      ? 'may look at everything'
      : `may look at ${granted.map((one) => RULESETS[one.name][0].toLowerCase()).join(', ')}`
  return `may change ${writes.map((one) => RULESETS[one.name][0].toLowerCase()).join(', ')}`
}
