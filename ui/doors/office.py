"""The log-in of the office itself (OIDC), which Streamlit carries out: what is configured, and whom it has let in.

Streamlit sends the reader to the office's server, checks what comes back, and leaves a signed cookie that would be good
for a month. Here it is good once and for two minutes: then a log-in of our own begins, which ends as all do.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
)
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from ingest.language import tr

SECRETS = ".streamlit/secrets.toml"
FRESH_S = 120
SHORTEST_SECRET = 32
_PROVIDER = "default"
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_LACKING = "Mục [auth] của tệp {file} thiếu {names}. Hãy điền đủ rồi khởi động lại, hoặc bỏ mục [auth]."
_SHORT = "cookie_secret của tệp {file} ngắn hơn {count} ký tự nên dễ bị đoán. Hãy đặt một chuỗi ngẫu nhiên dài hơn."
_WRONG_WAY = "redirect_uri của tệp {file} phải kết thúc bằng /oauth2callback. Hãy sửa rồi khởi động lại."


def has_office_login() -> bool:
    """Whether the owner has configured it; what is configured in part is no log-in (:func:`find_fault`)."""
    return bool(get_secrets_auth_section()) and find_fault() is None


def find_fault() -> str | None:
    """What is wrong with the owner's configuration, in words; nothing where it is whole, or where there is none."""
    section = get_secrets_auth_section()
    if not section:
        return None
    if lacking := [name for name in _NEEDED if not section.get(name)]:
        return tr(_LACKING, file=SECRETS, names=", ".join(lacking))
    if len(str(section["cookie_secret"])) < SHORTEST_SECRET:
        return tr(_SHORT, file=SECRETS, count=SHORTEST_SECRET)
    if not str(section["redirect_uri"]).endswith("/oauth2callback"):
        return tr(_WRONG_WAY, file=SECRETS)
    return None


def make_office_address() -> str:
    """Where Streamlit begins its log-in; signed, and good for two minutes."""
    return f"/auth/login?provider={encode_provider_token(_PROVIDER)}"


def find_email(cookies: Mapping[str, str]) -> str | None:
    """The address of whom Streamlit has just let in, from its signed cookie; nothing if the cookie is not good."""
    if USER_COOKIE_NAME not in cookies or not has_office_login():
        return None
    raw = get_cookie_with_chunks(lambda name: _read_signed(cookies, name), USER_COOKIE_NAME)
    claims = _parse_claims(raw)
    if claims.get("is_logged_in") is not True or claims.get("origin") != get_origin_from_redirect_uri():
        return None
    if claims.get("email_verified") is False:  # whoever may call himself anything at the office's server
        return None
    email = claims.get("email")
    return email if isinstance(email, str) and email else None


def _read_signed(cookies: Mapping[str, str], name: str) -> bytes | None:
    value = cookies.get(name)
    return decode_signed_value(get_cookie_secret(), name, value, FRESH_S / 86400) if value else None


def _parse_claims(raw: bytes | None) -> dict[str, Any]:
    try:
        claims = json.loads(raw or b"{}")
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) else {}
