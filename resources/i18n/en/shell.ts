<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n contribution(s) would be imported</source>
        <translation>
            <numerusform>%n contribution would be imported</numerusform>
            <numerusform>%n contributions would be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>and %n more row</numerusform>
            <numerusform>and %n more rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be imported</source>
        <translation>
            <numerusform>%n row cannot be imported</numerusform>
            <numerusform>%n rows cannot be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contribution(s) imported</source>
        <translation>
            <numerusform>%n contribution imported</numerusform>
            <numerusform>%n contributions imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n place(s) were changed twice.</source>
        <translation>
            <numerusform>%n place was changed twice.</numerusform>
            <numerusform>%n places were changed twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message numerus="yes">
        <source>Done, with %n backup(s).</source>
        <translation>
            <numerusform>Done, with %n backup.</numerusform>
            <numerusform>Done, with %n backups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) keep their former state.</source>
        <translation>
            <numerusform>%n backup keeps its former state.</numerusform>
            <numerusform>%n backups keep their former state.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message numerus="yes">
        <source>%n change(s) applied</source>
        <translation>
            <numerusform>%n change applied</numerusform>
            <numerusform>%n changes applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%n package(s) written</source>
        <translation>
            <numerusform>%n package written</numerusform>
            <numerusform>%n packages written</numerusform>
        </translation>
    </message>
</context>
</TS>
