"""Facts to links, findings and estimates: what many texts say of one quantity, laid together under named policies; pure."""

from sayso.reconcile.account import Account
from sayso.reconcile.anatomy import only_maker
from sayso.reconcile.estimates import estimate
from sayso.reconcile.event import event
from sayso.reconcile.fact import Fact, fact
from sayso.reconcile.keys import Key, keys, pieces
from sayso.reconcile.links import heads, links
from sayso.reconcile.names import Names, Naming, namings, with_makers
from sayso.reconcile.reckoning import METHOD, Reckoning, findings, gravity, points, reckon

__all__ = [
    "METHOD",
    "Account",
    "Fact",
    "Key",
    "Names",
    "Naming",
    "Reckoning",
    "estimate",
    "event",
    "fact",
    "findings",
    "gravity",
    "heads",
    "keys",
    "links",
    "namings",
    "only_maker",
    "pieces",
    "points",
    "reckon",
    "with_makers",
]
