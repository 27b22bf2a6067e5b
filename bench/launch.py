"""Start a measurement in a child process and bring its answer back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from corpus import ROOT

HERE = Path(__file__).resolve().parent
PATIENCE = 6  # wall seconds for each CPU second, on a machine that others use too
Result = dict[str, Any]


def launch(spec: Result, *, python: str = sys.executable, limit: float = 600) -> Result:
    """Return the answer of child.py, or the order with "failed" saying in a few words why there is none.

    `limit` is in CPU seconds; the child inherits the core that this process is bound to.
    """
    order = spec | {"limit": limit}
    paths = [str(ROOT / "src"), os.environ.get("PYTHONPATH", "")] if python == sys.executable else []
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONHASHSEED": "0", "PYTHONWARNINGS": "ignore"}
    try:
        done = subprocess.run(
            [python, str(HERE / "child.py"), json.dumps(order)], capture_output=True, text=True, timeout=limit * PATIENCE, env=environment,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return spec | {"failed": f"over {limit * PATIENCE:.0f} s"}
    if done.returncode < 0:
        return spec | {"failed": f"over {limit:.0f} CPU s" if done.returncode in (-24, -9) else f"killed by signal {-done.returncode}"}
    if done.returncode:
        return spec | {"failed": (done.stderr.strip().splitlines() or ["no message"])[-1]}
    answer: Result = json.loads(done.stdout.splitlines()[-1])
    return answer
