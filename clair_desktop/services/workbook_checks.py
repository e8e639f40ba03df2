"""機械判読の点検: any workbook held against the items for data that machines read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.machine_reading import Holding, ItemVerdict
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.output.excel import checking
from clair_desktop.services.apart import run_apart
from clair_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True)
class CheckedWorkbook:
    """``forms`` are the sheets made to be printed or filled in, of which items about tables are not asked."""

    path: Path
    sheets: Sequence[str]
    forms: Sequence[str]
    verdicts: Sequence[ItemVerdict]

    @property
    def counts(self) -> dict[str, int]:
        return {one.value: sum(verdict.holding is one for verdict in self.verdicts) for one in Holding}

    @property
    def is_readable(self) -> bool:
        """Whether no item is broken; some may remain that only a person can judge."""
        return not self.counts[Holding.BROKEN.value]


def _as_checked(refusal: Refusal) -> Refusal:
    """What is said of files that are taken in, said of a file that is only checked."""
    ja, en = refusal.wording.ja, refusal.wording.en
    for (taking_ja, taking_en), (checking_ja, checking_en) in _SAID:
        ja, en = ja.replace(taking_ja, checking_ja), en.replace(taking_en, checking_en)
    return Refusal(Wording(ja, en), field=refusal.field, details=refusal.details)


_SAID = (
    (("を取り込めません：", "cannot be taken in:"), ("を点検できません：", "cannot be checked:")),
    (("記入用のシートだけを残してください。", "Leave only the sheets to fill in."),
     ("シートを分けて点検してください。", "Check its sheets apart.")),
    (("保存し直してから取り込んでください。", "save it again, and take it in."),
     ("保存し直してから点検してください。", "save it again, and check it.")),
)  # fmt: skip


class WorkbookChecks:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, path: Path, *, password: str | None = None) -> CheckedWorkbook:
        """Read in a process of its own; what cannot be read is refused in words, a password asked for as ever."""
        asked = {"path": str(path.resolve()), "password": password}
        try:
            answer = run_apart(self._desk.jobs, checking.JOB, asked, path)
        except Refusal as refusal:
            raise _as_checked(refusal) from refusal
        sheets = answer["sheets"]
        return CheckedWorkbook(
            path,
            [one["name"] for one in sheets],
            [one["name"] for one in sheets if one["form"]],
            checking.verdicts(answer),
        )
