"""Which branch this is and how it signs, as the branch set it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, cast

from clair_desktop.domain.branches import branch
from clair_desktop.domain.emblems import Emblem, EmblemPlace
from clair_desktop.domain.fiscal_year import EraChangeStyle
from clair_desktop.domain.paper_style import Comma, Digits, Honorific, PaperStyle, faults
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.desk import Desk
from clair_desktop.services.words import words

_KEY = "branch_profile"


_UNSET = Wording("", "")
_ADDRESSED = Wording("理事長", "Chairperson of the Board")


@dataclass(frozen=True, slots=True)
class BranchProfile:
    """The branch (its code in domain.branches), its sender block and its habits."""

    branch: str | None = None
    sender_title: Wording = _UNSET
    section: Wording = _UNSET
    contact: str = ""
    phone: str = ""
    email: str = ""
    postal: Wording = _UNSET
    headquarters_title: Wording = _ADDRESSED
    seal_omitted: bool = True
    new_era_label: bool = False
    language: Language = Language.JA
    demonstration: bool = False
    papers: PaperStyle = field(default_factory=PaperStyle)

    @property
    def name(self) -> Wording:
        """The branch's name, 宮城県支部; empty until it is chosen."""
        known = branch(self.branch) if self.branch else None
        return known.name if known else Wording("", "")

    @property
    def era_style(self) -> EraChangeStyle:
        return EraChangeStyle.AS_NEW_ERA if self.new_era_label else EraChangeStyle.AS_CLAIR


class BranchSettings:
    """The one profile of a data folder."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> BranchProfile:
        with self._desk.database.reading() as work:
            kept = work.settings.get(_KEY)
        return _read(cast("dict[str, object]", kept)) if kept else BranchProfile()

    def put(self, profile: BranchProfile) -> None:
        for place, text in _texts(profile):
            words(text, place)
        for place, wording in faults(profile.papers):
            raise Refusal(wording, field=place)
        emblem = profile.papers.emblem
        with self._desk.database.work(Wording("支部の設定", "Branch settings")) as work:
            if emblem is not None and emblem.content is not None:
                work.enclosures.add_content(emblem.content)
            work.settings.put(_KEY, _kept(profile))
        self._desk.changed()

    def choose_branch(self, code: str) -> BranchProfile:
        """Say which branch this is; the sender is its head until the branch says otherwise."""
        chosen = branch(code)
        if chosen is None:
            raise Refusal(Wording(f"支部「{code}」はありません。", f"There is no branch “{code}”."))
        name = chosen.name
        profile = replace(self.get(), branch=chosen.code, sender_title=Wording(f"{name.ja}長", f"Head, {name.en}"))
        self.put(profile)
        return profile


def own_branch(desk: Desk) -> str:
    """The code of the branch whose data folder this is; empty until it is chosen."""
    return BranchSettings(desk).get().branch or ""


def _texts(profile: BranchProfile) -> Iterator[tuple[str, str]]:
    for place, value in _kept(profile).items():
        sides = value.values() if isinstance(value, dict) else [value]
        yield from ((place, side) for side in sides if isinstance(side, str))
    if emblem := profile.papers.emblem:
        yield from (("emblem_alt_ja", emblem.alt_ja), ("emblem_alt_en", emblem.alt_en))


def _kept(profile: BranchProfile) -> dict[str, object]:
    """The emblem's bytes are kept by their hash; a profile without one says nothing of it."""
    told = asdict(profile)
    emblem = told["papers"].pop("emblem")
    if emblem is not None:
        told["papers"]["emblem"] = {name: value for name, value in emblem.items() if name != "content"}
    return told


def _read(kept: dict[str, object]) -> BranchProfile:
    """A kept profile; settings added since have their defaults, and ones no longer known are passed over."""
    values: dict[str, object] = {}
    for name in BranchProfile.__dataclass_fields__:
        if name in kept:
            value = kept[name]
            values[name] = Wording(**cast("dict[str, str]", value)) if _is_wording(value) else value
    if "language" in values:
        values["language"] = Language(str(values["language"]))
    if "papers" in values:
        values["papers"] = _read_style(cast("dict[str, object]", values["papers"]))
    return BranchProfile(**values)  # type: ignore[arg-type]  # each value was written by _kept


def _is_wording(value: object) -> bool:
    return isinstance(value, dict) and value.keys() == {"ja", "en"}


def _read_style(kept: dict[str, object]) -> PaperStyle:
    known = {name: kept[name] for name in PaperStyle.__dataclass_fields__ if name in kept}
    kinds = {"honorific": Honorific, "comma": Comma, "digits": Digits}
    typed = {name: kinds[name](str(value)) if name in kinds else value for name, value in known.items()}
    if typed.get("emblem"):
        typed["emblem"] = _read_emblem(cast("dict[str, Any]", typed["emblem"]))
    return PaperStyle(**typed)  # type: ignore[arg-type]  # each value was written by _kept


def _read_emblem(kept: dict[str, Any]) -> Emblem:
    told = {name: kept[name] for name in Emblem.__dataclass_fields__ if name in kept}
    told["place"] = EmblemPlace(told["place"])
    return Emblem(**told)
