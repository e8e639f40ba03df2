"""Papers ready to be set: what a printer draws and a release keeps, every place filled, every text in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.asked import Asked
from clair_desktop.domain.emblems import FilledEmblem
from clair_desktop.domain.making_up import AS_EVER, MakeUp
from clair_desktop.domain.plain_blocks import Heading, PageBreak, Paragraph, SignatureLines
from clair_desktop.domain.wording import Wording


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
