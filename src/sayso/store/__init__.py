"""The store: documents and figures in one SQLite file, the only room that knows the database."""

from sayso.store.accounts import AccountsFile, Desk, accounts_path
from sayso.store.database import Counts, Store
from sayso.store.derived import Dated, Derived
from sayso.store.engine import Engine, engine_in_use
from sayso.store.filters import Filters
from sayso.store.pages import Cut, Heap, Pages
from sayso.store.people import Person
from sayso.store.queues import QUEUES
from sayso.store.results import About, Results
from sayso.store.sessions import Session
from sayso.store.shelf import Listed, Shelf, Sought
from sayso.store.sights import Passage
from sayso.store.standing import printable
from sayso.store.tokens import Token
from sayso.store.trail import Deed
from sayso.store.writing import Outcome

__all__ = [
    "QUEUES",
    "About",
    "AccountsFile",
    "Counts",
    "Cut",
    "Dated",
    "Deed",
    "Derived",
    "Desk",
    "Engine",
    "Filters",
    "Heap",
    "Listed",
    "Outcome",
    "Pages",
    "Passage",
    "Person",
    "Results",
    "Session",
    "Shelf",
    "Sought",
    "Store",
    "Token",
    "accounts_path",
    "engine_in_use",
    "printable",
]
