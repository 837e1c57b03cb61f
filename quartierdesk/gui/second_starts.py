"""Between two starts: the second hands its file to the first, which listens for it."""

import getpass
import sys
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from quartierdesk.paths import config_folder

_PATIENCE = 1000
_BETWEEN = 50
"""Milliseconds for one attempt to reach the first start, and between two of them."""


class SecondStarts(QObject):
    """Listens for second starts; `called` carries the file they were given ("" for none)."""

    called = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def listen(self) -> bool:
        """Begin to listen; False where the system does not let us (the program runs all the same).

        Call it only after `hand_over` found nobody: what lies there from a crash is removed.
        """
        name = _name()
        if self._server.listen(name):
            return True
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.disconnected.connect(lambda: self._take(socket))

    def _take(self, socket: QLocalSocket) -> None:
        words = bytes(socket.readAll().data()).decode("utf-8", "replace")
        socket.deleteLater()
        self.called.emit(words)


def hand_over(file: Path | None, patience: int = 0) -> bool:
    """Give `file` to the window that is open already; False when there is none.

    A window that is just being opened does not listen yet: `patience` are the milliseconds for it.
    """
    end = QDeadlineTimer(patience)
    socket = QLocalSocket()
    socket.connectToServer(_name())
    while not socket.waitForConnected(_PATIENCE):
        if end.hasExpired():
            return False
        QThread.msleep(_BETWEEN)
        socket.connectToServer(_name())
    _let_it_come_forward()
    socket.write(str(file.absolute() if file else "").encode("utf-8"))
    socket.waitForBytesWritten(_PATIENCE)
    socket.disconnectFromServer()
    if socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_PATIENCE)
    return True


def _let_it_come_forward() -> None:
    """Pass on the right to be in front: Windows gives it to what was just started, and only that.

    Without it the open window would merely blink in the task bar.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # any program may


def _name() -> str:
    """Return the name of the socket: one for each person and settings folder."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = ""
    whole = QCryptographicHash.hash(
        f"{user}\n{config_folder()}".encode(), QCryptographicHash.Algorithm.Sha256
    )
    mark = bytes(whole.toHex().data()).decode("ascii")[:16]
    return f"quartierdesk-{mark}"
