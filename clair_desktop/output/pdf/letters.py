"""公文書: letters as a Japanese public office writes them, and the block letter that is their English counterpart."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from clair_desktop.domain.emphasis import plain
from clair_desktop.domain.filled_papers import FilledLetter
from clair_desktop.domain.wording import Language
from clair_desktop.output.pdf import words
from clair_desktop.output.pdf.flow import BODY, Flow
from clair_desktop.output.pdf.kinsoku import CLOSING
from clair_desktop.output.pdf.lines import Line, Passage, Type, analysed
from clair_desktop.output.pdf.numbering import number
from clair_desktop.output.pdf.picture_blocks import set_emblem
from clair_desktop.output.pdf.spacing import Alignment
from clair_desktop.output.pdf.typefaces import Style

_EM = BODY.size
_LINE = 1.65
_SUBJECT = Type(Style.MINCHO, 14)
_CONTACT = Type(Style.MINCHO, 10.5)
_ENGLISH = Type(Style.MINCHO, 11.5)
_ENGLISH_BOLD = Type(Style.BOLD, 11.5)
_ENGLISH_LINE = 1.4
# Item heads up to this length (in characters) are set to one width, with the texts in a column beside them.
_LONGEST_HEAD = 10
_HALVES = 2  # lines of a subject that is parted by hand
_OWN_LINES = 3  # so much of an English letter's last paragraph at least stands above the closing


def set_letter(flow: Flow, letter: FilledLetter, language: Language) -> None:
    if letter.emblem is not None:
        set_emblem(flow, letter.emblem)
    if language is Language.EN:
        _set_english(flow, letter)
    else:
        _set_japanese(flow, letter)


def _set_japanese(flow: Flow, letter: FilledLetter) -> None:
    set_number_and_day(flow, letter.number, letter.day)
    flow.skip(_EM)
    set_addressee(flow, letter.addressee)
    flow.skip(_EM)
    set_sender(flow, letter.sender, seal_omitted=letter.seal_omitted)
    flow.skip(1.8 * _EM)
    _set_subject(flow, letter.subject)
    flow.skip(1.2 * _EM)
    for paragraph in letter.paragraphs:
        indent = 0 if plain(paragraph).startswith("\u3000") else _EM
        flow.put(paragraph, first_indent=indent)
    _set_items(flow, letter)
    _set_closing(flow, letter.closing)
    _set_contact(flow, letter.contact)


def set_number_and_day(flow: Flow, number: str, day: str, type_: Type = BODY) -> None:
    """文書番号 over the date at the right margin; both begin and end at the same place."""
    shown = [analysed(text, type_.style).one_line(type_.size) for text in (number, day) if text]
    width = max((line.width for line in shown), default=0) * type_.size / 1000
    for line in shown:
        flow.put_lines([line], _LINE * type_.size, left=flow.width - width, width=width, alignment=Alignment.SPREAD)


def set_addressee(flow: Flow, addressee: Sequence[str], type_: Type = BODY) -> None:
    for text in addressee:
        flow.put(text, type_, left=type_.size, width=flow.width * 0.62, alignment=Alignment.START)


def set_sender(flow: Flow, sender: Sequence[str], *, seal_omitted: bool, type_: Type = BODY) -> None:
    """At the right, with two characters' room for the seal; flush where the longest line begins."""
    texts = [*sender, *([words.SEAL_OMITTED.ja] if seal_omitted else [])]
    seal_room = flow.layout.seal_room * type_.size
    widest = max((analysed(text, type_.style).natural_width(type_.size) for text in texts), default=0)
    width = min(widest, flow.width * 0.62)
    for text in texts:
        alignment = Alignment.CENTRE if text == words.SEAL_OMITTED.ja else Alignment.START
        flow.put(text, type_, left=flow.width - seal_room - width, width=width, alignment=alignment)


def _set_subject(flow: Flow, subject: str) -> None:
    """Centred; a long one is broken into lines of about one length that begin together."""
    measure = flow.width - 4 * _EM
    passage = analysed(subject, _SUBJECT.style)
    lines = passage.lines(measure, _SUBJECT.size)
    if len(lines) > 1:
        lines = _balanced(passage, len(lines), measure) or _halved(subject, measure) or lines
    width = max(line.width for line in lines) * _SUBJECT.size / 1000
    left = (flow.width - width) / 2
    flow.put_lines(lines, 1.5 * _SUBJECT.size, left=left, width=width, alignment=Alignment.START, kind="H1")


def _balanced(passage: Passage, count: int, measure: float) -> Sequence[Line]:
    """As many lines as needed, of about one length, ending if possible where a phrase ends."""
    narrowest = passage.natural_width(_SUBJECT.size) / count
    steps = int((measure - narrowest) / (_SUBJECT.size / 2)) + 1
    candidates = [passage.lines(narrowest + step * _SUBJECT.size / 2, _SUBJECT.size) for step in range(steps)]
    enough = [lines for lines in candidates if len(lines) <= count]
    phrased = [lines for lines in enough if all(_ends_phrase(*pair) for pair in pairwise(lines))]
    return next(iter(phrased or ([] if count == _HALVES else enough)), [])


def _halved(subject: str, measure: float) -> Sequence[Line]:
    """Two lines that part where a phrase ends, though the first had room for more; nothing where none so ends."""
    parted = (
        [
            *analysed(subject[:at], _SUBJECT.style).lines(measure, _SUBJECT.size),
            *analysed(subject[at:], _SUBJECT.style).lines(measure, _SUBJECT.size),
        ]
        for at in range(1, len(subject))
        if _parts_phrases(subject[at - 1], subject[at])
    )
    halves = [lines for lines in parted if len(lines) == _HALVES]
    return min(halves, key=lambda lines: max(line.width for line in lines), default=[])


def _ends_phrase(line: Line, following: Line) -> bool:
    """Whether the line ends as typed, or after particles or a closing sign before a word's kanji or katakana."""
    if line.ends_paragraph:
        return True
    return _parts_phrases(line.clusters[-1][0], following.clusters[0][0])


def _parts_phrases(last: str, first: str) -> bool:
    """A line does not begin with 係る: it belongs to the に before it."""
    return (_is_hiragana(last) or last in CLOSING + "、") and not _is_hiragana(first) and first != "係"


def _is_hiragana(character: str) -> bool:
    return "\u3041" <= character <= "\u309f"


def _set_items(flow: Flow, letter: FilledLetter) -> None:
    items = [(head, text) for head, text in letter.items if text.strip()]
    if not items:
        _set_enclosed_alone(flow, letter.enclosed)
        return
    if letter.enclosed:
        items.append((words.ENCLOSED.ja, ""))
    flow.skip(0.8 * _EM)
    flow.need(4 * _LINE * _EM)
    flow.put(words.ITEMS.ja, alignment=Alignment.CENTRE)
    flow.skip(0.8 * _EM)
    short = [length for head, _ in items if (length := len(plain(head))) <= _LONGEST_HEAD]
    column = max(short, default=0) * _EM
    with flow.paper.within("L"):
        for number, (head, text) in enumerate(items, start=1):
            with flow.answering(letter.asked_by(number - 1), 2 * _LINE * _EM), flow.paper.within("LI"):
                _set_item(flow, _Item(number, head, text, column), letter.enclosed)


class _Item(NamedTuple):
    number: int
    head: str
    text: str
    column: float  # the width to which short heads are set

    @property
    def number_width(self) -> float:
        return (2 if self.number < 10 else 2.5) * _EM


def _set_item(flow: Flow, item: _Item, enclosed: Sequence[str]) -> None:
    """The head with its text, or what is enclosed, beside or below it."""
    flow.need(2 * _LINE * _EM)
    top = flow.y
    flow.put(_numbered(flow, 1, item.number), left=_EM, kind="Lbl")
    flow.y = top
    with flow.paper.within("LBody"):
        left = _set_head(flow, item)
        for paragraph in item.text.split("\n") if item.text else ():
            flow.put(paragraph, left=left)
        if not item.text:
            _set_enclosed(flow, enclosed, left)


def _set_head(flow: Flow, item: _Item) -> float:
    """Returns where texts begin."""
    top = flow.y
    passage = analysed(item.head, BODY.style)
    beside = passage.natural_width(BODY.size) <= item.column
    head_width = item.column if beside else flow.width - _EM - item.number_width
    flow.put_lines(
        passage.lines(head_width, BODY.size),
        _LINE * _EM,
        left=_EM + item.number_width,
        width=head_width,
        alignment=Alignment.SPREAD if beside else Alignment.START,
    )
    if beside:
        flow.y = top
    return _EM + item.number_width + (item.column + _EM if beside else _EM)


def _set_enclosed_alone(flow: Flow, enclosed: Sequence[str]) -> None:
    if not enclosed:
        return
    flow.skip(1.2 * _EM)
    flow.need(3 * _LINE * _EM)
    flow.put(words.ENCLOSED.ja, left=_EM)
    _set_enclosed(flow, enclosed, 2 * _EM)


def _set_enclosed(flow: Flow, enclosed: Sequence[str], left: float) -> None:
    number_width = 2 * _EM if len(enclosed) < 10 else 2.6 * _EM
    with flow.paper.within("L"):
        for count, name in enumerate(enclosed, start=1):
            flow.need(_LINE * _EM)
            top = flow.y
            with flow.paper.within("LI"):
                flow.put(_numbered(flow, 2, count), left=left, kind="Lbl")
                flow.y = top
                flow.put(name, left=left + number_width, kind="LBody")


def _numbered(flow: Flow, level: int, count: int) -> str:
    return number(level, count, full=flow.layout.full_digits)


def _set_closing(flow: Flow, closing: str) -> None:
    """以上, at the right, where the office ends its letters with it."""
    if closing:
        flow.skip(0.5 * _EM)
        flow.put(closing, width=flow.width - _EM, alignment=Alignment.END)


def _set_contact(flow: Flow, contact: Sequence[str]) -> None:
    """At the foot of the last sheet, right; its lines begin together."""
    if not contact:
        return
    lines = [f"（{words.CONTACT.ja}）", *contact]
    leading = 1.5 * _CONTACT.size
    height = leading * len(lines)
    flow.need(height + _EM)
    flow.y += flow.room - height
    width = max(analysed(line, _CONTACT.style).natural_width(_CONTACT.size) for line in lines)
    for line in lines:
        flow.put(line, _CONTACT, leading=1.5, left=max(flow.width - width, 0), alignment=Alignment.START)


def _set_english(flow: Flow, letter: FilledLetter) -> None:
    """Block style: everything begins at the left margin, a blank line between the parts."""
    blank = _ENGLISH_LINE * _ENGLISH.size
    reference = words.REFERENCE.en.format(number=letter.number) if letter.number else ""
    for part in ((letter.day, reference), letter.addressee):
        _put_english(flow, *part)
        flow.skip(blank)
    for text in filter(None, (letter.salutation,)):
        _put_english(flow, text)
        flow.skip(blank)
    flow.put(words.SUBJECT.en.format(subject=letter.subject), _ENGLISH_BOLD, leading=_ENGLISH_LINE, kind="H1")
    flow.skip(blank)
    for place, paragraph in enumerate(letter.paragraphs, start=1):
        if place == len(letter.paragraphs) and not letter.items:  # no sheet begins with the closing alone
            own = min(len(analysed(paragraph, _ENGLISH.style).lines(flow.width, _ENGLISH.size)), _OWN_LINES)
            flow.need(blank * (own + 1) + _closing_height(flow, letter, blank))
        _put_english(flow, paragraph)
        flow.skip(blank)
    for count, (head, text) in enumerate(((h, t) for h, t in letter.items if t.strip()), start=1):
        with flow.answering(letter.asked_by(count - 1), 2 * _ENGLISH_LINE * _ENGLISH.size):
            _set_english_item(flow, count, head, text)
    _set_english_close(flow, letter)


def _set_english_item(flow: Flow, count: int, head: str, text: str) -> None:
    indent = 20.0
    flow.need(2 * _ENGLISH_LINE * _ENGLISH.size)
    top = flow.y
    flow.put(f"{count}.", _ENGLISH, leading=_ENGLISH_LINE, width=indent)
    flow.y = top
    first, *more = text.split("\n")
    flow.put(f"{head}: {first}", _ENGLISH, leading=_ENGLISH_LINE, left=indent)
    beside = analysed(f"{head}: ", _ENGLISH.style).natural_width(_ENGLISH.size)
    for line in more:  # under the first, unless a long head leaves too little of the line
        flow.put(line, _ENGLISH, leading=_ENGLISH_LINE, left=indent + (beside if beside < flow.width / 3 else 0))
    flow.skip(0.4 * _ENGLISH.size)


def _set_english_close(flow: Flow, letter: FilledLetter) -> None:
    blank = _ENGLISH_LINE * _ENGLISH.size
    flow.need(_closing_height(flow, letter, blank))
    flow.skip(blank * 0.4)
    _put_english(flow, letter.closing or words.CLOSING.en)
    flow.skip(blank if letter.seal_omitted else 3 * blank)
    _put_english(flow, *letter.sender, *([words.SEAL_OMITTED.en] if letter.seal_omitted else []))
    for lines in _foot(flow, letter, blank):
        flow.skip(blank)
        flow.need(blank * len(lines))
        _put_english(flow, *lines)


def _closing_height(flow: Flow, letter: FilledLetter, blank: float) -> float:
    """The closing, room to sign unless the seal is omitted, who signs, and what stands below in its shortest form."""
    signing = 2 if letter.seal_omitted else 3
    return blank * (1.4 + signing + len(letter.sender)) + _height(flow, _run_on(letter), blank)


def _foot(flow: Flow, letter: FilledLetter, blank: float) -> Sequence[Sequence[str]]:
    """A line for each entry; run on where that alone keeps the letter from a second sheet that says nothing else."""
    listed = [[f"{head}:", *lines] for head, lines in _lists(letter)]
    run_on = _run_on(letter)
    if _height(flow, listed, blank) <= flow.room or _height(flow, run_on, blank) > flow.room:
        return listed
    return run_on


def _run_on(letter: FilledLetter) -> Sequence[Sequence[str]]:
    return [[f"{head}: {'; '.join(lines)}"] for head, lines in _lists(letter)]


def _lists(letter: FilledLetter) -> Sequence[tuple[str, Sequence[str]]]:
    """What stands below the signature: enclosures and contact, as far as there are any."""
    enclosed = [f"({number})\u00a0{name}" for number, name in enumerate(letter.enclosed, start=1)]  # never parted
    lists = [(words.ENCLOSED.en, enclosed), (words.CONTACT.en, letter.contact)]
    return [(head, lines) for head, lines in lists if lines]


def _height(flow: Flow, blocks: Sequence[Sequence[str]], blank: float) -> float:
    rows = (analysed(line, _ENGLISH.style).lines(flow.width, _ENGLISH.size) for lines in blocks for line in lines)
    return blank * (len(blocks) + sum(len(row) for row in rows))


def _put_english(flow: Flow, *texts: str) -> None:
    for text in filter(None, texts):
        flow.put(text, _ENGLISH, leading=_ENGLISH_LINE)
