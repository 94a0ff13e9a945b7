-- Made by `make generate` from db/migrations/; never edited.
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
CREATE TABLE "user" ("id" integer primary key autoincrement, "username" text not null, "password" text default '' not null, "first_name" text default '' not null, "last_name" text default '' not null, "email" text default '' not null, "is_staff" integer default 0 not null, "is_superuser" integer default 0 not null, "is_active" integer default 1 not null, "date_joined" text not null, "last_login" text, "last_seen" text);
CREATE UNIQUE INDEX "user_username" on "user" ("username");
CREATE INDEX user_username_lower on "user" (lower(username));
CREATE TABLE "group" ("id" integer primary key autoincrement, "name" text not null);
CREATE UNIQUE INDEX "group_name" on "group" ("name");
CREATE TABLE "user_group" ("user_id" integer not null references "user" ("id") on delete cascade, "group_id" integer not null references "group" ("id") on delete cascade, constraint "user_group_key" primary key ("user_id", "group_id"));
CREATE INDEX "user_group_group" on "user_group" ("group_id");
CREATE TABLE "user_profile" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "language" text, "theme" text, "widgets" text, "displayname" text, "position" text, "status" text, "location" text, "active" integer default 1 not null, "contact" text, "type" text default 'internal' not null, "organisation" text, "primary_group_id" integer references "group" ("id") on delete set null, "metadata" text);
CREATE UNIQUE INDEX "user_profile_user" on "user_profile" ("user_id");
CREATE TABLE "ruleset" ("id" integer primary key autoincrement, "name" text not null, "group_id" integer not null references "group" ("id") on delete cascade, "can_view" integer default 0 not null, "can_add" integer default 0 not null, "can_change" integer default 0 not null, "can_delete" integer default 0 not null);
CREATE UNIQUE INDEX "ruleset_group_name" on "ruleset" ("group_id", "name");
CREATE TABLE "owner" ("id" integer primary key autoincrement, "owner_model" text not null, "owner_id" integer not null);
CREATE UNIQUE INDEX "owner_target" on "owner" ("owner_model", "owner_id");
CREATE TABLE "api_token" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "name" text default '' not null, "hash" text not null, "sealed" text not null, "redacted" text not null, "created" text not null, "expiry" text not null, "last_seen" text, "revoked" integer default 0 not null, "metadata" text);
CREATE UNIQUE INDEX "api_token_hash" on "api_token" ("hash");
CREATE INDEX "api_token_user" on "api_token" ("user_id", "name");
CREATE TABLE "setting" ("id" integer primary key autoincrement, "key" text not null, "value" text default '' not null);
CREATE UNIQUE INDEX "setting_key" on "setting" ("key");
CREATE TABLE "user_setting" ("id" integer primary key autoincrement, "key" text not null, "value" text default '' not null, "user_id" integer not null references "user" ("id") on delete cascade);
CREATE UNIQUE INDEX "user_setting_key" on "user_setting" ("user_id", "key");
CREATE TABLE "tag" ("id" integer primary key autoincrement, "name" text not null, "slug" text not null);
CREATE UNIQUE INDEX "tag_slug" on "tag" ("slug");
CREATE INDEX tag_name_lower on tag (lower(name));
CREATE TABLE "tagged_item" ("id" integer primary key autoincrement, "tag_id" integer not null references "tag" ("id") on delete cascade, "model" text not null, "object_id" integer not null);
CREATE UNIQUE INDEX "tagged_item_key" on "tagged_item" ("model", "object_id", "tag_id");
CREATE INDEX "tagged_item_tag" on "tagged_item" ("tag_id");
CREATE TABLE "stock_location" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "parent_id" integer references "stock_location" ("id") on delete set null, "pathstring" text default '' not null, "owner_id" integer references "owner" ("id") on delete set null, "structural" integer default 0 not null, "external" integer default 0 not null, "location_type_id" integer, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "lft" integer default 0 not null, "rght" integer default 0 not null, "tree_id" integer default 0 not null, "level" integer default 0 not null, "metadata" text, "icon" text, "items" integer default 0 not null, "items_below" integer default 0 not null);
CREATE INDEX "stock_location_tree" on "stock_location" ("tree_id", "lft");
CREATE INDEX "stock_location_parent" on "stock_location" ("parent_id", "name");
CREATE TABLE "part_category" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "parent_id" integer references "part_category" ("id") on delete set null, "pathstring" text default '' not null, "default_location_id" integer references "stock_location" ("id") on delete set null, "default_keywords" text, "structural" integer default 0 not null, "icon" text default '' not null, "lft" integer default 0 not null, "rght" integer default 0 not null, "tree_id" integer default 0 not null, "level" integer default 0 not null, "metadata" text, "parts" integer default 0 not null, "parts_below" integer default 0 not null);
CREATE INDEX "part_category_tree" on "part_category" ("tree_id", "lft");
CREATE INDEX "part_category_parent" on "part_category" ("parent_id", "name");
CREATE INDEX "part_category_name" on "part_category" ("name");
CREATE TABLE "part" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "keywords" text, "IPN" text, "revision" text, "revision_of_id" integer references "part" ("id") on delete set null, "is_template" integer default 0 not null, "variant_of_id" integer references "part" ("id") on delete set null, "category_id" integer references "part_category" ("id") on delete set null, "link" text, "image" text, "default_location_id" integer references "stock_location" ("id") on delete set null, "default_expiry" integer default 0 not null, "minimum_stock" numeric default 0 not null, "maximum_stock" numeric default 0 not null, "units" text, "assembly" integer default 0 not null, "component" integer default 1 not null, "trackable" integer default 0 not null, "testable" integer default 0 not null, "purchaseable" integer default 1 not null, "salable" integer default 0 not null, "active" integer default 1 not null, "locked" integer default 0 not null, "virtual" integer default 0 not null, "consumable" integer default 0 not null, "bom_validated" integer default 0 not null, "bom_checksum" text default '' not null, "bom_checked_by_id" integer references "user" ("id") on delete set null, "bom_checked_date" text, "creation_date" text, "creation_user_id" integer references "user" ("id") on delete set null, "responsible_owner_id" integer references "owner" ("id") on delete set null, "base_cost" numeric default 0 not null, "multiple" integer default 1 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "metadata" text, "in_stock" numeric default 0 not null, "stock_item_count" integer default 0 not null, "external_stock" numeric default 0 not null, "allocated_to_build_orders" numeric default 0 not null, "allocated_to_sales_orders" numeric default 0 not null, "required_for_build_orders" numeric default 0 not null, "required_for_sales_orders" numeric default 0 not null, "building" numeric default 0 not null, "scheduled_to_build" numeric default 0 not null, "ordering" numeric default 0 not null, "variant_stock" numeric default 0 not null);
CREATE INDEX "part_name" on "part" ("name", "id");
CREATE INDEX "part_IPN" on "part" ("IPN");
CREATE INDEX "part_IPN_lower" on part (lower("IPN"));
CREATE INDEX "part_category_name_order" on "part" ("category_id", "name", "id");
CREATE INDEX "part_variant_of_id" on "part" ("variant_of_id");
CREATE INDEX "part_revision_of_id" on "part" ("revision_of_id");
CREATE INDEX "part_default_location_id" on "part" ("default_location_id");
CREATE INDEX "part_creation_date" on "part" ("creation_date");
CREATE INDEX "part_creation_user_id" on "part" ("creation_user_id");
CREATE INDEX "part_responsible_owner_id" on "part" ("responsible_owner_id");
CREATE INDEX "part_bom_checked_by_id" on "part" ("bom_checked_by_id");
CREATE INDEX "part_units" on "part" ("units");
CREATE INDEX "part_revision" on "part" ("revision");
CREATE TABLE "part_star" ("id" integer primary key autoincrement, "part_id" integer not null references "part" ("id") on delete cascade, "user_id" integer not null references "user" ("id") on delete cascade);
CREATE UNIQUE INDEX "part_star_key" on "part_star" ("user_id", "part_id");
CREATE INDEX "part_star_part" on "part_star" ("part_id");
CREATE TABLE "part_category_star" ("id" integer primary key autoincrement, "category_id" integer not null references "part_category" ("id") on delete cascade, "user_id" integer not null references "user" ("id") on delete cascade);
CREATE UNIQUE INDEX "part_category_star_key" on "part_category_star" ("user_id", "category_id");
CREATE INDEX "part_category_star_category" on "part_category_star" ("category_id");
CREATE TABLE "stock_location_type" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "icon" text default '' not null, "metadata" text);
CREATE INDEX "stock_location_location_type_id" on "stock_location" ("location_type_id");
CREATE INDEX "stock_location_owner_id" on "stock_location" ("owner_id");
CREATE TABLE "project_code" ("id" integer primary key autoincrement, "code" text not null, "description" text default '' not null, "active" integer default 1 not null, "responsible_id" integer references "owner" ("id") on delete set null, "metadata" text);
CREATE UNIQUE INDEX "project_code_code" on "project_code" ("code");
CREATE INDEX "project_code_responsible_id" on "project_code" ("responsible_id");
CREATE TABLE "plugin_config" ("id" integer primary key autoincrement, "metadata" text, "key" text not null, "name" text, "package_name" text, "active" integer default 0 not null, "removed" integer default 0 not null, "fingerprint" text, "granted" text, "declaration" text, "chain" text, "user_id" integer references "user" ("id") on delete set null);
CREATE UNIQUE INDEX "plugin_config_key" on "plugin_config" ("key");
CREATE TABLE "custom_unit" ("id" integer primary key autoincrement, "name" text not null, "symbol" text default '' not null, "definition" text not null);
CREATE UNIQUE INDEX "custom_unit_name" on "custom_unit" ("name");
CREATE TABLE "custom_state" ("id" integer primary key autoincrement, "key" integer not null, "name" text not null, "label" text not null, "color" text default 'secondary' not null, "logical_key" integer not null, "model" text, "reference_status" text not null);
CREATE UNIQUE INDEX "custom_state_reference_status_key" on "custom_state" ("reference_status", "key");
CREATE UNIQUE INDEX "custom_state_reference_status_name" on "custom_state" ("reference_status", "name");
CREATE TABLE "exchange_rate" ("id" integer primary key autoincrement, "currency" text not null, "value" numeric default 0 not null, "base_currency" text default '' not null, "backend" text default '' not null, "updated" text);
CREATE UNIQUE INDEX "exchange_rate_currency" on "exchange_rate" ("currency");
CREATE TABLE "selection_list" ("id" integer primary key autoincrement, "metadata" text, "name" text not null, "description" text default '' not null, "locked" integer default 0 not null, "active" integer default 1 not null, "source_plugin_id" integer references "plugin_config" ("id") on delete set null, "source_string" text default '' not null, "default_id" integer references "selection_list_entry" ("id") on delete set null, "created" text not null, "last_updated" text not null);
CREATE UNIQUE INDEX "selection_list_name" on "selection_list" ("name");
CREATE INDEX "selection_list_source_plugin_id" on "selection_list" ("source_plugin_id");
CREATE INDEX "selection_list_default_id" on "selection_list" ("default_id");
CREATE TABLE "selection_list_entry" ("id" integer primary key autoincrement, "list_id" integer references "selection_list" ("id") on delete cascade, "value" text not null, "label" text not null, "description" text default '' not null, "active" integer default 1 not null);
CREATE UNIQUE INDEX "selection_list_entry_list_id_value" on "selection_list_entry" ("list_id", "value");
CREATE TABLE "parameter_template" ("id" integer primary key autoincrement, "metadata" text, "model_type" text, "name" text not null, "units" text default '' not null, "description" text default '' not null, "checkbox" integer default 0 not null, "choices" text default '' not null, "selectionlist_id" integer references "selection_list" ("id") on delete set null, "enabled" integer default 1 not null, "unique" integer default 0 not null);
CREATE UNIQUE INDEX "parameter_template_name" on "parameter_template" ("name");
CREATE INDEX "parameter_template_model_type" on "parameter_template" ("model_type");
CREATE INDEX "parameter_template_selectionlist_id" on "parameter_template" ("selectionlist_id");
CREATE TABLE "parameter" ("id" integer primary key autoincrement, "metadata" text, "updated" text, "updated_by_id" integer references "user" ("id") on delete set null, "model_type" text not null, "model_id" integer not null, "template_id" integer not null references "parameter_template" ("id") on delete cascade, "data" text not null, "data_numeric" real, "note" text default '' not null);
CREATE UNIQUE INDEX "parameter_model_type_model_id_template_id" on "parameter" ("model_type", "model_id", "template_id");
CREATE INDEX "parameter_template_id_data_numeric" on "parameter" ("template_id", "data_numeric");
CREATE INDEX "parameter_template_id_data" on "parameter" ("template_id", "data");
CREATE INDEX "parameter_updated_by_id" on "parameter" ("updated_by_id");
CREATE TABLE "data_output" ("id" integer primary key autoincrement, "created" text not null, "user_id" integer references "user" ("id") on delete set null, "total" integer default 0 not null, "progress" integer default 0 not null, "complete" integer default 0 not null, "output_type" text, "template_name" text, "plugin" text, "output" text, "errors" text);
CREATE INDEX "data_output_created" on "data_output" ("created");
CREATE INDEX "data_output_user_id" on "data_output" ("user_id");
CREATE TABLE "notification_message" ("id" integer primary key autoincrement, "target_model_type" text not null, "target_model_id" integer not null, "source_model_type" text, "source_model_id" integer, "user_id" integer references "user" ("id") on delete cascade, "category" text not null, "name" text not null, "message" text, "creation" text not null, "read" integer default 0 not null);
CREATE INDEX "notification_message_user_id_read" on "notification_message" ("user_id", "read");
CREATE INDEX "notification_message_target_model_type_target_model_id" on "notification_message" ("target_model_type", "target_model_id");
CREATE TABLE "notification_entry" ("id" integer primary key autoincrement, "key" text not null, "uid" integer not null, "updated" text not null);
CREATE UNIQUE INDEX "notification_entry_key_uid" on "notification_entry" ("key", "uid");
CREATE TABLE "barcode_scan" ("id" integer primary key autoincrement, "data" text not null, "user_id" integer references "user" ("id") on delete set null, "timestamp" text not null, "endpoint" text, "context" text, "response" text, "result" integer default 0 not null);
CREATE INDEX "barcode_scan_timestamp" on "barcode_scan" ("timestamp");
CREATE INDEX "barcode_scan_user_id" on "barcode_scan" ("user_id");
CREATE TABLE "part_related" ("id" integer primary key autoincrement, "metadata" text, "part_1_id" integer not null references "part" ("id") on delete cascade, "part_2_id" integer not null references "part" ("id") on delete cascade, "note" text default '' not null);
CREATE UNIQUE INDEX "part_related_part_1_id_part_2_id" on "part_related" ("part_1_id", "part_2_id");
CREATE INDEX "part_related_part_2_id" on "part_related" ("part_2_id");
CREATE TABLE "part_test_template" ("id" integer primary key autoincrement, "metadata" text, "part_id" integer not null references "part" ("id") on delete cascade, "test_name" text not null, "key" text default '' not null, "description" text default '' not null, "enabled" integer default 1 not null, "required" integer default 1 not null, "requires_value" integer default 0 not null, "requires_attachment" integer default 0 not null, "choices" text default '' not null);
CREATE INDEX "part_test_template_part_id_key" on "part_test_template" ("part_id", "key");
CREATE INDEX "part_test_template_key" on "part_test_template" ("key");
CREATE TABLE "part_sale_price" ("id" integer primary key autoincrement, "updated" text, "quantity" numeric default 1 not null, "price" numeric, "price_currency" text default '' not null, "part_id" integer not null references "part" ("id") on delete cascade);
CREATE UNIQUE INDEX "part_sale_price_part_id_quantity" on "part_sale_price" ("part_id", "quantity");
CREATE TABLE "part_internal_price" ("id" integer primary key autoincrement, "updated" text, "quantity" numeric default 1 not null, "price" numeric, "price_currency" text default '' not null, "part_id" integer not null references "part" ("id") on delete cascade);
CREATE UNIQUE INDEX "part_internal_price_part_id_quantity" on "part_internal_price" ("part_id", "quantity");
CREATE TABLE "part_pricing" ("id" integer primary key autoincrement, "updated" text, "currency" text default '' not null, "scheduled_for_update" integer default 0 not null, "part_id" integer not null references "part" ("id") on delete cascade, "bom_cost_min" numeric, "bom_cost_min_currency" text default '' not null, "bom_cost_max" numeric, "bom_cost_max_currency" text default '' not null, "purchase_cost_min" numeric, "purchase_cost_min_currency" text default '' not null, "purchase_cost_max" numeric, "purchase_cost_max_currency" text default '' not null, "internal_cost_min" numeric, "internal_cost_min_currency" text default '' not null, "internal_cost_max" numeric, "internal_cost_max_currency" text default '' not null, "supplier_price_min" numeric, "supplier_price_min_currency" text default '' not null, "supplier_price_max" numeric, "supplier_price_max_currency" text default '' not null, "variant_cost_min" numeric, "variant_cost_min_currency" text default '' not null, "variant_cost_max" numeric, "variant_cost_max_currency" text default '' not null, "override_min" numeric, "override_min_currency" text default '' not null, "override_max" numeric, "override_max_currency" text default '' not null, "overall_min" numeric, "overall_min_currency" text default '' not null, "overall_max" numeric, "overall_max_currency" text default '' not null, "sale_price_min" numeric, "sale_price_min_currency" text default '' not null, "sale_price_max" numeric, "sale_price_max_currency" text default '' not null, "sale_history_min" numeric, "sale_history_min_currency" text default '' not null, "sale_history_max" numeric, "sale_history_max_currency" text default '' not null);
CREATE UNIQUE INDEX "part_pricing_part_id" on "part_pricing" ("part_id");
CREATE INDEX "part_pricing_scheduled_for_update" on "part_pricing" ("scheduled_for_update");
CREATE INDEX "part_pricing_updated" on "part_pricing" ("updated");
CREATE TABLE "part_stocktake" ("id" integer primary key autoincrement, "part_id" integer not null references "part" ("id") on delete cascade, "item_count" integer default 1 not null, "quantity" numeric default 0 not null, "date" text not null, "cost_min" numeric, "cost_min_currency" text default '' not null, "cost_max" numeric, "cost_max_currency" text default '' not null);
CREATE INDEX "part_stocktake_part_id_date" on "part_stocktake" ("part_id", "date");
CREATE INDEX "part_stocktake_date" on "part_stocktake" ("date");
CREATE TABLE "part_category_parameter" ("id" integer primary key autoincrement, "metadata" text, "category_id" integer not null references "part_category" ("id") on delete cascade, "template_id" integer not null references "parameter_template" ("id") on delete cascade, "default_value" text default '' not null);
CREATE UNIQUE INDEX "part_category_parameter_category_id_template_id" on "part_category_parameter" ("category_id", "template_id");
CREATE INDEX "part_category_parameter_template_id" on "part_category_parameter" ("template_id");
CREATE TABLE "bom_item" ("id" integer primary key autoincrement, "metadata" text, "part_id" integer not null references "part" ("id") on delete cascade, "sub_part_id" integer not null references "part" ("id") on delete cascade, "raw_amount" text default '' not null, "quantity" numeric default 1 not null, "piece_count" integer default 1 not null, "optional" integer default 0 not null, "consumable" integer default 0 not null, "setup_quantity" numeric default 0 not null, "attrition" numeric default 0 not null, "rounding_multiple" numeric, "reference" text default '' not null, "note" text default '' not null, "checksum" text default '' not null, "validated" integer default 0 not null, "inherited" integer default 0 not null, "allow_variants" integer default 0 not null);
CREATE INDEX "bom_item_part_id_inherited" on "bom_item" ("part_id", "inherited");
CREATE INDEX "bom_item_sub_part_id" on "bom_item" ("sub_part_id");
CREATE TABLE "bom_substitute" ("id" integer primary key autoincrement, "metadata" text, "bom_item_id" integer not null references "bom_item" ("id") on delete cascade, "part_id" integer not null references "part" ("id") on delete cascade);
CREATE UNIQUE INDEX "bom_substitute_bom_item_id_part_id" on "bom_substitute" ("bom_item_id", "part_id");
CREATE INDEX "bom_substitute_part_id" on "bom_substitute" ("part_id");
CREATE TABLE "company" ("id" integer primary key autoincrement, "metadata" text, "notes" text, "image" text, "name" text not null, "description" text default '' not null, "website" text default '' not null, "phone" text default '' not null, "email" text, "contact" text default '' not null, "link" text default '' not null, "active" integer default 1 not null, "is_customer" integer default 0 not null, "is_supplier" integer default 1 not null, "is_manufacturer" integer default 0 not null, "currency" text default '' not null, "tax_id" text default '' not null);
CREATE UNIQUE INDEX "company_name_email" on "company" ("name", "email");
CREATE INDEX "company_is_supplier_name" on "company" ("is_supplier", "name");
CREATE INDEX "company_is_manufacturer_name" on "company" ("is_manufacturer", "name");
CREATE INDEX "company_is_customer_name" on "company" ("is_customer", "name");
CREATE TABLE "company_contact" ("id" integer primary key autoincrement, "metadata" text, "company_id" integer not null references "company" ("id") on delete cascade, "name" text not null, "phone" text default '' not null, "email" text default '' not null, "role" text default '' not null);
CREATE INDEX "company_contact_name" on "company_contact" ("name");
CREATE INDEX "company_contact_company_id" on "company_contact" ("company_id");
CREATE TABLE "company_address" ("id" integer primary key autoincrement, "company_id" integer not null references "company" ("id") on delete cascade, "title" text not null, "primary" integer default 0 not null, "line1" text default '' not null, "line2" text default '' not null, "postal_code" text default '' not null, "postal_city" text default '' not null, "province" text default '' not null, "country" text default '' not null, "shipping_notes" text default '' not null, "internal_shipping_notes" text default '' not null, "link" text default '' not null);
CREATE INDEX "company_address_company_id_primary" on "company_address" ("company_id", "primary");
CREATE TABLE "manufacturer_part" ("id" integer primary key autoincrement, "metadata" text, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "part_id" integer not null references "part" ("id") on delete cascade, "manufacturer_id" integer references "company" ("id") on delete cascade, "MPN" text, "link" text, "description" text);
CREATE UNIQUE INDEX "manufacturer_part_part_id_manufacturer_id_MPN" on "manufacturer_part" ("part_id", "manufacturer_id", "MPN");
CREATE INDEX "manufacturer_part_MPN" on "manufacturer_part" ("MPN");
CREATE INDEX "manufacturer_part_barcode_hash" on "manufacturer_part" ("barcode_hash");
CREATE INDEX "manufacturer_part_manufacturer_id" on "manufacturer_part" ("manufacturer_id");
CREATE TABLE "supplier_part" ("id" integer primary key autoincrement, "metadata" text, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "updated" text, "part_id" integer not null references "part" ("id") on delete cascade, "supplier_id" integer not null references "company" ("id") on delete cascade, "SKU" text not null, "active" integer default 1 not null, "primary" integer default 0 not null, "manufacturer_part_id" integer references "manufacturer_part" ("id") on delete cascade, "link" text, "description" text, "note" text, "base_cost" numeric default 0 not null, "packaging" text, "pack_quantity" text default '' not null, "pack_quantity_native" numeric default 1 not null, "multiple" integer default 1 not null, "available" numeric default 0 not null, "availability_updated" text);
CREATE UNIQUE INDEX "supplier_part_part_id_supplier_id_SKU" on "supplier_part" ("part_id", "supplier_id", "SKU");
CREATE INDEX "supplier_part_SKU" on "supplier_part" ("SKU");
CREATE INDEX "supplier_part_barcode_hash" on "supplier_part" ("barcode_hash");
CREATE INDEX "supplier_part_supplier_id" on "supplier_part" ("supplier_id");
CREATE INDEX "supplier_part_manufacturer_part_id" on "supplier_part" ("manufacturer_part_id");
CREATE TABLE "supplier_price_break" ("id" integer primary key autoincrement, "updated" text, "quantity" numeric default 1 not null, "price" numeric, "price_currency" text default '' not null, "part_id" integer not null references "supplier_part" ("id") on delete cascade);
CREATE UNIQUE INDEX "supplier_price_break_part_id_quantity" on "supplier_price_break" ("part_id", "quantity");
CREATE INDEX "supplier_price_break_quantity" on "supplier_price_break" ("quantity");
CREATE TABLE "purchase_order" ("id" integer primary key autoincrement, "metadata" text, "reference" text not null, "reference_int" integer default 0 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "total_price" numeric, "total_price_currency" text default '' not null, "order_currency" text, "supplier_id" integer references "company" ("id") on delete set null, "supplier_reference" text default '' not null, "description" text default '' not null, "project_code_id" integer references "project_code" ("id") on delete set null, "link" text default '' not null, "creation_date" text, "issue_date" text, "start_date" text, "target_date" text, "updated_at" text, "created_by_id" integer references "user" ("id") on delete set null, "responsible_id" integer references "owner" ("id") on delete set null, "contact_id" integer references "company_contact" ("id") on delete set null, "address_id" integer references "company_address" ("id") on delete set null, "status" integer default 10 not null, "status_custom_key" integer, "received_by_id" integer references "user" ("id") on delete set null, "complete_date" text, "destination_id" integer references "stock_location" ("id") on delete set null);
CREATE UNIQUE INDEX "purchase_order_reference" on "purchase_order" ("reference");
CREATE INDEX "purchase_order_reference_int" on "purchase_order" ("reference_int");
CREATE INDEX "purchase_order_status_target_date" on "purchase_order" ("status", "target_date");
CREATE INDEX "purchase_order_barcode_hash" on "purchase_order" ("barcode_hash");
CREATE INDEX "purchase_order_supplier_id" on "purchase_order" ("supplier_id");
CREATE INDEX "purchase_order_project_code_id" on "purchase_order" ("project_code_id");
CREATE INDEX "purchase_order_created_by_id" on "purchase_order" ("created_by_id");
CREATE INDEX "purchase_order_responsible_id" on "purchase_order" ("responsible_id");
CREATE INDEX "purchase_order_contact_id" on "purchase_order" ("contact_id");
CREATE INDEX "purchase_order_address_id" on "purchase_order" ("address_id");
CREATE INDEX "purchase_order_received_by_id" on "purchase_order" ("received_by_id");
CREATE INDEX "purchase_order_destination_id" on "purchase_order" ("destination_id");
CREATE TABLE "purchase_order_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "purchase_order" ("id") on delete cascade, "part_id" integer references "supplier_part" ("id") on delete set null, "received" numeric default 0 not null, "purchase_price" numeric, "purchase_price_currency" text default '' not null, "build_order_id" integer references "build" ("id") on delete set null, "destination_id" integer references "stock_location" ("id") on delete set null);
CREATE INDEX "purchase_order_line_project_code_id" on "purchase_order_line" ("project_code_id");
CREATE INDEX "purchase_order_line_order_id" on "purchase_order_line" ("order_id");
CREATE INDEX "purchase_order_line_part_id" on "purchase_order_line" ("part_id");
CREATE INDEX "purchase_order_line_build_order_id" on "purchase_order_line" ("build_order_id");
CREATE INDEX "purchase_order_line_destination_id" on "purchase_order_line" ("destination_id");
CREATE TABLE "purchase_order_extra_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "purchase_order" ("id") on delete cascade, "description" text default '' not null, "context" text, "price" numeric, "price_currency" text default '' not null);
CREATE INDEX "purchase_order_extra_line_project_code_id" on "purchase_order_extra_line" ("project_code_id");
CREATE INDEX "purchase_order_extra_line_order_id" on "purchase_order_extra_line" ("order_id");
CREATE TABLE "sales_order" ("id" integer primary key autoincrement, "metadata" text, "reference" text not null, "reference_int" integer default 0 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "total_price" numeric, "total_price_currency" text default '' not null, "order_currency" text, "customer_id" integer references "company" ("id") on delete set null, "customer_reference" text default '' not null, "description" text default '' not null, "project_code_id" integer references "project_code" ("id") on delete set null, "link" text default '' not null, "creation_date" text, "issue_date" text, "start_date" text, "target_date" text, "updated_at" text, "created_by_id" integer references "user" ("id") on delete set null, "responsible_id" integer references "owner" ("id") on delete set null, "contact_id" integer references "company_contact" ("id") on delete set null, "address_id" integer references "company_address" ("id") on delete set null, "status" integer default 10 not null, "status_custom_key" integer, "shipment_date" text, "shipped_by_id" integer references "user" ("id") on delete set null);
CREATE UNIQUE INDEX "sales_order_reference" on "sales_order" ("reference");
CREATE INDEX "sales_order_reference_int" on "sales_order" ("reference_int");
CREATE INDEX "sales_order_status_target_date" on "sales_order" ("status", "target_date");
CREATE INDEX "sales_order_barcode_hash" on "sales_order" ("barcode_hash");
CREATE INDEX "sales_order_customer_id" on "sales_order" ("customer_id");
CREATE INDEX "sales_order_project_code_id" on "sales_order" ("project_code_id");
CREATE INDEX "sales_order_created_by_id" on "sales_order" ("created_by_id");
CREATE INDEX "sales_order_responsible_id" on "sales_order" ("responsible_id");
CREATE INDEX "sales_order_contact_id" on "sales_order" ("contact_id");
CREATE INDEX "sales_order_address_id" on "sales_order" ("address_id");
CREATE INDEX "sales_order_shipped_by_id" on "sales_order" ("shipped_by_id");
CREATE TABLE "sales_order_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "sales_order" ("id") on delete cascade, "part_id" integer references "part" ("id") on delete set null, "sale_price" numeric, "sale_price_currency" text default '' not null, "shipped" numeric default 0 not null);
CREATE INDEX "sales_order_line_project_code_id" on "sales_order_line" ("project_code_id");
CREATE INDEX "sales_order_line_order_id" on "sales_order_line" ("order_id");
CREATE INDEX "sales_order_line_part_id" on "sales_order_line" ("part_id");
CREATE TABLE "sales_order_extra_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "sales_order" ("id") on delete cascade, "description" text default '' not null, "context" text, "price" numeric, "price_currency" text default '' not null);
CREATE INDEX "sales_order_extra_line_project_code_id" on "sales_order_extra_line" ("project_code_id");
CREATE INDEX "sales_order_extra_line_order_id" on "sales_order_extra_line" ("order_id");
CREATE TABLE "sales_order_shipment" ("id" integer primary key autoincrement, "metadata" text, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "order_id" integer not null references "sales_order" ("id") on delete cascade, "shipment_address_id" integer references "company_address" ("id") on delete set null, "shipment_date" text, "delivery_date" text, "checked_by_id" integer references "user" ("id") on delete set null, "reference" text default '1' not null, "tracking_number" text default '' not null, "invoice_number" text default '' not null, "link" text default '' not null);
CREATE UNIQUE INDEX "sales_order_shipment_order_id_reference" on "sales_order_shipment" ("order_id", "reference");
CREATE INDEX "sales_order_shipment_barcode_hash" on "sales_order_shipment" ("barcode_hash");
CREATE INDEX "sales_order_shipment_shipment_address_id" on "sales_order_shipment" ("shipment_address_id");
CREATE INDEX "sales_order_shipment_checked_by_id" on "sales_order_shipment" ("checked_by_id");
CREATE TABLE "sales_order_allocation" ("id" integer primary key autoincrement, "line_id" integer not null references "sales_order_line" ("id") on delete cascade, "shipment_id" integer references "sales_order_shipment" ("id") on delete cascade, "item_id" integer not null references "stock_item" ("id") on delete cascade, "quantity" numeric default 1 not null);
CREATE INDEX "sales_order_allocation_line_id" on "sales_order_allocation" ("line_id");
CREATE INDEX "sales_order_allocation_shipment_id" on "sales_order_allocation" ("shipment_id");
CREATE INDEX "sales_order_allocation_item_id" on "sales_order_allocation" ("item_id");
CREATE TABLE "return_order" ("id" integer primary key autoincrement, "metadata" text, "reference" text not null, "reference_int" integer default 0 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "total_price" numeric, "total_price_currency" text default '' not null, "order_currency" text, "customer_id" integer references "company" ("id") on delete set null, "customer_reference" text default '' not null, "description" text default '' not null, "project_code_id" integer references "project_code" ("id") on delete set null, "link" text default '' not null, "creation_date" text, "issue_date" text, "start_date" text, "target_date" text, "updated_at" text, "created_by_id" integer references "user" ("id") on delete set null, "responsible_id" integer references "owner" ("id") on delete set null, "contact_id" integer references "company_contact" ("id") on delete set null, "address_id" integer references "company_address" ("id") on delete set null, "status" integer default 10 not null, "status_custom_key" integer, "complete_date" text);
CREATE UNIQUE INDEX "return_order_reference" on "return_order" ("reference");
CREATE INDEX "return_order_reference_int" on "return_order" ("reference_int");
CREATE INDEX "return_order_status_target_date" on "return_order" ("status", "target_date");
CREATE INDEX "return_order_barcode_hash" on "return_order" ("barcode_hash");
CREATE INDEX "return_order_customer_id" on "return_order" ("customer_id");
CREATE INDEX "return_order_project_code_id" on "return_order" ("project_code_id");
CREATE INDEX "return_order_created_by_id" on "return_order" ("created_by_id");
CREATE INDEX "return_order_responsible_id" on "return_order" ("responsible_id");
CREATE INDEX "return_order_contact_id" on "return_order" ("contact_id");
CREATE INDEX "return_order_address_id" on "return_order" ("address_id");
CREATE TABLE "return_order_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "return_order" ("id") on delete cascade, "item_id" integer not null references "stock_item" ("id") on delete cascade, "received_date" text, "outcome" integer default 10 not null, "outcome_custom_key" integer, "price" numeric, "price_currency" text default '' not null);
CREATE UNIQUE INDEX "return_order_line_order_id_item_id" on "return_order_line" ("order_id", "item_id");
CREATE INDEX "return_order_line_project_code_id" on "return_order_line" ("project_code_id");
CREATE INDEX "return_order_line_item_id" on "return_order_line" ("item_id");
CREATE TABLE "return_order_extra_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "return_order" ("id") on delete cascade, "description" text default '' not null, "context" text, "price" numeric, "price_currency" text default '' not null);
CREATE INDEX "return_order_extra_line_project_code_id" on "return_order_extra_line" ("project_code_id");
CREATE INDEX "return_order_extra_line_order_id" on "return_order_extra_line" ("order_id");
CREATE TABLE "transfer_order" ("id" integer primary key autoincrement, "metadata" text, "reference" text not null, "reference_int" integer default 0 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "description" text default '' not null, "project_code_id" integer references "project_code" ("id") on delete set null, "link" text default '' not null, "creation_date" text, "issue_date" text, "start_date" text, "target_date" text, "updated_at" text, "created_by_id" integer references "user" ("id") on delete set null, "responsible_id" integer references "owner" ("id") on delete set null, "contact_id" integer references "company_contact" ("id") on delete set null, "address_id" integer references "company_address" ("id") on delete set null, "status" integer default 10 not null, "status_custom_key" integer, "take_from_id" integer references "stock_location" ("id") on delete set null, "destination_id" integer references "stock_location" ("id") on delete set null, "consume" integer default 0 not null, "complete_date" text);
CREATE UNIQUE INDEX "transfer_order_reference" on "transfer_order" ("reference");
CREATE INDEX "transfer_order_reference_int" on "transfer_order" ("reference_int");
CREATE INDEX "transfer_order_status_target_date" on "transfer_order" ("status", "target_date");
CREATE INDEX "transfer_order_barcode_hash" on "transfer_order" ("barcode_hash");
CREATE INDEX "transfer_order_project_code_id" on "transfer_order" ("project_code_id");
CREATE INDEX "transfer_order_created_by_id" on "transfer_order" ("created_by_id");
CREATE INDEX "transfer_order_responsible_id" on "transfer_order" ("responsible_id");
CREATE INDEX "transfer_order_contact_id" on "transfer_order" ("contact_id");
CREATE INDEX "transfer_order_address_id" on "transfer_order" ("address_id");
CREATE INDEX "transfer_order_take_from_id" on "transfer_order" ("take_from_id");
CREATE INDEX "transfer_order_destination_id" on "transfer_order" ("destination_id");
CREATE TABLE "transfer_order_line" ("id" integer primary key autoincrement, "metadata" text, "quantity" numeric default 1 not null, "discount" numeric default 0 not null, "line" text default '' not null, "line_int" integer default 0 not null, "reference" text default '' not null, "notes" text default '' not null, "link" text default '' not null, "target_date" text, "project_code_id" integer references "project_code" ("id") on delete set null, "order_id" integer not null references "transfer_order" ("id") on delete cascade, "part_id" integer references "part" ("id") on delete set null, "transferred" numeric default 0 not null);
CREATE INDEX "transfer_order_line_project_code_id" on "transfer_order_line" ("project_code_id");
CREATE INDEX "transfer_order_line_order_id" on "transfer_order_line" ("order_id");
CREATE INDEX "transfer_order_line_part_id" on "transfer_order_line" ("part_id");
CREATE TABLE "transfer_order_allocation" ("id" integer primary key autoincrement, "line_id" integer not null references "transfer_order_line" ("id") on delete cascade, "item_id" integer not null references "stock_item" ("id") on delete cascade, "quantity" numeric default 1 not null);
CREATE INDEX "transfer_order_allocation_line_id" on "transfer_order_allocation" ("line_id");
CREATE INDEX "transfer_order_allocation_item_id" on "transfer_order_allocation" ("item_id");
CREATE TABLE "build" ("id" integer primary key autoincrement, "metadata" text, "reference" text not null, "reference_int" integer default 0 not null, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "title" text default '' not null, "parent_id" integer references "build" ("id") on delete set null, "part_id" integer not null references "part" ("id") on delete cascade, "sales_order_id" integer references "sales_order" ("id") on delete set null, "take_from_id" integer references "stock_location" ("id") on delete set null, "external" integer default 0 not null, "destination_id" integer references "stock_location" ("id") on delete set null, "quantity" integer default 1 not null, "completed" integer default 0 not null, "status" integer default 10 not null, "status_custom_key" integer, "batch" text, "creation_date" text, "start_date" text, "target_date" text, "completion_date" text, "completed_by_id" integer references "user" ("id") on delete set null, "issued_by_id" integer references "user" ("id") on delete set null, "responsible_id" integer references "owner" ("id") on delete set null, "link" text default '' not null, "priority" integer default 0 not null, "project_code_id" integer references "project_code" ("id") on delete set null);
CREATE UNIQUE INDEX "build_reference" on "build" ("reference");
CREATE INDEX "build_reference_int" on "build" ("reference_int");
CREATE INDEX "build_status_target_date" on "build" ("status", "target_date");
CREATE INDEX "build_barcode_hash" on "build" ("barcode_hash");
CREATE INDEX "build_part_id_status" on "build" ("part_id", "status");
CREATE INDEX "build_parent_id" on "build" ("parent_id");
CREATE INDEX "build_sales_order_id" on "build" ("sales_order_id");
CREATE INDEX "build_take_from_id" on "build" ("take_from_id");
CREATE INDEX "build_destination_id" on "build" ("destination_id");
CREATE INDEX "build_completed_by_id" on "build" ("completed_by_id");
CREATE INDEX "build_issued_by_id" on "build" ("issued_by_id");
CREATE INDEX "build_responsible_id" on "build" ("responsible_id");
CREATE INDEX "build_project_code_id" on "build" ("project_code_id");
CREATE TABLE "build_line" ("id" integer primary key autoincrement, "build_id" integer not null references "build" ("id") on delete cascade, "bom_item_id" integer not null references "bom_item" ("id") on delete cascade, "quantity" numeric default 1 not null, "consumed" numeric default 0 not null);
CREATE UNIQUE INDEX "build_line_build_id_bom_item_id" on "build_line" ("build_id", "bom_item_id");
CREATE INDEX "build_line_bom_item_id" on "build_line" ("bom_item_id");
CREATE TABLE "build_item" ("id" integer primary key autoincrement, "metadata" text, "build_line_id" integer references "build_line" ("id") on delete cascade, "stock_item_id" integer not null references "stock_item" ("id") on delete cascade, "quantity" numeric default 1 not null, "install_into_id" integer references "stock_item" ("id") on delete set null);
CREATE UNIQUE INDEX "build_item_build_line_id_stock_item_id_install_into_id" on "build_item" ("build_line_id", "stock_item_id", "install_into_id");
CREATE INDEX "build_item_stock_item_id" on "build_item" ("stock_item_id");
CREATE INDEX "build_item_install_into_id" on "build_item" ("install_into_id");
CREATE TABLE "stock_item" ("id" integer primary key autoincrement, "metadata" text, "notes" text, "barcode_data" text default '' not null, "barcode_hash" text default '' not null, "updated" text, "parent_id" integer references "stock_item" ("id") on delete set null, "part_id" integer not null references "part" ("id") on delete cascade, "supplier_part_id" integer references "supplier_part" ("id") on delete set null, "location_id" integer references "stock_location" ("id") on delete set null, "packaging" text, "belongs_to_id" integer references "stock_item" ("id") on delete cascade, "customer_id" integer references "company" ("id") on delete set null, "serial" text, "serial_int" integer default 0 not null, "link" text default '' not null, "batch" text, "quantity" numeric default 1 not null, "build_id" integer references "build" ("id") on delete set null, "consumed_by_id" integer references "build" ("id") on delete set null, "is_building" integer default 0 not null, "purchase_order_id" integer references "purchase_order" ("id") on delete set null, "sales_order_id" integer references "sales_order" ("id") on delete set null, "expiry_date" text, "stocktake_date" text, "stocktake_user_id" integer references "user" ("id") on delete set null, "creation_date" text, "delete_on_deplete" integer default 1 not null, "status" integer default 10 not null, "status_custom_key" integer, "purchase_price" numeric, "purchase_price_currency" text default '' not null, "owner_id" integer references "owner" ("id") on delete set null);
CREATE INDEX "stock_item_location_id_part_id" on "stock_item" ("location_id", "part_id");
CREATE INDEX "stock_item_serial_int" on "stock_item" ("serial_int");
CREATE INDEX "stock_item_serial" on "stock_item" ("serial");
CREATE INDEX "stock_item_batch" on "stock_item" ("batch");
CREATE INDEX "stock_item_status" on "stock_item" ("status");
CREATE INDEX "stock_item_barcode_hash" on "stock_item" ("barcode_hash");
CREATE INDEX "stock_item_expiry_date" on "stock_item" ("expiry_date");
CREATE INDEX "stock_item_updated" on "stock_item" ("updated");
CREATE INDEX "stock_item_parent_id" on "stock_item" ("parent_id");
CREATE INDEX "stock_item_part_id" on "stock_item" ("part_id");
CREATE INDEX "stock_item_supplier_part_id" on "stock_item" ("supplier_part_id");
CREATE INDEX "stock_item_belongs_to_id" on "stock_item" ("belongs_to_id");
CREATE INDEX "stock_item_customer_id" on "stock_item" ("customer_id");
CREATE INDEX "stock_item_build_id" on "stock_item" ("build_id");
CREATE INDEX "stock_item_consumed_by_id" on "stock_item" ("consumed_by_id");
CREATE INDEX "stock_item_purchase_order_id" on "stock_item" ("purchase_order_id");
CREATE INDEX "stock_item_sales_order_id" on "stock_item" ("sales_order_id");
CREATE INDEX "stock_item_stocktake_user_id" on "stock_item" ("stocktake_user_id");
CREATE INDEX "stock_item_owner_id" on "stock_item" ("owner_id");
CREATE TABLE "stock_tracking" ("id" integer primary key autoincrement, "tracking_type" integer default 0 not null, "item_id" integer references "stock_item" ("id") on delete set null, "part_id" integer references "part" ("id") on delete cascade, "date" text not null, "notes" text, "user_id" integer references "user" ("id") on delete set null, "deltas" text);
CREATE INDEX "stock_tracking_item_id_date" on "stock_tracking" ("item_id", "date");
CREATE INDEX "stock_tracking_part_id_date" on "stock_tracking" ("part_id", "date");
CREATE INDEX "stock_tracking_date" on "stock_tracking" ("date");
CREATE INDEX "stock_tracking_user_id" on "stock_tracking" ("user_id");
CREATE TABLE "stock_test_result" ("id" integer primary key autoincrement, "metadata" text, "stock_item_id" integer not null references "stock_item" ("id") on delete cascade, "template_id" integer not null references "part_test_template" ("id") on delete cascade, "result" integer default 0 not null, "value" text default '' not null, "attachment" text, "notes" text default '' not null, "user_id" integer references "user" ("id") on delete set null, "test_station" text default '' not null, "started_datetime" text, "finished_datetime" text, "date" text not null);
CREATE INDEX "stock_test_result_stock_item_id_template_id_date" on "stock_test_result" ("stock_item_id", "template_id", "date");
CREATE INDEX "stock_test_result_date" on "stock_test_result" ("date");
CREATE INDEX "stock_test_result_template_id" on "stock_test_result" ("template_id");
CREATE INDEX "stock_test_result_user_id" on "stock_test_result" ("user_id");
CREATE INDEX "stock_item_in_stock" on "stock_item" ("part_id", "status", "quantity", "sales_order_id", "belongs_to_id", "customer_id", "consumed_by_id", "is_building", "location_id");
CREATE UNIQUE INDEX stock_item_part_serial on stock_item (part_id, serial) where serial is not null and serial <> '';
CREATE TABLE "attachment" ("id" integer primary key autoincrement, "metadata" text, "model_type" text not null, "model_id" integer not null, "attachment" text, "thumbnail" text, "link" text, "comment" text default '' not null, "upload_user_id" integer references "user" ("id") on delete set null, "upload_date" text, "is_image" integer default 0 not null, "file_size" integer default 0 not null);
CREATE INDEX "attachment_model_type_model_id" on "attachment" ("model_type", "model_id");
CREATE INDEX "attachment_upload_date" on "attachment" ("upload_date");
CREATE INDEX "attachment_upload_user_id" on "attachment" ("upload_user_id");
CREATE TABLE "notes_image" ("id" integer primary key autoincrement, "image" text not null, "user_id" integer references "user" ("id") on delete set null, "date" text not null, "model_type" text, "model_id" integer);
CREATE INDEX "notes_image_model_type_model_id" on "notes_image" ("model_type", "model_id");
CREATE INDEX "notes_image_user_id" on "notes_image" ("user_id");
CREATE INDEX "part_identity" on "part" ("name", "IPN", "revision");
CREATE INDEX "part_assembly" on part (name, id) where "assembly" = 1;
CREATE INDEX "part_trackable" on part (name, id) where "trackable" = 1;
CREATE INDEX "part_testable" on part (name, id) where "testable" = 1;
CREATE INDEX "part_salable" on part (name, id) where "salable" = 1;
CREATE INDEX "part_locked" on part (name, id) where "locked" = 1;
CREATE INDEX "part_virtual" on part (name, id) where "virtual" = 1;
CREATE INDEX "part_consumable" on part (name, id) where "consumable" = 1;
CREATE INDEX "part_is_template" on part (name, id) where "is_template" = 1;
CREATE INDEX "part_bom_validated" on part (name, id) where "bom_validated" = 1;
CREATE INDEX part_inactive on part (name, id) where active = 0;
CREATE TABLE "error_report" ("id" integer primary key autoincrement, "when" text not null, "info" text not null, "data" text, "path" text, "place" text, "count" integer default 1 not null, "first" text);
CREATE TABLE "dropped_file" ("id" integer primary key autoincrement, "path" text not null);
CREATE UNIQUE INDEX "dropped_file_path" on "dropped_file" ("path");
CREATE INDEX "part_image" on "part" ("image") where "image" is not null;
CREATE INDEX "company_image" on "company" ("image") where "image" is not null;
CREATE INDEX "attachment_attachment" on "attachment" ("attachment") where "attachment" is not null;
CREATE INDEX "attachment_thumbnail" on "attachment" ("thumbnail") where "thumbnail" is not null;
CREATE INDEX "notes_image_image" on "notes_image" ("image") where "image" is not null;
CREATE INDEX "stock_test_result_attachment" on "stock_test_result" ("attachment") where "attachment" is not null;
CREATE INDEX "data_output_output" on "data_output" ("output") where "output" is not null;
CREATE INDEX "part_with_variant_of_id" on part (name, id) where "variant_of_id" is not null;
CREATE INDEX "part_with_revision_of_id" on part (name, id) where "revision_of_id" is not null;
CREATE INDEX stock_item_batch_lower on stock_item (lower(batch));
CREATE VIRTUAL TABLE "part_search" using fts5("name", "description", "IPN", "revision", "keywords", "notes", content='part', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);
CREATE TRIGGER "part_search_insert" after insert on "part" begin insert into "part_search" (rowid, "name", "description", "IPN", "revision", "keywords", "notes") values (new.id, "new"."name", "new"."description", "new"."IPN", "new"."revision", "new"."keywords", "new"."notes"); end;
CREATE TRIGGER "part_search_delete" after delete on "part" begin insert into "part_search" ("part_search", rowid, "name", "description", "IPN", "revision", "keywords", "notes") values ('delete', old.id, "old"."name", "old"."description", "old"."IPN", "old"."revision", "old"."keywords", "old"."notes"); end;
CREATE TRIGGER "part_search_update" after update of "name", "description", "IPN", "revision", "keywords", "notes" on "part" begin insert into "part_search" ("part_search", rowid, "name", "description", "IPN", "revision", "keywords", "notes") values ('delete', old.id, "old"."name", "old"."description", "old"."IPN", "old"."revision", "old"."keywords", "old"."notes"); insert into "part_search" (rowid, "name", "description", "IPN", "revision", "keywords", "notes") values (new.id, "new"."name", "new"."description", "new"."IPN", "new"."revision", "new"."keywords", "new"."notes"); end;
CREATE VIRTUAL TABLE "manufacturer_part_search" using fts5("MPN", content='manufacturer_part', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);
CREATE TRIGGER "manufacturer_part_search_insert" after insert on "manufacturer_part" begin insert into "manufacturer_part_search" (rowid, "MPN") values (new.id, "new"."MPN"); end;
CREATE TRIGGER "manufacturer_part_search_delete" after delete on "manufacturer_part" begin insert into "manufacturer_part_search" ("manufacturer_part_search", rowid, "MPN") values ('delete', old.id, "old"."MPN"); end;
CREATE TRIGGER "manufacturer_part_search_update" after update of "MPN" on "manufacturer_part" begin insert into "manufacturer_part_search" ("manufacturer_part_search", rowid, "MPN") values ('delete', old.id, "old"."MPN"); insert into "manufacturer_part_search" (rowid, "MPN") values (new.id, "new"."MPN"); end;
CREATE VIRTUAL TABLE "supplier_part_search" using fts5("SKU", content='supplier_part', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);
CREATE TRIGGER "supplier_part_search_insert" after insert on "supplier_part" begin insert into "supplier_part_search" (rowid, "SKU") values (new.id, "new"."SKU"); end;
CREATE TRIGGER "supplier_part_search_delete" after delete on "supplier_part" begin insert into "supplier_part_search" ("supplier_part_search", rowid, "SKU") values ('delete', old.id, "old"."SKU"); end;
CREATE TRIGGER "supplier_part_search_update" after update of "SKU" on "supplier_part" begin insert into "supplier_part_search" ("supplier_part_search", rowid, "SKU") values ('delete', old.id, "old"."SKU"); insert into "supplier_part_search" (rowid, "SKU") values (new.id, "new"."SKU"); end;
CREATE VIRTUAL TABLE "stock_item_search" using fts5("serial", "batch", content='stock_item', content_rowid='id', tokenize='trigram', detail=none, columnsize=0);
CREATE TRIGGER "stock_item_search_insert" after insert on "stock_item" begin insert into "stock_item_search" (rowid, "serial", "batch") values (new.id, "new"."serial", "new"."batch"); end;
CREATE TRIGGER "stock_item_search_delete" after delete on "stock_item" begin insert into "stock_item_search" ("stock_item_search", rowid, "serial", "batch") values ('delete', old.id, "old"."serial", "old"."batch"); end;
CREATE TRIGGER "stock_item_search_update" after update of "serial", "batch" on "stock_item" begin insert into "stock_item_search" ("stock_item_search", rowid, "serial", "batch") values ('delete', old.id, "old"."serial", "old"."batch"); insert into "stock_item_search" (rowid, "serial", "batch") values (new.id, "new"."serial", "new"."batch"); end;
CREATE TABLE "sign_in_attempt" ("id" integer primary key autoincrement, "mark" text not null, "count" integer default 0 not null, "until" text not null);
CREATE UNIQUE INDEX "sign_in_attempt_mark" on "sign_in_attempt" ("mark");
CREATE INDEX "sign_in_attempt_until" on "sign_in_attempt" ("until");
CREATE UNIQUE INDEX "error_report_place" on "error_report" ("place");
CREATE TABLE "import_session" ("id" integer primary key autoincrement, "timestamp" text not null, "data_file" text not null, "columns" text, "model_type" text not null, "status" integer default 0 not null, "user_id" integer references "user" ("id") on delete set null, "update_records" integer default 0 not null, "field_defaults" text, "field_overrides" text, "field_filters" text, "row_count_history" integer, "completed_row_count_history" integer);
CREATE INDEX "import_session_user_id" on "import_session" ("user_id");
CREATE INDEX "import_session_timestamp" on "import_session" ("timestamp");
CREATE INDEX "import_session_data_file" on "import_session" ("data_file");
CREATE TABLE "import_column" ("id" integer primary key autoincrement, "session_id" integer not null references "import_session" ("id") on delete cascade, "field" text not null, "column" text default '' not null, "lookup_field" text);
CREATE INDEX "import_column_session_id" on "import_column" ("session_id");
CREATE TABLE "import_row" ("id" integer primary key autoincrement, "session_id" integer not null references "import_session" ("id") on delete cascade, "row_index" integer default 0 not null, "row_data" text, "data" text, "errors" text, "valid" integer default 0 not null, "complete" integer default 0 not null);
CREATE INDEX "import_row_session_id" on "import_row" ("session_id", "row_index");
CREATE TABLE "session" ("id" integer primary key autoincrement, "user_id" integer references "user" ("id") on delete set null, "hash" text not null, "password_mark" text, "created" text not null, "expires" text not null, "last_seen" text not null, "ip" text default '' not null, "user_agent" text default '' not null, "methods" text default '' not null, "state" text);
CREATE UNIQUE INDEX "session_hash" on "session" ("hash");
CREATE INDEX "session_user_id" on "session" ("user_id");
CREATE INDEX "session_expires" on "session" ("expires");
CREATE TABLE "authenticator" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "type" text not null, "data" text not null, "counter" integer default 0 not null, "created_at" text not null, "last_used_at" text);
CREATE INDEX "authenticator_user_id" on "authenticator" ("user_id");
CREATE UNIQUE INDEX "authenticator_one_of_a_kind" on "authenticator" ("user_id", "type") where "type" in ('totp', 'recovery_codes');
CREATE TABLE "job" ("id" integer primary key autoincrement, "uid" text not null, "name" text not null, "lane" text not null, "priority" integer default 0 not null, "arguments" text not null, "state" text default 'waiting' not null, "created" text not null, "run_after" text not null, "attempts" integer default 0 not null, "locked_by" text, "locked_until" text, "started" text, "finished" text, "result" text, "error" text);
CREATE UNIQUE INDEX "job_uid" on "job" ("uid");
CREATE INDEX "job_next" on "job" ("state", "lane", "priority", "run_after", "id");
CREATE INDEX "job_finished" on "job" ("finished");
CREATE TABLE "email_message" ("id" integer primary key autoincrement, "global_id" text not null, "message_id_key" text, "subject" text not null, "body" text not null, "sealed" text, "to" text not null, "sender" text not null, "status" text default 'A' not null, "timestamp" text not null, "priority" integer default 3 not null, "error_code" text, "error_message" text, "error_timestamp" text);
CREATE UNIQUE INDEX "email_message_global_id" on "email_message" ("global_id");
CREATE INDEX "email_message_timestamp" on "email_message" ("timestamp");
CREATE TABLE "email_address" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "email" text not null, "verified" integer default 0 not null, "primary" integer default 0 not null);
CREATE TABLE "plugin_user_setting" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "plugin" text not null, "key" text not null, "value" text not null);
CREATE UNIQUE INDEX "plugin_user_setting_one" on "plugin_user_setting" ("user_id", "plugin", "key");
CREATE UNIQUE INDEX "email_address_user_id_email" on "email_address" ("user_id", "email");
CREATE INDEX "email_address_email" on "email_address" ("email");
CREATE INDEX user_email_lower on "user" (lower(email));
CREATE UNIQUE INDEX "email_address_one_primary" on "email_address" ("user_id") where "primary" = 1;
CREATE UNIQUE INDEX "email_address_one_verified" on "email_address" ("email") where "verified" = 1;
CREATE TABLE "report_template" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "model_type" text not null, "template" text not null, "filters" text default '' not null, "filename_pattern" text default 'output.pdf' not null, "enabled" integer default 1 not null, "revision" integer default 1 not null, "attach_to_model" integer default 0 not null, "updated" text, "updated_by_id" integer references "user" ("id") on delete set null, "metadata" text, "page_size" text default 'A4' not null, "landscape" integer default 0 not null, "merge" integer default 0 not null);
CREATE TABLE "label_template" ("id" integer primary key autoincrement, "name" text not null, "description" text default '' not null, "model_type" text not null, "template" text not null, "filters" text default '' not null, "filename_pattern" text default 'output.pdf' not null, "enabled" integer default 1 not null, "revision" integer default 1 not null, "attach_to_model" integer default 0 not null, "updated" text, "updated_by_id" integer references "user" ("id") on delete set null, "metadata" text, "width" numeric default 50 not null, "height" numeric default 20 not null);
CREATE UNIQUE INDEX "report_template_name" on "report_template" ("name", "model_type");
CREATE INDEX "report_template_updated_by_id" on "report_template" ("updated_by_id");
CREATE INDEX "report_template_template" on "report_template" ("template");
CREATE UNIQUE INDEX "label_template_name" on "label_template" ("name", "model_type");
CREATE INDEX "label_template_updated_by_id" on "label_template" ("updated_by_id");
CREATE INDEX "label_template_template" on "label_template" ("template");
CREATE TABLE "report_snippet" ("id" integer primary key autoincrement, "snippet" text not null, "description" text default '' not null);
CREATE INDEX "report_snippet_snippet" on "report_snippet" ("snippet");
CREATE TABLE "report_asset" ("id" integer primary key autoincrement, "asset" text not null, "description" text default '' not null);
CREATE INDEX "report_asset_asset" on "report_asset" ("asset");
CREATE TABLE "bundled_template" ("id" integer primary key autoincrement, "file" text not null);
CREATE UNIQUE INDEX "bundled_template_file" on "bundled_template" ("file");
CREATE TABLE "plugin_setting" ("id" integer primary key autoincrement, "plugin_id" integer not null references "plugin_config" ("id") on delete cascade, "key" text not null, "value" text default '' not null);
CREATE UNIQUE INDEX "plugin_setting_plugin_id_key" on "plugin_setting" ("plugin_id", "key");
CREATE TABLE "machine_config" ("id" integer primary key autoincrement, "uuid" text not null, "name" text not null, "machine_type" text not null, "driver" text not null, "active" integer default 1 not null);
CREATE UNIQUE INDEX "machine_config_uuid" on "machine_config" ("uuid");
CREATE UNIQUE INDEX "machine_config_name" on "machine_config" ("name");
CREATE TABLE "machine_setting" ("id" integer primary key autoincrement, "machine_id" integer not null references "machine_config" ("id") on delete cascade, "config_type" text not null, "key" text not null, "value" text default '' not null);
CREATE UNIQUE INDEX "machine_setting_machine_id_config_type_key" on "machine_setting" ("machine_id", "config_type", "key");
CREATE TABLE "news_entry" ("id" integer primary key autoincrement, "feed_id" text not null, "title" text default '' not null, "link" text default '' not null, "published" text not null, "author" text default '' not null, "summary" text default '' not null, "read" integer default 0 not null);
CREATE UNIQUE INDEX "news_entry_feed_id" on "news_entry" ("feed_id");
CREATE INDEX "news_entry_published" on "news_entry" ("published");
CREATE TABLE "social_account" ("id" integer primary key autoincrement, "user_id" integer not null references "user" ("id") on delete cascade, "provider" text not null, "uid" text not null, "last_login" text not null, "date_joined" text not null, "extra_data" text default '' not null);
CREATE UNIQUE INDEX "social_account_one" on "social_account" ("provider", "uid");
CREATE INDEX "social_account_user_id" on "social_account" ("user_id");
CREATE TABLE "event" ("id" integer primary key autoincrement, "model" text not null, "record_id" integer not null, "action" text not null, "status_from" integer, "status_to" integer, "at" text not null);
CREATE TABLE "event_cursor" ("id" integer primary key autoincrement, "name" text not null, "position" text not null);
CREATE UNIQUE INDEX "event_cursor_name" on "event_cursor" ("name");
CREATE TRIGGER "company_address_event_insert" after insert on "company_address" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('address', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_address_event_update" after update of "company_id", "title", "primary", "line1", "line2", "postal_code", "postal_city", "province", "country", "shipping_notes", "internal_shipping_notes", "link" on "company_address"
      when ("old"."company_id", "old"."title", "old"."primary", "old"."line1", "old"."line2", "old"."postal_code", "old"."postal_city", "old"."province", "old"."country", "old"."shipping_notes", "old"."internal_shipping_notes", "old"."link") is not ("new"."company_id", "new"."title", "new"."primary", "new"."line1", "new"."line2", "new"."postal_code", "new"."postal_city", "new"."province", "new"."country", "new"."shipping_notes", "new"."internal_shipping_notes", "new"."link")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('address', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_address_event_delete" after delete on "company_address" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('address', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "attachment_event_insert" after insert on "attachment" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('attachment', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "attachment_event_update" after update of "metadata", "model_type", "model_id", "attachment", "thumbnail", "link", "comment", "upload_user_id", "upload_date", "is_image", "file_size" on "attachment"
      when ("old"."metadata", "old"."model_type", "old"."model_id", "old"."attachment", "old"."thumbnail", "old"."link", "old"."comment", "old"."upload_user_id", "old"."upload_date", "old"."is_image", "old"."file_size") is not ("new"."metadata", "new"."model_type", "new"."model_id", "new"."attachment", "new"."thumbnail", "new"."link", "new"."comment", "new"."upload_user_id", "new"."upload_date", "new"."is_image", "new"."file_size")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('attachment', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "attachment_event_delete" after delete on "attachment" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('attachment', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_item_event_insert" after insert on "bom_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_item_event_update" after update of "metadata", "part_id", "sub_part_id", "raw_amount", "quantity", "piece_count", "optional", "consumable", "setup_quantity", "attrition", "rounding_multiple", "reference", "note", "validated", "inherited", "allow_variants" on "bom_item"
      when ("old"."metadata", "old"."part_id", "old"."sub_part_id", "old"."raw_amount", "old"."quantity", "old"."piece_count", "old"."optional", "old"."consumable", "old"."setup_quantity", "old"."attrition", "old"."rounding_multiple", "old"."reference", "old"."note", "old"."validated", "old"."inherited", "old"."allow_variants") is not ("new"."metadata", "new"."part_id", "new"."sub_part_id", "new"."raw_amount", "new"."quantity", "new"."piece_count", "new"."optional", "new"."consumable", "new"."setup_quantity", "new"."attrition", "new"."rounding_multiple", "new"."reference", "new"."note", "new"."validated", "new"."inherited", "new"."allow_variants")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_item_event_delete" after delete on "bom_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_substitute_event_insert" after insert on "bom_substitute" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitemsubstitute', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_substitute_event_update" after update of "metadata", "bom_item_id", "part_id" on "bom_substitute"
      when ("old"."metadata", "old"."bom_item_id", "old"."part_id") is not ("new"."metadata", "new"."bom_item_id", "new"."part_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitemsubstitute', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "bom_substitute_event_delete" after delete on "bom_substitute" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('bomitemsubstitute', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_event_insert" after insert on "build" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('build', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_event_update" after update of "metadata", "reference", "notes", "barcode_data", "barcode_hash", "title", "parent_id", "part_id", "sales_order_id", "take_from_id", "external", "destination_id", "quantity", "completed", "status", "status_custom_key", "batch", "creation_date", "start_date", "target_date", "completion_date", "completed_by_id", "issued_by_id", "responsible_id", "link", "priority", "project_code_id" on "build"
      when ("old"."metadata", "old"."reference", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."title", "old"."parent_id", "old"."part_id", "old"."sales_order_id", "old"."take_from_id", "old"."external", "old"."destination_id", "old"."quantity", "old"."completed", "old"."status", "old"."status_custom_key", "old"."batch", "old"."creation_date", "old"."start_date", "old"."target_date", "old"."completion_date", "old"."completed_by_id", "old"."issued_by_id", "old"."responsible_id", "old"."link", "old"."priority", "old"."project_code_id") is not ("new"."metadata", "new"."reference", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."title", "new"."parent_id", "new"."part_id", "new"."sales_order_id", "new"."take_from_id", "new"."external", "new"."destination_id", "new"."quantity", "new"."completed", "new"."status", "new"."status_custom_key", "new"."batch", "new"."creation_date", "new"."start_date", "new"."target_date", "new"."completion_date", "new"."completed_by_id", "new"."issued_by_id", "new"."responsible_id", "new"."link", "new"."priority", "new"."project_code_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('build', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_event_delete" after delete on "build" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('build', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_item_event_insert" after insert on "build_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('builditem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_item_event_update" after update of "metadata", "build_line_id", "stock_item_id", "quantity", "install_into_id" on "build_item"
      when ("old"."metadata", "old"."build_line_id", "old"."stock_item_id", "old"."quantity", "old"."install_into_id") is not ("new"."metadata", "new"."build_line_id", "new"."stock_item_id", "new"."quantity", "new"."install_into_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('builditem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_item_event_delete" after delete on "build_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('builditem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_line_event_insert" after insert on "build_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('buildline', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_line_event_update" after update of "build_id", "bom_item_id", "quantity", "consumed" on "build_line"
      when ("old"."build_id", "old"."bom_item_id", "old"."quantity", "old"."consumed") is not ("new"."build_id", "new"."bom_item_id", "new"."quantity", "new"."consumed")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('buildline', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "build_line_event_delete" after delete on "build_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('buildline', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_event_insert" after insert on "company" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('company', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_event_update" after update of "metadata", "notes", "image", "name", "description", "website", "phone", "email", "contact", "link", "active", "is_customer", "is_supplier", "is_manufacturer", "currency", "tax_id" on "company"
      when ("old"."metadata", "old"."notes", "old"."image", "old"."name", "old"."description", "old"."website", "old"."phone", "old"."email", "old"."contact", "old"."link", "old"."active", "old"."is_customer", "old"."is_supplier", "old"."is_manufacturer", "old"."currency", "old"."tax_id") is not ("new"."metadata", "new"."notes", "new"."image", "new"."name", "new"."description", "new"."website", "new"."phone", "new"."email", "new"."contact", "new"."link", "new"."active", "new"."is_customer", "new"."is_supplier", "new"."is_manufacturer", "new"."currency", "new"."tax_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('company', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_event_delete" after delete on "company" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('company', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_contact_event_insert" after insert on "company_contact" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('contact', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_contact_event_update" after update of "metadata", "company_id", "name", "phone", "email", "role" on "company_contact"
      when ("old"."metadata", "old"."company_id", "old"."name", "old"."phone", "old"."email", "old"."role") is not ("new"."metadata", "new"."company_id", "new"."name", "new"."phone", "new"."email", "new"."role")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('contact', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "company_contact_event_delete" after delete on "company_contact" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('contact', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_unit_event_insert" after insert on "custom_unit" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('customunit', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_unit_event_update" after update of "name", "symbol", "definition" on "custom_unit"
      when ("old"."name", "old"."symbol", "old"."definition") is not ("new"."name", "new"."symbol", "new"."definition")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('customunit', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_unit_event_delete" after delete on "custom_unit" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('customunit', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "group_event_insert" after insert on "group" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('group', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "group_event_update" after update of "name" on "group"
      when ("old"."name") is not ("new"."name")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('group', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "group_event_delete" after delete on "group" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('group', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_state_event_insert" after insert on "custom_state" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('inventreecustomuserstatemodel', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_state_event_update" after update of "key", "name", "label", "color", "logical_key", "model", "reference_status" on "custom_state"
      when ("old"."key", "old"."name", "old"."label", "old"."color", "old"."logical_key", "old"."model", "old"."reference_status") is not ("new"."key", "new"."name", "new"."label", "new"."color", "new"."logical_key", "new"."model", "new"."reference_status")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('inventreecustomuserstatemodel', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "custom_state_event_delete" after delete on "custom_state" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('inventreecustomuserstatemodel', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "label_template_event_insert" after insert on "label_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('labeltemplate', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "label_template_event_update" after update of "name", "description", "model_type", "template", "filters", "filename_pattern", "enabled", "attach_to_model", "metadata", "width", "height" on "label_template"
      when ("old"."name", "old"."description", "old"."model_type", "old"."template", "old"."filters", "old"."filename_pattern", "old"."enabled", "old"."attach_to_model", "old"."metadata", "old"."width", "old"."height") is not ("new"."name", "new"."description", "new"."model_type", "new"."template", "new"."filters", "new"."filename_pattern", "new"."enabled", "new"."attach_to_model", "new"."metadata", "new"."width", "new"."height")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('labeltemplate', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "label_template_event_delete" after delete on "label_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('labeltemplate', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "manufacturer_part_event_insert" after insert on "manufacturer_part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('manufacturerpart', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "manufacturer_part_event_update" after update of "metadata", "notes", "barcode_data", "barcode_hash", "part_id", "manufacturer_id", "MPN", "link", "description" on "manufacturer_part"
      when ("old"."metadata", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."part_id", "old"."manufacturer_id", "old"."MPN", "old"."link", "old"."description") is not ("new"."metadata", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."part_id", "new"."manufacturer_id", "new"."MPN", "new"."link", "new"."description")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('manufacturerpart', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "manufacturer_part_event_delete" after delete on "manufacturer_part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('manufacturerpart', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_event_insert" after insert on "parameter" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parameter', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_event_update" after update of "metadata", "model_type", "model_id", "template_id", "data", "data_numeric", "note" on "parameter"
      when ("old"."metadata", "old"."model_type", "old"."model_id", "old"."template_id", "old"."data", "old"."data_numeric", "old"."note") is not ("new"."metadata", "new"."model_type", "new"."model_id", "new"."template_id", "new"."data", "new"."data_numeric", "new"."note")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parameter', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_event_delete" after delete on "parameter" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parameter', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_template_event_insert" after insert on "parameter_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parametertemplate', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_template_event_update" after update of "metadata", "model_type", "name", "units", "description", "checkbox", "choices", "selectionlist_id", "enabled", "unique" on "parameter_template"
      when ("old"."metadata", "old"."model_type", "old"."name", "old"."units", "old"."description", "old"."checkbox", "old"."choices", "old"."selectionlist_id", "old"."enabled", "old"."unique") is not ("new"."metadata", "new"."model_type", "new"."name", "new"."units", "new"."description", "new"."checkbox", "new"."choices", "new"."selectionlist_id", "new"."enabled", "new"."unique")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parametertemplate', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "parameter_template_event_delete" after delete on "parameter_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parametertemplate', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_event_insert" after insert on "part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('part', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_event_update" after update of "name", "description", "keywords", "IPN", "revision", "revision_of_id", "is_template", "variant_of_id", "category_id", "link", "image", "default_location_id", "default_expiry", "minimum_stock", "maximum_stock", "units", "assembly", "component", "trackable", "testable", "purchaseable", "salable", "active", "locked", "virtual", "consumable", "bom_validated", "bom_checked_by_id", "bom_checked_date", "creation_date", "creation_user_id", "responsible_owner_id", "base_cost", "multiple", "notes", "barcode_data", "barcode_hash", "metadata" on "part"
      when ("old"."name", "old"."description", "old"."keywords", "old"."IPN", "old"."revision", "old"."revision_of_id", "old"."is_template", "old"."variant_of_id", "old"."category_id", "old"."link", "old"."image", "old"."default_location_id", "old"."default_expiry", "old"."minimum_stock", "old"."maximum_stock", "old"."units", "old"."assembly", "old"."component", "old"."trackable", "old"."testable", "old"."purchaseable", "old"."salable", "old"."active", "old"."locked", "old"."virtual", "old"."consumable", "old"."bom_validated", "old"."bom_checked_by_id", "old"."bom_checked_date", "old"."creation_date", "old"."creation_user_id", "old"."responsible_owner_id", "old"."base_cost", "old"."multiple", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."metadata") is not ("new"."name", "new"."description", "new"."keywords", "new"."IPN", "new"."revision", "new"."revision_of_id", "new"."is_template", "new"."variant_of_id", "new"."category_id", "new"."link", "new"."image", "new"."default_location_id", "new"."default_expiry", "new"."minimum_stock", "new"."maximum_stock", "new"."units", "new"."assembly", "new"."component", "new"."trackable", "new"."testable", "new"."purchaseable", "new"."salable", "new"."active", "new"."locked", "new"."virtual", "new"."consumable", "new"."bom_validated", "new"."bom_checked_by_id", "new"."bom_checked_date", "new"."creation_date", "new"."creation_user_id", "new"."responsible_owner_id", "new"."base_cost", "new"."multiple", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."metadata")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('part', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_event_delete" after delete on "part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('part', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_event_insert" after insert on "part_category" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategory', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_event_update" after update of "name", "description", "parent_id", "default_location_id", "default_keywords", "structural", "icon", "metadata" on "part_category"
      when ("old"."name", "old"."description", "old"."parent_id", "old"."default_location_id", "old"."default_keywords", "old"."structural", "old"."icon", "old"."metadata") is not ("new"."name", "new"."description", "new"."parent_id", "new"."default_location_id", "new"."default_keywords", "new"."structural", "new"."icon", "new"."metadata")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategory', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_event_delete" after delete on "part_category" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategory', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_parameter_event_insert" after insert on "part_category_parameter" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategoryparametertemplate', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_parameter_event_update" after update of "metadata", "category_id", "template_id", "default_value" on "part_category_parameter"
      when ("old"."metadata", "old"."category_id", "old"."template_id", "old"."default_value") is not ("new"."metadata", "new"."category_id", "new"."template_id", "new"."default_value")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategoryparametertemplate', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_category_parameter_event_delete" after delete on "part_category_parameter" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partcategoryparametertemplate', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_internal_price_event_insert" after insert on "part_internal_price" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partinternalpricebreak', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_internal_price_event_update" after update of "quantity", "price", "price_currency", "part_id" on "part_internal_price"
      when ("old"."quantity", "old"."price", "old"."price_currency", "old"."part_id") is not ("new"."quantity", "new"."price", "new"."price_currency", "new"."part_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partinternalpricebreak', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_internal_price_event_delete" after delete on "part_internal_price" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partinternalpricebreak', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_related_event_insert" after insert on "part_related" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partrelated', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_related_event_update" after update of "metadata", "part_1_id", "part_2_id", "note" on "part_related"
      when ("old"."metadata", "old"."part_1_id", "old"."part_2_id", "old"."note") is not ("new"."metadata", "new"."part_1_id", "new"."part_2_id", "new"."note")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partrelated', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_related_event_delete" after delete on "part_related" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partrelated', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_sale_price_event_insert" after insert on "part_sale_price" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partsellpricebreak', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_sale_price_event_update" after update of "quantity", "price", "price_currency", "part_id" on "part_sale_price"
      when ("old"."quantity", "old"."price", "old"."price_currency", "old"."part_id") is not ("new"."quantity", "new"."price", "new"."price_currency", "new"."part_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partsellpricebreak', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_sale_price_event_delete" after delete on "part_sale_price" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('partsellpricebreak', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_test_template_event_insert" after insert on "part_test_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parttesttemplate', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_test_template_event_update" after update of "metadata", "part_id", "test_name", "key", "description", "enabled", "required", "requires_value", "requires_attachment", "choices" on "part_test_template"
      when ("old"."metadata", "old"."part_id", "old"."test_name", "old"."key", "old"."description", "old"."enabled", "old"."required", "old"."requires_value", "old"."requires_attachment", "old"."choices") is not ("new"."metadata", "new"."part_id", "new"."test_name", "new"."key", "new"."description", "new"."enabled", "new"."required", "new"."requires_value", "new"."requires_attachment", "new"."choices")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parttesttemplate', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "part_test_template_event_delete" after delete on "part_test_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('parttesttemplate', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "project_code_event_insert" after insert on "project_code" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('projectcode', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "project_code_event_update" after update of "code", "description", "active", "responsible_id", "metadata" on "project_code"
      when ("old"."code", "old"."description", "old"."active", "old"."responsible_id", "old"."metadata") is not ("new"."code", "new"."description", "new"."active", "new"."responsible_id", "new"."metadata")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('projectcode', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "project_code_event_delete" after delete on "project_code" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('projectcode', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_event_insert" after insert on "purchase_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorder', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_event_update" after update of "metadata", "reference", "notes", "barcode_data", "barcode_hash", "total_price", "total_price_currency", "order_currency", "supplier_id", "supplier_reference", "description", "project_code_id", "link", "creation_date", "issue_date", "start_date", "target_date", "created_by_id", "responsible_id", "contact_id", "address_id", "status", "status_custom_key", "received_by_id", "complete_date", "destination_id" on "purchase_order"
      when ("old"."metadata", "old"."reference", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."total_price", "old"."total_price_currency", "old"."order_currency", "old"."supplier_id", "old"."supplier_reference", "old"."description", "old"."project_code_id", "old"."link", "old"."creation_date", "old"."issue_date", "old"."start_date", "old"."target_date", "old"."created_by_id", "old"."responsible_id", "old"."contact_id", "old"."address_id", "old"."status", "old"."status_custom_key", "old"."received_by_id", "old"."complete_date", "old"."destination_id") is not ("new"."metadata", "new"."reference", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."total_price", "new"."total_price_currency", "new"."order_currency", "new"."supplier_id", "new"."supplier_reference", "new"."description", "new"."project_code_id", "new"."link", "new"."creation_date", "new"."issue_date", "new"."start_date", "new"."target_date", "new"."created_by_id", "new"."responsible_id", "new"."contact_id", "new"."address_id", "new"."status", "new"."status_custom_key", "new"."received_by_id", "new"."complete_date", "new"."destination_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorder', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_event_delete" after delete on "purchase_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorder', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_extra_line_event_insert" after insert on "purchase_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderextraline', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_extra_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "description", "context", "price", "price_currency" on "purchase_order_extra_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."description", "old"."context", "old"."price", "old"."price_currency") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."description", "new"."context", "new"."price", "new"."price_currency")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderextraline', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_extra_line_event_delete" after delete on "purchase_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderextraline', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_line_event_insert" after insert on "purchase_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderlineitem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "part_id", "received", "purchase_price", "purchase_price_currency", "build_order_id", "destination_id" on "purchase_order_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."part_id", "old"."received", "old"."purchase_price", "old"."purchase_price_currency", "old"."build_order_id", "old"."destination_id") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."part_id", "new"."received", "new"."purchase_price", "new"."purchase_price_currency", "new"."build_order_id", "new"."destination_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderlineitem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "purchase_order_line_event_delete" after delete on "purchase_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('purchaseorderlineitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_asset_event_insert" after insert on "report_asset" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportasset', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_asset_event_update" after update of "asset", "description" on "report_asset"
      when ("old"."asset", "old"."description") is not ("new"."asset", "new"."description")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportasset', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_asset_event_delete" after delete on "report_asset" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportasset', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_snippet_event_insert" after insert on "report_snippet" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportsnippet', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_snippet_event_update" after update of "snippet", "description" on "report_snippet"
      when ("old"."snippet", "old"."description") is not ("new"."snippet", "new"."description")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportsnippet', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_snippet_event_delete" after delete on "report_snippet" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reportsnippet', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_template_event_insert" after insert on "report_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reporttemplate', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_template_event_update" after update of "name", "description", "model_type", "template", "filters", "filename_pattern", "enabled", "attach_to_model", "metadata", "page_size", "landscape", "merge" on "report_template"
      when ("old"."name", "old"."description", "old"."model_type", "old"."template", "old"."filters", "old"."filename_pattern", "old"."enabled", "old"."attach_to_model", "old"."metadata", "old"."page_size", "old"."landscape", "old"."merge") is not ("new"."name", "new"."description", "new"."model_type", "new"."template", "new"."filters", "new"."filename_pattern", "new"."enabled", "new"."attach_to_model", "new"."metadata", "new"."page_size", "new"."landscape", "new"."merge")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reporttemplate', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "report_template_event_delete" after delete on "report_template" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('reporttemplate', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_event_insert" after insert on "return_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorder', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_event_update" after update of "metadata", "reference", "notes", "barcode_data", "barcode_hash", "total_price", "total_price_currency", "order_currency", "customer_id", "customer_reference", "description", "project_code_id", "link", "creation_date", "issue_date", "start_date", "target_date", "created_by_id", "responsible_id", "contact_id", "address_id", "status", "status_custom_key", "complete_date" on "return_order"
      when ("old"."metadata", "old"."reference", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."total_price", "old"."total_price_currency", "old"."order_currency", "old"."customer_id", "old"."customer_reference", "old"."description", "old"."project_code_id", "old"."link", "old"."creation_date", "old"."issue_date", "old"."start_date", "old"."target_date", "old"."created_by_id", "old"."responsible_id", "old"."contact_id", "old"."address_id", "old"."status", "old"."status_custom_key", "old"."complete_date") is not ("new"."metadata", "new"."reference", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."total_price", "new"."total_price_currency", "new"."order_currency", "new"."customer_id", "new"."customer_reference", "new"."description", "new"."project_code_id", "new"."link", "new"."creation_date", "new"."issue_date", "new"."start_date", "new"."target_date", "new"."created_by_id", "new"."responsible_id", "new"."contact_id", "new"."address_id", "new"."status", "new"."status_custom_key", "new"."complete_date")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorder', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_event_delete" after delete on "return_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorder', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_extra_line_event_insert" after insert on "return_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderextraline', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_extra_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "description", "context", "price", "price_currency" on "return_order_extra_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."description", "old"."context", "old"."price", "old"."price_currency") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."description", "new"."context", "new"."price", "new"."price_currency")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderextraline', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_extra_line_event_delete" after delete on "return_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderextraline', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_line_event_insert" after insert on "return_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderlineitem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "item_id", "received_date", "outcome", "outcome_custom_key", "price", "price_currency" on "return_order_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."item_id", "old"."received_date", "old"."outcome", "old"."outcome_custom_key", "old"."price", "old"."price_currency") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."item_id", "new"."received_date", "new"."outcome", "new"."outcome_custom_key", "new"."price", "new"."price_currency")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderlineitem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "return_order_line_event_delete" after delete on "return_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('returnorderlineitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_event_insert" after insert on "sales_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorder', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_event_update" after update of "metadata", "reference", "notes", "barcode_data", "barcode_hash", "total_price", "total_price_currency", "order_currency", "customer_id", "customer_reference", "description", "project_code_id", "link", "creation_date", "issue_date", "start_date", "target_date", "created_by_id", "responsible_id", "contact_id", "address_id", "status", "status_custom_key", "shipment_date", "shipped_by_id" on "sales_order"
      when ("old"."metadata", "old"."reference", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."total_price", "old"."total_price_currency", "old"."order_currency", "old"."customer_id", "old"."customer_reference", "old"."description", "old"."project_code_id", "old"."link", "old"."creation_date", "old"."issue_date", "old"."start_date", "old"."target_date", "old"."created_by_id", "old"."responsible_id", "old"."contact_id", "old"."address_id", "old"."status", "old"."status_custom_key", "old"."shipment_date", "old"."shipped_by_id") is not ("new"."metadata", "new"."reference", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."total_price", "new"."total_price_currency", "new"."order_currency", "new"."customer_id", "new"."customer_reference", "new"."description", "new"."project_code_id", "new"."link", "new"."creation_date", "new"."issue_date", "new"."start_date", "new"."target_date", "new"."created_by_id", "new"."responsible_id", "new"."contact_id", "new"."address_id", "new"."status", "new"."status_custom_key", "new"."shipment_date", "new"."shipped_by_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorder', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_event_delete" after delete on "sales_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorder', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_allocation_event_insert" after insert on "sales_order_allocation" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderallocation', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_allocation_event_update" after update of "line_id", "shipment_id", "item_id", "quantity" on "sales_order_allocation"
      when ("old"."line_id", "old"."shipment_id", "old"."item_id", "old"."quantity") is not ("new"."line_id", "new"."shipment_id", "new"."item_id", "new"."quantity")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderallocation', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_allocation_event_delete" after delete on "sales_order_allocation" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderallocation', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_extra_line_event_insert" after insert on "sales_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderextraline', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_extra_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "description", "context", "price", "price_currency" on "sales_order_extra_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."description", "old"."context", "old"."price", "old"."price_currency") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."description", "new"."context", "new"."price", "new"."price_currency")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderextraline', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_extra_line_event_delete" after delete on "sales_order_extra_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderextraline', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_line_event_insert" after insert on "sales_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderlineitem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "part_id", "sale_price", "sale_price_currency", "shipped" on "sales_order_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."part_id", "old"."sale_price", "old"."sale_price_currency", "old"."shipped") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."part_id", "new"."sale_price", "new"."sale_price_currency", "new"."shipped")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderlineitem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_line_event_delete" after delete on "sales_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesorderlineitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_shipment_event_insert" after insert on "sales_order_shipment" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesordershipment', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_shipment_event_update" after update of "metadata", "notes", "barcode_data", "barcode_hash", "order_id", "shipment_address_id", "shipment_date", "delivery_date", "checked_by_id", "reference", "tracking_number", "invoice_number", "link" on "sales_order_shipment"
      when ("old"."metadata", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."order_id", "old"."shipment_address_id", "old"."shipment_date", "old"."delivery_date", "old"."checked_by_id", "old"."reference", "old"."tracking_number", "old"."invoice_number", "old"."link") is not ("new"."metadata", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."order_id", "new"."shipment_address_id", "new"."shipment_date", "new"."delivery_date", "new"."checked_by_id", "new"."reference", "new"."tracking_number", "new"."invoice_number", "new"."link")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesordershipment', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "sales_order_shipment_event_delete" after delete on "sales_order_shipment" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('salesordershipment', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_event_insert" after insert on "selection_list" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlist', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_event_update" after update of "metadata", "name", "description", "locked", "active", "source_plugin_id", "source_string", "default_id", "created" on "selection_list"
      when ("old"."metadata", "old"."name", "old"."description", "old"."locked", "old"."active", "old"."source_plugin_id", "old"."source_string", "old"."default_id", "old"."created") is not ("new"."metadata", "new"."name", "new"."description", "new"."locked", "new"."active", "new"."source_plugin_id", "new"."source_string", "new"."default_id", "new"."created")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlist', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_event_delete" after delete on "selection_list" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlist', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_entry_event_insert" after insert on "selection_list_entry" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlistentry', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_entry_event_update" after update of "list_id", "value", "label", "description", "active" on "selection_list_entry"
      when ("old"."list_id", "old"."value", "old"."label", "old"."description", "old"."active") is not ("new"."list_id", "new"."value", "new"."label", "new"."description", "new"."active")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlistentry', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "selection_list_entry_event_delete" after delete on "selection_list_entry" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('selectionlistentry', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_item_event_insert" after insert on "stock_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitem', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_item_event_update" after update of "metadata", "notes", "barcode_data", "barcode_hash", "parent_id", "part_id", "supplier_part_id", "location_id", "packaging", "belongs_to_id", "customer_id", "serial", "link", "batch", "quantity", "build_id", "consumed_by_id", "is_building", "purchase_order_id", "sales_order_id", "expiry_date", "stocktake_date", "stocktake_user_id", "creation_date", "delete_on_deplete", "status", "status_custom_key", "purchase_price", "purchase_price_currency", "owner_id" on "stock_item"
      when ("old"."metadata", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."parent_id", "old"."part_id", "old"."supplier_part_id", "old"."location_id", "old"."packaging", "old"."belongs_to_id", "old"."customer_id", "old"."serial", "old"."link", "old"."batch", "old"."quantity", "old"."build_id", "old"."consumed_by_id", "old"."is_building", "old"."purchase_order_id", "old"."sales_order_id", "old"."expiry_date", "old"."stocktake_date", "old"."stocktake_user_id", "old"."creation_date", "old"."delete_on_deplete", "old"."status", "old"."status_custom_key", "old"."purchase_price", "old"."purchase_price_currency", "old"."owner_id") is not ("new"."metadata", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."parent_id", "new"."part_id", "new"."supplier_part_id", "new"."location_id", "new"."packaging", "new"."belongs_to_id", "new"."customer_id", "new"."serial", "new"."link", "new"."batch", "new"."quantity", "new"."build_id", "new"."consumed_by_id", "new"."is_building", "new"."purchase_order_id", "new"."sales_order_id", "new"."expiry_date", "new"."stocktake_date", "new"."stocktake_user_id", "new"."creation_date", "new"."delete_on_deplete", "new"."status", "new"."status_custom_key", "new"."purchase_price", "new"."purchase_price_currency", "new"."owner_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitem', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_item_event_delete" after delete on "stock_item" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_test_result_event_insert" after insert on "stock_test_result" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitemtestresult', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_test_result_event_update" after update of "metadata", "stock_item_id", "template_id", "result", "value", "attachment", "notes", "user_id", "test_station", "started_datetime", "finished_datetime", "date" on "stock_test_result"
      when ("old"."metadata", "old"."stock_item_id", "old"."template_id", "old"."result", "old"."value", "old"."attachment", "old"."notes", "old"."user_id", "old"."test_station", "old"."started_datetime", "old"."finished_datetime", "old"."date") is not ("new"."metadata", "new"."stock_item_id", "new"."template_id", "new"."result", "new"."value", "new"."attachment", "new"."notes", "new"."user_id", "new"."test_station", "new"."started_datetime", "new"."finished_datetime", "new"."date")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitemtestresult', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_test_result_event_delete" after delete on "stock_test_result" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stockitemtestresult', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_event_insert" after insert on "stock_location" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocation', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_event_update" after update of "name", "description", "parent_id", "owner_id", "structural", "external", "location_type_id", "barcode_data", "barcode_hash", "metadata", "icon" on "stock_location"
      when ("old"."name", "old"."description", "old"."parent_id", "old"."owner_id", "old"."structural", "old"."external", "old"."location_type_id", "old"."barcode_data", "old"."barcode_hash", "old"."metadata", "old"."icon") is not ("new"."name", "new"."description", "new"."parent_id", "new"."owner_id", "new"."structural", "new"."external", "new"."location_type_id", "new"."barcode_data", "new"."barcode_hash", "new"."metadata", "new"."icon")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocation', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_event_delete" after delete on "stock_location" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocation', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_type_event_insert" after insert on "stock_location_type" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocationtype', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_type_event_update" after update of "name", "description", "icon", "metadata" on "stock_location_type"
      when ("old"."name", "old"."description", "old"."icon", "old"."metadata") is not ("new"."name", "new"."description", "new"."icon", "new"."metadata")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocationtype', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "stock_location_type_event_delete" after delete on "stock_location_type" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('stocklocationtype', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_part_event_insert" after insert on "supplier_part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpart', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_part_event_update" after update of "metadata", "notes", "barcode_data", "barcode_hash", "part_id", "supplier_id", "SKU", "active", "primary", "manufacturer_part_id", "link", "description", "note", "base_cost", "packaging", "pack_quantity", "pack_quantity_native", "multiple", "available", "availability_updated" on "supplier_part"
      when ("old"."metadata", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."part_id", "old"."supplier_id", "old"."SKU", "old"."active", "old"."primary", "old"."manufacturer_part_id", "old"."link", "old"."description", "old"."note", "old"."base_cost", "old"."packaging", "old"."pack_quantity", "old"."pack_quantity_native", "old"."multiple", "old"."available", "old"."availability_updated") is not ("new"."metadata", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."part_id", "new"."supplier_id", "new"."SKU", "new"."active", "new"."primary", "new"."manufacturer_part_id", "new"."link", "new"."description", "new"."note", "new"."base_cost", "new"."packaging", "new"."pack_quantity", "new"."pack_quantity_native", "new"."multiple", "new"."available", "new"."availability_updated")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpart', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_part_event_delete" after delete on "supplier_part" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpart', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_price_break_event_insert" after insert on "supplier_price_break" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpricebreak', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_price_break_event_update" after update of "quantity", "price", "price_currency", "part_id" on "supplier_price_break"
      when ("old"."quantity", "old"."price", "old"."price_currency", "old"."part_id") is not ("new"."quantity", "new"."price", "new"."price_currency", "new"."part_id")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpricebreak', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "supplier_price_break_event_delete" after delete on "supplier_price_break" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('supplierpricebreak', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "tag_event_insert" after insert on "tag" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('tag', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "tag_event_update" after update of "name", "slug" on "tag"
      when ("old"."name", "old"."slug") is not ("new"."name", "new"."slug")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('tag', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "tag_event_delete" after delete on "tag" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('tag', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_event_insert" after insert on "transfer_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorder', "new"."id", 'created', null, new.status, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_event_update" after update of "metadata", "reference", "notes", "barcode_data", "barcode_hash", "description", "project_code_id", "link", "creation_date", "issue_date", "start_date", "target_date", "created_by_id", "responsible_id", "contact_id", "address_id", "status", "status_custom_key", "take_from_id", "destination_id", "consume", "complete_date" on "transfer_order"
      when ("old"."metadata", "old"."reference", "old"."notes", "old"."barcode_data", "old"."barcode_hash", "old"."description", "old"."project_code_id", "old"."link", "old"."creation_date", "old"."issue_date", "old"."start_date", "old"."target_date", "old"."created_by_id", "old"."responsible_id", "old"."contact_id", "old"."address_id", "old"."status", "old"."status_custom_key", "old"."take_from_id", "old"."destination_id", "old"."consume", "old"."complete_date") is not ("new"."metadata", "new"."reference", "new"."notes", "new"."barcode_data", "new"."barcode_hash", "new"."description", "new"."project_code_id", "new"."link", "new"."creation_date", "new"."issue_date", "new"."start_date", "new"."target_date", "new"."created_by_id", "new"."responsible_id", "new"."contact_id", "new"."address_id", "new"."status", "new"."status_custom_key", "new"."take_from_id", "new"."destination_id", "new"."consume", "new"."complete_date")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorder', "new"."id", 'changed', case when old.status is not new.status then "old"."status" end, case when old.status is not new.status then "new"."status" end, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_event_delete" after delete on "transfer_order" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorder', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_allocation_event_insert" after insert on "transfer_order_allocation" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderallocation', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_allocation_event_update" after update of "line_id", "item_id", "quantity" on "transfer_order_allocation"
      when ("old"."line_id", "old"."item_id", "old"."quantity") is not ("new"."line_id", "new"."item_id", "new"."quantity")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderallocation', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_allocation_event_delete" after delete on "transfer_order_allocation" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderallocation', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_line_event_insert" after insert on "transfer_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderlineitem', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_line_event_update" after update of "metadata", "quantity", "discount", "line", "reference", "notes", "link", "target_date", "project_code_id", "order_id", "part_id", "transferred" on "transfer_order_line"
      when ("old"."metadata", "old"."quantity", "old"."discount", "old"."line", "old"."reference", "old"."notes", "old"."link", "old"."target_date", "old"."project_code_id", "old"."order_id", "old"."part_id", "old"."transferred") is not ("new"."metadata", "new"."quantity", "new"."discount", "new"."line", "new"."reference", "new"."notes", "new"."link", "new"."target_date", "new"."project_code_id", "new"."order_id", "new"."part_id", "new"."transferred")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderlineitem', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "transfer_order_line_event_delete" after delete on "transfer_order_line" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('transferorderlineitem', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_event_insert" after insert on "user" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('user', "new"."id", 'created', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_event_update" after update of "username", "first_name", "last_name", "email", "is_staff", "is_superuser", "is_active", "date_joined" on "user"
      when ("old"."username", "old"."first_name", "old"."last_name", "old"."email", "old"."is_staff", "old"."is_superuser", "old"."is_active", "old"."date_joined") is not ("new"."username", "new"."first_name", "new"."last_name", "new"."email", "new"."is_staff", "new"."is_superuser", "new"."is_active", "new"."date_joined")
      begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('user', "new"."id", 'changed', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_event_delete" after delete on "user" begin insert into event (model, record_id, action, status_from, status_to, at)
      values ('user', "old"."id", 'deleted', null, null, strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_event_rights_update" after update of "is_active", "is_superuser", "password" on "user" for each row when (("old"."is_active", "old"."is_superuser", "old"."password") is not ("new"."is_active", "new"."is_superuser", "new"."password")) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_event_rights_delete" after delete  on "user" for each row  begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_group_event_rights_insert" after insert  on "user_group" for each row  begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_group_event_rights_update" after update of "user_id", "group_id" on "user_group" for each row when (("old"."user_id", "old"."group_id") is not ("new"."user_id", "new"."group_id")) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "user_group_event_rights_delete" after delete  on "user_group" for each row  begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "ruleset_event_rights_insert" after insert  on "ruleset" for each row when (new.can_view = 1) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "ruleset_event_rights_update" after update of "name", "group_id", "can_view" on "ruleset" for each row when (("old"."name", "old"."group_id", "old"."can_view") is not ("new"."name", "new"."group_id", "new"."can_view")) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "ruleset_event_rights_delete" after delete  on "ruleset" for each row when (old.can_view = 1) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "api_token_event_rights_update" after update of "user_id", "hash", "expiry", "revoked" on "api_token" for each row when (("old"."user_id", "old"."hash", "old"."expiry", "old"."revoked") is not ("new"."user_id", "new"."hash", "new"."expiry", "new"."revoked")) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "api_token_event_rights_delete" after delete  on "api_token" for each row  begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "session_event_rights_update" after update of "user_id", "hash", "password_mark" on "session" for each row when (("old"."user_id", "old"."hash", "old"."password_mark") is not ("new"."user_id", "new"."hash", "new"."password_mark")) begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TRIGGER "session_event_rights_delete" after delete  on "session" for each row  begin insert into event (model, record_id, action, at) values ('rights', 0, 'changed', strftime('%Y-%m-%dT%H:%M:%fZ')); end;
CREATE TABLE "webhook" ("id" integer primary key autoincrement, "name" text not null, "url" text not null, "active" integer default 1 not null, "models" text default '[]' not null, "actions" text default '[]' not null, "filters" text default '{}' not null, "user_id" integer references "user" ("id") on delete set null, "secret" text not null, "created" text not null, "failing_since" text, "failures" integer default 0 not null, "missed" integer default 0 not null, "disabled" text default '' not null);
CREATE UNIQUE INDEX "webhook_name" on "webhook" ("name");
CREATE INDEX "webhook_user_id" on "webhook" ("user_id");
CREATE TABLE "webhook_delivery" ("id" integer primary key autoincrement, "webhook_id" integer not null references "webhook" ("id") on delete cascade, "uid" text not null, "event" text, "model" text, "object_id" integer, "action" text not null, "transition" text, "at" text not null, "state" text default 'waiting' not null, "attempts" integer default 0 not null, "tries" text default '[]' not null, "code" integer, "error" text, "answer" text, "duration" integer, "tried" text, "next_try" text, "created" text not null);
CREATE UNIQUE INDEX "webhook_delivery_uid" on "webhook_delivery" ("uid");
CREATE INDEX "webhook_delivery_webhook_id" on "webhook_delivery" ("webhook_id", "id");
CREATE INDEX "webhook_delivery_next_try" on "webhook_delivery" ("webhook_id", "next_try", "id");
CREATE INDEX "webhook_delivery_created" on "webhook_delivery" ("created");
CREATE INDEX "plugin_config_user_id" on "plugin_config" ("user_id");
CREATE TABLE "plugin_value" ("id" integer primary key autoincrement, "plugin" text not null, "key" text not null, "value" text default '' not null);
CREATE UNIQUE INDEX "plugin_value_plugin_key" on "plugin_value" ("plugin", "key");
CREATE TRIGGER "stock_item_amounts_0_insert" after insert on "stock_item"
    begin update "part" set in_stock = round("part".in_stock + d.v0, 5), stock_item_count = "part".stock_item_count + d.v1 from (select owner, sum(v0) as v0, sum(v1) as v1 from (select new.part_id as owner, (case when new.quantity > 0 and +new.sales_order_id is null and +new.belongs_to_id is null and +new.customer_id is null and +new.consumed_by_id is null and +new.is_building = 0 and +new.status in (10, 50, 55, 85) then new.quantity else 0 end) as v0, (1) as v1 where new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0 or d.v1 <> 0); end;
CREATE TRIGGER "stock_item_amounts_0_update" after update of part_id, quantity, sales_order_id, belongs_to_id, customer_id, consumed_by_id, is_building, status on "stock_item"
    when (old.part_id, old.quantity, old.sales_order_id, old.belongs_to_id, old.customer_id, old.consumed_by_id, old.is_building, old.status) is not (new.part_id, new.quantity, new.sales_order_id, new.belongs_to_id, new.customer_id, new.consumed_by_id, new.is_building, new.status) begin update "part" set in_stock = round("part".in_stock + d.v0, 5), stock_item_count = "part".stock_item_count + d.v1 from (select owner, sum(v0) as v0, sum(v1) as v1 from (select old.part_id as owner, -(case when old.quantity > 0 and +old.sales_order_id is null and +old.belongs_to_id is null and +old.customer_id is null and +old.consumed_by_id is null and +old.is_building = 0 and +old.status in (10, 50, 55, 85) then old.quantity else 0 end) as v0, -(1) as v1 where old.part_id is not null union all select new.part_id as owner, (case when new.quantity > 0 and +new.sales_order_id is null and +new.belongs_to_id is null and +new.customer_id is null and +new.consumed_by_id is null and +new.is_building = 0 and +new.status in (10, 50, 55, 85) then new.quantity else 0 end) as v0, (1) as v1 where new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0 or d.v1 <> 0); end;
CREATE TRIGGER "stock_item_amounts_0_delete" before delete on "stock_item"
    begin update "part" set in_stock = round("part".in_stock + d.v0, 5), stock_item_count = "part".stock_item_count + d.v1 from (select owner, sum(v0) as v0, sum(v1) as v1 from (select old.part_id as owner, -(case when old.quantity > 0 and +old.sales_order_id is null and +old.belongs_to_id is null and +old.customer_id is null and +old.consumed_by_id is null and +old.is_building = 0 and +old.status in (10, 50, 55, 85) then old.quantity else 0 end) as v0, -(1) as v1 where old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0 or d.v1 <> 0); end;
CREATE TRIGGER "stock_item_amounts_1_insert" after insert on "stock_item"
    begin update "part" set external_stock = round("part".external_stock + d.v0, 5) from (select owner, sum(v0) as v0 from (select new.part_id as owner, (new.quantity) as v0 from "stock_location" place where place.id = new.location_id and place.external = 1 and new.quantity > 0 and +new.sales_order_id is null and +new.belongs_to_id is null and +new.customer_id is null and +new.consumed_by_id is null and +new.is_building = 0 and +new.status in (10, 50, 55, 85) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_1_update" after update of part_id, quantity, location_id, sales_order_id, belongs_to_id, customer_id, consumed_by_id, is_building, status on "stock_item"
    when (old.part_id, old.quantity, old.location_id, old.sales_order_id, old.belongs_to_id, old.customer_id, old.consumed_by_id, old.is_building, old.status) is not (new.part_id, new.quantity, new.location_id, new.sales_order_id, new.belongs_to_id, new.customer_id, new.consumed_by_id, new.is_building, new.status) begin update "part" set external_stock = round("part".external_stock + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity) as v0 from "stock_location" place where place.id = old.location_id and place.external = 1 and old.quantity > 0 and +old.sales_order_id is null and +old.belongs_to_id is null and +old.customer_id is null and +old.consumed_by_id is null and +old.is_building = 0 and +old.status in (10, 50, 55, 85) and old.part_id is not null union all select new.part_id as owner, (new.quantity) as v0 from "stock_location" place where place.id = new.location_id and place.external = 1 and new.quantity > 0 and +new.sales_order_id is null and +new.belongs_to_id is null and +new.customer_id is null and +new.consumed_by_id is null and +new.is_building = 0 and +new.status in (10, 50, 55, 85) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_1_delete" before delete on "stock_item"
    begin update "part" set external_stock = round("part".external_stock + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity) as v0 from "stock_location" place where place.id = old.location_id and place.external = 1 and old.quantity > 0 and +old.sales_order_id is null and +old.belongs_to_id is null and +old.customer_id is null and +old.consumed_by_id is null and +old.is_building = 0 and +old.status in (10, 50, 55, 85) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_location_amounts_1_update" after update of external on "stock_location"
    when (old.external) is not (new.external) begin update "part" set external_stock = round("part".external_stock + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(s.quantity) as v0 from "stock_item" s where old.id = s.location_id and old.external = 1 and s.quantity > 0 and +s.sales_order_id is null and +s.belongs_to_id is null and +s.customer_id is null and +s.consumed_by_id is null and +s.is_building = 0 and +s.status in (10, 50, 55, 85) and s.part_id is not null union all select s.part_id as owner, (s.quantity) as v0 from "stock_item" s where new.id = s.location_id and new.external = 1 and s.quantity > 0 and +s.sales_order_id is null and +s.belongs_to_id is null and +s.customer_id is null and +s.consumed_by_id is null and +s.is_building = 0 and +s.status in (10, 50, 55, 85) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_location_amounts_1_delete" before delete on "stock_location"
    begin update "part" set external_stock = round("part".external_stock + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(s.quantity) as v0 from "stock_item" s where old.id = s.location_id and old.external = 1 and s.quantity > 0 and +s.sales_order_id is null and +s.belongs_to_id is null and +s.customer_id is null and +s.consumed_by_id is null and +s.is_building = 0 and +s.status in (10, 50, 55, 85) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_item_amounts_2_insert" after insert on "build_item"
    begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "build_line" l, "build" b where s.id = new.stock_item_id and l.id = new.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_item_amounts_2_update" after update of quantity, stock_item_id, build_line_id on "build_item"
    when (old.quantity, old.stock_item_id, old.build_line_id) is not (new.quantity, new.stock_item_id, new.build_line_id) begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "build_line" l, "build" b where s.id = old.stock_item_id and l.id = old.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and s.part_id is not null union all select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "build_line" l, "build" b where s.id = new.stock_item_id and l.id = new.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_item_amounts_2_delete" before delete on "build_item"
    begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "build_line" l, "build" b where s.id = old.stock_item_id and l.id = old.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_2_update" after update of part_id on "stock_item"
    when (old.part_id) is not (new.part_id) begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "build_item" a, "build_line" l, "build" b where old.id = a.stock_item_id and l.id = a.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and old.part_id is not null union all select new.part_id as owner, (a.quantity) as v0 from "build_item" a, "build_line" l, "build" b where new.id = a.stock_item_id and l.id = a.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_2_delete" before delete on "stock_item"
    begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "build_item" a, "build_line" l, "build" b where old.id = a.stock_item_id and l.id = a.build_line_id and b.id = l.build_id and b.status in (10, 20, 25) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_line_amounts_2_update" after update of build_id on "build_line"
    when (old.build_id) is not (new.build_id) begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "build_item" a, "stock_item" s, "build" b where s.id = a.stock_item_id and old.id = a.build_line_id and b.id = old.build_id and b.status in (10, 20, 25) and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "build_item" a, "stock_item" s, "build" b where s.id = a.stock_item_id and new.id = a.build_line_id and b.id = new.build_id and b.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_line_amounts_2_delete" before delete on "build_line"
    begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "build_item" a, "stock_item" s, "build" b where s.id = a.stock_item_id and old.id = a.build_line_id and b.id = old.build_id and b.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_2_update" after update of status on "build"
    when (old.status) is not (new.status) begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "build_item" a, "stock_item" s, "build_line" l where s.id = a.stock_item_id and l.id = a.build_line_id and old.id = l.build_id and old.status in (10, 20, 25) and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "build_item" a, "stock_item" s, "build_line" l where s.id = a.stock_item_id and l.id = a.build_line_id and new.id = l.build_id and new.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_2_delete" before delete on "build"
    begin update "part" set allocated_to_build_orders = round("part".allocated_to_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "build_item" a, "stock_item" s, "build_line" l where s.id = a.stock_item_id and l.id = a.build_line_id and old.id = l.build_id and old.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_3_insert" after insert on "sales_order_allocation"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = new.item_id and l.id = new.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and new.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_3_update" after update of quantity, item_id, line_id, shipment_id on "sales_order_allocation"
    when (old.quantity, old.item_id, old.line_id, old.shipment_id) is not (new.quantity, new.item_id, new.line_id, new.shipment_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = old.item_id and l.id = old.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and old.shipment_id is null and s.part_id is not null union all select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = new.item_id and l.id = new.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and new.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_3_delete" before delete on "sales_order_allocation"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = old.item_id and l.id = old.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and old.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_3_update" after update of part_id on "stock_item"
    when (old.part_id) is not (new.part_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o where old.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and old.part_id is not null union all select new.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o where new.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_3_delete" before delete on "stock_item"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o where old.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_3_update" after update of order_id on "sales_order_line"
    when (old.order_id) is not (new.order_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o where s.id = a.item_id and old.id = a.line_id and o.id = old.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o where s.id = a.item_id and new.id = a.line_id and o.id = new.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_3_delete" before delete on "sales_order_line"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o where s.id = a.item_id and old.id = a.line_id and o.id = old.order_id and o.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_3_update" after update of status on "sales_order"
    when (old.status) is not (new.status) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l where s.id = a.item_id and l.id = a.line_id and old.id = l.order_id and old.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l where s.id = a.item_id and l.id = a.line_id and new.id = l.order_id and new.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_3_delete" before delete on "sales_order"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l where s.id = a.item_id and l.id = a.line_id and old.id = l.order_id and old.status in (10, 15, 20, 25) and a.shipment_id is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_4_insert" after insert on "sales_order_allocation"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where s.id = new.item_id and l.id = new.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = new.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_4_update" after update of quantity, item_id, line_id, shipment_id on "sales_order_allocation"
    when (old.quantity, old.item_id, old.line_id, old.shipment_id) is not (new.quantity, new.item_id, new.line_id, new.shipment_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where s.id = old.item_id and l.id = old.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = old.shipment_id and sent.shipment_date is null and s.part_id is not null union all select s.part_id as owner, (new.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where s.id = new.item_id and l.id = new.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = new.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_allocation_amounts_4_delete" before delete on "sales_order_allocation"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(old.quantity) as v0 from "stock_item" s, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where s.id = old.item_id and l.id = old.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = old.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_4_update" after update of part_id on "stock_item"
    when (old.part_id) is not (new.part_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where old.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and old.part_id is not null union all select new.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where new.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_4_delete" before delete on "stock_item"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "sales_order_line" l, "sales_order" o, "sales_order_shipment" sent where old.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_4_update" after update of order_id on "sales_order_line"
    when (old.order_id) is not (new.order_id) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o, "sales_order_shipment" sent where s.id = a.item_id and old.id = a.line_id and o.id = old.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o, "sales_order_shipment" sent where s.id = a.item_id and new.id = a.line_id and o.id = new.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_4_delete" before delete on "sales_order_line"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order" o, "sales_order_shipment" sent where s.id = a.item_id and old.id = a.line_id and o.id = old.order_id and o.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_4_update" after update of status on "sales_order"
    when (old.status) is not (new.status) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order_shipment" sent where s.id = a.item_id and l.id = a.line_id and old.id = l.order_id and old.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order_shipment" sent where s.id = a.item_id and l.id = a.line_id and new.id = l.order_id and new.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_4_delete" before delete on "sales_order"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order_shipment" sent where s.id = a.item_id and l.id = a.line_id and old.id = l.order_id and old.status in (10, 15, 20, 25) and sent.id = a.shipment_id and sent.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_shipment_amounts_4_update" after update of shipment_date on "sales_order_shipment"
    when (old.shipment_date) is not (new.shipment_date) begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and old.id = a.shipment_id and old.shipment_date is null and s.part_id is not null union all select s.part_id as owner, (a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and new.id = a.shipment_id and new.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_shipment_amounts_4_delete" before delete on "sales_order_shipment"
    begin update "part" set allocated_to_sales_orders = round("part".allocated_to_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(a.quantity) as v0 from "sales_order_allocation" a, "stock_item" s, "sales_order_line" l, "sales_order" o where s.id = a.item_id and l.id = a.line_id and o.id = l.order_id and o.status in (10, 15, 20, 25) and old.id = a.shipment_id and old.shipment_date is null and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "bom_item_amounts_5_update" after update of sub_part_id on "bom_item"
    when (old.sub_part_id) is not (new.sub_part_id) begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.sub_part_id as owner, -(l.quantity - l.consumed) as v0 from "build_line" l, "build" b where old.id = l.bom_item_id and b.id = l.build_id and b.status in (10, 20, 25) and old.sub_part_id is not null union all select new.sub_part_id as owner, (l.quantity - l.consumed) as v0 from "build_line" l, "build" b where new.id = l.bom_item_id and b.id = l.build_id and b.status in (10, 20, 25) and new.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "bom_item_amounts_5_delete" before delete on "bom_item"
    begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.sub_part_id as owner, -(l.quantity - l.consumed) as v0 from "build_line" l, "build" b where old.id = l.bom_item_id and b.id = l.build_id and b.status in (10, 20, 25) and old.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_line_amounts_5_insert" after insert on "build_line"
    begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select i.sub_part_id as owner, (new.quantity - new.consumed) as v0 from "bom_item" i, "build" b where i.id = new.bom_item_id and b.id = new.build_id and b.status in (10, 20, 25) and i.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_line_amounts_5_update" after update of quantity, consumed, bom_item_id, build_id on "build_line"
    when (old.quantity, old.consumed, old.bom_item_id, old.build_id) is not (new.quantity, new.consumed, new.bom_item_id, new.build_id) begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select i.sub_part_id as owner, -(old.quantity - old.consumed) as v0 from "bom_item" i, "build" b where i.id = old.bom_item_id and b.id = old.build_id and b.status in (10, 20, 25) and i.sub_part_id is not null union all select i.sub_part_id as owner, (new.quantity - new.consumed) as v0 from "bom_item" i, "build" b where i.id = new.bom_item_id and b.id = new.build_id and b.status in (10, 20, 25) and i.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_line_amounts_5_delete" before delete on "build_line"
    begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select i.sub_part_id as owner, -(old.quantity - old.consumed) as v0 from "bom_item" i, "build" b where i.id = old.bom_item_id and b.id = old.build_id and b.status in (10, 20, 25) and i.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_5_update" after update of status on "build"
    when (old.status) is not (new.status) begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select i.sub_part_id as owner, -(l.quantity - l.consumed) as v0 from "bom_item" i, "build_line" l where i.id = l.bom_item_id and old.id = l.build_id and old.status in (10, 20, 25) and i.sub_part_id is not null union all select i.sub_part_id as owner, (l.quantity - l.consumed) as v0 from "bom_item" i, "build_line" l where i.id = l.bom_item_id and new.id = l.build_id and new.status in (10, 20, 25) and i.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_5_delete" before delete on "build"
    begin update "part" set required_for_build_orders = round("part".required_for_build_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select i.sub_part_id as owner, -(l.quantity - l.consumed) as v0 from "bom_item" i, "build_line" l where i.id = l.bom_item_id and old.id = l.build_id and old.status in (10, 20, 25) and i.sub_part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_6_insert" after insert on "sales_order_line"
    begin update "part" set required_for_sales_orders = round("part".required_for_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select new.part_id as owner, (new.quantity - new.shipped) as v0 from "sales_order" o where o.id = new.order_id and o.status in (10, 15, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_6_update" after update of part_id, quantity, shipped, order_id on "sales_order_line"
    when (old.part_id, old.quantity, old.shipped, old.order_id) is not (new.part_id, new.quantity, new.shipped, new.order_id) begin update "part" set required_for_sales_orders = round("part".required_for_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity - old.shipped) as v0 from "sales_order" o where o.id = old.order_id and o.status in (10, 15, 20, 25) and old.part_id is not null union all select new.part_id as owner, (new.quantity - new.shipped) as v0 from "sales_order" o where o.id = new.order_id and o.status in (10, 15, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_line_amounts_6_delete" before delete on "sales_order_line"
    begin update "part" set required_for_sales_orders = round("part".required_for_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity - old.shipped) as v0 from "sales_order" o where o.id = old.order_id and o.status in (10, 15, 20, 25) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_6_update" after update of status on "sales_order"
    when (old.status) is not (new.status) begin update "part" set required_for_sales_orders = round("part".required_for_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select l.part_id as owner, -(l.quantity - l.shipped) as v0 from "sales_order_line" l where old.id = l.order_id and old.status in (10, 15, 20, 25) and l.part_id is not null union all select l.part_id as owner, (l.quantity - l.shipped) as v0 from "sales_order_line" l where new.id = l.order_id and new.status in (10, 15, 20, 25) and l.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "sales_order_amounts_6_delete" before delete on "sales_order"
    begin update "part" set required_for_sales_orders = round("part".required_for_sales_orders + d.v0, 5) from (select owner, sum(v0) as v0 from (select l.part_id as owner, -(l.quantity - l.shipped) as v0 from "sales_order_line" l where old.id = l.order_id and old.status in (10, 15, 20, 25) and l.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_7_insert" after insert on "stock_item"
    begin update "part" set building = round("part".building + d.v0, 5) from (select owner, sum(v0) as v0 from (select new.part_id as owner, (new.quantity) as v0 from "build" b where b.id = new.build_id and new.is_building = 1 and b.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_7_update" after update of part_id, quantity, build_id, is_building on "stock_item"
    when (old.part_id, old.quantity, old.build_id, old.is_building) is not (new.part_id, new.quantity, new.build_id, new.is_building) begin update "part" set building = round("part".building + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity) as v0 from "build" b where b.id = old.build_id and old.is_building = 1 and b.status in (10, 20, 25) and old.part_id is not null union all select new.part_id as owner, (new.quantity) as v0 from "build" b where b.id = new.build_id and new.is_building = 1 and b.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_7_delete" before delete on "stock_item"
    begin update "part" set building = round("part".building + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity) as v0 from "build" b where b.id = old.build_id and old.is_building = 1 and b.status in (10, 20, 25) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_7_update" after update of status on "build"
    when (old.status) is not (new.status) begin update "part" set building = round("part".building + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(s.quantity) as v0 from "stock_item" s where old.id = s.build_id and s.is_building = 1 and old.status in (10, 20, 25) and s.part_id is not null union all select s.part_id as owner, (s.quantity) as v0 from "stock_item" s where new.id = s.build_id and s.is_building = 1 and new.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_7_delete" before delete on "build"
    begin update "part" set building = round("part".building + d.v0, 5) from (select owner, sum(v0) as v0 from (select s.part_id as owner, -(s.quantity) as v0 from "stock_item" s where old.id = s.build_id and s.is_building = 1 and old.status in (10, 20, 25) and s.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_8_insert" after insert on "build"
    begin update "part" set scheduled_to_build = round("part".scheduled_to_build + d.v0, 5) from (select owner, sum(v0) as v0 from (select new.part_id as owner, (new.quantity - new.completed) as v0 where new.quantity > new.completed and new.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_8_update" after update of part_id, quantity, completed, status on "build"
    when (old.part_id, old.quantity, old.completed, old.status) is not (new.part_id, new.quantity, new.completed, new.status) begin update "part" set scheduled_to_build = round("part".scheduled_to_build + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity - old.completed) as v0 where old.quantity > old.completed and old.status in (10, 20, 25) and old.part_id is not null union all select new.part_id as owner, (new.quantity - new.completed) as v0 where new.quantity > new.completed and new.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "build_amounts_8_delete" before delete on "build"
    begin update "part" set scheduled_to_build = round("part".scheduled_to_build + d.v0, 5) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(old.quantity - old.completed) as v0 where old.quantity > old.completed and old.status in (10, 20, 25) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "supplier_part_amounts_9_update" after update of part_id, pack_quantity_native on "supplier_part"
    when (old.part_id, old.pack_quantity_native) is not (new.part_id, new.pack_quantity_native) begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(round((l.quantity - l.received) * old.pack_quantity_native, 8)) as v0 from "purchase_order_line" l, "purchase_order" o where old.id = l.part_id and o.id = l.order_id and l.quantity > l.received and o.status in (10, 20, 25) and old.part_id is not null union all select new.part_id as owner, (round((l.quantity - l.received) * new.pack_quantity_native, 8)) as v0 from "purchase_order_line" l, "purchase_order" o where new.id = l.part_id and o.id = l.order_id and l.quantity > l.received and o.status in (10, 20, 25) and new.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "supplier_part_amounts_9_delete" before delete on "supplier_part"
    begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select old.part_id as owner, -(round((l.quantity - l.received) * old.pack_quantity_native, 8)) as v0 from "purchase_order_line" l, "purchase_order" o where old.id = l.part_id and o.id = l.order_id and l.quantity > l.received and o.status in (10, 20, 25) and old.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "purchase_order_line_amounts_9_insert" after insert on "purchase_order_line"
    begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select p.part_id as owner, (round((new.quantity - new.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order" o where p.id = new.part_id and o.id = new.order_id and new.quantity > new.received and o.status in (10, 20, 25) and p.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "purchase_order_line_amounts_9_update" after update of quantity, received, part_id, order_id on "purchase_order_line"
    when (old.quantity, old.received, old.part_id, old.order_id) is not (new.quantity, new.received, new.part_id, new.order_id) begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select p.part_id as owner, -(round((old.quantity - old.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order" o where p.id = old.part_id and o.id = old.order_id and old.quantity > old.received and o.status in (10, 20, 25) and p.part_id is not null union all select p.part_id as owner, (round((new.quantity - new.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order" o where p.id = new.part_id and o.id = new.order_id and new.quantity > new.received and o.status in (10, 20, 25) and p.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "purchase_order_line_amounts_9_delete" before delete on "purchase_order_line"
    begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select p.part_id as owner, -(round((old.quantity - old.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order" o where p.id = old.part_id and o.id = old.order_id and old.quantity > old.received and o.status in (10, 20, 25) and p.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "purchase_order_amounts_9_update" after update of status on "purchase_order"
    when (old.status) is not (new.status) begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select p.part_id as owner, -(round((l.quantity - l.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order_line" l where p.id = l.part_id and old.id = l.order_id and l.quantity > l.received and old.status in (10, 20, 25) and p.part_id is not null union all select p.part_id as owner, (round((l.quantity - l.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order_line" l where p.id = l.part_id and new.id = l.order_id and l.quantity > l.received and new.status in (10, 20, 25) and p.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "purchase_order_amounts_9_delete" before delete on "purchase_order"
    begin update "part" set ordering = round("part".ordering + d.v0, 8) from (select owner, sum(v0) as v0 from (select p.part_id as owner, -(round((l.quantity - l.received) * p.pack_quantity_native, 8)) as v0 from "supplier_part" p, "purchase_order_line" l where p.id = l.part_id and old.id = l.order_id and l.quantity > l.received and old.status in (10, 20, 25) and p.part_id is not null) c group by owner) d
    where "part".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "part_amounts_10_insert" after insert on "part"
    begin update "part_category" set parts = "part_category".parts + d.v0 from (select owner, sum(v0) as v0 from (select new.category_id as owner, (1) as v0 where new.category_id is not null) c group by owner) d
    where "part_category".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "part_amounts_10_update" after update of category_id on "part"
    when (old.category_id) is not (new.category_id) begin update "part_category" set parts = "part_category".parts + d.v0 from (select owner, sum(v0) as v0 from (select old.category_id as owner, -(1) as v0 where old.category_id is not null union all select new.category_id as owner, (1) as v0 where new.category_id is not null) c group by owner) d
    where "part_category".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "part_amounts_10_delete" before delete on "part"
    begin update "part_category" set parts = "part_category".parts + d.v0 from (select owner, sum(v0) as v0 from (select old.category_id as owner, -(1) as v0 where old.category_id is not null) c group by owner) d
    where "part_category".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_11_insert" after insert on "stock_item"
    begin update "stock_location" set items = "stock_location".items + d.v0 from (select owner, sum(v0) as v0 from (select new.location_id as owner, (1) as v0 where new.location_id is not null) c group by owner) d
    where "stock_location".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_11_update" after update of location_id on "stock_item"
    when (old.location_id) is not (new.location_id) begin update "stock_location" set items = "stock_location".items + d.v0 from (select owner, sum(v0) as v0 from (select old.location_id as owner, -(1) as v0 where old.location_id is not null union all select new.location_id as owner, (1) as v0 where new.location_id is not null) c group by owner) d
    where "stock_location".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "stock_item_amounts_11_delete" before delete on "stock_item"
    begin update "stock_location" set items = "stock_location".items + d.v0 from (select owner, sum(v0) as v0 from (select old.location_id as owner, -(1) as v0 where old.location_id is not null) c group by owner) d
    where "stock_location".id = d.owner and (d.v0 <> 0); end;
CREATE TRIGGER "part_amounts_variant_stock_sum" after update of in_stock on "part"
    when (old.in_stock) is not (new.in_stock) and new.variant_of_id is not null begin update "part" set variant_stock = round(variant_stock + new.in_stock - old.in_stock, 5) where id in (
      with recursive up (id) as (select new.variant_of_id
        union select t.variant_of_id from up join "part" t on t.id = up.id where t.variant_of_id is not null) select id from up); end;
CREATE TRIGGER "part_amounts_variant_stock_place" after update of variant_of_id on "part"
    when (old.variant_of_id) is not (new.variant_of_id) begin update "part" set variant_stock = round(variant_stock + -(old.in_stock + old.variant_stock), 5) where id in (
      with recursive up (id) as (select old.variant_of_id
        union select t.variant_of_id from up join "part" t on t.id = up.id where t.variant_of_id is not null) select id from up); update "part" set variant_stock = round(variant_stock + new.in_stock + new.variant_stock, 5) where id in (
      with recursive up (id) as (select new.variant_of_id
        union select t.variant_of_id from up join "part" t on t.id = up.id where t.variant_of_id is not null) select id from up); end;
CREATE TRIGGER "part_amounts_variant_stock_delete" after delete on "part"
    when old.variant_of_id is not null and old.in_stock + old.variant_stock <> 0 begin update "part" set variant_stock = round(variant_stock + -(old.in_stock + old.variant_stock), 5) where id in (
      with recursive up (id) as (select old.variant_of_id
        union select t.variant_of_id from up join "part" t on t.id = up.id where t.variant_of_id is not null) select id from up); end;
CREATE TRIGGER "part_category_amounts_parts_below_sum" after update of parts on "part_category"
    when (old.parts) is not (new.parts) and new.parent_id is not null begin update "part_category" set parts_below = parts_below + new.parts - old.parts where id in (
      with recursive up (id) as (select new.parent_id
        union select t.parent_id from up join "part_category" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE TRIGGER "part_category_amounts_parts_below_place" after update of parent_id on "part_category"
    when (old.parent_id) is not (new.parent_id) begin update "part_category" set parts_below = parts_below + -(old.parts + old.parts_below) where id in (
      with recursive up (id) as (select old.parent_id
        union select t.parent_id from up join "part_category" t on t.id = up.id where t.parent_id is not null) select id from up); update "part_category" set parts_below = parts_below + new.parts + new.parts_below where id in (
      with recursive up (id) as (select new.parent_id
        union select t.parent_id from up join "part_category" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE TRIGGER "part_category_amounts_parts_below_delete" after delete on "part_category"
    when old.parent_id is not null and old.parts + old.parts_below <> 0 begin update "part_category" set parts_below = parts_below + -(old.parts + old.parts_below) where id in (
      with recursive up (id) as (select old.parent_id
        union select t.parent_id from up join "part_category" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE TRIGGER "stock_location_amounts_items_below_sum" after update of items on "stock_location"
    when (old.items) is not (new.items) and new.parent_id is not null begin update "stock_location" set items_below = items_below + new.items - old.items where id in (
      with recursive up (id) as (select new.parent_id
        union select t.parent_id from up join "stock_location" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE TRIGGER "stock_location_amounts_items_below_place" after update of parent_id on "stock_location"
    when (old.parent_id) is not (new.parent_id) begin update "stock_location" set items_below = items_below + -(old.items + old.items_below) where id in (
      with recursive up (id) as (select old.parent_id
        union select t.parent_id from up join "stock_location" t on t.id = up.id where t.parent_id is not null) select id from up); update "stock_location" set items_below = items_below + new.items + new.items_below where id in (
      with recursive up (id) as (select new.parent_id
        union select t.parent_id from up join "stock_location" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE TRIGGER "stock_location_amounts_items_below_delete" after delete on "stock_location"
    when old.parent_id is not null and old.items + old.items_below <> 0 begin update "stock_location" set items_below = items_below + -(old.items + old.items_below) where id in (
      with recursive up (id) as (select old.parent_id
        union select t.parent_id from up join "stock_location" t on t.id = up.id where t.parent_id is not null) select id from up); end;
CREATE INDEX "part_in_stock" on part (in_stock, id);
CREATE INDEX "part_total_in_stock" on part ((round(in_stock + variant_stock, 5)), id);
CREATE INDEX "part_unallocated_stock" on part ((case when round(in_stock + variant_stock - allocated_to_sales_orders - allocated_to_build_orders, 5) > 0 then round(in_stock + variant_stock - allocated_to_sales_orders - allocated_to_build_orders, 5) else 0 end), id);
CREATE INDEX "part_ordering" on part (ordering, id);
CREATE INDEX "part_has_stock" on part (name, id, in_stock) where in_stock > 0;
CREATE INDEX "part_has_no_stock" on part (name, id, in_stock) where in_stock <= 0;
CREATE INDEX "part_low_stock" on part (name, id, minimum_stock, in_stock, variant_stock) where minimum_stock <> 0 and round(in_stock + variant_stock, 5) < minimum_stock;
CREATE INDEX "part_high_stock" on part (name, id, maximum_stock, in_stock, variant_stock) where maximum_stock <> 0 and round(in_stock + variant_stock, 5) > maximum_stock;
CREATE INDEX "part_has_unallocated" on part (name, id, in_stock, variant_stock, allocated_to_sales_orders, allocated_to_build_orders) where round(in_stock + variant_stock - allocated_to_sales_orders - allocated_to_build_orders, 5) > 0;
CREATE INDEX "part_on_order" on part (name, id, ordering) where ordering > 0;
CREATE INDEX "part_depleted" on part (name, id, stock_item_count, in_stock) where stock_item_count > 0 and in_stock <= 0;
CREATE INDEX "part_to_build" on part (name, id, required_for_build_orders, allocated_to_build_orders) where required_for_build_orders > allocated_to_build_orders;
CREATE VIRTUAL TABLE part_search_token using fts5(tokens, content='', tokenize='ascii', detail=none, columnsize=0);
CREATE TRIGGER part_search_token_insert after insert on part begin insert into part_search_token (rowid, tokens) values (new.id, search_tokens('a', new."name", new."description", new."IPN") || ' ' || search_tokens('b', new."revision") || ' ' || search_tokens('c', new."keywords")); end;
CREATE TRIGGER part_search_token_delete after delete on part begin insert into part_search_token (part_search_token, rowid, tokens) values ('delete', old.id, search_tokens('a', old."name", old."description", old."IPN") || ' ' || search_tokens('b', old."revision") || ' ' || search_tokens('c', old."keywords")); end;
CREATE TRIGGER part_search_token_update after update of "name", "description", "IPN", "revision", "keywords" on part when (old."name", old."description", old."IPN", old."revision", old."keywords") is not (new."name", new."description", new."IPN", new."revision", new."keywords") begin insert into part_search_token (part_search_token, rowid, tokens) values ('delete', old.id, search_tokens('a', old."name", old."description", old."IPN") || ' ' || search_tokens('b', old."revision") || ' ' || search_tokens('c', old."keywords")); insert into part_search_token (rowid, tokens) values (new.id, search_tokens('a', new."name", new."description", new."IPN") || ' ' || search_tokens('b', new."revision") || ' ' || search_tokens('c', new."keywords")); end;
insert into "kysely_migration" ("name", "timestamp") values ('001-first-room', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('002-locations', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('003-parts-complete', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('004-many-parts', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('005-sessions', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('006-files', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('007-search', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('008-index-order', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('009-stock-search', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('010-sign-in-attempts', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('011-error-reports', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('012-importer', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('013-account-sessions', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('015-jobs', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('016-mail-addresses', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('017-templates', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('019-plugins', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('020-machines-and-news', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('021-social-accounts', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('022-events', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('023-webhooks', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('024-plugins-of-others', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('025-amounts', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration" ("name", "timestamp") values ('026-search-exactly', strftime('%Y-%m-%dT%H:%M:%fZ'));
insert into "kysely_migration_lock" ("id", "is_locked") values ('migration_lock', 0);
