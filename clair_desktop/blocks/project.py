"""What every grant asks of a project: title, place, countries, period, purpose and contents."""

from clair_desktop.blocks.units import YEAR_OF_IT, YEARS
from clair_desktop.domain.fields import Choice, Count, Day, Field, Option, Rows, Text, Yen
from clair_desktop.domain.place_fields import Country
from clair_desktop.domain.wording import Wording

TITLES: tuple[Field, ...] = (
    Text(key="title", label=Wording("事業名", "Title"), required=True, searchable=True),
    Text(key="title_en", label=Wording("事業名（英語）", "Title in English"), searchable=True),
)

PLACE: tuple[Field, ...] = (
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
)

PLACES = Rows(
    key="places",
    label=Wording("対象国・地域", "Countries and places"),
    columns=[
        Country(key="country", label=Wording("国・地域", "Country"), required=True, searchable=True),
        Text(key="area", label=Wording("都市等", "City or area"), searchable=True),
        Text(key="partner", label=Wording("相手団体", "Partner"), searchable=True),
    ],
)

PERIOD: tuple[Field, ...] = (
    Day(key="starts", label=Wording("実施期間（開始）", "Period: from"), required=True),
    Day(key="ends", label=Wording("実施期間（終了）", "Period: to"), required=True),
)

CONTENTS: tuple[Field, ...] = (
    Text(key="purpose", label=Wording("事業の目的", "Purpose"), required=True, lines=4),
    Text(key="contents", label=Wording("事業の内容", "Contents"), required=True, lines=6),
)

EFFECT: tuple[Field, ...] = (
    Text(key="effect", label=Wording("期待される効果", "Expected effect"), required=True, lines=4),
    Text(key="reference_value", label=Wording("波及性", "Wider effect"), required=True, lines=3),
)

NOVELTY_NEW, NOVELTY_EXPANDED, NOVELTY_CONTINUING = "new", "expanded", "continuing"
NOVELTY = Choice(
    key="novelty",
    label=Wording("新規・継続の別", "New or continuing"),
    required=True,
    options=[
        Option(NOVELTY_NEW, Wording("新規", "New")),
        Option(NOVELTY_EXPANDED, Wording("継続（内容の拡充）", "Continuing, enlarged")),
        Option(NOVELTY_CONTINUING, Wording("継続", "Continuing")),
    ],
)

PAST_GRANTS = Rows(
    key="past_grants",
    label=Wording("過去の助成実績", "Earlier grants"),
    columns=[
        Text(key="year", label=Wording("年度", "Fiscal year"), required=True),
        Text(key="title", label=Wording("事業名", "Title"), searchable=True),
        Yen(key="amount", label=Wording("助成額", "Amount")),
    ],
)

PLAN: tuple[Field, ...] = (
    Count(key="plan_years", label=Wording("全体計画の年数", "Years of the whole plan"), unit=YEARS),
    Count(key="plan_year", label=Wording("今回は何年目か", "Which year of it this is"), unit=YEAR_OF_IT),
)
