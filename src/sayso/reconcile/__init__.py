"""Facts to links, findings and estimates: what many texts say of one quantity, laid together under named policies; pure."""

from sayso.reconcile.fact import Fact, fact
from sayso.reconcile.keys import Key, keys
from sayso.reconcile.links import heads, links
from sayso.reconcile.names import Mention, Names, mentions
from sayso.reconcile.reckoning import METHOD, Reckoning, findings, gravity, points, quantity, reckon

__all__ = [
    "METHOD",
    "Fact",
    "Key",
    "Mention",
    "Names",
    "Reckoning",
    "fact",
    "findings",
    "gravity",
    "heads",
    "keys",
    "links",
    "mentions",
    "points",
    "quantity",
    "reckon",
]
