"""Access: who may open a served ledger, what they may do, and what they did."""

from sayso.access.accounts import Accounts
from sayso.access.book import Actor
from sayso.access.entrance import Visitor
from sayso.access.hashing import Hashing
from sayso.access.limits import Limits, Pace
from sayso.access.roles import Role
from sayso.access.tickets import TOKEN, draw, seal, sealed
from sayso.store import Deed, Person, Token

__all__ = [
    "TOKEN",
    "Accounts",
    "Actor",
    "Deed",
    "Hashing",
    "Limits",
    "Pace",
    "Person",
    "Role",
    "Token",
    "Visitor",
    "draw",
    "seal",
    "sealed",
]
