// Parameters as earlier releases wrote them: in tables of their own for parts and for manufacturer parts.
import { fieldsOf, moved, type Translation, type Translations } from '#framework/transfer/translate.ts'
import { standardRegistry } from '#modules/units/index.ts'
import { numericValue } from './values.ts'

const TEMPLATE = 'common.parametertemplate'
const PARAMETER = 'common.parameter'
const TEMPLATE_FIELDS = ['metadata', 'name', 'units', 'description', 'checkbox', 'choices', 'selectionlist']
const PARAMETER_FIELDS = ['metadata', 'template', 'data', 'data_numeric', 'note', 'updated', 'updated_by']

const partParameterTemplates = moved(
  'part.partparametertemplate',
  TEMPLATE,
  (record) => fieldsOf(record, TEMPLATE_FIELDS),
  { keepKeys: true }
)

const partParameters = moved(
  'part.partparameter',
  PARAMETER,
  (record) => ({
    ...fieldsOf(record, PARAMETER_FIELDS),
    model_type: ['part', 'part'],
    model_id: record.fields.part
  }),
  { keepKeys: true }
)

/** Parameters of manufacturer parts had a name and a unit of their own; today the template of that name has them. */
const manufacturerPartParameters: Translation = {
  model: 'company.manufacturerpartparameter',
  takes: ['company.manufacturerpartparameter'],
  translate: (parameters, { file, translated, leftOut }) => {
    const templates = new Map(
      file.of(TEMPLATE).map(({ pk, fields }) => [fields.name, { pk, units: fields.units ?? '' }])
    )
    file.take('company.manufacturerpartparameter')
    for (const { fields } of parameters) {
      const units = fields.units ?? ''
      let template = templates.get(fields.name)
      if (!template) {
        template = { pk: file.add(TEMPLATE, { name: fields.name, units }), units }
        templates.set(fields.name, template)
      } else if (units !== '' && units !== template.units)
        leftOut('company.manufacturerpartparameter.units', 'the template of that name has another unit')
      file.add(PARAMETER, {
        model_type: ['company', 'manufacturerpart'],
        model_id: fields.manufacturer_part,
        template: template.pk,
        data: fields.value
      })
    }
    translated('company.manufacturerpartparameter', PARAMETER, parameters.length)
  }
}

/** The number in a value, in the unit of its template: at first only the text was stored. */
const numericParameters: Translation = {
  model: PARAMETER,
  translate: (parameters, { file }) => {
    const lacking = parameters.filter(({ fields }) => !Object.hasOwn(fields, 'data_numeric'))
    if (!lacking.length) return
    const templates = new Map(file.of(TEMPLATE).map(({ pk, fields }) => [pk as unknown, fields]))
    for (const parameter of lacking) {
      const { template, data } = parameter.fields
      const { units, checkbox } = templates.get(template) ?? {}
      const rules = { units: typeof units === 'string' ? units : '', checkbox: checkbox === true ? 1 : 0 }
      const data_numeric = typeof data === 'string' ? numericValue(standardRegistry(), rules, data) : null
      parameter.fields = { ...parameter.fields, data_numeric }
    }
  }
}

/** Parameters, from release to release. */
export const PARAMETER_EARLIER: Translations = {
  '1.2': [partParameterTemplates, partParameters, manufacturerPartParameters, numericParameters]
}
