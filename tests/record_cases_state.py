"""Heads of papers of the State, made by hand, from 1990 on: raw text, and what its record must say."""

from __future__ import annotations

from tests.record_cases_party import BODY, Case

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
SMALL_MOTTO = "cộng hoà xã hội chủ nghĩa việt nam\nĐộc lập - Tự do - Hạnh phúc\n"

CASES: tuple[Case, ...] = (
    (
        "a decree in one sentence",
        "Nghị định của Chính phủ số 75/2000/NĐ-CP ngày 08 tháng 12 năm 2000 về công chứng, chứng thực\n\nChính phủ\n\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 30 tháng 9 năm 1992;\n\nNghị định:\n" + BODY,
        {
            "type": "Nghị định",
            "number": "75/2000/NĐ-CP",
            "date": "2000-12-08",
            "issuer": "Chính phủ",
            "title": "Về công chứng, chứng thực",
        },
    ),
    (
        "a decision of a minister in one sentence",
        "Quyết định của Bộ trưởng Bộ Giáo dục và Đào tạo số 25/2001/QĐ-BGD&ĐT ngày 5/7/2001 ban hành Điều lệ trường mầm non\n\n"
        "Bộ trưởng Bộ Giáo dục và Đào tạo\nCăn cứ Luật Giáo dục ngày 2 tháng 12 năm 1998;\n" + BODY,
        {
            "type": "Quyết định",
            "number": "25/2001/QĐ-BGD&ĐT",
            "date": "2001-07-05",
            "issuer": "Bộ Giáo dục và Đào tạo",
            "title": "Ban hành Điều lệ trường mầm non",
        },
    ),
    (
        "a directive whose heading is cut in lines",
        "chỉ thị\ncủa Thủ tướng Chính phủ\nsố 12/1999/CT-TTg ngày 10 tháng 5 năm 1999\nVề việc chống hạn\n\n"
        "Hiện nay, nhiều tỉnh đang bị hạn nặng, Thủ tướng Chính phủ chỉ thị:\n\n1. Các Bộ lo nước.\n2. Các tỉnh lo giống.\n",
        {
            "type": "Chỉ thị",
            "number": "12/1999/CT-TTg",
            "date": "1999-05-10",
            "issuer": "Thủ tướng Chính phủ",
            "title": "Về việc chống hạn",
        },
    ),
    (
        "small letters, columns by tabs",
        "Bộ tư pháp\t\t\tcộng hoà xã hội chủ nghĩa việt nam\n-------\t\t\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số:  05 /1999/TT-BTP\t\t\tHà nội, ngày 9  tháng 3 năm1999\n\nthông tư\nHướng dẫn việc đăng ký hộ tịch\n\n"
        "Căn cứ Nghị định số 83/1998/NĐ-CP;\nBộ Tư pháp hướng dẫn như sau:\n\nI. Chung\n1. Một.\n",
        {
            "type": "Thông tư",
            "number": "05/1999/TT-BTP",
            "date": "1999-03-09",
            "issuer": "Bộ Tư pháp",
            "title": "Hướng dẫn việc đăng ký hộ tịch",
        },
    ),
    (
        "a people's committee in two lines, mixed with the motto",
        "uỷ ban nhân dân\ncộng hoà xã hội chủ nghĩa việt nam\ntỉnh kon tum\nĐộc lập - Tự do - Hạnh phúc\n---------\n"
        "Số: 17/2003/QĐ-UB\nKon Tum, ngày 14/5/2003\n\nquyết định của uỷ ban nhân dân tỉnh\nV/v ban hành Quy chế văn thư\n\n"
        "uỷ ban nhân dân tỉnh\n\n- Căn cứ Luật Tổ chức HĐND và UBND;\n\nquyết định:\n" + BODY,
        {
            "type": "Quyết định",
            "number": "17/2003/QĐ-UB",
            "date": "2003-05-14",
            "issuer": "Ủy ban nhân dân tỉnh Kon Tum",
            "title": "Về việc ban hành Quy chế văn thư",
        },
    ),
    (
        "a department under its committee",
        f"UBND TỈNH ĐỒNG NAI\nSỞ NỘI VỤ\nSố: 2231/SNV-CCHC\nV/v báo cáo cải cách hành chính\n{MOTTO}"
        "Đồng Nai, ngày 05 tháng 12 năm 2018\n\nKính gửi: Các sở, ban, ngành.\n\nSở Nội vụ đề nghị các sở gửi báo cáo.\n",
        {
            "type": "Công văn",
            "number": "2231/SNV-CCHC",
            "issuer": "Sở Nội vụ",
            "date": "2018-12-05",
            "title": "Về việc báo cáo cải cách hành chính",
        },
    ),
    (
        "a joint circular, its bodies in one line",
        f"BỘ TÀI CHÍNH - BỘ TƯ PHÁP\n-------\nSố: 91/2002/TTLT-BTC-BTP\n{MOTTO}Hà Nội, ngày 17 tháng 10 năm 2002\n\n"
        "THÔNG TƯ LIÊN TỊCH\nHướng dẫn việc quản lý lệ phí\n\nCăn cứ Nghị định số 60/CP;\n\nI. CHUNG\n1. Một.\n",
        {
            "type": "Thông tư liên tịch",
            "number": "91/2002/TTLT-BTC-BTP",
            "issuer": "Bộ Tài chính - Bộ Tư pháp",
            "date": "2002-10-17",
            "title": "Hướng dẫn việc quản lý lệ phí",
        },
    ),
    (
        "a joint circular, its bodies one over the other",
        f"BỘ NỘI VỤ\nBỘ TÀI CHÍNH\n-----\nSố: 55/2005/TTLT-BNV-BTC\n{MOTTO}Hà Nội, ngày 6 tháng 5 năm 2005\n\n"
        "THÔNG TƯ LIÊN TỊCH\nvề thể thức văn bản\n\nCăn cứ Nghị định số 110/2004/NĐ-CP;\n\nI. CHUNG\n1. Một.\n",
        {"type": "Thông tư liên tịch", "issuer": "Bộ Nội vụ - Bộ Tài chính", "title": "Về thể thức văn bản"},
    ),
    (
        "a law with its number at the top and its day in the last sentence",
        f"QUỐC HỘI\n-----\nLuật số: 22/2008/QH12\n{MOTTO}\nLUẬT\nCÁN BỘ, CÔNG CHỨC\n\nCăn cứ Hiến pháp năm 1992;\n"
        "Quốc hội ban hành Luật cán bộ, công chức.\n\nĐiều 1. Phạm vi\nLuật này quy định về cán bộ.\n"
        "Luật này đã được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XII, kỳ họp thứ 4 thông qua ngày 13 tháng 11 năm 2008.\n\n"
        "CHỦ TỊCH QUỐC HỘI\n\nNguyễn Phú Trọng\n",
        {
            "type": "Luật",
            "number": "22/2008/QH12",
            "date": "2008-11-13",
            "issuer": "Quốc hội",
            "title": "Cán bộ, công chức",
            "signer": "Nguyễn Phú Trọng",
            "signer_role": "Chủ tịch Quốc hội",
        },
    ),
    (
        "an ordinance from a collection of laws",
        "Pháp lệnh\nThực hành tiết kiệm, chống lãng phí\n\nCăn cứ vào Hiến pháp năm 1992;\nPháp lệnh này quy định về tiết kiệm.\n\n"
        "Chương I\nNhững quy định chung\nĐiều 1. Phạm vi\nPháp lệnh này quy định.\n",
        {
            "type": "Pháp lệnh",
            "number": None,
            "date": None,
            "issuer": "Ủy ban Thường vụ Quốc hội",
            "title": "Thực hành tiết kiệm, chống lãng phí",
        },
    ),
    (
        "only the enclosed regulation, its mother's number in brackets",
        "QUY CHẾ\nLÀM VIỆC CỦA ỦY BAN NHÂN DÂN XÃ\n(Ban hành kèm theo Quyết định số 77/2006/QĐ-TTg\nngày 13 tháng 4 năm 2006 của Thủ tướng Chính phủ)\n"
        "-----\n\nChương I\nNHỮNG QUY ĐỊNH CHUNG\n" + BODY,
        {
            "type": "Quy chế",
            "number": None,
            "date": None,
            "issuer": "Thủ tướng Chính phủ",
            "title": "Làm việc của Ủy ban nhân dân xã",
        },
    ),
    (
        "an old sign without a year",
        f"HỘI ĐỒNG BỘ TRƯỞNG\n-----\nSố: 388-HĐBT\n{MOTTO}Hà Nội, ngày 20 tháng 11 năm 1991\n\nNGHỊ ĐỊNH\n"
        "Ban hành Quy chế về thành lập doanh nghiệp nhà nước\n\nHỘI ĐỒNG BỘ TRƯỞNG\nCăn cứ Luật Tổ chức Hội đồng Bộ trưởng;\n"
        + BODY,
        {
            "type": "Nghị định",
            "number": "388-HĐBT",
            "date": "1991-11-20",
            "issuer": "Hội đồng Bộ trưởng",
            "title": "Ban hành Quy chế về thành lập doanh nghiệp nhà nước",
        },
    ),
    (
        "a sign in the manner of the ministry of finance, 1993",
        f"BỘ TÀI CHÍNH\nSố: 90 TC/TCT\n{MOTTO}Hà Nội, ngày 10 tháng 11 năm 1993\n\nTHÔNG TƯ\nHướng dẫn về thuế ngân hàng\n\n"
        "Căn cứ Luật thuế doanh thu;\nBộ Tài chính hướng dẫn như sau:\n\nI. CHUNG\n1. Một.\n",
        {"type": "Thông tư", "number": "90 TC/TCT", "date": "1993-11-10", "issuer": "Bộ Tài chính"},
    ),
    (
        "a council's resolution",
        f"HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ ĐÀ NẴNG\nSố: 34/2012/NQ-HĐND\n{MOTTO}Đà Nẵng, ngày 04 tháng 7 năm 2012\n\n"
        "NGHỊ QUYẾT\nVỀ QUY HOẠCH THỂ THAO\n\nHỘI ĐỒNG NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG\nKHÓA VIII, KỲ HỌP THỨ 4\n\n"
        "Căn cứ Luật Tổ chức Hội đồng nhân dân;\n\nQUYẾT NGHỊ:\n" + BODY,
        {
            "type": "Nghị quyết",
            "number": "34/2012/NQ-HĐND",
            "issuer": "Hội đồng nhân dân thành phố Đà Nẵng",
            "date": "2012-07-04",
            "title": "Về quy hoạch thể thao",
        },
    ),
    (
        "a bank, its name in two lines",
        f"NGÂN HÀNG NHÀ NƯỚC\nVIỆT NAM\n-------\nSố: 1627/2001/QĐ-NHNN\n{MOTTO}Hà Nội, ngày 31 tháng 12 năm 2001\n\n"
        "QUYẾT ĐỊNH CỦA THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC\nVề việc ban hành Quy chế cho vay\n\n"
        "THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC\n\nCăn cứ Luật Ngân hàng Nhà nước Việt Nam;\n" + BODY,
        {
            "type": "Quyết định",
            "number": "1627/2001/QĐ-NHNN",
            "issuer": "Ngân hàng Nhà nước Việt Nam",
            "title": "Về việc ban hành Quy chế cho vay",
        },
    ),
    (
        "a ministry whose name is long",
        f"BỘ LAO ĐỘNG - THƯƠNG BINH\nVÀ XÃ HỘI\n------\nSố: 23/2003/TT-BLĐTBXH\n{MOTTO}Hà Nội, ngày 3 tháng 11 năm 2003\n\n"
        "THÔNG TƯ\nHướng dẫn khai báo tai nạn\n\nCăn cứ Bộ luật Lao động;\n\nI. CHUNG\n1. Một.\n",
        {
            "type": "Thông tư",
            "number": "23/2003/TT-BLĐTBXH",
            "issuer": "Bộ Lao động - Thương binh và Xã hội",
            "title": "Hướng dẫn khai báo tai nạn",
        },
    ),
    (
        "a submission",
        f"ỦY BAN NHÂN DÂN\nHUYỆN ĐỨC LINH\nSố: 15/TTr-UBND\n{MOTTO}Đức Linh, ngày 20 tháng 3 năm 2019\n\nTỜ TRÌNH\n"
        "Về việc đề nghị phê duyệt dự toán\n\nKính gửi: Hội đồng nhân dân huyện.\n\nỦy ban nhân dân huyện trình như sau.\n",
        {
            "type": "Tờ trình",
            "number": "15/TTr-UBND",
            "issuer": "Ủy ban nhân dân huyện Đức Linh",
            "title": "Về việc đề nghị phê duyệt dự toán",
        },
    ),
    (
        "an urgent telegram",
        f"THỦ TƯỚNG CHÍNH PHỦ\n-------\nSố: 1469/CĐ-TTg\n{MOTTO}Hà Nội, ngày 11 tháng 10 năm 2017\n\nCÔNG ĐIỆN\n"
        "Về việc khắc phục hậu quả mưa lũ\n\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ.\n",
        {
            "type": "Công điện",
            "number": "1469/CĐ-TTg",
            "issuer": "Thủ tướng Chính phủ",
            "title": "Về việc khắc phục hậu quả mưa lũ",
        },
    ),
    (
        "an order of the State's president",
        f"CHỦ TỊCH NƯỚC\n-------\nSố: 12/2005/L-CTN\n{MOTTO}Hà Nội, ngày 27 tháng 6 năm 2005\n\nLỆNH\nVề việc công bố Luật\n\n"
        "CHỦ TỊCH NƯỚC\nCăn cứ Hiến pháp;\n\nNAY CÔNG BỐ\nBộ luật Dân sự.\n",
        {"type": "Lệnh", "number": "12/2005/L-CTN", "issuer": "Chủ tịch nước", "title": "Về việc công bố Luật"},
    ),
    (
        "minutes",
        f"{MOTTO}-------\nBIÊN BẢN\nHỌP XÉT THI ĐUA NĂM 2010\n\nHôm nay, vào hồi 8 giờ ngày 12 tháng 12 năm 2010, tại trụ sở.\n\n"
        "I. THÀNH PHẦN\n1. Ông A.\n",
        {"type": "Biên bản", "number": None, "date": None, "issuer": None, "title": "Họp xét thi đua năm 2010"},
    ),
    (
        "an appendix",
        "Phụ lục\nDanh mục hồ sơ xin phép\n(Kèm theo Thông tư số 12/2004/TT-BVHTT ngày 05/4/2004 của Bộ Văn hoá - Thông tin)\n\n"
        "1. Đơn xin phép.\n2. Bản sao giấy tờ.\n",
        {"type": "Phụ lục", "number": None, "date": None, "title": "Danh mục hồ sơ xin phép"},
    ),
    (
        "an article",
        "Một số vấn đề về cải cách ngân hàng\nPGS.TS. Lê Văn Hùng\n\n1. Tình hình chung\n"
        "Trong những năm qua, hệ thống ngân hàng đã có nhiều thay đổi.\n",
        {"signer": "Lê Văn Hùng", "issuer": None, "number": None, "title": "Một số vấn đề về cải cách ngân hàng"},
    ),
)
