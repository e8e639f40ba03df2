"""The room of registers and Excel: its tabs and their presenters, wired to one another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.answers import AnswersPresenter
from clair_desktop.presenters.checks import ChecksPresenter
from clair_desktop.presenters.hand_outs import HandOutsPresenter
from clair_desktop.presenters.intakes import IntakesPresenter
from clair_desktop.presenters.joins import JoinsPresenter
from clair_desktop.presenters.lists import ListsPresenter
from clair_desktop.presenters.outgoing import OutgoingPresenter
from clair_desktop.presenters.ports import Shell, Tasks
from clair_desktop.presenters.registers import RegistersPresenter

if TYPE_CHECKING:
    from clair_desktop.services.office import Office
    from clair_desktop.views.excel_room import ExcelRoom


def start(
    room: "ExcelRoom", office: "Office", shell: Shell, language: Language, *, tasks: Tasks, opens: Callable[[int], None]
) -> Callable[[], None]:
    """Binds what is not bound yet and shows everything; answers with what reads the office anew."""
    registers = RegistersPresenter(room.registers, office, shell, language, tasks)
    room.registers.bind(registers)
    hand_outs = room.hand_outs.presenter or HandOutsPresenter(room.hand_outs, office, shell, tasks)
    room.hand_outs.bind(hand_outs)
    intakes = room.intakes.presenter or IntakesPresenter(room.intakes, office, shell, tasks, opens=opens)
    room.intakes.bind(intakes)
    lists = room.lists.presenter or ListsPresenter(room.lists, office, shell, tasks)
    room.lists.bind(lists)
    answers = room.answers.presenter or AnswersPresenter(room.answers, office, shell, tasks)
    room.answers.bind(answers)
    outgoing = room.outgoing.presenter or OutgoingPresenter(room.outgoing, office, shell)
    room.outgoing.bind(outgoing)
    joins = room.joins.presenter or JoinsPresenter(room.joins, office, shell, tasks)
    room.joins.bind(joins)
    checks = room.checks.presenter or ChecksPresenter(room.checks, office, shell, tasks)
    room.checks.bind(checks)

    def reload() -> None:
        registers.reload()
        lists.reload()
        answers.reload()
        outgoing.start()
        hand_outs.start()
        intakes.start()

    reload()
    return reload
