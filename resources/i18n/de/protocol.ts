<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Exporting</name>
    <message>
        <source>The PDF is being written …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is being written …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The public edition may hold personal data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) should be looked at before it is handed out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of contributions (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workshop (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol {} ({})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingLines</name>
    <message numerus="yes">
        <source>%n photo(s) without a description</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) without an answer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) without an answer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Possible personal data in {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Possible personal data in %n place(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The protocol is being drawn …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages are being prepared …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) were sent to the printer.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtocolPage</name>
    <message>
        <source>Look at this before exporting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the protocol</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save protocol as PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print protocol …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as Excel workbook …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print at once (1–2 pages) …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save contributions as CSV …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save workshop as JSON …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The protocol is being drawn …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No font shows these characters: {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Nothing is left to look at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p. {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
