"""The addresses of the log-in, and which of them are open to everybody."""

from __future__ import annotations

LOG_IN, PASSWORD, LOG_OUT = "/dang-nhap", "/doi-mat-khau", "/dang-xuat"
STYLE, ICON, OFFICE = f"{LOG_IN}/kieu.css", f"{LOG_IN}/bieu-tuong.svg", f"{LOG_IN}/co-quan"
OPEN_TO_ALL = frozenset({LOG_IN, STYLE, ICON, OFFICE, "/_stcore/health", "/auth/login", "/oauth2callback"})
WAY = "ve"
"""What an address calls the page to go to afterwards."""
LANGUAGE = "tieng"
"""What an address calls the language to speak from here on."""
