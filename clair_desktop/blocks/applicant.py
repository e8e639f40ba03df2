"""Who asks or applies, and whom to call back."""

from clair_desktop.domain.fields import Authority, Choice, Field, Option, Section, Text
from clair_desktop.domain.wording import Wording

CONTACT: tuple[Field, ...] = (
    Text(key="section", label=Wording("所属（部課係）", "Division in charge"), required=True),
    Text(key="contact", label=Wording("担当者の職・氏名", "Contact (title and name)"), required=True),
    Text(key="phone", label=Wording("電話", "Telephone"), required=True),
    Text(key="email", label=Wording("電子メール", "E-mail"), required=True),
    Text(key="fax", label=Wording("FAX", "Fax")),
)

APPLICANT = Section(
    "applying_body",
    Wording("申請団体", "Applicant"),
    [
        Authority(
            key="applicant",
            label=Wording("申請団体", "Applicant"),
            required=True,
            searchable=True,
            hint=Wording("団体コード6桁又は名称", "Six-digit code or name"),
        ),
        Text(
            key="representative",
            label=Wording("代表者の職・氏名", "Head (title and name)"),
            required=True,
            searchable=True,
        ),
        *CONTACT,
    ],
)

REQUESTER = Section(
    "requester",
    Wording("依頼団体", "Requester"),
    [
        Choice(
            key="requester_kind",
            label=Wording("団体の区分", "Kind of body"),
            required=True,
            options=[
                Option("local_authority", Wording("地方公共団体", "Local authority")),
                Option("related_body", Wording("地方自治関係団体", "Local-autonomy body")),
                Option("ministry", Wording("総務省", "Ministry of Internal Affairs and Communications")),
                Option("other_body", Wording("その他協会の業務に関係する団体", "Other body related to CLAIR's work")),
            ],
        ),
        Authority(
            key="applicant",
            label=Wording("依頼団体", "Requester"),
            required_when=("requester_kind", "local_authority"),
            searchable=True,
            hint=Wording("団体コード6桁又は名称", "Six-digit code or name"),
        ),
        Text(
            key="requester_name",
            label=Wording("団体名（地方公共団体以外の場合）", "Name (if not a local authority)"),
            searchable=True,
        ),
        *CONTACT,
    ],
)
