// What a plugin is made of, for those who write one: the entry point `inventree-server/plugin`. The page for them is
// docs/plugins.md; here are the types alone.
import type { paths } from '#generated/types.d.ts'

/** The version of this interface; a plugin names the one that it was written for. */
export const INTERFACE = 1

type Awaitable<Value> = Value | Promise<Value>
/** Anything that JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type JsonObject = Record<string, any> // any: what a plugin makes of its own data is its own affair

type Methods = 'get' | 'post' | 'put' | 'patch' | 'delete'
type Having<Method extends Methods> = {
  [Path in keyof paths]: paths[Path] extends { [M in Method]: object } ? Path : never
}[keyof paths]
type Asked<Path extends keyof paths, Method extends Methods> = paths[Path] extends { [M in Method]: infer Operation }
  ? Operation
  : never
type ParametersOf<Operation, Place extends 'query' | 'path'> = Operation extends {
  parameters: { [P in Place]?: infer Values }
}
  ? [NonNullable<Values>] extends [never]
    ? {}
    : NonNullable<Values>
  : {}
type BodyOf<Operation> = Operation extends { requestBody?: infer Request }
  ? NonNullable<Request> extends { content: { 'application/json': infer Body } }
    ? Body
    : undefined
  : undefined
type ContentOf<Answer> = Answer extends { content: { 'application/json': infer Body } } ? Body : undefined
type AnswerOf<Operation> = Operation extends { responses: infer Answers }
  ? { [Status in keyof Answers & (200 | 201 | 202)]: ContentOf<Answers[Status]> }[keyof Answers & (200 | 201 | 202)]
  : undefined

/** What goes along with a request to the API. */
interface ApiRequest<Operation> {
  /** What the parts of the address in braces stand for. */
  path?: ParametersOf<Operation, 'path'>
  query?: ParametersOf<Operation, 'query'>
  body?: BodyOf<Operation>
}

/** A list comes as one page where a limit was asked for. */
type Narrowed<Answer, Request> = Request extends { query: { limit: number } }
  ? Extract<Answer, { results: unknown }>
  : Answer

type ApiCall<Method extends Methods> = <Path extends Having<Method>, Request extends ApiRequest<Asked<Path, Method>>>(
  address: Path,
  request?: Request
) => Promise<Narrowed<AnswerOf<Asked<Path, Method>>, Request>>

/** The addresses of lists. */
type Lists = {
  [Path in Having<'get'>]: Extract<AnswerOf<Asked<Path, 'get'>>, { results: unknown }> extends never ? never : Path
}[Having<'get'>]
type Listed<Path extends Lists> =
  Extract<AnswerOf<Asked<Path, 'get'>>, { results: unknown }> extends { results: (infer Item)[] } ? Item : never

/**
 * The API of the server, typed from its contract, without HTTP in between. Each call acts with the rights that the
 * administrator granted the plugin; it throws an `ApiError` where the API refuses.
 */
export type Api = { [Method in Methods]: ApiCall<Method> } & {
  /** All records of a list, however many there are, read a page at a time. */
  list<Path extends Lists>(
    address: Path,
    query?: ParametersOf<Asked<Path, 'get'>, 'query'>
  ): AsyncGenerator<Listed<Path>, void>
}

/** What the API refused a plugin. */
export interface ApiError extends Error {
  name: 'ApiError'
  /** The status of the answer, such as 403. */
  status: number
  /** What the answer says. */
  body: unknown
}

/** A small store of the plugin's own: 1,000 keys of at most 200 characters, each with at most 64 kB of JSON. */
export interface Storage {
  /** The value of a key; undefined where it has none. */
  get(key: string): Promise<any> // any: whatever the plugin has put there
  set(key: string, value: Json): Promise<void>
  delete(key: string): Promise<void>
  keys(): Promise<string[]>
}

/** Who is at work. */
export interface User {
  pk: number
  username: string
  /**
   * What they may do themselves, as `stock.change`: the plugin acts in its own name, so that it is for the plugin to ask
   * whether who wants something may have it done.
   */
  rights: string[]
}

/** What every function of a plugin gets as its last argument. */
export interface Context {
  api: Api
  /** The values of the settings for the whole server, by key: texts, numbers, and true or false, as they are declared. */
  settings: Readonly<Record<string, any>> // any: the type follows from what the plugin declares
  /** The values of the user settings of whoever is at work, by key; empty where nobody is. */
  userSettings: Readonly<Record<string, any>> // any: as above
  storage: Storage
  /** Writes to the log of the server, with the name of the plugin. */
  log: { info(text: string): void; warn(text: string): void; error(text: string): void }
  /** Work for later: one of the plugin's own tasks, once, after a delay in seconds. It outlives a restart. */
  queue: { add(task: string, data?: Json, options?: { delay?: number }): Promise<void> }
  /** Sends a mail, where the server has a mail server; needs the right `mail.send`. */
  mail: { send(mail: { to: string; subject: string; text: string }): Promise<void> }
  /** Whoever is at work; null where the server itself is. */
  user: User | null
  /** Aborted where the time for this call is over; what is done afterwards nobody hears of. */
  signal: AbortSignal
}

/** A setting of a plugin. */
export interface Setting {
  /** In capital letters. */
  key: string
  name: string
  description?: string
  type: 'boolean' | 'integer' | 'string' | 'related field'
  default: string | number | boolean
  units?: string
  /** The only values that are accepted, each with what people call it. */
  choices?: [value: string, shown: string][]
  minimum?: number
  maximum?: number
  /** For a related field: the kind of record, such as `part.partcategory`, and the address of the list to choose from. */
  model?: string
  apiUrl?: string
  modelFilters?: Record<string, boolean>
  /** Never shown again once it is set, and kept encrypted. */
  secret?: boolean
  /** Says in a sentence what is wrong with a value; gives nothing where it is fine. */
  validate?(value: string | number | boolean, context: Context): Awaitable<string | undefined>
}

/** A record by its kind and primary key. */
export interface RecordRef {
  /** As the API calls it: `part`, `stockitem`, `stocklocation`, `supplierpart`, `build` … */
  model: string
  pk: number
}

/** A change of a record. */
export interface ChangeEvent extends RecordRef {
  id: string
  action: 'created' | 'changed' | 'deleted'
  /** Where its status became another one. */
  status: { from: number | null; to: number } | null
  /** When, ISO 8601 in UTC. */
  at: string
}

/** What happens where records change. */
export interface EventHandler {
  /** The kinds of records; all of them where it is left out. */
  models?: string[]
  /** Which changes; all of them where it is left out. `transition`: the status became another one. */
  actions?: ('created' | 'changed' | 'deleted' | 'transition')[]
  run(event: ChangeEvent, context: Context): Awaitable<void>
}

/** A piece of work that waits in the queue of the server. */
export interface Task {
  /** After how many minutes it is done again; only when it is queued where it is left out. */
  every?: number
  run(data: any, context: Context): Awaitable<unknown> // any: whatever was queued
}

/** Something that the web client shows. */
export interface Feature {
  /** Where: on the first page, beside a record, in the navigation, or among what can be searched for. */
  feature: 'dashboard' | 'panel' | 'navigation' | 'spotlight_action' | 'primary_action'
  /** Unique among the plugin's own. */
  key: string
  title: string
  description?: string
  /** An icon of the web client, such as `ti:chart-bar:outline`. */
  icon?: string
  /**
   * The file in the folder `static` of the plugin that draws it, and the function in it:
   * `panel.js:renderPanel`.
   */
  source?: string
  /** The kinds of records that a panel stands beside; all of them where it is left out. */
  models?: string[]
  options?: JsonObject
  /** What the function gets to draw; `record` is what the page is about. */
  context?(record: any, context: Context): Awaitable<JsonObject> // any: a RecordRef, or null where there is none
}

/** A request below `/plugin/<key>/`. */
export interface RouteRequest {
  /** What stands behind the slash. */
  path: string
  query: Record<string, string>
  /** JSON where the request says so, else its text. */
  body: any // any: whatever the client sends
  headers: Record<string, string>
}

/** What it is answered with. */
export interface RouteResponse {
  status?: number
  headers?: Record<string, string>
  /** A text or bytes as they are; anything else becomes JSON. */
  body?: unknown
}

/** A label that is to be printed. */
export interface Label {
  /** The page, as PDF. */
  pdf: Uint8Array
  /** The page as PNG, as fine as the setting LABEL_DPI says, for who asked for a `picture`; null for others. */
  png: Uint8Array | null
  /** In millimetres. */
  width: number
  height: number
  copies: number
  /** What it is the label of. */
  record: RecordRef
  /** The file that people would save it as. */
  filename: string
}

/** A printer that an administrator can set up as a machine. */
export interface Driver {
  name: string
  description?: string
  /** What can be set for each machine. */
  settings?: Setting[]
  /** Prints a label, within a minute; what it throws is told to who prints. The next label waits until it is done. */
  print(label: Label, machine: Machine, context: Context): Awaitable<void>
  /** Whether labels are to come as pictures, too; these need a browser on the server. */
  picture?: boolean
  /** How the machine is, within two seconds. It is asked now and then while somebody looks at the list of machines. */
  status?(machine: Machine, context: Context): Awaitable<MachineState>
}

/** How a machine is. */
export interface MachineState {
  code: PrinterStatus
  /** What is to be said beside that. */
  text?: string
  /** What else there is to know of it, such as how many labels are left. */
  properties?: MachineProperty[]
}

/** Something about a machine, as people see it. */
export interface MachineProperty {
  key: string
  value: string
  /** What it stands together with. */
  group?: string
  /** How it is shown; as it is where it is left out. */
  type?: 'str' | 'bool' | 'progress' | 'int' | 'float'
  /** Where a progress is complete. */
  max_progress?: number
}

/** 100 connected, 101 unknown, 110 printing, 200 warning, 301 no media, 302 paper jam, 400 disconnected, 500 error. */
export type PrinterStatus = 100 | 101 | 110 | 200 | 301 | 302 | 400 | 500

/** A machine that somebody set up. */
export interface Machine {
  /** A UUID. */
  pk: string
  name: string
  /** The values of the settings that the driver declares, by key. */
  settings: Readonly<Record<string, any>> // any: the type follows from what the driver declares
}

/** Makes files of lists; people choose it where they export one whose records the plugin has the right to view. */
export interface ListExporter {
  /** Which lists, by their addresses, such as `/api/part/`; all of them where it is left out. */
  addresses?: string[]
  /** The headings of the file, 500 at most; `columns` are those that the server would write. */
  columns(list: { address: string; columns: string[] }, context: Context): Awaitable<string[]>
  /**
   * The rows for some records, as the API lists them; called with up to 200 of them until there are no more. There may
   * be more rows than records, or fewer, and no row may be longer than the headings.
   */
  rows(records: JsonObject[], list: { address: string }, context: Context): Awaitable<(string | number | null)[][]>
}

/** A part of a supplier, as their catalogue has it. */
export interface SupplierResult {
  /** By what `import` finds it again. */
  id: string
  sku: string
  name: string
  /** Whether it is just what was searched for. */
  exact?: boolean
  description?: string
  price?: string
  link?: string
  image_url?: string
}

/** What is known of a part that is to be imported. */
export interface SupplierPart {
  sku: string
  name: string
  description?: string
  link?: string
  manufacturer?: string
  mpn?: string
  parameters?: { name: string; value: string }[]
  /** Prices by quantity. */
  pricing?: { quantity: number; price: number; currency: string }[]
}

/** A catalogue in which people search for parts. */
export interface Supplier {
  name: string
  search(term: string, context: Context): Awaitable<SupplierResult[]>
  read(id: string, context: Context): Awaitable<SupplierPart | null>
  /** The company whose parts these are; made where there is none of that name. */
  company?: string
}

/** A message to somebody. */
export interface Notification {
  user: Omit<User, 'rights'> & { email: string }
  /** What it is about, such as `order.new_purchaseorder`. */
  category: string
  name: string
  message: string
  /** The record that it is about. */
  about: RecordRef | null
  /** The page of that record; null where it has none, or the server does not know its own address. */
  link: string | null
}

/** A mail that the server sends. */
export interface Mail {
  to: string
  subject: string
  text: string
}

/** A record that a template hands to a filter or a tag. */
export interface TemplateRecord {
  /** The name of its kind, such as `Part`. */
  kind: string
  pk: number | null
  /** As the template would show it. */
  text: string
}

/** A row of a file, by field: texts, but for numbers, dates (ISO 8601) and yes or no where the field is one. */
export type ImportRow = Record<string, string | number | boolean | null>

/** A plugin, as its main module exports it. All of it may be left out. */
export interface Plugin {
  settings?: Setting[]
  /** Settings that every user has separately. */
  userSettings?: Setting[]
  /** The record that a scanned code stands for. */
  barcode?(code: string, context: Context): Awaitable<RecordRef | null | undefined>
  /** What `POST /api/action/` does, by the name of the action; the answer is sent as JSON. */
  actions?: Record<string, (data: any, context: Context) => Awaitable<unknown>> // any: whatever the client sends
  /** Shows people where something lies, for example by a lamp. */
  locate?(place: { item?: number; location?: number }, context: Context): Awaitable<void>
  events?: EventHandler[]
  /** By name: lower-case letters, digits and `_`. */
  tasks?: Record<string, Task>
  /**
   * Looks at records before they are saved, by kind: gives a sentence that says what is wrong, or sentences by field, or
   * nothing. Of a new record `values` are what was sent, and `before` is null; of one that is changed they are all that
   * it has, with what is to become of it. Passwords are never among them. Asked where a record is created or changed at
   * its own address, alone or as one of many, or is imported from a file, and never about what the plugin itself writes.
   * It has 5 seconds; where it fails the record is saved without it, and administrators are told. Needs the right to view
   * such records.
   */
  checks?: Record<
    string,
    (
      values: JsonObject,
      before: JsonObject | null,
      context: Context
    ) => Awaitable<string | Record<string, string> | null | undefined>
  >
  /**
   * Prints labels, one after the other, each within a minute; it stands among the printers of the web client. Whether
   * labels are to come as pictures, too, says `picture`; these need a browser on the server.
   */
  labels?: { print(label: Label, context: Context): Awaitable<void>; picture?: boolean }
  drivers?: Record<string, Driver>
  exporter?: ListExporter
  /**
   * Changes rows of files before they are looked at, by kind of record: gets up to 100 of them, each with the values of
   * its fields as the file has them, and gives as many in the same order; in the place of one that cannot be imported a
   * sentence that says why. A record that a row names is still called as in the file. Where it fails, none of the rows
   * can be imported. Needs the right to view such records.
   */
  importer?: Record<string, (rows: ImportRow[], context: Context) => Awaitable<(ImportRow | string)[]>>
  ui?: Feature[]
  suppliers?: Record<string, Supplier>
  /**
   * Tells somebody what happened, beside the list of notifications and mails: that person is the `user` of the context,
   * with their user settings. It has 30 seconds; where it fails it is called again, three times at most. Needs the right
   * `notify`.
   */
  notify?(notification: Notification, context: Context): Awaitable<void>
  /**
   * Told of each mail that goes out, as administrators see it: what only its reader may know, such as a link for a new
   * password, is blanked out. It has 30 seconds; where it fails it is called again, three times at most. Needs the right
   * `mail.read`.
   */
  mail?(mail: Mail, context: Context): Awaitable<void>
  /**
   * How much of each currency one of `base` is. Asked where the setting CURRENCY_UPDATE_PLUGIN names the plugin, once in
   * some days; it has 30 seconds.
   */
  rates?(wanted: { base: string; currencies: string[] }, context: Context): Awaitable<Record<string, number>>
  /**
   * For templates of labels and reports: `{{ value|name:argument }}`. Numbers with places, dates and moments come as
   * texts, records as a `TemplateRecord`; what it gives is shown as text, never as HTML. Each call may take two seconds.
   */
  filters?: Record<string, (value: any, argument: any, context: Context) => Awaitable<Json>> // any: as the template has it
  /** The same: `{% name argument … %}`, `{% name argument … as variable %}`. */
  tags?: Record<string, (args: any[], context: Context) => Awaitable<Json>> // any: as the template has it
  /** By method and path below `/plugin/<key>/`, such as `GET stock`; a path that ends in `/*` takes all below it. */
  routes?: Record<string, (request: RouteRequest, context: Context) => Awaitable<RouteResponse>>
}

/** Says that an object is a plugin, so that an editor knows what can stand in it; it gives the object back. */
export const definePlugin = (plugin: Plugin): Plugin => plugin
