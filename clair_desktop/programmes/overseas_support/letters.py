"""Letters to the bodies visited, one for each: asking for an appointment, changing it, cancelling it, and thanks.

They carry the facts that CLAIR's models carry, in words of our own. The English text is the letter, signed by the
requester; the Japanese one is its reading copy for approval within the office.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from clair_desktop.domain.documents import Addressee, Document, Each, Letter, Party
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Section, Text
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.overseas_support.appointments import RECKONED

LETTERS = Section(
    "letters_abroad",
    Wording("訪問先への手紙（各通に共通・英語）", "Letters to the bodies (what each of them says)"),
    [
        Text(key="introduction", label=Wording("団体の紹介（英語）", "Who we are"), lines=2),
        Text(key="purpose_en", label=Wording("訪問の目的（英語）", "Purpose of the visit"), lines=3),
        Text(key="signer", label=Wording("署名者の氏名（ローマ字）", "Name of the person signing")),
        Text(key="signer_title", label=Wording("署名者の職名（英語）", "Title of the person signing")),
    ],
    stage="letters",
)

Row = Mapping[str, object]
_TO = Addressee(
    [Wording("{targets.inside_address}", "{targets.inside_address}")],
    Wording("{targets.dear}　様", "Dear {targets.dear},"),
)
_SIGNED = [Wording("{applicant_name}\n{representative}", "{signer}\n{signer_title}\n{applicant_name}")]
_ANSWER_TO = [Wording("電話　{phone}", "Tel.: {phone}"), Wording("電子メール　{email}", "E-mail: {email}")]
_COPY = "（英文書簡の和文控え）"
_ALWAYS = ("applicant", "signer", "signer_title", "name_abroad", "address")


def _letter(key: str, name: Wording, subject: Wording, *paragraphs: Wording) -> Document:
    layout = Letter(
        to=_TO,
        sender=Party.APPLICANT,
        subject=Wording(f"{subject.ja}{_COPY}", subject.en),
        paragraphs=paragraphs,
        signature=_SIGNED,
        contact=_ANSWER_TO,
    )
    return Document(key=key, name=name, layout=layout)


def _each(chosen: Callable[[Facts, Row], bool], when: Wording, *needs: str) -> Each:
    return Each(rows="targets", name="body", chosen=chosen, when=when, needs=[*_ALWAYS, *needs], reckoned=RECKONED)


def _stands(row: Row, states: Sequence[str]) -> bool:
    return row.get("progress", "") in states


def _not_yet_asked(_facts: Facts, row: Row) -> bool:
    return _stands(row, [""])


def _has_a_new_day(_facts: Facts, row: Row) -> bool:
    """A new time is proposed that is not the one agreed already."""
    proposed = (row.get("new_day"), row.get("new_time"))
    agreed = (row.get("confirmed_day"), row.get("confirmed_time"))
    return _stands(row, ["confirmed", "changed"]) and "new_day" in row and proposed != agreed


def _called_off(_facts: Facts, row: Row) -> bool:
    return _stands(row, ["cancelled"])


def _met(facts: Facts, row: Row) -> bool:
    """Held, or fixed for a day that has passed when the letter is written."""
    day, moved = row.get("confirmed_day"), _has_a_new_day(facts, row)
    passed = isinstance(day, date) and day <= facts.on
    return _stands(row, ["held"]) or (_stands(row, ["confirmed"]) and passed and not moved)


TO_BE_ASKED = _each(
    _not_yet_asked,
    Wording("状況が空欄の訪問先に作ります。", "It is made for bodies whose progress is empty."),
    "purpose_en",
    "city_abroad",
    "wished",
)
TO_BE_MOVED = _each(
    _has_a_new_day,
    Wording(
        "状況が「確定」か「変更」で、変更後の希望日がある訪問先に作ります。",
        "It is made for bodies confirmed or changed that have a new day.",
    ),
    "replied_on",
    "confirmed",
    "renewed",
    "change_reason",
)
TO_BE_CANCELLED = _each(
    _called_off,
    Wording("状況が「取りやめ」の訪問先に作ります。", "It is made for bodies whose appointment is cancelled."),
    "change_reason",
)
TO_BE_THANKED = _each(
    _met,
    Wording(
        "状況が「面会済」の訪問先と、「確定」で確定日を過ぎた訪問先に作ります。",
        "It is made for bodies that were met, and for those confirmed whose day has passed.",
    ),
    "met_on",
)

REQUEST = _letter(
    "appointment_request",
    Wording("面会依頼の手紙", "Letter asking for an appointment"),
    Wording("面会のお願い", "Request for an appointment during our visit to {targets.city_abroad}"),
    Wording(
        "日本の地方公共団体である{applicant_name}から御連絡します。{introduction}",
        "I am writing on behalf of {applicant_name}, a local authority in Japan. {introduction}",
    ),
    Wording("訪問の目的は次のとおりです。{purpose}", "The purpose of our visit is as follows. {purpose_en}"),
    Wording(
        "特に次のことを伺いたいと考えています。{targets.interest}",
        "We should especially like to learn about the following. {targets.interest}",
    ),
    Wording("{targets.attached}", "{targets.attached}"),
    Wording("{targets.proposal}", "{targets.proposal}"),
    Wording(
        "調整のため、なるべく早く御返事をいただければ幸いです。",
        "An early reply would help us greatly with our arrangements. We look forward to hearing from you.",
    ),
)

CHANGE = _letter(
    "appointment_change",
    Wording("面会日時変更の手紙", "Letter changing an appointment"),
    Wording("面会日時の変更のお願い", "Our appointment on {targets.met_on}: request for another time"),
    Wording("{targets.agreed}", "{targets.agreed} Thank you for your kindness."),
    Wording(
        "同席の御予定と伺った方：{targets.attending}",
        "You told us that the following would attend: {targets.attending}",
    ),
    Wording(
        "申し訳ありませんが、次の理由でその時刻に伺えなくなりました。{targets.change_reason}",
        "To our great regret we can no longer come at that time, for the following reason. {targets.change_reason}",
    ),
    Wording(
        "{targets.renewed}に改めていただくことはできないでしょうか。",
        "Might we come instead on {targets.renewed}?",
    ),
    Wording(
        "御迷惑をお詫びします。同席の皆様にもよろしくお伝えいただき、御都合をお知らせください。",
        "We apologise to you and to everyone concerned for the trouble, and should be grateful if you would confirm "
        "the new time.",
    ),
)

CANCELLATION = _letter(
    "appointment_cancellation",
    Wording("面会取りやめの手紙", "Letter cancelling an appointment"),
    Wording("面会の取りやめについて", "Cancellation of our visit to {targets.name_abroad}"),
    Wording("{targets.agreed}", "{targets.agreed}"),
    Wording(
        "誠に申し訳ありませんが、次の理由で取りやめざるを得なくなりました。{targets.change_reason}",
        "I very much regret that we must cancel this visit, for the following reason. {targets.change_reason}",
    ),
    Wording(
        "お時間を割いて御準備くださった皆様に、心からお詫びします。機会を改めてお目にかかれれば幸いです。",
        "Please accept our sincere apologies to all who had set time aside for us. We hope that there will be another "
        "opportunity to meet you.",
    ),
)

THANKS = _letter(
    "thanks",
    Wording("礼状", "Letter of thanks"),
    Wording("訪問のお礼", "Thank you for receiving our delegation"),
    Wording(
        "{targets.met_on}の訪問では、お忙しい中、一行を温かくお迎えくださり、心から感謝します。",
        "Thank you most warmly for receiving our delegation on {targets.met_on} in spite of your many duties.",
    ),
    Wording(
        "特に参考になったことを記します。{targets.learnt}", "What helped us most was the following. {targets.learnt}"
    ),
    Wording(
        "伺ったことを今後の施策に生かします。来日の折には、ぜひ{applicant_name}にお立ち寄りください。",
        "We shall put what we learnt to use in our own work. Should you visit Japan, {applicant_name} would be honoured "
        "to welcome you.",
    ),
    Wording("同席くださった皆様にもよろしくお伝えください。", "Please convey our thanks to your colleagues as well."),
)
