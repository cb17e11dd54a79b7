"""One request: bounded in time and size, to an address that was checked, its answer unpacked within the bounds."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from functools import lru_cache

from onrecord.errors import FetchError
from onrecord.watch.addresses import Target

_CHUNK = 65_536
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSING = frozenset({429, 503})
REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered; `data` is unpacked, empty unless the status is 200."""

    url: str
    status: int
    data: bytes = b""
    kind: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    location: str | None = None


def ask(target: Target, addresses: Sequence[str], headers: Mapping[str, str], seconds: float, max_bytes: int) -> Answer:
    """Send one GET to the first of `addresses` that can be reached, and return the answer.

    Raises `FetchError` where there is none, or one that is late, cut short or too long.
    """
    with _connection(target, addresses, seconds) as (connection, late):
        try:
            connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
            for name, value in {
                "Host": target.site,
                **headers,
                "Accept-Encoding": "gzip",
                "Connection": "close",
            }.items():
                connection.putheader(name, value)
            connection.endheaders()
            with connection.getresponse() as response:
                return _answer(target, response, max_bytes)
        except (FetchError, http.client.HTTPException, OSError, ValueError, zlib.error) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise FetchError(f"{target.site} took more than {seconds:g} seconds", again=True, host=True) from None
            if isinstance(error, FetchError):
                raise
            raise FetchError(f"{target.site} broke off or answered nonsense ({_name(error)})", again=True) from None


def _name(error: Exception) -> str:
    return str(error).strip() or type(error).__name__


@contextmanager
def _connection(
    target: Target, addresses: Sequence[str], seconds: float
) -> Iterator[tuple[http.client.HTTPConnection, threading.Event]]:
    """Connect; when the time is up, whatever is going on is broken off, however slowly bytes still come."""
    began, late = time.monotonic(), threading.Event()
    raw = _connected(target, addresses, seconds)

    def end() -> None:
        late.set()
        with contextlib.suppress(OSError):
            raw.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, seconds - (time.monotonic() - began)), end)
    timer.daemon = True
    timer.start()
    connection = http.client.HTTPConnection(target.host, target.port)
    try:
        connection.sock = _tls().wrap_socket(raw, server_hostname=target.host) if target.scheme == "https" else raw
        yield connection, late
        if late.is_set():
            raise FetchError(f"{target.site} took more than {seconds:g} seconds", again=True, host=True)
    except ssl.SSLError as error:
        raise FetchError(f"{target.site} does not prove who it is ({error.reason or error})", again=True) from None
    finally:
        timer.cancel()
        connection.close()
        raw.close()


def _connected(target: Target, addresses: Sequence[str], seconds: float) -> socket.socket:
    """Connect to the first address that can be reached; all of them together have the time of one request."""
    end, reason = time.monotonic() + seconds, "no time left"
    for n, address in enumerate(addresses):
        left = (end - time.monotonic()) / (len(addresses) - n)
        try:
            found = socket.create_connection((address, target.port), timeout=max(0.05, left))
        except OSError as error:
            reason = _name(error)
            continue
        found.settimeout(seconds)
        return found
    raise FetchError(f"{target.site} cannot be reached ({reason})", again=True, host=True)


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _answer(target: Target, response: http.client.HTTPResponse, max_bytes: int) -> Answer:
    named = response.headers
    if response.status in REDIRECTS:
        return Answer(url=target.url, status=response.status, location=named.get("Location"))
    if response.status == 304:
        return Answer(url=target.url, status=304)
    if response.status != 200:
        raise FetchError(
            f"{target.site} answered {response.status} {response.reason or ''}".rstrip(),
            again=response.status in _LATER,
            after=retry_after(named.get("Retry-After")) if response.status in _REFUSING else 0.0,
            status=response.status,
            host=response.status in _REFUSING,
        )
    data = b"".join(_body(target, response, max_bytes))
    kind, charset = _content(named)
    return Answer(
        url=target.url,
        status=200,
        data=data,
        kind=kind,
        charset=charset,
        etag=named.get("ETag"),
        modified=named.get("Last-Modified"),
    )


def _content(named: Message) -> tuple[str, str | None]:
    if "Content-Type" not in named:
        return "", None
    charset = named.get_content_charset()
    return named.get_content_type(), charset if isinstance(charset, str) else None


def _body(target: Target, response: http.client.HTTPResponse, max_bytes: int) -> Iterator[bytes]:
    """Yield the unpacked body; neither what comes nor what it unpacks to may be more than `max_bytes`."""
    packing = (response.headers.get("Content-Encoding") or "identity").strip().casefold()
    if packing not in ("identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"{target.site} packed its answer in a way that was not asked for ({packing[:20]!r})")
    unpack = None if packing == "identity" else zlib.decompressobj(wbits=47)
    received = given = 0
    while piece := response.read1(_CHUNK):
        received += len(piece)
        if unpack is not None:
            piece = unpack.decompress(piece, max_bytes + 1 - given)
        given += len(piece)
        if received > max_bytes or given > max_bytes or (unpack is not None and unpack.unconsumed_tail):
            raise FetchError(f"{target.site} sent more than {max_bytes:,} bytes; raise limits.max_bytes to read it")
        yield piece
    if response.length or (unpack is not None and received and not unpack.eof):
        raise FetchError(f"{target.site} broke off before the end of its answer", again=True)


def retry_after(said: str | None, now: float | None = None) -> float:
    """Return the seconds for which a host asks to be left alone, said as a number or as a date."""
    if said is None:
        return 0.0
    if said.strip().isdigit():
        return float(said.strip()[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - (time.time() if now is None else now))
    except (ValueError, TypeError, OverflowError):
        return 0.0
