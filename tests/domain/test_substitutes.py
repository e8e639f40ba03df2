"""What an old encoding lacks is found letter by letter; candidates come from named tables, and none is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clair_desktop.domain.substitutes import candidates, clusters, fits, lacking


@pytest.mark.parametrize(
    ("cluster", "offered"),
    [
        ("鷗", ["鴎"]),
        ("剝", ["剥"]),
        ("塡", ["填"]),
        ("頰", ["頬"]),
        ("𠮟", ["叱"]),
        ("葛\U000e0100", ["葛"]),
        ("か\u3099", ["が"]),
        ("—", ["―"]),
        ("㋿", ["令和"]),
        ("é", ["e"]),
        ("𠮷", []),
        ("♥", []),
    ],
)
def test_candidates_come_from_official_tables_and_from_unicode(cluster, offered):
    assert candidates(cluster) == offered


def test_names_that_windows_has_always_had_fit():
    assert list(lacking("髙﨑市長 栁田 德川 ①㈱")) == []


def test_what_is_lacking_is_named_with_the_selector_of_its_form():
    assert list(lacking("葛\U000e0100飾区の𠮷野と鷗")) == ["葛\U000e0100", "𠮷", "鷗"]


@given(st.text())
def test_clusters_put_together_again_are_the_text(text):
    assert "".join(clusters(text)) == text


@given(st.text())
def test_every_candidate_fits(text):
    for cluster in lacking(text):
        assert all(fits(one) for one in candidates(cluster))
