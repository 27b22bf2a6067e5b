"""Figures as tables, files and words: pure functions from what was found to what a person looks at."""

from sayso.present import export
from sayso.present.axes import FIELDS
from sayso.present.cell import Cell
from sayso.present.chart import Chart
from sayso.present.choropleth import View, choropleth
from sayso.present.citations import citations
from sayso.present.events import overview
from sayso.present.export import csv_records
from sayso.present.grid import Table, table
from sayso.present.listing import heading, line
from sayso.present.noticed import heard, named
from sayso.present.opened import show
from sayso.present.press import Press
from sayso.present.reckoned import beside, explained, listed
from sayso.present.reviewed import agreed, awaiting, judged
from sayso.present.shades import Area, estimated, reported
from sayso.present.summary import summary
from sayso.present.timeline import timeline

__all__ = [
    "FIELDS",
    "Area",
    "Cell",
    "Chart",
    "Press",
    "Table",
    "View",
    "agreed",
    "awaiting",
    "beside",
    "choropleth",
    "citations",
    "csv_records",
    "estimated",
    "explained",
    "export",
    "heading",
    "heard",
    "judged",
    "line",
    "listed",
    "named",
    "overview",
    "reported",
    "show",
    "summary",
    "table",
    "timeline",
]
