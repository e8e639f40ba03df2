"""The columns of what is said about a workbook, and the sentence about taking it in."""

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.intake_lines import ChangeLine, FindingLine, ReadLine, ShownIntake
from clair_desktop.support.i18n import words
from clair_desktop.views.line_table import LineColumn


def finding_columns(language: Language) -> list[LineColumn[FindingLine]]:
    _ = words(language)
    return [
        LineColumn(_("Kind"), lambda one: one.importance.words.in_(language), tone=lambda one: one.importance.tone),
        LineColumn(_("Sheet"), lambda one: one.sheet, widest=150),
        LineColumn(_("Cell"), lambda one: one.cell),
        LineColumn(_("Heading"), lambda one: one.heading.in_(language), widest=200),
        LineColumn(_("Value"), lambda one: one.value.replace("\n", " "), widest=180),
        LineColumn(_("What is wrong, and what to do"), lambda one: one.message.in_(language), widest=620),
        LineColumn(_("Of this kind"), lambda one: str(one.many), lambda one: one.many, number=True),
    ]


def finding_told(one: FindingLine, language: Language) -> str:
    """The finding in full: where it is, what stands there, what is wrong and what to do."""
    where = " ".join(part for part in (one.sheet, one.cell, one.heading.in_(language)) if part)
    value = (f"「{one.value}」" if language is Language.JA else f" “{one.value}”") if one.value else ""
    return f"{where}{value}\n{one.message.in_(language)}".strip()


def change_columns(language: Language) -> list[LineColumn[ChangeLine]]:
    _ = words(language)
    return [
        LineColumn(_("Question"), lambda one: one.label.in_(language), widest=260),
        LineColumn(_("Row"), lambda one: str(one.row or ""), lambda one: one.row, number=True),
        LineColumn(_("Now"), lambda one: one.before.in_(language), widest=330),
        LineColumn(_("Then"), lambda one: one.after.in_(language), widest=430),
    ]


def read_columns(language: Language) -> list[LineColumn[ReadLine]]:
    _ = words(language)
    return [
        LineColumn(_("Question"), lambda one: one.label.in_(language), widest=260),
        LineColumn(_("Row"), lambda one: str(one.row or ""), lambda one: one.row, number=True),
        LineColumn(_("Value"), lambda one: one.value.in_(language).replace("\n", " "), widest=700),
    ]


def summary(shown: ShownIntake, left_out: int, language: Language) -> str:
    """What taking it in would do, or why it cannot be taken."""
    _ = words(language)
    if shown.is_stale:
        return _("The case has changed since the file was read. Read it again.")
    if shown.taken:
        return _("Taken into case %(number)s.") % {"number": shown.taken}
    if shown.is_repeated:
        return _("Nothing would change: all of it stands in the case already.")
    told = _("%(changes)d would change; %(same)d stand here already.") % {
        "changes": len(shown.changes) - left_out, "same": shown.unchanged
    }  # fmt: skip
    if left_out:
        told += " " + _("%(count)d unticked and left out.") % {"count": left_out}
    if shown.dropped:
        told += " " + _("%(count)d with a fault are left out.") % {"count": shown.dropped}
    return told
