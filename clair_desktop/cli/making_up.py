"""For whom a pack is made and what is added to it, as arguments: what is not said stays as the branch keeps it."""

import argparse
from dataclasses import replace

from clair_desktop.cli.session import Session
from clair_desktop.domain.making_up import OPTIONS, MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage
from clair_desktop.domain.wording import Language
from clair_desktop.services.case_packs import pack_of
from clair_desktop.services.pack_languages import Languages, demand_choice

USUAL = "usual"


def add_making_up(parser: argparse.ArgumentParser) -> None:
    copies = ", ".join(f"{copy}: {copy.label.ja}" for copy in PackCopy)
    parser.add_argument("--copy", choices=[copy.value for copy in PackCopy], default=PackCopy.WHOLE.value, help=copies)
    for name, label in OPTIONS.items():
        said = f"{label.ja} / {label.en}"
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=None, help=said)
    papers = ", ".join(f"{one.value}: {one.label.ja}" for one in PaperLanguage)
    parser.add_argument(
        "--paper-lang", type=_of_a_paper, action="append", default=[], metavar="PAPER=LANG",
        help=f"書類ごとの言語（繰返し可） / a language for one paper; {papers}",
    )  # fmt: skip
    parser.add_argument(
        "--keep",
        action="store_true",
        help="この体裁・言語を支部の設定にする / keep make-up and languages for the branch",
    )


def made_up(session: Session, asked: argparse.Namespace) -> MakeUp:
    """The branch's make-up of this copy with what was said laid over; kept where that was asked."""
    kept = session.office.documents.made_up(PackCopy(asked.copy))
    said = {name: getattr(asked, name) for name in OPTIONS if getattr(asked, name) is not None}
    chosen = replace(kept, **said)
    if asked.keep:
        session.office.documents.keep_made_up(chosen)
    return chosen


def languages(session: Session, asked: argparse.Namespace) -> Languages:
    """Those asked for, of one paper or of all, Japanese where nothing is said.

    ``usual`` is what the branch keeps, else what the receiver reads.
    """
    documents, copy, lang = session.office.documents, PackCopy(asked.copy), asked.lang or Language.JA.value
    keeps = asked.keep and bool(asked.lang or asked.paper_lang)
    if lang != USUAL and not asked.paper_lang and not keeps:
        return list(Language) if lang == "both" else [Language(lang)]
    sheet = session.office.cases.get(asked.number)
    kept = documents.languages(sheet, asked.pack, copy)
    chosen = kept if lang == USUAL else PackLanguages(PaperLanguage(lang))
    for paper, language in asked.paper_lang:
        demand_choice(pack_of(sheet.edition, asked.pack), paper, language)
        chosen = chosen.with_own(paper, language)
    if keeps:
        documents.keep_languages(sheet, asked.pack, copy, chosen)
    return chosen


def _of_a_paper(text: str) -> tuple[str, PaperLanguage]:
    paper, _equals, language = text.partition("=")
    if language not in set(PaperLanguage):
        known = "|".join(PaperLanguage)
        raise argparse.ArgumentTypeError(f"「{text}」：書類=言語（{known}）としてください / PAPER=LANG, LANG: {known}")
    return paper, PaperLanguage(language)
