"""Where the branch writes to a body, as the branch entered it; no address is ever made up."""

from collections.abc import Mapping
from dataclasses import dataclass

from clair_desktop.domain.place_fields import Authority
from clair_desktop.domain.postal import postal_code
from clair_desktop.domain.refusal import Malformed, Refusal
from clair_desktop.domain.wording import Wording
from clair_desktop.model.calls import BodyKey
from clair_desktop.services.desk import Desk
from clair_desktop.services.words import words

_BODY = Authority(key="body", label=Wording("団体", "Body"))


@dataclass(frozen=True, slots=True)
class Address:
    """``lines`` as on an envelope, one under the other; ``section`` stands behind the body's name."""

    postal_code: str = ""
    lines: str = ""
    section: str = ""


class Addresses:
    """One address per body: a local authority by its code, any other by its name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> Mapping[BodyKey, Address]:
        with self._desk.database.reading() as work:
            kept = work.addresses.all()
        return {key: Address(row.postal_code, row.lines, row.section) for key, row in kept.items()}

    def of(self, body: BodyKey) -> Address:
        return self.all().get(body, Address())

    def body(self, typed: str, *, other: bool = False) -> BodyKey:
        """Whom a text names: a local authority, or where ``other`` says so a body without a code."""
        return ("", words(typed, "body")) if other else (_BODY.parse(typed, self._desk.names), "")

    def put(self, body: BodyKey, address: Address) -> Address:
        """Keep an address; one that says nothing forgets the body's."""
        kept = Address(_postal(address.postal_code), words(address.lines, "lines"), words(address.section, "section"))
        known = self._desk.names.authority(body[0])
        name = known.name if known else Wording(body[1], body[1])
        with self._desk.database.work(Wording(f"宛先：{name.ja}", f"Address: {name.en}")) as work:
            work.addresses.put(body, postal_code=kept.postal_code, lines=kept.lines, section=kept.section)
        self._desk.changed()
        return kept


def _postal(typed: str) -> str:
    """980-8570, however it was typed."""
    plain = words(typed, "postal_code").strip()
    if not plain:
        return ""
    try:
        code = postal_code(plain)
    except Malformed as complaint:
        raise Refusal(complaint.wording, field="postal_code") from complaint
    return f"{code[:3]}-{code[3:]}"
