"""How the branch signs a letter and where it is called back."""

from clair_desktop.domain.emblems import FilledEmblem
from clair_desktop.domain.letters import HeadquartersAddress
from clair_desktop.domain.programme import Edition
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile

_ADDRESS = Wording("送付先　", "Sent to: ")
_WORDS = Wording("担当", "Officer in charge"), Wording("電話", "Tel."), Wording("電子メール", "E-mail")


def branch_sender(profile: BranchProfile, association: Wording, language: Language) -> list[str]:
    """The association as it is called on the letter's day, the head of the branch, and who that is if it is to stand there.

    In English the person and the office stand before the body.
    """
    signed = association.in_(language) if profile.papers.signs_for_association else ""
    lines = signed, profile.sender_title.in_(language), profile.papers.signer.in_(language)
    return [one for one in (lines if language is Language.JA else reversed(lines)) if one]


def emblem_of(profile: BranchProfile, language: Language) -> FilledEmblem | None:
    """What stands at the head of the branch's letters, in grey where its papers are black and white."""
    one, grey = profile.papers.emblem, profile.papers.monochrome
    if one is None:
        return None
    return FilledEmblem(one.name, one.sha256, one.tall, one.place, one.alt(language), grey, one.content)


def headquarters_addressee(
    edition: Edition, profile: BranchProfile, association: Wording, language: Language
) -> list[str]:
    """Whom a letter to headquarters addresses: what was entered for the programme's year, else the branch's setting."""
    entered = edition.letters.addressee_in(edition.year)
    body = association.in_(language)
    if entered is None:
        title = profile.headquarters_title.in_(language)
        return [title, body] if language is Language.EN else [body, profile.papers.addressed(title)]
    to = entered.to
    lines = _english(to, body) if language is Language.EN else _japanese(to, body, profile)
    sent = [f"{_ADDRESS.in_(language)}{to.address.in_(language)}"] if to.address.ja else []
    mailed = [f"{_WORDS[2].in_(language)}{'　' if language is Language.JA else ': '}{to.email}"] if to.email else []
    return [one for one in (*lines, *sent, *mailed) if one]


def salutation_title(edition: Edition, profile: BranchProfile) -> str:
    """Who is greeted in English; empty where the letter goes to a division and not to an office holder."""
    entered = edition.letters.addressee_in(edition.year)
    return entered.to.title.en if entered else profile.headquarters_title.en


def _japanese(to: HeadquartersAddress, body: str, profile: BranchProfile) -> list[str]:
    return (
        [body, to.division.ja, profile.papers.addressed(to.title.ja)]
        if to.title.ja
        else [body, f"{to.division.ja}　御中"]
    )


def _english(to: HeadquartersAddress, body: str) -> list[str]:
    return [to.title.en, to.division.en, body]


def contact_lines(profile: BranchProfile, language: Language) -> list[str]:
    texts = (profile.contact, profile.phone, profile.email)
    between = "　" if language is Language.JA else ": "
    lines = [profile.name.in_(language), profile.section.in_(language)]
    lines += [f"{word.in_(language)}{between}{text}" for word, text in zip(_WORDS, texts, strict=True) if text]
    return [line for line in lines if line]
