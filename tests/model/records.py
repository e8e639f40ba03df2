"""Cases as tests receive them, and the acts that do it."""

from collections.abc import Callable
from datetime import date, timedelta, timezone

from clair_desktop.domain.wording import Wording
from clair_desktop.model.tables import CaseRow
from clair_desktop.model.work import Work

JAPAN = timezone(timedelta(hours=9))
RECEIVE = Wording("受付", "Receive a case")
CORRECT = Wording("内容の変更", "Change the answers")
UNDO = Wording("元に戻す", "Undo")

ReceiveCase = Callable[..., CaseRow]


def a_case(work: Work, **values: object) -> CaseRow:
    """A sounding about burials in Singapore, received and kept."""
    facts: dict[str, object] = {
        "number": work.cases.next_number("R8"),
        "programme": "overseas_research",
        "project_year": 2026,
        "state": "received",
        "applicant": "040002",
        "applicant_name": "宮城県",
        "title": "シンガポールにおける土葬の状況",
        "received_on": date(2026, 11, 20),
        "answers": {"theme": "シンガポールにおける土葬の状況", "requested": 1_200_000},
        "search_text": "宮城県\nしんがぽーるにおける土葬の状況",
    }
    return work.cases.add(CaseRow(**(facts | values)))
