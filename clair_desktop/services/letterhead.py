"""How the branch signs a letter and where it is called back."""

from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.branch import BranchProfile

_WORDS = Wording("担当", "Contact"), Wording("電話", "Tel."), Wording("電子メール", "E-mail")


def branch_sender(profile: BranchProfile, association: Wording, language: Language) -> list[str]:
    """The association as it is called on the letter's day, and the head of the branch."""
    title = profile.sender_title.in_(language)
    return [one for one in (association.in_(language), title) if one]


def contact_lines(profile: BranchProfile, language: Language) -> list[str]:
    texts = (profile.contact, profile.phone, profile.email)
    between = "　" if language is Language.JA else ": "
    lines = [profile.name.in_(language), profile.section.in_(language)]
    lines += [f"{word.in_(language)}{between}{text}" for word, text in zip(_WORDS, texts, strict=True) if text]
    return [line for line in lines if line]
