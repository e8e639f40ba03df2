"""The columns of headquarters' answer, and the sentence about recording it."""

from clair_desktop.domain.wording import Language
from clair_desktop.presenters.answer_lines import DifferenceLine, PlannedLine, ShownAnswer
from clair_desktop.support.i18n import words
from clair_desktop.views.line_table import LineColumn


def difference_columns(language: Language) -> list[LineColumn[DifferenceLine]]:
    _ = words(language)
    return [
        LineColumn(_("State"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone),
        LineColumn(_("Kind"), lambda one: one.kind.words.in_(language), tone=lambda one: one.kind.tone),
        LineColumn(_("Case"), lambda one: one.case),
        LineColumn(_("Heading"), lambda one: one.heading.in_(language), widest=150),
        LineColumn(_("As it was sent"), lambda one: one.sent.in_(language), widest=170),
        LineColumn(_("Now"), lambda one: one.current.in_(language), widest=170),
        LineColumn(_("As it came back"), lambda one: one.returned.in_(language), widest=170),
        LineColumn(_("What you say"), lambda one: one.choice.in_(language), widest=240),
        LineColumn(_("Cell"), lambda one: one.cell, widest=140),
    ]


def difference_told(one: DifferenceLine, language: Language) -> str:
    """The difference in full, three ways."""
    _ = words(language)
    head = " ".join(part for part in (one.case, one.heading.in_(language), one.cell) if part)
    rows = (
        (_("As it was sent"), one.sent), (_("Now"), one.current), (_("As it came back"), one.returned),
    )  # fmt: skip
    return "\n".join([head, *(f"{name}: {value.in_(language)}" for name, value in rows)])


def planned_columns(language: Language) -> list[LineColumn[PlannedLine]]:
    _ = words(language)
    return [
        LineColumn(_("State"), lambda one: one.standing.words.in_(language), tone=lambda one: one.standing.tone),
        LineColumn(_("Case"), lambda one: one.case),
        LineColumn(_("Part"), lambda one: one.part, widest=120),
        LineColumn(_("Headquarters' decision"), lambda one: one.outcome.in_(language), widest=160),
        LineColumn(_("The case goes to"), lambda one: one.state.in_(language), widest=180),
        LineColumn(_("Decided on"), lambda one: one.on.in_(language)),
        LineColumn(_("Document no."), lambda one: one.number),
        LineColumn(_("What changes"), lambda one: one.changes.in_(language), widest=380),
    ]


def answer_summary(shown: ShownAnswer, language: Language) -> str:
    """What recording it would do, or why it cannot be done."""
    _ = words(language)
    if shown.is_stale:
        return _("The cases have changed since the file was read. Read it again.")
    if shown.taken is not None:
        recorded = len(shown.taken.steps)
        told = _.ngettext("%(count)d answer recorded.", "%(count)d answers recorded.", recorded) % {"count": recorded}
        follow = len(shown.taken.letters)
        letters = _.ngettext("%(count)d letter follows.", "%(count)d letters follow.", follow) % {"count": follow}
        return f"{told} {letters}" if follow else told
    if not shown.planned and shown.repeated:
        return _("All of its answers are recorded already (%(count)d).") % {"count": shown.repeated}
    counts = {
        "recorded": shown.recorded, "undecided": shown.undecided, "faults": shown.faults, "unanswered": shown.unanswered,
    }  # fmt: skip
    return (
        _(
            "%(recorded)d answers would be recorded. To decide: %(undecided)d; rows with a fault: %(faults)d; "
            "without an answer: %(unanswered)d."
        )
        % counts
    )
