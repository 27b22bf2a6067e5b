"""Access: who may open a served ledger, what they may do, and what they did."""

from sayso.access.accounts import Accounts
from sayso.access.book import Actor
from sayso.access.computer import user
from sayso.access.hashing import Hashing
from sayso.access.limits import Limits, Pace
from sayso.access.roles import Role, Viewer
from sayso.access.tickets import TOKEN, draw, password, seal, sealed
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
    "Viewer",
    "draw",
    "password",
    "seal",
    "sealed",
    "user",
]
