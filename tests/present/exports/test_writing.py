"""Where an export is written: a file, a folder, standard output; and what is never written over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

from onrecord.errors import InputError
from onrecord.model import Record
from onrecord.present import exports
from onrecord.present.exports.bundle import Bundle
from onrecord.store import Store
from tests.present.exports.kit import export, full_record


def test_every_name_is_a_format() -> None:
    assert list(exports.FORMATS) == list(exports.Name)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    target = tmp_path / "r.graphml"
    target.write_text("old")
    exports.write("graphml", full_record(), target)
    assert target.read_bytes() == export("graphml", full_record())["record.graphml"]
    assert os.listdir(tmp_path) == ["r.graphml"]  # noqa: PTH208


def test_a_folder_holds_each_file(tmp_path: Path) -> None:
    exports.write("csv", full_record(), tmp_path / "new" / "tables")
    made = export("csv", full_record())
    assert {p.name: p.read_bytes() for p in (tmp_path / "new" / "tables").iterdir()} == made


def test_standard_output_takes_one_file(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    exports.write("plover", full_record(), None, exports.Options(without_text=True))
    assert capsysbinary.readouterr().out == export("plover", full_record(), without_text=True)["plover.jsonl"]


def test_several_files_need_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="name a folder"):
        exports.write("gdelt", Record(), None)
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="name a folder"):
        exports.write("csv", Record(), tmp_path / "file")
    with pytest.raises(InputError, match="name a file"):
        exports.write("json", Record(), tmp_path)


def test_a_record_is_not_written_over(tmp_path: Path) -> None:
    with Store.open(tmp_path / "r.db", create=True):
        pass
    before = (tmp_path / "r.db").read_bytes()
    with pytest.raises(InputError, match="not written over"):
        exports.write("json", Record(), tmp_path / "r.db")
    assert (tmp_path / "r.db").read_bytes() == before


def test_what_cannot_be_made_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Bundle) -> Mapping[str, Iterable[bytes]]:
        def pieces() -> Iterator[bytes]:
            yield b"half"
            raise ValueError

        return {"x": pieces()}

    monkeypatch.setitem(exports.FORMATS, "json", exports.Format("", broken))
    target = tmp_path / "r.json"
    target.write_text("old")
    with pytest.raises(ValueError):
        exports.write("json", Record(), target)
    assert target.read_text() == "old" and len(list(tmp_path.iterdir())) == 1
