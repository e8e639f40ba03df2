"""What is done with a file of others: how its refusals say so, and how much of it may be read for that."""

from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same
from clair_desktop.output.archives import Limits


@dataclass(frozen=True, slots=True)
class Act:
    """``refused`` takes {name} and {why}; ``seconds`` are what the confined process is given."""

    refused: Wording
    after_saving: Wording
    fewer_cells: Wording
    largest: int  # bytes of the file
    unpacked: Limits
    cells: int
    seconds: float

    def refusal(self, path: Path, why: Wording) -> Refusal:
        return Refusal(self.refused.filled(name=same(path.name), why=why), field="file")

    def too_many_cells(self, path: Path, found: int) -> Refusal:
        return self.refusal(path, _CELLS.filled(found=found, most=self.cells, cure=self.fewer_cells))


_CELLS = Wording(
    "値のあるセルが多すぎます（{found:,}セル、{most:,}セルまで）。{cure}",
    "it has too many cells ({found:,}; at most {most:,}). {cure}",
)
TAKEN_IN = Act(
    refused=Wording("「{name}」を取り込めません：{why}", "“{name}” cannot be taken in: {why}"),
    after_saving=Wording("保存し直してから取り込んでください。", "save it again, and take it in."),
    fewer_cells=Wording("記入用のシートだけを残してください。", "Leave only the sheets to fill in."),
    largest=20 << 20,
    unpacked=Limits(part=64 << 20, total=120 << 20),
    cells=300_000,
    seconds=30,
)
CHECKED = Act(
    refused=Wording("「{name}」を点検できません：{why}", "“{name}” cannot be checked: {why}"),
    after_saving=Wording("保存し直してから点検してください。", "save it again, and check it."),
    fewer_cells=Wording("シートを分けて点検してください。", "Check its sheets apart."),
    largest=80 << 20,
    unpacked=Limits(part=600 << 20, total=700 << 20),
    cells=5_000_000,
    seconds=300,
)
