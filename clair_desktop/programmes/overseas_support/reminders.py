"""What the overseas offices' pages ask visitors to make sure of, as questions with the advice for a no."""

from collections.abc import Iterator
from dataclasses import dataclass

from clair_desktop.blocks.overseas_places import offices_of
from clair_desktop.domain.coverage import Purpose
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.offices import overseas_office
from clair_desktop.domain.publications_abroad import (
    ADVICE_BEIJING,
    ADVICE_LONDON,
    ADVICE_NEW_YORK,
    ADVICE_PARIS,
    ADVICE_SEOUL,
    ADVICE_SINGAPORE,
)
from clair_desktop.domain.rulings import Finding, Rulebook, Source, Verdict
from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one office asks visitors to make sure of: the question that answers it, and what to do if it is not so."""

    office: str
    field: str
    met: Wording
    otherwise: Wording
    source: Source


REMINDERS = (
    Reminder(
        "singapore",
        "no_repetition",
        Wording("過去の訪問と内容が重なりません。", "The visit repeats no earlier one."),
        Wording(
            "シンガポール：過去に訪問した職員がいないか調べ、内容が重ならないようにしてください。",
            "Singapore: find out whether colleagues have been there before, and do not repeat their questions.",
        ),
        ADVICE_SINGAPORE,
    ),
    Reminder(
        "singapore",
        "topics_told",
        Wording("趣旨と議論したい内容を示します。", "Purpose and topics are told beforehand."),
        Wording(
            "シンガポール：表敬や「話を聞くだけ」の訪問は断られます。趣旨と議論したい内容を示し、日本の情報も用意してください。",
            "Singapore: courtesy calls are refused. Tell the purpose and topics, and bring information on Japan.",
        ),
        ADVICE_SINGAPORE,
    ),
    Reminder(
        "london",
        "right_level",
        Wording("国の事務か自治体の事務かを調べてあります。", "Whose task it is has been looked up."),
        Wording(
            "ロンドン：国と自治体の事務分担が日本と異なります（医療・農林水産は自治体の事務ではない）。先に調べてください。",
            "London: tasks are divided differently there (health and farming are not municipal). Look it up first.",
        ),
        ADVICE_LONDON,
    ),
    Reminder(
        "paris",
        "choice_founded",
        Wording("制度を調べ、訪問先を選んだ理由があります。", "The system is studied and the choice founded."),
        Wording(
            "パリ：自治体の数が非常に多いため、制度を調べた上で、その自治体を選んだ理由を示してください。",
            "Paris: there are very many municipalities. Study the system and say why you chose this one.",
        ),
        ADVICE_PARIS,
    ),
    Reminder(
        "beijing",
        "through_foreign_affairs",
        Wording("外事弁公室か事務所を通じて依頼します。", "The foreign affairs office is asked."),
        Wording(
            "北京：面識のない訪問先は、地方政府の外事弁公室か北京事務所を通じて依頼し、複数の日時を示してください。",
            "Beijing: ask through the local foreign affairs office or the Beijing Office, and offer several times.",
        ),
        ADVICE_BEIJING,
    ),
    Reminder(
        "new_york",
        "website_read",
        Wording("相手のウェブサイトを読み、質問を絞ってあります。", "Their website is read and questions are few."),
        Wording(
            "ニューヨーク：相手のウェブサイトで分かることを尋ねると断られます。先に読み、質問を絞ってください。",
            "New York: questions the website answers are refused. Read it first and ask little.",
        ),
        ADVICE_NEW_YORK,
    ),
    Reminder(
        "seoul",
        "exchange_section",
        Wording("国際交流担当部署に最初に連絡します。", "The exchange section is asked first."),
        Wording(
            "ソウル：最初の連絡は広域自治体の国際交流担当部署へ。着信を確かめ、名刺は多めに用意してください。",
            "Seoul: first ask the exchange section of the wider authority, check that mail arrived, bring many cards.",
        ),
        ADVICE_SEOUL,
    ),
)


def reminders_of_the_offices(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """What the pages of the offices concerned ask visitors to make sure of."""
    concerned = offices_of(facts, Purpose.SUPPORT)
    for one in REMINDERS:
        if one.office in concerned:
            done = facts.text(one.field) == "yes"
            verdict, message = (Verdict.MET, one.met) if done else (Verdict.UNDECIDED, one.otherwise)
            yield Finding(one.field, verdict, message, one.field, source=one.source)


def _named(one: Reminder) -> Wording:
    """パリ事務所の案内, Advice of the Paris Office."""
    name = overseas_office(one.office).name
    return Wording(f"{name.ja}の案内", f"Advice of the {name.en}")


REMINDER_NAMES = {one.field: _named(one) for one in REMINDERS}
