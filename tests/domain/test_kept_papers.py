"""A filled pack as bytes: read back as it was, equal for equal content, and untouched by what later programs add."""

import json
from dataclasses import replace

import pytest

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.filled_papers import Cell, FilledFields, FilledForm, ReleaseMark
from clair_desktop.domain.kept_papers import content_hash, kept, read_kept
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import same
from tests.output.pdf.papers import COSTS, LETTER, PACK, document, enclosure, table_form

ENCLOSED = replace(enclosure("要綱.pdf", b"%PDF"), sha256="5" * 64)


def test_a_pack_reads_back_as_it_was_kept() -> None:
    pack = replace(PACK, enclosures=[ENCLOSED])
    again = read_kept(kept(pack))
    assert kept(again) == kept(pack)
    assert again.documents[0].content.subject == LETTER.subject
    assert again.documents[3].content.blocks[0].rows[55][3].text == "672,000"
    assert (again.enclosures[0].sha256, again.enclosures[0].content) == ("5" * 64, None)


def test_rare_characters_are_kept_as_they_are() -> None:
    pack = replace(PACK, title="葛\U000e0100城　𠮷野　か\u309a　\ud800")
    assert read_kept(kept(pack)).title == pack.title


def test_the_mark_of_a_release_is_no_part_of_its_content() -> None:
    marked = replace(PACK, mark=ReleaseMark("R8-0001", "R8-0001-P01", "0" * 64))
    assert (kept(marked), content_hash(marked)) == (kept(PACK), content_hash(PACK))


def test_the_way_back_to_a_question_is_no_part_of_what_a_paper_says() -> None:
    letter = replace(LETTER, asked=[Asked("title")])
    fields = FilledForm("申請書", "", "", [FilledFields([(same("件名"), Cell("国際交流", asked=Asked("title")))])])
    pack = replace(PACK, documents=[document(letter), document(fields)])
    silent = replace(
        PACK,
        documents=[
            document(replace(letter, asked=())),
            document(replace(fields, blocks=[FilledFields([(same("件名"), Cell("国際交流"))])])),
        ],
    )
    assert kept(pack) == kept(silent)
    assert content_hash(read_kept(kept(pack))) == content_hash(pack)


def test_what_stays_in_the_branch_is_kept_and_does_not_change_the_hash() -> None:
    with_checklist = replace(PACK, documents=[*PACK.documents, document(table_form(COSTS), internal=True)])
    assert content_hash(with_checklist) == content_hash(PACK)
    assert kept(with_checklist) != kept(PACK)
    alone = replace(PACK, documents=[with_checklist.documents[-1]])
    assert content_hash(alone) != content_hash(replace(alone, documents=[]))


@pytest.mark.parametrize(
    "changed",
    [
        replace(PACK, made_on="2026-11-21"),
        replace(PACK, documents=PACK.documents[:3]),
        replace(PACK, documents=[replace(PACK.documents[0], name="別名"), *PACK.documents[1:]]),
        replace(PACK, enclosures=[ENCLOSED]),
        replace(PACK, sample=True),
    ],
)
def test_any_other_content_has_another_hash(changed) -> None:
    assert content_hash(changed) != content_hash(PACK)


def test_fields_that_say_nothing_are_left_out_so_that_later_ones_change_no_hash() -> None:
    held = json.loads(kept(PACK))["pack"]
    assert {"apart", "mark"} & set(held) == set()
    assert "receiver" not in held["documents"][0]


@pytest.mark.parametrize(
    "change", [{"format": 2}, {"pack": {"is": "Hologram"}}, {"pack": {"is": "FilledPack", "x": 1}}]
)
def test_what_a_newer_program_kept_is_refused_in_words(change) -> None:
    held = {**json.loads(kept(PACK)), **change}
    with pytest.raises(Refusal, match="newer program"):
        read_kept(json.dumps(held).encode())


def test_the_kept_form_of_a_known_pack_never_changes() -> None:
    """A pack released years ago must still have the hash that stands on its cover."""
    rows = [[Cell(str(n)), *COSTS.rows[0][1:3], Cell(f"{n * 12_000:,}", number=True)] for n in range(1, 61)]
    costs = replace(COSTS, rows=rows, total=[*COSTS.total[:3], Cell("21,960,000", number=True)])
    then = replace(PACK, documents=[*PACK.documents[:3], document(table_form(costs))])
    assert content_hash(then) == "c3e280d870816e1a9c932462f31c1cbe4715f065aa9b0a45d861951fa6974e91"
