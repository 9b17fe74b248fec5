"""Each address of the desk asked and sent what nobody types: no 5xx, and nothing kept."""

import pytest

from articles.models import User
from tests.desk import permissions
from tests.desk.forms import form_of
from tests.proofs import some

pytestmark = [pytest.mark.django_db, pytest.mark.prove]
# What lists, look-ups and pages of the desk read of their addresses.
ASKED = [
    "_facets", "_popup", "_to_field", "action", "after", "all", "app_label", "at", "back", "before", "by",
    "changed_from", "changed_until", "choose", "contributor", "e", "edition", "edition__id__exact", "field_name",
    "from", "into", "kept", "kind__exact", "language", "licence", "mine", "model_name", "next", "o", "p", "page",
    "part", "pk", "put", "q", "revision", "section", "seen", "since", "slot__exact", "source", "standing", "story",
    "swap", "tag", "term", "to", "until", "was", "width",
]  # fmt: skip
TYPED = [
    "\x00", "٣", "9" * 5000, "9999-12-31T23:59", "1:1,2:2,3:0", "[",
    "1@0001-01-01T00:00|", "\"'><script>{0}%s%(x)s{{7*7}}\u202e", "x" * 200_000,
]  # fmt: skip


@pytest.fixture
def desk(client, samples):
    client.force_login(User.objects.create_superuser("root"))
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("typed", TYPED)
def test_nothing_that_is_sent_to_the_desk_breaks_it(desk, samples, typed, proof):
    def send(address):
        path = address.filled(lambda hole: permissions.sample(address, hole, samples))
        page = desk.get(path)
        answers = [page, desk.get(path, {name: typed[:5000] for name in ASKED})]
        if page.status_code == 200 and not page.streaming:
            counts = {name: said for name, said in form_of(page).items() if name.endswith("_FORMS")}
            answers.append(desk.post(path, dict.fromkeys([*form_of(page), *ASKED], typed) | counts))
        answers.append(desk.post(path, dict.fromkeys(ASKED, typed)))
        broken = [
            (answer.request["REQUEST_METHOD"], path, answer.status_code)
            for answer in answers
            if answer.status_code >= 500 or "no-store" not in answer.headers["Cache-Control"]
        ]
        assert not broken

    addresses = [address for address in permissions.addresses() if address.name != "logout/"]
    proof.hold(send, some(addresses, sample=40, of=TYPED.index(typed)))
