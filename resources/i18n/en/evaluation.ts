<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EvaluationPage</name>
    <message numerus="yes">
        <source>All %n workshop(s)</source>
        <translation>
            <numerusform>All (%n workshop)</numerusform>
            <numerusform>All %n workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As counted at the event; known for %n workshop(s).</source>
        <translation>
            <numerusform>As counted at the event; known for %n workshop.</numerusform>
            <numerusform>As counted at the event; known for %n workshops.</numerusform>
        </translation>
    </message>
</context>
</TS>
