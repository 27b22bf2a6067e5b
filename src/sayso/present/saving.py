"""Tables to files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso.model import Figure
from sayso.present.columns import Column, columns
from sayso.present.excel import write_excel
from sayso.present.export import record
from sayso.present.formats import Record, Sheet, save, write_csv, write_jsonl, write_parquet


def save_table(path: Path, nested: Mapping[str, Any], records: Sequence[Record], wide: Sequence[Record], figures: Sequence[Figure]) -> Path:
    """Write a table by suffix: `.json` nested, `.xlsx` as shown with its cells and figures, others one record a cell."""

    def write_json(beside: Path, _: Sequence[Sheet]) -> None:
        beside.write_text(json.dumps(nested, ensure_ascii=False, indent=1) + "\n", "utf8", errors="backslashreplace")

    def write_workbook(beside: Path, sheets: Sequence[Sheet]) -> None:
        about = "Lowest to highest count · r reports (documents) o origins that they go back to; + open above; d disputed; hh households."
        shown = tuple(Column(name, "text", about if at == 1 else "") for at, name in enumerate(wide[0] if wide else ["table"]))
        held = Sheet("figures", columns("figures"), [record(figure) for figure in figures])
        write_excel(beside, [Sheet("table", shown, wide), *sheets, held])

    writers = {".csv": write_csv, ".json": write_json, ".jsonl": write_jsonl, ".parquet": write_parquet, ".xlsx": write_workbook}
    return save(path, [Sheet("cells", columns("cells"), records)], writers)
