"""Made-up papers that change one another: a Quyết định with its Quy chế, what amended and what replaced it."""

from __future__ import annotations


def _head(body: str, sign: str, day: str, words: str) -> str:
    place = body.removeprefix("TỈNH ỦY ").removeprefix("HUYỆN ỦY ").title()
    kind = {"QĐ": "QUYẾT ĐỊNH", "KH": "KẾ HOẠCH"}[sign.split("-")[1].split("/", maxsplit=1)[0]]
    top = f"{body}                ĐẢNG CỘNG SẢN VIỆT NAM\n      *\n  Số {sign}            {place}, {day}\n"
    return f"{top}\n{kind}\n{words}\n-----\n\n"


_END = "\n                 T/M BAN THƯỜNG VỤ\n                      BÍ THƯ\n\n                 Trần Văn Bình\n"
RULES = (
    _head("TỈNH ỦY LAM SƠN", "611-QĐ/TU", "ngày 20 tháng 3 năm 2018", "ban hành Quy chế giám sát")
    + "Căn cứ Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương;\n\n"
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế giám sát.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n" + _END + "\nTỈNH ỦY LAM SƠN\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
    "QUY CHẾ\ngiám sát\n"
    "(ban hành kèm theo Quyết định số 611-QĐ/TU, ngày 20/3/2018 của Ban Thường vụ Tỉnh ủy)\n-----\n\n"
    "Điều 1. Phạm vi\nQuy chế này quy định việc giám sát.\n"
    "Điều 2. Nguyên tắc\n1. Công khai.\n2. Dân chủ.\n"
    "Điều 3. Kế hoạch\n1. Mặt trận chủ trì xây dựng kế hoạch giám sát.\n"
    "2. Kế hoạch giám sát trình Ban Thường vụ trước ngày 31 tháng 12 hằng năm.\n"
    "Điều 4. Góp ý\n1. Góp ý được trả lời trong 15 ngày.\n2. Góp ý không ghi tên thì không xem xét.\n"
)
AMENDING = (
    _head(
        "TỈNH ỦY LAM SƠN",
        "722-QĐ/TU",
        "ngày 10 tháng 9 năm 2021",
        "sửa đổi, bổ sung một số điều của Quy chế giám sát ban hành kèm theo Quyết định số 611-QĐ/TU, ngày 20/3/2018",
    )
    + "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế giám sát ban hành kèm theo Quyết định số 611-QĐ/TU, "
    "ngày 20/3/2018 của Ban Thường vụ Tỉnh ủy:\n"
    "1. Khoản 2 Điều 3 được sửa đổi như sau:\n"
    '"2. Mặt trận trình Ban Thường vụ kế hoạch giám sát trước ngày 15 tháng 12 hằng năm."\n'
    "2. Bãi bỏ khoản 2 Điều 4.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày 01/10/2021.\n" + _END
)
NEW = (
    _head("TỈNH ỦY LAM SƠN", "833-QĐ/TU", "ngày 05 tháng 5 năm 2024", "về công tác giám sát")
    + "Căn cứ Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương;\n\n"
    "Điều 1. Kế hoạch giám sát hằng năm trình Ban Thường vụ trước ngày 30 tháng 11 hằng năm.\n"
    "Điều 2. Quyết định này có hiệu lực kể từ ngày 01/6/2024; thay thế Quyết định số 611-QĐ/TU, ngày 20/3/2018 "
    "của Ban Thường vụ Tỉnh ủy.\n" + _END
)
NAMESAKE = (
    _head("TỈNH ỦY THẠCH HÀ", "611-QĐ/TU", "ngày 02 tháng 7 năm 2019", "thành lập Ban Chỉ đạo dân chủ ở cơ sở")
    + "Điều 1. Thành lập Ban Chỉ đạo gồm 15 đồng chí.\n"
    "Điều 2. Quyết định này thay thế Quyết định số 118-QĐ/TU, ngày 09/3/2016.\n" + _END
)
REPEALING = (
    _head("HUYỆN ỦY BÌNH AN", "64-QĐ/HU", "ngày 18 tháng 7 năm 2024", "bãi bỏ một số văn bản")
    + "Điều 1. Bãi bỏ các văn bản sau đây:\n"
    "1. Kế hoạch số 19-KH/HU, ngày 28/02/2018 về giám sát.\n"
    "2. Quyết định số 22-QĐ/HU, ngày 03/9/2015.\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày 01/8/2024.\n" + _END
)
PLAN = (
    _head("HUYỆN ỦY BÌNH AN", "19-KH/HU", "ngày 28 tháng 02 năm 2018", "về giám sát")
    + "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương, Ban Thường vụ Huyện ủy xây "
    "dựng kế hoạch như sau:\n1. Giám sát việc công khai.\n2. Kế hoạch này thay Kế hoạch số 11-KH/HU, ngày 20/5/2016.\n"
    + _END
)
PAPERS = (RULES, AMENDING, NEW, NAMESAKE, REPEALING, PLAN)
IDS = (
    "611-QĐ/TU@2018-03-20",
    "722-QĐ/TU@2021-09-10",
    "833-QĐ/TU@2024-05-05",
    "611-QĐ/TU@2019-07-02",
    "64-QĐ/HU@2024-07-18",
    "19-KH/HU@2018-02-28",
)
