<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActorDialog</name>
    <message>
        <source>Not stated</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>Akteur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Contact (internal)</source>
        <translation>Kontakt (intern)</translation>
    </message>
    <message>
        <source>Notes (internal)</source>
        <translation>Notizen (intern)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>ActorsPage</name>
    <message>
        <source>New entry …</source>
        <translation>Neuer Eintrag …</translation>
    </message>
    <message>
        <source>Delete the entry</source>
        <translation>Eintrag löschen</translation>
    </message>
    <message>
        <source>Search actors</source>
        <translation>Akteure suchen</translation>
    </message>
    <message>
        <source>Sort the table …</source>
        <translation>Tabelle sortieren …</translation>
    </message>
    <message>
        <source>Actors ({0})</source>
        <translation>Akteure ({0})</translation>
    </message>
    <message>
        <source>Advice offices ({0})</source>
        <translation>Beratungsstellen ({0})</translation>
    </message>
    <message>
        <source>Please choose an entry in the table first.</source>
        <translation>Bitte wählen Sie zuerst einen Eintrag in der Tabelle.</translation>
    </message>
    <message>
        <source>There are no entries yet.</source>
        <translation>Es gibt noch keine Einträge.</translation>
    </message>
    <message>
        <source>“{0}” was deleted. Ctrl+Z brings it back.</source>
        <translation>„{0}“ ist gelöscht. Strg+Z holt den Eintrag zurück.</translation>
    </message>
    <message>
        <source>No advice offices yet.</source>
        <translation>Noch keine Beratungsstellen.</translation>
    </message>
    <message>
        <source>Where do people get free advice in the neighbourhood?</source>
        <translation>Wo bekommen Menschen in der Nähe kostenlosen Rat?</translation>
    </message>
    <message>
        <source>First advice office</source>
        <translation>Erste Beratungsstelle</translation>
    </message>
    <message>
        <source>No actors yet.</source>
        <translation>Noch keine Akteure.</translation>
    </message>
    <message>
        <source>Who plays a part in the quarter: associations, churches, services?</source>
        <translation>Wer spielt im Quartier eine Rolle: Vereine, Kirchen, Dienste?</translation>
    </message>
    <message>
        <source>First actor</source>
        <translation>Erster Akteur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Contact (internal)</source>
        <translation>Kontakt (intern)</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, group, topic …</source>
        <translation>Name, Gruppe, Thema …</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>Actors and advice offices</source>
        <translation>Akteure und Beratungsstellen</translation>
    </message>
</context>
<context>
    <name>OfficeDialog</name>
    <message>
        <source>Advice office</source>
        <translation>Beratungsstelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Internetseite</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Actors</source>
        <translation>Akteure</translation>
    </message>
</context>
</TS>
