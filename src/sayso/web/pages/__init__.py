"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import (
    accounts,
    adding,
    charts,
    decisions,
    documents,
    estimates,
    figures,
    findings,
    login,
    me,
    overview,
    reports,
    review,
    sources,
    worklist,
)

PAGES: tuple[Pages, ...] = (
    overview.pages, adding.pages, documents.pages, figures.pages, review.pages, decisions.pages, charts.pages, reports.pages,
    estimates.pages, findings.pages, worklist.pages, sources.pages,
    login.pages, me.pages, accounts.pages,
)  # fmt: skip
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
