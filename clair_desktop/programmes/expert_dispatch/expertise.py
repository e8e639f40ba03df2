"""The 32 fields in which experts are sent.

The English names are those of the list handed to bodies in the Philippines; the Japanese ones follow CLAIR's page as far
as its stored copy goes (the first fourteen) and are this program's after that.
"""

from clair_desktop.domain.fields import Option
from clair_desktop.domain.wording import Wording

_FIELDS = """
agriculture 農業|Agriculture
irrigation 農業土木|Agricultural Irrigation, Drainage and Civil Engineering
forestry 林業|Forestry
livestock 畜産業|Livestock Industry
fishery 水産業|Fishery
biotechnology バイオテクノロジー|Biotechnology
commerce 商業|Commerce
industry 工業|Industrial
ceramics 窯業|Pottery (Ceramic Industry)
city_planning 都市計画|City Planning
environment 環境保全|Environment Conservation
civil_engineering 土木|Civil Engineering
water 上・下水道|Water Supply and Sewage
public_transport 公共交通|Public Transportation
waste 廃棄物処理|Waste Disposal Management
housing 建築・住宅|Architecture and Housing
electricity 電力・発電|Electricity, Power Generation
fire_fighting 消防・防災|Firefighting, Disaster Prevention
welfare 社会福祉|Social Welfare
medicine 医療|Medical
health 保健衛生|Health and Hygiene
education 教育|Education
vocational_training 職業訓練|Vocational Training
cultural_assets 文化財保護|Cultural Asset Preservation
japanese_studies 日本研究|Japanese Studies
japanese_language 日本語|Japanese Language
tourism 観光|Tourism
law 法律|Law
finance 財政管理|Financial Control
tax 税制・徴税|Tax System, Tax Collection
elections 選挙管理|Election Management
other その他|Others
"""


def _option(line: str) -> Option:
    key, names = line.split(" ", 1)
    ja, en = names.split("|")
    return Option(key, Wording(ja, en))


EXPERTISE = tuple(_option(line) for line in _FIELDS.strip().splitlines())
