"""What a half-typed text is offered: bodies, and the addresses of a postal code."""

import pytest

from clair_desktop.domain.fields import Text
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.suggestions import Suggestions
from clair_desktop.services.gazetteer import load_gazetteer

LABEL = Wording("申請団体", "Applicant")
OFFERS = Suggestions(load_gazetteer())


@pytest.mark.parametrize("typed", ["みやぎ", "宮城", "04", "miyagi"])
def test_the_applicant_field_is_the_register(typed):
    offered = OFFERS.of(Authority(key="applicant", label=LABEL), None, typed, Language.JA)
    assert offered[0] == "040002 宮城県"


def test_a_ward_is_offered_as_its_city():
    assert OFFERS.of(Authority(key="applicant", label=LABEL), None, "札幌市中央区", Language.JA) == [
        "011002 北海道札幌市"
    ]


def test_a_postal_code_in_a_line_offers_every_address_and_other_figures_none():
    line = Text(key="venue", label=LABEL)
    assert OFFERS.of(line, None, "498-0000", Language.JA) == [
        "〒498-0000 愛知県弥富市",
        "〒498-0000 三重県桑名郡木曽岬町",
    ]
    assert OFFERS.of(line, None, "4980000", Language.JA) == ()  # might be an amount
    assert OFFERS.of(line, None, "会場は498-0000", Language.JA) == ()
