"""Whom Streamlit's own log-in has let in: its signed cookie is good for two minutes, and for this site alone."""

from __future__ import annotations

import json
import secrets
import time
from typing import Any

import pytest
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from ui.doors import office
from ui.doors.office import FRESH_S, find_email, make_office_address

SECRET = "a secret of the tests, and long"
SITE = "https://vankien.coquan.vn"
SECTION = {
    "redirect_uri": f"{SITE}/oauth2callback",
    "cookie_secret": SECRET.ljust(32, "."),
    "client_id": "vankien",
    "client_secret": "c",
    "server_metadata_url": "https://dang-nhap.coquan.vn/.well-known/openid-configuration",
}
CLAIMS = {"is_logged_in": True, "origin": SITE, "email": "an@coquan.vn", "email_verified": True, "provider": "default"}


@pytest.fixture(autouse=True)
def section(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The owner's configuration."""
    told = dict(SECTION)
    monkeypatch.setattr(office, "get_secrets_auth_section", lambda: told)
    monkeypatch.setattr("streamlit.auth_util.get_secrets_auth_section", lambda: told)
    monkeypatch.setattr("streamlit.auth_util.get_signing_secret", lambda: told["cookie_secret"])
    monkeypatch.setattr(office, "get_cookie_secret", lambda: told["cookie_secret"])
    return told


def sign(claims: Any, secret: str = SECTION["cookie_secret"], name: str = USER_COOKIE_NAME) -> dict[str, str]:
    return {USER_COOKIE_NAME: create_signed_value(secret, name, json.dumps(claims)).decode()}


def test_knows_whom_streamlit_has_let_in() -> None:
    assert find_email(sign(CLAIMS)) == "an@coquan.vn"


def test_knows_whose_cookie_came_in_pieces() -> None:
    cookies: dict[str, str] = {}

    def keep(name: str, value: str) -> None:
        cookies[name] = create_signed_value(SECTION["cookie_secret"], name, value).decode()

    def measure(name: str, value: str) -> bytes:
        return create_signed_value(SECTION["cookie_secret"], name, value)

    set_cookie_with_chunks(
        keep,
        measure,
        USER_COOKIE_NAME,
        {**CLAIMS, "groups": [secrets.token_hex(900) for _ in range(9)]},
        cookie_attr_size=80,
    )

    assert len(cookies) > 2
    assert find_email(cookies) == "an@coquan.vn"
    cookies.popitem()
    assert find_email(cookies) is None


@pytest.mark.parametrize(
    "cookies",
    [
        pytest.param({}, id="none"),
        pytest.param({USER_COOKIE_NAME: ""}, id="empty"),
        pytest.param({USER_COOKIE_NAME: json.dumps(CLAIMS)}, id="not-signed"),
        pytest.param(sign(CLAIMS, secret="another secret, as long as it may be"), id="signed-by-another"),
        pytest.param(sign(CLAIMS, secret=""), id="signed-by-nobody"),
        pytest.param(sign(CLAIMS, name=TOKENS_COOKIE_NAME), id="another-cookie-of-ours"),
        pytest.param({USER_COOKIE_NAME: sign(CLAIMS)[USER_COOKIE_NAME][:-2] + "xx"}, id="changed"),
        pytest.param(sign({**CLAIMS, "is_logged_in": False}), id="not-let-in"),
        pytest.param(sign({**CLAIMS, "is_logged_in": "true"}), id="let-in-in-words"),
        pytest.param(sign({**CLAIMS, "origin": "https://noikhac.vn"}), id="for-another-site"),
        pytest.param(sign({**CLAIMS, "email_verified": False}), id="calls-himself-so"),
        pytest.param(sign({**CLAIMS, "email": None}), id="no-address"),
        pytest.param(sign({**CLAIMS, "email": ["an@coquan.vn"]}), id="several-addresses"),
        pytest.param(sign([CLAIMS]), id="no-claims"),
    ],
)
def test_knows_nobody_by_any_other_cookie(cookies: dict[str, str]) -> None:
    assert find_email(cookies) is None


def test_a_cookie_is_good_for_two_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    now, cookies = time.time(), sign(CLAIMS)
    monkeypatch.setattr(time, "time", lambda: now + FRESH_S - 5)
    assert find_email(cookies) == "an@coquan.vn"
    monkeypatch.setattr(time, "time", lambda: now + FRESH_S + 5)
    assert find_email(cookies) is None


def test_where_the_office_has_no_log_in_its_cookie_lets_nobody_in(section: dict[str, str]) -> None:
    cookies = sign(CLAIMS)
    section.clear()

    assert find_email(cookies) is None


def test_the_way_to_the_office_is_signed() -> None:
    address = make_office_address()

    assert address.startswith("/auth/login?provider=ey")
    assert SECTION["cookie_secret"] not in address
