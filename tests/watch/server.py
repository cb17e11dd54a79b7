"""A web server on loopback that misbehaves in every way that a watch has to bear."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Act = Callable[["Handler"], None]

_BODY = (
    "<p>{place}, March 3 - {minister} met {guest} in {place} on Monday to discuss fishing rights in the strait. "
    "The two ministers agreed to open a joint patrol by June.</p>"
    '<p>"We have settled the matter of the harbour," {minister} told reporters after the talks in {place}.</p>'
    "<p>At least {number} boats had been seized since January, the coast guard of Norway said in a statement.</p>"
)


def page(
    title: str = "Ministers settle harbour row",
    *,
    minister: str = "Ana Lind",
    guest: str = "Jo Berg",
    place: str = "Oslo",
    number: int = 7,
    more: str = "",
) -> str:
    """Return the page of an article, with boxes around it as sites have."""
    body = _BODY.format(minister=minister, guest=guest, place=place, number=number)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="Fjord Post"><meta property="og:title" content="{title}">'
        '<meta property="article:published_time" content="2025-03-03T10:00:00Z"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}{more}</article>"
        "<footer>Cookies</footer></body></html>"
    )


def feed(*links: str, title: str = "Fjord Post - World") -> str:
    """Return an RSS feed that lists pages."""
    items = "".join(f"<item><title>Item {n}</title><link>{link}</link></item>" for n, link in enumerate(links))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'


@dataclass
class Site:
    """What the server answers by path, and what it was asked: (path, headers) in order."""

    url: str = ""
    acts: dict[str, Act] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)

    def text(self, path: str, body: str | bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        """Let a path answer with a body, and with 304 to who holds its ETag."""
        data = body.encode() if isinstance(body, str) else body

        def act(handler: Handler) -> None:
            if headers.get("ETag") and handler.headers.get("If-None-Match") == headers["ETag"]:
                handler.give(304, b"", {})
            else:
                handler.give(200, data, {"Content-Type": kind, **headers})

        self.acts[path] = act

    def status(self, path: str, status: int, **headers: str) -> None:
        """Let a path answer with a status alone; `_` in the name of a header stands for a hyphen."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.acts[path] = lambda handler: handler.give(status, b"", named)


class Handler(BaseHTTPRequestHandler):
    """Answers as the site says."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        """Answer one request."""
        site = self.site
        site.asked.append((self.path, dict(self.headers.items())))
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            site.acts.get(self.path, _missing)(self)
        self.close_connection = True

    def give(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def head(self, **headers: str) -> None:
        """Send the head of an answer alone."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _missing(handler: Handler) -> None:
    handler.give(404, b"", {})


def slow(handler: Handler) -> None:
    """Send a byte now and then."""
    handler.head(Content_Type="text/html", Content_Length="100000")
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


def slow_head(handler: Handler) -> None:
    """Send the head itself a byte at a time."""
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"y" * 1000:
        handler.wfile.write(bytes([letter]))
        handler.wfile.flush()
        time.sleep(0.05)


def endless(handler: Handler) -> None:
    """Send for ever."""
    handler.head(Content_Type="text/html")
    while True:
        handler.wfile.write(b"<p>more</p>" * 1000)


def endless_head(handler: Handler) -> None:
    """Never come to the end of the head."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while True:
        handler.wfile.write(b"X-More: yes\r\n" * 100)


def truncated(handler: Handler) -> None:
    """Promise more than comes."""
    data = page().encode()
    handler.head(Content_Type="text/html", Content_Length=str(len(data)))
    handler.wfile.write(data[: len(data) // 2])


def truncated_chunks(handler: Handler) -> None:
    """Break off within a chunk."""
    handler.head(Content_Type="text/html", Transfer_Encoding="chunked")
    handler.wfile.write(b"fff\r\n" + page().encode()[:200])


def truncated_gzip(handler: Handler) -> None:
    """Break off a packed body whose length was not said."""
    handler.head(Content_Type="text/html", Content_Encoding="gzip")
    handler.wfile.write(gzip.compress(page().encode())[:-40])


def bomb(handler: Handler) -> None:
    """Send little that unpacks to very much."""
    handler.give(200, _BOMB, {"Content-Type": "text/html", "Content-Encoding": "gzip"})


def nonsense(handler: Handler) -> None:
    """Answer what is no HTTP."""
    handler.wfile.write(b"\x00\x01\x02 hello\r\n\r\n")


_BOMB = gzip.compress(bytes(20_000_000))


@contextmanager
def serving() -> Iterator[Site]:
    """Run a site on loopback."""
    site = Site()
    handler = type("Bound", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
