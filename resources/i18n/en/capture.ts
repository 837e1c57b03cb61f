<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaptureCounts</name>
    <message numerus="yes">
        <source>contribution(s)</source>
        <comment>behind the number</comment>
        <translation>
            <numerusform>contribution</numerusform>
            <numerusform>contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message numerus="yes">
        <source>{0} of %n card(s)</source>
        <translation>
            <numerusform>{0} of %n card</numerusform>
            <numerusform>{0} of %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteLinesDialog</name>
    <message numerus="yes">
        <source>You are pasting %n lines</source>
        <translation>
            <numerusform>You are pasting %n line</numerusform>
            <numerusform>You are pasting %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n cards</source>
        <translation>
            <numerusform>Make %n card</numerusform>
            <numerusform>Make %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableTile</name>
    <message numerus="yes">
        <source>Table {0}: %n card(s)</source>
        <translation>
            <numerusform>Table {0}: %n card</numerusform>
            <numerusform>Table {0}: %n cards</numerusform>
        </translation>
    </message>
</context>
</TS>
