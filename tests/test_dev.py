"""The script `dev`: one clear line when a machine lacks something, quick when all is there."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "dev"

BACKEND = '''"""A build backend that needs no package: an editable install of the folder itself."""

import pathlib
import zipfile

META = "tiny-1.dist-info/"


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "tiny-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w") as wheel:
        wheel.writestr("tiny.pth", str(pathlib.Path.cwd()))
        wheel.writestr(META + "METADATA", "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n")
        wheel.writestr(META + "WHEEL", "Wheel-Version: 1.0\\nTag: py3-none-any\\n")
        wheel.writestr(META + "RECORD", "")
    return name
'''
PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1"
"""
REAL_PYTHON = f'exec "{sys.base_prefix}/bin/python3" "$@"'
OLD_PYTHON = 'case "$2" in *exit*) exit 1 ;; *) echo 3.9 ;; esac'
PYTHON_WITHOUT_VENV = f'case "$2" in *ensurepip*) exit 1 ;; esac; {REAL_PYTHON}'


class Machine:
    """A checkout whose path has spaces, on a machine that has little more than a `python3`."""

    def __init__(self, folder: Path, *, python: str) -> None:
        self.checkout = folder / "my own checkout"
        self.checkout.mkdir(parents=True)
        shutil.copy(SCRIPT, self.checkout / "dev")
        (self.checkout / "backend.py").write_text(BACKEND)
        (self.checkout / "pyproject.toml").write_text(PROJECT)
        (self.checkout / "requirements.lock").write_text("")
        self._bin = folder / "bin"
        self._bin.mkdir()
        for tool in ("sh", "cat", "cksum", "dirname"):
            (self._bin / tool).symlink_to(str(shutil.which(tool)))
        (self._bin / "python3").write_text(f"#!/bin/sh\n{python}\n")
        (self._bin / "python3").chmod(0o755)

    def dev(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `./dev` from a folder that is not the checkout."""
        return subprocess.run(
            [self.checkout / "dev", *arguments],
            cwd=self._bin,
            env={"PATH": str(self._bin), "PIP_DISABLE_PIP_VERSION_CHECK": "1", **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine on which `./dev setup` has succeeded once."""
    machine = Machine(tmp_path_factory.mktemp("machine"), python=REAL_PYTHON)
    first = machine.dev("setup")
    assert first.returncode == 0, first.stderr
    assert first.stderr.count("dev: installing") == 1
    return machine


@pytest.mark.heavy
def test_setup_installs_the_project_editable_beside_the_script(ready: Machine) -> None:
    show = [
        str(ready.checkout / ".venv/bin/python"),
        "-c",
        "import backend; print(backend.__file__)",
    ]
    shown = subprocess.run(show, cwd="/", capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == str(ready.checkout / "backend.py")


@pytest.mark.heavy
def test_a_warm_start_installs_nothing_and_takes_less_than_two_seconds(ready: Machine) -> None:
    began = time.monotonic()
    again = ready.dev("setup")
    assert time.monotonic() - began < 2
    assert again.returncode == 0
    assert again.stderr.splitlines() == [f"dev: ready: {ready.checkout}/.venv/bin/piagam"]


@pytest.mark.heavy
def test_a_change_of_the_lock_installs_again_once(ready: Machine) -> None:
    with (ready.checkout / "requirements.lock").open("a") as file:
        file.write("# changed\n")
    assert "dev: installing" in ready.dev("setup").stderr
    assert "dev: installing" not in ready.dev("setup").stderr


@pytest.mark.heavy
def test_a_checkout_that_was_moved_is_set_up_again(tmp_path: Path, ready: Machine) -> None:
    moved = Machine(tmp_path, python=REAL_PYTHON)
    shutil.copytree(ready.checkout / ".venv", moved.checkout / ".venv", symlinks=True)
    assert "dev: installing" in moved.dev("setup").stderr


@pytest.mark.parametrize(
    ("python", "environment", "line"),
    [
        pytest.param(
            OLD_PYTHON,
            {},
            "dev: needs Python 3.11 or newer, but python3 is 3.9; install one, or name it: "
            "PYTHON=/path/to/python3 ./dev setup",
            id="python too old",
        ),
        pytest.param(
            REAL_PYTHON,
            {"PYTHON": "/no such/python3"},
            "dev: needs Python 3.11 or newer, but /no such/python3 is missing; install one, or "
            "name it: PYTHON=/path/to/python3 ./dev setup",
            id="the python that was named is not there",
        ),
        pytest.param(
            PYTHON_WITHOUT_VENV,
            {},
            "cannot make a virtual environment; install its venv module "
            "(Debian, Ubuntu: apt install python3-venv)",
            id="no venv module",
        ),
    ],
)
def test_a_machine_that_lacks_something_is_told_what_in_one_line(
    tmp_path: Path, python: str, environment: dict[str, str], line: str
) -> None:
    told = Machine(tmp_path, python=python).dev("setup", **environment)
    assert told.returncode == 1
    complaints = [each for each in told.stderr.splitlines() if not each.endswith("has changed")]
    assert len(complaints) == 1
    assert complaints[0].endswith(line)


@pytest.mark.heavy
def test_a_package_that_cannot_be_installed_leaves_no_stamp(tmp_path: Path) -> None:
    machine = Machine(tmp_path, python=REAL_PYTHON)
    (machine.checkout / "requirements.lock").write_text("no-hash-here==1.0\n")
    told = machine.dev("setup")
    assert told.returncode == 1
    assert told.stderr.splitlines()[-1].startswith("dev: the packages could not be installed")
    assert not (machine.checkout / ".venv/.piagam-stamp").exists()


def test_an_unknown_command_is_wrong_usage(tmp_path: Path) -> None:
    told = Machine(tmp_path, python=REAL_PYTHON).dev("tset")
    assert told.returncode == 2
    assert told.stderr.splitlines() == ["dev: no command 'tset'; ./dev help lists them"]
    assert not (tmp_path / "my own checkout/.venv").exists()
