"""Where a request may go: addresses of the public internet, and private ones that the settings allow by name."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from onrecord.errors import FetchError
from onrecord.watch.settings import Network

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[..., Sequence[tuple[Any, ...]]]
"""As `socket.getaddrinfo`."""

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Target:
    """One place to ask: `path` with its query, as it goes on the wire."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Return the host as a Host line names it: with its port, unless that is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """Return the whole address."""
        return f"{self.scheme}://{self.site}{self.path}"


def parse_target(url: str, base: Target | None = None) -> Target:
    """Return where an address leads, taken from `base` where it is relative; `FetchError` if it is no web address."""
    try:
        parts = urlsplit(urljoin(base.url, url) if base else url.strip())
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:
        raise FetchError(f"is no address that can be understood ({url[:80]!r})") from None
    if parts.scheme not in _PORTS:
        raise FetchError(f"is no web address ({url[:80]!r}); only http and https are followed")
    if not host or parts.username is not None or parts.password is not None or len(url) > _LONGEST:
        raise FetchError(f"is no address that is followed ({url[:80]!r}): no host, a password in it, or too long")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    asked = "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?") if parts.query else ""
    return Target(parts.scheme, host, port or _PORTS[parts.scheme], path + asked)


def resolve(target: Target, allowed: Sequence[Network], resolver: Resolver = socket.getaddrinfo) -> list[str]:
    """Return the numeric addresses to connect to: every address that the name has must be one that may be asked.

    The caller connects to these very addresses, so that a second answer of the name server cannot lead elsewhere.
    """
    try:
        answers = resolver(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{target.host} cannot be found ({error})", again=True) from None
    found = list(dict.fromkeys(str(answer[4][0]).partition("%")[0] for answer in answers))
    if not found:
        raise FetchError(f"{target.host} has no address", again=True)
    for each in found:
        if not may_ask(ipaddress.ip_address(each), allowed):
            raise FetchError(
                f"{target.host} leads to {each}, an address of a private network; name it in allow_private to allow it"
            )
    return found


def may_ask(address: Address, allowed: Sequence[Network]) -> bool:
    """Return whether an address is public or allowed; of one that wraps another, both must be."""
    if any(address in network for network in allowed if network.version == address.version):
        return True
    inner = _wrapped(address)
    if inner is not None:
        return may_ask(inner, allowed)
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: Address) -> Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
