"""The application: every page and its data, one shape of error, and the few addresses that write."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qs

from fastapi import Body, Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.errors import InputError, OnrecordError
from onrecord.present.judging import Decision, decisions, judgement, undone
from onrecord.serve import judging, providers
from onrecord.serve.html import environment, render
from onrecord.serve.resources import RESOURCES
from onrecord.serve.safety import Guard, Safety
from onrecord.serve.shelf import Shelf, TooSlowError
from onrecord.serve.stories import REPORTS, NotOnRecordError
from onrecord.serve.web import described, faults_of, mount
from onrecord.version import __version__

_FAULTS = faults_of(400, 403, 404, 409, 413, 414, 415, 421, 429, 503)


def create_app(record: Path, guard: Guard | None = None, shelf: Shelf | None = None) -> FastAPI:
    """Return the application that serves one record file; raise `RecordError` if it is none."""
    app = FastAPI(
        title="onrecord",
        version=__version__,
        description="One record: who met whom, who did what, who said what, with the exact words of each report.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    guard = guard or Guard()
    app.state.guard, app.state.shelf = guard, shelf or Shelf(record)
    for resource in RESOURCES:
        mount(app, resource)
    _add_pages(app)
    _add_writing(app)
    _add_errors(app)
    with resources.as_file(resources.files("onrecord.serve") / "static") as folder:
        app.mount("/static", StaticFiles(directory=folder), name="static")
    app.openapi = described(app)  # type: ignore[method-assign]
    app.add_middleware(Tags, state=app.state)
    app.add_middleware(Safety, guard=guard, refuse=_refusal)
    return app


class Tags:
    """An ETag for every page and answer, of the record's state and the address: what is known is not made again."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._inner, self._state = app, state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self._inner(scope, receive, send)
            return
        self._state.shelf.look()
        tag = self._tag(scope)
        known = dict(scope["headers"]).get(b"if-none-match", b"")
        if tag in [one.strip().removeprefix(b"W/") for one in known.split(b",")]:
            await send({"type": "http.response.start", "status": 304, "headers": [(b"etag", tag)]})
            await send({"type": "http.response.body", "body": b""})
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200 and tag == self._tag(scope):
                message = {**message, "headers": [*message["headers"], (b"etag", tag)]}
            await send(message)

        await self._inner(scope, receive, tagged)

    def _tag(self, scope: Scope) -> bytes:
        state = self._state
        said = f"{state.shelf.stamp} {state.guard.form_token} {__version__} {scope['path']}?".encode()
        return b'"' + hashlib.sha256(said + scope["query_string"]).hexdigest()[:24].encode() + b'"'


def _add_pages(app: FastAPI) -> None:
    @app.get("/", include_in_schema=False)
    def home() -> Response:
        return RedirectResponse("/stories", 307)

    @app.get("/reports/{id}", include_in_schema=False)
    def report(id: providers.Id, shelf: providers.Held) -> Response:
        with shelf.read() as db:
            row = db.execute(
                "SELECT s.id, r.no - s.first_report FROM reports r JOIN stories s ON s.no = r.story WHERE r.id = ?",
                (id,),
            ).fetchone()
        if row is None:
            raise NotOnRecordError(f"no report {id!r} is on record")
        page = row[1] // REPORTS * REPORTS
        after = f"?after={page}" if page else ""
        return RedirectResponse(f"/stories/{row[0]}{after}#{id}", 307)

    @app.get("/readout/{id}", include_in_schema=False)
    def readout(request: Request, value: providers.Story) -> Response:
        return HTMLResponse(render("print.html.j2", request, value=value))


def _add_writing(app: FastAPI) -> None:
    @app.post("/api/judgements", status_code=201, responses=_FAULTS, tags=["JSON"], dependencies=[Depends(_is_json)])
    def judge(
        shelf: providers.Held,
        left: Annotated[str, Body(max_length=80)],
        answer: Annotated[Literal["same", "different", "unsure", "right", "wrong"], Body()],
        right: Annotated[str | None, Body(max_length=80)] = None,
        why: Annotated[str, Body(max_length=1000)] = "",
        by: Annotated[str, Body(max_length=80)] = "",
    ) -> Decision:
        """Judge two facts as same, different or unsure, or one as right or wrong."""
        return _judge(shelf, left, right, answer, why, by)

    @app.delete("/api/judgements/{number}", responses=_FAULTS, tags=["JSON"])
    def take_back(shelf: providers.Held, number: int, by: providers.Name = "") -> Decision:
        """Take a judgement back; the history keeps both."""
        return _undo(shelf, number, by)

    @app.post("/judge", include_in_schema=False)
    async def judge_form(request: Request) -> Response:
        form = await _form(request)
        shelf = app.state.shelf
        if form.get("undo", "").isdigit():
            _undo(shelf, int(form["undo"][:9]), form.get("by", ""))
        else:
            left, right = form.get("left", ""), form.get("right") or None
            _judge(shelf, left, right, form.get("answer", ""), form.get("why", ""), form.get("by", ""))
        return _back(form)

    @app.post("/apply", include_in_schema=False)
    async def apply(request: Request) -> Response:
        form = await _form(request)
        app.state.shelf.apply()
        return _back(form)


def _is_json(request: Request) -> None:
    """Let in a body only that says that it is JSON, which no form of another site can."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise HTTPException(415, "send JSON, and say so: Content-Type: application/json")


def _judge(shelf: Shelf, left: str, right: str | None, answer: str, why: str, by: str) -> Decision:
    with shelf.read() as db:
        for id_ in sorted({left, right or left}):
            if not judging.is_known(db, id_):
                raise NotOnRecordError(f"no fact {id_!r} is on record")
    with _fitting():
        said = judgement(left, right, answer, why, by)
    shelf.judge(said)
    return decisions(shelf.judgements)[-1]


def _undo(shelf: Shelf, number: int, by: str) -> Decision:
    made = len(shelf.judgements)
    if not 1 <= number <= made:
        raise NotOnRecordError(f"there is no judgement {number}; {made} were made")
    with _fitting():
        said = undone(number, shelf.judgements, by)
    shelf.judge(said)
    return decisions(shelf.judgements)[-1]


class _ConflictError(InputError):
    """What is asked for is understood, and cannot be done with these facts and judgements."""


@contextmanager
def _fitting() -> Iterator[None]:
    try:
        yield
    except InputError as error:
        raise _ConflictError(str(error)) from error


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a form that one of our own pages sent."""
    fields = {k: v[-1] for k, v in parse_qs((await request.body()).decode("utf-8", "replace")).items()}
    guard: Guard = request.app.state.guard
    if not guard.may_write(fields.get("form_token", ""), fields.get("token", "")):
        why = "the token is wrong" if guard.token else "this form is from before the server was started anew"
        raise HTTPException(403, f"{why}; go back, reload the page and send it again")
    return fields


def _back(form: dict[str, str]) -> Response:
    """Return to the page that a form came from; never to another site."""
    to = form.get("back", "")
    return RedirectResponse(to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/review", 303)


def _add_errors(app: FastAPI) -> None:
    def answer(request: Request, status: int, message: str) -> Response:
        if request.url.path.startswith("/api/"):
            return JSONResponse(_error(status, message), status)
        return HTMLResponse(render("error.html.j2", request, status=status, message=message), status)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return answer(request, 400, f"{where or 'the request'}: {first['msg'].lower()}")

    @app.exception_handler(HTTPException)
    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        words = error.detail if error.status_code != 404 else "there is no such page"
        answered = answer(request, error.status_code, str(words))
        if error.status_code == 405:
            answered.headers["allow"] = ", ".join(_methods(app, request))
        return answered

    @app.exception_handler(OnrecordError)
    def ours(request: Request, error: Exception) -> Response:
        kinds = ((NotOnRecordError, 404), (_ConflictError, 409), (TooSlowError, 503), (InputError, 400))
        return answer(request, next((s for kind, s in kinds if isinstance(error, kind)), 503), str(error))

    @app.exception_handler(sqlite3.Error)
    def damaged(request: Request, error: Exception) -> Response:
        return answer(request, 503, f"the record cannot be read now ({error})")


def _methods(app: FastAPI, request: Request) -> list[str]:
    """Return the methods that an address takes, over all that is mounted there."""
    here = (r for r in app.routes if isinstance(r, Route) and r.matches(request.scope)[0] is not Match.NONE)
    return sorted({method for route in here for method in route.methods or ()})


def _error(status: int, message: str) -> dict[str, dict[str, object]]:
    code = HTTPStatus(status).phrase.lower().replace(" ", "_").replace("-", "_")
    return {"error": {"status": status, "code": code, "message": message}}


def _refusal(scope: Scope, status: int, message: str) -> tuple[bytes, str]:
    """Return what to answer to a request that is not let in."""
    if scope["path"].startswith("/api/"):
        return json.dumps(_error(status, message)).encode(), "application/json"
    page = environment().get_template("refused.html.j2").render(status=status, message=message)
    return page.encode(), "text/html; charset=utf-8"
