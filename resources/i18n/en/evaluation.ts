<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>EvaluationPage</name>
    <message numerus="yes">
        <source>All %Ln workshop(s)</source>
        <translation>
            <numerusform>All (%Ln workshop)</numerusform>
            <numerusform>All %Ln workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As counted at the event; known for %Ln workshop(s).</source>
        <translation>
            <numerusform>As counted at the event; known for %Ln workshop.</numerusform>
            <numerusform>As counted at the event; known for %Ln workshops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Workshop(s)</source>
        <translation>
            <numerusform>Workshop</numerusform>
            <numerusform>Workshops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contribution(s)</source>
        <translation>
            <numerusform>Contribution</numerusform>
            <numerusform>Contributions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measure(s)</source>
        <translation>
            <numerusform>Measure</numerusform>
            <numerusform>Measures</numerusform>
        </translation>
    </message>
</context>
</TS>
