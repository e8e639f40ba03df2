"""The words of the letter that asks a body once more for its answer to a call."""

from collections.abc import Iterator, Sequence
from datetime import date

from clair_desktop.blocks.clock_times import time_text
from clair_desktop.domain.calls import CallDay
from clair_desktop.domain.emphasis import marked
from clair_desktop.domain.eras import day_in_words, printed_date
from clair_desktop.domain.filled_papers import FilledLetter
from clair_desktop.domain.paper_style import CLOSED, PaperStyle
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile
from clair_desktop.services.call_sheets import CallSheet
from clair_desktop.services.letterhead import branch_sender, contact_lines, emblem_of

_SUBJECT = Wording(
    "{year}{programme}の募集に係る回答について（再依頼）", "Request for an answer: call for {programme}, {year}"
)
_ASKED = Wording(
    "このことについて、{notice}付けで照会しましたが、{day}現在、貴団体からの回答を確認できていません。",
    "On {notice} we asked whether you intend to apply. As of {day} we have not found an answer from you.",
)
_ASKED_ONCE = Wording(
    "このことについて、{day}現在、貴団体からの回答を確認できていません。",
    "We asked whether you intend to apply. As of {day} we have not found an answer from you.",
)
_BY = Wording(
    "つきましては、{due}までに、申請の有無を下記の連絡先へ回答くださるようお願いします。",
    "Please let us know by {due} whether you will apply.",
)
_AT_ONCE = Wording(
    "つきましては、申請の有無を速やかに下記の連絡先へ回答くださるようお願いします。",
    "Please let us know without delay whether you will apply.",
)
_NOTHING = Wording(
    "申請する事業がない場合も、「該当なし」と回答してください。なお、本状と行き違いに回答をいただいている場合は御容赦ください。",
    "If there is nothing to apply for, please say so; that is an answer too. If your answer has crossed this letter, "
    "please disregard it.",
)
_UNTIL = Wording("{day}（<u>必着</u>）", "{day} (<u>must arrive by this date</u>)")
_UNTIL_HOUR = Wording("{day}{hour}（<u>必着</u>）", "{day}, {hour} (<u>must arrive by this time</u>)")
_PERIOD = Wording("{begins}から{ends}まで", "{begins} to {ends}")
_PERIOD_END = Wording("{ends}まで", "to {ends}")
_HEADS = {
    "programme": Wording("事業", "Programme"),
    "branch": Wording("支部への提出期限", "Deadline of the branch"),
    "headquarters": Wording("本部への提出期限", "Deadline of headquarters"),
    "period": Wording("事業の実施期間", "Period of the project"),
}


def reminder_letter(
    sheet: CallSheet,
    addressee: Sequence[str],
    profile: BranchProfile,
    language: Language,
    *,
    day: date,
    number: str,
    association: Wording,
) -> FilledLetter:
    """One letter to one body; what is not known of the call is left out, never guessed."""
    papers = profile.papers
    year, name = _dated(papers, sheet.edition.year.label(profile.era_style)), sheet.programme.name
    return FilledLetter(
        number=number,
        day=papers.dated(printed_date(day, language), language),
        addressee=addressee,
        sender=branch_sender(profile, association, language),
        seal_omitted=profile.seal_omitted,
        subject=_worded(papers, _SUBJECT).filled(year=year, programme=name).in_(language),
        paragraphs=[one.in_(language) for one in _paragraphs(sheet, day, papers)],
        items=[(_HEADS[key].in_(language), marked(text.in_(language))) for key, text in _items(sheet, profile)],
        enclosed=[],
        contact=contact_lines(profile, language),
        salutation="Dear Sir or Madam," if language is Language.EN else "",
        emblem=emblem_of(profile, language),
        closing=CLOSED if papers.closed and language is Language.JA else "",
    )


def _paragraphs(sheet: CallSheet, day: date, papers: PaperStyle) -> Iterator[Wording]:
    today, due = _printed(papers, day), sheet.days.branch_deadline.day
    if sheet.notice_on:
        yield _worded(papers, _ASKED).filled(notice=_printed(papers, sheet.notice_on), day=today)
    else:
        yield _worded(papers, _ASKED_ONCE).filled(day=today)
    by = _worded(papers, _BY).filled(due=_printed(papers, due)) if due and due >= day else None
    yield by or _worded(papers, _AT_ONCE)
    yield _worded(papers, _NOTHING)


def _items(sheet: CallSheet, profile: BranchProfile) -> Iterator[tuple[str, Wording]]:
    days, papers = sheet.days, profile.papers
    year = _dated(papers, sheet.edition.year.label(profile.era_style))
    yield "programme", Wording(f"{year.ja}{sheet.programme.name.ja}", f"{sheet.programme.name.en}, {year.en}")
    if days.branch_deadline.day:
        yield "branch", _UNTIL.filled(day=_printed(papers, days.branch_deadline.day))
    if days.deadline.day:
        until = _UNTIL_HOUR if days.hour else _UNTIL
        yield (
            "headquarters",
            until.filled(day=_printed(papers, days.deadline.day), hour=time_text(days.hour) if days.hour else ""),
        )
    if (ends := _sure(days.ends)) is not None:
        begins = _sure(days.begins)
        words = _PERIOD.filled(begins=_printed(papers, begins), ends=_printed(papers, ends)) if begins else None
        yield "period", words or _PERIOD_END.filled(ends=_printed(papers, ends))


def _sure(day: CallDay) -> date | None:
    """Only what this year's call says goes into a letter."""
    return None if day.carried_forward else day.day


def _printed(papers: PaperStyle, day: date) -> Wording:
    return _dated(papers, day_in_words(day))


def _dated(papers: PaperStyle, said: Wording) -> Wording:
    return Wording(papers.dated(said.ja, Language.JA), said.en)


def _worded(papers: PaperStyle, said: Wording) -> Wording:
    return Wording(papers.worded(said.ja, Language.JA), said.en)
