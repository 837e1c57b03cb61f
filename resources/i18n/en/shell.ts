<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln contribution(s) would come</source>
        <translation>
            <numerusform>%Ln contribution would come</numerusform>
            <numerusform>%Ln contributions would come</numerusform>
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
        <source>%Ln row(s) cannot be taken over</source>
        <translation>
            <numerusform>%Ln row cannot be taken over</numerusform>
            <numerusform>%Ln rows cannot be taken over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) taken over</source>
        <translation>
            <numerusform>%Ln contribution taken over</numerusform>
            <numerusform>%Ln contributions taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) were written twice.</source>
        <translation>
            <numerusform>%Ln place were written twice.</numerusform>
            <numerusform>%Ln places were written twice.</numerusform>
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
            <numerusform>%Ln backup keep their former state.</numerusform>
            <numerusform>%Ln backups keep their former state.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadBackDialog</name>
    <message numerus="yes">
        <source>%Ln change(s) taken over</source>
        <translation>
            <numerusform>%Ln change taken over</numerusform>
            <numerusform>%Ln changes taken over</numerusform>
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
