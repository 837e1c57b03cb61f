<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Exporting</name>
    <message>
        <source>The PDF is being written …</source>
        <translation>Das PDF wird geschrieben …</translation>
    </message>
    <message>
        <source>The file is being written …</source>
        <translation>Die Datei wird geschrieben …</translation>
    </message>
    <message>
        <source>The public edition may hold personal data.</source>
        <translation>In der öffentlichen Fassung könnten personenbezogene Daten stehen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) should be looked at before it is handed out.</source>
        <translation>
            <numerusform>Bitte sehen Sie sich eine Stelle an, bevor Sie die Fassung weitergeben.</numerusform>
            <numerusform>Bitte sehen Sie sich %Ln Stellen an, bevor Sie die Fassung weitergeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Table of contributions (*.csv)</source>
        <translation>Tabelle der Beiträge (*.csv)</translation>
    </message>
    <message>
        <source>Workshop (*.json)</source>
        <translation>Werkstatt (*.json)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Gespeichert: {}</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentlich</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>Minutes {} ({})</source>
        <translation>Protokoll {} ({})</translation>
    </message>
</context>
<context>
    <name>FindingLines</name>
    <message numerus="yes">
        <source>%Ln photo(s) without a description</source>
        <translation>
            <numerusform>1 Foto ohne Alternativtext</numerusform>
            <numerusform>%Ln Fotos ohne Alternativtext</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) that two laptops wrote differently</source>
        <translation>
            <numerusform>1 Eintrag, den zwei Laptops verschieden geschrieben haben</numerusform>
            <numerusform>%Ln Einträge, die zwei Laptops verschieden geschrieben haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln theme(s) without an answer</source>
        <translation>
            <numerusform>1 Themenfeld ohne Antwort</numerusform>
            <numerusform>%Ln Themenfelder ohne Antwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln contribution(s) without an answer</source>
        <translation>
            <numerusform>1 Beitrag ohne Antwort</numerusform>
            <numerusform>%Ln Beiträge ohne Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Possible personal data in {}</source>
        <translation>Möglicher Personenbezug in {}</translation>
    </message>
    <message numerus="yes">
        <source>Possible personal data in %Ln place(s)</source>
        <translation>
            <numerusform>Möglicher Personenbezug an 1 Stelle</numerusform>
            <numerusform>Möglicher Personenbezug an %Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>PageEntry</name>
    <message>
        <source>Minutes</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>The minutes are being drawn …</source>
        <translation>Das Protokoll wird gezeichnet …</translation>
    </message>
    <message>
        <source>Print minutes</source>
        <translation>Protokoll drucken</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The pages are being prepared …</source>
        <translation>Die Seiten werden vorbereitet …</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>Der Drucker antwortet nicht.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker geschickt</translation>
    </message>
</context>
<context>
    <name>ProtocolPage</name>
    <message>
        <source>Look at this before exporting</source>
        <translation>Vor dem Export ansehen</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Komplett</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Preview of the minutes</source>
        <translation>Vorschau des Protokolls</translation>
    </message>
    <message>
        <source>Save minutes as PDF …</source>
        <translation>Protokoll als PDF speichern …</translation>
    </message>
    <message>
        <source>Print minutes …</source>
        <translation>Protokoll drucken …</translation>
    </message>
    <message>
        <source>Release minutes …</source>
        <translation>Protokoll freigeben …</translation>
    </message>
    <message>
        <source>Save as Excel workbook …</source>
        <translation>Als Excel-Arbeitsmappe speichern …</translation>
    </message>
    <message>
        <source>Print at once (1–2 pages) …</source>
        <translation>Sofortausdruck (1–2&#xa0;Seiten) …</translation>
    </message>
    <message>
        <source>Save contributions as CSV …</source>
        <translation>Beiträge als CSV speichern …</translation>
    </message>
    <message>
        <source>Save workshop as JSON …</source>
        <translation>Werkstatt als JSON speichern …</translation>
    </message>
    <message>
        <source>The minutes are being drawn …</source>
        <translation>Das Protokoll wird gezeichnet …</translation>
    </message>
    <message>
        <source>No font shows these characters: {}</source>
        <translation>Keine Schrift kann diese Zeichen zeigen: {}</translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation>Seite {} von {}</translation>
    </message>
    <message>
        <source>Not released yet</source>
        <translation>Noch nicht freigegeben</translation>
    </message>
    <message>
        <source>Version {} released on {}</source>
        <translation>Fassung {} freigegeben am {}</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Page ↑ ↓</source>
        <translation>Bild ↑ ↓</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Black and white, for copiers</source>
        <translation>Schwarzweiß, für Kopierer</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Alt+↑ ↓ moves</source>
        <translation>Alt+↑ ↓ verschiebt</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Versions …</source>
        <translation>Fassungen …</translation>
    </message>
</context>
<context>
    <name>ReleasedVersion</name>
    <message>
        <source>Page {} of {}</source>
        <translation>Seite {} von {}</translation>
    </message>
    <message>
        <source>Released version</source>
        <translation>Freigegebene Fassung</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ReleasesDialog</name>
    <message numerus="yes">
        <source>%Ln place(s) may hold personal data: look at them first.</source>
        <translation>
            <numerusform>%Ln Stelle enthält möglicherweise personenbezogene Daten: Bitte sehen Sie sie zuerst an.</numerusform>
            <numerusform>%Ln Stellen enthalten möglicherweise personenbezogene Daten: Bitte sehen Sie sie zuerst an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Release version {}</source>
        <translation>Fassung {} freigeben</translation>
    </message>
    <message>
        <source>Next: {}</source>
        <translation>Als Nächstes: {}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>What was new</source>
        <translation>Was neu war</translation>
    </message>
    <message>
        <source>public edition</source>
        <translation>öffentliche Fassung</translation>
    </message>
    <message>
        <source>internal edition</source>
        <translation>interne Fassung</translation>
    </message>
    <message>
        <source>This edition has not been released yet.</source>
        <translation>Diese Fassung wurde noch nicht freigegeben.</translation>
    </message>
    <message>
        <source>Nothing has changed since version {}.</source>
        <translation>Seit Fassung {} hat sich nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln further section(s)</source>
        <translation>
            <numerusform>%Ln weiterer Abschnitt</numerusform>
            <numerusform>%Ln weitere Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed since version {}: {}.</source>
        <translation>Seit Fassung {} geändert: {}.</translation>
    </message>
    <message>
        <source>Withdraw {}?</source>
        <translation>Möchten Sie die {} zurückziehen?</translation>
    </message>
    <message>
        <source>The minutes are being released …</source>
        <translation>Das Protokoll wird freigegeben …</translation>
    </message>
    <message>
        <source>Released: version {}</source>
        <translation>Freigegeben: Fassung {}</translation>
    </message>
    <message>
        <source>It disappears from this list; what has been handed out stays in circulation.</source>
        <translation>Sie verschwindet aus dieser Liste; was schon ausgegeben wurde, bleibt im Umlauf.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Versions of the minutes</source>
        <translation>Fassungen des Protokolls</translation>
    </message>
    <message>
        <source>What was released stays in the file as it was handed out, whatever changes later.</source>
        <translation>Was freigegeben ist, bleibt so in der Datei, wie es ausgegeben wurde, auch wenn sich später etwas ändert.</translation>
    </message>
    <message>
        <source>Released versions</source>
        <translation>Freigegebene Fassungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Withdraw …</source>
        <translation>Zurückziehen …</translation>
    </message>
    <message>
        <source>What is new? It is printed among the notes.</source>
        <translation>Was ist neu? Der Vermerk wird bei den Hinweisen gedruckt.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Nothing is left to review.</source>
        <translation>Es ist nichts mehr anzusehen.</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezug</translation>
    </message>
    <message>
        <source>Possible personal data</source>
        <translation>Möglicher Personenbezug</translation>
    </message>
    <message>
        <source>That is for you to judge. What you reword here is printed; the original stays in the file.</source>
        <translation>Ob es einer ist, entscheiden Sie. Gedruckt wird, was Sie hier umformulieren; der O-Ton bleibt in der Datei.</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>As it was said</source>
        <translation>O-Ton: Was gesagt wurde</translation>
    </message>
    <message>
        <source>Wording for the minutes</source>
        <translation>Protokollfassung</translation>
    </message>
    <message>
        <source>Save wording</source>
        <translation>Protokollfassung speichern</translation>
    </message>
    <message>
        <source>Do not publish the words</source>
        <translation>Wortlaut nicht veröffentlichen</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SectionModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>p. {}</source>
        <translation>S.&#xa0;{}</translation>
    </message>
    <message>
        <source>is printed</source>
        <translation>wird gedruckt</translation>
    </message>
    <message>
        <source>is left out</source>
        <translation>wird ausgelassen</translation>
    </message>
</context>
</TS>
