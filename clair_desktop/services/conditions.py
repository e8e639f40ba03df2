"""What was found in the files that are kept, by their SHA-256, and who has looked at them."""

from clair_desktop.domain.enclosed import Condition, kept_condition, read_condition
from clair_desktop.model.work import Work

_KEY = "file_condition:"


def condition_of(work: Work, sha256: str) -> Condition | None:
    return read_condition(work.settings.get(f"{_KEY}{sha256}"))


def keep_condition(work: Work, sha256: str, condition: Condition) -> None:
    """A file that was looked at stays so, however often it is enclosed."""
    before = condition_of(work, sha256)
    if before is None or condition.seen_by:
        work.settings.put(f"{_KEY}{sha256}", kept_condition(condition))
