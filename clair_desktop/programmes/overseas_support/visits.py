"""Whom the delegation wishes to meet, when, what it will ask, and what it has made sure of beforehand."""

from clair_desktop.blocks.clock_times import TimeOfDay
from clair_desktop.domain.fields import Choice, Count, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording

# What the letters to a body say of it; they are written in English, whatever the body's language.
_LETTER_COLUMNS = [
    Text(
        key="body_abroad",
        label=Wording("手紙：機関名（英語）", "Letter: name of the body"),
        hint=Wording("空欄なら機関名の欄を使う", "Left empty, the body's name is used"),
    ),
    Text(key="city", label=Wording("手紙：都市（英語）", "Letter: city")),
    Text(key="person", label=Wording("手紙：面会希望者の氏名（英語）", "Letter: person to meet")),
    Text(key="post", label=Wording("手紙：職・部署（英語）", "Letter: title and section")),
    Text(
        key="dear",
        label=Wording("手紙：呼びかけ", "Letter: salutation"),
        hint=Wording("Dearに続く語。空欄ならSir or Madam", "The words after Dear; left empty, Sir or Madam"),
    ),
    Text(key="interest", label=Wording("手紙：特に知りたいこと（英語）", "Letter: what we wish to learn"), lines=2),
    Day(key="replied_on", label=Wording("先方の返信（承諾）の日付", "Date of their letter")),
    Text(key="attending", label=Wording("先方の同席者（英語）", "Who will attend with them")),
    Day(key="new_day", label=Wording("変更後の希望日", "New day")),
    TimeOfDay(key="new_time", label=Wording("変更後の希望時刻（現地）", "New local time")),
    Day(key="other_day", label=Wording("変更後の代わりの日", "New day, alternative")),
    TimeOfDay(key="other_time", label=Wording("変更後の代わりの時刻（現地）", "New local time, alternative")),
    Text(key="change_reason", label=Wording("変更・取りやめの理由（英語）", "Reason for the change"), lines=2),
    Text(key="learnt", label=Wording("特に参考になったこと（英語）", "What helped us most"), lines=2),
]

TARGETS = Rows(
    key="targets",
    label=Wording("訪問希望先", "Bodies to visit"),
    columns=[
        Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
        Text(key="area", label=Wording("都市", "City")),
        Text(key="body", label=Wording("機関名", "Body"), required=True, searchable=True),
        Text(key="section", label=Wording("部署・面会希望者の職", "Section, whom to meet")),
        Text(
            key="address",
            label=Wording("所在地", "Address"),
            lines=2,
            hint=Wording("手紙の宛名になるので、現地の表記で", "As it stands on the letter's envelope"),
        ),
        Text(key="contact_before", label=Wording("これまでの接点", "Earlier contact")),
        Text(key="reason", label=Wording("訪問先とする理由", "Reason for the choice"), lines=2),
        Choice(
            key="progress",
            label=Wording("状況", "Progress"),
            options=[
                Option("asked", Wording("依頼中", "Asked")),
                Option("confirmed", Wording("確定", "Confirmed")),
                Option("changed", Wording("変更", "Changed")),
                Option("declined", Wording("不可", "Declined")),
                Option("cancelled", Wording("取りやめ", "Cancelled")),
                Option("held", Wording("面会済", "Held")),
            ],
        ),
        Day(key="confirmed_day", label=Wording("確定日", "Fixed day")),
        TimeOfDay(key="confirmed_time", label=Wording("確定時刻（現地）", "Fixed local time")),
        Text(key="confirmed_place", label=Wording("面会場所", "Place of the meeting")),
        *_LETTER_COLUMNS,
    ],
)

SLOTS = Rows(
    key="slots",
    label=Wording("希望日時", "Times wished for"),
    hint=Wording("訪問先ごとに2つ以上", "Two or more for each body"),
    columns=[
        Count(key="target", label=Wording("訪問希望先No.", "Body no."), required=True),
        Choice(
            key="rank",
            label=Wording("順位", "Choice"),
            options=[
                Option("first", Wording("第1希望", "First")),
                Option("second", Wording("第2希望", "Second")),
                Option("third", Wording("第3希望", "Third")),
            ],
        ),
        Day(key="day", label=Wording("月日", "Date"), required=True),
        TimeOfDay(key="time", label=Wording("開始時刻（現地）", "Starts (local time)"), required=True),
        Count(key="duration", label=Wording("所要（分）", "Minutes")),
    ],
)

VISITS = Section("visits", Wording("訪問希望先と日時", "Visits"), [TARGETS, SLOTS])

QUESTIONS = Section(
    "question_list",
    Wording("質問書", "Questions"),
    [
        Rows(
            key="questions",
            label=Wording("質問事項", "Questions"),
            hint=Wording(
                "質問は絞って具体的に。相手のウェブサイトで分かることは尋ねない。",
                "Few and to the point; nothing the website answers.",
            ),
            columns=[
                Count(key="target", label=Wording("訪問希望先No.", "Body no.")),
                Text(key="question", label=Wording("質問", "Question in Japanese"), required=True, lines=3),
                Text(key="question_en", label=Wording("質問（英語）", "Question"), lines=3),
                Text(key="situation", label=Wording("日本の現状", "Situation in Japan (Japanese)"), lines=2),
                Text(key="situation_en", label=Wording("日本の現状（英語）", "Background"), lines=2),
            ],
        )
    ],
)

PREPARATION = Section(
    "preparation",
    Wording("訪問前の確認", "Preparation"),
    [
        YesNo(
            key="no_repetition",
            label=Wording("過去の訪問と内容が重ならない", "It does not repeat an earlier visit"),
            hint=Wording("シンガポール事務所の案内による", "As the Singapore Office advises"),
        ),
        YesNo(
            key="topics_told",
            label=Wording("趣旨と議論したい内容を先方に示す", "Purpose and topics are told beforehand"),
            hint=Wording("シンガポール事務所の案内による", "As the Singapore Office advises"),
        ),
        YesNo(
            key="right_level",
            label=Wording("国と自治体のどちらの事務かを調べた", "Whether state or municipality does it is known"),
            hint=Wording("ロンドン事務所の案内による", "As the London Office advises"),
        ),
        YesNo(
            key="choice_founded",
            label=Wording("制度を調べ、その自治体を選んだ理由がある", "The system is studied, the choice founded"),
            hint=Wording("パリ事務所の案内による", "As the Paris Office advises"),
        ),
        YesNo(
            key="through_foreign_affairs",
            label=Wording("外事弁公室か事務所を通じて依頼する", "Asked through the foreign affairs office"),
            hint=Wording("北京事務所の案内による", "As the Beijing Office advises"),
        ),
        YesNo(
            key="website_read",
            label=Wording("相手のウェブサイトを読み、質問を絞った", "Their website is read, questions are few"),
            hint=Wording("ニューヨーク事務所の案内による", "As the New York Office advises"),
        ),
        YesNo(
            key="exchange_section",
            label=Wording("広域自治体の国際交流担当部署に最初に連絡する", "The exchange section is asked first"),
            hint=Wording("ソウル事務所の案内による", "As the Seoul Office advises"),
        ),
    ],
)
