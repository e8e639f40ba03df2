"""The heads of local authorities in English; whoever else signs or is addressed must be given in English by hand."""

import re
from collections.abc import Mapping

from clair_desktop.domain.parties import AuthorityKind, LocalAuthority
from clair_desktop.domain.wording import Wording

_MAYOR = "Mayor"
_HEADS: Mapping[AuthorityKind, Wording] = {
    AuthorityKind.PREFECTURE: Wording("知事", "Governor"),
    AuthorityKind.DESIGNATED_CITY: Wording("市長", _MAYOR),
    AuthorityKind.CITY: Wording("市長", _MAYOR),
    AuthorityKind.SPECIAL_WARD: Wording("区長", _MAYOR),
    AuthorityKind.TOWN: Wording("町長", _MAYOR),
    AuthorityKind.VILLAGE: Wording("村長", _MAYOR),
}
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff]")


def english_head(typed: str, authority: LocalAuthority | None) -> str:
    """“Mayor” for 市長 or 富士市長 of that very body; empty for anything more, for a name is never made up."""
    if authority is None:
        return ""
    head = _HEADS[authority.kind]
    place = authority.name.ja if authority.kind is AuthorityKind.PREFECTURE else authority.name.ja[:-1]
    full = f"{authority.prefecture.ja}{authority.name.ja[:-1]}"
    known = {head.ja, f"{place}{head.ja}", f"{full}{head.ja}"}
    return head.en if re.sub(r"\s", "", typed) in known else ""


def is_japanese(text: str) -> bool:
    """Whether a reader of English would meet kana or kanji in it."""
    return bool(_JAPANESE.search(text))
