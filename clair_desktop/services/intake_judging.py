"""The checks of a case, told at the cells of the file that its answers came from."""

from collections.abc import Iterator
from dataclasses import replace

from clair_desktop.domain.facts import Answers
from clair_desktop.domain.intake import CellFinding, Importance
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.rulings import Verdict
from clair_desktop.domain.wording import Wording
from clair_desktop.services.cases import Cases
from clair_desktop.services.intake_reading import Filled, placed
from clair_desktop.services.sheets import CaseSheet


def judged_cells(
    cases: Cases, edition: Edition, sheet: CaseSheet | None, answers: Answers, filled: Filled
) -> Iterator[CellFinding]:
    """What is missing or not met, where it stands in the workbook; papers to enclose are no matter of its cells."""
    programme, year = edition.programme.key, edition.year.start_year
    judged = cases.preview(sheet, answers) if sheet else cases.judge(programme, year, answers)
    for one in judged.findings:
        is_missing = one.rule == "required" and one.field not in filled.faulty
        if one.verdict is Verdict.NOT_MET or is_missing:
            asked = edition.field(one.field) if one.field else None
            at = placed(filled, one.field, one.row, asked.label if asked else edition.finding_name(one.rule))
            mend = edition.mend(one)
            cure = Wording(f"{one.message.ja}{mend.ja}", f"{one.message.en} {mend.en}") if mend else one.message
            yield CellFinding(replace(at), one.rule, Importance.WARNING, one.message if is_missing else cure)
