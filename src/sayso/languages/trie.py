"""Regular expressions for many phrases at once, factored into a trie so that matching stays fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def pattern(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the phrases, the longest first; a space matches any white space."""
    root: dict[str, Any] = {}
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[""] = {}
    return _render(root)


def keys(phrases: Iterable[str]) -> frozenset[str]:
    """Return the longest word of each phrase, in lower case: a sentence without any of them holds none of the phrases."""
    return frozenset(max(phrase.lower().split(), key=len) for phrase in phrases)


def _render(node: dict[str, Any]) -> str:
    branches = [_escape(char) + _render(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    whole = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return whole + "?" if "" in node else whole


def _escape(char: str) -> str:
    if char == " ":
        return r"\s+"
    return "['’]" if char == "'" else re.escape(char)
