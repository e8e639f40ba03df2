"""What an application for 自治体国際協力促進事業（モデル事業） is asked; the official form's layout is not public."""

from clair_desktop.blocks.applicant import BODY_APPLICANT
from clair_desktop.blocks.costs import COSTS
from clair_desktop.blocks.grant_terms import SUBMISSION
from clair_desktop.blocks.grant_workflow import AWARD, CORRECTION, REPORT
from clair_desktop.blocks.partners import PARTNERSHIP
from clair_desktop.blocks.project import CONTENTS, EFFECT, NOVELTY, PAST_GRANTS, PERIOD, PLACES, PLAN, TITLES
from clair_desktop.blocks.public_funding import PUBLIC_FUNDING
from clair_desktop.domain.fields import Choice, Choices, Day, Option, Section, Text, YesNo
from clair_desktop.domain.wording import Wording

# The fields of the report on FY2005, as printed there (医療保険 too).
FIELDS = (
    Option("forestry", Wording("林業", "Forestry")),
    Option("education", Wording("教育", "Education")),
    Option("environment", Wording("環境", "Environment")),
    Option("training", Wording("人材育成", "Training")),
    Option("medical", Wording("医療保険", "Medical care")),
    Option("peace", Wording("平和貢献", "Contribution to peace")),
    Option("economy", Wording("産業・経済", "Industry and economy")),
    Option("other", Wording("その他", "Other")),
)

PROJECT = Section(
    "project",
    Wording("事業の内容", "Project"),
    [
        *TITLES,
        Choice(key="field", label=Wording("対象分野", "Field"), required=True, options=FIELDS),
        Choices(key="other_fields", label=Wording("あわせて関わる分野", "Other fields concerned"), options=FIELDS),
        NOVELTY,
        *PLAN,
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
            key="pioneering",
            label=Wording(
                "他の自治体のモデルとなり得る先駆的な事業である", "It is pioneering and may be a model to others"
            ),
            required=True,
            hint=Wording(
                "物資の提供だけ、訪問団の派遣など友好交流だけの事業は、過去のQ&Aで対象外とされています。",
                "Earlier Q&A excludes the mere giving of goods and mere visits of friendship.",
            ),
        ),
        YesNo(key="funding_only", label=Wording("資金供与だけの事業である", "It only provides funds"), required=True),
        YesNo(
            key="survey_only",
            label=Wording("調査だけの事業である（事前調査事業を除く）", "It only surveys (preparatory surveys apart)"),
            required=True,
        ),
        *PUBLIC_FUNDING,
    ],
)

PUBLICITY = Section(
    "dissemination",
    Wording("報告会と周知", "Report meeting and publicity"),
    [
        Day(key="report_meeting", label=Wording("報告会の日", "Day of the report meeting")),
        Text(key="publicity", label=Wording("他の自治体への周知", "How others were told"), lines=3),
    ],
    stage="report",
)

SECTIONS = [BODY_APPLICANT, PARTNERSHIP, PROJECT, REQUIREMENTS, COSTS, SUBMISSION, CORRECTION, AWARD, REPORT, PUBLICITY]
