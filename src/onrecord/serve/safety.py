"""What stands between the pages and whoever asks for them: hosts, other sites, sizes, rates, headers of replies.

A page of another site must not read or change a record: names that lead here by DNS rebinding are refused by their Host
header, posts that another site made by Origin and Sec-Fetch-Site, forms by a token that only our own pages hold.
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
BODY = 65_536  # bytes of a request
ADDRESS = 16_384  # characters of a path with its query
RATE, BURST = 100.0, 400.0  # requests a second that one address may make, and how many at once
_CLIENTS = 4_096  # addresses whose rate is remembered

Refuse = Callable[[Scope, int, str], tuple[bytes, str]]


@dataclass(slots=True)
class Guard:
    """Who may ask, and who may write. `hosts` are names that this server answers to besides those of loopback."""

    hosts: frozenset[str] = frozenset()
    token: str | None = None  # asked of whoever writes, where not only this machine can reach the server
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def knows(self, host: str) -> bool:
        """Return whether a Host header names this server."""
        try:
            name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
        except ValueError:
            return False
        return name in self.hosts or is_loopback(name)

    def refuses(self, path: str, headers: Headers) -> str | None:
        """Return why a request that writes is not let in by its headers; None if it is."""
        site = headers.get("sec-fetch-site")
        if site is not None and site not in ("same-origin", "none"):
            return "a page of another site sent this; open these pages by themselves and judge there"
        origin = headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != headers.get("host"):
            return "a page of another site sent this; open these pages by themselves and judge there"
        if not path.startswith("/api/"):
            return None  # a form: its own token is looked at where it is read
        return None if self.has_token(headers) else _NO_TOKEN

    def has_token(self, headers: Headers) -> bool:
        """Return whether the bearer's token is right, or none is asked for."""
        if self.token is None:
            return True
        said = headers.get("authorization", "").removeprefix("Bearer ")
        return hmac.compare_digest(said.encode(), self.token.encode())

    def may_write(self, form_token: str, token: str) -> bool:
        """Return whether a form of our own pages was sent, with the token where one is asked for."""
        own = hmac.compare_digest(form_token.encode(), self.form_token.encode())
        return own and (self.token is None or hmac.compare_digest(token.encode(), self.token.encode()))


_NO_TOKEN = "this server is reached from elsewhere, so writing needs its token: Authorization: Bearer TOKEN"


def is_loopback(name: str) -> bool:
    """Return whether a host name is this machine's own, whatever a name server says."""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class Safety:
    """Refuses what must not come in, and puts headers on what goes out."""

    def __init__(self, app: ASGIApp, guard: Guard, refuse: Refuse) -> None:
        self._app, self._guard, self._refuse = app, guard, refuse
        self._rates: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headed = _with_headers(send, scope["method"] == "HEAD")
        if why := self._barred(scope):
            await _say(headed, *why, *self._refuse(scope, *why))
            return
        if scope["method"] == "HEAD":
            scope = {**scope, "method": "GET"}
        await self._app(scope, _limited(receive), headed)

    def _barred(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if not self._guard.knows(headers.get("host", "")):
            return 421, "this server does not go by that name; use the address that it printed, or --host-name"
        if len(scope["path"]) + len(scope["query_string"]) > ADDRESS:
            return 414, f"the address is longer than {ADDRESS} characters"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > BODY:
            return 413, f"the request is larger than {BODY} bytes"
        if scope["method"] not in ("GET", "HEAD") and (why := self._guard.refuses(scope["path"], headers)):
            return 403, why
        if not self._in_time((scope.get("client") or ("", 0))[0]):
            return 429, "too many requests at once; wait a second"
        return None

    def _in_time(self, client: str) -> bool:
        now = time.monotonic()
        left, at = self._rates.pop(client, (BURST, now))
        left = min(BURST, left + (now - at) * RATE)
        self._rates[client] = (max(0.0, left - 1), now)
        if len(self._rates) > _CLIENTS:
            self._rates.popitem(last=False)
        return left >= 1


def _limited(receive: Receive) -> Receive:
    """Cut a body short that was sent without its length: what is cut is refused as not understood."""
    seen = 0

    async def read() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return {"type": "http.disconnect"} if seen > BODY else message

    return read


def _with_headers(send: Send, bodiless: bool) -> Send:
    async def headed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-cache")
        elif bodiless and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return headed


async def _say(send: Callable[[Message], Awaitable[None]], status: int, _: str, body: bytes, kind: str) -> None:
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    headers += [(b"retry-after", b"1")] if status == 429 else []
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
