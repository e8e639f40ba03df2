"""Who carries out a project together: joint bodies with one lead, and partner NPOs with their legal personality."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from clair_desktop.blocks.applicant import (
    BODY_KINDS,
    INTERNATIONAL_ASSOCIATION,
    LOCAL_AUTHORITY,
    NPO,
    branch_of,
)
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fields import Choice, Option, Rows, Section, Text, YesNo
from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Ruling, Verdict
from clair_desktop.domain.wording import Wording

LEAD = "lead"
MAY_LEAD = frozenset({LOCAL_AUTHORITY, INTERNATIONAL_ASSOCIATION})
Body = Mapping[str, object]

PARTNERSHIP = Section(
    "partnership",
    Wording("共同実施と連携", "Joint and partner bodies"),
    [
        Choice(
            key="joint",
            label=Wording("実施の形", "Carried out"),
            required=True,
            options=[
                Option("single", Wording("単独", "By one body")),
                Option("joint", Wording("共同", "Jointly")),
            ],
        ),
        Rows(
            key="joint_bodies",
            label=Wording("共同実施団体（申請団体を含む）", "Joint bodies (the applicant included)"),
            required_when=("joint", "joint"),
            columns=[
                Choice(
                    key="role",
                    label=Wording("役割", "Role"),
                    required=True,
                    options=[
                        Option(LEAD, Wording("幹事団体", "Lead body")),
                        Option("member", Wording("構成団体", "Member")),
                    ],
                ),
                Choice(key="kind", label=Wording("団体の区分", "Kind of body"), required=True, options=BODY_KINDS),
                Authority(key="authority", label=Wording("地方公共団体", "Local authority"), searchable=True),
                Text(key="name", label=Wording("団体名（地方公共団体以外）", "Name (others)"), searchable=True),
                Authority(key="seat", label=Wording("所在地（地方公共団体以外）", "Seat (others)")),
                YesNo(key="legal_personality", label=Wording("法人格", "Legal personality")),
            ],
        ),
        Text(
            key="co_branches",
            label=Wording("関係する他の支部", "Other branches concerned"),
            searchable=True,
            hint=Wording("幹事団体の支部が受け付けます。", "The lead body's branch receives the application."),
        ),
        Rows(
            key="partner_npos",
            label=Wording("連携するNPO・NGO", "Partner NPOs and NGOs"),
            columns=[
                Text(key="name", label=Wording("団体名", "Name"), required=True, searchable=True),
                YesNo(key="legal_personality", label=Wording("法人格", "Legal personality"), required=True),
                Text(key="part", label=Wording("受け持つ内容", "What it does")),
            ],
        ),
    ],
)

PARTNER_FINDINGS = {
    "joint_bodies": Wording("共同実施団体", "Joint bodies"),
    "joint_reading": Wording("共同の扱い", "What counts as joint"),
    "joint_branches": Wording("関係する支部", "Branches concerned"),
    "joint_rule": Wording("共同申請の定め", "Provision on joint applications"),
    "legal_personality": Wording("法人格", "Legal personality"),
}


class JointReading(StrEnum):
    SINGLE = "single"
    JOINT = "joint"
    OPEN = "open"  # joint in fact, but no source says whether these bodies count


def counts_others(rulings: list[Ruling]) -> Rule:
    """Whether bodies beyond those the text names make a project joint; the branch enters headquarters' answer."""
    label = Wording("NPO等との共同を「共同」とみなすか", "whether others make a project joint")
    return Rule("joint_with_others", label, bool, rulings)


def joint_reading(facts: Facts, book: Rulebook, counted: frozenset[str]) -> JointReading | None:
    """Joint for certain where two bodies of the ``counted`` kinds take part; None while it is not answered."""
    how = facts.text("joint")
    if not how:
        return None
    if how == "single":
        return JointReading.SINGLE
    if sum(row.get("kind") in counted for row in facts.rows("joint_bodies")) >= 2:
        return JointReading.JOINT
    standing = book.standing("joint_with_others")
    if not standing.decided:
        return JointReading.OPEN
    return JointReading.JOINT if book.value("joint_with_others") else JointReading.SINGLE


def joint_caps(single: str | None, reading: JointReading | None) -> list[str]:
    """The cap that applies, both where the reading is open, none while an answer is wanting."""
    if reading is JointReading.JOINT:
        return ["cap_joint"]
    if reading is None or single is None:
        return []
    return [single] if reading is JointReading.SINGLE else [single, "cap_joint"]


def joint_bodies_stand(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """At least two bodies, exactly one lead, which is the applicant; each of them named; none where it is single."""
    how, rows = facts.text("joint"), facts.rows("joint_bodies")
    if how == "single" and rows:
        yield _joint(
            "単独での実施ですが、共同実施団体が記入されています。", "Carried out by one body, yet joint bodies stand."
        )
    if how != "joint" or not rows:
        return
    yield from _unnamed(facts)
    wrong = list(_wrong(facts))
    yield from wrong
    if not wrong:
        wording = Wording(f"共同実施団体{len(rows)}団体、幹事団体1団体です。", f"{len(rows)} joint bodies, one lead.")
        yield Finding("joint_bodies", Verdict.MET, wording, "joint_bodies")


def _wrong(facts: Facts) -> Iterator[Finding]:
    rows = facts.rows("joint_bodies")
    leads = [row for row in rows if row.get("role") == LEAD]
    if len(rows) < 2:
        yield _joint("共同実施には2団体以上が必要です。", "A joint project needs at least two bodies.")
    if len(leads) != 1:
        yield _joint(
            f"幹事団体は1団体です（いま{len(leads)}団体）。", f"There must be exactly one lead body, not {len(leads)}."
        )
    for lead in leads:
        if lead.get("kind") not in MAY_LEAD:
            yield _joint(
                "幹事団体になれるのは地方公共団体と地域国際化協会です。",
                "Only a local authority or a recognised association may lead.",
            )
        elif _identity(lead) != _applicant(facts):
            yield _joint("幹事団体が申請団体と一致しません。", "The lead body is not the applicant.")
    known = [identity for row in rows if (identity := _identity(row))]
    if len(set(known)) < len(known):
        yield _joint("同じ団体が2回記入されています。", "A body stands twice.")


def _unnamed(facts: Facts) -> Iterator[Finding]:
    for number, row in enumerate(facts.rows("joint_bodies"), start=1):
        if row.get("kind") and not _identity(row):
            wording = Wording(
                f"共同実施団体{number}行目：団体コード（地方公共団体以外は団体名）を入力してください。",
                f"Joint bodies, row {number}: enter the code, or the name of a body without one.",
            )
            yield Finding("joint_bodies", Verdict.UNDECIDED, wording, "joint_bodies", missing=True, row=number)


def branches_are_named(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Bodies of several branches: no source says which one sends it on, so it is kept and asked."""
    if facts.text("joint") != "joint":
        return
    found = {}
    for row in facts.rows("joint_bodies"):
        kind, code, seat = (str(row.get(key, "")) for key in ("kind", "authority", "seat"))
        if (one := branch_of(kind, code, seat, facts.on)) is not None:
            found[one.code] = one
    if len(found) < 2:
        return
    listed = Wording("、".join(b.name.ja for b in found.values()), ", ".join(b.name.en for b in found.values()))
    wording = Wording(
        f"複数の支部に関係します（{listed.ja}）。どの支部が進達するか、定めが確認できません。",
        f"Several branches are concerned ({listed.en}). No provision says which one transmits it.",
    )
    yield Finding("joint_branches", Verdict.UNDECIDED, wording, "co_branches")


def joint_is_read(reading: JointReading | None, who: Wording) -> Iterator[Finding]:
    """Says so where it is open whether the project counts as joint; ``who`` are the bodies that certainly count."""
    if reading is JointReading.OPEN:
        wording = Wording(
            f"{who.ja}が2団体以上でない共同を「共同」とみなすか、資料からは決められません。本部に確認してください。",
            f"The sources do not say whether a project counts as joint without two {who.en}. Ask headquarters.",
        )
        yield Finding("joint_reading", Verdict.UNDECIDED, wording, "joint_bodies")


def joint_applications_known(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """For a programme whose sources say nothing of joint applications (``joint_allowed``)."""
    if facts.text("joint") == "joint":
        yield book.judge(
            "joint_rule",
            book.value("joint_allowed") is True,
            needs=["joint_allowed"],
            field="joint",
            met=Wording("共同で申請できます。", "Joint applications are accepted."),
            not_met=Wording("共同での申請は認められていません。", "Joint applications are not accepted."),
        )


def npos_are_persons(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """NPOs and other bodies that take part must have legal personality (``npo_legal_personality``)."""
    told = [("joint_bodies", n, row) for n, row in _others(facts)]
    told += [("partner_npos", n, row) for n, row in enumerate(facts.rows("partner_npos"), start=1)]
    for field, number, row in told:
        answer = row.get("legal_personality")
        finding = book.judge(
            "legal_personality",
            None if answer is None else answer == "yes",
            needs=["npo_legal_personality"],
            field=field,
            met=Wording(f"{number}行目：法人格があります。", f"Row {number}: the body has legal personality."),
            not_met=Wording(
                f"{number}行目：法人格のない団体は対象外です。",
                f"Row {number}: a body without legal personality is excluded.",
            ),
        )
        yield replace(finding, row=number)


def _others(facts: Facts) -> Iterator[tuple[int, Body]]:
    for number, row in enumerate(facts.rows("joint_bodies"), start=1):
        if row.get("kind") and row.get("kind") not in MAY_LEAD:
            yield number, row


def links_to_authority(facts: Facts) -> bool:
    """Whether an NGO's application names a local authority or a recognised association it works with."""
    return any(row.get("kind") in MAY_LEAD for row in facts.rows("joint_bodies"))


def is_npo(facts: Facts) -> bool:
    return facts.text("applicant_kind") == NPO


def _identity(row: Body) -> tuple[str, str] | None:
    if row.get("kind") == LOCAL_AUTHORITY:
        return ("code", str(row["authority"])) if row.get("authority") else None
    return ("name", str(row["name"])) if row.get("name") else None


def _applicant(facts: Facts) -> tuple[str, str]:
    if facts.text("applicant_kind") in ("", LOCAL_AUTHORITY):  # where only local authorities apply, no kind is asked
        return ("code", facts.text("applicant"))
    return ("name", facts.text("requester_name"))


def _joint(ja: str, en: str) -> Finding:
    return Finding("joint_bodies", Verdict.NOT_MET, Wording(ja, en), "joint_bodies")
