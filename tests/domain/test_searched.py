"""Words found in a text as clerks type them, told by the characters they were found at."""

import pytest

from clair_desktop.domain.searched import Passage, says

TITLE = list("髙﨑市の海外\nプロモーション（1,200,000円）")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("高崎市", (0, 2)),
        ("海外プロモ", (4, 9)),
        ("海外 ぷろもーしょん", (4, 13)),
        ("ﾌﾟﾛﾓｰｼｮﾝ", (7, 13)),
        ("１,２００,０００円", (15, 24)),
    ],
)
def test_widths_kana_variants_and_line_ends_do_not_matter(wanted: str, found: tuple[int, int]) -> None:
    assert Passage(TITLE).places(wanted) == [found]
    assert says("".join(TITLE), wanted)


def test_voicing_marks_standing_alone_are_read_as_one() -> None:
    assert Passage(list("ｸﾞﾘｰﾝ")).places("グリーン") == [(0, 4)]


@pytest.mark.parametrize("wanted", ["", " ", "\u3000"])
def test_nothing_is_found_nowhere(wanted: str) -> None:
    assert Passage(TITLE).places(wanted) == []


def test_places_do_not_lie_within_one_another() -> None:
    assert Passage(list("ああああ")).places("ああ") == [(0, 1), (2, 3)]
