"""What an application for 経済活動助成事業 is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.costs import COSTS
from clair_desktop.blocks.grant_workflow import AWARD, REPORT
from clair_desktop.domain.fields import Choice, Choices, Country, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.wording import Wording

PROJECT = Section(
    "project",
    Wording("事業の内容", "Project"),
    [
        Text(key="title", label=Wording("事業名", "Title"), required=True, searchable=True),
        Text(key="title_en", label=Wording("事業名（英語）", "Title in English"), searchable=True),
        Choices(
            key="category",
            label=Wording("事業区分", "Category"),
            required=True,
            options=[
                Option("market_development", Wording("海外販路開拓", "Developing overseas markets")),
                Option("tourism", Wording("海外観光客の誘致", "Attracting overseas visitors")),
            ],
        ),
        Choice(
            key="place",
            label=Wording("主たる実施地", "Main location"),
            required=True,
            options=[
                Option("abroad", Wording("海外", "Abroad")),
                Option("japan", Wording("国内", "In Japan")),
            ],
            hint=Wording("上限額が決まります。", "It decides which cap applies."),
        ),
        Text(
            key="place_reason",
            label=Wording("主たる実施地の判断理由（国内外にまたがる場合）", "Why this location (if both)"),
            lines=2,
        ),
        Rows(
            key="places",
            label=Wording("対象国・地域", "Countries and places"),
            columns=[
                Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
                Text(key="area", label=Wording("都市等", "City or area"), searchable=True),
                Text(key="partner", label=Wording("相手団体", "Partner"), searchable=True),
            ],
        ),
        Day(key="starts", label=Wording("実施期間（開始）", "Period: from"), required=True),
        Day(key="ends", label=Wording("実施期間（終了）", "Period: to"), required=True),
        Text(key="purpose", label=Wording("事業の目的", "Purpose"), required=True, lines=4),
        Text(key="contents", label=Wording("事業の内容", "Contents"), required=True, lines=6),
        Text(key="effect", label=Wording("期待される経済効果", "Expected economic effect"), required=True, lines=4),
        Text(
            key="reference_value",
            label=Wording("他の地方公共団体の参考となる点", "What other local authorities can learn"),
            required=True,
            lines=3,
        ),
    ],
)

REQUIREMENTS = Section(
    "requirements",
    Wording("助成の要件", "Conditions of the grant"),
    [
        YesNo(
            key="directly_involved",
            label=Wording(
                "地方公共団体が企画するなど直接関与している", "The local authority plans it or is directly involved"
            ),
            required=True,
        ),
        YesNo(
            key="effect_expected",
            label=Wording("将来的な経済効果が見込まれる", "A future economic effect is expected"),
            required=True,
        ),
        YesNo(
            key="useful_to_others",
            label=Wording("他の地方公共団体の参考となることが見込まれる", "It is expected to be of use to others"),
            required=True,
        ),
        YesNo(key="funding_only", label=Wording("資金供与だけの事業である", "It only provides funds"), required=True),
        YesNo(
            key="other_public_funding",
            label=Wording(
                "国・地方公共団体・これらに準ずる機関の助成を受けている",
                "It is funded by the State, a local authority or a similar body",
            ),
            required=True,
        ),
    ],
)

SECTIONS = [APPLICANT, PROJECT, REQUIREMENTS, COSTS, AWARD, REPORT]
