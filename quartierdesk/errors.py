"""The two kinds of error: what a person can mend, and what is our own mistake."""


class UserError(Exception):
    """Something a person can mend.

    `sentence` is one plain German sentence that says what happened, `hint` says what to do now
    (it may be empty). Anything that is not a `UserError` is a bug of the program.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.sentence} {self.hint}".strip()
