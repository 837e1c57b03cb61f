<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Exporting</name>
    <message numerus="yes">
        <source>%Ln place(s) should be looked at before it is handed out.</source>
        <translation>
            <numerusform>Please look at %Ln place before you hand it out.</numerusform>
            <numerusform>Please look at %Ln places before you hand it out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindingLines</name>
    <message numerus="yes">
        <source>%Ln photo(s) without a description</source>
        <translation>
            <numerusform>%Ln photo without a description</numerusform>
            <numerusform>%Ln photos without a description</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) that two laptops wrote differently</source>
        <translation>
            <numerusform>%Ln entry that two laptops wrote differently</numerusform>
            <numerusform>%Ln entrys that two laptops wrote differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln theme(s) without an answer</source>
        <translation>
            <numerusform>%Ln theme without an answer</numerusform>
            <numerusform>%Ln themes without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) without an answer</source>
        <translation>
            <numerusform>%Ln contribution without an answer</numerusform>
            <numerusform>%Ln contributions without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Possible personal data in %Ln place(s)</source>
        <translation>
            <numerusform>Possible personal data in %Ln place</numerusform>
            <numerusform>Possible personal data in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReleasesDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) may hold personal data: look at them first.</source>
        <translation>
            <numerusform>%Ln place may hold personal data: look at it first.</numerusform>
            <numerusform>%Ln places may hold personal data: look at them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln further section(s)</source>
        <translation>
            <numerusform>%Ln further section</numerusform>
            <numerusform>%Ln further sections</numerusform>
        </translation>
    </message>
</context>
</TS>
