"""What a notice would do, as JSON between processes and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from clair_desktop.domain.rulings import Mark, Source, Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.services.simulation import DueChange, Effect, FindingChange

_Kept = Mapping[str, Any]


def kept_effect(one: Effect) -> dict[str, object]:
    return {
        "number": one.number,
        "programme": one.programme,
        "project_year": one.project_year,
        "title": one.title,
        "draft": one.draft,
        "verdict": [verdict.value for verdict in one.verdict],
        "grant_maximum": list(one.grant_maximum),
        "due": [[due.deadline, _both(due.label), _iso(due.before), _iso(due.after)] for due in one.due],
        "changes": [_kept_change(change) for change in one.changes],
        "letters": [_both(letter) for letter in one.letters],
    }


def read_effect(kept: _Kept) -> Effect:
    before, after = (Verdict(verdict) for verdict in kept["verdict"])
    least, most = kept["grant_maximum"]
    return Effect(
        number=kept["number"],
        programme=kept["programme"],
        project_year=kept["project_year"],
        title=kept["title"],
        draft=kept["draft"],
        verdict=(before, after),
        grant_maximum=(least, most),
        due=[DueChange(key, Wording(*label), _day(was), _day(now)) for key, label, was, now in kept["due"]],
        changes=[_read_change(change) for change in kept["changes"]],
        letters=[Wording(*letter) for letter in kept["letters"]],
    )


def _kept_change(change: FindingChange) -> list[object]:
    verdicts = [one.value if one else None for one in (change.before, change.after)]
    return [change.rule, *verdicts, _both(change.message), _kept_source(change.source)]


def _read_change(kept: Sequence[Any]) -> FindingChange:
    rule, before, after, message, source = kept
    return FindingChange(rule, _verdict(before), _verdict(after), Wording(*message), _read_source(source))


def _kept_source(source: Source | None) -> list[object] | None:
    if source is None:
        return None
    return [
        _both(source.title),
        _both(source.locator),
        source.mark.value,
        source.checked_on.isoformat(),
        source.url,
    ]


def _read_source(kept: Sequence[Any] | None) -> Source | None:
    if kept is None:
        return None
    title, locator, mark, checked_on, url = kept
    return Source(Wording(*title), Wording(*locator), Mark(mark), date.fromisoformat(checked_on), url)


def _verdict(kept: str | None) -> Verdict | None:
    return None if kept is None else Verdict(kept)


def _both(wording: Wording) -> list[str]:
    return [wording.ja, wording.en]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(kept: str | None) -> date | None:
    return None if kept is None else date.fromisoformat(kept)
