"""XML as outlets send it: parsed without entities, network or trust."""

import re

from lxml import etree


class XmlError(Exception):
    """The bytes are no XML that can be read; says what they are instead."""


def parse_xml(body: bytes) -> etree._Element:
    """The root element; small errors in the XML are forgiven. Raises XmlError."""
    if not body.strip():
        raise XmlError("an empty answer instead of XML")
    if re.match(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", body, re.I | re.S):
        raise XmlError("an HTML page instead of XML")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(body.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        raise XmlError(f"broken XML ({error.msg})") from None
    if root is None:
        raise XmlError("no XML")
    if local_name(root) == "html":
        raise XmlError("an HTML page instead of XML")
    return root


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
