"""What an application for 多文化共生のまちづくり促進事業 is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import BODY_APPLICANT
from clair_desktop.blocks.costs import COSTS
from clair_desktop.blocks.grant_terms import SUBMISSION
from clair_desktop.blocks.grant_workflow import AWARD, CORRECTION, REPORT
from clair_desktop.blocks.partners import PARTNERSHIP
from clair_desktop.blocks.project import CONTENTS, EFFECT, NOVELTY, PAST_GRANTS, PERIOD, TITLES
from clair_desktop.blocks.public_funding import PUBLIC_FUNDING
from clair_desktop.domain.fields import Choices, Option, Section, YesNo
from clair_desktop.domain.wording import Wording

CATEGORY = Choices(
    key="category",
    label=Wording("事業区分", "Category"),
    required=True,
    options=[
        Option("health", Wording("(1)医療・保健・福祉支援", "(1) Medical care, health and welfare")),
        Option("disaster", Wording("(2)防災支援", "(2) Disaster preparedness")),
        Option("education", Wording("(3)教育支援", "(3) Education")),
        Option("labour", Wording("(4)労働環境整備", "(4) Working conditions")),
        Option(
            "housing",
            Wording(
                "(5)居住・生活支援（令和2年度以前は居住支援）", "(5) Housing and daily life (until FY2020: housing)"
            ),
        ),
        Option("participation", Wording("(6)外国人住民の自立と社会参画支援", "(6) Independence and participation")),
        Option(
            "language",
            Wording("(7)(1)～(6)に必要な多言語化・日本語学習支援", "(7) Translation and Japanese for (1) to (6)"),
        ),
    ],
)

PROJECT = Section(
    "project",
    Wording("事業の内容", "Project"),
    [
        *TITLES,
        CATEGORY,
        NOVELTY,
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
            key="refinanced",
            label=Wording(
                "従来から実施している事業の財源の組替えを主とする", "It mainly refinances what was done before"
            ),
            required=True,
        ),
        YesNo(
            key="fee_relief",
            label=Wording(
                "従来から実施している事業の参加者負担等の軽減を主とする",
                "It mainly relieves participants of fees for what was done before",
            ),
            required=True,
        ),
        YesNo(key="funding_only", label=Wording("資金供与だけの事業である", "It only provides funds"), required=True),
        *PUBLIC_FUNDING,
    ],
)

SECTIONS = [BODY_APPLICANT, PARTNERSHIP, PROJECT, REQUIREMENTS, COSTS, SUBMISSION, CORRECTION, AWARD, REPORT]
