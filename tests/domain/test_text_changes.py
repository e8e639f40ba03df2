"""A difference between two wordings, as somebody reads it."""

from clair_desktop.domain.text_changes import Piece, text_changes


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(one.piece.value, one.text) for one in text_changes(before, after)]


def test_what_was_added_and_left_out_stands_where_it_did() -> None:
    assert told("助成申請書について", "申請書の提出について") == [
        ("left_out", "助成"),
        ("same", "申請書"),
        ("added", "の提出"),
        ("same", "について"),
    ]


def test_a_place_and_an_english_word_change_whole() -> None:
    assert told("{fiscal_year} grant", "{call_year} grants") == [
        ("left_out", "{fiscal_year}"),
        ("added", "{call_year}"),
        ("same", " "),
        ("left_out", "grant"),
        ("added", "grants"),
    ]


def test_the_later_text_is_there_whole() -> None:
    before, after = "下記のとおり送付します。", "別添のとおり、提出します。"
    changes = text_changes(before, after)
    assert "".join(one.text for one in changes if one.piece is not Piece.LEFT_OUT) == after
    assert "".join(one.text for one in changes if one.piece is not Piece.ADDED) == before
