<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%n place(s) should be looked at before it is handed out.</source>
        <translation>
            <numerusform>Please look at %n place before you hand it out.</numerusform>
            <numerusform>Please look at %n places before you hand it out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingLines</name>
    <message numerus="yes">
        <source>%n photo(s) without a description</source>
        <translation>
            <numerusform>%n photo without a description</numerusform>
            <numerusform>%n photos without a description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n theme(s) without an answer</source>
        <translation>
            <numerusform>%n theme without an answer</numerusform>
            <numerusform>%n themes without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) without an answer</source>
        <translation>
            <numerusform>%n contribution without an answer</numerusform>
            <numerusform>%n contributions without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Possible personal data in %n place(s)</source>
        <translation>
            <numerusform>Possible personal data in %n place</numerusform>
            <numerusform>Possible personal data in %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s) were sent to the printer.</source>
        <translation>
            <numerusform>%n page was sent to the printer.</numerusform>
            <numerusform>%n pages were sent to the printer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleasesDialog</name>
    <message numerus="yes">
        <source>%n place(s) may hold personal data: look at them first.</source>
        <translation>
            <numerusform>%n place may hold personal data: look at it first.</numerusform>
            <numerusform>%n places may hold personal data: look at them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further section(s)</source>
        <translation>
            <numerusform>%n further section</numerusform>
            <numerusform>%n further sections</numerusform>
        </translation>
    </message>
</context>
</TS>
