"""One round of a watch: what is due is fetched, what is wanted is held, what is kept out or refused is said.

A place is marked as done only after its report is held, so that a round that is killed loses nothing: the next one
asks again and finds the report held.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from onrecord.config import Config
from onrecord.errors import FetchError, InputError, NotYetError
from onrecord.model import Issue, Report
from onrecord.pipeline import Log, Progress, Tally, add_reports, reconcile_into
from onrecord.read import merge_copies, read_entries, read_feed, read_sources, walk
from onrecord.store import Store, Visit
from onrecord.watch.addresses import parse_target
from onrecord.watch.fetch import Answer
from onrecord.watch.hosts import Hosts
from onrecord.watch.pages import FEEDS, PAGES, report_of
from onrecord.watch.parallel import in_turns
from onrecord.watch.settings import Feed, Folder, Settings
from onrecord.watch.wanted import judge, key_of, shortened

_HOUR = 3600.0
_LONGEST = 24 * _HOUR  # between two tries
Outcome = Answer | FetchError


@dataclass(slots=True)
class Round:
    """All that one round needs; `clock` gives seconds since 1970."""

    store: Store
    settings: Settings
    config: Config
    hosts: Hosts
    clock: Callable[[], float]
    progress: Progress
    log: Log
    tally: Tally = field(default_factory=Tally)

    def run(self) -> Tally:
        """Fetch, read, hold and compare; return what was done."""
        try:
            self._ask_again()
            self._feeds()
            self._pages()
        finally:
            self.store.visits.put_hosts(self.hosts.states())
        self._folders()
        reconcile_into(self.store, self.progress, self.log)
        return self.tally

    def _feed_of(self, visit: Visit) -> Feed | None:
        return next((feed for feed in self.settings.feeds if feed.url == visit.feed), None)

    def _ask_again(self) -> None:
        """Look again at pages that were kept out, where what is asked for has changed since."""
        changed = []
        for visit in self.store.visits.kept_out():
            feed = self._feed_of(visit)
            if feed is not None and self._key(feed) not in (visit.settings or "").split():
                changed.append(replace(visit, state="wanted", due=0.0, etag=None, modified=None))
        self.store.visits.put(changed)

    def _key(self, source: Feed | Folder) -> str:
        return key_of(source.topics, self.settings.topics)

    def _fetch(self, visits: Sequence[Visit], kinds: Iterable[str]) -> Iterable[tuple[Visit, Outcome]]:
        groups: dict[str, list[Visit]] = defaultdict(list)
        for visit in visits:
            groups[_site(visit.address)].append(visit)

        def ask(visit: Visit) -> Outcome:
            try:
                return self.hosts.get(visit.address, kinds, visit.etag, visit.modified)
            except FetchError as error:
                return error

        answers = in_turns(groups.values(), ask, self.settings.limits.hosts_at_once)
        for done, (visit, outcome) in enumerate(answers, 1):
            self.progress("fetch", done, len(visits))
            said = str(outcome) if isinstance(outcome, FetchError) else outcome.status
            self.log("fetched", address=visit.address, kind=visit.kind, answer=said)
            yield visit, outcome

    def _feeds(self) -> None:
        now = self.clock()
        known = {feed.url: self.store.visits.get(feed.url) for feed in self.settings.feeds}
        visits = [known[url] or Visit(address=url, kind="feed") for url in sorted(known)]
        for visit, outcome in self._fetch([v for v in visits if (v.due or 0.0) <= now], FEEDS):
            if isinstance(outcome, FetchError):
                self._failed(visit, outcome)
            else:
                self._listed(visit, outcome)

    def _listed(self, visit: Visit, answer: Answer) -> None:
        """Hold what a feed lists: its pages as wanted, in one step with the feed's own mark, or its reports."""
        now = self.clock()
        seen = replace(visit, state="held", at=now, due=now + 60 * self.settings.every, failures=0, reason=None)
        if answer.status == 304:
            self.store.visits.put([seen])
            return
        feed = next(feed for feed in self.settings.feeds if feed.url == visit.address)
        try:
            if feed.pages:
                found = self._new_pages(feed, answer)
            else:
                self._reports_of(feed, answer)
                found = []
        except InputError as error:
            self._refuse(Issue(None, visit.address, "watch", f"{visit.address} {error}"))
            self.store.visits.put([replace(seen, state="wanted", reason=str(error))])
            return
        self.store.visits.put([*found, replace(seen, etag=answer.etag, modified=answer.modified)])

    def _new_pages(self, feed: Feed, answer: Answer) -> list[Visit]:
        found = []
        for entry in read_entries(answer.data):
            held = self.store.visits.get(entry.link)
            if held is None:
                own = Visit(
                    address=entry.link, kind="page", feed=feed.url, title=entry.title, published=entry.published
                )
                found.append(replace(own, outlet=feed.outlet or entry.outlet))
            elif held.state == "kept_out" and self._key(feed) not in (held.settings or "").split():
                found.append(replace(held, feed=feed.url, state="wanted", due=0.0, etag=None, modified=None))
        return found

    def _reports_of(self, feed: Feed, answer: Answer) -> None:
        reports, issues = [], []
        for item in read_feed(io.BytesIO(answer.data), answer.url, self.config):
            if isinstance(item, Issue):
                issues.append(item)
            else:
                reports.append(item)
        self._hold(list(merge_copies(reports)), issues, feed)

    def _pages(self) -> None:
        for visit, outcome in self._fetch(self.store.visits.due("page", self.clock()), PAGES):
            if isinstance(outcome, FetchError):
                self._failed(visit, outcome)
            elif outcome.status == 304:
                self.tally.outcomes["same"] += 1
                self._visited(visit, visit.visits + 1)
            else:
                self._read(visit, outcome)

    def _read(self, visit: Visit, answer: Answer) -> None:
        try:
            report = report_of(answer, visit, self.config)
        except InputError as error:
            self._refuse(Issue(None, visit.address, "read", f"{visit.address} {error}"))
            self.store.visits.put([replace(visit, state="refused", due=None, at=self.clock(), reason=str(error))])
            return
        feed = self._feed_of(visit)
        outcome = self._hold([report], [], feed)
        marked = replace(visit, etag=answer.etag, modified=answer.modified, report=report.id)
        if outcome is None:
            tried = " ".join(filter(None, (visit.settings, self._key(feed) if feed else None)))
            self.store.visits.put([replace(marked, state="kept_out", due=None, at=self.clock(), settings=tried)])
        else:
            self._visited(marked, 1 if outcome == "changed" else visit.visits + 1)

    def _hold(self, reports: list[Report], issues: Sequence[Issue], source: Feed | Folder | None) -> str | None:
        """Hold the wanted ones of some reports and say which are not; return what became of the first one held."""
        topics = [self.settings.topics[name] for name in source.topics] if source else []
        wanted = []
        for report in reports:
            verdict = judge(report, topics)
            if verdict.wanted:
                wanted.append(report)
            else:
                self._refuse(Issue(None, report.source, "topics", f"“{shortened(report)}” {verdict.why}"))
        done = add_reports(self.store, wanted, issues, self.config, log=self.log)
        self.tally.add(done)
        return done.outcome

    def _visited(self, visit: Visit, visits: int) -> None:
        """Note that a page is held, and when to see whether it has been edited."""
        times, now = self.settings.limits.recheck, self.clock()
        due = now + _HOUR * times[visits - 1] if visits <= len(times) else None
        kept = replace(visit, state="held", visits=visits, failures=0, reason=None, at=now, due=due)
        self.store.visits.put([kept])

    def _failed(self, visit: Visit, error: FetchError) -> None:
        now, limits = self.clock(), self.settings.limits
        if isinstance(error, NotYetError):
            self.tally.put_off[str(error)] += 1
            self.store.visits.put([replace(visit, due=now + error.after)])
            return
        tries = visit.failures + 1
        pause = min(_LONGEST, max(error.after, limits.back_off * 2.0 ** min(tries, 20)))
        over = visit.kind == "page" and (not error.again or tries >= limits.give_up)
        later = replace(visit, failures=tries, at=now, due=None if over else now + pause, reason=str(error))
        if over:
            later = replace(later, state="gone" if visit.state == "held" else "refused")
        if over or visit.kind == "feed":
            what = "is no longer there; the text read before is kept" if visit.state == "held" and over else "not read"
            self._refuse(Issue(None, visit.address, "watch", f"{visit.address} {what}: {error}"))
        else:
            self.tally.put_off[str(error)] += 1
        self.store.visits.put([later])

    def _refuse(self, issue: Issue) -> None:
        self.tally.refuse(issue)
        self.store.add_issues([issue])
        self.log("kept out" if issue.stage == "topics" else "refused", source=issue.source, reason=issue.reason)

    def _folders(self) -> None:
        for folder in self.settings.folders:
            for item in walk(Path(folder.path)):
                if isinstance(item, Issue):
                    self._refuse(item)
                else:
                    self._file(item, folder)

    def _file(self, path: Path, folder: Folder) -> None:
        """Read a file that is new or has changed, or that other topics kept out before."""
        address, mark = f"file:{path.absolute().as_posix()}", _mark(path)
        held = self.store.visits.get(address)
        if held is not None and (held.mark, held.settings) == (mark, self._key(folder)):
            return
        reports, issues = list[Report](), list[Issue]()
        for item in read_sources([path], self.config):
            if isinstance(item, Issue):
                issues.append(item)
            else:
                reports.append(item)
        self._hold(list(merge_copies(reports)), issues, folder)
        own = Visit(address=address, kind="file", state="held", mark=mark, settings=self._key(folder), due=None)
        self.store.visits.put([replace(own, at=self.clock())])


def _mark(path: Path) -> str | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return f"{found.st_size}:{found.st_mtime_ns}"


def _site(address: str) -> str:
    try:
        return parse_target(address).site
    except FetchError:
        return ""
