"""The packs of a grant, which differ between programmes only in a few words."""

from collections.abc import Sequence
from dataclasses import replace

from clair_desktop.blocks.branch_letters import FIRST_YEAR
from clair_desktop.blocks.grant_decisions import NOTICES, SELECTED
from clair_desktop.blocks.grant_letters import grant_letters
from clair_desktop.blocks.rewording import forwarding
from clair_desktop.domain.documents import (
    Checklist,
    Document,
    EnclosureList,
    FieldTable,
    Form,
    FormNumber,
    Item,
    Letter,
    Needs,
    Pack,
    Party,
    RowTable,
)
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.wording import Wording

CHECKLIST = Document(
    key="checklist",
    name=Wording("支部点検表（支部控）", "Branch checklist (kept by the branch)"),
    layout=Form(title=Wording("支部点検表", "Branch checklist"), blocks=[Checklist()]),
    internal=True,
)


def _cost_sheet(form_numbers: Sequence[FormNumber] = ()) -> Document:
    return Document(
        key="cost_breakdown",
        name=Wording("経費内訳書", "Cost breakdown"),
        layout=Form(
            title=Wording("経費内訳書", "Cost Breakdown"),
            form_numbers=form_numbers,
            blocks=[
                FieldTable(["title", "total_cost", "eligible_cost", "requested"]),
                Heading(Wording("1　経費内訳", "1. Costs")),
                RowTable("cost_breakdown"),
                Heading(Wording("2　財源内訳", "2. Funding")),
                RowTable("funding"),
            ],
        ),
    )


_COST_SHEET = _cost_sheet()


def transmittal(what: Wording, *, extra: Sequence[Item] = ()) -> Document:
    """The branch's letter that carries ``what`` up to headquarters (進達)."""
    letter = Document(
        key="transmittal",
        name=Wording("進達書", "Letter of transmittal"),
        layout=Letter(
            to=Party.HEADQUARTERS,
            sender=Party.BRANCH,
            subject=Wording(
                f"{{fiscal_year}}{{programme}}に係る{what.ja}について（進達）",
                f"Transmittal: {what.en}, {{programme}}, {{fiscal_year}}",
            ),
            paragraphs=[
                Wording(
                    f"このことについて、下記のとおり{{applicant_name}}から{what.ja}の提出がありましたので、"
                    "関係書類を添えて進達します。",
                    f"We hereby transmit the {what.en} submitted by {{applicant_name}}, together with the documents "
                    "listed below.",
                )
            ],
            items=[
                Item(Wording("申請団体", "Applicant"), Wording("{applicant_name}", "{applicant_name}")),
                Item(Wording("事業名", "Title"), Wording("{title}", "{title_or_title_en}")),
                Item(Wording("実施期間", "Period"), Wording("{starts}から{ends}まで", "{starts} to {ends}")),
                *extra,
            ],
        ),
    )
    return forwarding(letter, what)


def _statement(key: str, title: Wording, opening: Wording, fields: Sequence[str]) -> Document:
    """A paper of the applicant to headquarters: opening sentence and a table of answers."""
    return Document(
        key=key,
        name=title,
        layout=Form(
            title=title,
            blocks=[Paragraph(opening), FieldTable(fields)],
            to=Party.HEADQUARTERS,
            sender=Party.APPLICANT,
        ),
    )


ADVANCE = Item(Wording("概算払請求額", "Advance claimed"), Wording("{advance}", "{advance}"))
REQUESTED = Item(Wording("助成金申請額", "Amount requested"), Wording("{requested}", "{requested}"))
AWARDED = Item(Wording("交付決定額", "Amount awarded"), Wording("{awarded}", "{awarded}"))
FINAL = Item(Wording("確定額", "Final amount"), Wording("{final_amount}", "{final_amount}"))


_CLAIM = _statement(
    "claim",
    Wording("請求書", "Claim"),
    Wording("確定した助成金を次のとおり請求します。", "We claim the grant as finalised, as follows."),
    ["title", "award_day", "awarded", "final_amount", "advance"],
)
# From FY2026 on the claim says what is claimed, not only what it is reckoned from.
CLAIM_FORMS = [
    replace(_CLAIM, until=FiscalYear(2025)),
    replace(
        _statement(
            "claim_form",
            Wording("請求書", "Claim"),
            Wording("確定した助成金を次のとおり請求します。", "We claim the grant as finalised, as follows."),
            ["claimed", "title", "award_day", "awarded", "final_amount", "advance"],
        ),
        since=FIRST_YEAR,
    ),
]

# An application is not sent with what comes after it, nor a report with what headquarters has or has written itself.
NOT_YET_DUE = NOTICES | {"evidence"}
SENT_BEFORE = NOTICES | {"quotation", "budget", "invitation", "agreement", "body_outline"}

ADVANCE_CLAIM = Pack(
    key="advance_claim",
    name=Wording("概算払請求一式（進達）", "Claim for an advance"),
    documents=[
        transmittal(Wording("概算払請求書", "claim for an advance"), extra=[AWARDED, ADVANCE]),
        _statement(
            "advance_claim",
            Wording("概算払請求書", "Claim for an Advance"),
            Wording(
                "交付決定を受けた助成金の概算払を次のとおり請求します。",
                "We claim an advance on the grant awarded, as follows.",
            ),
            ["title", "award_day", "awarded", "advance"],
        ),
        CHECKLIST,
    ],
    merges_enclosures=False,
    needs=Needs(answers=["advance"]),
)


def grant_packs(
    form_fields: Sequence[str], *, cost_form_numbers: Sequence[FormNumber] = (), selected: Wording = SELECTED
) -> list[Pack]:
    """Every pack of a grant; ``form_fields`` are the answers and section keys its application form shows.

    ``selected`` is what the programme calls headquarters' choice of a project.

    ``cost_form_numbers`` are those of the application's 経費内訳書, in the years for which a source gives one.
    """
    application = Document(
        key="application",
        name=Wording("助成申請書", "Grant application"),
        layout=Form(
            title=Wording("{programme}　助成申請書", "Application: {programme}"),
            to=Party.HEADQUARTERS,
            sender=Party.APPLICANT,
            blocks=[
                Paragraph(
                    Wording(
                        "{fiscal_year}の{programme}について、関係書類を添えて次のとおり申請します。",
                        "We apply for a grant under {programme} for {fiscal_year}, with the documents attached.",
                    )
                ),
                FieldTable(form_fields),
            ],
        ),
    )
    enclosed = Document(
        key="enclosures",
        name=Wording("添付書類一覧", "List of enclosures"),
        only_with_enclosures=True,
        layout=Form(title=Wording("添付書類一覧", "List of Enclosures"), blocks=[EnclosureList()]),
    )
    return [
        Pack(
            key="application",
            name=Wording("申請書一式（進達）", "Application pack"),
            documents=[
                transmittal(Wording("助成申請書", "grant application"), extra=[REQUESTED]),
                application,
                _cost_sheet(cost_form_numbers),
                enclosed,
                CHECKLIST,
            ],
            leaves_out=NOT_YET_DUE,
        ),
        Pack(
            key="grant_application",
            name=Wording("交付申請一式（進達）", "Grant application after selection"),
            documents=[
                transmittal(Wording("交付申請書", "application for the award"), extra=[REQUESTED]),
                _statement(
                    "award_application",
                    Wording("交付申請書", "Application for the Award"),
                    Wording(
                        "採択された次の事業について、助成金の交付を申請します。",
                        "We apply for the award of the grant for the following selected project.",
                    ),
                    ["title", "starts", "ends", "total_cost", "eligible_cost", "requested", "conditions"],
                ),
                _COST_SHEET,
                enclosed,
                CHECKLIST,
            ],
            leaves_out=NOT_YET_DUE,
        ),
        Pack(
            key="amendment",
            name=Wording("変更承認申請一式（進達）", "Amendment pack"),
            documents=[
                transmittal(Wording("変更承認申請書", "request for an amendment"), extra=[AWARDED]),
                _statement(
                    "amendment_request",
                    Wording("変更承認申請書", "Request for an Amendment"),
                    Wording(
                        "交付決定を受けた次の事業について、変更の承認を申請します。",
                        "We request approval to amend the following project.",
                    ),
                    ["title", "award_day", "awarded", "amendment", "starts", "ends", "total_cost", "eligible_cost"],
                ),
                _COST_SHEET,
                CHECKLIST,
            ],
            merges_enclosures=False,
            needs=Needs(answers=["amendment"]),
        ),
        Pack(
            key="discontinuation",
            name=Wording("中止・廃止申請一式（進達）", "Discontinuation pack"),
            documents=[
                transmittal(Wording("中止・廃止承認申請書", "request to discontinue"), extra=[AWARDED]),
                _statement(
                    "discontinuation_request",
                    Wording("中止・廃止承認申請書", "Request to Discontinue"),
                    Wording(
                        "交付決定を受けた次の事業について、中止・廃止の承認を申請します。",
                        "We request approval to discontinue the following project.",
                    ),
                    ["title", "award_day", "awarded", "discontinuation_reason"],
                ),
                CHECKLIST,
            ],
            merges_enclosures=False,
            needs=Needs(answers=["discontinuation_reason"]),
        ),
        Pack(
            key="completion_report",
            name=Wording("実績報告一式（進達）", "Completion report pack"),
            documents=[
                transmittal(Wording("実績報告書", "completion report"), extra=[AWARDED]),
                _statement(
                    "completion_report",
                    Wording("実績報告書", "Completion Report"),
                    Wording(
                        "交付決定を受けた次の事業が完了しましたので、その実績を報告します。",
                        "The following project has been completed; we report its results.",
                    ),
                    [
                        "title", "award_day", "awarded", "starts", "ends", "completed_on", "results",
                        "actual_total_cost", "actual_eligible_cost", "actual_breakdown",
                    ],
                ),
                enclosed,
                CHECKLIST,
            ],
            needs=Needs(answers=["results"]),
            leaves_out=SENT_BEFORE,
        ),
        Pack(
            key="claim",
            name=Wording("請求書一式（進達）", "Claim pack"),
            documents=[
                transmittal(Wording("請求書", "claim"), extra=[FINAL]),
                *CLAIM_FORMS,
                CHECKLIST,
            ],
            merges_enclosures=False,
            needs=Needs(answers=["final_amount"], remaining=("final_amount", "advance")),
        ),
        *grant_letters(selected),
    ]  # fmt: skip
