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
        <source>{0} of %Ln card(s)</source>
        <translation>
            <numerusform>{0} of %Ln card</numerusform>
            <numerusform>{0} of %Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteLinesDialog</name>
    <message numerus="yes">
        <source>You are pasting %Ln lines</source>
        <translation>
            <numerusform>You are pasting %Ln line</numerusform>
            <numerusform>You are pasting %Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln cards</source>
        <translation>
            <numerusform>Make %Ln card</numerusform>
            <numerusform>Make %Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Line(s) {0} hold codes alone and are left out.</source>
        <translation>
            <numerusform>Line {0} hold codes alone and are left out.</numerusform>
            <numerusform>Lines {0} hold codes alone and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableTile</name>
    <message numerus="yes">
        <source>Table {0}: %Ln card(s)</source>
        <translation>
            <numerusform>Table {0}: %Ln card</numerusform>
            <numerusform>Table {0}: %Ln cards</numerusform>
        </translation>
    </message>
</context>
</TS>
