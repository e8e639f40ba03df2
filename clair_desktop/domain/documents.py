"""What is printed, as data: letters, forms, tables and lists, gathered into packs.

Texts may hold ``{places}``: a field's key, or one of the values every pack knows (``PLACES``). They are filled with
the printed form of the case's answers before a printer sees them. A pack that goes to several receivers is made once
for each row of a table; there ``{table.column}`` is what the row says.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.emblems import FilledEmblem
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.fiscal_year import FiscalYear
from clair_desktop.domain.making_up import AS_EVER, MakeUp
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
    """A pack made once for every row of a table that it concerns, each receiver's sheets numbered by themselves."""

    rows: str
    name: str  # the column that names the row in complaints
    chosen: Callable[[Facts, Mapping[str, object]], bool]  # ``Facts.on`` is the day of the letter
    when: Wording  # which rows are chosen, said where there is none
    needs: Sequence[str] = ()  # columns, fields and reckoned places without which no letter is whole
    reckoned: Mapping[str, Reckoned] = field(default_factory=dict)


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
class Heading:
    text: Wording


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Wording


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


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to be signed by hand, each with its label: 日付, 氏名. Without 印, which forms no longer ask for."""

    labels: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new sheet."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A letter or a form with its name in the pack's list; ``internal`` ones never leave the branch.

    ``since`` and ``until`` are the first and last project year of a document that is not of every year. One that is
    ``only_with_enclosures`` has nothing to say where nothing is enclosed, and is then neither printed nor listed; nor is
    one ``only_with_rows`` where its tables have no row.
    """

    key: str
    name: Wording
    layout: Letter | Form
    internal: bool = False
    only_with_enclosures: bool = False
    only_with_rows: bool = False
    since: FiscalYear | None = None
    until: FiscalYear | None = None

    def stands_in(self, year: FiscalYear) -> bool:
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a case must have for a pack to say anything: every one of ``answers``; one at least of ``one_of``, or in
    its place an enclosure of the kind ``or_enclosed``; an office that has got beyond ``parts_beyond``.
    """

    answers: Sequence[str] = ()
    one_of: Sequence[str] = ()
    or_enclosed: str | None = None
    parts_beyond: Sequence[str] = ()


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


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed value. ``number`` cells stand right; ``source`` names what it came from, for complaints."""

    text: str
    number: bool = False
    source: Wording | None = None
    ticks: Sequence[tuple[str, bool]] = ()  # a choice, as boxes with their labels
    asked: Asked | None = None  # so that whoever reads the page finds the question again


@dataclass(frozen=True, slots=True)
class FilledFields:
    rows: Sequence[tuple[Wording, Cell]]


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table ready to draw; ``widths`` are relative; ``total`` is its last row, ruled off."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    total: Sequence[Cell] | None = None
    unit: str | None = None  # stands right above the table: （単位：円）
    landscape: bool = False
    to_fill_in: bool = False  # the last column is left empty, with room for a hand to write in it
    wall: bool = False  # a month on the wall: columns as asked, cells written from their tops, room in each


@dataclass(frozen=True, slots=True)
class FilledLetter:
    """A letter with every text in place, in one language."""

    number: str
    day: str
    addressee: Sequence[str]
    sender: Sequence[str]
    seal_omitted: bool
    subject: str
    paragraphs: Sequence[str]
    items: Sequence[tuple[str, str]]
    enclosed: Sequence[str]
    contact: Sequence[str]
    salutation: str = ""  # English block letters only: "Dear …,"
    closing: str = ""  # in English the usual one unless given; in Japanese only where the office ends with 以上
    asked: Sequence[Asked | None] = ()  # for each item, the question whose answer it says
    emblem: FilledEmblem | None = None

    def asked_by(self, item: int) -> Asked | None:
        return self.asked[item] if item < len(self.asked) else None


@dataclass(frozen=True, slots=True)
class FilledPicture:
    """A picture with what stands below it and what is said in its place to whoever does not see it."""

    caption: str
    alt: str
    name: str  # of its file, for complaints
    sha256: str  # of the kept file, which stands for it where the pack is recorded
    content: bytes | None = None


FilledBlock = Heading | Paragraph | FilledFields | FilledTable | FilledPicture | SignatureLines | PageBreak | str


@dataclass(frozen=True, slots=True)
class FilledForm:
    title: str
    form_number: str
    note: str
    blocks: Sequence["FilledBlock"]
    number: str = ""
    day: str = ""
    addressee: Sequence[str] = ()
    sender: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FilledDocument:
    name: str
    language: str
    content: FilledLetter | FilledForm
    internal: bool
    receiver: int = 0  # where a pack goes to several: whose papers these are


@dataclass(frozen=True, slots=True)
class FilledEnclosure:
    """An enclosed file; ``content`` is its bytes when it can be bound in (PDF, JPEG, PNG), else None."""

    name: str
    media_type: str
    content: bytes | None
    sha256: str = ""  # of the kept file, which stands for it where the pack is recorded
    file_name: str = ""  # where it goes as a file attached to the PDF


@dataclass(frozen=True, slots=True)
class ReleaseMark:
    """What a released pack says of itself on its cover and in its file: whose it is, which one, and of what content."""

    case_number: str
    pack_id: str
    content_sha256: str

    @property
    def line(self) -> str:
        """As it stands in the QR code and among the file's properties; capitals, which a QR code holds shortest."""
        return f"CLAIR:{self.case_number}:{self.pack_id}:{self.content_sha256}".upper()


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The sheets of an office in mm, as its profile has them; the binding edge of a lying sheet is its upper one."""

    top: int = 25
    bottom: int = 25
    left: int = 30
    right: int = 20
    gutter: int = 0  # what a file needs at the binding edge beyond its margin
    mirrored: bool = False  # on backs the binding edge is the right one
    seal_room: int = 2  # characters right of the sender
    full_digits: bool = False  # running numbers of one digit stand full width


@dataclass(frozen=True, slots=True)
class FilledPack:
    """Everything a printer needs, in the order of printing; both languages follow one another when asked."""

    title: str
    case_number: str
    language: str
    documents: Sequence[FilledDocument]
    enclosures: Sequence[FilledEnclosure]
    sample: bool
    made_on: str  # ISO date: the creation date in the file, so that the same case gives the same bytes
    apart: bool = False  # letters to several receivers: each counts its own pages
    in_turn: bool = False  # paper by paper in its languages, not all of one after all of the other
    layout: PageLayout = PageLayout()
    mark: ReleaseMark | None = None  # of a case's own pack
    made_up: MakeUp = AS_EVER
