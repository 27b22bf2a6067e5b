"""Facts to estimates: what many texts say of one quantity, laid together under a named policy; pure."""

from sayso.reconcile.account import Account
from sayso.reconcile.event import event

__all__ = ["Account", "event"]
