"""The file of a rule notice: JSON that a person can read, with a preview in words and a hash over all of it.

Format 1 carries rulings, format 2 letters too. A notice without letters is written in format 1, so that a branch whose
program is older can take it.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clair_desktop.domain.programme import Programme
from clair_desktop.domain.refusal import Malformed, Refusal, cited
from clair_desktop.domain.rulings import Rule
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Wording
from clair_desktop.services.entering import EnteredRuling
from clair_desktop.services.letter_records import AddresseeEntry, TextEntry
from clair_desktop.services.notice_letters import (
    kept_addressee,
    kept_text,
    read_addressees,
    read_texts,
    unknown_letters,
)
from clair_desktop.services.rule_values import sent_value
from clair_desktop.services.rulebooks import kept_value

KIND, FORMAT = "clair_desktop rule notice", 2
_WITH_LETTERS = 2
_LARGEST = 5 << 20  # bytes; every rule of every programme for ten years takes a tenth of it
_YEARS = range(1988, 2101)

_DAMAGED = Wording(
    "「{name}」は定めの通知として読めないか、壊れています。送付元に送り直しを依頼してください。",
    "“{name}” is not a rule notice or is damaged. Ask the sender to send it again.",
)
_NEWER = Wording(
    "「{name}」は新しい版の通知です（形式{found}、このプログラムは{known}まで）。プログラムを新しくしてください。",
    "“{name}” is of a newer format ({found}; this program reads up to {known}). Update the program.",
)
_UNKNOWN = Wording(
    "この版のプログラムにない定めが{count}件あるため、取り込めません。プログラムを新しくしてから取り込んでください。",
    "{count} rules are unknown to this program, so nothing was taken. Update the program first.",
)
_UNREADABLE = Wording(
    "読めない定めが{count}件あるため、取り込めません。送付元に作り直しを依頼してください。",
    "{count} entries cannot be read, so nothing was taken. Ask the sender to make the notice again.",
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Rulings and letters with who sends them and when."""

    issued_by: str
    issued_on: date
    entries: Sequence[EnteredRuling]
    texts: Sequence[TextEntry] = ()
    addressees: Sequence[AddresseeEntry] = ()

    @property
    def count(self) -> int:
        return len(self.entries) + len(self.texts) + len(self.addressees)

    @property
    def programmes(self) -> list[str]:
        """The keys of the programmes it speaks of, in order."""
        rulings, texts = {one.programme for one in self.entries}, {one.programme for one in self.texts}
        return sorted(rulings | texts | {one.programme for one in self.addressees})


def notice_content(notice: Notice, preview: Mapping[str, Sequence[str]]) -> bytes:
    """The file's bytes; the same notice gives the same ones."""
    content: dict[str, object] = {
        "kind": KIND,
        "format": _WITH_LETTERS if notice.texts or notice.addressees else 1,
        "issued_by": notice.issued_by,
        "issued_on": notice.issued_on.isoformat(),
        "preview": {language: list(lines) for language, lines in preview.items()},
        "entries": [_kept(entry) for entry in notice.entries],
    }
    if notice.texts or notice.addressees:
        content["texts"] = [kept_text(one) for one in notice.texts]
        content["addressees"] = [kept_addressee(one) for one in notice.addressees]
    content["sha256"] = _fingerprint(content)
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def read_notice(path: Path, programmes: Mapping[str, Programme]) -> Notice:
    """The notice of a file, whole or not at all; a damaged, foreign or newer one is refused in words."""
    return sent_notice(_bytes(path), path.name, programmes)


def sent_notice(sent: bytes, name: str, programmes: Mapping[str, Programme]) -> Notice:
    """The notice of a file's bytes."""
    content = _content(sent, name)
    entries = content.get("entries")
    issued_by, issued_on = content.get("issued_by"), _iso_day(content.get("issued_on"))
    if not isinstance(entries, list) or not isinstance(issued_by, str) or issued_on is None:
        raise Refusal(_DAMAGED.filled(name=name))
    texts, addressees = (_listed(content, key, name) for key in ("texts", "addressees"))
    numbered = [(number, one if isinstance(one, dict) else {}) for number, one in enumerate(entries, start=1)]
    unknown = [_nameless(number, one) for number, one in numbered if _rule(one, programmes) is None]
    unknown += unknown_letters(texts, addressees, programmes)
    if unknown:
        raise Refusal(_UNKNOWN.filled(count=len(unknown)), details=unknown)
    faulty: list[Wording] = []
    notice = Notice(
        issued_by,
        issued_on,
        _entries(numbered, programmes, faulty),
        read_texts(texts, programmes, faulty),
        read_addressees(addressees, faulty),
    )
    if faulty:
        raise Refusal(_UNREADABLE.filled(count=len(faulty)), details=faulty)
    return notice


def _listed(content: Mapping[str, object], key: str, name: str) -> list[Mapping[str, object]]:
    """A list of letters; only a file of format 2 may have one."""
    found = content.get(key, [])
    if not isinstance(found, list) or (found and content.get("format") == 1):
        raise Refusal(_DAMAGED.filled(name=name))
    return [one if isinstance(one, dict) else {} for one in found]


def _entries(
    numbered: Sequence[tuple[int, Mapping[str, object]]], programmes: Mapping[str, Programme], faulty: list[Wording]
) -> list[EnteredRuling]:
    """Every entry; what cannot be read is told in ``faulty``. One rule of one year may stand once only."""
    found: dict[tuple[str, str, int], EnteredRuling] = {}
    for number, one in numbered:
        rule = _rule(one, programmes)
        if rule is None:
            continue
        try:
            entry = _entry(one, rule)
        except Malformed as complaint:
            label, said = rule.label, complaint.wording
            faulty.append(Wording(f"{number}件目（{label.ja}）：{said.ja}", f"Entry {number} ({label.en}): {said.en}"))
            continue
        key = (entry.programme, entry.rule, entry.year)
        if key in found:
            faulty.append(
                Wording(
                    f"{number}件目：{entry.year}年度の「{rule.label.ja}」が二度あります。",
                    f"Entry {number}: “{rule.label.en}” of FY{entry.year} stands twice.",
                )
            )
        found[key] = entry
    return list(found.values())


def _entry(one: Mapping[str, object], rule: Rule) -> EnteredRuling:
    year, checked_on = one.get("year"), _iso_day(one.get("checked_on"))
    if not isinstance(year, int) or isinstance(year, bool) or year not in _YEARS:
        raise Malformed(
            Wording(f"年度「{cited(str(year))}」を読めません。", f"The year “{cited(str(year))}” cannot be read.")
        )
    if checked_on is None:
        raise Malformed(Wording("確認日を読めません。", "The day it was checked cannot be read."))
    title = _text(one.get("source_title"))
    if not title:
        raise Malformed(Wording("根拠がありません。", "It gives no source."))
    locator = _text(one.get("locator", ""))
    value = sent_value(rule, one.get("value"))
    return EnteredRuling(str(one["programme"]), rule.key, year, value, title, locator, checked_on)


def _text(sent: object) -> str:
    if not isinstance(sent, str):
        raise Malformed(Wording("根拠を読めません。", "The source cannot be read."))
    return read_text(sent).strip()


def _rule(one: Mapping[str, object], programmes: Mapping[str, Programme]) -> Rule | None:
    declared = programmes.get(str(one.get("programme")))
    return next((rule for rule in declared.rules if rule.key == one.get("rule")), None) if declared else None


def _nameless(number: int, one: Mapping[str, object]) -> Wording:
    programme, rule = cited(str(one.get("programme"))), cited(str(one.get("rule")))
    return Wording(f"{number}件目：「{programme}」の「{rule}」", f"Entry {number}: “{rule}” of “{programme}”")


def _kept(entry: EnteredRuling) -> dict[str, object]:
    return {
        "programme": entry.programme,
        "rule": entry.rule,
        "year": entry.year,
        "value": kept_value(entry.value),
        "source_title": entry.source_title,
        "locator": entry.locator,
        "checked_on": entry.checked_on.isoformat(),
    }


def _fingerprint(content: Mapping[str, object]) -> str:
    """Over everything but itself, the preview too: what a person reads is what the program takes."""
    signed = {key: value for key, value in content.items() if key != "sha256"}
    plain = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def _content(sent: bytes, name: str) -> Mapping[str, object]:
    """The verified object; whether it is newer is asked first, since a newer one may be signed in another way."""
    damaged = Refusal(_DAMAGED.filled(name=name))
    read = _json(sent, damaged)
    if not isinstance(read, dict) or read.get("kind") != KIND:
        raise damaged
    found = read.get("format")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise damaged
    if found > FORMAT:
        raise Refusal(_NEWER.filled(name=name, found=found, known=FORMAT))
    if read.get("sha256") != _fingerprint(read):
        raise damaged
    return read


def _bytes(path: Path) -> bytes:
    """The file's bytes; of one that is far too large only so many that it is seen to be."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST + 1)
    except OSError as fault:
        raise Refusal(
            Wording(
                f"「{path}」を読めません。ファイルの場所を確かめてください。",
                f"“{path}” cannot be read. Check where it is.",
            ),
            field="notice",
        ) from fault


def _json(sent: bytes, damaged: Refusal) -> object:
    if len(sent) > _LARGEST:
        raise damaged
    try:
        return json.loads(sent.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as fault:
        raise damaged from fault


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """A name that stands twice in one object would be read otherwise than a person reads it."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _iso_day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
