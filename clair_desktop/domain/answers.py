"""Answers on their way in and out: from typed texts or JSON to values, and to stored and shown forms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clair_desktop.domain.facts import Answers
from clair_desktop.domain.fields import Choice, Choices, Field, Rows, Texts
from clair_desktop.domain.parties import Names
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.wording import Language, Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read, and what could not: each complaint names its field (and row)."""

    answers: Answers
    complaints: Sequence[Malformed]


def read(fields: Iterable[Field], raw: Mapping[str, object], names: Names) -> Reading:
    """Every field's value; texts and natural JSON types are both understood, unknown keys are complaints."""
    by_key = {field.key: field for field in fields}
    answers: dict[str, object] = {}
    complaints: list[Malformed] = []
    for key, given in raw.items():
        if key not in by_key:
            wording = Wording(
                f"「{cited(key)}」という項目はありません。項目名を確かめるか、その項目を消してください。",
                f"There is no field “{cited(key)}”. Check its name or remove it.",
            )
            complaints.append(Malformed(wording, field=key))
            continue
        try:
            value = by_key[key].accept(given, names)
        except Malformed as complaint:
            complaints.append(complaint.at(key, complaint.row))
        else:
            if value is not None:
                answers[key] = value
    return Reading(answers, complaints)


def stored(fields: Iterable[Field], answers: Answers) -> dict[str, object]:
    return {f.key: f.store(answers[f.key]) for f in fields if f.key in answers}


def loaded(fields: Iterable[Field], kept: Mapping[str, object]) -> dict[str, object]:
    return {f.key: f.load(value) for f in fields if (value := kept.get(f.key)) is not None}


def texts(fields: Iterable[Field], answers: Answers, language: Language, names: Names) -> Texts:
    """Every field as the entry shows it; unanswered ones as empty text or no rows."""
    shown: dict[str, str | Sequence[Mapping[str, str]]] = {}
    for field in fields:
        value = answers.get(field.key)
        if isinstance(field, Rows):
            shown[field.key] = field.texts(value, language, names) if value else []
        else:
            shown[field.key] = "" if value is None else field.show(value, language, names)
    return shown


def template(field: Field) -> dict[str, object]:
    """How a field is asked for in a file of answers."""
    described: dict[str, object] = {
        "key": field.key,
        "type": field.kind,
        "label": {"ja": field.label.ja, "en": field.label.en},
        "required": field.required,
    }
    if field.required_when:
        described["required_when"] = {"field": field.required_when[0], "equals": field.required_when[1]}
    if field.hint:
        described["hint"] = {"ja": field.hint.ja, "en": field.hint.en}
    if isinstance(field, Choice | Choices):
        described["choices"] = [
            {"key": option.key, "label": {"ja": option.label.ja, "en": option.label.en}} for option in field.options
        ]
    if isinstance(field, Rows):
        described["columns"] = [template(column) for column in field.columns]
    return described
