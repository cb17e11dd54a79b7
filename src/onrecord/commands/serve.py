"""`onrecord serve`: pages and an interface for programs over one record."""

from __future__ import annotations

import secrets
import socket
from contextlib import nullcontext
from typing import Annotated

import typer

from onrecord.commands.common import RecordFile, err
from onrecord.errors import InputError, MissingLibraryError

_MISSING = "pages need two more libraries: pip install 'onrecord[serve]'"


def serve(
    file: RecordFile,
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than this machine's own ask for a token.")
    ] = ("127.0.0.1"),
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes a free one.")] = 8420,
    host_name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name by which browsers reach this server, besides its own."),
    ] = None,
    token: Annotated[
        str | None, typer.Option(envvar="ONRECORD_TOKEN", help="Asked of whoever writes; made up where one is needed.")
    ] = None,
) -> None:
    """Open a record as pages in the browser: search, stories, facts, differences, review; and as data under /api."""
    try:
        import uvicorn

        from onrecord.serve.app import create_app
        from onrecord.serve.safety import Guard, is_loopback
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "onrecord":
            raise
        raise MissingLibraryError(_MISSING) from error
    from onrecord.serve.shelf import Shelf

    own = is_loopback(host)
    token = token if own else token or secrets.token_urlsafe(18)
    with err.status("making ready") if err.is_terminal else nullcontext():
        shelf = Shelf(file)
    app = create_app(file, Guard(frozenset({host.strip("[]"), *(host_name or ())}), token), shelf)
    server = uvicorn.Server(
        uvicorn.Config(
            app, host=host, port=port, log_level="warning", access_log=False, server_header=False,
            timeout_keep_alive=30, limit_concurrency=200, h11_max_incomplete_event_size=32_768,
        )
    )  # fmt: skip
    try:
        with _listening(host, port) as listener:
            where = f"[{host}]" if ":" in host else host
            err.print(f"onrecord: http://{where}:{listener.getsockname()[1]}/ (stop with Ctrl+C)", highlight=False)
            if token and not own:
                err.print(f"token for whoever writes: {token}", highlight=False, markup=False)
            server.run(sockets=[listener])
    except KeyboardInterrupt:
        err.print("stopped", highlight=False)


def _listening(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; raise `InputError` if none can."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(found[0], found[1])
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(found[4])
        listener.listen(128)  # who reads the address can ask at once, and waits until the pages are made
    except OSError as error:
        raise InputError(
            f"{host}, port {port}: cannot listen there ({error.strerror or error}); try --port 0"
        ) from error
    return listener
