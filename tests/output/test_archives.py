"""What makes a package of others unfit is judged in one place, for workbooks, blanks and lists alike."""

import io
import zipfile

import pytest

from clair_desktop.domain.refusal import Refusal
from clair_desktop.output.archives import Limits, Unfit, unfit
from clair_desktop.output.blanks.package import opened
from clair_desktop.output.excel.plain_table import read_plain

LIMITS = Limits(part=8 << 20, total=10 << 20, parts=3)


def members(*parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, size in parts:
            archive.writestr(name, bytes(size))
    return zipfile.ZipFile(made).infolist()


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([("a", 10), ("b", 10)], None),
        ([("a", 3 << 20)], None),
        ([("a", 5 << 20)], Unfit.TOO_LARGE),
        ([("a", 9 << 20)], Unfit.TOO_LARGE),
        ([("a", 4 << 20), ("b", 4 << 20), ("c", 4 << 20)], Unfit.TOO_LARGE),
        ([("a", 1), ("b", 1), ("c", 1), ("d", 1)], Unfit.TOO_LARGE),
        ([("a", 1), ("A", 1)], Unfit.TWINS),
        ([("../a", 1)], Unfit.NAMES),
        ([("c:a", 1)], Unfit.NAMES),
    ],
)
def test_sizes_twins_and_names_are_told_apart(parts, found) -> None:
    assert unfit(members(*parts), LIMITS) is found


def test_a_part_with_a_zips_own_password_is_locked() -> None:
    (one,) = members(("a", 1))
    one.flag_bits |= 1
    assert unfit([one], LIMITS) is Unfit.LOCKED


def test_a_bomb_is_refused_as_a_blank_and_as_a_list(tmp_path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("xl/workbook.xml", bytes(70 << 20))
    path = tmp_path / "膨らむ.xlsx"
    path.write_bytes(made.getvalue())
    with pytest.raises(Refusal, match="too large"):
        opened("膨らむ.xlsx", made.getvalue())
    with pytest.raises(Refusal, match="cannot be read as a table"):
        read_plain(path)
