<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source>Bundle %Ln card(s)</source>
        <translation>
            <numerusform>Bundle %Ln card</numerusform>
            <numerusform>Bundle %Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDeeds</name>
    <message numerus="yes">
        <source>Where to with %Ln card(s)?</source>
        <translation>
            <numerusform>Where to with %Ln card?</numerusform>
            <numerusform>Where to with %Ln cards?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterDialog</name>
    <message numerus="yes">
        <source>New column of %Ln card(s)</source>
        <translation>
            <numerusform>New column of %Ln card</numerusform>
            <numerusform>New column of %Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message numerus="yes">
        <source>%Ln card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%Ln contribution(s)</source>
        <translation>
            <numerusform>%Ln contribution</numerusform>
            <numerusform>%Ln contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FocusedCard</name>
    <message numerus="yes">
        <source>%Ln mention(s)</source>
        <translation>
            <numerusform>%Ln mention</numerusform>
            <numerusform>%Ln mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>These %Ln card(s) say nearly the same.</source>
        <translation>
            <numerusform>This card says nearly the same.</numerusform>
            <numerusform>These %Ln cards say nearly the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln card(s) to “{title}”?</source>
        <translation>
            <numerusform>%Ln card to “{title}”?</numerusform>
            <numerusform>%Ln cards to “{title}”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %Ln card(s) as a new column “{title}”?</source>
        <translation>
            <numerusform>This card as a new column “{title}”?</numerusform>
            <numerusform>These %Ln cards as a new column “{title}”?</numerusform>
        </translation>
    </message>
</context>
</TS>
