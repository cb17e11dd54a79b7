"""One resource, four addresses: a page, and under /api the same values as JSON (with or without `.json`) and as CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any, get_type_hints

from fastapi import Depends, FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from onrecord.present.exports.to_csv import csv_bytes
from onrecord.serve.html import render

Rows = Callable[[Any], Sequence[Any]]
Responses = dict[int | str, dict[str, Any]]


class Fault(BaseModel):
    """What is wrong with a request, in words; `code` is a short name for programs."""

    status: int
    code: str
    message: str


class Error(BaseModel):
    """The one shape of every error."""

    error: Fault


def faults_of(*statuses: int) -> Responses:
    """Return the description of errors: JSON of one shape, whatever the address gives otherwise."""
    said = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": said} for status in statuses}


@dataclass(frozen=True, slots=True)
class Resource:
    """`provider` is a dependency that gives the value; `rows` says what of it are the rows of a table."""

    path: str
    name: str
    type: Any
    provider: Callable[..., Any]
    rows: Rows
    row_type: Any


def mount(app: FastAPI, resource: Resource) -> None:
    """Give a resource its page and its data."""
    need = Depends(resource.provider)
    page, data, table = _page(resource, need), _data(resource, need), _table(resource, need)
    faults = faults_of(400, 404, 414, 421, 429, 503)
    app.add_api_route(resource.path, page, include_in_schema=False)
    api = f"/api{resource.path}"
    csv: Responses = {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}, **faults}
    app.add_api_route(
        f"{api}.csv", table, name=f"{resource.name}_csv", response_class=_Csv, responses=csv, tags=["CSV"]
    )
    app.add_api_route(f"{api}.json", data, include_in_schema=False)
    app.add_api_route(api, data, name=resource.name, response_model=resource.type, responses=faults, tags=["JSON"])


def described(app: FastAPI) -> Callable[[], dict[str, Any]]:
    """Return what gives the description of all addresses: with the one shape of errors, and no other."""

    @lru_cache(maxsize=1)
    def description() -> dict[str, Any]:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for path in made["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)  # the framework's own answer, which is a 400 here
        held = made["components"]["schemas"]
        for name in ("HTTPValidationError", "ValidationError"):
            held.pop(name, None)
        _, parts = models_json_schema([(Error, "serialization")], ref_template="#/components/schemas/{model}")
        held.update(parts["$defs"])
        return made

    return description


class _Csv(Response):
    media_type = "text/csv; charset=utf-8"


def _page(resource: Resource, need: Any) -> Callable[..., Response]:
    def page(request: Request, value: Any = need) -> Response:
        return HTMLResponse(render(f"{resource.name}.html.j2", request, value=value))

    return page


def _data(resource: Resource, need: Any) -> Callable[..., Response]:
    adapter = TypeAdapter(resource.type)

    def data(value: Any = need) -> Response:
        return Response(adapter.dump_json(value), media_type="application/json")

    return data


def _table(resource: Resource, need: Any) -> Callable[..., Response]:
    def table(value: Any = need) -> Response:
        return _Csv(csv_of(resource.row_type, resource.rows(value)))

    return table


def csv_of(row_type: Any, rows: Iterable[Any]) -> bytes:
    """Return rows of one type as CSV: a column a field, nested values as JSON, rows within rows column by column."""
    return b"".join(csv_bytes(_header(row_type), (tuple(_cells(row)) for row in rows)))


@lru_cache(maxsize=32)
def _header(row_type: Any) -> tuple[str, ...]:
    found: list[str] = []
    for f in fields(row_type):
        inner = _inner(row_type, f.name)
        found += [f"{f.name}_{name}" for name in _header(inner)] if inner else [f.name]
    return tuple(found)


@lru_cache(maxsize=256)
def _inner(row_type: Any, name: str) -> Any:
    """Return the type of a field that is a row itself."""
    hint = get_type_hints(row_type)[name]
    return hint if isinstance(hint, type) and is_dataclass(hint) else None


def _cells(row: Any) -> Iterator[Any]:
    for f in fields(row):
        value = getattr(row, f.name)
        if is_dataclass(value) and not isinstance(value, type) and _inner(row.__class__, f.name):
            yield from _cells(value)
        elif value is None or isinstance(value, (str, int, float)):
            yield value
        else:
            yield json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
