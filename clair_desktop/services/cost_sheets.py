"""The cost sheet of a case as a workbook, 計算あり or 計算なし, and none while the two would not say the same."""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from clair_desktop.blocks.cost_sheet import cost_sheet, disagreements, has_cost_sheet
from clair_desktop.domain.cost_sheet import Variant
from clair_desktop.domain.fields import Rows
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk
from clair_desktop.services.reading import facts_of, sheet_of

__all__ = ["CostSheets", "ExportedCosts", "Variant"]


@dataclass(frozen=True, slots=True)
class ExportedCosts:
    """A written cost sheet; the totals are in yen and the same in both variants."""

    path: Path
    variant: Variant
    sha256: str
    total_cost: int
    eligible_cost: int
    requested: int


class CostSheets:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def export(self, number: str, variant: Variant, out: Path, language: Language = Language.JA) -> ExportedCosts:
        """Write one variant; refused row by row while typed and reckoned amounts disagree."""
        from clair_desktop.output.excel.cost_sheet import CostWorkbook, write_cost_sheet

        with self._desk.database.reading() as work:
            sheet = sheet_of(self._desk, work, work.cases.get(number))
        edition, facts, profile = sheet.edition, facts_of(self._desk, sheet), self._branch.get()
        if not has_cost_sheet(edition):
            name = edition.programme.name
            raise Refusal(
                Wording(f"{name.ja}に経費内訳書はありません。", f"{name.en} has no cost breakdown."), field="number"
            )
        found = list(disagreements(edition, facts))
        if found:
            raise Refusal(
                Wording(
                    f"計算ありと計算なしが一致しないため、経費内訳書を書き出せません（{len(found)}件）。",
                    f"The sheet with formulas and the one without would differ ({len(found)} points); nothing was written.",
                ),
                field="cost_breakdown",
                details=found,
            )
        year, name = edition.year.label(profile.era_style), edition.programme.name
        workbook = CostWorkbook(
            sheet=cost_sheet(edition, facts),
            costs=cast(Rows, edition.field("cost_breakdown")),
            funding=cast(Rows, edition.field("funding")),
            headings=(f"{year.in_(language)}　{name.in_(language)}", sheet.applicant_name.in_(language), sheet.title),
            branch=profile.name.in_(language),
            made_on=self._desk.clock.today().isoformat(),
            sample=sheet.sample or profile.demonstration,
        )
        made = write_cost_sheet(workbook, variant, out, language, self._desk.names)
        return ExportedCosts(out, variant, made.sha256, made.total_cost, made.eligible_cost, made.requested)
