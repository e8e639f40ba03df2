"""The few words the printer itself sets on papers."""

from clair_desktop.domain.wording import Wording

CONTINUED = Wording("（続き）", " (continued)")
SAMPLE = Wording("見本", "SAMPLE")
SEAL_OMITTED = Wording("（公印省略）", "(Official seal omitted)")
ITEMS = Wording("記", "Particulars")
ENCLOSED = Wording("添付書類", "Enclosures")
CONTACT = Wording("連絡先", "Contact")
REFERENCE = Wording("{number}", "Ref. No. {number}")
SUBJECT = Wording("{subject}", "Subject: {subject}")
CLOSING = Wording("", "Yours sincerely,")
NOTE = Wording("備考", "Note")
NOTHING = Wording("（該当なし）", "(None)")
ENCLOSURE = Wording("添付資料{number}　{name}", "Enclosure {number}: {name}")
INTERNAL = Wording("部内用", "For the branch only")
CONTENTS = Wording("目次", "Contents")
NUMBER = Wording("番号", "No.")
PAPER = Wording("書類", "Paper")
PAGE = Wording("頁", "Page")
DIVIDER = Wording("添付資料{number}", "Enclosure {number}")
BLANK = Wording("（余白）", "(This page is intentionally left blank)")
