"""What is printed, as data: letters, forms, tables and lists, gathered into packs.

Texts may hold ``{places}``: a field's key, or one of the values every pack knows (``PLACES``). They are filled with
the printed form of the case's answers before a printer sees them. A pack that goes to several receivers is made once
for each row of a table; there ``{table.column}`` is what the row says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.plain_blocks import Heading, PageBreak, Paragraph, SignatureLines
from clair_desktop.domain.rulings import Source
from clair_desktop.domain.wording import Wording

# Places every document may use beside the keys of the programme's fields.
PLACES = (
    "branch", "headquarters", "applicant_name", "programme", "fiscal_year", "call_year", "case_number",
    "document_number", "date", "offices", "countries", "accepted_offices", "declined_offices",
)  # fmt: skip


class Party(StrEnum):
    """Who writes or receives a document."""

    HEADQUARTERS = "headquarters"
    BRANCH = "branch"
    APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class Addressee:
    """A receiver made from a row: the inside address, its empty lines left out, and the English salutation."""

    lines: Sequence[Wording]
    salutation: Wording


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A place made from several answers, such as a day with its time; an empty text is one that is missing."""

    label: Wording
    said: Callable[[Facts, int], Wording]  # the case and the row's number, from 1
    days: bool = False  # it says days, which an office may write in both calendars


@dataclass(frozen=True, slots=True, kw_only=True)
class Each:
    """A pack made once for every row of a table that it concerns, each receiver's sheets numbered by themselves.

    ``done`` says of a row that is not chosen why it must not be, such as who has answered when.
    """

    rows: str
    name: str  # the column that names the row in complaints
    chosen: Callable[[Facts, Mapping[str, object]], bool]  # ``Facts.on`` is the day of the letter
    when: Wording  # which rows are chosen, said where there is none
    needs: Sequence[str] = ()  # columns, fields and reckoned places without which no letter is whole
    reckoned: Mapping[str, Reckoned] = field(default_factory=dict)
    done: Callable[[Facts, int], Wording] | None = None  # the case and the row's number, from 1


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item under 記: its head and its text; items whose text comes out empty are left out."""

    head: Wording
    text: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A 公文書 letter: number, date, addressee, sender, subject, body, 記 with items, enclosures, contact.

    One that the applicant itself signs abroad names who signs in ``signature`` and how to answer in ``contact``.
    """

    to: Party | Addressee
    sender: Party
    subject: Wording
    paragraphs: Sequence[Wording]
    items: Sequence[Item] = ()
    lists_documents: bool = True  # the pack's other documents and the enclosures stand as 添付書類
    signature: Sequence[Wording] = ()
    contact: Sequence[Wording] | None = None  # None: the branch's own


@dataclass(frozen=True, slots=True)
class FieldTable:
    """A two-column table of questions and answers; a section's key stands for all its fields."""

    fields: Sequence[str]


@dataclass(frozen=True, slots=True)
class RowTable:
    """A row table with repeated heads and, where the field declares a total, a totals row.

    ``numbered`` puts a running number first; ``columns`` picks and orders columns (empty: all). ``unanswered`` keeps
    only the rows that leave a column empty; ``of_row``, in a pack made for each row of another table, only those whose
    column gives that row's number or none.
    """

    field: str
    columns: Sequence[str] = ()
    numbered: bool = True
    blank_column: Wording | None = None  # a last column left empty for the answer
    landscape: bool = False
    unanswered: str | None = None
    of_row: str | None = None

    def shows(self, row: Mapping[str, object], number: int | None = None) -> bool:
        if self.of_row is not None and number is not None and row.get(self.of_row) not in (None, number):
            return False
        return self.unanswered is None or row.get(self.unanswered) in (None, "")


@dataclass(frozen=True, slots=True)
class EnclosureList:
    """The enclosures with their numbers, and whether each is merged into the pack or sent as a file."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The enclosed pictures, each with its caption: those of one kind of enclosure, or all."""

    kind: str | None = None


@dataclass(frozen=True, slots=True)
class PartTable:
    """The parts of the case: office, countries, state, day and note."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """For the branch's own file: every finding with verdict, arithmetic and source; what is to be confirmed."""


Block = (
    Heading | Paragraph | FieldTable | RowTable | EnclosureList | Pictures | PartTable | Checklist | SignatureLines
    | PageBreak
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormNumber:
    """The number a source gives a form for one project year; in another year it is only likely."""

    number: Wording
    decided_for: FiscalYear
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form or annex: title, addressee line, blocks.

    ``form_numbers`` are what sources give by year; ``form_number`` is the one printed, which an edition fills in.
    """

    title: Wording
    blocks: Sequence[Block]
    form_numbers: Sequence[FormNumber] = ()
    form_number: Wording | None = None
    to: Party | None = None  # forms that are themselves addressed carry date, addressee and sender
    sender: Party | None = None
    note: Wording | None = None


@dataclass(frozen=True, slots=True)
class Rewording:
    """Other words for some of a document's parts (keys of ``document_parts``) from a project year on."""

    since: FiscalYear
    texts: Mapping[str, Wording]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A letter or a form with its name in the pack's list; ``internal`` ones never leave the branch.

    ``since`` and ``until`` are the first and last project year of a document that is not of every year. One that is
    ``only_with_enclosures`` has nothing to say where nothing is enclosed, and is then neither printed nor listed; nor is
    one ``only_with_rows`` where its tables have no row. ``rewordings`` are laid over the layout in their years.
    """

    key: str
    name: Wording
    layout: Letter | Form
    internal: bool = False
    only_with_enclosures: bool = False
    only_with_rows: bool = False
    since: FiscalYear | None = None
    until: FiscalYear | None = None
    rewordings: Sequence[Rewording] = ()

    def stands_in(self, year: FiscalYear) -> bool:
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a case must have for a pack to say anything: every one of ``answers``; one at least of ``one_of``; an
    enclosure of one of the kinds in ``enclosed``, which the letter sends on; an office beyond ``parts_beyond``; a row
    that ``row`` would write to, though the pack is one letter to all of them. Of the two amounts in ``remaining`` the
    first must be above the second, or nothing is left to ask for.
    """

    answers: Sequence[str] = ()
    one_of: Sequence[str] = ()
    enclosed: Sequence[str] = ()
    parts_beyond: Sequence[str] = ()
    remaining: tuple[str, str] | None = None
    row: Each | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Documents printed together, in this order; ``merges_enclosures`` binds the enclosed files in.

    ``each`` makes the whole pack once for every receiver; the enclosures then stand in every letter's list and go with
    it as they are, for they are not bound in many times over. One that is ``kept_for`` a field no longer asked is offered
    only where an older case has answered it. ``leaves_out`` are the kinds of enclosure that its receiver has already, or
    that are no concern of his; of any other kind, all go with it.
    """

    key: str
    name: Wording
    documents: Sequence[Document]
    merges_enclosures: bool = True
    states: Sequence[str] = ()  # when it may be printed; empty: always
    each: Each | None = None
    kept_for: str | None = None
    needs: Needs = Needs()
    leaves_out: frozenset[str] = frozenset()
    abroad: bool = False  # it goes to bodies abroad, who read English

    @property
    def binds_enclosures(self) -> bool:
        return self.merges_enclosures and self.each is None

    def holding(self, documents: Sequence[Document]) -> "Pack":
        """The same pack of other documents."""
        return self if list(documents) == list(self.documents) else replace(self, documents=documents)
