"""What lies in deploy/ fits this program: its commands, its keys, its files."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from crawler.cli.entry import COMMANDS
from crawler.cli.init import TEMPLATE

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
PAGE = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
UNITS = sorted(DEPLOY.glob("*.service"))
SANDBOX = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "PrivateTmp": "yes",
    "ProtectHome": "yes",
    "ReadWritePaths": "/var/lib/piagam",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX",
}


def text_of(name: str) -> str:
    """A file of deploy/."""
    return (DEPLOY / name).read_text(encoding="utf-8")


def settings(unit: str) -> dict[str, str]:
    """The keys of a unit, the last of each."""
    return dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))


@pytest.mark.parametrize("path", [*DEPLOY.iterdir(), ROOT / "docs" / "deploy.md"])
def test_every_command_that_is_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"(?:bin/piagam|`piagam) ([a-z]+)", text)
    named += re.findall(r'\["piagam", "(\w+)"|CMD \["(?!piagam)(\w+)"', text)
    flat = {each for part in named for each in ([part] if isinstance(part, str) else part) if each}
    assert flat <= set(COMMANDS)


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_service_is_shut_in(path: Path) -> None:
    found = settings(path.read_text(encoding="utf-8"))
    assert SANDBOX.items() <= found.items()
    assert found["User"] == "piagam"
    assert "MemoryMax" in found
    assert int(found["TimeoutStopSec"]) > 45  # the grace of a crawl that is ended


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for path in (*UNITS, *DEPLOY.glob("*.timer")):
        text = path.read_text(encoding="utf-8")
        # The program is not installed here, and systemd looks for it.
        (tmp_path / path.name).write_text(re.sub(r"/opt/piagam/\S+", "/bin/true", text))
    said = subprocess.run(
        ["systemd-analyze", "verify", *sorted(map(str, tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    ours = [line for line in said.stderr.splitlines() if str(tmp_path) in line]
    assert ours == []


def test_everything_the_image_copies_is_there_and_nobody_is_root() -> None:
    text = text_of("Containerfile")
    for line in re.findall(r"^COPY (.*)$", text, re.MULTILINE):
        *sources, _ = line.split()
        for each in sources:
            assert (ROOT / each).exists(), each
    packages = {line.split()[0] for line in re.findall(r"^COPY (\w+ \./\w+)$", text, re.MULTILINE)}
    assert packages == {"crawler", "spiders", "storage"}
    assert text.rindex("USER 10001") > text.rindex("RUN ")
    assert "--require-hashes -r requirements.lock" in text
    assert "HEALTHCHECK" in text


def test_the_compose_file_builds_that_image_and_keeps_the_volume() -> None:
    text = text_of("compose.yaml")
    assert "\t" not in text
    assert (DEPLOY / ".." / "deploy" / "Containerfile").is_file()
    for wanted in ("context: ..", "dockerfile: deploy/Containerfile", "read_only: true"):
        assert wanted in text
    assert "- piagam:/var/lib/piagam" in text
    assert 'test: ["CMD", "piagam", "status"]' in text


def test_compose_takes_the_volume_in_which_init_wrote_and_hands_over_no_empty_password() -> None:
    text = text_of("compose.yaml")
    (volume,) = re.findall(r"podman run --rm -v (\w+):/var/lib/piagam piagam init", PAGE)
    assert f"\n  {volume}:\n    name: {volume}\n" in text
    assert "      - PIAGAM_MAIL__PASSWORD\n" in text
    assert ":-}" not in text


def test_the_keys_the_page_names_are_keys_of_the_configuration() -> None:
    for key in ("tell", "silent_hours", "ping_url", "metrics_file"):
        assert f"`{key}" in PAGE or f"`{key} =" in PAGE
        assert re.search(rf"^(# )?{key} = ", TEMPLATE, re.MULTILINE)


def test_every_link_of_the_page_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#]+)", PAGE):
        assert (ROOT / "docs" / target).exists(), target
