"""XML as outlets send it: parsed without entities, network or trust."""

import re

from lxml import etree


class XmlError(Exception):
    """The bytes are no XML that can be read; says what they are instead."""


def parse_xml(body: bytes) -> tuple[etree._Element, bool]:
    """The root element, and whether the XML breaks off before its end.

    Small errors are forgiven. Of XML that breaks off only the whole entries are given: half an
    address would be a wrong one. Raises XmlError.
    """
    if not body.strip():
        raise XmlError("an empty answer instead of XML")
    if re.match(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", body, re.I | re.S):
        raise XmlError("an HTML page instead of XML")
    root = _parsed(body)
    if local_name(root) == "html":
        raise XmlError("an HTML page instead of XML")
    return (root, False) if _has_end(body, root) else (_parsed(_whole_entries(body, root)), True)


def _parsed(body: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise XmlError(f"broken XML ({error.msg})") from None
    if root is None:
        raise XmlError("no XML")
    return root


_ENTRIES = {"rss": "item", "rdf": "item", "feed": "entry", "urlset": "url"}


def _whole_entries(body: bytes, root: etree._Element) -> bytes:
    name = _ENTRIES.get(local_name(root), "sitemap").encode()
    ends = [each.end() for each in re.finditer(rb"</" + name + rb"\s*>", body, re.IGNORECASE)]
    first = re.search(rb"<" + name + rb"[\s>]", body, re.IGNORECASE)
    return body[: ends[-1]] if ends else body[: first.start()] if first else body


def _has_end(body: bytes, root: etree._Element) -> bool:
    if len(root) == 0 and body.rstrip().endswith(b"/>"):
        return True
    name = re.escape(local_name(root).encode())
    plain = body.replace(b"\0", b"")  # UTF-16
    return re.search(rb"</(?:[\w.-]+:)?" + name + rb"\s*>", plain, re.IGNORECASE) is not None


def local_name(element: etree._Element) -> str:
    """The element's name in lower case, without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The element's children of the given local names, in order."""
    return [child for child in element if local_name(child) in names]


def text_of(element: etree._Element, *names: str) -> str | None:
    """The text of the first child of one of `names` that has any, names tried in order."""
    for name in names:
        for child in children(element, name):
            text = "".join(str(piece) for piece in child.itertext()).strip()
            if text:
                return text
    return None
