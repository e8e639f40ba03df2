"""The branch's checklist: every finding with its arithmetic and source, and all that is yet to be confirmed."""

from collections.abc import Iterator, Sequence

from clair_desktop.domain.documents import Cell, FilledTable, Heading, Paragraph
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.mending import no_source
from clair_desktop.domain.rulings import VERDICT_WORDS, Finding, Rule, Source, Standing
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.sheets import CaseSheet

_FINDINGS = Wording("点検結果", "Findings")
_TO_CONFIRM = Wording("要確認の定め", "Provisions to be confirmed")
_HEADS = (
    Wording("項目", "Rule"),
    Wording("判定", "Verdict"),
    Wording("内容・計算", "Reason and arithmetic"),
    Wording("根拠", "Source"),
)
_MEND = Wording("直すには：", "To mend it: ")
_RULE_HEADS = Wording("定め", "Provision"), Wording("状況", "Standing"), Wording("根拠", "Source")


def checklist_blocks(
    sheet: CaseSheet, findings: Sequence[Finding], language: Language
) -> Iterator[Heading | Paragraph | FilledTable]:
    """What the branch keeps for itself; nothing of it stands in an official form."""
    judged = Wording(
        f"案件番号{sheet.number}　判定日{printed_date(sheet.judged_on, Language.JA)}　"
        f"適用年度{sheet.edition.year.label().ja}",
        f"Case {sheet.number}, judged on {printed_date(sheet.judged_on, Language.EN)} "
        f"by the rules of {sheet.edition.year.label().en}",
    )
    yield Paragraph(same(judged.in_(language)))
    yield Heading(_FINDINGS)
    yield FilledTable(
        [head.in_(language) for head in _HEADS], [_finding(sheet, one, language) for one in findings], [9, 9, 26, 20]
    )
    open_rules = [(rule, standing) for rule, standing in _standings(sheet) if not standing.decided]
    if open_rules:
        yield Heading(_TO_CONFIRM)
        heads = [head.in_(language) for head in _RULE_HEADS]
        yield FilledTable(heads, [_rule(rule, standing, language) for rule, standing in open_rules], [18, 22, 22])


def source_text(source: Source | None) -> Wording:
    """A source as a reader finds it again: title, place, day looked at."""
    if source is None:
        return same("")
    day_ja, day_en = printed_date(source.checked_on, Language.JA), printed_date(source.checked_on, Language.EN)
    return Wording(
        f"{source.title.ja}　{source.locator.ja}（{day_ja}確認）",
        f"{source.title.en}, {source.locator.en} (checked {day_en})",
    )


def _finding(sheet: CaseSheet, finding: Finding, language: Language) -> list[Cell]:
    name = sheet.edition.finding_name(finding.rule).in_(language)
    reason = finding.message.in_(language)
    if finding.working:
        reason = f"{reason}\n{finding.working.in_(language)}"
    mend = sheet.edition.mend(finding)
    if mend is not None and mend != finding.message:
        reason = f"{reason}\n{_MEND.in_(language)}{mend.in_(language)}"
    verdict = VERDICT_WORDS[finding.verdict].in_(language)
    return [Cell(name), Cell(verdict), Cell(reason), Cell(_founded(finding).in_(language))]


def _founded(finding: Finding) -> Wording:
    return source_text(finding.source) if finding.source else no_source(finding)


def _standings(sheet: CaseSheet) -> Iterator[tuple[Rule, Standing]]:
    for key, rule in sheet.edition.book.rules.items():
        yield rule, sheet.edition.book.standing(key)


def _rule(rule: Rule, standing: Standing, language: Language) -> list[Cell]:
    unknown = Wording("定めが確認できません", "No provision is known")
    carried = Wording("前年度までの資料による。要確認", "From an earlier year; to be confirmed")
    said = carried if standing.ruling else unknown
    source = standing.ruling.source if standing.ruling else None
    return [Cell(rule.label.in_(language)), Cell(said.in_(language)), Cell(source_text(source).in_(language))]
