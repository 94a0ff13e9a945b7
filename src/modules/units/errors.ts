/** Anything wrong with a unit, a quantity or a conversion. The message is the reference server's where it has one. */
export class UnitError extends Error {
  override name = 'UnitError'
}

/** A name that no unit carries; `unit` is that name. Message as the reference shows it for custom units. */
export class UndefinedUnitError extends UnitError {
  override name = 'UndefinedUnitError'
  readonly unit: string
  constructor(unit: string) {
    super(`'${unit}' is not defined in the unit registry`)
    this.unit = unit
  }
}
