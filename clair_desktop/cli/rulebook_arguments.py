"""The arguments of the verbs on rules as they change: notices, statistics, the turn of the year, calls."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from clair_desktop.cli import calls, rulebook, years
from clair_desktop.cli.parsing import OFTEN, CarryOut, a_day, add_verb, case_number, programme_and_year
from clair_desktop.domain.calls import CallAnswer
from clair_desktop.services.cost_sheets import Variant

if TYPE_CHECKING:
    from clair_desktop.cli.parsing import Verbs


def add_notices(verbs: "Verbs") -> None:
    notice = verbs.add_parser("notice", parents=[OFTEN], help="定めの通知 / rule notices").add_subparsers(
        dest="notice_verb", required=True, metavar="make|show|take"
    )
    make = add_verb(notice, "make", rulebook.make_notice, "通知を作る / make a notice of what was entered")
    make.add_argument("--year", type=int, required=True, metavar="N")
    make.add_argument("--out", type=Path, required=True, metavar="FILE")
    make.add_argument("--programme", action="append", metavar="KEY")
    make.add_argument("--by", metavar="TEXT", help="作成者 / who issues it")
    show = add_verb(notice, "show", rulebook.show_notice, "違いを見る / the difference it would make")
    show.add_argument("notice", type=Path, metavar="NOTICE")
    take = add_verb(notice, "take", rulebook.take_notice, "取り込む / take a notice")
    take.add_argument("notice", type=Path, metavar="NOTICE")
    take.add_argument("--dry-run", action="store_true")
    simulate = add_verb(verbs, "simulate", rulebook.simulate, "影響を見る / which open cases a notice would touch")
    simulate.add_argument("notice", type=Path, metavar="NOTICE")
    counted = add_verb(verbs, "statistics", rulebook.statistics, "集計 / statistics of a project year")
    counted.add_argument(
        "--year", type=int, metavar="N", help="実施年度（省けば全年度） / project year; all without it"
    )
    counted.add_argument("--by", default="programme", metavar="year|programme|state|body|country|category")
    counted.add_argument("--programme", metavar="KEY")


def add_cost_sheet(verbs: "Verbs") -> None:
    costs = add_verb(verbs, "cost-sheet", rulebook.cost_sheet, "経費内訳書 Excel / the cost breakdown as a workbook")
    case_number(costs)
    costs.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    costs.add_argument(
        "--variant",
        choices=[one.value for one in Variant],
        default=Variant.RECKONED.value,
        help="reckoned 計算あり / with formulas | typed 計算なし",
    )


def add_years(verbs: "Verbs") -> None:
    year = verbs.add_parser("year", parents=[OFTEN], help="年度の締切り / the turn of the year").add_subparsers(
        dest="year_verb", required=True, metavar="list|lock|carry|unlock"
    )
    listed = add_verb(year, "list", years.listed, "締め切られた年度と未完了の案件 / locked years, open cases of one")
    listed.add_argument("--year", type=int, metavar="N")
    lock = add_verb(year, "lock", years.lock, "過ぎた年度を締め切る / lock a past project year for editing")
    lock.add_argument("year", type=int, metavar="N")
    lock.add_argument("--carry", action="append", metavar="NO", help="繰り越す案件 / a case that stays editable")
    lock.add_argument("--carry-open", action="store_true", help="未完了の案件をすべて繰り越す / carry all open cases")
    case_number(add_verb(year, "carry", years.carry, "繰り越す / let a case of a locked year stay editable"))
    unlock = add_verb(year, "unlock", years.unlock, "締切りを解除する / unlock a year")
    unlock.add_argument("year", type=int, metavar="N")


def add_calls(verbs: "Verbs") -> None:
    call = verbs.add_parser("call", parents=[OFTEN], help="募集 / calls").add_subparsers(
        dest="call_verb", required=True, metavar="new|set|list|show|ask|answer|remind|labels|remove"
    )
    for name, does, help_ in (
        ("new", calls.new, "募集を作る / set up a call"),
        ("set", calls.changed, "募集の日を入力する / enter what has become known"),
    ):
        _entry(_call(call, name, does, help_))
    listed = add_verb(call, "list", calls.listed, "募集の一覧 / calls, and the windows that sources give")
    listed.add_argument("--year", type=int, metavar="N")
    _call(call, "show", calls.show, "団体ごとの状況 / who answered what")
    ask = _call(call, "ask", calls.ask, "照会先に加える / put bodies on the list")
    ask.add_argument("--body", nargs="+", action="extend", default=[], metavar="BODY", help="市区町村 / bodies")
    ask.add_argument("--other", action="append", metavar="NAME", help="団体コードのない団体 / a body without a code")
    ask.add_argument("--all", action="store_true", help="管内の全市町村 / every municipality of the branch")
    ask.add_argument("--take-back", action="store_true", help="照会先から外す / take off the list")
    answer = _call(call, "answer", calls.answer, "回答を記録する / record an answer")
    answer.add_argument("body", metavar="BODY")
    answer.add_argument("answer", choices=[one.value for one in CallAnswer])
    answer.add_argument("--on", type=a_day, metavar="DATE")
    answer.add_argument("--note", default="", metavar="TEXT")
    remind = _call(call, "remind", calls.remind, "再依頼の文書を作る / letters to those who have not answered")
    remind.add_argument("--out", type=Path, required=True, metavar="FILE.pdf|FOLDER")
    remind.add_argument("--each", action="store_true", help="団体ごとのファイル / a file per body in the folder")
    remind.add_argument("--lang", choices=["ja", "en", "both"], default="ja")
    remind.add_argument("--document-number", metavar="TEXT")
    remind.add_argument("--on", type=a_day, metavar="DATE")
    labels = _call(call, "labels", calls.labels, "宛名ラベル / address labels")
    labels.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    labels.add_argument("--per-sheet", type=int, choices=[12, 24], default=12)
    labels.add_argument("--first", type=int, default=1, metavar="N", help="始める面 / the first free place")
    labels.add_argument("--all", action="store_true", help="回答済みの団体も / those who answered too")
    _call(call, "remove", calls.remove, "募集を削除する / remove a call set up by mistake")
    address = add_verb(verbs, "address", calls.address, "宛先 / show or keep where a body is written to")
    address.add_argument("body", metavar="BODY")
    address.add_argument("--other", action="store_true", help="団体コードのない団体 / a body without a code")
    address.add_argument("--postal-code", metavar="TEXT")
    address.add_argument("--line", action="append", metavar="TEXT", help="住所の1行 / a line of the address")
    address.add_argument("--section", metavar="TEXT", help="部署 / section")


def _call(verbs: "Verbs", name: str, does: CarryOut, help_: str) -> argparse.ArgumentParser:
    verb = add_verb(verbs, name, does, help_)
    programme_and_year(verb)
    verb.add_argument("--round", type=int, default=1, metavar="N", help="第N次募集 / later rounds")
    return verb


def _entry(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--notice", type=a_day, metavar="DATE", help="支部の通知日 / the branch's notice")
    verb.add_argument("--opens", type=a_day, metavar="DATE")
    verb.add_argument("--deadline", type=a_day, metavar="DATE", help="本部必着 / must arrive at headquarters")
    verb.add_argument("--hour", metavar="TEXT", help="17:00")
    verb.add_argument("--branch-deadline", type=a_day, metavar="DATE")
    verb.add_argument("--begins", metavar="TEXT", help="4月1日")
    verb.add_argument("--ends", metavar="TEXT", help="2月末 | 2月28日")
    verb.add_argument("--source", metavar="TITLE", help="根拠 / source, wherever headquarters' days are given")
    verb.add_argument("--locator", metavar="TEXT")
