"""`onrecord serve` from outside: it says where it listens, answers there, and says what is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

from tests.serve import kit

_MAIN = "from onrecord.cli import main; main()"


def _run(code: str, *words: str | Path) -> subprocess.CompletedProcess[str]:
    width = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, words)], capture_output=True, text=True, env=width, check=False
    )


def test_it_says_where_it_listens_and_answers_there(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _MAIN, "serve", str(kit.usual(tmp_path / "r.db")), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            said = re.search(r"http://127\.0\.0\.1:\d+/", server.stderr.readline())
            assert said
            with urlopen(f"{said[0]}api/stories") as got:
                assert b"so-reval" in got.read()
        finally:
            server.terminate()


def test_without_its_libraries_it_says_what_to_install(tmp_path: Path) -> None:
    gone = f"import sys; sys.modules['fastapi'] = None; {_MAIN}"
    done = _run(gone, "serve", kit.usual(tmp_path / "r.db"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "pip install 'onrecord[serve]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_or_a_file_that_is_no_record_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine", encoding="utf-8")
    done = _run(_MAIN, "serve", tmp_path / "mine.db")
    assert done.returncode == 1
    assert "not a record" in done.stderr
    done = _run(_MAIN, "serve", kit.usual(tmp_path / "r.db"), "--host", "192.0.2.1")
    assert done.returncode == 1
    assert "cannot listen there" in done.stderr
    assert "Traceback" not in done.stderr
