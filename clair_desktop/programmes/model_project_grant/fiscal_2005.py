"""The fourteen model projects of FY2005, transcribed from the table 「モデル事業の内訳（平成17年度）」.

Titles are this program's: the table gives body, field and partner countries only. Three rows name no country.
"""

from datetime import date

from clair_desktop.domain.programme import Example, ExampleStep
from clair_desktop.domain.wording import Wording
from clair_desktop.programmes.model_project_grant.fields import FIELDS

# Body, its English name, its number where it has several, code, field, field in brackets, countries.
_TABLE = """
山形市|Yamagata City||062014|教育||
神奈川県|Kanagawa Prefecture||140007|医療保険||CN KR
富山県|Toyama Prefecture||160008|環境||CN
石川県|Ishikawa Prefecture||170003|環境||CN KR RU
岐阜県|Gifu Prefecture||210005|人材育成||BR
京都府|Kyoto Prefecture|(1)|260002|教育||US
京都府|Kyoto Prefecture|(2)|260002|環境|林業|CN
京都府|Kyoto Prefecture|(3)|260002|産業・経済||CN
大阪市|Osaka City||271004|教育||TH
兵庫県|Hyogo Prefecture||280003|環境||CN
広島県|Hiroshima Prefecture||340006|平和貢献||KH
北九州市|Kitakyushu City|(1)|401005|産業・経済||
北九州市|Kitakyushu City|(2)|401005|人材育成||
北九州市|Kitakyushu City|(3)|401005|環境||TH
"""
_FIELDS = {option.label.ja: option for option in FIELDS}
_RECORDED_ON = date(2006, 3, 31)  # the last day of the period of execution


def _project(line: str) -> Example:
    body, english_body, number, code, field, bracketed, countries = line.split("|")
    english = f"Model project of FY2005: {_FIELDS[field].label.en} {number}".strip()
    answers: dict[str, object] = {
        "applicant_kind": "local_authority",
        "applicant": code,
        "title": f"平成17年度モデル事業{number}（{field}）",
        "title_en": english,
        "field": _FIELDS[field].key,
        "other_fields": [_FIELDS[bracketed].key] if bracketed else [],
        "places": [{"country": country} for country in countries.split()],
        "starts": "2005-04-01",
        "ends": "2006-03-31",
    }
    title = Wording(
        f"平成17年度　{body}{number}（{field}）", f"FY2005: {english_body} {number} ({_FIELDS[field].label.en})"
    )
    return Example(title, 2005, answers, steps=[ExampleStep("record_past_project", _RECORDED_ON)])


PROJECTS_OF_FY2005 = [_project(line) for line in _TABLE.strip().splitlines()]
