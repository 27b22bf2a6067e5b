"""The pages of the workbench, a module for each noun; `sayso.web.page` says how to add one."""

from sayso.web.page import Pages
from sayso.web.pages import findings, overview, sources

PAGES: tuple[Pages, ...] = (overview.pages, findings.pages, sources.pages)
"""All of them; where two addresses are alike, the first one answers."""

__all__ = ["PAGES"]
