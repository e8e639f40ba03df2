"""An answer of 5,000 characters in any form of any programme is printed whole: no text lost, nothing below 8 points."""

import re
from dataclasses import replace
from itertools import count

import pypdfium2
import pytest

from clair_desktop.domain.answers import Answers
from clair_desktop.domain.documents import FieldTable, Form, RowTable
from clair_desktop.domain.fields import Rows, Text
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf.typesetting import typeset
from clair_desktop.programmes import all_programmes
from clair_desktop.services.office import Office
from clair_desktop.services.specimens import specimen_of, specimen_year
from clair_desktop.support.clock import FixedClock
from tests.presenters.stand import TODAY

LONG = 5_000
SENTENCE = "本県の国際交流に関する取組を、経緯と課題を含めて説明します。"
PACKS = [
    pytest.param(programme.key, pack.key, id=f"{programme.key}-{pack.key}")
    for programme in all_programmes().values()
    for pack in programme.packs
    if any(isinstance(one.layout, Form) and not one.internal for one in pack.documents)
]


@pytest.fixture(scope="module")
def office():
    opened = Office.in_memory(clock=FixedClock(TODAY))
    opened.branch.choose_branch("040002")
    yield opened
    opened.close()


def long_text(number: int) -> str:
    """Paragraphs that can be told from those of any other answer, a little more than 5,000 characters together."""
    lines = []
    while sum(len(line) + 1 for line in lines) < LONG:
        lines.append(f"［{number:02}-{len(lines):03}］{SENTENCE}")
    return "\n".join(lines)


def lengthened(edition, answers: Answers, numbers) -> tuple[Answers, dict[str, str]]:
    """Every free text of several lines made long, in rows too."""
    said: dict[str, str] = {}
    made = dict(answers)
    for one in edition.fields():
        if isinstance(one, Text) and one.lines > 1:
            said[one.key] = made[one.key] = long_text(next(numbers))
        elif isinstance(one, Rows) and made.get(one.key):
            columns = [column for column in one.columns if type(column) is Text]
            rows = [dict(row) for row in made[one.key]]
            if columns and rows:
                text = long_text(next(numbers))
                rows[0][columns[-1].key] = text
                said[f"{one.key}.{columns[-1].key}"] = text
                made[one.key] = tuple(rows)
    return made, said


def asked_in(pack, edition, said) -> set[str]:
    """Which of the long answers the pack's forms print."""
    sections = {section.key: [one.key for one in section.fields] for section in edition.sections()}
    blocks = [block for one in pack.documents if isinstance(one.layout, Form) for block in one.layout.blocks]
    fields = {
        key
        for block in blocks
        if isinstance(block, FieldTable)
        for name in block.fields
        for key in sections.get(name, [name])
    }
    tables = {
        block.field for block in blocks if isinstance(block, RowTable) and not block.columns and not block.unanswered
    }
    return {key for key in said if key in fields or key.split(".")[0] in tables | fields}


def stands(answer: str, text: str, times: int) -> bool:
    return all(text.count("".join(line.split())) >= times for line in answer.split("\n"))


@pytest.mark.parametrize(("programme", "pack"), PACKS)
def test_an_answer_of_5000_characters_is_printed_whole_in_both_languages(
    office, tmp_path, monkeypatch, programme, pack
) -> None:
    documents = office.documents
    known = office.programmes()[programme]
    found = specimen_of(documents._desk, known, pack)
    year = specimen_year(next(one for one in known.packs if one.key == pack), found.example)
    edition = office.edition(programme, year)
    sheet = documents._worked(edition, found)
    answers, said = lengthened(edition, sheet.answers, count(1))
    monkeypatch.setattr(documents, "_worked", lambda *_given: replace(sheet, answers=answers))
    out = tmp_path / "長文.pdf"
    documents.specimen(programme, pack, list(Language), out, year)
    with pypdfium2.PdfDocument(out) as document:
        pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    text = re.sub(r"￾|\x02|\xad", "", "".join(pages))
    declared = next(one for one in edition.packs() if one.key == pack)
    for key in asked_in(declared, edition, said):
        english = said.get(f"{key}_en")  # the English paper says this in its place
        assert stands(said[key], text, 1 if english else 2), key
        assert english is None or stands(english, text, 1), key


def test_nothing_is_set_smaller_than_8_points() -> None:
    from tests.output.pdf.papers import COSTS, form, pack_of, table_form

    narrow = replace(COSTS, heads=[*COSTS.heads * 3], widths=[*COSTS.widths * 3],
                     rows=[[*row * 3] for row in COSTS.rows], total=None)  # fmt: skip
    for sheet in typeset(pack_of(form(long_text(1)), table_form(narrow))).sheets:
        sizes = [float(size) for operator in sheet.operators for size in re.findall(r"/\S+ ([0-9.]+) Tf", operator)]
        assert sizes
        assert min(sizes) >= 8
