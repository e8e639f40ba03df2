"""The arguments of the verbs on letters by year."""

import argparse
from typing import TYPE_CHECKING

from clair_desktop.cli import letters
from clair_desktop.cli.parsing import OFTEN, add_verb, programme_and_year

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


def add_letters(verbs: "Verbs") -> None:
    wording = verbs.add_parser("wording", parents=[OFTEN], help="文面 / wording of letters by year").add_subparsers(
        dest="wording_verb", required=True, metavar="list|show|set|withdraw"
    )
    programme_and_year(add_verb(wording, "list", letters.listed, "年度の文面 / how letters are worded in a year"))
    _part(add_verb(wording, "show", letters.show, "一つの文面 / one part of a document"))
    put = add_verb(wording, "set", letters.put, "文面を入力する / word a part anew")
    _part(put)
    put.add_argument("--ja", required=True, metavar="TEXT", help="日本語（改行は \\n） / Japanese, \\n for a new line")
    put.add_argument("--en", required=True, metavar="TEXT", help="英語 / English")
    _source(put)
    _part(add_verb(wording, "withdraw", letters.withdraw, "入力を取り消す / withdraw an own text"))
    addressee = verbs.add_parser(
        "addressee", parents=[OFTEN], help="本部の宛名 / whom letters to headquarters address"
    ).add_subparsers(dest="addressee_verb", required=True, metavar="show|set|withdraw")
    programme_and_year(add_verb(addressee, "show", letters.show_addressee, "年度の宛名 / the addressee of a year"))
    put = add_verb(addressee, "set", letters.put_addressee, "宛名を入力する / enter an addressee")
    programme_and_year(put)
    for name, help_ in (
        ("division", "担当部課 / division"),
        ("title", "職名 / title"),
        ("address", "送付先 / address"),
    ):
        put.add_argument(f"--{name}", default="", metavar="TEXT", help=help_)
        put.add_argument(f"--{name}-en", default="", metavar="TEXT")
    put.add_argument("--email", default="", metavar="TEXT", help="電子メール / e-mail")
    _source(put)
    programme_and_year(add_verb(addressee, "withdraw", letters.withdraw_addressee, "入力を取り消す / withdraw"))


def _part(verb: argparse.ArgumentParser) -> None:
    programme_and_year(verb)
    verb.add_argument("document", metavar="PACK/DOCUMENT")
    verb.add_argument("part", metavar="PART", help="subject | body | paragraph_1 | item_1_text | title | form_number …")


def _source(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--source", required=True, metavar="TITLE", help="根拠 / source")
    verb.add_argument("--locator", default="", metavar="TEXT")
