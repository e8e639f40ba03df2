"""The letter to the bodies, together or to each of them, the reminder, and the collected reply.

No form of headquarters is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clair_desktop.blocks.branch_papers import CHECKLIST, ENCLOSURES, annex, to_applicant, to_headquarters
from clair_desktop.blocks.rewording import by, reworded_2026
from clair_desktop.domain.documents import (
    Addressee,
    Document,
    FieldTable,
    Form,
    Item,
    Letter,
    Needs,
    Pack,
    Party,
    RowTable,
)
from clair_desktop.domain.plain_blocks import Heading, Paragraph
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.announcement.receivers import EVERY_BODY, YET_TO_ANSWER

_FROM = Item(
    Wording("本部の通知", "Headquarters' letter"),
    Wording("{notice_on}付け　{notice_number}", "{notice_on}  {notice_number}"),
)
_SUBJECT = Item(Wording("事業", "Business"), Wording("{subject}", "{subject}"))
_WHEN = Item(Wording("開催日・期間", "Held on"), Wording("{held}", "{held}"))
_WHERE = Item(Wording("開催地・方法", "Place or means"), Wording("{place}", "{place}"))
_SUMMARY = Item(Wording("内容", "Summary"), Wording("{summary}", "{summary}"))
_ASKED = Item(Wording("回答事項", "To be answered"), Wording("{asked}", "{asked}"))
_DUE = Item(Wording("回答期限", "Answer due by"), Wording("{branch_deadline}", "{branch_deadline}"))
_ABOUT: Sequence[Item] = (_SUBJECT, _WHEN, _WHERE, _SUMMARY)
_NOTHING = Wording(
    "該当がない場合も、「該当なし」と御回答ください。",
    "If there is nothing to report, please answer so as well.",
)

_LINE = Paragraph(Wording("＿" * 40, "_" * 76))
_WHOLE_LINE = "＿" * 40  # in English too, as long as in Japanese
_DECLARED_SHEET = annex(
    "answer_sheet",
    Wording("回答票", "Answer Sheet"),
    FieldTable(["title", "title_en", "branch_deadline", "asked"]),
    Heading(Wording("1　該当の有無（いずれかに○）", "1. Is there something to report? (circle one)")),
    Paragraph(Wording("あり　・　なし（該当なし）", "Yes  /  No (nothing to report)")),
    Heading(Wording("2　回答の内容", "2. Answer")),
    *[_LINE] * 4,
    Heading(Wording("3　団体名・担当者・連絡先", "3. Body, contact, telephone and e-mail")),
    *[_LINE] * 3,
)

_ANSWER_SHEET = reworded_2026(_DECLARED_SHEET, **{f"paragraph_{line}": _WHOLE_LINE for line in range(2, 9)})

# The sheet that goes to one body says whose answer it is.
_ANSWER_SHEET_OF_ONE = reworded_2026(
    annex(
        "answer_sheet",
        _DECLARED_SHEET.name,
        Paragraph(Wording("{bodies.named}", "{bodies.named}")),
        *(_DECLARED_SHEET.layout.blocks if isinstance(_DECLARED_SHEET.layout, Form) else ()),
    ),
    **{f"paragraph_{line}": _WHOLE_LINE for line in range(3, 10)},
)

_ANSWERS = annex(
    "answers",
    Wording("回答一覧", "List of Answers"),
    FieldTable(["title", "notice_number", "headquarters_deadline", "reply_note"]),
    RowTable("bodies", columns=["body", "name", "answer", "answered_on", "contents"], landscape=True),
)

_UNANSWERED = annex(
    "unanswered",
    Wording("未回答の団体", "Bodies yet to answer"),
    RowTable("bodies", columns=["body", "name", "reminded_on"], unanswered="answer"),
)

_RECORD = Document(
    key="record",
    name=Wording("回付簿（支部控）", "Record of the call (kept by the branch)"),
    layout=Form(
        title=Wording("回付簿", "Record of the Call"),
        blocks=[
            FieldTable(["call", "requester_name", "requester_name_en", "representative", "reply"]),
            Heading(Wording("回付先と回答", "Bodies asked, and their answers")),
            RowTable("bodies"),
        ],
    ),
    internal=True,
)

_SHOWN = Wording("{title}について（{sort}）", "{title_or_title_en} ({sort})")
_CIRCULAR = reworded_2026(
    to_applicant(
        "circular",
        Wording("照会文", "Letter"),
        _SHOWN,
        [
            Wording(
                "このことについて、自治体国際化協会本部（{division}）から別添のとおり依頼がありました。",
                "CLAIR's headquarters ({division}) has asked the branch to pass on the following.",
            ),
            Wording(
                f"つきましては、下記により、期限までに回答票で御回答くださるようお願いします。{_NOTHING.ja}",
                f"Please answer on the answer sheet by the day below. {_NOTHING.en}",
            ),
        ],
        [_FROM, *_ABOUT, _ASKED, _DUE],
    ),
    paragraph_1="CLAIR's headquarters ({division}) has asked us to forward the enclosed to you.",
    paragraph_2="Please reply on the enclosed answer sheet by the date given below. If there is nothing to "
    "report, please reply to that effect.",
    item_7_text=by("branch_deadline"),
)
_INFORMATION = reworded_2026(
    to_applicant(
        "information",
        Wording("通知文", "Letter"),
        Wording("{title}について（通知）", "{title_or_title_en} (for information)"),
        [
            Wording(
                "このことについて、自治体国際化協会本部（{division}）から別添のとおり通知がありましたので、お知らせします。",
                "We pass on the following notice from CLAIR's headquarters ({division}).",
            ),
            Wording(
                "関係する所属へ周知くださるようお願いします。回答は要りません。",
                "Please make it known to those concerned. No answer is needed.",
            ),
        ],
        [_FROM, *_ABOUT],
    ),
    paragraph_1="Please find enclosed a notice from CLAIR's headquarters ({division}).",
    paragraph_2="Please make it known to those concerned. No reply is needed.",
)
_AGAIN = Wording("{title}に係る回答について（再依頼）", "{title_or_title_en}: your answer (reminder)")
_AT_ONCE = Wording(
    f"本部への回答の都合がありますので、至急、御回答くださるようお願いします。{_NOTHING.ja}行き違いの場合は御容赦ください。",
    f"As we have to reply to headquarters, please answer at once. {_NOTHING.en} If your answer is on its way, please "
    "disregard this letter.",
)
_REMINDER = reworded_2026(
    to_applicant(
        "reminder",
        Wording("督促文", "Reminder"),
        _AGAIN,
        [
            Wording(
                "先に照会したこのことについて、別紙の団体の回答をまだ受け取っていません。",
                "We have not yet received the answers of the bodies listed in the annex to our earlier letter.",
            ),
            _AT_ONCE,
        ],
        [_SUBJECT, _ASKED, _DUE],
    ),
    subject="Reminder: {title_or_title_en}",
    paragraph_1="We have not yet received replies to our earlier letter from the bodies listed in the annex.",
    paragraph_2="As we must report to headquarters, we should be grateful for your reply at once. If there is "
    "nothing to report, please reply to that effect. If your reply is on its way, please disregard "
    "this letter.",
    item_3_text=by("branch_deadline"),
)
_REPLY = reworded_2026(
    to_headquarters(
        "reply",
        Wording("回答文", "Reply"),
        Wording("{title}について（回答）", "{title_or_title_en}: reply"),
        [
            Wording(
                "依頼のありましたこのことについて、{branch}管内の団体に照会しましたので、その結果を別紙のとおり回答します。",
                "{branch} has passed on your call to the bodies it serves; their answers are listed in the annex.",
            )
        ],
        [_FROM, _SUBJECT, Item(Wording("取りまとめの要点", "Summary"), Wording("{reply_note}", "{reply_note}"))],
    ),
    subject="Reply: {title_or_title_en}",
    paragraph_1="As you requested, {branch} has consulted the bodies that it serves. Their answers are listed in"
    " the annex.",
)


def _to_each(document: Document, first: Wording | None = None) -> Document:
    """The same letter, addressed to one body; where the text speaks of several, with another first sentence."""
    one = document.layout
    if not isinstance(one, Letter):
        raise TypeError(f"{document.key} is no letter")
    to = Addressee([Wording("{bodies.addressed}", "{bodies.addressed}")], Wording("拝啓", "Dear Sir or Madam,"))
    said = [first, *one.paragraphs[1:]] if first else one.paragraphs
    layout = Letter(to=to, sender=Party.BRANCH, subject=one.subject, paragraphs=said, items=one.items)
    later = [replace(one, texts=_without_first(one.texts) if first else one.texts) for one in document.rewordings]
    return Document(key=document.key, name=document.name, layout=layout, rewordings=later)


def _without_first(texts: Mapping[str, Wording]) -> Mapping[str, Wording]:
    return {key: text for key, text in texts.items() if key != "paragraph_1"}


_NOT_YET = Wording(
    "先に照会したこのことについて、貴団体の回答をまだ受け取っていません。",
    "We have not yet received your answer to our earlier letter.",
)

_SENT_ON = Needs(enclosed=["notice"])
PACKS = [
    Pack(
        key="circular",
        name=Wording("照会・募集の回付一式", "Letter passing on the call"),
        documents=[_CIRCULAR, _ANSWER_SHEET, ENCLOSURES, _RECORD, CHECKLIST],
        needs=_SENT_ON,
        leaves_out=frozenset({"answer"}),
    ),
    Pack(
        key="circular_each",
        name=Wording("照会・募集の回付（団体ごと）", "Letter passing on the call, to each body"),
        documents=[_to_each(_CIRCULAR), _ANSWER_SHEET_OF_ONE],
        each=EVERY_BODY,
        needs=_SENT_ON,
        leaves_out=frozenset({"answer"}),
    ),
    Pack(
        key="information",
        name=Wording("周知文一式", "Letter for information"),
        documents=[_INFORMATION, ENCLOSURES, _RECORD, CHECKLIST],
        needs=_SENT_ON,
        leaves_out=frozenset({"answer"}),
    ),
    Pack(
        key="information_each",
        name=Wording("周知文（団体ごと）", "Letter for information, to each body"),
        documents=[_to_each(_INFORMATION)],
        each=EVERY_BODY,
        needs=_SENT_ON,
        leaves_out=frozenset({"answer"}),
    ),
    Pack(
        key="reminder",
        name=Wording("督促文一式", "Reminder"),
        documents=[_REMINDER, _UNANSWERED, _ANSWER_SHEET, _RECORD, CHECKLIST],
        merges_enclosures=False,
        needs=Needs(row=YET_TO_ANSWER),
    ),
    Pack(
        key="reminder_each",
        name=Wording("督促文（未回答の団体ごと）", "Reminder, to each body yet to answer"),
        documents=[_to_each(_REMINDER, _NOT_YET), _ANSWER_SHEET_OF_ONE],
        merges_enclosures=False,
        each=YET_TO_ANSWER,
    ),
    Pack(
        key="reply",
        name=Wording("本部への回答一式", "Reply to headquarters"),
        documents=[_REPLY, _ANSWERS, ENCLOSURES, _RECORD, CHECKLIST],
        leaves_out=frozenset({"notice", "blank"}),
    ),
]
