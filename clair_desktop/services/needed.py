"""What a case must have before a pack of it says anything; named in words, for a letter is never sent out empty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clair_desktop.domain.documents import Needs, Pack
from clair_desktop.domain.money import yen
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.services.sheets import CaseSheet

_NO_OFFICE = Wording(
    "可否を答えた事務所がまだありません。事務所ごとの可否を記録してください。",
    "No office has answered yet. Record what each office answers.",
)
_NOTHING_LEFT = Wording(
    "「{all}」{amount}は「{paid}」{advance}で足りており、請求する額が残っていません。請求書は作らず、精算として記録してください。",
    "“{all}”, {amount}, is covered by “{paid}”, {advance}: nothing is left to claim. Make no claim; record a settlement.",
)
_KIND_AGAIN = Wording(
    "添付してあるときは、添付の一覧でその種類を選び直してください。",
    " If it is enclosed already, choose that kind for it in the list of enclosures.",
)


def lacks(pack: Pack, found: Sequence[Wording], field: str | None) -> Refusal:
    """The answer to somebody who would print a pack too early."""
    return Refusal(
        Wording(
            f"「{pack.name.ja}」に要る事項が足りません。入力して保存してから、もう一度作ってください。",
            f"“{pack.name.en}” lacks what it must say. Enter and save it, then make it again.",
        ),
        field=field,
        details=list(dict.fromkeys(found)),
    )


def enter(label: Wording) -> Wording:
    return Wording(f"「{label.ja}」を入力してください。", f"Enter “{label.en}”.")


def sent_on(pack: Pack, sheet: CaseSheet) -> bool:
    """Whether the paper that the pack's letter sends on is enclosed; true of a letter that sends none on."""
    wanted = pack.needs.enclosed
    return not wanted or any(one.kind in wanted for one in sheet.enclosures)


def sent_on_labels(pack: Pack, edition: Edition) -> list[Wording]:
    """What the pack's letter sends on, in words; of several kinds, the last is the general one."""
    kinds = {one.key: one.label for one in edition.programme.enclosures}
    return [kinds[one] for one in pack.needs.enclosed]


def not_enclosed(pack: Pack, sheet: CaseSheet) -> Iterator[Wording]:
    """That the paper which the pack's letter sends on must be enclosed; nothing where it is."""
    if sent_on(pack, sheet):
        return
    labels = sent_on_labels(pack, sheet.edition)
    again = _KIND_AGAIN if sheet.enclosures else Wording("", "")
    any_of = Wording("のいずれか", "one of these: ") if len(labels) > 1 else Wording("", "")
    ja, en = "".join(f"「{one.ja}」" for one in labels), ", ".join(f"“{one.en}”" for one in labels)
    yield Wording(f"{ja}{any_of.ja}を添付してください。{again.ja}", f"Enclose {any_of.en}{en}.{again.en}")


def enclosing(sheet: CaseSheet, pack: Pack) -> CaseSheet:
    """The case with those of its enclosures that go with the pack."""
    kept = [one for one in sheet.enclosures if one.kind not in pack.leaves_out]
    return sheet if len(kept) == len(sheet.enclosures) else replace(sheet, enclosures=kept)


def demand(pack: Pack, sheet: CaseSheet) -> None:
    """Raises ``Refusal`` where the pack would have nothing to say, or the case has not got to it yet."""
    if pack.states and sheet.state.key not in pack.states:
        raise _not_yet(pack, sheet)
    if pack.needs.remaining and (said := next(_nothing_left(pack.needs, sheet), None)):
        raise Refusal(said, field=pack.needs.remaining[1])
    if found := lacking(pack, sheet):
        missing = [key for key in pack.needs.answers if not _answered(sheet, key)]
        raise lacks(pack, found, next(iter([*missing, *pack.needs.one_of]), None))


def lacking(pack: Pack, sheet: CaseSheet) -> list[Wording]:
    """What the case must still be given before the pack says anything, each as what is to be done."""
    needs = pack.needs
    found = [enter(_label(sheet.edition, key)) for key in needs.answers if not _answered(sheet, key)]
    found += _of_several(needs, sheet)
    found += not_enclosed(pack, sheet)
    found += _nothing_left(needs, sheet)
    if needs.parts_beyond and all(part.state.key in needs.parts_beyond for part in sheet.parts):
        found.append(_NO_OFFICE)
    return found


def _not_yet(pack: Pack, sheet: CaseSheet) -> Refusal:
    """A letter on a decision is not written before the decision is recorded."""
    known = sheet.edition.programme.workflow.states
    labels = [one.label for one in known if one.key in pack.states]
    return Refusal(
        Wording(
            f"「{pack.name.ja}」は、案件の状態が次のいずれかになってから作ります。今の状態は「{sheet.state.label.ja}」です。",
            f"“{pack.name.en}” is made once the case has reached one of these states. It is now “{sheet.state.label.en}”.",
        ),
        details=labels,
    )


def _nothing_left(needs: Needs, sheet: CaseSheet) -> Iterator[Wording]:
    """Said where what was paid before covers the whole amount."""
    if needs.remaining is None:
        return
    whole, paid = (sheet.answers.get(key) for key in needs.remaining)
    if isinstance(whole, int) and isinstance(paid, int) and paid >= whole:
        names = dict(zip(("all", "paid"), (_label(sheet.edition, key) for key in needs.remaining), strict=True))
        amounts = {"amount": yen(whole), "advance": yen(paid)}
        yield _NOTHING_LEFT.filled(**names, **amounts)


def _of_several(needs: Needs, sheet: CaseSheet) -> Iterator[Wording]:
    """Said where none of several answers is there."""
    if not needs.one_of or any(_answered(sheet, key) for key in needs.one_of):
        return
    labels = [_label(sheet.edition, key) for key in needs.one_of]
    yield Wording(
        f"{'、'.join(f'「{label.ja}」' for label in labels)}のいずれかを入力してください。",
        f"Enter one of these: {', '.join(f'“{label.en}”' for label in labels)}.",
    )


def _answered(sheet: CaseSheet, key: str) -> bool:
    return sheet.answers.get(key) not in (None, "", ())


def _label(edition: Edition, key: str) -> Wording:
    asked = edition.field(key)
    return asked.label if asked else Wording(key, key)
