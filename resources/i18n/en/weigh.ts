<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>%n more topic(s) differ.</source>
        <translation>
            <numerusform>%n more topic differs.</numerusform>
            <numerusform>%n more topics differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s) not counted a second time; there the first count holds.</source>
        <translation>
            <numerusform>%n topic not counted a second time; there the first count holds.</numerusform>
            <numerusform>%n topics not counted a second time; there the first count holds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Filling</name>
    <message numerus="yes">
        <source>sheet(s) entered</source>
        <translation>
            <numerusform>sheet entered</numerusform>
            <numerusform>sheets entered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of this sheet are empty.</source>
        <translation>
            <numerusform>%n field of this sheet is empty.</numerusform>
            <numerusform>%n fields of this sheet are empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PollDialog</name>
    <message numerus="yes">
        <source>%n option(s)</source>
        <translation>
            <numerusform>%n option</numerusform>
            <numerusform>%n options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n pair(s) not compared: points are provisional.</source>
        <translation>
            <numerusform>%n pair not compared: points are provisional.</numerusform>
            <numerusform>%n pairs not compared: points are provisional.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voter(s)</source>
        <translation>
            <numerusform>%n voter</numerusform>
            <numerusform>%n voters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{held}: mean {mean}, %n vote(s)</source>
        <translation>
            <numerusform>{held}: mean {mean}, %n vote</numerusform>
            <numerusform>{held}: mean {mean}, %n votes</numerusform>
        </translation>
    </message>
</context>
</TS>
