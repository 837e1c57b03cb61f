<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>%Ln more topic(s) differ.</source>
        <translation>
            <numerusform>%Ln more topic differs.</numerusform>
            <numerusform>%Ln more topics differ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln topic(s) not counted a second time; there the first count holds.</source>
        <translation>
            <numerusform>%Ln topic not counted a second time; there the first count holds.</numerusform>
            <numerusform>%Ln topics not counted a second time; there the first count holds.</numerusform>
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
        <source>%Ln field(s) of this sheet are empty.</source>
        <translation>
            <numerusform>%Ln field of this sheet is empty.</numerusform>
            <numerusform>%Ln fields of this sheet are empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PollDialog</name>
    <message numerus="yes">
        <source>%Ln option(s)</source>
        <translation>
            <numerusform>%Ln option</numerusform>
            <numerusform>%Ln options</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%Ln pair(s) not compared: points are provisional.</source>
        <translation>
            <numerusform>%Ln pair not compared: points are provisional.</numerusform>
            <numerusform>%Ln pairs not compared: points are provisional.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln voter(s)</source>
        <translation>
            <numerusform>%Ln voter</numerusform>
            <numerusform>%Ln voters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{held}: mean {mean}, %Ln vote(s)</source>
        <translation>
            <numerusform>{held}: mean {mean}, %Ln vote</numerusform>
            <numerusform>{held}: mean {mean}, %Ln votes</numerusform>
        </translation>
    </message>
</context>
</TS>
