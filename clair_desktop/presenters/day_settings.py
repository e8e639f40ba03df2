"""暦・期限: the branch's own closed days, where each deadline goes from a closed day, and when offices are reached."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from clair_desktop.domain.office_hours import Hours
from clair_desktop.domain.office_places import OFFICE_PLACES
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.domain.working_days import LOCAL_DAYS, MOVING_WORDS, LocalDay, Moving
from clair_desktop.presenters.ports import Shell

if TYPE_CHECKING:
    from clair_desktop.services.day_settings import DaySettings
    from clair_desktop.services.office import Office  # loads the database's libraries

JAPAN = "japan"
SAVED = Wording("暦と期限の設定を保存しました。", "The settings of days and deadlines were saved.")
POLICIES = [(one.value, MOVING_WORDS[one]) for one in Moving]


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """One deadline of a programme, by the key under which its policy is kept."""

    key: str
    programme: Wording
    label: Wording


@dataclass(frozen=True, slots=True)
class HoursAsked:
    """An office's hours as typed: ``begins`` and ``ends`` of ``key``, both empty while nobody has learnt them (要確認)."""

    key: str
    name: Wording
    begins: str
    ends: str

    @property
    def known(self) -> bool:
        return bool(self.begins)


@dataclass(frozen=True, slots=True)
class DaysShown:
    """What is kept: the closed days, the policy of each deadline, the hours."""

    local: Mapping[str, bool]
    deadlines: Sequence[MovedDeadline]
    moving: Mapping[str, str]
    hours: Sequence[HoursAsked]


@dataclass(frozen=True, slots=True)
class DaysTyped:
    """The same as it stands in the boxes; ``hours`` by ``key_begins`` and ``key_ends``."""

    local: Mapping[str, bool]
    moving: Mapping[str, str]
    hours: Mapping[str, str]


class DaySettingsView(Protocol):
    def show_days(self, shown: DaysShown) -> None: ...

    def show_complaint(self, field: str, wording: Wording) -> None: ...


class DaySettingsPresenter:
    """Everything is kept in one act, which can be undone, or nothing is and each fault is said beside its box."""

    def __init__(self, view: DaySettingsView, office: "Office", shell: Shell) -> None:
        self._view = view
        self._office = office
        self._shell = shell

    def start(self) -> None:
        self.reload()

    def reload(self) -> None:
        settings, local = self._office.days.settings(), self._office.days.local_days()
        deadlines = list(self._deadlines())
        self._view.show_days(
            DaysShown(
                local={one.value: one in local for one in LocalDay},
                deadlines=deadlines,
                moving={one.key: settings.moving.get(one.key, Moving.NONE).value for one in deadlines},
                hours=list(_hours(settings)),
            )
        )

    def save(self, typed: DaysTyped) -> bool:
        """Whether it was kept."""
        from clair_desktop.services.day_settings import DaySettings
        from clair_desktop.services.days import typed_hours

        read, faults = {}, 0
        for key in (JAPAN, *OFFICE_PLACES):
            times = typed.hours[f"{key}_begins"], typed.hours[f"{key}_ends"]
            if key != JAPAN and not any(times):
                continue
            try:
                read[key] = typed_hours(*times)
            except (Malformed, Refusal) as complaint:
                self._view.show_complaint(f"{key}_{complaint.field}", complaint.wording)
                faults += 1
        if faults:
            return False
        japan = read.pop(JAPAN)
        moving = {key: Moving(value) for key, value in typed.moving.items()}
        local = frozenset(one for one in LocalDay if typed.local[one.value])
        self._office.days.put(DaySettings(self._said(local), moving, japan, read))
        self._shell.say(SAVED)
        self.reload()
        return True

    def _said(self, local: frozenset[LocalDay]) -> frozenset[LocalDay] | None:
        """None as long as the branch goes by what the branch chosen brings: choosing another then changes it."""
        settled = self._office.days.settings().local
        return None if settled is None and local == self._office.days.local_days() else local

    def _deadlines(self) -> Iterator[MovedDeadline]:
        for key, programme in self._office.programmes().items():
            for one in programme.deadlines:
                if not one.happens:
                    yield MovedDeadline(f"{key}.{one.key}", programme.name, one.label)


def local_day_words(day: str) -> Wording:
    month, number, name = LOCAL_DAYS[LocalDay(day)]
    return Wording(f"{name.ja}（{month}月{number}日）", f"{name.en} ({number}/{month:02})")


def _hours(settings: "DaySettings") -> Iterator[HoursAsked]:
    yield HoursAsked(JAPAN, Wording("支部（日本時間）", "The branch (in Japan)"), *_clock(settings.japan))
    for key in OFFICE_PLACES:
        times = _clock(settings.hours[key]) if key in settings.hours else ("", "")
        yield HoursAsked(key, overseas_office(key).name, *times)


def _clock(hours: Hours) -> tuple[str, str]:
    return f"{hours.begins:%H:%M}", f"{hours.ends:%H:%M}"
