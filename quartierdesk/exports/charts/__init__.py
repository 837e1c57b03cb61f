"""Diagrams as drawings from basic shapes: the same on paper, on screen and as a picture."""

from quartierdesk.exports.charts.figures import draw_beside, draw_figure
from quartierdesk.exports.charts.pictures import to_png, to_svg

__all__ = ["draw_beside", "draw_figure", "to_png", "to_svg"]
