"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import accounts, adding, documents, findings, login, me, overview, sources

PAGES: tuple[Pages, ...] = (
    overview.pages, adding.pages, documents.pages, findings.pages, sources.pages, login.pages, me.pages, accounts.pages
)  # fmt: skip
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
