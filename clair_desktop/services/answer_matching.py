"""Whose answer a row is: the case by key, number or name, the part by its office, the outcome by its word."""

from collections.abc import Mapping, Sequence

from clair_desktop.domain.answering import GivenAnswer
from clair_desktop.domain.intake import At, CellFinding, Importance
from clair_desktop.domain.outcomes import Outcome
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.answer_words import (
    AMBIGUOUS,
    BLANK,
    MATCHED_BY_NAME,
    NO_CASE,
    NO_OUTCOME,
    NO_PART,
    UNKNOWN_OUTCOME,
)
from clair_desktop.services.register_rows import case_key
from clair_desktop.services.sheets import CaseSheet, PartLine

_PREFECTURES = ("都", "道", "府", "県")


class CaseFinder:
    """Finds among the cases of one programme and year, and says in words what it cannot find."""

    def __init__(self, sheets: Sequence[CaseSheet], branch: str, edition: Edition) -> None:
        self._sheets = sheets
        self.edition = edition
        self._by_key = {case_key(branch, sheet): sheet for sheet in sheets}
        self._by_number = {sheet.number: sheet for sheet in sheets}

    def case_of(self, row: GivenAnswer) -> tuple[CaseSheet | None, list[CellFinding]]:
        """By key, else by number, else by the body and title where they mean one case only."""
        known = self._by_key.get(row.case_key) or self._by_number.get(row.case_number)
        if known is not None:
            return known, []
        if row.case_key or row.case_number:
            return None, [_error(row, "case_number", "no_case", NO_CASE.filled(case=row.case_number or row.case_key))]
        found = [sheet for sheet in self._sheets if _is_of(row, sheet)]
        item = "applicant_name" if row.applicant_name else "title"
        if len(found) == 1:
            wording = MATCHED_BY_NAME.filled(case=found[0].number)
            return found[0], [CellFinding(where(row, item), "matched_by_name", Importance.ADVICE, wording)]
        said = "　".join(one for one in (row.applicant_name or row.applicant, row.title) if one)
        if not found:
            return None, [_error(row, item, "no_case", NO_CASE.filled(case=said))]
        numbers = "、".join(one.number for one in found)
        return None, [_error(row, item, "ambiguous", AMBIGUOUS.filled(case=said, numbers=numbers))]

    def outcome_of(self, row: GivenAnswer, words: Mapping[str, str]) -> tuple[Outcome | None, list[CellFinding]]:
        """The outcome by its word; ``words`` are headquarters' own, with ours for each."""
        told = words.get(row.outcome, row.outcome)
        if not told:
            return None, [_error(row, "outcome", "no_outcome", NO_OUTCOME)]
        known = self.edition.programme.outcomes
        for one in known:
            if _plain(told) in {_plain(word) for word in (one.words.ja, one.words.en, *one.also)}:
                return one, []
        listed = Wording("、".join(one.words.ja for one in known), ", ".join(one.words.en for one in known))
        wording = UNKNOWN_OUTCOME.filled(told=cited(told), known=listed)
        return None, [_error(row, "outcome", "unknown_outcome", wording)]

    def part_of(self, row: GivenAnswer, sheet: CaseSheet) -> tuple[PartLine | None, list[CellFinding]]:
        """The part that answers; of a case with one part it need not be named."""
        if self.edition.programme.workflow.parts is None:
            return None, []
        told = _plain(row.part)
        for one in sheet.parts:
            if told and told in {_plain(one.key), _plain(one.name.ja), _plain(one.name.en)}:
                return one, []
        if not told and len(sheet.parts) == 1:
            return sheet.parts[0], []
        ja, en = ("、".join(one.name.in_(lang) for one in sheet.parts) or "—" for lang in Language)
        wording = NO_PART.filled(case=sheet.number, part=row.part or BLANK, known=Wording(ja, en))
        return None, [_error(row, "part", "no_part", wording)]


def where(row: GivenAnswer, item: str) -> At:
    """Where an item stands; where it has no cell, the first that the row has."""
    return row.at(item if item in row.places else next(iter(row.places), item))


def _error(row: GivenAnswer, item: str, rule: str, wording: Wording) -> CellFinding:
    return CellFinding(where(row, item), rule, Importance.ERROR, wording)


def _is_of(row: GivenAnswer, sheet: CaseSheet) -> bool:
    """Whether the row can only mean this case: what it says of the body and of the title is the case's."""
    if not (row.applicant or row.applicant_name or row.title):
        return False
    body = not row.applicant or row.applicant.zfill(6) == str(sheet.answers.get("applicant", ""))
    names = {_plain(sheet.applicant_name.ja), _plain(sheet.applicant_name.en)}
    named = not row.applicant_name or any(_plain(row.applicant_name) in (one, *_tails(one)) for one in names)
    return body and named and (not row.title or _plain(row.title) == _plain(sheet.title))


def _tails(name: str) -> list[str]:
    """静岡県富士市 is also called 富士市."""
    return [name.split(mark, 1)[1] for mark in _PREFECTURES if mark in name[1:4] and name.split(mark, 1)[1]]


def _plain(text: str) -> str:
    return "".join(folded(text).split()).casefold()
