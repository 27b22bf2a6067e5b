"""The ledger: what a user holds, and the only room that sees several stages at once."""

from sayso.ledger.adding import Added, Entry
from sayso.ledger.book import Ledger, open
from sayso.ledger.checkup import Check
from sayso.ledger.corpus import samples
from sayso.ledger.finding import find, readings
from sayso.ledger.looking import Explanation
from sayso.ledger.reviewing import Judged
from sayso.store import Outcome

__all__ = ["Added", "Check", "Entry", "Explanation", "Judged", "Ledger", "Outcome", "find", "open", "readings", "samples"]
