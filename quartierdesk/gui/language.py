"""The language of the window: our translations, those of Qt, and how dates read."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from quartierdesk.paths import resources
from quartierdesk.settings import Language


class Languages(QObject):
    """Installs translators; changing the language retranslates what is open.

    The words in the source are English; `en` needs only the plural forms.
    """

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Speak this language from now on."""
        while self._installed:
            self._application.removeTranslator(self._installed.pop())
        locale = QLocale(QLocale.Language.German, QLocale.Country.Germany)
        if language == "en":
            locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        QLocale.setDefault(locale)
        for file in sorted((resources() / "i18n" / language).glob("*.qm")):
            self._install(str(file))
        shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language != "en":
            self._install(f"{shipped}/qtbase_{language}.qm")

    def _install(self, file: str) -> None:
        translator = QTranslator(self)
        if translator.load(file):
            self._application.installTranslator(translator)
            self._installed.append(translator)
