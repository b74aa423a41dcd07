"""Signs set in Symbol, Wingdings and their like -> the Unicode signs they draw."""

from __future__ import annotations

# From "!" on, in the order of the font; a space where Unicode has nothing to say.
_SYMBOL_LOW = "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_ αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  ↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"
_WINGDINGS = {
    **{0x28: "☎", 0x2A: "✉", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖", 0x77: "◆"},
    **{0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨"},
    **{0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑"},
}
_FAMILIES: dict[str, dict[int, str]] = {
    "symbol": {
        **{0x21 + i: sign for i, sign in enumerate(_SYMBOL_LOW)},
        **{0xA1 + i: sign for i, sign in enumerate(_SYMBOL_HIGH)},
    },
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "☐"},
    "wingdings 3": {0x7D: "▶"},
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■"},
}
_UNKNOWN = "•"


def is_symbol_font(font: str | None) -> bool:
    """Whether *font* draws signs where others draw letters."""
    return (font or "").lower() in _FAMILIES


def symbols(text: str, font: str | None) -> str:
    """*text*, characters of a symbol *font* or of the private use area it shares, as the signs drawn.

    >>> symbols("\\uf0b7 \\uf061", "Symbol")
    '• α'
    """
    table = _FAMILIES.get((font or "").lower(), {})
    return "".join(table.get(_code(letter), _UNKNOWN if _is_private(letter) else letter) for letter in text)


def _code(letter: str) -> int:
    return ord(letter) - 0xF000 if _is_private(letter) else ord(letter)


def _is_private(letter: str) -> bool:
    return 0xF020 <= ord(letter) <= 0xF0FF
