"""Scheduler and workers as real processes on loopback: who is let in, and who gets work."""

import os
import signal
import socket
from collections.abc import Generator
from concurrent.futures import Future
from pathlib import Path

import pytest

from crawler.cluster.errors import ClusterError
from crawler.cluster.pool import open_cluster, open_pool
from crawler.config import Config, load_config
from tests.cluster.certificates import issue
from tests.cluster.services import PATIENCE, Services, services, wait_until

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")  # Dask's own, of closed loops


def machine(folder: Path, cluster: str) -> Path:
    """A machine's configuration."""
    folder.mkdir(exist_ok=True)
    path = folder / "piagam.toml"
    path.write_text(f'contact = "redaksi@example.id"\n[cluster]\n{cluster}')
    return path


def token_file(path: Path, token: str) -> str:
    path.write_text(token)
    path.chmod(0o600)
    return f'token_file = "{path}"\n'


@pytest.fixture
def secured(tmp_path: Path) -> Generator[Services, None, None]:
    """A scheduler and a worker with TLS and a token."""
    papers = issue(tmp_path / "papers")
    token = token_file(tmp_path / "token", "a token of the cluster")
    with services(machine(tmp_path, papers.lines() + token), workers=1, scheme="tls") as made:
        yield made


def test_a_pool_does_the_work(tmp_path: Path) -> None:
    config = load_config(machine(tmp_path, ""))
    with open_pool(config, "local:2", workers=2) as pool:
        assert list(pool.map(os.path.basename, ["/a/b", "/c/d"])) == ["b", "d"]
        assert pool.submit(os.getpid).result(PATIENCE) != os.getpid()
        with pytest.raises(ZeroDivisionError):
            pool.submit(divmod, 1, 0).result(PATIENCE)


def test_a_secured_cluster_works_for_its_own_alone(secured: Services, tmp_path: Path) -> None:
    assert done(load_config(secured.config), secured.address) == "b"

    another = token_file(tmp_path / "another", "a token of somebody else")
    ours = secured.config.read_text().partition("[cluster]\n")[2].rpartition("token_file")[0]
    stranger = load_config(machine(tmp_path / "stranger", ours + another))
    with pytest.raises(ClusterError, match="another token and takes no order"):
        done(stranger, secured.address)

    forged = load_config(machine(tmp_path / "forged", issue(tmp_path / "forgery").lines()))
    with pytest.raises(ClusterError, match="no scheduler answers"):
        done(forged, secured.address)

    plain = load_config(machine(tmp_path / "plain", ""))
    with pytest.raises(ClusterError, match="no scheduler answers"):
        done(plain, secured.address.replace("tls", "tcp"))


def test_a_worker_says_in_one_line_that_an_order_is_not_sealed_for_it(tmp_path: Path) -> None:
    stranger = machine(tmp_path / "other", token_file(tmp_path / "token", "a token of the cluster"))
    made = Services(machine(tmp_path, ""))
    try:
        made.start_scheduler()
        worker = made.start_worker()
        with pytest.raises(ClusterError, match="another token and takes no order"):
            done(load_config(stranger), made.address)
        worker.terminate()
        said = worker.wait(PATIENCE)
    finally:
        made.end()
    assert said.returncode == 0
    assert said.stderr.startswith("a worker has another token and takes no order; give the same")
    assert said.stderr.count("\n") == 1


def test_a_worker_with_papers_of_others_is_not_let_in(secured: Services, tmp_path: Path) -> None:
    forged = machine(tmp_path / "forged", issue(tmp_path / "forgery").lines())
    said = secured.start_worker(forged).wait(PATIENCE)
    assert said.returncode == 1
    assert "no scheduler answers" in said.stderr
    assert said.stderr.count("\n") == 1


def test_a_worker_of_another_piagam_gets_no_work(tmp_path: Path) -> None:
    config = machine(tmp_path, "")
    with services(config, workers=0) as made:
        old = made.start_worker(main="tests.cluster.older:piagam")
        with pytest.raises(ClusterError, match=r"piagam 0\.0\.9, rules .* but this is piagam"):
            done(load_config(config), made.address)
        assert old.poll() is None


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_worker_says_when_its_scheduler_is_gone(tmp_path: Path, number: int) -> None:
    config = machine(tmp_path, "")
    made = Services(config)
    scheduler, worker = made.start_scheduler(), made.start_worker()
    try:
        wait_until(lambda: "waits for orders" in worker.said(), worker)
        scheduler.send_signal(number)
        said = worker.wait(PATIENCE)
    finally:
        made.end()
    assert said.returncode == 1
    assert said.stderr.endswith("the scheduler is gone; start this worker anew when it is back\n")
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("scheduler", "--listen", "tcp://0.0.0.0:8786"), "without TLS only loopback"),
        (("worker", "tcp://10.0.0.7:8786"), "without TLS only loopback"),
        (("worker", "tls://10.0.0.7:8786"), "TLS needs ca, cert and key"),
        (("worker", "local:4"), "write tls://HOST:8786 or tcp://127.0.0.1:8786\n"),
        ((), "Missing command; see `piagam cluster --help`\n"),
    ],
)
def test_the_services_refuse_what_is_not_safe_or_makes_no_sense(
    tmp_path: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    made = Services(machine(tmp_path, ""))
    said = made.run(*arguments)
    assert said.returncode == (1 if arguments else 2)
    assert complaint in said.stderr
    assert said.stderr.count("\n") == 1


@pytest.mark.parametrize("written", ["abc", "9000", "9100:9000", "0:10", "1:70000", "1:2:3"])
def test_ports_that_are_no_range_are_told_before_anybody_is_asked(
    tmp_path: Path, written: str
) -> None:
    made = Services(machine(tmp_path, ""))
    said = made.run("worker", "tcp://127.0.0.1:1", "--ports", written)
    assert said.returncode == 2
    assert "is no range of ports; write for instance 9000:9099" in said.stderr


def test_a_port_that_is_taken_is_told_in_one_line(tmp_path: Path) -> None:
    made = Services(machine(tmp_path, ""))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"tcp://127.0.0.1:{taken.getsockname()[1]}"
        said = made.run("scheduler", "--listen", place)
    assert said.returncode == 1
    assert said.stderr == (
        f"piagam: {place}: cannot be listened at: the port is taken; choose another\n"
    )


def test_a_worker_that_finds_no_free_port_does_not_blame_the_scheduler(tmp_path: Path) -> None:
    made = Services(machine(tmp_path, ""))
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        said = made.run("worker", "tcp://127.0.0.1:1", "--ports", f"{port - 1}:{port}")
    assert said.returncode == 1
    assert said.stderr == (
        f"piagam: --ports {port - 1}:{port}: fewer than 2 of them are free, which each worker"
        " takes; give it a longer range\n"
    )


def test_signals_end_the_services_with_code_0(tmp_path: Path) -> None:
    made = Services(machine(tmp_path, ""))
    scheduler, worker = made.start_scheduler(), made.start_worker()
    try:
        assert done(load_config(made.config), made.address) == "b"
        worker.terminate()
        assert worker.wait(PATIENCE).returncode == 0
        scheduler.terminate()
        assert scheduler.wait(PATIENCE).returncode == 0
    finally:
        made.end()


def done(config: Config, where: str) -> object:
    """Something done by the cluster."""
    with open_cluster(config, where) as cluster:
        future: Future[str] = cluster.executor.submit(os.path.basename, "/a/b")
        wait_until(future.done)
        return future.result()
