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
    "/api/version-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what changed in the API
         * @description The versions of the API that this server has spoken, the newest last, each with what it brought. You need the staff flag.
         */
        get: operations["version_text_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/license/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the licenses of the software in use
         * @description The packages that this server is made of, each with its license.
         */
        get: operations["license_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List feature flags
         * @description What is being tried out, and whether it is switched on. Nothing is, on this server.
         */
        get: operations["flags_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/flags/{key}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a feature flag
         * @description One flag, by its key.
         */
        get: operations["flags_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/icons/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List icon packs
         * @description The packs of icons that can be chosen, with all their icons. An icon is written as `pack:name:variant`, for example `ti:package:outline`.
         *     The answer is large and changes with the server alone: keep it for a day.
         */
        get: operations["icons_list"];
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
         *     Parts are also found by their parameters: `parameter_4=4k7` asks for the parts whose parameter of template 4 has this value. A suffix
         *     compares otherwise: `parameter_4_gt`, `_gte`, `_lt` and `_lte` (greater, less, or equal), `_ne` (all other parts, those without the
         *     parameter included) and `_icontains` (the value holds this text, letter case aside). Where the value, or the value in the unit of the
         *     template, is a number, numbers are compared, otherwise texts; a value that does not convert to that unit finds nothing. `ordering=parameter_4`,
         *     alone, sorts by the number and then the text of the parameter, `-parameter_4` in reverse; parts without it always come last.
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
    "/api/part/{id}/pricing/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the price range of a part
         * @description What one of the part costs, by source and over all, in `currency`. A part whose prices were never worked out has nulls. The range is worked
         *     out again whenever something it rests on changes, unless the setting `PRICING_AUTO_UPDATE` is off.
         */
        get: operations["part_pricing_retrieve"];
        /**
         * Replace the overrides of a price range
         * @description Like PATCH, but currencies that are not sent go back to the default one.
         */
        put: operations["part_pricing_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the overrides of a price range
         * @description Sets or, with null, removes limits by hand, which count in place of the overall range. `update: true` works out everything anew, and then the
         *     assemblies and templates that rest on it.
         */
        patch: operations["part_pricing_partial_update"];
        trace?: never;
    };
    "/api/part/related/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List pairs of related parts
         * @description All pairs, by pk. `search` looks in the names of both parts.
         */
        get: operations["part_related_list"];
        put?: never;
        /**
         * Relate two parts
         * @description Joins two different parts, once; the other way round is the same pair and refused too.
         */
        post: operations["part_related_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/related/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a pair of related parts
         * @description One pair, with both parts in full.
         */
        get: operations["part_related_retrieve"];
        /**
         * Replace a pair of related parts
         * @description Like PATCH, but both parts must be sent.
         */
        put: operations["part_related_update"];
        post?: never;
        /**
         * Delete a pair of related parts
         * @description Ends the relation. Both parts stay.
         */
        delete: operations["part_related_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a pair of related parts
         * @description Changes the fields that the body names.
         */
        patch: operations["part_related_partial_update"];
        trace?: never;
    };
    "/api/part/test-template/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List test templates
         * @description All test templates by name. `search` looks in name and description.
         */
        get: operations["part_test_template_list"];
        put?: never;
        /**
         * Create a test template
         * @description The name must boil down to a key that neither the part nor a template above it has. In the answer there is no count of results.
         */
        post: operations["part_test_template_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/test-template/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a test template
         * @description One test template, with the number of results recorded against it.
         */
        get: operations["part_test_template_retrieve"];
        /**
         * Replace a test template
         * @description Like PATCH, but `part` and `test_name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["part_test_template_update"];
        post?: never;
        /**
         * Delete a test template
         * @description Deletes the test template with all results recorded against it.
         */
        delete: operations["part_test_template_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a test template
         * @description Changes the fields that the body names. A new name makes a new key.
         */
        patch: operations["part_test_template_partial_update"];
        trace?: never;
    };
    "/api/part/sale-price/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sale prices
         * @description All sale prices, by quantity. There is nothing that `search` looks in, so it finds everything.
         */
        get: operations["part_sale_price_list"];
        put?: never;
        /**
         * Create a sale price
         * @description Sets what a part costs from a quantity on. The part must be salable. The price range of the part is worked out again.
         */
        post: operations["part_sale_price_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/sale-price/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sale price
         * @description One price of a salable part, from a quantity on.
         */
        get: operations["part_sale_price_retrieve"];
        /**
         * Replace a sale price
         * @description Like PATCH, but `part` and `quantity` must be sent. A currency that is not sent goes back to the default one; a price that is not sent stays.
         */
        put: operations["part_sale_price_update"];
        post?: never;
        /**
         * Delete a sale price
         * @description Deletes the price. The price range of the part is worked out again.
         */
        delete: operations["part_sale_price_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a sale price
         * @description Changes the fields that the body names. The price range of the part is worked out again.
         */
        patch: operations["part_sale_price_partial_update"];
        trace?: never;
    };
    "/api/part/internal-price/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List internal prices
         * @description All internal prices, by quantity. There is nothing that `search` looks in, so it finds everything.
         */
        get: operations["part_internal_price_list"];
        put?: never;
        /**
         * Create an internal price
         * @description Sets what a part costs from a quantity on. Whether internal prices count is a matter of the setting `PART_INTERNAL_PRICE`. The price range of the part is worked out again.
         */
        post: operations["part_internal_price_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/internal-price/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an internal price
         * @description One price within the house, from a quantity on.
         */
        get: operations["part_internal_price_retrieve"];
        /**
         * Replace an internal price
         * @description Like PATCH, but `part` and `quantity` must be sent. A currency that is not sent goes back to the default one; a price that is not sent stays.
         */
        put: operations["part_internal_price_update"];
        post?: never;
        /**
         * Delete an internal price
         * @description Deletes the price. The price range of the part is worked out again.
         */
        delete: operations["part_internal_price_destroy"];
        options?: never;
        head?: never;
        /**
         * Change an internal price
         * @description Changes the fields that the body names. The price range of the part is worked out again.
         */
        patch: operations["part_internal_price_partial_update"];
        trace?: never;
    };
    "/api/part/stocktake/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stocktake entries
         * @description All entries, the newest first.
         */
        get: operations["part_stocktake_list"];
        put?: never;
        /**
         * Create a stocktake entry
         * @description Records how much of a part there is today.
         */
        post: operations["part_stocktake_create"];
        /**
         * Delete many stocktake entries
         * @description Deletes the entries named in `items`, or every entry with `?all=true`.
         */
        delete: operations["part_stocktake_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/stocktake/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a stocktake entry
         * @description What was counted of a part on one day.
         */
        get: operations["part_stocktake_retrieve"];
        /**
         * Replace a stocktake entry
         * @description Like PATCH, but `part` and `quantity` must be sent. Currencies that are not sent go back to the default one; other fields that the body leaves out keep their value.
         */
        put: operations["part_stocktake_update"];
        post?: never;
        /**
         * Delete a stocktake entry
         * @description Deletes the entry; the stock itself stays.
         */
        delete: operations["part_stocktake_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a stocktake entry
         * @description Changes the fields that the body names. The day stays.
         */
        patch: operations["part_stocktake_partial_update"];
        trace?: never;
    };
    "/api/part/{id}/requirements/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what is needed of a part
         * @description What there is of a part, what is coming, and what orders ask for, its variants included. The numbers can differ from those in the part
         *     itself, which leaves variants out in most of them.
         */
        get: operations["part_requirements_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/{id}/serial-numbers/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the latest and the next serial number of a part
         * @description The highest serial number in stock of the part, its template and all their variants, or of any part if the setting
         *     `SERIAL_NUMBER_GLOBALLY_UNIQUE` is on; and the one that follows.
         */
        get: operations["part_serial_numbers_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/{id}/bom-copy/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a bill of materials to a part
         * @description Gives the part of the address the lines of another part. Lines that it inherits anyway are left out. Nothing happens if both are the same.
         *     A line that would make the part contain itself refuses everything, or is left out with `skip_invalid`. The bill of a locked part cannot be
         *     changed.
         */
        post: operations["part_bom_copy_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/{id}/bom-validate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read whether the bill of materials of a part is validated
         * @description Who declared the whole bill valid, when, and whether it still is as it was then.
         */
        get: operations["part_bom_validate_retrieve"];
        /**
         * Declare the bill of materials of a part valid, or not
         * @description `{"valid": true}` declares the bill valid as it is: all lines of the part itself, and the whole with the inherited ones. It counts until a
         *     line comes, goes, or changes in anything but `raw_amount` and `note`; what is brought back counts again. Anything else takes the declaration
         *     for the whole back; those for the lines stay.
         *
         *     It is done at once; the answer has the form of a background task that has ended.
         */
        put: operations["part_bom_validate_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Declare the bill of materials of a part valid, or not
         * @description `{"valid": true}` declares the bill valid as it is: all lines of the part itself, and the whole with the inherited ones. It counts until a
         *     line comes, goes, or changes in anything but `raw_amount` and `note`; what is brought back counts again. Anything else takes the declaration
         *     for the whole back; those for the lines stay.
         *
         *     It is done at once; the answer has the form of a background task that has ended.
         */
        patch: operations["part_bom_validate_partial_update"];
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
    "/api/part/category/parameters/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the parameters that categories prescribe
         * @description All prescribed parameters, or those of one category and of the categories above it, by pk.
         */
        get: operations["part_category_parameters_list"];
        put?: never;
        /**
         * Prescribe a parameter
         * @description Has new parts of the category get a parameter of the template, with a default value. Parts that exist already stay as they are. A category
         *     prescribes each template once.
         */
        post: operations["part_category_parameters_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/category/parameters/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a prescribed parameter
         * @description One prescribed parameter with its category and its template.
         */
        get: operations["part_category_parameters_retrieve"];
        /**
         * Replace a prescribed parameter
         * @description Like PATCH, but `category` and `template` must be sent. A default value that the body leaves out stays.
         */
        put: operations["part_category_parameters_update"];
        post?: never;
        /**
         * Prescribe a parameter no longer
         * @description New parts of the category do without the parameter. Parts that have it keep it.
         */
        delete: operations["part_category_parameters_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a prescribed parameter
         * @description Changes the fields that the body names. Parts that exist already stay as they are.
         */
        patch: operations["part_category_parameters_partial_update"];
        trace?: never;
    };
    "/api/parameter/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List parameters
         * @description All parameters of all kinds of records. Ask for those of one record with `model_type` and `model_id`. `search` looks in the value and in the
         *     name, the description and the unit of the template.
         */
        get: operations["parameter_list"];
        put?: never;
        /**
         * Create parameters
         * @description Gives a record a parameter; an array of bodies creates all of them or, where one is not valid, none. The value must suit its template: be one
         *     of its choices, and convert to its unit unless the setting `PARAMETER_ENFORCE_UNITS` is off. The server does not look whether the record
         *     exists.
         *
         *     Your roles must permit `change` on the kind of record that `model_type` names: the operation checks it. A locked part takes no parameters.
         */
        post: operations["parameter_create"];
        /**
         * Delete many parameters
         * @description Deletes the parameters named in `items`, or every parameter with `?all=true`; filters of the list do not narrow it. One that belongs to a
         *     locked part refuses the whole deletion. Every signed-in user may do this.
         */
        delete: operations["parameter_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parameter
         * @description One parameter with its template and with who last wrote it.
         */
        get: operations["parameter_retrieve"];
        /**
         * Replace a parameter
         * @description Like PATCH, but `template`, `model_id` and `data` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["parameter_update"];
        post?: never;
        /**
         * Delete a parameter
         * @description Takes the parameter from its record. Every signed-in user may do this; the parameters of a locked part stay.
         */
        delete: operations["parameter_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a parameter
         * @description Changes the fields that the body names, and notes who did it and when. Your roles must permit `change` on the kind of record: the operation
         *     checks it. The parameters of a locked part stay as they are.
         */
        patch: operations["parameter_partial_update"];
        trace?: never;
    };
    "/api/parameter/template/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List parameter templates
         * @description All templates. `search` looks in name and description.
         */
        get: operations["parameter_template_list"];
        put?: never;
        /**
         * Create a parameter template
         * @description Creates a template. Its name must be new, letter case aside. Every signed-in user may do this.
         */
        post: operations["parameter_template_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter/template/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a parameter template
         * @description One template with its rules for values.
         */
        get: operations["parameter_template_retrieve"];
        /**
         * Replace a parameter template
         * @description Like PATCH, but `name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["parameter_template_update"];
        post?: never;
        /**
         * Delete a parameter template
         * @description Deletes the template together with all its parameters. Every signed-in user may do this.
         */
        delete: operations["parameter_template_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a parameter template
         * @description Changes the fields that the body names. The values of existing parameters stay as they are, whether they suit the template or not; a new unit
         *     gives them new numbers. Every signed-in user may do this.
         */
        patch: operations["parameter_template_partial_update"];
        trace?: never;
    };
    "/api/selection/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List selection lists
         * @description All selection lists with their entries, by pk.
         */
        get: operations["selection_list"];
        put?: never;
        /**
         * Create a selection list
         * @description Creates an empty list; its entries are created one by one below it. In the answer `entry_count` is missing. Every signed-in user may do this.
         */
        post: operations["selection_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selection/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a selection list
         * @description One selection list with its entries.
         */
        get: operations["selection_retrieve"];
        /**
         * Replace a selection list
         * @description Like PATCH, but `name` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["selection_update"];
        post?: never;
        /**
         * Delete a selection list
         * @description Deletes the list with its entries, locked or not. Templates of parameters that chose from it take any value from then on, or their own
         *     `choices`. Every signed-in user may do this.
         */
        delete: operations["selection_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a selection list
         * @description Changes the fields that the body names. A locked list cannot be changed any more, not even unlocked; it can only be deleted. Every signed-in
         *     user may do this.
         */
        patch: operations["selection_partial_update"];
        trace?: never;
    };
    "/api/selection/{id}/entry/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the entries of a selection list
         * @description The entries of the list in the path; none if there is no such list. `search` looks in label and description.
         */
        get: operations["selection_entry_list"];
        put?: never;
        /**
         * Create an entry
         * @description Creates an entry in the list that the **body** names: the path does not count, and without `list` the entry belongs to no list and is found
         *     nowhere. A locked list takes no entries. Every signed-in user may do this.
         */
        post: operations["selection_entry_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/selection/{id}/entry/{entrypk}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry
         * @description One entry, which must belong to the list in the path.
         */
        get: operations["selection_entry_retrieve"];
        /**
         * Replace an entry
         * @description Like PATCH, but `value` and `label` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["selection_entry_update"];
        post?: never;
        /**
         * Delete an entry
         * @description Takes the entry from its list. The entries of a locked list stay. Every signed-in user may do this.
         */
        delete: operations["selection_entry_destroy"];
        options?: never;
        head?: never;
        /**
         * Change an entry
         * @description Changes the fields that the body names; parameters keep the value that they were given. The entries of a locked list stay as they are. Every
         *     signed-in user may do this.
         */
        patch: operations["selection_entry_partial_update"];
        trace?: never;
    };
    "/api/bom/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List lines of bills of materials
         * @description The lines of all assemblies, by pk. `part` asks for the bill of one assembly, with the lines that it inherits from the templates above it;
         *     `uses` for the lines that a part can fill. The filters narrow the list; all of them must hold. `search` looks at the reference, at name,
         *     description, IPN, revision and keywords of assembly and component, and at the name of the component's category.
         *
         *     What is available and what can be built is worked out when the lines are read.
         */
        get: operations["bom_list"];
        /**
         * Change many lines alike
         * @description Applies the same change to all lines named in `items`, or to every line with `?all=true`. One invalid line refuses the whole change. Acts as
         *     PATCH does: what the body does not name stays.
         */
        put: operations["bom_bulk_update"];
        /**
         * Create a line of a bill of materials
         * @description Adds a component to an assembly. The same component may be on several lines, but an assembly never contains itself, however deep. The bill of
         *     a locked assembly cannot be changed. A component that is followed by serial number makes the assembly one, too. In the answer what is
         *     available and what can be built is null; read the line again to get it.
         */
        post: operations["bom_create"];
        /**
         * Delete many lines
         * @description Deletes the lines named in `items`, or every line with `?all=true`. One line of a locked assembly refuses the whole deletion.
         */
        delete: operations["bom_bulk_destroy"];
        options?: never;
        head?: never;
        /**
         * Change many lines alike
         * @description Applies the same change to all lines named in `items`, or to every line with `?all=true`. One invalid line refuses the whole change. Acts as
         *     PATCH does: what the body does not name stays.
         */
        patch: operations["bom_bulk_partial_update"];
        trace?: never;
    };
    "/api/bom/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a line of a bill of materials
         * @description One line, with what is available of its component and how often the assembly could be built from that.
         */
        get: operations["bom_retrieve"];
        /**
         * Replace a line of a bill of materials
         * @description Like PATCH, but `part` and `sub_part` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["bom_update"];
        post?: never;
        /**
         * Delete a line of a bill of materials
         * @description Takes the component off the assembly. The bill of a locked assembly cannot be changed.
         */
        delete: operations["bom_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a line of a bill of materials
         * @description Changes the fields that the body names. A change of anything but `raw_amount` and `note` takes back what was declared valid, unless it
         *     brings back what was.
         */
        patch: operations["bom_partial_update"];
        trace?: never;
    };
    "/api/bom/{id}/validate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Declare a line valid, or not
         * @description Like PATCH; the answer always holds `valid` with the value false, whatever was sent.
         */
        put: operations["bom_validate_update"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Declare a line valid, or not
         * @description `{"valid": true}` keeps a fingerprint of the line: it counts as validated until something else than `raw_amount` or `note` changes. A locked
         *     assembly does not hinder that. Anything else takes the declaration back. The answer is an empty object.
         */
        patch: operations["bom_validate_partial_update"];
        trace?: never;
    };
    "/api/bom/substitute/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List substitutes
         * @description All substitutes of all lines, by pk. `search` and `ordering` are accepted and change nothing.
         */
        get: operations["bom_substitute_list"];
        put?: never;
        /**
         * Create a substitute
         * @description Allows another part in place of the component of a line, once for each part, and never the component itself.
         */
        post: operations["bom_substitute_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bom/substitute/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a substitute
         * @description One substitute, with the part in brief.
         */
        get: operations["bom_substitute_retrieve"];
        /**
         * Replace a substitute
         * @description Like PATCH, but both fields must be sent.
         */
        put: operations["bom_substitute_update"];
        post?: never;
        /**
         * Delete a substitute
         * @description The part may not be taken any longer. A locked assembly does not hinder that.
         */
        delete: operations["bom_substitute_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a substitute
         * @description Changes the fields that the body names.
         */
        patch: operations["bom_substitute_partial_update"];
        trace?: never;
    };
    "/api/bom/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a line of a bill of materials
         * @description Points to `/api/metadata/bomitem/pk/{id}/`, for everyone and whether the line exists or not. What follows the `?` is dropped.
         */
        get: operations["bom_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bom/substitute/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a substitute
         * @description Points to `/api/metadata/bomitemsubstitute/pk/{id}/`, for everyone and whether the substitute exists or not. What follows the `?` is dropped.
         */
        get: operations["bom_substitute_metadata_redirect"];
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
    "/api/currency/exchange/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the exchange rates
         * @description How much of each currency one of the default currency is. Currencies without a rate are missing; prices in them count for nothing where
         *     prices are compared. The administrator of the server sets rates with `bin/inventree currency set`; the server itself asks nobody.
         */
        get: operations["currency_exchange_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/currency/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the exchange rates up to date
         * @description Works the rates out anew for the default currency of now, from those that the server keeps; nothing is asked for on the network. Needed
         *     after the default currency was changed.
         */
        post: operations["currency_refresh_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Your own notifications. `search` looks in name and message.
         */
        get: operations["notifications_list"];
        put?: never;
        post?: never;
        /**
         * Delete many notifications
         * @description Deletes those of your notifications that `items` names, or all of yours with `?all=true`. Those of other users stay, and are not counted.
         */
        delete: operations["notifications_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/readall/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark all notifications as read
         * @description Marks all of your notifications as read.
         */
        post: operations["notifications_readall_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a notification
         * @description One of your notifications.
         */
        get: operations["notifications_retrieve"];
        /**
         * Mark a notification
         * @description Like PATCH, but `read` must be sent.
         */
        put: operations["notifications_update"];
        post?: never;
        /**
         * Delete a notification
         * @description Deletes one of your notifications.
         */
        delete: operations["notifications_destroy"];
        options?: never;
        head?: never;
        /**
         * Mark a notification
         * @description Marks one of your notifications as read or unread. Nothing else can be written.
         */
        patch: operations["notifications_partial_update"];
        trace?: never;
    };
    "/api/data-output/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List data outputs
         * @description The files that were made for you; for everybody, if you have the staff flag. They are kept for five days.
         */
        get: operations["data_output_list"];
        put?: never;
        post?: never;
        /**
         * Delete many data outputs
         * @description Deletes the data outputs that `items` names, or all that you can see with `?all=true`, and their files.
         */
        delete: operations["data_output_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-output/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a data output
         * @description One data output. Its file is ready once `complete` is true.
         */
        get: operations["data_output_retrieve"];
        put?: never;
        post?: never;
        /**
         * Delete a data output
         * @description Deletes a data output and its file.
         */
        delete: operations["data_output_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search over everything
         * @description Looks for the same words in several lists at once. Every list that is wanted is named by an object with the filters for it, which may be
         *     empty; a list that is not named is not searched. What a list answers stands under the same name in the answer. A list that you may not
         *     see, or that does not understand a filter, answers with an error of its own.
         */
        post: operations["search_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find what a barcode stands for
         * @description Tells which record a barcode means: a text that the server made (`INV-PA7`), a JSON text that names a record (`{"part": 7}`), or a text
         *     that was linked to a record. You need the role to view it.
         */
        post: operations["barcode_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/link/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a barcode to a record
         * @description From then on the text stands for the record, in place of the one that was linked to it before. A text that stands for a record already
         *     cannot be linked. You need the role to change the record. Where several records are named, the first in the order below counts.
         */
        post: operations["barcode_link_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/unlink/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the barcode off a record
         * @description The text that was linked to the record stands for nothing any more. Name exactly one record. You need the role to change it.
         */
        post: operations["barcode_unlink_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the barcode of a record
         * @description The text that the server itself understands as this record; a client draws it as a code. Nothing is stored.
         */
        post: operations["barcode_generate_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/history/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scans
         * @description The scans of everybody, newest first. They are kept only while the setting `BARCODE_STORE_RESULTS` is on. `search` looks in the text of the code.
         */
        get: operations["barcode_history_list"];
        put?: never;
        post?: never;
        /**
         * Delete many scans
         * @description Deletes the scans that `items` names, or all with `?all=true`. You need the staff flag.
         */
        delete: operations["barcode_history_bulk_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/barcode/history/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a scan
         * @description One scan with what it was answered.
         */
        get: operations["barcode_history_retrieve"];
        put?: never;
        post?: never;
        /**
         * Delete a scan
         * @description Deletes a scan from the history. You need the staff flag.
         */
        delete: operations["barcode_history_destroy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tags
         * @description All tags, whatever carries them. `search` looks in the name.
         */
        get: operations["tag_list"];
        put?: never;
        /**
         * Create a tag
         * @description Creates a tag that nothing carries yet. Writing `tags` of a record creates those that are missing, so this is seldom needed. You need the staff flag.
         */
        post: operations["tag_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tag
         * @description One tag, with the slug that follows its name.
         */
        get: operations["tag_retrieve"];
        /**
         * Replace a tag
         * @description Like PATCH, but `name` must be sent.
         */
        put: operations["tag_update"];
        post?: never;
        /**
         * Delete a tag
         * @description Deletes the tag. Records that carried it stay, without it.
         */
        delete: operations["tag_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a tag
         * @description Gives the tag another name; the slug follows. You need the staff flag.
         */
        patch: operations["tag_partial_update"];
        trace?: never;
    };
    "/api/generic/status/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all states
         * @description Every class of states with its states, those made here among them.
         */
        get: operations["generic_status_retrieve_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generic/status/custom/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List own states
         * @description The states that were made here, beside those that the server knows. `search` looks in key, name, label and class.
         */
        get: operations["generic_status_custom_list"];
        put?: never;
        /**
         * Create a state
         * @description Adds a state to a class of states. Wherever the server decides by the state, it counts as the one under `logical_key`. You need the staff flag.
         */
        post: operations["generic_status_custom_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/generic/status/custom/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a state
         * @description One state that was made here.
         */
        get: operations["generic_status_custom_retrieve"];
        /**
         * Replace a state
         * @description Like PATCH, but what a new state needs must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["generic_status_custom_update"];
        post?: never;
        /**
         * Delete a state
         * @description Deletes the state. Records that are in it keep its key.
         */
        delete: operations["generic_status_custom_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a state
         * @description Changes the fields that the body names. You need the staff flag.
         */
        patch: operations["generic_status_custom_partial_update"];
        trace?: never;
    };
    "/api/generic/status/{statusmodel}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the states of a class
         * @description The states of one class, those made here among them.
         */
        get: operations["generic_status_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contenttype/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List content types
         * @description The kinds of records that this server has, each with the number that stands for it where a field names a kind. The numbers differ from
         *     server to server; the names do not. `search` looks in `app_label` and `model`.
         */
        get: operations["contenttype_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contenttype/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a content type
         * @description One kind of record, by its number.
         */
        get: operations["contenttype_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/contenttype/model/{model}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find a content type by its model
         * @description One kind of record, by the word that the API uses for it.
         */
        get: operations["contenttype_retrieve_model"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List custom units
         * @description The units that were defined here, beside those that the server knows anyway (`/api/units/all/`).
         */
        get: operations["units_list"];
        put?: never;
        /**
         * Create a custom unit
         * @description Defines a unit in terms of others. From then on it counts wherever a unit is asked for. You need the staff flag.
         */
        post: operations["units_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/all/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all units
         * @description Every name of every unit that the server knows, its own and the custom ones, with the units that it can be converted to.
         */
        get: operations["units_all_retrieve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/units/{id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a custom unit
         * @description One unit with its definition.
         */
        get: operations["units_retrieve"];
        /**
         * Replace a custom unit
         * @description Like PATCH, but `name` and `definition` must be sent. Other fields that the body leaves out keep their value.
         */
        put: operations["units_update"];
        post?: never;
        /**
         * Delete a custom unit
         * @description Deletes the unit. Parts that are counted in it keep its name, which means nothing any more.
         */
        delete: operations["units_destroy"];
        options?: never;
        head?: never;
        /**
         * Change a custom unit
         * @description Changes the fields that the body names. Values that were given in the unit stay as they are written. You need the staff flag.
         */
        patch: operations["units_partial_update"];
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
    "/api/part/category/parameters/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a parameter that a category prescribes
         * @description Points to `/api/metadata/partcategoryparametertemplate/pk/{id}/`, for everyone and whether it exists or not. What follows the `?` is dropped.
         */
        get: operations["part_category_parameters_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a parameter
         * @description Points to `/api/metadata/parameter/pk/{id}/`, for everyone and whether the parameter exists or not. What follows the `?` is dropped.
         */
        get: operations["parameter_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/parameter/template/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a parameter template
         * @description Points to `/api/metadata/parametertemplate/pk/{id}/`, for everyone and whether the template exists or not. What follows the `?` is dropped.
         */
        get: operations["parameter_template_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/related/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a pair of related parts
         * @description Points to `/api/metadata/partrelated/pk/{id}/`, for everyone and whether the pair exists or not. What follows the `?` is dropped.
         */
        get: operations["part_related_metadata_redirect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/part/test-template/{id}/metadata/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the metadata of a test template
         * @description Points to `/api/metadata/parttesttemplate/pk/{id}/`, for everyone and whether the test template exists or not. What follows the `?` is dropped.
         */
        get: operations["part_test_template_metadata_redirect"];
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
        /** @description A version of the API. */
        VersionInformation: {
            /**
             * @description Its name.
             * @example v534
             */
            version: string;
            /**
             * Format: date
             * @description The day from which on it was spoken.
             * @example 2026-11-23
             */
            date: string;
            /**
             * @description Where the change can be looked up; null where nowhere.
             * @example null
             */
            gh: string | null;
            /**
             * @description What it brought, line by line.
             * @example [
             *       "    - The first version of this server"
             *     ]
             */
            text: string[];
            /**
             * @description Whether it is the newest.
             * @example true
             */
            latest: boolean;
        };
        /** @description A package and its license. */
        PackageLicense: {
            /**
             * @description What it is called.
             * @example fastify
             */
            name: string;
            /**
             * @description Its version.
             * @example 5.12.8
             */
            version: string;
            /**
             * @description The license as SPDX names it.
             * @example MIT
             */
            license: string;
        };
        /** @description The packages that a server and its pages are made of. */
        LicenseView: {
            /** @description Those of the server, by name. */
            backend: components["schemas"]["PackageLicense"][];
            /** @description Those of the pages for people, by name; this server brings none. */
            frontend: components["schemas"]["PackageLicense"][];
        };
        /** @description Something that is being tried out. */
        Flag: {
            /**
             * @description Its key.
             * @example NEXT_GEN
             */
            key: string;
            /**
             * @description Whether it is switched on.
             * @example false
             */
            state: boolean;
            /**
             * @description When it is switched on; told to superusers alone.
             * @example []
             */
            conditions?: {
                [key: string]: unknown;
            }[];
        };
        /** @description An icon. */
        Icon: {
            /**
             * @description The name.
             * @example package
             */
            name: string;
            /**
             * @description Which icons it belongs to.
             * @example Logistic
             */
            category: string;
            /**
             * @description Words to find it by.
             * @example [
             *       "box",
             *       "parcel"
             *     ]
             */
            tags: string[];
            /**
             * @description Its forms, each with the place in the font, in hex.
             * @example {
             *       "outline": "eaff"
             *     }
             */
            variants: {
                [key: string]: string;
            };
        };
        /** @description A pack of icons. */
        IconPackage: {
            /**
             * @description What the pack is called.
             * @example Tabler Icons
             */
            name: string;
            /**
             * @description The word for the pack in the text of an icon.
             * @example ti
             */
            prefix: string;
            /** @description The addresses of fonts that draw the icons, by form; empty where the server brings none. */
            fonts: {
                [key: string]: string;
            };
            /** @description The icons by name. */
            icons: {
                [key: string]: components["schemas"]["Icon"];
            };
        };
        /** @description One page of packs. */
        PaginatedIconPackageList: {
            /**
             * @description How many packs there are in all.
             * @example 1
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
            /** @description The packs of this page. */
            results: components["schemas"]["IconPackage"][];
        };
        /** @description The packs as a bare array, all that there are. */
        IconPackageArray: components["schemas"]["IconPackage"][];
        /** @description The packs as one page (with `limit`) or as a bare array (without). */
        IconPackageListAnswer: components["schemas"]["PaginatedIconPackageList"] | components["schemas"]["IconPackageArray"];
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
             * Name
             * @description The name, for example the property that is measured. No other template has it, whatever the letter case.
             * @example Resistance
             */
            name: string;
            /**
             * Units
             * @description The physical unit of the values. Empty if they have none.
             * @example ohm
             */
            units: string;
            /**
             * Description
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
             * Checkbox
             * @description Whether the value is either true or false. Such a template has neither unit nor choices.
             * @example false
             */
            checkbox: boolean;
            /**
             * Choices
             * @description The values to choose from, separated by commas. Empty if any value will do.
             * @example
             */
            choices: string;
            /**
             * Selection List
             * @description The selection list whose active entries are the values to choose from. It takes the place of `choices`.
             * @example null
             */
            selectionlist: number | null;
            /**
             * Enabled
             * @description Whether the template is offered for new parameters. A new one is; the server itself does not look at it.
             * @example true
             */
            enabled: boolean;
            /**
             * Unique
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
             * Part
             * @description The part that the price is for. It must be salable.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
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
        /** @description A file that the server made of records. */
        DataOutput: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Format: date
             * @description The day on which it was made.
             * @example 2026-11-22
             */
            created: string;
            /**
             * @description Who wanted it.
             * @example 1
             */
            user: number | null;
            /** @description Who wanted it. */
            user_detail: components["schemas"]["User"] | null;
            /**
             * Format: int64
             * @description How many records there are to write.
             * @example 414
             */
            total: number;
            /**
             * Format: int64
             * @description How many of them are written.
             * @example 414
             */
            progress: number;
            /**
             * @description Whether the file is ready.
             * @example true
             */
            complete: boolean;
            /**
             * @description What was done; `export` for records of a list.
             * @example export
             */
            output_type: string | null;
            /**
             * @description The template that was filled in.
             * @example null
             */
            template_name: string | null;
            /**
             * @description What wrote the file.
             * @example inventree-exporter
             */
            plugin: string | null;
            /**
             * @description The address of the file.
             * @example /media/data_output/InvenTree_Part_2026-11-22.csv
             */
            output: string | null;
            /**
             * @description What went wrong; null if nothing did.
             * @example null
             */
            errors: {
                [key: string]: unknown;
            } | null;
        };
        /** @description The parts as one page (with `limit`) or as a bare array (without). */
        PartListAnswer: components["schemas"]["PaginatedPartList"] | components["schemas"]["PartArray"] | components["schemas"]["DataOutput"];
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
        /** @description The lowest and highest price of one of a part, by source and over all, in `currency`; the overrides have currencies of their own. */
        PartPricing: {
            /**
             * @description The currency of all prices but the overrides.
             * @example USD
             */
            currency: string;
            /**
             * @description When the range was last worked out, in the time zone of the server; null if never.
             * @example 2026-03-02 14:05
             */
            updated: string | null;
            /**
             * @description Whether the range is to be worked out again. This server does so at once, so that it is hardly ever true.
             * @example false
             */
            scheduled_for_update: boolean;
            /**
             * Format: double
             * @description The lowest price of one by the bill of materials; null if that tells none.
             * @example 0.031
             */
            bom_cost_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by the bill of materials; null if that tells none.
             * @example 0.09
             */
            bom_cost_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by past purchases and the stock; null if that tells none.
             * @example 0.031
             */
            purchase_cost_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by past purchases and the stock; null if that tells none.
             * @example 0.09
             */
            purchase_cost_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by the internal prices; null if that tells none.
             * @example 0.031
             */
            internal_cost_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by the internal prices; null if that tells none.
             * @example 0.09
             */
            internal_cost_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by the prices of the suppliers; null if that tells none.
             * @example 0.031
             */
            supplier_price_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by the prices of the suppliers; null if that tells none.
             * @example 0.09
             */
            supplier_price_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by the variants of a template; null if that tells none.
             * @example 0.031
             */
            variant_cost_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by the variants of a template; null if that tells none.
             * @example 0.09
             */
            variant_cost_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by all that counts, and what an override says instead.
             * @example 0.031
             */
            overall_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by all that counts, and what an override says instead.
             * @example 0.09
             */
            overall_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by the sale prices; null if that tells none.
             * @example 0.031
             */
            sale_price_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by the sale prices; null if that tells none.
             * @example 0.09
             */
            sale_price_max: number | null;
            /**
             * Format: double
             * @description The lowest price of one by completed sales orders; null if that tells none.
             * @example 0.031
             */
            sale_history_min: number | null;
            /**
             * Format: double
             * @description The highest price of one by completed sales orders; null if that tells none.
             * @example 0.09
             */
            sale_history_max: number | null;
            /**
             * Format: double
             * @description The lowest price as set by hand.
             * @example null
             */
            override_min: number | null;
            /**
             * @description The currency of `override_min`.
             * @example USD
             */
            override_min_currency: string;
            /**
             * Format: double
             * @description The highest price as set by hand.
             * @example null
             */
            override_max: number | null;
            /**
             * @description The currency of `override_max`.
             * @example USD
             */
            override_max_currency: string;
        };
        /** @description The limits that are set by hand; all of them optional. */
        PartPricingRequest: {
            /**
             * Minimum Price
             * Format: double
             * @description The lowest price, whatever the sources say; null leaves it to them. Rounded to six places.
             * @example 0.3
             */
            override_min?: number | null;
            /**
             * Minimum price currency
             * @description The currency of `override_min`, one of those in the setting `CURRENCY_CODES`.
             * @example USD
             */
            override_min_currency?: string;
            /**
             * Maximum Price
             * Format: double
             * @description The highest price, whatever the sources say; null leaves it to them.
             * @example 0.5
             */
            override_max?: number | null;
            /**
             * Maximum price currency
             * @description The currency of `override_max`.
             * @example USD
             */
            override_max_currency?: string;
            /**
             * Update
             * @description Whether to work out everything anew.
             * @example true
             */
            update?: boolean | null;
        };
        /** @description What of a price range can be set by hand; all of it optional. */
        PatchedPartPricingRequest: {
            /**
             * Minimum Price
             * Format: double
             * @description The lowest price, whatever the sources say; null leaves it to them. Rounded to six places.
             * @example 0.3
             */
            override_min?: number | null;
            /**
             * Minimum price currency
             * @description The currency of `override_min`, one of those in the setting `CURRENCY_CODES`.
             * @example USD
             */
            override_min_currency?: string;
            /**
             * Maximum Price
             * Format: double
             * @description The highest price, whatever the sources say; null leaves it to them.
             * @example 0.5
             */
            override_max?: number | null;
            /**
             * Maximum price currency
             * @description The currency of `override_max`.
             * @example USD
             */
            override_max_currency?: string;
            /**
             * Update
             * @description Whether to work out everything anew.
             * @example true
             */
            update?: boolean | null;
        };
        /** @description Two parts that belong together in some way; which of them is the first means nothing. */
        PartRelation: {
            /**
             * @description The primary key.
             * @example 3
             */
            pk: number;
            /**
             * Part 1
             * @description One of the two parts.
             * @example 41
             */
            part_1: number;
            /**
             * Part 2
             * @description The other part.
             * @example 57
             */
            part_2: number;
            /**
             * Note
             * @description What the two have to do with each other. May be empty.
             * @example Mates with
             */
            note: string;
            /** @description The first part in full, but without its quantities, which are null, and never starred. */
            part_1_detail: components["schemas"]["Part"];
            /** @description The second part, in the same form. */
            part_2_detail: components["schemas"]["Part"];
        };
        /** @description One page of the list. */
        PaginatedPartRelationList: {
            /**
             * @description How many match in all.
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
            /** @description The pairs of this page. */
            results: components["schemas"]["PartRelation"][];
        };
        /** @description The pairs as a bare array, all that match. */
        PartRelationArray: components["schemas"]["PartRelation"][];
        /** @description The pairs as one page (with `limit`) or as a bare array (without). */
        PartRelationListAnswer: components["schemas"]["PaginatedPartRelationList"] | components["schemas"]["PartRelationArray"];
        /** @description Two parts to relate. */
        PartRelationRequest: {
            /**
             * Part 1
             * @description One of the two parts.
             * @example 41
             */
            part_1: number;
            /**
             * Part 2
             * @description The other part.
             * @example 57
             */
            part_2: number;
            /**
             * Note
             * @description What the two have to do with each other. May be empty.
             * @example Mates with
             */
            note?: string;
        };
        /** @description The fields of a pair that can be written; all of them optional. */
        PatchedPartRelationRequest: {
            /**
             * Part 1
             * @description One of the two parts.
             * @example 41
             */
            part_1?: number;
            /**
             * Part 2
             * @description The other part.
             * @example 57
             */
            part_2?: number;
            /**
             * Note
             * @description What the two have to do with each other. May be empty.
             * @example Mates with
             */
            note?: string;
        };
        /** @description A test that the stock of a part, and of its variants, has to pass. */
        PartTestTemplate: {
            /**
             * Part
             * @description The part whose stock is tested. It must be testable.
             * @example 41
             */
            part: number;
            /**
             * Test Name
             * @description What the test is called.
             * @example Firmware version
             */
            test_name: string;
            /**
             * Test Description
             * @description What is tested. Needed, though it may look optional.
             * @example Version that the device reports
             */
            description: string | null;
            /**
             * Enabled
             * @description Whether the test is in use. True unless false is sent.
             * @example true
             */
            enabled: boolean;
            /**
             * Required
             * @description Whether stock must pass the test. True unless false is sent.
             * @example true
             */
            required: boolean;
            /**
             * Requires Value
             * @description Whether a result needs a value.
             * @example true
             */
            requires_value: boolean;
            /**
             * Requires Attachment
             * @description Whether a result needs a file.
             * @example false
             */
            requires_attachment: boolean;
            /**
             * Choices
             * @description The values that a result may have, separated by commas and different from each other; empty allows any.
             * @example 1.0,1.1
             */
            choices: string;
            /**
             * @description The primary key.
             * @example 8
             */
            pk: number;
            /**
             * @description The letters and digits of the name in small letters; results are recorded under it.
             * @example firmwareversion
             */
            key: string;
            /**
             * @description How many results were recorded against the test. Not sent in the answer to a POST.
             * @example 22
             */
            results?: number;
        };
        /** @description One page of the list. */
        PaginatedPartTestTemplateList: {
            /**
             * @description How many match in all.
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
            /** @description The test templates of this page. */
            results: components["schemas"]["PartTestTemplate"][];
        };
        /** @description The test templates as a bare array, all that match. */
        PartTestTemplateArray: components["schemas"]["PartTestTemplate"][];
        /** @description The test templates as one page (with `limit`) or as a bare array (without). */
        PartTestTemplateListAnswer: components["schemas"]["PaginatedPartTestTemplateList"] | components["schemas"]["PartTestTemplateArray"];
        /** @description A test template to create or to replace. */
        PartTestTemplateRequest: {
            /**
             * Part
             * @description The part whose stock is tested. It must be testable.
             * @example 41
             */
            part: number;
            /**
             * Test Name
             * @description What the test is called.
             * @example Firmware version
             */
            test_name: string;
            /**
             * Test Description
             * @description What is tested. Needed, though it may look optional.
             * @example Version that the device reports
             */
            description?: string | null;
            /**
             * Enabled
             * @description Whether the test is in use. True unless false is sent.
             * @example true
             */
            enabled?: boolean;
            /**
             * Required
             * @description Whether stock must pass the test. True unless false is sent.
             * @example true
             */
            required?: boolean;
            /**
             * Requires Value
             * @description Whether a result needs a value.
             * @example true
             */
            requires_value?: boolean;
            /**
             * Requires Attachment
             * @description Whether a result needs a file.
             * @example false
             */
            requires_attachment?: boolean;
            /**
             * Choices
             * @description The values that a result may have, separated by commas and different from each other; empty allows any.
             * @example 1.0,1.1
             */
            choices?: string;
        };
        /** @description The fields of a test template that can be written; all of them optional. */
        PatchedPartTestTemplateRequest: {
            /**
             * Part
             * @description The part whose stock is tested. It must be testable.
             * @example 41
             */
            part?: number;
            /**
             * Test Name
             * @description What the test is called.
             * @example Firmware version
             */
            test_name?: string;
            /**
             * Test Description
             * @description What is tested. Needed, though it may look optional.
             * @example Version that the device reports
             */
            description?: string | null;
            /**
             * Enabled
             * @description Whether the test is in use. True unless false is sent.
             * @example true
             */
            enabled?: boolean;
            /**
             * Required
             * @description Whether stock must pass the test. True unless false is sent.
             * @example true
             */
            required?: boolean;
            /**
             * Requires Value
             * @description Whether a result needs a value.
             * @example true
             */
            requires_value?: boolean;
            /**
             * Requires Attachment
             * @description Whether a result needs a file.
             * @example false
             */
            requires_attachment?: boolean;
            /**
             * Choices
             * @description The values that a result may have, separated by commas and different from each other; empty allows any.
             * @example 1.0,1.1
             */
            choices?: string;
        };
        /** @description One page of the list. */
        PaginatedPartSalePriceList: {
            /**
             * @description How many match in all.
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
            /** @description The prices of this page. */
            results: components["schemas"]["PartSalePrice"][];
        };
        /** @description The prices as a bare array, all that match. */
        PartSalePriceArray: components["schemas"]["PartSalePrice"][];
        /** @description The prices as one page (with `limit`) or as a bare array (without). */
        PartSalePriceListAnswer: components["schemas"]["PaginatedPartSalePriceList"] | components["schemas"]["PartSalePriceArray"];
        /** @description A sale price to create. */
        PartSalePriceRequest: {
            /**
             * Part
             * @description The part that the price is for. It must be salable.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description A sale price to replace. */
        PartSalePriceUpdateRequest: {
            /**
             * Part
             * @description The part that the price is for. It must be salable.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description The fields of a sale price that can be written; all of them optional. */
        PatchedPartSalePriceRequest: {
            /**
             * Part
             * @description The part that the price is for. It must be salable.
             * @example 41
             */
            part?: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description What one piece of a part costs a department that takes a certain quantity or more. */
        PartInternalPrice: {
            /**
             * @description The primary key.
             * @example 8
             */
            pk: number;
            /**
             * Part
             * @description The part that the price is for.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency: string;
        };
        /** @description One page of the list. */
        PaginatedPartInternalPriceList: {
            /**
             * @description How many match in all.
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
            /** @description The prices of this page. */
            results: components["schemas"]["PartInternalPrice"][];
        };
        /** @description The prices as a bare array, all that match. */
        PartInternalPriceArray: components["schemas"]["PartInternalPrice"][];
        /** @description The prices as one page (with `limit`) or as a bare array (without). */
        PartInternalPriceListAnswer: components["schemas"]["PaginatedPartInternalPriceList"] | components["schemas"]["PartInternalPriceArray"];
        /** @description An internal price to create. */
        PartInternalPriceRequest: {
            /**
             * Part
             * @description The part that the price is for.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description An internal price to replace. */
        PartInternalPriceUpdateRequest: {
            /**
             * Part
             * @description The part that the price is for.
             * @example 41
             */
            part: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
        /** @description The fields of an internal price that can be written; all of them optional. */
        PatchedPartInternalPriceRequest: {
            /**
             * Part
             * @description The part that the price is for.
             * @example 41
             */
            part?: number;
            /**
             * Quantity
             * Format: double
             * @description From which quantity on the price holds; 1 for a new price unless it is sent. Rounded to five places.
             * @example 100
             */
            quantity?: number;
            /**
             * Price
             * Format: double
             * @description The price of one, rounded to six places; null is refused. A number in text is taken as well.
             * @example 0.12
             */
            price?: number | null;
            /**
             * Currency
             * @description The currency of the price, one of those in the setting `CURRENCY_CODES`; the default currency for a new price.
             * @example USD
             */
            price_currency?: string;
        };
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
        /** @description How much of a part there was on a day. */
        PartStocktake: {
            /**
             * Part
             * @description The part that was counted.
             * @example 41
             */
            part: number;
            /**
             * Item Count
             * @description How many stock items there were; 1 unless it is sent.
             * @example 3
             */
            item_count: number;
            /**
             * Quantity
             * Format: double
             * @description How much there was in all. Rounded to five places.
             * @example 730
             */
            quantity: number;
            /**
             * Minimum Stock Cost
             * Format: double
             * @description What it was worth at least, rounded to six places.
             * @example 22.63
             */
            cost_min: number | null;
            /**
             * Minimum Cost Currency
             * @description The currency of `cost_min`, one of those in the setting `CURRENCY_CODES`.
             * @example USD
             */
            cost_min_currency: string;
            /**
             * Maximum Stock Cost
             * Format: double
             * @description What it was worth at most, rounded to six places.
             * @example 65.7
             */
            cost_max: number | null;
            /**
             * Maximum Cost Currency
             * @description The currency of `cost_max`.
             * @example USD
             */
            cost_max_currency: string;
            /**
             * @description The primary key.
             * @example 116
             */
            pk: number;
            /**
             * @description The name of the part.
             * @example Hex bolt M3x12
             */
            part_name: string;
            /**
             * @description The internal part number of the part.
             * @example BLT-0312
             */
            part_ipn: string | null;
            /**
             * @description The description of the part.
             * @example Stainless steel A2, ISO 4017
             */
            part_description: string | null;
            /**
             * Format: date
             * @description The day on which the entry was made.
             * @example 2026-03-02
             */
            date: string;
            /** @description The part in brief, without prices. Present with `part_detail=true` and in answers to writes. */
            part_detail?: components["schemas"]["PartBrief"];
        };
        /** @description One page of the list. */
        PaginatedPartStocktakeList: {
            /**
             * @description How many match in all.
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
            /** @description The entries of this page. */
            results: components["schemas"]["PartStocktake"][];
        };
        /** @description The entries as a bare array, all that match. */
        PartStocktakeArray: components["schemas"]["PartStocktake"][];
        /** @description The entries as one page (with `limit`) or as a bare array (without). */
        PartStocktakeListAnswer: components["schemas"]["PaginatedPartStocktakeList"] | components["schemas"]["PartStocktakeArray"];
        /** @description A stocktake entry to create or to replace. */
        PartStocktakeRequest: {
            /**
             * Part
             * @description The part that was counted.
             * @example 41
             */
            part: number;
            /**
             * Item Count
             * @description How many stock items there were; 1 unless it is sent.
             * @example 3
             */
            item_count?: number;
            /**
             * Quantity
             * Format: double
             * @description How much there was in all. Rounded to five places.
             * @example 730
             */
            quantity: number;
            /**
             * Minimum Stock Cost
             * Format: double
             * @description What it was worth at least, rounded to six places.
             * @example 22.63
             */
            cost_min?: number | null;
            /**
             * Minimum Cost Currency
             * @description The currency of `cost_min`, one of those in the setting `CURRENCY_CODES`.
             * @example USD
             */
            cost_min_currency?: string;
            /**
             * Maximum Stock Cost
             * Format: double
             * @description What it was worth at most, rounded to six places.
             * @example 65.7
             */
            cost_max?: number | null;
            /**
             * Maximum Cost Currency
             * @description The currency of `cost_max`.
             * @example USD
             */
            cost_max_currency?: string;
        };
        /** @description The entries to delete. */
        BulkPartStocktakeRequest: {
            /**
             * @description The primary keys of the entries. Unknown ones are passed over, as long as one is known.
             * @example [
             *       116,
             *       117
             *     ]
             */
            items?: number[];
        };
        /** @description How many entries were deleted. */
        BulkPartStocktakeAnswer: {
            /**
             * @description A sentence that says so.
             * @example Deleted 2 items
             */
            success: string;
        };
        /** @description The fields of a stocktake entry that can be written; all of them optional. */
        PatchedPartStocktakeRequest: {
            /**
             * Part
             * @description The part that was counted.
             * @example 41
             */
            part?: number;
            /**
             * Item Count
             * @description How many stock items there were; 1 unless it is sent.
             * @example 3
             */
            item_count?: number;
            /**
             * Quantity
             * Format: double
             * @description How much there was in all. Rounded to five places.
             * @example 730
             */
            quantity?: number;
            /**
             * Minimum Stock Cost
             * Format: double
             * @description What it was worth at least, rounded to six places.
             * @example 22.63
             */
            cost_min?: number | null;
            /**
             * Minimum Cost Currency
             * @description The currency of `cost_min`, one of those in the setting `CURRENCY_CODES`.
             * @example USD
             */
            cost_min_currency?: string;
            /**
             * Maximum Stock Cost
             * Format: double
             * @description What it was worth at most, rounded to six places.
             * @example 65.7
             */
            cost_max?: number | null;
            /**
             * Maximum Cost Currency
             * @description The currency of `cost_max`.
             * @example USD
             */
            cost_max_currency?: string;
        };
        /** @description What there is of a part and what is needed, its variants included unless said otherwise. */
        PartRequirements: {
            /**
             * Format: double
             * @description How much is in stock and usable.
             * @example 730
             */
            total_stock: number;
            /**
             * Format: double
             * @description How much of that is set aside for nothing; never below 0.
             * @example 610
             */
            unallocated_stock: number;
            /**
             * Format: double
             * @description How many could be built from the stock of the components, a whole number. Consumable and virtual components do not count; without any
             *     other line it is 0.
             * @example 36
             */
            can_build: number;
            /**
             * Format: double
             * @description How much of the part itself is on order from suppliers and has not arrived.
             * @example 500
             */
            ordering: number;
            /**
             * Format: double
             * @description How much is in production right now.
             * @example 0
             */
            building: number;
            /**
             * @description How many the unfinished build orders have still to complete.
             * @example 5
             */
            scheduled_to_build: number;
            /**
             * Format: double
             * @description How much the unfinished build orders still need of it as a component.
             * @example 160
             */
            required_for_build_orders: number;
            /**
             * Format: double
             * @description How much is set aside for build orders, finished ones included.
             * @example 120
             */
            allocated_to_build_orders: number;
            /**
             * Format: double
             * @description How much the open sales orders still need.
             * @example 0
             */
            required_for_sales_orders: number;
            /**
             * Format: double
             * @description How much is set aside for open sales orders and not shipped yet.
             * @example 0
             */
            allocated_to_sales_orders: number;
        };
        /** @description The latest serial number of a part, and the one that follows. */
        PartSerialNumber: {
            /**
             * @description The highest serial number; null if there is none.
             * @example AB09
             */
            latest: string | null;
            /**
             * @description The one that follows: the digits at the end count on, leading zeros stay. The same again if it ends in no digit; 1 if there is none yet.
             * @example AB10
             */
            next: string;
        };
        /** @description Which bill of materials to copy, and how. */
        PartCopyBOMRequest: {
            /**
             * Part
             * @description The part to copy the lines from.
             * @example 77
             */
            part: number;
            /**
             * Remove Existing Data
             * @description Whether the lines that the part has are deleted first. True unless false is sent.
             * @example true
             */
            remove_existing?: boolean;
            /**
             * Include Inherited
             * @description Whether lines are copied that the source inherits from its templates. False unless true is sent.
             * @example false
             */
            include_inherited?: boolean;
            /**
             * Skip Invalid Rows
             * @description Whether lines that would make the part contain itself are left out, in place of refusing everything. False unless true is sent.
             * @example false
             */
            skip_invalid?: boolean;
            /**
             * Copy Substitute Parts
             * @description Whether the substitutes of the lines are copied as well. True unless false is sent.
             * @example true
             */
            copy_substitutes?: boolean;
        };
        /** @description What was copied, and how. */
        PartCopyBOM: {
            /**
             * Part
             * @description The part to copy the lines from.
             * @example 77
             */
            part: number;
            /**
             * Remove Existing Data
             * @description Whether the lines that the part has are deleted first. True unless false is sent.
             * @example true
             */
            remove_existing: boolean;
            /**
             * Include Inherited
             * @description Whether lines are copied that the source inherits from its templates. False unless true is sent.
             * @example false
             */
            include_inherited: boolean;
            /**
             * Skip Invalid Rows
             * @description Whether lines that would make the part contain itself are left out, in place of refusing everything. False unless true is sent.
             * @example false
             */
            skip_invalid: boolean;
            /**
             * Copy Substitute Parts
             * @description Whether the substitutes of the lines are copied as well. True unless false is sent.
             * @example true
             */
            copy_substitutes: boolean;
        };
        /** @description How the declaration that a bill of materials is valid stands. */
        PartBomValidate: {
            /**
             * @description The primary key of the part.
             * @example 77
             */
            pk: number;
            /**
             * @description Whether the bill is as it was when it was declared valid.
             * @example true
             */
            bom_validated: boolean;
            /**
             * @description A fingerprint of the bill as it was then; empty if it never was.
             * @example 4605c0ffee00c0ff
             */
            bom_checksum: string;
            /**
             * @description Who declared it valid or took that back; null if nobody did.
             * @example 2
             */
            bom_checked_by: number | null;
            /** @description That user. */
            bom_checked_by_detail: components["schemas"]["User"] | null;
            /**
             * Format: date
             * @description When that was.
             * @example 2026-03-02
             */
            bom_checked_date: string | null;
        };
        /** @description Whether a bill of materials is declared valid. */
        PartBomValidateRequest: {
            /**
             * Valid
             * @description True declares the bill valid as it is; false or nothing takes that back.
             * @example true
             */
            valid?: boolean;
        };
        /** @description How a background task stands. Here it has always ended when the answer is sent. */
        TaskDetail: {
            /**
             * @description The key of the task; empty if it was done at once.
             * @example
             */
            task_id: string;
            /**
             * @description Whether the task is still known.
             * @example false
             */
            exists: boolean;
            /**
             * @description Whether it has yet to begin.
             * @example false
             */
            pending: boolean;
            /**
             * @description Whether it has ended.
             * @example true
             */
            complete: boolean;
            /**
             * @description Whether it ended well.
             * @example true
             */
            success: boolean;
            /**
             * @description The status of this answer.
             * @example 200
             */
            http_status: number;
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
        CategoryListAnswer: components["schemas"]["PaginatedCategoryList"] | components["schemas"]["CategoryArray"] | components["schemas"]["DataOutput"];
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
        /** @description A parameter that new parts of a category get. */
        CategoryParameter: {
            /**
             * @description The primary key.
             * @example 2
             */
            pk: number;
            /**
             * Category
             * @description The category whose new parts get the parameter, and those of all categories below it.
             * @example 5
             */
            category: number;
            /**
             * Template
             * @description The template of the parameter. Where its values must be unique, no part gets one.
             * @example 4
             */
            template: number;
            /**
             * Default Value
             * @description The value that the parameter starts with. May be empty; otherwise it must convert to the unit of the template.
             * @example 10k
             */
            default_value: string;
            category_detail?: components["schemas"]["Category"];
            template_detail?: components["schemas"]["ParameterTemplate"];
        };
        /** @description One page of prescribed parameters. */
        PaginatedCategoryParameterList: {
            /**
             * @description How many prescribed parameters match in all.
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
            /** @description The prescribed parameters of this page. */
            results: components["schemas"]["CategoryParameter"][];
        };
        /** @description The prescribed parameters as a bare array, all that match. */
        CategoryParameterArray: components["schemas"]["CategoryParameter"][];
        /** @description The prescribed parameters as one page (with `limit`) or as a bare array (without). */
        CategoryParameterListAnswer: components["schemas"]["PaginatedCategoryParameterList"] | components["schemas"]["CategoryParameterArray"];
        /** @description A parameter to prescribe, or what takes its place. */
        CategoryParameterRequest: {
            /**
             * Category
             * @description The category whose new parts get the parameter, and those of all categories below it.
             * @example 5
             */
            category: number;
            /**
             * Template
             * @description The template of the parameter. Where its values must be unique, no part gets one.
             * @example 4
             */
            template: number;
            /**
             * Default Value
             * @description The value that the parameter starts with. May be empty; otherwise it must convert to the unit of the template.
             * @example 10k
             */
            default_value?: string;
        };
        /** @description The fields of a prescribed parameter that can be written; all of them optional. */
        PatchedCategoryParameterRequest: {
            /**
             * Category
             * @description The category whose new parts get the parameter, and those of all categories below it.
             * @example 5
             */
            category?: number;
            /**
             * Template
             * @description The template of the parameter. Where its values must be unique, no part gets one.
             * @example 4
             */
            template?: number;
            /**
             * Default Value
             * @description The value that the parameter starts with. May be empty; otherwise it must convert to the unit of the template.
             * @example 10k
             */
            default_value?: string;
        };
        /** @description One page of parameters. */
        PaginatedParameterList: {
            /**
             * @description How many parameters match in all.
             * @example 1194
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
            /** @description The parameters of this page. */
            results: components["schemas"]["Parameter"][];
        };
        /** @description Parameters as a bare array. */
        ParameterArray: components["schemas"]["Parameter"][];
        /** @description The parameters as one page (with `limit`) or as a bare array (without). */
        ParameterListAnswer: components["schemas"]["PaginatedParameterList"] | components["schemas"]["ParameterArray"];
        /** @description A parameter to create or to replace. */
        ParameterRequest: {
            /**
             * Template
             * @description The template that gives the value its name, its unit and its choices. A record has one parameter of each template.
             * @example 4
             */
            template: number;
            /**
             * Model type
             * @description The kind of record that carries the parameter, with the name of its app or without: `part.part` or `part`. A new parameter needs it.
             * @example part.part
             */
            model_type?: string;
            /**
             * Model ID
             * @description The primary key of that record.
             * @example 41
             */
            model_id: number;
            /**
             * Data
             * @description The value. Of a template with a unit: a number, with a unit of its own or in that of the template, such as `4.7 kohm`, `4k7` or `4700`. Of a
             *     checkbox: `true`, `yes`, `on` or `1`; anything else is no.
             * @example 4.7 kohm
             */
            data: string;
            /**
             * Note
             * @description A remark on the value. May be empty.
             * @example measured
             */
            note?: string;
        };
        /** @description Parameters to create together. No two may be of the same record and template. */
        ParameterRequestArray: components["schemas"]["ParameterRequest"][];
        /** @description A parameter to create, or several. */
        ParameterCreateRequest: components["schemas"]["ParameterRequest"] | components["schemas"]["ParameterRequestArray"];
        /** @description What was created; an array if an array was sent. */
        ParameterCreateAnswer: components["schemas"]["Parameter"] | components["schemas"]["ParameterArray"];
        /**
         * @description What is wrong with each of the parameters that were sent, in their order; an empty list where nothing is.
         * @example [
         *       [],
         *       {
         *         "data": [
         *           "Invalid choice for parameter value"
         *         ]
         *       }
         *     ]
         */
        ParameterRefusals: (components["schemas"]["ValidationError"] | string[])[];
        /** @description The parameters to delete. */
        BulkParameterRequest: {
            /**
             * @description The primary keys of the parameters to delete. Unknown ones are passed over.
             * @example [
             *       31,
             *       32
             *     ]
             */
            items?: number[];
        };
        /** @description What the deletion of many parameters did. */
        BulkParameterAnswer: {
            /**
             * @description A sentence that says so.
             * @example Deleted 2 items
             */
            success: string;
        };
        /** @description The fields of a parameter that can be written; all of them optional. */
        PatchedParameterRequest: {
            /**
             * Template
             * @description The template that gives the value its name, its unit and its choices. A record has one parameter of each template.
             * @example 4
             */
            template?: number;
            /**
             * Model type
             * @description The kind of record that carries the parameter, with the name of its app or without: `part.part` or `part`. A new parameter needs it.
             * @example part.part
             */
            model_type?: string;
            /**
             * Model ID
             * @description The primary key of that record.
             * @example 41
             */
            model_id?: number;
            /**
             * Data
             * @description The value. Of a template with a unit: a number, with a unit of its own or in that of the template, such as `4.7 kohm`, `4k7` or `4700`. Of a
             *     checkbox: `true`, `yes`, `on` or `1`; anything else is no.
             * @example 4.7 kohm
             */
            data?: string;
            /**
             * Note
             * @description A remark on the value. May be empty.
             * @example measured
             */
            note?: string;
        };
        /** @description One page of parameter templates. */
        PaginatedParameterTemplateList: {
            /**
             * @description How many templates match in all.
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
            /** @description The templates of this page. */
            results: components["schemas"]["ParameterTemplate"][];
        };
        /** @description The templates as a bare array, all that match. */
        ParameterTemplateArray: components["schemas"]["ParameterTemplate"][];
        /** @description The templates as one page (with `limit`) or as a bare array (without). */
        ParameterTemplateListAnswer: components["schemas"]["PaginatedParameterTemplateList"] | components["schemas"]["ParameterTemplateArray"];
        /** @description A parameter template to create or to replace. */
        ParameterTemplateRequest: {
            /**
             * Name
             * @description The name, for example the property that is measured. No other template has it, whatever the letter case.
             * @example Resistance
             */
            name: string;
            /**
             * Units
             * @description The physical unit of the values. Empty if they have none.
             * @example ohm
             */
            units?: string;
            /**
             * Description
             * @description What the parameter means. May be empty.
             * @example Nominal resistance at 20 °C
             */
            description?: string;
            /**
             * Model type
             * @description The only kind of record that it is meant for, with the name of its app or without: `part.part` or `part`. Null or empty if it is meant for
             *     all of them.
             * @example part.part
             */
            model_type?: string | null;
            /**
             * Checkbox
             * @description Whether the value is either true or false. Such a template has neither unit nor choices.
             * @example false
             */
            checkbox?: boolean;
            /**
             * Choices
             * @description The values to choose from, separated by commas. Empty if any value will do.
             * @example
             */
            choices?: string;
            /**
             * Selection List
             * @description The selection list whose active entries are the values to choose from. It takes the place of `choices`.
             * @example null
             */
            selectionlist?: number | null;
            /**
             * Enabled
             * @description Whether the template is offered for new parameters. A new one is; the server itself does not look at it.
             * @example true
             */
            enabled?: boolean;
            /**
             * Unique
             * @description Whether a value may occur twice: 0 as often as you like, 1 once among records of the same kind, 2 once among all records.
             * @example 0
             * @enum {integer}
             */
            unique?: 0 | 1 | 2;
        };
        /** @description The fields of a parameter template that can be written; all of them optional. */
        PatchedParameterTemplateRequest: {
            /**
             * Name
             * @description The name, for example the property that is measured. No other template has it, whatever the letter case.
             * @example Resistance
             */
            name?: string;
            /**
             * Units
             * @description The physical unit of the values. Empty if they have none.
             * @example ohm
             */
            units?: string;
            /**
             * Description
             * @description What the parameter means. May be empty.
             * @example Nominal resistance at 20 °C
             */
            description?: string;
            /**
             * Model type
             * @description The only kind of record that it is meant for, with the name of its app or without: `part.part` or `part`. Null or empty if it is meant for
             *     all of them.
             * @example part.part
             */
            model_type?: string | null;
            /**
             * Checkbox
             * @description Whether the value is either true or false. Such a template has neither unit nor choices.
             * @example false
             */
            checkbox?: boolean;
            /**
             * Choices
             * @description The values to choose from, separated by commas. Empty if any value will do.
             * @example
             */
            choices?: string;
            /**
             * Selection List
             * @description The selection list whose active entries are the values to choose from. It takes the place of `choices`.
             * @example null
             */
            selectionlist?: number | null;
            /**
             * Enabled
             * @description Whether the template is offered for new parameters. A new one is; the server itself does not look at it.
             * @example true
             */
            enabled?: boolean;
            /**
             * Unique
             * @description Whether a value may occur twice: 0 as often as you like, 1 once among records of the same kind, 2 once among all records.
             * @example 0
             * @enum {integer}
             */
            unique?: 0 | 1 | 2;
        };
        /** @description One value of a selection list. */
        SelectionEntry: {
            /**
             * @description The primary key.
             * @example 12
             */
            id: number;
            /**
             * Value
             * @description The value that a parameter gets. No other entry of the list has it.
             * @example SMD
             */
            value: string;
            /**
             * Label
             * @description What people are shown.
             * @example surface mount
             */
            label: string;
            /**
             * Description
             * @description What the value means. May be empty.
             * @example soldered onto the surface of the board
             */
            description: string;
            /**
             * Active
             * @description Whether the value can be chosen. That of a new entry can.
             * @example true
             */
            active: boolean;
            /**
             * Selection List
             * @description The list that the entry belongs to; null if it belongs to none.
             * @example 3
             */
            list: number | null;
        };
        /** @description A named list of values, which templates of parameters may choose from. */
        SelectionList: {
            /**
             * @description The primary key.
             * @example 3
             */
            pk: number;
            /**
             * Name
             * @description The name, different from that of every other list.
             * @example Mounting
             */
            name: string;
            /**
             * Description
             * @description What the list is for. May be empty.
             * @example How a part is mounted
             */
            description: string;
            /**
             * Active
             * @description Whether the list is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active: boolean;
            /**
             * Locked
             * @description Whether list and entries stay as they are, for good.
             * @example false
             */
            locked: boolean;
            /**
             * Source Plugin
             * @description The plugin that provides the list, if any.
             * @example null
             */
            source_plugin: number | null;
            /**
             * Source String
             * @description Where the list comes from, in the words of whoever provides it. May be empty.
             * @example handbook
             */
            source_string: string;
            /** @description The entry that is offered first; null if there is none. */
            default: components["schemas"]["SelectionEntry"] | null;
            /**
             * @description When the list was created.
             * @example 2026-03-02 14:05
             */
            created: string;
            /**
             * @description When the list itself was last changed; changes of its entries do not count.
             * @example 2026-03-04 09:30
             */
            last_updated: string;
            /**
             * @description How many entries the list has. Missing in the answer to a POST.
             * @example 2
             */
            entry_count?: number;
            /** @description The entries, by key. Left out with `choices=false`. */
            choices?: components["schemas"]["SelectionEntry"][];
        };
        /** @description One page of selection lists. */
        PaginatedSelectionListList: {
            /**
             * @description How many selection lists there are in all.
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
            /** @description The selection lists of this page. */
            results: components["schemas"]["SelectionList"][];
        };
        /** @description The selection lists as a bare array. */
        SelectionListArray: components["schemas"]["SelectionList"][];
        /** @description The selection lists as one page (with `limit`) or as a bare array (without). */
        SelectionListListAnswer: components["schemas"]["PaginatedSelectionListList"] | components["schemas"]["SelectionListArray"];
        /** @description A selection list to create or to replace. */
        SelectionListRequest: {
            /**
             * Name
             * @description The name, different from that of every other list.
             * @example Mounting
             */
            name: string;
            /**
             * Description
             * @description What the list is for. May be empty.
             * @example How a part is mounted
             */
            description?: string;
            /**
             * Active
             * @description Whether the list is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active?: boolean;
            /**
             * Locked
             * @description Whether list and entries stay as they are, for good.
             * @example false
             */
            locked?: boolean;
            /**
             * Source Plugin
             * @description The plugin that provides the list, if any.
             * @example null
             */
            source_plugin?: number | null;
            /**
             * Source String
             * @description Where the list comes from, in the words of whoever provides it. May be empty.
             * @example handbook
             */
            source_string?: string;
        };
        /** @description The fields of a selection list that can be written; all of them optional. */
        PatchedSelectionListRequest: {
            /**
             * Name
             * @description The name, different from that of every other list.
             * @example Mounting
             */
            name?: string;
            /**
             * Description
             * @description What the list is for. May be empty.
             * @example How a part is mounted
             */
            description?: string;
            /**
             * Active
             * @description Whether the list is in use. A new one is; the server itself does not look at it.
             * @example true
             */
            active?: boolean;
            /**
             * Locked
             * @description Whether list and entries stay as they are, for good.
             * @example false
             */
            locked?: boolean;
            /**
             * Source Plugin
             * @description The plugin that provides the list, if any.
             * @example null
             */
            source_plugin?: number | null;
            /**
             * Source String
             * @description Where the list comes from, in the words of whoever provides it. May be empty.
             * @example handbook
             */
            source_string?: string;
        };
        /** @description One page of entries. */
        PaginatedSelectionEntryList: {
            /**
             * @description How many entries match in all.
             * @example 2
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
            results: components["schemas"]["SelectionEntry"][];
        };
        /** @description The entries as a bare array, all that match. */
        SelectionEntryArray: components["schemas"]["SelectionEntry"][];
        /** @description The entries as one page (with `limit`) or as a bare array (without). */
        SelectionEntryListAnswer: components["schemas"]["PaginatedSelectionEntryList"] | components["schemas"]["SelectionEntryArray"];
        /** @description An entry to create or to replace. */
        SelectionEntryRequest: {
            /**
             * Value
             * @description The value that a parameter gets. No other entry of the list has it.
             * @example SMD
             */
            value: string;
            /**
             * Label
             * @description What people are shown.
             * @example surface mount
             */
            label: string;
            /**
             * Description
             * @description What the value means. May be empty.
             * @example soldered onto the surface of the board
             */
            description?: string;
            /**
             * Active
             * @description Whether the value can be chosen. That of a new entry can.
             * @example true
             */
            active?: boolean;
            /**
             * Selection List
             * @description The list that the entry belongs to; null if it belongs to none.
             * @example 3
             */
            list?: number | null;
        };
        /** @description The fields of an entry that can be written; all of them optional. */
        PatchedSelectionEntryRequest: {
            /**
             * Value
             * @description The value that a parameter gets. No other entry of the list has it.
             * @example SMD
             */
            value?: string;
            /**
             * Label
             * @description What people are shown.
             * @example surface mount
             */
            label?: string;
            /**
             * Description
             * @description What the value means. May be empty.
             * @example soldered onto the surface of the board
             */
            description?: string;
            /**
             * Active
             * @description Whether the value can be chosen. That of a new entry can.
             * @example true
             */
            active?: boolean;
            /**
             * Selection List
             * @description The list that the entry belongs to; null if it belongs to none.
             * @example 3
             */
            list?: number | null;
        };
        /** @description A part that may be taken in place of the component of a line. */
        BomItemSubstitute: {
            /**
             * BOM Item
             * @description The line.
             * @example 276
             */
            bom_item: number;
            /**
             * Part
             * @description The part that will do as well. It must be marked as a component.
             * @example 42
             */
            part: number;
            /**
             * @description The primary key.
             * @example 3
             */
            pk: number;
            /** @description The substitute in brief, without prices. */
            part_detail: components["schemas"]["PartBrief"];
        };
        /**
         * @description A line of a bill of materials: a component and how much of it goes into an assembly. Stock counts where it is usable. In the answer to a POST
         *     the fields that begin with `available_`, `external_stock`, `on_order`, `building` and `can_build` are null.
         *
         *     Answers to writes bring all details, but of the five prices only `pricing_min` unless `?pricing=true` is sent. Details of a kind of record
         *     that you may not view are left out.
         */
        BomItem: {
            /**
             * @description The primary key.
             * @example 276
             */
            pk: number;
            /**
             * Part
             * @description The assembly. It must be marked as one.
             * @example 77
             */
            part: number;
            /**
             * Sub part
             * @description The component that goes into it. It must be marked as one.
             * @example 41
             */
            sub_part: number;
            /**
             * Reference
             * @description Where in the assembly it belongs, for example the places on a circuit board. May be empty.
             * @example R1, R4
             */
            reference: string;
            /**
             * @description How much of the component one assembly takes, as it was entered.
             * @example 25 cm
             */
            raw_amount: string;
            /**
             * Format: double
             * @description How much of the component one assembly takes, in its unit, with at most 5 decimal places.
             * @example 0.25
             */
            quantity: number;
            /**
             * Allow Variants
             * @description Whether variants of the component will do, too.
             * @example false
             */
            allow_variants: boolean;
            /**
             * Gets inherited
             * @description Whether the variants of the assembly have this line as well.
             * @example false
             */
            inherited: boolean;
            /**
             * Optional
             * @description Whether a build can do without it.
             * @example false
             */
            optional: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being allocated to builds.
             * @example false
             */
            consumable: boolean;
            /**
             * Setup Quantity
             * Format: double
             * @description How much is lost once for every build, however many are built. At most 5 decimal places.
             * @example 0
             */
            setup_quantity: number;
            /**
             * Attrition
             * Format: double
             * @description How much is lost while building, in per cent. At most 3 decimal places.
             * @example 2.5
             */
            attrition: number;
            /**
             * Rounding Multiple
             * Format: double
             * @description What a build needs is rounded up to a multiple of this. At most 5 decimal places; null does not round.
             * @example null
             */
            rounding_multiple: number | null;
            /**
             * Note
             * @description A note for people. May be empty.
             * @example Check the polarity
             */
            note: string;
            /**
             * Validated
             * @description Whether the line is as somebody declared it valid. The server finds that out itself; a value that is sent has no effect.
             * @example false
             */
            validated: boolean;
            /**
             * Format: double
             * @description How much of exactly this component is in stock and not allocated; never below 0.
             * @example 730
             */
            available_stock: number | null;
            /**
             * Format: double
             * @description How much of all variants of the component is in stock and not allocated, whether the line allows variants or not.
             * @example 0
             */
            available_variant_stock: number | null;
            /**
             * Format: double
             * @description How much of all substitutes is in stock and not allocated.
             * @example 0
             */
            available_substitute_stock: number | null;
            /**
             * Format: double
             * @description How much of the component lies at locations that are marked as external.
             * @example 0
             */
            external_stock: number | null;
            /**
             * Format: double
             * @description How much of the component is on order from suppliers and has not arrived.
             * @example 500
             */
            on_order: number | null;
            /**
             * Format: double
             * @description How much of the component is in production right now.
             * @example 0
             */
            building: number | null;
            /**
             * Format: double
             * @description How many assemblies the three kinds of available stock would do for. Not rounded. Left out with `can_build=false`.
             * @example 365.5
             */
            can_build?: number | null;
            /**
             * Format: double
             * @description The lowest price of one component, in the default currency; null if none is known.
             * @example 0.031
             */
            pricing_min?: number | null;
            /**
             * Format: double
             * @description The highest price of one component. Present with `pricing=true`.
             * @example 0.09
             */
            pricing_max?: number | null;
            /**
             * Format: double
             * @description The lowest price for what one assembly takes. Present with `pricing=true`.
             * @example 0.062
             */
            pricing_min_total?: number | null;
            /**
             * Format: double
             * @description The highest price for what one assembly takes. Present with `pricing=true`.
             * @example 0.18
             */
            pricing_max_total?: number | null;
            /**
             * @description When the prices of the component were last worked out, in the time zone of the server. Present with `pricing=true`.
             * @example 2026-03-02 14:05
             */
            pricing_updated?: string | null;
            /** @description The parts that may be taken in place of the component. Present with `substitutes=true` and in answers to writes. */
            substitutes?: components["schemas"]["BomItemSubstitute"][];
            /** @description The assembly in brief. Present with `part_detail=true` and in answers to writes. */
            part_detail?: components["schemas"]["PartBrief"];
            /** @description The component in brief. Present with `sub_part_detail=true` and in answers to writes. */
            sub_part_detail?: components["schemas"]["PartBrief"];
            /** @description The category of the component; null if it has none. Present with `category_detail=true` and in answers to writes. */
            category_detail?: components["schemas"]["Category"] | null;
        };
        /** @description One page of lines. */
        PaginatedBomItemList: {
            /**
             * @description How many lines match in all.
             * @example 228
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
            /** @description The lines of this page. */
            results: components["schemas"]["BomItem"][];
        };
        /** @description The lines as a bare array, all that match. */
        BomItemArray: components["schemas"]["BomItem"][];
        /** @description The lines as one page (with `limit`) or as a bare array (without). */
        BomItemListAnswer: components["schemas"]["PaginatedBomItemList"] | components["schemas"]["BomItemArray"];
        /** @description The lines to change, and the fields to change in each of them. */
        BulkBomItemRequest: {
            /**
             * Part
             * @description The assembly. It must be marked as one.
             * @example 77
             */
            part?: number;
            /**
             * Sub part
             * @description The component that goes into it. It must be marked as one.
             * @example 41
             */
            sub_part?: number;
            /**
             * Reference
             * @description Where in the assembly it belongs, for example the places on a circuit board. May be empty.
             * @example R1, R4
             */
            reference?: string;
            /**
             * Amount
             * @description How much of the component one assembly takes, as people write it: a number or a small sum, with a unit that fits that of the component.
             *     `quantity` follows from it. At most 25 characters; a plain JSON number is taken as well.
             * @example 25 cm
             */
            raw_amount?: string;
            /**
             * Quantity
             * Format: double
             * @description How much of the component one assembly takes. Read only where `raw_amount` is not sent; 1 if neither is.
             * @example 2
             */
            quantity?: number;
            /**
             * Allow Variants
             * @description Whether variants of the component will do, too.
             * @example false
             */
            allow_variants?: boolean;
            /**
             * Gets inherited
             * @description Whether the variants of the assembly have this line as well.
             * @example false
             */
            inherited?: boolean;
            /**
             * Optional
             * @description Whether a build can do without it.
             * @example false
             */
            optional?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being allocated to builds.
             * @example false
             */
            consumable?: boolean;
            /**
             * Setup Quantity
             * Format: double
             * @description How much is lost once for every build, however many are built. At most 5 decimal places.
             * @example 0
             */
            setup_quantity?: number;
            /**
             * Attrition
             * Format: double
             * @description How much is lost while building, in per cent. At most 3 decimal places.
             * @example 2.5
             */
            attrition?: number;
            /**
             * Rounding Multiple
             * Format: double
             * @description What a build needs is rounded up to a multiple of this. At most 5 decimal places; null does not round.
             * @example null
             */
            rounding_multiple?: number | null;
            /**
             * Note
             * @description A note for people. May be empty.
             * @example Check the polarity
             */
            note?: string;
            /**
             * Validated
             * @description Whether the line is as somebody declared it valid. The server finds that out itself; a value that is sent has no effect.
             * @example false
             */
            validated?: boolean;
            /**
             * @description The primary keys of the lines to change. Unknown ones are passed over, as long as one is known.
             * @example [
             *       276,
             *       277
             *     ]
             */
            items?: number[];
        };
        /** @description What a change of many lines did. */
        BulkBomItemAnswer: {
            /**
             * @description A sentence that says so.
             * @example Updated multiple items
             */
            success: string;
            /** @description The changed lines, by pk. */
            items: components["schemas"]["BomItem"][];
        };
        /** @description A line of a bill of materials to create or to replace. */
        BomItemRequest: {
            /**
             * Part
             * @description The assembly. It must be marked as one.
             * @example 77
             */
            part: number;
            /**
             * Sub part
             * @description The component that goes into it. It must be marked as one.
             * @example 41
             */
            sub_part: number;
            /**
             * Reference
             * @description Where in the assembly it belongs, for example the places on a circuit board. May be empty.
             * @example R1, R4
             */
            reference?: string;
            /**
             * Amount
             * @description How much of the component one assembly takes, as people write it: a number or a small sum, with a unit that fits that of the component.
             *     `quantity` follows from it. At most 25 characters; a plain JSON number is taken as well.
             * @example 25 cm
             */
            raw_amount?: string;
            /**
             * Quantity
             * Format: double
             * @description How much of the component one assembly takes. Read only where `raw_amount` is not sent; 1 if neither is.
             * @example 2
             */
            quantity?: number;
            /**
             * Allow Variants
             * @description Whether variants of the component will do, too.
             * @example false
             */
            allow_variants?: boolean;
            /**
             * Gets inherited
             * @description Whether the variants of the assembly have this line as well.
             * @example false
             */
            inherited?: boolean;
            /**
             * Optional
             * @description Whether a build can do without it.
             * @example false
             */
            optional?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being allocated to builds.
             * @example false
             */
            consumable?: boolean;
            /**
             * Setup Quantity
             * Format: double
             * @description How much is lost once for every build, however many are built. At most 5 decimal places.
             * @example 0
             */
            setup_quantity?: number;
            /**
             * Attrition
             * Format: double
             * @description How much is lost while building, in per cent. At most 3 decimal places.
             * @example 2.5
             */
            attrition?: number;
            /**
             * Rounding Multiple
             * Format: double
             * @description What a build needs is rounded up to a multiple of this. At most 5 decimal places; null does not round.
             * @example null
             */
            rounding_multiple?: number | null;
            /**
             * Note
             * @description A note for people. May be empty.
             * @example Check the polarity
             */
            note?: string;
            /**
             * Validated
             * @description Whether the line is as somebody declared it valid. The server finds that out itself; a value that is sent has no effect.
             * @example false
             */
            validated?: boolean;
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
        /** @description The fields of a line that can be changed; all of them optional. */
        PatchedBomItemRequest: {
            /**
             * Part
             * @description The assembly. It must be marked as one.
             * @example 77
             */
            part?: number;
            /**
             * Sub part
             * @description The component that goes into it. It must be marked as one.
             * @example 41
             */
            sub_part?: number;
            /**
             * Reference
             * @description Where in the assembly it belongs, for example the places on a circuit board. May be empty.
             * @example R1, R4
             */
            reference?: string;
            /**
             * Amount
             * @description How much of the component one assembly takes, as people write it: a number or a small sum, with a unit that fits that of the component.
             *     `quantity` follows from it. At most 25 characters; a plain JSON number is taken as well.
             * @example 25 cm
             */
            raw_amount?: string;
            /**
             * Quantity
             * Format: double
             * @description How much of the component one assembly takes. Read only where `raw_amount` is not sent; 1 if neither is.
             * @example 2
             */
            quantity?: number;
            /**
             * Allow Variants
             * @description Whether variants of the component will do, too.
             * @example false
             */
            allow_variants?: boolean;
            /**
             * Gets inherited
             * @description Whether the variants of the assembly have this line as well.
             * @example false
             */
            inherited?: boolean;
            /**
             * Optional
             * @description Whether a build can do without it.
             * @example false
             */
            optional?: boolean;
            /**
             * Consumable
             * @description Whether it is used up without being allocated to builds.
             * @example false
             */
            consumable?: boolean;
            /**
             * Setup Quantity
             * Format: double
             * @description How much is lost once for every build, however many are built. At most 5 decimal places.
             * @example 0
             */
            setup_quantity?: number;
            /**
             * Attrition
             * Format: double
             * @description How much is lost while building, in per cent. At most 3 decimal places.
             * @example 2.5
             */
            attrition?: number;
            /**
             * Rounding Multiple
             * Format: double
             * @description What a build needs is rounded up to a multiple of this. At most 5 decimal places; null does not round.
             * @example null
             */
            rounding_multiple?: number | null;
            /**
             * Note
             * @description A note for people. May be empty.
             * @example Check the polarity
             */
            note?: string;
            /**
             * Validated
             * @description Whether the line is as somebody declared it valid. The server finds that out itself; a value that is sent has no effect.
             * @example false
             */
            validated?: boolean;
        };
        /** @description Whether a line is declared valid. */
        BomItemValidationRequest: {
            /**
             * Valid
             * @description True declares the line valid as it is; false or nothing takes that back.
             * @example true
             */
            valid?: boolean;
        };
        /** @description The answer to a declaration. It does not tell how the line stands. */
        BomItemValidation: {
            /**
             * @description Always false; present in the answer to PUT.
             * @example false
             */
            valid?: boolean;
        };
        /** @description One page of substitutes. */
        PaginatedBomItemSubstituteList: {
            /**
             * @description How many substitutes match in all.
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
            /** @description The substitutes of this page. */
            results: components["schemas"]["BomItemSubstitute"][];
        };
        /** @description The substitutes as a bare array, all that match. */
        BomItemSubstituteArray: components["schemas"]["BomItemSubstitute"][];
        /** @description The substitutes as one page (with `limit`) or as a bare array (without). */
        BomItemSubstituteListAnswer: components["schemas"]["PaginatedBomItemSubstituteList"] | components["schemas"]["BomItemSubstituteArray"];
        /** @description A substitute to create or to replace. */
        BomItemSubstituteRequest: {
            /**
             * BOM Item
             * @description The line.
             * @example 276
             */
            bom_item: number;
            /**
             * Part
             * @description The part that will do as well. It must be marked as a component.
             * @example 42
             */
            part: number;
        };
        /** @description The fields of a substitute; all of them optional. */
        PatchedBomItemSubstituteRequest: {
            /**
             * BOM Item
             * @description The line.
             * @example 276
             */
            bom_item?: number;
            /**
             * Part
             * @description The part that will do as well. It must be marked as a component.
             * @example 42
             */
            part?: number;
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
        LocationListAnswer: components["schemas"]["PaginatedLocationList"] | components["schemas"]["LocationArray"] | components["schemas"]["DataOutput"];
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
        ProjectCodeListAnswer: components["schemas"]["PaginatedProjectCodeList"] | components["schemas"]["ProjectCodeArray"] | components["schemas"]["DataOutput"];
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
        /** @description What currencies are worth. */
        CurrencyExchange: {
            /**
             * @description The default currency of the server.
             * @example USD
             */
            base_currency: string;
            /**
             * @description How much of each currency one of the base currency is.
             * @example {
             *       "EUR": 0.92,
             *       "USD": 1
             *     }
             */
            exchange_rates: {
                [key: string]: number;
            };
            /**
             * Format: date-time
             * @description When the rates were last changed; null if there are none.
             * @example 2026-03-02T14:05:31.120Z
             */
            updated: string | null;
        };
        /** @description That it was done. */
        CurrencyRefreshAnswer: {
            /**
             * @description A sentence that says so.
             * @example Exchange rates updated
             */
            success: string;
        };
        /** @description A record that a notification is about, or comes from. */
        NotificationTarget: {
            /**
             * @description What it is called.
             * @example BO-0001
             */
            name: string;
            /**
             * @description What people call this kind of record.
             * @example Build Order
             */
            model_name: string;
            /**
             * @description What the API calls it.
             * @example build
             */
            model_type: string;
            /**
             * @description Its primary key.
             * @example 1
             */
            model_id: number;
            /**
             * Format: uri
             * @description Its page for people; not sent where there is none.
             * @example https://parts.example.org/web/manufacturing/build-order/1
             */
            link?: string;
        };
        /** @description Something that the server has to tell you. */
        NotificationMessage: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /** @description What it is about; null where that is gone. */
            target: components["schemas"]["NotificationTarget"] | null;
            /** @description Where it comes from; null where that is gone. */
            source: components["schemas"]["NotificationTarget"] | null;
            /**
             * @description Who is told.
             * @example 2
             */
            user: number;
            /**
             * @description What kind of notification it is.
             * @example build.new_build
             */
            category: string;
            /**
             * @description What it is about in a few words.
             * @example New Build Order
             */
            name: string;
            /**
             * @description What there is to tell.
             * @example A new order was assigned to you
             */
            message: string | null;
            /**
             * @description When it was made.
             * @example 2026-11-22 09:55
             */
            creation: string;
            /**
             * @description How many seconds ago that was.
             * @example 240
             */
            age: number;
            /**
             * @description How long ago that was.
             * @example 4 minutes ago
             */
            age_human: string;
            /**
             * Read
             * @description Whether you have read it.
             * @example true
             */
            read: boolean;
        };
        /** @description One page of notifications. */
        PaginatedNotificationMessageList: {
            /**
             * @description How many notifications match in all.
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
            /** @description The notifications of this page. */
            results: components["schemas"]["NotificationMessage"][];
        };
        /** @description The notifications as a bare array, all that match. */
        NotificationMessageArray: components["schemas"]["NotificationMessage"][];
        /** @description The notifications as one page (with `limit`) or as a bare array (without). */
        NotificationMessageListAnswer: components["schemas"]["PaginatedNotificationMessageList"] | components["schemas"]["NotificationMessageArray"];
        /** @description That all notifications are marked. */
        NotificationsRead: {
            /**
             * @description Always the same word.
             * @example ok
             */
            status: string;
        };
        /** @description A notification to mark. */
        NotificationMessageRequest: {
            /**
             * Read
             * @description Whether you have read it.
             * @example true
             */
            read: boolean;
        };
        /** @description The field of a notification that can be written. */
        PatchedNotificationMessageRequest: {
            /**
             * Read
             * @description Whether you have read it.
             * @example true
             */
            read?: boolean;
        };
        /** @description One page of data outputs. */
        PaginatedDataOutputList: {
            /**
             * @description How many data outputs match in all.
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
            /** @description The data outputs of this page. */
            results: components["schemas"]["DataOutput"][];
        };
        /** @description The data outputs as a bare array, all that match. */
        DataOutputArray: components["schemas"]["DataOutput"][];
        /** @description The data outputs as one page (with `limit`) or as a bare array (without). */
        DataOutputListAnswer: components["schemas"]["PaginatedDataOutputList"] | components["schemas"]["DataOutputArray"];
        /** @description What to look for, and where. */
        SearchRequest: {
            /**
             * Search
             * @description Words to look for, separated by blanks or commas; text in quotes stays together. An empty text finds everything.
             * @example diode
             */
            search: string;
            /**
             * Search regex
             * @description Whether the words are regular expressions.
             * @example false
             */
            search_regex?: boolean;
            /**
             * Search whole
             * @description Whether only whole words count.
             * @example false
             */
            search_whole?: boolean;
            /**
             * Search notes
             * @description Whether to look into notes as well.
             * @example false
             */
            search_notes?: boolean;
            /**
             * Limit
             * @description How many records to show of each list; 1 unless told otherwise. With 0 the lists are bare and whole.
             * @example 10
             */
            limit?: number;
            /**
             * Offset
             * @description How many records of each list to skip.
             * @example 0
             */
            offset?: number;
            /**
             * @description Searches this list; holds filters for it by the names of its query parameters.
             * @example {}
             */
            part?: {
                [key: string]: unknown;
            };
            /**
             * @description Searches this list; holds filters for it by the names of its query parameters.
             * @example {}
             */
            partcategory?: {
                [key: string]: unknown;
            };
            /**
             * @description Searches this list; holds filters for it by the names of its query parameters.
             * @example {}
             */
            stocklocation?: {
                [key: string]: unknown;
            };
        };
        /** @description Why a list was not searched. */
        SearchError: {
            /**
             * @description The reason in one sentence.
             * @example User does not have permission to view this model
             */
            error: string;
        };
        /** @description The parts that were found. */
        PartSearchResult: components["schemas"]["PaginatedPartList"] | components["schemas"]["PartArray"] | components["schemas"]["SearchError"];
        /** @description The part categories that were found. */
        CategorySearchResult: components["schemas"]["PaginatedCategoryList"] | components["schemas"]["CategoryArray"] | components["schemas"]["SearchError"];
        /** @description The stock locations that were found. */
        LocationSearchResult: components["schemas"]["PaginatedLocationList"] | components["schemas"]["LocationArray"] | components["schemas"]["SearchError"];
        /** @description What was found, by list; only lists that were named are here. */
        SearchAnswer: {
            part?: components["schemas"]["PartSearchResult"];
            partcategory?: components["schemas"]["CategorySearchResult"];
            stocklocation?: components["schemas"]["LocationSearchResult"];
        };
        /** @description A barcode that was read. */
        BarcodeRequest: {
            /**
             * Barcode
             * @description The text of the code. Blanks around it do not count.
             * @example INV-PA7
             */
            barcode: string;
        };
        /** @description The part that a barcode stands for. */
        BarcodePart: {
            /**
             * @description The primary key.
             * @example 7
             */
            pk: number;
            /**
             * @description The address of the record.
             * @example /api/part/7/
             */
            api_url: string;
            /**
             * @description The path of its page for people.
             * @example /web/part/7
             */
            web_url: string;
            instance: components["schemas"]["Part"];
        };
        /** @description The stock location that a barcode stands for. */
        BarcodeLocation: {
            /**
             * @description The primary key.
             * @example 7
             */
            pk: number;
            /**
             * @description The address of the record.
             * @example /api/part/7/
             */
            api_url: string;
            /**
             * @description The path of its page for people.
             * @example /web/part/7
             */
            web_url: string;
            instance: components["schemas"]["Location"];
        };
        /** @description What a barcode stands for. One of the kinds of records is present. */
        BarcodeMatch: {
            /**
             * @description A sentence that says so.
             * @example Match found for barcode data
             */
            success: string;
            /**
             * @description What understood the code.
             * @example InvenTreeBarcode
             */
            plugin: string;
            /**
             * @description The text of the code.
             * @example INV-PA7
             */
            barcode_data: string;
            /**
             * @description The MD5 hash of the text.
             * @example 1208a60d6c7efdfb5add66add0c643e6
             */
            barcode_hash: string;
            part?: components["schemas"]["BarcodePart"];
            stocklocation?: components["schemas"]["BarcodeLocation"];
        };
        /** @description A barcode, and the record that it shall stand for. */
        BarcodeLinkRequest: {
            /**
             * Barcode
             * @description The text of the code. Blanks around it do not count.
             * @example INV-PA7
             */
            barcode: string;
            /**
             * @description The build order.
             * @example null
             */
            build?: number | null;
            /**
             * @description The manufacturer part.
             * @example null
             */
            manufacturerpart?: number | null;
            /**
             * @description The supplier part.
             * @example null
             */
            supplierpart?: number | null;
            /**
             * @description The purchase order.
             * @example null
             */
            purchaseorder?: number | null;
            /**
             * @description The return order.
             * @example null
             */
            returnorder?: number | null;
            /**
             * @description The sales order.
             * @example null
             */
            salesorder?: number | null;
            /**
             * @description The shipment.
             * @example null
             */
            salesordershipment?: number | null;
            /**
             * @description The transfer order.
             * @example null
             */
            transferorder?: number | null;
            /**
             * @description The part.
             * @example 7
             */
            part?: number | null;
            /**
             * @description The stock item.
             * @example null
             */
            stockitem?: number | null;
            /**
             * @description The stock location.
             * @example null
             */
            stocklocation?: number | null;
        };
        /** @description A record that a barcode was linked to. */
        BarcodeKey: {
            /**
             * @description The primary key.
             * @example 7
             */
            pk: number;
        };
        /** @description That a barcode is linked. One of the kinds of records is present. */
        BarcodeLinked: {
            /**
             * @description A sentence that says so.
             * @example Assigned barcode to part instance
             */
            success: string;
            /**
             * @description The text of the code.
             * @example 4006381333931
             */
            barcode_data: string;
            /**
             * @description The MD5 hash of the text.
             * @example c1a8a4073d832f6e5d43cea45034c777
             */
            barcode_hash: string;
            build?: components["schemas"]["BarcodeKey"];
            manufacturerpart?: components["schemas"]["BarcodeKey"];
            supplierpart?: components["schemas"]["BarcodeKey"];
            purchaseorder?: components["schemas"]["BarcodeKey"];
            returnorder?: components["schemas"]["BarcodeKey"];
            salesorder?: components["schemas"]["BarcodeKey"];
            salesordershipment?: components["schemas"]["BarcodeKey"];
            transferorder?: components["schemas"]["BarcodeKey"];
            part?: components["schemas"]["BarcodeKey"];
            stockitem?: components["schemas"]["BarcodeKey"];
            stocklocation?: components["schemas"]["BarcodeKey"];
        };
        /** @description The record whose barcode shall go. */
        BarcodeUnlinkRequest: {
            /**
             * @description The build order.
             * @example null
             */
            build?: number | null;
            /**
             * @description The manufacturer part.
             * @example null
             */
            manufacturerpart?: number | null;
            /**
             * @description The supplier part.
             * @example null
             */
            supplierpart?: number | null;
            /**
             * @description The purchase order.
             * @example null
             */
            purchaseorder?: number | null;
            /**
             * @description The return order.
             * @example null
             */
            returnorder?: number | null;
            /**
             * @description The sales order.
             * @example null
             */
            salesorder?: number | null;
            /**
             * @description The shipment.
             * @example null
             */
            salesordershipment?: number | null;
            /**
             * @description The transfer order.
             * @example null
             */
            transferorder?: number | null;
            /**
             * @description The part.
             * @example 7
             */
            part?: number | null;
            /**
             * @description The stock item.
             * @example null
             */
            stockitem?: number | null;
            /**
             * @description The stock location.
             * @example null
             */
            stocklocation?: number | null;
        };
        /** @description That a record has no barcode any more. */
        BarcodeUnlinked: {
            /**
             * @description A sentence that says so.
             * @example Barcode unassigned from part instance
             */
            success: string;
        };
        /** @description The record whose barcode shall be made. */
        BarcodeGenerateRequest: {
            /**
             * Model
             * @description The word for the kind of record.
             * @example part
             */
            model: string;
            /**
             * Pk
             * @description Its primary key.
             * @example 7
             */
            pk: number;
        };
        /** @description The barcode of a record. */
        BarcodeGenerated: {
            /**
             * @description The text of the code.
             * @example INV-PA7
             */
            barcode: string;
        };
        /** @description A scan and what it was answered. */
        BarcodeScanResult: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * @description The text of the code, at most 250 characters of it.
             * @example INV-PA1
             */
            data: string;
            /**
             * @description When it was scanned.
             * @example 2026-11-22 09:55
             */
            timestamp: string;
            /**
             * @description The address that it was sent to.
             * @example /api/barcode/
             */
            endpoint: string | null;
            /**
             * @description What else was sent.
             * @example {}
             */
            context: {
                [key: string]: unknown;
            } | null;
            /**
             * @description What was answered, as texts.
             * @example {
             *       "success": "Match found for barcode data"
             *     }
             */
            response: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Whether something was found.
             * @example true
             */
            result: boolean;
            /**
             * @description Who scanned it.
             * @example 1
             */
            user: number | null;
            /** @description Who scanned it. */
            user_detail: components["schemas"]["User"] | null;
        };
        /** @description One page of scans. */
        PaginatedBarcodeScanResultList: {
            /**
             * @description How many scans match in all.
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
            /** @description The scans of this page. */
            results: components["schemas"]["BarcodeScanResult"][];
        };
        /** @description The scans as a bare array, all that match. */
        BarcodeScanResultArray: components["schemas"]["BarcodeScanResult"][];
        /** @description The scans as one page (with `limit`) or as a bare array (without). */
        BarcodeScanResultListAnswer: components["schemas"]["PaginatedBarcodeScanResultList"] | components["schemas"]["BarcodeScanResultArray"];
        /** @description A short word that records of many kinds can carry. */
        Tag: {
            /**
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Name
             * @description The name, different from every other one.
             * @example Low Noise
             */
            name: string;
            /**
             * @description The name in lower case, with dashes for blanks.
             * @example low-noise
             */
            slug: string;
        };
        /** @description One page of tags. */
        PaginatedTagList: {
            /**
             * @description How many tags match in all.
             * @example 2
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
            /** @description The tags of this page. */
            results: components["schemas"]["Tag"][];
        };
        /** @description The tags as a bare array, all that match. */
        TagArray: components["schemas"]["Tag"][];
        /** @description The tags as one page (with `limit`) or as a bare array (without). */
        TagListAnswer: components["schemas"]["PaginatedTagList"] | components["schemas"]["TagArray"];
        /** @description A tag to create or to replace. */
        TagRequest: {
            /**
             * Name
             * @description The name, different from every other one.
             * @example Low Noise
             */
            name: string;
        };
        /** @description The field of a tag that can be written. */
        PatchedTagRequest: {
            /**
             * Name
             * @description The name, different from every other one.
             * @example Low Noise
             */
            name?: string;
        };
        /** @description A state. */
        GenericStateValue: {
            /**
             * @description The number that is stored.
             * @example 10
             */
            key: number;
            /**
             * @description The name.
             * @example OK
             */
            name: string;
            /**
             * @description What people read.
             * @example OK
             */
            label: string;
            /**
             * @description How clients show it.
             * @example success
             */
            color: string;
            /**
             * @description True for a state that was made here; not sent for the others.
             * @example true
             */
            custom?: boolean;
        };
        /** @description A class of states. */
        GenericStateClass: {
            /**
             * @description The name of the class.
             * @example StockStatus
             */
            status_class: string;
            /** @description The states by name. */
            values: {
                [key: string]: components["schemas"]["GenericStateValue"];
            };
        };
        /** @description Classes of states, by name. */
        StateClasses: {
            [key: string]: components["schemas"]["GenericStateClass"];
        };
        /** @description A state that was made here. */
        CustomState: {
            /**
             * ID
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Key
             * Format: int64
             * @description The number that is stored; different from all others of the class.
             * @example 62
             */
            key: number;
            /**
             * Name
             * @description The name in capitals, an identifier, different from all others of the class.
             * @example ON_LOAN
             */
            name: string;
            /**
             * Label
             * @description What people read.
             * @example On loan
             */
            label: string;
            /**
             * Color
             * @description How clients show it. A new state is `secondary` unless the body says otherwise.
             * @example warning
             * @enum {string}
             */
            color: "primary" | "secondary" | "success" | "danger" | "warning" | "info" | "dark";
            /**
             * Logical Key
             * Format: int64
             * @description The key of the state of the class that it counts as.
             * @example 10
             */
            logical_key: number;
            /**
             * Model
             * @description The kind of record that can be in it; the number of a content type. A new state needs one.
             * @example 31
             */
            model: number | null;
            /**
             * Reference Status Set
             * @description The class of states that it belongs to.
             * @example StockStatus
             * @enum {string}
             */
            reference_status: "BuildStatus" | "DataImportStatusCode" | "MachineStatus" | "PurchaseOrderStatus" | "ReturnOrderLineStatus" | "ReturnOrderStatus" | "SalesOrderStatus" | "StockHistoryCode" | "StockStatus" | "TransferOrderStatus";
            /**
             * @description What people call the kind of record.
             * @example Stock Item
             */
            model_name: string | null;
        };
        /** @description One page of own states. */
        PaginatedCustomStateList: {
            /**
             * @description How many own states match in all.
             * @example 2
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
            /** @description The own states of this page. */
            results: components["schemas"]["CustomState"][];
        };
        /** @description The own states as a bare array, all that match. */
        CustomStateArray: components["schemas"]["CustomState"][];
        /** @description The own states as one page (with `limit`) or as a bare array (without). */
        CustomStateListAnswer: components["schemas"]["PaginatedCustomStateList"] | components["schemas"]["CustomStateArray"] | components["schemas"]["DataOutput"];
        /** @description A state to create or to replace. */
        CustomStateRequest: {
            /**
             * Key
             * Format: int64
             * @description The number that is stored; different from all others of the class.
             * @example 62
             */
            key: number;
            /**
             * Name
             * @description The name in capitals, an identifier, different from all others of the class.
             * @example ON_LOAN
             */
            name: string;
            /**
             * Label
             * @description What people read.
             * @example On loan
             */
            label: string;
            /**
             * Color
             * @description How clients show it. A new state is `secondary` unless the body says otherwise.
             * @example warning
             * @enum {string}
             */
            color?: "primary" | "secondary" | "success" | "danger" | "warning" | "info" | "dark";
            /**
             * Logical Key
             * Format: int64
             * @description The key of the state of the class that it counts as.
             * @example 10
             */
            logical_key: number;
            /**
             * Model
             * @description The kind of record that can be in it; the number of a content type. A new state needs one.
             * @example 31
             */
            model?: number | null;
            /**
             * Reference Status Set
             * @description The class of states that it belongs to.
             * @example StockStatus
             * @enum {string}
             */
            reference_status: "BuildStatus" | "DataImportStatusCode" | "MachineStatus" | "PurchaseOrderStatus" | "ReturnOrderLineStatus" | "ReturnOrderStatus" | "SalesOrderStatus" | "StockHistoryCode" | "StockStatus" | "TransferOrderStatus";
        };
        /** @description The fields of a state that can be written; all of them optional. */
        PatchedCustomStateRequest: {
            /**
             * Key
             * Format: int64
             * @description The number that is stored; different from all others of the class.
             * @example 62
             */
            key?: number;
            /**
             * Name
             * @description The name in capitals, an identifier, different from all others of the class.
             * @example ON_LOAN
             */
            name?: string;
            /**
             * Label
             * @description What people read.
             * @example On loan
             */
            label?: string;
            /**
             * Color
             * @description How clients show it. A new state is `secondary` unless the body says otherwise.
             * @example warning
             * @enum {string}
             */
            color?: "primary" | "secondary" | "success" | "danger" | "warning" | "info" | "dark";
            /**
             * Logical Key
             * Format: int64
             * @description The key of the state of the class that it counts as.
             * @example 10
             */
            logical_key?: number;
            /**
             * Model
             * @description The kind of record that can be in it; the number of a content type. A new state needs one.
             * @example 31
             */
            model?: number | null;
            /**
             * Reference Status Set
             * @description The class of states that it belongs to.
             * @example StockStatus
             * @enum {string}
             */
            reference_status?: "BuildStatus" | "DataImportStatusCode" | "MachineStatus" | "PurchaseOrderStatus" | "ReturnOrderLineStatus" | "ReturnOrderStatus" | "SalesOrderStatus" | "StockHistoryCode" | "StockStatus" | "TransferOrderStatus";
        };
        /** @description A kind of record. */
        ContentType: {
            /**
             * @description The number that stands for it.
             * @example 31
             */
            pk: number;
            /**
             * @description The part of the server that it belongs to.
             * @example stock
             */
            app_label: string;
            /**
             * @description The word that the API uses for it.
             * @example stockitem
             */
            model: string;
            /**
             * @description What people call it.
             * @example Stock | Stock Item
             */
            app_labeled_name: string;
            /**
             * @description Whether a plugin brought it.
             * @example false
             */
            is_plugin: boolean;
        };
        /** @description One page of kinds of records. */
        PaginatedContentTypeList: {
            /**
             * @description How many kinds of records match in all.
             * @example 60
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
            /** @description The kinds of records of this page. */
            results: components["schemas"]["ContentType"][];
        };
        /** @description The kinds of records as a bare array, all that match. */
        ContentTypeArray: components["schemas"]["ContentType"][];
        /** @description The kinds of records as one page (with `limit`) or as a bare array (without). */
        ContentTypeListAnswer: components["schemas"]["PaginatedContentTypeList"] | components["schemas"]["ContentTypeArray"];
        /** @description A unit that was defined here. */
        CustomUnit: {
            /**
             * ID
             * @description The primary key.
             * @example 1
             */
            pk: number;
            /**
             * Name
             * @description The name, different from every other one; letters, digits and `_`, no digit first.
             * @example spool
             */
            name: string;
            /**
             * Symbol
             * @description A shorter name, different from every other one. May be empty.
             * @example spl
             */
            symbol: string;
            /**
             * Definition
             * @description What one of it is, in units that are known, custom ones too.
             * @example 500 m
             */
            definition: string;
        };
        /** @description One page of custom units. */
        PaginatedCustomUnitList: {
            /**
             * @description How many custom units match in all.
             * @example 2
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
            /** @description The custom units of this page. */
            results: components["schemas"]["CustomUnit"][];
        };
        /** @description The custom units as a bare array, all that match. */
        CustomUnitArray: components["schemas"]["CustomUnit"][];
        /** @description The custom units as one page (with `limit`) or as a bare array (without). */
        CustomUnitListAnswer: components["schemas"]["PaginatedCustomUnitList"] | components["schemas"]["CustomUnitArray"] | components["schemas"]["DataOutput"];
        /** @description A custom unit to create or to replace. */
        CustomUnitRequest: {
            /**
             * Name
             * @description The name, different from every other one; letters, digits and `_`, no digit first.
             * @example spool
             */
            name: string;
            /**
             * Symbol
             * @description A shorter name, different from every other one. May be empty.
             * @example spl
             */
            symbol?: string;
            /**
             * Definition
             * @description What one of it is, in units that are known, custom ones too.
             * @example 500 m
             */
            definition: string;
        };
        /** @description A unit that the server knows. */
        Unit: {
            /**
             * @description The name.
             * @example ohm
             */
            name: string;
            /**
             * @description Whether it is another name of a unit that has a proper one.
             * @example false
             */
            is_alias: boolean;
            /**
             * @description Units of the default system that it can be converted to.
             * @example [
             *       "ohm"
             *     ]
             */
            compatible_units: string[];
            /**
             * @description Whether it is a mere number.
             * @example false
             */
            isdimensionless: boolean;
        };
        /** @description Every unit that the server knows. */
        AllUnitListResponse: {
            /**
             * @description The system of units that is used unless a unit says otherwise.
             * @example mks
             */
            default_system: string;
            /**
             * @description The systems of units.
             * @example [
             *       "SI",
             *       "mks"
             *     ]
             */
            available_systems: string[];
            /** @description The units by name, custom ones among them. */
            available_units: {
                [key: string]: components["schemas"]["Unit"];
            };
        };
        /** @description The fields of a custom unit that can be written; all of them optional. */
        PatchedCustomUnitRequest: {
            /**
             * Name
             * @description The name, different from every other one; letters, digits and `_`, no digit first.
             * @example spool
             */
            name?: string;
            /**
             * Symbol
             * @description A shorter name, different from every other one. May be empty.
             * @example spl
             */
            symbol?: string;
            /**
             * Definition
             * @description What one of it is, in units that are known, custom ones too.
             * @example 500 m
             */
            definition?: string;
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
        /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
        export: boolean;
        /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
        exportFormat: "csv" | "tsv" | "xlsx";
        /** @description What `export` writes the file with. There is only one way. */
        exportPlugin: "inventree-exporter";
        /** @description `true` takes every word of `search` for a regular expression. */
        searchRegex: boolean;
        /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
        searchWhole: boolean;
        /** @description `true` addresses every record in place of those named in `items`. Other filters of the list do not narrow it. */
        all: boolean;
        /**
         * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
         * @example 3
         */
        list: number;
        /**
         * @description The key (`id`) of the entry.
         * @example 12
         */
        entry: number;
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
    version_text_list: {
        parameters: {
            query?: {
                /**
                 * @description How many versions to tell of at most; 10 unless told otherwise.
                 * @example 3
                 */
                versions?: number;
                /**
                 * @description The first version to tell of. Without it the newest ones are told.
                 * @example 534
                 */
                start_version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The versions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionInformation"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    license_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LicenseView"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    flags_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flags. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flag"][];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    flags_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key of the flag.
                 * @example NEXT_GEN
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flag"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such flag. */
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
    icons_list: {
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
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The packs, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IconPackageListAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
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
    part_pricing_retrieve: {
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
            /** @description The price range. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartPricing"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_pricing_update: {
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
                "application/json": components["schemas"]["PartPricingRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartPricingRequest"];
                "multipart/form-data": components["schemas"]["PartPricingRequest"];
            };
        };
        responses: {
            /** @description The price range. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartPricing"];
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
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_pricing_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartPricingRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartPricingRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartPricingRequest"];
            };
        };
        responses: {
            /** @description The price range. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartPricing"];
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
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_related_list: {
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
                 * @description The field to sort by, with `-` in front for the reverse: `pk`, `part_1`, `part_2` or `note`. The parts sort by their names.
                 * @example -pk
                 */
                ordering?: string;
                /** @description Only the pairs that this part belongs to, on either side. */
                part?: number;
                /** @description Only the pairs with this part on the first side. */
                part_1?: number;
                /** @description Only the pairs with this part on the second side. */
                part_2?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The pairs, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRelationListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_related_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartRelationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartRelationRequest"];
                "multipart/form-data": components["schemas"]["PartRelationRequest"];
            };
        };
        responses: {
            /** @description The new pair. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRelation"];
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
    part_related_retrieve: {
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
            /** @description The pair. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRelation"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_related_update: {
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
                "application/json": components["schemas"]["PartRelationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartRelationRequest"];
                "multipart/form-data": components["schemas"]["PartRelationRequest"];
            };
        };
        responses: {
            /** @description The pair. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRelation"];
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
            /** @description There is no such record. */
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
    part_related_destroy: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_related_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartRelationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartRelationRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartRelationRequest"];
            };
        };
        responses: {
            /** @description The pair. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRelation"];
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
            /** @description There is no such record. */
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
    part_test_template_list: {
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
                ordering?: "enabled" | "-enabled" | "required" | "-required" | "requires_value" | "-requires_value" | "requires_attachment" | "-requires_attachment" | "results" | "-results" | "test_name" | "-test_name";
                /**
                 * @description Only the tests that hold for this part, those of the templates above it included unless `include_inherited=false`. The part must be
                 *     testable.
                 */
                part?: number;
                /** @description With `part`, `false` leaves out the tests of the templates above it. */
                include_inherited?: boolean;
                /**
                 * @description Only the tests with exactly this key.
                 * @example firmwareversion
                 */
                key?: string;
                /** @description Only the tests that are, or are not, in use. */
                enabled?: boolean;
                /** @description Only the tests that must, or need not, be passed. */
                required?: boolean;
                /** @description Only the tests whose results do, or do not, need a value. */
                requires_value?: boolean;
                /** @description Only the tests whose results do, or do not, need a file. */
                requires_attachment?: boolean;
                /** @description Only the tests of which results have, or have not, been recorded. */
                has_results?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test templates, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTestTemplateListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_test_template_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartTestTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartTestTemplateRequest"];
                "multipart/form-data": components["schemas"]["PartTestTemplateRequest"];
            };
        };
        responses: {
            /** @description The new test template. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTestTemplate"];
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
    part_test_template_retrieve: {
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
            /** @description The test template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTestTemplate"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_test_template_update: {
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
                "application/json": components["schemas"]["PartTestTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartTestTemplateRequest"];
                "multipart/form-data": components["schemas"]["PartTestTemplateRequest"];
            };
        };
        responses: {
            /** @description The test template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTestTemplate"];
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
            /** @description There is no such record. */
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
    part_test_template_destroy: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_test_template_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartTestTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartTestTemplateRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartTestTemplateRequest"];
            };
        };
        responses: {
            /** @description The test template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartTestTemplate"];
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
            /** @description There is no such record. */
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
    part_sale_price_list: {
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
                ordering?: "quantity" | "-quantity" | "price" | "-price";
                /** @description Only the prices of this part. It must be salable. */
                part?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sale prices, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSalePriceListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_sale_price_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartSalePriceRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartSalePriceRequest"];
                "multipart/form-data": components["schemas"]["PartSalePriceRequest"];
            };
        };
        responses: {
            /** @description The new price. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSalePrice"];
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
    part_sale_price_retrieve: {
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
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSalePrice"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_sale_price_update: {
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
                "application/json": components["schemas"]["PartSalePriceUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartSalePriceUpdateRequest"];
                "multipart/form-data": components["schemas"]["PartSalePriceUpdateRequest"];
            };
        };
        responses: {
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSalePrice"];
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
            /** @description There is no such record. */
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
    part_sale_price_destroy: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_sale_price_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartSalePriceRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartSalePriceRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartSalePriceRequest"];
            };
        };
        responses: {
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSalePrice"];
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
            /** @description There is no such record. */
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
    part_internal_price_list: {
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
                ordering?: "quantity" | "-quantity" | "price" | "-price";
                /** @description Only the prices of this part. */
                part?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The internal prices, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartInternalPriceListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_internal_price_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartInternalPriceRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartInternalPriceRequest"];
                "multipart/form-data": components["schemas"]["PartInternalPriceRequest"];
            };
        };
        responses: {
            /** @description The new price. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartInternalPrice"];
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
    part_internal_price_retrieve: {
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
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartInternalPrice"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_internal_price_update: {
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
                "application/json": components["schemas"]["PartInternalPriceUpdateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartInternalPriceUpdateRequest"];
                "multipart/form-data": components["schemas"]["PartInternalPriceUpdateRequest"];
            };
        };
        responses: {
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartInternalPrice"];
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
            /** @description There is no such record. */
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
    part_internal_price_destroy: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_internal_price_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartInternalPriceRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartInternalPriceRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartInternalPriceRequest"];
            };
        };
        responses: {
            /** @description The price. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartInternalPrice"];
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
            /** @description There is no such record. */
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
    part_stocktake_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. `part` sorts by the name of the part. */
                ordering?: "part" | "-part" | "item_count" | "-item_count" | "quantity" | "-quantity" | "date" | "-date" | "pk" | "-pk";
                /** @description Only the entries of this part. */
                part?: number;
                /** @description Adds `part_detail`, the part in brief. */
                part_detail?: boolean;
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
                    "application/json": components["schemas"]["PartStocktakeListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_stocktake_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartStocktakeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartStocktakeRequest"];
                "multipart/form-data": components["schemas"]["PartStocktakeRequest"];
            };
        };
        responses: {
            /** @description The new entry. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartStocktake"];
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
    part_stocktake_bulk_destroy: {
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
                "application/json": components["schemas"]["BulkPartStocktakeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BulkPartStocktakeRequest"];
                "multipart/form-data": components["schemas"]["BulkPartStocktakeRequest"];
            };
        };
        responses: {
            /** @description The entries are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPartStocktakeAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_stocktake_retrieve: {
        parameters: {
            query?: {
                /** @description Adds `part_detail`, the part in brief. */
                part_detail?: boolean;
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
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartStocktake"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_stocktake_update: {
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
                "application/json": components["schemas"]["PartStocktakeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartStocktakeRequest"];
                "multipart/form-data": components["schemas"]["PartStocktakeRequest"];
            };
        };
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartStocktake"];
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
            /** @description There is no such record. */
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
    part_stocktake_destroy: {
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
            /** @description It is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such record. */
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
    part_stocktake_partial_update: {
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
                "application/json": components["schemas"]["PatchedPartStocktakeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedPartStocktakeRequest"];
                "multipart/form-data": components["schemas"]["PatchedPartStocktakeRequest"];
            };
        };
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartStocktake"];
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
            /** @description There is no such record. */
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
    part_requirements_retrieve: {
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
            /** @description The numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartRequirements"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_serial_numbers_retrieve: {
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
            /** @description The two serial numbers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartSerialNumber"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_bom_copy_create: {
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
                "application/json": components["schemas"]["PartCopyBOMRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartCopyBOMRequest"];
                "multipart/form-data": components["schemas"]["PartCopyBOMRequest"];
            };
        };
        responses: {
            /** @description The lines are copied. The answer repeats what was asked for. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartCopyBOM"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_bom_validate_retrieve: {
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
            /** @description The state of the declaration. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartBomValidate"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    part_bom_validate_update: {
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
                "application/json": components["schemas"]["PartBomValidateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartBomValidateRequest"];
                "multipart/form-data": components["schemas"]["PartBomValidateRequest"];
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    part_bom_validate_partial_update: {
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
                "application/json": components["schemas"]["PartBomValidateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PartBomValidateRequest"];
                "multipart/form-data": components["schemas"]["PartBomValidateRequest"];
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskDetail"];
                };
            };
            400: components["responses"]["BadRequest"];
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
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
    part_category_parameters_list: {
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
                 * @description Only what this category prescribes and, without `fetch_parent=false`, what the categories above it do: all that a new part in it gets. A
                 *     category that does not exist does not filter.
                 * @example 5
                 */
                category?: number;
                /** @description With `category`, `false` leaves out what the categories above prescribe. */
                fetch_parent?: boolean;
                /** @description `false` leaves out `category_detail`. */
                category_detail?: boolean;
                /** @description `false` leaves out `template_detail`. */
                template_detail?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The prescribed parameters, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryParameterListAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    part_category_parameters_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryParameterRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CategoryParameterRequest"];
                "multipart/form-data": components["schemas"]["CategoryParameterRequest"];
            };
        };
        responses: {
            /** @description The prescribed parameter. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryParameter"];
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
    part_category_parameters_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `category_detail`. */
                category_detail?: boolean;
                /** @description `false` leaves out `template_detail`. */
                template_detail?: boolean;
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
            /** @description The prescribed parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryParameter"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such prescribed parameter. */
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
    part_category_parameters_update: {
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
                "application/json": components["schemas"]["CategoryParameterRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CategoryParameterRequest"];
                "multipart/form-data": components["schemas"]["CategoryParameterRequest"];
            };
        };
        responses: {
            /** @description The prescribed parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryParameter"];
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
            /** @description There is no such prescribed parameter. */
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
    part_category_parameters_destroy: {
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
            /** @description The category prescribes it no longer. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such prescribed parameter. */
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
    part_category_parameters_partial_update: {
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
                "application/json": components["schemas"]["PatchedCategoryParameterRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedCategoryParameterRequest"];
                "multipart/form-data": components["schemas"]["PatchedCategoryParameterRequest"];
            };
        };
        responses: {
            /** @description The prescribed parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryParameter"];
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
            /** @description There is no such prescribed parameter. */
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
    parameter_list: {
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
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. `data` sorts
                 *     by number, then by text; `name` and `units` are those of the template. Ties are broken by pk.
                 * @example name
                 */
                ordering?: "name" | "-name" | "data" | "-data" | "units" | "-units" | "template" | "-template" | "updated" | "-updated" | "updated_by" | "-updated_by";
                /**
                 * @description Only the parameters of this kind of record: `part`, or with the name of its app, `part.part`. A kind that does not exist is refused.
                 * @example part.part
                 */
                model_type?: string;
                /**
                 * @description Only the parameters of records with this primary key; say of which kind with `model_type`.
                 * @example 41
                 */
                model_id?: number;
                /** @description Only the parameters that follow this template. */
                template?: number;
                /** @description Only the parameters whose template is, or is not, enabled. */
                enabled?: boolean;
                /** @description Only the parameters that this user wrote last. */
                updated_by?: number;
                /** @description `false` leaves out `template_detail`. */
                template_detail?: boolean;
                /** @description `false` leaves out `updated_by_detail`. */
                updated_by_detail?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    parameter_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterCreateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ParameterRequest"];
                "multipart/form-data": components["schemas"]["ParameterRequest"];
            };
        };
        responses: {
            /** @description The new parameter, or all the new ones in the order of the array. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterCreateAnswer"];
                };
            };
            /** @description Nothing was created. For an array the answer is an array as long: an empty list for what is right, and what is wrong with each of the others. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"] | components["schemas"]["ParameterRefusals"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description No role of yours permits `change` on the kind of record that carries the parameter. */
            403: {
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
    parameter_bulk_destroy: {
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
                "application/json": components["schemas"]["BulkParameterRequest"];
            };
        };
        responses: {
            /** @description They are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkParameterAnswer"];
                };
            };
            /** @description The selection is not valid, or a part is locked. Nothing was deleted. What is wrong with the selection is said in a plain sentence. */
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
    parameter_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `template_detail`. */
                template_detail?: boolean;
                /** @description `false` leaves out `updated_by_detail`. */
                updated_by_detail?: boolean;
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
            /** @description The parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parameter"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such parameter. */
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
    parameter_update: {
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
                "application/json": components["schemas"]["ParameterRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ParameterRequest"];
                "multipart/form-data": components["schemas"]["ParameterRequest"];
            };
        };
        responses: {
            /** @description The parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parameter"];
                };
            };
            /** @description The change is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description No role of yours permits `change` on the kind of record that carries the parameter. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description There is no such parameter. */
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
    parameter_destroy: {
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
            /** @description The parameter is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The part is locked. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such parameter. */
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
    parameter_partial_update: {
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
                "application/json": components["schemas"]["PatchedParameterRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedParameterRequest"];
                "multipart/form-data": components["schemas"]["PatchedParameterRequest"];
            };
        };
        responses: {
            /** @description The parameter. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Parameter"];
                };
            };
            /** @description The change is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description No role of yours permits `change` on the kind of record that carries the parameter. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description There is no such parameter. */
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
    parameter_template_list: {
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
                 * @description The field to sort by, with `-` in front for the reverse. Several fields may be joined by commas; unknown ones are passed over. Ties are
                 *     broken by pk.
                 */
                ordering?: "name" | "-name" | "units" | "-units" | "checkbox" | "-checkbox";
                /**
                 * @description Only the template with exactly this name.
                 * @example Resistance
                 */
                name?: string;
                /**
                 * @description Only the templates with exactly this unit.
                 * @example ohm
                 */
                units?: string;
                /** @description Only the templates with, or without, a unit. */
                has_units?: boolean;
                /** @description Only the templates with, or without, `choices`; a selection list does not count. */
                has_choices?: boolean;
                /** @description Only the templates of yes and no, or only the others. */
                checkbox?: boolean;
                /** @description Only the templates that are, or are not, enabled. */
                enabled?: boolean;
                /** @description Only the templates with this rule. */
                unique?: 0 | 1 | 2;
                /**
                 * @description Only the templates that are meant for this kind of record alone, for example `part` or `part.part`.
                 * @example part.part
                 */
                model_type?: string;
                /**
                 * @description Only the templates that this kind of record can have, those meant for all kinds included.
                 * @example part.part
                 */
                for_model?: string;
                /**
                 * @description Only the templates that at least one record of this kind has a parameter of.
                 * @example part.part
                 */
                exists_for_model?: string;
                /** @description Together with `exists_for_model`: only the templates that this record has a parameter of; for a category or a location, also those below it. */
                exists_for_model_id?: number;
                /**
                 * @description Together with `exists_for_model` and `exists_for_related_model_id`: the field by which those records name another one. With `part`, `category`
                 *     and `5`: the templates of the parts in category 5 and below. Without the other two it does not filter.
                 * @example category
                 */
                exists_for_related_model?: string;
                /** @description The primary key of that other record. One that does not exist leaves nothing. */
                exists_for_related_model_id?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterTemplateListAnswer"];
                };
            };
            /** @description A filter makes no sense. */
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
    parameter_template_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParameterTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ParameterTemplateRequest"];
                "multipart/form-data": components["schemas"]["ParameterTemplateRequest"];
            };
        };
        responses: {
            /** @description The new template. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterTemplate"];
                };
            };
            /** @description The template is not valid. Nothing was changed. */
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
    parameter_template_retrieve: {
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
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterTemplate"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such template. */
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
    parameter_template_update: {
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
                "application/json": components["schemas"]["ParameterTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["ParameterTemplateRequest"];
                "multipart/form-data": components["schemas"]["ParameterTemplateRequest"];
            };
        };
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterTemplate"];
                };
            };
            /** @description The template is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such template. */
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
    parameter_template_destroy: {
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
            /** @description The template is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such template. */
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
    parameter_template_partial_update: {
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
                "application/json": components["schemas"]["PatchedParameterTemplateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedParameterTemplateRequest"];
                "multipart/form-data": components["schemas"]["PatchedParameterTemplateRequest"];
            };
        };
        responses: {
            /** @description The template. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParameterTemplate"];
                };
            };
            /** @description The template is not valid. Nothing was changed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such template. */
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
    selection_list: {
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
                /** @description `false` leaves out `choices`. */
                choices?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The selection lists, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionListListAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    selection_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionListRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SelectionListRequest"];
                "multipart/form-data": components["schemas"]["SelectionListRequest"];
            };
        };
        responses: {
            /** @description The new list. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionList"];
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
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    selection_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `choices`. */
                choices?: boolean;
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
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionList"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such list. */
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
    selection_update: {
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
                "application/json": components["schemas"]["SelectionListRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SelectionListRequest"];
                "multipart/form-data": components["schemas"]["SelectionListRequest"];
            };
        };
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionList"];
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
            /** @description There is no such list. */
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
    selection_destroy: {
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
            /** @description The list is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such list. */
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
    selection_partial_update: {
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
                "application/json": components["schemas"]["PatchedSelectionListRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedSelectionListRequest"];
                "multipart/form-data": components["schemas"]["PatchedSelectionListRequest"];
            };
        };
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionList"];
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
            /** @description There is no such list. */
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
    selection_entry_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the entries come by key. */
                ordering?: "list" | "-list" | "label" | "-label" | "active" | "-active";
                /** @description Only the entries that can, or cannot, be chosen. */
                active?: boolean;
                /** @description Only the entry with exactly this value. */
                value?: string;
                /** @description Only the entries of this list. The path says as much; another list than that of the path leaves nothing. */
                list?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
            };
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
                    "application/json": components["schemas"]["SelectionEntryListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The path holds no whole number. */
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
    selection_entry_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionEntryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SelectionEntryRequest"];
                "multipart/form-data": components["schemas"]["SelectionEntryRequest"];
            };
        };
        responses: {
            /** @description The new entry. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionEntry"];
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
            /** @description The path holds no whole number. */
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
    selection_entry_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
                /**
                 * @description The key (`id`) of the entry.
                 * @example 12
                 */
                entrypk: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionEntry"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description The list has no such entry. */
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
    selection_entry_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
                /**
                 * @description The key (`id`) of the entry.
                 * @example 12
                 */
                entrypk: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionEntryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["SelectionEntryRequest"];
                "multipart/form-data": components["schemas"]["SelectionEntryRequest"];
            };
        };
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionEntry"];
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
            /** @description The list has no such entry. */
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
    selection_entry_destroy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
                /**
                 * @description The key (`id`) of the entry.
                 * @example 12
                 */
                entrypk: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description The list is locked. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description The list has no such entry. */
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
    selection_entry_partial_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The primary key of the selection list. Anything that is not a whole number is answered as an unknown address (404).
                 * @example 3
                 */
                id: components["parameters"]["list"];
                /**
                 * @description The key (`id`) of the entry.
                 * @example 12
                 */
                entrypk: components["parameters"]["entry"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSelectionEntryRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedSelectionEntryRequest"];
                "multipart/form-data": components["schemas"]["PatchedSelectionEntryRequest"];
            };
        };
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionEntry"];
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
            /** @description The list has no such entry. */
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
    bom_list: {
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
                 *     `category` is the name of the component's category, `sub_part` its name, `IPN` its IPN. Ties are broken by pk.
                 * @example -quantity
                 */
                ordering?: "can_build" | "-can_build" | "category" | "-category" | "quantity" | "-quantity" | "setup_quantity" | "-setup_quantity" | "attrition" | "-attrition" | "rounding_multiple" | "-rounding_multiple" | "sub_part" | "-sub_part" | "IPN" | "-IPN" | "available_stock" | "-available_stock" | "allow_variants" | "-allow_variants" | "inherited" | "-inherited" | "optional" | "-optional" | "consumable" | "-consumable" | "reference" | "-reference" | "validated" | "-validated" | "pricing_min" | "-pricing_min" | "pricing_max" | "-pricing_max" | "pricing_min_total" | "-pricing_min_total" | "pricing_max_total" | "-pricing_max_total" | "pricing_updated" | "-pricing_updated";
                /** @description Only the lines of this assembly, its own and those inherited from the templates above it. */
                part?: number;
                /** @description Only the lines that this part can fill: as the component, as a variant of it where the line allows variants, or as a substitute. */
                uses?: number;
                /** @description Only the lines whose component lies in this category or below it. */
                category?: number;
                /** @description Only the lines whose assembly is, or is not, in use. */
                part_active?: boolean;
                /** @description Only the lines whose assembly is, or is not, locked. */
                part_locked?: boolean;
                /** @description Only the lines whose assembly can, or cannot, be tested. */
                part_testable?: boolean;
                /** @description Only the lines whose assembly is, or is not, followed by serial number. */
                part_trackable?: boolean;
                /** @description Only the lines whose component is, or is not, in use. */
                sub_part_active?: boolean;
                /** @description Only the lines whose component is, or is not, an assembly itself. */
                sub_part_assembly?: boolean;
                /** @description Only the lines whose component can, or cannot, be tested. */
                sub_part_testable?: boolean;
                /** @description Only the lines whose component is, or is not, followed by serial number. */
                sub_part_trackable?: boolean;
                /** @description Only the lines whose component exists on paper only, or only the others. */
                sub_part_virtual?: boolean;
                /** @description Only the lines that variants of the component can, or cannot, fill. */
                allow_variants?: boolean;
                /** @description Only the lines that are, or are not, marked as consumable themselves; the mark of the component does not count. */
                consumable?: boolean;
                /** @description Only the lines that variants of the assembly do, or do not, inherit. */
                inherited?: boolean;
                /** @description Only the lines that a build can, or cannot, do without. */
                optional?: boolean;
                /** @description Only the lines that somebody has, or has not, declared valid as they are now. */
                validated?: boolean;
                /** @description Only the lines whose component itself has, or has not, stock that is free. */
                available_stock?: boolean;
                /** @description Only the lines whose component is, or is not, on order from a supplier. */
                on_order?: boolean;
                /** @description Only the lines of whose component a price is, or is not, known. */
                has_pricing?: boolean;
                /** @description `false` leaves out `can_build`. */
                can_build?: boolean;
                /** @description Adds `part_detail`, the assembly in brief. */
                part_detail?: boolean;
                /** @description Adds `sub_part_detail`, the component in brief. */
                sub_part_detail?: boolean;
                /** @description Adds `category_detail`, the category of the component. */
                category_detail?: boolean;
                /** @description Adds `substitutes`, the parts that may be taken in place of the component. */
                substitutes?: boolean;
                /** @description Adds the five fields that begin with `pricing_`. */
                pricing?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    bom_bulk_update: {
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
                "application/json": components["schemas"]["BulkBomItemRequest"];
            };
        };
        responses: {
            /** @description The changed lines, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkBomItemAnswer"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BomItemRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemRequest"];
                "multipart/form-data": components["schemas"]["BomItemRequest"];
            };
        };
        responses: {
            /** @description The new line. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItem"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_bulk_destroy: {
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
                "application/json": components["schemas"]["BulkRequest"];
            };
        };
        responses: {
            /** @description The lines are gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkDeleteAnswer"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_bulk_partial_update: {
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
                "application/json": components["schemas"]["BulkBomItemRequest"];
            };
        };
        responses: {
            /** @description The changed lines, by pk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkBomItemAnswer"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_retrieve: {
        parameters: {
            query?: {
                /** @description `false` leaves out `can_build`. */
                can_build?: boolean;
                /** @description Adds `part_detail`, the assembly in brief. */
                part_detail?: boolean;
                /** @description Adds `sub_part_detail`, the component in brief. */
                sub_part_detail?: boolean;
                /** @description Adds `category_detail`, the category of the component. */
                category_detail?: boolean;
                /** @description Adds `substitutes`, the parts that may be taken in place of the component. */
                substitutes?: boolean;
                /** @description Adds the five fields that begin with `pricing_`. */
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
            /** @description The line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    bom_update: {
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
                "application/json": components["schemas"]["BomItemRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemRequest"];
                "multipart/form-data": components["schemas"]["BomItemRequest"];
            };
        };
        responses: {
            /** @description The line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItem"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_destroy: {
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
            /** @description The line is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_partial_update: {
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
                "application/json": components["schemas"]["PatchedBomItemRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedBomItemRequest"];
                "multipart/form-data": components["schemas"]["PatchedBomItemRequest"];
            };
        };
        responses: {
            /** @description The line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItem"];
                };
            };
            /** @description The line is not valid, or the assembly is locked. Nothing was changed. */
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
    bom_validate_update: {
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
                "application/json": components["schemas"]["BomItemValidationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemValidationRequest"];
                "multipart/form-data": components["schemas"]["BomItemValidationRequest"];
            };
        };
        responses: {
            /** @description It is done. Read the line to see how it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemValidation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    bom_validate_partial_update: {
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
                "application/json": components["schemas"]["BomItemValidationRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemValidationRequest"];
                "multipart/form-data": components["schemas"]["BomItemValidationRequest"];
            };
        };
        responses: {
            /** @description It is done. Read the line to see how it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemValidation"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    bom_substitute_list: {
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
                /** @description Nothing to sort by; the order is always that of the pk. */
                ordering?: string;
                /** @description Only the substitutes of this line. */
                bom_item?: number;
                /** @description Only where this part is the substitute. */
                part?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The substitutes, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemSubstituteListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    bom_substitute_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BomItemSubstituteRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemSubstituteRequest"];
                "multipart/form-data": components["schemas"]["BomItemSubstituteRequest"];
            };
        };
        responses: {
            /** @description The new substitute. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemSubstitute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    bom_substitute_retrieve: {
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
            /** @description The substitute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemSubstitute"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    bom_substitute_update: {
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
                "application/json": components["schemas"]["BomItemSubstituteRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BomItemSubstituteRequest"];
                "multipart/form-data": components["schemas"]["BomItemSubstituteRequest"];
            };
        };
        responses: {
            /** @description The substitute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemSubstitute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    bom_substitute_destroy: {
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
            /** @description The substitute is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    bom_substitute_partial_update: {
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
                "application/json": components["schemas"]["PatchedBomItemSubstituteRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedBomItemSubstituteRequest"];
                "multipart/form-data": components["schemas"]["PatchedBomItemSubstituteRequest"];
            };
        };
        responses: {
            /** @description The substitute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BomItemSubstitute"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    bom_metadata_redirect: {
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
                     * @example /api/metadata/bomitem/pk/7/
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
    bom_substitute_metadata_redirect: {
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
                     * @example /api/metadata/bomitemsubstitute/pk/7/
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
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
    currency_exchange_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rates. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyExchange"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    currency_refresh_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rates are up to date. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyRefreshAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
        };
    };
    notifications_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the notifications come by pk. */
                ordering?: "category" | "-category" | "name" | "-name" | "read" | "-read" | "creation" | "-creation";
                /** @description Only the notifications of this category. */
                category?: string;
                /** @description Only the notifications that you have, or have not, read. */
                read?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notifications, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationMessageListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    notifications_bulk_destroy: {
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
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    notifications_readall_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsRead"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    notifications_retrieve: {
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
            /** @description The notification. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationMessage"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such notification. */
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
    notifications_update: {
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
                "application/json": components["schemas"]["NotificationMessageRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["NotificationMessageRequest"];
                "multipart/form-data": components["schemas"]["NotificationMessageRequest"];
            };
        };
        responses: {
            /** @description The notification. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description There is no such notification. */
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
    notifications_destroy: {
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
            /** @description The notification is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such notification. */
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
    notifications_partial_update: {
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
                "application/json": components["schemas"]["PatchedNotificationMessageRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedNotificationMessageRequest"];
                "multipart/form-data": components["schemas"]["PatchedNotificationMessageRequest"];
            };
        };
        responses: {
            /** @description The notification. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description There is no such notification. */
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
    data_output_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the data outputs come by pk. */
                ordering?: "pk" | "-pk" | "user" | "-user" | "plugin" | "-plugin" | "output_type" | "-output_type" | "created" | "-created";
                /** @description Only the data outputs that were made for this user. */
                user?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The data outputs, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataOutputListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    data_output_bulk_destroy: {
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
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    data_output_retrieve: {
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
            /** @description The data output. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataOutput"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such data output. */
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
    data_output_destroy: {
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
            /** @description The data output is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such data output. */
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
    search_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "search": "diode",
                 *       "limit": 10,
                 *       "part": {
                 *         "active": true
                 *       },
                 *       "partcategory": {}
                 *     }
                 */
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description What was found, by list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description The words to look for are missing. */
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
    barcode_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarcodeRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BarcodeRequest"];
                "multipart/form-data": components["schemas"]["BarcodeRequest"];
            };
        };
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeMatch"];
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
            /** @description You have no role that permits to view the record. */
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
    barcode_link_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarcodeLinkRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BarcodeLinkRequest"];
                "multipart/form-data": components["schemas"]["BarcodeLinkRequest"];
            };
        };
        responses: {
            /** @description The barcode is linked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeLinked"];
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
            /** @description You have no role that permits to change the record. */
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
    barcode_unlink_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarcodeUnlinkRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BarcodeUnlinkRequest"];
                "multipart/form-data": components["schemas"]["BarcodeUnlinkRequest"];
            };
        };
        responses: {
            /** @description The barcode is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeUnlinked"];
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
            /** @description You have no role that permits to change the record. */
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
    barcode_generate_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BarcodeGenerateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["BarcodeGenerateRequest"];
                "multipart/form-data": components["schemas"]["BarcodeGenerateRequest"];
            };
        };
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeGenerated"];
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
            415: components["responses"]["UnsupportedMediaType"];
        };
    };
    barcode_history_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the newest comes first. */
                ordering?: "user" | "-user" | "timestamp" | "-timestamp" | "endpoint" | "-endpoint" | "result" | "-result";
                /** @description Only the scans that did, or did not, find something. */
                result?: boolean;
                /** @description Only the scans of this user. */
                user?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The scans, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeScanResultListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    barcode_history_bulk_destroy: {
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
    barcode_history_retrieve: {
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
            /** @description The scan. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BarcodeScanResult"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such scan. */
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
    barcode_history_destroy: {
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
            /** @description The scan is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such scan. */
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
    tag_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the tags come by pk. */
                ordering?: "name" | "-name";
                /** @description Only the tags that records of this kind carry; the word of a content type, for example `part`. */
                model_type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tags, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    tag_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TagRequest"];
                "multipart/form-data": components["schemas"]["TagRequest"];
            };
        };
        responses: {
            /** @description The new tag. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
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
    tag_retrieve: {
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
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such tag. */
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
    tag_update: {
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
                "application/json": components["schemas"]["TagRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TagRequest"];
                "multipart/form-data": components["schemas"]["TagRequest"];
            };
        };
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
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
            /** @description There is no such tag. */
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
    tag_destroy: {
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
            /** @description The tag is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such tag. */
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
    tag_partial_update: {
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
                "application/json": components["schemas"]["PatchedTagRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedTagRequest"];
                "multipart/form-data": components["schemas"]["PatchedTagRequest"];
            };
        };
        responses: {
            /** @description The tag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
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
            /** @description There is no such tag. */
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
    generic_status_retrieve_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The classes by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StateClasses"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    generic_status_custom_list: {
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
                /**
                 * @description Words to look for, separated by blanks or commas; text in quotes stays together. Every word must occur in at least one of the searched
                 *     fields, letter case aside.
                 */
                search?: components["parameters"]["search"];
                /** @description `true` takes every word of `search` for a regular expression. */
                search_regex?: components["parameters"]["searchRegex"];
                /** @description `true`, along with `search_regex=true`, finds whole words only. Without `search_regex` hardly anything is found. */
                search_whole?: components["parameters"]["searchWhole"];
                /** @description The field to sort by, with `-` in front for the reverse. Without it the states come by pk. */
                ordering?: "key" | "-key";
                /** @description Only the states of this kind of record; the number of a content type. */
                model?: number;
                /** @description Only the states that belong to this class of states. */
                reference_status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The states, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomStateListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    generic_status_custom_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomStateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CustomStateRequest"];
                "multipart/form-data": components["schemas"]["CustomStateRequest"];
            };
        };
        responses: {
            /** @description The new state. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomState"];
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
    generic_status_custom_retrieve: {
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
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomState"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such state. */
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
    generic_status_custom_update: {
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
                "application/json": components["schemas"]["CustomStateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CustomStateRequest"];
                "multipart/form-data": components["schemas"]["CustomStateRequest"];
            };
        };
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomState"];
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
            /** @description There is no such state. */
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
    generic_status_custom_destroy: {
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
            /** @description The state is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such state. */
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
    generic_status_custom_partial_update: {
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
                "application/json": components["schemas"]["PatchedCustomStateRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedCustomStateRequest"];
                "multipart/form-data": components["schemas"]["PatchedCustomStateRequest"];
            };
        };
        responses: {
            /** @description The state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomState"];
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
            /** @description There is no such state. */
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
    generic_status_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The name of the class.
                 * @example StockStatus
                 */
                statusmodel: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The class. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GenericStateClass"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such class of states. */
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
    contenttype_list: {
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
                /** @description The field to sort by, with `-` in front for the reverse. Without it the kinds come by pk. */
                ordering?: "pk" | "-pk" | "app_label" | "-app_label" | "model" | "-model";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kinds of records, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentTypeListAnswer"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    contenttype_retrieve: {
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
            /** @description The kind of record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentType"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no kind of record with this number. */
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
    contenttype_retrieve_model: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The word for the kind of record.
                 * @example stockitem
                 */
                model: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The kind of record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentType"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description No kind of record goes by this word. */
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
    units_list: {
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
                /** @description `true` writes all matching records to a file, pages aside. The answer is the data output, which says where the file is. */
                export?: components["parameters"]["export"];
                /** @description The form of the file that `export` writes; `csv` unless told otherwise. */
                export_format?: components["parameters"]["exportFormat"];
                /** @description What `export` writes the file with. There is only one way. */
                export_plugin?: components["parameters"]["exportPlugin"];
                /** @description The field to sort by, with `-` in front for the reverse. Without it the units come by pk. */
                ordering?: "pk" | "-pk" | "name" | "-name" | "symbol" | "-symbol" | "definition" | "-definition";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The custom units, bare or as one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomUnitListAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
        };
    };
    units_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomUnitRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CustomUnitRequest"];
                "multipart/form-data": components["schemas"]["CustomUnitRequest"];
            };
        };
        responses: {
            /** @description The new unit. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomUnit"];
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
    units_all_retrieve: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The units. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllUnitListResponse"];
                };
            };
            401: components["responses"]["Unauthorized"];
        };
    };
    units_retrieve: {
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
            /** @description The unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomUnit"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /** @description There is no such unit. */
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
    units_update: {
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
                "application/json": components["schemas"]["CustomUnitRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["CustomUnitRequest"];
                "multipart/form-data": components["schemas"]["CustomUnitRequest"];
            };
        };
        responses: {
            /** @description The unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomUnit"];
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
            /** @description There is no such unit. */
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
    units_destroy: {
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
            /** @description The unit is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description There is no such unit. */
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
    units_partial_update: {
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
                "application/json": components["schemas"]["PatchedCustomUnitRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["PatchedCustomUnitRequest"];
                "multipart/form-data": components["schemas"]["PatchedCustomUnitRequest"];
            };
        };
        responses: {
            /** @description The unit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomUnit"];
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
            /** @description There is no such unit. */
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
    part_category_parameters_metadata_redirect: {
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
                     * @example /api/metadata/partcategoryparametertemplate/pk/7/
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
    parameter_metadata_redirect: {
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
                     * @example /api/metadata/parameter/pk/7/
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
    parameter_template_metadata_redirect: {
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
                     * @example /api/metadata/parametertemplate/pk/7/
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
    part_related_metadata_redirect: {
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
                     * @example /api/metadata/partrelated/pk/7/
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
    part_test_template_metadata_redirect: {
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
                     * @example /api/metadata/parttesttemplate/pk/7/
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
