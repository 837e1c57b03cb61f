"""Lines, empty space, and a few facts side by side between two lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from quartierdesk.exports.inks import Role
from quartierdesk.exports.pdf.blocks.block import CLOSE, Block, Laid, Spacing
from quartierdesk.exports.pdf.canvas import Canvas, Paint
from quartierdesk.exports.setting.lines import Typesetter


@dataclass(frozen=True, slots=True)
class LaidRule:
    """A line, or empty space if it has no width."""

    height: float
    length: float
    thickness: float
    ink: str

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        return None

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        if not self.thickness:
            return
        middle = y + self.height / 2
        paint = Paint(stroke=self.ink, width=self.thickness)
        with canvas.artifact():
            canvas.line((x, middle), (x + self.length, middle), paint)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line as wide as there is room, or as `length` says, in points."""

    thickness: float = 0.5
    role: Role = "hair"
    spacing: Spacing = CLOSE
    length: float = float("inf")

    def lay(self, setter: Typesetter, width: float) -> Laid:
        length = min(width, self.length)
        return LaidRule(self.thickness, length, self.thickness, setter.inks.of(self.role))


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space of a fixed height in points."""

    height: float
    spacing: Spacing = CLOSE

    def lay(self, setter: Typesetter, width: float) -> Laid:
        return LaidRule(self.height, 0.0, 0.0, "")


@dataclass(frozen=True, slots=True)
class LaidStrip:
    """Blocks of equal width between a strong and a thin line."""

    columns: Sequence[Laid]
    width: float
    setter: Typesetter
    above: float
    below: float

    @property
    def height(self) -> float:
        return self.above + max(laid.height for laid in self.columns) + self.below

    @property
    def least(self) -> float:
        return self.height

    def split(self, room: float, force: bool) -> tuple[Laid, Laid] | None:
        return None

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        inks, step = self.setter.inks, self.width / len(self.columns)
        bottom = y + self.height
        hair = Paint(stroke=inks.hair, width=0.5)
        with canvas.artifact():
            canvas.line((x, y), (x + self.width, y), Paint(stroke=inks.petrol, width=1.2))
            for at in range(1, len(self.columns)):
                left = x + at * step
                canvas.line((left, y + 9), (left, bottom - 9), hair)
            canvas.line((x, bottom), (x + self.width, bottom), hair)
        for at, laid in enumerate(self.columns):
            laid.draw(canvas, x + at * step + (10 if at else 0), y + self.above)


@dataclass(frozen=True, slots=True)
class Strip:
    """Up to six blocks of equal width side by side, read one after the other."""

    columns: Sequence[Block]
    spacing: Spacing = CLOSE
    above: float = 10.0
    below: float = 10.0

    def lay(self, setter: Typesetter, width: float) -> Laid:
        room = width / len(self.columns) - 12
        laid = [column.lay(setter, room) for column in self.columns]
        return LaidStrip(laid, width, setter, self.above, self.below)
