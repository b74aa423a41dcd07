"""How Word writes the n-th item of a list in each form of figures."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_LARGEST_ROMAN = 32767  # Word's own limit of a list
_LONGEST_LETTERED = 780  # zzz…: thirty letters
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def write_figure(number: int, form: str, custom: str | None = None) -> str:
    """*number* in the *form* that ``w:numFmt`` names; unknown forms in figures. *custom* lists the items themselves.

    >>> [write_figure(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero", "none")]
    ['4', 'IV', 'd', '04', '']
    >>> write_figure(5, "custom", "a, b, c, d, đ, ...")
    'đ'
    """
    if form == "custom" and custom:
        items = [item.strip() for item in custom.split(",")]
        if items[0].isdigit():
            return str(number).zfill(len(items[0]))
        return items[number - 1] if 0 < number <= len(items) and items[number - 1].strip(".…") else str(number)
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for worth, letters in _ROMAN:
        count, number = divmod(number, worth)
        written += letters * count
    return written


def _letter(number: int) -> str:
    """a … z, aa, bb … zz, aaa: one letter again and again, as Word does it."""
    if not 0 < number <= _LONGEST_LETTERED:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def _vietnamese(number: int) -> str:
    """``21`` is hai mươi mốt, as Word counts in Vietnamese; beyond a hundred in figures."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    last = {0: "", 1: "mốt" if tens > 1 else "một", 5: "lăm"}.get(ones, _DIGITS[ones])
    return f"{'mười' if tens == 1 else f'{_DIGITS[tens]} mươi'} {last}".rstrip()


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: str(number).zfill(2),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "vietnameseCounting": _vietnamese,
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda _: "",
}
