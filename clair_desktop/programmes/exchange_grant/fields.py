"""What an application for 国際交流支援事業 is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import BODY_APPLICANT
from clair_desktop.blocks.costs import COSTS
from clair_desktop.blocks.grant_terms import SUBMISSION
from clair_desktop.blocks.grant_workflow import AWARD, CORRECTION, REPORT
from clair_desktop.blocks.partners import PARTNERSHIP
from clair_desktop.blocks.project import CONTENTS, EFFECT, NOVELTY, PAST_GRANTS, PERIOD, PLACE, PLACES, TITLES
from clair_desktop.blocks.public_funding import PUBLIC_FUNDING
from clair_desktop.domain.fields import Choice, Choices, Option, Section, Text, YesNo
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
                Option("sister_anniversary", Wording("①姉妹提携又は友好提携に関する記念事業", "(1) Sister-tie event")),
                Option(
                    "culture",
                    Wording("②文化・芸術又は研究に関する交流事業", "(2) Exchange in culture, art or research"),
                ),
                Option("youth", Wording("③青少年交流に関する事業", "(3) Youth exchange")),
                Option("conference", Wording("④国際会議に関する事業", "(4) International conference")),
                Option(
                    "regional", Wording("⑤地域の特色を活かした交流事業", "(5) Exchange by the region's own features")
                ),
            ],
        ),
        NOVELTY,
        YesNo(
            key="anniversary",
            label=Wording("周年事業・節目の事業である（継続の場合）", "It marks an anniversary (if continuing)"),
        ),
        Text(
            key="distinctive",
            label=Wording("発展的・特徴的・先駆的な要素（継続の場合）", "What is developed, special or pioneering"),
            lines=3,
        ),
        Choice(
            key="call_round",
            label=Wording("募集の回", "Round of the call"),
            options=[
                Option("first", Wording("1次募集", "First")),
                Option("second", Wording("2次募集", "Second")),
            ],
        ),
        *PLACE,
        PLACES,
        *PERIOD,
        *CONTENTS,
        *EFFECT,
        PAST_GRANTS,
    ],
)

REQUIREMENTS = Section(
    "requirements",
    Wording("助成の要件", "Conditions of the grant"),
    [
        YesNo(
            key="expansion_expected",
            label=Wording("交流の拡大や発展が見込まれる", "The exchange is expected to grow"),
            required=True,
        ),
        YesNo(
            key="participation_expected",
            label=Wording("地域住民などの幅広い参画が見込まれる", "Residents are expected to take part widely"),
            required=True,
            hint=Wording(
                "NPO・ボランティアとの連携、JET参加者の協力などを内容に記してください。",
                "Describe the part of NPOs, volunteers and JET participants.",
            ),
        ),
        *PUBLIC_FUNDING,
        YesNo(
            key="contribution_included",
            label=Wording("負担金を助成対象経費に含む", "The eligible cost includes contributions"),
            required=True,
        ),
        YesNo(
            key="contribution_in_public_interest",
            label=Wording(
                "負担金の相手は公益性の高い団体で、使途はこの事業である",
                "The contribution goes to a body in the public interest, for this project",
            ),
            required_when=("contribution_included", "yes"),
        ),
    ],
)

SECTIONS = [BODY_APPLICANT, PARTNERSHIP, PROJECT, REQUIREMENTS, COSTS, SUBMISSION, CORRECTION, AWARD, REPORT]
