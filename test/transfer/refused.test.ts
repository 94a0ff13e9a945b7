import t from 'tap'
import { importRecords, TransferError } from '#framework/transfer/index.ts'
import { exported, having, type Exported } from './records.ts'
import { content, fresh } from './roundtrip.ts'

/** An object in an object in an object … */
const nested = (depth: number) => {
  let value: unknown = 1
  for (let at = 0; at < depth; at++) value = { value }
  return value
}

t.test('what does not fit is refused, and nothing is changed', async (t) => {
  const db = await fresh(t)
  const before = await content(db)
  const removed = (model: string, pk: number) => (records: Exported[]) => {
    records.splice(
      records.findIndex((one) => one.model === model && one.pk === pk),
      1
    )
  }
  const added = (model: string, pk: unknown, fields: object) => (records: any[]) => {
    records.push({ model, pk, fields })
  }
  const twice = (model: string, pk: number, other: number) => (records: Exported[]) => {
    records.push({ ...records.find((one) => one.model === model && one.pk === pk)!, pk: other })
  }
  const table: [file: string | unknown[], sentence: string | RegExp][] = [
    ['no json', /^The file is not JSON: .*\.$/],
    ['', /^The file is not JSON: /],
    ['{}', 'The file is not an InvenTree export: it holds no list of records.'],
    ['null', 'The file is not an InvenTree export: it holds no list of records.'],
    [[], 'The file is not an InvenTree export: the list that it holds is empty.'],
    [
      [...exported(), 7],
      /^The file is not an InvenTree export: its element \d+ is not a record with model, pk and fields\.$/
    ],
    [[...exported(), { model: 'part.part', pk: 1 }], /is not a record with model, pk and fields\.$/],
    [exported(added('part.part', '12', {})), 'part.part "12" needs a primary key that is a whole number above 0.'],
    [exported(added('part.part', null, {})), /^part.part null needs a primary key/],
    [exported(twice('part.part', 12, 12)), 'part.part 12 occurs twice in the file.'],
    [
      exported(having('part.part', 11, { category: 99 })),
      'part.part 11: "category" is 99, but there is no part.partcategory 99.'
    ],
    [
      exported(having('part.part', 11, { category: '3' })),
      'part.part 11: "category" is "3", but must be the primary key of a record of part.partcategory.'
    ],
    [
      exported(having('part.part', 11, { creation_user: ['nobody'] })),
      'part.part 11: "creation_user" is ["nobody"], but there is no auth.user of that name.'
    ],
    [
      exported(having('part.part', 11, { creation_user: ['admin'] })),
      /"creation_user" is \["admin"\], but there is no auth.user/
    ],
    [exported(having('part.part', 11, { name: undefined })), 'part.part 11: "name" is missing.'],
    [exported(having('part.part', 11, { name: null })), 'part.part 11: "name" must not be null.'],
    [exported(having('part.part', 11, { name: 5 })), 'part.part 11: "name" is 5, but must be text.'],
    [
      exported(having('part.part', 11, { active: 'yes' })),
      'part.part 11: "active" is "yes", but must be true or false.'
    ],
    [
      exported(having('part.part', 11, { multiple: 1.5 })),
      'part.part 11: "multiple" is 1.5, but must be a whole number.'
    ],
    [
      exported(having('part.part', 11, { base_cost: 'dear' })),
      'part.part 11: "base_cost" is "dear", but must be a decimal number.'
    ],
    [
      exported(having('part.part', 11, { base_cost: '0.1234567' })),
      'part.part 11: "base_cost" is "0.1234567", which has more digits than are kept.'
    ],
    [exported(having('part.part', 11, { base_cost: '1234567890123.123456' })), /has more digits than are kept\.$/],
    [
      exported(having('part.part', 11, { creation_date: '2021-02-30' })),
      'part.part 11: "creation_date" is "2021-02-30", but must be a date, YYYY-MM-DD.'
    ],
    [
      exported(having('auth.user', 9, { date_joined: 'yesterday' })),
      /^auth.user 9: "date_joined" is "yesterday", but must be a date with time/
    ],
    [
      exported(having('auth.user', 9, { groups: [['writers']] })),
      'auth.user 9: "groups" is ["writers"], but there is no auth.group of that name.'
    ],
    [
      exported(having('auth.user', 9, { username: 'reader' })),
      /^8 of its records are wrong:\n {2}auth.user 10: "username" is the same as that of auth.user 9\./
    ],
    [
      exported(having('users.userprofile', 1, { type: 'alien' })),
      'users.userprofile 1: "type" is "alien", but must be one of bot, internal, external, guest.'
    ],
    [
      exported(having('users.owner', 5, { owner_type: true })),
      'users.owner 5: "owner_type" is true, but must be a list of an app and a model.'
    ],
    [
      exported(having('users.owner', 5, { owner_type: ['part', 'part'] })),
      /^users.owner 5: "owner_type" is \["part","part"\], but must be the name of auth.user or auth.group\.$/
    ],
    [
      exported(having('users.owner', 5, { owner_id: 3 })),
      'users.owner 5: "owner_id" is 3, but there is no auth.group 3.'
    ],
    [exported(removed('users.owner', 5)), /owner" is 5, but there is no users.owner 5\.$/m],
    [
      exported(twice('users.ruleset', 20, 90)),
      'users.ruleset 90: "group" with "name" is the same as that of users.ruleset 20.'
    ],
    [
      exported(having('part.partcategory', 7, { parent: 3 })),
      /^part.partcategory \d: "parent" leads back to the record itself\.$/
    ],
    [
      exported(having('part.part', 12, { variant_of: 12 })),
      'part.part 12: "variant_of" leads back to the record itself.'
    ],
    [exported(having('build.build', 2, { parent: 1 })), /^build.build \d: "parent" leads back to the record itself\.$/],
    [
      exported(having('part.bomitem', 5, { sub_part: 99 })),
      'part.bomitem 5: "sub_part" is 99, but there is no part.part 99.'
    ],
    [
      exported(having('stock.stockitem', 5, { serial: '7' })),
      'stock.stockitem 5: "part" with "serial" is the same as that of stock.stockitem 4.'
    ],
    [
      exported(having('build.builditem', 2, { install_into: 4 })),
      /^build.builditem 2: .* is the same as that of build.builditem 1\.$/
    ],
    [
      exported(having('common.parameter', 8, { data_numeric: 'much' })),
      'common.parameter 8: "data_numeric" is "much", but must be a number.'
    ],
    [
      exported(having('common.parameter', 8, { model_type: 'part' })),
      'common.parameter 8: "model_type" is "part", but must be a list of an app and a model.'
    ],
    [
      exported(having('common.attachment', 3, { model_type: ['part', 'part'] })),
      'common.attachment 3: "model_type" is ["part","part"], but must be text.'
    ],
    ...[
      '../../etc/passwd',
      '/etc/passwd',
      'attachments/../../secret_key.txt',
      '..\\secret_key.txt',
      'C:\\boot.ini',
      'a/./b',
      'a\u001b[2J'
    ].map((path): [unknown[], string] => [
      exported(having('common.attachment', 3, { attachment: path })),
      `common.attachment 3: "attachment" is ${JSON.stringify(path)}, which leads out of the folder of uploaded files.`
    ]),
    [
      exported(having('part.part', 11, { image: '../x.png' })),
      'part.part 11: "image" is "../x.png", which leads out of the folder of uploaded files.'
    ],
    [
      exported(having('part.part', 11, { name: 'a\0b' })),
      'part.part 11: "name" is "a\\u0000b", which holds a character 0.'
    ],
    [
      exported(having('part.part', 11, { metadata: nested(5000) })),
      'part.part 11 holds values that are nested more than 100 deep.'
    ],
    [
      JSON.stringify(exported(having('common.parameter', 8, { data_numeric: 'HUGE' }))).replace('"HUGE"', '1e999'),
      'common.parameter 8: "data_numeric" is null, but must be a number.'
    ],
    [
      exported(having('common.attachment', 3, { model_id: '13' })),
      'common.attachment 3: "model_id" is "13", but must be the primary key of a record of part.part.'
    ]
  ]
  for (const [file, sentence] of table) {
    const error = await importRecords(db, file).then(
      () => undefined,
      (error) => error
    )
    t.ok(error instanceof TransferError, String(sentence))
    if (typeof sentence === 'string') t.equal(error?.message, sentence)
    else t.match(error?.message, sentence)
  }
  t.strictSame(await content(db), before)
})
