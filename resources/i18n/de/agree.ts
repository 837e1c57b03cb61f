<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AgreePage</name>
    <message>
        <source>Everything has an answer: each theme and each contribution.</source>
        <translation>Alles hat eine Antwort: jedes Themenfeld und jeder Beitrag.</translation>
    </message>
    <message>
        <source>No answers yet. What becomes a measure needs none of its own.</source>
        <translation>Noch keine Antworten. Was zur Maßnahme wird, braucht keine eigene.</translation>
    </message>
    <message>
        <source>Nothing was agreed yet.</source>
        <translation>Es ist noch nichts vereinbart.</translation>
    </message>
    <message>
        <source>Measures say who does what until when. Most come from a theme on the wall.</source>
        <translation>Eine Maßnahme sagt, wer was bis wann tut. Die meisten entstehen aus einem Themenfeld an der Wand.</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>Neue Maßnahme</translation>
    </message>
    <message>
        <source>(not yet answered)</source>
        <translation>(noch ohne Antwort)</translation>
    </message>
    <message>
        <source>{0} was deleted. Ctrl+Z brings it back.</source>
        <translation>{0} ist gelöscht. Strg+Z holt sie zurück.</translation>
    </message>
    <message>
        <source>Sort the table …</source>
        <translation>Tabelle sortieren …</translation>
    </message>
    <message>
        <source>New measure …</source>
        <translation>Neue Maßnahme …</translation>
    </message>
    <message>
        <source>Measure from a theme …</source>
        <translation>Maßnahme aus einem Themenfeld …</translation>
    </message>
    <message>
        <source>Edit the measure …</source>
        <translation>Maßnahme bearbeiten …</translation>
    </message>
    <message>
        <source>Change the state of the measure …</source>
        <translation>Stand der Maßnahme ändern …</translation>
    </message>
    <message>
        <source>Move the measure up</source>
        <translation>Maßnahme nach oben</translation>
    </message>
    <message>
        <source>Move the measure down</source>
        <translation>Maßnahme nach unten</translation>
    </message>
    <message>
        <source>Delete the measure</source>
        <translation>Maßnahme löschen</translation>
    </message>
    <message>
        <source>What has no answer yet</source>
        <translation>Was noch keine Antwort hat</translation>
    </message>
    <message>
        <source>Answers given</source>
        <translation>Gegebene Antworten</translation>
    </message>
    <message>
        <source>There are no themes on the wall yet.</source>
        <translation>An der Wand gibt es noch kein Themenfeld.</translation>
    </message>
    <message>
        <source>Please choose a measure first.</source>
        <translation>Bitte wählen Sie zuerst eine Maßnahme.</translation>
    </message>
    <message>
        <source>The measure is the first already.</source>
        <translation>Die Maßnahme steht schon ganz oben.</translation>
    </message>
    <message>
        <source>The measure is the last already.</source>
        <translation>Die Maßnahme steht schon ganz unten.</translation>
    </message>
    <message>
        <source>That is shown already.</source>
        <translation>Das wird schon gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln measure(s)</source>
        <translation>
            <numerusform>%Ln Maßnahme</numerusform>
            <numerusform>%Ln Maßnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>No measures yet</source>
        <translation>Noch keine Maßnahmen</translation>
    </message>
    <message>
        <source>Not yet answered ({0})</source>
        <translation>Noch ohne Antwort ({0})</translation>
    </message>
    <message>
        <source>Answers ({0})</source>
        <translation>Antworten ({0})</translation>
    </message>
    <message>
        <source>From a theme …</source>
        <translation>Aus Themenfeld …</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>What is shown below the measures</source>
        <translation>Was unter den Maßnahmen steht</translation>
    </message>
    <message>
        <source>Not yet answered</source>
        <translation>Noch ohne Antwort</translation>
    </message>
</context>
<context>
    <name>AgreeTables</name>
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
        <source>Theme or contribution</source>
        <translation>Themenfeld oder Beitrag</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln theme(s)</source>
        <translation>
            <numerusform>%Ln Themenfeld</numerusform>
            <numerusform>%Ln Themenfelder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) in the idea store</source>
        <translation>
            <numerusform>%Ln Beitrag im Themenspeicher</numerusform>
            <numerusform>%Ln Beiträge im Themenspeicher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s)</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Reason or answer</source>
        <translation>Begründung oder Antwort</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>idea store</source>
        <translation>Themenspeicher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dot(s)</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>Rang {0}</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>What becomes of it?</source>
        <translation>Was wird daraus?</translation>
    </message>
    <message>
        <source>Answer given</source>
        <translation>Gegebene Antwort</translation>
    </message>
    <message>
        <source>It is not taken up</source>
        <translation>Es wird nicht aufgegriffen</translation>
    </message>
    <message>
        <source>It is passed on</source>
        <translation>Es wird weitergegeben</translation>
    </message>
    <message>
        <source>It is taken up</source>
        <translation>Es wird aufgegriffen</translation>
    </message>
    <message>
        <source>It is answered</source>
        <translation>Es ist beantwortet</translation>
    </message>
    <message>
        <source>No measure</source>
        <translation>Keine Maßnahme</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Reason or answer, in words that people understand</source>
        <translation>Begründung oder Antwort, verständlich für alle</translation>
    </message>
    <message>
        <source>Is taken up in the measure</source>
        <translation>Aufgegriffen in der Maßnahme</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Delete answer</source>
        <translation>Antwort löschen</translation>
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
    <name>CardsRow</name>
    <message numerus="yes">
        <source>%Ln contribution(s)</source>
        <translation>
            <numerusform>%Ln Beitrag</numerusform>
            <numerusform>%Ln Beiträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>New measure</source>
        <translation>Neue Maßnahme</translation>
    </message>
    <message>
        <source>Measure {0}</source>
        <translation>Maßnahme {0}</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Not yet sorted</source>
        <translation>Noch nicht geordnet</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Ausgangslage</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wer setzt um</translation>
    </message>
    <message>
        <source>Coordinated by</source>
        <translation>Federführung</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Mit wem</translation>
    </message>
    <message>
        <source>By when (date or words)</source>
        <translation>Bis wann (Datum oder Worte)</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Cost in euros</source>
        <translation>Kosten in Euro</translation>
    </message>
    <message>
        <source>Funded by</source>
        <translation>Finanziert aus</translation>
    </message>
    <message>
        <source>How it goes on afterwards</source>
        <translation>Wie es danach weitergeht</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Reason (needed where it is declined)</source>
        <translation>Begründung (nötig, wenn abgelehnt)</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>Resolution needed</source>
        <translation>Beschluss nötig</translation>
    </message>
    <message>
        <source>Resolution on</source>
        <translation>Beschluss am</translation>
    </message>
    <message>
        <source>Number of the resolution</source>
        <translation>Nummer des Beschlusses</translation>
    </message>
    <message>
        <source>Effort (1 to 5)</source>
        <translation>Aufwand (1 bis 5)</translation>
    </message>
    <message>
        <source>Benefit (1 to 5)</source>
        <translation>Nutzen (1 bis 5)</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>How success is measured</source>
        <translation>Woran der Erfolg zu erkennen ist</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risiken</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>Woher sie kommt</translation>
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
    <name>MeasurePanel</name>
    <message>
        <source>Where does it come from?</source>
        <translation>Woher kommt das?</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Decided by: {0}</source>
        <translation>Beschluss: {0}</translation>
    </message>
    <message>
        <source>Theme, {0}</source>
        <translation>Themenfeld, {0}</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Themenfeld</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dot(s)</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>rank {0}</source>
        <translation>Rang {0}</translation>
    </message>
    <message>
        <source>{0} % of the dots placed</source>
        <translation>{0}&#xa0;% der vergebenen Punkte</translation>
    </message>
    <message>
        <source>shared rank</source>
        <translation>geteilter Rang</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>With whom</source>
        <translation>Mit wem</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>(resolution needed)</source>
        <translation>(Beschluss nötig)</translation>
    </message>
    <message>
        <source>Starting point</source>
        <translation>Ausgangslage</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Federführung</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beschluss</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Beschluss Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Einschätzung</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risiken</translation>
    </message>
    <message>
        <source>Later on</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>effort {0}, benefit {1}: {2}</source>
        <translation>Aufwand {0}, Nutzen {1}: {2}</translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message>
        <source>Measure from it</source>
        <translation>Maßnahme daraus</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>Begründen</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Agree</source>
        <translation>Vereinbaren</translation>
    </message>
</context>
<context>
    <name>ThemeDialog</name>
    <message>
        <source>From a theme</source>
        <translation>Aus einem Themenfeld</translation>
    </message>
    <message>
        <source>Make a measure from a theme</source>
        <translation>Maßnahme aus einem Themenfeld</translation>
    </message>
    <message>
        <source>Type a few letters of the theme, then press Enter</source>
        <translation>Einige Buchstaben des Themenfelds tippen, dann Enter</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Themenfeld</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themenfelder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
</TS>
