"""To whom letters to each body go: every body asked, or those that have not answered; 「該当なし」 is an answer."""

from collections.abc import Mapping
from datetime import date

from clair_desktop.domain.documents import Each, Reckoned
from clair_desktop.domain.eras import printed_date
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.wording import Language, Wording


def _named(facts: Facts, number: int) -> Wording:
    row = facts.rows("bodies")[number - 1]
    known = facts.names.authority(str(row.get("body", "")))
    return known.full_name if known else Wording(str(row.get("name", "")), str(row.get("name", "")))


def _addressed(facts: Facts, number: int) -> Wording:
    """The body, and the post the letter is addressed to where the case names one."""
    name, post = _named(facts, number), facts.text("representative")
    if not name.ja:
        return Wording("", "")
    return Wording(f"{name.ja}\n{post}　様" if post else f"{name.ja}　御中", name.en)


_LABEL = Wording("地方公共団体又はその他の団体", "Local authority or other body")
_RECKONED = {"addressed": Reckoned(_LABEL, _addressed), "named": Reckoned(_LABEL, _named)}


def _every(_facts: Facts, _row: Mapping[str, object]) -> bool:
    return True


def _silent(_facts: Facts, row: Mapping[str, object]) -> bool:
    return not row.get("answer")


def _answered(facts: Facts, number: int) -> Wording:
    """Who has answered, what and when."""
    row, body = facts.rows("bodies")[number - 1], _named(facts, number)
    day = row.get("answered_on")
    told = _NONE if row.get("answer") == "none" else Wording("", "")
    if not isinstance(day, date):
        return Wording(
            f"{body.ja}：回答済（回答日の記入なし）{told.ja}", f"{body.en}: answered, day not entered{told.en}"
        )
    ja, en = printed_date(day, Language.JA), printed_date(day, Language.EN)
    return Wording(f"{body.ja}：{ja}回答{told.ja}", f"{body.en}: answered on {en}{told.en}")


_NONE = Wording("（該当なし）", " (nothing to report)")
EVERY_BODY = Each(
    rows="bodies",
    name="body",
    chosen=_every,
    when=Wording("回付先のすべての団体に作ります。", "It is made for every body asked."),
    needs=["addressed"],
    reckoned=_RECKONED,
)
YET_TO_ANSWER = Each(
    rows="bodies",
    name="body",
    chosen=_silent,
    when=Wording("回答が空欄の団体に作ります。", "It is made for bodies whose answer is empty."),
    needs=["addressed"],
    reckoned=_RECKONED,
    done=_answered,
)
