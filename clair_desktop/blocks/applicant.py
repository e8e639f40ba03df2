"""Who asks or applies, and whom to call back."""

from collections.abc import Iterator
from datetime import date

from clair_desktop.domain.branches import Branch, branch, branch_for
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Field, Option, Section, Text
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.parties import AuthorityKind, Names
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.rulings import Finding, Rulebook, Verdict
from clair_desktop.domain.wording import Wording

REPRESENTATIVE_EN = Text(
    key="representative_en",
    label=Wording("代表者の職・氏名（英語）", "Head (title and name) in English"),
    hint=Wording(
        "英文の宛名・差出人に使います。知事・市区町村長の職だけなら入力は要りません。",
        "Stands in English letters. A governor's or mayor's post alone need not be entered.",
    ),
    since=FiscalYear(2026),
)
LOCAL_AUTHORITY = "local_authority"
INTERNATIONAL_ASSOCIATION = "international_association"
NPO = "npo"
BODY_KINDS = (
    Option(LOCAL_AUTHORITY, Wording("地方公共団体", "Local authority")),
    Option(INTERNATIONAL_ASSOCIATION, Wording("地域国際化協会", "Recognised international association")),
    Option("other_association", Wording("その他の国際交流協会等", "Other exchange association")),
    Option(NPO, Wording("NPO法人・NGO等", "NPO or NGO")),
    Option("company", Wording("会社等", "Company")),
    Option("other", Wording("その他", "Other")),
)

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
        REPRESENTATIVE_EN,
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
        Text(key="contact_kana", label=Wording("担当者氏名のふりがな", "Contact's name in kana")),
    ],
)

# 地域国際化協会 and others have no 団体コード: they apply by kind and name, and come to the branch of their seat.
BODY_APPLICANT = Section(
    "applying_body",
    Wording("申請団体", "Applicant"),
    [
        Choice(
            key="applicant_kind",
            label=Wording("団体の区分", "Kind of body"),
            required=True,
            options=BODY_KINDS,
            hint=Wording(
                "地域国際化協会は総務省の認定を受けた団体に限ります。", "Only those the Ministry has recognised count."
            ),
        ),
        Authority(
            key="applicant",
            label=Wording("申請団体（地方公共団体の場合）", "Applicant (if a local authority)"),
            required_when=("applicant_kind", LOCAL_AUTHORITY),
            searchable=True,
            hint=Wording("団体コード6桁又は名称", "Six-digit code or name"),
        ),
        Text(
            key="requester_name",
            label=Wording("団体名（地方公共団体以外の場合）", "Name (if not a local authority)"),
            searchable=True,
        ),
        Text(
            key="requester_name_en",
            label=Wording("団体名（英語・地方公共団体以外の場合）", "Name in English (if not a local authority)"),
            searchable=True,
        ),
        Authority(
            key="seat",
            label=Wording("所在の都道府県・市区町村（地方公共団体以外の場合）", "Seat (if not a local authority)"),
            searchable=True,
            hint=Wording(
                "地域国際化協会は認定を受けた都道府県・指定都市。その支部が受け付けます。",
                "For an association the prefecture or designated city of its recognition, whose branch receives it.",
            ),
        ),
        Text(
            key="representative",
            label=Wording("代表者の職・氏名", "Head (title and name)"),
            required=True,
            searchable=True,
        ),
        REPRESENTATIVE_EN,
        *CONTACT,
    ],
)

APPLICANT_FINDINGS = {
    "applicant_named": Wording("申請団体の記入", "How the applicant is named"),
    "applicant_eligible": Wording("助成対象団体", "Eligible bodies"),
}


def applicant_is_named(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A body without a code is named and has a seat; a code belongs to a local authority alone."""
    kind = facts.text("applicant_kind")
    if kind in ("", LOCAL_AUTHORITY):
        return
    asked = (
        ("requester_name", Wording("団体名", "the name of the body")),
        ("seat", Wording("所在の都道府県・市区町村", "its seat")),
    )
    for key, label in asked:
        if not facts.text(key):
            wording = Wording(f"「{label.ja}」を入力してください。", f"Enter {label.en}.")
            yield Finding("required", Verdict.UNDECIDED, wording, key, missing=True)
    if facts.text("applicant"):
        wording = Wording(
            "団体コードは地方公共団体だけのものです。区分を確かめるか、団体コードを空にしてください。",
            "Only local authorities have a code. Check the kind of body, or leave the code empty.",
        )
        yield Finding("applicant_named", Verdict.NOT_MET, wording, "applicant")


def is_listed(kind: str, code: str, listed: str, names: Names) -> bool:
    """Whether a list of eligible bodies, as printed, names a body of this kind."""
    if kind == INTERNATIONAL_ASSOCIATION:
        return "地域国際化協会" in listed
    if kind != LOCAL_AUTHORITY:
        return False
    if "地方自治体" in listed or "地方公共団体" in listed:
        return True
    known = names.authority(code)
    is_prefecture = known is not None and known.kind is AuthorityKind.PREFECTURE
    return ("都道府県" if is_prefecture else "市区町村") in listed


def applicant_is_eligible(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """The body must stand in the year's list (``eligible_bodies``); others may only join in (``others_only_jointly``)."""
    kind, listed = facts.text("applicant_kind"), book.value("eligible_bodies")
    if kind not in ("", LOCAL_AUTHORITY, INTERNATIONAL_ASSOCIATION) and "others_only_jointly" in book.rules:
        yield _joins_only(book)
        return
    holds = is_listed(kind, facts.text("applicant"), str(listed), facts.names) if kind else None
    yield book.judge(
        "applicant_eligible",
        holds,
        needs=["eligible_bodies"],
        field="applicant_kind",
        met=Wording("助成対象団体に当たります。", "The body is among those eligible."),
        not_met=Wording(
            "この区分の団体は助成対象団体に挙げられていません。",
            "A body of this kind is not among those eligible.",
        ),
        working=Wording(f"助成対象団体：{listed}", f"Eligible bodies as printed: {listed}") if listed else None,
    )


def _joins_only(book: Rulebook) -> Finding:
    return book.judge(
        "applicant_eligible",
        book.value("others_only_jointly") is False,
        needs=["others_only_jointly"],
        field="applicant_kind",
        met=Wording("単独で申請できます。", "Such a body may apply by itself."),
        not_met=Wording(
            "NPO法人等は、地方公共団体又は地域国際化協会と共同で実施し、その団体が申請する場合に限り対象です。",
            "Such a body may only join in a project that a local authority or a recognised association applies for.",
        ),
    )


def has_own_branch(code: str, on: date) -> bool:
    """Whether a body was a prefecture or a designated city on a day."""
    found = branch(code)
    return found is not None and found.stands(on)


def branch_of(kind: str, code: str, seat: str, on: date) -> Branch | None:
    """The branch that serves a body: a local authority's own, any other's by its seat."""
    place = code if kind == LOCAL_AUTHORITY else seat
    return branch_for(place, on) if place else None
