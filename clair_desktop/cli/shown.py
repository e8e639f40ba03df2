"""How things look as JSON: the forms that other programs rely on."""

from clair_desktop.domain.answers import stored
from clair_desktop.domain.coverage import Routing
from clair_desktop.domain.dialling import Dialling
from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.mending import no_source
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.parties import Names
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import MARK_WORDS, VERDICT_WORDS, Finding, Source
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.case_packs import LetterThatFollows, following
from clair_desktop.services.following import FollowUp
from clair_desktop.services.sheets import CaseSheet, Judged

_HEADS = {
    Language.JA: ("計算：", "根拠：", "直すには："),
    Language.EN: ("Reckoning: ", "Source: ", "To mend it: "),
}


def both(wording: Wording) -> dict[str, str]:
    return {"ja": wording.ja, "en": wording.en}


def dialling(shown: Dialling | None) -> dict[str, object] | None:
    return {"in_japan": shown.in_japan, "abroad": shown.abroad} if shown else None


def source(shown: Source | None, language: Language) -> dict[str, object] | None:
    if shown is None:
        return None
    return {
        "title": shown.title.in_(language),
        "locator": shown.locator.in_(language),
        "mark": shown.mark.value,
        "checked_on": shown.checked_on.isoformat(),
    }


def finding(shown: Finding, edition: Edition, answers: Answers, names: Names, language: Language) -> dict[str, object]:
    mend = edition.mend(shown)
    return {
        "rule": shown.rule,
        "name": both(edition.finding_name(shown.rule)),
        "verdict": shown.verdict.value,
        "field": shown.field,
        "row": shown.row,
        "input": given(shown, edition, answers, names, language),
        "message": both(shown.message),
        "working": shown.working.in_(language) if shown.working else None,
        "source": source(shown.source, language),
        "mend": both(mend) if mend else None,
    }


def given(shown: Finding, edition: Edition, answers: Answers, names: Names, language: Language) -> str | None:
    """The answer the finding is about, as the field shows it; None where there is none, or a whole table of them."""
    asked = edition.field(shown.field) if shown.field else None
    value = answers.get(asked.key) if asked else None
    if asked is None or value is None or isinstance(asked, Rows):
        return None
    return asked.printed(value, language, names)


def judged(edition: Edition, shown: Judged, answers: Answers, names: Names, language: Language) -> dict[str, object]:
    return {
        "programme": edition.programme.key,
        "project_year": edition.year.start_year,
        "verdict": shown.verdict.value,
        "grant_maximum": shown.grant_maximum,
        "findings": [finding(one, edition, answers, names, language) for one in shown.findings],
    }


def routing(shown: Routing, language: Language) -> dict[str, object]:
    return {
        "offices": [{"key": key, "name": both(overseas_office(key).name)} for key in shown.offices],
        "verdict": str(shown.verdict),
        "reason": both(shown.reason),
        "sources": [source(one, language) for one in shown.sources],
    }


def case(sheet: CaseSheet, found: Judged, names: Names, language: Language) -> dict[str, object]:
    edition = sheet.edition
    return {
        "number": sheet.number,
        "programme": edition.programme.key,
        "project_year": edition.year.start_year,
        "state": {"key": sheet.state.key, "label": both(sheet.state.label)},
        "title": sheet.title,
        "applicant_name": both(sheet.applicant_name),
        "received_on": sheet.received_on.isoformat(),
        "sample": sheet.sample,
        "closed": sheet.closed,
        "locked": both(sheet.locked) if sheet.locked else None,
        "version": sheet.version,
        "answers": stored(edition.fields(), sheet.answers),
        "parts": [
            {
                "key": part.key,
                "name": both(part.name),
                "state": {"key": part.state.key, "label": both(part.state.label)},
                "answered_on": part.answered_on.isoformat() if part.answered_on else None,
                "note": part.note,
                "next_steps": [step.key for step in part.next_steps],
            }
            for part in sheet.parts
        ],
        "due": [
            {
                "key": due.deadline.key,
                "label": both(due.deadline.label),
                "day": due.day.isoformat() if due.day else None,
                "arrival": due.deadline.arrival.value if due.deadline.arrival else None,
            }
            for due in sheet.due
        ],
        "enclosures": [
            {
                "id": one.id,
                "name": one.name,
                "kind": one.kind,
                "size": one.size,
                "sha256": one.sha256,
                "pages": one.pages,
                "bound_in": one.merged,
                "must_be_seen": one.must_be_seen,
                "remarks": [both(remark.wording) for remark in one.condition.remarks] if one.condition else [],
            }
            for one in sheet.enclosures
        ],
        "next_steps": [
            {"key": step.key, "label": both(step.label), "will": both(step.will), "numbered": step.numbered}
            for step in sheet.next_steps
        ],
        "packs": [pack.key for pack in edition.programme.packs],
        "follows": _follows(following(sheet)),
        "verdict": found.verdict.value,
        "grant_maximum": found.grant_maximum,
        "findings": [finding(one, edition, sheet.answers, names, language) for one in found.findings],
    }


def _follows(one: LetterThatFollows | None) -> dict[str, object] | None:
    """The letter that the last step calls for."""
    if one is None:
        return None
    made_at = one.made.isoformat(timespec="seconds") if one.made else None
    return {
        "pack": one.pack,
        "name": both(one.name),
        "lacking": [both(each) for each in one.lacking],
        "made_at": made_at,
    }


def letter(one: FollowUp) -> dict[str, object]:
    """A letter that follows: its file, or why there is none."""
    return {
        "case": one.case,
        "pack": one.pack,
        "path": str(one.path) if one.path else None,
        "refused": both(one.refused) if one.refused else None,
    }


def letter_line(one: FollowUp, language: Language) -> str:
    """The same in words."""
    return str(one.path) if one.path else f"{one.case}: {one.refused.in_(language) if one.refused else ''}"


def finding_lines(shown: Finding, edition: Edition, language: Language) -> str:
    """A finding in words: the rule and its verdict, then arithmetic, source and what would mend it, a line each."""
    heads = _HEADS[language]
    verdict, name = VERDICT_WORDS[shown.verdict].in_(language), edition.finding_name(shown.rule).in_(language)
    rule = name if shown.rule in name else f"{name} ({shown.rule})"
    told = source_words(shown.source, language) if shown.source else no_source(shown)
    mend = edition.mend(shown)
    notes = (shown.working, told, mend)
    lines = [
        f"    {head}{note if isinstance(note, str) else note.in_(language)}"
        for head, note in zip(heads, notes, strict=True)
        if note is not None
    ]
    return "\n".join([f"[{verdict}] {rule}: {shown.message.in_(language)}", *lines])


def source_words(shown: Source, language: Language) -> str:
    """Title, place, how well it is founded and the day somebody looked."""
    mark = MARK_WORDS[shown.mark].in_(language)
    return f"{shown.title.in_(language)} {shown.locator.in_(language)} [{mark}, {shown.checked_on.isoformat()}]"
