<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Arriving</name>
    <message>
        <source>What should be done with the package “{}”?</source>
        <translation>Was soll mit dem Paket „{}“ geschehen?</translation>
    </message>
    <message>
        <source>It can be merged into a file, or this laptop can start with it at a table.</source>
        <translation>Es lässt sich in eine Datei einlesen, oder dieser Laptop beginnt damit an einem Tisch.</translation>
    </message>
    <message>
        <source>Merge into “{}”</source>
        <translation>In „{}“ einlesen</translation>
    </message>
    <message>
        <source>Start with it here</source>
        <translation>Hier damit beginnen</translation>
    </message>
    <message>
        <source>The package is being opened …</source>
        <translation>Das Paket wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>There is no second place for backups, such as a stick.</source>
        <translation>Einen zweiten Ort für Sicherungen, etwa einen USB-Stick, gibt es noch nicht.</translation>
    </message>
    <message>
        <source>Second place: {}</source>
        <translation>Zweiter Ort: {}</translation>
    </message>
    <message>
        <source>It holds the same as now.</source>
        <translation>Darin steht dasselbe wie jetzt.</translation>
    </message>
    <message>
        <source>{}: {} now, {} then; {} would be lost, {} would come back, {} differ</source>
        <translation>{}: jetzt {}, damals {}; {} gingen verloren, {} kämen zurück, {} lauten anders</translation>
    </message>
    <message>
        <source>The backup is being made …</source>
        <translation>Die Sicherung wird erstellt …</translation>
    </message>
    <message>
        <source>Backup made: {}</source>
        <translation>Gesichert: {}</translation>
    </message>
    <message>
        <source>Go back to the backup of {}?</source>
        <translation>Möchten Sie zur Sicherung vom {} zurückgehen?</translation>
    </message>
    <message>
        <source>The present state is backed up before.</source>
        <translation>Der jetzige Stand wird vorher gesichert.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückgehen</translation>
    </message>
    <message>
        <source>The backup is being restored …</source>
        <translation>Die Sicherung wird zurückgeholt …</translation>
    </message>
    <message>
        <source>Restored. The state before is kept: {}</source>
        <translation>Zurückgeholt. Der Stand davor ist aufgehoben: {}</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Zweiter Ort für Sicherungen</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Every backup is a whole file. Going back keeps the present state as a backup too.</source>
        <translation>Jede Sicherung ist eine ganze Datei. Beim Zurückgehen bleibt auch der jetzige Stand als Sicherung erhalten.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Second place …</source>
        <translation>Zweiter Ort …</translation>
    </message>
    <message>
        <source>Go back to this …</source>
        <translation>Zu dieser zurückgehen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
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
        <source>Take back out</source>
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
    <name>ConflictsDialog</name>
    <message>
        <source>Nothing to decide: no entry was changed twice.</source>
        <translation>Nichts ist offen: Keine Angabe wurde auf zwei Laptops verschieden geändert.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Keep this (as shown now)</source>
        <translation>Dabei bleiben (gilt jetzt)</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Das soll gelten</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Changed twice</source>
        <translation>Zweimal geändert</translation>
    </message>
    <message>
        <source>Two laptops changed the same entry without knowing of each other. Choose which one applies; nothing is lost, both stay in the history.</source>
        <translation>Zwei Laptops haben dieselbe Angabe geändert, ohne voneinander zu wissen. Wählen Sie, was gilt; verloren geht nichts, beides steht im Verlauf.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Program error</source>
        <translation>Fehler des Programms</translation>
    </message>
    <message>
        <source>Your data are saved.</source>
        <translation>Ihre Daten sind gespeichert.</translation>
    </message>
    <message>
        <source>Something went wrong in the program. Everything that was confirmed is on the disk; you can go on working. Please report the error with the lines below. They name places in the program and nothing that anybody said.</source>
        <translation>Das Programm hat einen Fehler gemacht. Alles, was bestätigt war, steht auf dem Datenträger; Sie können weiterarbeiten. Bitte melden Sie den Fehler mit den Zeilen darunter. Diese nennen nur Stellen im Programm und nichts, was jemand gesagt hat.</translation>
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
        <source>Continue</source>
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
    <name>ErasePersonDialog</name>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Nobody is on the attendance list of this workshop.</source>
        <translation>Auf der Teilnehmerliste dieser Werkstatt steht niemand.</translation>
    </message>
    <message>
        <source>Erase {} for good?</source>
        <translation>Möchten Sie {} endgültig löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone, and no backup brings it back.</source>
        <translation>Das lässt sich nicht rückgängig machen, und keine Sicherung bringt es zurück.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>The person is being erased …</source>
        <translation>Die Angaben werden gelöscht …</translation>
    </message>
    <message>
        <source>Erased: entries {}, earlier wordings {}, released minutes {}.</source>
        <translation>Gelöscht: Einträge {}, frühere Fassungen {}, freigegebene Protokolle {}.</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Person löschen</translation>
    </message>
    <message>
        <source>Consents and every earlier wording with the name are erased too, also in the backups at hand. This cannot be undone.</source>
        <translation>Auch Einwilligungen und jede frühere Fassung mit dem Namen werden gelöscht, ebenso in den erreichbaren Sicherungen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Reason, for the record of erasures</source>
        <translation>Grund, für das Löschprotokoll</translation>
    </message>
    <message>
        <source>Texts that name the person</source>
        <translation>Texte, in denen die Person genannt ist</translation>
    </message>
    <message>
        <source>New wording</source>
        <translation>Neue Fassung</translation>
    </message>
    <message>
        <source>Save wording for good</source>
        <translation>Fassung endgültig speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Erase …</source>
        <translation>Löschen …</translation>
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
        <translation>Die neueste brauchbare Sicherung ist „{}“. Die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>The backup is being restored …</source>
        <translation>Die Sicherung wird zurückgeholt …</translation>
    </message>
    <message>
        <source>Restore the backup</source>
        <translation>Sicherung zurückholen</translation>
    </message>
    <message>
        <source>Workshops and packages (*.quartier *.qdpaket)</source>
        <translation>Werkstätten und Pakete (*.quartier *.qdpaket)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>No files can be made in “{}”.</source>
        <translation>In „{}“ können keine Dateien angelegt werden.</translation>
    </message>
    <message>
        <source>Please choose another folder.</source>
        <translation>Bitte wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: {}</source>
        <translation>Wählen: {}</translation>
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
    <name>Help</name>
    <message>
        <source>No program for PDF was found. It lies here: {}</source>
        <translation>Es ist kein Programm für PDF eingerichtet. Die Datei liegt hier: {}</translation>
    </message>
    <message>
        <source>Print the quick card</source>
        <translation>Kurzkarte drucken</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Hilfetext</translation>
    </message>
    <message>
        <source>Open the handbook as PDF</source>
        <translation>Handbuch als PDF öffnen</translation>
    </message>
    <message>
        <source>Print the quick card …</source>
        <translation>Kurzkarte drucken …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import: {}</source>
        <translation>Übernehmen: {}</translation>
    </message>
    <message>
        <source>Say what each column contains. Nothing is saved until you import it.</source>
        <translation>Geben Sie an, was in welcher Spalte steht. Gespeichert wird erst, wenn Sie übernehmen.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>The table is being read …</source>
        <translation>Die Tabelle wird gelesen …</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>Column {} is</source>
        <translation>Spalte {} ist</translation>
    </message>
    <message>
        <source>not imported</source>
        <translation>nicht übernehmen</translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation>Was käme</translation>
    </message>
    <message>
        <source>said before</source>
        <translation>schon gesagt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) would be imported</source>
        <translation>
            <numerusform>Ein Beitrag käme</numerusform>
            <numerusform>%Ln Beiträge kämen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more row(s)</source>
        <translation>
            <numerusform>und 1 weitere Zeile</numerusform>
            <numerusform>und %Ln weitere Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be imported</source>
        <translation>
            <numerusform>Eine Zeile kann nicht übernommen werden</numerusform>
            <numerusform>%Ln Zeilen können nicht übernommen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>The table is being imported …</source>
        <translation>Die Tabelle wird übernommen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) imported</source>
        <translation>
            <numerusform>Ein Beitrag ist übernommen.</numerusform>
            <numerusform>%Ln Beiträge sind übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Tabelle übernehmen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Leave rows with errors out</source>
        <translation>Zeilen mit Fehlern auslassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Continue without a backup</source>
        <translation>Ohne Sicherung weiter</translation>
    </message>
    <message>
        <source>The backup is being made …</source>
        <translation>Die Sicherung wird erstellt …</translation>
    </message>
    <message>
        <source>File of table {}</source>
        <translation>Datei von Tisch {}</translation>
    </message>
    <message>
        <source>Backup {}</source>
        <translation>Sicherung {}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>Backup {}, also in the second place</source>
        <translation>Sicherung {}&#xa0;Uhr, auch am zweiten Ort</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Noch keine Sicherung</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no workshop in this file yet</source>
        <translation>In dieser Datei gibt es noch keine Werkstatt.</translation>
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
    <name>MergeDialog</name>
    <message>
        <source>The packages are being read …</source>
        <translation>Die Pakete werden gelesen …</translation>
    </message>
    <message>
        <source>Nothing has changed yet. A backup is made before anything is merged.</source>
        <translation>Noch ist nichts geändert. Bevor etwas eingelesen wird, entsteht eine Sicherung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) were changed twice.</source>
        <translation>
            <numerusform>Eine Angabe haben zwei Laptops verschieden geändert; vorerst gilt die neuere.</numerusform>
            <numerusform>%Ln Angaben haben zwei Laptops verschieden geändert; vorerst gelten die neueren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>{}: nothing new</source>
        <translation>{}: nichts Neues</translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>1 Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>The packages are being merged …</source>
        <translation>Die Pakete werden eingelesen …</translation>
    </message>
    <message>
        <source>The packages have been merged</source>
        <translation>Die Pakete sind eingelesen</translation>
    </message>
    <message>
        <source>The state before is kept: {}</source>
        <translation>Der Stand davor ist aufgehoben: {}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>What the packages bring</source>
        <translation>Was die Pakete bringen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Look at conflicts …</source>
        <translation>Widersprüche ansehen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Einlesen</translation>
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
        <translation>Diese Werkstatt als Vorlage verwenden</translation>
    </message>
    <message>
        <source>Agenda, tables, methods, rules, place and facilitation are taken over; people and everything they said stay behind.</source>
        <translation>Übernommen werden Ablauf, Tische, Methoden, Regeln, Ort und Moderation; Personen und alles, was sie gesagt haben, bleiben zurück.</translation>
    </message>
    <message>
        <source>New workshop</source>
        <translation>Neue Werkstatt</translation>
    </message>
    <message>
        <source>You can change each answer later.</source>
        <translation>Jede Antwort können Sie später ändern.</translation>
    </message>
    <message>
        <source>Start empty</source>
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
        <source>minutes released</source>
        <translation>Protokoll freigegeben</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>This file is open for reading only.</source>
        <translation>Diese Datei ist nur zum Lesen geöffnet.</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>This file is protected with a passphrase</source>
        <translation>Diese Datei ist mit einem Kennwort geschützt</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Kennwort ändern</translation>
    </message>
    <message>
        <source>Protect this file with a passphrase</source>
        <translation>Diese Datei mit einem Kennwort schützen</translation>
    </message>
    <message>
        <source>Set passphrase</source>
        <translation>Kennwort setzen</translation>
    </message>
    <message>
        <source>File, backups and packages cannot be read without it. Nobody can recover a forgotten passphrase; keep it on paper. The recovery sheet carries the passphrase itself: lock it away.</source>
        <translation>Ohne das Kennwort sind Datei, Sicherungen und Pakete nicht zu lesen. Ein vergessenes Kennwort kann niemand wiederherstellen; heben Sie es auf Papier auf. Auf dem Wiederherstellungsblatt steht das Kennwort selbst: Schließen Sie es weg.</translation>
    </message>
    <message>
        <source>The two new passphrases are not the same.</source>
        <translation>Die beiden neuen Kennwörter sind nicht gleich.</translation>
    </message>
    <message>
        <source>Please type them once more.</source>
        <translation>Bitte geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The file and its backups are being rewritten …</source>
        <translation>Die Datei und ihre Sicherungen werden neu geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>Done, with %Ln backup(s).</source>
        <translation>
            <numerusform>Erledigt, auch in einer Sicherung.</numerusform>
            <numerusform>Erledigt, auch in %Ln Sicherungen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s) keep their former state.</source>
        <translation>
            <numerusform>Eine Sicherung behält ihren früheren Stand.</numerusform>
            <numerusform>%Ln Sicherungen behalten ihren früheren Stand.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recovery sheet for “{}”</source>
        <translation>Wiederherstellungsblatt für „{}“</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Bisheriges Kennwort</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neues Kennwort</translation>
    </message>
    <message>
        <source>New passphrase once more</source>
        <translation>Neues Kennwort noch einmal</translation>
    </message>
    <message>
        <source>Show what I type</source>
        <translation>Zeigen, was ich tippe</translation>
    </message>
    <message>
        <source>Remove passphrase</source>
        <translation>Kennwort entfernen</translation>
    </message>
    <message>
        <source>Print recovery sheet …</source>
        <translation>Wiederherstellungsblatt drucken …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
    <name>PollMethod</name>
    <message>
        <source>Dot poll</source>
        <translation>Punktabfrage</translation>
    </message>
    <message>
        <source>Mood barometer</source>
        <translation>Stimmungsbarometer</translation>
    </message>
    <message>
        <source>Consensus by least resistance</source>
        <translation>Konsensieren</translation>
    </message>
    <message>
        <source>Comparison of pairs</source>
        <translation>Paarvergleich</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Effort and benefit</source>
        <translation>Aufwand und Nutzen</translation>
    </message>
    <message>
        <source>Important and urgent</source>
        <translation>Wichtig und dringend</translation>
    </message>
    <message>
        <source>everyone places a few dots</source>
        <translation>alle kleben einige Punkte</translation>
    </message>
    <message>
        <source>one dot on a scale</source>
        <translation>ein Punkt auf einer Skala</translation>
    </message>
    <message>
        <source>what meets the least resistance</source>
        <translation>was auf den geringsten Widerstand stößt</translation>
    </message>
    <message>
        <source>each with each, up to 8 topics</source>
        <translation>jedes mit jedem, bis 8 Themen</translation>
    </message>
    <message>
        <source>everybody ranks, up to 10 topics</source>
        <translation>alle reihen, bis 10 Themen</translation>
    </message>
    <message>
        <source>what pays off first</source>
        <translation>was sich zuerst lohnt</translation>
    </message>
    <message>
        <source>now, later, elsewhere, not at all</source>
        <translation>jetzt, später, andere, gar nicht</translation>
    </message>
</context>
<context>
    <name>PollRound</name>
    <message>
        <source>Round at the tables</source>
        <translation>Tischrunde</translation>
    </message>
    <message>
        <source>Plenary</source>
        <translation>Plenum</translation>
    </message>
    <message>
        <source>At the beginning</source>
        <translation>zu Beginn</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>am Ende</translation>
    </message>
</context>
<context>
    <name>ProgressDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is being stopped …</source>
        <translation>Es wird abgebrochen …</translation>
    </message>
    <message>
        <source>Nearly done; it cannot be stopped any more.</source>
        <translation>Gleich fertig; jetzt lässt es sich nicht mehr abbrechen.</translation>
    </message>
    <message>
        <source>This step cannot be stopped halfway; please wait.</source>
        <translation>Dieser Schritt lässt sich nicht auf halbem Weg abbrechen; bitte warten Sie.</translation>
    </message>
    <message>
        <source>Stopped; everything is as it was before.</source>
        <translation>Abgebrochen; es ist alles wie vorher.</translation>
    </message>
    <message>
        <source>It was too late to stop; it has been done.</source>
        <translation>Zum Abbrechen war es zu spät; es ist geschehen.</translation>
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
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>und {number} mehr</translation>
    </message>
    <message>
        <source>{number} · rank shared</source>
        <translation>{number} · Rang geteilt</translation>
    </message>
    <message>
        <source>Columns {first} to {last} of {all}</source>
        <translation>Spalten {first} bis {last} von {all}</translation>
    </message>
    <message>
        <source>{number} not sorted yet</source>
        <translation>{number} noch nicht geordnet</translation>
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
    <name>ReadBackDialog</name>
    <message>
        <source>The workbook is being read …</source>
        <translation>Die Arbeitsmappe wird gelesen …</translation>
    </message>
    <message>
        <source>{}, {}: “{}” becomes “{}”</source>
        <translation>{}, {}: aus „{}“ wird „{}“</translation>
    </message>
    <message>
        <source>(changed here as well)</source>
        <translation>(auch hier geändert)</translation>
    </message>
    <message>
        <source>New: {}</source>
        <translation>Neu: {}</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Bitte ansehen</translation>
    </message>
    <message>
        <source>The workbook says the same as the file.</source>
        <translation>In der Arbeitsmappe steht dasselbe wie in der Datei.</translation>
    </message>
    <message>
        <source>The changes are being applied …</source>
        <translation>Die Änderungen werden übernommen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) applied</source>
        <translation>
            <numerusform>Eine Änderung ist übernommen.</numerusform>
            <numerusform>%Ln Änderungen sind übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Arbeitsmappe</translation>
    </message>
    <message>
        <source>What the workbook says differently</source>
        <translation>Was in der Arbeitsmappe anders steht</translation>
    </message>
    <message>
        <source>Tick what should be applied.</source>
        <translation>Haken Sie an, was übernommen werden soll.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>ResultColumn</name>
    <message>
        <source>Dots</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Resistance</source>
        <translation>Widerstand</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Akzeptanz</translation>
    </message>
    <message>
        <source>Strong
objections</source>
        <translation>Starke
Einwände</translation>
    </message>
    <message>
        <source>Better
than now</source>
        <translation>Besser
als bisher</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>First
places</source>
        <translation>Erste
Plätze</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Benefit/
effort</source>
        <translation>Nutzen/
Aufwand</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message>
        <source>Nothing is due in the next two weeks.</source>
        <translation>In den nächsten zwei Wochen ist nichts fällig.</translation>
    </message>
    <message>
        <source>Remove all personal data of this workshop for good?</source>
        <translation>Möchten Sie alle Personendaten dieser Werkstatt endgültig entfernen?</translation>
    </message>
    <message>
        <source>Participants, consents, signatures, recipients, photos that are not released and internal minutes are removed. What people said stays. This cannot be undone.</source>
        <translation>Teilnehmende, Einwilligungen, Unterschriften, Verteiler, nicht freigegebene Fotos und interne Protokolle werden entfernt. Was Menschen gesagt haben, bleibt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>Personal data are being removed …</source>
        <translation>Personendaten werden entfernt …</translation>
    </message>
    <message>
        <source>Removed: entries {}, earlier wordings {}, released minutes {}.</source>
        <translation>Entfernt: Einträge {}, frühere Fassungen {}, freigegebene Protokolle {}.</translation>
    </message>
    <message>
        <source>Copy without personal data</source>
        <translation>Kopie ohne Personendaten</translation>
    </message>
    <message>
        <source>{} – without personal data</source>
        <translation>{} – ohne Personendaten</translation>
    </message>
    <message>
        <source>The copy is being written …</source>
        <translation>Die Kopie wird geschrieben …</translation>
    </message>
    <message>
        <source>Copy written: {}</source>
        <translation>Kopie geschrieben: {}</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Retention and erasure</source>
        <translation>Aufbewahren und Löschen</translation>
    </message>
    <message>
        <source>What is to be erased when, and what can be handed on without people.</source>
        <translation>Was wann zu löschen ist und was ohne Personen weitergegeben werden kann.</translation>
    </message>
    <message>
        <source>Retention dates</source>
        <translation>Löschfristen</translation>
    </message>
    <message>
        <source>Erase a person …</source>
        <translation>Person löschen …</translation>
    </message>
    <message>
        <source>Remove personal data of this workshop …</source>
        <translation>Personendaten dieser Werkstatt entfernen …</translation>
    </message>
    <message>
        <source>Copy without personal data …</source>
        <translation>Kopie ohne Personendaten …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Import</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Tables and workshops (*.csv *.xlsx *.xls *.ods *.json)</source>
        <translation>Tabellen und Werkstätten (*.csv *.xlsx *.xls *.ods *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Workshop imported</source>
        <translation>Werkstatt übernommen</translation>
    </message>
    <message>
        <source>The workshop is being imported …</source>
        <translation>Die Werkstatt wird übernommen …</translation>
    </message>
    <message>
        <source>Read workbook back</source>
        <translation>Arbeitsmappe zurücklesen</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Write package</source>
        <translation>Paket schreiben</translation>
    </message>
    <message>
        <source>Packages (*.qdpaket)</source>
        <translation>Pakete (*.qdpaket)</translation>
    </message>
    <message>
        <source>Folder for the packages</source>
        <translation>Ordner für die Pakete</translation>
    </message>
    <message>
        <source>Merge packages</source>
        <translation>Pakete einlesen</translation>
    </message>
    <message>
        <source>{} back</source>
        <translation>{} zurück</translation>
    </message>
    <message>
        <source>The package is being written …</source>
        <translation>Das Paket wird geschrieben …</translation>
    </message>
    <message>
        <source>Package: {}</source>
        <translation>Paket: {}</translation>
    </message>
    <message>
        <source>The packages are being written …</source>
        <translation>Die Pakete werden geschrieben …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln package(s) written</source>
        <translation>
            <numerusform>Ein Paket ist geschrieben.</numerusform>
            <numerusform>%Ln Pakete sind geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Order in which it is stored</source>
        <translation>Wie gespeichert</translation>
    </message>
    <message>
        <source>{0}, sorted ascending</source>
        <translation>{0}, aufsteigend sortiert</translation>
    </message>
    <message>
        <source>{0}, sorted descending</source>
        <translation>{0}, absteigend sortiert</translation>
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
        <translation>Alles bleibt auf diesem Laptop. Jede Antwort können Sie später ändern.</translation>
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
        <translation>Wie heißt sie, und wann findet sie statt?</translation>
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
        <source>Start empty</source>
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
        <translation>Möchten Sie sich erst umsehen?</translation>
    </message>
    <message>
        <source>The sample workshop holds 60 contributions, 12 topics and 8 measures.</source>
        <translation>Die Beispielwerkstatt enthält 60&#xa0;Beiträge, 12&#xa0;Themenfelder und 8&#xa0;Maßnahmen.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Do you have a file already?</source>
        <translation>Haben Sie schon eine Datei?</translation>
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
        <translation>Alle Änderungen gespeichert, {}&#xa0;Uhr</translation>
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
        <source>Reason (needed where it is declined)</source>
        <translation>Begründung (nötig, wenn abgelehnt)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
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
        <source>Minutes</source>
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
    <name>WelcomeDialog</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Welcome to QuartierDesk</source>
        <translation>Willkommen bei QuartierDesk</translation>
    </message>
    <message>
        <source>Everything is answered already and can be changed later in the settings.</source>
        <translation>Alles ist schon beantwortet und lässt sich später in den Einstellungen ändern.</translation>
    </message>
    <message>
        <source>Which language shall the program speak?</source>
        <translation>Welche Sprache soll das Programm sprechen?</translation>
    </message>
    <message>
        <source>What shall this laptop be called in the history, such as “Table 3”?</source>
        <translation>Wie soll dieser Laptop im Verlauf heißen, zum Beispiel „Tisch&#xa0;3“?</translation>
    </message>
    <message>
        <source>Where shall workshops and backups lie?</source>
        <translation>Wo sollen Werkstätten und Sicherungen liegen?</translation>
    </message>
    <message>
        <source>Workshops, with their backups beside them</source>
        <translation>Werkstätten, daneben ihre Sicherungen</translation>
    </message>
    <message>
        <source>Folder for your workshops</source>
        <translation>Ordner für Ihre Werkstätten</translation>
    </message>
    <message>
        <source>A second copy of each backup, for example on a stick</source>
        <translation>Eine zweite Kopie jeder Sicherung, zum Beispiel auf einem Stick</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Zweiter Ort für Sicherungen</translation>
    </message>
    <message>
        <source>No second copy for now</source>
        <translation>Vorerst keine zweite Kopie</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Please open or create a file first.</source>
        <translation>Bitte öffnen oder beginnen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>Diese Datei ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Please create a workshop first.</source>
        <translation>Bitte legen Sie zuerst eine Werkstatt an.</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Go to: {}</source>
        <translation>Wechseln zu: {}</translation>
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
        <source>Open the handbook as PDF</source>
        <translation>Handbuch als PDF öffnen</translation>
    </message>
    <message>
        <source>Print the quick card …</source>
        <translation>Kurzkarte drucken …</translation>
    </message>
    <message>
        <source>New workshop …</source>
        <translation>Neue Werkstatt …</translation>
    </message>
    <message>
        <source>Use workshop as a template …</source>
        <translation>Werkstatt als Vorlage verwenden …</translation>
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
    <message>
        <source>Import a table or workshop …</source>
        <translation>Tabelle oder Werkstatt übernehmen …</translation>
    </message>
    <message>
        <source>Read an edited workbook back …</source>
        <translation>Bearbeitete Arbeitsmappe zurücklesen …</translation>
    </message>
    <message>
        <source>Write package …</source>
        <translation>Paket schreiben …</translation>
    </message>
    <message>
        <source>Write a package for each table …</source>
        <translation>Für jeden Tisch ein Paket schreiben …</translation>
    </message>
    <message>
        <source>Merge packages …</source>
        <translation>Pakete einlesen …</translation>
    </message>
    <message>
        <source>Conflicts …</source>
        <translation>Widersprüche …</translation>
    </message>
    <message>
        <source>Backups …</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>Passphrase …</source>
        <translation>Kennwort …</translation>
    </message>
    <message>
        <source>Data protection …</source>
        <translation>Datenschutz …</translation>
    </message>
    <message>
        <source>Erase a person …</source>
        <translation>Person löschen …</translation>
    </message>
</context>
<context>
    <name>WorkshopActions</name>
    <message>
        <source>Put this workshop with everything in it into the bin?</source>
        <translation>Möchten Sie diese Werkstatt mit allem, was darin ist, in den Papierkorb legen?</translation>
    </message>
    <message>
        <source>You can take it out again under “Bin …”, or undo this step.</source>
        <translation>Unter „Papierkorb …“ holen Sie sie zurück; auch „Rückgängig“ hilft.</translation>
    </message>
    <message>
        <source>Put into the bin</source>
        <translation>In den Papierkorb</translation>
    </message>
</context>
</TS>
