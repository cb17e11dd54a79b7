"""Room of the watch: feeds and folders are followed, politely and within bounds, and the record grows."""

from onrecord.watch.settings import Feed, Folder, Limits, Settings, Topic, load_settings
from onrecord.watch.watch import watch, watch_once

__all__ = ["Feed", "Folder", "Limits", "Settings", "Topic", "load_settings", "watch", "watch_once"]
