import t from 'tap'
import { contract as loaded } from '../support/contract.ts'
import { breaking, raised, slim } from '../../scripts/breaking.ts'

const contract = loaded.document as any
const published = slim(contract)

/** What breaks when the present contract is changed so. */
const after = (change: (document: any) => void): string[] => {
  const document = structuredClone(contract)
  change(document)
  return breaking(published, document)
}

/** A contract with one operation, which takes a parameter and a body and gives an answer. */
const small = ({
  filter = { type: 'string' },
  body = { type: 'string' },
  answer = { type: 'string' }
}: {
  filter?: object
  body?: object
  answer?: object
}) => ({
  paths: {
    '/thing/': {
      post: {
        operationId: 'thing',
        parameters: [{ name: 'filter', in: 'query', schema: filter }],
        requestBody: { content: { 'application/json': { schema: body } } },
        responses: { 200: { content: { 'application/json': { schema: answer } } } }
      }
    }
  },
  components: {
    schemas: {
      Tree: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } }
        }
      }
    }
  }
})
const input = (old: object, now: object) => breaking(small({ body: old }), small({ body: now }))
const answer = (old: object, now: object) => breaking(small({ answer: old }), small({ answer: now }))

t.test('the contract does not break itself', async (t) => {
  t.same(breaking(published, contract), [])
  t.same(
    slim({ description: 'x', properties: { description: { type: 'string', example: 'x' } } }),
    { properties: { description: { type: 'string' } } },
    'a property may be called description'
  )
})

t.test('what is added breaks nothing', async (t) => {
  t.same(
    after((document) => {
      document.paths['/api/new/'] = document.paths['/api/part/']
      document.paths['/api/part/'].get.parameters.push({ name: 'new', in: 'query', schema: { type: 'string' } })
      document.components.schemas.Part.properties.new = { type: 'string' }
      document.components.schemas.Part.required.push('new')
      document.components.schemas.PartRequest.properties.new = { type: 'string' }
      document.paths['/api/part/'].post.responses['409'] = { description: 'Not now' }
    }),
    []
  )
})

t.test('addresses and operations', async (t) => {
  t.match(
    after(({ paths }) => {
      delete paths['/api/part/{id}/']
    }),
    ['/api/part/{id}/: the address is gone']
  )
  t.same(
    after(({ paths }) => {
      delete paths['/api/part/{id}/'].delete
    }),
    ['DELETE /api/part/{id}/: the operation is gone']
  )
  t.same(
    after(({ paths }) => {
      paths['/api/part/'].get.operationId = 'parts'
    }),
    ['GET /api/part/: operationId was part_list, is parts']
  )
  t.same(
    after(({ paths }) => {
      delete paths['/api/part/'].post.responses['201']
    }),
    ['POST /api/part/: the status 201 is gone']
  )
})

t.test('answers', async (t) => {
  const gone = after(({ components }) => {
    delete components.schemas.Part.properties.IPN
  })
  t.ok(gone.includes('GET /api/part/{id}/: 200.IPN: is gone'), gone.join('\n'))
  t.ok(gone.includes('GET /api/part/: 200[].IPN: is gone'), 'inside a bare list')
  t.ok(gone.includes('GET /api/part/: 200.results[].IPN: is gone'), 'inside a page')
  const object = (...required: string[]) => ({ type: 'object', required, properties: { a: { type: 'string' } } })
  t.same(answer(object('a'), object()), ['POST /thing/: 200.a: can be missing now'])
  t.same(answer(object(), object('a')), [])
  t.same(answer({ type: 'string' }, { type: ['string', 'null'] }), ['POST /thing/: 200: can be null now'])
  t.same(answer({ type: ['string', 'null'] }, { type: 'string' }), [])
  t.same(answer({ type: 'integer' }, { type: 'number' }), ['POST /thing/: 200: was integer, is number'])
  t.same(answer({ type: 'number' }, { type: 'integer' }), [])
  t.same(answer({ type: 'string', format: 'date' }, { type: 'string', format: 'date-time' }), [
    'POST /thing/: 200: format was date, is date-time'
  ])
  t.same(answer({ type: 'array', items: { type: 'string' } }, { type: 'array', items: { type: 'integer' } }), [
    'POST /thing/: 200[]: was string, is integer'
  ])
  t.same(answer({ anyOf: [object('a'), { type: 'null' }] }, object('a')), [])
  t.same(answer(object('a'), { anyOf: [object('a'), { type: 'null' }] }), ['POST /thing/: 200: can be null now'])
  t.same(answer(object('a'), { allOf: [object('a')], type: 'object' }), [], 'the same in other words')
  t.same(
    answer(
      { type: 'object', additionalProperties: { type: 'string' } },
      { type: 'object', additionalProperties: { type: 'integer' } }
    ),
    ['POST /thing/: 200.*: was string, is integer']
  )
})

t.test('input', async (t) => {
  t.same(
    after(({ paths }) => {
      paths['/api/part/'].get.parameters = paths['/api/part/'].get.parameters.filter((one: any) => one.name !== 'IPN')
    }),
    ['GET /api/part/: query parameter IPN is gone']
  )
  t.same(
    after(({ paths }) => {
      paths['/api/part/'].get.parameters.push({ name: 'key', in: 'query', required: true, schema: { type: 'string' } })
    }),
    ['GET /api/part/: query parameter key is required now']
  )
  t.ok(
    after(({ components }) => {
      components.schemas.PartRequest.required.push('IPN')
    }).some((line) => /^POST \/api\/part\/: body.*\.IPN: is required now$/.test(line))
  )
  t.same(
    breaking(
      small({ filter: { type: 'string', enum: ['a', 'b'] } }),
      small({ filter: { type: 'string', enum: ['a', 'c'] } })
    ),
    ['POST /thing/: query parameter filter: does not accept b any more']
  )
  t.same(input({ enum: ['a'] }, { enum: ['a', 'b'] }), [])
  t.same(input({ type: 'string' }, { type: 'string', enum: ['a'] }), [
    'POST /thing/: body: does not accept anything else any more'
  ])
  t.same(input({ type: 'string', maxLength: 20 }, { type: 'string', maxLength: 10 }), [
    'POST /thing/: body: maxLength was 20, is 10'
  ])
  t.same(input({ type: 'string', maxLength: 20 }, { type: 'string', maxLength: 30 }), [])
  t.same(input({ type: 'integer' }, { type: 'integer', minimum: 0 }), ['POST /thing/: body: minimum was not set, is 0'])
  t.same(input({ type: 'string' }, { type: 'string', minLength: 0 }), [])
  t.same(input({ type: 'string' }, { type: 'string', format: 'date' }), [
    'POST /thing/: body: format was not set, is date'
  ])
  t.same(input({ type: 'number' }, { type: 'number', format: 'double' }), [])
  t.same(input({ type: ['string', 'null'] }, { type: 'string' }), ['POST /thing/: body: null is not accepted any more'])
  t.same(input({ type: ['string', 'integer'] }, { type: 'integer' }), [
    'POST /thing/: body: was string or integer, is integer'
  ])
  t.same(input({ type: 'integer' }, { type: 'number' }), [])
  t.same(input({ oneOf: [{ type: 'integer' }, { type: 'string' }] }, { type: ['string', 'integer', 'null'] }), [])
  t.same(input({ type: 'object', properties: { a: {}, b: { readOnly: true } } }, { type: 'object', properties: {} }), [
    'POST /thing/: body.a: is gone'
  ])
})

t.test('schemas that contain themselves', async (t) => {
  const tree = small({ answer: { $ref: '#/components/schemas/Tree' } })
  const changed = structuredClone(tree) as any
  t.same(breaking(tree, changed), [])
  delete changed.components.schemas.Tree.properties.name
  t.same(breaking(tree, changed), ['POST /thing/: 200.name: is gone'])
})

t.test('a raised version', async (t) => {
  t.ok(raised('534.1', '534.2'))
  t.ok(raised('534.9', '534.10'))
  t.ok(raised('534.9', '535'))
  t.ok(raised('534', '534.1'))
  t.notOk(raised('534.1', '534.1'))
  t.notOk(raised('534.2', '534.1'))
  t.notOk(raised('534.2', '534'))
})
