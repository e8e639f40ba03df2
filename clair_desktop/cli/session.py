"""One call of the command line: which folder, which language, how it answers."""

import argparse
import json
import logging
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import cast

from clair_desktop.cli.answer_files import answers_in
from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Language, Wording
from clair_desktop.services.office import Office
from clair_desktop.support.clock import SystemClock
from clair_desktop.support.paths import data_folder, signed_in


class Session:
    """Opens the office when a verb first needs it, and says what came of the verb."""

    def __init__(self, asked: argparse.Namespace) -> None:
        self.json: bool = getattr(asked, "json", False)
        self._language: Language | None = getattr(asked, "language", None)
        self.clock = SystemClock()
        self.folder: Path = getattr(asked, "data", None) or data_folder()
        self._opened: Office | None = None

    @cached_property
    def office(self) -> Office:
        """The office of the data folder, which is begun where there is none."""
        self._opened = Office.open(self.folder, clock=self.clock, who=signed_in())
        return self._opened

    @cached_property
    def reference(self) -> Office:
        """What the program itself knows, whatever lies in the data folder: programmes, fields, countries."""
        self._opened = Office.in_memory(clock=self.clock, who=signed_in())
        return self._opened

    @cached_property
    def trial(self) -> Office:
        """An office for looking things up: the data folder's where it exists, else one that leaves nothing behind."""
        return self.office if any(self.folder.glob("*.clair")) else self.reference

    @property
    def language(self) -> Language:
        if self._language is None:
            kept = self._opened.branch.get().language if self._opened else Language.JA
            self._language = kept
        return self._language

    def say(self, answer: Mapping[str, object], words: Wording | str) -> None:
        """The answer as JSON where that was asked for, else in words."""
        if self.json:
            print(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            print(words if isinstance(words, str) else words.in_(self.language))

    def note(self, line: str) -> None:
        """Progress, which is not part of the answer."""
        print(line, file=sys.stderr)

    def refuse(self, refusal: Refusal) -> None:
        said = [refusal.wording, *refusal.details]
        if self.json:
            details = [{"ja": one.ja, "en": one.en} for one in refusal.details]
            wording = {"ja": refusal.wording.ja, "en": refusal.wording.en}
            print(
                json.dumps(
                    {"refused": wording, "field": refusal.field, "details": details}, ensure_ascii=False, indent=2
                )
            )
        for number, one in enumerate(said):
            print(f"{'  ・' if number else ''}{one.in_(self.language)}", file=sys.stderr)

    def fail(self, fault: Exception) -> None:
        logging.getLogger(__name__).error("a fault stopped the command", exc_info=fault)
        said = Wording(
            f"予期しない不具合が起きました（{type(fault).__name__}: {fault}）。記録は変わっていません。",
            f"An unexpected fault occurred ({type(fault).__name__}: {fault}). Nothing was changed.",
        )
        print(said.in_(self._language or Language.JA), file=sys.stderr)  # the settings may be what cannot be read

    def answers(self, given: str) -> Mapping[str, object]:
        """The object of answers in a file or on standard input; a filled template is understood too."""
        read = answers_in(_bytes(given), "標準入力" if given == "-" else given)
        within = read.get("answers")
        return cast("Mapping[str, object]", within) if isinstance(within, dict) else read

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()


def _bytes(given: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if given == "-" else Path(given).read_bytes()
    except (OSError, ValueError) as fault:
        raise Refusal(
            Wording(
                f"「{given}」を読めません。ファイルの場所を確かめてください。",
                f"“{given}” cannot be read. Check where it is.",
            ),
            field="answers",
        ) from fault
