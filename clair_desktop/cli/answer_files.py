"""Files of answers: JSON as editors and shells of every kind write it, and nothing read twice or guessed."""

import codecs
import json
from collections.abc import Mapping, Sequence
from typing import NoReturn, cast

from clair_desktop.domain.refusal import Refusal, cited
from clair_desktop.domain.wording import Wording

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # what PowerShell's > makes of a template


class _Twice(ValueError):
    """A name stands twice in one object, and which one is meant cannot be known."""


def answers_in(content: bytes, file: str) -> Mapping[str, object]:
    """The object that the bytes of ``file`` hold; refused by the file's name where they do not."""
    try:
        text = content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
        read = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_number)
    except _Twice as fault:
        key = cited(str(fault))
        raise Refusal(
            Wording(
                f"「{file}」に項目「{key}」が二度あります。どちらか一つにしてください。",
                f"“{key}” stands twice in “{file}”. Keep one of them.",
            ),
            field=key,
        ) from fault
    except (ValueError, RecursionError) as fault:
        raise Refusal(
            Wording(
                f"「{file}」はJSONとして読めません（{fault}）。UTF-8のJSONで保存してください。",
                f"“{file}” is not JSON ({fault}). Save it as JSON in UTF-8.",
            ),
            field="answers",
        ) from fault
    if not isinstance(read, dict):
        raise Refusal(
            Wording("入力は {項目: 値} の形で指定してください。", "Give the answers as {field: value}."),
            field="answers",
        )
    return cast("Mapping[str, object]", read)


def _each_once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _Twice(key)
        found[key] = value
    return found


def _no_number(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")
