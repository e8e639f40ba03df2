"""What a call or enquiry of headquarters says, whom the branch passes it on to, and what they answer."""

from clair_desktop.domain.calls import CallAnswer, Collected
from clair_desktop.domain.divisions import DIVISIONS
from clair_desktop.domain.fields import Choice, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.wording import Wording

JAPAN_CHINA_KOREA, JAPAN_FRANCE = "japan_china_korea", "japan_france"
HAS_ANSWER, NOTHING_APPLIES = "answer", "none"

SUBJECTS = (
    Option("economic_seminar", Wording("海外経済セミナー", "Seminar on overseas economies")),
    Option("food_fair", Wording("日本ふるさと名産食品展", "Fair of local foods of Japan")),
    Option("multicultural_training", Wording("多文化共生に係る研修", "Training in multicultural policy")),
    Option("study_camp", Wording("体験塾", "Study camp")),
    Option("study_abroad", Wording("多文化共生施策に係る交流プログラム（海外研修）", "Study programme abroad")),
    Option("plaza_seminar", Wording("市民国際プラザのセミナー", "Seminar of the Citizens' International Plaza")),
    Option("exchange_award", Wording("自治体国際交流表彰（総務大臣賞）", "Award for international exchange")),
    Option(JAPAN_CHINA_KOREA, Wording("日中韓3か国地方政府交流会議", "Japan-China-Korea conference")),
    Option(JAPAN_FRANCE, Wording("日仏自治体交流会議", "Japan-France conference")),
    Option("jet", Wording("JETプログラム", "JET Programme")),
    Option("other", Wording("その他", "Other")),
)

CALL = Section(
    "call",
    Wording("本部からの照会・募集", "Call from headquarters"),
    [
        Choice(key="subject", label=Wording("事業", "Business"), required=True, options=SUBJECTS),
        Choice(
            key="sort",
            label=Wording("区分", "Sort"),
            required=True,
            options=[
                Option("enquiry", Wording("照会", "Enquiry")),
                Option("call", Wording("募集", "Call")),
                Option("notice", Wording("周知", "Notice")),
            ],
        ),
        Text(key="title", label=Wording("件名", "Title"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Title in English"), searchable=True),
        Choice(
            key="division",
            label=Wording("本部の担当課", "Division of headquarters"),
            required=True,
            options=[Option(one.key, one.name) for one in DIVISIONS.values()],
        ),
        Text(key="notice_number", label=Wording("本部の文書番号", "Headquarters' document number"), searchable=True),
        Day(key="notice_on", label=Wording("本部の通知日", "Day of headquarters' letter"), required=True),
        Text(key="summary", label=Wording("内容の要点", "Summary"), required=True, lines=4),
        Text(key="held", label=Wording("開催日・期間", "Held on")),
        Text(key="place", label=Wording("開催地・方法", "Place or means")),
        YesNo(key="reply_wanted", label=Wording("本部への回答が要る", "Headquarters wants a reply"), required=True),
        Text(key="asked", label=Wording("回答してもらう事項", "What is to be answered"), lines=3),
        Day(
            key="headquarters_deadline",
            label=Wording("本部への回答期限", "Reply due at headquarters"),
            required_when=("reply_wanted", "yes"),
        ),
        Choice(
            key="arrival",
            label=Wording("期限の種別", "Kind of deadline"),
            options=[
                Option("must_arrive", Wording("必着", "Must arrive")),
                Option("postmark", Wording("消印有効", "Postmark")),
            ],
            hint=Wording("本部の通知に記載がなければ空のまま", "Leave empty if headquarters' letter does not say"),
        ),
        Day(
            key="branch_deadline",
            label=Wording("支部への回答期限", "Reply due at the branch"),
            required_when=("reply_wanted", "yes"),
        ),
    ],
)

# The name and post that the branch's letter is addressed to; in lists they stand where other cases have an applicant.
ADDRESSEES = Section(
    "addressees",
    Wording("回付先と回答", "Bodies asked, and their answers"),
    [
        Text(
            key="requester_name",
            label=Wording("宛名", "Addressed to"),
            required=True,
            hint=Wording("例：県内各市町村", "For example: municipalities of the prefecture"),
        ),
        Text(key="requester_name_en", label=Wording("宛名（英語）", "Addressed to (in English)")),
        Text(key="representative", label=Wording("宛先の職", "Post addressed")),
        Text(
            key="representative_en",
            label=Wording("宛先の職（英語）", "Post addressed (in English)"),
            since=FiscalYear(2026),
        ),
        Rows(
            key="bodies",
            label=Wording("回付先", "Bodies asked"),
            required=True,
            columns=[
                Authority(key="body", label=Wording("地方公共団体", "Local authority"), searchable=True),
                Text(key="name", label=Wording("その他の団体", "Other body"), searchable=True),
                Choice(
                    key="answer",
                    label=Wording("回答", "Answer"),
                    options=[
                        Option(HAS_ANSWER, Wording("回答あり", "Answered")),
                        Option(NOTHING_APPLIES, Wording("該当なし", "Nothing to report")),
                    ],
                ),
                Day(key="answered_on", label=Wording("回答日", "Answered on")),
                Text(key="contents", label=Wording("回答の内容", "What was answered"), lines=2),
                Day(key="reminded_on", label=Wording("督促日", "Reminded on")),
            ],
        ),
    ],
)

# What the room of calls has recorded fills the rows of a new case, and so the collected reply to headquarters.
COLLECTED = Collected(
    rows="bodies",
    body="body",
    name="name",
    answer="answer",
    answered_on="answered_on",
    note="contents",
    reminded_on="reminded_on",
    options={CallAnswer.APPLYING: HAS_ANSWER, CallAnswer.NOTHING: NOTHING_APPLIES},
)

REPLY = Section(
    "reply",
    Wording("本部への回答", "Reply to headquarters"),
    [
        Text(key="reply_note", label=Wording("取りまとめの要点", "What the answers come to"), lines=3),
        Day(key="sent_on", label=Wording("本部へ送った日", "Sent to headquarters on")),
        Day(key="arrived_on", label=Wording("本部に届いた日", "Arrived at headquarters on")),
    ],
    stage="reply",
)

SECTIONS = [CALL, ADDRESSEES, REPLY]
