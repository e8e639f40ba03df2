"""The branch's checklist: every finding with its arithmetic and source, and all that is yet to be confirmed."""

from collections.abc import Iterator, Mapping, Sequence

from clair_desktop.domain.document_parts import FORM_NUMBER, parts_of
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.filled_papers import Cell, FilledFields, FilledTable
from clair_desktop.domain.letters import declared_documents
from clair_desktop.domain.mending import no_source
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.proofs import told
from clair_desktop.domain.rulings import VERDICT_WORDS, Finding, Rule, Source, Standing
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.letter_values import LetterValues
from clair_desktop.services.sheets import CaseSheet

_FINDINGS = Wording("点検結果", "Findings")
_TO_CONFIRM = Wording("要確認の定め", "Provisions to be confirmed")
_PROVEN = Wording(
    "読み戻し確認済み：印字した値（{counts}）は記録と一致し、通し番号、しおり、綴じ込み資料、文字に欠けなし。",
    "Read back: the values printed ({counts}) are those on record; no running number, bookmark, bound page or character "
    "is missing.",
)
_SENT_TO = Wording("送付先（名簿による）", "Where it goes (from the directory)")
_HEADS = (
    Wording("項目", "Rule"),
    Wording("判定", "Verdict"),
    Wording("内容・計算", "Reason and arithmetic"),
    Wording("根拠", "Source"),
)
_CARRIED = Wording("前年度までの資料による。要確認", "From an earlier year; to be confirmed")
EARLIER_WORDING = Wording("前年度までの文面（{year}の入力）", "Wording of an earlier year ({year})")
EARLIER_ADDRESSEE = Wording("前年度までの宛名（{year}の入力）", "Addressee of an earlier year ({year})")
_NO_SOURCE = Wording("なし", "none")
_NOT_KNOWN = Wording("（この日の名簿にありません）", "(not in the directory of this day)")
_SPECIMEN = Wording("見本", "SAMPLE")
_MEND = Wording("直すには：", "To mend it: ")
_RULE_HEADS = Wording("定め", "Provision"), Wording("状況", "Standing"), Wording("根拠", "Source")


def checklist_blocks(
    sheet: CaseSheet,
    findings: Sequence[Finding],
    values: LetterValues,
    language: Language,
    proven: Mapping[str, int],
) -> Iterator[Heading | Paragraph | FilledFields | FilledTable]:
    """What the branch keeps for itself; nothing of it stands in an official form."""
    number = same(sheet.number) if sheet.id else _SPECIMEN
    judged = Wording(
        f"案件番号：{number.ja}　判定日：{printed_date(sheet.judged_on, Language.JA)}　"
        f"適用年度：{sheet.edition.year.label().ja}",
        f"Case {number.en}, judged on {printed_date(sheet.judged_on, Language.EN)} "
        f"by the rules of {sheet.edition.year.label().en}",
    )
    yield Paragraph(same(judged.in_(language)))
    yield from _proof(proven, language)
    yield Heading(_FINDINGS)
    yield FilledTable(
        [head.in_(language) for head in _HEADS], [_finding(sheet, one, language) for one in findings], [10, 8.5, 25, 21]
    )
    yield Heading(_SENT_TO)
    yield FilledFields(
        tuple((one.label, Cell(one.value.in_(language) or _NOT_KNOWN.in_(language))) for one in values.values.values())
    )
    open_rules = [(rule, standing) for rule, standing in _standings(sheet) if not standing.decided]
    rows = [_rule(rule, standing, language) for rule, standing in open_rules]
    rows += [_row(*one, language) for one in carried_letters(sheet.edition)]
    if rows:
        yield Heading(_TO_CONFIRM)
        yield FilledTable([head.in_(language) for head in _RULE_HEADS], rows, [19, 20, 23])


def _proof(proven: Mapping[str, int], language: Language) -> Iterator[Paragraph]:
    """What the proof of the very file found; one that is not proven is never released, so nothing else can stand here."""
    if proven:
        yield Paragraph(same(_PROVEN.filled(counts=told(proven)).in_(language)))


def carried_letters(edition: Edition) -> Iterator[tuple[Wording, Wording, Source]]:
    """What of the papers rests on an earlier year: form numbers, which are not printed then; wording; the addressee."""
    for standing in edition.form_numbers():
        if standing.carried_forward:
            name, number = standing.document.document.name, standing.number
            label = Wording(f"様式番号（{name.ja}）", f"Form number ({name.en})")
            since = number.decided_for.label()
            said = Wording(
                f"{number.number.ja}（{since.ja}）　{_CARRIED.ja}。印字していません。",
                f"{number.number.en} ({since.en}). {_CARRIED.en}; not printed.",
            )
            yield label, said, number.source
    for declared in declared_documents(edition.programme.packs):
        names = {one.key: one.name for one in parts_of(declared.document)}
        for text in edition.letters.texts_in(edition.year, declared.key):
            if text.year != edition.year and text.part != FORM_NUMBER:
                title, part, since = declared.document.name, names.get(text.part, same(text.part)), text.year.label()
                label = Wording(f"{title.ja}（{part.ja}）", f"{title.en} ({part.en})")
                yield label, EARLIER_WORDING.filled(year=since), text.source
    addressee = edition.letters.addressee_in(edition.year)
    if addressee is not None and addressee.year != edition.year:
        yield Wording("宛名", "Addressee"), EARLIER_ADDRESSEE.filled(year=addressee.year.label()), addressee.source


def source_text(source: Source | None) -> Wording:
    """A source as a reader finds it again: title, place, day looked at."""
    if source is None:
        return _NO_SOURCE
    day_ja, day_en = printed_date(source.checked_on, Language.JA), printed_date(source.checked_on, Language.EN)
    return Wording(
        f"{source.title.ja}　{source.locator.ja}（{day_ja}確認）",
        f"{source.title.en}, {source.locator.en} (checked {day_en})",
    )


def _finding(sheet: CaseSheet, finding: Finding, language: Language) -> list[Cell]:
    name = sheet.edition.finding_name(finding.rule).in_(language)
    reason = finding.message.in_(language)
    if worked := finding.working and finding.working.in_(language):
        reason = f"{reason}\n{worked}"
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
    said = _CARRIED if standing.ruling else unknown
    return _row(rule.label, said, standing.ruling.source if standing.ruling else None, language)


def _row(label: Wording, said: Wording, source: Source | None, language: Language) -> list[Cell]:
    return [Cell(label.in_(language)), Cell(said.in_(language)), Cell(source_text(source).in_(language))]
