"""The canned questions: all of them, and one with its form, its answer and its SQL."""

from dataclasses import dataclass
from urllib.parse import urlencode

from sqlite_utils import Database

from crawler.explore.canned import Field, Parameter, Question, load_questions
from crawler.explore.page import Column, Page, Row, Table, table_of
from crawler.explore.pages.answer_chart import answer_chart
from crawler.explore.visits import BadVisit, NothingThere, Visit

MOST = 500
Values = dict[str, str | int]
Options = tuple[tuple[str, str], ...]

_QUESTIONS = (
    Column(name="title", title="Question", link="/questions/{name}"),
    Column(name="about", title="What it answers"),
    Column(name="name", title="Name"),
    Column(name="sql", title="SQL"),
)


def questions(_db: Database, visit: Visit) -> Page:
    """`/questions`: every question."""
    rows = tuple(_told(question, visit.language) for question in load_questions().values())
    table = Table(name="questions", title="Questions", columns=_QUESTIONS, rows=rows)
    return Page(template="questions.html", title="Questions", tables=(table,))


def _told(question: Question, language: str) -> Row:
    return {
        "title": question.title[language],
        "about": question.about[language],
        "name": question.name,
        "sql": question.sql,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A field of the form, filled in."""

    parameter: Parameter
    value: str | int
    options: Options


def question(db: Database, visit: Visit) -> Page:
    """`/questions/<name>?…`: one question; what is not told takes its default."""
    known = load_questions().get(visit.path["name"])
    if known is None:
        raise NothingThere(f"there is no question {visit.path['name']!r}; /questions lists them")
    asked = _filled_in(db, visit, known.parameters)
    values: Values = {each.parameter.name: each.value for each in asked}
    rows = _answer(db, known, values)
    table = table_of(known.name, "Answer", known.columns, rows, MOST)
    return Page(
        template="question.html",
        title="Question",
        values={
            "told": _told(known, visit.language),
            "asked": asked,
            "fields": Field,
            "chart": answer_chart(known, table.rows, visit.language),
            "sql_query": urlencode({"sql": known.sql} | values),
            "permalink": urlencode(values),
        },
        tables=(table,),
    )


def _filled_in(db: Database, visit: Visit, parameters: tuple[Parameter, ...]) -> tuple[_Asked, ...]:
    asked: list[_Asked] = []
    for each in parameters:
        values = {earlier.parameter.name: earlier.value for earlier in asked}
        options = _options(db, each)
        value = _told_value(visit, each, options)
        if value is None:
            value = _default(db, each, options, values)
        asked.append(_Asked(parameter=each, value=value, options=options))
    return tuple(asked)


def _options(db: Database, parameter: Parameter) -> Options:
    if parameter.choices is None:
        return ()
    return tuple((value, name) for value, name in db.execute(parameter.choices))


def _told_value(visit: Visit, parameter: Parameter, options: Options) -> str | int | None:
    """None when the default is meant. BadVisit for what cannot be."""
    name = parameter.name
    if parameter.field is Field.YEAR:
        return visit.number(name, 1990, 2100)
    value = visit.text(name)
    if value is None:
        return "" if parameter.everything is not None and name in visit.query else None
    if parameter.field is Field.CHOICE and value not in dict(options):
        raise BadVisit(f"{name}: {value!r} is not known; choose one of the list")
    return value


def _default(db: Database, parameter: Parameter, options: Options, values: Values) -> str | int:
    if parameter.default_by is not None:
        (found,) = db.execute(parameter.default_by, values).fetchone()
        return "" if found is None else int(found)
    if parameter.field is Field.CHOICE and parameter.default not in ("", *dict(options)):
        return next((value for value, _ in options), "")
    return parameter.default


def _answer(db: Database, known: Question, values: Values) -> tuple[Row, ...]:
    """At most one row more than a page shows."""
    cursor = db.execute(known.sql, values)
    names = [column[0] for column in cursor.description]
    return tuple(dict(zip(names, row, strict=True)) for row in cursor.fetchmany(MOST + 1))
