"""Decisions on figures: one at a time or many, each on the version that was looked at."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import BadCorrection, SaysoError, StaleDecision, UnknownName
from sayso.ledger import sights
from sayso.ledger.reviewing import Saying
from sayso.model import Verdict
from sayso.web import answer
from sayso.web.desk import AtDesk, Desk
from sayso.web.fault import Fault
from sayso.web.faults import wants_data
from sayso.web.page import Pages
from sayso.web.sights import card, entered
from sayso.web.told import TellsMany, TellsOne, Told
from sayso.web.viewer import Seen

pages = Pages("review")
BLIND = ("second",)
"""Queues in which a person does not see what others said until they have said something themselves."""

_IN_BULK = (Verdict.ACCEPT, Verdict.REJECT, Verdict.UNSURE)


@pages.post("/figures/decisions", "reviewer", summary="Accept, reject or be unsure of many figures; each is decided or refused alone")
def decide_many(request: Request, desk: AtDesk, seen: Seen, told: TellsMany) -> Response:
    """Decide on many figures; 409 where one or more were refused, with which and why."""
    if told.verdict not in _IN_BULK:
        raise Fault(422, f"{told.verdict.value} is said of one figure at a time", advice="Open the figure.")
    refused: list[dict[str, Any]] = []
    for fingerprint, version in told.chosen:
        saying = Saying(told.verdict, told.note, seen.name, version)
        try:
            sights.decide(desk.ledger, fingerprint, saying)
        except (StaleDecision, BadCorrection, UnknownName) as error:
            refused.append({"fingerprint": fingerprint, "stale": isinstance(error, StaleDecision), "what": error.what})
    done = len(told.chosen) - len(refused)
    back = told.back or "/figures"
    view = {"verdict": told.verdict.value, "decided": done, "refused": refused, "back": back}
    status = 409 if refused else 200
    if wants_data(request):
        return answer.data(view, status)
    return answer.page(request, "decided.html", view, status=status) if refused else RedirectResponse(back, 303)


@pages.post("/figures/{fingerprint}/decision", "reviewer", summary="Accept, reject, correct, be unsure of or note a figure, or undo")
def decide(request: Request, desk: AtDesk, fingerprint: str, seen: Seen, told: TellsOne) -> Response:
    """Say something of a figure: 409 with both versions where it is no longer as it was looked at, 422 with the field that is wrong."""
    blind = told.queue in BLIND
    try:
        fields = _fields(desk, fingerprint, told, blind)
        saying = Saying(told.verdict, told.note, seen.name, told.version, fields)
        sights.decide(desk.ledger, fingerprint, saying, machine=blind)
    except (StaleDecision, BadCorrection) as error:
        now = card(sights.sight(desk.ledger, fingerprint), seen.name, blind=blind)
        return _refused(request, told, error, now)
    if wants_data(request):
        return answer.data({"card": card(sights.sight(desk.ledger, fingerprint), seen.name)})
    return RedirectResponse(told.back or f"/figures/{fingerprint}", 303)


def _fields(desk: Desk, fingerprint: str, told: Told, blind: bool) -> dict[str, Any]:
    """What is corrected: of a form only what differs from the reading that it showed."""
    if told.verdict is not Verdict.CORRECT:
        return {}
    if not told.whole:
        return dict(told.fields)
    held = sights.sight(desk.ledger, fingerprint).review
    before = entered((sights.as_read(held) if blind else held).shown.figure)
    return {name: value for name, value in told.fields.items() if value.split() != before[name].split()}


def _refused(request: Request, told: Told, error: SaysoError, now: dict[str, Any]) -> Response:
    """Both versions: what was meant, and the figure as it is now."""
    status = 409 if isinstance(error, StaleDecision) else 422
    meant = {"verdict": told.verdict.value, "note": told.note, "fields": dict(told.fields), "version": told.version}
    view = {
        "status": status, "what": error.what, "advice": error.advice or "", "field": getattr(error, "field", ""), "meant": meant,
        "now": now, "queue": told.queue, "back": told.back,
    }  # fmt: skip
    if wants_data(request):
        return answer.data(view, status)
    return answer.page(request, "stale.html" if status == 409 else "mend.html", view, status=status)
