"""A workbook locked with a password as Excel itself does it: "agile" encryption, AES-256, SHA-512 (MS-OFFCRYPTO)."""

import io
import struct
from pathlib import Path

from clair_desktop.domain.refusal import Refusal
from clair_desktop.domain.wording import Wording, same

USUAL = "VelvetSweatshop"  # what Excel itself locks with where it only protects a workbook, and opens unasked
_DAMAGED = (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError, struct.error, OverflowError)
LONGEST = 255  # characters; Excel takes no more


def locked(content: bytes, password: str) -> bytes:
    """The workbook encrypted; unlocked again and compared before it counts."""
    from msoffcrypto.format.ooxml import OOXMLFile

    made = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, made)
    if unlocked(made.getvalue(), password) != content:
        raise AssertionError("an encrypted workbook does not open to what it was made of")
    return made.getvalue()


def unlocked(content: bytes, password: str) -> bytes:
    """What a locked workbook holds; ``msoffcrypto``'s own error where the password is another."""
    from msoffcrypto.exceptions import DecryptionError, InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    opened = io.BytesIO()
    file = OOXMLFile(io.BytesIO(content))
    file.load_key(password=password, verify_password=True)
    try:
        file.decrypt(opened, verify_integrity=file.type == "agile")  # the older kind has nothing to verify by
    except InvalidKeyError as fault:  # the password was right: what it opens is not what was locked
        raise DecryptionError("damaged") from fault
    return opened.getvalue()


def opened_with(path: Path, content: bytes, password: str | None) -> bytes:
    """What a municipality's locked workbook holds; without a password, or with another, refused in words.

    The refusal's field is ``password``, so that whoever asks can ask for it. Belongs into the confined process.
    """
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    if password is not None and not 0 < len(password) <= LONGEST:
        raise _refusal(path, _WRONG)
    try:
        return unlocked(content, USUAL if password is None else password)
    except InvalidKeyError as fault:
        raise _refusal(path, _LOCKED if password is None else _WRONG) from fault
    except (DecryptionError, FileFormatError, ParseError, *_DAMAGED) as fault:
        raise _refusal(path, _LOCKED if password is None else _UNKNOWN) from fault


def _refusal(path: Path, wording: Wording) -> Refusal:
    return Refusal(wording.filled(name=same(path.name)), field="password")


_LOCKED = Wording(
    "「{name}」はパスワードで保護されています。送付元にパスワードを確かめ、指定してください（コマンドでは --password-from）。",
    "“{name}” is protected by a password. Ask the sender for it and give it (on the command line: --password-from).",
)
_WRONG = Wording(
    "「{name}」はこのパスワードでは開けません。大文字・小文字、全角・半角を確かめてください。",
    "“{name}” does not open with this password. Check capitals, and full and half width.",
)
_UNKNOWN = Wording(
    "「{name}」は壊れているか、対応していない方式で保護されています。Excelで開き、パスワードを外して保存し直してもらってください。",
    "“{name}” is damaged, or locked in a way that is not known here. Have it saved again in Excel without the password.",
)
