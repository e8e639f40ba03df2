"""A workbook locked with a password as Excel itself does it: "agile" encryption, AES-256, SHA-512 (MS-OFFCRYPTO)."""

import io

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
    from msoffcrypto.format.ooxml import OOXMLFile

    opened = io.BytesIO()
    file = OOXMLFile(io.BytesIO(content))
    file.load_key(password=password, verify_password=True)
    file.decrypt(opened, verify_integrity=True)
    return opened.getvalue()
