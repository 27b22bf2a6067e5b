"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import accounts, adding, charts, documents, estimates, findings, login, me, overview, reports, sources

PAGES: tuple[Pages, ...] = (
    overview.pages, adding.pages, documents.pages, charts.pages, reports.pages, estimates.pages, findings.pages, sources.pages,
    login.pages, me.pages, accounts.pages,
)  # fmt: skip
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
