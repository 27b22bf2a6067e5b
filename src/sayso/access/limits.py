"""How long things last and how fast a login may be tried again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

from sayso.access.names import key

_HOUR, _DAY = 3600, 86_400


@dataclass(frozen=True, slots=True)
class Pace:
    """After `free` failures in a row each further one doubles the time to wait, up to `longest` seconds."""

    free: int
    longest: int

    def wait(self, failures: int, last: int, now: int) -> int:
        """Seconds until the next try, after so many failures of which the last was then; 0 if at once."""
        if failures < self.free:
            return 0
        delay = min(1 << min(failures - self.free, 30), self.longest)
        return max(0, last + delay - now)


@dataclass(frozen=True, slots=True)
class Limits:
    """In seconds: a session ends `idle` after it was last used and `whole` after the login; failures are forgotten after `memory`.

    A name has fewer free tries than an address, from which a whole office may come. Its longest wait is short, so that nobody can keep
    somebody else out for long; the address of one who tries is slowed down more.
    """

    idle: int = 12 * _HOUR
    whole: int = 7 * _DAY
    memory: int = _HOUR
    name: Pace = Pace(5, 300)
    address: Pace = Pace(20, 900)


def subjects(name: str, address: str) -> tuple[bytes, bytes]:
    """What failures are counted by: digests of the name and of the address, of IPv6 the network that one house has."""
    return _digest(f"name {key(name)}"), _digest(f"address {_network(address)}")


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped) if found.ipv4_mapped else found.exploded[:19]
    return str(found)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf8", "surrogatepass"), digest_size=16, person=b"sayso attempt").digest()
