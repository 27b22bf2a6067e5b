"""Reconciling is pure: the room brings no database, no parser and no terminal with it."""

from __future__ import annotations

import subprocess
import sys

FOREIGN = ("sqlite3", "sayso.store", "sayso.read", "sayso.find", "sayso.present", "sayso.cli")
ASK = f"""
import pkgutil, sys
import sayso.reconcile as room
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    __import__(module.name)
print([name for name in {FOREIGN} if name in sys.modules])
"""


def test_the_room_works_on_values_alone() -> None:
    asked = subprocess.run([sys.executable, "-c", ASK], capture_output=True, encoding="utf8", timeout=60, check=True)
    assert asked.stdout.strip() == "[]"
