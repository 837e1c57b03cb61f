<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>New column</source>
        <translation>Neues Themenfeld</translation>
    </message>
    <message>
        <source>Press, or drop cards here</source>
        <translation>Drücken oder Karten hier ablegen</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source>Bundle %Ln card(s)</source>
        <translation>
            <numerusform>%Ln Karte bündeln</numerusform>
            <numerusform>%Ln Karten bündeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Bundle cards</source>
        <translation>Karten bündeln</translation>
    </message>
    <message>
        <source>&amp;Which card leads? Every original is kept.</source>
        <translation>&amp;Welche Karte führt? Jeder Wortlaut bleibt erhalten.</translation>
    </message>
    <message>
        <source>Originals</source>
        <translation>Ursprüngliche Beiträge</translation>
    </message>
    <message>
        <source>&amp;Common wording on the wall and in the minutes</source>
        <translation>&amp;Gemeinsame Fassung an der Wand und im Protokoll</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bündeln</translation>
    </message>
</context>
<context>
    <name>CardDeeds</name>
    <message>
        <source>Please choose a card first.</source>
        <translation>Bitte wählen Sie zuerst eine Karte.</translation>
    </message>
    <message>
        <source>Please choose a card that bundles others first.</source>
        <translation>Bitte wählen Sie zuerst eine Karte, die andere bündelt.</translation>
    </message>
    <message>
        <source>In the list, M moves cards to a column.</source>
        <translation>In der Liste verschieben Sie Karten mit M.</translation>
    </message>
    <message>
        <source>There is no column further that way.</source>
        <translation>In dieser Richtung gibt es keine Spalte mehr.</translation>
    </message>
    <message numerus="yes">
        <source>Where to with %Ln card(s)?</source>
        <translation>
            <numerusform>Wohin mit %Ln Karte?</numerusform>
            <numerusform>Wohin mit %Ln Karten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least two cards to bundle, with Space or Ctrl.</source>
        <translation>Bitte wählen Sie zum Bündeln mindestens zwei Karten, mit der Leertaste oder mit Strg.</translation>
    </message>
</context>
<context>
    <name>ClusterDialog</name>
    <message>
        <source>no field</source>
        <translation>kein Handlungsfeld</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Neues Themenfeld</translation>
    </message>
    <message numerus="yes">
        <source>New column of %Ln card(s)</source>
        <translation>
            <numerusform>Neues Themenfeld aus %Ln Karte</numerusform>
            <numerusform>Neues Themenfeld aus %Ln Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the column</source>
        <translation>Themenfeld anlegen</translation>
    </message>
    <message>
        <source>and {number} more</source>
        <translation>und {number} mehr</translation>
    </message>
    <message>
        <source>Change the column</source>
        <translation>Themenfeld ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Please write what this column is about.</source>
        <translation>Bitte schreiben Sie, worum es in diesem Themenfeld geht.</translation>
    </message>
    <message>
        <source>&amp;Heading of the column</source>
        <translation>Ü&amp;berschrift des Themenfelds</translation>
    </message>
    <message>
        <source>&amp;Action field</source>
        <translation>&amp;Handlungsfeld</translation>
    </message>
    <message>
        <source>Action field</source>
        <translation>Handlungsfeld</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Everything is sorted.</source>
        <translation>Alles ist geordnet.</translation>
    </message>
    <message>
        <source>Drag cards here, or send them with M.</source>
        <translation>Ziehen Sie Karten hierher, oder schicken Sie sie mit M.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln Karte</numerusform>
            <numerusform>%Ln Karten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnDeeds</name>
    <message>
        <source>Please choose a card in a column of a theme first.</source>
        <translation>Bitte wählen Sie zuerst eine Karte in der Spalte eines Themenfelds.</translation>
    </message>
    <message>
        <source>The column is at the end already.</source>
        <translation>Die Spalte steht schon am Rand.</translation>
    </message>
    <message>
        <source>There is no other column to merge with.</source>
        <translation>Es gibt kein anderes Themenfeld zum Zusammenlegen.</translation>
    </message>
    <message>
        <source>Change heading and field …</source>
        <translation>Überschrift und Feld ändern …</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Merge with another …</source>
        <translation>Mit einem anderen zusammenlegen …</translation>
    </message>
    <message>
        <source>Delete the column</source>
        <translation>Themenfeld löschen</translation>
    </message>
    <message>
        <source>Merge columns</source>
        <translation>Themenfelder zusammenlegen</translation>
    </message>
    <message>
        <source>Merge “{title}” into which column?</source>
        <translation>„{title}“ mit welchem Themenfeld zusammenlegen?</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenlegen</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%Ln contribution(s)</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>in the order of capture</source>
        <translation>Reihenfolge wie erfasst</translation>
    </message>
    <message>
        <source>for later</source>
        <translation>für später</translation>
    </message>
    <message>
        <source>Change the column “{title}”</source>
        <translation>Themenfeld „{title}“ ändern</translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>table {number}</source>
        <translation>Tisch {number}</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time} Uhr</translation>
    </message>
    <message>
        <source>{number} bundled</source>
        <translation>{number} gebündelt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FocusedCard</name>
    <message>
        <source>No card is selected.</source>
        <translation>Es ist keine Karte ausgewählt.</translation>
    </message>
    <message>
        <source>Choose a card with the arrow keys or the mouse.</source>
        <translation>Wählen Sie mit den Pfeiltasten oder der Maus eine Karte.</translation>
    </message>
    <message>
        <source>Table {number}</source>
        <translation>Tisch {number}</translation>
    </message>
    <message>
        <source>bundle of {numbers}</source>
        <translation>Bündel aus {numbers}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>New column “{title}”</source>
        <translation>Neues Themenfeld „{title}“</translation>
    </message>
    <message>
        <source>Move cards</source>
        <translation>Karten verschieben</translation>
    </message>
    <message>
        <source>Type a few letters of the column, then press Enter</source>
        <translation>Einige Buchstaben des Themenfelds tippen, dann Enter</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Themenfeld</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Themenfelder</translation>
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
    <name>Offers</name>
    <message>
        <source>suggestion 1 of {number}</source>
        <translation>Vorschlag 1 von {number}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) to “{title}”?</source>
        <translation>
            <numerusform>%Ln Karte zu „{title}“?</numerusform>
            <numerusform>%Ln Karten zu „{title}“?</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to suggest: no cards have much in common.</source>
        <translation>Zurzeit kein Vorschlag: Keine Karten sind sich ähnlich.</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln card(s) say nearly the same.</source>
        <translation>
            <numerusform>Diese Karte sagt fast dasselbe wie andere.</numerusform>
            <numerusform>Diese %Ln Karten sagen fast dasselbe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is suggested at the moment.</source>
        <translation>Zurzeit gibt es keinen Vorschlag.</translation>
    </message>
    <message numerus="yes">
        <source>These %Ln card(s) as a new column “{title}”?</source>
        <translation>
            <numerusform>Diese Karte als neues Themenfeld „{title}“?</numerusform>
            <numerusform>Diese %Ln Karten als neues Themenfeld „{title}“?</numerusform>
        </translation>
    </message>
    <message>
        <source>wordings alike to {percent} %</source>
        <translation>Wortlaut zu {percent}&#xa0;% gleich</translation>
    </message>
    <message>
        <source>shared words: {words}</source>
        <translation>gemeinsame Wörter: {words}</translation>
    </message>
    <message>
        <source>Bundle …</source>
        <translation>Bündeln …</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>Einordnen</translation>
    </message>
    <message>
        <source>New column …</source>
        <translation>Neues Themenfeld …</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
</context>
<context>
    <name>WallColumn</name>
    <message>
        <source>Not sorted yet</source>
        <translation>Noch nicht geordnet</translation>
    </message>
    <message>
        <source>Idea store</source>
        <translation>Themenspeicher</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Cards of the wall as a list</source>
        <translation>Karten der Wand als Liste</translation>
    </message>
    <message>
        <source>There is nothing to sort yet.</source>
        <translation>Noch gibt es nichts zu ordnen.</translation>
    </message>
    <message>
        <source>As soon as contributions are captured, they hang here as cards.</source>
        <translation>Sobald Beiträge erfasst sind, hängen sie hier als Karten.</translation>
    </message>
    <message>
        <source>Capture contributions</source>
        <translation>Beiträge erfassen</translation>
    </message>
    <message>
        <source>Move cards to a column …</source>
        <translation>Karten in ein Themenfeld verschieben …</translation>
    </message>
    <message>
        <source>New column of the cards …</source>
        <translation>Neues Themenfeld aus den Karten …</translation>
    </message>
    <message>
        <source>Bundle cards …</source>
        <translation>Karten bündeln …</translation>
    </message>
    <message>
        <source>Unbundle the card</source>
        <translation>Bündel der Karte auflösen</translation>
    </message>
    <message>
        <source>Move cards to the column on the left</source>
        <translation>Karten in die Spalte links verschieben</translation>
    </message>
    <message>
        <source>Move cards to the column on the right</source>
        <translation>Karten in die Spalte rechts verschieben</translation>
    </message>
    <message>
        <source>Change the column …</source>
        <translation>Themenfeld ändern …</translation>
    </message>
    <message>
        <source>Move the column to the left</source>
        <translation>Spalte nach links rücken</translation>
    </message>
    <message>
        <source>Move the column to the right</source>
        <translation>Spalte nach rechts rücken</translation>
    </message>
    <message>
        <source>Merge the column with another …</source>
        <translation>Themenfeld mit einem anderen zusammenlegen …</translation>
    </message>
    <message>
        <source>Delete the column</source>
        <translation>Themenfeld löschen</translation>
    </message>
    <message>
        <source>Take the suggestion</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Show the suggested cards</source>
        <translation>Vorgeschlagene Karten zeigen</translation>
    </message>
    <message>
        <source>Clear the selection, or set the suggestion aside</source>
        <translation>Auswahl aufheben oder Vorschlag zurückstellen</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>Karte bearbeiten</translation>
    </message>
    <message>
        <source>Wall or list</source>
        <translation>Wand oder Liste</translation>
    </message>
    <message>
        <source>Show the wall on the projector</source>
        <translation>Die Wand auf dem Beamer zeigen</translation>
    </message>
    <message>
        <source>{number} chosen</source>
        <translation>{number} gewählt</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Selected card</source>
        <translation>Ausgewählte Karte</translation>
    </message>
    <message>
        <source>Unbundle</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bündeln</translation>
    </message>
</context>
<context>
    <name>WallTable</name>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
</context>
<context>
    <name>WallTableModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Themenfeld</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Nennungen</translation>
    </message>
</context>
</TS>
