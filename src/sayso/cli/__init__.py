"""The command line: the verbs of the ledger, for a terminal and for scripts."""

from sayso.cli.group import main

__all__ = ["main"]
