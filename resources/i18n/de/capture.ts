<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CandidateRow</name>
    <message>
        <source># field    @ target group    /3 table    x4 mentions    “…” word for word</source>
        <translation># Handlungsfeld    @ Zielgruppe    /3 Tisch    x4 Nennungen    „…“ O-Ton</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
</context>
<context>
    <name>CaptureCounts</name>
    <message numerus="yes">
        <source>contribution(s)</source>
        <comment>behind the number</comment>
        <translation>
            <numerusform>Beitrag</numerusform>
            <numerusform>Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>By table</source>
        <translation>Je Tisch</translation>
    </message>
</context>
<context>
    <name>CaptureLine</name>
    <message>
        <source>What is being said?</source>
        <translation>Was wird gesagt?</translation>
    </message>
    <message>
        <source>This file is open for reading only.</source>
        <translation>Diese Datei ist nur zum Lesen geöffnet.</translation>
    </message>
</context>
<context>
    <name>CapturePage</name>
    <message>
        <source>Photo …</source>
        <translation>Foto …</translation>
    </message>
    <message>
        <source>Enter saves</source>
        <translation>Enter speichert</translation>
    </message>
    <message>
        <source>No contributions yet</source>
        <translation>Noch keine Beiträge</translation>
    </message>
    <message>
        <source>Write below what is being said and press Enter.</source>
        <translation>Schreiben Sie unten auf, was gesagt wird, und drücken Sie Enter.</translation>
    </message>
    <message>
        <source>Write the first one</source>
        <translation>Ersten Beitrag schreiben</translation>
    </message>
    <message>
        <source>There is no contribution yet.</source>
        <translation>Es gibt noch keinen Beitrag.</translation>
    </message>
    <message>
        <source>Show the newest cards on the projector</source>
        <translation>Die neuesten Karten auf dem Beamer zeigen</translation>
    </message>
    <message>
        <source>Filter cards</source>
        <translation>Beiträge filtern</translation>
    </message>
    <message>
        <source>Edit the last contribution</source>
        <translation>Letzten Beitrag bearbeiten</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>{0}: {1} mentions</source>
        <translation>{0}: {1} Nennungen</translation>
    </message>
    <message>
        <source>Saved: {0}</source>
        <translation>Gespeichert: {0}</translation>
    </message>
    <message>
        <source>Saved. The filter does not show all contributions.</source>
        <translation>Gespeichert. Der Filter zeigt nicht alle Beiträge.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Capture line</source>
        <translation>Eingabezeile</translation>
    </message>
</context>
<context>
    <name>CardActions</name>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Changing contributions</source>
        <translation>Beiträge werden geändert</translation>
    </message>
    <message>
        <source>Edit …	F2</source>
        <translation>Bearbeiten …	F2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No kind</source>
        <translation>Ohne Art</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
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
        <source>Count one more mention</source>
        <translation>Weitere Nennung zählen</translation>
    </message>
    <message>
        <source>Delete	Del</source>
        <translation>Löschen	Entf</translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
</context>
<context>
    <name>CardFaces</name>
    <message>
        <source>No kind</source>
        <translation>Ohne Art</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>{0} Uhr</translation>
    </message>
    <message>
        <source>{0} mentions</source>
        <translation>{0} Nennungen</translation>
    </message>
    <message>
        <source>Dissent</source>
        <translation>Dissens</translation>
    </message>
    <message>
        <source>Idea store</source>
        <translation>Themenspeicher</translation>
    </message>
    <message>
        <source>To be clarified</source>
        <translation>Klärungsbedarf</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezug</translation>
    </message>
    <message>
        <source>Not public</source>
        <translation>Nicht öffentlich</translation>
    </message>
    <message>
        <source>Anonymised</source>
        <translation>Anonymisiert</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>ContributionDialog</name>
    <message>
        <source>Contribution {0}</source>
        <translation>Beitrag {0}</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
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
    <message>
        <source>No kind</source>
        <translation>Ohne Art</translation>
    </message>
    <message>
        <source>No field</source>
        <translation>Kein Handlungsfeld</translation>
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
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Public, anonymised</source>
        <translation>Öffentlich, anonymisiert</translation>
    </message>
    <message>
        <source>Not public</source>
        <translation>Nicht öffentlich</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>O-Ton: Was gesagt wurde</translation>
    </message>
    <message>
        <source>Wording for the minutes</source>
        <translation>Protokollfassung</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Kurztitel</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Photos and what they show (double click edits, Del deletes)</source>
        <translation>Fotos und was sie zeigen (Doppelklick ändert, Entf löscht)</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Dissent</source>
        <translation>Dissens</translation>
    </message>
    <message>
        <source>Idea store</source>
        <translation>Themenspeicher</translation>
    </message>
    <message>
        <source>To be clarified</source>
        <translation>Klärungsbedarf</translation>
    </message>
    <message>
        <source>Contains personal data</source>
        <translation>Enthält Personenbezug</translation>
    </message>
    <message>
        <source>Leading action field</source>
        <translation>Führendes Handlungsfeld</translation>
    </message>
    <message>
        <source>Further action fields</source>
        <translation>Weitere Handlungsfelder</translation>
    </message>
    <message>
        <source>Target groups</source>
        <translation>Zielgruppen</translation>
    </message>
    <message>
        <source>Cross-cutting themes</source>
        <translation>Querschnittsthemen</translation>
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
    <name>Entry</name>
    <message>
        <source>Making cards</source>
        <translation>Beiträge werden angelegt</translation>
    </message>
    <message>
        <source>The contribution is still empty.</source>
        <translation>Der Beitrag ist noch leer.</translation>
    </message>
    <message>
        <source>Please write down what was said.</source>
        <translation>Bitte schreiben Sie auf, was gesagt wurde.</translation>
    </message>
    <message>
        <source>The pasted text has {} characters; a contribution holds {}.</source>
        <translation>Der eingefügte Text hat {} Zeichen; ein Beitrag fasst {}.</translation>
    </message>
    <message>
        <source>It was not inserted. Please paste it in parts, or as several lines.</source>
        <translation>Er wurde nicht eingefügt. Bitte fügen Sie ihn in Teilen oder in mehreren Zeilen ein.</translation>
    </message>
    <message>
        <source>Space takes {0}.</source>
        <translation>Die Leertaste übernimmt {0}.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>without</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Target group</source>
        <translation>Zielgruppe</translation>
    </message>
    <message>
        <source>Special</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>Words …</source>
        <translation>Wörter …</translation>
    </message>
    <message>
        <source>Words in the card</source>
        <translation>Wörter im Beitrag</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %Ln card(s)</source>
        <translation>
            <numerusform>{0} von %Ln Beitrag</numerusform>
            <numerusform>{0} von %Ln Beiträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dissent</source>
        <translation>Dissens</translation>
    </message>
    <message>
        <source>Idea store</source>
        <translation>Themenspeicher</translation>
    </message>
    <message>
        <source>To be clarified</source>
        <translation>Klärungsbedarf</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezug</translation>
    </message>
    <message>
        <source>Not public</source>
        <translation>Nicht öffentlich</translation>
    </message>
    <message>
        <source>With photo</source>
        <translation>Mit Foto</translation>
    </message>
    <message>
        <source>{0}: all</source>
        <translation>{0}: alle</translation>
    </message>
</context>
<context>
    <name>KindCount</name>
    <message>
        <source>Show only these cards</source>
        <translation>Nur diese Beiträge zeigen</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Capture</source>
        <translation>Erfassen</translation>
    </message>
</context>
<context>
    <name>PasteLinesDialog</name>
    <message numerus="yes">
        <source>You are pasting %Ln lines</source>
        <translation>
            <numerusform>Sie fügen %Ln Zeile ein</numerusform>
            <numerusform>Sie fügen %Ln Zeilen ein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln cards</source>
        <translation>
            <numerusform>%Ln Beitrag anlegen</numerusform>
            <numerusform>%Ln Beiträge anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Each line becomes a card at table {0}.</source>
        <translation>Jede Zeile wird ein Beitrag an Tisch {0}.</translation>
    </message>
    <message>
        <source>Each line becomes a card.</source>
        <translation>Jede Zeile wird ein Beitrag.</translation>
    </message>
    <message numerus="yes">
        <source>Line(s) {0} hold codes alone and are left out.</source>
        <translation>
            <numerusform>Zeile {0} besteht nur aus Kürzeln und wird ausgelassen.</numerusform>
            <numerusform>Zeilen {0} bestehen nur aus Kürzeln und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste many lines</source>
        <translation>Mehrere Zeilen einfügen</translation>
    </message>
    <message>
        <source>Pasted lines</source>
        <translation>Eingefügte Zeilen</translation>
    </message>
    <message>
        <source>Read codes such as ! # @ in the lines</source>
        <translation>Kürzel wie ! # @ in den Zeilen auswerten</translation>
    </message>
    <message>
        <source>Put all into one line</source>
        <translation>Alles in eine Zeile</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Please choose another photo.</source>
        <translation>Bitte wählen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>The file is larger than 60 MB.</source>
        <translation>Die Datei ist größer als 60&#xa0;MB.</translation>
    </message>
    <message>
        <source>Please make the photo smaller.</source>
        <translation>Bitte verkleinern Sie das Foto.</translation>
    </message>
    <message>
        <source>There is no preview of this picture.</source>
        <translation>Zu diesem Bild gibt es keine Vorschau.</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Foto hinzufügen</translation>
    </message>
    <message>
        <source>Preview of the photo</source>
        <translation>Vorschau des Fotos</translation>
    </message>
    <message>
        <source>What can be seen? (alternative text)</source>
        <translation>Was ist zu sehen? (Alternativtext)</translation>
    </message>
    <message>
        <source>One sentence, for people who do not see the picture</source>
        <translation>Ein Satz für Menschen, die das Bild nicht sehen</translation>
    </message>
    <message>
        <source>Without it the photo stays internal. Please ask before you publish pictures of people.</source>
        <translation>Ohne ihn bleibt das Foto intern. Bitte fragen Sie nach, bevor Sie Bilder von Menschen veröffentlichen.</translation>
    </message>
    <message>
        <source>To no contribution</source>
        <translation>Zu keinem Beitrag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>SaidBeforeHint</name>
    <message>
        <source>in common: {0}</source>
        <translation>gemeinsam: {0}</translation>
    </message>
    <message>
        <source>Said before?</source>
        <translation>Schon gesagt?</translation>
    </message>
    <message>
        <source>Count as mention</source>
        <translation>Als Nennung zählen</translation>
    </message>
</context>
<context>
    <name>TableButton</name>
    <message>
        <source>Table {0}</source>
        <translation>Tisch {0}</translation>
    </message>
    <message>
        <source>/{0} chooses</source>
        <translation>/{0} wählt</translation>
    </message>
    <message>
        <source>/{0} stays</source>
        <translation>/{0} bleibt</translation>
    </message>
    <message>
        <source>edits {0}</source>
        <translation>ändert {0}</translation>
    </message>
    <message>
        <source>No table</source>
        <translation>Ohne Tisch</translation>
    </message>
    <message>
        <source>Choose the table at which is captured</source>
        <translation>Den Tisch wählen, an dem erfasst wird</translation>
    </message>
    <message>
        <source>New table {0}</source>
        <translation>Neuer Tisch {0}</translation>
    </message>
</context>
<context>
    <name>TableTile</name>
    <message numerus="yes">
        <source>Table {0}: %Ln card(s)</source>
        <translation>
            <numerusform>Tisch {0}: %Ln Beitrag</numerusform>
            <numerusform>Tisch {0}: %Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>T{0}</source>
        <translation>T{0}</translation>
    </message>
</context>
</TS>
