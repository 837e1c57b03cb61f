<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Copy the tables of the evaluation</source>
        <translation>Tabellen der Auswertung kopieren</translation>
    </message>
    <message>
        <source>Sort the table …</source>
        <translation>Tabelle sortieren …</translation>
    </message>
    <message>
        <source>There is nothing to count yet.</source>
        <translation>Es gibt noch nichts zu zählen.</translation>
    </message>
    <message>
        <source>As soon as a workshop holds contributions, its numbers appear here.</source>
        <translation>Sobald eine Werkstatt Beiträge enthält, stehen ihre Zahlen hier.</translation>
    </message>
    <message>
        <source>The tables are in the clipboard.</source>
        <translation>Die Tabellen liegen in der Zwischenablage.</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln workshop(s)</source>
        <translation>
            <numerusform>Alle (%Ln Werkstatt)</numerusform>
            <numerusform>Alle %Ln Werkstätten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As counted at the event; known for %Ln workshop(s).</source>
        <translation>
            <numerusform>Wie bei der Veranstaltung gezählt; bekannt für %Ln Werkstatt.</numerusform>
            <numerusform>Wie bei der Veranstaltung gezählt; bekannt für %Ln Werkstätten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Workshop(s)</source>
        <translation>
            <numerusform>Werkstatt</numerusform>
            <numerusform>Werkstätten</numerusform>
        </translation>
    </message>
    <message>
        <source>Workshops that are chosen.</source>
        <translation>Die ausgewählten Werkstätten.</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message numerus="yes">
        <source>Contribution(s)</source>
        <translation>
            <numerusform>Beitrag</numerusform>
            <numerusform>Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Each contribution once; with everybody who said the same: {0}.</source>
        <translation>Jeder Beitrag einmal; mit allen Mehrfachnennungen: {0}.</translation>
    </message>
    <message numerus="yes">
        <source>Measure(s)</source>
        <translation>
            <numerusform>Maßnahme</numerusform>
            <numerusform>Maßnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>All that were agreed.</source>
        <translation>Alle, die vereinbart sind.</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>überfällig</translation>
    </message>
    <message>
        <source>Measures still to be done whose day has passed.</source>
        <translation>Offene Maßnahmen, deren Termin verstrichen ist.</translation>
    </message>
    <message>
        <source>without an answer</source>
        <translation>ohne Antwort</translation>
    </message>
    <message>
        <source>Themes without measure or answer, and contributions outside of answered themes.</source>
        <translation>Themenfelder ohne Maßnahme oder Antwort und Beiträge außerhalb beantworteter Themenfelder.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Action field</source>
        <translation>Handlungsfeld</translation>
    </message>
    <message>
        <source>Which workshops are counted</source>
        <translation>Welche Werkstätten gezählt werden</translation>
    </message>
    <message>
        <source>Copy the tables</source>
        <translation>Tabellen kopieren</translation>
    </message>
    <message>
        <source>Contributions by action field</source>
        <translation>Beiträge nach Handlungsfeld</translation>
    </message>
    <message>
        <source>Rule: each contribution counts once, in its main action field; the share is of all contributions.</source>
        <translation>Regel: Jeder Beitrag zählt einmal, in seinem führenden Handlungsfeld; der Anteil bezieht sich auf alle Beiträge.</translation>
    </message>
    <message>
        <source>Contributions by target group</source>
        <translation>Beiträge nach Zielgruppe</translation>
    </message>
    <message>
        <source>Rule: a contribution counts in each target group it names; shares can therefore add up to more than 100 %.</source>
        <translation>Regel: Ein Beitrag zählt bei jeder Zielgruppe, die er nennt; die Anteile können daher zusammen mehr als 100&#xa0;% ergeben.</translation>
    </message>
    <message>
        <source>Contributions by kind</source>
        <translation>Beiträge nach Art</translation>
    </message>
    <message>
        <source>Rule: each contribution counts once; however many people said it.</source>
        <translation>Regel: Jeder Beitrag zählt einmal, gleich wie viele Menschen ihn genannt haben.</translation>
    </message>
    <message>
        <source>Measures by state</source>
        <translation>Maßnahmen nach Stand</translation>
    </message>
    <message>
        <source>Rule: each measure counts once, with the state it has today.</source>
        <translation>Regel: Jede Maßnahme zählt einmal, mit ihrem heutigen Stand.</translation>
    </message>
    <message>
        <source>Action fields and target groups</source>
        <translation>Handlungsfelder und Zielgruppen</translation>
    </message>
    <message>
        <source>Contributions by action field and target group</source>
        <translation>Beiträge nach Handlungsfeld und Zielgruppe</translation>
    </message>
    <message>
        <source>Rule: how many contributions of an action field name a target group; a contribution with several groups counts in each of their columns.</source>
        <translation>Regel: Wie viele Beiträge eines Handlungsfelds eine Zielgruppe nennen; ein Beitrag mit mehreren Zielgruppen zählt in jeder ihrer Spalten.</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
</context>
</TS>
