"""What a case must have before a pack of it says anything; named in words, for a letter is never sent out empty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clair_desktop.domain.documents import Needs, Pack
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.services.sheets import CaseSheet

_NO_OFFICE = Wording(
    "可否を答えた事務所がまだありません。事務所ごとの可否を記録してください。",
    "No office has answered yet. Record what each office answers.",
)


def lacks(pack: Pack, lacking: Sequence[Wording], field: str | None) -> Refusal:
    """The answer to somebody who would print a pack too early."""
    return Refusal(
        Wording(
            f"「{pack.name.ja}」に要る事項が足りません。入力して保存してから、もう一度作ってください。",
            f"“{pack.name.en}” lacks what it must say. Enter and save it, then make it again.",
        ),
        field=field,
        details=list(dict.fromkeys(lacking)),
    )


def enter(label: Wording) -> Wording:
    return Wording(f"「{label.ja}」を入力してください。", f"Enter “{label.en}”.")


def enclosing(sheet: CaseSheet, pack: Pack) -> CaseSheet:
    """The case with those of its enclosures that go with the pack."""
    kept = [one for one in sheet.enclosures if one.kind not in pack.leaves_out]
    return sheet if len(kept) == len(sheet.enclosures) else replace(sheet, enclosures=kept)


def demand(pack: Pack, sheet: CaseSheet) -> None:
    """Raises ``Refusal`` where the pack would have nothing to say, or the case has not got to it yet."""
    if pack.states and sheet.state.key not in pack.states:
        raise _not_yet(pack, sheet)
    needs = pack.needs
    missing = [key for key in needs.answers if not _answered(sheet, key)]
    lacking = [enter(_label(sheet.edition, key)) for key in missing]
    lacking += _of_several(needs, sheet)
    if needs.parts_beyond and all(part.state.key in needs.parts_beyond for part in sheet.parts):
        lacking.append(_NO_OFFICE)
    if lacking:
        raise lacks(pack, lacking, next(iter([*missing, *needs.one_of]), None))


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


def _of_several(needs: Needs, sheet: CaseSheet) -> Iterator[Wording]:
    """Said where neither one of the answers is there nor the paper that would do in their place."""
    enclosed = needs.or_enclosed is not None and any(one.kind == needs.or_enclosed for one in sheet.enclosures)
    if not needs.one_of or enclosed or any(_answered(sheet, key) for key in needs.one_of):
        return
    labels = [_label(sheet.edition, key) for key in needs.one_of]
    said = Wording(
        f"{'、'.join(f'「{label.ja}」' for label in labels)}のいずれかを入力してください。",
        f"Enter one of these: {', '.join(f'“{label.en}”' for label in labels)}.",
    )
    kinds = {one.key: one.label for one in sheet.edition.programme.enclosures}
    if needs.or_enclosed is None:
        yield said
        return
    paper = kinds[needs.or_enclosed]
    yield Wording(
        f"{said.ja}入力する事項がないときは、「{paper.ja}」を添付してください。",
        f"{said.en} Where there is nothing to enter, enclose “{paper.en}”.",
    )


def _answered(sheet: CaseSheet, key: str) -> bool:
    return sheet.answers.get(key) not in (None, "", ())


def _label(edition: Edition, key: str) -> Wording:
    asked = edition.field(key)
    return asked.label if asked else Wording(key, key)
