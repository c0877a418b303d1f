"""Charts and signs, drawn as vectors; told apart by shape and print, not by colour alone."""

from __future__ import annotations

from math import cos, pi, sin

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from certready.reports.blocks import Bar, Sign
from certready.reports.pdf_sheet import (
    ACCENT,
    AMBER,
    HAIR,
    INK,
    PALE,
    PAPER_WHITE,
    QUIET,
    RUST,
    SLATE,
    TEAL,
    TINT,
    box,
    write,
)
from certready.reports.pdf_type import Style, Weight

LEVEL_COLOURS = ("#8C2D04", "#D9772B", "#F3C98B", "#86B6D6", "#1F6496", "#FFFFFF", "#E3E7EC")
"""Worst to best, then unanswered (white, framed) and not applicable."""
DARK = (0, 1, 4)  # colours that carry white print

SIGN_COLOURS = {
    Sign.READY: TEAL,
    Sign.NEARLY: AMBER,
    Sign.DEVELOPING: AMBER,
    Sign.NOT_READY: RUST,
    Sign.UNDETERMINED: SLATE,
    Sign.CRITICAL: RUST,
    Sign.MAJOR: AMBER,
    Sign.MINOR: SLATE,
}


def sign(canvas: Canvas, mark: Sign, x: float, y: float, size: float) -> None:
    """A sign centred on x, y, as wide as size."""
    radius = size / 2
    canvas.saveState()
    canvas.setFillColor(HexColor(SIGN_COLOURS[mark]))
    canvas.setStrokeColor(HexColor(SIGN_COLOURS[mark]))
    canvas.setLineWidth(size * 0.1)
    match mark:
        case Sign.READY:
            canvas.circle(x, y, radius, stroke=0, fill=1)
            _stroke(canvas, x, y, radius, ((-0.45, -0.02), (-0.12, -0.38), (0.48, 0.36)))
        case Sign.NEARLY:
            _part_filled(canvas, x, y, radius, 270)
        case Sign.DEVELOPING:
            _part_filled(canvas, x, y, radius, 180)
        case Sign.NOT_READY:
            canvas.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, stroke=0, fill=1)
            _stroke(canvas, x, y, radius, ((-0.42, -0.42), (0.42, 0.42)))
            _stroke(canvas, x, y, radius, ((-0.42, 0.42), (0.42, -0.42)))
        case Sign.UNDETERMINED:
            canvas.circle(x, y, radius * 0.93, stroke=1, fill=0)
            style = Style(size * 0.66, size, Weight.STRONG, SLATE)
            write(canvas, x - style.width("?") / 2, y - size * 0.235, "?", style)
        case Sign.CRITICAL:
            _polygon(canvas, x, y, radius, 8, turn=pi / 8)
            _stroke(canvas, x, y, radius, ((0, 0.55), (0, -0.12)))
            canvas.setFillColor(HexColor(PAPER_WHITE))
            canvas.circle(x, y - radius * 0.48, radius * 0.14, stroke=0, fill=1)
        case Sign.MAJOR:
            _polygon(canvas, x, y - radius * 0.12, radius, 3, turn=pi / 2)
        case Sign.MINOR:
            canvas.circle(x, y, radius * 0.62, stroke=1, fill=0)
    canvas.restoreState()


def _stroke(canvas: Canvas, x: float, y: float, radius: float, points: tuple[tuple[float, float], ...]) -> None:
    canvas.setStrokeColor(HexColor(PAPER_WHITE))
    canvas.setLineWidth(radius * 0.26)
    canvas.setLineCap(1)
    path = canvas.beginPath()
    first, *rest = [(x + dx * radius, y + dy * radius) for dx, dy in points]
    path.moveTo(*first)
    for point in rest:
        path.lineTo(*point)
    canvas.drawPath(path, stroke=1, fill=0)


def _part_filled(canvas: Canvas, x: float, y: float, radius: float, degrees: int) -> None:
    inner = radius * 0.93
    canvas.circle(x, y, inner, stroke=1, fill=0)
    canvas.wedge(x - inner, y - inner, x + inner, y + inner, 90 - degrees, degrees, stroke=0, fill=1)


def _polygon(canvas: Canvas, x: float, y: float, radius: float, corners: int, *, turn: float) -> None:  # noqa: PLR0913 - a place on paper takes four figures
    path = canvas.beginPath()
    for corner in range(corners):
        angle = turn + 2 * pi * corner / corners
        point = (x + radius * cos(angle), y + radius * sin(angle))
        if corner:
            path.lineTo(*point)
        else:
            path.moveTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def bar(canvas: Canvas, one: Bar, x: float, y: float, width: float, thick: float, line: float | None) -> None:  # noqa: PLR0913, PLR0917 - a place on paper takes four figures
    """A bar centred on y: full to the low end, pale to the high end with a whisker; a dashed line where it matters."""
    scale = width / 100
    box(canvas, x, y - thick / 2, width, thick, TINT)
    if one.high > one.low:
        box(canvas, x + one.low * scale, y - thick / 2, (one.high - one.low) * scale, thick, PALE)
    if one.low > 0:
        box(canvas, x, y - thick / 2, one.low * scale, thick, ACCENT)
    if one.high > one.low:
        whisker(canvas, x + one.low * scale, x + one.high * scale, y, thick)
    if line is not None:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(QUIET))
        canvas.setLineWidth(0.7)
        canvas.setDash(2, 1.6)
        canvas.line(x + line * scale, y - thick / 2 - 2.4, x + line * scale, y + thick / 2 + 2.4)
        canvas.restoreState()


def whisker(canvas: Canvas, left: float, right: float, y: float, thick: float) -> None:
    """A line with a cap at both ends, as high as the bar it crosses."""
    canvas.setStrokeColor(HexColor(INK))
    canvas.setLineWidth(0.8)
    canvas.line(left, y, right, y)
    cap = thick * 0.32
    canvas.line(right, y - cap, right, y + cap)
    canvas.line(left, y - cap, left, y + cap)


def shares(canvas: Canvas, counts: tuple[int, ...], x: float, y: float, width: float, thick: float) -> None:  # noqa: PLR0913, PLR0917 - a place on paper takes four figures
    """A row cut into its levels, each with its count where there is room; centred on y."""
    whole = sum(counts)
    if not whole:
        return
    left = x
    for at, count in enumerate(counts):
        if not count:
            continue
        part = width * count / whole
        swatch(canvas, at, left, y - thick / 2, part, thick)
        style = Style(6.6, 8.0, Weight.STRONG, PAPER_WHITE if at in DARK else INK)
        text = str(count)
        if style.width(text) + 3 < part:
            write(canvas, left + (part - style.width(text)) / 2, y - 2.3, text, style)
        left += part


def swatch(canvas: Canvas, level: int, x: float, y: float, width: float, height: float) -> None:  # noqa: PLR0913, PLR0917 - a place on paper takes four figures
    """A patch in the colour of a level of the legend."""
    canvas.setStrokeColor(HexColor(HAIR))
    canvas.setLineWidth(0.5)
    canvas.setFillColor(HexColor(LEVEL_COLOURS[level % len(LEVEL_COLOURS)]))
    canvas.rect(x, y, width, height, stroke=1, fill=1)
