<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PageEntry</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>This laptop</source>
        <translation>Dieser Laptop</translation>
    </message>
    <message>
        <source>Name of this laptop</source>
        <translation>Name dieses Laptops</translation>
    </message>
    <message>
        <source>Shown in the history beside what was written here, for example “Table 3”. It applies the next time a file is opened.</source>
        <translation>Er steht im Verlauf bei dem, was hier geschrieben wurde, zum Beispiel „Tisch&#xa0;3“. Er gilt, sobald eine Datei das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
        <source>Folder for new files</source>
        <translation>Ordner für neue Dateien</translation>
    </message>
    <message>
        <source>Second place for backups, for example a stick</source>
        <translation>Zweiter Ort für Sicherungen, zum Beispiel ein Stick</translation>
    </message>
    <message>
        <source>Second place for backups</source>
        <translation>Zweiter Ort für Sicherungen</translation>
    </message>
    <message>
        <source>No second copy for now</source>
        <translation>Vorerst keine zweite Kopie</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Sprache und Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
</context>
</TS>
