/** Names of the rules for texts. */
export type SettingCheck =
  | 'reference-pattern'
  | 'part-name-format'
  | 'batch-template'
  | 'currency-codes'
  | 'mail-domains'
  | 'icon'
  | 'url'
  | 'regex'
  | 'json'

/**
 * What is known about a setting before anyone has set it, and the rules for its value.
 *
 * The rules: docs/behaviour/settings.md#addresses-and-rules, docs/behaviour/order.md#references.
 */
export interface SettingDefinition {
  /** In capital letters; unique among the settings of its kind. */
  readonly key: string
  readonly name: string
  readonly description: string
  readonly type: 'boolean' | 'integer' | 'string' | 'related field'
  /** As it is stored: `True` and `False`, digits, or text. */
  readonly default: string
  readonly units?: string
  /** The only values that are accepted, each with what people call it; or where they come from. */
  readonly choices?: ReadonlyArray<readonly [value: string, shown: string]> | 'currencies' | 'groups' | 'rate-sources'
  readonly minimum?: number
  readonly maximum?: number
  /** Not for forms. The API shows it like any other. */
  readonly hidden?: true
  /** The question to ask before a change; such a setting needs `manual_confirm`. */
  readonly confirm?: string
  /** The value cannot change while the configuration gives this. */
  readonly locked?: 'site-url'
  /** The kind of record that a related field points to, where such records are listed, and which of them may be named. */
  readonly model?: string
  readonly apiUrl?: string
  readonly modelFilters?: Readonly<Record<string, boolean>>
  /** Nobody sees the value once it is set, and it is kept encrypted. */
  readonly secret?: boolean
  /** The rule for the text, beyond its type. */
  readonly check?: SettingCheck
}
