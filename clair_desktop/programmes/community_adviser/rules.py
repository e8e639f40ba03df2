"""What CLAIR's page of FY2024 says of the community advisers; later years carry it forward."""

from collections.abc import Iterator

from clair_desktop.blocks.applicant import (
    APPLICANT_FINDINGS,
    INTERNATIONAL_ASSOCIATION,
    LOCAL_AUTHORITY,
    applicant_is_named,
)
from clair_desktop.blocks.dispatch_days import DAY_FINDINGS, days_lie_in_the_year, spans, times_run_forward
from clair_desktop.blocks.dispatch_terms import DISPATCH_TERMS
from clair_desktop.blocks.earlier_uses import counted, numbers_of, of_year
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.publications import COMMUNITY_ADVISERS_2024 as PAGE
from clair_desktop.domain.publications import in_place
from clair_desktop.domain.rulings import Finding, Rule, Rulebook, Verdict, by_year
from clair_desktop.domain.wording import Wording

KEY = "community_adviser"
_BODIES = in_place(PAGE, "派遣対象団体", "Bodies that may apply")
_TOPICS = in_place(PAGE, "派遣対象事業", "Projects that may apply")
_COSTS = in_place(PAGE, "費用負担", "Costs")
_FORMS = in_place(PAGE, "申請時に提出する所定様式", "Forms submitted with an application")

RULES = [
    Rule(
        "eligible_bodies",
        Wording("派遣対象団体", "eligible bodies"),
        str,
        by_year({2024: "地方公共団体(都道府県・市区町村)、地域国際化協会、市区町村の国際交流協会 等"}, _BODIES),
    ),
    Rule("topics", Wording("派遣対象事業の分類", "classes of projects"), bool, by_year({2024: True}, _TOPICS)),
    Rule("uses_per_year", Wording("年度内の利用回数の最大", "most uses in a year"), int, by_year({2024: 2}, _TOPICS)),
    Rule("uses_disaster", Wording("利用回数（災害時の外国人支援）", "uses: disasters"), int),
    Rule("uses_plain_japanese", Wording("利用回数（やさしい日本語）", "uses: plain Japanese"), int),
    Rule("uses_other", Wording("利用回数（その他）", "uses: other projects"), int),
    Rule("paid_hours", Wording("謝礼の上限時間", "hours paid for"), int, by_year({2024: 4}, _COSTS)),
    Rule(
        "costs_borne",
        Wording("クレアの負担", "borne by CLAIR"),
        str,
        by_year({2024: "往復交通費、日当、謝礼金"}, _COSTS),
    ),
    Rule("sent_by_mail", Wording("メール提出・押印不要", "by e-mail, no seal"), bool, by_year({2024: True}, _FORMS)),
    Rule(
        "closed",
        Wording("申請の締切の公表", "applications announced as closed"),
        bool,
        by_year({2024: True}, PAGE, carries=False),
    ),
    *DISPATCH_TERMS,
]


def body_is_named(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A city's own exchange association is named here, unlike in the grants; 「等」 leaves the rest open."""
    kind, listed = facts.text("applicant_kind"), book.value("eligible_bodies")
    working = Wording(f"派遣対象団体：{listed}", f"Eligible (in Japanese): {listed}") if listed else None
    if kind not in ("", LOCAL_AUTHORITY, INTERNATIONAL_ASSOCIATION, "other_association") and listed:
        wording = Wording(
            "派遣対象団体に明記がなく、「等」に含まれるかが確認できません。市民国際プラザに確認してください。",
            "The text does not name this kind of body; whether its “and others” covers it is not known. Ask the "
            "Citizens' International Plaza.",
        )
        source = book.source("eligible_bodies")
        yield Finding("eligible_body", Verdict.UNDECIDED, wording, "applicant_kind", working, source)
        return
    yield book.judge(
        "eligible_body",
        True if kind else None,
        needs=["eligible_bodies"],
        field="applicant_kind",
        met=Wording("派遣対象団体に当たります。", "The body is among those eligible."),
        not_met=Wording("派遣対象団体に当たりません。", "The body is not among those eligible."),
        working=working,
    )


def topic_is_listed(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield book.judge(
        "topics",
        True if facts.text("topic") else None,
        needs=["topics"],
        field="topic",
        met=Wording("派遣対象事業の分類に該当します。", "The project is of one of the classes listed."),
        not_met=Wording("派遣対象事業ではありません。", "The project is of no class listed."),
    )


def uses_in_the_year(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """「分類により…最大で2回」: one use is within it, a third is not; which class has two is not public."""
    topic = facts.text("topic")
    if not topic or not (facts.text("applicant") or facts.text("requester_name")):
        return
    earlier = of_year(facts.earlier_of(KEY), book)
    elsewhere = counted(facts, "uses_unrecorded")
    uses, most, of_class = len(earlier) + elsewhere + 1, book.yen("uses_per_year"), f"uses_{topic}"
    limit = book.yen(of_class)
    numbers = numbers_of(earlier)
    working = Wording(
        f"今回を含め{book.year.label().ja}{uses}回（台帳：{numbers.ja}、台帳外{elsewhere}回）",
        f"with this one {uses} in {book.year.label().en} (on file: {numbers.en}; elsewhere {elsewhere})",
    )
    if limit is None and most is not None and 1 < uses <= most:
        wording = Wording(
            f"{uses}回目です。1年度の利用回数は分類により最大{most}回で、この分類の回数が確認できません。"
            "実施要領で確認してください。",
            f"This is use no. {uses}. How many uses of the at most {most} this class has is not known; see the "
            "procedures.",
        )
        source = book.source("uses_per_year")
        yield Finding("uses_in_year", Verdict.UNDECIDED, wording, "topic", working, source)
        return
    above_all = most is not None and uses > most
    needs = ["uses_per_year"] if limit is None or above_all else [of_class]
    allowed = most if needs == ["uses_per_year"] else limit
    yield book.judge(
        "uses_in_year",
        uses <= (allowed or 0),
        needs=needs,
        field="topic",
        met=Wording("今年度の利用回数は範囲内です。", "The uses of this year are within the limit."),
        not_met=Wording(
            f"1会計年度の利用は1団体{allowed}回までです。翌年度の利用に改めるか、取り下げてください。",
            f"A body may use the scheme {allowed} times in a fiscal year. Apply for the next year, or withdraw.",
        ),
        working=working,
    )


def hours_are_paid(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """A longer event is not refused: what lies above the limit is the host's to pay."""
    limit, host = book.yen("paid_hours"), facts.text("excess_by_host")
    for span in spans(facts):
        if span.length <= 0:
            continue
        above = max(0, span.length - (limit or 0) * 60)
        length, paid, rest = _hours(span.length), _hours((limit or 0) * 60), _hours(above)
        working = Wording(
            f"{span.from_time}～{span.to_time}＝{length.ja}、上限{paid.ja}、超過{rest.ja}",
            f"{span.from_time}–{span.to_time} = {length.en}, limit {paid.en}, above it {rest.en}",
        )
        if limit is not None and above and host != "yes":
            wording = Wording(
                f"謝礼の対象は1回{paid.ja}までです。超える{rest.ja}分を誰が負担するかを決めてください。",
                f"CLAIR pays for {paid.en} of a dispatch. Settle who pays for the {rest.en} above it.",
            )
            source = book.source("paid_hours")
            yield Finding("paid_hours", Verdict.UNDECIDED, wording, "excess_by_host", working, source, row=span.row)
            continue
        met = Wording("謝礼の上限時間の範囲内です。", "The event is within the hours paid for.")
        if above:
            met = Wording(
                f"謝礼は{paid.ja}までをクレアが、残る{rest.ja}を主催者が負担します。",
                f"CLAIR pays for {paid.en}, the host for {rest.en}.",
            )
        yield book.judge(
            "paid_hours",
            True,
            needs=["paid_hours"],
            field=span.field,
            met=met,
            not_met=met,
            working=working if limit is not None else None,
        )


def sent_by_mail(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    yield book.judge(
        "sent_by_mail",
        True,
        needs=["sent_by_mail"],
        field=None,
        met=Wording(
            "所定様式（様式第1号～第3号のうち申請時のもの）を押印せず市民国際プラザへ電子メールで提出します。",
            "The forms due with an application (of Forms 1 to 3) go by e-mail, without seal, to the Citizens' "
            "International Plaza.",
        ),
        not_met=Wording("電子メールでは提出できません。", "Applications do not go by e-mail."),
    )


def still_open(facts: Facts, book: Rulebook) -> Iterator[Finding]:
    """Calls may close within the year; on which day FY2024's did is not printed."""
    if book.standing("closed").decided and book.value("closed") is True and not facts.day("decided_on"):
        label = book.year.label()
        wording = Wording(
            f"{label.ja}の申請は締め切られた旨が公表されています（締切日の記載なし）。受付の可否を確認してください。",
            f"Applications for {label.en} were announced as closed (no day is given). Ask whether this one is taken.",
        )
        yield Finding("still_open", Verdict.UNDECIDED, wording, None, source=book.source("closed"))


def _hours(length: int) -> Wording:
    """4時間30分, 4 h 30 min."""
    hours, rest = divmod(length, 60)
    ja, en = (f"{rest}分", f"{rest} min") if rest else ("", "")
    if not hours:
        return Wording(ja or "0分", en or "0 min")
    return Wording(f"{hours}時間{ja}", f"{hours} h {en}".strip())


CHECKS = [
    applicant_is_named,
    body_is_named,
    topic_is_listed,
    uses_in_the_year,
    hours_are_paid,
    sent_by_mail,
    still_open,
    days_lie_in_the_year,
    times_run_forward,
]

FINDING_NAMES = {
    "applicant_named": APPLICANT_FINDINGS["applicant_named"],
    **DAY_FINDINGS,
    "eligible_body": Wording("派遣対象団体", "Eligible bodies"),
    "topics": Wording("派遣対象事業", "Class of project"),
    "uses_in_year": Wording("年度内の利用回数", "Uses in the year"),
    "paid_hours": Wording("謝礼の対象時間", "Hours paid for"),
    "sent_by_mail": Wording("提出方法", "How it is submitted"),
    "still_open": Wording("受付の状況", "Whether applications are open"),
}
