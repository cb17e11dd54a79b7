"""A browser for tests: Debian's chromium without a window, spoken to over two pipes; no driver is needed."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any, Self

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
WAIT = 120.0  # seconds for one answer


class Browser:
    """One tab. Errors of scripts and refusals of the content security policy are collected in `complaints`."""

    def __init__(self, width: int = 1280, height: int = 900, dark: bool = False, phone: bool = False) -> None:
        assert PROGRAM is not None
        self._folder = tempfile.mkdtemp(prefix="onrecord-browser-")
        read_here, write_there = os.pipe()
        read_there, write_here = os.pipe()
        command = [
            PROGRAM, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
            "--remote-debugging-pipe", f"--user-data-dir={self._folder}",
        ]  # fmt: skip

        def place() -> None:  # the browser reads from 3 and writes to 4
            os.dup2(read_there, 13)
            os.dup2(write_there, 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=place, close_fds=False
        )
        os.close(read_there)
        os.close(write_there)
        os.set_blocking(read_here, False)
        self._in, self._out, self._rest, self._number = read_here, write_here, b"", 0
        self._session: str | None = None
        self.complaints: list[str] = []
        self._loaded = False
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._out)
        os.close(self._in)
        self._process.terminate()
        self._process.wait(timeout=WAIT)
        shutil.rmtree(self._folder, ignore_errors=True)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        ends = time.monotonic() + WAIT
        while time.monotonic() < ends:
            for got in self._messages():
                if got.get("id") == self._number:
                    if "error" in got:
                        raise AssertionError(f"{method}: {got['error']['message']}")
                    return dict(got["result"])
        raise AssertionError(f"the browser did not answer {method} within {WAIT} seconds")

    def _messages(self) -> list[dict[str, Any]]:
        try:
            self._rest += os.read(self._in, 1 << 20)
        except BlockingIOError:
            time.sleep(0.002)
        *whole, self._rest = self._rest.split(b"\0")
        found = [json.loads(one) for one in whole]
        for one in found:
            self._note(one)
        return found

    def _note(self, event: dict[str, Any]) -> None:
        method, params = event.get("method"), event.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(params["exceptionDetails"].get("exception", params["exceptionDetails"])))
        elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
            self.complaints.append(f"{params['entry']['text']} {params['entry'].get('url', '')}")

    def open(self, address: str) -> None:
        """Open a page and wait until it is there."""
        self._loaded = False
        self.call("Page.navigate", url=address)
        self.loaded()

    def loaded(self) -> None:
        """Wait for a page that is on its way."""
        ends = time.monotonic() + WAIT
        while not self._loaded and time.monotonic() < ends:
            self._messages()
        assert self._loaded, "the page did not load"

    def run(self, script: str) -> Any:
        """Return the value of an expression in the page; a promise is awaited."""
        got = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in got, got["exceptionDetails"]
        return got["result"].get("value")

    def until(self, script: str) -> Any:
        """Wait until an expression is true, and return it."""
        ends = time.monotonic() + WAIT
        while time.monotonic() < ends:
            if value := self.run(script):
                return value
            time.sleep(0.02)
        raise AssertionError(f"never true: {script}")

    def click(self, selector: str) -> None:
        """Click on the first element of a kind; one that leads to another page is waited for with `loaded`."""
        self._loaded = False
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def press(self, key: str) -> None:
        """Press a key."""
        self._loaded = False
        code = {"Tab": 9, "Enter": 13}.get(key, ord(key[0].upper()))
        shared = {"key": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r" if key == "Enter" else key} if key != "Tab" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **shared, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    def screenshot(self, path: Path) -> None:
        """Keep a picture of what is seen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))
