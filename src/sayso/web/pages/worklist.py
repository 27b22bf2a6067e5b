"""Judging a finding: it is confirmed, or dismissed with a reason, on the sight that a person had of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import StaleDecision
from sayso.ledger import Ledger, noticing
from sayso.web import answer
from sayso.web.desk import AtDesk
from sayso.web.fault import Fault
from sayso.web.faults import wants_data
from sayso.web.page import Pages
from sayso.web.pages.findings import finding
from sayso.web.viewer import Seen

pages = Pages("findings")


@dataclass(frozen=True, slots=True)
class Said:
    """What a form says of a finding; `version` is that of the sight it was said on."""

    verdict: Annotated[Literal["accept", "reject", "unsure", "undo"], Form(description="Confirm, dismiss, cannot tell, take back.")]
    version: Annotated[str, Form(max_length=100)]
    note: Annotated[str, Form(max_length=2_000, description="Why; a finding is only dismissed with a reason.")] = ""


@pages.post("/findings/{fingerprint}/decision", "reviewer", summary="Confirm or dismiss a finding, or take back what you said of it")
def decide(request: Request, desk: AtDesk, seen: Seen, fingerprint: str, said: Annotated[Said, Depends()]) -> Response:
    """Say something of a finding: 409 with both versions where somebody decided meanwhile, 422 where it is dismissed without a reason."""
    if said.verdict == "reject" and not said.note.strip():
        raise Fault(422, "a finding is dismissed with a reason, and none was given", advice="Go back and say why.")
    try:
        _say(desk.ledger, noticing.finding(desk.ledger, fingerprint).finding.fingerprint, seen.name, said)
    except StaleDecision as error:
        refused = {"what": error.what, "verdict": said.verdict, "note": said.note}
        return _refused(request, {**finding(desk, fingerprint), "refused": refused})
    if wants_data(request):
        return answer.data(finding(desk, fingerprint))
    return RedirectResponse(f"/findings/{fingerprint}", 303)


def _say(ledger: Ledger, fingerprint: str, person: str, said: Said) -> None:
    verbs = {"accept": ledger.accept, "reject": ledger.reject, "unsure": ledger.unsure, "undo": ledger.undo}
    verbs[said.verdict](fingerprint, note=said.note.strip(), person=person, version=said.version)


def _refused(request: Request, view: dict[str, Any]) -> Response:
    """The finding as it is now, with what was meant to be said of it."""
    return answer.data(view, 409) if wants_data(request) else answer.page(request, "finding.html", view, status=409)
