"""Fields whose answer is a local authority or a country: kept by code, typed by name."""

from dataclasses import dataclass

from clair_desktop.domain.fields import Field
from clair_desktop.domain.parties import Names, whole_code
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.typed import folded
from clair_desktop.domain.wording import Language, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority(Field):
    """A 地方公共団体, kept by its six-digit code; typed by code, name, reading or romaji."""

    kind = "authority"

    def accept(self, raw: object, names: Names) -> object | None:
        if isinstance(raw, int | float):  # 012211 as a number has lost its zero, and 12211 is another body's code
            raise Malformed(
                Wording('団体コードは文字列で指定してください（例："012211"）。', 'Give the code as text: "012211".')
            )
        return Field.accept(self, raw, names)

    def parse(self, text: str, names: Names) -> str:
        typed = folded(text).partition(" ")[0]
        if typed.isdigit():
            return _authority_by_code(typed, names)
        found = names.find_authorities(folded(text))
        if len(found) == 1:
            return found[0].code
        if not found:
            raise Malformed(
                Wording(
                    f"「{cited(text)}」という地方公共団体は見つかりません。団体コード6桁か正式な名称を入力してください。",
                    f"No local authority “{cited(text)}” is known. Enter its six-digit code or full name.",
                )
            )
        listed_ja = "、".join(f"{one.code} {one.prefecture.ja}{one.name.ja}" for one in found[:5])
        listed_en = ", ".join(f"{one.code} {one.name.en}" for one in found[:5])
        raise Malformed(
            Wording(
                f"「{cited(text)}」に当たる団体が複数あります（{listed_ja}）。団体コードで入力してください。",
                f"Several authorities match “{cited(text)}” ({listed_en}). Enter the code.",
            )
        )

    def show(self, value: object, language: Language, names: Names) -> str:
        known = names.authority(str(value))
        return f"{value} {known.full_name.in_(language)}" if known else str(value)

    def printed(self, value: object, language: Language, names: Names) -> str:
        known = names.authority(str(value))
        return known.full_name.in_(language) if known else str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Field):
    """A country or territory, kept by its ISO 3166 code; typed by code, Japanese or English name or alias."""

    kind = "country"

    def parse(self, text: str, names: Names) -> str:
        found = names.find_country(folded(text))
        if found is None:
            raise Malformed(
                Wording(
                    f"「{cited(text)}」という国・地域は見つかりません。国名かISOコード2文字を入力してください。",
                    f"No country “{cited(text)}” is known. Enter its name or two-letter ISO code.",
                )
            )
        return found.code

    def show(self, value: object, language: Language, names: Names) -> str:
        known = names.country(str(value))
        return known.name.in_(language) if known else str(value)


def _authority_by_code(typed: str, names: Names) -> str:
    """The code of a typed prefecture number (04) or of a code of five or six digits; one that nobody has is refused."""
    code = whole_code(f"{typed}000" if len(typed) == 2 else typed)
    found = names.find_authorities(code)  # of a ward's code its city
    if not found:
        raise Malformed(
            Wording(
                f"団体コード{code}の団体はありません。番号を確かめるか、名称で入力してください。",
                f"No local authority has the code {code}. Check the number or type the name.",
            )
        )
    return found[0].code
