"""The room of registers and Excel: its tabs and their presenters, wired to one another."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.hand_outs import HandOutsPresenter
from clair_desktop.presenters.intakes import IntakesPresenter
from clair_desktop.presenters.ports import Shell, Tasks
from clair_desktop.presenters.registers import RegistersPresenter

if TYPE_CHECKING:
    from clair_desktop.services.office import Office
    from clair_desktop.views.excel_room import ExcelRoom


def start(
    room: "ExcelRoom", office: "Office", shell: Shell, language: Language, *, tasks: Tasks, opens: Callable[[int], None]
) -> Callable[[], None]:
    """Binds what is not bound yet and shows everything; answers with what reads the office anew."""
    registers = RegistersPresenter(room.registers, office, shell, language)
    room.registers.bind(registers)
    hand_outs = room.hand_outs.presenter or HandOutsPresenter(room.hand_outs, office, shell, tasks)
    room.hand_outs.bind(hand_outs)
    intakes = room.intakes.presenter or IntakesPresenter(room.intakes, office, shell, tasks, opens=opens)
    room.intakes.bind(intakes)

    def reload() -> None:
        registers.reload()
        hand_outs.start()
        intakes.start()

    reload()
    return reload
