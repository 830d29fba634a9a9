"""What was recorded of a story, for people and for scripts."""

from datetime import datetime
from typing import Any

from crawler.cli.screen import print_line

_LABEL = 14


def recording_object(recording: Any) -> dict[str, Any]:
    """The recording, ready for JSON."""
    changes = recording.changes
    return {
        "folder": str(recording.folder),
        "pages": [page.address for page in recording.pages],
        "fields": {key: _plain(value) for key, value in recording.fields.items()},
        "changes": None if changes is None else list(changes),
    }


def print_recording(recording: Any) -> None:
    """The fields that were read, and what differs from the recording before."""
    for key, value in recording.fields.items():
        if key == "lines":
            words = sum(len(line.split()) for line in value)
            print_line(f"{'text':<{_LABEL}}{words} words in {len(value)} paragraphs")
        else:
            shown = ", ".join(value) if isinstance(value, list) else str(value)
            print_line(f"{key:<{_LABEL}}{shown}")
    print_line()
    pages = len(recording.pages)
    counted = "1 page" if pages == 1 else f"{pages} pages"
    print_line(
        f"{'recorded' if recording.changes is None else 'renewed'}: {recording.folder}, {counted}"
    )
    if recording.changes == ():
        print_line("it is read as before")
    for change in recording.changes or ():
        print_line(f"  {change}")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
