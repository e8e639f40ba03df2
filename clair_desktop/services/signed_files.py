"""Small files between branches: JSON that a person can read, with a hash over all of it; damaged or newer ones are refused."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording

_LARGEST = 20 << 20  # bytes
_DAMAGED = Wording(
    "「{name}」は{what_ja}として読めないか、壊れています。送付元に送り直しを依頼してください。",
    "“{name}” is not a {what_en} or is damaged. Ask the sender to send it again.",
)
_NEWER = Wording(
    "「{name}」は新しい版の{what_ja}です（形式{found}、このプログラムは{known}まで）。プログラムを新しくしてください。",
    "“{name}” is of a newer format ({found}; this program reads up to {known}). Update the program.",
)


@dataclass(frozen=True, slots=True)
class SignedKind:
    """What a file calls itself, its newest format, and what people call it."""

    kind: str
    format: int
    name: Wording

    def damaged(self, path: Path) -> Refusal:
        return Refusal(_DAMAGED.filled(name=path.name, what_ja=self.name.ja, what_en=self.name.en))

    def content(self, fields: Mapping[str, object]) -> bytes:
        """The file's bytes; the same fields give the same ones."""
        signed: dict[str, object] = {"kind": self.kind, "format": self.format, **fields}
        signed["sha256"] = _fingerprint(signed)
        return (json.dumps(signed, ensure_ascii=False, indent=2) + "\n").encode()

    def read(self, path: Path) -> Mapping[str, object]:
        """The verified object; whether it is newer is asked first, since a newer one may be signed in another way."""
        read = self._json(path)
        if not isinstance(read, dict) or read.get("kind") != self.kind:
            raise self.damaged(path)
        found = read.get("format")
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            raise self.damaged(path)
        if found > self.format:
            words = {"name": path.name, "found": found, "known": self.format, "what_ja": self.name.ja}
            raise Refusal(_NEWER.filled(**words))
        if read.get("sha256") != _fingerprint(read):
            raise self.damaged(path)
        return read

    def _json(self, path: Path) -> object:
        try:
            with path.open("rb") as file:
                content = file.read(_LARGEST + 1)
        except OSError as fault:
            raise Refusal(
                Wording(
                    f"「{path}」を読めません。ファイルの場所を確かめてください。",
                    f"“{path}” cannot be read. Check where it is.",
                ),
                field="file",
            ) from fault
        if len(content) > _LARGEST:
            raise self.damaged(path)
        try:
            return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
        except (ValueError, RecursionError) as fault:
            raise self.damaged(path) from fault


def _fingerprint(content: Mapping[str, object]) -> str:
    """Over everything but itself, the preview too: what a person reads is what the program takes."""
    signed = {key: value for key, value in content.items() if key != "sha256"}
    plain = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """A name that stands twice in one object would be read otherwise than a person reads it."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice")
    return found
