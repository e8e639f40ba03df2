"""Letters to the bodies visited as they were typed by hand, one at a time, until FY2026.

Cases that have such a letter keep it and can print it; ``letters`` makes today's, one for each body.
"""

from collections.abc import Sequence
from dataclasses import replace

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.domain.documents import Block, Document, Form, Pack
from clair_desktop.domain.fields import Day, Section, Text
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.plain_blocks import Paragraph
from clair_desktop.domain.wording import Wording

_LAST = FiscalYear(2026)
_FIELDS = [
    Day(key="letter_day", label=Wording("手紙の日付", "Date of the letter")),
    Text(key="letter_to", label=Wording("宛先（氏名・職名・機関・所在地）", "Addressee and address"), lines=5),
    Text(
        key="letter_dear",
        label=Wording("呼びかけ", "Salutation"),
        hint=Wording("Dearに続く語（Mayorと姓など）", "The words after Dear"),
    ),
    Text(key="letter_about_us", label=Wording("団体の紹介", "Who we are"), lines=2),
    Text(key="letter_purpose", label=Wording("訪問の目的", "Purpose of the visit"), lines=3),
    Text(key="letter_interest", label=Wording("特に知りたいこと", "What we wish to learn"), lines=3),
    Text(key="letter_city", label=Wording("滞在する都市", "City")),
    Day(key="letter_city_from", label=Wording("滞在（から）", "In the city from")),
    Day(key="letter_city_to", label=Wording("滞在（まで）", "In the city to")),
    Day(key="letter_first_day", label=Wording("第1希望日", "First choice, day")),
    TimeOfDay(key="letter_first_time", label=Wording("第1希望時刻（現地）", "First choice, local time")),
    Day(key="letter_other_day", label=Wording("代わりの日", "Alternative day")),
    TimeOfDay(key="letter_other_time", label=Wording("代わりの時刻（現地）", "Alternative local time")),
    Text(key="letter_length", label=Wording("所要時間", "Length of the meeting")),
    Day(key="letter_theirs_of", label=Wording("先方の手紙の日付", "Date of their letter")),
    Day(key="letter_fixed_day", label=Wording("確定していた日", "Appointment fixed, day")),
    TimeOfDay(key="letter_fixed_time", label=Wording("確定していた時刻（現地）", "Appointment fixed, local time")),
    Text(key="letter_fixed_place", label=Wording("面会場所", "Place of the meeting")),
    Text(key="letter_attending", label=Wording("先方の同席者", "Those who were to attend"), lines=2),
    Text(key="letter_reason", label=Wording("変更・取りやめの理由", "Reason for the change"), lines=2),
    Text(key="letter_learnt", label=Wording("特に参考になったこと", "What helped us most"), lines=3),
    Text(key="letter_signed", label=Wording("署名者（氏名・職名・団体）", "Signature, title and body"), lines=4),
]
LETTER = Section(
    "letter",
    Wording("訪問先への手紙（1通ごとに入力したもの）", "Letter to a body (typed one at a time)"),
    [replace(one, until=_LAST) for one in _FIELDS],
    stage="letters",
    kept=True,
)

_READING_COPY = "（起案用和文。相手方には英文を送ります。）"


def _letter(key: str, name: Wording, subject: str, paragraphs: Sequence[Wording], enclosed: Wording | None) -> Document:
    blocks: list[Block] = [
        Paragraph(Wording("{letter_day}", "{letter_day}")),
        Paragraph(Wording("{letter_to}", "{letter_to}")),
        Paragraph(Wording("{letter_dear}　様", "Dear {letter_dear},")),
        Paragraph(Wording(f"件名　{name.ja}（{{title}}）", f"Subject: {subject} ({{title_or_title_en}})")),
        *(Paragraph(paragraph) for paragraph in paragraphs),
        Paragraph(Wording("敬具", "Yours sincerely,")),
        Paragraph(Wording("{letter_signed}", "\n\n{letter_signed}")),  # room to sign
    ]
    if enclosed:
        blocks.append(Paragraph(enclosed))
    title = Wording(f"{name.ja}{_READING_COPY}", "{applicant_name}")
    return Document(key=key, name=name, layout=Form(title=title, blocks=blocks))


_FIXED_JA = "{letter_fixed_day}{letter_fixed_time}（{letter_fixed_place}）"
_FIXED_EN = "{letter_fixed_day}, {letter_fixed_time}, at {letter_fixed_place}"
_ATTACHED = Wording("添付：質問書、訪問団員名簿、行程表", "Enclosures: list of questions, delegation, itinerary")

_REQUEST = _letter(
    "request_by_hand",
    Wording("面会依頼の手紙（手入力）", "Letter asking for an appointment, typed by hand"),
    "Request for an appointment during our visit to {letter_city}",
    [
        Wording(
            "日本の地方公共団体である{applicant_name}から御連絡します。{letter_about_us}",
            "I am writing on behalf of {applicant_name}, a local authority in Japan. {letter_about_us}",
        ),
        Wording("訪問の目的：{letter_purpose}", "The purpose of our visit is this: {letter_purpose}"),
        Wording(
            "特に伺いたいこと：{letter_interest}　質問は添付の質問書にまとめました。日本の状況も御説明します。",
            "We should especially like to learn about the following: {letter_interest} Our questions are on the attached "
            "list, and we shall gladly tell you about the situation in Japan.",
        ),
        Wording(
            "一行は{letter_city_from}から{letter_city_to}まで{letter_city}に滞在します。",
            "Our delegation will be in {letter_city} from {letter_city_from} to {letter_city_to}.",
        ),
        Wording(
            "{letter_first_day}{letter_first_time}（現地時間）から{letter_length}、お時間をいただけないでしょうか。"
            "御都合が悪ければ{letter_other_day}{letter_other_time}ではいかがでしょうか。",
            "Could you see us on {letter_first_day} at {letter_first_time} local time, for {letter_length}? "
            "If that does not suit you, {letter_other_day} at {letter_other_time} would suit us equally well.",
        ),
        Wording(
            "調整のため、なるべく早く御返事をいただければ幸いです。",
            "An early reply would help us greatly with our arrangements. We look forward to hearing from you.",
        ),
    ],
    _ATTACHED,
)

_CHANGE = _letter(
    "change_by_hand",
    Wording("面会日時変更の手紙（手入力）", "Letter changing an appointment, typed by hand"),
    "Our appointment on {letter_fixed_day}: request for another time",
    [
        Wording(
            f"{{letter_theirs_of}}付けの御手紙で{_FIXED_JA}の面会をお約束いただき、感謝します。",
            f"Thank you for your letter of {{letter_theirs_of}} in which you kindly agreed to see us on {_FIXED_EN}.",
        ),
        Wording(
            "同席を予定してくださった方：{letter_attending}",
            "You told us that the following persons would attend: {letter_attending}",
        ),
        Wording(
            "申し訳ありませんが、次の理由でその時刻に伺えなくなりました：{letter_reason}",
            "To our great regret we can no longer come at that time, for this reason: {letter_reason}",
        ),
        Wording(
            "{letter_first_day}{letter_first_time}（現地時間）、又は{letter_other_day}{letter_other_time}に"
            "改めていただくことはできないでしょうか。",
            "Might we come instead on {letter_first_day} at {letter_first_time} local time, "
            "or on {letter_other_day} at {letter_other_time}?",
        ),
        Wording(
            "御迷惑をお詫びします。同席の皆様にもよろしくお伝えいただき、御都合をお知らせください。",
            "We apologise to you and to everyone concerned for the trouble, and should be grateful if you would confirm "
            "which time suits you.",
        ),
    ],
    None,
)

_CANCELLATION = _letter(
    "cancellation_by_hand",
    Wording("面会取りやめの手紙（手入力）", "Letter cancelling an appointment, typed by hand"),
    "Cancellation of our appointment on {letter_fixed_day}",
    [
        Wording(
            f"{{letter_theirs_of}}付けの御手紙で{_FIXED_JA}の面会をお約束いただいておりました。",
            f"In your letter of {{letter_theirs_of}} you kindly agreed to see us on {_FIXED_EN}.",
        ),
        Wording(
            "誠に申し訳ありませんが、次の理由で取りやめざるを得なくなりました：{letter_reason}",
            "I very much regret that we must cancel this visit, for this reason: {letter_reason}",
        ),
        Wording(
            "お時間を割いて御準備くださった皆様に、心からお詫びします。機会を改めてお目にかかれれば幸いです。",
            "Please accept our sincere apologies to all who had set time aside for us. We hope that there will be another "
            "opportunity to meet you.",
        ),
    ],
    None,
)

_THANKS = _letter(
    "thanks_by_hand",
    Wording("礼状（手入力）", "Letter of thanks, typed by hand"),
    "Thank you for receiving our delegation",
    [
        Wording(
            "{letter_fixed_day}の訪問では、お忙しい中、一行を温かくお迎えくださり、心から感謝します。",
            "Thank you most warmly for receiving our delegation on {letter_fixed_day} in spite of your many duties.",
        ),
        Wording("特に参考になったこと：{letter_learnt}", "What helped us most was this: {letter_learnt}"),
        Wording(
            "伺ったことを今後の施策に生かします。来日の折には、ぜひ{applicant_name}にお立ち寄りください。",
            "We shall put what we learnt to use in our own work. Should you visit Japan, "
            "{applicant_name} would be honoured to welcome you.",
        ),
        Wording(
            "同席くださった皆様にもよろしくお伝えください。",
            "Please convey our thanks to your colleagues as well.",
        ),
    ],
    None,
)


PACKS_BY_HAND = [
    Pack(key=one.key, name=one.name, documents=[one], merges_enclosures=False, kept_for=kept, abroad=True)
    for one, kept in (
        (_REQUEST, "letter_purpose"),
        (_CHANGE, "letter_reason"),
        (_CANCELLATION, "letter_reason"),
        (_THANKS, "letter_learnt"),
    )
]
