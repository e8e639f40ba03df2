"""Verbs on cases."""

import argparse
from dataclasses import asdict

from clair_desktop.cli import shown
from clair_desktop.cli.looking_up import answers_asked, answers_read, edition_asked, programme_named
from clair_desktop.cli.making_up import languages, made_up
from clair_desktop.cli.parsing import existing_folder
from clair_desktop.cli.session import Session
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.case_packs import following
from clair_desktop.services.enclosures import no_such_enclosure
from clair_desktop.services.sheets import CaseSheet

_FOLLOWS = Wording("続く文書：", "Letter that follows: ")


def new(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    edition = edition_asked(office, asked)
    answers = answers_asked(session, office, edition, asked.answers)
    sheet = office.cases.new(edition.programme.key, asked.year, answers, received_on=asked.on)
    _say_case(session, sheet, Wording(f"受け付けました：{sheet.number}", f"Received: {sheet.number}"))


def listed(session: Session, asked: argparse.Namespace) -> None:
    office = session.office
    if asked.programme is not None:
        programme_named(office, asked.programme)
    lines = office.cases.lines(
        programme=asked.programme,
        project_year=asked.year,
        call_year=asked.call_year,
        closing_year=asked.closing_year,
        state=asked.state,
        text=asked.text,
    )
    found = [
        {
            "number": line.number,
            "programme": line.programme,
            "project_year": line.project_year,
            "state": line.state,
            "title": line.title,
            "applicant_name": line.applicant_name,
            "due_on": line.due_on.isoformat() if line.due_on else None,
            "sample": line.sample,
        }
        for line in lines
    ]
    programmes = office.programmes()
    words = [
        "\t".join(
            (
                line.number,
                programmes[line.programme].workflow.state(line.state).label.in_(session.language),
                line.applicant_name,
                line.title,
            )
        )
        for line in lines
        if line.programme in programmes
    ]
    session.say({"cases": found}, "\n".join(words) or Wording("該当する案件はありません。", "No case matches."))


def show(session: Session, asked: argparse.Namespace) -> None:
    sheet = session.office.cases.get(asked.number)
    _say_case(session, sheet, Wording(_summary(sheet, Language.JA), _summary(sheet, Language.EN)))


def changed(session: Session, asked: argparse.Namespace) -> None:
    """Change the answers named in the file and leave the others; ``null`` clears one."""
    office = session.office
    sheet = office.cases.get(asked.number)
    given = session.answers(asked.answers)
    cleared = {key for key, value in given.items() if value is None}
    answers = answers_read(office, sheet.edition, given)
    kept = {key: value for key, value in sheet.answers.items() if key not in cleared}
    saved = office.cases.save(asked.number, {**kept, **answers}, base_version=sheet.version)
    _say_case(session, saved, Wording(f"保存しました：{saved.number}", f"Saved: {saved.number}"))


def step(session: Session, asked: argparse.Namespace) -> None:
    folder = existing_folder(asked.letters, "letters") if asked.letters else None
    sheet = session.office.steps.take(
        asked.number,
        asked.step,
        part=asked.part,
        on=asked.on,
        document_number=asked.document_number,
        note=asked.note,
    )
    follows = following(sheet) if folder else None
    letters = []
    if folder and follows:
        pair, number = (sheet.number, follows.pack), asked.letter_number
        letters = session.office.following.make([pair], folder, reason=follows.after.ja, document_number=number)
    told = Wording(_summary(sheet, Language.JA), _summary(sheet, Language.EN))
    said = "\n".join([told.in_(session.language), *(shown.letter_line(one, session.language) for one in letters)])
    found = session.office.cases.judged(sheet)
    answer = shown.case(sheet, found, session.office.names, session.language)
    session.say({**answer, "letters": [shown.letter(one) for one in letters]}, said)


def history(session: Session, asked: argparse.Namespace) -> None:
    entries = session.office.history.of(asked.number, session.language)
    found = [
        {
            "operation": entry.operation,
            "title": shown.both(entry.title),
            "who": entry.who,
            "at": entry.at.isoformat(),
            "undone": entry.undone,
            "changes": [{"what": shown.both(one.what), "old": one.old, "new": one.new} for one in entry.changes],
        }
        for entry in entries
    ]
    lines = []
    for entry in entries:
        lines.append(f"{entry.at:%Y-%m-%d %H:%M}\t{entry.who}\t{entry.title.in_(session.language)}")
        lines += [f"    {one.what.in_(session.language)}: {one.old or '—'} → {one.new or '—'}" for one in entry.changes]
    session.say({"number": asked.number, "history": found}, "\n".join(lines))


def decide(session: Session, asked: argparse.Namespace) -> None:
    sheet = session.office.rules.decide(asked.number, asked.rule, asked.reason, asked.by)
    _say_case(session, sheet, Wording(f"判断を記録しました：{asked.rule}", f"Recorded: {asked.rule}"))


def undo(session: Session, _: argparse.Namespace) -> None:
    title = session.office.undo()
    session.say({"undone": shown.both(title)}, Wording(f"元に戻しました：{title.ja}", f"Undone: {title.en}"))


def enclose(session: Session, asked: argparse.Namespace) -> None:
    sheet = session.office.enclosures.add(asked.number, asked.files, asked.kind)
    count = len(asked.files)
    _say_case(session, sheet, Wording(f"{count}件を添付しました。", f"{count} enclosed."))


def enclose_as_pdf(session: Session, asked: argparse.Namespace) -> None:
    lines = session.office.cases.get(asked.number).enclosures
    line = next((one for one in lines if one.id == asked.enclosure), None)
    if line is None:
        raise no_such_enclosure(asked.number)
    sheet = session.office.enclosures.add_as_pdf(asked.number, line)
    _say_case(session, sheet, Wording("PDFを加えました。確認してください。", "The PDF was added; please look at it."))


def looked_at(session: Session, asked: argparse.Namespace) -> None:
    sheet = session.office.enclosures.looked_at(asked.number, asked.enclosure)
    _say_case(session, sheet, Wording("確認したことを記録しました。", "Noted that it was looked at."))


def printed(session: Session, asked: argparse.Namespace) -> None:
    made = session.office.documents.print(
        asked.number,
        asked.pack,
        languages(session, asked),
        asked.out,
        document_number=asked.document_number,
        on=asked.on,
        rows=asked.row,
        reason=asked.reason,
        made_up=made_up(session, asked),
    )
    answer = {
        "path": str(made.path),
        "pages": made.pages,
        "sha256": made.sha256,
        "pack": made.pack,
        "language": made.language,
        "pack_id": made.pack_id,
        "content_sha256": made.content_sha256,
        **asdict(made.made_up),
        "warnings": [shown.both(one) for one in made.warnings],
    }
    said = Wording(f"{made.path}（{made.pages}ページ）", f"{made.path} ({made.pages} pages)").in_(session.language)
    session.say(answer, "\n".join([said, *(one.in_(session.language) for one in made.warnings)]))


def _say_case(session: Session, sheet: CaseSheet, words: Wording) -> None:
    found = session.office.cases.judged(sheet)
    session.say(shown.case(sheet, found, session.office.names, session.language), words)


def _summary(sheet: CaseSheet, language: Language) -> str:
    lines = [f"{sheet.number}　{sheet.title}　[{sheet.state.label.in_(language)}]", sheet.applicant_name.in_(language)]
    for part in sheet.parts:
        day = f"　{printed_date(part.answered_on, language)}" if part.answered_on else ""
        lines.append(f"  {part.key}: {part.name.in_(language)} [{part.state.label.in_(language)}]{day}")
    steps = ", ".join(f"{one.key}（{one.label.in_(language)}）" for one in sheet.next_steps)
    follows = following(sheet)
    if follows is not None:
        lines.append(f"{_FOLLOWS.in_(language)}{follows.pack}（{follows.name.in_(language)}）")
        lines += [f"  {one.in_(language)}" for one in follows.told]
    return "\n".join([*lines, f"→ {steps}"] if steps else lines)
