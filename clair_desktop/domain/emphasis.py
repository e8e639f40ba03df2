"""What a wording may set off: ``<u>underlined</u>`` and ``<sup>raised</sup>``, as declared or as a clerk words a letter.

Only a wording is read so. In a text that is ready to print the tags have become marks that no keyboard has and no
answer may hold, so that what was typed into a question is never taken for one. On a bilingual page such marks also
tell what is English.
"""

import re
from collections.abc import Iterator
from enum import IntFlag

from clair_desktop.domain.wording import Wording


class Emphasis(IntFlag):
    """How a printed character is set off."""

    NONE = 0
    UNDERLINED = 1
    RAISED = 2
    ENGLISH = 4


UNDERLINE, RAISE = ("<u>", "</u>"), ("<sup>", "</sup>")
_MARKS = {"<sup>": "\ufdd0", "</sup>": "\ufdd1", "<u>": "\ufdd2", "</u>": "\ufdd3"}
_BEGINS = {"\ufdd0": Emphasis.RAISED, "\ufdd2": Emphasis.UNDERLINED, "\ufdd4": Emphasis.ENGLISH}
_ENDS = {"\ufdd1": Emphasis.RAISED, "\ufdd3": Emphasis.UNDERLINED, "\ufdd5": Emphasis.ENGLISH}
_CLOSING = {"\ufdd0": "\ufdd1", "\ufdd2": "\ufdd3", "\ufdd4": "\ufdd5"}
_ANY_MARK = re.compile("[\ufdd0-\ufdd5]")
_NOTHING = re.compile("\ufdd0\ufdd1|\ufdd2\ufdd3")
_TAG = re.compile(r"</?(?:u|sup)>")
_LIKE_A_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*\s*/?>")

_UNKNOWN = Wording(
    "{language}の文面の「{tag}」は使えません。使えるのは、下線 <u>…</u> と上付き <sup>…</sup> です。",
    "“{tag}” in the {language} text is not known. There are <u>…</u> to underline and <sup>…</sup> to raise.",
)
_OPEN = Wording(
    "{language}の文面の「{tag}」が、同じ段落の中で閉じられていません。「{closing}」を入れてください。",
    "“{tag}” in the {language} text is not closed within its paragraph. Put in “{closing}”.",
)
_ALONE = Wording(
    "{language}の文面の「{tag}」に対応する始まりがありません。",
    "“{tag}” in the {language} text closes nothing.",
)
_CROSSED = Wording(
    "{language}の文面の「{tag}」は、先に「{closing}」で閉じてから使ってください。",
    "In the {language} text, close with “{closing}” before “{tag}”.",
)
_EMPTY = Wording(
    "{language}の文面の「{tag}」と「{closing}」の間に文字がありません。",
    "Nothing stands between “{tag}” and “{closing}” in the {language} text.",
)
_NOT_HERE = Wording(
    "{language}の文面の「{tag}」は、この欄では使えません（小さい字のため）。",
    "“{tag}” in the {language} text cannot be used here, where the print is small.",
)
_ONE_LANGUAGE = Wording(
    "{what}が、日本語に{ja}か所、英語に{en}か所あります。", "{what}: {ja} in Japanese, {en} in English."
)
_UNDERLINES, _RAISED = Wording("下線", "Underlined"), Wording("上付き", "Raised")
_LANGUAGES = {"ja": Wording("日本語", "Japanese"), "en": Wording("英語", "English")}


def faults(text: Wording, *, small: bool = False, plain: bool = False) -> Iterator[Wording]:
    """Why the tags of a wording cannot be printed; ``small`` print is not raised, ``plain`` texts have no tags at all."""
    for side, said in (("ja", text.ja), ("en", text.en)):
        language = _LANGUAGES[side]
        for tag in dict.fromkeys(_LIKE_A_TAG.findall(said)):
            if not _TAG.fullmatch(tag):
                yield _UNKNOWN.filled(language=language, tag=tag)
            elif plain or (small and tag == RAISE[0]):
                yield _NOT_HERE.filled(language=language, tag=tag)
        for line in said.split("\n"):
            yield from (one.filled(language=language) for one in _unpaired(line))


def uneven(text: Wording) -> Iterator[Wording]:
    """What is set off more often in one language than in the other; it may be meant."""
    for what, (begins, _ends) in ((_UNDERLINES, UNDERLINE), (_RAISED, RAISE)):
        ja, en = text.ja.count(begins), text.en.count(begins)
        if ja != en:
            yield _ONE_LANGUAGE.filled(what=what, ja=ja, en=en)


def marked(wording: str) -> str:
    """A wording with its tags as marks; one whose tags are at fault is printed as it stands."""
    if "<" not in wording or any(True for line in wording.split("\n") for _one in _unpaired(line)):
        return wording
    return _TAG.sub(lambda found: _MARKS[found.group()], wording)


def filled(text: str) -> str:
    """A marked text whose places have been filled: nothing empty is set off, and no mark goes on over a line's end."""
    if not is_emphasised(text):
        return text
    return _NOTHING.sub("", "\n".join(_line_by_line(text)))


def english(text: str) -> str:
    """A text that stands beside a Japanese one, line by line marked as English."""
    return "\n".join(f"\ufdd4{line}\ufdd5" if line.strip() else line for line in text.split("\n"))


BESIDE = " / "
"""What parts the two languages of a label on one line."""


def both(ja: str, en: str, between: str = "\n") -> str:
    """A text in both languages, the English behind the Japanese; once where they are equal or one says nothing."""
    if ja == en or not en.strip():
        return ja
    return f"{ja}{between}{english(en)}" if ja.strip() else english(en)


def sides(text: str) -> Wording:
    """What a text in both languages says in each; a text in one says the same in both."""
    lines = text.split("\n")
    marked_lines = [plain(line) for line in lines if line.startswith("\ufdd4")]
    ja = "\n".join(line for line in lines if not line.startswith("\ufdd4"))
    return Wording(ja or "\n".join(marked_lines), "\n".join(marked_lines) or ja)


def is_emphasised(text: str) -> bool:
    return not text.isascii() and _ANY_MARK.search(text) is not None


def plain(text: str) -> str:
    """A text that is ready to print, without its marks: as it is read, searched and compared."""
    return _ANY_MARK.sub("", text) if is_emphasised(text) else text


def runs(text: str) -> Iterator[tuple[str, Emphasis]]:
    """The text cut where something begins or ends to be set off."""
    at, now = 0, Emphasis.NONE
    for found in _ANY_MARK.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], now
        at, mark = found.end(), found.group()
        now = now | _BEGINS[mark] if mark in _BEGINS else now & ~_ENDS[mark]
    if at < len(text):
        yield text[at:], now


def _unpaired(line: str) -> Iterator[Wording]:
    """Of one paragraph; each language's name is still to be filled in."""
    opened: list[str] = []
    last_end = -1
    for found in _TAG.finditer(line):
        tag = found.group()
        if not tag.startswith("</"):
            if tag in opened:
                yield _CROSSED.filled(tag=tag, closing=_closing(tag), language="{language}")
            opened.append(tag)
            last_end = found.end()
            continue
        begins = tag.replace("/", "")
        if begins not in opened:
            yield _ALONE.filled(tag=tag, language="{language}")
            continue
        if opened[-1] != begins:
            yield _CROSSED.filled(tag=tag, closing=_closing(opened[-1]), language="{language}")
        elif found.start() == last_end:
            yield _EMPTY.filled(tag=begins, closing=tag, language="{language}")
        opened.remove(begins)
    for tag in opened:
        yield _OPEN.filled(tag=tag, closing=_closing(tag), language="{language}")


def _closing(tag: str) -> str:
    return tag.replace("<", "</")


def _line_by_line(text: str) -> Iterator[str]:
    """Each line with what it goes on with from the line before, and with everything closed at its end."""
    opened: list[str] = []
    for line in text.split("\n"):
        begins = "".join(opened)
        for found in _ANY_MARK.finditer(line):
            mark = found.group()
            if mark in _CLOSING:
                opened.append(mark)
            else:
                opened = [one for one in opened if _CLOSING[one] != mark]
        yield f"{begins}{line}{''.join(_CLOSING[one] for one in reversed(opened))}"
