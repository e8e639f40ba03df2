"""However a pack is made up, it is proven, known again and made again as it was."""

import itertools

import pytest

from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import assembly, packs
from clair_desktop.output.pdf.proof import NotProven
from clair_desktop.services.verifying import Standing
from tests.services.casework import burial

SETS = [
    {},
    {"contents": True},
    {"contents": True, "dividers": True},
    {"dividers": True, "fronts": True},
    {"contents": True, "dividers": True, "fronts": True},
]


@pytest.mark.parametrize(
    ("copy", "options"), list(itertools.product((PackCopy.WHOLE, PackCopy.HEADQUARTERS, PackCopy.APPLICANT), SETS))
)
def test_a_pack_made_up_for_anybody_is_proven_known_and_made_again(office, tmp_path, copy, options):
    sheet = burial(office)
    out, made_up = tmp_path / "一式.pdf", MakeUp(copy=copy, **options)
    made = office.documents.print(sheet.number, "sounding", list(Language), out, made_up=made_up)
    assert office.verifying.verify(out).standing is Standing.RELEASED
    assert office.releases.again(made.pack_id, tmp_path / "昔.pdf").same_file


def test_contents_that_count_wrongly_stop_the_release(office, tmp_path, monkeypatch):
    sheet = burial(office)
    original = assembly.contents_document

    def wrong(pack, bound, pages):
        return original(pack, bound, [page and str(int(page) + 1) for page in pages])

    monkeypatch.setattr(packs, "contents_document", wrong)
    with pytest.raises(NotProven) as refused:
        office.documents.print(
            sheet.number, "sounding", [Language.JA], tmp_path / "一式.pdf", made_up=MakeUp(contents=True)
        )
    assert refused.value.details[0].ja.startswith("目次で「")
    assert not (tmp_path / "一式.pdf").exists()
