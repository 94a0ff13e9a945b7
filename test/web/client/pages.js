// What each page of the client asks when it opens.
import { get, need } from './asking.js'
import { actionsOf } from './table.js'

/**
 * The pages: where a record of each comes from, and what is asked of it. `{field}` is a field of the record; what names
 * an empty one is not asked. `O` stands where the page asks OPTIONS of the list first, and reads a page of it.
 */
const PAGES = {
  home: {
    calls: [
      'news/?read=false',
      'plugins/ui/features/dashboard/',
      'part/?starred=true&limit=1',
      'part/?low_stock=true&limit=1',
      'build/?overdue=true&limit=1',
      'build/?assigned_to_me=true&outstanding=true&limit=1',
      'order/so/?overdue=true&limit=1',
      'order/po/?overdue=true&limit=1',
      'order/ro/?outstanding=true&limit=1'
    ]
  },
  'part categories': {
    calls: [
      'O part/category/?top_level=true',
      'O part/?category_detail=true&location_detail=true',
      'O part/category/parameters/',
      'part/category/tree/?ordering=level&max_level=0'
    ]
  },
  'part category': {
    record: ['part/category/', 'partcategory'],
    calls: [
      'part/category/{pk}/?path_detail=true',
      'O part/category/?parent={pk}',
      'O part/?category={pk}&category_detail=true&location_detail=true',
      'O stock/?category={pk}&part_detail=true&location_detail=true',
      'O part/category/parameters/?category={pk}',
      'part/category/tree/?ordering=level&max_level=0&expand_to={pk}'
    ]
  },
  part: {
    record: ['part/?assembly=true', 'part'],
    calls: [
      'part/{pk}/?path_detail=true&tags=true',
      'part/{pk}/requirements/',
      'part/{pk}/serial-numbers/',
      'part/{pk}/bom-validate/',
      'part/category/{category}/',
      'user/{responsible}/',
      'O stock/?part={pk}&location_detail=true&supplier_part_detail=true',
      'O build/line/?part={pk}&order_outstanding=true&allocations=true',
      'O bom/?part={pk}&pricing=true&substitutes=true&part_detail=true&sub_part_detail=true',
      'O bom/?uses={pk}&part_detail=true',
      'part/{pk}/pricing/',
      'part/internal-price/?part={pk}',
      'O build/?part={pk}&part_detail=true',
      'O part/stocktake/?part={pk}&ordering=-date',
      'O part/related/?part={pk}',
      'O part/?variant_of={pk}&category_detail=true',
      'O attachment/?model_type=part&model_id={pk}',
      'O parameter/?model_type=part&model_id={pk}',
      'tag/?model_type=part'
    ]
  },
  'part that is bought': {
    record: ['part/?purchaseable=true'],
    calls: [
      'company/price-break/?base_part={pk}&supplier_detail=true',
      'O company/part/?part={pk}&part_detail=true&supplier_detail=true&manufacturer_detail=true',
      'O company/part/manufacturer/?part={pk}&manufacturer_detail=true',
      'order/po-line/?base_part={pk}&part_detail=true&order_detail=true',
      'plugins/?active=true&mixin=supplier',
      'supplier/list/'
    ]
  },
  'part that is tested': {
    record: ['part/?testable=true'],
    calls: [
      'O part/test-template/?part={pk}',
      'part/test-template/?part={pk}&include_inherited=true&enabled=true&required=true',
      'O stock/?part={pk}&tests=true&part_detail=true&location_detail=true'
    ]
  },
  'part that is sold': {
    record: ['part/?salable=true'],
    calls: ['part/sale-price/?part={pk}', 'order/so-line/?part={pk}&order_detail=true&customer_detail=true']
  },
  'stock locations': {
    calls: [
      'O stock/location/?top_level=true',
      'stock/location/tree/?ordering=level&max_level=0',
      'O stock/?location_detail=true'
    ]
  },
  'stock location': {
    record: ['stock/location/', 'stocklocation'],
    calls: [
      'O stock/location/?parent={pk}',
      'stock/location/{pk}/?path_detail=true',
      'O stock/?location={pk}&part_detail=true&location_detail=true',
      'order/transfer-order/?limit=25&offset=0',
      'plugins/?active=true&mixin=locate'
    ]
  },
  'stock item': {
    record: ['stock/?in_stock=true', 'stockitem'],
    calls: [
      'stock/{pk}/?part_detail=true&location_detail=true&path_detail=true&tags=true',
      'part/{part}/',
      'company/part/{supplier_part}/',
      'stock/location/{location}/',
      'stock/{pk}/serial-numbers/',
      'O stock/track/?item={pk}&user_detail=true',
      'O build/item/?stock_item={pk}&build_detail=true&location_detail=true&stock_detail=true',
      'O stock/test/?stock_item={pk}&user_detail=true&attachment_detail=true&template_detail=true',
      'stock/status/'
    ]
  },
  builds: { calls: ['O build/?part_detail=true&outstanding=true', 'part/?assembly=true&limit=25&offset=0'] },
  build: {
    record: ['build/', 'build'],
    calls: [
      'build/{pk}/?part_detail=true&tags=true',
      'part/{part}/',
      'part/{part}/requirements/',
      'order/so/{sales_order}/',
      'user/{issued_by}/',
      'stock/location/{destination}/',
      'O build/line/?build={pk}&allocations=true&part_detail=true',
      'O build/item/?build={pk}&stock_detail=true',
      'O stock/?build={pk}&is_building=true&tests=true',
      'part/{part}/bom-validate/'
    ]
  },
  purchasing: {
    calls: [
      'O order/po/?supplier_detail=true&outstanding=true',
      'O company/?is_supplier=true&active=true',
      'O company/part/?part_detail=true&supplier_detail=true',
      'O company/part/manufacturer/?part_detail=true',
      'O company/?is_manufacturer=true',
      'plugins/?active=true&mixin=supplier'
    ]
  },
  'purchase order': {
    record: ['order/po/', 'purchaseorder'],
    calls: [
      'order/po/{pk}/?supplier_detail=true&tags=true',
      'company/{supplier}/',
      'O order/po-line/?order={pk}&part_detail=true&destination_detail=true&ordering=line',
      'O order/po-extra-line/?order={pk}&ordering=line',
      'O stock/?purchase_order={pk}&part_detail=true'
    ]
  },
  'supplier part': {
    record: ['company/part/', 'supplierpart'],
    calls: [
      'company/part/{pk}/?part_detail=true&supplier_detail=true&manufacturer_detail=true&tags=true',
      'O company/price-break/?part={pk}&part_detail=true&supplier_detail=true',
      'O stock/?supplier_part={pk}&part_detail=true',
      'O order/po/?supplier_part={pk}&supplier_detail=true'
    ]
  },
  'manufacturer part': {
    record: ['company/part/manufacturer/', 'manufacturerpart'],
    calls: [
      'company/part/manufacturer/{pk}/?part_detail=true&manufacturer_detail=true&tags=true',
      'O company/part/?manufacturer_part={pk}&supplier_detail=true',
      'O stock/?manufacturer_part={pk}&part_detail=true'
    ]
  },
  sales: {
    calls: [
      'O order/so/?customer_detail=true&outstanding=true',
      'O order/so/shipment/?order_detail=true&customer_detail=true&shipped=false',
      'O order/ro/?customer_detail=true&outstanding=true',
      'O company/?is_customer=true&active=true'
    ]
  },
  'sales order': {
    record: ['order/so/', 'salesorder'],
    calls: [
      'order/so/{pk}/?customer_detail=true&tags=true',
      'company/{customer}/',
      'O order/so-line/?order={pk}&part_detail=true&ordering=line',
      'O order/so-extra-line/?order={pk}&ordering=line',
      'O order/so/shipment/?order={pk}',
      'O order/so-allocation/?order={pk}&part_detail=true&item_detail=true&location_detail=true',
      'O build/?sales_order={pk}&part_detail=true'
    ]
  },
  shipment: {
    record: ['order/so/shipment/', 'salesordershipment'],
    calls: ['order/so/shipment/{pk}/?order_detail=true', 'O order/so-allocation/?shipment={pk}&order={order}']
  },
  'return order': {
    record: ['order/ro/', 'returnorder'],
    calls: [
      'order/ro/{pk}/?customer_detail=true&tags=true',
      'O order/ro-line/?order={pk}&part_detail=true&item_detail=true&order_detail=true&ordering=line',
      'O order/ro-extra-line/?order={pk}&ordering=line'
    ]
  },
  'transfer order': {
    record: ['order/transfer-order/', 'transferorder'],
    calls: [
      'order/transfer-order/{pk}/?tags=true',
      'O order/transfer-order-line/?order={pk}&part_detail=true',
      'O order/transfer-order-allocation/?order={pk}'
    ]
  },
  company: {
    record: ['company/', 'company'],
    calls: [
      'company/{pk}/?tags=true',
      'O company/contact/?company={pk}',
      'O company/address/?company={pk}',
      'O stock/?company={pk}&part_detail=true'
    ]
  },
  supplier: {
    record: ['company/?is_supplier=true'],
    calls: ['O company/part/?supplier={pk}&part_detail=true', 'O order/po/?supplier={pk}&supplier_detail=true']
  },
  manufacturer: {
    record: ['company/?is_manufacturer=true'],
    calls: ['O company/part/manufacturer/?manufacturer={pk}&part_detail=true']
  },
  customer: {
    record: ['company/?is_customer=true'],
    calls: ['O order/so/?customer={pk}&customer_detail=true', 'O order/ro/?customer={pk}&customer_detail=true']
  },
  'users and groups': {
    calls: [
      'O user/',
      'O user/group/',
      'O company/contact/',
      'user/1/',
      'user/ruleset/?limit=25',
      'user/owner/?search=&offset=0&limit=10'
    ]
  },
  user: { record: ['user/'], calls: ['user/{pk}/', 'user/me/roles/'] },
  group: { record: ['user/group/'], calls: ['user/group/{pk}/'] },
  'settings of a user': {
    calls: [
      'user/me/',
      'settings/user/',
      'user/tokens/',
      'auth/v1/account/email',
      'plugins/?active=true&mixin=usersettings',
      'notifications/?read=false&limit=25&offset=0'
    ]
  },
  'settings of the system': {
    calls: [
      'settings/global/',
      'plugins/?active=true&mixin=settings',
      'plugins/?limit=25&offset=0',
      'plugins/status/',
      'contenttype/?limit=25'
    ]
  },
  'admin centre': {
    calls: [
      'background-task/',
      'plugins/status/',
      'machine/types/',
      'machine/drivers/',
      'machine/status/',
      'admin/config/',
      'units/all/',
      'license/',
      'version/',
      'generic/status/',
      'contenttype/?limit=100'
    ]
  },
  'tables of the admin centre': {
    calls: [
      ...'user data-output barcode/history error-report currency/exchange project-code generic/status/custom'.split(
        ' '
      ),
      ...'units parameter/template selection part/category/parameters stock/location-type admin/email'.split(' '),
      ...'background-task/pending background-task/scheduled background-task/failed importer/session'.split(' '),
      ...'label/template report/template report/snippet report/asset plugins machine'.split(' ')
    ].map((list) => `O ${list}/`)
  }
}

/** The names of all pages. */
export const pageNames = () => Object.keys(PAGES)

/**
 * Opens a page.
 *
 * @returns whether there is a record to show
 */
export async function openPage(name) {
  const { record: [list, model] = [], calls } = PAGES[name]
  let record = {}
  if (list) {
    const { results } = await get(`/api/${list}${list.includes('?') ? '&' : '?'}limit=1&offset=0`)
    if (!results.length) return false
    record = results[0]
  }
  const counts = model
    ? ['attachment', 'parameter'].map((kind) => `${kind}/?model_type=${model}&model_id={pk}&limit=1`)
    : []
  for (const call of [...calls, ...counts]) {
    const names = [...call.matchAll(/\{(\w+)\}/g)].map(([, field]) => field)
    if (names.some((field) => record[field] === null || record[field] === undefined)) continue
    const path = `/api/${call.replace(/^O /, '').replaceAll(/\{(\w+)\}/g, (_, field) => record[field])}`
    if (!call.startsWith('O ')) await get(path)
    else {
      need(`columns of ${path}`, (await actionsOf(path.split('?')[0])).GET)
      await get(`${path}${path.includes('?') ? '&' : '?'}limit=25&offset=0`)
    }
  }
  return true
}
