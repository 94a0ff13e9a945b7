"""Smoke test of the Python client of openapi-generator. Needs the generated folder in PYTHONPATH."""
import os
import inventree_client as it

base = os.environ['BASE'].rstrip('/')


def client(**auth) -> it.ApiClient:
    return it.ApiClient(it.Configuration(host=base, **auth))


basic = client(username=os.environ['USER'], password=os.environ['PASSWORD'])
token = it.UserApi(basic).user_token_retrieve(name='smoke-python').token
api = client(api_key={'tokenAuth': token}, api_key_prefix={'tokenAuth': 'Token'})
users, parts = it.UserApi(api), it.PartApi(api)

roles = users.user_me_roles_retrieve()
assert 'view' in (roles.roles.part or []), roles

made = parts.part_create(it.PartRequest(name='Smoke python', description='A part', IPN='SMK-PY', minimum_stock=2.5))
page = parts.part_list(limit=1, ordering='-name').actual_instance
assert isinstance(page, it.PaginatedPartList) and page.count >= 1 and len(page.results) == 1
bare = parts.part_list().actual_instance
assert isinstance(bare, list) and all(isinstance(p, it.Part) for p in bare), type(bare[0])

assert parts.part_retrieve(made.pk).name == 'Smoke python' and made.ipn == 'SMK-PY' and made.minimum_stock == 2.5
changed = parts.part_partial_update(made.pk, it.PatchedPartRequest(description='Changed', active=False, keywords=None))
assert changed.description == 'Changed' and changed.active is False and changed.keywords is None
parts.part_destroy(made.pk)
try:
    parts.part_retrieve(made.pk)
    raise AssertionError('still there')
except it.exceptions.NotFoundException:
    pass
print('ok python')
