"""Heads of Party papers, made by hand in the forms offices use: raw text, and what its record must say."""

from __future__ import annotations

Case = tuple[str, str, dict[str, str | None]]

BODY = "\nĐiều 1. Phạm vi\nVăn bản này áp dụng với các chi bộ.\nĐiều 2. Hiệu lực\nCác chi bộ thi hành.\n"

CASES: tuple[Case, ...] = (
    (
        "huyện ủy under its province",
        "ĐẢNG BỘ TỈNH QUẢNG NINH\nHUYỆN ỦY HẢI HÀ\n*\nSố 15-KH/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Hải Hà, ngày 20 tháng 02 năm 2018\n\nKẾ HOẠCH\nthực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017\n-----\n\n"
        "Thực hiện Nghị quyết của Trung ương, Huyện ủy xây dựng kế hoạch như sau:\n\nI- MỤC ĐÍCH\n1- Quán triệt.\n",
        {
            "type": "Kế hoạch",
            "number": "15-KH/HU",
            "issuer": "Huyện ủy Hải Hà",
            "place": "Hải Hà",
            "date": "2018-02-20",
            "title": "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017",
        },
    ),
    (
        "two columns kept apart by spaces",
        "ĐẢNG BỘ TỈNH THÁI NGUYÊN            ĐẢNG CỘNG SẢN VIỆT NAM\nHUYỆN UỶ ĐỊNH HOÁ\n       *\n"
        "Số 24-BC/HU            Định Hoá, ngày 05 tháng 01 năm 2010\n\nBÁO CÁO\nkết quả công tác kiểm tra năm 2009\n---\n\n"
        "I- TÌNH HÌNH\nTrong năm qua, các chi bộ làm tốt.\n",
        {
            "type": "Báo cáo",
            "number": "24-BC/HU",
            "issuer": "Huyện ủy Định Hoá",
            "place": "Định Hoá",
            "date": "2010-01-05",
            "title": "Kết quả công tác kiểm tra năm 2009",
        },
    ),
    (
        "two columns run into each other",
        "TỈNH ỦY BÌNH THUẬN ĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 462-KL/TU Phan Thiết, ngày 04 tháng 01 năm 2018\n\n"
        "KẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy về công tác dân vận\n\nBan Thường vụ Tỉnh ủy kết luận như sau:\n\n1. Tình hình tốt.\n",
        {
            "type": "Kết luận",
            "number": "462-KL/TU",
            "place": "Phan Thiết",
            "date": "2018-01-04",
            "title": "Về công tác dân vận",
        },
    ),
    (
        "the Secretariat under the letterhead of the Central Committee",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 18-CT/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 26 tháng 10 năm 2022\n\nCHỈ THỊ\n"
        "CỦA BAN BÍ THƯ\nvề phát huy vai trò của Mặt trận\n-----\n\nThời gian qua, công tác có kết quả.\n\n"
        "1. Các cấp ủy quán triệt.\n\nT/M BAN BÍ THƯ\n\nVõ Văn Thưởng\n",
        {
            "type": "Chỉ thị",
            "number": "18-CT/TW",
            "issuer": "Ban Bí thư",
            "date": "2022-10-26",
            "title": "Về phát huy vai trò của Mặt trận",
            "signer": "Võ Văn Thưởng",
            "power": "T/M Ban Bí thư",
            "signer_role": None,
        },
    ),
    (
        "the Political Bureau named by the signature alone",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 217-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 12 tháng 12 năm 2013\n\n"
        "QUYẾT ĐỊNH\nvề việc ban hành Quy chế giám sát\n-----\n\n- Căn cứ Điều lệ Đảng;\n\nBỘ CHÍNH TRỊ QUYẾT ĐỊNH\n"
        + BODY
        + "T/M BỘ CHÍNH TRỊ\n\nLê Hồng Anh\n",
        {
            "type": "Quyết định",
            "number": "217-QĐ/TW",
            "issuer": "Bộ Chính trị",
            "title": "Về việc ban hành Quy chế giám sát",
            "signer": "Lê Hồng Anh",
        },
    ),
    (
        "chi bộ in a school",
        "ĐẢNG BỘ XÃ TÂN AN\nCHI BỘ TRƯỜNG THCS TÂN AN\n*\nSố 03-NQ/CB\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Tân An, ngày 5 tháng 3 năm 2015\n\nNGHỊ QUYẾT\nChi bộ tháng 3 năm 2015\n\nI. ĐÁNH GIÁ\n1. Ưu điểm\nTốt.\n",
        {
            "type": "Nghị quyết",
            "number": "03-NQ/CB",
            "date": "2015-03-05",
            "place": "Tân An",
            "title": "Chi bộ tháng 3 năm 2015",
        },
    ),
    (
        "công văn of an office of the Party, its subject under the number",
        "TỈNH ỦY QUẢNG NGÃI\nVĂN PHÒNG\n*\nSố 1250-CV/VPTU\nV/v chuẩn bị hội nghị\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Quảng Ngãi, ngày 11 tháng 7 năm 2019\n\nKính gửi: Các ban của Tỉnh ủy.\n\nVăn phòng đề nghị các ban gửi báo cáo.\n",
        {
            "type": "Công văn",
            "number": "1250-CV/VPTU",
            "title": "Về việc chuẩn bị hội nghị",
            "date": "2019-07-11",
            "place": "Quảng Ngãi",
        },
    ),
    (
        "secret and urgent",
        "TỐI MẬT\nHỎA TỐC\nBAN THƯỜNG VỤ TỈNH ỦY LÂM ĐỒNG\n*\nSố 99-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Đà Lạt, ngày 09 tháng 9 năm 2012\n\nBÁO CÁO\ntình hình bí mật nhà nước\n\nI. TÌNH HÌNH\nMật độ dân cư tăng.\n",
        {
            "secrecy": "Tối mật",
            "urgency": "Hỏa tốc",
            "type": "Báo cáo",
            "number": "99-BC/TU",
            "date": "2012-09-09",
            "title": "Tình hình bí mật nhà nước",
        },
    ),
    (
        "spaced letters",
        "ĐẢNG ỦY KHỐI CÁC CƠ QUAN\n*\nSố 30-QĐ/ĐUK\nĐẢNG CỘNG SẢN VIỆT NAM\nHuế, ngày 01 tháng 8 năm 2011\n\n"
        "Q U Y Ế T Đ Ị N H\nvề việc công nhận chi ủy\n\n- Căn cứ Điều lệ Đảng;\n" + BODY,
        {"type": "Quyết định", "number": "30-QĐ/ĐUK", "title": "Về việc công nhận chi ủy", "date": "2011-08-01"},
    ),
    (
        "a draft without number and day",
        "TỈNH ỦY HÀ GIANG\n*\nSố       -CTr/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Giang, ngày      tháng     năm 2020\n\n"
        "CHƯƠNG TRÌNH\nhành động thực hiện Nghị quyết Đại hội\n\nI- MỤC TIÊU\n1- Chung.\n",
        {
            "type": "Chương trình",
            "number": None,
            "date": None,
            "place": "Hà Giang",
            "issuer": "Tỉnh ủy Hà Giang",
            "title": "Hành động thực hiện Nghị quyết Đại hội",
        },
    ),
    (
        "the inspection committee, in the manner of 1998",
        "TỈNH ỦY NGHỆ AN\nỦY BAN KIỂM TRA\n*\nSố: 12-HD/UBKT\nĐẢNG CỘNG SẢN VIỆT NAM\nVinh, ngày 12-6-98\n\nHƯỚNG DẪN\n"
        "thực hiện Điều lệ Đảng\n\nI. NỘI DUNG\n1. Các cấp thực hiện.\n",
        {
            "type": "Hướng dẫn",
            "number": "12-HD/UBKT",
            "date": "1998-06-12",
            "place": "Vinh",
            "title": "Thực hiện Điều lệ Đảng",
        },
    ),
    (
        "the Front",
        "MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ TỈNH TÂY NINH\nSố: 45/BC-MTTQ-BTT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nTây Ninh, ngày 3 tháng 10 năm 2016\n\nBÁO CÁO\nKết quả giám sát năm 2016\n\n"
        "I. CÔNG TÁC\n1. Chung.\n",
        {
            "type": "Báo cáo",
            "number": "45/BC-MTTQ-BTT",
            "date": "2016-10-03",
            "issuer": "Ủy ban Mặt trận Tổ quốc tỉnh Tây Ninh",
            "title": "Kết quả giám sát năm 2016",
        },
    ),
    (
        "the youth union",
        "ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH BẮC GIANG\n***\nSố: 88-TB/TĐTN-VP\n"
        "Bắc Giang, ngày 17 tháng 5 năm 2014\n\nTHÔNG BÁO\nVề việc treo cờ\n\nĐoàn thông báo như sau.\n",
        {"type": "Thông báo", "number": "88-TB/TĐTN-VP", "date": "2014-05-17", "title": "Về việc treo cờ"},
    ),
    (
        "minutes of a meeting, its day in the text",
        "ĐẢNG BỘ HUYỆN MỘC CHÂU\nCHI BỘ BẢN ÁNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBIÊN BẢN\nHọp chi bộ thường kỳ\n\n"
        "Hôm nay, ngày 03/02/2017, chi bộ họp.\n\nI. THÀNH PHẦN\n1. Đảng viên.\n",
        {"type": "Biên bản", "number": None, "date": None, "title": "Họp chi bộ thường kỳ"},
    ),
    (
        "a speech",
        "PHÁT BIỂU\ncủa đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy\ntại Hội nghị tổng kết công tác năm 2016\n\n"
        "Kính thưa các đồng chí,\n\nHôm nay, chúng ta tổng kết một năm làm việc với nhiều kết quả tốt đẹp trên mọi lĩnh vực.\n",
        {"type": "Phát biểu", "number": None, "issuer": None, "date": None},
    ),
    (
        "a paper for a congress",
        "ĐẢNG BỘ HUYỆN CAO LỘC\nĐẠI HỘI LẦN THỨ XXII\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nCao Lộc, ngày 10 tháng 8 năm 2015\n\n"
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LẦN THỨ XXII\nNHIỆM KỲ 2015 - 2020\n\n"
        "Đại hội họp từ ngày 08 đến ngày 10/8/2015.\n\nQUYẾT NGHỊ\nI. Tán thành.\n",
        {"type": "Nghị quyết", "number": None, "date": "2015-08-10", "place": "Cao Lộc"},
    ),
)
