"""What travels to a worker: enough to read by the same rules, and no secret."""

from pathlib import Path

from crawler.cluster.order import Told, clean_environment, facts_of, part_config
from crawler.config import load_config
from crawler.progress import Progress
from storage.records import RunStatus

SECRETS = ("rahasia", "ani@example.org", "tgram", "pbkdf2")


def test_the_facts_hold_the_rules_of_the_crawl_and_no_secret(tmp_path: Path) -> None:
    path = tmp_path / "piagam.toml"
    path.write_text(
        'contact = "redaksi@example.id"\n'
        "[crawl]\ndelay = 7.5\nbudget = 12\nhours = '22:00-05:00'\noutlets_folder = 'mine'\n"
        "[archive]\nkeep_days = 3\nfile_mb = 5\nfolder = 'elsewhere'\n"
        "[mail]\nto = ['ani@example.org']\npassword = 'rahasia'\n"
        "[watch]\nzone = 'Asia/Makassar'\n"
        "[[channel]]\nname = 'tim'\nurl = 'tgram://rahasia/1'\n"
        "[newsroom]\naddress = '127.0.0.1:8790'\ntoday = 2024-12-02\n"
    )
    (tmp_path / "mine").mkdir()
    config = load_config(path)
    facts = facts_of(config)
    assert not [each for each in SECRETS if each in facts]
    assert str(tmp_path) not in facts

    theirs = part_config(facts, tmp_path / "part")
    assert theirs.contact == config.contact
    assert theirs.crawl == config.crawl.model_copy(
        update={"outlets_folder": tmp_path / "part" / "outlets"}
    )
    assert (theirs.archive.keep_days, theirs.archive.file_mb) == (3, 5)
    assert theirs.archive.folder == tmp_path / "part" / "piagam.archive"
    assert theirs.store == tmp_path / "part" / "piagam.sqlite"
    assert (theirs.watch.zone, theirs.newsroom) == ("Asia/Makassar", config.newsroom)


def test_variables_of_the_workers_machine_do_not_stand_against_the_order() -> None:
    environment = {"PIAGAM_CRAWL__DELAY": "0", "piagam_store": "x", "SCRAPY_X": "1", "PATH": "/bin"}
    assert clean_environment(environment) == {"PATH": "/bin"}


def test_what_a_part_tells_comes_back_as_it_was() -> None:
    told = Told(
        progress=(
            Progress(outlet="a", requests=3, waiting=1, read=2),
            Progress(outlet="b", requests=3, waiting=0, read=2, status=RunStatus.FINISHED),
        ),
        unread={"c": "could not be started"},
    )
    assert Told.read(told.write()) == told
