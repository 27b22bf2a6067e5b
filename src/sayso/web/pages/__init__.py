"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import accounts, decisions, figures, findings, login, me, overview, review, sources, worklist

PAGES: tuple[Pages, ...] = (
    overview.pages, figures.pages, review.pages, findings.pages, worklist.pages, sources.pages, decisions.pages,
    login.pages, me.pages, accounts.pages,
)  # fmt: skip
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
