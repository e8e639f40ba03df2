"""The languages of a pack's papers as the branch last chose them for a copy, and else as its receiver reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from clair_desktop.domain.documents import Pack
from clair_desktop.domain.making_up import MakeUp, PackCopy
from clair_desktop.domain.pack_languages import PackLanguages, PaperLanguage, asked_in, choices, usual_languages
from clair_desktop.domain.proofs import Fact
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.model.work import Work
from clair_desktop.services.desk import Desk
from clair_desktop.services.filling import Filling

Languages = Sequence[Language] | PackLanguages
"""Of every paper alike, or of each by itself."""

_KEY = "pack_languages"
_WHOLE = ""  # in place of a document's key
_NO_PAPER = Wording(
    "「{pack}」に書類「{paper}」はありません。あるもの：{listed}",
    "“{pack}” has no paper “{paper}”. There are: {listed}",
)
_NOT_ON_ONE_PAGE = Wording(
    "「{paper}」は公文又は部内用の書類のため、1枚に併記できません。both（別葉）を指定してください。",
    "“{paper}” is a letter or the branch's own and cannot be bilingual on one page. Ask for both, one after the other.",
)
_TITLE = Wording("書類ごとの言語の設定", "Languages of papers")


def kept_languages(work: Work, programme: str, pack: Pack, copy: PackCopy) -> PackLanguages:
    """What is kept for documents or in languages that are not known here is passed over."""
    return _languages(_kept(work), programme, pack, copy)


def languages_of_copies(work: Work, programme: str, packs: Sequence[Pack]) -> Mapping[str, Sequence[PackLanguages]]:
    """Of each pack by its key, the languages of all its copies."""
    kept = _kept(work)
    return {pack.key: [_languages(kept, programme, pack, copy) for copy in PackCopy] for pack in packs}


def _languages(every: Mapping[str, Mapping[str, str]], programme: str, pack: Pack, copy: PackCopy) -> PackLanguages:
    kept = every.get(_place(programme, pack, copy))
    usual = usual_languages(pack, copy)
    if kept is None:
        return usual
    offered = {one.key: {choice.value: choice for choice in choices(one)} for one in pack.documents}
    own = {key: offered[key][said] for key, said in kept.items() if said in offered.get(key, {})}
    whole = kept.get(_WHOLE, usual.whole.value)
    return PackLanguages(PaperLanguage(whole) if whole in set(PaperLanguage) else usual.whole, own)


def keep_languages(desk: Desk, programme: str, pack: Pack, copy: PackCopy, chosen: PackLanguages) -> None:
    """From now on this copy of the pack is made so; the usual languages are kept by keeping nothing."""
    with desk.database.reading() as work:
        if kept_languages(work, programme, pack, copy) == chosen:
            return
        others = dict(_kept(work))
    place = _place(programme, pack, copy)
    others.pop(place, None)
    if chosen != usual_languages(pack, copy):
        others[place] = {_WHOLE: chosen.whole.value, **{key: one.value for key, one in chosen.own.items()}}
    with desk.database.work(_TITLE) as work:
        work.settings.put(_KEY, others)


def demand_choice(pack: Pack, paper: str, chosen: PaperLanguage) -> None:
    """Refuses a paper that the pack does not have, and a language in which it cannot be made."""
    found = next((one for one in pack.documents if one.key == paper), None)
    if found is None:
        listed = ", ".join(one.key for one in pack.documents)
        raise Refusal(_NO_PAPER.filled(pack=pack.name, paper=paper, listed=listed), field="paper_lang")
    if chosen not in choices(found):
        raise Refusal(_NOT_ON_ONE_PAGE.filled(paper=found.name), field="paper_lang")


def together(languages: Languages, made_up: MakeUp) -> PackLanguages:
    """Whole packs in both languages have their forms on one page where they are made up so."""
    chosen = languages if isinstance(languages, PackLanguages) else asked_in(languages)
    if chosen.whole is PaperLanguage.BOTH and made_up.bilingual:
        return replace(chosen, whole=PaperLanguage.BILINGUAL)
    return chosen


def needed(languages: Languages, chosen: PackLanguages, pack: Pack) -> list[Language]:
    """Those in which any of the papers is made, in the order they were asked for."""
    order = list(Language) if isinstance(languages, PackLanguages) else list(dict.fromkeys(languages))
    return [one for one in order if any(chosen.of(document.key).says(one) for document in pack.documents)]


def wanted_facts(facts: Sequence[Fact], plan: Sequence[PaperLanguage], fillings: Sequence[Filling]) -> list[Fact]:
    """The facts of the papers that are made, in the languages they are made in."""
    made = [wanted.says(filling.language) for filling in fillings for wanted in plan]
    return [one for one in facts if made[one.document]]


def _kept(work: Work) -> dict[str, dict[str, str]]:
    kept = work.settings.get(_KEY)
    return cast("dict[str, dict[str, str]]", kept) if isinstance(kept, dict) else {}


def _place(programme: str, pack: Pack, copy: PackCopy) -> str:
    return f"{copy.value}/{programme}/{pack.key}"
