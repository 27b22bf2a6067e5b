"""Random secrets that a browser or a program holds, and the digests that are kept of them."""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest
from secrets import token_urlsafe

TOKEN = "sayso_"
"""How API tokens begin, so that programs that look for leaked secrets know them."""


def draw(prefix: str = "") -> str:
    """A new secret of 256 random bits."""
    return prefix + token_urlsafe(32)


def password() -> str:
    """A password that nobody guesses, of 20 letters, digits, - and _ (120 random bits), for somebody who will change it."""
    return token_urlsafe(15)


def digest(secret: str) -> bytes:
    """What is kept of a secret. It is random and long, so a fast digest does: there is nothing to guess."""
    return blake2b(secret.encode("utf8", "surrogatepass"), digest_size=32, person=b"sayso ticket").digest()


def seal(secret: str, key: bytes) -> str:
    """What a form must carry to come from a page that was made for the browser that holds the secret."""
    return blake2b(secret.encode("utf8", "surrogatepass"), digest_size=32, key=key, person=b"sayso form").hexdigest()


def sealed(carried: str, secret: str, key: bytes) -> bool:
    """Whether a form carries what it must."""
    return compare_digest(carried.encode("utf8", "surrogatepass"), seal(secret, key).encode())
