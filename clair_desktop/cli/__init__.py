"""The command line: the same services, in the same words. Exit 0 done, 1 refused, 2 usage, 3 fault."""

import argparse
import io
import re
import sys
from collections.abc import Sequence

from clair_desktop.cli.arguments import parser
from clair_desktop.cli.session import Session
from clair_desktop.domain.refusal import Malformed, Refusal

DONE, REFUSED, FAULT = 0, 1, 3
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")  # bytes that the console could not read as text


def main(argv: Sequence[str]) -> int:
    """Carry out one verb and say what came of it; a usage error leaves through argparse with exit 2."""
    _speak_utf8()
    verbs = parser()
    asked = verbs.parse_args(argv)
    if any(isinstance(word, str) and _UNREADABLE.search(word) for word in vars(asked).values()):
        verbs.error("文字として読めない部分があります / part of the command is no readable text")
    session = Session(asked)
    try:
        return _carried_out(session, asked)
    except BrokenPipeError:  # whoever read the answer has seen enough of it; what was carried out stays
        sys.stdout = io.StringIO()  # for the interpreter's own last flush
        return DONE
    except Malformed as complaint:
        session.refuse(Refusal(complaint.wording, field=complaint.field))
        return REFUSED
    except Refusal as refusal:
        session.refuse(refusal)
        return REFUSED
    except Exception as fault:  # noqa: BLE001  # the one place that answers for faults: written down, and said
        session.fail(fault)
        return FAULT
    finally:
        session.close()


def _carried_out(session: Session, asked: argparse.Namespace) -> int:
    done = int(asked.carry_out(session, asked) or DONE)
    sys.stdout.flush()
    return done


def _speak_utf8() -> None:
    """A Windows console of code page 932 must not stop 𠮷 from being said."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
