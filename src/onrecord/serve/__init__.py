"""Pages and an interface for programs over one record: `onrecord serve`. Needs the extra `serve`."""
