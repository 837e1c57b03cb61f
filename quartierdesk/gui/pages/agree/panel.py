"""A measure in words, and where it comes from."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from quartierdesk.domain.catalogues import Catalogue
from quartierdesk.domain.effort import quadrant
from quartierdesk.domain.typed_values import euro_text
from quartierdesk.gui import places
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.marks import NO_KIND, KindSign
from quartierdesk.gui.pages.agree.trace_path import CardsRow, TracePath, TraceRow
from quartierdesk.gui.theme.sizes import TextRole
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.services.agreement import Agreement, MeasureLine, OriginTheme

translate = QCoreApplication.translate


class MeasurePanel(QFrame):
    """Shows one measure; `edit_wanted` when somebody presses the button."""

    edit_wanted = Signal()

    _desk: Desk

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "side")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QFrame(self._scroll)
        body.setProperty("surface", "base")
        self._scroll.setWidget(body)
        self._label = self._words(body, "small", "muted")
        self.heading = self._words(body, "lead")
        self._goal = self._words(body, "small")
        self._facts, self._more = _grid(), _grid()
        self._rule = QFrame(body)
        self._rule.setProperty("rule", True)
        self._origin = self._words(body, "strong")
        self.trace = TracePath(body)
        self.edit_button = KeyButton(self)
        self.edit_button.set_sign("pencil")
        self.edit_button.clicked.connect(self.edit_wanted)
        self._arrange(body)
        self.hide()

    def use(self, desk: Desk) -> None:
        """Lead to places on this desk; called once."""
        self._desk = desk
        self.fit()

    def show_line(self, shown: Agreement, line: MeasureLine | None) -> None:
        """Show a measure; nothing where there is none."""
        self.setVisible(line is not None)
        if line is None:
            return
        measure = line.measure
        self._label.setText(measure.label)
        self.heading.setText(measure.title)
        self._goal.setText(measure.goal or measure.description)
        self._goal.setVisible(bool(self._goal.text()))
        self._show_facts(self._facts, _facts(line))
        self._show_facts(self._more, _more_facts(shown, line))
        self._show_trace(shown, line)
        self.edit_button.setEnabled(self._desk.writable)
        self._desk.look.dress(self)

    def sizeHint(self) -> QSize:
        """Return that it would be as wide as it may."""
        return QSize(self.maximumWidth(), super().sizeHint().height())

    def fit(self, room: int = 0) -> None:
        """Take on the text size in force; it takes at most a third of the `room` there is.

        Where the measures need more than the rest, it gets narrower, so that the window need not
        grow.
        """
        sizes = self._desk.look.sizes
        widest = min(sizes.panel, max(room // 3, sizes.dialog // 2))
        self.setMinimumWidth(min(widest, sizes.dialog * 2 // 5))
        self.setMaximumWidth(widest)

    def retranslate(self) -> None:
        """Set the words that do not come from a measure."""
        self._origin.setText(self.tr("Where does it come from?"))
        self.edit_button.setText(self.tr("Edit"))
        self.edit_button.set_keys(self.tr("Enter"))

    def _arrange(self, body: QWidget) -> None:
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(4)
        for widget in (self._label, self.heading, self._goal):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(self._facts)
        column.addSpacing(12)
        column.addWidget(self._rule)
        column.addSpacing(12)
        column.addWidget(self._origin)
        column.addSpacing(4)
        column.addWidget(self.trace)
        column.addLayout(self._more)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 16)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        foot = QFrame(self)
        foot.setProperty("rule", True)
        outer.addWidget(foot)
        outer.addSpacing(12)
        row = QVBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.addWidget(self.edit_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addLayout(row)

    def _words(self, parent: QWidget, role: TextRole, tone: str = "") -> QLabel:
        label = QLabel(parent)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", role)
        if tone:
            label.setProperty("tone", tone)
        return label

    def _show_facts(self, grid: QGridLayout, facts: Iterator[tuple[str, str]]) -> None:
        while grid.count():
            item = grid.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for at, (title, words) in enumerate(facts):
            name = self._words(self, "small", "muted")
            name.setText(title)
            name.setWordWrap(False)
            value = self._words(self, "small")
            value.setText(words)
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, at, 1)

    def _show_trace(self, shown: Agreement, line: MeasureLine) -> None:
        look, desk = self._desk.look, self._desk
        self.trace.clear()
        if line.cards:
            cards = CardsRow(look, self.trace)
            signs = [kind_sign(shown.kinds, card.kind) for card in line.cards]
            cards.show_cards(line.cards, signs)
            cards.opened.connect(lambda key: desk.go(places.contribution(key)))
            self.trace.add(cards)
        for theme in line.themes:
            self._add_theme(shown, theme)
        row = TraceRow(look, "checklist", self.trace)
        decided = self.tr("Decided by: {0}").format(line.decision) if line.decision else line.status
        row.tell(line.measure.label, decided)
        self.trace.add(row, self.edit_wanted.emit)

    def _add_theme(self, shown: Agreement, theme: OriginTheme) -> None:
        look, desk = self._desk.look, self._desk
        field = shown.fields.find(theme.action_field)
        row = TraceRow(look, "stack-2", self.trace)
        words = self.tr("Theme, {0}").format(field.short) if field else self.tr("Theme")
        row.tell(theme.title, words)
        self.trace.add(row, _goes(desk, places.cluster(theme.id)))
        if theme.weight is not None:
            weight = theme.weight
            voted = TraceRow(look, "chart-bar", self.trace)
            dots = self.tr("%Ln dot(s)", "", weight.dots)
            rank = self.tr("rank {0}").format(weight.rank)
            share = ""
            if weight.share_percent is not None:
                number = QLocale().toString(float(weight.share_percent), "f", 1)
                share = self.tr("{0} % of the dots placed").format(number)
            tied = self.tr("shared rank") if weight.tied else ""
            voted.tell(f"{dots}, {rank}", " · ".join(part for part in (share, tied) if part))
            self.trace.add(voted, _goes(desk, places.poll(weight.poll_id)))


def _goes(desk: Desk, place: places.Place) -> Callable[[], None]:
    return lambda: desk.go(place)


def kind_sign(kinds: Catalogue, code: str) -> KindSign:
    """Return the sign of a kind of contributions."""
    entry = kinds.find(code)
    if entry is None:
        return NO_KIND
    return KindSign(code, entry.symbol or "", entry.letter or entry.short[:1])


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(1, 1)
    return grid


def _facts(line: MeasureLine) -> Iterator[tuple[str, str]]:
    """Yield what people ask first, with its name."""
    measure = line.measure
    cost = f"{euro_text(measure.cost_estimate)} €" if measure.cost_estimate is not None else ""
    yield from _known(
        (translate("MeasurePanel", "Who"), measure.responsible),
        (translate("MeasurePanel", "With whom"), measure.partners),
        (translate("MeasurePanel", "First step"), measure.first_step),
        (
            translate("MeasurePanel", "Cost"),
            " · ".join(p for p in (cost, measure.funding) if p),
        ),
        (translate("MeasurePanel", "Reason"), measure.reason),
    )


def _more_facts(shown: Agreement, line: MeasureLine) -> Iterator[tuple[str, str]]:
    """Yield what else is known of a measure."""
    measure = line.measure
    importance = shown.importances.find(measure.importance)
    term = shown.terms.find(measure.term)
    needed = translate("MeasurePanel", "(resolution needed)") if measure.requires_resolution else ""
    yield from _known(
        (translate("MeasurePanel", "Starting point"), measure.starting_point),
        (translate("MeasurePanel", "Coordination"), measure.coordinating_body),
        (translate("MeasurePanel", "By when"), line.due),
        (
            translate("MeasurePanel", "Decision"),
            " ".join(p for p in (line.decision, needed) if p),
        ),
        (translate("MeasurePanel", "Resolution"), measure.resolution_number),
        (translate("MeasurePanel", "State"), line.status),
        (
            translate("MeasurePanel", "Estimate"),
            _estimates(measure.effort, measure.benefit),
        ),
        (
            translate("MeasurePanel", "Importance"),
            importance.label if importance else "",
        ),
        (translate("MeasurePanel", "Term"), term.label if term else ""),
        (translate("MeasurePanel", "Success"), measure.indicator),
        (translate("MeasurePanel", "Risks"), measure.risks),
        (translate("MeasurePanel", "Later on"), measure.continuation),
    )


def _known(*facts: tuple[str, str]) -> Iterator[tuple[str, str]]:
    return (fact for fact in facts if fact[1])


def _estimates(effort: int | None, benefit: int | None) -> str:
    if effort is None or benefit is None:
        return ""
    words = translate("MeasurePanel", "effort {0}, benefit {1}: {2}")
    return words.format(effort, benefit, quadrant(effort, benefit).label)
