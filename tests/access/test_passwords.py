from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.access.passwords import LONGEST, SHORTEST, refuse_weak
from sayso.errors import AccountRefused

from .visits import cheap


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "fewer than 12"),
        ("short phrase", ""),
        ("eleven char", "fewer than 12"),
        ("x y" * 400, "more than 1,024"),
        ("aaaaaaaaaaaaaaaa", "tried first"),
        ("abababababab", "tried first"),
        ("Password-Password", "tried first"),
        ("PASSWORD 1234", "tried first"),
        ("123456789012", "tried first"),
        ("1q2w3e4r5t6y", "tried first"),
        ("Aigerim Toktogulova", "is the name"),
        ("aigerim.toktogulova", "is the name"),
        ("Aigerim Toktogulova 7", ""),
        ("🦦🦦🦦 🦔🦔🦔 🦡🦡🦡 x", ""),
        ("\0\n\t <script>", ""),
    ],
)
def test_what_is_taken_and_what_is_not(password: str, told: str) -> None:
    if not told:
        refuse_weak(password, "Aigerim Toktogulova")
        return
    with pytest.raises(AccountRefused, match=told) as refused:
        refuse_weak(password, "Aigerim Toktogulova")
    assert refused.value.advice and (not password or password not in str(refused.value))


def test_a_password_is_the_same_from_every_keyboard() -> None:
    hashing = cheap()
    assert hashing.matches(hashing.hash("cafe\u0301 ﬁsh ｗide"), "caf\u00e9 fish wide")


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), min_size=SHORTEST, max_size=LONGEST), st.text(max_size=20))
def test_whatever_is_in_it_can_be_hashed(password: str, other: str) -> None:
    hashing = cheap()
    known = hashing.hash(password)
    assert hashing.matches(known, password)
    assert not hashing.matches(known, password + "x" + other)
    assert not hashing.matches(None, password)
