// Made by `make generate` from openapi/; never edited.
export interface paths {
    "/api/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what server this is
         * @description The first thing to ask: is this an InvenTree server, and which version of the API does it speak? No credentials are needed, but wrong ones
         *     are refused. The fields from `system_health` to `django_admin` are null unless you are signed in with the staff flag.
         */
        get: operations["root_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/version/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the version in detail
         * @description Which software runs here and where to read more. You need the staff flag; a superuser without it is refused too. The version of the API
         *     alone stands in `GET /api/` for everyone.
         */
        get: operations["version_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/health/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the server is up
         * @description For monitors and load balancers. No credentials are needed, but wrong ones are refused.
         */
        get: operations["system_health_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/schema/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read this contract
         * @description The OpenAPI description of this server: YAML, or JSON with `?format=json` or `Accept: application/json`. No credentials are needed, but
         *     wrong ones are refused.
         */
        get: operations["schema_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description All accounts by pk, the inactive ones and the mail addresses included. Everyone who is signed in may read them. `search` looks in
         *     `username`, `first_name` and `last_name`.
         */
        get: operations["user_list"];
        put?: never;
        /**
         * Create a user
         * @description Creates an account that can act at once, but cannot sign in before a superuser has set a password for it with
         *     `PATCH /api/user/{id}/set-password/`; a `password` sent here is passed over. A profile and an owner are created along with it.
         *
         *     You need the staff flag and the role `admin` with `add`, or be a superuser. The key `is_superuser`, even as `false`, is refused
         *     (403) unless you are a superuser yourself.
         */
        post: operations["user_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a user
         * @description One account, as in the list.
         */
        get: operations["user_retrieve"];
        /**
         * Replace a user
         * @description Like PATCH, but `username`, `first_name`, `last_name` and `email` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["user_update"];
        post?: never;
        /**
         * Delete a user
         * @description Deletes the account with its profile, its tokens and its owner, and ends its sessions. To keep what the user did under this name, set
         *     `is_active` to false instead.
         */
        delete: operations["user_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes the fields that the body names. `group_ids` replaces all memberships, an empty list ends them. A user who is not active
         *     can no longer sign in, neither with a password nor with a token; both work again once the account is active.
         *
         *     You need the staff flag and the role `admin` with `change`, or be a superuser. To change your own names, use `/api/user/me/`.
         */
        patch: operations["user_partial_update"];
        trace?: never;
    };
    "/api/user/{id}/set-password/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the password of a user
         * @description Gives any user a new password. Only superusers may, for themselves too. The tokens of the user stay valid.
         *
         *     A password that is shorter than 8 characters, common, all digits or too close to the names or the address of the user is refused,
         *     unless `override_warning` is true.
         */
        put: operations["user_set_password_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set the password of a user
         * @description Like PUT; but without `password` nothing happens and the answer is 200 all the same.
         */
        patch: operations["user_set_password_partial_update"];
        trace?: never;
    };
    "/api/user/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own account
         * @description Who you are signed in as. A cheap way to try credentials: 401 says that they are wrong.
         */
        get: operations["user_me_retrieve"];
        /**
         * Replace the own names and address
         * @description Like PATCH, but all four fields must be sent.
         */
        put: operations["user_me_update"];
        post?: never;
        /**
         * Delete the own account
         * @description Deletes the account that you are signed in with, its profile, tokens and owner included. It cannot be undone.
         */
        delete: operations["user_me_destroy"];
        options?: never;
        head?: never;
        /**
         * Change the own names and address
         * @description Changes the fields that the body names. Flags and groups in the body are passed over: they are not yours to change. After a new
         *     `username` the old one no longer signs in, tokens stay valid. The answer has `roles` and `permissions` too.
         */
        patch: operations["user_me_partial_update"];
        trace?: never;
    };
    "/api/user/me/profile/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own profile
         * @description Your whole profile. Others see it without `language`, `theme` and `widgets`, as `profile` of the user.
         */
        get: operations["user_me_profile_retrieve"];
        /**
         * Change the own profile
         * @description The same as PATCH; nothing is required, and what the body does not name stays.
         */
        put: operations["user_me_profile_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own profile
         * @description Changes the fields that the body names. All but `active` and `type` may be null. As `primary_group` only a group that you are in
         *     is kept; any other existing one becomes null.
         */
        patch: operations["user_me_profile_partial_update"];
        trace?: never;
    };
    "/api/user/me/roles/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own roles
         * @description What you may do: once by role and once by kind of record. Roles come from your groups, and add up. A superuser has every role; the staff
         *     flag alone gives none.
         */
        get: operations["user_me_roles_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/me/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token
         * @description Answers a token to sign in with, in place of the slower Basic credentials. Ask with Basic or with another token. Under the same `name`
         *     you get the same token again, until it is revoked or expires; then a new one is made. A new token lives for 365 days.
         */
        get: operations["user_me_token_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/profile/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own profile (older address)
         * @description The same as `GET /api/user/me/profile/`.
         */
        get: operations["user_profile_retrieve"];
        /**
         * Change the own profile (older address)
         * @description The same as `PUT /api/user/me/profile/`.
         */
        put: operations["user_profile_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the own profile (older address)
         * @description The same as `PATCH /api/user/me/profile/`.
         */
        patch: operations["user_profile_partial_update"];
        trace?: never;
    };
    "/api/user/roles/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the own roles (older address)
         * @description The same as `GET /api/user/me/roles/`.
         */
        get: operations["user_roles_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a token
         * @description Answers a token to sign in with; the same as `GET /api/user/me/token/`, at the address that most clients know. Ask with Basic or with
         *     another token. Under the same `name` you get the same token again, until it is revoked or expires.
         */
        get: operations["user_token_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/tokens/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description Your own tokens, the revoked and expired ones too, in the order they were made. The tokens themselves are shown with stars in the
         *     middle. `search` looks in the name and in the token.
         */
        get: operations["user_tokens_list"];
        put?: never;
        /**
         * Create a token
         * @description Makes a new token, even if there is one of that name. This answer is the only one of this address that shows it in full: keep it. Only
         *     a superuser may make a token for another `user`.
         */
        post: operations["user_tokens_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/tokens/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a token
         * @description One of your tokens, with stars in the middle. The token of another user is answered as unknown (404).
         */
        get: operations["user_tokens_retrieve"];
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description From now on the token is refused, even for the rest of this conversation. It is not deleted: it stays in the list, as revoked, and cannot
         *     be used again.
         */
        delete: operations["user_tokens_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/group/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description All groups, each with its eleven rulesets unless `role_detail=false`. `search` looks in the name.
         */
        get: operations["user_group_list"];
        put?: never;
        /**
         * Create a group
         * @description Creates a group that has no members and permits nothing yet, with its eleven rulesets and its owner. Permit something by changing the
         *     rulesets that the answer names, and add members with the `group_ids` of the users. You need the staff flag.
         */
        post: operations["user_group_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/group/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a group
         * @description One group, with as much as the three options ask for.
         */
        get: operations["user_group_retrieve"];
        /**
         * Rename a group
         * @description Like PATCH, but `name` must be sent.
         */
        put: operations["user_group_update"];
        post?: never;
        /**
         * Delete a group
         * @description Deletes the group with its rulesets and its owner. Its members stay, but lose what only this group permitted them.
         */
        delete: operations["user_group_destroy"];
        options?: never;
        head?: never;
        /**
         * Rename a group
         * @description Only the name can be changed here; `roles`, `permissions` and `users` in the body are passed over. Rulesets that were deleted are made
         *     again, permitting nothing. The answer has all details.
         */
        patch: operations["user_group_partial_update"];
        trace?: never;
    };
    "/api/user/ruleset/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List rulesets
         * @description The rulesets of all groups by pk. `search` looks in the name of the role.
         */
        get: operations["user_ruleset_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/ruleset/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a ruleset
         * @description What one group permits in one role.
         */
        get: operations["user_ruleset_retrieve"];
        /**
         * Change a ruleset
         * @description The same as PATCH; nothing is required, and what the body does not name stays.
         */
        put: operations["user_ruleset_update"];
        post?: never;
        /**
         * Delete a ruleset
         * @description Takes the role from the group. The next change of the group makes the ruleset again, with a new pk and permitting nothing. To take a
         *     role away it is simpler to set all four fields to false.
         */
        delete: operations["user_ruleset_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a ruleset
         * @description Changes what the group permits, at once and for all members. One permission brings others: who may add or delete may also change, and
         *     who may do any of these may view. So `can_view: false` has no effect while another one is true. You need the staff flag.
         */
        patch: operations["user_ruleset_partial_update"];
        trace?: never;
    };
    "/api/user/owner/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List owners
         * @description Everyone who can be named as `responsible` or `owner` of a record, by pk. Every user and every group has exactly one owner, made and deleted
         *     along with it. The words of `search` are looked for in the shown name.
         */
        get: operations["user_owner_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/user/owner/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an owner
         * @description Which user or group an owner stands for.
         */
        get: operations["user_owner_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List parts
         * @description All parts by name, inactive ones included. The filters narrow the list; all of them must hold. A filter that does not exist is passed over,
         *     and so is a flag that is neither `true`, `false`, `1` nor `0`. `search` looks at name, description, IPN, revision, keywords, tags and the name of
         *     the category, at the manufacturers' numbers and at the suppliers'.
         *
         *     Large answers take time: ask for a page with `limit`, and switch off what you do not need with `pricing=false`.
         */
        get: operations["part_list"];
        /**
         * Change many parts alike
         * @description Applies the same change to all parts named in `items`, or to every part with `?all=true`; filters of the list do not narrow it. Acts as PATCH
         *     does: what the body does not name stays. One part that does not fit refuses the whole change.
         */
        put: operations["part_bulk_update"];
        /**
         * Create a part
         * @description Creates a part; a name is enough. The flags that the body leaves out come from the settings, and the parameters that the category prescribes
         *     are added unless `copy_category_parameters` is false. Along with the part, its first stock and its first supplier can be entered, and things
         *     can be copied from another part. If any of this is refused, nothing is created.
         *
         *     In the answer all quantities are null; read the part again to get them. Unknown and read-only fields in the body are passed over.
         */
        post: operations["part_create"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change many parts alike
         * @description Applies the same change to all parts named in `items`, or to every part with `?all=true`; filters of the list do not narrow it. Acts as PATCH
         *     does: what the body does not name stays. One part that does not fit refuses the whole change.
         */
        patch: operations["part_bulk_partial_update"];
        trace?: never;
    };
    "/api/part/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a part
         * @description One part with its notes and quantities. The category, its path, the default location, parameters, sale prices and tags are added on demand.
         */
        get: operations["part_retrieve"];
        /**
         * Replace a part
         * @description Like PATCH, but `name` must be sent. `IPN`, `revision`, `minimum_stock` and `maximum_stock` go back to empty or 0 if the body leaves them out;
         *     all other fields keep their value.
         */
        put: operations["part_update"];
        post?: never;
        /**
         * Delete a part
         * @description Deletes the part and all that belongs to it: stock, supplier and manufacturer parts, build orders, lines of bills of materials, tests, prices,
         *     parameters and attachments. Order lines and revisions stay and point to no part; variants move up to its template.
         *
         *     Refused while the part is locked, while it is active, and while an assembly uses it (unless the setting `PART_ALLOW_DELETE_FROM_ASSEMBLY`
         *     permits that). Set `active` to false first.
         */
        delete: operations["part_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a part
         * @description Changes the fields that the body names. A locked part can be changed as well. `starred` subscribes you to the part, or ends the subscription.
         *     To upload a picture, send `image` as a file in a multipart body.
         */
        patch: operations["part_partial_update"];
        trace?: never;
    };
    "/api/part/category/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List part categories
         * @description All categories in the order of the tree: every category is followed by those below it, siblings by name. Narrow the list with `parent`,
         *     `depth` and `cascade`, or look for words in name, description and path with `search`.
         */
        get: operations["part_category_list"];
        /**
         * Change many part categories alike
         * @description Applies the same change to all categories named in `items`, or to every category with `?all=true`. One invalid category refuses the
         *     whole change. Acts as PATCH does: what the body does not name stays.
         */
        put: operations["part_category_bulk_update"];
        /**
         * Create a part category
         * @description Creates a category, at the top or below `parent`. Siblings need different names. In the answer the counters are null; read the category
         *     again to get them.
         */
        post: operations["part_category_create"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change many part categories alike
         * @description Applies the same change to all categories named in `items`, or to every category with `?all=true`. One invalid category refuses the
         *     whole change. Acts as PATCH does: what the body does not name stays.
         */
        patch: operations["part_category_bulk_partial_update"];
        trace?: never;
    };
    "/api/part/category/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a part category
         * @description One category with its counters. `part_count` and `subcategories` count everything below it too.
         */
        get: operations["part_category_retrieve"];
        /**
         * Replace a part category
         * @description Like PATCH, but `name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["part_category_update"];
        post?: never;
        /**
         * Delete a part category
         * @description The body says what becomes of the content. Child categories and parts that are not deleted move up to the parent of the deleted category,
         *     or to the top. Parts are deleted here even if they are active, locked or used in a bill of materials.
         */
        delete: operations["part_category_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a part category
         * @description Changes the fields that the body names. A new name or parent rewrites the paths of everything below. `starred` subscribes you to the
         *     category, or ends the subscription; the answer still shows the state before.
         */
        patch: operations["part_category_partial_update"];
        trace?: never;
    };
    "/api/part/category/tree/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the category tree
         * @description Light entries to draw the tree with, sorted by level, then name. A `search` also brings the ancestors of each hit, so that the way from
         *     the top stays visible.
         */
        get: operations["part_category_tree_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stock items
         * @description All stock items by name of the part, quantity and location. The filters narrow the list; all of them must hold. `search` looks for words in
         *     serial number, batch and tags, in the location's name, in name, IPN and description of the part, and in the numbers and names of supplier
         *     and manufacturer.
         */
        get: operations["stock_list"];
        /**
         * Change many stock items alike
         * @description Applies the same change to all items named in `items`, or to every item with `?all=true`. One item that does not fit refuses the whole
         *     change. Acts as PATCH does: what the body does not name stays.
         */
        put: operations["stock_bulk_update"];
        /**
         * Create stock items
         * @description Creates one stock item or, with `serial_numbers`, one for each serial number. The answer is always an **array**. A location that is left out
         *     is the default location of the part; an expiry date that is left out follows from the part; the batch code follows from the setting
         *     `STOCK_BATCH_CODE_TEMPLATE`.
         *
         *     Where the supplier part comes in packs, `use_pack_size` must say whether quantity and price are meant per pack. For a single item the
         *     answer has no counters (null); read the item again to get them.
         */
        post: operations["stock_create"];
        /**
         * Delete many stock items
         * @description Deletes all items named in `items`, or every one with `?all=true`, each as a single deletion does. One refusal keeps all of them.
         */
        delete: operations["stock_bulk_destroy"];
        options?: never;
        head?: never;
        /**
         * Change many stock items alike
         * @description Applies the same change to all items named in `items`, or to every item with `?all=true`. One item that does not fit refuses the whole
         *     change. Acts as PATCH does: what the body does not name stays.
         */
        patch: operations["stock_bulk_partial_update"];
        trace?: never;
    };
    "/api/stock/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a stock item
         * @description One stock item with its notes and counters. The part is shown unless it is switched off.
         */
        get: operations["stock_retrieve"];
        /**
         * Replace a stock item
         * @description Like PATCH, but `part` and `quantity` must be sent. An item whose `serial` is left out loses its serial number, and
         *     `purchase_price_currency` goes back to the default currency; all other fields keep their value.
         */
        put: operations["stock_update"];
        post?: never;
        /**
         * Delete a stock item
         * @description Deletes the item and everything that is installed in it, with test results and allocations. Items that were split from it belong to the item
         *     that it was split from; its tracking stays with the part. Refused for an item with a serial number while the setting
         *     `STOCK_ALLOW_DELETE_SERIALIZED` is off.
         */
        delete: operations["stock_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a stock item
         * @description Changes the fields that the body names. Only a change of the state leaves a trace in the tracking of the item; to count, add, remove or
         *     move stock with a trace, there are addresses of their own. A quantity of 0 does not delete the item.
         */
        patch: operations["stock_partial_update"];
        trace?: never;
    };
    "/api/stock/{id}/serial-numbers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the neighbours of a serial number
         * @description The stock items with the serial numbers before and after that of an item, among the part and all parts that descend from the same template.
         *     Their counters are null.
         */
        get: operations["stock_serial_numbers_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/location/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stock locations
         * @description All locations in the order of the tree: every location is followed by those below it, siblings by name. Narrow the list with `parent`,
         *     `depth` and `cascade`, or look for words in name, description, path and tags with `search`.
         */
        get: operations["stock_location_list"];
        /**
         * Change many stock locations alike
         * @description Applies the same change to all locations named in `items`, or to every location with `?all=true`. One refusal undoes the whole change.
         *     Acts as PATCH does: what the body does not name stays.
         */
        put: operations["stock_location_bulk_update"];
        /**
         * Create a stock location
         * @description Creates a location, at the top or in `parent`. Locations in the same place need different names. The answer has no counters; read the
         *     location again to get them.
         */
        post: operations["stock_location_create"];
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change many stock locations alike
         * @description Applies the same change to all locations named in `items`, or to every location with `?all=true`. One refusal undoes the whole change.
         *     Acts as PATCH does: what the body does not name stays.
         */
        patch: operations["stock_location_bulk_partial_update"];
        trace?: never;
    };
    "/api/stock/location/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a stock location
         * @description One location with its counters. `items` and `sublocations` count everything below it too.
         */
        get: operations["stock_location_retrieve"];
        /**
         * Replace a stock location
         * @description Like PATCH, but `name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["stock_location_update"];
        post?: never;
        /**
         * Delete a stock location
         * @description The body says what becomes of the content. Locations and stock items that are not deleted move up to where the deleted location was, stock
         *     from the top to no location at all. Parts and categories that had it as their default location have none afterwards.
         */
        delete: operations["stock_location_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a stock location
         * @description Changes the fields that the body names. A new name or parent rewrites the paths of everything below; a location cannot be put into itself
         *     or into something below it.
         */
        patch: operations["stock_location_partial_update"];
        trace?: never;
    };
    "/api/stock/location/tree/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tree of stock locations
         * @description Light entries to draw the tree with, sorted by level, then name. A `search` also brings whatever lies above each hit, so that the way from
         *     the top stays visible.
         */
        get: operations["stock_location_tree_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/location-type/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List types of stock locations
         * @description All types, those with most locations first. `search` looks in the name.
         */
        get: operations["stock_location_type_list"];
        put?: never;
        /**
         * Create a type of stock location
         * @description Creates a type. Two types may have the same name. In the answer the counter is null.
         */
        post: operations["stock_location_type_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/location-type/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a type of stock location
         * @description One type, with the number of locations that have it.
         */
        get: operations["stock_location_type_retrieve"];
        /**
         * Replace a type of stock location
         * @description Like PATCH, but `name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["stock_location_type_update"];
        post?: never;
        /**
         * Delete a type of stock location
         * @description Deletes the type. Its locations stay, without a type.
         */
        delete: operations["stock_location_type_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a type of stock location
         * @description Changes the fields that the body names. Locations of the type show its new icon at once, unless they have one of their own.
         */
        patch: operations["stock_location_type_partial_update"];
        trace?: never;
    };
    "/api/company/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List companies
         * @description All companies by name, inactive ones included. `search` looks for words in name, description, website and tax number.
         */
        get: operations["company_list"];
        put?: never;
        /**
         * Create a company
         * @description Creates a company; a name is enough, and it is a supplier unless you say otherwise. No two companies may share both name and e-mail
         *     address. The answer has no counters; read the company again to get them.
         */
        post: operations["company_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a company
         * @description One company, with the number of parts that it sells and makes.
         */
        get: operations["company_retrieve"];
        /**
         * Replace a company
         * @description Like PATCH, but `name` and `currency` must be sent, and `email` becomes empty if the body leaves it out. All other fields keep their value.
         */
        put: operations["company_update"];
        post?: never;
        /**
         * Delete a company
         * @description Deletes the company with its contacts, addresses, supplier parts, manufacturer parts and their prices. Orders stay without a partner, and
         *     stock that it has as a customer stays without one. Nothing keeps a company from being deleted.
         */
        delete: operations["company_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a company
         * @description Changes the fields that the body names.
         */
        patch: operations["company_partial_update"];
        trace?: never;
    };
    "/api/company/part/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List supplier parts
         * @description All supplier parts by pk. `search` looks for words in SKU, description and tags, in the names of supplier and manufacturer, in the MPN, and
         *     in name, IPN, description and keywords of the part.
         */
        get: operations["company_part_list"];
        put?: never;
        /**
         * Create a supplier part
         * @description Enters the number under which a supplier sells a part. A part, its supplier and the number occur together only once. The first supplier part
         *     of a part is its first choice (`primary`).
         *
         *     In the answer `in_stock` is null; read the supplier part again to get it.
         */
        post: operations["company_part_create"];
        /**
         * Delete many supplier parts
         * @description Deletes all supplier parts named in `items`, or every one with `?all=true`, with their prices. Their stock stays.
         */
        delete: operations["company_part_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/part/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a supplier part
         * @description One supplier part, with what is in stock and on order of it.
         */
        get: operations["company_part_retrieve"];
        /**
         * Replace a supplier part
         * @description Like PATCH, but `part`, `supplier` and `SKU` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["company_part_update"];
        post?: never;
        /**
         * Delete a supplier part
         * @description Deletes the supplier part with its prices. Its stock stays, without a supplier part; so do lines of purchase orders.
         */
        delete: operations["company_part_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a supplier part
         * @description Changes the fields that the body names. `primary` set to true takes it from every other supplier part of the same part; the only one keeps it.
         *     Sending `available` also notes the time.
         */
        patch: operations["company_part_partial_update"];
        trace?: never;
    };
    "/api/company/part/manufacturer/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List manufacturer parts
         * @description All manufacturer parts by pk. `search` looks for words in MPN, description and tags, in the name of the manufacturer, and in name, IPN
         *     and description of the part.
         */
        get: operations["company_part_manufacturer_list"];
        put?: never;
        /**
         * Create a manufacturer part
         * @description Enters the number under which a manufacturer makes a part. A part, its manufacturer and the number occur together only once.
         */
        post: operations["company_part_manufacturer_create"];
        /**
         * Delete many manufacturer parts
         * @description Deletes all manufacturer parts named in `items`, or every one with `?all=true`, and the supplier parts that refer to them.
         */
        delete: operations["company_part_manufacturer_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/part/manufacturer/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a manufacturer part
         * @description One manufacturer part with its notes. Part and manufacturer are shown unless they are switched off.
         */
        get: operations["company_part_manufacturer_retrieve"];
        /**
         * Replace a manufacturer part
         * @description Like PATCH, but `part`, `manufacturer` and `MPN` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["company_part_manufacturer_update"];
        post?: never;
        /**
         * Delete a manufacturer part
         * @description Deletes the manufacturer part, and the supplier parts that refer to it with their prices.
         */
        delete: operations["company_part_manufacturer_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a manufacturer part
         * @description Changes the fields that the body names.
         */
        patch: operations["company_part_manufacturer_partial_update"];
        trace?: never;
    };
    "/api/company/price-break/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List supplier price breaks
         * @description All price breaks by quantity. `search` looks for words in the SKU and in the name of the supplier.
         */
        get: operations["company_price_break_list"];
        put?: never;
        /**
         * Create a supplier price break
         * @description Enters what one of a supplier part costs from a quantity on. Every quantity of a supplier part has one price.
         */
        post: operations["company_price_break_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/price-break/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a supplier price break
         * @description One price break of a supplier part.
         */
        get: operations["company_price_break_retrieve"];
        /**
         * Replace a supplier price break
         * @description Like PATCH, but `part` and `price` must be sent, and the currency goes back to the default one if the body leaves it out.
         */
        put: operations["company_price_break_update"];
        post?: never;
        /**
         * Delete a supplier price break
         * @description Deletes the price break.
         */
        delete: operations["company_price_break_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a supplier price break
         * @description Changes the fields that the body names.
         */
        patch: operations["company_price_break_partial_update"];
        trace?: never;
    };
    "/api/project-code/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List project codes
         * @description All project codes, each with who is responsible for it. `search` looks in code and description.
         */
        get: operations["project_code_list"];
        put?: never;
        /**
         * Create a project code
         * @description Creates a project code. You need the staff flag.
         */
        post: operations["project_code_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project-code/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a project code
         * @description One project code, with who is responsible for it.
         */
        get: operations["project_code_retrieve"];
        /**
         * Replace a project code
         * @description Like PATCH, but `code` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["project_code_update"];
        post?: never;
        /**
         * Delete a project code
         * @description Deletes the project code. What was charged to it stays, without a code.
         */
        delete: operations["project_code_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a project code
         * @description Changes the fields that the body names. You need the staff flag.
         */
        patch: operations["project_code_partial_update"];
        trace?: never;
    };
    "/api/settings/global/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the global settings
         * @description All settings of the server by pk, also those that were never changed: they show their default. The words of `search` are looked for in
         *     the key. Imported data may bring keys that the server does not know; they are listed with an empty name.
         */
        get: operations["settings_global_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/global/{key}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a global setting
         * @description One setting of the server, with all that a form needs to offer it. Everyone who is signed in may read it.
         */
        get: operations["settings_global_retrieve"];
        /**
         * Set a global setting
         * @description Like PATCH, but `value` must be sent.
         */
        put: operations["settings_global_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a global setting
         * @description Stores the value; it holds at once, for everyone. You need the staff flag. A switch takes any value: what does not look like yes is no. A
         *     number must be whole and in range. Settings with `confirm` need `manual_confirm: true` as well. Without a `value` nothing happens.
         */
        patch: operations["settings_global_partial_update"];
        trace?: never;
    };
    "/api/settings/user/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the own settings
         * @description All of your own settings by pk, also those that you never changed: they show their default. Nobody sees the settings of another user.
         *     The words of `search` are looked for in the key.
         */
        get: operations["settings_user_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/user/{key}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an own setting
         * @description One of your own settings, with all that a form needs to offer it.
         */
        get: operations["settings_user_retrieve"];
        /**
         * Set an own setting
         * @description Like PATCH, but `value` must be sent.
         */
        put: operations["settings_user_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an own setting
         * @description Stores the value for you alone. A switch takes any value: what does not look like yes is no. A number must be whole and in range. Without
         *     a `value` nothing happens.
         */
        patch: operations["settings_user_partial_update"];
        trace?: never;
    };
    "/api/metadata/{model}/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metadata of a record
         * @description The object that is kept with the record; empty at first. `change` on the kind of record is needed, for reading too: the operation checks
         *     it, because the kind stands in the path. Kinds that no role covers, such as project codes, are open to every signed-in user.
         */
        get: operations["metadata_pk_retrieve"];
        /**
         * Replace the metadata of a record
         * @description The new object takes the place of the old one as a whole. This is the only way to remove a key. `change` on the kind of record is needed.
         */
        put: operations["metadata_pk_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the metadata of a record
         * @description The keys that are sent are added or replaced, all others stay. Only the first level is merged: an object inside replaces what was there.
         *     Null is kept as a value and removes nothing. `change` on the kind of record is needed.
         */
        patch: operations["metadata_pk_partial_update"];
        trace?: never;
    };
    "/api/metadata/{model}/{lookup_field}/{lookup_value}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metadata of a record found by a field
         * @description The same as by primary key, but the record is named by another field that tells it from all others, as in
         *     `/api/metadata/part/IPN/CB-1/`. The field may also be `pk`. `change` on the kind of record is needed and checked by the operation, for
         *     reading too.
         */
        get: operations["metadata_retrieve"];
        /**
         * Replace the metadata of a record found by a field
         * @description Like the PUT by primary key. `change` on the kind of record is needed.
         */
        put: operations["metadata_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the metadata of a record found by a field
         * @description Like the PATCH by primary key. `change` on the kind of record is needed.
         */
        patch: operations["metadata_partial_update"];
        trace?: never;
    };
    "/api/part/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a part
         * @description Points to `/api/metadata/part/pk/{id}/`, for everyone and whether the part exists or not. What follows the `?` is dropped.
         */
        get: operations["part_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/category/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a part category
         * @description Points to `/api/metadata/partcategory/pk/{id}/`, for everyone and whether the category exists or not. What follows the `?` is dropped.
         */
        get: operations["part_category_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/location/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a stock location
         * @description Points to `/api/metadata/stocklocation/pk/{id}/`, for everyone and whether the location exists or not. What follows the `?` is dropped.
         */
        get: operations["stock_location_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/location-type/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a type of stock location
         * @description Points to `/api/metadata/stocklocationtype/pk/{id}/`, for everyone and whether the type exists or not. What follows the `?` is dropped.
         */
        get: operations["stock_location_type_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stock/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a stock item
         * @description Points to `/api/metadata/stockitem/pk/{id}/`, for everyone and whether the item exists or not. What follows the `?` is dropped.
         */
        get: operations["stock_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a company
         * @description Points to `/api/metadata/company/pk/{id}/`, for everyone and whether the company exists or not. What follows the `?` is dropped.
         */
        get: operations["company_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/part/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a supplier part
         * @description Points to `/api/metadata/supplierpart/pk/{id}/`, for everyone and whether the supplier part exists or not. What follows the `?` is dropped.
         */
        get: operations["company_part_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/part/manufacturer/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a manufacturer part
         * @description Points to `/api/metadata/manufacturerpart/pk/{id}/`, for everyone and whether the manufacturer part exists or not. What follows the `?` is dropped.
         */
        get: operations["company_part_manufacturer_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/project-code/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a project code
         * @description Points to `/api/metadata/projectcode/pk/{id}/`, for everyone and whether the project code exists or not. What follows the `?` is dropped.
         */
        get: operations["project_code_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A plugin that runs. */
        ActivePlugin: {
            /**
             * @description What it is called.
             * @example Barcode reader
             */
            name: string;
            /**
             * @description Its key.
             * @example barcode-reader
             */
            slug: string;
            /**
             * @description Its version.
             * @example 1.0.0
             */
            version: string | null;
        };
        /** @description What this server wants to look like. */
        Customize: {
            /**
             * @description The address of the logo.
             * @example /static/img/inventree.png
             */
            logo: string;
            /**
             * @description The address of the picture on the page to sign in.
             * @example /static/img/inventree_splash.jpg
             */
            splash: string;
            /**
             * @description What to say on the page to sign in.
             * @example null
             */
            login_message: string | null;
            /**
             * @description What to say at the top of every page.
             * @example null
             */
            navbar_message: string | null;
            /**
             * @description Whether clients shall not keep the look of their pages in the profile.
             * @example false
             */
            disable_theme_storage: boolean;
        };
        /** @description How people may sign up. */
        Settings: {
            /**
             * @description Whether they may sign up with an account from elsewhere.
             * @example false
             */
            sso_registration: boolean;
            /**
             * @description Whether they may sign up themselves.
             * @example false
             */
            registration_enabled: boolean;
            /**
             * @description Whether a forgotten password can be reset by mail.
             * @example true
             */
            password_forgotten_enabled: boolean;
        };
        /** @description What server this is. */
        InfoApi: {
            /**
             * @description The kind of server; clients look for this word.
             * @example InvenTree
             */
            server: string;
            /**
             * @description A number of this very server; null unless the setting `INVENTREE_ANNOUNCE_ID` is on.
             * @example null
             */
            id: string | null;
            /**
             * @description The version of the software.
             * @example 1.5.0
             */
            version: string;
            /**
             * @description The name of this server, from the setting `INVENTREE_INSTANCE`.
             * @example InvenTree
             */
            instance: string;
            /**
             * @description The version of the API. Clients ask for one that is high enough.
             * @example 534
             */
            apiVersion: number;
            /**
             * @description Whether work in the background is being done.
             * @example true
             */
            worker_running: boolean;
            /**
             * @description How many workers there are.
             * @example 1
             */
            worker_count: number;
            /**
             * @description How many tasks wait for a worker.
             * @example 0
             */
            worker_pending_tasks: number;
            /**
             * @description Whether plugins may run.
             * @example false
             */
            plugins_enabled: boolean;
            /**
             * @description Whether plugins cannot be installed over the API.
             * @example true
             */
            plugins_install_disabled: boolean;
            /**
             * @description The plugins that run. Empty if plugins are switched off.
             * @example []
             */
            active_plugins: components["schemas"]["ActivePlugin"][];
            /**
             * @description Whether the server can send mail.
             * @example false
             */
            email_configured: boolean;
            /**
             * @description Whether the server runs for development.
             * @example false
             */
            debug_mode: boolean;
            /**
             * @description Whether the server runs in a container.
             * @example false
             */
            docker_mode: boolean;
            /**
             * @description The language of the server unless a request asks for another.
             * @example en-us
             */
            default_locale: string;
            customize: components["schemas"]["Customize"];
            /**
             * @description Whether everything works. For staff.
             * @example null
             */
            system_health: boolean | null;
            /**
             * @description Which database is used. For staff.
             * @example null
             */
            database: string | null;
            /**
             * @description Which operating system the server runs on. For staff.
             * @example null
             */
            platform: string | null;
            /**
             * @description How the server was installed. For staff.
             * @example null
             */
            installer: string | null;
            /**
             * @description What the server was built for. For staff.
             * @example null
             */
            target: string | null;
            /**
             * @description Where the administration pages are. For staff.
             * @example null
             */
            django_admin: string | null;
            settings: components["schemas"]["Settings"];
        };
        /** @description A refusal in one sentence. */
        Detail: {
            /**
             * @description What is wrong, in one sentence.
             * @example You do not have permission to perform this action.
             */
            detail: string;
            /** @description The address that was asked for; only where no such address exists. */
            url?: string;
        };
        /** @description The versions of the parts of the software. */
        Version: {
            /**
             * @description The version of the server.
             * @example 1.5.0
             */
            server: string;
            /**
             * @description The version of the API.
             * @example 534
             */
            api: number;
            /**
             * @description The commit that was built.
             * @example null
             */
            commit_hash: string | null;
            /**
             * @description The day of that commit.
             * @example null
             */
            commit_date: string | null;
            /**
             * @description The branch of that commit.
             * @example null
             */
            commit_branch: string | null;
            /**
             * @description The version of Python, where clients expect one.
             * @example 3.11.7
             */
            python: string;
            /**
             * @description The version of Django, where clients expect one.
             * @example 5.2.16
             */
            django: string;
        };
        /** @description Where to read more. */
        Link: {
            /**
             * Format: uri
             * @description The manual.
             * @example https://docs.example.org
             */
            doc: string;
            /**
             * Format: uri
             * @description The source code.
             * @example https://code.example.org
             */
            code: string;
            /**
             * Format: uri
             * @description The app for phones.
             * @example https://docs.example.org/app/
             */
            app: string;
            /**
             * Format: uri
             * @description Where to report faults.
             * @example https://code.example.org/issues
             */
            bug: string;
        };
        /** @description Which software runs here. */
        VersionView: {
            /**
             * @description Whether it is a version still being developed.
             * @example false
             */
            dev: boolean;
            /**
             * @description Whether no newer version is known.
             * @example true
             */
            up_to_date: boolean;
            version: components["schemas"]["Version"];
            links: components["schemas"]["Link"];
        };
        /**
         * @description What is wrong with a request, by field. The messages of a field are a list; errors that belong to no single field stand under
         *     `non_field_errors`. Errors inside a nested object are nested the same way. A few addresses that act on many records answer a plain
         *     sentence in place of a list, and a body that cannot be read at all is answered by a single `detail`.
         * @example {
         *       "name": [
         *         "This field is required."
         *       ]
         *     }
         */
        ValidationError: {
            [key: string]: unknown;
        };
        /** @description Whether the server is up. */
        HealthCheckStatus: {
            /**
             * @description `ok`, or `loading` while it starts.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "loading";
        };
        /** @description The contract as JSON, an OpenAPI 3.1 document. */
        OpenApiDocument: {
            /**
             * @description The version of OpenAPI.
             * @example 3.1.0
             */
            openapi: string;
            /** @description What this contract is about. */
            info: {
                [key: string]: unknown;
            };
            /** @description The addresses and what can be done there. */
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description A group by its name. `/api/user/group/` tells more about it. */
        UserGroup: {
            /**
             * @description The primary key of the group.
             * @example 4
             */
            pk: number;
            /**
             * @description The name of the group.
             * @example Storekeepers
             */
            name: string;
        };
        /** @description The part of a profile that everyone sees with the user. */
        BriefUserProfile: {
            /**
             * Display Name
             * @description How the user likes to be called.
             * @example Mara
             */
            displayname: string | null;
            /**
             * Position
             * @description What the user's job is.
             * @example Technician
             */
            position: string | null;
            /**
             * Status
             * @description What the user is busy with at the moment.
             * @example At the reflow oven
             */
            status: string | null;
            /**
             * Location
             * @description Where the user is to be found.
             * @example Bench 4
             */
            location: string | null;
            /**
             * Active
             * @description Whether the user is around. Says nothing about signing in; that is `is_active` of the user. True for new users.
             * @example true
             */
            active: boolean;
            /**
             * Contact
             * @description How to reach the user best.
             * @example ext. 12
             */
            contact: string | null;
            /**
             * User Type
             * @description What kind of user this is; `internal` for new ones.
             * @example internal
             * @enum {string}
             */
            type: "bot" | "internal" | "external" | "guest";
            /**
             * Organisation
             * @description The organisation that the user belongs to.
             * @example Workshop
             */
            organisation: string | null;
            /**
             * Primary Group
             * @description The main one of the groups that the user is in. Another group is turned into null without an error, and it becomes null when the
             *     membership ends.
             * @example null
             */
            primary_group: number | null;
        };
        /** @description A user with groups, flags and profile. */
        ExtendedUser: {
            /**
             * @description The primary key.
             * @example 2
             */
            pk: number;
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email: string;
            /**
             * Staff
             * @description Whether the user manages the server. Without a role this alone permits neither seeing nor changing parts, stock and orders.
             * @example false
             */
            is_staff: boolean;
            /**
             * Superuser
             * @description Whether the user has every role. Only superusers may write it.
             * @example false
             */
            is_superuser: boolean;
            /**
             * Active
             * @description Whether the user may sign in. New users may, unless the request says otherwise.
             * @example true
             */
            is_active: boolean;
            /** @description The groups that the user is in. */
            groups: components["schemas"]["UserGroup"][];
            profile: components["schemas"]["BriefUserProfile"];
        };
        /** @description One page of users. */
        PaginatedExtendedUserList: {
            /**
             * @description How many users match in all.
             * @example 12
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The users of this page. */
            results: components["schemas"]["ExtendedUser"][];
        };
        /** @description The users as a bare array, all that match. */
        ExtendedUserArray: components["schemas"]["ExtendedUser"][];
        /** @description The users as one page (with `limit`) or as a bare array (without). */
        ExtendedUserListAnswer: components["schemas"]["PaginatedExtendedUserList"] | components["schemas"]["ExtendedUserArray"];
        /** @description A user to create or to replace. */
        ExtendedUserRequest: {
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email: string;
            /**
             * Staff
             * @description Whether the user manages the server. Without a role this alone permits neither seeing nor changing parts, stock and orders.
             * @example false
             */
            is_staff?: boolean;
            /**
             * Superuser
             * @description Whether the user has every role. Only superusers may write it.
             * @example false
             */
            is_superuser?: boolean;
            /**
             * Active
             * @description Whether the user may sign in. New users may, unless the request says otherwise.
             * @example true
             */
            is_active?: boolean;
            /**
             * Groups
             * @description The primary keys of all groups that the user shall be in. Only written; `groups` tells them in answers.
             * @example [
             *       1,
             *       4
             *     ]
             */
            group_ids?: number[];
        };
        /** @description The fields of a user that can be written; all of them optional. */
        PatchedExtendedUserRequest: {
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username?: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name?: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name?: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email?: string;
            /**
             * Staff
             * @description Whether the user manages the server. Without a role this alone permits neither seeing nor changing parts, stock and orders.
             * @example false
             */
            is_staff?: boolean;
            /**
             * Superuser
             * @description Whether the user has every role. Only superusers may write it.
             * @example false
             */
            is_superuser?: boolean;
            /**
             * Active
             * @description Whether the user may sign in. New users may, unless the request says otherwise.
             * @example true
             */
            is_active?: boolean;
            /**
             * Groups
             * @description The primary keys of all groups that the user shall be in. Only written; `groups` tells them in answers.
             * @example [
             *       1,
             *       4
             *     ]
             */
            group_ids?: number[];
        };
        /** @description A new password. */
        UserSetPasswordRequest: {
            /**
             * Password
             * @description The new password, taken as it is.
             * @example Lead-free-60-40
             */
            password: string;
            /**
             * Override warning
             * @description Take the password even if it is weak. Counts as false if it is not sent.
             * @example false
             */
            override_warning?: boolean;
        };
        /** @description An empty object; passwords are never told. */
        UserSetPassword: Record<string, never>;
        /** @description A new password; without one nothing is changed. */
        PatchedUserSetPasswordRequest: {
            /**
             * Password
             * @description The new password, taken as it is.
             * @example Lead-free-60-40
             */
            password?: string;
            /**
             * Override warning
             * @description Take the password even if it is weak. Counts as false if it is not sent.
             * @example false
             */
            override_warning?: boolean;
        };
        /** @description The whole profile, as its user sees it. */
        UserProfile: {
            /**
             * Language
             * @description The language that clients shall use for this user.
             * @example de
             */
            language: string | null;
            /**
             * Theme
             * @description Any JSON, null included. Clients keep the look of their pages here.
             * @example {
             *       "primary": "teal"
             *     }
             */
            theme: unknown;
            /**
             * Widgets
             * @description Any JSON, null included. Clients keep the layout of their start page here.
             * @example null
             */
            widgets: unknown;
            /**
             * Display Name
             * @description How the user likes to be called.
             * @example Mara
             */
            displayname: string | null;
            /**
             * Position
             * @description What the user's job is.
             * @example Technician
             */
            position: string | null;
            /**
             * Status
             * @description What the user is busy with at the moment.
             * @example At the reflow oven
             */
            status: string | null;
            /**
             * Location
             * @description Where the user is to be found.
             * @example Bench 4
             */
            location: string | null;
            /**
             * Active
             * @description Whether the user is around. Says nothing about signing in; that is `is_active` of the user. True for new users.
             * @example true
             */
            active: boolean;
            /**
             * Contact
             * @description How to reach the user best.
             * @example ext. 12
             */
            contact: string | null;
            /**
             * User Type
             * @description What kind of user this is; `internal` for new ones.
             * @example internal
             * @enum {string}
             */
            type: "bot" | "internal" | "external" | "guest";
            /**
             * Organisation
             * @description The organisation that the user belongs to.
             * @example Workshop
             */
            organisation: string | null;
            /**
             * Primary Group
             * @description The main one of the groups that the user is in. Another group is turned into null without an error, and it becomes null when the
             *     membership ends.
             * @example null
             */
            primary_group: number | null;
        };
        /**
         * @description One thing that a role may permit.
         * @enum {string}
         */
        RoleVerb: "view" | "add" | "change" | "delete";
        /**
         * @description For each of the eleven roles what it permits the user, in the order view, add, change, delete; null where nothing. In `MeUser` present
         *     with `roles=true` and in answers to writes.
         */
        RoleVerbs: {
            /**
             * @description Users, groups, report and label templates, plugins and machines.
             * @example null
             */
            admin: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Part categories.
             * @example null
             */
            part_category: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Parts with their prices, tests, relations and suppliers.
             * @example [
             *       "view",
             *       "change"
             *     ]
             */
            part: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Bills of material: the lines and their substitutes.
             * @example null
             */
            bom: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Stock locations and their types.
             * @example null
             */
            stock_location: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Stock items, their tests and their history.
             * @example [
             *       "view"
             *     ]
             */
            stock: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Build orders. Permits the same on parts, categories, bills of material, stock and locations.
             * @example null
             */
            build: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Purchase orders, companies and supplier parts.
             * @example null
             */
            purchase_order: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Sales orders, their shipments, and companies.
             * @example null
             */
            sales_order: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Return orders and companies.
             * @example null
             */
            return_order: components["schemas"]["RoleVerb"][] | null;
            /**
             * @description Transfer orders.
             * @example null
             */
            transfer_order: components["schemas"]["RoleVerb"][] | null;
        };
        /**
         * @description What is permitted by kind of record: the name of the model in small letters, and the verbs in the order of the alphabet. Models with
         *     nothing permitted are left out. In `MeUser` present with `roles=true`, in `Group` with `permission_detail=true`, and in both in answers to
         *     writes.
         * @example {
         *       "part": [
         *         "change",
         *         "view"
         *       ],
         *       "stockitem": [
         *         "view"
         *       ]
         *     }
         */
        ModelPermissions: {
            [key: string]: string[];
        };
        /** @description The account that is signed in. */
        MeUser: {
            /**
             * @description The primary key.
             * @example 2
             */
            pk: number;
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email: string;
            /**
             * Staff
             * @description Whether the user manages the server. Without a role this alone permits neither seeing nor changing parts, stock and orders.
             * @example false
             */
            is_staff: boolean;
            /**
             * Superuser
             * @description Whether the user has every role. Only superusers may write it.
             * @example false
             */
            is_superuser: boolean;
            /**
             * Active
             * @description Whether the user may sign in. New users may, unless the request says otherwise.
             * @example true
             */
            is_active: boolean;
            /** @description The groups that the user is in. */
            groups: components["schemas"]["UserGroup"][];
            profile: components["schemas"]["UserProfile"];
            roles?: components["schemas"]["RoleVerbs"];
            permissions?: components["schemas"]["ModelPermissions"];
        };
        /** @description The own account, to be written as a whole. */
        MeUserRequest: {
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email: string;
        };
        /** @description The fields of the own account that its user may write; all of them optional. */
        PatchedMeUserRequest: {
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username?: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name?: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name?: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email?: string;
        };
        /** @description The fields of the own profile that shall change; all of them optional. */
        UserProfileRequest: {
            /**
             * Language
             * @description The language that clients shall use for this user.
             * @example de
             */
            language?: string | null;
            /**
             * Theme
             * @description Any JSON, null included. Clients keep the look of their pages here.
             * @example {
             *       "primary": "teal"
             *     }
             */
            theme?: unknown;
            /**
             * Widgets
             * @description Any JSON, null included. Clients keep the layout of their start page here.
             * @example null
             */
            widgets?: unknown;
            /**
             * Display Name
             * @description How the user likes to be called.
             * @example Mara
             */
            displayname?: string | null;
            /**
             * Position
             * @description What the user's job is.
             * @example Technician
             */
            position?: string | null;
            /**
             * Status
             * @description What the user is busy with at the moment.
             * @example At the reflow oven
             */
            status?: string | null;
            /**
             * Location
             * @description Where the user is to be found.
             * @example Bench 4
             */
            location?: string | null;
            /**
             * Active
             * @description Whether the user is around. Says nothing about signing in; that is `is_active` of the user. True for new users.
             * @example true
             */
            active?: boolean;
            /**
             * Contact
             * @description How to reach the user best.
             * @example ext. 12
             */
            contact?: string | null;
            /**
             * User Type
             * @description What kind of user this is; `internal` for new ones.
             * @example internal
             * @enum {string}
             */
            type?: "bot" | "internal" | "external" | "guest";
            /**
             * Organisation
             * @description The organisation that the user belongs to.
             * @example Workshop
             */
            organisation?: string | null;
            /**
             * Primary Group
             * @description The main one of the groups that the user is in. Another group is turned into null without an error, and it becomes null when the
             *     membership ends.
             * @example null
             */
            primary_group?: number | null;
        };
        /** @description What a user may do. */
        Role: {
            /**
             * @description The primary key of the user.
             * @example 3
             */
            user: number;
            /**
             * @description The name that the user signs in with.
             * @example greta
             */
            username: string;
            roles: components["schemas"]["RoleVerbs"];
            permissions: components["schemas"]["ModelPermissions"];
            /**
             * @description Whether the user has the staff flag.
             * @example false
             */
            is_staff: boolean;
            /**
             * @description Whether the user is a superuser.
             * @example false
             */
            is_superuser: boolean;
        };
        /** @description A token to sign in with. */
        GetAuthToken: {
            /**
             * @description The token in full.
             * @example inv-4605c0ffee00c0ffee00c0ffee00c0ffee00c731c-20260122
             */
            token: string;
            /**
             * @description The name that the token is kept under.
             * @example bench-scanner
             */
            name: string;
            /**
             * Format: date
             * @description The last day on which it is accepted.
             * @example 2027-01-22
             */
            expiry: string;
        };
        /** @description A user in short, as other records show it. */
        User: {
            /**
             * @description The primary key.
             * @example 2
             */
            pk: number;
            /**
             * Username
             * @description The name to sign in with, different from that of every other user. Letters, digits and `@ . + - _` are allowed.
             * @example mara
             */
            username: string;
            /**
             * First Name
             * @description The first name. May be empty.
             * @example Mara
             */
            first_name: string;
            /**
             * Last Name
             * @description The last name. May be empty.
             * @example Lind
             */
            last_name: string;
            /**
             * Email
             * @description The mail address, or empty.
             * @example mara@workshop.example
             */
            email: string;
        };
        /** @description An API token. Its key is `id`, not `pk`. */
        ApiToken: {
            /**
             * Token Name
             * @description What the token is for. May be empty, and need not differ from other names.
             * @example pick and place
             */
            name: string;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which the token is accepted; 365 days from today if it is not sent.
             * @example 2027-01-22
             */
            expiry: string;
            /**
             * Last Seen
             * Format: date
             * @description The last day on which the token was used; null if never. The server writes it itself.
             * @example null
             */
            last_seen: string | null;
            /**
             * Revoked
             * @description Whether the token has been revoked.
             * @example false
             */
            revoked: boolean;
            /**
             * User
             * @description Whose token it is; yours if it is not sent.
             * @example 2
             */
            user: number;
            /**
             * @description When the token was made.
             * @example 2026-01-22 08:30
             */
            created: string;
            /**
             * @description The primary key.
             * @example 4
             */
            id: number;
            /**
             * @description The token; in full in the answer to POST, otherwise with stars in the middle.
             * @example inv-d335*********************************b1e-20260122
             */
            token: string;
            /**
             * @description Whether it is accepted: neither revoked nor expired.
             * @example true
             */
            active: boolean;
            user_detail: components["schemas"]["User"];
            /**
             * @description Whether it is the very token that this request came with.
             * @example false
             */
            in_use: boolean;
        };
        /** @description One page of tokens. */
        PaginatedApiTokenList: {
            /**
             * @description How many tokens match in all.
             * @example 3
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The tokens of this page. */
            results: components["schemas"]["ApiToken"][];
        };
        /** @description The tokens as a bare array, all that match. */
        ApiTokenArray: components["schemas"]["ApiToken"][];
        /** @description The tokens as one page (with `limit`) or as a bare array (without). */
        ApiTokenListAnswer: components["schemas"]["PaginatedApiTokenList"] | components["schemas"]["ApiTokenArray"];
        /** @description A token to make; all fields are optional. */
        ApiTokenRequest: {
            /**
             * Token Name
             * @description What the token is for. May be empty, and need not differ from other names.
             * @example pick and place
             */
            name?: string;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which the token is accepted; 365 days from today if it is not sent.
             * @example 2027-01-22
             */
            expiry?: string;
            /**
             * Last Seen
             * Format: date
             * @description The last day on which the token was used; null if never. The server writes it itself.
             * @example null
             */
            last_seen?: string | null;
            /**
             * Revoked
             * @description Whether the token has been revoked.
             * @example false
             */
            revoked?: boolean;
            /**
             * User
             * @description Whose token it is; yours if it is not sent.
             * @example 2
             */
            user?: number;
        };
        /** @description What a group permits in one role. */
        RuleSet: {
            /**
             * @description The primary key.
             * @example 14
             */
            pk: number;
            /**
             * @description The role.
             * @example part
             * @enum {string}
             */
            name: "admin" | "part_category" | "part" | "bom" | "stock_location" | "stock" | "build" | "purchase_order" | "sales_order" | "return_order" | "transfer_order";
            /**
             * @description What people call the role.
             * @example Parts
             */
            label: string;
            /**
             * @description The group that the ruleset belongs to.
             * @example 4
             */
            group: number;
            /**
             * View
             * @description Whether the members may look at the records. True as soon as any other field is.
             * @example true
             */
            can_view: boolean;
            /**
             * Add
             * @description Whether they may create records.
             * @example false
             */
            can_add: boolean;
            /**
             * Change
             * @description Whether they may change records. True as soon as `can_add` or `can_delete` is.
             * @example false
             */
            can_change: boolean;
            /**
             * Delete
             * @description Whether they may delete records.
             * @example false
             */
            can_delete: boolean;
        };
        /** @description A group of users. What one group permits, all its members may do. */
        Group: {
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * Name
             * @description The name, different from that of every other group.
             * @example Storekeepers
             */
            name: string;
            /** @description The rulesets of the group, one for each role. Missing with `role_detail=false`. */
            roles?: components["schemas"]["RuleSet"][];
            permissions?: components["schemas"]["ModelPermissions"];
            /** @description The members. Present with `user_detail=true` and in answers to writes. */
            users?: components["schemas"]["User"][];
        };
        /** @description One page of groups. */
        PaginatedGroupList: {
            /**
             * @description How many groups match in all.
             * @example 4
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The groups of this page. */
            results: components["schemas"]["Group"][];
        };
        /** @description The groups as a bare array, all that match. */
        GroupArray: components["schemas"]["Group"][];
        /** @description The groups as one page (with `limit`) or as a bare array (without). */
        GroupListAnswer: components["schemas"]["PaginatedGroupList"] | components["schemas"]["GroupArray"];
        /** @description A group to create or to rename. */
        GroupRequest: {
            /**
             * Name
             * @description The name, different from that of every other group.
             * @example Storekeepers
             */
            name: string;
        };
        /** @description The only field of a group that can be written. */
        PatchedGroupRequest: {
            /**
             * Name
             * @description The name, different from that of every other group.
             * @example Storekeepers
             */
            name?: string;
        };
        /** @description One page of rulesets. */
        PaginatedRuleSetList: {
            /**
             * @description How many rulesets match in all.
             * @example 44
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The rulesets of this page. */
            results: components["schemas"]["RuleSet"][];
        };
        /** @description The rulesets as a bare array, all that match. */
        RuleSetArray: components["schemas"]["RuleSet"][];
        /** @description The rulesets as one page (with `limit`) or as a bare array (without). */
        RuleSetListAnswer: components["schemas"]["PaginatedRuleSetList"] | components["schemas"]["RuleSetArray"];
        /** @description What a group shall permit in a role; all fields are optional. */
        RuleSetRequest: {
            /**
             * View
             * @description Whether the members may look at the records. True as soon as any other field is.
             * @example true
             */
            can_view?: boolean;
            /**
             * Add
             * @description Whether they may create records.
             * @example false
             */
            can_add?: boolean;
            /**
             * Change
             * @description Whether they may change records. True as soon as `can_add` or `can_delete` is.
             * @example false
             */
            can_change?: boolean;
            /**
             * Delete
             * @description Whether they may delete records.
             * @example false
             */
            can_delete?: boolean;
        };
        /** @description A user or a group, as somebody who can be responsible for a record. */
        Owner: {
            /**
             * @description The primary key of the owner; not that of the user or group.
             * @example 6
             */
            pk: number;
            /**
             * @description The primary key of the user or group, whichever `owner_model` says.
             * @example 4
             */
            owner_id: number;
            /**
             * @description What the owner stands for.
             * @example group
             * @enum {string}
             */
            owner_model: "user" | "group";
            /**
             * @description The name of the group or of the user; the full name of the user if the setting `DISPLAY_FULL_NAMES` is on.
             * @example Storekeepers
             */
            name: string;
            /**
             * @description The same as `owner_model`.
             * @example group
             * @enum {string}
             */
            label: "user" | "group";
        };
        /** @description One page of owners. */
        PaginatedOwnerList: {
            /**
             * @description How many owners match in all.
             * @example 16
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The owners of this page. */
            results: components["schemas"]["Owner"][];
        };
        /** @description The owners as a bare array, all that match. */
        OwnerArray: components["schemas"]["Owner"][];
        /** @description The owners as one page (with `limit`) or as a bare array (without). */
        OwnerListAnswer: components["schemas"]["PaginatedOwnerList"] | components["schemas"]["OwnerArray"];
        /** @description One step on the way from the top of a tree to a node. */
        TreePath: {
            /**
             * @description The primary key of the node.
             * @example 1
             */
            pk: number;
            /**
             * @description The name of the node.
             * @example Electronics
             */
            name: string;
            /** @description The icon of the node; not sent for categories. */
            icon?: string | null;
        };
        /** @description What a kind of parameter is called, and which values it takes. */
        ParameterTemplate: {
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * @description The name, for example the property that is measured.
             * @example Resistance
             */
            name: string;
            /**
             * @description The physical unit of the values. Empty if they have none.
             * @example ohm
             */
            units: string;
            /**
             * @description What the parameter means. May be empty.
             * @example Nominal resistance at 20 °C
             */
            description: string;
            /**
             * @description The only kind of record that it is meant for; null if it is meant for all of them.
             * @example part.part
             * @enum {string|null}
             */
            model_type: "build.build" | "company.company" | "company.manufacturerpart" | "company.supplierpart" | "order.purchaseorder" | "order.returnorder" | "order.salesorder" | "order.salesordershipment" | "order.transferorder" | "part.part" | "part.partcategory" | "stock.stocklocation" | null;
            /**
             * @description Whether the value is either true or false.
             * @example false
             */
            checkbox: boolean;
            /**
             * @description The values to choose from, separated by commas. Empty if any value will do.
             * @example
             */
            choices: string;
            /**
             * @description The selection list that the values come from. It takes the place of `choices`.
             * @example null
             */
            selectionlist: number | null;
            /**
             * @description Whether the template is offered for new parameters; the server itself does not look at it.
             * @example true
             */
            enabled: boolean;
            /**
             * @description Whether a value may occur twice: 0 as often as you like, 1 once among records of the same kind, 2 once among all records.
             * @example 0
             * @enum {integer}
             */
            unique: 0 | 1 | 2;
        };
        /** @description One value of a record, for example the resistance of a resistor. */
        Parameter: {
            /**
             * @description The primary key.
             * @example 31
             */
            pk: number;
            /**
             * @description The template that gives the value its name, its unit and its choices.
             * @example 4
             */
            template: number;
            /**
             * @description The kind of record that carries the parameter.
             * @example part.part
             * @enum {string}
             */
            model_type: "build.build" | "company.company" | "company.manufacturerpart" | "company.supplierpart" | "order.purchaseorder" | "order.returnorder" | "order.salesorder" | "order.salesordershipment" | "order.transferorder" | "part.part" | "part.partcategory" | "stock.stocklocation";
            /**
             * @description The primary key of that record.
             * @example 41
             */
            model_id: number;
            /**
             * @description The value as text, just as it was entered; `True` or `False` for a checkbox. Empty only where a category prescribed an empty value.
             * @example 4.7 kohm
             */
            data: string;
            /**
             * Format: double
             * @description The value as a number in the unit of the template; null if it cannot be read as one.
             * @example 4700
             */
            data_numeric: number | null;
            /**
             * @description A remark on the value. May be empty.
             * @example measured
             */
            note: string;
            /**
             * @description When somebody last wrote the value, in the time zone of the server; null if nobody has since it was copied or imported.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /**
             * @description Who last wrote the value.
             * @example 1
             */
            updated_by: number | null;
            template_detail?: components["schemas"]["ParameterTemplate"];
            /** @description Who last wrote the value, in brief; null if nobody is recorded. */
            updated_by_detail?: components["schemas"]["User"] | null;
        };
        /** @description A part category, a node of the tree that parts are sorted into. */
        Category: {
            /**
             * Name
             * @description The name, different from that of every sibling.
             * @example Resistors
             */
            name: string;
            /**
             * Description
             * @description What belongs here. May be empty.
             * @example Fixed and variable resistors
             */
            description: string;
            /**
             * Default Location
             * @description Where parts of this category are kept, unless the part says otherwise.
             * @example null
             */
            default_location: number | null;
            /**
             * Default keywords
             * @description Keywords that a client may offer for new parts; the server only keeps them.
             * @example smd tht
             */
            default_keywords: string | null;
            /**
             * Parent
             * @description The category above; null puts this one at the top.
             * @example 1
             */
            parent: number | null;
            /**
             * Structural
             * @description A structural category holds categories only, no parts.
             * @example false
             */
            structural: boolean;
            /**
             * @description The icon of the category, or the default icon from the settings, or empty.
             * @example ti:package:outline
             */
            icon: string;
            /**
             * Starred
             * @description Whether you are subscribed to this category yourself. Written by PATCH and PUT of a single category.
             * @example false
             */
            starred: boolean;
            /**
             * @description The primary key.
             * @example 5
             */
            pk: number;
            /**
             * @description How deep the category lies; the top is 0.
             * @example 2
             */
            level: number;
            /**
             * @description How many parts the category and everything below it hold. Null in the answer to a POST.
             * @example 47
             */
            part_count: number | null;
            /**
             * @description How many categories lie below, on all levels. Null in the answer to a POST.
             * @example 0
             */
            subcategories: number | null;
            /**
             * @description The names from the top down, joined by `/`; shortened in the middle beyond 250 characters.
             * @example Electronics/Passives/Resistors
             */
            pathstring: string;
            /** @description The way from the top down. Present with `path_detail=true` and in answers to writes. */
            path?: components["schemas"]["TreePath"][];
            /**
             * @description The default location handed down by the parent, or by the nearest category above it that has one and is not at the top.
             * @example null
             */
            parent_default_location: number | null;
            /** @description The parameters of the category itself. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
        };
        /** @description A stock location in brief. */
        DefaultLocation: {
            /**
             * @description The primary key.
             * @example 12
             */
            pk: number;
            /**
             * @description The name.
             * @example Drawer 4
             */
            name: string;
            /**
             * @description The names from the top down, joined by `/`.
             * @example Workshop/Drawer 4
             */
            pathstring: string;
        };
        /** @description What one piece of a part costs a customer who takes a certain quantity or more. */
        PartSalePrice: {
            /**
             * @description The primary key.
             * @example 8
             */
            pk: number;
            /**
             * @description The part that is sold.
             * @example 41
             */
            part: number;
            /**
             * Format: double
             * @description From which quantity on the price holds.
             * @example 100
             */
            quantity: number;
            /**
             * Format: double
             * @description The price of one.
             * @example 0.12
             */
            price: number | null;
            /**
             * @description The currency of the price, in three letters.
             * @example USD
             */
            price_currency: string;
        };
        /**
         * @description A part: something that is bought, built, stored, used or sold. The quantities are worked out when it is read. In the answer to a POST they are
         *     null, and in the answer to another change they are those from before it.
         *
         *     Answers to writes bring all details. Those of a kind of record that you may not view are left out.
         */
        Part: {
            /**
             * @description The primary key.
             * @example 41
             */
            pk: number;
            /**
             * Name
             * @description The name. Together with IPN and revision it identifies the part, so that no two parts have all three in common.
             * @example Hex bolt M3x12
             */
            name: string;
            /**
             * Description
             * @description What the part is, in one line. May be empty.
             * @example Stainless steel A2, ISO 4017
             */
            description: string;
            /**
             * @description Internal part number. Empty if there is none; null only on imported parts.
             * @example BLT-0312
             */
            IPN: string | null;
            /**
             * Revision
             * @description The revision code. A part that is a revision of another one needs a code.
             * @example A
             */
            revision: string | null;
            /**
             * Revision Of
             * @description The part that this one is a revision of. Not the part itself and not a template; both must be variants of the same template, or of none.
             * @example null
             */
            revision_of: number | null;
            /**
             * @description How many parts are a direct revision of this one. Null in the answer to a POST.
             * @example 0
             */
            revision_count: number | null;
            /**
             * @description IPN, name and revision in one line, put together as the setting `PART_NAME_FORMAT` says.
             * @example BLT-0312 | Hex bolt M3x12 | A
             */
            full_name: string;
            /**
             * Variant Of
             * @description The template that this part is a variant of. Only a part with `is_template` is accepted, and none from below this one.
             * @example null
             */
            variant_of: number | null;
            /**
             * Category
             * @description The category that the part is sorted into. A structural category is refused.
             * @example 7
             */
            category: number | null;
            /**
             * @description The name of the category. Not sent for a part without one.
             * @example Fasteners
             */
            category_name?: string;
            /** @description The category, without its counters; null for a part without one. Present with `category_detail=true` and in answers to writes. */
            category_detail?: components["schemas"]["Category"] | null;
            /**
             * @description The way from the top down to the category, the category included; null for a part without one. Present with `path_detail=true` and in
             *     answers to writes.
             * @example [
             *       {
             *         "pk": 2,
             *         "name": "Mechanical"
             *       },
             *       {
             *         "pk": 7,
             *         "name": "Fasteners"
             *       }
             *     ]
             */
            category_path?: components["schemas"]["TreePath"][] | null;
            /**
             * @description The default location of the category, or of the nearest category above it that has one and is not at the top. Null in the answer to a
             *     POST.
             * @example null
             */
            category_default_location: number | null;
            /**
             * Keywords
             * @description Words to find the part by, beside its name and description.
             * @example screw fastener
             */
            keywords: string | null;
            /**
             * Link
             * @description A web address that tells more about the part, with http, https, ftp or ftps in front. May be empty.
             * @example https://example.com/iso-4017
             */
            link: string | null;
            /**
             * Units
             * @description The unit that stock of the part is counted in, for example `m` or `kg`. Must be a known physical unit; empty means pieces.
             * @example pcs
             */
            units: string | null;
            /**
             * @description The path of the picture on this server, to be read with the same credentials; null if there is none.
             * @example /media/part_images/bolt.png
             */
            image: string | null;
            /**
             * @description The path of a small form of the picture, or of a blank picture.
             * @example /media/part_images/bolt.thumbnail.png
             */
            thumbnail: string;
            /**
             * @description The fingerprint of the barcode that is linked to the part; empty if none is.
             * @example
             */
            barcode_hash: string;
            /**
             * Default Location
             * @description Where stock of the part is kept, unless somebody says otherwise.
             * @example 12
             */
            default_location: number | null;
            /** @description The default location; null if there is none. Present with `location_detail=true` and in answers to writes. */
            default_location_detail?: components["schemas"]["DefaultLocation"] | null;
            /**
             * Default Expiry
             * @description After how many days new stock of the part expires; 0 means never.
             * @example 0
             */
            default_expiry: number;
            /**
             * Minimum Stock
             * Format: double
             * @description Below this quantity the part is low on stock; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 100
             */
            minimum_stock: number;
            /**
             * Maximum Stock
             * Format: double
             * @description Above this quantity there is too much of it; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 5000
             */
            maximum_stock: number;
            /**
             * Active
             * @description Whether the part is still in use. True for a new part; must be false before the part can be deleted.
             * @example true
             */
            active: boolean;
            /**
             * Assembly
             * @description Whether it is built from other parts. A new part takes the setting `PART_ASSEMBLY`.
             * @example false
             */
            assembly: boolean;
            /**
             * Component
             * @description Whether it can go into an assembly. A new part takes the setting `PART_COMPONENT`.
             * @example true
             */
            component: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being counted, such as glue. False for a new part.
             * @example false
             */
            consumable: boolean;
            /**
             * Is Template
             * @description Whether other parts can be variants of it. A new part takes the setting `PART_TEMPLATE`.
             * @example false
             */
            is_template: boolean;
            /**
             * Locked
             * @description A locked part cannot be deleted, and neither its bill of materials nor its parameters change. Its own fields can still be edited.
             *     False for a new part.
             * @example false
             */
            locked: boolean;
            /**
             * Purchaseable
             * @description Whether it can be bought. A new part takes the setting `PART_PURCHASEABLE`.
             * @example true
             */
            purchaseable: boolean;
            /**
             * Salable
             * @description Whether it can be sold. A new part takes the setting `PART_SALABLE`.
             * @example false
             */
            salable: boolean;
            /**
             * Testable
             * @description Whether test results can be recorded for its stock. False for a new part.
             * @example false
             */
            testable: boolean;
            /**
             * Trackable
             * @description Whether every piece is followed by its serial number. Setting it also sets it on the assemblies that use the part. A new part takes the
             *     setting `PART_TRACKABLE`.
             * @example false
             */
            trackable: boolean;
            /**
             * Virtual
             * @description Whether it exists on paper only, like a licence or an hour of work, and has no stock. A new part takes `PART_VIRTUAL`.
             * @example false
             */
            virtual: boolean;
            /**
             * @description Whether you are subscribed to this very part. A subscription to its category or its template does not count. False wherever a part is
             *     embedded in something else.
             * @example false
             */
            starred: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. Not sent in lists.
             * @example Torque **1.2 Nm**.
             */
            notes?: string | null;
            /**
             * Format: date
             * @description The day on which the part was created.
             * @example 2026-03-02
             */
            creation_date: string | null;
            /**
             * Creation User
             * @description Who created the part. For a new part this is you, whatever the body says; it can be changed later.
             * @example 1
             */
            creation_user: number | null;
            /**
             * Responsible
             * @description The user or group that looks after the part, by the pk of its entry under `/api/user/owner/`.
             * @example 3
             */
            responsible: number | null;
            /**
             * Format: double
             * @description How much of exactly this part is in stock and usable; variants are not counted.
             * @example 730
             */
            in_stock: number | null;
            /**
             * Format: double
             * @description How much of all variants below this part is in stock.
             * @example 0
             */
            variant_stock: number | null;
            /**
             * Format: double
             * @description `in_stock` and `variant_stock` together.
             * @example 730
             */
            total_in_stock: number | null;
            /**
             * Format: double
             * @description How much of `in_stock` lies at a location that is marked as external.
             * @example 0
             */
            external_stock: number | null;
            /**
             * Format: double
             * @description `total_in_stock` less what is allocated to builds and sales orders; never below 0.
             * @example 610
             */
            unallocated_stock: number | null;
            /**
             * @description How many stock items there are, used up and rejected ones included.
             * @example 3
             */
            stock_item_count: number | null;
            /**
             * Format: double
             * @description How much of its stock is set aside for build orders that are not finished.
             * @example 120
             */
            allocated_to_build_orders: number | null;
            /**
             * Format: double
             * @description How much of its stock is set aside for open sales orders and not shipped yet.
             * @example 0
             */
            allocated_to_sales_orders: number | null;
            /**
             * @description How many the unfinished build orders still need; a fraction is cut off.
             * @example 160
             */
            required_for_build_orders: number | null;
            /**
             * @description How many the open sales orders still need; a fraction is cut off.
             * @example 0
             */
            required_for_sales_orders: number | null;
            /**
             * Format: double
             * @description How much is in production right now, as outputs of unfinished build orders.
             * @example 0
             */
            building: number | null;
            /**
             * Format: double
             * @description How much the unfinished build orders of this part have still to complete.
             * @example 0
             */
            scheduled_to_build: number | null;
            /**
             * Format: double
             * @description How much is on order from suppliers and has not arrived, in units of the part.
             * @example 500
             */
            ordering: number | null;
            /**
             * Format: double
             * @description The lowest price of one, from all known sources, in the default currency. Left out with `pricing=false`.
             * @example 0.031
             */
            pricing_min?: number | null;
            /**
             * Format: double
             * @description The highest price of one, from all known sources, in the default currency. Left out with `pricing=false`.
             * @example 0.09
             */
            pricing_max?: number | null;
            /**
             * @description When the two prices were last worked out, in the time zone of the server. Left out with `pricing=false`.
             * @example 2026-03-02 14:05
             */
            pricing_updated?: string | null;
            /** @description The sale prices by quantity. Present with `price_breaks=true` and in answers to writes. */
            price_breaks?: components["schemas"]["PartSalePrice"][];
            /** @description The parameters of the part. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
            /**
             * @description The tags of the part, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "stainless",
             *       "metric"
             *     ]
             */
            tags?: string[];
        };
        /** @description One page of parts. */
        PaginatedPartList: {
            /**
             * @description How many parts match in all.
             * @example 428
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The parts of this page. */
            results: components["schemas"]["Part"][];
        };
        /** @description The parts as a bare array, all that match. */
        PartArray: components["schemas"]["Part"][];
        /** @description The parts as one page (with `limit`) or as a bare array (without). */
        PartListAnswer: components["schemas"]["PaginatedPartList"] | components["schemas"]["PartArray"];
        /** @description The parts to change, and the fields to change in each of them. */
        BulkPartRequest: {
            /**
             * Name
             * @description The name. Together with IPN and revision it identifies the part, so that no two parts have all three in common.
             * @example Hex bolt M3x12
             */
            name?: string;
            /**
             * Description
             * @description What the part is, in one line. May be empty.
             * @example Stainless steel A2, ISO 4017
             */
            description?: string;
            /**
             * IPN
             * @description Internal part number, your own code for the part. Empty if there is none; null is refused. Blanks around it are cut off. Settings may
             *     forbid that two parts share one (`PART_ALLOW_DUPLICATE_IPN`), or ask for a pattern (`PART_IPN_REGEX`).
             * @example BLT-0312
             */
            IPN?: string;
            /**
             * Revision
             * @description The revision code. A part that is a revision of another one needs a code.
             * @example A
             */
            revision?: string | null;
            /**
             * Revision Of
             * @description The part that this one is a revision of. Not the part itself and not a template; both must be variants of the same template, or of none.
             * @example null
             */
            revision_of?: number | null;
            /**
             * Variant Of
             * @description The template that this part is a variant of. Only a part with `is_template` is accepted, and none from below this one.
             * @example null
             */
            variant_of?: number | null;
            /**
             * Category
             * @description The category that the part is sorted into. A structural category is refused.
             * @example 7
             */
            category?: number | null;
            /**
             * Keywords
             * @description Words to find the part by, beside its name and description.
             * @example screw fastener
             */
            keywords?: string | null;
            /**
             * Link
             * @description A web address that tells more about the part, with http, https, ftp or ftps in front. May be empty.
             * @example https://example.com/iso-4017
             */
            link?: string | null;
            /**
             * Units
             * @description The unit that stock of the part is counted in, for example `m` or `kg`. Must be a known physical unit; empty means pieces.
             * @example pcs
             */
            units?: string | null;
            /**
             * Default Location
             * @description Where stock of the part is kept, unless somebody says otherwise.
             * @example 12
             */
            default_location?: number | null;
            /**
             * Default Expiry
             * @description After how many days new stock of the part expires; 0 means never.
             * @example 0
             */
            default_expiry?: number;
            /**
             * Minimum Stock
             * Format: double
             * @description Below this quantity the part is low on stock; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 100
             */
            minimum_stock?: number;
            /**
             * Maximum Stock
             * Format: double
             * @description Above this quantity there is too much of it; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 5000
             */
            maximum_stock?: number;
            /**
             * Active
             * @description Whether the part is still in use. True for a new part; must be false before the part can be deleted.
             * @example true
             */
            active?: boolean;
            /**
             * Assembly
             * @description Whether it is built from other parts. A new part takes the setting `PART_ASSEMBLY`.
             * @example false
             */
            assembly?: boolean;
            /**
             * Component
             * @description Whether it can go into an assembly. A new part takes the setting `PART_COMPONENT`.
             * @example true
             */
            component?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being counted, such as glue. False for a new part.
             * @example false
             */
            consumable?: boolean;
            /**
             * Is Template
             * @description Whether other parts can be variants of it. A new part takes the setting `PART_TEMPLATE`.
             * @example false
             */
            is_template?: boolean;
            /**
             * Locked
             * @description A locked part cannot be deleted, and neither its bill of materials nor its parameters change. Its own fields can still be edited.
             *     False for a new part.
             * @example false
             */
            locked?: boolean;
            /**
             * Purchaseable
             * @description Whether it can be bought. A new part takes the setting `PART_PURCHASEABLE`.
             * @example true
             */
            purchaseable?: boolean;
            /**
             * Salable
             * @description Whether it can be sold. A new part takes the setting `PART_SALABLE`.
             * @example false
             */
            salable?: boolean;
            /**
             * Testable
             * @description Whether test results can be recorded for its stock. False for a new part.
             * @example false
             */
            testable?: boolean;
            /**
             * Trackable
             * @description Whether every piece is followed by its serial number. Setting it also sets it on the assemblies that use the part. A new part takes the
             *     setting `PART_TRACKABLE`.
             * @example false
             */
            trackable?: boolean;
            /**
             * Virtual
             * @description Whether it exists on paper only, like a licence or an hour of work, and has no stock. A new part takes `PART_VIRTUAL`.
             * @example false
             */
            virtual?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Torque **1.2 Nm**.
             */
            notes?: string | null;
            /**
             * Responsible
             * @description The user or group that looks after the part, by the pk of its entry under `/api/user/owner/`.
             * @example 3
             */
            responsible?: number | null;
            /**
             * Creation User
             * @description Who created the part. For a new part this is you, whatever the body says; it can be changed later.
             * @example 1
             */
            creation_user?: number | null;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Existing Image
             * @description The name of a picture that another part already has, to be used for this part as well. Directories in front of the name are
             *     passed over. The file must exist.
             * @example bolt.png
             */
            existing_image?: string;
            /**
             * Tags
             * @description The tags of the part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it
             *     is. In a form, send the list as JSON text.
             * @example [
             *       "stainless",
             *       "metric"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary keys of the parts to change. Unknown ones are passed over, as long as one is known.
             * @example [
             *       41,
             *       42
             *     ]
             */
            items?: number[];
        };
        /** @description What a change of many parts did. */
        BulkPartAnswer: {
            /**
             * @description A sentence that says so.
             * @example Updated multiple items
             */
            success: string;
            /** @description The changed parts with all their details, by pk. */
            items: components["schemas"]["Part"][];
        };
        /** @description What a new part takes over from another one. Its plain fields (name, category, flags and so on) are never copied; send them. */
        PartDuplicateOptions: {
            /**
             * Original Part
             * @description The part to copy from.
             * @example 41
             */
            original: number;
            /**
             * Copy Image
             * @description Use the picture of the original as well. False unless true is sent.
             * @example false
             */
            copy_image?: boolean;
            /**
             * Copy BOM
             * @description Copy the lines of its own bill of materials with their substitutes; inherited lines are left out. False unless true is sent.
             * @example true
             */
            copy_bom?: boolean;
            /**
             * Copy Notes
             * @description Take its notes, in place of those in the body. True unless false is sent.
             * @example true
             */
            copy_notes?: boolean;
            /**
             * Copy Tests
             * @description Copy its tests, if the new part is testable. False unless true is sent.
             * @example false
             */
            copy_tests?: boolean;
            /**
             * Copy Parameters
             * @description Copy its parameters, except those whose values must be unique. True unless false is sent.
             * @example true
             */
            copy_parameters?: boolean;
        };
        /** @description The first stock of a new part. */
        InitialStock: {
            /**
             * Initial Stock Quantity
             * Format: double
             * @description How many there are, with at most five decimal places; 0 creates nothing. A number in text is taken as well.
             * @example 250
             */
            quantity: number;
            /**
             * Initial Stock Location
             * @description Where they are. Left out or null means the default location of the part; that of the category does not count.
             * @example 12
             */
            location?: number | null;
        };
        /**
         * @description Where a new part comes from. A supplier part needs both `supplier` and `sku`, a manufacturer part both `manufacturer` and `mpn`; a half that
         *     is not complete is passed over.
         */
        InitialSupplier: {
            /**
             * Supplier
             * @description The company that sells the part. It must be marked as a supplier.
             * @example 2
             */
            supplier?: number | null;
            /**
             * SKU
             * @description The order number of the supplier; one that this supplier uses for any part already is refused.
             * @example HX-312-A2
             */
            sku?: string;
            /**
             * Manufacturer
             * @description The company that makes the part. It must be marked as a manufacturer.
             * @example null
             */
            manufacturer?: number | null;
            /**
             * MPN
             * @description The number that the manufacturer gave it; one that this manufacturer uses for any part already is refused.
             * @example
             */
            mpn?: string;
        };
        /** @description A part to create. Only `name` must be sent; the flags that are left out come from the settings. */
        PartRequest: {
            /**
             * Name
             * @description The name. Together with IPN and revision it identifies the part, so that no two parts have all three in common.
             * @example Hex bolt M3x12
             */
            name: string;
            /**
             * Description
             * @description What the part is, in one line. May be empty.
             * @example Stainless steel A2, ISO 4017
             */
            description?: string;
            /**
             * IPN
             * @description Internal part number, your own code for the part. Empty if there is none; null is refused. Blanks around it are cut off. Settings may
             *     forbid that two parts share one (`PART_ALLOW_DUPLICATE_IPN`), or ask for a pattern (`PART_IPN_REGEX`).
             * @example BLT-0312
             */
            IPN?: string;
            /**
             * Revision
             * @description The revision code. A part that is a revision of another one needs a code.
             * @example A
             */
            revision?: string | null;
            /**
             * Revision Of
             * @description The part that this one is a revision of. Not the part itself and not a template; both must be variants of the same template, or of none.
             * @example null
             */
            revision_of?: number | null;
            /**
             * Variant Of
             * @description The template that this part is a variant of. Only a part with `is_template` is accepted, and none from below this one.
             * @example null
             */
            variant_of?: number | null;
            /**
             * Category
             * @description The category that the part is sorted into. A structural category is refused.
             * @example 7
             */
            category?: number | null;
            /**
             * Keywords
             * @description Words to find the part by, beside its name and description.
             * @example screw fastener
             */
            keywords?: string | null;
            /**
             * Link
             * @description A web address that tells more about the part, with http, https, ftp or ftps in front. May be empty.
             * @example https://example.com/iso-4017
             */
            link?: string | null;
            /**
             * Units
             * @description The unit that stock of the part is counted in, for example `m` or `kg`. Must be a known physical unit; empty means pieces.
             * @example pcs
             */
            units?: string | null;
            /**
             * Default Location
             * @description Where stock of the part is kept, unless somebody says otherwise.
             * @example 12
             */
            default_location?: number | null;
            /**
             * Default Expiry
             * @description After how many days new stock of the part expires; 0 means never.
             * @example 0
             */
            default_expiry?: number;
            /**
             * Minimum Stock
             * Format: double
             * @description Below this quantity the part is low on stock; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 100
             */
            minimum_stock?: number;
            /**
             * Maximum Stock
             * Format: double
             * @description Above this quantity there is too much of it; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 5000
             */
            maximum_stock?: number;
            /**
             * Active
             * @description Whether the part is still in use. True for a new part; must be false before the part can be deleted.
             * @example true
             */
            active?: boolean;
            /**
             * Assembly
             * @description Whether it is built from other parts. A new part takes the setting `PART_ASSEMBLY`.
             * @example false
             */
            assembly?: boolean;
            /**
             * Component
             * @description Whether it can go into an assembly. A new part takes the setting `PART_COMPONENT`.
             * @example true
             */
            component?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being counted, such as glue. False for a new part.
             * @example false
             */
            consumable?: boolean;
            /**
             * Is Template
             * @description Whether other parts can be variants of it. A new part takes the setting `PART_TEMPLATE`.
             * @example false
             */
            is_template?: boolean;
            /**
             * Locked
             * @description A locked part cannot be deleted, and neither its bill of materials nor its parameters change. Its own fields can still be edited.
             *     False for a new part.
             * @example false
             */
            locked?: boolean;
            /**
             * Purchaseable
             * @description Whether it can be bought. A new part takes the setting `PART_PURCHASEABLE`.
             * @example true
             */
            purchaseable?: boolean;
            /**
             * Salable
             * @description Whether it can be sold. A new part takes the setting `PART_SALABLE`.
             * @example false
             */
            salable?: boolean;
            /**
             * Testable
             * @description Whether test results can be recorded for its stock. False for a new part.
             * @example false
             */
            testable?: boolean;
            /**
             * Trackable
             * @description Whether every piece is followed by its serial number. Setting it also sets it on the assemblies that use the part. A new part takes the
             *     setting `PART_TRACKABLE`.
             * @example false
             */
            trackable?: boolean;
            /**
             * Virtual
             * @description Whether it exists on paper only, like a licence or an hour of work, and has no stock. A new part takes `PART_VIRTUAL`.
             * @example false
             */
            virtual?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Torque **1.2 Nm**.
             */
            notes?: string | null;
            /**
             * Responsible
             * @description The user or group that looks after the part, by the pk of its entry under `/api/user/owner/`.
             * @example 3
             */
            responsible?: number | null;
            /**
             * Creation User
             * @description Who created the part. For a new part this is you, whatever the body says; it can be changed later.
             * @example 1
             */
            creation_user?: number | null;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Existing Image
             * @description The name of a picture that another part already has, to be used for this part as well. Directories in front of the name are
             *     passed over. The file must exist.
             * @example bolt.png
             */
            existing_image?: string;
            /**
             * Tags
             * @description The tags of the part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it
             *     is. In a form, send the list as JSON text.
             * @example [
             *       "stainless",
             *       "metric"
             *     ]
             */
            tags?: string[];
            /**
             * Duplicate Part
             * @description Another part, and what to copy from it.
             */
            duplicate?: components["schemas"]["PartDuplicateOptions"];
            /**
             * Copy Category Parameters
             * @description Whether the part gets the parameters that its category, and those above, prescribe. True unless false is sent.
             * @example true
             */
            copy_category_parameters?: boolean;
            /**
             * Initial Stock
             * @description A first stock item, to be created along with the part.
             */
            initial_stock?: components["schemas"]["InitialStock"];
            /**
             * Supplier Information
             * @description A first supplier or manufacturer, to be entered along with the part.
             */
            initial_supplier?: components["schemas"]["InitialSupplier"];
        };
        /** @description A part to replace. Only `name` must be sent. */
        PartUpdateRequest: {
            /**
             * Name
             * @description The name. Together with IPN and revision it identifies the part, so that no two parts have all three in common.
             * @example Hex bolt M3x12
             */
            name: string;
            /**
             * Description
             * @description What the part is, in one line. May be empty.
             * @example Stainless steel A2, ISO 4017
             */
            description?: string;
            /**
             * IPN
             * @description Internal part number, your own code for the part. Empty if there is none; null is refused. Blanks around it are cut off. Settings may
             *     forbid that two parts share one (`PART_ALLOW_DUPLICATE_IPN`), or ask for a pattern (`PART_IPN_REGEX`).
             * @example BLT-0312
             */
            IPN?: string;
            /**
             * Revision
             * @description The revision code. A part that is a revision of another one needs a code.
             * @example A
             */
            revision?: string | null;
            /**
             * Revision Of
             * @description The part that this one is a revision of. Not the part itself and not a template; both must be variants of the same template, or of none.
             * @example null
             */
            revision_of?: number | null;
            /**
             * Variant Of
             * @description The template that this part is a variant of. Only a part with `is_template` is accepted, and none from below this one.
             * @example null
             */
            variant_of?: number | null;
            /**
             * Category
             * @description The category that the part is sorted into. A structural category is refused.
             * @example 7
             */
            category?: number | null;
            /**
             * Keywords
             * @description Words to find the part by, beside its name and description.
             * @example screw fastener
             */
            keywords?: string | null;
            /**
             * Link
             * @description A web address that tells more about the part, with http, https, ftp or ftps in front. May be empty.
             * @example https://example.com/iso-4017
             */
            link?: string | null;
            /**
             * Units
             * @description The unit that stock of the part is counted in, for example `m` or `kg`. Must be a known physical unit; empty means pieces.
             * @example pcs
             */
            units?: string | null;
            /**
             * Default Location
             * @description Where stock of the part is kept, unless somebody says otherwise.
             * @example 12
             */
            default_location?: number | null;
            /**
             * Default Expiry
             * @description After how many days new stock of the part expires; 0 means never.
             * @example 0
             */
            default_expiry?: number;
            /**
             * Minimum Stock
             * Format: double
             * @description Below this quantity the part is low on stock; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 100
             */
            minimum_stock?: number;
            /**
             * Maximum Stock
             * Format: double
             * @description Above this quantity there is too much of it; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 5000
             */
            maximum_stock?: number;
            /**
             * Active
             * @description Whether the part is still in use. True for a new part; must be false before the part can be deleted.
             * @example true
             */
            active?: boolean;
            /**
             * Assembly
             * @description Whether it is built from other parts. A new part takes the setting `PART_ASSEMBLY`.
             * @example false
             */
            assembly?: boolean;
            /**
             * Component
             * @description Whether it can go into an assembly. A new part takes the setting `PART_COMPONENT`.
             * @example true
             */
            component?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being counted, such as glue. False for a new part.
             * @example false
             */
            consumable?: boolean;
            /**
             * Is Template
             * @description Whether other parts can be variants of it. A new part takes the setting `PART_TEMPLATE`.
             * @example false
             */
            is_template?: boolean;
            /**
             * Locked
             * @description A locked part cannot be deleted, and neither its bill of materials nor its parameters change. Its own fields can still be edited.
             *     False for a new part.
             * @example false
             */
            locked?: boolean;
            /**
             * Purchaseable
             * @description Whether it can be bought. A new part takes the setting `PART_PURCHASEABLE`.
             * @example true
             */
            purchaseable?: boolean;
            /**
             * Salable
             * @description Whether it can be sold. A new part takes the setting `PART_SALABLE`.
             * @example false
             */
            salable?: boolean;
            /**
             * Testable
             * @description Whether test results can be recorded for its stock. False for a new part.
             * @example false
             */
            testable?: boolean;
            /**
             * Trackable
             * @description Whether every piece is followed by its serial number. Setting it also sets it on the assemblies that use the part. A new part takes the
             *     setting `PART_TRACKABLE`.
             * @example false
             */
            trackable?: boolean;
            /**
             * Virtual
             * @description Whether it exists on paper only, like a licence or an hour of work, and has no stock. A new part takes `PART_VIRTUAL`.
             * @example false
             */
            virtual?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Torque **1.2 Nm**.
             */
            notes?: string | null;
            /**
             * Responsible
             * @description The user or group that looks after the part, by the pk of its entry under `/api/user/owner/`.
             * @example 3
             */
            responsible?: number | null;
            /**
             * Creation User
             * @description Who created the part. For a new part this is you, whatever the body says; it can be changed later.
             * @example 1
             */
            creation_user?: number | null;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Existing Image
             * @description The name of a picture that another part already has, to be used for this part as well. Directories in front of the name are
             *     passed over. The file must exist.
             * @example bolt.png
             */
            existing_image?: string;
            /**
             * Tags
             * @description The tags of the part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it
             *     is. In a form, send the list as JSON text.
             * @example [
             *       "stainless",
             *       "metric"
             *     ]
             */
            tags?: string[];
            /**
             * Starred
             * @description Whether you are subscribed to the part yourself. The answer still shows the state before.
             * @example true
             */
            starred?: boolean;
        };
        /** @description The fields of a part that can be changed; all of them optional. */
        PatchedPartRequest: {
            /**
             * Name
             * @description The name. Together with IPN and revision it identifies the part, so that no two parts have all three in common.
             * @example Hex bolt M3x12
             */
            name?: string;
            /**
             * Description
             * @description What the part is, in one line. May be empty.
             * @example Stainless steel A2, ISO 4017
             */
            description?: string;
            /**
             * IPN
             * @description Internal part number, your own code for the part. Empty if there is none; null is refused. Blanks around it are cut off. Settings may
             *     forbid that two parts share one (`PART_ALLOW_DUPLICATE_IPN`), or ask for a pattern (`PART_IPN_REGEX`).
             * @example BLT-0312
             */
            IPN?: string;
            /**
             * Revision
             * @description The revision code. A part that is a revision of another one needs a code.
             * @example A
             */
            revision?: string | null;
            /**
             * Revision Of
             * @description The part that this one is a revision of. Not the part itself and not a template; both must be variants of the same template, or of none.
             * @example null
             */
            revision_of?: number | null;
            /**
             * Variant Of
             * @description The template that this part is a variant of. Only a part with `is_template` is accepted, and none from below this one.
             * @example null
             */
            variant_of?: number | null;
            /**
             * Category
             * @description The category that the part is sorted into. A structural category is refused.
             * @example 7
             */
            category?: number | null;
            /**
             * Keywords
             * @description Words to find the part by, beside its name and description.
             * @example screw fastener
             */
            keywords?: string | null;
            /**
             * Link
             * @description A web address that tells more about the part, with http, https, ftp or ftps in front. May be empty.
             * @example https://example.com/iso-4017
             */
            link?: string | null;
            /**
             * Units
             * @description The unit that stock of the part is counted in, for example `m` or `kg`. Must be a known physical unit; empty means pieces.
             * @example pcs
             */
            units?: string | null;
            /**
             * Default Location
             * @description Where stock of the part is kept, unless somebody says otherwise.
             * @example 12
             */
            default_location?: number | null;
            /**
             * Default Expiry
             * @description After how many days new stock of the part expires; 0 means never.
             * @example 0
             */
            default_expiry?: number;
            /**
             * Minimum Stock
             * Format: double
             * @description Below this quantity the part is low on stock; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 100
             */
            minimum_stock?: number;
            /**
             * Maximum Stock
             * Format: double
             * @description Above this quantity there is too much of it; 0 switches the check off. A PUT that leaves it out sets it to 0.
             * @example 5000
             */
            maximum_stock?: number;
            /**
             * Active
             * @description Whether the part is still in use. True for a new part; must be false before the part can be deleted.
             * @example true
             */
            active?: boolean;
            /**
             * Assembly
             * @description Whether it is built from other parts. A new part takes the setting `PART_ASSEMBLY`.
             * @example false
             */
            assembly?: boolean;
            /**
             * Component
             * @description Whether it can go into an assembly. A new part takes the setting `PART_COMPONENT`.
             * @example true
             */
            component?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being counted, such as glue. False for a new part.
             * @example false
             */
            consumable?: boolean;
            /**
             * Is Template
             * @description Whether other parts can be variants of it. A new part takes the setting `PART_TEMPLATE`.
             * @example false
             */
            is_template?: boolean;
            /**
             * Locked
             * @description A locked part cannot be deleted, and neither its bill of materials nor its parameters change. Its own fields can still be edited.
             *     False for a new part.
             * @example false
             */
            locked?: boolean;
            /**
             * Purchaseable
             * @description Whether it can be bought. A new part takes the setting `PART_PURCHASEABLE`.
             * @example true
             */
            purchaseable?: boolean;
            /**
             * Salable
             * @description Whether it can be sold. A new part takes the setting `PART_SALABLE`.
             * @example false
             */
            salable?: boolean;
            /**
             * Testable
             * @description Whether test results can be recorded for its stock. False for a new part.
             * @example false
             */
            testable?: boolean;
            /**
             * Trackable
             * @description Whether every piece is followed by its serial number. Setting it also sets it on the assemblies that use the part. A new part takes the
             *     setting `PART_TRACKABLE`.
             * @example false
             */
            trackable?: boolean;
            /**
             * Virtual
             * @description Whether it exists on paper only, like a licence or an hour of work, and has no stock. A new part takes `PART_VIRTUAL`.
             * @example false
             */
            virtual?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Torque **1.2 Nm**.
             */
            notes?: string | null;
            /**
             * Responsible
             * @description The user or group that looks after the part, by the pk of its entry under `/api/user/owner/`.
             * @example 3
             */
            responsible?: number | null;
            /**
             * Creation User
             * @description Who created the part. For a new part this is you, whatever the body says; it can be changed later.
             * @example 1
             */
            creation_user?: number | null;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Existing Image
             * @description The name of a picture that another part already has, to be used for this part as well. Directories in front of the name are
             *     passed over. The file must exist.
             * @example bolt.png
             */
            existing_image?: string;
            /**
             * Tags
             * @description The tags of the part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it
             *     is. In a form, send the list as JSON text.
             * @example [
             *       "stainless",
             *       "metric"
             *     ]
             */
            tags?: string[];
            /**
             * Starred
             * @description Whether you are subscribed to the part yourself. The answer still shows the state before.
             * @example true
             */
            starred?: boolean;
        };
        /** @description One page of part categories. */
        PaginatedCategoryList: {
            /**
             * @description How many categories match in all.
             * @example 27
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The categories of this page. */
            results: components["schemas"]["Category"][];
        };
        /** @description The categories as a bare array, all that match. */
        CategoryArray: components["schemas"]["Category"][];
        /** @description The categories as one page (with `limit`) or as a bare array (without). */
        CategoryListAnswer: components["schemas"]["PaginatedCategoryList"] | components["schemas"]["CategoryArray"];
        /** @description The categories to change, and the fields to change in each of them. */
        BulkCategoryRequest: {
            /**
             * Name
             * @description The name, different from that of every sibling.
             * @example Resistors
             */
            name?: string;
            /**
             * Description
             * @description What belongs here. May be empty.
             * @example Fixed and variable resistors
             */
            description?: string;
            /**
             * Default Location
             * @description Where parts of this category are kept, unless the part says otherwise.
             * @example null
             */
            default_location?: number | null;
            /**
             * Default keywords
             * @description Keywords that a client may offer for new parts; the server only keeps them.
             * @example smd tht
             */
            default_keywords?: string | null;
            /**
             * Parent
             * @description The category above; null puts this one at the top.
             * @example 1
             */
            parent?: number | null;
            /**
             * Structural
             * @description A structural category holds categories only, no parts.
             * @example false
             */
            structural?: boolean;
            /**
             * Icon
             * @description An icon as `pack:name:variant`, for example `ti:package:outline`. Empty takes the default icon from the settings.
             * @example ti:package:outline
             */
            icon?: string | null;
            /**
             * Starred
             * @description Whether you are subscribed to this category yourself. Written by PATCH and PUT of a single category.
             * @example false
             */
            starred?: boolean;
            /**
             * @description The primary keys of the categories to change. Unknown ones are passed over.
             * @example [
             *       4,
             *       5
             *     ]
             */
            items?: number[];
        };
        /** @description What a change of many categories did. */
        BulkCategoryAnswer: {
            /**
             * @description A sentence that says so.
             * @example Updated multiple items
             */
            success: string;
            /** @description The changed categories, by pk. */
            items: components["schemas"]["Category"][];
        };
        /** @description A part category to create or to replace. */
        CategoryRequest: {
            /**
             * Name
             * @description The name, different from that of every sibling.
             * @example Resistors
             */
            name: string;
            /**
             * Description
             * @description What belongs here. May be empty.
             * @example Fixed and variable resistors
             */
            description?: string;
            /**
             * Default Location
             * @description Where parts of this category are kept, unless the part says otherwise.
             * @example null
             */
            default_location?: number | null;
            /**
             * Default keywords
             * @description Keywords that a client may offer for new parts; the server only keeps them.
             * @example smd tht
             */
            default_keywords?: string | null;
            /**
             * Parent
             * @description The category above; null puts this one at the top.
             * @example 1
             */
            parent?: number | null;
            /**
             * Structural
             * @description A structural category holds categories only, no parts.
             * @example false
             */
            structural?: boolean;
            /**
             * Icon
             * @description An icon as `pack:name:variant`, for example `ti:package:outline`. Empty takes the default icon from the settings.
             * @example ti:package:outline
             */
            icon?: string | null;
            /**
             * Starred
             * @description Whether you are subscribed to this category yourself. Written by PATCH and PUT of a single category.
             * @example false
             */
            starred?: boolean;
        };
        /** @description What becomes of the content of a category that is deleted. */
        CategoryDeleteRequest: {
            /**
             * Delete child categories
             * @description Delete everything below as well; otherwise the direct children move up.
             * @example false
             */
            delete_child_categories: boolean;
            /**
             * Delete parts
             * @description Delete the parts as well; otherwise they move up.
             * @example false
             */
            delete_parts: boolean;
        };
        /** @description The fields of a part category that can be written; all of them optional. */
        PatchedCategoryRequest: {
            /**
             * Name
             * @description The name, different from that of every sibling.
             * @example Resistors
             */
            name?: string;
            /**
             * Description
             * @description What belongs here. May be empty.
             * @example Fixed and variable resistors
             */
            description?: string;
            /**
             * Default Location
             * @description Where parts of this category are kept, unless the part says otherwise.
             * @example null
             */
            default_location?: number | null;
            /**
             * Default keywords
             * @description Keywords that a client may offer for new parts; the server only keeps them.
             * @example smd tht
             */
            default_keywords?: string | null;
            /**
             * Parent
             * @description The category above; null puts this one at the top.
             * @example 1
             */
            parent?: number | null;
            /**
             * Structural
             * @description A structural category holds categories only, no parts.
             * @example false
             */
            structural?: boolean;
            /**
             * Icon
             * @description An icon as `pack:name:variant`, for example `ti:package:outline`. Empty takes the default icon from the settings.
             * @example ti:package:outline
             */
            icon?: string | null;
            /**
             * Starred
             * @description Whether you are subscribed to this category yourself. Written by PATCH and PUT of a single category.
             * @example false
             */
            starred?: boolean;
        };
        /** @description A category as the tree needs it. */
        CategoryTree: {
            /**
             * @description The primary key.
             * @example 5
             */
            pk: number;
            /**
             * @description The name.
             * @example Resistors
             */
            name: string;
            /**
             * @description What belongs here.
             * @example Fixed and variable resistors
             */
            description: string;
            /**
             * @description The names from the top down, joined by `/`.
             * @example Electronics/Passives/Resistors
             */
            pathstring: string;
            /**
             * @description The category above; null at the top.
             * @example 4
             */
            parent: number | null;
            /**
             * @description Which tree the node belongs to; trees are numbered by the name of their root.
             * @example 2
             */
            tree_id: number;
            /**
             * @description How deep the node lies; the top is 0.
             * @example 2
             */
            level: number;
            /**
             * @description The icon as `pack:name:variant`, or empty.
             * @example
             */
            icon: string;
            /**
             * @description Whether the category holds categories only.
             * @example false
             */
            structural: boolean;
            /**
             * @description How many categories lie below, on all levels.
             * @example 0
             */
            subcategories: number;
        };
        /** @description One page of tree entries. */
        PaginatedCategoryTreeList: {
            /**
             * @description How many entries match in all.
             * @example 27
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The entries of this page. */
            results: components["schemas"]["CategoryTree"][];
        };
        /** @description The entries as a bare array, all that match. */
        CategoryTreeArray: components["schemas"]["CategoryTree"][];
        /** @description The entries as one page (with `limit`) or as a bare array (without). */
        CategoryTreeListAnswer: components["schemas"]["PaginatedCategoryTreeList"] | components["schemas"]["CategoryTreeArray"];
        /** @description A part in brief, as the records that refer to it show it. */
        PartBrief: {
            /**
             * @description The primary key.
             * @example 41
             */
            pk: number;
            /**
             * @description Your own number for the part.
             * @example BLT-0312
             */
            IPN: string | null;
            /**
             * @description The fingerprint of the barcode that was linked to the part; empty without one.
             * @example
             */
            barcode_hash: string;
            /**
             * @description The default location of the category. Null here; read the part itself to get it.
             * @example null
             */
            category_default_location: number | null;
            /**
             * @description Where stock of the part is kept.
             * @example 12
             */
            default_location: number | null;
            /**
             * @description For how many days new stock keeps; 0 for ever.
             * @example 0
             */
            default_expiry: number;
            /**
             * @description The name.
             * @example Hex bolt M3x12
             */
            name: string;
            /**
             * @description The revision code.
             * @example A
             */
            revision: string | null;
            /**
             * @description IPN, name and revision, put together as the setting `PART_NAME_FORMAT` says.
             * @example BLT-0312 | Hex bolt M3x12 | A
             */
            full_name: string;
            /**
             * @description What the part is, in one line.
             * @example Stainless steel A2, ISO 4017
             */
            description: string;
            /**
             * @description The address of the picture; null without one.
             * @example /media/part_images/bolt.png
             */
            image: string | null;
            /**
             * @description The address of a small picture; a blank one where the part has none.
             * @example /media/part_images/bolt.thumbnail.png
             */
            thumbnail: string;
            /**
             * @description Whether the part is in use.
             * @example true
             */
            active: boolean;
            /**
             * @description Whether the part is locked.
             * @example false
             */
            locked: boolean;
            /**
             * @description Whether it is built from other parts.
             * @example false
             */
            assembly: boolean;
            /**
             * @description Whether it can go into an assembly.
             * @example true
             */
            component: boolean;
            /**
             * @description How much should be in stock at least, as text with six decimal places.
             * @example 100.000000
             */
            minimum_stock: string;
            /**
             * @description Whether other parts can be variants of it.
             * @example false
             */
            is_template: boolean;
            /**
             * @description Whether it can be bought.
             * @example true
             */
            purchaseable: boolean;
            /**
             * @description Whether it can be sold.
             * @example false
             */
            salable: boolean;
            /**
             * @description Whether test results can be recorded for its stock.
             * @example false
             */
            testable: boolean;
            /**
             * @description Whether every piece is followed by its serial number.
             * @example false
             */
            trackable: boolean;
            /**
             * @description Whether it exists on paper only, and has no stock.
             * @example false
             */
            virtual: boolean;
            /**
             * @description Whether it is used up without being counted.
             * @example false
             */
            consumable: boolean;
            /**
             * @description The unit that its stock is counted in; empty means pieces.
             * @example
             */
            units: string | null;
            /**
             * Format: double
             * @description The lowest price of one, from all known sources. Some records leave it out.
             * @example 0.031
             */
            pricing_min?: number | null;
            /**
             * Format: double
             * @description The highest price of one, from all known sources. Some records leave it out.
             * @example 0.09
             */
            pricing_max?: number | null;
        };
        /** @description A supplier part as prices and stock items show it. */
        SupplierPartBrief: {
            /**
             * @description The primary key.
             * @example 12
             */
            pk: number;
            /**
             * @description The part that is sold.
             * @example 41
             */
            part: number;
            /**
             * @description Who sells it.
             * @example 4
             */
            supplier: number;
            /**
             * @description The order number of the supplier.
             * @example HX-312-A2
             */
            SKU: string;
            /**
             * @description The number of the manufacturer; null without a manufacturer part.
             * @example 91287A113
             */
            MPN: string | null;
            /**
             * @description The same thing as its manufacturer calls it.
             * @example 8
             */
            manufacturer_part: number | null;
            /**
             * @description What the supplier calls it.
             * @example Screw M3x12, bag
             */
            description: string | null;
            /**
             * @description A web address that tells more.
             * @example https://bolts.example/HX-312-A2
             */
            link: string | null;
            /**
             * @description A short remark.
             * @example Ask for samples
             */
            note: string | null;
            /**
             * @description What it comes in.
             * @example Bag
             */
            packaging: string | null;
            /**
             * @description How much is in one pack, as it was entered.
             * @example 25
             */
            pack_quantity: string;
            /**
             * Format: double
             * @description How much is in one pack, in the unit of the part.
             * @example 25
             */
            pack_quantity_native: number;
            /**
             * @description Whether it is still ordered.
             * @example true
             */
            active: boolean;
            /**
             * @description Whether it is the first choice for the part.
             * @example true
             */
            primary: boolean;
            /**
             * Format: double
             * @description How much stock of it there is. Null in the answer to a POST and within other records.
             * @example 60
             */
            in_stock: number | null;
            /**
             * @description The fingerprint of the barcode that was linked to the supplier part; empty without one.
             * @example
             */
            barcode_hash: string;
            /**
             * @description When it was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /**
             * @description Longer text in Markdown.
             * @example null
             */
            notes: string | null;
        };
        /** @description What a test of a stock item said. */
        StockItemTestResult: {
            /**
             * @description The primary key.
             * @example 9
             */
            pk: number;
            /**
             * @description The item that was tested.
             * @example 512
             */
            stock_item: number;
            /**
             * @description Which test it was.
             * @example 3
             */
            template: number;
            /**
             * @description Whether the item passed.
             * @example true
             */
            result: boolean;
            /**
             * @description What was measured.
             * @example 4.98 V
             */
            value: string;
            /**
             * @description The address of a file that belongs to it; null without one.
             * @example null
             */
            attachment: string | null;
            /**
             * @description A remark.
             * @example
             */
            notes: string;
            /**
             * @description Where it was tested.
             * @example Bench 2
             */
            test_station: string;
            /**
             * @description When the test began.
             * @example null
             */
            started_datetime: string | null;
            /**
             * @description When the test ended.
             * @example null
             */
            finished_datetime: string | null;
            /**
             * @description Who entered the result.
             * @example 1
             */
            user: number | null;
            /**
             * @description When it was entered, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            date: string;
        };
        /** @description A quantity of a part, or one piece with a serial number, in one place. */
        StockItem: {
            /**
             * Base Part
             * @description The part that it is stock of; not a virtual one.
             * @example 41
             */
            part: number;
            /**
             * Format: double
             * @description How much there is.
             * @example 250
             */
            quantity: number;
            /**
             * Serial Number
             * @description The serial number, once among the part and all its variants (or among all parts, by the setting `SERIAL_NUMBER_GLOBALLY_UNIQUE`). POST passes
             *     it over: send `serial_numbers`.
             * @example null
             */
            serial: string | null;
            /**
             * Batch Code
             * @description The batch that it comes from.
             * @example LOT-7
             */
            batch: string | null;
            /**
             * Stock Location
             * @description Where it lies. Not a structural location.
             * @example 12
             */
            location: number | null;
            /**
             * Installed In
             * @description The item that it is installed in.
             * @example null
             */
            belongs_to: number | null;
            /**
             * Source Build
             * @description The build order that made it; one for the same part.
             * @example null
             */
            build: number | null;
            /**
             * Consumed By
             * @description The build order that used it up.
             * @example null
             */
            consumed_by: number | null;
            /**
             * @description The customer who has it.
             * @example null
             */
            customer: number | null;
            /**
             * Delete on deplete
             * @description Whether the item goes as soon as nothing is left of it. A new item takes the setting `STOCK_DELETE_DEPLETED_DEFAULT`; with a serial number it
             *     is false.
             * @example true
             */
            delete_on_deplete: boolean;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which it is good. A new item takes it from the `default_expiry` of the part.
             * @example 2031-05-31
             */
            expiry_date: string | null;
            /**
             * Is Building
             * @description Whether it is still in production; then `build` must be set.
             * @example false
             */
            is_building: boolean;
            /**
             * External Link
             * @description A web address that tells more. May be empty.
             * @example https://wiki.example/lot-7
             */
            link: string;
            /**
             * Stock Item Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example First reel
             */
            notes: string | null;
            /**
             * Owner
             * @description Who looks after it. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner: number | null;
            /**
             * Packaging
             * @description What it is packed in.
             * @example Reel
             */
            packaging: string | null;
            /**
             * Source Purchase Order
             * @description The purchase order that it came with.
             * @example null
             */
            purchase_order: number | null;
            /**
             * Destination Sales Order
             * @description The sales order that it went out with.
             * @example null
             */
            sales_order: number | null;
            /**
             * @description The built-in state that it counts as; see `status_text`.
             * @example 10
             */
            status: number;
            /**
             * @description The key of the state of your own; that of the built-in one where there is none.
             * @example 10
             */
            status_custom_key: number;
            /**
             * Supplier Part
             * @description What it was bought as; a supplier part of the same part.
             * @example null
             */
            supplier_part: number | null;
            /**
             * Format: double
             * @description What one of it cost.
             * @example 0.035
             */
            purchase_price: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example EUR
             */
            purchase_price_currency: string;
            /**
             * @description The tags of the item, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "reel"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary key.
             * @example 512
             */
            pk: number;
            /**
             * @description Whether it counts as in stock; there is some, in a usable state, not sold, installed, used up or in production.
             * @example true
             */
            in_stock: boolean;
            /**
             * @description The item that it was split from.
             * @example null
             */
            parent: number | null;
            /**
             * @description The reference of the purchase order.
             * @example null
             */
            purchase_order_reference: string | null;
            /**
             * @description The reference of the sales order.
             * @example null
             */
            sales_order_reference: string | null;
            /**
             * @description The state in words, that of your own where there is one.
             * @example OK
             */
            status_text: string;
            /**
             * @description The order number of the supplier part.
             * @example null
             */
            SKU: string | null;
            /**
             * @description The manufacturer's number of the supplier part.
             * @example null
             */
            MPN: string | null;
            /**
             * @description The fingerprint of the barcode that was linked to the item; empty without one.
             * @example
             */
            barcode_hash: string;
            /**
             * @description When it was created, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            creation_date: string | null;
            /**
             * Format: date
             * @description The day on which it was last counted.
             * @example null
             */
            stocktake_date: string | null;
            /**
             * @description When it was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /**
             * Format: double
             * @description How much of it is set aside for sales and build orders. Null in the answer to a POST, as are the other counters.
             * @example 0
             */
            allocated: number | null;
            /**
             * @description Whether it is in stock though its expiry date has passed.
             * @example false
             */
            expired: boolean | null;
            /**
             * @description Whether it is in stock and expires within the days of the setting `STOCK_STALE_DAYS`.
             * @example false
             */
            stale: boolean | null;
            /**
             * @description How many items are installed in it.
             * @example 0
             */
            installed_items: number | null;
            /**
             * @description How many items were split from it.
             * @example 0
             */
            child_items: number | null;
            /**
             * @description How many entries its tracking has.
             * @example 1
             */
            tracking_items: number | null;
            /** @description The part in brief. Shown unless `part_detail=false`. */
            part_detail?: components["schemas"]["PartBrief"];
            /** @description The location in brief; null without one. Present with `location_detail=true` and in answers to writes. */
            location_detail?: components["schemas"]["DefaultLocation"] | null;
            /** @description The way from the top down to the location; null without one. Present with `path_detail=true` and in answers to writes. */
            location_path?: components["schemas"]["TreePath"][] | null;
            /**
             * @description The supplier part, without what depends on stock and orders; null without one. Present with `supplier_part_detail=true` and in answers to
             *     writes.
             */
            supplier_part_detail?: components["schemas"]["SupplierPartBrief"] | null;
            /** @description The test results of the item. Present with `tests=true` and in answers to writes. */
            tests?: components["schemas"]["StockItemTestResult"][];
        };
        /** @description One page of stock items. */
        PaginatedStockItemList: {
            /**
             * @description How many items match in all.
             * @example 1284
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The stock items of this page. */
            results: components["schemas"]["StockItem"][];
        };
        /** @description Stock items as a bare array. */
        StockItemArray: components["schemas"]["StockItem"][];
        /** @description The stock items as one page (with `limit`) or as a bare array (without). */
        StockItemListAnswer: components["schemas"]["PaginatedStockItemList"] | components["schemas"]["StockItemArray"];
        /** @description The stock items to change, and the fields to change in each of them. */
        BulkStockItemRequest: {
            /**
             * Base Part
             * @description The part that it is stock of; not a virtual one.
             * @example 41
             */
            part?: number;
            /**
             * Quantity
             * Format: double
             * @description How much there is, 0 or more, with at most five decimal places. A whole number if the part is trackable, and 1 for an item with a serial
             *     number.
             * @example 250
             */
            quantity?: number;
            /**
             * Serial Number
             * @description The serial number, once among the part and all its variants (or among all parts, by the setting `SERIAL_NUMBER_GLOBALLY_UNIQUE`). POST passes
             *     it over: send `serial_numbers`.
             * @example null
             */
            serial?: string | null;
            /**
             * Batch Code
             * @description The batch that it comes from.
             * @example LOT-7
             */
            batch?: string | null;
            /**
             * Stock Location
             * @description Where it lies. Not a structural location.
             * @example 12
             */
            location?: number | null;
            /**
             * Installed In
             * @description The item that it is installed in.
             * @example null
             */
            belongs_to?: number | null;
            /**
             * Source Build
             * @description The build order that made it; one for the same part.
             * @example null
             */
            build?: number | null;
            /**
             * Consumed By
             * @description The build order that used it up.
             * @example null
             */
            consumed_by?: number | null;
            /**
             * Customer
             * @description The customer who has it.
             * @example null
             */
            customer?: number | null;
            /**
             * Delete on deplete
             * @description Whether the item goes as soon as nothing is left of it. A new item takes the setting `STOCK_DELETE_DEPLETED_DEFAULT`; with a serial number it
             *     is false.
             * @example true
             */
            delete_on_deplete?: boolean;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which it is good. A new item takes it from the `default_expiry` of the part.
             * @example 2031-05-31
             */
            expiry_date?: string | null;
            /**
             * Is Building
             * @description Whether it is still in production; then `build` must be set.
             * @example false
             */
            is_building?: boolean;
            /**
             * External Link
             * @description A web address that tells more. May be empty.
             * @example https://wiki.example/lot-7
             */
            link?: string;
            /**
             * Stock Item Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example First reel
             */
            notes?: string | null;
            /**
             * Owner
             * @description Who looks after it. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Packaging
             * @description What it is packed in.
             * @example Reel
             */
            packaging?: string | null;
            /**
             * Source Purchase Order
             * @description The purchase order that it came with.
             * @example null
             */
            purchase_order?: number | null;
            /**
             * Destination Sales Order
             * @description The sales order that it went out with.
             * @example null
             */
            sales_order?: number | null;
            /**
             * Status
             * @description The state: 10 OK, 50 needs attention, 55 damaged, 60 destroyed, 65 rejected, 70 lost, 75 quarantined, 85 returned, or the key of a state of your
             *     own, which counts as the state that it stands for. POST passes an unknown state over.
             * @example 10
             */
            status?: number;
            /**
             * Custom status key
             * @description A state of your own by its key, or a built-in one; null takes the own state away. POST passes an unknown state over.
             * @example 10
             */
            status_custom_key?: number | null;
            /**
             * Supplier Part
             * @description What it was bought as; a supplier part of the same part.
             * @example null
             */
            supplier_part?: number | null;
            /**
             * Purchase Price
             * Format: double
             * @description What one of it cost, rounded to six decimal places.
             * @example 0.035
             */
            purchase_price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example EUR
             */
            purchase_price_currency?: string;
            /**
             * Tags
             * @description The tags of the item, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it is.
             *     In a form, send the list as JSON text.
             * @example [
             *       "reel"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary keys of the items to change. Unknown ones are passed over, as long as one is known.
             * @example [
             *       41,
             *       42
             *     ]
             */
            items?: number[];
        };
        /** @description What a change of many stock items did. */
        BulkStockItemAnswer: {
            /**
             * @description A sentence that says so.
             * @example Updated multiple items
             */
            success: string;
            /** @description The changed items with all their details, by pk. */
            items: components["schemas"]["StockItem"][];
        };
        /** @description Stock to create. `part` and `quantity` must be sent. */
        StockItemRequest: {
            /**
             * Base Part
             * @description The part that it is stock of; not a virtual one.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description How much there is, 0 or more, with at most five decimal places. A whole number if the part is trackable, and 1 for an item with a serial
             *     number.
             * @example 250
             */
            quantity: number;
            /**
             * Serial Number
             * @description The serial number, once among the part and all its variants (or among all parts, by the setting `SERIAL_NUMBER_GLOBALLY_UNIQUE`). POST passes
             *     it over: send `serial_numbers`.
             * @example null
             */
            serial?: string | null;
            /**
             * Batch Code
             * @description The batch that it comes from.
             * @example LOT-7
             */
            batch?: string | null;
            /**
             * Stock Location
             * @description Where it lies. Not a structural location.
             * @example 12
             */
            location?: number | null;
            /**
             * Installed In
             * @description The item that it is installed in.
             * @example null
             */
            belongs_to?: number | null;
            /**
             * Source Build
             * @description The build order that made it; one for the same part.
             * @example null
             */
            build?: number | null;
            /**
             * Consumed By
             * @description The build order that used it up.
             * @example null
             */
            consumed_by?: number | null;
            /**
             * Customer
             * @description The customer who has it.
             * @example null
             */
            customer?: number | null;
            /**
             * Delete on deplete
             * @description Whether the item goes as soon as nothing is left of it. A new item takes the setting `STOCK_DELETE_DEPLETED_DEFAULT`; with a serial number it
             *     is false.
             * @example true
             */
            delete_on_deplete?: boolean;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which it is good. A new item takes it from the `default_expiry` of the part.
             * @example 2031-05-31
             */
            expiry_date?: string | null;
            /**
             * Is Building
             * @description Whether it is still in production; then `build` must be set.
             * @example false
             */
            is_building?: boolean;
            /**
             * External Link
             * @description A web address that tells more. May be empty.
             * @example https://wiki.example/lot-7
             */
            link?: string;
            /**
             * Stock Item Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example First reel
             */
            notes?: string | null;
            /**
             * Owner
             * @description Who looks after it. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Packaging
             * @description What it is packed in.
             * @example Reel
             */
            packaging?: string | null;
            /**
             * Source Purchase Order
             * @description The purchase order that it came with.
             * @example null
             */
            purchase_order?: number | null;
            /**
             * Destination Sales Order
             * @description The sales order that it went out with.
             * @example null
             */
            sales_order?: number | null;
            /**
             * Status
             * @description The state: 10 OK, 50 needs attention, 55 damaged, 60 destroyed, 65 rejected, 70 lost, 75 quarantined, 85 returned, or the key of a state of your
             *     own, which counts as the state that it stands for. POST passes an unknown state over.
             * @example 10
             */
            status?: number;
            /**
             * Custom status key
             * @description A state of your own by its key, or a built-in one; null takes the own state away. POST passes an unknown state over.
             * @example 10
             */
            status_custom_key?: number | null;
            /**
             * Supplier Part
             * @description What it was bought as; a supplier part of the same part.
             * @example null
             */
            supplier_part?: number | null;
            /**
             * Purchase Price
             * Format: double
             * @description What one of it cost, rounded to six decimal places.
             * @example 0.035
             */
            purchase_price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example EUR
             */
            purchase_price_currency?: string;
            /**
             * Tags
             * @description The tags of the item, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it is.
             *     In a form, send the list as JSON text.
             * @example [
             *       "reel"
             *     ]
             */
            tags?: string[];
            /**
             * Serial Numbers
             * @description The serial numbers, as many as the quantity: separated by commas or blanks, as ranges (`200-202`), as a start that is counted on from
             *     (`300+` as far as needed, `300+2` for two more), or `~` for the next free one. Only for a trackable part.
             * @example 200-202
             */
            serial_numbers?: string | null;
            /**
             * Use pack size
             * @description Whether quantity and price are meant for packs of the supplier part: then the quantity is multiplied, and the price divided, by the size of
             *     the pack. Needed where that size is not 1.
             * @example true
             */
            use_pack_size?: boolean | null;
        };
        /** @description The records that a bulk operation is about. */
        BulkRequest: {
            /**
             * @description The primary keys of the records. Unknown ones are passed over, as long as one is known.
             * @example [
             *       41,
             *       42
             *     ]
             */
            items?: number[];
        };
        /** @description What a deletion of many records did. */
        BulkDeleteAnswer: {
            /**
             * @description A sentence that says how many records are gone.
             * @example Deleted 2 items
             */
            success: string;
        };
        /** @description A stock item to replace. `part` and `quantity` must be sent. */
        StockItemUpdateRequest: {
            /**
             * Base Part
             * @description The part that it is stock of; not a virtual one.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description How much there is, 0 or more, with at most five decimal places. A whole number if the part is trackable, and 1 for an item with a serial
             *     number.
             * @example 250
             */
            quantity: number;
            /**
             * Serial Number
             * @description The serial number, once among the part and all its variants (or among all parts, by the setting `SERIAL_NUMBER_GLOBALLY_UNIQUE`). POST passes
             *     it over: send `serial_numbers`.
             * @example null
             */
            serial?: string | null;
            /**
             * Batch Code
             * @description The batch that it comes from.
             * @example LOT-7
             */
            batch?: string | null;
            /**
             * Stock Location
             * @description Where it lies. Not a structural location.
             * @example 12
             */
            location?: number | null;
            /**
             * Installed In
             * @description The item that it is installed in.
             * @example null
             */
            belongs_to?: number | null;
            /**
             * Source Build
             * @description The build order that made it; one for the same part.
             * @example null
             */
            build?: number | null;
            /**
             * Consumed By
             * @description The build order that used it up.
             * @example null
             */
            consumed_by?: number | null;
            /**
             * Customer
             * @description The customer who has it.
             * @example null
             */
            customer?: number | null;
            /**
             * Delete on deplete
             * @description Whether the item goes as soon as nothing is left of it. A new item takes the setting `STOCK_DELETE_DEPLETED_DEFAULT`; with a serial number it
             *     is false.
             * @example true
             */
            delete_on_deplete?: boolean;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which it is good. A new item takes it from the `default_expiry` of the part.
             * @example 2031-05-31
             */
            expiry_date?: string | null;
            /**
             * Is Building
             * @description Whether it is still in production; then `build` must be set.
             * @example false
             */
            is_building?: boolean;
            /**
             * External Link
             * @description A web address that tells more. May be empty.
             * @example https://wiki.example/lot-7
             */
            link?: string;
            /**
             * Stock Item Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example First reel
             */
            notes?: string | null;
            /**
             * Owner
             * @description Who looks after it. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Packaging
             * @description What it is packed in.
             * @example Reel
             */
            packaging?: string | null;
            /**
             * Source Purchase Order
             * @description The purchase order that it came with.
             * @example null
             */
            purchase_order?: number | null;
            /**
             * Destination Sales Order
             * @description The sales order that it went out with.
             * @example null
             */
            sales_order?: number | null;
            /**
             * Status
             * @description The state: 10 OK, 50 needs attention, 55 damaged, 60 destroyed, 65 rejected, 70 lost, 75 quarantined, 85 returned, or the key of a state of your
             *     own, which counts as the state that it stands for. POST passes an unknown state over.
             * @example 10
             */
            status?: number;
            /**
             * Custom status key
             * @description A state of your own by its key, or a built-in one; null takes the own state away. POST passes an unknown state over.
             * @example 10
             */
            status_custom_key?: number | null;
            /**
             * Supplier Part
             * @description What it was bought as; a supplier part of the same part.
             * @example null
             */
            supplier_part?: number | null;
            /**
             * Purchase Price
             * Format: double
             * @description What one of it cost, rounded to six decimal places.
             * @example 0.035
             */
            purchase_price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example EUR
             */
            purchase_price_currency?: string;
            /**
             * Tags
             * @description The tags of the item, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it is.
             *     In a form, send the list as JSON text.
             * @example [
             *       "reel"
             *     ]
             */
            tags?: string[];
        };
        /** @description The fields of a stock item that can be changed; all of them optional. */
        PatchedStockItemRequest: {
            /**
             * Base Part
             * @description The part that it is stock of; not a virtual one.
             * @example 41
             */
            part?: number;
            /**
             * Quantity
             * Format: double
             * @description How much there is, 0 or more, with at most five decimal places. A whole number if the part is trackable, and 1 for an item with a serial
             *     number.
             * @example 250
             */
            quantity?: number;
            /**
             * Serial Number
             * @description The serial number, once among the part and all its variants (or among all parts, by the setting `SERIAL_NUMBER_GLOBALLY_UNIQUE`). POST passes
             *     it over: send `serial_numbers`.
             * @example null
             */
            serial?: string | null;
            /**
             * Batch Code
             * @description The batch that it comes from.
             * @example LOT-7
             */
            batch?: string | null;
            /**
             * Stock Location
             * @description Where it lies. Not a structural location.
             * @example 12
             */
            location?: number | null;
            /**
             * Installed In
             * @description The item that it is installed in.
             * @example null
             */
            belongs_to?: number | null;
            /**
             * Source Build
             * @description The build order that made it; one for the same part.
             * @example null
             */
            build?: number | null;
            /**
             * Consumed By
             * @description The build order that used it up.
             * @example null
             */
            consumed_by?: number | null;
            /**
             * Customer
             * @description The customer who has it.
             * @example null
             */
            customer?: number | null;
            /**
             * Delete on deplete
             * @description Whether the item goes as soon as nothing is left of it. A new item takes the setting `STOCK_DELETE_DEPLETED_DEFAULT`; with a serial number it
             *     is false.
             * @example true
             */
            delete_on_deplete?: boolean;
            /**
             * Expiry Date
             * Format: date
             * @description The last day on which it is good. A new item takes it from the `default_expiry` of the part.
             * @example 2031-05-31
             */
            expiry_date?: string | null;
            /**
             * Is Building
             * @description Whether it is still in production; then `build` must be set.
             * @example false
             */
            is_building?: boolean;
            /**
             * External Link
             * @description A web address that tells more. May be empty.
             * @example https://wiki.example/lot-7
             */
            link?: string;
            /**
             * Stock Item Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example First reel
             */
            notes?: string | null;
            /**
             * Owner
             * @description Who looks after it. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Packaging
             * @description What it is packed in.
             * @example Reel
             */
            packaging?: string | null;
            /**
             * Source Purchase Order
             * @description The purchase order that it came with.
             * @example null
             */
            purchase_order?: number | null;
            /**
             * Destination Sales Order
             * @description The sales order that it went out with.
             * @example null
             */
            sales_order?: number | null;
            /**
             * Status
             * @description The state: 10 OK, 50 needs attention, 55 damaged, 60 destroyed, 65 rejected, 70 lost, 75 quarantined, 85 returned, or the key of a state of your
             *     own, which counts as the state that it stands for. POST passes an unknown state over.
             * @example 10
             */
            status?: number;
            /**
             * Custom status key
             * @description A state of your own by its key, or a built-in one; null takes the own state away. POST passes an unknown state over.
             * @example 10
             */
            status_custom_key?: number | null;
            /**
             * Supplier Part
             * @description What it was bought as; a supplier part of the same part.
             * @example null
             */
            supplier_part?: number | null;
            /**
             * Purchase Price
             * Format: double
             * @description What one of it cost, rounded to six decimal places.
             * @example 0.035
             */
            purchase_price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example EUR
             */
            purchase_price_currency?: string;
            /**
             * Tags
             * @description The tags of the item, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as it is.
             *     In a form, send the list as JSON text.
             * @example [
             *       "reel"
             *     ]
             */
            tags?: string[];
        };
        /** @description The neighbours of a serial number. */
        StockItemSerialNumbers: {
            /** @description The item with the next higher serial number; null if there is none. */
            next: components["schemas"]["StockItem"] | null;
            /** @description The item with the next lower serial number; null if there is none. */
            previous: components["schemas"]["StockItem"] | null;
        };
        /** @description What kind of place a stock location is. */
        StockLocationType: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Name
             * @description What places of this type are called.
             * @example Drawer
             */
            name: string;
            /**
             * Description
             * @description What the type is meant for. May be empty.
             * @example Drawer for small parts
             */
            description: string;
            /**
             * Icon
             * @description The icon as `pack:name:variant`, for example `ti:box:outline`, for all locations of the type that have none of their own. May be empty.
             * @example ti:box:outline
             */
            icon: string;
            /**
             * @description How many locations have the type. Null in the answer to a POST, and where the type stands with a location.
             * @example 8
             */
            location_count: number | null;
        };
        /** @description A stock location, a node of the tree of places where stock lies. */
        Location: {
            /**
             * Name
             * @description The name, different from that of every other location in the same place.
             * @example Drawer 2
             */
            name: string;
            /**
             * Description
             * @description What it is, or what is kept there. May be empty.
             * @example SMD resistors
             */
            description: string;
            /**
             * Parent Location
             * @description The location that it lies in; null puts it at the top.
             * @example 2
             */
            parent: number | null;
            /**
             * Owner
             * @description Who looks after the location. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner: number | null;
            /**
             * @description The icon of the location itself. Null or empty where it has none.
             * @example ti:package:outline
             */
            custom_icon: string | null;
            /**
             * Structural
             * @description A structural location holds locations only, no stock.
             * @example false
             */
            structural: boolean;
            /**
             * External
             * @description Whether the location is in other hands, such as a rented store or a supplier.
             * @example false
             */
            external: boolean;
            /**
             * Location type
             * @description What kind of place it is.
             * @example 1
             */
            location_type: number | null;
            /**
             * @description The tags of the location, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "smd"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * @description The fingerprint of the barcode that was linked to the location; empty without one.
             * @example
             */
            barcode_hash: string;
            /**
             * @description How deep the location lies; the top is 0.
             * @example 2
             */
            level: number;
            /**
             * @description The names from the top down, joined by `/`; shortened in the middle beyond 250 characters.
             * @example Store/Rack A/Drawer 2
             */
            pathstring: string;
            /** @description The way from the top down. Present with `path_detail=true` and in answers to writes. */
            path?: components["schemas"]["TreePath"][];
            /**
             * @description How many stock items the location and everything below it hold. Missing in the answer to a POST.
             * @example 12
             */
            items?: number;
            /**
             * @description How many locations lie below, on all levels. Missing in the answer to a POST.
             * @example 0
             */
            sublocations?: number;
            /**
             * @description The icon to show: that of the location, else that of its type, even if it is empty. Without a type it is the default icon from the
             *     settings, or empty.
             * @example ti:package:outline
             */
            icon: string;
            /** @description The type of the location, without its counter; null if it has none. */
            location_type_detail: components["schemas"]["StockLocationType"] | null;
            /** @description The parameters of the location. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
        };
        /** @description One page of stock locations. */
        PaginatedLocationList: {
            /**
             * @description How many locations match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The locations of this page. */
            results: components["schemas"]["Location"][];
        };
        /** @description The locations as a bare array, all that match. */
        LocationArray: components["schemas"]["Location"][];
        /** @description The locations as one page (with `limit`) or as a bare array (without). */
        LocationListAnswer: components["schemas"]["PaginatedLocationList"] | components["schemas"]["LocationArray"];
        /** @description The locations to change, and the fields to change in each of them. */
        BulkLocationRequest: {
            /**
             * Name
             * @description The name, different from that of every other location in the same place.
             * @example Drawer 2
             */
            name?: string;
            /**
             * Description
             * @description What it is, or what is kept there. May be empty.
             * @example SMD resistors
             */
            description?: string;
            /**
             * Parent Location
             * @description The location that it lies in; null puts it at the top.
             * @example 2
             */
            parent?: number | null;
            /**
             * Owner
             * @description Who looks after the location. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Icon
             * @description An icon of its own as `pack:name:variant`, for example `ti:package:outline`. Null or empty takes that of the type.
             * @example ti:package:outline
             */
            custom_icon?: string | null;
            /**
             * Structural
             * @description A structural location holds locations only, no stock.
             * @example false
             */
            structural?: boolean;
            /**
             * External
             * @description Whether the location is in other hands, such as a rented store or a supplier.
             * @example false
             */
            external?: boolean;
            /**
             * Location type
             * @description What kind of place it is.
             * @example 1
             */
            location_type?: number | null;
            /**
             * Tags
             * @description The tags of the location, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "smd"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary keys of the locations to change. Unknown ones are passed over.
             * @example [
             *       4,
             *       5
             *     ]
             */
            items?: number[];
        };
        /** @description What a change of many locations did. */
        BulkLocationAnswer: {
            /**
             * @description A sentence that says so.
             * @example Updated multiple items
             */
            success: string;
            /** @description The changed locations, by pk. */
            items: components["schemas"]["Location"][];
        };
        /** @description A stock location to create or to replace. */
        LocationRequest: {
            /**
             * Name
             * @description The name, different from that of every other location in the same place.
             * @example Drawer 2
             */
            name: string;
            /**
             * Description
             * @description What it is, or what is kept there. May be empty.
             * @example SMD resistors
             */
            description?: string;
            /**
             * Parent Location
             * @description The location that it lies in; null puts it at the top.
             * @example 2
             */
            parent?: number | null;
            /**
             * Owner
             * @description Who looks after the location. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Icon
             * @description An icon of its own as `pack:name:variant`, for example `ti:package:outline`. Null or empty takes that of the type.
             * @example ti:package:outline
             */
            custom_icon?: string | null;
            /**
             * Structural
             * @description A structural location holds locations only, no stock.
             * @example false
             */
            structural?: boolean;
            /**
             * External
             * @description Whether the location is in other hands, such as a rented store or a supplier.
             * @example false
             */
            external?: boolean;
            /**
             * Location type
             * @description What kind of place it is.
             * @example 1
             */
            location_type?: number | null;
            /**
             * Tags
             * @description The tags of the location, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "smd"
             *     ]
             */
            tags?: string[];
        };
        /** @description What becomes of the content of a stock location that is deleted. */
        LocationDeleteRequest: {
            /**
             * Delete stock items
             * @description Delete the stock items that lie there, and those in every location that is deleted along with it; otherwise they move up.
             * @example false
             */
            delete_stock_items: boolean;
            /**
             * Delete sublocations
             * @description Delete everything below as well; otherwise what lies directly in the location moves up.
             * @example false
             */
            delete_sub_locations: boolean;
        };
        /** @description The fields of a stock location that can be written; all of them optional. */
        PatchedLocationRequest: {
            /**
             * Name
             * @description The name, different from that of every other location in the same place.
             * @example Drawer 2
             */
            name?: string;
            /**
             * Description
             * @description What it is, or what is kept there. May be empty.
             * @example SMD resistors
             */
            description?: string;
            /**
             * Parent Location
             * @description The location that it lies in; null puts it at the top.
             * @example 2
             */
            parent?: number | null;
            /**
             * Owner
             * @description Who looks after the location. The server only keeps it; nothing is refused because of it.
             * @example null
             */
            owner?: number | null;
            /**
             * Icon
             * @description An icon of its own as `pack:name:variant`, for example `ti:package:outline`. Null or empty takes that of the type.
             * @example ti:package:outline
             */
            custom_icon?: string | null;
            /**
             * Structural
             * @description A structural location holds locations only, no stock.
             * @example false
             */
            structural?: boolean;
            /**
             * External
             * @description Whether the location is in other hands, such as a rented store or a supplier.
             * @example false
             */
            external?: boolean;
            /**
             * Location type
             * @description What kind of place it is.
             * @example 1
             */
            location_type?: number | null;
            /**
             * Tags
             * @description The tags of the location, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "smd"
             *     ]
             */
            tags?: string[];
        };
        /** @description A stock location as the tree needs it. */
        LocationTree: {
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * @description The name.
             * @example Drawer 2
             */
            name: string;
            /**
             * @description What it is, or what is kept there.
             * @example SMD resistors
             */
            description: string;
            /**
             * @description The names from the top down, joined by `/`.
             * @example Store/Rack A/Drawer 2
             */
            pathstring: string;
            /**
             * @description The location that it lies in; null at the top.
             * @example 2
             */
            parent: number | null;
            /**
             * @description Which tree the node belongs to; trees are numbered by the name of their root.
             * @example 2
             */
            tree_id: number;
            /**
             * @description How deep the node lies; the top is 0.
             * @example 2
             */
            level: number;
            /**
             * @description The icon to show as `pack:name:variant`, or empty.
             * @example ti:package:outline
             */
            icon: string;
            /**
             * @description Whether the location holds locations only.
             * @example false
             */
            structural: boolean;
            /**
             * @description How many locations lie below, on all levels.
             * @example 0
             */
            sublocations: number;
        };
        /** @description One page of tree entries. */
        PaginatedLocationTreeList: {
            /**
             * @description How many entries match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The entries of this page. */
            results: components["schemas"]["LocationTree"][];
        };
        /** @description The entries as a bare array, all that match. */
        LocationTreeArray: components["schemas"]["LocationTree"][];
        /** @description The entries as one page (with `limit`) or as a bare array (without). */
        LocationTreeListAnswer: components["schemas"]["PaginatedLocationTreeList"] | components["schemas"]["LocationTreeArray"];
        /** @description One page of types. */
        PaginatedStockLocationTypeList: {
            /**
             * @description How many types match in all.
             * @example 3
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The types of this page. */
            results: components["schemas"]["StockLocationType"][];
        };
        /** @description The types as a bare array, all that match. */
        StockLocationTypeArray: components["schemas"]["StockLocationType"][];
        /** @description The types as one page (with `limit`) or as a bare array (without). */
        StockLocationTypeListAnswer: components["schemas"]["PaginatedStockLocationTypeList"] | components["schemas"]["StockLocationTypeArray"];
        /** @description A type of stock location to create or to replace. */
        StockLocationTypeRequest: {
            /**
             * Name
             * @description What places of this type are called.
             * @example Drawer
             */
            name: string;
            /**
             * Description
             * @description What the type is meant for. May be empty.
             * @example Drawer for small parts
             */
            description?: string;
            /**
             * Icon
             * @description The icon as `pack:name:variant`, for example `ti:box:outline`, for all locations of the type that have none of their own. May be empty.
             * @example ti:box:outline
             */
            icon?: string;
        };
        /** @description The fields of a type of stock location that can be written; all of them optional. */
        PatchedStockLocationTypeRequest: {
            /**
             * Name
             * @description What places of this type are called.
             * @example Drawer
             */
            name?: string;
            /**
             * Description
             * @description What the type is meant for. May be empty.
             * @example Drawer for small parts
             */
            description?: string;
            /**
             * Icon
             * @description The icon as `pack:name:variant`, for example `ti:box:outline`, for all locations of the type that have none of their own. May be empty.
             * @example ti:box:outline
             */
            icon?: string;
        };
        /** @description An address of a company, without its title. */
        AddressBrief: {
            /**
             * @description The primary key.
             * @example 6
             */
            pk: number;
            /**
             * @description The first line.
             * @example Hafenstr. 12
             */
            line1: string;
            /**
             * @description The second line.
             * @example
             */
            line2: string;
            /**
             * @description The postal code.
             * @example 20457
             */
            postal_code: string;
            /**
             * @description The town.
             * @example Hamburg
             */
            postal_city: string;
            /**
             * @description The state or province.
             * @example
             */
            province: string;
            /**
             * @description The country.
             * @example Germany
             */
            country: string;
            /**
             * @description What a courier should know.
             * @example Gate 3
             */
            shipping_notes: string;
            /**
             * @description What your own people should know when they ship there.
             * @example
             */
            internal_shipping_notes: string;
        };
        /** @description A company that you buy from or sell to, or that makes parts. */
        Company: {
            /**
             * Company name
             * @description The name. Together with the e-mail address it tells companies apart.
             * @example Bolt Depot
             */
            name: string;
            /**
             * Company description
             * @description What the company does. May be empty.
             * @example Fasteners of all kinds
             */
            description: string;
            /**
             * Website
             * @description The address of its website, with http, https, ftp or ftps in front. May be empty.
             * @example https://bolts.example
             */
            website: string;
            /**
             * Phone number
             * @description A telephone number. May be empty.
             * @example +49 30 5550123
             */
            phone: string;
            /**
             * Email
             * @description An e-mail address, or empty. Two companies of one name need different addresses, and an empty one counts as an address; null does not.
             * @example sales@bolts.example
             */
            email: string | null;
            /**
             * Currency
             * @description The currency that it deals in, one of those in the setting `CURRENCY_CODES`. A new company takes the default currency.
             * @example EUR
             */
            currency: string;
            /**
             * Contact
             * @description Whom to turn to there. May be empty.
             * @example Ida Roth
             */
            contact: string;
            /**
             * Link
             * @description A web address of your own that tells more about the company. May be empty.
             * @example https://wiki.example/bolt-depot
             */
            link: string;
            /**
             * @description The address of the picture; null without one.
             * @example /media/company_images/company_4_img.png
             */
            image: string | null;
            /**
             * Active
             * @description Whether you deal with the company at present.
             * @example true
             */
            active: boolean;
            /**
             * Is customer
             * @description Whether it buys from you.
             * @example false
             */
            is_customer: boolean;
            /**
             * Is manufacturer
             * @description Whether it makes parts.
             * @example false
             */
            is_manufacturer: boolean;
            /**
             * Is supplier
             * @description Whether it sells to you.
             * @example true
             */
            is_supplier: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Ships on **Tuesdays**.
             */
            notes: string | null;
            /**
             * Tax ID
             * @description Its tax number. May be empty.
             * @example DE111222333
             */
            tax_id: string;
            /**
             * @description The tags of the company, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "fast",
             *       "eu"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * @description How many supplier parts it has. Missing in the answer to a POST.
             * @example 12
             */
            parts_supplied?: number;
            /**
             * @description How many manufacturer parts it has. Missing in the answer to a POST.
             * @example 0
             */
            parts_manufactured?: number;
            /**
             * @description The address that the company is reached at first; null if none of its addresses is marked so. Present with `address_detail=true` and in
             *     answers to writes.
             */
            primary_address?: components["schemas"]["AddressBrief"] | null;
            /** @description The parameters of the company. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
        };
        /** @description One page of companies. */
        PaginatedCompanyList: {
            /**
             * @description How many companies match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The companies of this page. */
            results: components["schemas"]["Company"][];
        };
        /** @description The companies as a bare array, all that match. */
        CompanyArray: components["schemas"]["Company"][];
        /** @description The companies as one page (with `limit`) or as a bare array (without). */
        CompanyListAnswer: components["schemas"]["PaginatedCompanyList"] | components["schemas"]["CompanyArray"];
        /** @description What a new company takes over from another one. Its plain fields are never copied; send them. */
        CompanyDuplicateOptions: {
            /**
             * Original
             * @description The company to copy from.
             * @example 4
             */
            original: number;
            /**
             * Copy Parameters
             * @description Copy its parameters, except those whose values must be unique. True unless false is sent.
             * @example true
             */
            copy_parameters?: boolean;
        };
        /** @description A company to create. Only `name` must be sent. */
        CompanyRequest: {
            /**
             * Company name
             * @description The name. Together with the e-mail address it tells companies apart.
             * @example Bolt Depot
             */
            name: string;
            /**
             * Company description
             * @description What the company does. May be empty.
             * @example Fasteners of all kinds
             */
            description?: string;
            /**
             * Website
             * @description The address of its website, with http, https, ftp or ftps in front. May be empty.
             * @example https://bolts.example
             */
            website?: string;
            /**
             * Phone number
             * @description A telephone number. May be empty.
             * @example +49 30 5550123
             */
            phone?: string;
            /**
             * Email
             * @description An e-mail address, or empty. Two companies of one name need different addresses, and an empty one counts as an address; null does not.
             * @example sales@bolts.example
             */
            email?: string | null;
            /**
             * Currency
             * @description The currency that it deals in, one of those in the setting `CURRENCY_CODES`. A new company takes the default currency.
             * @example EUR
             */
            currency?: string;
            /**
             * Contact
             * @description Whom to turn to there. May be empty.
             * @example Ida Roth
             */
            contact?: string;
            /**
             * Link
             * @description A web address of your own that tells more about the company. May be empty.
             * @example https://wiki.example/bolt-depot
             */
            link?: string;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Active
             * @description Whether you deal with the company at present.
             * @example true
             */
            active?: boolean;
            /**
             * Is customer
             * @description Whether it buys from you.
             * @example false
             */
            is_customer?: boolean;
            /**
             * Is manufacturer
             * @description Whether it makes parts.
             * @example false
             */
            is_manufacturer?: boolean;
            /**
             * Is supplier
             * @description Whether it sells to you.
             * @example true
             */
            is_supplier?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Ships on **Tuesdays**.
             */
            notes?: string | null;
            /**
             * Tax ID
             * @description Its tax number. May be empty.
             * @example DE111222333
             */
            tax_id?: string;
            /**
             * Tags
             * @description The tags of the company, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "fast",
             *       "eu"
             *     ]
             */
            tags?: string[];
            /**
             * Duplicate Company
             * @description Another company, and what to copy from it.
             */
            duplicate?: components["schemas"]["CompanyDuplicateOptions"];
        };
        /** @description A company to replace. `name` and `currency` must be sent. */
        CompanyUpdateRequest: {
            /**
             * Company name
             * @description The name. Together with the e-mail address it tells companies apart.
             * @example Bolt Depot
             */
            name: string;
            /**
             * Company description
             * @description What the company does. May be empty.
             * @example Fasteners of all kinds
             */
            description?: string;
            /**
             * Website
             * @description The address of its website, with http, https, ftp or ftps in front. May be empty.
             * @example https://bolts.example
             */
            website?: string;
            /**
             * Phone number
             * @description A telephone number. May be empty.
             * @example +49 30 5550123
             */
            phone?: string;
            /**
             * Email
             * @description An e-mail address, or empty. Two companies of one name need different addresses, and an empty one counts as an address; null does not.
             * @example sales@bolts.example
             */
            email?: string | null;
            /**
             * Currency
             * @description The currency that it deals in, one of those in the setting `CURRENCY_CODES`. A new company takes the default currency.
             * @example EUR
             */
            currency: string;
            /**
             * Contact
             * @description Whom to turn to there. May be empty.
             * @example Ida Roth
             */
            contact?: string;
            /**
             * Link
             * @description A web address of your own that tells more about the company. May be empty.
             * @example https://wiki.example/bolt-depot
             */
            link?: string;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Active
             * @description Whether you deal with the company at present.
             * @example true
             */
            active?: boolean;
            /**
             * Is customer
             * @description Whether it buys from you.
             * @example false
             */
            is_customer?: boolean;
            /**
             * Is manufacturer
             * @description Whether it makes parts.
             * @example false
             */
            is_manufacturer?: boolean;
            /**
             * Is supplier
             * @description Whether it sells to you.
             * @example true
             */
            is_supplier?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Ships on **Tuesdays**.
             */
            notes?: string | null;
            /**
             * Tax ID
             * @description Its tax number. May be empty.
             * @example DE111222333
             */
            tax_id?: string;
            /**
             * Tags
             * @description The tags of the company, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "fast",
             *       "eu"
             *     ]
             */
            tags?: string[];
        };
        /** @description The fields of a company that can be changed; all of them optional. */
        PatchedCompanyRequest: {
            /**
             * Company name
             * @description The name. Together with the e-mail address it tells companies apart.
             * @example Bolt Depot
             */
            name?: string;
            /**
             * Company description
             * @description What the company does. May be empty.
             * @example Fasteners of all kinds
             */
            description?: string;
            /**
             * Website
             * @description The address of its website, with http, https, ftp or ftps in front. May be empty.
             * @example https://bolts.example
             */
            website?: string;
            /**
             * Phone number
             * @description A telephone number. May be empty.
             * @example +49 30 5550123
             */
            phone?: string;
            /**
             * Email
             * @description An e-mail address, or empty. Two companies of one name need different addresses, and an empty one counts as an address; null does not.
             * @example sales@bolts.example
             */
            email?: string | null;
            /**
             * Currency
             * @description The currency that it deals in, one of those in the setting `CURRENCY_CODES`. A new company takes the default currency.
             * @example EUR
             */
            currency?: string;
            /**
             * Contact
             * @description Whom to turn to there. May be empty.
             * @example Ida Roth
             */
            contact?: string;
            /**
             * Link
             * @description A web address of your own that tells more about the company. May be empty.
             * @example https://wiki.example/bolt-depot
             */
            link?: string;
            /**
             * Image
             * @description The picture, as a file in a multipart body. In JSON only null makes sense, which takes the picture away; text in place of a file is
             *     refused.
             * @example null
             */
            image?: string | null;
            /**
             * Active
             * @description Whether you deal with the company at present.
             * @example true
             */
            active?: boolean;
            /**
             * Is customer
             * @description Whether it buys from you.
             * @example false
             */
            is_customer?: boolean;
            /**
             * Is manufacturer
             * @description Whether it makes parts.
             * @example false
             */
            is_manufacturer?: boolean;
            /**
             * Is supplier
             * @description Whether it sells to you.
             * @example true
             */
            is_supplier?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example Ships on **Tuesdays**.
             */
            notes?: string | null;
            /**
             * Tax ID
             * @description Its tax number. May be empty.
             * @example DE111222333
             */
            tax_id?: string;
            /**
             * Tags
             * @description The tags of the company, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used as
             *     it is. In a form, send the list as JSON text.
             * @example [
             *       "fast",
             *       "eu"
             *     ]
             */
            tags?: string[];
        };
        /** @description A company in brief, as the records that refer to it show it. */
        CompanyBrief: {
            /**
             * @description The primary key.
             * @example 4
             */
            pk: number;
            /**
             * @description Whether you deal with the company at present.
             * @example true
             */
            active: boolean;
            /**
             * @description The name.
             * @example Bolt Depot
             */
            name: string;
            /**
             * @description What the company does.
             * @example Fasteners of all kinds
             */
            description: string;
            /**
             * @description The address of the picture; null without one.
             * @example null
             */
            image: string | null;
            /**
             * @description The address of a small picture; a blank one where the company has none.
             * @example /static/img/blank_image.thumbnail.png
             */
            thumbnail: string;
            /**
             * @description The currency that it deals in.
             * @example EUR
             */
            currency: string;
            /**
             * @description Its tax number.
             * @example DE111222333
             */
            tax_id: string;
        };
        /** @description A part as a manufacturer makes it. */
        ManufacturerPart: {
            /**
             * @description The part that is made.
             * @example 41
             */
            part: number;
            /**
             * @description Who makes it; null only in imported data.
             * @example 5
             */
            manufacturer: number | null;
            /**
             * @description The number of the manufacturer; null only in imported data.
             * @example 91287A113
             */
            MPN: string | null;
            /**
             * Description
             * @description What the manufacturer calls it.
             * @example Hex head screw, M3 x 12
             */
            description: string | null;
            /**
             * Link
             * @description A web address that tells more. May be empty.
             * @example https://acme.example/91287A113
             */
            link: string | null;
            /**
             * @description Longer text in Markdown. Left out in lists.
             * @example null
             */
            notes?: string | null;
            /**
             * @description The tags of the manufacturer part, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "steel"
             *     ]
             */
            tags?: string[];
            /**
             * @description The primary key.
             * @example 8
             */
            pk: number;
            /**
             * @description The fingerprint of the barcode that was linked to the manufacturer part; empty without one.
             * @example
             */
            barcode_hash: string;
            /** @description The part in brief. Shown unless `part_detail=false`; in lists only with `part_detail=true`. */
            part_detail?: components["schemas"]["PartBrief"];
            /** @description The manufacturer in brief. Shown unless `manufacturer_detail=false`; in lists only with `manufacturer_detail=true`. */
            manufacturer_detail?: components["schemas"]["CompanyBrief"] | null;
            /**
             * @description Always null. Present with `pretty=true` and in answers to writes.
             * @example null
             */
            pretty_name?: string | null;
            /** @description The parameters of the manufacturer part. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
        };
        /** @description What one of a supplier part costs from a quantity on, without details. */
        SupplierPriceBreakBrief: {
            /**
             * @description The primary key.
             * @example 30
             */
            pk: number;
            /**
             * @description The supplier part that has the price.
             * @example 12
             */
            part: number;
            /**
             * Format: double
             * @description From how many on the price holds, in packs.
             * @example 100
             */
            quantity: number;
            /**
             * Format: double
             * @description What one pack costs; null only in imported data.
             * @example 0.12
             */
            price: number | null;
            /**
             * @description The currency of the price.
             * @example USD
             */
            price_currency: string;
            /**
             * @description Who sells it.
             * @example 4
             */
            supplier: number;
            /**
             * @description When it was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
        };
        /** @description A part as a supplier sells it. */
        SupplierPart: {
            /**
             * @description The primary key.
             * @example 12
             */
            pk: number;
            /**
             * @description The part that is sold.
             * @example 41
             */
            part: number;
            /**
             * @description Who sells it.
             * @example 4
             */
            supplier: number;
            /**
             * @description The order number of the supplier.
             * @example HX-312-A2
             */
            SKU: string;
            /**
             * @description The number of the manufacturer; null without a manufacturer part.
             * @example 91287A113
             */
            MPN: string | null;
            /**
             * @description The same thing as its manufacturer calls it.
             * @example 8
             */
            manufacturer_part: number | null;
            /**
             * @description What the supplier calls it.
             * @example Screw M3x12, bag
             */
            description: string | null;
            /**
             * @description A web address that tells more.
             * @example https://bolts.example/HX-312-A2
             */
            link: string | null;
            /**
             * @description A short remark.
             * @example Ask for samples
             */
            note: string | null;
            /**
             * @description What it comes in.
             * @example Bag
             */
            packaging: string | null;
            /**
             * @description How much is in one pack, as it was entered.
             * @example 25
             */
            pack_quantity: string;
            /**
             * Format: double
             * @description How much is in one pack, in the unit of the part.
             * @example 25
             */
            pack_quantity_native: number;
            /**
             * @description Whether it is still ordered.
             * @example true
             */
            active: boolean;
            /**
             * @description Whether it is the first choice for the part.
             * @example true
             */
            primary: boolean;
            /**
             * Format: double
             * @description How much stock of it there is. Null in the answer to a POST and within other records.
             * @example 60
             */
            in_stock: number | null;
            /**
             * @description The fingerprint of the barcode that was linked to the supplier part; empty without one.
             * @example
             */
            barcode_hash: string;
            /**
             * @description When it was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /**
             * @description Longer text in Markdown.
             * @example null
             */
            notes: string | null;
            /**
             * Format: double
             * @description How many packs are on order and have not arrived.
             * @example 0
             */
            on_order: number;
            /**
             * Format: double
             * @description How many the supplier has.
             * @example 400
             */
            available: number;
            /**
             * @description When `available` was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            availability_updated: string | null;
            /**
             * @description IPN, supplier, SKU, manufacturer and MPN, as far as there are any, joined by bars. Present with `pretty=true` and in answers to writes.
             * @example BLT-0312 | Bolt Depot | HX-312-A2
             */
            pretty_name?: string;
            /** @description The part in brief. Present with `part_detail=true` and in answers to writes. */
            part_detail?: components["schemas"]["PartBrief"];
            /** @description The supplier in brief. Present with `supplier_detail=true` and in answers to writes. */
            supplier_detail?: components["schemas"]["CompanyBrief"];
            /** @description The manufacturer in brief; null without a manufacturer part. Present with `manufacturer_detail=true` and in answers to writes. */
            manufacturer_detail?: components["schemas"]["CompanyBrief"] | null;
            /** @description The manufacturer part; null without one. Present with `manufacturer_part_detail=true` and in answers to writes. */
            manufacturer_part_detail?: components["schemas"]["ManufacturerPart"] | null;
            /** @description The prices by quantity, in the order in which they were entered. Present with `price_breaks=true` and in answers to writes. */
            price_breaks?: components["schemas"]["SupplierPriceBreakBrief"][];
            /**
             * @description The tags of the supplier part, in no particular order. Present with `tags=true` and in answers to writes.
             * @example [
             *       "stocked"
             *     ]
             */
            tags?: string[];
            /** @description The parameters of the supplier part. Present with `parameters=true` and in answers to writes. */
            parameters?: components["schemas"]["Parameter"][];
        };
        /** @description One page of supplier parts. */
        PaginatedSupplierPartList: {
            /**
             * @description How many supplier parts match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The supplier parts of this page. */
            results: components["schemas"]["SupplierPart"][];
        };
        /** @description The supplier parts as a bare array, all that match. */
        SupplierPartArray: components["schemas"]["SupplierPart"][];
        /** @description The supplier parts as one page (with `limit`) or as a bare array (without). */
        SupplierPartListAnswer: components["schemas"]["PaginatedSupplierPartList"] | components["schemas"]["SupplierPartArray"];
        /** @description What a new supplier part takes over from another one. Its plain fields are never copied; send them. */
        SupplierPartDuplicateOptions: {
            /**
             * Original
             * @description The supplier part to copy from.
             * @example 12
             */
            original: number;
            /**
             * Copy Parameters
             * @description Copy its parameters, except those whose values must be unique. True unless false is sent.
             * @example true
             */
            copy_parameters?: boolean;
        };
        /** @description A supplier part to create. `part`, `supplier` and `SKU` must be sent. */
        SupplierPartRequest: {
            /**
             * Base Part
             * @description The part that is sold. Only a part that can be bought.
             * @example 41
             */
            part: number;
            /**
             * Supplier
             * @description Who sells it. Only a company marked as a supplier.
             * @example 4
             */
            supplier: number;
            /**
             * SKU
             * @description The order number of the supplier.
             * @example HX-312-A2
             */
            SKU: string;
            /**
             * Manufacturer Part
             * @description The same thing as its manufacturer calls it. It must belong to the same part.
             * @example 8
             */
            manufacturer_part?: number | null;
            /**
             * Description
             * @description What the supplier calls it.
             * @example Screw M3x12, bag
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more, such as the page of the shop. May be empty.
             * @example https://bolts.example/HX-312-A2
             */
            link?: string | null;
            /**
             * Note
             * @description A short remark.
             * @example Ask for samples
             */
            note?: string | null;
            /**
             * Packaging
             * @description What it comes in.
             * @example Bag
             */
            packaging?: string | null;
            /**
             * Pack Quantity
             * @description How much is in one pack, as text, with a unit that fits that of the part: `25`, `2 dozen`, `100 m`. A plain number counts in the unit of
             *     the part. Empty means 1.
             * @example 25
             */
            pack_quantity?: string;
            /**
             * Available
             * Format: double
             * @description How many the supplier has, with at most three decimal places.
             * @example 400
             */
            available?: number;
            /**
             * Active
             * @description Whether it is still ordered.
             * @example true
             */
            active?: boolean;
            /**
             * Primary
             * @description Whether it is the first choice for the part. Only one supplier part of a part is.
             * @example true
             */
            primary?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example null
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the supplier part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used
             *     as it is. In a form, send the list as JSON text.
             * @example [
             *       "stocked"
             *     ]
             */
            tags?: string[];
            /**
             * Duplicate Supplier Part
             * @description Another supplier part, and what to copy from it.
             */
            duplicate?: components["schemas"]["SupplierPartDuplicateOptions"];
            /**
             * Manufacturer
             * @description The name of the manufacturer. Together with `MPN` it finds the manufacturer part to refer to, if no `manufacturer_part` is given.
             * @example Acme Semiconductors
             */
            manufacturer?: string;
            /**
             * MPN
             * @description The number of the manufacturer; see `manufacturer`. Passed over without that.
             * @example 91287A113
             */
            MPN?: string;
        };
        /** @description A supplier part to replace. `part`, `supplier` and `SKU` must be sent. */
        SupplierPartUpdateRequest: {
            /**
             * Base Part
             * @description The part that is sold. Only a part that can be bought.
             * @example 41
             */
            part: number;
            /**
             * Supplier
             * @description Who sells it. Only a company marked as a supplier.
             * @example 4
             */
            supplier: number;
            /**
             * SKU
             * @description The order number of the supplier.
             * @example HX-312-A2
             */
            SKU: string;
            /**
             * Manufacturer Part
             * @description The same thing as its manufacturer calls it. It must belong to the same part.
             * @example 8
             */
            manufacturer_part?: number | null;
            /**
             * Description
             * @description What the supplier calls it.
             * @example Screw M3x12, bag
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more, such as the page of the shop. May be empty.
             * @example https://bolts.example/HX-312-A2
             */
            link?: string | null;
            /**
             * Note
             * @description A short remark.
             * @example Ask for samples
             */
            note?: string | null;
            /**
             * Packaging
             * @description What it comes in.
             * @example Bag
             */
            packaging?: string | null;
            /**
             * Pack Quantity
             * @description How much is in one pack, as text, with a unit that fits that of the part: `25`, `2 dozen`, `100 m`. A plain number counts in the unit of
             *     the part. Empty means 1.
             * @example 25
             */
            pack_quantity?: string;
            /**
             * Available
             * Format: double
             * @description How many the supplier has, with at most three decimal places.
             * @example 400
             */
            available?: number;
            /**
             * Active
             * @description Whether it is still ordered.
             * @example true
             */
            active?: boolean;
            /**
             * Primary
             * @description Whether it is the first choice for the part. Only one supplier part of a part is.
             * @example true
             */
            primary?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example null
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the supplier part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used
             *     as it is. In a form, send the list as JSON text.
             * @example [
             *       "stocked"
             *     ]
             */
            tags?: string[];
        };
        /** @description The fields of a supplier part that can be changed; all of them optional. */
        PatchedSupplierPartRequest: {
            /**
             * Base Part
             * @description The part that is sold. Only a part that can be bought.
             * @example 41
             */
            part?: number;
            /**
             * Supplier
             * @description Who sells it. Only a company marked as a supplier.
             * @example 4
             */
            supplier?: number;
            /**
             * SKU
             * @description The order number of the supplier.
             * @example HX-312-A2
             */
            SKU?: string;
            /**
             * Manufacturer Part
             * @description The same thing as its manufacturer calls it. It must belong to the same part.
             * @example 8
             */
            manufacturer_part?: number | null;
            /**
             * Description
             * @description What the supplier calls it.
             * @example Screw M3x12, bag
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more, such as the page of the shop. May be empty.
             * @example https://bolts.example/HX-312-A2
             */
            link?: string | null;
            /**
             * Note
             * @description A short remark.
             * @example Ask for samples
             */
            note?: string | null;
            /**
             * Packaging
             * @description What it comes in.
             * @example Bag
             */
            packaging?: string | null;
            /**
             * Pack Quantity
             * @description How much is in one pack, as text, with a unit that fits that of the part: `25`, `2 dozen`, `100 m`. A plain number counts in the unit of
             *     the part. Empty means 1.
             * @example 25
             */
            pack_quantity?: string;
            /**
             * Available
             * Format: double
             * @description How many the supplier has, with at most three decimal places.
             * @example 400
             */
            available?: number;
            /**
             * Active
             * @description Whether it is still ordered.
             * @example true
             */
            active?: boolean;
            /**
             * Primary
             * @description Whether it is the first choice for the part. Only one supplier part of a part is.
             * @example true
             */
            primary?: boolean;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example null
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the supplier part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is used
             *     as it is. In a form, send the list as JSON text.
             * @example [
             *       "stocked"
             *     ]
             */
            tags?: string[];
        };
        /** @description One page of manufacturer parts. */
        PaginatedManufacturerPartList: {
            /**
             * @description How many manufacturer parts match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The manufacturer parts of this page. */
            results: components["schemas"]["ManufacturerPart"][];
        };
        /** @description The manufacturer parts as a bare array, all that match. */
        ManufacturerPartArray: components["schemas"]["ManufacturerPart"][];
        /** @description The manufacturer parts as one page (with `limit`) or as a bare array (without). */
        ManufacturerPartListAnswer: components["schemas"]["PaginatedManufacturerPartList"] | components["schemas"]["ManufacturerPartArray"];
        /** @description What a new manufacturer part takes over from another one. Its plain fields are never copied; send them. */
        ManufacturerPartDuplicateOptions: {
            /**
             * Original
             * @description The manufacturer part to copy from.
             * @example 8
             */
            original: number;
            /**
             * Copy Parameters
             * @description Copy its parameters, except those whose values must be unique. True unless false is sent.
             * @example true
             */
            copy_parameters?: boolean;
        };
        /** @description A manufacturer part to create. `part`, `manufacturer` and `MPN` are needed. */
        ManufacturerPartRequest: {
            /**
             * Base Part
             * @description The part that is made. Only a part that can be bought.
             * @example 41
             */
            part: number;
            /**
             * Manufacturer
             * @description Who makes it. Only a company marked as a manufacturer.
             * @example 5
             */
            manufacturer: number;
            /**
             * MPN
             * @description The number of the manufacturer. It cannot be null in the end; the server says so after it has read all fields.
             * @example 91287A113
             */
            MPN?: string | null;
            /**
             * Description
             * @description What the manufacturer calls it.
             * @example Hex head screw, M3 x 12
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more. May be empty.
             * @example https://acme.example/91287A113
             */
            link?: string | null;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example End of life in **2031**.
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the manufacturer part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is
             *     used as it is. In a form, send the list as JSON text.
             * @example [
             *       "steel"
             *     ]
             */
            tags?: string[];
            /**
             * Duplicate Manufacturer Part
             * @description Another manufacturer part, and what to copy from it.
             */
            duplicate?: components["schemas"]["ManufacturerPartDuplicateOptions"];
        };
        /** @description A manufacturer part to replace. */
        ManufacturerPartUpdateRequest: {
            /**
             * Base Part
             * @description The part that is made. Only a part that can be bought.
             * @example 41
             */
            part: number;
            /**
             * Manufacturer
             * @description Who makes it. Only a company marked as a manufacturer.
             * @example 5
             */
            manufacturer: number;
            /**
             * MPN
             * @description The number of the manufacturer. It cannot be null in the end; the server says so after it has read all fields.
             * @example 91287A113
             */
            MPN?: string | null;
            /**
             * Description
             * @description What the manufacturer calls it.
             * @example Hex head screw, M3 x 12
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more. May be empty.
             * @example https://acme.example/91287A113
             */
            link?: string | null;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example End of life in **2031**.
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the manufacturer part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is
             *     used as it is. In a form, send the list as JSON text.
             * @example [
             *       "steel"
             *     ]
             */
            tags?: string[];
        };
        /** @description The fields of a manufacturer part that can be changed; all of them optional. */
        PatchedManufacturerPartRequest: {
            /**
             * Base Part
             * @description The part that is made. Only a part that can be bought.
             * @example 41
             */
            part?: number;
            /**
             * Manufacturer
             * @description Who makes it. Only a company marked as a manufacturer.
             * @example 5
             */
            manufacturer?: number;
            /**
             * MPN
             * @description The number of the manufacturer. It cannot be null in the end; the server says so after it has read all fields.
             * @example 91287A113
             */
            MPN?: string | null;
            /**
             * Description
             * @description What the manufacturer calls it.
             * @example Hex head screw, M3 x 12
             */
            description?: string | null;
            /**
             * Link
             * @description A web address that tells more. May be empty.
             * @example https://acme.example/91287A113
             */
            link?: string | null;
            /**
             * Notes
             * @description Longer text in Markdown. HTML in it is refused.
             * @example End of life in **2031**.
             */
            notes?: string | null;
            /**
             * Tags
             * @description The tags of the manufacturer part, replacing those it had; an empty list takes them all away. A tag that is known in other letter case is
             *     used as it is. In a form, send the list as JSON text.
             * @example [
             *       "steel"
             *     ]
             */
            tags?: string[];
        };
        /** @description What one of a supplier part costs from a quantity on. */
        SupplierPriceBreak: {
            /**
             * Part
             * @description The supplier part that has the price.
             * @example 12
             */
            part: number;
            /**
             * Format: double
             * @description From how many on the price holds, in packs.
             * @example 100
             */
            quantity: number;
            /**
             * Format: double
             * @description What one pack costs; null only in imported data.
             * @example 0.12
             */
            price: number | null;
            /**
             * @description The currency of the price.
             * @example USD
             */
            price_currency: string;
            /**
             * @description The primary key.
             * @example 30
             */
            pk: number;
            /**
             * @description Who sells it.
             * @example 4
             */
            supplier: number;
            /**
             * @description When it was last written, in the time zone of the server.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /** @description The supplier in brief. Present with `supplier_detail=true` and in answers to writes. */
            supplier_detail?: components["schemas"]["CompanyBrief"];
            /** @description The supplier part, without what depends on stock and orders. Present with `part_detail=true` and in answers to writes. */
            part_detail?: components["schemas"]["SupplierPartBrief"];
        };
        /** @description One page of price breaks. */
        PaginatedSupplierPriceBreakList: {
            /**
             * @description How many price breaks match in all.
             * @example 19
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The price breaks of this page. */
            results: components["schemas"]["SupplierPriceBreak"][];
        };
        /** @description The price breaks as a bare array, all that match. */
        SupplierPriceBreakArray: components["schemas"]["SupplierPriceBreak"][];
        /** @description The price breaks as one page (with `limit`) or as a bare array (without). */
        SupplierPriceBreakListAnswer: components["schemas"]["PaginatedSupplierPriceBreakList"] | components["schemas"]["SupplierPriceBreakArray"];
        /** @description A supplier price break to create or to replace. */
        SupplierPriceBreakRequest: {
            /**
             * Part
             * @description The supplier part that has the price.
             * @example 12
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From how many on the price holds, in packs; 1 unless it is sent. Five decimal places are kept.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description What one pack costs, rounded to six decimal places. It cannot be null in the end; the server says so after it has read all fields.
             * @example 0.12
             */
            price: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description The fields of a supplier price break that can be changed; all of them optional. */
        PatchedSupplierPriceBreakRequest: {
            /**
             * Part
             * @description The supplier part that has the price.
             * @example 12
             */
            part?: number;
            /**
             * Quantity
             * Format: double
             * @description From how many on the price holds, in packs; 1 unless it is sent. Five decimal places are kept.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description What one pack costs, rounded to six decimal places. It cannot be null in the end; the server says so after it has read all fields.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency unless it is sent.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description The short name of a project, which orders and their lines can be charged to. */
        ProjectCode: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Project Code
             * @description The code itself, different from every other one.
             * @example PRJ-NIM
             */
            code: string;
            /**
             * Description
             * @description What the project is about. May be empty.
             * @example Project Nimbus
             */
            description: string;
            /**
             * Active
             * @description Whether the code is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active: boolean;
            /**
             * Responsible
             * @description The user or group that answers for the project.
             * @example 6
             */
            responsible: number | null;
            /** @description Who answers for the project; null if nobody does. */
            responsible_detail: components["schemas"]["Owner"] | null;
        };
        /** @description One page of project codes. */
        PaginatedProjectCodeList: {
            /**
             * @description How many project codes match in all.
             * @example 6
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The project codes of this page. */
            results: components["schemas"]["ProjectCode"][];
        };
        /** @description The project codes as a bare array, all that match. */
        ProjectCodeArray: components["schemas"]["ProjectCode"][];
        /** @description The project codes as one page (with `limit`) or as a bare array (without). */
        ProjectCodeListAnswer: components["schemas"]["PaginatedProjectCodeList"] | components["schemas"]["ProjectCodeArray"];
        /** @description A project code to create or to replace. */
        ProjectCodeRequest: {
            /**
             * Project Code
             * @description The code itself, different from every other one.
             * @example PRJ-NIM
             */
            code: string;
            /**
             * Description
             * @description What the project is about. May be empty.
             * @example Project Nimbus
             */
            description?: string;
            /**
             * Active
             * @description Whether the code is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active?: boolean;
            /**
             * Responsible
             * @description The user or group that answers for the project.
             * @example 6
             */
            responsible?: number | null;
        };
        /** @description The fields of a project code that can be written; all of them optional. */
        PatchedProjectCodeRequest: {
            /**
             * Project Code
             * @description The code itself, different from every other one.
             * @example PRJ-NIM
             */
            code?: string;
            /**
             * Description
             * @description What the project is about. May be empty.
             * @example Project Nimbus
             */
            description?: string;
            /**
             * Active
             * @description Whether the code is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active?: boolean;
            /**
             * Responsible
             * @description The user or group that answers for the project.
             * @example 6
             */
            responsible?: number | null;
        };
        /** @description A value that a setting can have. */
        SettingChoice: {
            /**
             * @description The value.
             * @example EUR
             */
            value: string;
            /**
             * @description What people call it.
             * @example EUR - Euro
             */
            display_name: string;
        };
        /** @description A setting of the server. */
        GlobalSettings: {
            /**
             * @description The primary key.
             * @example 18
             */
            pk: number;
            /**
             * @description The key, in capital letters.
             * @example INVENTREE_UPLOAD_MAX_SIZE
             */
            key: string;
            /**
             * @description The value, or the default, in the form that `type` says. Never null: a text without a value is empty.
             * @example 10
             */
            value: string | boolean | number;
            /**
             * @description What people call the setting.
             * @example Upload Size Limit
             */
            name: string;
            /**
             * @description What the setting does.
             * @example Maximum allowable upload size for images and files
             */
            description: string;
            /**
             * @description How to read and to offer the value. A `related field` holds the primary key of a record.
             * @example integer
             * @enum {string}
             */
            type: "boolean" | "integer" | "related field" | "string";
            /**
             * @description The unit of a number; empty if it has none.
             * @example MB
             */
            units: string;
            /**
             * @description The only values that are accepted; empty where any value of the type will do.
             * @example []
             */
            choices: components["schemas"]["SettingChoice"][];
            /**
             * @description The kind of record that a `related field` points to.
             * @example null
             */
            model_name: string | null;
            /**
             * @description Where such records are listed; null if the setting is no `related field`.
             * @example null
             */
            api_url: string | null;
            /**
             * @description Which kind of setting it is; always `inventree` here.
             * @example inventree
             * @enum {string}
             */
            typ: "inventree";
            /**
             * @description Whether the configuration of the server fixes the value.
             * @example false
             */
            read_only: boolean;
            /**
             * @description Whether a change must be confirmed by `manual_confirm`.
             * @example false
             */
            confirm: boolean;
            /**
             * @description What to ask before the change; empty if nothing is asked.
             * @example
             */
            confirm_text: string;
        };
        /** @description One page of global settings. */
        PaginatedGlobalSettingsList: {
            /**
             * @description How many settings match in all.
             * @example 158
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The settings of this page. */
            results: components["schemas"]["GlobalSettings"][];
        };
        /** @description The settings as a bare array, all that match. */
        GlobalSettingsArray: components["schemas"]["GlobalSettings"][];
        /** @description The settings as one page (with `limit`) or as a bare array (without). */
        GlobalSettingsListAnswer: components["schemas"]["PaginatedGlobalSettingsList"] | components["schemas"]["GlobalSettingsArray"];
        /** @description The new value of a global setting. */
        GlobalSettingsRequest: {
            /**
             * Value
             * @description The new value: a text, a number or a boolean, whatever the type of the setting; the server converts it. Null empties a text and switches
             *     a switch off.
             * @example EUR
             */
            value: unknown;
            /**
             * Confirm
             * @description Confirms the change of a setting that has `confirm`; passed over for all others.
             * @example true
             */
            manual_confirm?: boolean;
        };
        /** @description The new value of a global setting. */
        PatchedGlobalSettingsRequest: {
            /**
             * Value
             * @description The new value: a text, a number or a boolean, whatever the type of the setting; the server converts it. Null empties a text and switches
             *     a switch off.
             * @example EUR
             */
            value?: unknown;
            /**
             * Confirm
             * @description Confirms the change of a setting that has `confirm`; passed over for all others.
             * @example true
             */
            manual_confirm?: boolean;
        };
        /** @description A setting that every user has separately. */
        UserSettings: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * @description The key, in capital letters.
             * @example SEARCH_PREVIEW_RESULTS
             */
            key: string;
            /**
             * @description The value, or the default, in the form that `type` says. Never null: a text without a value is empty.
             * @example 10
             */
            value: string | boolean | number;
            /**
             * @description What people call the setting.
             * @example Search Preview Results
             */
            name: string;
            /**
             * @description What the setting does.
             * @example Number of results to show in each section of the search preview window
             */
            description: string;
            /**
             * @description Whose setting it is; always you.
             * @example 1
             */
            user: number;
            /**
             * @description How to read and to offer the value. A `related field` holds the primary key of a record.
             * @example integer
             * @enum {string}
             */
            type: "boolean" | "integer" | "related field" | "string";
            /**
             * @description The unit of a number; empty if it has none.
             * @example
             */
            units: string;
            /**
             * @description The only values that are accepted; empty where any value of the type will do.
             * @example []
             */
            choices: components["schemas"]["SettingChoice"][];
            /**
             * @description The kind of record that a `related field` points to.
             * @example null
             */
            model_name: string | null;
            /**
             * @description Where such records are listed; null if the setting is no `related field`.
             * @example null
             */
            api_url: string | null;
            /**
             * @description Which kind of setting it is; always `user` here.
             * @example user
             * @enum {string}
             */
            typ: "user";
            /**
             * @description Whether a change must be confirmed; false for all of these.
             * @example false
             */
            confirm: boolean;
            /**
             * @description What to ask before the change; empty if nothing is asked.
             * @example
             */
            confirm_text: string;
        };
        /** @description One page of own settings. */
        PaginatedUserSettingsList: {
            /**
             * @description How many settings match in all.
             * @example 42
             */
            count: number;
            /**
             * Format: uri
             * @description The address of the next page; null on the last one.
             */
            next: string | null;
            /**
             * Format: uri
             * @description The address of the page before; null on the first one.
             */
            previous: string | null;
            /** @description The settings of this page. */
            results: components["schemas"]["UserSettings"][];
        };
        /** @description The settings as a bare array, all that match. */
        UserSettingsArray: components["schemas"]["UserSettings"][];
        /** @description The settings as one page (with `limit`) or as a bare array (without). */
        UserSettingsListAnswer: components["schemas"]["PaginatedUserSettingsList"] | components["schemas"]["UserSettingsArray"];
        /** @description The new value of an own setting. */
        UserSettingsRequest: {
            /**
             * Value
             * @description The new value: a text, a number or a boolean, whatever the type of the setting; the server converts it. Null empties a text and switches
             *     a switch off.
             * @example DD-MM-YYYY
             */
            value: unknown;
        };
        /** @description The new value of an own setting. */
        PatchedUserSettingsRequest: {
            /**
             * Value
             * @description The new value: a text, a number or a boolean, whatever the type of the setting; the server converts it. Null empties a text and switches
             *     a switch off.
             * @example DD-MM-YYYY
             */
            value?: unknown;
        };
        /** @description What is kept with the record. */
        Metadata: {
            /**
             * @description The JSON object. Null with some kinds of record, such as build items, as long as nothing was written.
             * @example {
             *       "shelf": 4,
             *       "checked": true
             *     }
             */
            metadata: {
                [key: string]: unknown;
            } | null;
        };
        /** @description The new metadata. */
        MetadataRequest: {
            /**
             * Plugin Metadata
             * @description Any JSON object. Texts directly in it lose blanks at both ends and may not contain HTML; texts in lists are kept as they are.
             * @example {
             *       "shelf": 4,
             *       "checked": true
             *     }
             */
            metadata: {
                [key: string]: unknown;
            };
        };
        /** @description The keys to add or to replace. */
        PatchedMetadataRequest: {
            /**
             * Plugin Metadata
             * @description Any JSON object. Texts directly in it lose blanks at both ends and may not contain HTML; texts in lists are kept as they are.
             * @example {
             *       "shelf": 4,
             *       "checked": true
             *     }
             */
            metadata?: {
                [key: string]: unknown;
            };
        };
    };
    responses: {
        /** @description No credentials, or wrong ones. The header `WWW-Authenticate` names `Token`. */
        Unauthorized: {
            headers: {
                /** @description Always the word `Token`, after a failed Basic login too. */
                "WWW-Authenticate"?: "Token";
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description The user is known, but has no role that permits this. The same answer whether the record exists or not. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationError"];
            };
        };
        /** @description The request is not valid. Nothing was changed. Each wrong field is named with the reasons. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ValidationError"];
            };
        };
        /** @description The body is neither JSON nor a form (`application/x-www-form-urlencoded` or `multipart/form-data`). */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
        /** @description There is no such record. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Detail"];
            };
        };
    };
    parameters: {
        /**
         * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
         *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
         * @example 25
         */
        limit: number;
        /**
         * @description How many records to skip. Counts only together with `limit`.
         * @example 0
         */
        offset: number;
        /**
         * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
         *     fields, letter case aside.
         */
        search: string;
        /**
         * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
         * @example 7
         */
        id: number;
        /** @description `true` takes every word of `search` for a regular expression. */
        searchRegex: boolean;
        /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
        searchWhole: boolean;
        /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
        all: boolean;
        /**
         * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
         * @example INVENTREE_DEFAULT_CURRENCY
         */
        key: string;
        /**
         * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
         * @example part
         */
        model: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    root_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known about the server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfoApi"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    version_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    system_health_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The server is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["HealthCheckStatus"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The server is still starting. Ask again soon. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "loading"
                     *     }
                     */
                    "application/json": components["schemas"]["HealthCheckStatus"];
                };
            };
        };
    };
    schema_retrieve: {
        parameters: {
            query?: {
                /**
                 * @description The format of the answer. It wins over the header `Accept`; a word that is neither is answered by 404.
                 * @example json
                 */
                format?: "json" | "yaml";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contract. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.oai.openapi": string;
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such format. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "email" | "-email" | "username" | "-username" | "first_name" | "-first_name" | "last_name" | "-last_name" | "is_staff" | "-is_staff" | "is_superuser" | "-is_superuser" | "is_active" | "-is_active";
                /** @description Only the users who may, or may not, sign in. */
                is_active?: boolean;
                /** @description Only the users with, or without, the staff flag. */
                is_staff?: boolean;
                /** @description Only the superusers, or only the others. */
                is_superuser?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The users, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedUserListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    user_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendedUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ExtendedUserRequest"];
                "multipart/form-data": components["schemas"]["ExtendedUserRequest"];
            };
        };
        responses: {
            /** @description The new user. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedUser"];
                };
            };
            /** @description The request is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You lack the staff flag or the role, or you named `is_superuser` without being a superuser. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendedUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ExtendedUserRequest"];
                "multipart/form-data": components["schemas"]["ExtendedUserRequest"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedUser"];
                };
            };
            /** @description The request is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You lack the staff flag or the role, or you named `is_superuser` without being a superuser. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedExtendedUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedExtendedUserRequest"];
                "multipart/form-data": components["schemas"]["PatchedExtendedUserRequest"];
            };
        };
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtendedUser"];
                };
            };
            /** @description The request is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You lack the staff flag or the role, or you named `is_superuser` without being a superuser. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_set_password_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSetPasswordRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserSetPasswordRequest"];
                "multipart/form-data": components["schemas"]["UserSetPasswordRequest"];
            };
        };
        responses: {
            /** @description Done. The answer is an empty object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSetPassword"];
                };
            };
            /** @description The password was not accepted. The reasons for a weak one come as a single text. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_set_password_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUserSetPasswordRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedUserSetPasswordRequest"];
                "multipart/form-data": components["schemas"]["PatchedUserSetPasswordRequest"];
            };
        };
        responses: {
            /** @description Done. The answer is an empty object. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSetPassword"];
                };
            };
            /** @description The password was not accepted. The reasons for a weak one come as a single text. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such user. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_me_retrieve: {
        parameters: {
            query?: {
                /** @description `true` adds `roles` and `permissions`, what you may do. */
                roles?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeUser"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_me_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MeUserRequest"];
                "multipart/form-data": components["schemas"]["MeUserRequest"];
            };
        };
        responses: {
            /** @description Your account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_me_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your account is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_me_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMeUserRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedMeUserRequest"];
                "multipart/form-data": components["schemas"]["PatchedMeUserRequest"];
            };
        };
        responses: {
            /** @description Your account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeUser"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_me_profile_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_me_profile_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserProfileRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserProfileRequest"];
                "multipart/form-data": components["schemas"]["UserProfileRequest"];
            };
        };
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_me_profile_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserProfileRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserProfileRequest"];
                "multipart/form-data": components["schemas"]["UserProfileRequest"];
            };
        };
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_me_roles_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_me_token_retrieve: {
        parameters: {
            query?: {
                /**
                 * @description What the token is for, so that you can tell your tokens apart. Blanks at both ends are dropped, those inside become `-`, and only the first
                 *     100 characters count. Without it the token has an empty name.
                 * @example bench-scanner
                 */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, to be sent as `Authorization` header from now on, after the word `Token` and a blank. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAuthToken"];
                };
            };
            /** @description The name contains HTML. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_profile_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_profile_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserProfileRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserProfileRequest"];
                "multipart/form-data": components["schemas"]["UserProfileRequest"];
            };
        };
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_profile_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UserProfileRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserProfileRequest"];
                "multipart/form-data": components["schemas"]["UserProfileRequest"];
            };
        };
        responses: {
            /** @description Your profile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserProfile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_roles_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_token_retrieve: {
        parameters: {
            query?: {
                /**
                 * @description What the token is for, so that you can tell your tokens apart. Blanks at both ends are dropped, those inside become `-`, and only the first
                 *     100 characters count. Without it the token has an empty name.
                 * @example bench-scanner
                 */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token, to be sent as `Authorization` header from now on, after the word `Token` and a blank. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAuthToken"];
                };
            };
            /** @description The name contains HTML. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_tokens_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by `id`.
                 */
                ordering?: "created" | "-created" | "expiry" | "-expiry" | "last_seen" | "-last_seen" | "user" | "-user" | "name" | "-name" | "revoked" | "-revoked";
                /** @description Only the tokens that are, or are not, revoked. */
                revoked?: boolean;
                /** @description Only the tokens of this user. Those of others are seen only by a superuser with `all_users=true`. */
                user?: number;
                /** @description `true` lets a superuser reach the tokens of all users; nobody else. Without it everyone reaches only their own. */
                all_users?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiTokenListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    user_tokens_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApiTokenRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ApiTokenRequest"];
                "multipart/form-data": components["schemas"]["ApiTokenRequest"];
            };
        };
        responses: {
            /** @description The new token, in full. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"];
                };
            };
            /** @description The request is not valid. Nothing was made. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_tokens_retrieve: {
        parameters: {
            query?: {
                /** @description `true` lets a superuser reach the tokens of all users; nobody else. Without it everyone reaches only their own. */
                all_users?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiToken"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such token, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_tokens_destroy: {
        parameters: {
            query?: {
                /** @description `true` lets a superuser reach the tokens of all users; nobody else. Without it everyone reaches only their own. */
                all_users?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The token is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such token, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_group_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description The field to sort by, with `-` in front for the reverse. Without it the groups come by pk. */
                ordering?: "name" | "-name";
                /** @description Adds `roles`, the rulesets of the group. `false` leaves them out and makes the answer much smaller. */
                role_detail?: boolean;
                /** @description Adds `permissions`, what the group permits by kind of record. */
                permission_detail?: boolean;
                /** @description Adds `users`, the members of the group. */
                user_detail?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The groups, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    user_group_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GroupRequest"];
                "multipart/form-data": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            /** @description The new group. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_group_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `roles`, the rulesets of the group. `false` leaves them out and makes the answer much smaller. */
                role_detail?: boolean;
                /** @description Adds `permissions`, what the group permits by kind of record. */
                permission_detail?: boolean;
                /** @description Adds `users`, the members of the group. */
                user_detail?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_group_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GroupRequest"];
                "multipart/form-data": components["schemas"]["GroupRequest"];
            };
        };
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_group_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_group_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedGroupRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedGroupRequest"];
                "multipart/form-data": components["schemas"]["PatchedGroupRequest"];
            };
        };
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such group. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_ruleset_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description The field to sort by, with `-` in front for the reverse. Ties are broken by pk. */
                ordering?: "name" | "-name";
                /** @description Only the rulesets of this group. */
                group?: number;
                /** @description Only the rulesets for this role. */
                name?: "admin" | "part_category" | "part" | "bom" | "stock_location" | "stock" | "build" | "purchase_order" | "sales_order" | "return_order" | "transfer_order";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rulesets, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSetListAnswer"];
                };
            };
            /** @description A filter has a value that it cannot have. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    user_ruleset_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ruleset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such ruleset. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_ruleset_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RuleSetRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RuleSetRequest"];
                "multipart/form-data": components["schemas"]["RuleSetRequest"];
            };
        };
        responses: {
            /** @description The ruleset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such ruleset. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_ruleset_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ruleset is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such ruleset. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    user_ruleset_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RuleSetRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["RuleSetRequest"];
                "multipart/form-data": components["schemas"]["RuleSetRequest"];
            };
        };
        responses: {
            /** @description The ruleset. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleSet"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such ruleset. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    user_owner_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description Accepted, but without effect. The order is always that of the pk. */
                ordering?: string;
                /** @description Only the users who may, or may not, sign in. Groups are in both answers. */
                is_active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owners, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnerListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    user_owner_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The owner. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Owner"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such owner. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    part_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description `true` looks for the words of `search` in the notes as well. */
                search_notes?: boolean;
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     `category` and `default_location` sort by pk, not by name. Ties are broken by pk.
                 * @example -in_stock
                 */
                ordering?: "id" | "-id" | "name" | "-name" | "creation_date" | "-creation_date" | "IPN" | "-IPN" | "ordering" | "-ordering" | "in_stock" | "-in_stock" | "total_in_stock" | "-total_in_stock" | "unallocated_stock" | "-unallocated_stock" | "category" | "-category" | "default_location" | "-default_location" | "units" | "-units" | "pricing_min" | "-pricing_min" | "pricing_max" | "-pricing_max" | "pricing_updated" | "-pricing_updated" | "revision" | "-revision" | "revision_count" | "-revision_count";
                /**
                 * @description Only the parts with exactly this IPN, letter case aside.
                 * @example BLT-0312
                 */
                IPN?: string;
                /**
                 * @description Only the parts whose IPN matches this regular expression anywhere, letter case aside.
                 * @example ^BLT-
                 */
                IPN_regex?: string;
                /** @description Only the parts with, or without, an IPN. */
                has_ipn?: boolean;
                /**
                 * @description Only the parts whose name matches this regular expression anywhere, letter case aside.
                 * @example M3.*bolt
                 */
                name_regex?: string;
                /** @description Only the parts with, or without, a unit. */
                has_units?: boolean;
                /**
                 * @description Only the parts that carry all of these tags, joined by commas. Letter case does not matter.
                 * @example stainless,metric
                 */
                tag_name?: string;
                /**
                 * @description Only the parts of this category and of those below it; with `cascade=false` of this category alone. `null` together with
                 *     `cascade=false` asks for parts without a category. Without `cascade=false`, `null` and a category that does not exist do not filter
                 *     at all.
                 * @example 7
                 */
                category?: number;
                /** @description Whether `category` reaches down to the categories below. True unless `false` is sent; has no effect of its own. */
                cascade?: boolean;
                /** @description Only the parts that are kept at exactly this location. */
                default_location?: number;
                /**
                 * @description Only the parts created after this day.
                 * @example 2026-01-31
                 */
                created_after?: string;
                /** @description Only the parts created before this day. */
                created_before?: string;
                /**
                 * @description Leaves out the parts with these primary keys, joined by commas.
                 * @example [
                 *       41,
                 *       42
                 *     ]
                 */
                exclude_id?: number[];
                /** @description Only the parts that are, or are not, in use. */
                active?: boolean;
                /** @description Only the parts that are, or are not, built from others. */
                assembly?: boolean;
                /** @description Only the parts whose bill of materials somebody has, or has not, declared valid. */
                bom_valid?: boolean;
                /** @description Only the parts that can, or cannot, go into an assembly. */
                component?: boolean;
                /** @description Only the parts that are, or are not, used up without being counted. */
                consumable?: boolean;
                /** @description Only the parts that can, or cannot, have variants. */
                is_template?: boolean;
                /** @description Only the parts that are, or are not, locked. */
                locked?: boolean;
                /** @description Only the parts that can, or cannot, be bought. */
                purchaseable?: boolean;
                /** @description Only the parts that can, or cannot, be sold. */
                salable?: boolean;
                /** @description Only the parts that you have, or have not, subscribed to yourself. */
                starred?: boolean;
                /** @description Only the parts whose stock can, or cannot, be tested. */
                testable?: boolean;
                /** @description Only the parts that are, or are not, followed by serial number. */
                trackable?: boolean;
                /** @description Only the parts that exist on paper only, or only the others. */
                virtual?: boolean;
                /** @description Only the variants below this template, on all levels. */
                ancestor?: number;
                /** @description Only the direct variants of this template. */
                variant_of?: number;
                /** @description Only the parts that are, or are not, a variant of a template. */
                is_variant?: boolean;
                /** @description Leaves out this part and all variants below it. Useful to offer possible templates. */
                exclude_tree?: number;
                /**
                 * @description Only the parts that stock of this part can be turned into: the variants below it, its template, and the other variants of that
                 *     template. Inactive and virtual parts are left out.
                 */
                convert_from?: number;
                /** @description Only the direct revisions of this part. */
                revision_of?: number;
                /** @description Only the parts that are, or are not, a revision of another one. */
                is_revision?: boolean;
                /** @description Only the parts that do, or do not, have revisions. */
                has_revisions?: boolean;
                /** @description Only the parts that this assembly can use: those of its own and inherited lines, with the variants and substitutes that a line allows. */
                in_bom_for?: number;
                /** @description Only the parts that are linked to this one as related, in either direction. 0 does not filter; an unknown part has none. */
                related?: number;
                /** @description Only the parts that are **not** linked to this one as related. An unknown part does not filter. */
                exclude_related?: number;
                /** @description Only the parts with, or without, stock of their own; that of variants is not counted. */
                has_stock?: boolean;
                /**
                 * @description `true` asks for parts with less stock than `minimum_stock`, variants included; `false` for those that have enough. Parts with a
                 *     minimum of 0 are never low.
                 */
                low_stock?: boolean;
                /**
                 * @description `true` asks for parts with more stock than `maximum_stock`, variants included; `false` for the others. Parts with a maximum of 0 never
                 *     have too much.
                 */
                high_stock?: boolean;
                /** @description `true` asks for parts that have stock items, but nothing left in them; `false` for all others. */
                depleted_stock?: boolean;
                /** @description Only the parts with, or without, stock that is not set aside for anything. */
                unallocated_stock?: boolean;
                /** @description Only the parts that are, or are not, on order from a supplier. */
                on_order?: boolean;
                /** @description Only the parts of which unfinished build orders need more than is set aside for them, or only the others. */
                stock_to_build?: boolean;
                /** @description Only the parts of which a price is, or is not, known. */
                has_pricing?: boolean;
                /** @description Adds `category_detail`, the category with its fields. */
                category_detail?: boolean;
                /** @description Adds `category_path`, the way from the top down to the category. */
                path_detail?: boolean;
                /** @description Adds `default_location_detail`, the default location in brief. */
                location_detail?: boolean;
                /** @description Adds `parameters`, the parameters with their templates. */
                parameters?: boolean;
                /** @description Adds `price_breaks`, the sale prices by quantity. */
                price_breaks?: boolean;
                /**
                 * @description Adds `tags`, the tags of each part. Older clients send names of tags here: any value that is no flag filters as `tag_name` does, and
                 *     adds nothing.
                 */
                tags?: boolean;
                /** @description `false` leaves out `pricing_min`, `pricing_max` and `pricing_updated`. */
                pricing?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parts, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartListAnswer"];
                };
            };
            /** @description A filter has a value that cannot be understood, or names a record that does not exist. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_bulk_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkPartRequest"];
            };
        };
        responses: {
            /** @description The changed parts, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPartAnswer"];
                };
            };
            /** @description The selection or the change is not valid. Nothing was changed. What is wrong with the selection is said in a plain sentence. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartRequest"];
                "multipart/form-data": components["schemas"]["PartRequest"];
            };
        };
        responses: {
            /** @description The new part with all its details. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            /** @description The part is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_bulk_partial_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkPartRequest"];
            };
        };
        responses: {
            /** @description The changed parts, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPartAnswer"];
                };
            };
            /** @description The selection or the change is not valid. Nothing was changed. What is wrong with the selection is said in a plain sentence. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `category_detail`, the category with its fields. */
                category_detail?: boolean;
                /** @description Adds `category_path`, the way from the top down to the category. */
                path_detail?: boolean;
                /** @description Adds `default_location_detail`, the default location in brief. */
                location_detail?: boolean;
                /** @description Adds `parameters`, the parameters with their templates. */
                parameters?: boolean;
                /** @description Adds `price_breaks`, the sale prices by quantity. */
                price_breaks?: boolean;
                /** @description Adds `tags`, the tags of the part. */
                tags?: boolean;
                /** @description `false` leaves out `pricing_min`, `pricing_max` and `pricing_updated`. */
                pricing?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartUpdateRequest"];
                "multipart/form-data": components["schemas"]["PartUpdateRequest"];
            };
        };
        responses: {
            /** @description The changed part with all its details. Quantities and `starred` are those from before the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            /** @description The part is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The part is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The part cannot be deleted as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedPartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartRequest"];
            };
        };
        responses: {
            /** @description The changed part with all its details. Quantities and `starred` are those from before the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Part"];
                };
            };
            /** @description The part is not valid. Nothing was changed. Each wrong field is named with the reasons. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "name" | "-name" | "pathstring" | "-pathstring" | "level" | "-level" | "tree_id" | "-tree_id" | "lft" | "-lft" | "part_count" | "-part_count";
                /** @description Only the categories with exactly this name. */
                name?: string;
                /** @description Only the direct children of this category; with `cascade=true` everything below it. */
                parent?: number;
                /** @description With `parent`, `true` reaches down to all descendants. Without `parent`, `false` keeps the top level alone. */
                cascade?: boolean;
                /** @description How many levels to go down, counted from `parent` or, without one, from the top (0). */
                depth?: number;
                /** @description `true` keeps the top level alone, unless `cascade` is true as well. */
                top_level?: boolean;
                /** @description Only the categories that you have, or have not, subscribed to yourself. */
                starred?: boolean;
                /** @description Only the categories that can, or cannot, hold parts themselves. */
                structural?: boolean;
                /** @description Leaves out this category and everything below it. Useful to offer possible new parents. */
                exclude_tree?: number;
                /** @description Adds `path`, the way from the top down to the category. */
                path_detail?: boolean;
                /** @description Adds `parameters`, the parameters of the category itself with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The categories, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_category_bulk_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCategoryRequest"];
            };
        };
        responses: {
            /** @description The changed categories, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCategoryAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CategoryRequest"];
                "multipart/form-data": components["schemas"]["CategoryRequest"];
            };
        };
        responses: {
            /** @description The new category. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_bulk_partial_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkCategoryRequest"];
            };
        };
        responses: {
            /** @description The changed categories, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCategoryAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `path`, the way from the top down to the category. */
                path_detail?: boolean;
                /** @description Adds `parameters`, the parameters of the category itself with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_category_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CategoryRequest"];
                "multipart/form-data": components["schemas"]["CategoryRequest"];
            };
        };
        responses: {
            /** @description The category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryDeleteRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CategoryDeleteRequest"];
                "multipart/form-data": components["schemas"]["CategoryDeleteRequest"];
            };
        };
        responses: {
            /** @description The category is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedCategoryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedCategoryRequest"];
                "multipart/form-data": components["schemas"]["PatchedCategoryRequest"];
            };
        };
        responses: {
            /** @description The category. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Category"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_category_tree_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description The field to sort by, with `-` in front for the reverse. */
                ordering?: "level" | "-level" | "name" | "-name" | "subcategories" | "-subcategories";
                /** @description Only the direct children of this category. */
                parent?: number;
                /** @description Only the categories of this tree; each top-level category is the root of one. */
                tree_id?: number;
                /** @description Only the categories on exactly this level; the top is 0. */
                level?: number;
                /** @description Only the categories down to this level. */
                max_level?: number;
                /** @description Adds this category, its ancestors and its siblings to the result, whatever the other filters say. */
                expand_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryTreeListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    stock_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. `part` sorts
                 *     by name, `location` by path, `stock` by quantity and serial number. Ties are broken by pk.
                 */
                ordering?: "batch" | "-batch" | "location" | "-location" | "part" | "-part" | "part__name" | "-part__name" | "part__IPN" | "-part__IPN" | "updated" | "-updated" | "purchase_price" | "-purchase_price" | "creation_date" | "-creation_date" | "stocktake_date" | "-stocktake_date" | "expiry_date" | "-expiry_date" | "packaging" | "-packaging" | "quantity" | "-quantity" | "stock" | "-stock" | "status" | "-status" | "IPN" | "-IPN" | "SKU" | "-SKU" | "MPN" | "-MPN";
                /** @description Only stock of this part, and of its variants unless `include_variants=false`. */
                part?: number;
                /** @description Whether `part` reaches down to the variants. True unless `false` is sent; has no effect of its own. */
                include_variants?: boolean;
                /** @description Only stock of this part and of all parts that descend from the same template. */
                part_tree?: number;
                /** @description Only stock of parts with exactly this name, letter case aside. */
                name?: string;
                /** @description Only stock of parts whose name holds this text, letter case aside. */
                name_contains?: string;
                /** @description Only stock of parts whose name matches this regular expression anywhere, letter case aside. */
                name_regex?: string;
                /** @description Only stock of parts with exactly this IPN, letter case aside. */
                IPN?: string;
                /** @description Only stock of parts whose IPN holds this text, letter case aside. */
                IPN_contains?: string;
                /** @description Only stock of parts whose IPN matches this regular expression anywhere, letter case aside. */
                IPN_regex?: string;
                /** @description Only stock of parts that are, or are not, in use. */
                active?: boolean;
                /** @description Only stock of parts that are, or are not, built from others. */
                assembly?: boolean;
                /** @description Only stock of parts that can, or cannot, be sold. */
                salable?: boolean;
                /** @description Only stock of parts in this category or below it. */
                category?: number;
                /** @description Only stock that this line of a bill of materials can be filled with: its part, variants where they are allowed, and substitutes. */
                bom_item?: number;
                /** @description Only stock of this supplier part. */
                supplier_part?: number;
                /** @description Only stock of supplier parts that refer to this manufacturer part. */
                manufacturer_part?: number;
                /** @description Only stock from this supplier. */
                supplier?: number;
                /** @description Only stock from this manufacturer. */
                manufacturer?: number;
                /** @description Only stock that this company sold or made. */
                company?: number;
                /**
                 * @description Only stock in this location and below it; with `cascade=false` in this location alone. `null` together with `cascade=false`
                 *     asks for stock without a location. Without `cascade=false`, `null` and a location that does not exist do not filter at all.
                 */
                location?: number;
                /** @description Whether `location` reaches down to the locations below. True unless `false` is sent; has no effect of its own. */
                cascade?: boolean;
                /** @description Only stock that lies, or does not lie, in other hands. */
                external?: boolean;
                /** @description Only stock in this state. For a state of your own send its key; a built-in state leaves out stock that has one of your own. */
                status?: number;
                /** @description Only what counts, or does not count, as in stock: there is some, in a usable state, not sold, installed, used up or in production. */
                in_stock?: boolean;
                /** @description `true`: only what is in stock and not all allocated; `false`: only what is allocated in full. */
                available?: boolean;
                /** @description Only stock that is, or is not, set aside for an order. */
                allocated?: boolean;
                /** @description Only stock of which nothing, or something, is left. */
                depleted?: boolean;
                /** @description Only stock of at least this quantity. */
                min_stock?: number;
                /** @description Only stock of at most this quantity. */
                max_stock?: number;
                /** @description Only stock with exactly this serial number, in this letter case. */
                serial?: string;
                /** @description Only stock with at least this serial number, read as a number. */
                serial_gte?: number;
                /** @description Only stock with at most this serial number, read as a number. */
                serial_lte?: number;
                /** @description Only stock with, or without, a serial number. */
                serialized?: boolean;
                /** @description Only stock of exactly this batch, letter case aside. */
                batch?: string;
                /** @description Only stock whose batch matches this regular expression anywhere, letter case aside. */
                batch_regex?: string;
                /** @description Only stock with, or without, a batch code. */
                has_batch?: boolean;
                /** @description Only stock with a serial number or a batch code, or with neither. */
                tracked?: boolean;
                /** @description Only stock that is, or is not, in production. */
                is_building?: boolean;
                /** @description Only stock that was, or was not, used up by a build order. */
                consumed?: boolean;
                /** @description Only stock that this build order used up. */
                consumed_by?: number;
                /** @description Only stock that this build order made. */
                build?: number;
                /** @description Only stock that was split from this item. */
                parent?: number;
                /** @description Only stock that is installed in this item. */
                belongs_to?: number;
                /** @description Only stock that is, or is not, installed in another item. */
                installed?: boolean;
                /** @description Only stock that has, or has not, other items installed in it. */
                has_installed_items?: boolean;
                /** @description Only stock that other items were, or were not, split from. */
                has_child_items?: boolean;
                /** @description Only stock that this customer has. */
                customer?: number;
                /** @description Only stock that a customer has, or that no customer has. */
                sent_to_customer?: boolean;
                /** @description Only stock that came with this purchase order. */
                purchase_order?: number;
                /** @description Only stock that went out with this sales order. */
                sales_order?: number;
                /** @description Only stock with, or without, a purchase price. */
                has_purchase_price?: boolean;
                /** @description Only stock that was ever, or never, counted. */
                has_stocktake?: boolean;
                /** @description Only stock whose expiry date has, or has not, passed. Counts only while the setting `STOCK_ENABLE_EXPIRY` is on. */
                expired?: boolean;
                /** @description Only stock that expires, or does not expire, within `STOCK_STALE_DAYS`. Has no effect while that setting is 0. */
                stale?: boolean;
                /** @description Only stock that was created after the beginning of this day. */
                created_after?: string;
                /** @description Only stock that was created before the beginning of this day. */
                created_before?: string;
                /** @description Only stock that was last changed after the beginning of this day. */
                updated_after?: string;
                /** @description Only stock that was last changed before the beginning of this day. */
                updated_before?: string;
                /** @description Only stock that was last counted after this day. */
                stocktake_after?: string;
                /** @description Only stock that was last counted before this day. */
                stocktake_before?: string;
                /** @description Only stock that expires after this day. */
                expiry_after?: string;
                /** @description Only stock that expires before this day. */
                expiry_before?: string;
                /** @description Only stock that carries all of these tags, joined by commas. Letter case does not matter. */
                tag_name?: string;
                /** @description Only stock that carries a tag of exactly this name. */
                tags__name?: string;
                /** @description Only stock that carries a tag of exactly this key. */
                tags__slug?: string;
                /** @description `false` leaves out `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description Adds `location_detail`, the location in brief. */
                location_detail?: boolean;
                /** @description Adds `location_path`, the way from the top down to the location. */
                path_detail?: boolean;
                /** @description Adds `supplier_part_detail`, the supplier part. */
                supplier_part_detail?: boolean;
                /** @description Adds `tests`, the test results of the item. */
                tests?: boolean;
                /**
                 * @description Adds `tags`, the tags of each item. Older clients send names of tags here: any value that is no flag filters as `tag_name` does, and adds
                 *     nothing.
                 */
                tags?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock items, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItemListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    stock_bulk_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkStockItemRequest"];
            };
        };
        responses: {
            /** @description The changed items, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkStockItemAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockItemRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["StockItemRequest"];
                "multipart/form-data": components["schemas"]["StockItemRequest"];
            };
        };
        responses: {
            /** @description The new stock items. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItemArray"];
                };
            };
            /** @description The stock is not valid. Nothing was created. What is wrong at first glance is said in a plain sentence, in place of a list. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_bulk_destroy: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description They are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDeleteAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_bulk_partial_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkStockItemRequest"];
            };
        };
        responses: {
            /** @description The changed items, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkStockItemAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description Adds `location_detail`, the location in brief. */
                location_detail?: boolean;
                /** @description Adds `location_path`, the way from the top down to the location. */
                path_detail?: boolean;
                /** @description Adds `supplier_part_detail`, the supplier part. */
                supplier_part_detail?: boolean;
                /** @description Adds `tests`, the test results of the item. */
                tests?: boolean;
                /** @description Adds `tags`, the tags of the item. */
                tags?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock item. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such stock item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockItemUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["StockItemUpdateRequest"];
                "multipart/form-data": components["schemas"]["StockItemUpdateRequest"];
            };
        };
        responses: {
            /** @description The changed item with all its details. Counters, `expired` and `stale` are those from before the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such stock item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stock item is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The item cannot be deleted as things are. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such stock item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedStockItemRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedStockItemRequest"];
                "multipart/form-data": components["schemas"]["PatchedStockItemRequest"];
            };
        };
        responses: {
            /** @description The changed item with all its details. Counters, `expired` and `stale` are those from before the change. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItem"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such stock item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_serial_numbers_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The neighbours; both are null for an item without a serial number. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockItemSerialNumbers"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such stock item. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_location_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "name" | "-name" | "pathstring" | "-pathstring" | "items" | "-items" | "level" | "-level" | "tree_id" | "-tree_id" | "lft" | "-lft";
                /** @description Only the locations with exactly this name. */
                name?: string;
                /** @description Only the locations directly in this one; with `cascade=true` everything below it. */
                parent?: number;
                /** @description With `parent`, `true` reaches down to everything below. Without `parent`, `false` keeps the top level alone. */
                cascade?: boolean;
                /** @description How many levels to go down, counted from `parent` or, without one, from the top (0). */
                depth?: number;
                /** @description `true` keeps the top level alone, unless `cascade` is true as well. */
                top_level?: boolean;
                /** @description Only the locations that can, or cannot, hold stock themselves. */
                structural?: boolean;
                /** @description Only the locations that are, or are not, in other hands. */
                external?: boolean;
                /** @description Only the locations of this type. */
                location_type?: number;
                /** @description Only the locations that have, or have not, a type. */
                has_location_type?: boolean;
                /** @description Only the locations that carry all of these tags, joined by commas. Letter case does not matter. */
                tag_name?: string;
                /** @description Adds `path`, the way from the top down to the location. */
                path_detail?: boolean;
                /**
                 * @description Adds `tags`, the tags of each location. Older clients send names of tags here: any value that is no flag filters as `tag_name` does,
                 *     and adds nothing.
                 */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the location with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The locations, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    stock_location_bulk_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkLocationRequest"];
            };
        };
        responses: {
            /** @description The changed locations, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkLocationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocationRequest"];
                "multipart/form-data": components["schemas"]["LocationRequest"];
            };
        };
        responses: {
            /** @description The new location, without `items` and `sublocations`. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_bulk_partial_update: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkLocationRequest"];
            };
        };
        responses: {
            /** @description The changed locations, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkLocationAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `path`, the way from the top down to the location. */
                path_detail?: boolean;
                /** @description Adds `tags`, the tags of the location. */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the location with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The location. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_location_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocationRequest"];
                "multipart/form-data": components["schemas"]["LocationRequest"];
            };
        };
        responses: {
            /** @description The location. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationDeleteRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["LocationDeleteRequest"];
                "multipart/form-data": components["schemas"]["LocationDeleteRequest"];
            };
        };
        responses: {
            /** @description The location is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedLocationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedLocationRequest"];
                "multipart/form-data": components["schemas"]["PatchedLocationRequest"];
            };
        };
        responses: {
            /** @description The location. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such location. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_tree_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description The field to sort by, with `-` in front for the reverse. `subcategories` sorts by `sublocations`. */
                ordering?: "level" | "-level" | "name" | "-name" | "subcategories" | "-subcategories";
                /** @description Only the locations directly in this one. */
                parent?: number;
                /** @description Only the locations of this tree; each location at the top is the root of one. */
                tree_id?: number;
                /** @description Only the locations on exactly this level; the top is 0. */
                level?: number;
                /** @description Only the locations down to this level. */
                max_level?: number;
                /** @description Adds this location, those above it and those beside it to the result, whatever the other filters say. */
                expand_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationTreeListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    stock_location_type_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description The field to sort by, with `-` in front for the reverse. */
                ordering?: "name" | "-name" | "location_count" | "-location_count" | "icon" | "-icon";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLocationTypeListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    stock_location_type_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockLocationTypeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["StockLocationTypeRequest"];
                "multipart/form-data": components["schemas"]["StockLocationTypeRequest"];
            };
        };
        responses: {
            /** @description The new type. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLocationType"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_type_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLocationType"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such type. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_location_type_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StockLocationTypeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["StockLocationTypeRequest"];
                "multipart/form-data": components["schemas"]["StockLocationTypeRequest"];
            };
        };
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLocationType"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such type. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    stock_location_type_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The type is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such type. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    stock_location_type_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedStockLocationTypeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedStockLocationTypeRequest"];
                "multipart/form-data": components["schemas"]["PatchedStockLocationTypeRequest"];
            };
        };
        responses: {
            /** @description The type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StockLocationType"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such type. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "active" | "-active" | "name" | "-name" | "parts_supplied" | "-parts_supplied" | "parts_manufactured" | "-parts_manufactured";
                /** @description Only the companies with exactly this name. */
                name?: string;
                /** @description Only the companies that are, or are not, in use. */
                active?: boolean;
                /** @description Only the companies that buy, or do not buy, from you. */
                is_customer?: boolean;
                /** @description Only the companies that make, or do not make, parts. */
                is_manufacturer?: boolean;
                /** @description Only the companies that sell, or do not sell, to you. */
                is_supplier?: boolean;
                /** @description Only the companies that carry all of these tags, joined by commas. Letter case does not matter. */
                tag_name?: string;
                /** @description Adds `primary_address`, the address that the company is reached at first. */
                address_detail?: boolean;
                /**
                 * @description Adds `tags`, the tags of each company. Older clients send names of tags here: any value that is no flag filters as `tag_name` does,
                 *     and adds nothing.
                 */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the company with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The companies, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    company_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CompanyRequest"];
                "multipart/form-data": components["schemas"]["CompanyRequest"];
            };
        };
        responses: {
            /** @description The new company. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `primary_address`, the address that the company is reached at first. */
                address_detail?: boolean;
                /** @description Adds `tags`, the tags of the company. */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the company with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CompanyUpdateRequest"];
                "multipart/form-data": components["schemas"]["CompanyUpdateRequest"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The company is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedCompanyRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedCompanyRequest"];
                "multipart/form-data": components["schemas"]["PatchedCompanyRequest"];
            };
        };
        responses: {
            /** @description The company. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such company. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. `part`,
                 *     `supplier` and `manufacturer` sort by name, `pack_quantity` by size. Ties are broken by pk.
                 */
                ordering?: "part" | "-part" | "supplier" | "-supplier" | "manufacturer" | "-manufacturer" | "active" | "-active" | "primary" | "-primary" | "IPN" | "-IPN" | "MPN" | "-MPN" | "SKU" | "-SKU" | "packaging" | "-packaging" | "pack_quantity" | "-pack_quantity" | "in_stock" | "-in_stock" | "updated" | "-updated";
                /** @description Only the supplier parts of this part. */
                part?: number;
                /** @description Only those whose part is, or is not, in use. */
                part_active?: boolean;
                /** @description Only the parts of this supplier. */
                supplier?: number;
                /** @description Only those whose supplier is, or is not, in use. */
                supplier_active?: boolean;
                /** @description Only those that this manufacturer makes. */
                manufacturer?: number;
                /** @description Only those that this company sells or makes. */
                company?: number;
                /** @description Only those that refer to this manufacturer part. */
                manufacturer_part?: number;
                /** @description Only those with exactly this order number. */
                SKU?: string;
                /** @description Only those with exactly this manufacturer's number, letter case aside. */
                MPN?: string;
                /** @description Only those that are, or are not, in use. */
                active?: boolean;
                /** @description Only those that are, or are not, the first choice for their part. */
                primary?: boolean;
                /** @description Only those of which there is something, or nothing, in stock. */
                has_stock?: boolean;
                /** @description Only those that carry all of these tags, joined by commas. Letter case does not matter. */
                tag_name?: string;
                /** @description Only those that carry a tag of exactly this name. */
                tags__name?: string;
                /** @description Only those that carry a tag of exactly this key. */
                tags__slug?: string;
                /** @description Adds `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description Adds `supplier_detail`, the supplier in brief. */
                supplier_detail?: boolean;
                /** @description Adds `manufacturer_detail`, the manufacturer in brief. */
                manufacturer_detail?: boolean;
                /** @description Adds `manufacturer_part_detail`, the manufacturer part. */
                manufacturer_part_detail?: boolean;
                /** @description Adds `pretty_name`, a name put together from IPN, companies and numbers. */
                pretty?: boolean;
                /** @description Adds `price_breaks`, the prices by quantity. */
                price_breaks?: boolean;
                /**
                 * @description Adds `tags`, the tags of each supplier part. Older clients send names of tags here: any value that is no flag filters as `tag_name` does,
                 *     and adds nothing.
                 */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the supplier part with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The supplier parts, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPartListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    company_part_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierPartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SupplierPartRequest"];
                "multipart/form-data": components["schemas"]["SupplierPartRequest"];
            };
        };
        responses: {
            /** @description The new supplier part. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_bulk_destroy: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description They are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDeleteAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description Adds `supplier_detail`, the supplier in brief. */
                supplier_detail?: boolean;
                /** @description Adds `manufacturer_detail`, the manufacturer in brief. */
                manufacturer_detail?: boolean;
                /** @description Adds `manufacturer_part_detail`, the manufacturer part. */
                manufacturer_part_detail?: boolean;
                /** @description Adds `pretty_name`, a name put together from IPN, companies and numbers. */
                pretty?: boolean;
                /** @description Adds `price_breaks`, the prices by quantity. */
                price_breaks?: boolean;
                /** @description Adds `tags`, the tags of the supplier part. */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the supplier part with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The supplier part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPart"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such supplier part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_part_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierPartUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SupplierPartUpdateRequest"];
                "multipart/form-data": components["schemas"]["SupplierPartUpdateRequest"];
            };
        };
        responses: {
            /** @description The supplier part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such supplier part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The supplier part is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such supplier part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_part_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSupplierPartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedSupplierPartRequest"];
                "multipart/form-data": components["schemas"]["PatchedSupplierPartRequest"];
            };
        };
        responses: {
            /** @description The supplier part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such supplier part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_manufacturer_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. `part`
                 *     and `manufacturer` sort by name. Ties are broken by pk.
                 */
                ordering?: "part" | "-part" | "IPN" | "-IPN" | "MPN" | "-MPN" | "manufacturer" | "-manufacturer";
                /** @description Only the manufacturer parts of this part. */
                part?: number;
                /** @description Only those whose part is, or is not, in use. */
                part_active?: boolean;
                /** @description Only the parts of this manufacturer. */
                manufacturer?: number;
                /** @description Only those whose manufacturer is, or is not, in use. */
                manufacturer_active?: boolean;
                /** @description Only those with exactly this number, in this letter case. */
                MPN?: string;
                /** @description Only those that carry all of these tags, joined by commas. Letter case does not matter. */
                tag_name?: string;
                /** @description Only those that carry a tag of exactly this name. */
                tags__name?: string;
                /** @description Only those that carry a tag of exactly this key. */
                tags__slug?: string;
                /** @description Adds `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description Adds `manufacturer_detail`, the manufacturer in brief. */
                manufacturer_detail?: boolean;
                /** @description Adds `pretty_name`. */
                pretty?: boolean;
                /**
                 * @description Adds `tags`, the tags of each manufacturer part. Older clients send names of tags here: any value that is no flag filters as `tag_name`
                 *     does, and adds nothing.
                 */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the manufacturer part with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manufacturer parts, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPartListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    company_part_manufacturer_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManufacturerPartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ManufacturerPartRequest"];
                "multipart/form-data": components["schemas"]["ManufacturerPartRequest"];
            };
        };
        responses: {
            /** @description The new manufacturer part. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_manufacturer_bulk_destroy: {
        parameters: {
            query?: {
                /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
                all?: components["parameters"]["all"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description They are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDeleteAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_manufacturer_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `part_detail`, the part in brief. */
                part_detail?: boolean;
                /** @description `false` leaves out `manufacturer_detail`, the manufacturer in brief. */
                manufacturer_detail?: boolean;
                /** @description Adds `pretty_name`. */
                pretty?: boolean;
                /** @description Adds `tags`, the tags of the manufacturer part. */
                tags?: boolean;
                /** @description Adds `parameters`, the parameters of the manufacturer part with their templates. */
                parameters?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manufacturer part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPart"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such manufacturer part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_part_manufacturer_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManufacturerPartUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ManufacturerPartUpdateRequest"];
                "multipart/form-data": components["schemas"]["ManufacturerPartUpdateRequest"];
            };
        };
        responses: {
            /** @description The manufacturer part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such manufacturer part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_part_manufacturer_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The manufacturer part is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such manufacturer part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_part_manufacturer_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedManufacturerPartRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedManufacturerPartRequest"];
                "multipart/form-data": components["schemas"]["PatchedManufacturerPartRequest"];
            };
        };
        responses: {
            /** @description The manufacturer part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerPart"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such manufacturer part. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_price_break_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. `supplier`
                 *     sorts by name, `price` by the number alone, whatever the currency. Ties are broken by pk.
                 */
                ordering?: "quantity" | "-quantity" | "supplier" | "-supplier" | "SKU" | "-SKU" | "price" | "-price";
                /** @description Only the prices of this supplier part. */
                part?: number;
                /** @description Only the prices of supplier parts of this part. */
                base_part?: number;
                /** @description Only the prices of this supplier. */
                supplier?: number;
                /** @description Only the prices from exactly this quantity on. */
                quantity?: number;
                /** @description Adds `part_detail`, the supplier part. */
                part_detail?: boolean;
                /** @description Adds `supplier_detail`, the supplier in brief. */
                supplier_detail?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price breaks, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPriceBreakListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    company_price_break_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierPriceBreakRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SupplierPriceBreakRequest"];
                "multipart/form-data": components["schemas"]["SupplierPriceBreakRequest"];
            };
        };
        responses: {
            /** @description The new price break. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPriceBreak"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_price_break_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `part_detail`, the supplier part. */
                part_detail?: boolean;
                /** @description Adds `supplier_detail`, the supplier in brief. */
                supplier_detail?: boolean;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price break. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPriceBreak"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such price break. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_price_break_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierPriceBreakRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SupplierPriceBreakRequest"];
                "multipart/form-data": components["schemas"]["SupplierPriceBreakRequest"];
            };
        };
        responses: {
            /** @description The price break. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPriceBreak"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such price break. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    company_price_break_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The price break is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such price break. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    company_price_break_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSupplierPriceBreakRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedSupplierPriceBreakRequest"];
                "multipart/form-data": components["schemas"]["PatchedSupplierPriceBreakRequest"];
            };
        };
        responses: {
            /** @description The price break. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierPriceBreak"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such price break. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    project_code_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description The field to sort by, with `-` in front for the reverse. Without it the codes come by pk. */
                ordering?: "code" | "-code";
                /** @description Only the codes that are, or are not, in use. */
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project codes, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCodeListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    project_code_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCodeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectCodeRequest"];
                "multipart/form-data": components["schemas"]["ProjectCodeRequest"];
            };
        };
        responses: {
            /** @description The new project code. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCode"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    project_code_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCode"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such project code. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    project_code_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectCodeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ProjectCodeRequest"];
                "multipart/form-data": components["schemas"]["ProjectCodeRequest"];
            };
        };
        responses: {
            /** @description The project code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCode"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such project code. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    project_code_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The project code is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such project code. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    project_code_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedProjectCodeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedProjectCodeRequest"];
                "multipart/form-data": components["schemas"]["PatchedProjectCodeRequest"];
            };
        };
        responses: {
            /** @description The project code. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectCode"];
                };
            };
            /** @description The request is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such project code. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    settings_global_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "pk" | "-pk" | "key" | "-key" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalSettingsListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    settings_global_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    settings_global_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GlobalSettingsRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["GlobalSettingsRequest"];
                "multipart/form-data": components["schemas"]["GlobalSettingsRequest"];
            };
        };
        responses: {
            /** @description The setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalSettings"];
                };
            };
            /** @description The value does not suit the setting. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    settings_global_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedGlobalSettingsRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedGlobalSettingsRequest"];
                "multipart/form-data": components["schemas"]["PatchedGlobalSettingsRequest"];
            };
        };
        responses: {
            /** @description The setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GlobalSettings"];
                };
            };
            /** @description The value does not suit the setting. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    settings_user_list: {
        parameters: {
            query?: {
                /**
                 * @description How many records to return at most. With a positive `limit` the answer is one page: `{count, next, previous, results}`.
                 *     Without it, or with a value that is no positive number, the answer is a bare array of **all** matching records.
                 * @example 25
                 */
                limit?: components["parameters"]["limit"];
                /**
                 * @description How many records to skip. Counts only together with `limit`.
                 * @example 0
                 */
                offset?: components["parameters"]["offset"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /**
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over.
                 *     Ties are broken by pk.
                 */
                ordering?: "pk" | "-pk" | "key" | "-key" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your settings, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettingsListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    settings_user_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Your setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    settings_user_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserSettingsRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["UserSettingsRequest"];
                "multipart/form-data": components["schemas"]["UserSettingsRequest"];
            };
        };
        responses: {
            /** @description Your setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description The value does not suit the setting. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    settings_user_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the setting; letter case does not matter. Keys that begin with `_` are answered as unknown (404).
                 * @example INVENTREE_DEFAULT_CURRENCY
                 */
                key: components["parameters"]["key"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUserSettingsRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedUserSettingsRequest"];
                "multipart/form-data": components["schemas"]["PatchedUserSettingsRequest"];
            };
        };
        responses: {
            /** @description Your setting. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserSettings"];
                };
            };
            /** @description The value does not suit the setting. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no setting with this key. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    metadata_pk_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    metadata_pk_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetadataRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MetadataRequest"];
                "multipart/form-data": components["schemas"]["MetadataRequest"];
            };
        };
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    metadata_pk_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMetadataRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedMetadataRequest"];
                "multipart/form-data": components["schemas"]["PatchedMetadataRequest"];
            };
        };
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    metadata_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The name of the field to find the record by.
                 * @example IPN
                 */
                lookup_field: string;
                /**
                 * @description The value of that field.
                 * @example CB-1
                 */
                lookup_value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
        };
    };
    metadata_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The name of the field to find the record by.
                 * @example IPN
                 */
                lookup_field: string;
                /**
                 * @description The value of that field.
                 * @example CB-1
                 */
                lookup_value: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MetadataRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["MetadataRequest"];
                "multipart/form-data": components["schemas"]["MetadataRequest"];
            };
        };
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    metadata_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The kind of record, in small letters and without blanks, for example `part`, `partcategory`, `stockitem`, `projectcode`.
                 * @example part
                 */
                model: components["parameters"]["model"];
                /**
                 * @description The name of the field to find the record by.
                 * @example IPN
                 */
                lookup_field: string;
                /**
                 * @description The value of that field.
                 * @example CB-1
                 */
                lookup_value: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMetadataRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedMetadataRequest"];
                "multipart/form-data": components["schemas"]["PatchedMetadataRequest"];
            };
        };
        responses: {
            /** @description The metadata. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metadata"];
                };
            };
            /** @description There is no such kind of record, or the body is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | string[];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description You may not change records of this kind, so you may not read their metadata either. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/part/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    part_category_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/partcategory/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    stock_location_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/stocklocation/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    stock_location_type_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/stocklocationtype/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    stock_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/stockitem/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    company_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/company/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    company_part_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/supplierpart/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    company_part_manufacturer_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/manufacturerpart/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
    project_code_metadata_redirect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key (`pk`) of the record. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 7
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata is there. */
            301: {
                headers: {
                    /**
                     * @description Where to go.
                     * @example /api/metadata/projectcode/pk/7/
                     */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
        };
    };
}
