import type { SettingDefinition } from '#framework/setting.ts'

/**
 * The settings that every user has separately, in the order in which a user gets them.
 * Names and defaults are those of the reference server, because clients show and rely on them.
 */
export const USER_SETTINGS: readonly SettingDefinition[] = [
  {
    key: 'LABEL_INLINE',
    name: 'Inline label display',
    description: 'Open PDF labels in the browser in place of downloading them',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LABEL_DEFAULT_PRINTER',
    name: 'Default label printer',
    description: 'The label printer that is proposed first',
    type: 'string',
    default: ''
  },
  {
    key: 'REPORT_INLINE',
    name: 'Inline report display',
    description: 'Open PDF reports in the browser in place of downloading them',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BARCODE_IN_FORM_FIELDS',
    name: 'Barcode Scanner in Form Fields',
    description: 'Fill in form fields with the barcode scanner',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_PARTS',
    name: 'Search Parts',
    description: 'Show parts in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_SUPPLIER_PARTS',
    name: 'Search Supplier Parts',
    description: 'Show supplier parts in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_MANUFACTURER_PARTS',
    name: 'Search Manufacturer Parts',
    description: 'Show manufacturer parts in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_HIDE_INACTIVE_PARTS',
    name: 'Hide Inactive Parts',
    description: 'Leave inactive parts out of the search preview',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_CATEGORIES',
    name: 'Search Categories',
    description: 'Show part categories in the search preview',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_STOCK',
    name: 'Search Stock',
    description: 'Show stock items in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_HIDE_UNAVAILABLE_STOCK',
    name: 'Hide Unavailable Stock Items',
    description: 'Leave stock items that are not available out of the search preview',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_LOCATIONS',
    name: 'Search Locations',
    description: 'Show stock locations in the search preview',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_COMPANIES',
    name: 'Search Companies',
    description: 'Show companies in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_BUILD_ORDERS',
    name: 'Search Build Orders',
    description: 'Show build orders in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_PURCHASE_ORDERS',
    name: 'Search Purchase Orders',
    description: 'Show purchase orders in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_EXCLUDE_INACTIVE_PURCHASE_ORDERS',
    name: 'Exclude Inactive Purchase Orders',
    description: 'Leave inactive purchase orders out of the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_SALES_ORDERS',
    name: 'Search Sales Orders',
    description: 'Show sales orders in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_EXCLUDE_INACTIVE_SALES_ORDERS',
    name: 'Exclude Inactive Sales Orders',
    description: 'Leave inactive sales orders out of the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_SALES_ORDER_SHIPMENTS',
    name: 'Search Sales Order Shipments',
    description: 'Show shipments in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_SHOW_RETURN_ORDERS',
    name: 'Search Return Orders',
    description: 'Show return orders in the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_EXCLUDE_INACTIVE_RETURN_ORDERS',
    name: 'Exclude Inactive Return Orders',
    description: 'Leave inactive return orders out of the search preview',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SEARCH_PREVIEW_RESULTS',
    name: 'Search Preview Results',
    description: 'Number of results to show in each section of the search preview window',
    type: 'integer',
    default: '10',
    minimum: 1
  },
  {
    key: 'SEARCH_RESULTS_PREVIEW_PANEL',
    name: 'Search Results Preview Panel',
    description: 'Show a preview panel beside the search results',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_REGEX',
    name: 'Regex Search',
    description: 'Understand search words as regular expressions',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_WHOLE',
    name: 'Whole Word Search',
    description: 'Find whole words only',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SEARCH_NOTES',
    name: 'Search Notes',
    description: 'Search in the notes too',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'FORMS_CLOSE_USING_ESCAPE',
    name: 'Escape Key Closes Forms',
    description: 'The escape key closes an open form',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STICKY_HEADER',
    name: 'Fixed Navbar',
    description: 'The navbar position is fixed to the top of the screen',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STICKY_TABLE_HEADER',
    name: 'Fixed Table Headers',
    description: 'The head of a table stays in sight while the table scrolls',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SHOW_SPOTLIGHT',
    name: 'Show Spotlight',
    description: 'Show the spotlight button in the navigation bar',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'ICONS_IN_NAVBAR',
    name: 'Navigation Icons',
    description: 'Show icons in the navigation bar',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'DATE_DISPLAY_FORMAT',
    name: 'Date Format',
    description: 'Preferred format for displaying dates',
    type: 'string',
    default: 'YYYY-MM-DD',
    choices: [
      ['YYYY-MM-DD', '2022-02-22'],
      ['YYYY/MM/DD', '2022/22/22'],
      ['DD-MM-YYYY', '22-02-2022'],
      ['DD/MM/YYYY', '22/02/2022'],
      ['MM-DD-YYYY', '02-22-2022'],
      ['MM/DD/YYYY', '02/22/2022'],
      ['MMM DD YYYY', 'Feb 22 2022']
    ]
  },
  {
    key: 'ENABLE_PREVIEW_PANEL',
    name: 'Table Preview Panel',
    description: 'Show a preview panel beside tables',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'DISPLAY_STOCKTAKE_TAB',
    name: 'Show Stock History',
    description: 'Display stock history information in the part detail page',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'ENABLE_LAST_BREADCRUMB',
    name: 'Show Last Breadcrumb',
    description: 'Show the current page as the last step of the path',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SHOW_EXTRA_MODEL_INFO',
    name: 'Show Extra Model Information',
    description: 'Show more about a record, such as its primary key',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SHOW_FULL_LOCATION_IN_TABLES',
    name: 'Show full stock location in tables',
    description: 'Show the whole path of a stock location in tables',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SHOW_FULL_CATEGORY_IN_TABLES',
    name: 'Show full part categories in tables',
    description: 'Show the whole path of a part category in tables',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SHOW_BOM_SUBASSEMBLY_LEVELS',
    name: 'Show Subassemblies in BOM table',
    description: 'Show the parts of subassemblies in the table of a bill of materials',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'NOTIFICATION_ERROR_REPORT',
    name: 'Receive error reports',
    description: 'Be told about errors on the server',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LAST_USED_PRINTING_MACHINES',
    name: 'Last used printing machines',
    description: 'The machines that were last printed on',
    type: 'string',
    default: ''
  },
  {
    key: 'DISPLAY_ITEMS_FINAL_LEVEL',
    name: 'Display Items at Final Level',
    description: 'Show items only on the last level of a tree',
    type: 'boolean',
    default: 'False'
  }
]
