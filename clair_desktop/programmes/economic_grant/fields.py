"""What an application for 経済活動助成事業 is asked; the official form's layout is not public."""

from dataclasses import replace

from clair_desktop.blocks.applicant import APPLICANT
from clair_desktop.blocks.costs import COSTS
from clair_desktop.blocks.grant_terms import SUBMISSION
from clair_desktop.blocks.grant_workflow import AWARD, CORRECTION, REPORT
from clair_desktop.blocks.partners import PARTNERSHIP
from clair_desktop.blocks.project import CONTENTS, PAST_GRANTS, PERIOD, PLACE, PLACES, TITLES
from clair_desktop.domain.fields import Choices, Option, Section, Text, YesNo
from clair_desktop.domain.wording import Wording

PROJECT = Section(
    "project",
    Wording("事業の内容", "Project"),
    [
        *TITLES,
        Choices(
            key="category",
            label=Wording("事業区分", "Category"),
            required=True,
            options=[
                Option("market_development", Wording("海外販路開拓", "Developing overseas markets")),
                Option("tourism", Wording("海外観光客の誘致", "Attracting overseas visitors")),
            ],
        ),
        *PLACE,
        PLACES,
        *PERIOD,
        *CONTENTS,
        Text(key="effect", label=Wording("期待される経済効果", "Expected economic effect"), required=True, lines=4),
        Text(
            key="reference_value",
            label=Wording("他の地方公共団体の参考となる点", "What other local authorities can learn"),
            required=True,
            lines=3,
        ),
        PAST_GRANTS,
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

# The brochure says nothing of joint applications here: nobody need answer, and what is answered stays to be confirmed.
JOINT = replace(
    PARTNERSHIP, fields=[replace(one, required=False) if one.key == "joint" else one for one in PARTNERSHIP.fields]
)

SECTIONS = [APPLICANT, JOINT, PROJECT, REQUIREMENTS, COSTS, SUBMISSION, CORRECTION, AWARD, REPORT]
