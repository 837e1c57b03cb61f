<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MeasuresPage</name>
    <message>
        <source>Change the state of the measure …</source>
        <translation>Stand der Maßnahme ändern …</translation>
    </message>
    <message>
        <source>Go to the workshop of the measure</source>
        <translation>Zur Werkstatt der Maßnahme</translation>
    </message>
    <message>
        <source>Search measures</source>
        <translation>Maßnahmen suchen</translation>
    </message>
    <message>
        <source>Sort the table …</source>
        <translation>Tabelle sortieren …</translation>
    </message>
    <message>
        <source>No workshop has agreed on anything yet.</source>
        <translation>Noch keine Werkstatt hat etwas vereinbart.</translation>
    </message>
    <message>
        <source>What is agreed in the step “Agree” of a workshop appears here.</source>
        <translation>Was eine Werkstatt im Schritt „Vereinbaren“ beschließt, steht hier.</translation>
    </message>
    <message>
        <source>Please choose a measure first.</source>
        <translation>Bitte wählen Sie zuerst eine Maßnahme.</translation>
    </message>
    <message>
        <source>All workshops</source>
        <translation>Alle Werkstätten</translation>
    </message>
    <message>
        <source>Open ({0})</source>
        <translation>Offen ({0})</translation>
    </message>
    <message>
        <source>Overdue ({0})</source>
        <translation>Überfällig ({0})</translation>
    </message>
    <message>
        <source>Done ({0})</source>
        <translation>Erledigt ({0})</translation>
    </message>
    <message>
        <source>All ({0})</source>
        <translation>Alle ({0})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln measure(s)</source>
        <translation>
            <numerusform>%Ln Maßnahme</numerusform>
            <numerusform>%Ln Maßnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>No measure fits what was chosen.</source>
        <translation>Keine Maßnahme passt zur Auswahl.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>Werkstatt</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beschluss</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>{0}, overdue</source>
        <translation>{0}, überfällig</translation>
    </message>
    <message>
        <source>Which measures</source>
        <translation>Welche Maßnahmen</translation>
    </message>
    <message>
        <source>Workshop or quarter</source>
        <translation>Werkstatt oder Quartier</translation>
    </message>
    <message>
        <source>Who, what, where …</source>
        <translation>Wer, was, wo …</translation>
    </message>
    <message>
        <source>Change state</source>
        <translation>Stand ändern</translation>
    </message>
    <message>
        <source>Go to its workshop</source>
        <translation>Zur Werkstatt</translation>
    </message>
    <message>
        <source>Measures of all workshops</source>
        <translation>Maßnahmen aller Werkstätten</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Measures</source>
        <translation>Maßnahmen</translation>
    </message>
</context>
</TS>
