"""What kinds of body, attributes and standings of the directory are called."""

from collections.abc import Mapping

from clair_desktop.domain.directory import Attribute, BodyKind, Confidence, Standing, Tongue
from clair_desktop.domain.wording import Wording

KIND_WORDS: Mapping[BodyKind, Wording] = {
    BodyKind.HEADQUARTERS: Wording("本部", "Headquarters"),
    BodyKind.DIVISION: Wording("本部の課", "Division of headquarters"),
    BodyKind.OVERSEAS_OFFICE: Wording("海外事務所", "Overseas office"),
    BodyKind.BRANCH: Wording("支部", "Branch"),
    BodyKind.ASSOCIATION: Wording("地域国際化協会", "International association"),
    BodyKind.PREFECTURAL_OFFICE: Wording("自治体の海外事務所", "Local authority's overseas office"),
    BodyKind.PARTNER: Wording("海外の相手先", "Partner abroad"),
    BodyKind.RELATED: Wording("関係機関", "Related body"),
    BodyKind.LOCAL_AUTHORITY: Wording("地方公共団体", "Local authority"),
}
ATTRIBUTE_WORDS: Mapping[Attribute, Wording] = {
    Attribute.NAME: Wording("名称", "Name"),
    Attribute.ABBREVIATION: Wording("略称", "Short name"),
    Attribute.LEGAL_FORM: Wording("法人の種別", "Legal form"),
    Attribute.SECTION: Wording("担当部署", "Section"),
    Attribute.CONTACT: Wording("担当者", "Contact"),
    Attribute.POSTAL_CODE: Wording("郵便番号", "Postal code"),
    Attribute.ADDRESS: Wording("所在地", "Address"),
    Attribute.TEL: Wording("電話番号", "Telephone"),
    Attribute.FAX: Wording("FAX番号", "Fax"),
    Attribute.EMAIL: Wording("電子メール", "E-mail"),
    Attribute.WEB: Wording("ウェブサイト", "Website"),
    Attribute.ACCESS: Wording("交通", "Access"),
    Attribute.DUTIES: Wording("業務", "Duties"),
    Attribute.OPENED: Wording("設立・開設", "Opened"),
    Attribute.RECOGNISED: Wording("認定", "Recognised"),
    Attribute.DESIGNATED: Wording("指定日", "Designated on"),
    Attribute.STAFF: Wording("職員数", "Staff"),
    Attribute.COUNT: Wording("団体数", "Number"),
    Attribute.ENDOWMENT: Wording("基本財産", "Endowment"),
    Attribute.NOTE: Wording("備考", "Note"),
}
TONGUE_WORDS: Mapping[Tongue, Wording] = {
    Tongue.NONE: Wording("", ""),
    Tongue.JA: Wording("日本語", "Japanese"),
    Tongue.EN: Wording("英語", "English"),
    Tongue.LOCAL: Wording("現地語", "local language"),
}
CONFIDENCE_WORDS: Mapping[Confidence, Wording] = {
    Confidence.PRINTED: Wording("公表資料", "published document"),
    Confidence.PAGE: Wording("公表ページ", "public page"),
    Confidence.INFERRED: Wording("推定", "inferred"),
    Confidence.ENTERED: Wording("支部入力", "entered by the branch"),
    Confidence.REJECTED: Wording("誤り（採らない）", "an error (not used)"),
}
STANDING_WORDS: Mapping[Standing, Wording] = {
    Standing.USED: Wording("使う値", "used"),
    Standing.LEFT_OUT: Wording("最新の資料に記載なし", "left out by the latest"),
    Standing.EARLIER: Wording("以前の値", "earlier"),
    Standing.LATER: Wording("その日より後", "later than that day"),
    Standing.ENDED: Wording("期間終了", "ended"),
    Standing.REJECTED: Wording("採らない", "not used"),
    Standing.WITHDRAWN: Wording("取消", "withdrawn"),
}
# What an attribute may be narrowed to, beside the programmes.
SCOPE_WORDS: Mapping[str, Wording] = {
    "hanzomon": Wording("半蔵門線", "Hanzomon Line"),
    "yurakucho": Wording("有楽町線", "Yurakucho Line"),
    "predecessor": Wording("前身（国際化推進自治体協議会）", "predecessor body"),
    "merger": Wording("合併", "merger"),
    "branches": Wording("支部", "branches"),
    "associations": Wording("地域国際化協会", "international associations"),
    "multicultural_portal": Wording("多文化共生ポータル", "multicultural portal"),
    "tool_library": Wording("ツールライブラリー", "tool library"),
    "overseas_events": Wording("海外事務所における経済関連イベント", "economic events of overseas offices"),
    "multicultural_training": Wording("人材育成（多文化関連）", "training (multicultural)"),
}
