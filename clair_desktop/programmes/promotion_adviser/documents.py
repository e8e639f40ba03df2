"""The papers of a dispatch. No form of the scheme is public, so none carries a number."""

from clair_desktop.blocks.adviser_letters import CHANGE_ANSWER, adviser_letters
from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.branch_papers import CHECKLIST, ENCLOSURES, statement, to_applicant, to_headquarters
from clair_desktop.blocks.rewording import forwarding, reworded_2026
from clair_desktop.domain.documents import Document, Item, Needs, Pack
from clair_desktop.domain.wording import Wording

_APPLICANT = Item(Wording("申請団体", "Applicant"), Wording("{applicant_name}", "{applicant_name}"))
_PROJECT = Item(Wording("事業名", "Project"), Wording("{title}", "{title_or_title_en}"))
_ADVISER = Item(Wording("アドバイザー", "Adviser"), Wording("{adviser}", "{adviser}"))
_DAY = Item(Wording("派遣日", "Dispatch"), Wording("{dispatch_on}", "{dispatch_on}"))
_HELD = Item(Wording("実施日", "Carried out on"), Wording("{held_on}", "{held_on}"))


def _transmittal(what: Wording, *more: Item) -> Document:
    letter = to_headquarters(
        "transmittal",
        Wording("進達書", "Letter of transmittal"),
        Wording(
            f"{{fiscal_year}}{{programme}}に係る{what.ja}について（進達）",
            f"Transmittal: {what.en}, {{programme}}, {{fiscal_year}}",
        ),
        [
            Wording(
                f"このことについて、下記のとおり{{applicant_name}}から{what.ja}の提出がありましたので、関係書類を添えて進達します。",
                f"We hereby transmit the {what.en} submitted by {{applicant_name}}, together with the documents listed "
                "below.",
            )
        ],
        [_APPLICANT, _PROJECT, *more],
    )
    return forwarding(letter, what)


PACKS = [
    Pack(
        key="application",
        name=Wording("派遣申請一式（進達）", "Application pack"),
        documents=[
            _transmittal(
                Wording("派遣申請書", "application for an adviser"),
                Item(Wording("派遣形態", "Form"), Wording("{form}", "{form}")),
            ),
            statement(
                "application",
                Wording("プロモーションアドバイザー派遣申請書", "Application for a Promotion Adviser"),
                Wording(
                    "{fiscal_year}のプロモーションアドバイザーの派遣を、次のとおり申請します。",
                    "We apply for the dispatch of a promotion adviser in {fiscal_year}, as follows.",
                ),
                [APPLICANT.key, "project", "dispatch", "exception_reason"],
            ),
            ENCLOSURES,
            CHECKLIST,
        ],
        leaves_out=frozenset({"headquarters_letter", CHANGE_ANSWER.key, "material"}),
    ),
    Pack(
        key="notice",
        name=Wording("派遣決定の通知", "Notice that the dispatch is agreed"),
        documents=[
            reworded_2026(
                to_applicant(
                    "notice",
                    Wording("派遣決定の通知文", "Letter of notice"),
                    Wording(
                        "プロモーションアドバイザーの派遣について（通知）", "Dispatch of a promotion adviser: notice"
                    ),
                    [
                        Wording(
                            "申請のありましたこのことについて、下記のとおり派遣が決定しましたので通知します。",
                            "The dispatch that you applied for has been agreed, as set out below.",
                        )
                    ],
                    [
                        _PROJECT,
                        _ADVISER,
                        _DAY,
                        Item(Wording("条件", "Conditions"), Wording("{conditions}", "{conditions}")),
                    ],
                ),
                subject="Dispatch of a promotion adviser",
                paragraph_1="We are pleased to tell you that the dispatch you applied for has been agreed, as set out below.",
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        states=["accepted", "change_requested", "held", "reported", "closed"],
    ),
    Pack(
        key="change",
        name=Wording("変更申出一式（進達）", "Change pack"),
        documents=[
            _transmittal(Wording("変更申出書", "request for a change"), _ADVISER, _DAY),
            statement(
                "change_request",
                Wording("変更申出書", "Request for a Change"),
                Wording("決定を受けた次の派遣について、変更を申し出ます。", "We ask to change the following dispatch."),
                ["title", "adviser", "dispatch_on", "change"],
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        needs=Needs(answers=["change"]),
    ),
    Pack(
        key="cancellation",
        name=Wording("中止届出一式（進達）", "Cancellation pack"),
        documents=[
            _transmittal(Wording("派遣中止届", "notice of cancellation"), _ADVISER, _DAY),
            statement(
                "cancellation_notice",
                Wording("派遣中止届", "Notice of Cancellation"),
                Wording(
                    "決定を受けた次の派遣を中止しますので、届け出ます。",
                    "We give notice that the following dispatch is cancelled.",
                ),
                ["title", "adviser", "dispatch_on", "cancel_reason"],
            ),
            CHECKLIST,
        ],
        merges_enclosures=False,
        needs=Needs(answers=["cancel_reason"]),
    ),
    Pack(
        key="report",
        name=Wording("実施報告一式（進達）", "Report pack"),
        documents=[
            _transmittal(Wording("実施報告書", "report on the dispatch"), _ADVISER, _HELD),
            statement(
                "report",
                Wording("実施報告書", "Report on the Dispatch"),
                Wording("次のとおり派遣を受けましたので、報告します。", "We report on the dispatch as follows."),
                ["title", "form", "venue", "adviser", "report"],
            ),
            ENCLOSURES,
            CHECKLIST,
        ],
        needs=Needs(answers=["report_contents"]),
        leaves_out=frozenset({"project_outline", "headquarters_letter", CHANGE_ANSWER.key}),
    ),
    *adviser_letters(
        Wording("自治体国際化協会本部", "CLAIR's headquarters"),
        frozenset({"project_outline", "participants", "material"}),
        "headquarters_letter",
    ),
]
