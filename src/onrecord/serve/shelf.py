"""The index of one record file, kept up with it, and read under a limit of time."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import sqlite3
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar, cast

from onrecord.errors import OnrecordError, RecordError
from onrecord.model import Judgement
from onrecord.pipeline import reconcile_into
from onrecord.serve.indexing import make_index
from onrecord.serve.schema import LAYOUT
from onrecord.store import Store
from onrecord.store.stamp import stamp_of
from onrecord.version import __version__

LIMIT = 2.0  # seconds of work that one request may read for
_WAITED = 5  # times as long where the machine gives the request less than it asks for
_STEP = 5_000  # instructions of SQLite between two looks at the clock
_PATIENCE = 20  # looking whether the record changed takes at most one part in so many of the time
_PICTURES = 64  # timelines, maps and networks that are remembered
_KEPT = 16  # open connections at rest

T = TypeVar("T")
Snapshot = tuple[Path, str, "SimpleQueue[sqlite3.Connection]"]


class TooSlowError(OnrecordError):
    """A request would have read for longer than `LIMIT`."""


class Shelf:
    """One record as pages see it: a finished state of it, exchanged as a whole when the record has changed."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self.notice: str | None = None
        self.waits = False  # people judged something that the record does not heed yet
        self._seen: object = None
        self._next = 0.0
        self._looking, self._applying = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[object, object] = OrderedDict()
        self._keeping = threading.Lock()
        self.judgements: tuple[Judgement, ...] = ()
        with Store.open(record) as store:  # says what is wrong with a file that is no record
            store.judgements()
        place = _place_of(record)
        if _held(place) != (stamp := self._stamp()):
            make_index(record, place)
            stamp = _held(place) or stamp
        self._snapshot: Snapshot = (place, stamp, SimpleQueue())
        self._seen = self._state()
        self._read_judgements()

    @property
    def stamp(self) -> str:
        """Return what tells this state of record and judgements from any other."""
        said = "".join(f"{j.left}{j.right}{j.verdict}{j.at}" for j in self.judgements)
        return hashlib.sha256(f"{self._snapshot[1]} {said} {self.notice}".encode()).hexdigest()[:20]

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection that reads the index alone, for `LIMIT` seconds; raise `TooSlowError` past them."""
        path, _, pool = self._snapshot
        try:
            db = pool.get_nowait()
        except Empty:
            db = _connected(path)
        worked, waited = time.thread_time() + LIMIT, time.monotonic() + _WAITED * LIMIT
        db.set_progress_handler(lambda: int(time.thread_time() > worked or time.monotonic() > waited), _STEP)
        try:
            yield db
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise TooSlowError(
                    f"this took longer than {LIMIT:.0f} seconds and was stopped; ask for less"
                ) from error
            raise
        finally:
            if pool is self._snapshot[2] and pool.qsize() < _KEPT:
                pool.put(db)
            else:
                db.close()

    def kept(self, make: Callable[..., T], *asked: object) -> T:
        """Return `make(connection, *asked)`, of this state of the record made once: for what goes over all facts."""
        key = (self._snapshot[1], make.__name__, asked)
        with self._keeping:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        with self.read() as db:
            made = make(db, *asked)
        with self._keeping:
            self._kept[key] = made
            if len(self._kept) > _PICTURES:
                self._kept.popitem(last=False)
        return made

    def judge(self, judgement: Judgement) -> None:
        """Keep a judgement of a person in the record."""
        with Store.open(self.record, create=True) as store:
            store.judge(judgement)
        self._read_judgements()

    def apply(self) -> None:
        """Make the record anew from what its reports say, heeding the judgements, beside the serving of pages."""
        if self._applying.acquire(blocking=False):
            threading.Thread(target=self._apply, daemon=True).start()

    def _apply(self) -> None:
        try:
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                pool.submit(reconcile_file, self.record).result()
            self._next = 0.0
        finally:
            self._applying.release()

    def look(self) -> None:
        """See whether the file has changed; if so, exchange the index beside the serving of pages. Takes no time."""
        if time.monotonic() < self._next or not self._looking.acquire(blocking=False):
            return
        self._next = time.monotonic() + 1.0
        if (state := self._state()) == self._seen:
            self._looking.release()
        else:
            threading.Thread(target=self._follow, args=(state,), daemon=True).start()

    def _follow(self, state: object) -> None:
        started = time.monotonic()
        try:
            self._renew()
            self._seen = state
        except (OnrecordError, OSError, sqlite3.Error) as error:
            self.notice = f"The record file cannot be read now ({error}); these pages show it as it was before."
        finally:
            self._next = time.monotonic() + max(1.0, _PATIENCE * (time.monotonic() - started))
            self._looking.release()

    def _renew(self) -> None:
        self._read_judgements()
        stamp = self._stamp()
        if stamp == self._snapshot[1]:
            return
        place = _place_of(self.record)
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            pool.submit(make_index, self.record, place).result()
        self._snapshot = (place, _held(place) or stamp, SimpleQueue())

    def _read_judgements(self) -> None:
        with Store.open(self.record) as store:
            self.judgements = store.judgements()
            waiting, finished = store.waiting, store.reconciled
        self.notice, self.waits = None, False
        if waiting:
            more = "1 more report is" if waiting == 1 else f"{waiting} more reports are"
            self.notice = f"{more} held and not yet on record: run the build to its end, and these pages follow."
        elif not finished:
            self.notice, self.waits = "Not all judgements are applied to the record yet.", True

    def _stamp(self) -> str:
        with closing(sqlite3.connect(f"{self.record.resolve().as_uri()}?mode=ro", uri=True)) as db:
            return stamp_of(db)

    def _state(self) -> object:
        """Return what changes when the file or its log is written to."""
        files = (self.record, self.record.with_name(self.record.name + "-wal"))
        return [(s.st_mtime_ns, s.st_size, s.st_ino) for f in files if f.exists() and (s := f.stat())]


def reconcile_file(record: Path) -> None:
    """Make the record of a file anew from what its reports say."""
    with Store.open(record, create=True) as store:
        reconcile_into(store)


def forget_index(record: Path) -> None:
    """Remove the index of a record, which holds its words."""
    _place_of(record).unlink(missing_ok=True)


def _place_of(record: Path) -> Path:
    """Return where the index goes: beside the record, or among the temporary files of a folder that is read only."""
    if os.access(record.resolve().parent, os.W_OK):
        return record.with_name(record.name + ".pages")
    folder = Path(tempfile.gettempdir()) / f"onrecord-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise RecordError(f"{folder}: belongs to another user; remove it, or put the record where it may be written")
    return folder / (hashlib.sha256(str(record.resolve()).encode()).hexdigest()[:24] + ".pages")


def _connected(index: Path) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{index.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
    )
    db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    db.execute("PRAGMA query_only = ON")
    db.execute("PRAGMA trusted_schema = OFF")
    db.execute("PRAGMA cache_size = -16000")
    db.execute("PRAGMA mmap_size = 268435456")
    return db


def _held(index: Path) -> str | None:
    """Return the stamp of the record that an index was made from; None if it is none of this version."""
    if not index.exists():
        return None
    try:
        with closing(_connected(index)) as db:
            held = dict(db.execute("SELECT key, value FROM meta"))
    except sqlite3.Error:
        return None
    same = held.get("layout") == str(LAYOUT) and held.get("version") == __version__
    return held["stamp"] if same else None
