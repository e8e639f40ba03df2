"""What differs from the pack that left before, page by page, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.eras import date_with_weekday, english_date
from clair_desktop.domain.wording import Wording
from clair_desktop.services.released import NEVER_SENT, Comparison, PageDifference

__all__ = ["NEVER_SENT", "ComparedLine", "Comparison", "compared_lines", "heading"]

_MOST = 3  # differing lines that are told of a page
_LONGEST = 40  # characters of a line


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One thing that differs, and the pages on which it stands, counted from 0; None where there is no such page."""

    before: int | None
    now: int | None
    told: Wording


def heading(comparison: Comparison, now: int) -> Wording:
    """With what the ``now`` pages were compared, and how it came out."""
    release, count = comparison.release, len(comparison.differences)
    at, number = release.made_at, release.document_number
    day = date_with_weekday(at.date()), english_date(at.date())
    which = Wording(
        f"{day[0]} {at:%H:%M}に発行したもの（{number or '文書番号なし'}、{release.pages}ページ）",
        f"what was sent on {day[1]}, {at:%H:%M} ({number or 'no number'}, {release.pages} pages)",
    )
    if not count:
        return Wording(f"{which.ja}と同じです。", f"The same as {which.en}.")
    grown = ("", "") if now == release.pages else (f"（今回は{now}ページ）", f"; there are {now} now")
    differ = "1 page differs" if count == 1 else f"{count} pages differ"
    return Wording(f"{which.ja}と{count}ページが異なります{grown[0]}。", f"{differ} from {which.en}{grown[1]}.")


def compared_lines(comparison: Comparison) -> list[ComparedLine]:
    return [line for one in comparison.differences for line in _lines(one)]


def _lines(one: PageDifference) -> list[ComparedLine]:
    if one.now is None or one.before is None:
        return [ComparedLine(one.before, one.now, _whole_page(one))]
    page = one.now + 1
    if not one.words:
        told = Wording(
            f"{page}ページ：字句は同じで、印や線が異なります。", f"Page {page}: marks or rules differ, no words."
        )
        return [ComparedLine(one.before, one.now, told)]
    told_words = [_told(page, before, now) for before, now in one.words[:_MOST]]
    rest = len(one.words) - _MOST
    if rest > 0:
        told_words.append(Wording(f"{page}ページ：ほか{rest}行", f"Page {page}: {rest} further lines"))
    return [ComparedLine(one.before, one.now, told) for told in told_words]


def _whole_page(one: PageDifference) -> Wording:
    if one.now is None:
        page = (one.before or 0) + 1
        return Wording(f"前回の{page}ページがなくなりました。", f"Page {page} of then is gone.")
    page = one.now + 1
    first = next((now for _before, now in one.words), "")
    return Wording(f"{page}ページが加わりました：{_cut(first)}", f"Page {page} is new: {_cut(first)}")


def _told(page: int, before: str, now: str) -> Wording:
    if not before:
        return Wording(f"{page}ページ：「{_cut(now)}」が加わりました。", f"Page {page}: “{_cut(now)}” is new.")
    if not now:
        return Wording(f"{page}ページ：「{_cut(before)}」がなくなりました。", f"Page {page}: “{_cut(before)}” is gone.")
    one, other = _about_the_difference(before, now)
    return Wording(f"{page}ページ：「{one}」→「{other}」", f"Page {page}: “{one}” → “{other}”")


def _about_the_difference(before: str, now: str) -> Sequence[str]:
    """Both lines from a little before the place where they part."""
    same = next((at for at, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), 0)
    start = max(0, min(same - 12, max(len(before), len(now)) - _LONGEST))
    return [("…" if start else "") + _cut(line[start:]) for line in (before, now)]


def _cut(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
