"""Blocks that stand on the paper as they are declared; they need no case, so that drawing loads nothing of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from clair_desktop.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Heading:
    text: Wording


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Wording


@dataclass(frozen=True, slots=True)
class SignatureLines:
    """Lines to be signed by hand, each with its label: 日付, 氏名. Without 印, which forms no longer ask for."""

    labels: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new sheet."""
