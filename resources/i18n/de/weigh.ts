<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CountPanel</name>
    <message>
        <source>Change question and rule …</source>
        <translation>Frage und Regel ändern …</translation>
    </message>
    <message>
        <source>Sheets &amp;entered</source>
        <translation>&amp;Erfasste Zettel</translation>
    </message>
    <message>
        <source>Sheets entered</source>
        <translation>Erfasste Zettel</translation>
    </message>
    <message>
        <source>New sheet</source>
        <translation>Neuer Zettel</translation>
    </message>
    <message>
        <source>Delete this sheet</source>
        <translation>Diesen Zettel löschen</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Zettel speichern</translation>
    </message>
    <message>
        <source>On the projector the result stays hidden until you close the poll.</source>
        <translation>Auf dem Beamer bleibt das Ergebnis verdeckt, bis Sie die Abfrage schließen.</translation>
    </message>
    <message>
        <source>Close the poll</source>
        <translation>Abfrage schließen</translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message>
        <source>1st count</source>
        <translation>1. Zählung</translation>
    </message>
    <message>
        <source>2nd count</source>
        <translation>2. Zählung</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>{counted} of {all} topics</source>
        <translation>{counted} von {all} Themen</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>gezählt</translation>
    </message>
    <message>
        <source>of {number} dots counted</source>
        <translation>von {number} Punkten gezählt</translation>
    </message>
    <message>
        <source>Voters</source>
        <translation>Stimmende</translation>
    </message>
    <message>
        <source>Dots per person</source>
        <translation>Punkte je Person</translation>
    </message>
    <message>
        <source>at most per topic</source>
        <translation>Höchstens je Thema</translation>
    </message>
    <message>
        <source>at most possible per topic</source>
        <translation>Höchstens möglich je Thema</translation>
    </message>
    <message>
        <source>↑ ↓ topic · + − count · type digits</source>
        <translation>↑ ↓ Thema · + − zählen · Ziffern tippen</translation>
    </message>
    <message>
        <source>More dots than the rule allows</source>
        <translation>Mehr Punkte, als die Regel erlaubt</translation>
    </message>
    <message>
        <source>Rule kept: no topic above {most}, sum not above {all}.</source>
        <translation>Regel eingehalten: kein Thema über {most}, Summe nicht über {all}.</translation>
    </message>
    <message>
        <source>{counted} dots are counted, {allowed} were handed out.</source>
        <translation>Gezählte Punkte: {counted}; ausgegeben wurden {allowed}.</translation>
    </message>
    <message>
        <source>“{name}”: {counted} dots, at most {allowed} are possible.</source>
        <translation>„{name}“: gezählte Punkte {counted}; möglich sind höchstens {allowed}.</translation>
    </message>
    <message>
        <source>{name}: {first} and {second}</source>
        <translation>{name}: {first} und {second}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more topic(s) differ.</source>
        <translation>
            <numerusform>%Ln weiteres Thema weicht ab.</numerusform>
            <numerusform>%Ln weitere Themen weichen ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s) not counted a second time; there the first count holds.</source>
        <translation>
            <numerusform>%Ln Thema ist nicht zum zweiten Mal gezählt; dort gilt die erste Zählung.</numerusform>
            <numerusform>%Ln Themen sind nicht zum zweiten Mal gezählt; dort gilt die erste Zählung.</numerusform>
        </translation>
    </message>
    <message>
        <source>take {number}</source>
        <translation>{number} übernehmen</translation>
    </message>
    <message>
        <source>Please count once more, or take the 1st count:</source>
        <translation>Bitte noch einmal zählen oder die 1. Zählung nehmen:</translation>
    </message>
    <message>
        <source>or the 2nd count:</source>
        <translation>oder die 2. Zählung:</translation>
    </message>
</context>
<context>
    <name>EntryGrid</name>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message numerus="yes">
        <source>sheet(s) entered</source>
        <translation>
            <numerusform>Zettel erfasst</numerusform>
            <numerusform>Zettel erfasst</numerusform>
        </translation>
    </message>
    <message>
        <source>Sheet {number}</source>
        <translation>Zettel {number}</translation>
    </message>
    <message>
        <source>Several topics share a place.</source>
        <translation>Mehrere Themen teilen sich einen Platz.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln field(s) of this sheet are empty.</source>
        <translation>
            <numerusform>%Ln Feld dieses Zettels ist leer.</numerusform>
            <numerusform>%Ln Felder dieses Zettels sind leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>new sheet, no. {number}</source>
        <translation>neuer Zettel, Nr. {number}</translation>
    </message>
    <message>
        <source>correcting sheet {number}</source>
        <translation>Zettel {number} wird berichtigt</translation>
    </message>
    <message>
        <source>Ctrl+Enter saves the sheet</source>
        <translation>Strg+Enter speichert den Zettel</translation>
    </message>
    <message>
        <source>← or → is more important · = equal · ↑ ↓ pair · {save}</source>
        <translation>← oder → ist wichtiger · = gleich wichtig · ↑ ↓ Paar · {save}</translation>
    </message>
    <message>
        <source>1 yes · 0 no · Enter next · {save}</source>
        <translation>1 ja · 0 nein · Enter weiter · {save}</translation>
    </message>
    <message>
        <source>type digits · Enter next · {save}</source>
        <translation>Ziffern tippen · Enter weiter · {save}</translation>
    </message>
</context>
<context>
    <name>FourFields</name>
    <message>
        <source>important and urgent</source>
        <translation>wichtig und dringend</translation>
    </message>
    <message>
        <source>important, not urgent</source>
        <translation>wichtig, nicht dringend</translation>
    </message>
    <message>
        <source>urgent, not important</source>
        <translation>dringend, nicht wichtig</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>weder noch</translation>
    </message>
</context>
<context>
    <name>GridDelegate</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>against</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not compared yet</source>
        <translation>noch nicht verglichen</translation>
    </message>
    <message>
        <source>equally important</source>
        <translation>gleich wichtig</translation>
    </message>
    <message>
        <source>“{name}” is more important</source>
        <translation>„{name}“ ist wichtiger</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Weigh</source>
        <translation>Gewichten</translation>
    </message>
</context>
<context>
    <name>PollDialog</name>
    <message>
        <source>Change the poll</source>
        <translation>Abfrage ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>New poll</source>
        <translation>Neue Abfrage</translation>
    </message>
    <message>
        <source>Start the poll</source>
        <translation>Abfrage beginnen</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themenfelder</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Contributions</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Eigene Worte</translation>
    </message>
    <message>
        <source>0 to {number}</source>
        <translation>0 bis {number}</translation>
    </message>
    <message>
        <source>2 : 1 : 0</source>
        <translation>2 : 1 : 0</translation>
    </message>
    <message>
        <source>only wins count</source>
        <translation>nur Siege zählen</translation>
    </message>
    <message>
        <source>all are ranked</source>
        <translation>alle werden gereiht</translation>
    </message>
    <message>
        <source>as many as one likes</source>
        <translation>so viele man möchte</translation>
    </message>
    <message>
        <source>{options} topics, {voters} voters: {standard} dots each are advisable (a third {third}, half {half}, at least {minimum} so that ranks differ).</source>
        <translation>{options} Themen, {voters} Stimmende. Ratsame Zahl der Punkte je Person: {standard} (ein Drittel {third}, die Hälfte {half}, mindestens {minimum}, damit sich Ränge unterscheiden).</translation>
    </message>
    <message>
        <source>{options} topics are {pairs} pairs; up to 8 topics are usual.</source>
        <translation>{options} Themen sind {pairs} Paare; üblich sind bis zu 8 Themen.</translation>
    </message>
    <message>
        <source>{options} topics are hard to rank; up to 10 are usual.</source>
        <translation>{options} Themen lassen sich schwer reihen; üblich sind bis zu 10.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln option(s)</source>
        <translation>
            <numerusform>%Ln Wahlmöglichkeit</numerusform>
            <numerusform>%Ln Wahlmöglichkeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>There is too little to choose from.</source>
        <translation>Es gibt zu wenig auszuwählen.</translation>
    </message>
    <message>
        <source>Please choose at least two options.</source>
        <translation>Bitte wählen Sie mindestens zwei Wahlmöglichkeiten.</translation>
    </message>
    <message>
        <source>How shall people weigh?</source>
        <translation>Wie soll gewichtet werden?</translation>
    </message>
    <message>
        <source>&amp;Question to the people</source>
        <translation>&amp;Frage an die Runde</translation>
    </message>
    <message>
        <source>&amp;What is put to the vote?</source>
        <translation>&amp;Was steht zur Wahl?</translation>
    </message>
    <message>
        <source>Where the options come from</source>
        <translation>Woher die Wahlmöglichkeiten kommen</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Wahlmöglichkeiten</translation>
    </message>
    <message>
        <source>Own options, one per line</source>
        <translation>Eigene Wahlmöglichkeiten, eine je Zeile</translation>
    </message>
    <message>
        <source>Also ask about leaving things as they are</source>
        <translation>Auch nach „Es bleibt, wie es ist“ fragen</translation>
    </message>
    <message>
        <source>&amp;Voters</source>
        <translation>&amp;Stimmende</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>&amp;Dots per person</source>
        <translation>&amp;Punkte je Person</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>at &amp;most per topic</source>
        <translation>&amp;Höchstens je Thema</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>&amp;Kind of counting</source>
        <translation>&amp;Zählweise</translation>
    </message>
    <message>
        <source>Kind of counting</source>
        <translation>Zählweise</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wann</translation>
    </message>
    <message>
        <source>When people vote</source>
        <translation>Wann abgestimmt wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ResultDelegate</name>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
</context>
<context>
    <name>ResultModel</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>{name}, rank shared</source>
        <translation>{name}, Rang geteilt</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>Headings</source>
        <translation>Überschriften</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Resistance</source>
        <translation>Widerstand</translation>
    </message>
    <message>
        <source>More important</source>
        <translation>Wichtiger</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
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
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Step</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Themenfeld</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Effort and benefit</source>
        <translation>Aufwand und Nutzen</translation>
    </message>
    <message>
        <source>{title}: hatched {first}, solid {last}</source>
        <translation>{title}: schraffiert {first}, voll {last}</translation>
    </message>
    <message>
        <source>equally many dots</source>
        <translation>gleich viele Punkte</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>closed {time}</source>
        <translation>geschlossen {time}&#xa0;Uhr</translation>
    </message>
    <message>
        <source>Equal numbers share a rank; the next one is left out.</source>
        <translation>Gleiche Zahlen teilen sich den Rang; der folgende entfällt.</translation>
    </message>
    <message>
        <source>1 is the best step.</source>
        <translation>1 ist die beste Stufe.</translation>
    </message>
    <message>
        <source>Best is the least resistance.</source>
        <translation>Am besten ist der kleinste Widerstand.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pair(s) not compared: points are provisional.</source>
        <translation>
            <numerusform>%Ln Paar ist nicht verglichen: Die Punkte sind vorläufig.</numerusform>
            <numerusform>%Ln Paare sind nicht verglichen: Die Punkte sind vorläufig.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number} sheets counted</source>
        <translation>{number} Zettel gezählt</translation>
    </message>
    <message>
        <source>{placed} of {all} dots placed, {left} left</source>
        <translation>{placed} von {all} Punkten vergeben, {left} offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln voter(s)</source>
        <translation>
            <numerusform>%Ln stimmende Person</numerusform>
            <numerusform>%Ln Stimmende</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{held}: mean {mean}, %Ln vote(s)</source>
        <translation>
            <numerusform>{held}: Mittelwert {mean}, %Ln Stimme</numerusform>
            <numerusform>{held}: Mittelwert {mean}, %Ln Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Share of all dots placed, each rounded</source>
        <translation>Anteil an den vergebenen Punkten, einzeln gerundet</translation>
    </message>
    <message>
        <source>The groups placed their dots apart.</source>
        <translation>Die Gruppen haben getrennt gepunktet.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
</context>
<context>
    <name>WeightingPage</name>
    <message>
        <source>Choose the poll that is shown</source>
        <translation>Abfrage wählen, die gezeigt wird</translation>
    </message>
    <message>
        <source>New poll</source>
        <translation>Neue Abfrage</translation>
    </message>
    <message>
        <source>There is no poll yet.</source>
        <translation>Noch gibt es keine Abfrage.</translation>
    </message>
    <message>
        <source>Let people weigh what matters most: with dots, on sheets, or by comparison.</source>
        <translation>Lassen Sie gewichten, was am wichtigsten ist: mit Punkten, auf Zetteln oder im Vergleich.</translation>
    </message>
    <message>
        <source>Set up the first poll</source>
        <translation>Erste Abfrage anlegen</translation>
    </message>
    <message>
        <source>New poll …</source>
        <translation>Neue Abfrage …</translation>
    </message>
    <message>
        <source>Change question and rule …</source>
        <translation>Frage und Regel ändern …</translation>
    </message>
    <message>
        <source>Close the poll, or save the sheet</source>
        <translation>Abfrage schließen oder Zettel speichern</translation>
    </message>
    <message>
        <source>Close the poll</source>
        <translation>Abfrage schließen</translation>
    </message>
    <message>
        <source>Open the poll again</source>
        <translation>Abfrage wieder öffnen</translation>
    </message>
    <message>
        <source>Show the result on the projector</source>
        <translation>Ergebnis auf dem Beamer zeigen</translation>
    </message>
    <message>
        <source>Delete the poll</source>
        <translation>Abfrage löschen</translation>
    </message>
    <message>
        <source>Next poll</source>
        <translation>Nächste Abfrage</translation>
    </message>
    <message>
        <source>Previous poll</source>
        <translation>Vorige Abfrage</translation>
    </message>
    <message>
        <source>The poll is closed already.</source>
        <translation>Die Abfrage ist schon geschlossen.</translation>
    </message>
    <message>
        <source>The poll is not closed yet.</source>
        <translation>Die Abfrage ist noch nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is no other poll.</source>
        <translation>Es gibt keine andere Abfrage.</translation>
    </message>
    <message>
        <source>{place} of {number}</source>
        <translation>{place} von {number}</translation>
    </message>
    <message>
        <source>Choose a poll: {words}</source>
        <translation>Abfrage wählen: {words}</translation>
    </message>
    <message>
        <source>Show on the projector</source>
        <translation>Auf dem Beamer zeigen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Group that is counted</source>
        <translation>Gruppe, die gezählt wird</translation>
    </message>
    <message>
        <source>Which count</source>
        <translation>Welche Zählung</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>On to agreeing</source>
        <translation>Weiter zum Vereinbaren</translation>
    </message>
</context>
</TS>
