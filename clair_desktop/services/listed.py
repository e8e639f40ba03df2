"""What the list of cases must know of the programmes, remembered beside the cases.

Declaring the programmes takes longer than showing a window, so the first window reads what the last one wrote.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from clair_desktop import __version__
from clair_desktop.domain.wording import Wording

if TYPE_CHECKING:
    from clair_desktop.domain.programme import Programme

FILE_NAME = "list.tsv"


class ListedState(NamedTuple):
    """A state as a list shows it; ``tone`` is a value of ``domain.workflow.Tone``."""

    label: Wording
    tone: str
    closed: bool
    has_deadline: bool  # the programme sets a deadline for it, known or not


class ListedProgramme(NamedTuple):
    name: Wording
    called_ahead: bool
    states: Mapping[str, ListedState]


Listed = Mapping[str, ListedProgramme]


def listed(programmes: "Mapping[str, Programme]") -> Listed:
    """From the declarations themselves."""
    return {key: _programme(one) for key, one in programmes.items()}


def remembered(folder: Path) -> Listed | None:
    """What a window of this version last wrote; None where there is nothing that reads."""
    try:
        version, *lines = (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()
        return _read(lines) if version == __version__ else None
    except (OSError, ValueError):
        return None


def remember(folder: Path, known: Listed) -> None:
    """For the next window. Where it cannot be written, that window only takes a moment longer."""
    lines = [__version__]
    for key, one in known.items():
        lines.append("\t".join((key, one.name.ja, one.name.en, _sign(one.called_ahead))))
        for state, shown in one.states.items():
            signs = (_sign(shown.closed), _sign(shown.has_deadline))
            lines.append("\t".join(("", state, shown.label.ja, shown.label.en, shown.tone, *signs)))
    try:
        (folder / FILE_NAME).write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return


def _programme(one: "Programme") -> ListedProgramme:
    due = {state for deadline in one.deadlines for state in deadline.states}
    states = {
        state.key: ListedState(state.label, state.tone.value, state.closed, state.key in due)
        for state in one.workflow.states
    }
    return ListedProgramme(one.name, one.called_ahead, states)


def _read(lines: Sequence[str]) -> Listed:
    """A line for each programme, then one for each of its states."""
    found: dict[str, ListedProgramme] = {}
    states: dict[str, ListedState] = {}
    for line in lines:
        key, *cells = line.split("\t")
        if key:
            ja, en, ahead = cells
            states = {}
            found[key] = ListedProgramme(Wording(ja, en), ahead == _sign(True), states)
        else:
            state, ja, en, tone, closed, has_deadline = cells
            states[state] = ListedState(Wording(ja, en), tone, closed == _sign(True), has_deadline == _sign(True))
    return found


def _sign(holds: bool) -> str:
    return "yes" if holds else "no"
