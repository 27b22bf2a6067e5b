"""The other tools, each in an environment of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from launch import HERE

FOLDER = HERE / ".venvs"
# emoji 2 took away a name that recognizers-text imports.
REQUIREMENTS = {
    "quantulum3": ["quantulum3==0.10.0"],
    "recognizers-text": ["recognizers-text-suite==1.0.2a2", "emoji<2"],
    "text2num": ["text2num==3.1.0"],
}
GIVES = {
    "sayso": "figures, all fields",
    "sayso and reading": "the same, from bytes",
    "quantulum3": "quantities and units",
    "recognizers-text": "numbers",
    "text2num": "number words as digits",
    "regex": "numbers with a noun",
}


def python(tool: str) -> tuple[str, str]:
    """Return the interpreter that has a tool, made where it is missing, and why there is none if it could not be made."""
    if tool not in REQUIREMENTS:
        return sys.executable, ""
    folder = FOLDER / tool
    interpreter = folder / "bin" / "python"
    stamp, wanted = folder / "installed.txt", "\n".join(REQUIREMENTS[tool])
    if stamp.is_file() and stamp.read_text(encoding="utf8") == wanted:
        return str(interpreter), ""
    print(f"  installing {' '.join(REQUIREMENTS[tool])} ...", flush=True)
    trouble = _run([sys.executable, "-m", "venv", "--clear", str(folder)]) or _run(
        [str(interpreter), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *REQUIREMENTS[tool]]
    )
    if trouble:
        return "", trouble
    Path(stamp).write_text(wanted, encoding="utf8")
    return str(interpreter), ""


def _run(command: list[str]) -> str:
    """Return the last line of what went wrong, or nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stderr.strip().splitlines() or ["no message"])[-1] if done.returncode else ""
