"""Setting up a poll: how people weigh, what, and by which rule."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from quartierdesk.domain.consensus import USUAL_SCALES
from quartierdesk.domain.dots import recommended_dots
from quartierdesk.domain.identity import new_id
from quartierdesk.domain.poll import Poll, PollOption
from quartierdesk.domain.poll_rules import (
    MOST_TO_COMPARE,
    MOST_TO_RANK,
    USUAL_MOOD_STEPS,
    USUAL_STATUS_QUO,
    rule_sentence,
)
from quartierdesk.errors import UserError
from quartierdesk.gui.desk import Desk
from quartierdesk.gui.dialogs.dialog import Dialog
from quartierdesk.gui.poll_words import method_details, method_name, round_name
from quartierdesk.gui.widgets.cards import ChoiceCard
from quartierdesk.gui.widgets.key_button import KeyButton
from quartierdesk.gui.widgets.segments import Segments
from quartierdesk.services.poll_names import Candidate, Candidates

METHODS = ("dots", "mood", "consensus", "pairwise", "borda", "effort_benefit", "eisenhower")

_CLUSTERS, _CONTRIBUTIONS, _MEASURES, _OWN = "clusters", "contributions", "measures", "own"
_ROUNDS = ("plenary", "table", "start", "end")
_FEWEST = 2
_AROUND = (96, 160)
_MOST_USUAL = 2


class PollDialog(Dialog):
    """Asks for everything a poll needs; `done` gets the poll."""

    FORM = "weigh_poll"

    heading: QLabel
    area: QScrollArea
    inside: QWidget
    method_side: QWidget
    method_label: QLabel
    method_dots: ChoiceCard
    method_mood: ChoiceCard
    method_consensus: ChoiceCard
    method_pairwise: ChoiceCard
    method_borda: ChoiceCard
    method_effort_benefit: ChoiceCard
    method_eisenhower: ChoiceCard
    question_label: QLabel
    question: QLineEdit
    options_side: QWidget
    options_label: QLabel
    source: Segments
    options: QListWidget
    own_options: QPlainTextEdit
    status_quo: QCheckBox
    voters_label: QLabel
    voters: QSpinBox
    dots_label: QLabel
    dots: QSpinBox
    most_label: QLabel
    most: QSpinBox
    variant_label: QLabel
    variant: QComboBox
    round_label: QLabel
    round: QComboBox
    advice: QLabel
    refusal: QLabel
    cancel_button: KeyButton
    ok_button: KeyButton

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        candidates: Candidates,
        present: int | None,
        done: Callable[[Poll], None],
    ) -> None:
        super().__init__(desk, parent)
        self._candidates = candidates
        self._done = done
        self._before: Poll | None = None
        self._methods: dict[str, ChoiceCard] = {}
        self._chosen: dict[str, set[str]] = {}
        self._touched = self._most_touched = False
        self._gather_methods()
        self._methods["dots"].setChecked(True)
        self._fill(present)
        self._connect()
        self.retranslate()
        self._choose_method("dots")
        # What is said of the numbers has its two lines from the beginning: nothing moves later.
        self.advice.setMinimumHeight(2 * self.advice.fontMetrics().lineSpacing())
        self._take_room(parent.window().size())
        self.question.setFocus()

    def show_poll(self, poll: Poll) -> None:
        """Ask for another question or rule of a poll there is; method and options stay."""
        self._before = poll
        self._touched = self._most_touched = True
        self._methods[poll.method].setChecked(True)
        self.method_side.hide()
        self.options_side.hide()
        self._show_rule(poll.method)
        self.question.setText(poll.question)
        self.voters.setValue(poll.voters or 0)
        self.dots.setValue(poll.dots_per_person or 0)
        self.most.setValue(poll.max_per_option or 0)
        chosen = str(poll.scale_max or "") if poll.method == "consensus" else poll.variant
        self.variant.setCurrentIndex(max(0, self.variant.findData(chosen)))
        if self.round.findData(poll.round) < 0:
            self.round.addItem(poll.round, poll.round)
        self.round.setCurrentIndex(self.round.findData(poll.round))
        self.retranslate()
        self._advise()
        layout = self.inside.layout()
        assert layout is not None
        layout.activate()  # what is hidden needs no room any more
        self.resize(self.width(), self.inside.sizeHint().height() + _AROUND[1])

    def method(self) -> str:
        """Return the chosen method."""
        return next(code for code, card in self._methods.items() if card.isChecked())

    def retranslate(self) -> None:
        """Set the words that are not in the form."""
        if self._before is not None:
            title, button = self.tr("Change the poll"), self.tr("Save")
        else:
            title, button = self.tr("New poll"), self.tr("Start the poll")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.ok_button.setText(button)
        for code, card in self._methods.items():
            card.setText(method_name(code))
            card.set_details(method_details(code))

    def accept(self) -> None:
        """Hand the poll over, or say what is missing."""
        poll = self._poll()
        if poll is not None:
            super().accept()
            self._done(poll)

    def _gather_methods(self) -> None:
        group = QButtonGroup(self)
        for code in METHODS:
            card: ChoiceCard = getattr(self, f"method_{code}")
            group.addButton(card)
            self._methods[code] = card

    def _take_room(self, around: QSize) -> None:
        """Open as large as everything needs, as far as the window allows."""
        wanted = self.inside.sizeHint() + QSize(*_AROUND)
        self.resize(wanted.boundedTo(around - QSize(*_AROUND) / 2))

    def _fill(self, present: int | None) -> None:
        found = self._candidates
        self.source.set_choices(
            [
                (_CLUSTERS, self.tr("Themes"), ""),
                (_MEASURES, self.tr("Measures"), ""),
                (_CONTRIBUTIONS, self.tr("Contributions"), ""),
                (_OWN, self.tr("Own words"), ""),
            ]
        )
        self._chosen = {
            _CLUSTERS: {each.id for each in found.clusters},
            _MEASURES: {each.id for each in found.measures},
            _CONTRIBUTIONS: set(),
        }
        for earlier, later in itertools.pairwise(
            [self.question, *self.source.findChildren(QAbstractButton)]
        ):
            QWidget.setTabOrder(earlier, later)
        usual = _CLUSTERS if found.clusters else _OWN
        self.source.set_value(usual)
        self.voters.setValue(present or 0)
        for code in _ROUNDS:
            self.round.addItem(round_name(code), code)
        self.round.addItem("–", "")
        self._show_options(usual)

    def _connect(self) -> None:
        for code, card in self._methods.items():
            card.toggled.connect(lambda on, code=code: self._choose_method(code) if on else None)
        self.source.chosen.connect(self._show_options)
        self.options.itemChanged.connect(self._note_choice)
        self.own_options.textChanged.connect(self._advise)
        self.voters.valueChanged.connect(self._advise)
        self.dots.valueChanged.connect(self._touch)
        self.most.valueChanged.connect(self._touch_most)
        self.status_quo.toggled.connect(self._advise)
        self.ok_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)

    def _choose_method(self, code: str) -> None:
        self._methods[code].setChecked(True)
        self._show_rule(code)
        is_mood = code == "mood"
        if is_mood and not self.own_options.toPlainText().strip():
            self.own_options.setPlainText("\n".join(USUAL_MOOD_STEPS))
        elif not is_mood and self.own_options.toPlainText() == "\n".join(USUAL_MOOD_STEPS):
            self.own_options.setPlainText("")
        self.source.setVisible(not is_mood)
        self._show_options(_OWN if is_mood else self.source.value())
        self._advise()

    def _show_rule(self, code: str) -> None:
        """Show what of a rule the method has."""
        by_dots = code == "dots"
        for widget in (self.dots_label, self.dots, self.most_label, self.most):
            widget.setVisible(by_dots)
        variants = self._variants(code)
        self.variant.clear()
        for value, words in variants:
            self.variant.addItem(words, value)
        self.variant_label.setVisible(bool(variants))
        self.variant.setVisible(bool(variants))
        if code == "consensus":
            self.variant.setCurrentIndex(len(variants) - 1)
        self.status_quo.setVisible(code == "consensus")
        self.status_quo.setChecked(True)

    def _variants(self, code: str) -> list[tuple[str, str]]:
        match code:
            case "consensus":
                words = self.tr("0 to {number}")
                return [(str(n), words.format(number=n)) for n in USUAL_SCALES]
            case "pairwise":
                return [("graded", self.tr("2 : 1 : 0")), ("wins", self.tr("only wins count"))]
            case "borda":
                return [
                    ("classic", self.tr("all are ranked")),
                    ("modified", self.tr("as many as one likes")),
                ]
        return []

    def _show_options(self, source: str) -> None:
        own = source == _OWN
        self.options.setVisible(not own)
        self.own_options.setVisible(own)
        self.options_label.setBuddy(self.own_options if own else self.options)
        self.options.blockSignals(True)
        self.options.clear()
        for each in self._of(source):
            name = f"{each.label}  {each.name}" if source == _CONTRIBUTIONS else each.name
            item = QListWidgetItem(name, self.options)
            item.setData(Qt.ItemDataRole.UserRole, each.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = each.id in self._chosen[source]
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.options.blockSignals(False)
        self._advise()

    def _of(self, source: str) -> Sequence[Candidate]:
        found = self._candidates
        by_source = {
            _CLUSTERS: found.clusters,
            _MEASURES: found.measures,
            _CONTRIBUTIONS: found.contributions,
        }
        return by_source.get(source, ())

    def _note_choice(self, item: QListWidgetItem) -> None:
        chosen = self._chosen[self.source.value()]
        key = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() == Qt.CheckState.Checked:
            chosen.add(key)
        else:
            chosen.discard(key)
        self._advise()

    def _touch(self) -> None:
        self._touched = True
        if not self._most_touched:
            self._propose_most(self.dots.value())
        self._advise()

    def _touch_most(self) -> None:
        self._most_touched = True
        self._advise()

    def _propose_most(self, dots: int) -> None:
        """Set what is usual for so many dots; it is a proposal until somebody changes it."""
        self.most.blockSignals(True)
        self.most.setValue(min(_MOST_USUAL, dots))
        self.most.blockSignals(False)

    def _advise(self, *_: object) -> None:
        """Say how many dots are usual, or that there are too many options; propose the usual."""
        options = len(self._before.options) if self._before else len(self._made_options())
        voters, code = self.voters.value(), self.method()
        words = ""
        if code == "dots" and options > 1 and voters:
            usual = recommended_dots(options, voters)
            if not self._touched:
                self.dots.blockSignals(True)
                self.dots.setValue(usual.standard)
                self.dots.blockSignals(False)
                self._propose_most(usual.standard)
            words = self.tr(
                "{options} topics, {voters} voters: {standard} dots each are advisable"
                " (a third {third}, half {half}, at least {minimum} so that ranks differ)."
            ).format(
                options=options,
                voters=voters,
                standard=usual.standard,
                third=usual.third,
                half=usual.half,
                minimum=usual.minimum,
            )
        elif code == "pairwise" and options > MOST_TO_COMPARE:
            pairs = options * (options - 1) // 2
            words = self.tr("{options} topics are {pairs} pairs; up to 8 topics are usual.").format(
                options=options, pairs=pairs
            )
        elif code == "borda" and options > MOST_TO_RANK:
            words = self.tr("{options} topics are hard to rank; up to 10 are usual.").format(
                options=options
            )
        else:
            words = self.tr("%Ln option(s)", "", options)
        self.advice.setText(words)

    def _made_options(self) -> tuple[PollOption, ...]:
        if self.method() == "mood" or self.source.value() == _OWN:
            lines = [" ".join(line.split()) for line in self.own_options.toPlainText().split("\n")]
            made = [PollOption(new_id(), line) for line in lines if line]
        else:
            source = self.source.value()
            chosen = [each for each in self._of(source) if each.id in self._chosen[source]]
            made = [_reference(source, each.id) for each in chosen]
        if self.method() == "consensus" and self.status_quo.isChecked():
            made.append(PollOption(new_id(), USUAL_STATUS_QUO, is_status_quo=True))
        return tuple(replace(option, position=place) for place, option in enumerate(made))

    def _poll(self) -> Poll | None:
        """Return the poll as it is asked for, None where something is missing."""
        base = self._before or Poll(
            new_id(), self.method(), state="open", options=self._made_options()
        )
        if len(base.options) < _FEWEST:
            self.refuse(
                UserError(
                    self.tr("There is too little to choose from."),
                    self.tr("Please choose at least two options."),
                )
            )
            return None
        by_dots, chosen = base.method == "dots", self.variant.currentData() or ""
        poll = replace(
            base,
            question=" ".join(self.question.text().split()),
            round=self.round.currentData() or "",
            voters=self.voters.value() or None,
            dots_per_person=self.dots.value() or None if by_dots else base.dots_per_person,
            max_per_option=self.most.value() or None if by_dots else base.max_per_option,
            scale_max=int(chosen) if base.method == "consensus" else base.scale_max,
            variant=chosen if base.method in ("pairwise", "borda") else base.variant,
        )
        return replace(poll, rule_text=rule_sentence(poll))


def _reference(source: str, identity: str) -> PollOption:
    """Return an option that stands for a cluster, a contribution or a measure."""
    option = PollOption(new_id())
    if source == _CLUSTERS:
        return replace(option, cluster_id=identity)
    if source == _MEASURES:
        return replace(option, measure_id=identity)
    return replace(option, contribution_id=identity)
