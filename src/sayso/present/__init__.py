"""Figures as tables, files and words: pure functions from what was found to what a person looks at."""

from sayso.present import export
from sayso.present.axes import FIELDS
from sayso.present.cell import Cell
from sayso.present.events import overview
from sayso.present.export import csv_records
from sayso.present.grid import Table, table
from sayso.present.listing import heading, line
from sayso.present.noticed import heard, named
from sayso.present.opened import show
from sayso.present.reckoned import beside, explained, listed
from sayso.present.reviewed import agreed, awaiting, judged
from sayso.present.summary import summary

__all__ = [
    "FIELDS",
    "Cell",
    "Table",
    "agreed",
    "awaiting",
    "beside",
    "csv_records",
    "explained",
    "export",
    "heading",
    "heard",
    "judged",
    "line",
    "listed",
    "named",
    "overview",
    "show",
    "summary",
    "table",
]
