"""Whatever the description of /api allows, and whatever it does not, is answered as the description says.

More, against a record of one's own: `schemathesis run http://127.0.0.1:8420/api/openapi.json --rate-limit 90/s`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode
from starlette.testclient import TestClient

from onrecord.serve.app import create_app
from tests.serve import kit

HOST = {"Host": "127.0.0.1:8420"}
HELD = {"id": ("so-reval", "ev-meet", "st-ports", "en-tamm"), "a": ("CYP",), "b": ("EST",), "number": (1,)}
FEW = settings(
    derandomize=True, deadline=None, database=None, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    app = create_app(kit.usual(tmp_path_factory.mktemp("described") / "r.db"))
    return schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=HOST)


def _ask(operation: Any, mode: GenerationMode, examples: int) -> None:
    """Ask so many times what the description allows or does not; ids of the record stand in for some drawn ones."""

    @settings(FEW, max_examples=examples)
    @given(case=operation.as_strategy(generation_mode=mode), held=st.data())
    def ask(case: Any, held: st.DataObject) -> None:
        if mode is GenerationMode.POSITIVE and held.draw(st.booleans()):
            case.path_parameters = {name: held.draw(st.sampled_from(HELD[name])) for name in case.path_parameters or {}}
        case.call_and_validate(headers=HOST)

    ask()


def test_every_operation_answers_as_described(described: Any) -> None:
    asked = [found.ok() for found in described.get_all_operations()]
    assert len(asked) == 36
    for operation in asked:
        table = operation.path.endswith(".csv")  # the parameters are those of the same address without it
        _ask(operation, GenerationMode.POSITIVE, 2 if table else 4)
        if not table:
            _ask(operation, GenerationMode.NEGATIVE, 3)


def test_only_described_methods_are_taken(tmp_path: Path) -> None:
    app = create_app(kit.usual(tmp_path / "r.db"))
    client = TestClient(app, base_url="http://127.0.0.1:8420")
    for path, operations in app.openapi()["paths"].items():
        taken = {method.upper() for method in operations}
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"} - taken:
            got = client.request(method, path.format(id="so-reval", a="CYP", b="EST", number=1))
            assert got.status_code == 405, (method, path)
            assert set(got.headers["allow"].split(", ")) == taken
            assert got.json()["error"]["code"] == "method_not_allowed"


def test_the_description_holds_no_answer_that_is_never_given(tmp_path: Path) -> None:
    text = (
        TestClient(create_app(kit.usual(tmp_path / "r.db")), base_url="http://127.0.0.1").get("/api/openapi.json").text
    )
    assert '"422"' not in text and "HTTPValidationError" not in text
    assert '"Error"' in text and '"Statement"' in text
