"""The store: documents and figures in one SQLite file, the only room that knows the database."""

from sayso.store.database import Counts, Store
from sayso.store.derived import Dated, Derived
from sayso.store.engine import Engine, engine_in_use
from sayso.store.filters import Filters
from sayso.store.standing import printable
from sayso.store.writing import Outcome

__all__ = ["Counts", "Dated", "Derived", "Engine", "Filters", "Outcome", "Store", "engine_in_use", "printable"]
