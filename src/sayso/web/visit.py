"""What is known of the browser or program behind a request, and what it is given back."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

from sayso.access import Actor, Viewer, draw, seal, sealed


@dataclass(slots=True)
class Visit:
    """One request: who looks on (None for nobody that is known), from where, and the secret that the browser holds as a cookie.

    `program` is whether it came with an API token: then it holds no cookie, and no page of another site can have sent it. `foreign` is
    whether such a page has: then it is given nothing, or any site could take the cookie away.
    """

    address: str
    key: bytes
    viewer: Viewer | None = None
    secret: str = ""
    program: bool = False
    logged_in: bool = False
    foreign: bool = False
    given: tuple[str, int | None] | None = None

    @property
    def actor(self) -> Actor:
        """Who it is, for the audit log."""
        return Actor(self.viewer.name if self.viewer else "", self.address)

    def seal(self) -> str:
        """What a form of this browser must carry; a browser without a secret is given one."""
        if not self.secret:
            self.give(draw(), None)
        return seal(self.secret, self.key)

    def carries(self, text: str) -> bool:
        """Whether a form carries what it must."""
        return bool(self.secret) and sealed(text, self.secret, self.key)

    def give(self, secret: str, seconds: int | None) -> None:
        """Let the browser hold this secret from now on, for so many seconds or (None) until it is closed; "" takes it away."""
        self.secret = secret
        self.given = (secret, seconds)


def visit(request: Request) -> Visit:
    """What is known of whoever is behind this request; nothing before `Watch` has looked at it."""
    held: Visit | None = getattr(request.state, "visit", None)
    if held is None:
        held = request.state.visit = Visit("", b"")
    return held
