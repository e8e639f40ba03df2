"""A rule's value on its way in, typed by a clerk or sent in a notice: both pass the same limits."""

import re
from datetime import date
from fractions import Fraction

from clair_desktop.domain.eras import read_day
from clair_desktop.domain.refusal import Malformed, cited
from clair_desktop.domain.rulings import Rule, Value
from clair_desktop.domain.typed import folded, read_text, read_yen
from clair_desktop.domain.wording import Wording

_YES, _NO = frozenset({"はい", "yes", "true"}), frozenset({"いいえ", "no", "false"})
_SHARE = re.compile(r"\d{1,12}(?:\.\d{1,10}|/\d{1,12})?")


def typed_value(rule: Rule, text: str) -> Value:
    """A rule's value as typed: 1,000円, 90日, 1/2, 2分の1, 50%, 令和8年10月30日, はい."""
    plain = folded(text)
    if rule.kind is date:
        return read_day(plain)
    if rule.kind is Fraction:
        return _share(plain, text)
    if rule.kind is bool:
        return _truth(plain.casefold(), text)
    if rule.kind is int:
        return _within(rule, read_yen(plain.removesuffix("日").removesuffix("年")))
    return _words(rule, text)


def sent_value(rule: Rule, sent: object) -> Value:
    """A rule's value as a notice holds it, of the very JSON type that ``kept_value`` gives; else ``Malformed``."""
    if rule.kind is bool and isinstance(sent, bool):
        return sent
    if rule.kind is int and isinstance(sent, int) and not isinstance(sent, bool):
        return _within(rule, sent)
    if rule.kind is date and isinstance(sent, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", sent):
        return read_day(sent)
    if rule.kind is Fraction and isinstance(sent, str):
        return _share(sent, sent)
    if rule.kind is str and isinstance(sent, str):
        return _words(rule, sent)
    raise Malformed(
        Wording(
            f"「{rule.label.ja}」の値「{cited(str(sent))}」は、この定めの値ではありません。",
            f"“{cited(str(sent))}” is no value of “{rule.label.en}”.",
        ),
        field=rule.key,
    )


def _words(rule: Rule, text: str) -> str:
    words = read_text(text).strip()
    if not words:
        raise Malformed(
            Wording(f"「{rule.label.ja}」を入力してください。", f"Enter “{rule.label.en}”."), field=rule.key
        )
    return words


def _truth(plain: str, text: str) -> bool:
    if plain not in _YES | _NO:
        raise Malformed(
            Wording(
                f"「{cited(text)}」は読めません。「はい」か「いいえ」を入力してください。",
                f"“{cited(text)}” is neither. Type yes or no.",
            )
        )
    return plain in _YES


def _within(rule: Rule, amount: int) -> int:
    """A number of yen, or of days or years, which the calendar must be able to hold."""
    least = 1 if rule.key == "rounding_unit" else 0
    most = 36_500 if rule.key.endswith(("_days", "_years")) else 10**12
    if not least <= amount <= most:
        raise Malformed(
            Wording(
                f"「{rule.label.ja}」は{least:,}から{most:,}までの数で入力してください。",
                f"Enter a number from {least:,} to {most:,} for “{rule.label.en}”.",
            ),
            field=rule.key,
        )
    return amount


def _share(plain: str, text: str) -> Fraction:
    if japanese := re.fullmatch(r"(\d{1,4})分の(\d{1,4})", plain):
        plain = f"{japanese[2]}/{japanese[1]}"
    number = plain.removesuffix("%").strip()
    try:
        value = Fraction(number) / (100 if plain.endswith("%") else 1) if _SHARE.fullmatch(number) else Fraction(-1)
    except ZeroDivisionError:
        value = Fraction(-1)
    if not 0 < value <= 1:
        raise Malformed(
            Wording(
                f"「{cited(text)}」は割合として読めません。「1/2」「50%」のように入力してください。",
                f"“{cited(text)}” does not read as a share. Type it like 1/2 or 50%.",
            )
        )
    return value
