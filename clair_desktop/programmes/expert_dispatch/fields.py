"""What a request for an expert holds, the municipality's answer to it, and what came of the dispatch.

The forms are not public; personal particulars are kept to what a choice between candidates needs.
"""

from clair_desktop.blocks.applicant import CONTACT, REPRESENTATIVE_EN
from clair_desktop.blocks.branch_letters import REMINDER
from clair_desktop.blocks.units import PERSONS
from clair_desktop.domain.fields import Choice, Count, Day, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Authority, Country
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.expert_dispatch.expertise import EXPERTISE

REQUEST = Section(
    "request",
    Wording("要請の内容", "Request"),
    [
        Text(key="title", label=Wording("件名", "Subject"), required=True, searchable=True),
        Text(key="title_en", label=Wording("件名（英語）", "Subject in English"), searchable=True),
        Day(key="requested_on", label=Wording("要請日", "Requested on"), required=True),
        Text(
            key="requester_name",
            label=Wording("要請した海外の団体", "Requesting body abroad"),
            required=True,
            searchable=True,
        ),
        Choice(
            key="origin",
            label=Wording("要請者の区分", "Who asks"),
            required=True,
            options=[
                Option("local_government", Wording("海外の自治体", "Local government abroad")),
                Option("related_body", Wording("海外の自治体の関係団体", "Body related to one")),
                Option("japanese_authority", Wording("日本の自治体", "Japanese local authority")),
            ],
        ),
        Country(key="country", label=Wording("派遣先の国", "Country"), required=True, searchable=True),
        Text(key="area", label=Wording("派遣先の都市", "City"), searchable=True),
        Choice(
            key="via_office",
            label=Wording("取り次いだ海外事務所", "Overseas office in between"),
            required=True,
            options=[
                Option("singapore", Wording("シンガポール事務所", "Singapore Office")),
                Option("beijing", Wording("北京事務所", "Beijing Office")),
            ],
        ),
        Choice(key="expertise", label=Wording("派遣分野", "Field of expertise"), required=True, options=EXPERTISE),
        Text(key="problem", label=Wording("解決したい課題", "Problem (Japanese)"), required=True, lines=4),
        Text(key="problem_en", label=Wording("解決したい課題（原文）", "Problem to be solved"), lines=4),
        Text(key="work", label=Wording("専門家に求めること", "Work (Japanese)"), required=True, lines=4),
        Text(key="work_en", label=Wording("専門家に求めること（原文）", "What the expert is to do"), lines=4),
        Day(key="starts", label=Wording("派遣期間（から）", "From"), required=True),
        Day(
            key="ends",
            label=Wording("派遣期間（まで）", "To"),
            required=True,
            hint=Wording("おおむね10日間程度（2025年資料）", "About ten days (document of 2025)"),
        ),
        Count(key="persons", label=Wording("人数", "Persons"), unit=PERSONS),
        Text(key="language", label=Wording("使用言語", "Working language")),
        YesNo(
            key="host_bears",
            label=Wording("派遣先が費用の一部を負担する", "The host bears its share"),
            required=True,
            hint=Wording("派遣先国内の移動・通訳・宿泊・食費", "Local travel, interpreting, lodging, meals"),
        ),
    ],
)

ENQUIRY = Section(
    "enquiry",
    Wording("照会先の自治体", "Local authority asked"),
    [
        Authority(
            key="applicant",
            label=Wording("照会先の自治体", "Local authority asked"),
            searchable=True,
            hint=Wording("団体コード6桁又は名称", "Six-digit code or name"),
        ),
        Text(key="representative", label=Wording("代表者の職・氏名", "Head (title and name)")),
        REPRESENTATIVE_EN,
        *CONTACT,
        Day(key="answer_by", label=Wording("回答期限", "Answer by")),
    ],
    stage="enquiry",
)

NOMINATION = Section(
    "nomination",
    Wording("候補者", "Candidates"),
    [
        Rows(
            key="candidates",
            label=Wording("候補者", "Candidates"),
            hint=Wording("個人情報は選考に要るものだけ", "No more personal particulars than needed"),
            columns=[
                Text(key="name", label=Wording("氏名", "Name")),
                Text(key="post", label=Wording("所属・職名", "Section and title"), required=True),
                Choice(
                    key="kind",
                    label=Wording("区分", "Kind"),
                    required=True,
                    options=[
                        Option("official", Wording("自治体職員", "Official")),
                        Option("former", Wording("OB（退職者）", "Former official")),
                        Option("other", Wording("その他", "Other")),
                    ],
                ),
                Choice(key="expertise", label=Wording("専門分野", "Expertise"), options=EXPERTISE),
                Count(key="years", label=Wording("経験年数", "Years")),
                Text(key="languages", label=Wording("語学", "Languages")),
                YesNo(key="registered", label=Wording("人材バンク登録", "In the register of experts")),
                YesNo(key="consents", label=Wording("本人の同意", "Consents")),
            ],
        ),
        Text(key="nomination_reason", label=Wording("推薦理由", "Why they are nominated"), lines=4),
    ],
    stage="nomination",
)

DISPATCH = Section(
    "dispatch",
    Wording("選考と派遣", "Choice and dispatch"),
    [
        Text(key="selected", label=Wording("選考された専門家（所属・職名）", "Expert chosen (section and title)")),
        Day(key="consented_on", label=Wording("派遣承諾日", "Consent given on")),
        Day(key="agreement_on", label=Wording("協定書締結日（派遣先と協会）", "Agreement signed on (host and CLAIR)")),
        Day(key="departed_on", label=Wording("出発日", "Departed on")),
        Day(key="returned_on", label=Wording("帰国日", "Returned on")),
        Text(key="ended_because", label=Wording("派遣に至らなかった理由", "Why nobody was sent"), lines=2),
    ],
    stage="dispatch",
)

REPORT = Section(
    "report",
    Wording("帰国報告", "Report"),
    [
        Text(key="activities", label=Wording("活動内容", "What was done"), lines=5),
        Text(key="results", label=Wording("成果と課題", "Results and open questions"), lines=4),
        Text(key="follow_up", label=Wording("今後の交流・協力", "What follows"), lines=3),
    ],
    stage="report",
)

SECTIONS = [REQUEST, ENQUIRY, NOMINATION, DISPATCH, REMINDER, REPORT]
