<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BinDialog</name>
    <message>
        <source>no date yet</source>
        <translation>noch ohne Tag</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Workshops in the bin</source>
        <translation>Werkstätten im Papierkorb</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Take out of the bin</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CommandSearch</name>
    <message>
        <source>Search and commands</source>
        <translation>Suchen und Befehle</translation>
    </message>
    <message>
        <source>Command or words of a contribution</source>
        <translation>Befehl oder Wörter eines Beitrags</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Mistake of the program</source>
        <translation>Fehler des Programms</translation>
    </message>
    <message>
        <source>Your data are saved.</source>
        <translation>Ihre Daten sind gespeichert.</translation>
    </message>
    <message>
        <source>The program has made a mistake. Everything that was confirmed is on the disk; you can go on working. Please report the mistake with the lines below. They name places in the program and nothing that anybody said.</source>
        <translation>Das Programm hat einen Fehler gemacht. Alles, was bestätigt war, steht auf dem Datenträger; Sie können weiterarbeiten. Bitte melden Sie den Fehler mit den Zeilen darunter. Sie nennen Stellen im Programm und nichts, was jemand gesagt hat.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Choose from the calendar</source>
        <translation>Aus dem Kalender wählen</translation>
    </message>
</context>
<context>
    <name>EditingDialog</name>
    <message>
        <source>Discard what you have changed?</source>
        <translation>Möchten Sie Ihre Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Workshops (*.quartier)</source>
        <translation>Werkstätten (*.quartier)</translation>
    </message>
    <message>
        <source>Save a copy as</source>
        <translation>Kopie speichern unter</translation>
    </message>
    <message>
        <source>{} – copy</source>
        <translation>{} – Kopie</translation>
    </message>
    <message>
        <source>The copy is being written …</source>
        <translation>Die Kopie wird geschrieben …</translation>
    </message>
    <message>
        <source>Copy saved: {}</source>
        <translation>Kopie gespeichert: {}</translation>
    </message>
    <message>
        <source>The file is being made …</source>
        <translation>Die Datei wird angelegt …</translation>
    </message>
    <message>
        <source>“{}” is being opened …</source>
        <translation>„{}“ wird geöffnet …</translation>
    </message>
    <message>
        <source>You can open the file for reading only.</source>
        <translation>Sie können die Datei nur zum Lesen öffnen.</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>The newest good backup is “{}”. The damaged file is kept beside it.</source>
        <translation>Die neueste unversehrte Sicherung ist „{}“. Die beschädigte Datei bleibt daneben liegen.</translation>
    </message>
    <message>
        <source>The backup is being restored …</source>
        <translation>Die Sicherung wird zurückgeholt …</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Sicherung zurückholen</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>Search and commands</source>
        <translation>Suchen und Befehle</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no workshop in this file yet</source>
        <translation>In dieser Datei gibt es noch keine Werkstatt</translation>
    </message>
    <message>
        <source>Create the first one; it takes three answers.</source>
        <translation>Legen Sie die erste an; dazu genügen drei Antworten.</translation>
    </message>
    <message>
        <source>Create workshop</source>
        <translation>Werkstatt anlegen</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>MoveWorkshopDialog</name>
    <message>
        <source>Move workshop</source>
        <translation>Werkstatt verschieben</translation>
    </message>
    <message>
        <source>To which quarter does this workshop belong?</source>
        <translation>Zu welchem Quartier gehört diese Werkstatt?</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <source>A new quarter is made with a new workshop.</source>
        <translation>Ein neues Quartier entsteht mit einer neuen Werkstatt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>NewWorkshopDialog</name>
    <message>
        <source>Use this workshop as a template</source>
        <translation>Diese Werkstatt als Vorlage nehmen</translation>
    </message>
    <message>
        <source>Agenda, tables, methods, rules, place and facilitation are taken over; people and everything they said stay behind.</source>
        <translation>Übernommen werden Ablauf, Tische, Methoden, Regeln, Ort und Moderation; Menschen und alles, was sie gesagt haben, bleiben zurück.</translation>
    </message>
    <message>
        <source>New workshop</source>
        <translation>Neue Werkstatt</translation>
    </message>
    <message>
        <source>You can change each answer later.</source>
        <translation>Ändern können Sie jede Antwort später.</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Village, district or quarter</source>
        <translation>Dorf, Ortsteil oder Quartier</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The day is not fixed yet</source>
        <translation>Der Tag steht noch nicht fest</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create workshop</source>
        <translation>Werkstatt anlegen</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>no date yet</source>
        <translation>noch ohne Tag</translation>
    </message>
    <message>
        <source>protocol released</source>
        <translation>Protokoll freigegeben</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>PassphrasePrompt</name>
    <message>
        <source>“{}” is protected with a passphrase.</source>
        <translation>„{}“ ist mit einem Kennwort geschützt.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Zeigen, was ich tippe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Projector</name>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
    <message>
        <source>QuartierDesk – projector</source>
        <translation>QuartierDesk – Beamer</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Leitfrage</translation>
    </message>
    <message>
        <source>minutes left</source>
        <translation>Minuten noch</translation>
    </message>
    <message>
        <source>contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>The projector is gone; its window is closed.</source>
        <translation>Der Beamer ist nicht mehr angeschlossen; sein Fenster ist geschlossen.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Find workshop</source>
        <translation>Werkstatt suchen</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Werkstätten</translation>
    </message>
    <message>
        <source>Show the rail with words</source>
        <translation>Seitenleiste mit Wörtern zeigen</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>No file open</source>
        <translation>Keine Datei offen</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Folder for the file</source>
        <translation>Ordner für die Datei</translation>
    </message>
    <message>
        <source>The file: {}</source>
        <translation>Die Datei: {}</translation>
    </message>
    <message>
        <source>Workshops</source>
        <translation>Werkstätten</translation>
    </message>
    <message>
        <source>Three questions, and off you go.</source>
        <translation>Drei Fragen, dann kann es losgehen.</translation>
    </message>
    <message>
        <source>Everything stays on this laptop. You can change each answer later.</source>
        <translation>Alles bleibt auf diesem Laptop. Ändern können Sie jede Antwort später.</translation>
    </message>
    <message>
        <source>Where does the workshop take place?</source>
        <translation>Wo findet die Werkstatt statt?</translation>
    </message>
    <message>
        <source>Village, district or quarter</source>
        <translation>Dorf, Ortsteil oder Quartier</translation>
    </message>
    <message>
        <source>What is it called, and when is it?</source>
        <translation>Wie heißt sie, und wann ist sie?</translation>
    </message>
    <message>
        <source>Day of the workshop</source>
        <translation>Tag der Werkstatt</translation>
    </message>
    <message>
        <source>Which course of the evening fits?</source>
        <translation>Welcher Ablauf passt?</translation>
    </message>
    <message>
        <source>Quarter workshop</source>
        <translation>Quartierswerkstatt</translation>
    </message>
    <message>
        <source>3½ hours
20 to 80 people</source>
        <translation>3½ Stunden
20 bis 80 Personen</translation>
    </message>
    <message>
        <source>Village talk</source>
        <translation>Dorfgespräch</translation>
    </message>
    <message>
        <source>2 hours
up to 40 people</source>
        <translation>2 Stunden
bis 40 Personen</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>Put the agenda
together yourself</source>
        <translation>Ablauf selbst
zusammenstellen</translation>
    </message>
    <message>
        <source>Create workshop</source>
        <translation>Werkstatt anlegen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Other folder …</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Rather have a look first?</source>
        <translation>Lieber erst ansehen?</translation>
    </message>
    <message>
        <source>The sample workshop holds 60 contributions, 12 topics and 8 measures.</source>
        <translation>Die Beispielwerkstatt enthält 60 Beiträge, 12 Themen und 8 Maßnahmen.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Do you have a file already?</source>
        <translation>Schon eine Datei?</translation>
    </message>
    <message>
        <source>Files with workshops end in .quartier.</source>
        <translation>Dateien mit Werkstätten enden auf „.quartier“.</translation>
    </message>
    <message>
        <source>Open file …</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>All changes saved {}</source>
        <translation>Alle Änderungen gespeichert {}</translation>
    </message>
    <message>
        <source>Without internet, without account</source>
        <translation>Ohne Internet, ohne Konto</translation>
    </message>
    <message>
        <source>Read only: opened by {}</source>
        <translation>Nur lesen: geöffnet von {}</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Undo: {}  Ctrl+Z</source>
        <translation>Rückgängig: {}  Strg+Z</translation>
    </message>
    <message>
        <source>Help F1</source>
        <translation>Hilfe F1</translation>
    </message>
</context>
<context>
    <name>StatusDialog</name>
    <message>
        <source>State of the measure</source>
        <translation>Stand der Maßnahme</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Reason (needed where it is put off or declined)</source>
        <translation>Begründung (nötig, wenn zurückgestellt oder abgelehnt)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Weigh</source>
        <translation>Gewichten</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Vereinbaren</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Ctrl+1 … 6</source>
        <translation>Strg+1 … 6</translation>
    </message>
</context>
<context>
    <name>StepButton</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Press Ctrl+K and type what you want to do.</source>
        <translation>Drücken Sie Strg+K und tippen Sie, was Sie tun möchten.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Go to: {}</source>
        <translation>Gehe zu: {}</translation>
    </message>
    <message>
        <source>Undo: {}</source>
        <translation>Rückgängig: {}</translation>
    </message>
    <message>
        <source>Redo: {}</source>
        <translation>Wiederherstellen: {}</translation>
    </message>
    <message>
        <source>New file …</source>
        <translation>Neue Datei …</translation>
    </message>
    <message>
        <source>Open file …</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Save a copy as …</source>
        <translation>Kopie speichern unter …</translation>
    </message>
    <message>
        <source>Close file</source>
        <translation>Datei schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suchen und Befehle</translation>
    </message>
    <message>
        <source>Show or hide the words of the rail</source>
        <translation>Wörter der Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Projector on or off</source>
        <translation>Beamer ein oder aus</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>New workshop …</source>
        <translation>Neue Werkstatt …</translation>
    </message>
    <message>
        <source>Use workshop as a template …</source>
        <translation>Werkstatt als Vorlage nehmen …</translation>
    </message>
    <message>
        <source>Move workshop to another quarter …</source>
        <translation>Werkstatt in ein anderes Quartier verschieben …</translation>
    </message>
    <message>
        <source>Put workshop into the bin …</source>
        <translation>Werkstatt in den Papierkorb legen …</translation>
    </message>
    <message>
        <source>Bin …</source>
        <translation>Papierkorb …</translation>
    </message>
</context>
<context>
    <name>WorkshopActions</name>
    <message>
        <source>Put this workshop with everything in it into the bin?</source>
        <translation>Diese Werkstatt mit allem, was darin ist, in den Papierkorb legen?</translation>
    </message>
    <message>
        <source>You can take it out again under “Bin …”, or undo this step.</source>
        <translation>Unter „Papierkorb …“ holen Sie sie zurück; auch Rückgängig geht.</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
</context>
</TS>
