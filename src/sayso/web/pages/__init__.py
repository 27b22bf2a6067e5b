"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import accounts, findings, login, me, overview, sources, worklist

PAGES: tuple[Pages, ...] = (overview.pages, findings.pages, worklist.pages, sources.pages, login.pages, me.pages, accounts.pages)
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
