import type { SettingDefinition } from '#framework/setting.ts'

/**
 * The settings of the server, in the order in which a new database gets them.
 *
 * Names, defaults and choices are those of the reference server, because clients show and rely on them.
 * The two keys that begin with `_` are no settings that anyone can reach, so they are left out.
 */
export const GLOBAL_SETTINGS: readonly SettingDefinition[] = [
  {
    key: 'SERVER_RESTART_REQUIRED',
    name: 'Restart required',
    description: 'A setting has been changed which requires a server restart',
    type: 'boolean',
    default: 'False',
    hidden: true
  },
  {
    key: 'INVENTREE_INSTANCE_ID',
    name: 'Instance ID',
    description: 'Tells this server from all others',
    type: 'string',
    default: '',
    hidden: true
  },
  {
    key: 'INVENTREE_ANNOUNCE_ID',
    name: 'Announce ID',
    description: 'Show the instance ID to anyone who asks what server this is',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'INVENTREE_INSTANCE',
    name: 'Server Instance Name',
    description: 'String descriptor for the server instance',
    type: 'string',
    default: 'InvenTree'
  },
  {
    key: 'INVENTREE_INSTANCE_TITLE',
    name: 'Use instance name',
    description: 'Show the instance name in the title bar',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'INVENTREE_RESTRICT_ABOUT',
    name: 'Restrict showing `about`',
    description: 'Show the `about` modal only to superusers',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'INVENTREE_SHOW_SUPERUSER_BANNER',
    name: 'Show superuser banner',
    description: 'Warn in the web interface while a superuser is signed in',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'INVENTREE_SHOW_ADMIN_BANNER',
    name: 'Show admin banner',
    description: 'Warn in the web interface while a user with admin rights is signed in',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'INVENTREE_COMPANY_NAME',
    name: 'Company name',
    description: 'The company that runs this server',
    type: 'string',
    default: 'My company name'
  },
  {
    key: 'INVENTREE_BASE_URL',
    name: 'Base URL',
    description: 'The address under which clients reach this server',
    type: 'string',
    default: '',
    locked: 'site-url',
    check: 'url'
  },
  {
    key: 'INVENTREE_DEFAULT_CURRENCY',
    name: 'Default Currency',
    description: 'Select base currency for pricing calculations',
    type: 'string',
    default: 'USD',
    choices: 'currencies'
  },
  {
    key: 'CURRENCY_CODES',
    name: 'Supported Currencies',
    description: 'The currencies that prices can be in, separated by commas',
    type: 'string',
    default: 'AUD,CAD,CNY,EUR,GBP,JPY,NZD,USD',
    check: 'currency-codes'
  },
  {
    key: 'CURRENCY_UPDATE_INTERVAL',
    name: 'Currency Update Interval',
    description: 'How often exchange rates are fetched; 0 turns it off',
    type: 'integer',
    default: '1',
    units: 'days',
    minimum: 0
  },
  {
    key: 'CURRENCY_UPDATE_PLUGIN',
    name: 'Currency Update Plugin',
    description: 'Where exchange rates come from',
    type: 'string',
    default: 'inventreecurrencyexchange',
    choices: 'rate-sources'
  },
  {
    key: 'INVENTREE_UPLOAD_MAX_SIZE',
    name: 'Upload Size Limit',
    description: 'Maximum allowable upload size for images and files',
    type: 'integer',
    default: '10',
    units: 'MB',
    minimum: 1
  },
  {
    key: 'INVENTREE_STRICT_URLS',
    name: 'Strict URL Validation',
    description: 'Links must begin with a scheme such as https',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'INVENTREE_UPDATE_CHECK_INTERVAL',
    name: 'Update Check Interval',
    description: 'How often to look for a newer version; 0 turns it off',
    type: 'integer',
    default: '7',
    units: 'days',
    minimum: 0
  },
  {
    key: 'INVENTREE_BACKUP_ENABLE',
    name: 'Automatic Backup',
    description: 'Back up the database and the media files regularly',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'INVENTREE_BACKUP_DAYS',
    name: 'Auto Backup Interval',
    description: 'How many days lie between two backups',
    type: 'integer',
    default: '1',
    units: 'days',
    minimum: 1
  },
  {
    key: 'INVENTREE_DELETE_TASKS_DAYS',
    name: 'Task Deletion Interval',
    description: 'Results of background tasks are deleted after this time',
    type: 'integer',
    default: '30',
    units: 'days',
    minimum: 7
  },
  {
    key: 'INVENTREE_DELETE_ERRORS_DAYS',
    name: 'Error Log Deletion Interval',
    description: 'Entries of the error log are deleted after this time',
    type: 'integer',
    default: '30',
    units: 'days',
    minimum: 7
  },
  {
    key: 'INVENTREE_DELETE_NOTIFICATIONS_DAYS',
    name: 'Notification Deletion Interval',
    description: 'Notifications are deleted after this time',
    type: 'integer',
    default: '30',
    units: 'days',
    minimum: 7
  },
  {
    key: 'INVENTREE_DELETE_EMAIL_DAYS',
    name: 'Email Deletion Interval',
    description: 'Stored email messages are deleted after this time',
    type: 'integer',
    default: '30',
    units: 'days',
    minimum: 7
  },
  {
    key: 'INVENTREE_PROTECT_EMAIL_LOG',
    name: 'Protect Email Log',
    description: 'Nobody can delete entries of the email log',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BARCODE_ENABLE',
    name: 'Barcode Support',
    description: 'Enable barcode scanner support in the web interface',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'BARCODE_STORE_RESULTS',
    name: 'Store Barcode Results',
    description: 'Keep a history of barcode scans',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BARCODE_RESULTS_MAX_NUM',
    name: 'Barcode Scans Maximum Count',
    description: 'How many barcode scans the history keeps',
    type: 'integer',
    default: '100',
    minimum: 1
  },
  {
    key: 'BARCODE_INPUT_DELAY',
    name: 'Barcode Input Delay',
    description: 'How long to wait for the rest of a barcode',
    type: 'integer',
    default: '50',
    units: 'ms',
    minimum: 1
  },
  {
    key: 'BARCODE_WEBCAM_SUPPORT',
    name: 'Barcode Webcam Support',
    description: 'Scan barcodes with a camera in the browser',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'BARCODE_SHOW_TEXT',
    name: 'Barcode Show Data',
    description: 'Show the data of a barcode as text beside it',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BARCODE_GENERATION_PLUGIN',
    name: 'Barcode Generation Plugin',
    description: 'Plugin to use for internal barcode data generation',
    type: 'string',
    default: 'inventreebarcode',
    choices: [['inventreebarcode', 'InvenTree Barcodes']]
  },
  {
    key: 'PART_ENABLE_LOCKING',
    name: 'Part Locking',
    description: 'Protect locked parts against changes',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_ENABLE_REVISION',
    name: 'Part Revisions',
    description: 'Offer the revision of a part',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_REVISION_ASSEMBLY_ONLY',
    name: 'Assembly Revision Only',
    description: 'Only allow revisions for assembly parts',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_ALLOW_DELETE_FROM_ASSEMBLY',
    name: 'Allow Deletion from Assembly',
    description: 'Allow deletion of parts which are used in an assembly',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_IPN_REGEX',
    name: 'IPN Regex',
    description: 'Regular expression pattern for matching Part IPN',
    type: 'string',
    default: '',
    check: 'regex'
  },
  {
    key: 'PART_ALLOW_DUPLICATE_IPN',
    name: 'Allow Duplicate IPN',
    description: 'Allow multiple parts to share the same IPN',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_ALLOW_EDIT_IPN',
    name: 'Allow Editing IPN',
    description: 'The IPN may change after the part was created',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_COPY_BOM',
    name: 'Copy Part BOM Data',
    description: 'Copy the bill of materials by default when a part is duplicated',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_COPY_PARAMETERS',
    name: 'Copy Part Parameter Data',
    description: 'Copy the parameters by default when a part is duplicated',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_COPY_TESTS',
    name: 'Copy Part Test Data',
    description: 'Copy the test templates by default when a part is duplicated',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_CATEGORY_PARAMETERS',
    name: 'Copy Category Parameter Templates',
    description: 'A new part gets the parameters that its category proposes',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_TEMPLATE',
    name: 'Template',
    description: 'Parts are templates by default',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_ASSEMBLY',
    name: 'Assembly',
    description: 'Parts can be assembled from other components by default',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_COMPONENT',
    name: 'Component',
    description: 'Parts can be used as sub-components by default',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_PURCHASEABLE',
    name: 'Purchaseable',
    description: 'Parts are purchaseable by default',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_SALABLE',
    name: 'Salable',
    description: 'Parts are salable by default',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_TRACKABLE',
    name: 'Trackable',
    description: 'Parts are trackable by default',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_VIRTUAL',
    name: 'Virtual',
    description: 'Parts are virtual by default',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_SHOW_RELATED',
    name: 'Show related parts',
    description: 'Show the related parts of a part',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_CREATE_INITIAL',
    name: 'Initial Stock Data',
    description: 'Offer to add first stock while a part is created',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_CREATE_SUPPLIER',
    name: 'Initial Supplier Data',
    description: 'Offer to add a first supplier while a part is created',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PART_NAME_FORMAT',
    name: 'Part Name Display Format',
    description: 'Format to display the part name',
    type: 'string',
    default:
      "{{ part.IPN if part.IPN }}{{ ' | ' if part.IPN }}{{ part.name }}{{ ' | ' if part.revision }}{{ part.revision if part.revision }}",
    check: 'part-name-format'
  },
  {
    key: 'PART_CATEGORY_DEFAULT_ICON',
    name: 'Part Category Default Icon',
    description: 'Part category default icon (empty means no icon)',
    type: 'string',
    default: '',
    check: 'icon'
  },
  {
    key: 'PRICING_DECIMAL_PLACES_MIN',
    name: 'Minimum Pricing Decimal Places',
    description: 'How many decimal places a price shows at least',
    type: 'integer',
    default: '0',
    minimum: 0,
    maximum: 4
  },
  {
    key: 'PRICING_DECIMAL_PLACES',
    name: 'Maximum Pricing Decimal Places',
    description: 'How many decimal places a price shows at most',
    type: 'integer',
    default: '6',
    minimum: 2,
    maximum: 6
  },
  {
    key: 'PRICING_USE_SUPPLIER_PRICING',
    name: 'Use Supplier Pricing',
    description: 'Count the price breaks of suppliers in the overall price range',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PRICING_PURCHASE_HISTORY_OVERRIDES_SUPPLIER',
    name: 'Purchase History Override',
    description: 'Prices of past purchases take the place of price breaks',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PRICING_USE_STOCK_PRICING',
    name: 'Use Stock Item Pricing',
    description: 'Count the purchase prices of stock items',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PRICING_STOCK_ITEM_AGE_DAYS',
    name: 'Stock Item Pricing Age',
    description: 'Leave out the prices of stock items older than this; 0 counts all',
    type: 'integer',
    default: '0',
    units: 'days',
    minimum: 0
  },
  {
    key: 'PRICING_USE_VARIANT_PRICING',
    name: 'Use Variant Pricing',
    description: 'Count the prices of variants for their template',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PRICING_ACTIVE_VARIANTS',
    name: 'Active Variants Only',
    description: 'Count the prices of active variants alone',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PRICING_AUTO_UPDATE',
    name: 'Auto Update Pricing',
    description: 'Work out prices again whenever what they rest on changes',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PRICING_UPDATE_DAYS',
    name: 'Pricing Rebuild Interval',
    description: 'Work out prices again that are older than this',
    type: 'integer',
    default: '30',
    units: 'days',
    minimum: 0
  },
  {
    key: 'PART_INTERNAL_PRICE',
    name: 'Internal Prices',
    description: 'Enable internal prices for parts',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_BOM_USE_INTERNAL_PRICE',
    name: 'Internal Price Override',
    description: 'If available, internal prices override price range calculations',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PART_BOM_ALLOW_ZERO_QUANTITY',
    name: 'Allow BOM Zero Quantity',
    description:
      'Accept a zero quantity for BOM item for part. Enables using setup quantity to define a quantity required per build, independent of build quantity',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LABEL_ENABLE',
    name: 'Enable label printing',
    description: 'Print labels from the web interface',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LABEL_DPI',
    name: 'Label Image DPI',
    description: 'The resolution of labels that are printed as images',
    type: 'integer',
    default: '300',
    minimum: 100
  },
  { key: 'REPORT_ENABLE', name: 'Enable Reports', description: 'Generate reports', type: 'boolean', default: 'False' },
  {
    key: 'REPORT_DEBUG_MODE',
    name: 'Debug Mode',
    description: 'Answer reports as HTML in place of PDF',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'REPORT_FETCH_URLS',
    name: 'Report URL Fetching',
    description: 'Reports may load content from other servers',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'REPORT_LOG_ERRORS',
    name: 'Log Report Errors',
    description: 'Log what goes wrong in reports',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'REPORT_DEFAULT_PAGE_SIZE',
    name: 'Page Size',
    description: 'The page size of new report templates',
    type: 'string',
    default: 'A4',
    choices: [
      ['A4', 'A4'],
      ['A3', 'A3'],
      ['Legal', 'Legal'],
      ['Letter', 'Letter']
    ]
  },
  {
    key: 'PARAMETER_ENFORCE_UNITS',
    name: 'Enforce Parameter Units',
    description: 'The value of a parameter must suit the units of its template',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'SERIAL_NUMBER_GLOBALLY_UNIQUE',
    name: 'Globally Unique Serials',
    description: 'No two stock items may have the same serial number, whatever their part',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_DELETE_DEPLETED_DEFAULT',
    name: 'Delete Depleted Stock',
    description: 'New stock items are deleted by default once they are used up',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'STOCK_ALLOW_EDIT_SERIAL',
    name: 'Allow Edit Serial Number',
    description: 'Allow editing of serial number for stock items',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'STOCK_ALLOW_DELETE_SERIALIZED',
    name: 'Delete Serialized Stock',
    description: 'Allow deletion of stock items which have a serial number',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'STOCK_BATCH_CODE_TEMPLATE',
    name: 'Batch Code Template',
    description: 'Template for generating default batch codes for stock items',
    type: 'string',
    default: '',
    check: 'batch-template'
  },
  {
    key: 'STOCK_ENABLE_EXPIRY',
    name: 'Stock Expiry',
    description: 'Enable stock expiry functionality',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_ALLOW_EXPIRED_SALE',
    name: 'Sell Expired Stock',
    description: 'Expired stock may be sold',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_STALE_DAYS',
    name: 'Stock Stale Time',
    description: 'Number of days stock items are considered stale before expiring',
    type: 'integer',
    default: '0',
    units: 'days'
  },
  {
    key: 'STOCK_ALLOW_EXPIRED_BUILD',
    name: 'Build Expired Stock',
    description: 'Expired stock may be used in builds',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_OWNERSHIP_CONTROL',
    name: 'Stock Ownership Control',
    description: 'Clients let only the owner change stock items and locations',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_LOCATION_DEFAULT_ICON',
    name: 'Stock Location Default Icon',
    description: 'Stock location default icon (empty means no icon)',
    type: 'string',
    default: '',
    check: 'icon'
  },
  {
    key: 'STOCK_SHOW_INSTALLED_ITEMS',
    name: 'Show Installed Stock Items',
    description: 'List stock items that are installed in others too',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_ENFORCE_BOM_INSTALLATION',
    name: 'Check BOM when installing items',
    description: 'Only parts of the bill of materials can be installed in a stock item',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'STOCK_ALLOW_OUT_OF_STOCK_TRANSFER',
    name: 'Allow Out of Stock Transfer',
    description: 'Items that are not in stock can be moved too',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_MERGE_ON_TRANSFER',
    name: 'Merge stock with existing stock on transfer by default',
    description: 'Offer to merge what is moved with the stock that lies there',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_REFERENCE_PATTERN',
    name: 'Build Order Reference Pattern',
    description: 'Required pattern for generating Build Order reference field',
    type: 'string',
    default: 'BO-{ref:04d}',
    check: 'reference-pattern'
  },
  {
    key: 'BUILDORDER_REQUIRE_RESPONSIBLE',
    name: 'Require Responsible Owner',
    description: 'A responsible owner must be assigned to each order',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_REQUIRE_ACTIVE_PART',
    name: 'Require Active Part',
    description: 'Prevent build order creation for inactive parts',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_REQUIRE_LOCKED_PART',
    name: 'Require Locked Part',
    description: 'Prevent build order creation for unlocked parts',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_REQUIRE_VALID_BOM',
    name: 'Require Valid BOM',
    description: 'Prevent build order creation unless BOM has been validated',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_REQUIRE_CLOSED_CHILDS',
    name: 'Require Closed Child Orders',
    description: 'Prevent build order completion until all child orders are closed',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_EXTERNAL_BUILDS',
    name: 'External Build Orders',
    description: 'Enable external build order functionality',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'BUILDORDER_EXTERNAL_REQUIRED',
    name: 'Require External Build Orders',
    description: 'Require an external build order when ordering assembled parts from an external supplier',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PREVENT_BUILD_COMPLETION_HAVING_INCOMPLETED_TESTS',
    name: 'Block Until Tests Pass',
    description: 'A build output cannot be completed before its required tests have passed',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'RETURNORDER_ENABLED',
    name: 'Enable Return Orders',
    description: 'Offer return orders in the web interface',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'RETURNORDER_REFERENCE_PATTERN',
    name: 'Return Order Reference Pattern',
    description: 'How the references of return orders look',
    type: 'string',
    default: 'RMA-{ref:04d}',
    check: 'reference-pattern'
  },
  {
    key: 'RETURNORDER_REQUIRE_RESPONSIBLE',
    name: 'Require Responsible Owner',
    description: 'Every return order needs someone responsible',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'RETURNORDER_EDIT_COMPLETED_ORDERS',
    name: 'Edit Completed Return Orders',
    description: 'Completed return orders can be edited',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_REFERENCE_PATTERN',
    name: 'Sales Order Reference Pattern',
    description: 'How the references of sales orders look',
    type: 'string',
    default: 'SO-{ref:04d}',
    check: 'reference-pattern'
  },
  {
    key: 'SALESORDER_REQUIRE_RESPONSIBLE',
    name: 'Require Responsible Owner',
    description: 'Every sales order needs someone responsible',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_DEFAULT_SHIPMENT',
    name: 'Sales Order Default Shipment',
    description: 'Enable creation of default shipment with sales orders',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_EDIT_COMPLETED_ORDERS',
    name: 'Edit Completed Sales Orders',
    description: 'Allow editing of sales orders after they have been shipped or completed',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_SHIPMENT_REQUIRES_CHECK',
    name: 'Shipment Requires Checking',
    description: 'Prevent completion of shipments until items have been checked',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_SHIP_COMPLETE',
    name: 'Mark Shipped Orders as Complete',
    description: 'Sales orders marked as shipped will automatically be completed, bypassing the "shipped" status',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'TRANSFERORDER_ENABLED',
    name: 'Enable Transfer Orders',
    description: 'Offer transfer orders in the web interface',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'TRANSFERORDER_REFERENCE_PATTERN',
    name: 'Transfer Order Reference Pattern',
    description: 'How the references of transfer orders look',
    type: 'string',
    default: 'TO-{ref:04d}',
    check: 'reference-pattern'
  },
  {
    key: 'TRANSFERORDER_REQUIRE_RESPONSIBLE',
    name: 'Require Responsible Owner',
    description: 'Every transfer order needs someone responsible',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'TRANSFERORDER_EDIT_COMPLETED_ORDERS',
    name: 'Edit Completed Transfer Orders',
    description: 'Completed transfer orders can be edited',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SALESORDER_BLOCK_INCOMPLETE_ITEM_TESTS',
    name: 'Block Incomplete Item Tests',
    description: 'Prevent allocation of stock items to sales orders if required item tests are incomplete',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PURCHASEORDER_REFERENCE_PATTERN',
    name: 'Purchase Order Reference Pattern',
    description: 'Required pattern for generating Purchase Order reference field',
    type: 'string',
    default: 'PO-{ref:04d}',
    check: 'reference-pattern'
  },
  {
    key: 'PURCHASEORDER_REQUIRE_RESPONSIBLE',
    name: 'Require Responsible Owner',
    description: 'A responsible owner must be assigned to each order',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PURCHASEORDER_EDIT_COMPLETED_ORDERS',
    name: 'Edit Completed Purchase Orders',
    description: 'Completed purchase orders can be edited',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PURCHASEORDER_CONVERT_CURRENCY',
    name: 'Convert Currency',
    description: 'Received stock carries its price in the base currency',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PURCHASEORDER_AUTO_COMPLETE',
    name: 'Auto Complete Purchase Orders',
    description: 'Automatically mark purchase orders as complete when all line items are received',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'PURCHASEORDER_MERGE_LINE_ITEMS',
    name: 'Merge Purchase Order Line Items',
    description:
      'Merge new purchase order line items with existing lines that share the same part, destination, and target date',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LOGIN_ENABLE_PWD_FORGOT',
    name: 'Enable password forgot',
    description: 'Offer a way back to users who forgot their password',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LOGIN_ENABLE_REG',
    name: 'Enable registration',
    description: 'Strangers may register on the login page',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LOGIN_ENABLE_SSO',
    name: 'Enable SSO',
    description: 'Offer single sign-on on the login page',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LOGIN_ENABLE_SSO_REG',
    name: 'Enable SSO registration',
    description: 'Strangers may register through single sign-on',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LOGIN_ENABLE_SSO_GROUP_SYNC',
    name: 'Enable SSO group sync',
    description: 'Take the groups of a user over from single sign-on',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'SSO_GROUP_KEY',
    name: 'SSO group key',
    description: 'The claim in which single sign-on names the groups',
    type: 'string',
    default: 'groups'
  },
  {
    key: 'SSO_GROUP_MAP',
    name: 'SSO group map',
    description: 'Which group of single sign-on stands for which group here, as a JSON object',
    type: 'string',
    default: '{}',
    check: 'json'
  },
  {
    key: 'SSO_REMOVE_GROUPS',
    name: 'Remove groups outside of SSO',
    description: 'Take users out of groups that single sign-on does not name',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LOGIN_MAIL_REQUIRED',
    name: 'Email required',
    description: 'Nobody can register without an email address',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LOGIN_SIGNUP_SSO_AUTO',
    name: 'Auto-fill SSO users',
    description: 'Fill in the details that single sign-on knows',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LOGIN_SIGNUP_MAIL_TWICE',
    name: 'Mail twice',
    description: 'Ask for the email address twice when someone registers',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'LOGIN_SIGNUP_PWD_TWICE',
    name: 'Password twice',
    description: 'Ask for the password twice when someone registers',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'LOGIN_SIGNUP_MAIL_RESTRICTION',
    name: 'Allowed domains',
    description: 'Restrict signup to certain domains (comma-separated, starting with @)',
    type: 'string',
    default: '',
    check: 'mail-domains'
  },
  {
    key: 'SIGNUP_GROUP',
    name: 'Group on signup',
    description: 'The group that newly registered users are put in',
    type: 'string',
    default: '',
    choices: 'groups'
  },
  {
    key: 'LOGIN_ENFORCE_MFA',
    name: 'Enforce MFA',
    description: 'Everyone must sign in with a second factor',
    type: 'boolean',
    default: 'False',
    confirm: 'Everyone will have to set up a second factor, and all sessions end at once. Go on?'
  },
  {
    key: 'PLUGIN_ON_STARTUP',
    name: 'Check plugins on startup',
    description: 'Install missing plugins when the server starts',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PLUGIN_UPDATE_CHECK',
    name: 'Check for plugin updates',
    description: 'Look regularly for newer versions of plugins',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'ENABLE_PLUGINS_URL',
    name: 'Enable URL integration',
    description: 'Plugins may add addresses',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_NAVIGATION',
    name: 'Enable navigation integration',
    description: 'Plugins may add entries to the navigation',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_APP',
    name: 'Enable app integration',
    description: 'Plugins may add apps',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_SCHEDULE',
    name: 'Enable schedule integration',
    description: 'Plugins may run tasks at set times',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_EVENTS',
    name: 'Enable event integration',
    description: 'Plugins may react to events on the server',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_INTERFACE',
    name: 'Enable interface integration',
    description: 'Plugins may extend the web interface',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'ENABLE_PLUGINS_MAILS',
    name: 'Enable mail integration',
    description: 'Plugins may handle email messages',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'PROJECT_CODES_ENABLED',
    name: 'Enable project codes',
    description: 'Offer project codes to sort orders by project',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCKTAKE_ENABLE',
    name: 'Enable Stocktake',
    description: 'Enable functionality for recording historical stock levels and value',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCKTAKE_EXCLUDE_EXTERNAL',
    name: 'Exclude External Locations',
    description: 'Leave stock in external locations out of the stocktake',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCKTAKE_AUTO_DAYS',
    name: 'Automatic Stocktake Period',
    description: 'How many days lie between two recordings of the stock history',
    type: 'integer',
    default: '7',
    units: 'days',
    minimum: 1
  },
  {
    key: 'STOCKTAKE_DELETE_OLD_ENTRIES',
    name: 'Delete Old Stocktake Entries',
    description: 'Delete old entries of the stock history',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCKTAKE_DELETE_DAYS',
    name: 'Stocktake Deletion Interval',
    description: 'Entries of the stock history are deleted after this time, if that is switched on',
    type: 'integer',
    default: '365',
    units: 'days',
    minimum: 30
  },
  {
    key: 'STOCK_TRACKING_DELETE_OLD_ENTRIES',
    name: 'Delete Old Stock Tracking Entries',
    description: 'Delete old tracking entries of stock items',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'STOCK_TRACKING_DELETE_DAYS',
    name: 'Stock Tracking Deletion Interval',
    description: 'Tracking entries are deleted after this time, if that is switched on',
    type: 'integer',
    default: '365',
    units: 'days',
    minimum: 30
  },
  {
    key: 'DISPLAY_FULL_NAMES',
    name: 'Display Users full names',
    description: 'Display Users full names instead of usernames',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'DISPLAY_PROFILE_INFO',
    name: 'Display User Profiles',
    description: 'Show the profile of a user on the page of the user',
    type: 'boolean',
    default: 'True'
  },
  {
    key: 'WEEK_STARTS_ON',
    name: 'Week Starts On',
    description: 'The day on which a week begins in calendars',
    type: 'string',
    default: '1',
    choices: [
      ['0', 'Sunday'],
      ['1', 'Monday'],
      ['2', 'Tuesday'],
      ['3', 'Wednesday'],
      ['4', 'Thursday'],
      ['5', 'Friday'],
      ['6', 'Saturday']
    ]
  },
  {
    key: 'CALENDAR_HORIZON_MONTHS',
    name: 'Calendar Horizon',
    description: 'How far ahead calendars look',
    type: 'integer',
    default: '12',
    units: 'months',
    minimum: 1
  },
  {
    key: 'TEST_STATION_DATA',
    name: 'Enable Test Station Data',
    description: 'Record which station made a test, and when it began and ended',
    type: 'boolean',
    default: 'False'
  },
  {
    key: 'MACHINE_PING_ENABLED',
    name: 'Enable Machine Ping',
    description: 'Ask registered machines regularly whether they still answer',
    type: 'boolean',
    default: 'True'
  }
]
