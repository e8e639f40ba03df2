"""Verbs on letters by year: how they are worded and addressed, and what the branch enters."""

import argparse

from clair_desktop.cli import shown
from clair_desktop.cli.session import Session
from clair_desktop.domain.document_parts import FORM_NUMBER
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.letters import EnteredAddressee, HeadquartersAddress
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.checklist import EARLIER_ADDRESSEE, EARLIER_WORDING
from clair_desktop.services.letter_checks import demand_part
from clair_desktop.services.letter_differences import OF_SETTINGS, LetterDifference, address_words
from clair_desktop.services.letters import DocumentLine, PartLine

ENTERED = Wording("支部入力", "entered by the branch")
DECLARED = Wording("既定の文面", "as declared")


def listed(session: Session, asked: argparse.Namespace) -> None:
    documents = session.trial.letters.documents(asked.programme, asked.year)
    lines = []
    for one in documents:
        lines.append(f"{one.key}\t{one.name.in_(session.language)}")
        for line in one.parts:
            told = line.text.in_(session.language).replace("\n", " / ")
            lines.append(f"  {line.part.key}\t{_standing(line, asked.year).in_(session.language)}\t{told}")
    answer = {
        "programme": asked.programme,
        "project_year": asked.year,
        "documents": [_document(one, asked.year) for one in documents],
    }
    session.say(answer, "\n".join(lines))


def show(session: Session, asked: argparse.Namespace) -> None:
    line = _line(session, asked)
    told = [
        f"{line.part.name.in_(session.language)}（{_standing(line, asked.year).in_(session.language)}）",
        *(line.text.in_(language) for language in Language),
    ]
    session.say(_part(line, asked.year), "\n".join(told))


def put(session: Session, asked: argparse.Namespace) -> None:
    text = Wording(asked.ja.replace("\\n", "\n"), asked.en.replace("\\n", "\n"))
    session.office.letters.enter(
        asked.programme, asked.document, asked.part, asked.year, text, source_title=asked.source, locator=asked.locator
    )
    show(session, asked)


def withdraw(session: Session, asked: argparse.Namespace) -> None:
    session.office.letters.withdraw(asked.programme, asked.document, asked.part, asked.year)
    show(session, asked)


def show_addressee(session: Session, asked: argparse.Namespace) -> None:
    found = session.trial.letters.addressee(asked.programme, asked.year)
    _say_addressee(session, asked, found)


def put_addressee(session: Session, asked: argparse.Namespace) -> None:
    to = HeadquartersAddress(
        Wording(asked.division, asked.division_en),
        Wording(asked.title, asked.title_en),
        Wording(asked.address, asked.address_en),
        asked.email,
    )
    letters = session.office.letters
    letters.enter_addressee(asked.programme, asked.year, to, source_title=asked.source, locator=asked.locator)
    _say_addressee(session, asked, letters.addressee(asked.programme, asked.year))


def withdraw_addressee(session: Session, asked: argparse.Namespace) -> None:
    letters = session.office.letters
    letters.withdraw_addressee(asked.programme, asked.year)
    _say_addressee(session, asked, letters.addressee(asked.programme, asked.year))


def letter_difference(one: LetterDifference) -> dict[str, object]:
    """A text or addressee of a notice beside what is printed now."""
    return {
        "programme": one.entry.programme,
        "document": getattr(one.entry, "document", None),
        "part": getattr(one.entry, "part", "addressee"),
        "label": shown.both(one.label),
        "year": one.entry.year,
        "before": shown.both(one.before),
        "after": shown.both(one.after),
        "changes": one.changes,
        "source": one.entry.entry.source_title,
    }


def letter_words(one: LetterDifference, language: Language) -> str:
    before, after = (text.in_(language).replace("\n", " / ") for text in (one.before, one.after))
    return f"{one.entry.year} {one.programme.in_(language)} {one.label.in_(language)}: {before} → {after}"


def _say_addressee(session: Session, asked: argparse.Namespace, found: EnteredAddressee | None) -> None:
    own = found is not None and found.year == FiscalYear(asked.year)
    answer: dict[str, object] = {"programme": asked.programme, "project_year": asked.year, "addressee": None}
    words = OF_SETTINGS
    if found is not None:
        to, words = found.to, address_words(found.to)
        answer["addressee"] = {
            "division": shown.both(to.division),
            "title": shown.both(to.title),
            "address": shown.both(to.address),
            "email": to.email,
            "entered_for": found.year.start_year,
            "carried_forward": not own,
            "source": shown.source(found.source, session.language),
        }
        if not own:
            earlier = EARLIER_ADDRESSEE.filled(year=found.year.label())
            words = Wording(f"{words.ja}（{earlier.ja}）", f"{words.en} ({earlier.en})")
    session.say(answer, words)


def _line(session: Session, asked: argparse.Namespace) -> PartLine:
    """The part that was asked for; one that there is not is refused with those that there are."""
    office = session.trial
    edition = office.edition(asked.programme, asked.year)
    demand_part(edition.programme, asked.document, asked.part)
    documents = {one.key: one for one in office.letters.documents(asked.programme, asked.year)}
    return next(one for one in documents[asked.document].parts if one.part.key == asked.part)


def _document(one: DocumentLine, year: int) -> dict[str, object]:
    return {
        "key": one.key,
        "name": shown.both(one.name),
        "packs": [pack.key for pack in one.packs],
        "parts": [_part(line, year) for line in one.parts],
    }


def _part(line: PartLine, year: int) -> dict[str, object]:
    entered = line.entered
    return {
        "part": line.part.key,
        "name": shown.both(line.part.name),
        "declared": shown.both(line.part.text),
        "text": shown.both(line.text),
        "entered_for": entered.year.start_year if entered else None,
        "carried_forward": entered is not None and entered.year.start_year != year,
        "standing": shown.both(_standing(line, year)),
    }


def _standing(line: PartLine, year: int) -> Wording:
    if line.part.key == FORM_NUMBER and line.number is not None and line.number.carried_forward:
        number, since = line.number.number.number, line.number.number.decided_for.label()
        return Wording(f"要確認（{since.ja}は{number.ja}）", f"to confirm ({number.en} in {since.en})")
    if line.entered is None:
        return DECLARED
    if line.entered.year.start_year == year:
        return ENTERED
    return EARLIER_WORDING.filled(year=line.entered.year.label())
