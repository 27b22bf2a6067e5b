"""Text that was once read in the wrong encoding, put right token by token.

ftfy mends a string only when all of it decodes, so it is given one white-space token at a time;
everything it does beyond encodings (quotes, ligatures, widths, line breaks) is switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import ftfy
import ftfy.bad_codecs
from ftfy import TextFixerConfig

from sayso.model import Note
from sayso.read.guess import cyrillic

_CONFIG = TextFixerConfig(
    unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False,
    fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False, normalization=None, explain=False,
)  # fmt: skip

# Where a byte pair of UTF-8 would show as two characters: read as Latin-1 or windows-1252, as Mac Roman, as windows-1251;
# and control characters that are windows-1252 punctuation. A cheap test before the costly one.
_SUSPECT = re.compile(
    "[\u0080-\u009f]"
    "|[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
    "|[¬√ƒ≈∆‚«‡·„‰Œœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ][ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø]"
    "|(?:[РСвГ][Ђ-Џђ-џЎўЈҐґЁЄЇІіёєјЅѕї‚ѓ„…†‡€‰‹‘’“”•–—™›\u00a0¤¦§©«¬\u00ad®°±µ¶·№»]){2}"
    "|ÔøΩ"
)
_LINES = re.compile(r".{1,60000}[^\n]*\n?", re.DOTALL)
_TOKEN = re.compile(r"[^ \t\r\n\f\v]{1,400}")
_PIECE = re.compile("([\u00a0\u202f\u2009–—“”‘’«»…]+)")
_RUN = re.compile('[À-ÿ¨¸](?:[À-ÿ¨¸ ,.;:!?"()\\-–—«»\u00a0¹\\d]{0,2000}[À-ÿ¨¸])?')
_LONG_WORD = re.compile("[À-ÿ¨¸]{4,}")


def mend(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text with its wrongly decoded stretches put right, and a note that shows one of them."""
    if text.isascii():
        return text, ()
    changed: list[tuple[str, str]] = []
    if _LONG_WORD.search(text):
        text = _each(text, lambda part: _RUN.sub(lambda match: _kept(match[0], _cyrillic(match[0]), changed), part))
    if _SUSPECT.search(text):
        text = _each(text, lambda part: _TOKEN.sub(lambda match: _kept(match[0], _token(match[0]), changed), part))
    if not changed:
        return text, ()
    was, now = changed[0]
    times = f"{len(changed):,} place{'s'[: len(changed) != 1]}"
    return text, (Note("mended", f"Wrongly decoded letters were put right in {times}, such as “{was[:40]}” to “{now[:40]}”."),)


def _each(text: str, mended: Callable[[str], str]) -> str:
    """The text mended some lines at a time, so that the tokens of a long one are not all held at once."""
    return "".join(match[0] if match[0].isascii() else mended(match[0]) for match in _LINES.finditer(text))


def _kept(was: str, now: str, changed: list[tuple[str, str]]) -> str:
    if was != now:
        changed.append((was, now))
    return now


def _token(token: str) -> str:
    if token.isascii() or not _SUSPECT.search(token):
        return token
    token = token.replace("ÔøΩ", "\ufffd")
    whole = ftfy.fix_encoding(token, _CONFIG)
    if whole != token:
        return whole
    return "".join(ftfy.fix_encoding(piece, _CONFIG) for piece in _PIECE.split(token))


def _cyrillic(run: str) -> str:
    """A run of accented Latin letters read as the Cyrillic that it was, if that is what it was.

    No language writes four different accented letters in a row; Estonian's jäääär is one letter repeated.
    """
    words = _LONG_WORD.findall(run)
    if not any(len(set(word.lower())) > 2 for word in words):
        return run
    raw = run.encode("sloppy-windows-1252", "replace")
    readings = [raw.decode(name, "replace") for name in ("cp1251", "koi8_r")]
    best = max(readings, key=cyrillic)
    return best if cyrillic(best) > -3.9 and "\ufffd" not in best else run
