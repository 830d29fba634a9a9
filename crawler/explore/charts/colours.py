"""The colours of the charts, told apart by eyes that see no red or green, and letters on them."""

INK = "#1f2328"
FAINT_INK = "#57606a"
PAPER = "#ffffff"
GRID = "#d0d7de"
GREY = "#a3acb6"
"""Of lines without a name."""
UNKNOWN = "#e7e9ec"
"""Behind the hatching of what has no score."""

STRIPES = ("#f6f8fa", "#e9edf1")
"""Behind lines: two greys by turns."""

RAMP = ("#fdf2bd", "#bfdfae", "#63b7b5", "#2a74aa", "#173a6b")
"""From the lowest step to the highest: lighter is less, also in print without colours."""
_LIGHT, _DARK = RAMP[:3], (*RAMP[3:], "#0a1830")
"""Where there are more steps than that; between the two neither ink nor paper is read well."""

LINES = ("#0b5fa5", "#b5420a", "#1c7a4d", "#7a3f98", "#8a5a00", "#444c56")
"""Of the first lines of a chart; each differs in its marks and dashes, too."""

BAR = "#2a74aa"
MARKED = "#b5420a"
"""The bar of the body that a page is about."""


def step_colour(number: int, count: int) -> str:
    """Of the step `number` (0 is the lowest) of `count`; no two of them look the same."""
    if count <= 1:
        return RAMP[-2]
    at = min(number, count - 1)
    if count <= len(RAMP):
        return RAMP[round(at * (len(RAMP) - 1) / (count - 1))]
    light = (count + 1) // 2
    if at < light:
        return _between(_LIGHT, at / (light - 1))
    return _between(_DARK, (at - light) / (count - light - 1))


def _between(stops: tuple[str, ...], share: float) -> str:
    """The colour this far along the stops, 0 to 1."""
    place = share * (len(stops) - 1)
    at = min(int(place), len(stops) - 2)
    parts = zip(_parts(stops[at]), _parts(stops[at + 1]), strict=True)
    mixed = (round(one + (other - one) * (place - at)) for one, other in parts)
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def letters_on(colour: str) -> str:
    """Ink or paper, whichever is read better on this colour."""
    return max((INK, PAPER), key=lambda letters: contrast(letters, colour))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21; letters need 4.5."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
