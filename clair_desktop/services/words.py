"""Words that are kept beside a case: refused, by the name of their question, where no paper could carry them."""

from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.typed import read_text
from clair_desktop.domain.wording import Wording

LONGEST_NUMBER = 60  # characters of a document number, which stands on one line


def words(typed: str | None, field: str) -> str:
    """The words without blanks around them; empty for none."""
    try:
        return read_text(typed or "").strip()
    except Malformed as complaint:
        raise Refusal(complaint.wording, field=field) from complaint


def document_number(typed: str | None) -> str:
    """A letter's number: one line, as long as a letter has room for."""
    number = " ".join(words(typed, "document_number").split())
    if len(number) > LONGEST_NUMBER:
        raise Refusal(
            Wording(
                f"文書番号が長すぎます（{len(number)}文字）。{LONGEST_NUMBER}文字までにしてください。",
                f"The document number is too long ({len(number)} characters). At most {LONGEST_NUMBER} fit.",
            ),
            field="document_number",
        )
    return number
