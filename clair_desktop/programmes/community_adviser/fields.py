"""What an application for a community adviser is asked; 様式第1号～第3号 exist, their layout is not public."""

from clair_desktop.blocks.adviser_dispatch import ARRANGEMENT, PREFERRED_DAYS, REPORT
from clair_desktop.blocks.applicant import BODY_APPLICANT
from clair_desktop.blocks.branch_letters import CORRECTION
from clair_desktop.blocks.earlier_uses import unrecorded
from clair_desktop.blocks.units import PERSONS
from clair_desktop.domain.fields import Choice, Count, Option, Section, Text, YesNo
from clair_desktop.domain.wording import Wording

TOPICS = (
    Option("disaster", Wording("災害時の外国人支援", "Helping foreign residents in disasters")),
    Option("plain_japanese", Wording("やさしい日本語", "Plain Japanese")),
    Option("other", Wording("その他多文化共生等の施策の推進・住民理解", "Other multicultural policy, understanding")),
)

EVENT = Section(
    "event",
    Wording("派遣を受ける事業", "Event"),
    [
        Text(key="title", label=Wording("事業名", "Title"), required=True, searchable=True),
        Text(key="title_en", label=Wording("事業名（英語）", "Title in English"), searchable=True),
        Choice(key="topic", label=Wording("対象事業の分類", "Class of project"), required=True, options=TOPICS),
        Choice(
            key="event_kind",
            label=Wording("実施形態", "Kind of event"),
            required=True,
            options=[
                Option("lecture", Wording("講演会", "Lecture")),
                Option("training", Wording("研修会・ワークショップ", "Training or workshop")),
                Option("drill", Wording("災害多言語支援センター等の訓練", "Drill of a disaster support centre")),
                Option("advice", Wording("施策・プランへの助言", "Advice on policies and plans")),
            ],
        ),
        Choice(
            key="form",
            label=Wording("派遣形態", "Form"),
            required=True,
            options=[
                Option("on_site", Wording("現地", "On site")),
                Option("online", Wording("オンライン", "Online")),
            ],
        ),
        Text(key="purpose", label=Wording("目的", "Purpose"), required=True, lines=3),
        Text(key="contents", label=Wording("内容（講演・助言の内容）", "Contents"), required=True, lines=4),
        Text(key="audience", label=Wording("対象者", "Audience"), required=True),
        Count(key="audience_number", label=Wording("参加予定人数", "Number expected"), unit=PERSONS),
        PREFERRED_DAYS,
        Text(
            key="venue",
            label=Wording("会場（オンラインの場合は接続方法）", "Venue (or link, if online)"),
            required=True,
        ),
        Text(key="wished_adviser", label=Wording("希望アドバイザー（分野）", "Adviser or field wished for")),
        YesNo(
            key="excess_by_host",
            label=Wording("上限時間を超える分の謝礼を主催者が負担する", "The host pays for the hours above the limit"),
        ),
        Text(key="host_costs", label=Wording("主催者が負担する経費", "Costs borne by the host"), lines=2),
    ],
)

# The branch's own question: its file may not hold everything that counts.
EARLIER_USES = Section(
    "earlier_uses",
    Wording("これまでの利用", "Earlier uses"),
    [
        unrecorded(
            "uses_unrecorded", Wording("今年度の利用回数（台帳にないもの）", "This year's uses that are not on file")
        )
    ],
)

SECTIONS = [BODY_APPLICANT, EVENT, EARLIER_USES, CORRECTION, ARRANGEMENT, REPORT]
