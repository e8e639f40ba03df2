"""The wish of past years, the report, and the record that is kept of every stay."""

from clair_desktop.blocks.branch_papers import (
    BODY_ITEM,
    CHECKLIST,
    SUBJECT_ITEM,
    annex,
    statement,
    to_headquarters,
)
from clair_desktop.domain.documents import FieldTable, Item, Needs, Pack, RowTable
from clair_desktop.domain.plain_blocks import Heading
from clair_desktop.domain.wording import Wording

_COUNTRY_ITEM = Item(Wording("研修員の国", "Country"), Wording("{country}", "{country}"))
_TRAINING_ITEM = Item(Wording("研修分野", "Field of training"), Wording("{training}", "{training}"))
_PERIOD_ITEM = Item(Wording("受入期間", "Period"), Wording("{starts}から{ends}まで", "{starts} to {ends}"))
_STAY = ["country", "employer", "post", "training", "arrives", "leaves", "outcome"]

_WISH_LETTER = to_headquarters(
    "transmittal",
    Wording("進達書", "Letter of transmittal"),
    Wording(
        "{fiscal_year}自治体職員協力交流事業の利用要望について（進達）",
        "Transmittal: wish to receive trainees in {fiscal_year}",
    ),
    [
        Wording(
            "このことについて、{applicant_name}から要望がありましたので、下記のとおり進達します。",
            "{applicant_name} wishes to receive trainees; we transmit its wish as set out below.",
        )
    ],
    [BODY_ITEM, SUBJECT_ITEM, _COUNTRY_ITEM, _TRAINING_ITEM, _PERIOD_ITEM],
)
_WISH = statement(
    "wish",
    Wording("協力交流研修員受入要望書", "Wish to Receive Trainees"),
    Wording("次のとおり協力交流研修員の受入れを希望します。", "We wish to receive trainees as follows."),
    ["host", "wish"],
)
_RECORD = annex(
    "record",
    Wording("協力交流研修員受入記録", "Record of Trainees Received"),
    FieldTable(
        [
            "applicant", "title", "country", "sending_body", "training", "persons", "starts", "ends", "allowances",
            "insurance", "supervisor", "results", "follow_up", "published",
        ]
    ),
    Heading(Wording("研修員", "Trainees")),
    RowTable("trainees", columns=_STAY),
)  # fmt: skip
_REPORT_LETTER = to_headquarters(
    "report_letter",
    Wording("研修結果の報告文", "Letter on the result"),
    Wording("自治体職員協力交流事業の研修結果について（報告）", "Result of training local government officials"),
    [
        Wording(
            "このことについて、{applicant_name}から研修結果の報告がありましたので、送付します。",
            "{applicant_name} has reported on the training; we send its report.",
        )
    ],
    [SUBJECT_ITEM, _COUNTRY_ITEM, _PERIOD_ITEM],
)
_REPORT = statement(
    "report",
    Wording("研修結果報告書", "Report on the Training"),
    Wording("協力交流研修員の研修結果を次のとおり報告します。", "We report on the training as follows."),
    ["applicant", "title", "country", "training", "starts", "ends", "results", "follow_up"],
    Heading(Wording("研修員", "Trainees")),
    RowTable("trainees", columns=_STAY),
)

PACKS = [
    Pack(
        key="record",
        name=Wording("受入記録", "Record of the stay"),
        documents=[_RECORD, CHECKLIST],
        merges_enclosures=False,
    ),
    Pack(
        key="wish",
        name=Wording("利用要望一式（進達）", "Wish pack"),
        documents=[_WISH_LETTER, _WISH, CHECKLIST],
        leaves_out=frozenset({"decision", "report"}),
    ),
    Pack(
        key="report",
        name=Wording("研修結果報告一式", "Report pack"),
        documents=[_REPORT_LETTER, _REPORT, CHECKLIST],
        needs=Needs(answers=["results"]),
        leaves_out=frozenset({"wish", "decision"}),
    ),
]
