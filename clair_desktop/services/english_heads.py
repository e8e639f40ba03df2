"""Whether the heads of a case's English letters are known in English; said among its findings, and no step waits for it."""

import re
from collections.abc import Iterator, Sequence

from clair_desktop.domain.documents import Letter, Party
from clair_desktop.domain.facts import Facts
from clair_desktop.domain.rulings import Finding, Verdict
from clair_desktop.domain.wording import Language, Wording, same
from clair_desktop.services.branch import BranchSettings
from clair_desktop.services.case_packs import packs_of
from clair_desktop.services.desk import Desk
from clair_desktop.services.letter_heads import ADDRESSEE, CONTACT, IN_CASE, IN_SETTINGS, SENDER, LetterHeads, unknown
from clair_desktop.services.letterhead import contact_lines
from clair_desktop.services.pack_languages import languages_of_copies
from clair_desktop.services.places import Places
from clair_desktop.services.sheets import CaseSheet

_OF_A_ROW = re.compile(r"\{[a-z_]+\.")
_ASSOCIATION = same("")  # its name is known in English
_Head = tuple[Wording, Sequence[str], Wording]


def english_heads(desk: Desk, sheet: CaseSheet, facts: Facts) -> Iterator[Finding]:
    """One for each head that some letters, made in English for any of their receivers, would have in Japanese."""
    if not sheet.id:
        return
    profile = BranchSettings(desk).get()
    heads = LetterHeads(sheet, profile, facts.names, _ASSOCIATION, Language.EN)
    places = Places(sheet, profile, facts.names, Language.EN, facts.on, "", _ASSOCIATION)
    found: dict[tuple[Wording, tuple[str, ...], Wording], list[Wording]] = {}
    for name, letter in _in_english(desk, sheet):
        for place, lines, cure in _heads(letter, heads, places):
            found.setdefault((place, tuple(lines), cure), []).append(name)
    for (place, lines, cure), names in found.items():
        told = list(dict.fromkeys(names))
        name = Wording("」「".join(one.ja for one in told), "”, “".join(one.en for one in told))
        for said in unknown(name, place, lines):
            field = "representative_en" if cure is IN_CASE and sheet.edition.field("representative_en") else None
            yield Finding("english_heads", Verdict.UNDECIDED, said, field, mend=cure, advice=True)


def _in_english(desk: Desk, sheet: CaseSheet) -> Iterator[tuple[Wording, Letter]]:
    """The letters that leave in English, each with the name of its document."""
    packs = packs_of(sheet)
    with desk.database.reading() as work:
        spoken = languages_of_copies(work, sheet.edition.programme.key, packs)
    for pack in packs:
        for one in pack.documents:
            is_english = any(copy.of(one.key).says(Language.EN) for copy in spoken[pack.key])
            if isinstance(one.layout, Letter) and is_english and not one.internal:
                yield one.name, one.layout


def _heads(letter: Letter, heads: LetterHeads, places: Places) -> Iterator[_Head]:
    """Addressee, sender and contact with where each is entered; a receiver in a row is looked at when it is printed."""
    if isinstance(letter.to, Party):
        yield ADDRESSEE, heads.addressee(letter.to), IN_CASE if letter.to is Party.APPLICANT else IN_SETTINGS
    texts = [places.fill(line) for line in letter.signature if not _OF_A_ROW.search(line.en)]
    signed = [line for text in texts for line in text.split("\n")]
    own = IN_SETTINGS if letter.sender is Party.BRANCH else IN_CASE
    yield SENDER, signed if letter.signature else heads.sender(letter.sender), own
    if letter.contact is None:
        yield CONTACT, contact_lines(heads.profile, Language.EN), IN_SETTINGS
