"""What would mend a finding, in words: an answer to give or to correct, a provision to find out, a question to ask;
and what is said where a finding has no source.
"""

from collections.abc import Mapping

from clair_desktop.domain.fields import Field
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.rulings import Finding, Rule, Verdict
from clair_desktop.domain.wording import Wording


def what_mends(finding: Finding, asked: Field | None, rules: Mapping[str, Rule], year: FiscalYear) -> Wording | None:
    """None where nothing is to be mended; what a check says itself goes before what can be said of any."""
    if finding.verdict is Verdict.MET:
        return None
    if finding.mend is not None:
        return finding.mend
    if finding.missing:
        return finding.message if asked is None else _give(asked, finding.row)
    if finding.verdict is Verdict.NOT_MET:
        return _correct(asked, finding)
    if finding.wanting:
        return _find_out([rules[key].label for key in finding.wanting], year)
    return _ask(asked)


def no_source(finding: Finding) -> Wording:
    """What stands in place of a source: nothing is known, or the answers are only held against one another."""
    if finding.verdict is Verdict.UNDECIDED and not finding.missing:
        return Wording("なし（定めの資料が確認できません）", "none (no document is known)")
    return Wording("なし（入力の点検によります）", "none (the answers themselves are checked)")


def _place(asked: Field, row: int | None) -> Wording:
    if row is None:
        return Wording(f"「{asked.label.ja}」", f"“{asked.label.en}”")
    return Wording(f"「{asked.label.ja}」{row}行目", f"“{asked.label.en}”, row {row}")


def _give(asked: Field, row: int | None) -> Wording:
    place = _place(asked, row)
    return Wording(f"{place.ja}を入力してください。", f"Enter {place.en}.")


def _correct(asked: Field | None, finding: Finding) -> Wording:
    """Sums and days that contradict one another are put right; a condition that is really not met cannot be."""
    place = _place(asked, finding.row) if asked else Wording("入力", "the answers")
    if finding.source is None:
        return Wording(f"{place.ja}を確かめて直してください。", f"Check {place.en} and put it right.")
    return Wording(
        f"{place.ja}が事実と違うときは直してください。事実のとおりなら、この定めを満たしません。",
        f"Correct {place.en} if it is mistaken. If it is right, the case does not fulfil this provision.",
    )


def _find_out(labels: list[Wording], year: FiscalYear) -> Wording:
    named = Wording("」「".join(label.ja for label in labels), "”, “".join(label.en for label in labels))
    label = year.label()
    return Wording(
        f"{label.ja}の「{named.ja}」を確認し、根拠とともに「規程」に入力するか、支部の判断を理由とともに記録してください。",
        f"Find out “{named.en}” for {label.en} and enter it with its source in the Rulebook, or decide with a reason.",
    )


def _ask(asked: Field | None) -> Wording:
    checked = (
        Wording(f"「{asked.label.ja}」と事実を確かめ、", f"Check “{asked.label.en}”; ") if asked else Wording("", "")
    )
    return Wording(
        f"{checked.ja}必要なら本部に照会して、支部の判断を理由とともに記録してください。",
        f"{checked.en}{'ask' if asked else 'Ask'} headquarters where needed, and decide with a reason.",
    )
