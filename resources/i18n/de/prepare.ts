<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgendaDialog</name>
    <message>
        <source>No method</source>
        <translation>Keine Methode</translation>
    </message>
    <message>
        <source>Item of the agenda</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Internal notes, for the run sheet only</source>
        <translation>Interne Notizen, nur für den Regieplan</translation>
    </message>
    <message>
        <source>Appears in the public minutes</source>
        <translation>Steht im öffentlichen Protokoll</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>AgendaPart</name>
    <message>
        <source>New item</source>
        <translation>Neuer Programmpunkt</translation>
    </message>
    <message>
        <source>Item added to the agenda</source>
        <translation>Programmpunkt ergänzt</translation>
    </message>
    <message>
        <source>Item deleted from the agenda</source>
        <translation>Programmpunkt gelöscht</translation>
    </message>
    <message>
        <source>Item moved</source>
        <translation>Programmpunkt verschoben</translation>
    </message>
    <message>
        <source>The agenda was replaced. Ctrl+Z brings the old one back.</source>
        <translation>Der Ablauf ist ersetzt. Strg+Z holt den alten zurück.</translation>
    </message>
    <message>
        <source>Agenda changed</source>
        <translation>Ablauf geändert</translation>
    </message>
    <message>
        <source>The item has no name.</source>
        <translation>Der Programmpunkt hat keinen Namen.</translation>
    </message>
    <message>
        <source>Please write what happens.</source>
        <translation>Bitte schreiben Sie, was geschieht.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}&#xa0;Min.</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>with notes: {0}</source>
        <translation>mit Notizen: {0}</translation>
    </message>
    <message>
        <source>Choose a template, or begin freely.</source>
        <translation>Wählen Sie eine Vorlage, oder fangen Sie frei an.</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}&#xa0;Std. {1}&#xa0;Min.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>{0} min without an item</source>
        <translation>{0}&#xa0;Min. ohne Programmpunkt</translation>
    </message>
    <message>
        <source>{0} min taken twice</source>
        <translation>{0}&#xa0;Min. doppelt belegt</translation>
    </message>
    <message>
        <source>without gaps</source>
        <translation>ohne Lücken</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Name or office</source>
        <translation>Name oder Stelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
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
    <name>CoatOfArms</name>
    <message>
        <source>Coat of arms</source>
        <translation>Wappen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Please choose another picture.</source>
        <translation>Bitte wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>This file is no picture that can be read.</source>
        <translation>Diese Datei ist kein Bild, das gelesen werden kann.</translation>
    </message>
    <message>
        <source>Please take a picture in the format PNG or JPEG, up to 60 MB.</source>
        <translation>Bitte nehmen Sie ein Bild im Format PNG oder JPEG, höchstens 60&#xa0;MB groß.</translation>
    </message>
    <message>
        <source>no preview</source>
        <translation>keine Vorschau</translation>
    </message>
</context>
<context>
    <name>CountDialog</name>
    <message>
        <source>Head-count</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Ausprägung</translation>
    </message>
    <message>
        <source>How many people</source>
        <translation>Wie viele Personen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>It is not said yet who was counted.</source>
        <translation>Es fehlt noch, wer gezählt wurde.</translation>
    </message>
    <message>
        <source>Please fill in both fields.</source>
        <translation>Bitte füllen Sie beides aus.</translation>
    </message>
</context>
<context>
    <name>EnclosureDialog</name>
    <message>
        <source>Enclosure</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Appears in the public minutes</source>
        <translation>Steht im öffentlichen Protokoll</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Der Titel fehlt.</translation>
    </message>
    <message>
        <source>Please write what is enclosed.</source>
        <translation>Bitte schreiben Sie, was beiliegt.</translation>
    </message>
</context>
<context>
    <name>FieldsDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>There is such an entry already.</source>
        <translation>Diesen Eintrag gibt es schon.</translation>
    </message>
    <message>
        <source>Please enter another name.</source>
        <translation>Bitte geben Sie einen anderen Namen ein.</translation>
    </message>
    <message>
        <source>Action fields</source>
        <translation>Handlungsfelder</translation>
    </message>
    <message>
        <source>Press F2 to rename an entry, Del to hide one that you do not need. What is assigned already stays.</source>
        <translation>F2 benennt einen Eintrag um, Entf blendet einen aus, den Sie nicht brauchen. Was schon zugeordnet ist, bleibt.</translation>
    </message>
    <message>
        <source>Entries of the catalogue</source>
        <translation>Einträge des Katalogs</translation>
    </message>
    <message>
        <source>Name of a new entry</source>
        <translation>Name eines neuen Eintrags</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>Invitation poster</source>
        <translation>Einladung zum Aushängen</translation>
    </message>
    <message>
        <source>Cards to write on</source>
        <translation>Ideenkarten</translation>
    </message>
    <message>
        <source>Sheet for counting dots</source>
        <translation>Zählbogen für Punkte</translation>
    </message>
    <message>
        <source>Attendance list (internal)</source>
        <translation>Teilnehmerliste (intern)</translation>
    </message>
    <message>
        <source>Privacy sheet</source>
        <translation>Datenschutzblatt</translation>
    </message>
    <message>
        <source>Run sheet for the team (internal)</source>
        <translation>Regieplan für das Team (intern)</translation>
    </message>
    <message>
        <source>Poster with the results</source>
        <translation>Aushang mit den Ergebnissen</translation>
    </message>
    <message>
        <source>Save sheet</source>
        <translation>Blatt speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>“{0}” was saved.</source>
        <translation>„{0}“ ist gespeichert.</translation>
    </message>
    <message>
        <source>The sheet is being drawn …</source>
        <translation>Das Blatt wird gezeichnet …</translation>
    </message>
    <message>
        <source>Print sheet</source>
        <translation>Blatt drucken</translation>
    </message>
    <message>
        <source>Sheets for the room</source>
        <translation>Blätter für den Raum</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>For table</source>
        <translation>Für Tisch</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarzweiß</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
</context>
<context>
    <name>IndicatorDialog</name>
    <message>
        <source>Figure of the quarter</source>
        <translation>Kennzahl des Quartiers</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Source (who published it)</source>
        <translation>Quelle (wer sie veröffentlicht hat)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>IndicatorList</name>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
</context>
<context>
    <name>PeoplePart</name>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Ausprägung</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message numerus="yes">
        <source>%Ln person(s)</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Age group</source>
        <translation>Altersgruppe</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Ortsteil</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>PersonDialog</name>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Ohne Tisch</translation>
    </message>
    <message>
        <source>The person has no name yet.</source>
        <translation>Die Person hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>Please enter one.</source>
        <translation>Bitte geben Sie einen ein.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person on the attendance list</source>
        <translation>Person in der Teilnehmerliste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Age group</source>
        <translation>Altersgruppe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Ortsteil</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Consents, each asked apart</source>
        <translation>Einwilligungen, einzeln erfragt</translation>
    </message>
    <message>
        <source>May appear on the list</source>
        <translation>Darf in der Liste stehen</translation>
    </message>
    <message>
        <source>Wants to get minutes and invitations</source>
        <translation>Möchte Protokoll und Einladungen erhalten</translation>
    </message>
    <message>
        <source>Photos may be shown</source>
        <translation>Fotos dürfen gezeigt werden</translation>
    </message>
    <message>
        <source>Under age: a parent or guardian agrees</source>
        <translation>Minderjährig: Sorgeberechtigte sind einverstanden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>PreparePage</name>
    <message>
        <source>Frame and agenda</source>
        <translation>Rahmen und Ablauf</translation>
    </message>
    <message>
        <source>Invitation and rules</source>
        <translation>Einladung und Regeln</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Abschluss</translation>
    </message>
    <message>
        <source>The municipality or the quarter of this workshop was deleted.</source>
        <translation>Die Gemeinde oder das Quartier dieser Werkstatt wurde gelöscht.</translation>
    </message>
    <message>
        <source>Please choose another one in the field “Quarter”.</source>
        <translation>Bitte wählen Sie im Feld „Quartier“ ein anderes.</translation>
    </message>
    <message>
        <source>New item of the agenda</source>
        <translation>Neuer Programmpunkt</translation>
    </message>
    <message>
        <source>All about the item …</source>
        <translation>Alle Angaben zum Programmpunkt …</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete the row</source>
        <translation>Zeile löschen</translation>
    </message>
    <message>
        <source>New table …</source>
        <translation>Neuer Tisch …</translation>
    </message>
    <message>
        <source>Person on the attendance list …</source>
        <translation>Person in die Teilnehmerliste …</translation>
    </message>
    <message>
        <source>Head-count …</source>
        <translation>Zählung eintragen …</translation>
    </message>
    <message>
        <source>Next step …</source>
        <translation>Nächster Schritt …</translation>
    </message>
    <message>
        <source>Recipient of the minutes …</source>
        <translation>Eintrag im Verteiler …</translation>
    </message>
    <message>
        <source>Enclosure …</source>
        <translation>Anlage …</translation>
    </message>
    <message>
        <source>Signature …</source>
        <translation>Unterschrift …</translation>
    </message>
    <message>
        <source>Entries of the action fields …</source>
        <translation>Einträge der Handlungsfelder …</translation>
    </message>
    <message>
        <source>Municipality and quarter …</source>
        <translation>Gemeinde und Quartier …</translation>
    </message>
    <message>
        <source>Print sheets for the room …</source>
        <translation>Blätter für den Raum drucken …</translation>
    </message>
    <message>
        <source>Show frame and agenda</source>
        <translation>Rahmen und Ablauf zeigen</translation>
    </message>
    <message>
        <source>Show invitation and rules</source>
        <translation>Einladung und Regeln zeigen</translation>
    </message>
    <message>
        <source>Show people</source>
        <translation>Teilnehmende zeigen</translation>
    </message>
    <message>
        <source>Show closing</source>
        <translation>Abschluss zeigen</translation>
    </message>
    <message>
        <source>That is shown already.</source>
        <translation>Das wird schon gezeigt.</translation>
    </message>
    <message>
        <source>Please choose a row in a table first.</source>
        <translation>Bitte wählen Sie zuerst eine Zeile in einer Tabelle.</translation>
    </message>
    <message>
        <source>The row is at the end already.</source>
        <translation>Die Zeile steht schon am Rand.</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Part of the preparation</source>
        <translation>Teil der Vorbereitung</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Guiding question</source>
        <translation>Leitfrage</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Facilitation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Action fields</source>
        <translation>Handlungsfelder</translation>
    </message>
    <message>
        <source>Entries …</source>
        <translation>Einträge …</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tische</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>None yet: each table with its topic.</source>
        <translation>Noch keine; jeder Tisch bekommt sein Thema.</translation>
    </message>
    <message>
        <source>Print sheets …</source>
        <translation>Blätter drucken …</translation>
    </message>
    <message>
        <source>About the workshop</source>
        <translation>Zur Werkstatt</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art der Veranstaltung</translation>
    </message>
    <message>
        <source>Minutes by</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Partner in civil society</source>
        <translation>Zivilgesellschaftlicher Partner</translation>
    </message>
    <message>
        <source>Funding and reference</source>
        <translation>Förderung und Aktenzeichen</translation>
    </message>
    <message>
        <source>Note in the minutes</source>
        <translation>Hinweis im Protokoll</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Interne Notizen</translation>
    </message>
    <message>
        <source>How people were invited (one per line)</source>
        <translation>Einladungswege (je Zeile einer)</translation>
    </message>
    <message>
        <source>Accessibility (one per line)</source>
        <translation>Barrierefreiheit (je Zeile ein Angebot)</translation>
    </message>
    <message>
        <source>Rules of the evening (one per line)</source>
        <translation>Spielregeln (je Zeile eine)</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Head-counts</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Anwesend</translation>
    </message>
    <message>
        <source>Sheets returned</source>
        <translation>Rückmeldebögen</translation>
    </message>
    <message>
        <source>How people were counted</source>
        <translation>Zählweise</translation>
    </message>
    <message>
        <source>Who was missing</source>
        <translation>Wer nicht vertreten war</translation>
    </message>
    <message>
        <source>Smallest number that is published</source>
        <translation>Kleinste Zahl, die veröffentlicht wird</translation>
    </message>
    <message>
        <source>By attribute, without names</source>
        <translation>Nach Merkmal, ohne Namen</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Head-counts by attribute</source>
        <translation>Zählung nach Merkmal</translation>
    </message>
    <message>
        <source>Attendance list</source>
        <translation>Teilnehmerliste</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Internal and voluntary: names never leave this file in a public edition.</source>
        <translation>Intern und freiwillig: Namen stehen in keiner öffentlichen Fassung.</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Recipients of the minutes</source>
        <translation>Verteiler des Protokolls</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>Anlagen</translation>
    </message>
    <message>
        <source>Enclosure</source>
        <translation>Anlage</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
</context>
<context>
    <name>QuarterDialog</name>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>The quarter has no name yet.</source>
        <translation>Das Quartier hat noch keinen Namen.</translation>
    </message>
    <message>
        <source>Please write what it is called.</source>
        <translation>Bitte schreiben Sie, wie es heißt.</translation>
    </message>
    <message>
        <source>The process ends before it begins.</source>
        <translation>Der Prozess endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Please check both days.</source>
        <translation>Bitte prüfen Sie beide Tage.</translation>
    </message>
    <message>
        <source>Municipality and quarter</source>
        <translation>Gemeinde und Quartier</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Gemeinde</translation>
    </message>
    <message>
        <source>Name of the municipality</source>
        <translation>Name der Gemeinde</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Imprint</source>
        <translation>Impressum</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Datenschutzbeauftragte Person</translation>
    </message>
    <message>
        <source>County (Landkreis)</source>
        <translation>Landkreis</translation>
    </message>
    <message>
        <source>Municipality key (AGS)</source>
        <translation>Gemeindeschlüssel (AGS)</translation>
    </message>
    <message>
        <source>Coat of arms</source>
        <translation>Wappen</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the coat of arms</source>
        <translation>Wappen entfernen</translation>
    </message>
    <message>
        <source>Notes on the quarter (internal)</source>
        <translation>Notizen zum Quartier (intern)</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <source>Name of the quarter</source>
        <translation>Name des Quartiers</translation>
    </message>
    <message>
        <source>Kind of quarter</source>
        <translation>Art des Quartiers</translation>
    </message>
    <message>
        <source>Process from</source>
        <translation>Prozess von</translation>
    </message>
    <message>
        <source>Process until</source>
        <translation>Prozess bis</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Abgrenzung</translation>
    </message>
    <message>
        <source>Goal of the process</source>
        <translation>Ziel des Prozesses</translation>
    </message>
    <message>
        <source>Process support</source>
        <translation>Begleitung</translation>
    </message>
    <message>
        <source>Funding</source>
        <translation>Förderung</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>Verstetigung</translation>
    </message>
    <message>
        <source>Figures of the quarter in the minutes of this workshop</source>
        <translation>Kennzahlen des Quartiers im Protokoll dieser Werkstatt</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Add a figure</source>
        <translation>Kennzahl ergänzen</translation>
    </message>
    <message>
        <source>Figures of the quarter</source>
        <translation>Kennzahlen des Quartiers</translation>
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
    <name>RecipientDialog</name>
    <message>
        <source>Recipient of the minutes</source>
        <translation>Eintrag im Verteiler</translation>
    </message>
    <message>
        <source>Name or office</source>
        <translation>Name oder Stelle</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>Der Name fehlt.</translation>
    </message>
    <message>
        <source>Please write who gets the minutes.</source>
        <translation>Bitte schreiben Sie, wer das Protokoll bekommt.</translation>
    </message>
</context>
<context>
    <name>SignatureDialog</name>
    <message>
        <source>Signature</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The line to sign on is empty.</source>
        <translation>Die Unterschriftszeile ist leer.</translation>
    </message>
    <message>
        <source>Please write who signs.</source>
        <translation>Bitte schreiben Sie, wer unterschreibt.</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When (a day, or in words)</source>
        <translation>Wann (ein Tag oder in Worten)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The step is empty.</source>
        <translation>Der Schritt ist leer.</translation>
    </message>
    <message>
        <source>Please write what is to be done.</source>
        <translation>Bitte schreiben Sie, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>TableChip</name>
    <message>
        <source>Table {0}: {1}</source>
        <translation>Tisch {0}: {1}</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
</context>
<context>
    <name>TableDialog</name>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>The table has no number.</source>
        <translation>Der Tisch hat keine Nummer.</translation>
    </message>
    <message>
        <source>Please write one such as “7”.</source>
        <translation>Bitte schreiben Sie eine wie „7“.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Host (internal)</source>
        <translation>Gastgeberin oder Gastgeber (intern)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
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
    <name>TemplateCards</name>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}&#xa0;Std. {1}&#xa0;Min.</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0}&#xa0;Std.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln&#xa0;Punkt</numerusform>
            <numerusform>%Ln&#xa0;Punkte</numerusform>
        </translation>
    </message>
</context>
</TS>
