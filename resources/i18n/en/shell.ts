<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln contribution(s) would be imported</source>
        <translation>
            <numerusform>%Ln contribution would be imported</numerusform>
            <numerusform>%Ln contributions would be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more row(s)</source>
        <translation>
            <numerusform>and %Ln more row</numerusform>
            <numerusform>and %Ln more rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) cannot be imported</source>
        <translation>
            <numerusform>%Ln row cannot be imported</numerusform>
            <numerusform>%Ln rows cannot be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) imported</source>
        <translation>
            <numerusform>%Ln contribution imported</numerusform>
            <numerusform>%Ln contributions imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) were changed twice.</source>
        <translation>
            <numerusform>%Ln place was changed twice.</numerusform>
            <numerusform>%Ln places were changed twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message numerus="yes">
        <source>Done, with %Ln backup(s).</source>
        <translation>
            <numerusform>Done, with %Ln backup.</numerusform>
            <numerusform>Done, with %Ln backups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln backup(s) keep their former state.</source>
        <translation>
            <numerusform>%Ln backup keeps its former state.</numerusform>
            <numerusform>%Ln backups keep their former state.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) applied</source>
        <translation>
            <numerusform>%Ln change applied</numerusform>
            <numerusform>%Ln changes applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message numerus="yes">
        <source>%Ln package(s) written</source>
        <translation>
            <numerusform>%Ln package written</numerusform>
            <numerusform>%Ln packages written</numerusform>
        </translation>
    </message>
</context>
</TS>
