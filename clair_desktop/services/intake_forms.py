"""Workbooks handed out to municipalities: one for a programme, a project year and a body."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from clair_desktop import __version__
from clair_desktop.blocks.cost_sheet import has_cost_sheet
from clair_desktop.blocks.foreign_currency import rounding_of
from clair_desktop.domain.currency import Rounding
from clair_desktop.domain.intake import FORMAT, SCHEMA, asked_fields, asked_sections, edition_hash
from clair_desktop.domain.parties import LocalAuthority, whole_code
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.desk import Desk

_ANY_BODY = Wording("（団体名）", "(name of the body)")


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A written workbook and its own number, by which it is known again when it comes back."""

    path: Path
    body: str
    form_id: str
    questions: int


class IntakeForms:
    def __init__(self, desk: Desk, branch: BranchSettings) -> None:
        self._desk = desk
        self._branch = branch

    def write(
        self, programme: str, year: int, out: Path, *, body: str = "", language: Language = Language.JA
    ) -> HandedOut:
        """Write the workbook for a municipality; without a body it asks whose application it is."""
        from clair_desktop.output.excel.intake_form import IntakeForm, write_intake_form

        edition = self._desk.edition(programme, year)
        _demand_asked(edition)
        if out.suffix.casefold() != ".xlsx":
            raise Refusal(
                Wording(
                    f"「{out.name}」：ファイル名の末尾を .xlsx にしてください。",
                    f"“{out.name}”: the name must end in .xlsx.",
                ),
                field="out",
            )
        asked_of = self._body(body) if body else None
        profile, form_id = self._branch.get(), uuid.uuid4().hex
        label, name = edition.year.label(profile.era_style), edition.programme.name
        code = asked_of.code if asked_of else ""
        made_on = self._desk.clock.today().isoformat()
        facts = {
            "format": FORMAT,
            "schema_version": SCHEMA,
            "program_version": __version__,
            "programme": programme,
            "programme_name": name.in_(language),
            "project_year": str(year),
            "edition": edition_hash(edition),
            "body_code": code,
            "body_name": asked_of.full_name.in_(language) if asked_of else "",
            "branch_code": profile.branch or "",
            "language": language.value,
            "form_id": form_id,
            "made_on": made_on,
        }
        form = IntakeForm(
            title=Wording(f"{label.ja}　{name.ja}", f"{name.en}, {label.en}"),
            body_name=asked_of.full_name if asked_of else _ANY_BODY,
            branch=profile.name,
            sections=asked_sections(edition),
            prefilled=self._prefilled(edition, asked_of, language),
            authorities=sorted(_entry(one, language) for one in self._desk.names.authorities),
            countries=[one.name.in_(language) for one in self._desk.names.countries],
            rounding=rounding_of(edition.book) if has_cost_sheet(edition) else Rounding.DOWN,
            meta=facts,
            made_on=made_on,
            sample=profile.demonstration,
            language=language,
        )
        write_intake_form(form, out)
        return HandedOut(out, code, form_id, len(asked_fields(edition)))

    def _body(self, text: str) -> LocalAuthority:
        try:
            found = self._desk.names.authority(whole_code(folded(text)))
        except Malformed as complaint:
            raise Refusal(complaint.wording, field="body") from complaint
        if found is not None:
            return found
        raise Refusal(
            Wording(
                f"団体コード「{text}」の団体はありません。6桁の団体コードを確かめてください。",
                f"No local authority has the code “{text}”. Check its six digits.",
            ),
            field="body",
        )

    def _prefilled(self, edition: Edition, body: LocalAuthority | None, language: Language) -> dict[str, str]:
        """The applicant stands in the workbook already, where it is a local authority whom the programme asks for."""
        asked = edition.field("applicant")
        if body is None or not isinstance(asked, Authority) or asked not in asked_fields(edition):
            return {}
        return {"applicant": _entry(body, language)}


def _entry(one: LocalAuthority, language: Language) -> str:
    """The name first, so that typing a prefecture narrows the list, and the code, which alone counts."""
    name = one.full_name.in_(language)
    return f"{name}（{one.code}）" if language is Language.JA else f"{name} ({one.code})"


def _demand_asked(edition: Edition) -> None:
    programme, year = edition.programme, edition.year
    if programme.collected is not None:
        raise Refusal(
            Wording(
                f"{programme.name.ja}は申請を受け付ける事業ではないため、記入用のExcelはありません。",
                f"{programme.name.en} takes no applications, so there is no workbook to fill in.",
            ),
            field="programme",
        )
    if programme.until and year > programme.until:
        ended = programme.until.label()
        raise Refusal(
            Wording(
                f"{programme.name.ja}は{ended.ja}をもって終了しました。", f"{programme.name.en} ended with {ended.en}."
            ),
            field="year",
        )
    if programme.since and year < programme.since:
        begun = programme.since.label()
        raise Refusal(
            Wording(
                f"{programme.name.ja}は{begun.ja}に始まりました。年度を確かめてください。",
                f"{programme.name.en} began with {begun.en}. Check the year.",
            ),
            field="year",
        )
