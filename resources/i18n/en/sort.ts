<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source>Bundle %n card(s)</source>
        <translation>
            <numerusform>Bundle %n card</numerusform>
            <numerusform>Bundle %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDeeds</name>
    <message numerus="yes">
        <source>Where to with %n card(s)?</source>
        <translation>
            <numerusform>Where to with %n card?</numerusform>
            <numerusform>Where to with %n cards?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClusterDialog</name>
    <message numerus="yes">
        <source>New column of %n card(s)</source>
        <translation>
            <numerusform>New column of %n card</numerusform>
            <numerusform>New column of %n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n contribution(s)</source>
        <translation>
            <numerusform>%n contribution</numerusform>
            <numerusform>%n contributions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnModel</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FocusedCard</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>These %n card(s) say nearly the same.</source>
        <translation>
            <numerusform>This card says nearly the same.</numerusform>
            <numerusform>These %n cards say nearly the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) to “{title}”?</source>
        <translation>
            <numerusform>%n card to “{title}”?</numerusform>
            <numerusform>%n cards to “{title}”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These %n card(s) as a new column “{title}”?</source>
        <translation>
            <numerusform>This card as a new column “{title}”?</numerusform>
            <numerusform>These %n cards as a new column “{title}”?</numerusform>
        </translation>
    </message>
</context>
</TS>
