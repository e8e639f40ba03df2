"""書類の体裁: margins and habits of the office's papers, tried on a real letter before they are kept."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.documents import Letter, Pack, Party
from clair_desktop.domain.emblems import Emblem, EmblemPlace
from clair_desktop.domain.paper_style import Comma, Digits, Honorific, PaperStyle, faults
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.presenters.ports import PICTURE, Shell

if TYPE_CHECKING:
    from clair_desktop.services.office import Office  # loads the database's libraries

MILLIMETRES = ("top", "bottom", "left", "right", "gutter")
CHARACTERS = ("seal_room",)
NAMES = ("signer_ja", "signer_en")
EMBLEM = ("emblem_tall", "emblem_alt_ja", "emblem_alt_en")
FLAGS = ("mirrored", "signs_for_association", "both_calendars", "closed", "monochrome")
CHOICES: Mapping[str, Sequence[tuple[str, Wording]]] = {
    "honorific": [(one.value, Wording(one.value, one.value)) for one in Honorific],
    "comma": [
        (Comma.TEN.value, Wording("「、」（テン）", "、")),
        (Comma.COMMA.value, Wording("「，」（コンマ）", "，")),
    ],
    "digits": [
        (Digits.HALF.value, Wording("すべて半角", "all half width")),
        (
            Digits.ONE_FULL.value,
            Wording("1桁は全角、2桁以上と金額は半角", "one digit full width; more, and amounts, half"),
        ),
    ],
    "emblem_place": [
        (EmblemPlace.LEFT.value, Wording("左", "left")),
        (EmblemPlace.CENTRE.value, Wording("中央", "centre")),
        (EmblemPlace.RIGHT.value, Wording("右", "right")),
    ],
}
_KINDS = {"honorific": Honorific, "comma": Comma, "digits": Digits}
SAVED = Wording(
    "書類の体裁を保存しました。これから印刷する書類に使います。", "Saved. Papers printed from now on obey it."
)


@dataclass(frozen=True, slots=True)
class Typed:
    """The style as it stands in the boxes: numbers and names as typed, choices by key, habits on or off."""

    texts: Mapping[str, str]
    choices: Mapping[str, str]
    flags: Mapping[str, bool]
    emblem: Emblem | None = None  # its picture; how it is printed stands in the boxes


@dataclass(frozen=True, slots=True)
class Kind:
    """A pack of a programme's worked case to try the style on."""

    programme: str
    pack: str
    name: Wording
    to_headquarters: bool = False  # it begins with a letter that carries most of what is set here


class PaperStyleView(Protocol):
    def show_style(self, style: Typed, usual: Typed) -> None: ...

    def show_kinds(self, kinds: Sequence[Kind]) -> None: ...

    def show_emblem(self, emblem: Emblem) -> None:
        """A picture that was chosen, not kept yet."""
        ...

    def show_complaints(self, complaints: Sequence[tuple[str, Wording]]) -> None: ...

    def show_paper(self, path: Path | None, trouble: Wording | None) -> None:
        """The paper as it would look, or why it cannot be made."""
        ...


class PaperStylePresenter:
    """Nothing is kept before it is saved; what would leave no room for the text is said at its box."""

    def __init__(self, view: PaperStyleView, office: "Office", shell: Shell) -> None:
        self._view = view
        self._office = office
        self._shell = shell

    def start(self) -> None:
        self._view.show_kinds(sorted(_kinds(self._office), key=lambda kind: not kind.to_headquarters))
        self.reload()

    def reload(self) -> None:
        """What is kept, in place of anything only typed."""
        self._view.show_style(typed_of(self._office.paper_styles.get()), typed_of(PaperStyle()))

    def save(self, typed: Typed) -> None:
        style, complaints = _read(typed)
        self._view.show_complaints(complaints)
        if complaints:
            return
        try:
            self._office.paper_styles.put(style)
        except (Refusal, Malformed) as refused:
            self._view.show_complaints([(refused.field or "top", refused.wording)])
            return
        self._shell.say(SAVED)
        self.reload()

    def pick_emblem(self) -> None:
        """A picture from a file, looked at before it is shown."""
        file = self._shell.pick_file(Wording("紋章の画像を選ぶ", "Choose the picture of the emblem"), [PICTURE])
        if file is None:
            return
        try:
            self._view.show_emblem(self._office.paper_styles.picture(file))
        except Refusal as refusal:
            self._shell.refuse(refusal)

    def look(self, typed: Typed, kind: Kind, languages: Sequence[Language]) -> None:
        """The paper with what is in the boxes, kept or not."""
        style, complaints = _read(typed)
        self._view.show_complaints(complaints)
        if complaints:
            self._view.show_paper(None, complaints[0][1])
            return
        out = self._office.folder / "specimens" / "style_preview.pdf"
        out.parent.mkdir(parents=True, exist_ok=True)
        try:
            made = self._office.paper_styles.specimen(style, kind.programme, kind.pack, languages, out)
        except Refusal as refusal:
            self._view.show_paper(None, refusal.wording)
        else:
            self._view.show_paper(made.path, None)


def typed_of(style: PaperStyle) -> Typed:
    numbers = {key: str(getattr(style, key)) for key in (*MILLIMETRES, *CHARACTERS)}
    names = {key: str(getattr(style, key)) for key in NAMES}
    choices = {key: str(getattr(style, key).value) for key in _KINDS}
    texts, place = emblem_texts(style.emblem)
    flags = {key: bool(getattr(style, key)) for key in FLAGS}
    return Typed(numbers | names | texts, {**choices, "emblem_place": place}, flags, style.emblem)


def emblem_texts(emblem: Emblem | None) -> tuple[dict[str, str], str]:
    """How an emblem is printed, as it stands in the boxes."""
    if emblem is None:
        return {"emblem_tall": "15", "emblem_alt_ja": "", "emblem_alt_en": ""}, EmblemPlace.LEFT.value
    told = {"emblem_tall": str(emblem.tall), "emblem_alt_ja": emblem.alt_ja, "emblem_alt_en": emblem.alt_en}
    return told, emblem.place.value


def _read(typed: Typed) -> tuple[PaperStyle, list[tuple[str, Wording]]]:
    numbers = (*MILLIMETRES, *CHARACTERS, *(EMBLEM[:1] if typed.emblem else ()))
    unread = [(key, _not_a_number(typed.texts[key])) for key in numbers if _whole(typed.texts[key]) is None]
    if unread:
        return PaperStyle(), unread
    told: dict[str, object] = {key: _whole(typed.texts[key]) for key in (*MILLIMETRES, *CHARACTERS)}
    told |= {key: typed.texts[key].strip() for key in NAMES} | dict(typed.flags)
    told |= {key: kind(typed.choices[key]) for key, kind in _KINDS.items()}
    told["emblem"] = typed.emblem and _emblem(typed.emblem, typed)
    style = replace(PaperStyle(), **told)  # type: ignore[arg-type]  # each by its own key
    return style, list(faults(style))


def _emblem(picture: Emblem, typed: Typed) -> Emblem:
    tall, alt_ja, alt_en = (typed.texts[key].strip() for key in EMBLEM)
    place = EmblemPlace(typed.choices["emblem_place"])
    return replace(picture, tall=_whole(tall) or 0, alt_ja=alt_ja, alt_en=alt_en, place=place)


def _whole(text: str) -> int | None:
    told = folded(text).strip().removesuffix("mm").removesuffix("字").strip()
    return int(told) if told.isascii() and told.isdigit() and len(told) <= 3 else None


def _not_a_number(text: str) -> Wording:
    if not text.strip():
        return Wording("整数で入力してください。", "Enter a whole number.")
    return Wording(f"「{text.strip()}」は整数として読めません。", f"“{text.strip()}” does not read as a whole number.")


def _kinds(office: "Office") -> Iterator[Kind]:
    for key, programme in office.programmes().items():
        for pack in programme.packs:
            if pack.kept_for is None and all(one.until is None for one in pack.documents):
                name = Wording(f"{programme.name.ja}　{pack.name.ja}", f"{programme.name.en}: {pack.name.en}")
                yield Kind(key, pack.key, name, _goes_to_headquarters(pack))


def _goes_to_headquarters(pack: Pack) -> bool:
    layout = pack.documents[0].layout
    return isinstance(layout, Letter) and layout.to is Party.HEADQUARTERS
