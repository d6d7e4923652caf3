<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>app::About</name>
    <message>
        <source>About Polylogue</source>
        <translation>Über Polylogue</translation>
    </message>
    <message>
        <source>&lt;b&gt;Polylogue %1&lt;/b&gt;&lt;p&gt;A workbench for multimodal language: talking videos with their computational sequences on one timeline, alignment and fusion models live.&lt;/p&gt;&lt;p&gt;Free software under the GNU GPL, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Polylogue %1&lt;/b&gt;&lt;p&gt;Eine Werkbank für multimodale Sprache: Videos Sprechender mit ihren Feature-Sequenzen auf einer Zeitleiste, Ausrichtung und Fusionsmodelle live.&lt;/p&gt;&lt;p&gt;Freie Software unter der GNU GPL, Version 3 oder neuer.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Parts that learnt from people, each with its licence beside it: expression (votes of FER+: MIT), valence (VADER: MIT, Apache-2.0), arousal (EmoDB: CC0), word vectors (GloVe: PDDL), points of a face (MediaPipe: Apache-2.0), their sum (votes of CREMA-D: ODbL).&lt;/p&gt;</source>
        <translation>&lt;p&gt;Teile, die von Menschen gelernt haben, jeder mit seiner Lizenz daneben: Ausdruck (Stimmen von FER+: MIT), Valenz (VADER: MIT, Apache-2.0), Erregung (EmoDB: CC0), Wortvektoren (GloVe: PDDL), Gesichtspunkte (MediaPipe: Apache-2.0), ihre Summe (Stimmen von CREMA-D: ODbL).&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>app::Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>D&amp;emo öffnen</translation>
    </message>
    <message>
        <source>Open the demo’s &amp;conversation</source>
        <translation>Das &amp;Gespräch der Demo öffnen</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>&amp;Kopie speichern…</translation>
    </message>
    <message>
        <source>&amp;Restore version…</source>
        <translation>&amp;Version wiederherstellen…</translation>
    </message>
    <message>
        <source>&amp;Merge another copy…</source>
        <translation>&amp;Andere Kopie zusammenführen…</translation>
    </message>
    <message>
        <source>&amp;Collect files…</source>
        <translation>Da&amp;teien sammeln…</translation>
    </message>
    <message>
        <source>&amp;Export words as csd…</source>
        <translation>&amp;Wörter als csd exportieren…</translation>
    </message>
    <message>
        <source>&amp;Picture of the timeline…</source>
        <translation>B&amp;ild der Zeitleiste…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Wiedergabe oder Pause</translation>
    </message>
    <message>
        <source>Play &amp;segment or selection</source>
        <translation>&amp;Segment oder Auswahl abspielen</translation>
    </message>
    <message>
        <source>Play &amp;around the playhead</source>
        <translation>&amp;Um die Abspielposition herum abspielen</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>S&amp;chleife</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>Sc&amp;hneller</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>&amp;Normales Tempo</translation>
    </message>
    <message>
        <source>&amp;Mute the sound</source>
        <translation>&amp;Ton stumm schalten</translation>
    </message>
    <message>
        <source>One frame &amp;back</source>
        <translation>&amp;Ein Frame zurück</translation>
    </message>
    <message>
        <source>&amp;Go to time, frame or segment…</source>
        <translation>&amp;Gehe zu Zeit, Frame oder Segment…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>V&amp;erkleinern</translation>
    </message>
    <message>
        <source>Zoom to the &amp;whole file</source>
        <translation>&amp;Ganze Datei zeigen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste at the playhead</source>
        <translation>An &amp;der Abspielposition einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all of the tier</source>
        <translation>Alles auf der &amp;Ebene auswählen</translation>
    </message>
    <message>
        <source>&amp;Merge with the next</source>
        <translation>&amp;Mit dem nächsten verbinden</translation>
    </message>
    <message>
        <source>&amp;New from selection or playhead</source>
        <translation>Neu aus Auswahl &amp;oder Abspielposition</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;End at the playhead</source>
        <translation>Ende a&amp;uf die Abspielposition</translation>
    </message>
    <message>
        <source>&amp;Choose start or end</source>
        <translation>Anfan&amp;g oder Ende wählen</translation>
    </message>
    <message>
        <source>Sentiment −&amp;3</source>
        <translation>Sentiment −&amp;3</translation>
    </message>
    <message>
        <source>Sentiment −&amp;2</source>
        <translation>Sentiment −&amp;2</translation>
    </message>
    <message>
        <source>Sentiment −&amp;1</source>
        <translation>Sentiment −&amp;1</translation>
    </message>
    <message>
        <source>Sentiment &amp;0</source>
        <translation>Sentiment &amp;0</translation>
    </message>
    <message>
        <source>&amp;No sentiment</source>
        <translation>&amp;Kein Sentiment</translation>
    </message>
    <message>
        <source>&amp;Annotator…</source>
        <translation>&amp;Annotator…</translation>
    </message>
    <message>
        <source>&amp;Apply to this video</source>
        <translation>&amp;Auf dieses Video anwenden</translation>
    </message>
    <message>
        <source>&amp;Revert this video</source>
        <translation>&amp;Dieses Video zurücksetzen</translation>
    </message>
    <message>
        <source>Show aligned &amp;rows</source>
        <translation>Ausgerichtete &amp;Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show &amp;imputed values</source>
        <translation>&amp;Imputierte Werte zeigen</translation>
    </message>
    <message>
        <source>Show &amp;coverage ribbons</source>
        <translation>A&amp;bdeckungsbänder zeigen</translation>
    </message>
    <message>
        <source>Copy the recipe as &amp;command</source>
        <translation>&amp;Rezept als Befehl kopieren</translation>
    </message>
    <message>
        <source>&amp;Save the recipe…</source>
        <translation>Rezept &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Open a recipe…</source>
        <translation>R&amp;ezept öffnen…</translation>
    </message>
    <message>
        <source>&amp;Predict this segment</source>
        <translation>&amp;Dieses Segment vorhersagen</translation>
    </message>
    <message>
        <source>Model uses &amp;text</source>
        <translation>&amp;Modell nutzt Text</translation>
    </message>
    <message>
        <source>Model uses &amp;sound</source>
        <translation>Modell &amp;nutzt Ton</translation>
    </message>
    <message>
        <source>Model uses &amp;vision</source>
        <translation>Modell nutzt &amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>M&amp;odell öffnen…</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>E&amp;rkunden</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>Ausri&amp;chten</translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Find in the library</source>
        <translation>&amp;In der Bibliothek suchen</translation>
    </message>
    <message>
        <source>Find on the &amp;timeline</source>
        <translation>Auf der &amp;Zeitleiste suchen</translation>
    </message>
    <message>
        <source>Show the &amp;inspector</source>
        <translation>I&amp;nspektor zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;alignment</source>
        <translation>Ausric&amp;htung zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;prediction</source>
        <translation>M&amp;odell zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;history</source>
        <translation>Ver&amp;lauf zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;space of segments</source>
        <translation>Rau&amp;m der Segmente zeigen</translation>
    </message>
    <message>
        <source>Show the s&amp;tatistics</source>
        <translation>Statisti&amp;k zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;table</source>
        <translation>&amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>&amp;Befehl ausführen…</translation>
    </message>
    <message>
        <source>&amp;Help pages</source>
        <translation>&amp;Hilfeseiten</translation>
    </message>
    <message>
        <source>&amp;Look around</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Polylogue</source>
        <translation>Über &amp;Polylogue</translation>
    </message>
    <message>
        <source>Export se&amp;lection…</source>
        <translation>A&amp;uswahl exportieren…</translation>
    </message>
    <message>
        <source>Save &amp;frame…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>Picture on the &amp;whole screen</source>
        <translation>Bild auf &amp;dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>Export annotati&amp;on…</source>
        <translation>Annotation e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Edit the tier a&amp;bove</source>
        <translation>Ebene darüber bearbei&amp;ten</translation>
    </message>
    <message>
        <source>Edit the tier belo&amp;w</source>
        <translation>Ebene &amp;darunter bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>K&amp;ommentar</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>&amp;Begin or go on with a pass…</source>
        <translation>&amp;Durchgang beginnen oder fortsetzen…</translation>
    </message>
    <message>
        <source>C&amp;ommit and go to the next</source>
        <translation>Übernehmen und &amp;weiter zum nächsten</translation>
    </message>
    <message>
        <source>&amp;Play the segment again</source>
        <translation>Segment noch &amp;einmal abspielen</translation>
    </message>
    <message>
        <source>&amp;Show what others said</source>
        <translation>&amp;Zeigen, was andere sagten</translation>
    </message>
    <message>
        <source>Report of the re&amp;view…</source>
        <translation>Beri&amp;cht zum Review…</translation>
    </message>
    <message>
        <source>Export labels as csd…</source>
        <translation>Labels als csd exportieren…</translation>
    </message>
    <message>
        <source>&amp;Leave the pass</source>
        <translation>Durchgang &amp;verlassen</translation>
    </message>
    <message>
        <source>&amp;Record a rating, or stop</source>
        <translation>Bewertung au&amp;fzeichnen oder anhalten</translation>
    </message>
    <message>
        <source>Show the revie&amp;w</source>
        <translation>Review zeigen</translation>
    </message>
    <message>
        <source>Panels over the full hei&amp;ght</source>
        <translation>&amp;Bereiche über die volle Höhe</translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation>Transkript zeigen</translation>
    </message>
    <message>
        <source>Li&amp;ve…</source>
        <translation>&amp;Live…</translation>
    </message>
    <message>
        <source>Write tensors…</source>
        <translation>Tensoren schreiben…</translation>
    </message>
    <message>
        <source>&amp;Raters and consensus…</source>
        <translation>Annotatoren und &amp;Konsens…</translation>
    </message>
    <message>
        <source>&amp;Card of the model…</source>
        <translation>&amp;Karte des Modells …</translation>
    </message>
    <message>
        <source>Apply to all &amp;videos</source>
        <translation>Auf alle &amp;Videos anwenden</translation>
    </message>
    <message>
        <source>Copy the recipe as &amp;Python</source>
        <translation>Rezept als &amp;Python kopieren</translation>
    </message>
    <message>
        <source>Tensors: npz, h5</source>
        <translation>Tensoren: npz, h5</translation>
    </message>
    <message>
        <source>Show the &amp;next camera</source>
        <translation>Nächste &amp;Kamera zeigen</translation>
    </message>
    <message>
        <source>&amp;Add a camera…</source>
        <translation>Kamera hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>&amp;Camera offset…</source>
        <translation>&amp;Versatz der Kamera…</translation>
    </message>
    <message>
        <source>C&amp;omplete this tier…</source>
        <translation>&amp;Diese Ebene vervollständigen…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Annotation: ELAN, Praat, CSV and others</source>
        <translation>Annotation: ELAN, Praat, CSV und andere</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Words: csd</source>
        <translation>Wörter: csd</translation>
    </message>
    <message>
        <source>Selection: a clip with its rows</source>
        <translation>Auswahl: ein Ausschnitt mit seinen Zeilen</translation>
    </message>
    <message>
        <source>Seq&amp;uences…</source>
        <translation>&amp;Sequenzen…</translation>
    </message>
    <message>
        <source>&amp;Faces on the picture</source>
        <translation>&amp;Gesichter im Bild</translation>
    </message>
    <message>
        <source>Who is &amp;seen and heard…</source>
        <translation>Wer &amp;zu sehen und zu hören ist…</translation>
    </message>
    <message>
        <source>Sent&amp;iment +1</source>
        <translation>&amp;Sentiment +1</translation>
    </message>
    <message>
        <source>Senti&amp;ment +2</source>
        <translation>S&amp;entiment +2</translation>
    </message>
    <message>
        <source>Sentimen&amp;t +3</source>
        <translation>Se&amp;ntiment +3</translation>
    </message>
    <message>
        <source>One step mo&amp;re</source>
        <translation>Eine Stufe &amp;mehr</translation>
    </message>
    <message>
        <source>One step &amp;less</source>
        <translation>Eine Stufe &amp;weniger</translation>
    </message>
    <message>
        <source>&amp;Other labels by letters</source>
        <translation>Andere Labels per &amp;Buchstabe</translation>
    </message>
    <message>
        <source>Confidence &amp;low</source>
        <translation>&amp;Sicherheit gering</translation>
    </message>
    <message>
        <source>Confidence &amp;medium</source>
        <translation>S&amp;icherheit mittel</translation>
    </message>
    <message>
        <source>Confidence &amp;high</source>
        <translation>Sicherheit &amp;hoch</translation>
    </message>
    <message>
        <source>Label &amp;while playing</source>
        <translation>Wä&amp;hrend der Wiedergabe labeln</translation>
    </message>
    <message>
        <source>&amp;Reaction delay…</source>
        <translation>&amp;Reaktionszeit…</translation>
    </message>
    <message>
        <source>&amp;Learn while labelling</source>
        <translation>&amp;Beim Labeln lernen</translation>
    </message>
    <message>
        <source>&amp;Fetch a standard dataset…</source>
        <translation>&amp;Standarddatensatz abrufen…</translation>
    </message>
    <message>
        <source>&amp;Folder of the clips…</source>
        <translation>&amp;Ordner der Clips…</translation>
    </message>
    <message>
        <source>All files: collected in one folder</source>
        <translation>Alle Dateien: in einem Ordner gesammelt</translation>
    </message>
    <message>
        <source>&amp;Subtitles</source>
        <translation>&amp;Untertitel</translation>
    </message>
    <message>
        <source>S&amp;how the picture</source>
        <translation>&amp;Bild zeigen</translation>
    </message>
    <message>
        <source>Picture in a window of its &amp;own</source>
        <translation>Bild &amp;in eigenem Fenster</translation>
    </message>
    <message>
        <source>Picture: this frame as png</source>
        <translation>Bild: dieses Bild als png</translation>
    </message>
    <message>
        <source>&amp;Play sound</source>
        <translation>Ton w&amp;iedergeben</translation>
    </message>
    <message>
        <source>What sounds and looks &amp;alike…</source>
        <translation>Was ähn&amp;lich klingt und aussieht…</translation>
    </message>
    <message>
        <source>&amp;Next that is not done</source>
        <translation>&amp;Nächstes, das nicht fertig ist</translation>
    </message>
    <message>
        <source>&amp;Unlock these answers, or lock…</source>
        <translation>Diese Antworten &amp;freigeben oder sperren…</translation>
    </message>
    <message>
        <source>&amp;Find suspicious labels…</source>
        <translation>Verdächtige &amp;Labels finden…</translation>
    </message>
    <message>
        <source>Share out the &amp;work…</source>
        <translation>Arbeit &amp;aufteilen…</translation>
    </message>
    <message>
        <source>&amp;Make this a gold item…</source>
        <translation>Zum &amp;Goldsegment machen…</translation>
    </message>
    <message>
        <source>&amp;Take the gold item away</source>
        <translation>&amp;Kein Goldsegment mehr</translation>
    </message>
    <message>
        <source>Labels: csd</source>
        <translation>Labels: csd</translation>
    </message>
    <message>
        <source>Report of the review: html, csv</source>
        <translation>Bericht des Reviews: html, csv</translation>
    </message>
    <message>
        <source>&amp;Make labelled segments…</source>
        <translation>&amp;Gelabelte Segmente anlegen …</translation>
    </message>
    <message>
        <source>C&amp;hange many segments…</source>
        <translation>Viele &amp;Segmente ändern…</translation>
    </message>
    <message>
        <source>&amp;New tier…</source>
        <translation>Ne&amp;ue Ebene…</translation>
    </message>
    <message>
        <source>&amp;Tier and its labels…</source>
        <translation>&amp;Ebene und ihre Labels…</translation>
    </message>
    <message>
        <source>&amp;Copy the tier…</source>
        <translation>Ebene &amp;kopieren…</translation>
    </message>
    <message>
        <source>&amp;Delete the tier</source>
        <translation>Ebene &amp;löschen</translation>
    </message>
    <message>
        <source>Use as &amp;words</source>
        <translation>&amp;Als Wörter verwenden</translation>
    </message>
    <message>
        <source>Use as &amp;labelled segments</source>
        <translation>Als &amp;gelabelte Segmente verwenden</translation>
    </message>
    <message>
        <source>&amp;Fuse continuous ratings…</source>
        <translation>&amp;Kontinuierliche Bewertungen verbinden…</translation>
    </message>
    <message>
        <source>Loop s&amp;egment or selection</source>
        <translation>Segment &amp;oder Auswahl als Schleife</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>One frame &amp;forward</source>
        <translation>Ein &amp;Frame vor</translation>
    </message>
    <message>
        <source>One &amp;second back</source>
        <translation>Eine &amp;Sekunde zurück</translation>
    </message>
    <message>
        <source>One second f&amp;orward</source>
        <translation>Eine Sekunde &amp;vor</translation>
    </message>
    <message>
        <source>Previous &amp;word edge</source>
        <translation>Vorherige &amp;Wortgrenze</translation>
    </message>
    <message>
        <source>Next wo&amp;rd edge</source>
        <translation>&amp;Nächste Wortgrenze</translation>
    </message>
    <message>
        <source>&amp;Previous segment</source>
        <translation>V&amp;orheriges Segment</translation>
    </message>
    <message>
        <source>&amp;Next segment</source>
        <translation>N&amp;ächstes Segment</translation>
    </message>
    <message>
        <source>One s&amp;creen back</source>
        <translation>Einen &amp;Bildschirm zurück</translation>
    </message>
    <message>
        <source>One scr&amp;een forward</source>
        <translation>E&amp;inen Bildschirm vor</translation>
    </message>
    <message>
        <source>&amp;To the start</source>
        <translation>&amp;Zum Anfang</translation>
    </message>
    <message>
        <source>To the en&amp;d</source>
        <translation>Z&amp;um Ende</translation>
    </message>
    <message>
        <source>P&amp;revious video</source>
        <translation>&amp;Vorheriges Video</translation>
    </message>
    <message>
        <source>&amp;Next video</source>
        <translation>&amp;Nächstes Video</translation>
    </message>
    <message>
        <source>&amp;Zoom to segment or selection</source>
        <translation>&amp;Auf Segment oder Auswahl zoomen</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>F&amp;olgen</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead</source>
        <translation>An der Abs&amp;pielposition teilen</translation>
    </message>
    <message>
        <source>&amp;Edit the text…</source>
        <translation>Te&amp;xt bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Start at the playhead</source>
        <translation>An&amp;fang auf die Abspielposition</translation>
    </message>
    <message>
        <source>Edge &amp;one frame earlier</source>
        <translation>Grenze &amp;einen Frame früher</translation>
    </message>
    <message>
        <source>Edge one &amp;frame later</source>
        <translation>Grenze einen Frame &amp;später</translation>
    </message>
    <message>
        <source>Edge &amp;ten frames earlier</source>
        <translation>Grenze &amp;zehn Frames früher</translation>
    </message>
    <message>
        <source>Edge ten frames &amp;later</source>
        <translation>G&amp;renze zehn Frames später</translation>
    </message>
    <message>
        <source>&amp;Move one frame earlier</source>
        <translation>E&amp;inen Frame früher schieben</translation>
    </message>
    <message>
        <source>Mo&amp;ve one frame later</source>
        <translation>Ei&amp;nen Frame später schieben</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Weitersu&amp;chen</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>Rückwärts suc&amp;hen</translation>
    </message>
    <message>
        <source>&amp;Select nothing</source>
        <translation>&amp;Nichts auswählen</translation>
    </message>
    <message>
        <source>&amp;Snap</source>
        <translation>E&amp;inrasten</translation>
    </message>
    <message>
        <source>Timeline: svg, pdf, png</source>
        <translation>Zeitleiste: svg, pdf, png</translation>
    </message>
    <message>
        <source>T&amp;rain and compare…</source>
        <translation>&amp;Trainieren und vergleichen…</translation>
    </message>
    <message>
        <source>Align the &amp;words of this video</source>
        <translation>&amp;Wörter dieses Videos ausrichten</translation>
    </message>
    <message>
        <source>Re-align this s&amp;tretch</source>
        <translation>Dieses &amp;Stück neu ausrichten</translation>
    </message>
    <message>
        <source>&amp;Next doubtful word</source>
        <translation>&amp;Nächstes zweifelhaftes Wort</translation>
    </message>
    <message>
        <source>A&amp;ccept words as they are</source>
        <translation>W&amp;örter annehmen, wie sie sind</translation>
    </message>
    <message>
        <source>&amp;Next word without times</source>
        <translation>&amp;Nächstes Wort ohne Zeiten</translation>
    </message>
    <message>
        <source>&amp;Word without times begins at the playhead</source>
        <translation>&amp;Wort ohne Zeiten beginnt am Abspielkopf</translation>
    </message>
    <message>
        <source>Words lie where they are &amp;said</source>
        <translation>Wörter &amp;liegen, wo sie gesprochen werden</translation>
    </message>
    <message>
        <source>&amp;Previous doubtful word</source>
        <translation>&amp;Voriges zweifelhaftes Wort</translation>
    </message>
    <message>
        <source>&amp;Load a text…</source>
        <translation>&amp;Text laden…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>Revie&amp;w</translation>
    </message>
    <message>
        <source>&amp;Transcribe</source>
        <translation>&amp;Transkribieren</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Compare two trainings…</source>
        <translation>Zwei Trainings vergleichen…</translation>
    </message>
    <message>
        <source>Make a label of its te&amp;xts</source>
        <translation>Aus ihren Te&amp;xten ein Label machen</translation>
    </message>
    <message>
        <source>Train a&amp;gain with the labels as they are now</source>
        <translation>&amp;Neu trainieren mit den Labels, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>&amp;Take the text beside the recording</source>
        <translation>Text neben der &amp;Aufnahme übernehmen</translation>
    </message>
    <message>
        <source>Export annotation of &amp;all videos…</source>
        <translation>Annotation &amp;aller Videos exportieren…</translation>
    </message>
    <message>
        <source>All annotation: a folder of files, or one table</source>
        <translation>Alle Annotation: ein Ordner mit Dateien, oder eine Tabelle</translation>
    </message>
    <message>
        <source>Picture of a pa&amp;nel…</source>
        <translation>Bild eines Pa&amp;nels…</translation>
    </message>
    <message>
        <source>Panel: Why, statistics, plots</source>
        <translation>Panel: Warum, Statistik, Diagramme</translation>
    </message>
    <message>
        <source>&amp;Render to video…</source>
        <translation>Als Video &amp;rendern…</translation>
    </message>
    <message>
        <source>Video: picture and timeline as mp4</source>
        <translation>Video: Bild und Zeitleiste als mp4</translation>
    </message>
    <message>
        <source>&amp;Diagnosis…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>Show what was &amp;noted…</source>
        <translation>Zeigen, was &amp;notiert wurde…</translation>
    </message>
    <message>
        <source>Record a &amp;script</source>
        <translation>Skript auf&amp;zeichnen</translation>
    </message>
    <message>
        <source>Pu&amp;blish…</source>
        <translation>Verö&amp;ffentlichen…</translation>
    </message>
    <message>
        <source>Plan the stu&amp;dy…</source>
        <translation>&amp;Studie planen…</translation>
    </message>
    <message>
        <source>Measure the model’s &amp;influence…</source>
        <translation>Den &amp;Einfluss des Modells messen…</translation>
    </message>
    <message>
        <source>&amp;Segments…</source>
        <translation>&amp;Segmente…</translation>
    </message>
    <message>
        <source>&amp;What is still open…</source>
        <translation>Was noch &amp;offen ist…</translation>
    </message>
    <message>
        <source>De-identif&amp;y…</source>
        <translation>Menschen ver&amp;bergen…</translation>
    </message>
    <message>
        <source>Erase a perso&amp;n…</source>
        <translation>Eine&amp;n Menschen löschen…</translation>
    </message>
    <message>
        <source>&amp;Next turn</source>
        <translation>&amp;Nächster Redebeitrag</translation>
    </message>
    <message>
        <source>&amp;Previous turn</source>
        <translation>&amp;Vorheriger Redebeitrag</translation>
    </message>
    <message>
        <source>Next p&amp;articipant</source>
        <translation>Nächste &amp;Person</translation>
    </message>
    <message>
        <source>&amp;Offset and drift of a recording…</source>
        <translation>Versatz und &amp;Drift einer Aufnahme…</translation>
    </message>
    <message>
        <source>Segments of &amp;turns…</source>
        <translation>&amp;Segmente aus Redebeiträgen…</translation>
    </message>
    <message>
        <source>&amp;Who speaks</source>
        <translation>&amp;Wer spricht</translation>
    </message>
    <message>
        <source>&amp;Synchrony</source>
        <translation>S&amp;ynchronie</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gespräch</translation>
    </message>
    <message>
        <source>Show the con&amp;versation</source>
        <translation>Gespräch &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Keep these turns as tiers</source>
        <translation>Diese Redebeiträge als Ebenen &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Hear only who is in hand</source>
        <translation>Nur den Teilnehmer in der &amp;Hand hören</translation>
    </message>
    <message>
        <source>Na&amp;mes in the picture</source>
        <translation>Na&amp;men im Bild</translation>
    </message>
    <message>
        <source>&amp;Follow the speaker</source>
        <translation>Der sprechenden Person &amp;folgen</translation>
    </message>
</context>
<context>
    <name>app::AgreementText</name>
    <message>
        <source>Krippendorff&apos;s α</source>
        <translation>Krippendorffs α</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ</source>
        <translation>Cohens κ</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ, linear weights</source>
        <translation>Cohens κ, linear gewichtet</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ, quadratic weights</source>
        <translation>Cohens κ, quadratisch gewichtet</translation>
    </message>
    <message>
        <source>Fleiss&apos; κ</source>
        <translation>Fleiss’ κ</translation>
    </message>
    <message>
        <source>CCC, mean of the videos</source>
        <translation>CCC, Mittel der Videos</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>nominal metric</source>
        <translation>nominale Metrik</translation>
    </message>
    <message>
        <source>ordinal metric</source>
        <translation>ordinale Metrik</translation>
    </message>
    <message>
        <source>interval metric</source>
        <translation>Intervall-Metrik</translation>
    </message>
    <message>
        <source>ratio metric</source>
        <translation>Verhältnis-Metrik</translation>
    </message>
    <message>
        <source>too many different values for an interval</source>
        <translation>zu viele verschiedene Werte für ein Intervall</translation>
    </message>
    <message>
        <source>unweighted</source>
        <translation>ungewichtet</translation>
    </message>
    <message>
        <source>linear weights</source>
        <translation>lineare Gewichte</translation>
    </message>
    <message>
        <source>quadratic weights</source>
        <translation>quadratische Gewichte</translation>
    </message>
    <message>
        <source>the same number of ratings for every unit</source>
        <translation>gleich viele Urteile für jede Einheit</translation>
    </message>
    <message>
        <source>one-way random</source>
        <translation>einfaktoriell zufällig</translation>
    </message>
    <message>
        <source>two-way random</source>
        <translation>zweifaktoriell zufällig</translation>
    </message>
    <message>
        <source>two-way mixed</source>
        <translation>zweifaktoriell gemischt</translation>
    </message>
    <message>
        <source>absolute agreement</source>
        <translation>absolute Übereinstimmung</translation>
    </message>
    <message>
        <source>consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>single rater</source>
        <translation>einzelner Rater</translation>
    </message>
    <message>
        <source>mean of the raters</source>
        <translation>Mittel der Rater</translation>
    </message>
    <message>
        <source>mean of the raters (Cronbach&apos;s alpha)</source>
        <translation>Mittel der Rater (Cronbachs Alpha)</translation>
    </message>
    <message>
        <source>all frames as one trace</source>
        <translation>alle Werte als eine Reihe</translation>
    </message>
    <message>
        <source>mean of the videos&apos; own</source>
        <translation>Mittel der Werte je Video</translation>
    </message>
    <message>
        <source>mean offset to the mean of the others</source>
        <translation>mittlerer Abstand zum Mittel der anderen</translation>
    </message>
    <message>
        <source>of all own ratings</source>
        <translation>aller eigenen Urteile</translation>
    </message>
    <message>
        <source>divided by their number</source>
        <translation>geteilt durch ihre Anzahl</translation>
    </message>
    <message>
        <source>The numbers are too large to be calculated with.</source>
        <translation>Die Zahlen sind zu groß, um damit zu rechnen.</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no place on a scale as the {} metric needs it.</source>
        <translation>Die Urteile sind Namen von Kategorien, die keinen Platz auf einer Skala haben, wie ihn die Metrik „{}“ braucht.</translation>
    </message>
    <message>
        <source>No unit has two ratings.</source>
        <translation>Keine Einheit hat zwei Urteile.</translation>
    </message>
    <message>
        <source>All {} ratings are {}, so that no disagreement is to be expected.</source>
        <translation>Alle {} Urteile sind {}, so dass keine Abweichung zu erwarten ist.</translation>
    </message>
    <message>
        <source>The ratio metric needs a scale that begins at 0; there are ratings below it.</source>
        <translation>Die Verhältnis-Metrik braucht eine Skala, die bei 0 beginnt; es gibt Urteile darunter.</translation>
    </message>
    <message>
        <source>No unit was rated by both.</source>
        <translation>Keine Einheit wurde von beiden beurteilt.</translation>
    </message>
    <message>
        <source>Both said {} of every unit, so that no disagreement is to be expected.</source>
        <translation>Beide sagten zu jeder Einheit {}, so dass keine Abweichung zu erwarten ist.</translation>
    </message>
    <message>
        <source>The ratings are names of categories, between which there are no distances.</source>
        <translation>Die Urteile sind Namen von Kategorien, zwischen denen es keine Abstände gibt.</translation>
    </message>
    <message>
        <source>More than {} different values are measurements, no categories: use alpha, ICC or CCC.</source>
        <translation>Mehr als {} verschiedene Werte sind Messungen, keine Kategorien: dafür sind Alpha, ICC oder CCC da.</translation>
    </message>
    <message>
        <source>There are no ratings.</source>
        <translation>Es gibt keine Urteile.</translation>
    </message>
    <message>
        <source>The units have {} to {} ratings; this needs the same number for each. Alpha does not.</source>
        <translation>Die Einheiten haben {} bis {} Urteile; hierfür müssen es gleich viele sein. Alpha braucht das nicht.</translation>
    </message>
    <message>
        <source>All ratings are {}, so that no disagreement is to be expected.</source>
        <translation>Alle Urteile sind {}, so dass keine Abweichung zu erwarten ist.</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no variance.</source>
        <translation>Die Urteile sind Namen von Kategorien, die keine Varianz haben.</translation>
    </message>
    <message>
        <source>There are fewer than two raters.</source>
        <translation>Es gibt weniger als zwei Rater.</translation>
    </message>
    <message>
        <source>Fewer than two units were rated by all {} raters.</source>
        <translation>Weniger als zwei Einheiten wurden von allen {} Ratern beurteilt.</translation>
    </message>
    <message>
        <source>All ratings are equal, so that there is no variance.</source>
        <translation>Alle Urteile sind gleich, so dass es keine Varianz gibt.</translation>
    </message>
    <message>
        <source>The units do not differ more than by chance: the variance that it divides by is not above 0.</source>
        <translation>Die Einheiten unterscheiden sich nicht mehr als zufällig: die Varianz, durch die geteilt wird, liegt nicht über 0.</translation>
    </message>
    <message>
        <source>No frame was rated by both.</source>
        <translation>Kein Wert wurde von beiden gegeben.</translation>
    </message>
    <message>
        <source>Both are constant.</source>
        <translation>Beide sind konstant.</translation>
    </message>
    <message>
        <source>No video has a value.</source>
        <translation>Kein Video hat einen Wert.</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no mean.</source>
        <translation>Die Urteile sind Namen von Kategorien, die kein Mittel haben.</translation>
    </message>
    <message>
        <source>Nobody else rated what this rater rated.</source>
        <translation>Niemand sonst hat beurteilt, was dieser Rater beurteilt hat.</translation>
    </message>
    <message>
        <source>This rater rated nothing.</source>
        <translation>Dieser Rater hat nichts beurteilt.</translation>
    </message>
    <message>
        <source>units with fewer than two ratings</source>
        <translation>Einheiten mit weniger als zwei Urteilen</translation>
    </message>
    <message>
        <source>units not rated by both</source>
        <translation>Einheiten, die nicht beide beurteilten</translation>
    </message>
    <message>
        <source>units without ratings</source>
        <translation>Einheiten ohne Urteil</translation>
    </message>
    <message>
        <source>units not rated by all</source>
        <translation>Einheiten, die nicht alle beurteilten</translation>
    </message>
    <message>
        <source>raters without ratings</source>
        <translation>Rater ohne Urteil</translation>
    </message>
    <message>
        <source>frames not rated by both</source>
        <translation>Werte, die nicht beide gaben</translation>
    </message>
    <message>
        <source>videos without a value</source>
        <translation>Videos ohne Wert</translation>
    </message>
    <message>
        <source>units that only this rater rated</source>
        <translation>Einheiten, die nur dieser Rater beurteilte</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>nicht definiert</translation>
    </message>
    <message>
        <source> [%1, %2]</source>
        <translation> [%1; %2]</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n Einheit</numerusform>
            <numerusform>%n Einheiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n Rater</numerusform>
            <numerusform>%n Rater</numerusform>
        </translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>sets metric</source>
        <translation>Metrik für Mengen</translation>
    </message>
    <message>
        <source>The ratings are numbers, and no sets of terms.</source>
        <translation>Die Bewertungen sind Zahlen und keine Mengen von Begriffen.</translation>
    </message>
    <message>
        <source>Unitizing uα</source>
        <translation>Unitizing-uα</translation>
    </message>
    <message>
        <source>Unitizing uα, marked or not</source>
        <translation>Unitizing-uα, markiert oder nicht</translation>
    </message>
    <message>
        <source>Unitizing cuα, of names</source>
        <translation>Unitizing-cuα, der Namen</translation>
    </message>
    <message>
        <source>Boundary similarity B</source>
        <translation>Grenzähnlichkeit B</translation>
    </message>
    <message>
        <source>Boundary similarity π</source>
        <translation>Grenzähnlichkeit π</translation>
    </message>
    <message>
        <source>A boundary at every place.</source>
        <translation>Eine Grenze an jeder Stelle.</translation>
    </message>
    <message>
        <source>All that both marked has one name.</source>
        <translation>Alles, was beide markiert haben, hat einen Namen.</translation>
    </message>
    <message>
        <source>Both always say one and the same.</source>
        <translation>Beide sagen immer ein und dasselbe.</translation>
    </message>
    <message>
        <source>Fewer than two raters.</source>
        <translation>Weniger als zwei Rater.</translation>
    </message>
    <message>
        <source>Never marked by two at once.</source>
        <translation>Nie von zweien zugleich markiert.</translation>
    </message>
    <message>
        <source>No disagreement is to be expected.</source>
        <translation>Es ist keine Abweichung zu erwarten.</translation>
    </message>
    <message>
        <source>No disorder is to be expected.</source>
        <translation>Es ist keine Unordnung zu erwarten.</translation>
    </message>
    <message>
        <source>No two raters marked the same moment.</source>
        <translation>Keine zwei Rater haben denselben Augenblick markiert.</translation>
    </message>
    <message>
        <source>No video is longer than one place.</source>
        <translation>Kein Video ist länger als eine Stelle.</translation>
    </message>
    <message>
        <source>No video was done by all raters.</source>
        <translation>Kein Video wurde von allen Ratern bearbeitet.</translation>
    </message>
    <message>
        <source>No video was marked by two raters.</source>
        <translation>Kein Video wurde von zwei Ratern markiert.</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>Niemand hat etwas markiert.</translation>
    </message>
    <message>
        <source>Nobody set a boundary.</source>
        <translation>Niemand hat eine Grenze gesetzt.</translation>
    </message>
    <message>
        <source>Points have no length.</source>
        <translation>Punkte haben keine Länge.</translation>
    </message>
    <message>
        <source>Segments of {} overlap. Gamma takes overlaps.</source>
        <translation>Segmente von {} überlappen sich. Gamma erlaubt das.</translation>
    </message>
    <message>
        <source>Segments of {} reach beyond the video.</source>
        <translation>Segmente von {} reichen über das Video hinaus.</translation>
    </message>
    <message>
        <source>videos with one rater</source>
        <translation>Videos mit einem Rater</translation>
    </message>
    <message>
        <source>videos that not all raters did</source>
        <translation>Videos, die nicht alle Rater bearbeitet haben</translation>
    </message>
    <message>
        <source>videos no longer than one place</source>
        <translation>Videos, die nicht länger als eine Stelle sind</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α of sets of words</source>
        <translation>Krippendorffs α von Wortmengen</translation>
    </message>
    <message>
        <source>masi distance of sets</source>
        <translation>MASI-Abstand der Mengen</translation>
    </message>
    <message>
        <source>jaccard distance of sets</source>
        <translation>Jaccard-Abstand der Mengen</translation>
    </message>
    <message>
        <source>No unit has two answers.</source>
        <translation>Keine Einheit hat zwei Antworten.</translation>
    </message>
    <message>
        <source>All answers are the same set.</source>
        <translation>Alle Antworten sind dieselbe Menge.</translation>
    </message>
    <message>
        <source>as seen – as felt</source>
        <translation>wie gesehen – wie empfunden</translation>
    </message>
</context>
<context>
    <name>app::AlignTab</name>
    <message>
        <source>the usual recipe</source>
        <translation>das übliche Rezept</translation>
    </message>
    <message>
        <source>The recipe is in the clipboard, as Python with the SDK&apos;s calls. To have edited words and labels in it, save the recipe and load the files beside it.</source>
        <translation>Das Rezept ist in der Zwischenablage, als Python mit den Aufrufen des SDK. Damit es bearbeitete Wörter und Labels enthält, das Rezept speichern und die Dateien daneben laden.</translation>
    </message>
    <message>
        <source>No word here</source>
        <translation>Hier ist kein Wort</translation>
    </message>
    <message numerus="yes">
        <source>“%1” receives %n row(s) of</source>
        <translation>
            <numerusform>„%1“ erhält %n Zeile von</numerusform>
            <numerusform>„%1“ erhält %n Zeilen von</numerusform>
        </translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>Rezepte (*.json)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>The recipe was written to %1, with the edited words and labels beside it.</source>
        <translation>Das Rezept wurde nach %1 geschrieben, die bearbeiteten Wörter und Labels daneben.</translation>
    </message>
    <message>
        <source>The command is in the clipboard. It runs the recipe that was written to %1.</source>
        <translation>Der Befehl ist in der Zwischenablage. Er führt das Rezept aus, das nach %1 geschrieben wurde.</translation>
    </message>
    <message>
        <source>This dataset has no sequences to align.</source>
        <translation>Dieser Datensatz hat keine Sequenzen, die sich ausrichten lassen.</translation>
    </message>
    <message>
        <source>There is no project to write beside.</source>
        <translation>Es gibt kein Projekt, neben dem geschrieben werden könnte.</translation>
    </message>
    <message>
        <source>The recipe has no steps.</source>
        <translation>Das Rezept hat keine Schritte.</translation>
    </message>
    <message>
        <source>No dataset is open.</source>
        <translation>Kein Datensatz ist geöffnet.</translation>
    </message>
    <message>
        <source>A blind review goes on: files with labels are written when it is left.</source>
        <translation>Eine blinde Durchsicht läuft: Dateien mit Labels werden geschrieben, wenn sie verlassen ist.</translation>
    </message>
</context>
<context>
    <name>app::Aligner</name>
    <message>
        <source>The program that aligns words ended unexpectedly. The words are as before.</source>
        <translation>Das Programm, das Wörter ausrichtet, wurde unerwartet beendet. Die Wörter sind wie vorher.</translation>
    </message>
    <message>
        <source>The program that aligns words did not answer and was ended. The words are as before.</source>
        <translation>Das Programm, das Wörter ausrichtet, antwortete nicht und wurde beendet. Die Wörter sind wie vorher.</translation>
    </message>
    <message>
        <source>The program that aligns words cannot be started.</source>
        <translation>Das Programm, das Wörter ausrichtet, kann nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>app::Alignment</name>
    <message>
        <source>align %1</source>
        <translation>%1 ausrichten</translation>
    </message>
    <message>
        <source>Aligning the dataset</source>
        <translation>Datensatz wird ausgerichtet</translation>
    </message>
    <message>
        <source>align all videos</source>
        <translation>alle Videos ausrichten</translation>
    </message>
    <message>
        <source>Writing the recipe</source>
        <translation>Rezept wird geschrieben</translation>
    </message>
    <message>
        <source>revert %1 to its source</source>
        <translation>%1 auf die Quelle zurücksetzen</translation>
    </message>
    <message>
        <source>%1 s of %2 s covered; %3 of %4 targets receive nothing; %5 rows received twice</source>
        <translation>%1 s von %2 s abgedeckt; %3 von %4 Zielen erhalten nichts; %5 Zeilen doppelt erhalten</translation>
    </message>
    <message>
        <source>drops the video: %1 lack it</source>
        <translation>verwirft das Video: es fehlt in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n Intervall</numerusform>
            <numerusform>%n Intervalle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n verworfen</numerusform>
            <numerusform>%n verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) filled</source>
        <translation>
            <numerusform>%n Zeile imputiert</numerusform>
            <numerusform>%n Zeilen imputiert</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>nichts fehlt</translation>
    </message>
    <message>
        <source>filled %1</source>
        <translation>imputiert: %1</translation>
    </message>
    <message numerus="yes">
        <source>drops %n segment(s)</source>
        <translation>
            <numerusform>verwirft %n Segment</numerusform>
            <numerusform>verwirft %n Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lie outside</source>
        <translation>
            <numerusform>%n liegt außerhalb</numerusform>
            <numerusform>%n liegen außerhalb</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are too short</source>
        <translation>
            <numerusform>%n ist zu kurz</numerusform>
            <numerusform>%n sind zu kurz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no times</source>
        <translation>
            <numerusform>%n hat keine Zeiten</numerusform>
            <numerusform>%n haben keine Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: of %2 rows %3</source>
        <translation>%1: von %2 Zeilen: %3</translation>
    </message>
    <message>
        <source>Dropped rows. %1.</source>
        <translation>Verworfene Zeilen. %1.</translation>
    </message>
    <message>
        <source>Reading the recipe</source>
        <translation>Das Rezept wird gelesen</translation>
    </message>
    <message>
        <source>open the recipe %1</source>
        <translation>Rezept %1 öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) aligned; the sequences are in %1.</source>
        <translation>
            <numerusform>%n Video ausgerichtet; die Sequenzen liegen in %1.</numerusform>
            <numerusform>%n Videos ausgerichtet; die Sequenzen liegen in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recipe cannot be applied to %1: %2</source>
        <translation>Das Rezept kann auf %1 nicht angewendet werden: %2</translation>
    </message>
    <message>
        <source>This dataset has no sequences to align.</source>
        <translation>Dieser Datensatz hat keine Sequenzen, die sich ausrichten lassen.</translation>
    </message>
    <message>
        <source>Writing tensors</source>
        <translation>Tensoren werden geschrieben</translation>
    </message>
    <message>
        <source>The tensors are in %1.</source>
        <translation>Die Tensoren liegen in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n video(s) aligned; the sequences are in %2.</source>
        <translation>
            <numerusform>%1 von %n Video ausgerichtet; die Sequenzen liegen in %2.</numerusform>
            <numerusform>%1 von %n Videos ausgerichtet; die Sequenzen liegen in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AlignmentHint</name>
    <message>
        <source>Nobody says when the recordings of %1 began: they are shown as if they had begun together.</source>
        <translation>Niemand sagt, wann die Aufnahmen von %1 begannen: Sie werden gezeigt, als hätten sie zugleich begonnen.</translation>
    </message>
</context>
<context>
    <name>app::AlignmentPreview</name>
    <message>
        <source>%1 is too large to be aligned while it is looked at.</source>
        <translation>%1 ist zu groß, um beim Betrachten ausgerichtet zu werden.</translation>
    </message>
</context>
<context>
    <name>app::AllTiersDialog</name>
    <message>
        <source>Tiers to write</source>
        <translation>Zu schreibende Ebenen</translation>
    </message>
    <message>
        <source>An apostrophe before cells that a &amp;spreadsheet would take for formulas</source>
        <translation>Ein Apostroph vor Zellen, die eine &amp;Tabellenkalkulation für Formeln hielte</translation>
    </message>
    <message>
        <source>Export annotation of all videos</source>
        <translation>Annotation aller Videos exportieren</translation>
    </message>
    <message numerus="yes">
        <source>A file for each of %n video(s)</source>
        <translation>
            <numerusform>Eine Datei für %n Video</numerusform>
            <numerusform>Je eine Datei für %n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>One table of all videos</source>
        <translation>Eine Tabelle aller Videos</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>&amp;Geschrieben als</translation>
    </message>
    <message>
        <source>&amp;Tiers</source>
        <translation>&amp;Ebenen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
</context>
<context>
    <name>app::AllTiersExport</name>
    <message numerus="yes">
        <source>%1 … and %n more.</source>
        <translation>
            <numerusform>%1 … und %n weiteres.</numerusform>
            <numerusform>%1 … und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>No video has tiers yet.</source>
        <translation>Noch hat kein Video Ebenen.</translation>
    </message>
    <message>
        <source>Folder for the annotation</source>
        <translation>Ordner für die Annotation</translation>
    </message>
    <message>
        <source>Writing the annotation of all videos</source>
        <translation>Schreibt die Annotation aller Videos</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written into %1.</source>
        <translation>
            <numerusform>%n Datei wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Dateien wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have no tiers.</source>
        <translation>
            <numerusform>%n Video hat keine Ebenen.</numerusform>
            <numerusform>%n Videos haben keine Ebenen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>What the format cannot hold: %1</source>
        <translation>Was das Format nicht halten kann: %1</translation>
    </message>
    <message numerus="yes">
        <source>Files of %n video(s) are in %1 already. Write over them?</source>
        <translation>
            <numerusform>Dateien von %n Video sind schon in %1. Überschreiben?</numerusform>
            <numerusform>Dateien von %n Videos sind schon in %1. Überschreiben?</numerusform>
        </translation>
    </message>
    <message>
        <source>Export annotation of all videos</source>
        <translation>Annotation aller Videos exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) were left as they are in %1.</source>
        <translation>
            <numerusform>%n Video blieb in %1, wie es ist.</numerusform>
            <numerusform>%n Videos blieben in %1, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AnnotationFile</name>
    <message>
        <source>ends at %1 s, but the video at %2 s</source>
        <translation>endet bei %1 s, das Video aber bei %2 s</translation>
    </message>
</context>
<context>
    <name>app::AnnotatorName</name>
    <message>
        <source>Who gives these values? The name is kept with each of them, so that answers of several people can be told apart.</source>
        <translation>Wer vergibt diese Werte? Der Name wird mit jedem behalten, damit Antworten mehrerer Personen zu unterscheiden sind.</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Who gives values from now on:</source>
        <translation>Wer ab jetzt Werte vergibt:</translation>
    </message>
</context>
<context>
    <name>app::AnswerLockActions</name>
    <message>
        <source>This track holds no answers of a review. Click the track of an annotator first.</source>
        <translation>Diese Spur enthält keine Antworten eines Reviews. Klicken Sie zuerst die Spur eines Annotators an.</translation>
    </message>
    <message>
        <source>These are the answers of the pass that goes on; they are not locked.</source>
        <translation>Das sind die Antworten des laufenden Durchgangs; sie sind nicht gesperrt.</translation>
    </message>
    <message>
        <source>These are the settled answers.</source>
        <translation>Das sind die geklärten Antworten.</translation>
    </message>
    <message>
        <source>These are the answers of %1. They count as theirs, whoever changes them.</source>
        <translation>Das sind die Antworten von %1. Sie zählen als deren Antworten, wer auch immer sie ändert.</translation>
    </message>
    <message>
        <source>Unlock answers</source>
        <translation>Antworten entsperren</translation>
    </message>
    <message>
        <source>%1
The project will tell who unlocked them, and when.

Who changes them now:</source>
        <translation>%1
Im Projekt wird vermerkt, wer sie wann entsperrt hat.

Wer sie jetzt ändert:</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>%1 was unlocked by %2.</source>
        <translation>%1 wurde von %2 entsperrt.</translation>
    </message>
</context>
<context>
    <name>app::AnswerLocks</name>
    <message>
        <source>“Unlock these answers…” in the menu of the track&apos;s head, or in the menu Review, allows it.</source>
        <translation>„Diese Antworten entsperren…“ im Menü des Spurkopfs oder im Menü Review erlaubt es.</translation>
    </message>
    <message>
        <source>The settled answers are locked; only the pass that settles changes them.</source>
        <translation>Die geklärten Antworten sind gesperrt; nur der klärende Durchgang ändert sie.</translation>
    </message>
    <message>
        <source>The answers of %1 are locked; only their own pass changes them.</source>
        <translation>Die Antworten von %1 sind gesperrt; nur ihr eigener Durchgang ändert sie.</translation>
    </message>
    <message>
        <source>the settled answers</source>
        <translation>die geklärten Antworten</translation>
    </message>
    <message>
        <source>%1, pass %2</source>
        <translation>%1, Durchgang %2</translation>
    </message>
    <message>
        <source>%1, given again</source>
        <translation>%1, noch einmal gegeben</translation>
    </message>
    <message>
        <source>%1, in training</source>
        <translation>%1, in der Übung</translation>
    </message>
</context>
<context>
    <name>app::AnswerText</name>
    <message numerus="yes">
        <source>%n video(s) of real people</source>
        <translation>
            <numerusform>%n Video von echten Menschen</numerusform>
            <numerusform>%n Videos von echten Menschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acted video(s)</source>
        <translation>
            <numerusform>%n gespieltes Video</numerusform>
            <numerusform>%n gespielte Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn video(s)</source>
        <translation>
            <numerusform>%n gezeichnetes Video</numerusform>
            <numerusform>%n gezeichnete Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own video(s)</source>
        <translation>
            <numerusform>%n eigenes Video</numerusform>
            <numerusform>%n eigene Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>real people</source>
        <translation>echten Menschen</translation>
    </message>
    <message>
        <source>people who act</source>
        <translation>spielenden Menschen</translation>
    </message>
    <message>
        <source>drawn speakers</source>
        <translation>gezeichneten Sprechern</translation>
    </message>
    <message>
        <source>own recordings</source>
        <translation>eigenen Aufnahmen</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Learnt from drawn speakers: says nothing about real people</source>
        <translation>Von gezeichneten Sprechern gelernt: sagt nichts über echte Menschen</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>auf Englisch</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>These are drawings: the model learnt from people, and says nothing about drawn speakers</source>
        <translation>Das sind Zeichnungen: Das Modell hat von Menschen gelernt und sagt nichts über gezeichnete Sprecher</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Something unforeseen went wrong (%1). What is saved is safe; what you asked for may not have been done.</source>
        <translation>Etwas Unvorhergesehenes ist schiefgegangen (%1). Was gespeichert ist, ist sicher; was Sie wollten, ist vielleicht nicht geschehen.</translation>
    </message>
</context>
<context>
    <name>app::ApplyAllDialog</name>
    <message>
        <source>Apply the recipe to all videos</source>
        <translation>Rezept auf alle Videos anwenden</translation>
    </message>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s). The aligned sequences and the recipe are written into this folder:</source>
        <translation>
            <numerusform>Das Rezept wird auf %n Video angewandt. Die ausgerichteten Sequenzen und das Rezept werden in diesen Ordner geschrieben:</numerusform>
            <numerusform>Das Rezept wird auf %n Videos angewandt. Die ausgerichteten Sequenzen und das Rezept werden in diesen Ordner geschrieben:</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
</context>
<context>
    <name>app::AttributionLanes</name>
    <message>
        <source>occlusion</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>integrierte Gradienten</translation>
    </message>
    <message>
        <source>show attributions</source>
        <translation>Zuschreibungen zeigen</translation>
    </message>
    <message>
        <source>hide attributions</source>
        <translation>Zuschreibungen ausblenden</translation>
    </message>
</context>
<context>
    <name>app::BulkDialog</name>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>In all &amp;videos of the project</source>
        <translation>In allen &amp;Videos des Projekts</translation>
    </message>
    <message>
        <source>Change many segments</source>
        <translation>Viele Segmente ändern</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>Zeitlich verschieben</translation>
    </message>
    <message>
        <source>Change a value</source>
        <translation>Wert ändern</translation>
    </message>
    <message>
        <source>Find and replace text</source>
        <translation>Text suchen und ersetzen</translation>
    </message>
    <message>
        <source>Videos whose words and labels are as their files have them are left out</source>
        <translation>Videos, deren Wörter und Labels noch so sind wie in ihren Dateien, werden ausgelassen</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>&amp;Ebene</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Um</translation>
    </message>
    <message>
        <source>nothing: the value is taken away</source>
        <translation>leer: der Wert wird entfernt</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>Regulärer Aus&amp;druck</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Replace by</source>
        <translation>E&amp;rsetzen durch</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>move the segments of %1</source>
        <translation>Segmente von %1 verschieben</translation>
    </message>
    <message>
        <source>change values of %1</source>
        <translation>Werte von %1 ändern</translation>
    </message>
    <message>
        <source>replace text of %1</source>
        <translation>Text von %1 ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) will change</source>
        <translation>
            <numerusform>%n Segment wird geändert</numerusform>
            <numerusform>%n Segmente werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) so far…</source>
        <translation>
            <numerusform>Bisher %n Segment…</numerusform>
            <numerusform>Bisher %n Segmente…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CameraActions</name>
    <message>
        <source>Open a video first; what another camera recorded of it can be added then.</source>
        <translation>Öffnen Sie zuerst ein Video; dann kann hinzukommen, was eine andere Kamera davon aufgenommen hat.</translation>
    </message>
    <message>
        <source>Add a camera to %1</source>
        <translation>Kamera zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;All files (*)</source>
        <translation>Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 · speaks</source>
        <translation>%1 · spricht</translation>
    </message>
    <message>
        <source>%1 · listens</source>
        <translation>%1 · hört zu</translation>
    </message>
</context>
<context>
    <name>app::CameraMenu</name>
    <message>
        <source>Which cameras are to be seen (V: the next)</source>
        <translation>Welche Kameras zu sehen sind (V: die nächste)</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>Alle Kameras</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <source>Camera &amp;1</source>
        <translation>Kamera &amp;1</translation>
    </message>
    <message>
        <source>Camera &amp;%1: %2</source>
        <translation>Kamera &amp;%1: %2</translation>
    </message>
    <message>
        <source>&amp;All, side by side</source>
        <translation>&amp;Alle nebeneinander</translation>
    </message>
    <message>
        <source>Offset of camera %1…</source>
        <translation>Versatz von Kamera %1…</translation>
    </message>
    <message>
        <source>Remove camera %1</source>
        <translation>Kamera %1 entfernen</translation>
    </message>
    <message>
        <source>This video has one camera only; add another first (menu Play).</source>
        <translation>Dieses Video hat nur eine Kamera; fügen Sie zuerst eine weitere hinzu (Menü Wiedergabe).</translation>
    </message>
</context>
<context>
    <name>app::CameraSource</name>
    <message>
        <source>This camera is no longer there.</source>
        <translation>Diese Kamera ist nicht mehr da.</translation>
    </message>
    <message>
        <source>no microphone</source>
        <translation>kein Mikrofon</translation>
    </message>
    <message>
        <source>%1 · %2 kHz</source>
        <translation>%1 · %2 kHz</translation>
    </message>
</context>
<context>
    <name>app::Cameras</name>
    <message>
        <source>%1 has sound, but no picture.</source>
        <translation>%1 hat Ton, aber kein Bild.</translation>
    </message>
    <message>
        <source>%1 begins at %2 s.</source>
        <translation>%1 beginnt bei %2 s.</translation>
    </message>
    <message>
        <source>%1 ends at %2 s.</source>
        <translation>%1 endet bei %2 s.</translation>
    </message>
    <message>
        <source>%1 is a camera of this video already.</source>
        <translation>%1 ist schon eine Kamera dieses Videos.</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>camera %1</source>
        <translation>Kamera %1</translation>
    </message>
    <message>
        <source>offset of %1</source>
        <translation>Versatz von %1</translation>
    </message>
    <message>
        <source>remove camera %1</source>
        <translation>Kamera %1 entfernen</translation>
    </message>
    <message>
        <source>No recording.</source>
        <translation>Keine Aufnahme.</translation>
    </message>
</context>
<context>
    <name>app::CardForm</name>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>what others call it</source>
        <translation>wie andere ihn nennen</translation>
    </message>
    <message>
        <source>What others may do with it, by its SPDX id. Without a licence nothing is published.</source>
        <translation>Was andere damit dürfen, als SPDX-Kennung. Ohne Lizenz wird nichts veröffentlicht.</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>&amp;Zusammenfassung</translation>
    </message>
    <message>
        <source>what it is, in two sentences</source>
        <translation>was es ist, in zwei Sätzen</translation>
    </message>
    <message>
        <source>&amp;Made by</source>
        <translation>&amp;Gemacht von</translation>
    </message>
    <message>
        <source>Family, Given; where from; ORCID – one person a line</source>
        <translation>Nachname, Vorname; woher; ORCID – eine Person je Zeile</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>S&amp;tichwörter</translation>
    </message>
    <message>
        <source>sentiment, video</source>
        <translation>Sentiment, Video</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Address or DOI</source>
        <translation>&amp;Adresse oder DOI</translation>
    </message>
    <message>
        <source>&amp;Consent</source>
        <translation>&amp;Einwilligung</translation>
    </message>
    <message>
        <source>what the filmed people agreed to</source>
        <translation>wozu die Gefilmten eingewilligt haben</translation>
    </message>
    <message>
        <source>&amp;Erasure</source>
        <translation>Lös&amp;chung</translation>
    </message>
    <message>
        <source>whom to ask that somebody be taken out</source>
        <translation>wen man bittet, jemanden herauszunehmen</translation>
    </message>
    <message>
        <source>&amp;Raters</source>
        <translation>&amp;Rater</translation>
    </message>
    <message>
        <source>how they were chosen and trained</source>
        <translation>wie sie ausgewählt und geschult wurden</translation>
    </message>
    <message>
        <source>Known l&amp;imits</source>
        <translation>Be&amp;kannte Grenzen</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>eine je Zeile</translation>
    </message>
    <message>
        <source>La&amp;nguages</source>
        <translation>S&amp;prachen</translation>
    </message>
</context>
<context>
    <name>app::CautionGuard</name>
    <message>
        <source>Accept as label</source>
        <translation>Als Label übernehmen</translation>
    </message>
    <message>
        <source>The model learnt from: %1. A label that comes from it says what the model says of drawings, not what a person shows.</source>
        <translation>Das Modell hat gelernt von: %1. Ein Label aus ihm sagt, was das Modell über Zeichnungen sagt, nicht, was ein Mensch zeigt.</translation>
    </message>
    <message>
        <source>&amp;Accept all the same</source>
        <translation>&amp;Trotzdem übernehmen</translation>
    </message>
</context>
<context>
    <name>app::CompareTab</name>
    <message>
        <source>New comparison</source>
        <translation>Neuer Vergleich</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
</context>
<context>
    <name>app::Comparing</name>
    <message numerus="yes">
        <source>There are %n segment(s) to compare; this needs %1.</source>
        <translation>
            <numerusform>Es gibt %n Segment zu vergleichen; hierfür braucht es %1.</numerusform>
            <numerusform>Es gibt %n Segmente zu vergleichen; hierfür braucht es %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>All sets are answered.</source>
        <translation>Alle Gruppen sind beantwortet.</translation>
    </message>
    <message>
        <source>Which of the two has more %1?</source>
        <translation>Welches von beiden hat mehr %1?</translation>
    </message>
    <message>
        <source>And which has least %1?</source>
        <translation>Und welches hat am wenigsten %1?</translation>
    </message>
    <message>
        <source>Which of the four has most %1?</source>
        <translation>Welches von den vieren hat am meisten %1?</translation>
    </message>
    <message>
        <source>%1 · segment %2 (%3 s)</source>
        <translation>%1 · Segment %2 (%3 s)</translation>
    </message>
    <message>
        <source>Answers of the comparison</source>
        <translation>Antworten des Vergleichs</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The answers were written to %1.</source>
        <translation>Die Antworten wurden nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Choose two tiers, or more, whose texts are to be compared.</source>
        <translation>Wählen Sie zwei oder mehr Ebenen, deren Texte verglichen werden sollen.</translation>
    </message>
    <message>
        <source>There is no segment of which two of these tiers say different things.</source>
        <translation>Es gibt kein Segment, über das zwei dieser Ebenen Verschiedenes sagen.</translation>
    </message>
    <message>
        <source>All pairs of texts are answered.</source>
        <translation>Alle Paare von Texten sind beantwortet.</translation>
    </message>
    <message>
        <source>Which of the two texts fits better?</source>
        <translation>Welcher der beiden Texte passt besser?</translation>
    </message>
</context>
<context>
    <name>app::ComparisonScores</name>
    <message>
        <source>Nobody compared anything yet.</source>
        <translation>Noch hat niemand etwas verglichen.</translation>
    </message>
    <message>
        <source>Some clips were never compared with the others, not even by way of third ones: strengths have no common rank.</source>
        <translation>Einige Clips wurden nie mit den anderen verglichen, auch nicht auf dem Weg über dritte: Die Stärken haben keine gemeinsame Rangfolge.</translation>
    </message>
    <message>
        <source>Split-half reliability r = %1, of the whole %2.</source>
        <translation>Reliabilität der Hälften r = %1, des Ganzen %2.</translation>
    </message>
    <message>
        <source>Split-half reliability is undefined: no split has three clips with different scores.</source>
        <translation>Die Reliabilität der Hälften ist undefiniert: Keine Teilung hat drei Clips mit verschiedenen Werten.</translation>
    </message>
    <message>
        <source>Strengths are logits by Bradley and Terry’s model, with their 95 % interval: a difference of 1 is chosen in 73 of 100 cases.</source>
        <translation>Stärken sind Logits nach dem Modell von Bradley und Terry, mit ihrem 95-%-Intervall: Bei einem Unterschied von 1 wird in 73 von 100 Fällen das stärkere gewählt.</translation>
    </message>
    <message>
        <source>Scores of clips</source>
        <translation>Werte der Clips</translation>
    </message>
    <message>
        <source>Scores: %1</source>
        <translation>Werte: %1</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>A double click, or Enter, plays the clip.</source>
        <translation>Ein Doppelklick oder Eingabe spielt den Clip ab.</translation>
    </message>
    <message>
        <source>&amp;Copy as a table</source>
        <translation>Als &amp;Tabelle kopieren</translation>
    </message>
    <message>
        <source>&amp;Export the answers…</source>
        <translation>Antworten &amp;exportieren…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Texts of</source>
        <translation>Texte von</translation>
    </message>
</context>
<context>
    <name>app::ComparisonTexts</name>
    <message>
        <source>which of two</source>
        <translation>welches von zweien</translation>
    </message>
    <message>
        <source>which of two texts</source>
        <translation>welcher von zwei Texten</translation>
    </message>
    <message>
        <source>best and worst</source>
        <translation>bestes und schlechtestes</translation>
    </message>
    <message>
        <source>%1 · pass %2 · %3</source>
        <translation>%1 · Durchgang %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n Paar</numerusform>
            <numerusform>%n Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
</context>
<context>
    <name>app::Completion</name>
    <message>
        <source>Continuous rating: %1 of %2 s</source>
        <translation>Kontinuierliche Bewertung: %1 von %2 s</translation>
    </message>
    <message numerus="yes">
        <source>New segments after the last of %n drawn</source>
        <translation>
            <numerusform>Neue Segmente nach dem einen gezeichneten</numerusform>
            <numerusform>Neue Segmente nach dem letzten von %n gezeichneten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New segments with %1, after the last of %n drawn</source>
        <translation>
            <numerusform>Neue Segmente mit %1, nach dem einen gezeichneten</numerusform>
            <numerusform>Neue Segmente mit %1, nach dem letzten von %n gezeichneten</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to learn from: tick a sequence of sound, face or text that differs over time.</source>
        <translation>Es gibt nichts, woraus gelernt werden kann: Wählen Sie eine Sequenz von Ton, Gesicht oder Text, die sich mit der Zeit ändert.</translation>
    </message>
    <message numerus="yes">
        <source>Draw at least %n segment(s) first, from the beginning on.</source>
        <translation>
            <numerusform>Zeichnen Sie zuerst mindestens %n Segment, vom Anfang an.</numerusform>
            <numerusform>Zeichnen Sie zuerst mindestens %n Segmente, vom Anfang an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label at least %n segment(s) first; of categories, two of them at least three times each.</source>
        <translation>
            <numerusform>Labeln Sie zuerst mindestens %n Segment; von Kategorien zwei je mindestens dreimal.</numerusform>
            <numerusform>Labeln Sie zuerst mindestens %n Segmente; von Kategorien zwei je mindestens dreimal.</numerusform>
        </translation>
    </message>
    <message>
        <source>At least two categories are needed, with three labelled segments each.</source>
        <translation>Mindestens zwei Kategorien mit je drei gelabelten Segmenten sind nötig.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n second(s) must be labelled first.</source>
        <translation>
            <numerusform>Mindestens %n Sekunde muss zuerst gelabelt sein.</numerusform>
            <numerusform>Mindestens %n Sekunden müssen zuerst gelabelt sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has a label already.</source>
        <translation>Alles hat schon ein Label.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n open suggestion(s) are at least as sure.</source>
        <translation>
            <numerusform>%1 von %n offenem Vorschlag ist mindestens so sicher.</numerusform>
            <numerusform>%1 von %n offenen Vorschlägen sind mindestens so sicher.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of your segments were found.</source>
        <translation>%1 % Ihrer Segmente wurden gefunden.</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>a segment</source>
        <translation>ein Segment</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n segment(s) labelled by people</source>
        <translation>
            <numerusform>%1: %2 von %n Segment von Menschen gelabelt</numerusform>
            <numerusform>%1: %2 von %n Segmenten von Menschen gelabelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Of what you labelled nothing was found so surely, so how often such suggestions are right is not known.</source>
        <translation>Von dem, was Sie gelabelt haben, wurde nichts so sicher gefunden; wie oft solche Vorschläge stimmen, ist also nicht bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n that you had labelled and that it would have been as sure of, %1 % would have been right (95 %: %2 to %3 %), each hidden from what was learnt.</source>
        <translation>
            <numerusform>Von dem einen von Ihnen gelabelten, bei dem es ebenso sicher gewesen wäre, hätten %1 % gestimmt (95 %: %2 bis %3 %), verborgen vor dem, was gelernt wurde.</numerusform>
            <numerusform>Von den %n von Ihnen gelabelten, bei denen es ebenso sicher gewesen wäre, hätten %1 % gestimmt (95 %: %2 bis %3 %), jedes verborgen vor dem, was gelernt wurde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CompletionActions</name>
    <message>
        <source>Completing a tier</source>
        <translation>Vervollständigen einer Ebene</translation>
    </message>
    <message>
        <source>Open a video first: tiers belong to one.</source>
        <translation>Öffnen Sie zuerst ein Video: Ebenen gehören zu einem.</translation>
    </message>
    <message>
        <source>A blind review goes on: nothing is suggested until it is left.</source>
        <translation>Eine blinde Durchsicht läuft: bis sie verlassen wird, wird nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>This video has no tier %1.</source>
        <translation>Dieses Video hat keine Ebene %1.</translation>
    </message>
    <message>
        <source>The tier %1 is locked.</source>
        <translation>Die Ebene %1 ist gesperrt.</translation>
    </message>
    <message>
        <source>Segments with labels, tiers of your own and continuous ratings can be completed; words and points cannot. Click on the head of another tier, and ask again.</source>
        <translation>Segmente mit Labels, eigene Ebenen und kontinuierliche Bewertungen können vervollständigt werden; Wörter und Punkte nicht. Klicken Sie auf den Kopf einer anderen Ebene und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Labels werden gelesen</translation>
    </message>
    <message>
        <source>suggestions for %1</source>
        <translation>Vorschläge für %1</translation>
    </message>
    <message>
        <source>from when suggestions are sure</source>
        <translation>ab wann Vorschläge sicher sind</translation>
    </message>
    <message>
        <source>accept a suggestion for %1</source>
        <translation>einen Vorschlag für %1 annehmen</translation>
    </message>
    <message>
        <source>accept all sure suggestions for %1</source>
        <translation>alle sicheren Vorschläge für %1 annehmen</translation>
    </message>
    <message>
        <source>reject a suggestion for %1</source>
        <translation>einen Vorschlag für %1 ablehnen</translation>
    </message>
    <message>
        <source>throw suggestions for %1 away</source>
        <translation>Vorschläge für %1 verwerfen</translation>
    </message>
</context>
<context>
    <name>app::CompletionDialog</name>
    <message>
        <source>Learn from &amp;other recordings with this tier, too</source>
        <translation>Auch aus anderen Aufnahmen mit dieser &amp;Ebene lernen</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>The s&amp;ure ones, too</source>
        <translation>Auch die s&amp;icheren</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Complete a tier</source>
        <translation>Eine Ebene vervollständigen</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>S&amp;ure from</source>
        <translation>Sic&amp;her ab</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Order of the suggestions</source>
        <translation>Reihenfolge der Vorschläge</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>die unsichersten zuerst</translation>
    </message>
    <message>
        <source>in the order of time</source>
        <translation>in der Reihenfolge der Zeit</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Enter, or a double click, shows and plays it.</source>
        <translation>Enter oder ein Doppelklick zeigt und spielt ihn.</translation>
    </message>
    <message>
        <source>What it is instead</source>
        <translation>Was es stattdessen ist</translation>
    </message>
    <message>
        <source>A: it becomes part of the tier, as what you looked at</source>
        <translation>A: er wird Teil der Ebene, als von Ihnen angesehen</translation>
    </message>
    <message>
        <source>C, or 1 to 9 for the first nine: gives what is chosen here instead</source>
        <translation>C, oder 1 bis 9 für die ersten neun: gibt stattdessen, was hier gewählt ist</translation>
    </message>
    <message>
        <source>X: it is not offered again</source>
        <translation>X: er wird nicht wieder angeboten</translation>
    </message>
    <message>
        <source>Takes the suggestions away; what was accepted stays</source>
        <translation>Nimmt die Vorschläge weg; was angenommen wurde, bleibt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Complete &amp;again</source>
        <translation>&amp;Nochmals vervollständigen</translation>
    </message>
    <message numerus="yes">
        <source>Accept &amp;all %n</source>
        <translation>
            <numerusform>&amp;Den %n annehmen</numerusform>
            <numerusform>&amp;Alle %n annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>No suggestion is open any more.</source>
        <translation>Kein Vorschlag ist mehr offen.</translation>
    </message>
    <message>
        <source>The rest is suggested from what you labelled and from what is seen and heard. Nothing becomes part of the tier before you accept it.</source>
        <translation>Der Rest wird vorgeschlagen aus dem, was Sie gelabelt haben, und aus dem, was zu sehen und zu hören ist. Nichts wird Teil der Ebene, bevor Sie es annehmen.</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>A accept · X reject · C or a digit correct · Enter next</source>
        <translation>A annehmen · X ablehnen · C oder eine Ziffer berichtigen · Eingabe weiter</translation>
    </message>
</context>
<context>
    <name>app::ConflictsDialog</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Mine (stays)</source>
        <translation>Meine (bleibt)</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>From %1: %2, %3, %4.</source>
        <translation>Aus %1: %2, %3, %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) added</source>
        <translation>
            <numerusform>%n Segment hinzugefügt</numerusform>
            <numerusform>%n Segmente hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was in conflict.</source>
        <translation>Es gab keine Konflikte.</translation>
    </message>
    <message numerus="yes">
        <source>Both changed the same in %n place(s); yours stayed. Undo takes the merge back.</source>
        <translation>
            <numerusform>Beide haben dasselbe an %n Stelle geändert; Ihre Fassung blieb. „Rückgängig“ nimmt die Zusammenführung zurück.</numerusform>
            <numerusform>Beide haben dasselbe an %n Stellen geändert; Ihre Fassung blieb. „Rückgängig“ nimmt die Zusammenführung zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Liste speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) were settled as you chose.</source>
        <translation>
            <numerusform>%n Konflikt wurde wie gewählt gelöst.</numerusform>
            <numerusform>%n Konflikte wurden wie gewählt gelöst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ConversationActions</name>
    <message>
        <source>The conversation is being read.</source>
        <translation>Das Gespräch wird gelesen.</translation>
    </message>
    <message>
        <source>This video belongs to no conversation: its list names none.</source>
        <translation>Dieses Video gehört zu keinem Gespräch: Seine Liste nennt keines.</translation>
    </message>
    <message>
        <source>The voices of this conversation cannot be told apart: they have neither recordings nor channels of their own.</source>
        <translation>Die Stimmen dieses Gesprächs lassen sich nicht trennen: Sie haben weder eigene Aufnahmen noch eigene Kanäle.</translation>
    </message>
</context>
<context>
    <name>app::ConversationCameras</name>
    <message>
        <source>offset of %1</source>
        <translation>Versatz von %1</translation>
    </message>
</context>
<context>
    <name>app::ConversationFaces</name>
    <message>
        <source>Only faces of one picture can be followed: a conversation whose list says which face is whose.</source>
        <translation>Nur Gesichtern in einem gemeinsamen Bild lässt sich folgen: in einem Gespräch, dessen Liste sagt, welches Gesicht zu wem gehört.</translation>
    </message>
</context>
<context>
    <name>app::ConversationInSight</name>
    <message>
        <source>Reading the conversation</source>
        <translation>Das Gespräch wird gelesen</translation>
    </message>
    <message>
        <source>%1 of %2 is too large to be shown beside the participant in hand.</source>
        <translation>%1 von %2 ist zu groß, um neben der Person in der Hand gezeigt zu werden.</translation>
    </message>
</context>
<context>
    <name>app::ConversationTab</name>
    <message>
        <source>Measuring the conversation</source>
        <translation>Das Gespräch wird vermessen</translation>
    </message>
    <message>
        <source>Picture of the conversation</source>
        <translation>Bild des Gesprächs</translation>
    </message>
</context>
<context>
    <name>app::ConversationTracks</name>
    <message>
        <source>channel %1</source>
        <translation>Kanal %1</translation>
    </message>
    <message>
        <source>offset %1 s</source>
        <translation>Versatz %1 s</translation>
    </message>
    <message>
        <source>drift %1 ppm</source>
        <translation>Drift %1 ppm</translation>
    </message>
    <message>
        <source>%1: words</source>
        <translation>%1: Wörter</translation>
    </message>
</context>
<context>
    <name>app::CopyTierDialog</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message numerus="yes">
        <source>In all %n &amp;videos that have this tier</source>
        <translation>
            <numerusform>In %n &amp;Video, das diese Ebene hat</numerusform>
            <numerusform>In allen %n &amp;Videos, die diese Ebene haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy tier</source>
        <translation>Ebene kopieren</translation>
    </message>
    <message>
        <source>&amp;Name of the copy of %1:</source>
        <translation>&amp;Name der Kopie von %1:</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>app::CorpusOffer</name>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Corpus of conversations</source>
        <translation>Korpus aus Gesprächen</translation>
    </message>
    <message>
        <source>%1 looks like %2. Make a dataset of it?</source>
        <translation>%1 sieht aus wie %2. Einen Datensatz daraus machen?</translation>
    </message>
    <message>
        <source>A list (dataset.json) and sequences of its conversations, turns, words and labels are written into the folder; media and archives stay where they are, and nothing is unpacked.</source>
        <translation>Eine Liste (dataset.json) und Sequenzen der Gespräche, Redebeiträge, Wörter und Labels werden in den Ordner geschrieben; Medien und Archive bleiben, wo sie sind, und nichts wird ausgepackt.</translation>
    </message>
    <message>
        <source>&amp;Make the dataset</source>
        <translation>Datensatz &amp;machen</translation>
    </message>
    <message>
        <source>&amp;Open as it is</source>
        <translation>Unverändert &amp;öffnen</translation>
    </message>
    <message>
        <source>Making a dataset of %1</source>
        <translation>Aus %1 wird ein Datensatz gemacht</translation>
    </message>
</context>
<context>
    <name>app::CounterfactualDialog</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>What would flip it?</source>
        <translation>Was würde es umkehren?</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>A click, or Enter, opens the segment on the timeline.</source>
        <translation>Ein Klick oder die Eingabetaste öffnet das Segment auf der Zeitleiste.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Looking for what would flip it</source>
        <translation>Was würde es umkehren: das Modell wird gefragt</translation>
    </message>
    <message>
        <source>The model is being asked…</source>
        <translation>Das Modell wird gefragt…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1: %2 · %3</translation>
    </message>
    <message>
        <source>nearest of the other sign</source>
        <translation>nächstes mit dem anderen Vorzeichen</translation>
    </message>
    <message>
        <source>with the sound of another</source>
        <translation>mit dem Ton eines anderen</translation>
    </message>
    <message>
        <source>with the face of another</source>
        <translation>mit dem Gesicht eines anderen</translation>
    </message>
    <message>
        <source>%1 of %2 flip it</source>
        <translation>%1 von %2 kehren es um</translation>
    </message>
    <message>
        <source>without the fewest words</source>
        <translation>ohne die wenigsten Wörter</translation>
    </message>
    <message>
        <source>without these words</source>
        <translation>ohne diese Wörter</translation>
    </message>
    <message>
        <source>the predictions with and without each modality</source>
        <translation>den Vorhersagen mit und ohne jede Modalität</translation>
    </message>
    <message>
        <source>what the layer %1 is given (%2 numbers)</source>
        <translation>dem, was die Schicht %1 bekommt (%2 Zahlen)</translation>
    </message>
    <message numerus="yes">
        <source>Near is measured in %1, among %n segment(s). Bold: the sign flips.</source>
        <translation>
            <numerusform>Nähe ist gemessen in %1, unter %n Segment. Fett: das Vorzeichen kehrt sich um.</numerusform>
            <numerusform>Nähe ist gemessen in %1, unter %n Segmenten. Fett: das Vorzeichen kehrt sich um.</numerusform>
        </translation>
    </message>
    <message>
        <source>no words flip it; without all</source>
        <translation>keine Wörter drehen es um; ohne alle</translation>
    </message>
</context>
<context>
    <name>app::DatasetFetch</name>
    <message>
        <source>Fetching %1</source>
        <translation>%1 wird abgerufen</translation>
    </message>
</context>
<context>
    <name>app::DatasetParts</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Features of words</source>
        <translation>Features der Wörter</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>as the dataset has them</source>
        <translation>wie der Datensatz sie hat</translation>
    </message>
    <message>
        <source>drawn by the seed: 70, 15, 15 of 100 videos</source>
        <translation>durch den Startwert gezogen: 70, 15, 15 von 100 Videos</translation>
    </message>
    <message>
        <source>&amp;Folds</source>
        <translation>&amp;Folds</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>No dataset with sequences is open.</source>
        <translation>Kein Datensatz mit Sequenzen ist offen.</translation>
    </message>
    <message>
        <source>Every label of the project, as it is now</source>
        <translation>Jedes Label des Projekts, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Labels are being counted…</source>
        <translation>Labels werden gezählt …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Labelled segments: %1.</source>
        <translation>Gelabelte Segmente: %1.</translation>
    </message>
</context>
<context>
    <name>app::DatasetQuestion</name>
    <message>
        <source>The process of the models was killed, or found no memory, also when it was begun again. Nothing of yours is lost; you can start it once more.</source>
        <translation>Der Prozess der Modelle wurde abgebrochen oder fand keinen Speicher, auch beim zweiten Versuch. Von Ihrer Arbeit ist nichts verloren; Sie können ihn noch einmal starten.</translation>
    </message>
    <message>
        <source>The process of the models was killed, or found no memory; it is begun again.</source>
        <translation>Der Prozess der Modelle wurde abgebrochen oder fand keinen Speicher; er beginnt noch einmal.</translation>
    </message>
</context>
<context>
    <name>app::DatasetRoom</name>
    <message>
        <source>A blind review goes on: labels and predictions of the dataset are hidden until it is left.</source>
        <translation>Eine blinde Prüfung läuft: Labels und Vorhersagen des Datensatzes sind verborgen, bis sie verlassen wird.</translation>
    </message>
    <message>
        <source>Open a dataset with sequences: a model is then asked about all its segments.</source>
        <translation>Öffnen Sie einen Datensatz mit Sequenzen: Dann wird ein Modell zu allen seinen Segmenten befragt.</translation>
    </message>
    <message>
        <source>There is no model yet. Open one that was trained on such features.</source>
        <translation>Es gibt noch kein Modell. Öffnen Sie eines, das mit solchen Merkmalen trainiert wurde.</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Ein Modell öffnen…</translation>
    </message>
    <message>
        <source>Looking for what is known of this model and dataset…</source>
        <translation>Es wird gesucht, was über dieses Modell und diesen Datensatz bekannt ist…</translation>
    </message>
    <message>
        <source>The dataset is read; points appear as the model answers.</source>
        <translation>Der Datensatz wird gelesen; Punkte erscheinen, wie das Modell antwortet.</translation>
    </message>
    <message>
        <source>The model could not be asked: %1</source>
        <translation>Das Modell konnte nicht befragt werden: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>%1 was not asked about this dataset yet. It is asked eight times about each segment – with and without words, sound and face – and the answers are kept beside the project.</source>
        <translation>%1 wurde zu diesem Datensatz noch nicht befragt. Es wird zu jedem Segment achtmal befragt – mit und ohne Wörter, Ton und Gesicht –, und die Antworten werden neben dem Projekt behalten.</translation>
    </message>
    <message>
        <source>Ask the model about all segments</source>
        <translation>Das Modell zu allen Segmenten befragen</translation>
    </message>
    <message>
        <source>What was kept cannot be read: %1</source>
        <translation>Was behalten wurde, kann nicht gelesen werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1 von %n Segment</numerusform>
            <numerusform>%1 von %n Segmenten</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the dataset…</source>
        <translation>der Datensatz wird gelesen…</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>angehalten: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), 8 forwards each</source>
        <translation>
            <numerusform>%n Segment, je 8 Durchläufe</numerusform>
            <numerusform>%n Segmente, je 8 Durchläufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %n muted concept(s)</source>
        <translation>
            <numerusform>ohne %n stummes Konzept</numerusform>
            <numerusform>ohne %n stumme Konzepte</numerusform>
        </translation>
    </message>
    <message>
        <source>not kept: the project is only looked at</source>
        <translation>nicht behalten: Das Projekt wird nur angesehen</translation>
    </message>
    <message>
        <source>These videos have no sequences yet. With words and features, a model is asked about all their segments here.</source>
        <translation>Diese Videos haben noch keine Sequenzen. Mit Wörtern und Merkmalen wird hier ein Modell nach allen ihren Segmenten gefragt.</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>Sequenzen erzeugen …</translation>
    </message>
    <message>
        <source>%1 cannot be asked about this dataset: %2.</source>
        <translation>%1 kann zu diesem Datensatz nicht befragt werden: %2.</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>Ein Modell trainieren …</translation>
    </message>
    <message>
        <source>Models read words, and no video has any yet.</source>
        <translation>Modelle lesen Wörter, und noch kein Video hat welche.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>A model is asked about labelled segments, and there are none yet.</source>
        <translation>Ein Modell wird zu gelabelten Segmenten befragt, und es gibt noch keine.</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>Gelabelte Segmente anlegen …</translation>
    </message>
    <message>
        <source>Models that read words find none here, and no recording that has any. A model can be trained on rows of sequences.</source>
        <translation>Modelle, die Wörter lesen, finden hier keine und keine Aufnahme, die welche hätte. Auf Zeilen von Sequenzen lässt sich ein Modell trainieren.</translation>
    </message>
</context>
<context>
    <name>app::DeidentifyDialog</name>
    <message>
        <source>People who are filmed; tick those who stay as they are</source>
        <translation>Gefilmte Menschen; haken Sie an, wer bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Draw 68 &amp;points on the mask</source>
        <translation>68 &amp;Punkte auf die Maske zeichnen</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Further words to hide, one a line</source>
        <translation>Weitere Wörter, die verborgen werden, eines je Zeile</translation>
    </message>
    <message>
        <source>The folder that is made</source>
        <translation>Der Ordner, der gemacht wird</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>Sehen Sie diese an</translation>
    </message>
    <message>
        <source>The picture of the recording</source>
        <translation>Das Bild der Aufnahme</translation>
    </message>
    <message>
        <source>The picture of the copy</source>
        <translation>Das Bild der Kopie</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>Wer hingesehen hat</translation>
    </message>
    <message numerus="yes">
        <source>De-identify %n recording(s)</source>
        <translation>
            <numerusform>Menschen in %n Aufnahme verbergen</numerusform>
            <numerusform>Menschen in %n Aufnahmen verbergen</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not anonymity: who knows a person may still know them by posture, clothes, words and pitch. Of 12 actors, a listener who had their original voices found the right one in 28 of 100 changed recordings (by chance 8), a listener with other changed recordings of them in 78.</source>
        <translation>Das ist keine Anonymität: Wer einen Menschen kennt, erkennt ihn vielleicht noch an Haltung, Kleidung, Worten und Tonhöhe. Von 12 Schauspielern fand ein Hörer mit ihren ursprünglichen Stimmen in 28 von 100 veränderten Aufnahmen den richtigen (durch Zufall 8), ein Hörer mit anderen veränderten Aufnahmen in 78.</translation>
    </message>
    <message>
        <source>&amp;Make the copy</source>
        <translation>Kopie &amp;machen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Who stays as they are</source>
        <translation>Wer bleibt, wie er ist</translation>
    </message>
    <message>
        <source>The project names nobody, so everybody who is filmed is hidden.</source>
        <translation>Das Projekt nennt niemanden; alle Gefilmten werden verborgen.</translation>
    </message>
    <message>
        <source>Everybody is hidden, also those whom nobody named. Tick people who agreed to be seen and heard.</source>
        <translation>Alle werden verborgen, auch die, die niemand benannt hat. Haken Sie an, wer zugestimmt hat, gesehen und gehört zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n video(s)</source>
        <translation>
            <numerusform>%1 · %n Video</numerusform>
            <numerusform>%1 · %n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>mask of one colour</source>
        <translation>Maske in einer Farbe</translation>
    </message>
    <message>
        <source>blurred (can be undone in part)</source>
        <translation>weichgezeichnet (zum Teil umkehrbar)</translation>
    </message>
    <message>
        <source>in large pixels (can be undone in part)</source>
        <translation>in großen Pixeln (zum Teil umkehrbar)</translation>
    </message>
    <message>
        <source>Expression stays to be seen, and a part of who it is.</source>
        <translation>Der Ausdruck bleibt zu sehen, und ein Teil davon, wer es ist.</translation>
    </message>
    <message>
        <source>changed, afresh for each recording</source>
        <translation>verändert, für jede Aufnahme neu</translation>
    </message>
    <message>
        <source>changed by the same for all: keeps emotion better, hides less</source>
        <translation>für alle gleich verändert: erhält Gefühle besser, verbirgt weniger</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>One word or name a line; a beep is heard where they are said</source>
        <translation>Ein Wort oder Name je Zeile; wo sie gesagt werden, ist ein Piepton zu hören</translation>
    </message>
    <message>
        <source>&amp;Faces</source>
        <translation>&amp;Gesichter</translation>
    </message>
    <message>
        <source>&amp;Voices</source>
        <translation>&amp;Stimmen</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Looked through once more</source>
        <translation>Noch einmal durchgesehen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>I &amp;looked at all of them</source>
        <translation>Ich habe &amp;alle angesehen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Hiding faces and voices…</source>
        <translation>Gesichter und Stimmen werden verborgen…</translation>
    </message>
    <message>
        <source>Looking through the finished files…</source>
        <translation>Die fertigen Dateien werden durchgesehen…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked at by other finders than the one that hid.</source>
        <translation>
            <numerusform>%n Bild wurde von anderen Findern angesehen als dem, der verbarg.</numerusform>
            <numerusform>%n Bilder wurden von anderen Findern angesehen als dem, der verbarg.</numerusform>
        </translation>
    </message>
    <message>
        <source>Faces left: %1. Names left in texts: %2. Tags left in files: %3.</source>
        <translation>Übrige Gesichter: %1. Übrige Namen in Texten: %2. Übrige Angaben in Dateien: %3.</translation>
    </message>
    <message>
        <source>The nearest original voice is the right speaker&apos;s in %1 of 100 recordings, by chance in %2.</source>
        <translation>Die nächste ursprüngliche Stimme ist in %1 von 100 Aufnahmen die des richtigen Sprechers, durch Zufall in %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) changed too little.</source>
        <translation>
            <numerusform>%n Stimme hat sich zu wenig verändert.</numerusform>
            <numerusform>%n Stimmen haben sich zu wenig verändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. The copy is %1; the key beside it tells who is who.</source>
        <translation>Nichts wurde gefunden. Die Kopie ist %1; der Schlüssel daneben sagt, wer wer ist.</translation>
    </message>
    <message>
        <source>Something is left, so the copy is called %1.</source>
        <translation>Etwas ist übrig; die Kopie heißt deshalb %1.</translation>
    </message>
    <message>
        <source>%1 at %2 s %3</source>
        <translation>%1 bei %2 s %3</translation>
    </message>
    <message>
        <source>Noted: %1 looked at the pictures.</source>
        <translation>Vermerkt: %1 hat die Bilder angesehen.</translation>
    </message>
    <message>
        <source>Pla&amp;y both</source>
        <translation>&amp;Beide abspielen</translation>
    </message>
    <message>
        <source>Plays the second before and after the picture, as recorded and in the copy, without sound</source>
        <translation>Spielt die Sekunde vor und nach dem Bild ab, wie aufgenommen und in der Kopie, ohne Ton</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Halt</translation>
    </message>
</context>
<context>
    <name>app::DiagnosisDialog</name>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Programs and parts</source>
        <translation>Programme und Teile</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Confinement</source>
        <translation>Abschottung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Crash notes</source>
        <translation>Absturznotizen</translation>
    </message>
    <message>
        <source>&amp;Delete crash notes</source>
        <translation>Absturznotizen &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>For those whom you ask for help. It has no data, and no names of files and people. Nothing is sent: read it, then copy or save it.</source>
        <translation>Für die, die Sie um Hilfe bitten. Die Diagnose enthält keine Daten und keine Namen von Dateien und Personen. Nichts wird gesendet: Lesen Sie sie, dann kopieren oder speichern Sie sie.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>The system and the other programs are asked…</source>
        <translation>Das System und die anderen Programme werden gefragt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the diagnosis</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
</context>
<context>
    <name>app::DiagnosisTexts</name>
    <message>
        <source>The diagnosis was written to %1.</source>
        <translation>Die Diagnose wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Crash notes</source>
        <translation>Absturznotizen</translation>
    </message>
    <message>
        <source>Polylogue ended unexpectedly the last time. What was saved is safe.</source>
        <translation>Polylogue endete beim letzten Mal unerwartet. Was gespeichert war, ist sicher.</translation>
    </message>
</context>
<context>
    <name>app::DialoguePredictions</name>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models of conversations (*.safetensors)</source>
        <translation>Modelle von Gesprächen (*.safetensors)</translation>
    </message>
    <message>
        <source>Looking for models of conversations</source>
        <translation>Modelle von Gesprächen werden gesucht</translation>
    </message>
    <message>
        <source>%1 is no model of whole conversations: that are BCLSTM and DialogueRNN.</source>
        <translation>%1 ist kein Modell ganzer Gespräche: das sind BCLSTM und DialogueRNN.</translation>
    </message>
    <message>
        <source>Asking the model of conversations</source>
        <translation>Das Modell von Gesprächen wird gefragt</translation>
    </message>
    <message>
        <source>No model of conversations is here: open one, or train BCLSTM or DialogueRNN.</source>
        <translation>Hier ist kein Modell von Gesprächen: Öffnen Sie eines, oder trainieren Sie BCLSTM oder DialogueRNN.</translation>
    </message>
    <message>
        <source>Choose a model of conversations: it says what it makes of who speaks in the light of the turns before.</source>
        <translation>Wählen Sie ein Modell von Gesprächen: Es sagt, was es im Licht der Redebeiträge davor über die sprechende Person meint.</translation>
    </message>
    <message>
        <source>The model is being asked…</source>
        <translation>Das Modell wird gefragt …</translation>
    </message>
    <message>
        <source>The playhead is before the first turn.</source>
        <translation>Die Abspielposition liegt vor dem ersten Redebeitrag.</translation>
    </message>
    <message>
        <source>Turn %1 · %2 to %3 s</source>
        <translation>Redebeitrag %1 · %2 bis %3 s</translation>
    </message>
    <message>
        <source>The model says nothing of this turn: the dataset has no segment there.</source>
        <translation>Das Modell sagt nichts über diesen Redebeitrag: Der Datensatz hat dort kein Segment.</translation>
    </message>
    <message>
        <source>The model says nothing of this listener.</source>
        <translation>Das Modell sagt nichts über diese zuhörende Person.</translation>
    </message>
    <message>
        <source>This model says nothing of those who listen.</source>
        <translation>Dieses Modell sagt nichts über Zuhörende.</translation>
    </message>
    <message>
        <source>trained on speakers</source>
        <translation>von Sprechenden gelernt</translation>
    </message>
    <message>
        <source>This model does not say which turns count.</source>
        <translation>Dieses Modell sagt nicht, welche Redebeiträge zählen.</translation>
    </message>
    <message>
        <source>Attends most to turn %1, %2 (%3 %)</source>
        <translation>Achtet am meisten auf Redebeitrag %1, %2 (%3 %)</translation>
    </message>
    <message>
        <source>%1 · of who speaks and who listens</source>
        <translation>%1 · über Sprechende und Zuhörende</translation>
    </message>
    <message>
        <source>%1 · of who speaks</source>
        <translation>%1 · über Sprechende</translation>
    </message>
</context>
<context>
    <name>app::DockTitle</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>app::DocumentSight</name>
    <message>
        <source>Hidden during a blind pass. Leave the pass, or finish it.</source>
        <translation>Während eines blinden Durchgangs verborgen. Verlassen Sie den Durchgang, oder beenden Sie ihn.</translation>
    </message>
</context>
<context>
    <name>app::DoubtActions</name>
    <message>
        <source>No word is doubtful.</source>
        <translation>Kein Wort ist zweifelhaft.</translation>
    </message>
    <message>
        <source>None of these words is doubtful or a draft.</source>
        <translation>Keines dieser Wörter ist zweifelhaft oder ein Entwurf.</translation>
    </message>
    <message numerus="yes">
        <source>accept %n word(s)</source>
        <translation>
            <numerusform>%n Wort annehmen</numerusform>
            <numerusform>%n Wörter annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) taken out of the text, as not said. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n Wort aus dem Text genommen, weil es nicht gesagt wurde. Strg+Z bringt es zurück.</numerusform>
            <numerusform>%n Wörter aus dem Text genommen, weil sie nicht gesagt wurden. Strg+Z bringt sie zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DoubtTexts</name>
    <message>
        <source>The word was guessed from the sound.</source>
        <translation>Das Wort wurde aus dem Ton geraten.</translation>
    </message>
    <message>
        <source>It was not found in the sound; it lies where there was room.</source>
        <translation>Es wurde im Ton nicht gefunden; es liegt dort, wo Platz war.</translation>
    </message>
    <message>
        <source>The sound hardly fits this word.</source>
        <translation>Der Ton passt kaum zu diesem Wort.</translation>
    </message>
    <message>
        <source>Its start may be %1 s off.</source>
        <translation>Sein Anfang liegt vielleicht um %1 s falsch.</translation>
    </message>
    <message>
        <source>Its end may be %1 s off.</source>
        <translation>Sein Ende liegt vielleicht um %1 s falsch.</translation>
    </message>
    <message>
        <source>Somebody should listen to it.</source>
        <translation>Es sollte angehört werden.</translation>
    </message>
</context>
<context>
    <name>app::DraftTracks</name>
    <message>
        <source>Suggested: %1</source>
        <translation>Vorgeschlagen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open, dashed until you accept them</source>
        <translation>
            <numerusform>%n offen, gestrichelt bis zur Annahme</numerusform>
            <numerusform>%n offen, gestrichelt bis zur Annahme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EditActions</name>
    <message>
        <source>The keys , and . move the end.</source>
        <translation>Die Tasten , und . verschieben das Ende.</translation>
    </message>
    <message>
        <source>The keys , and . move the start.</source>
        <translation>Die Tasten , und . verschieben den Anfang.</translation>
    </message>
</context>
<context>
    <name>app::Editor</name>
    <message>
        <source>This track is locked. A right click on its head unlocks it.</source>
        <translation>Diese Spur ist gesperrt. Ein Rechtsklick auf ihren Kopf entsperrt sie.</translation>
    </message>
    <message>
        <source>“%1” cannot be taken back: %2</source>
        <translation>„%1“ kann nicht zurückgenommen werden: %2</translation>
    </message>
    <message>
        <source>%1 %2 for segment %3</source>
        <translation>%1 %2 für Segment %3</translation>
    </message>
    <message>
        <source>no %1 for segment %2</source>
        <translation>kein %1 für Segment %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>remark on %1</source>
        <translation>Anmerkung zu %1</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 wants one, or nothing.</source>
        <translation>„%1“ ist keine Zahl; %2 braucht eine, oder nichts.</translation>
    </message>
    <message>
        <source>The label %1 takes no numbers.</source>
        <translation>Das Label %1 nimmt keine Zahlen.</translation>
    </message>
    <message>
        <source>No value was given: a name is needed that it is kept under.</source>
        <translation>Es wurde kein Wert vergeben: Es fehlt ein Name, unter dem er behalten wird.</translation>
    </message>
</context>
<context>
    <name>app::EntrySwitcher</name>
    <message>
        <source>Open video</source>
        <translation>Video öffnen</translation>
    </message>
    <message>
        <source>Commands…   Ctrl+K</source>
        <translation>Befehle…   Strg+K</translation>
    </message>
</context>
<context>
    <name>app::EraseDialog</name>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>herausgeschnitten</translation>
    </message>
    <message>
        <source>masked and silenced</source>
        <translation>maskiert und stumm</translation>
    </message>
    <message>
        <source>written without them</source>
        <translation>ohne sie geschrieben</translation>
    </message>
    <message>
        <source>cannot be erased</source>
        <translation>nicht zu löschen</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>list of the dataset</source>
        <translation>Liste des Datensatzes</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>steps to undo</source>
        <translation>Schritte zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>earlier version</source>
        <translation>frühere Fassung</translation>
    </message>
    <message>
        <source>damaged project</source>
        <translation>beschädigtes Projekt</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>name of a file</source>
        <translation>Name einer Datei</translation>
    </message>
    <message>
        <source>The person who is erased</source>
        <translation>Der Mensch, der gelöscht wird</translation>
    </message>
    <message>
        <source>Where the person occurs</source>
        <translation>Wo der Mensch vorkommt</translation>
    </message>
    <message>
        <source>The name once more</source>
        <translation>Der Name noch einmal</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Einen Menschen löschen</translation>
    </message>
    <message>
        <source>a name that the project or the dataset knows</source>
        <translation>ein Name, den das Projekt oder der Datensatz kennt</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why and how much</source>
        <translation>Warum und wie viel</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Mensch</translation>
    </message>
    <message>
        <source>&amp;List where they occur</source>
        <translation>&amp;Auflisten, wo er vorkommt</translation>
    </message>
    <message>
        <source>This cannot be undone. It does not reach copies elsewhere, published folders, what a model has learnt (train the model again) and blocks that a disk keeps of deleted files.</source>
        <translation>Das lässt sich nicht rückgängig machen. Nicht erreicht werden Kopien anderswo, veröffentlichte Ordner, was ein Modell gelernt hat (trainieren Sie es neu), und Blöcke, die eine Platte von gelöschten Dateien behält.</translation>
    </message>
    <message>
        <source>Type the &amp;name again</source>
        <translation>Den &amp;Namen noch einmal schreiben</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s). Nothing was changed.</source>
        <translation>
            <numerusform>%n Stelle. Nichts wurde geändert.</numerusform>
            <numerusform>%n Stellen. Nichts wurde geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased, and looked for again: nothing is left in what is listed. Other files of the folder, such as texts that the dataset does not name, were not looked through. What was done is in %1.</source>
        <translation>Gelöscht und noch einmal gesucht: In dem, was aufgelistet ist, ist nichts übrig. Andere Dateien des Ordners, etwa Texte, die der Datensatz nicht nennt, wurden nicht durchgesehen. Was getan wurde, steht in %1.</translation>
    </message>
    <message>
        <source>These places are still there; erase again.</source>
        <translation>Diese Stellen sind noch da; löschen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nobody else is known in this recording.</source>
        <translation>In dieser Aufnahme ist sonst niemand bekannt.</translation>
    </message>
    <message>
        <source>Others are in it: face and voice are hidden.</source>
        <translation>Andere sind darin: Gesicht und Stimme werden verborgen.</translation>
    </message>
    <message>
        <source>The file is not there; a copy elsewhere is not reached.</source>
        <translation>Die Datei ist nicht da; eine Kopie anderswo wird nicht erreicht.</translation>
    </message>
    <message>
        <source>The file’s name says the person’s; give it another.</source>
        <translation>Der Dateiname nennt den Menschen; geben Sie der Datei einen anderen.</translation>
    </message>
    <message>
        <source>Entries that go: %1; written without the name: %2.</source>
        <translation>Einträge, die verschwinden: %1; ohne den Namen geschrieben: %2.</translation>
    </message>
    <message>
        <source>Files of other programs are not rewritten.</source>
        <translation>Dateien anderer Programme werden nicht neu geschrieben.</translation>
    </message>
    <message>
        <source>Videos of the person alone, and the name, go.</source>
        <translation>Videos mit diesem Menschen allein und der Name verschwinden.</translation>
    </message>
    <message>
        <source>Segments that go: %1; texts without the name: %2; other state that changes: %3.</source>
        <translation>Segmente, die verschwinden: %1; Texte ohne den Namen: %2; anderes, das sich ändert: %3.</translation>
    </message>
    <message>
        <source>Steps that may hold the person: %1.</source>
        <translation>Schritte, die den Menschen enthalten können: %1.</translation>
    </message>
    <message>
        <source>The version stays, without the person.</source>
        <translation>Die Fassung bleibt, ohne diesen Menschen.</translation>
    </message>
    <message>
        <source>A damaged file is not looked into.</source>
        <translation>In eine beschädigte Datei wird nicht gesehen.</translation>
    </message>
    <message>
        <source>Made again when needed.</source>
        <translation>Wird bei Bedarf neu gemacht.</translation>
    </message>
    <message>
        <source>Segments that it has learnt or was chosen by: %1. What it learnt stays until it is trained again.</source>
        <translation>Segmente, an denen es gelernt hat oder nach denen es gewählt wurde: %1. Was es gelernt hat, bleibt, bis es neu trainiert wird.</translation>
    </message>
</context>
<context>
    <name>app::ExchangeActions</name>
    <message>
        <source>Open a video first: annotation belongs to one.</source>
        <translation>Zuerst ein Video öffnen: Annotation gehört zu einem.</translation>
    </message>
    <message>
        <source>Annotation (%1)</source>
        <translation>Annotation (%1)</translation>
    </message>
    <message>
        <source>Import annotation</source>
        <translation>Annotation importieren</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 wurde importiert.</translation>
    </message>
    <message>
        <source>Export annotation</source>
        <translation>Annotation exportieren</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written: %1</source>
        <translation>
            <numerusform>%n Datei geschrieben: %1</numerusform>
            <numerusform>%n Dateien geschrieben: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>%1 wird angesehen</translation>
    </message>
    <message>
        <source>Reading the words and labels that %1 is about</source>
        <translation>Die Wörter und Labels, um die es in %1 geht, werden gelesen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>%n Datei wird gelesen</numerusform>
            <numerusform>%n Dateien werden gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>The annotation %1.</source>
        <translation>Die Annotation %1.</translation>
    </message>
    <message numerus="yes">
        <source>the annotation of %n file(s)</source>
        <translation>
            <numerusform>Annotation aus %n Datei</numerusform>
            <numerusform>Annotation aus %n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were imported.</source>
        <translation>
            <numerusform>%n Datei wurde eingelesen.</numerusform>
            <numerusform>%n Dateien wurden eingelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of %1 end with %2. Write this format into %3 all the same?</source>
        <translation>Dateien von %1 enden auf %2. Dieses Format trotzdem in %3 schreiben?</translation>
    </message>
</context>
<context>
    <name>app::ExpectedPanel</name>
    <message>
        <source>M&amp;easure</source>
        <translation>Me&amp;ssen</translation>
    </message>
    <message>
        <source>Trains a few epochs of it, which are not kept, to see how long they take</source>
        <translation>Trainiert einige Epochen davon, die nicht bleiben, um zu sehen, wie lange sie dauern</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>A few epochs are being measured…</source>
        <translation>Einige Epochen werden gemessen …</translation>
    </message>
</context>
<context>
    <name>app::ExperimentActions</name>
    <message>
        <source>Starting two trainings</source>
        <translation>Zwei Trainings werden gestartet</translation>
    </message>
    <message>
        <source>Comparing two trainings</source>
        <translation>Zwei Trainings werden verglichen</translation>
    </message>
    <message>
        <source>Looking for the last training</source>
        <translation>Das letzte Training wird gesucht</translation>
    </message>
    <message>
        <source>There is no training here that could be done again. Train once; then this compares it with the labels as they are.</source>
        <translation>Hier ist kein Training, das sich wiederholen ließe. Trainieren Sie einmal; danach vergleicht dies es mit den Labels, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>app::ExperimentForm</name>
    <message>
        <source>Side A</source>
        <translation>Seite A</translation>
    </message>
    <message>
        <source>Side B</source>
        <translation>Seite B</translation>
    </message>
    <message>
        <source>Each side is trained with the seeds 1, 2, 3 … and counts by the mean of its figures, so that a lucky beginning decides less.</source>
        <translation>Jede Seite wird mit den Startwerten 1, 2, 3 … trainiert und zählt mit dem Mittel ihrer Werte, damit ein glücklicher Anfang weniger entscheidet.</translation>
    </message>
    <message>
        <source>Both learn from</source>
        <translation>Beide lernen aus</translation>
    </message>
    <message>
        <source>The list of models is being read…</source>
        <translation>Die Liste der Modelle wird gelesen…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Epochs at most</source>
        <translation>&amp;Epochen höchstens</translation>
    </message>
    <message>
        <source>&amp;Patience</source>
        <translation>&amp;Geduld</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Startwerte</translation>
    </message>
    <message>
        <source>It goes &amp;into</source>
        <translation>Er kommt &amp;in</translation>
    </message>
    <message>
        <source>Both sides are</source>
        <translation>Beide Seiten sind</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Ein solches Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>Both sides are the same; change one of them.</source>
        <translation>Beide Seiten sind gleich; ändern Sie eine davon.</translation>
    </message>
    <message>
        <source>%1 works word by word and cannot learn from sequences with rows of their own; choose another model, LMF for instance.</source>
        <translation>%1 arbeitet Wort für Wort und kann nicht aus Sequenzen mit eigenen Zeilen lernen; wählen Sie ein anderes Modell, etwa LMF.</translation>
    </message>
    <message>
        <source>Say into which folder it goes, as a whole path.</source>
        <translation>Sagen Sie, in welchen Ordner er kommt, als ganzen Pfad.</translation>
    </message>
    <message>
        <source>A side has no modality to learn from; tick one.</source>
        <translation>Eine Seite hat keine Modalität, aus der sie lernt; haken Sie eine an.</translation>
    </message>
</context>
<context>
    <name>app::ExperimentPage</name>
    <message>
        <source>running: seed %1 of %2</source>
        <translation>läuft: Startwert %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 seeds are trained</source>
        <translation>%1 von %2 Startwerten sind trainiert</translation>
    </message>
    <message>
        <source>broken off at seed %1 of %2</source>
        <translation>abgebrochen bei Startwert %1 von %2</translation>
    </message>
    <message>
        <source>trained; is being compared</source>
        <translation>trainiert; wird verglichen</translation>
    </message>
    <message numerus="yes">
        <source>done: %n seed(s)</source>
        <translation>
            <numerusform>fertig: %n Startwert</numerusform>
            <numerusform>fertig: %n Startwerte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reads the data</source>
        <translation>%1 liest die Daten</translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3 at most</source>
        <translation>%1: Epoche %2 von höchstens %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: done after %n epoch(s)</source>
        <translation>
            <numerusform>%1: fertig nach %n Epoche</numerusform>
            <numerusform>%1: fertig nach %n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: stopped after %n epoch(s)</source>
        <translation>
            <numerusform>%1: angehalten nach %n Epoche</numerusform>
            <numerusform>%1: angehalten nach %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 broke off. %2</source>
        <translation>%1 brach ab. %2</translation>
    </message>
    <message>
        <source>Nothing can be told: there are too few videos in the test fold.</source>
        <translation>Es lässt sich nichts sagen: Im Test-Fold sind zu wenige Videos.</translation>
    </message>
    <message>
        <source>%1 is better by %2 %3 (%4 … %5).</source>
        <translation>%1 ist besser um %2 %3 (%4 … %5).</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>The output whose figures are shown</source>
        <translation>Die Ausgabe, deren Werte gezeigt werden</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Startwert %2</translation>
    </message>
    <message>
        <source>all outputs</source>
        <translation>alle Ausgaben</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no comparisons in this folder yet.</source>
        <translation>In diesem Ordner gibt es noch keine Vergleiche.</translation>
    </message>
    <message>
        <source>No epoch is over yet.</source>
        <translation>Noch ist keine Epoche vorbei.</translation>
    </message>
    <message>
        <source>A: %1 · B: %2</source>
        <translation>A: %1 · B: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) cannot tell A from B: B − A is %1 %2 (%3 … %4).</source>
        <translation>
            <numerusform>%n Startwert kann A und B nicht unterscheiden: B − A ist %1 %2 (%3 … %4).</numerusform>
            <numerusform>%n Startwerte können A und B nicht unterscheiden: B − A ist %1 %2 (%3 … %4).</numerusform>
        </translation>
    </message>
    <message>
        <source>A and B gave the same: what differs between them changes nothing on these data.</source>
        <translation>A und B gaben dasselbe: Worin sie sich unterscheiden, ändert an diesen Daten nichts.</translation>
    </message>
    <message>
        <source>&amp;Use B</source>
        <translation>B &amp;verwenden</translation>
    </message>
    <message>
        <source>The model of B&apos;s first seed predicts in the window from now on.</source>
        <translation>Das Modell mit dem ersten Startwert von B sagt von nun an im Fenster voraus.</translation>
    </message>
</context>
<context>
    <name>app::ExperimentRunTexts</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Acc-2</source>
        <translation>Acc-2</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>No label has changed since %1 was trained.</source>
        <translation>Kein Label hat sich geändert, seit %1 trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 had no test, so nothing could say what new labels bring: train with a test first.</source>
        <translation>%1 hatte keinen Test, so könnte nichts sagen, was neue Labels bringen: Trainieren Sie zuerst mit Test.</translation>
    </message>
</context>
<context>
    <name>app::ExperimentTexts</name>
    <message>
        <source>own rows</source>
        <translation>eigene Zeilen</translation>
    </message>
    <message>
        <source>%1 rows a second: %2</source>
        <translation>%1 Zeilen je Sekunde: %2</translation>
    </message>
    <message>
        <source>aligned to words: %1, incomplete words left out</source>
        <translation>an Wörtern ausgerichtet: %1, unvollständige Wörter weggelassen</translation>
    </message>
    <message>
        <source>aligned to words: %1, gaps filled by %2</source>
        <translation>an Wörtern ausgerichtet: %1, Lücken gefüllt durch %2</translation>
    </message>
    <message>
        <source>labels as they were</source>
        <translation>Labels, wie sie waren</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>labels now: %1</source>
        <translation>Labels jetzt: %1</translation>
    </message>
    <message>
        <source>rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>%1; %2 alone</source>
        <translation>%1; nur %2</translation>
    </message>
</context>
<context>
    <name>app::ExplanationRun</name>
    <message>
        <source>segment %1 of the dataset</source>
        <translation>Segment %1 des Datensatzes</translation>
    </message>
    <message>
        <source>The model process ended %1 times (%2) and is not started again.</source>
        <translation>Der Modellprozess endete %1-mal (%2) und wird nicht wieder gestartet.</translation>
    </message>
    <message>
        <source>The model process ended at it (%1).</source>
        <translation>Der Modellprozess endete daran (%1).</translation>
    </message>
    <message>
        <source>The model process is gone (%1); it goes on with segment %2.</source>
        <translation>Der Modellprozess ist weg (%1); es geht mit Segment %2 weiter.</translation>
    </message>
    <message>
        <source>it did not answer for %1 s</source>
        <translation>er antwortete %1 s lang nicht</translation>
    </message>
    <message>
        <source>it crashed or was killed</source>
        <translation>er ist abgestürzt oder wurde beendet</translation>
    </message>
    <message>
        <source>it stopped</source>
        <translation>er hörte auf</translation>
    </message>
    <message>
        <source>The model process ended without a word.</source>
        <translation>Der Modellprozess endete ohne ein Wort.</translation>
    </message>
    <message>
        <source>Asking the model about the dataset</source>
        <translation>Das Modell wird zum Datensatz befragt</translation>
    </message>
    <message>
        <source>%1 cannot be started</source>
        <translation>%1 kann nicht gestartet werden</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>An apostrophe before cells that a &amp;spreadsheet would take for formulas</source>
        <translation>Apostroph vor Zellen, die eine &amp;Tabellenkalkulation für Formeln hielte</translation>
    </message>
    <message>
        <source>Export annotation</source>
        <translation>Annotation exportieren</translation>
    </message>
    <message>
        <source>Tiers to write</source>
        <translation>Ebenen, die geschrieben werden</translation>
    </message>
    <message>
        <source>What this format cannot hold</source>
        <translation>Was dieses Format nicht aufnehmen kann</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>What will be lost:</source>
        <translation>Was verloren geht:</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Nichts.</translation>
    </message>
</context>
<context>
    <name>app::ExportKinds</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>Was exportiert wird</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
</context>
<context>
    <name>app::ExportSpanDialog</name>
    <message>
        <source>Export selection</source>
        <translation>Auswahl exportieren</translation>
    </message>
    <message>
        <source>%1: %2 to %3, %4 s</source>
        <translation>%1: %2 bis %3, %4 s</translation>
    </message>
    <message>
        <source>&amp;Clip: picture and sound, encoded anew (mp4)</source>
        <translation>&amp;Clip: Bild und Ton, neu kodiert (mp4)</translation>
    </message>
    <message>
        <source>&amp;Sound: 16-bit samples (wav)</source>
        <translation>&amp;Ton: 16-Bit-Samples (wav)</translation>
    </message>
    <message>
        <source>&amp;Table: words, labels and features (csv)</source>
        <translation>T&amp;abelle: Wörter, Labels und Merkmale (csv)</translation>
    </message>
    <message>
        <source>Features for the table</source>
        <translation>Merkmale für die Tabelle</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
</context>
<context>
    <name>app::ExtractChoicePage</name>
    <message>
        <source>Make again what is there already</source>
        <translation>Auch Vorhandenes erneut erzeugen</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>Dateien &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Transcripts…</source>
        <translation>&amp;Transkripte…</translation>
    </message>
    <message>
        <source>A folder with A.txt, A.srt, A.vtt, A.TextGrid or A.eaf for A.mp4</source>
        <translation>Ein Ordner mit A.txt, A.srt, A.vtt, A.TextGrid oder A.eaf zu A.mp4</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>Als Befehl &amp;kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>You can go on working. What is done stays done, also after a crash.</source>
        <translation>Weitergearbeitet werden kann. Was fertig ist, bleibt fertig, auch nach einem Absturz.</translation>
    </message>
    <message>
        <source>a new folder, or one to add to</source>
        <translation>ein neuer Ordner oder einer, der ergänzt wird</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. Recordings are read, never written to.</source>
        <translation>Nichts verlässt diesen Rechner. Aufnahmen werden gelesen, nie verändert.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Dataset in</source>
        <translation>Datensatz in</translation>
    </message>
    <message>
        <source>Else only what is missing, or was made of another recording or transcript</source>
        <translation>Sonst nur, was fehlt oder aus einer anderen Aufnahme oder Abschrift erzeugt wurde</translation>
    </message>
    <message>
        <source>Licence of the points of the face: the model comes from the package libdlib-data, which declares it CC0-1.0. Its makers say that it was trained on the iBUG 300-W pictures, whose terms exclude commercial use. This is said once.</source>
        <translation>Lizenz der Punkte des Gesichts: Das Modell stammt aus dem Paket libdlib-data, das es als CC0-1.0 bezeichnet. Nach Angabe seiner Urheber wurde es an den Bildern von iBUG 300-W trainiert, deren Bedingungen gewerbliche Nutzung ausschließen. Dies wird einmal gesagt.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Video and sound %1;;All files (*)</source>
        <translation>Video und Ton %1;;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A folder of recordings</source>
        <translation>Ein Ordner mit Aufnahmen</translation>
    </message>
    <message>
        <source>A folder of transcripts</source>
        <translation>Ein Ordner mit Transkripten</translation>
    </message>
    <message>
        <source>The dataset&apos;s folder</source>
        <translation>Der Ordner des Datensatzes</translation>
    </message>
    <message>
        <source>Add recordings, or drop them here.</source>
        <translation>Aufnahmen hinzufügen oder hier ablegen.</translation>
    </message>
    <message>
        <source>No recording is ticked.</source>
        <translation>Keine Aufnahme ist angekreuzt.</translation>
    </message>
    <message>
        <source>No feature is ticked.</source>
        <translation>Kein Merkmal ist angekreuzt.</translation>
    </message>
    <message>
        <source>Choose a folder for the dataset.</source>
        <translation>Ein Ordner für den Datensatz fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start %n recording(s)</source>
        <translation>
            <numerusform>&amp;Starten: %n Aufnahme</numerusform>
            <numerusform>&amp;Starten: %n Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>app::ExtractDialog</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Per word</source>
        <translation>Je Wort</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>Vektoren</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Steps of each recording</source>
        <translation>Schritte jeder Aufnahme</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>war da</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>Der Bericht liegt in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>Valenz</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Erregung</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>Gesichtspunkte</translation>
    </message>
    <message>
        <source>Blendshapes</source>
        <translation>Blendshapes</translation>
    </message>
</context>
<context>
    <name>app::ExtractProgressPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Copy the &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Sh&amp;ow them</source>
        <translation>An&amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Open the dataset</source>
        <translation>Datensatz ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Progress of all recordings</source>
        <translation>Fortschritt aller Aufnahmen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>What runs goes on in the background</source>
        <translation>Was läuft, geht im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Making sequences</source>
        <translation>Sequenzen werden erstellt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>Es dauerte %1.</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry the %n…</source>
        <translation>
            <numerusform>%n noch ein&amp;mal…</numerusform>
            <numerusform>%n noch ein&amp;mal…</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be done</source>
        <translation>Es war nicht möglich</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>What is done is kept.</source>
        <translation>Was fertig ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 failed</source>
        <translation>%1 von %2 fertig, %3 gescheitert</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) done</source>
        <translation>
            <numerusform>%n Aufnahme fertig</numerusform>
            <numerusform>%n Aufnahmen fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n without words</source>
        <translation>
            <numerusform>%1; %n ohne Wörter</numerusform>
            <numerusform>%1; %n ohne Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n cut short</source>
        <translation>
            <numerusform>%1; %n abgeschnitten</numerusform>
            <numerusform>%1; %n abgeschnitten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExtractionActions</name>
    <message>
        <source>Make se&amp;quences…</source>
        <translation>Se&amp;quenzen machen…</translation>
    </message>
    <message>
        <source>The recordings of this dataset are called otherwise than its videos, so no sequences can be made of them here.</source>
        <translation>Die Aufnahmen dieses Datensatzes heißen anders als seine Videos, deshalb können hier keine Sequenzen daraus gemacht werden.</translation>
    </message>
</context>
<context>
    <name>app::ExtractionRun</name>
    <message>
        <source>The program that makes sequences ended without a word.</source>
        <translation>Das Programm, das Sequenzen erstellt, endete ohne Meldung.</translation>
    </message>
    <message>
        <source>Making sequences</source>
        <translation>Sequenzen werden erstellt</translation>
    </message>
</context>
<context>
    <name>app::FaceActions</name>
    <message>
        <source>Faces are not shown: turn them on first (menu View).</source>
        <translation>Gesichter sind ausgeblendet: zuerst einschalten (Menü Ansicht).</translation>
    </message>
    <message>
        <source>There are no landmarks of faces of this video. File → Sequences… makes them.</source>
        <translation>Zu diesem Video gibt es keine Punkte von Gesichtern. Datei → Sequenzen… legt sie an.</translation>
    </message>
    <message>
        <source>&amp;Name…</source>
        <translation>&amp;Name…</translation>
    </message>
    <message>
        <source>&amp;Same person as</source>
        <translation>Die&amp;selbe Person wie</translation>
    </message>
    <message>
        <source>Someone &amp;else from here on</source>
        <translation>Ab hier jemand and&amp;eres</translation>
    </message>
    <message>
        <source>%1 is someone else from here on</source>
        <translation>%1 ist ab hier jemand anderes</translation>
    </message>
    <message>
        <source>&amp;Measures of this person for tracks and models</source>
        <translation>&amp;Messwerte dieser Person für Spuren und Modelle</translation>
    </message>
    <message>
        <source>measures of %1</source>
        <translation>Messwerte von %1</translation>
    </message>
    <message>
        <source>All faces as they were &amp;found</source>
        <translation>Alle Gesichter, wie sie ge&amp;funden wurden</translation>
    </message>
    <message>
        <source>faces as they were found</source>
        <translation>Gesichter, wie sie gefunden wurden</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>the selection</source>
        <translation>der Auswahl</translation>
    </message>
    <message>
        <source>this segment</source>
        <translation>diesem Segment</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1 spricht</translation>
    </message>
    <message>
        <source>S&amp;peaks in %1 (%2 s)</source>
        <translation>S&amp;pricht in %1 (%2 s)</translation>
    </message>
    <message>
        <source>N&amp;obody speaks in %1</source>
        <translation>In %1 spricht niemand (&amp;o)</translation>
    </message>
    <message>
        <source>nobody speaks</source>
        <translation>niemand spricht</translation>
    </message>
    <message>
        <source>Speaks from &amp;here on</source>
        <translation>Spricht ab &amp;hier</translation>
    </message>
    <message>
        <source>Speaks in the &amp;whole video</source>
        <translation>Spricht im ganzen &amp;Video</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>name %1</source>
        <translation>%1 benennen</translation>
    </message>
    <message>
        <source>%1 is not seen both before and after the playhead.</source>
        <translation>%1 ist nicht sowohl vor als auch nach der Abspielposition zu sehen.</translation>
    </message>
    <message>
        <source>%1 (both are seen at once for %2 s)</source>
        <translation>%1 (beide sind %2 s lang zugleich zu sehen)</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
</context>
<context>
    <name>app::FaceFeed</name>
    <message>
        <source>Open a video in the library: the face at the playhead is shown.</source>
        <translation>Öffnen Sie in der Bibliothek ein Video: das Gesicht am Abspielkopf wird gezeigt.</translation>
    </message>
    <message>
        <source>There are no landmarks of faces of this video. Extracting features finds them.</source>
        <translation>Von diesem Video gibt es keine Landmarken von Gesichtern. Beim Extrahieren von Features werden sie gefunden.</translation>
    </message>
    <message>
        <source>Extract features…</source>
        <translation>Features extrahieren…</translation>
    </message>
    <message>
        <source>Nobody&apos;s face is seen at the playhead.</source>
        <translation>Am Abspielkopf ist niemandes Gesicht zu sehen.</translation>
    </message>
    <message>
        <source>Reading the faces…</source>
        <translation>Gesichter werden gelesen…</translation>
    </message>
    <message>
        <source>%1 has no face at the playhead.</source>
        <translation>%1 hat am Abspielkopf kein Gesicht.</translation>
    </message>
</context>
<context>
    <name>app::Faces</name>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Reading the faces</source>
        <translation>Gesichter werden gelesen</translation>
    </message>
</context>
<context>
    <name>app::FeatureChoice</name>
    <message>
        <source>Words, aligned</source>
        <translation>Wörter, ausgerichtet</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Laute</translation>
    </message>
    <message>
        <source>How sure the words are</source>
        <translation>Wie sicher die Wörter sind</translation>
    </message>
    <message>
        <source>Voice, as CMU-MOSI has it</source>
        <translation>Stimme wie in CMU-MOSI</translation>
    </message>
    <message>
        <source>Voice, as eGeMAPS has it</source>
        <translation>Stimme wie in eGeMAPS</translation>
    </message>
    <message>
        <source>Voice per word</source>
        <translation>Stimme je Wort</translation>
    </message>
    <message>
        <source>Mel spectrum</source>
        <translation>Mel-Spektrum</translation>
    </message>
    <message>
        <source>Cepstrum</source>
        <translation>Cepstrum</translation>
    </message>
    <message>
        <source>Face and head</source>
        <translation>Gesicht und Kopf</translation>
    </message>
    <message>
        <source>Points of the face</source>
        <translation>Punkte des Gesichts</translation>
    </message>
    <message>
        <source>start and end of each word of the transcript</source>
        <translation>Anfang und Ende jedes Worts des Transkripts</translation>
    </message>
    <message>
        <source>the sounds of each word</source>
        <translation>die Laute jedes Worts</translation>
    </message>
    <message>
        <source>confidence of each word, expected error of its edges</source>
        <translation>Sicherheit jedes Worts, erwarteter Fehler seiner Grenzen</translation>
    </message>
    <message>
        <source>pitch, glottal flow, cepstrum; 74 columns, 100 Hz</source>
        <translation>Tonhöhe, Stimmgebung, Cepstrum; 74 Spalten, 100 Hz</translation>
    </message>
    <message>
        <source>loudness, pitch, voice quality; 25 columns, 100 Hz</source>
        <translation>Lautheit, Tonhöhe, Stimmqualität; 25 Spalten, 100 Hz</translation>
    </message>
    <message>
        <source>eGeMAPS summed up for each word; 88 columns</source>
        <translation>eGeMAPS, je Wort zusammengefasst; 88 Spalten</translation>
    </message>
    <message>
        <source>26 bands, 100 Hz</source>
        <translation>26 Bänder, 100 Hz</translation>
    </message>
    <message>
        <source>13 coefficients, 100 Hz</source>
        <translation>13 Koeffizienten, 100 Hz</translation>
    </message>
    <message>
        <source>pose, mouth, smile, brows, eyes of whoever speaks; each frame</source>
        <translation>Haltung, Mund, Lächeln, Brauen, Augen der sprechenden Person; jedes Bild</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Hear words where there is no transcript</source>
        <translation>Wörter hören, wo ein Transkript fehlt</translation>
    </message>
    <message>
        <source>One word of four is wrong; all of them are marked as a draft.</source>
        <translation>Eines von vier Wörtern ist falsch; alle werden als Entwurf gekennzeichnet.</translation>
    </message>
    <message>
        <source>Words and phones</source>
        <translation>Wörter und Laute</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>with it</source>
        <translation>ist dabei</translation>
    </message>
    <message>
        <source>Vectors of the words</source>
        <translation>Vektoren der Wörter</translation>
    </message>
    <message>
        <source>68 points of every face, in pixels</source>
        <translation>68 Punkte jedes Gesichts, in Pixeln</translation>
    </message>
    <message>
        <source>Level and shape of the spectrum</source>
        <translation>Pegel und Form des Spektrums</translation>
    </message>
    <message>
        <source>loudness in dB, slopes, centroid, flux; 11 columns, 100 Hz</source>
        <translation>Pegel in dB, Steigungen, Schwerpunkt, Fluss; 11 Spalten, 100 Hz</translation>
    </message>
    <message>
        <source>Valence of the words</source>
        <translation>Valenz der Wörter</translation>
    </message>
    <message>
        <source>Expression of the face</source>
        <translation>Ausdruck des Gesichts</translation>
    </message>
    <message>
        <source>meaning of each English word (GloVe), else its spelling</source>
        <translation>Bedeutung jedes englischen Worts (GloVe), sonst seine Schreibung</translation>
    </message>
    <message>
        <source>how positive English words and sentences are, −3 to 3</source>
        <translation>wie positiv englische Wörter und Sätze sind, −3 bis 3</translation>
    </message>
    <message>
        <source>what raters would see in it: seven chances and valence; 10 Hz</source>
        <translation>was Beurteiler darin sähen: sieben Wahrscheinlichkeiten und Valenz; 10 Hz</translation>
    </message>
    <message>
        <source>Arousal of the voice</source>
        <translation>Erregung der Stimme</translation>
    </message>
    <message>
        <source>how roused it sounds, −1 to 1, whatever the microphone&apos;s gain; 1 Hz</source>
        <translation>wie erregt sie klingt, −1 bis 1, gleich wie laut das Mikrofon ist; 1 Hz</translation>
    </message>
    <message>
        <source>Face and head, by 468 points</source>
        <translation>Gesicht und Kopf aus 468 Punkten</translation>
    </message>
    <message>
        <source>The 468 points</source>
        <translation>Die 468 Punkte</translation>
    </message>
    <message>
        <source>pose, mouth, smile, brows, eyes of the largest face; each frame; needs no package</source>
        <translation>Haltung, Mund, Lächeln, Brauen, Augen des größten Gesichts; jedes Bild; braucht kein Paket</translation>
    </message>
    <message>
        <source>x, y and z of each in pixels; 1404 columns, each frame</source>
        <translation>x, y und z jedes Punkts in Pixeln; 1404 Spalten, jedes Bild</translation>
    </message>
    <message>
        <source>Blendshapes</source>
        <translation>Blendshapes</translation>
    </message>
    <message>
        <source>smile, blink, brows, gaze of the largest face, 0 to 1; 52 columns, each frame</source>
        <translation>Lächeln, Blinzeln, Brauen, Blick des größten Gesichts, 0 bis 1; 52 Spalten, jedes Bild</translation>
    </message>
    <message>
        <source>Needs a file face_landmarker.task, which Google publishes for MediaPipe&apos;s Face Landmarker under the Apache-2.0 licence. Name yours in the settings.</source>
        <translation>Braucht eine Datei face_landmarker.task, die Google für MediaPipes Face Landmarker unter der Lizenz Apache-2.0 veröffentlicht. Nennen Sie Ihre in den Einstellungen.</translation>
    </message>
</context>
<context>
    <name>app::FeatureReader</name>
    <message>
        <source>Overview of large features</source>
        <translation>Übersicht über große Merkmale</translation>
    </message>
</context>
<context>
    <name>app::FeatureTracks</name>
    <message>
        <source>a track of %1</source>
        <translation>eine Spur für %1</translation>
    </message>
    <message>
        <source>remove the track %1</source>
        <translation>die Spur %1 entfernen</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>ausgerichtet</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>older than the words</source>
        <translation>älter als die Wörter</translation>
    </message>
</context>
<context>
    <name>app::FetchDialog</name>
    <message>
        <source>Cite: %1 (%2, %3)</source>
        <translation>Zitieren: %1 (%2, %3)</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Polylogue neither holds nor licenses these files: their authors&apos; terms apply.</source>
        <translation>Polylogue besitzt und lizenziert diese Dateien nicht: Es gelten die Bedingungen ihrer Urheber.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>war schon da</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>abgerufen</translation>
    </message>
    <message>
        <source>fetched, resumed</source>
        <translation>abgerufen, fortgesetzt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Fetch a standard dataset</source>
        <translation>Standarddatensatz abrufen</translation>
    </message>
    <message>
        <source>https://… ; {id} and {group} stand for the dataset&apos;s and the file&apos;s</source>
        <translation>https://… ; {id} und {group} stehen für die Namen des Datensatzes und der Datei</translation>
    </message>
    <message>
        <source>Progress of all files</source>
        <translation>Fortschritt aller Dateien</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>&amp;Datensatz</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Files of the dataset</source>
        <translation>Dateien des Datensatzes</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>Wählen Sie mindestens eine Datei.</translation>
    </message>
    <message>
        <source>Say where the files come from: Polylogue knows no address for them.</source>
        <translation>Geben Sie an, woher die Dateien kommen: Polylogue kennt keine Adresse dafür.</translation>
    </message>
    <message>
        <source>“%1” is no address: it should begin with http:// or https://.</source>
        <translation>„%1“ ist keine Adresse: Sie sollte mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>Wählen Sie einen Ordner für die Dateien.</translation>
    </message>
    <message>
        <source>The folder holds another dataset already; choose another one.</source>
        <translation>Der Ordner enthält schon einen anderen Datensatz; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>A&amp;brufen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 per second</source>
        <translation>%1, %2 pro Sekunde</translation>
    </message>
    <message>
        <source>Stopped. Fetch goes on where it ended if the server can, and else begins a file anew.</source>
        <translation>Angehalten. „Abrufen“ macht dort weiter, wo es endete, wenn der Server das kann; sonst beginnt es eine Datei von vorn.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be fetched. %1 Fetch tries again.</source>
        <translation>
            <numerusform>%n Datei konnte nicht abgerufen werden. %1 „Abrufen“ versucht es noch einmal.</numerusform>
            <numerusform>%n Dateien konnten nicht abgerufen werden. %1 „Abrufen“ versucht es noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Der Ordner wird angesehen</translation>
    </message>
</context>
<context>
    <name>app::FileQuestion</name>
    <message>
        <source>%1 is open here, and would be lost. Choose another name.</source>
        <translation>%1 ist hier geöffnet und ginge verloren. Wählen Sie einen anderen Namen.</translation>
    </message>
</context>
<context>
    <name>app::FileSource</name>
    <message>
        <source>file as a camera · %1 pictures a second</source>
        <translation>Datei als Kamera · %1 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>its sound · 16 kHz</source>
        <translation>ihr Ton · 16 kHz</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>kein Ton</translation>
    </message>
</context>
<context>
    <name>app::FolderCheck</name>
    <message>
        <source>%1 is a file; choose a folder.</source>
        <translation>%1 ist eine Datei; wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>No files can be written into %1; choose another folder.</source>
        <translation>In %1 lassen sich keine Dateien schreiben; wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>app::FoundSuspects</name>
    <message>
        <source>Comparing labels</source>
        <translation>Labels werden verglichen</translation>
    </message>
</context>
<context>
    <name>app::FoundWords</name>
    <message>
        <source>Looking where words are said</source>
        <translation>Sucht, wo die Wörter gesagt werden</translation>
    </message>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>%n Wort ausrichten</numerusform>
            <numerusform>%n Wörter ausrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FusionActions</name>
    <message>
        <source>There are no continuous ratings of this video yet: make a continuous tier, and record a rating while the video plays.</source>
        <translation>Zu diesem Video gibt es noch keine kontinuierlichen Bewertungen: Legen Sie eine kontinuierliche Ebene an und zeichnen Sie eine Bewertung auf, während das Video läuft.</translation>
    </message>
    <message>
        <source>fuse ratings into %1</source>
        <translation>Bewertungen zu %1 verbinden</translation>
    </message>
</context>
<context>
    <name>app::FusionDialog</name>
    <message>
        <source>gold standard</source>
        <translation>Goldstandard</translation>
    </message>
    <message>
        <source>&amp;Put the lags back in the raters&apos; tiers as well</source>
        <translation>Auch die &amp;Ebenen der Annotatoren zurücksetzen</translation>
    </message>
    <message>
        <source>Fuse continuous ratings</source>
        <translation>Kontinuierliche Bewertungen verbinden</translation>
    </message>
    <message>
        <source>Mean of the raters</source>
        <translation>Mittelwert der Annotatoren</translation>
    </message>
    <message>
        <source>EWE: who agrees with the others counts more</source>
        <translation>EWE: Wer mit den anderen übereinstimmt, zählt mehr</translation>
    </message>
    <message>
        <source>Warped: likewise, each moment may be moved by up to 1 s</source>
        <translation>Gedehnt: ebenso, jeder Augenblick darf um bis zu 1 s verschoben werden</translation>
    </message>
    <message>
        <source>Each other: the first to react counts as in time</source>
        <translation>Die anderen: Wer zuerst reagiert, gilt als rechtzeitig</translation>
    </message>
    <message>
        <source>&amp;Lags are measured against</source>
        <translation>&amp;Verzögerungen gemessen an</translation>
    </message>
    <message>
        <source>&amp;One trace of them</source>
        <translation>&amp;Eine Kurve daraus</translation>
    </message>
    <message>
        <source>&amp;Name of the new tier</source>
        <translation>&amp;Name der neuen Ebene</translation>
    </message>
    <message>
        <source>&amp;Make the tier</source>
        <translation>Ebene &amp;anlegen</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>Verzögert um</translation>
    </message>
    <message>
        <source>CCC before</source>
        <translation>CCC vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Seconds by which the rater reacts late. Type others; an empty field measures again.</source>
        <translation>Sekunden, um die der Annotator zu spät reagiert. Sie können andere eintippen; ein leeres Feld misst neu.</translation>
    </message>
    <message>
        <source>Concordance with the mean of the other raters, as they were recorded</source>
        <translation>Konkordanz mit dem Mittelwert der anderen, wie aufgezeichnet</translation>
    </message>
    <message>
        <source>The same with all lags put back</source>
        <translation>Dasselbe, nachdem alle Verzögerungen zurückgenommen sind</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Comparing the ratings…</source>
        <translation>Die Bewertungen werden verglichen…</translation>
    </message>
    <message>
        <source>Comparing continuous ratings</source>
        <translation>Kontinuierliche Bewertungen vergleichen</translation>
    </message>
    <message>
        <source>Choose at least one rating.</source>
        <translation>Wählen Sie mindestens eine Bewertung.</translation>
    </message>
    <message>
        <source>How late one rater is can only be measured against a sequence.</source>
        <translation>Wie spät ein einzelner Annotator ist, lässt sich nur an einer Sequenz messen.</translation>
    </message>
    <message>
        <source>Lags are those with which the ratings go best with %1.</source>
        <translation>Es sind die Verzögerungen, mit denen die Bewertungen am besten zu %1 passen.</translation>
    </message>
    <message>
        <source>Lags are measured against the first to react, whose own lag is not known.</source>
        <translation>Die Verzögerungen sind an dem gemessen, der zuerst reagiert; seine eigene ist nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>app::GoldItemActions</name>
    <message>
        <source>A blind review goes on: leave it before you say what is right.</source>
        <translation>Ein blinder Durchgang läuft: Verlassen Sie ihn, bevor Sie sagen, was richtig ist.</translation>
    </message>
    <message>
        <source>Choose a labelled segment first: a click on it does.</source>
        <translation>Wählen Sie erst ein Segment mit Label: Ein Klick darauf genügt.</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · Segment %2</translation>
    </message>
    <message>
        <source>This segment has no value that could be right: settle it, or label it first.</source>
        <translation>Dieses Segment hat keinen Wert, der richtig sein könnte: Klären oder labeln Sie es erst.</translation>
    </message>
    <message>
        <source>make a gold item</source>
        <translation>Goldsegment anlegen</translation>
    </message>
    <message numerus="yes">
        <source>%n gold item(s): Review → Begin or go on with a pass… trains on them or hides them.</source>
        <translation>
            <numerusform>%n Goldsegment: Review → Durchgang beginnen oder fortsetzen… übt damit oder verbirgt es.</numerusform>
            <numerusform>%n Goldsegmente: Review → Durchgang beginnen oder fortsetzen… übt damit oder verbirgt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>take a gold item away</source>
        <translation>Goldsegment zurücknehmen</translation>
    </message>
    <message>
        <source>%1 is no gold item any more.</source>
        <translation>%1 ist kein Goldsegment mehr.</translation>
    </message>
    <message>
        <source>%1 is no gold item.</source>
        <translation>%1 ist kein Goldsegment.</translation>
    </message>
</context>
<context>
    <name>app::GoldItemDialog</name>
    <message>
        <source>Gold item</source>
        <translation>Goldsegment</translation>
    </message>
    <message>
        <source>Right is: %1</source>
        <translation>Richtig ist: %1</translation>
    </message>
    <message>
        <source>&amp;Why is that right? It is shown after the answer in training.</source>
        <translation>&amp;Warum ist das richtig? In der Übung wird es nach der Antwort gezeigt.</translation>
    </message>
    <message>
        <source>Annotators practise on gold items, and passes may hide some among their segments.</source>
        <translation>Annotatoren üben an Goldsegmenten, und Durchgänge können einige unter ihren Segmenten verbergen.</translation>
    </message>
    <message>
        <source>Make it &amp;gold</source>
        <translation>Zu &amp;Gold machen</translation>
    </message>
</context>
<context>
    <name>app::GoldTexts</name>
    <message numerus="yes">
        <source>%1 of %n right</source>
        <translation>
            <numerusform>%1 von %n richtig</numerusform>
            <numerusform>%1 von %n richtig</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 away on average</source>
        <translation>%1 · im Mittel %2 daneben</translation>
    </message>
</context>
<context>
    <name>app::GuideTexts</name>
    <message>
        <source>%1 (English)</source>
        <translation>%1 (Englisch)</translation>
    </message>
</context>
<context>
    <name>app::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>Page of help</source>
        <translation>Hilfeseite</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the pages of help: de, zh_CN.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige Seite</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>In allen Seiten suchen</translation>
    </message>
</context>
<context>
    <name>app::HistoryTexts</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
</context>
<context>
    <name>app::ImportDialog</name>
    <message>
        <source>Import annotation</source>
        <translation>Annotation importieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %n item(s) read, %3 skipped</source>
        <translation>
            <numerusform>%1 (%2): %n Eintrag gelesen, %3 übersprungen</numerusform>
            <numerusform>%1 (%2): %n Einträge gelesen, %3 übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tiers of the file</source>
        <translation>Ebenen der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n item(s)</source>
        <translation>
            <numerusform>%1 · %n Eintrag</numerusform>
            <numerusform>%1 · %n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message>
        <source>What was skipped, and why</source>
        <translation>Was übersprungen wurde, und warum</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, von %1</translation>
    </message>
</context>
<context>
    <name>app::ImportFilesDialog</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Import annotation</source>
        <translation>Annotation importieren</translation>
    </message>
    <message>
        <source>Files and the videos that they go into</source>
        <translation>Dateien und die Videos, zu denen sie gehören</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>I&amp;mportieren</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>wie in der Datei genannt</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) skipped</source>
        <translation>
            <numerusform>%n Eintrag übersprungen</numerusform>
            <numerusform>%n Einträge übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s) will be imported.</source>
        <translation>
            <numerusform>%1 von %n Datei wird eingelesen.</numerusform>
            <numerusform>%1 von %n Dateien werden eingelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>no video has this name: double-click beside it to choose</source>
        <translation>kein Video heißt so: durch Doppelklick daneben eines wählen</translation>
    </message>
    <message>
        <source>%1, first line %2: %3</source>
        <translation>%1, zuerst Zeile %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
</context>
<context>
    <name>app::ImportRoles</name>
    <message>
        <source>Tiers of their own</source>
        <translation>Eigene Ebenen</translation>
    </message>
    <message>
        <source>Judgements of the labelled segments, by annotator</source>
        <translation>Urteile über die Segmente mit Labels, je Annotator</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>&amp;Als</translation>
    </message>
    <message>
        <source>&amp;Words are</source>
        <translation>&amp;Wörter sind</translation>
    </message>
    <message>
        <source>&amp;Labelled segments are</source>
        <translation>Gelabelte &amp;Segmente sind</translation>
    </message>
    <message>
        <source>none of these tiers</source>
        <translation>keine dieser Spuren</translation>
    </message>
    <message>
        <source>of each file its own: %1</source>
        <translation>von jeder Datei ihre eigenen: %1</translation>
    </message>
</context>
<context>
    <name>app::InfluenceDialog</name>
    <message>
        <source>Label that is measured</source>
        <translation>Label, das gemessen wird</translation>
    </message>
    <message>
        <source>Annotators, separated by commas</source>
        <translation>Annotierende, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>Startwert der Ziehung</translation>
    </message>
    <message>
        <source>&amp;Copy the sentence</source>
        <translation>Satz &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Begin to measure</source>
        <translation>Messung &amp;beginnen</translation>
    </message>
    <message>
        <source>&amp;End the measurement</source>
        <translation>Messung be&amp;enden</translation>
    </message>
    <message>
        <source>Measure the model’s influence</source>
        <translation>Den Einfluss des Modells messen</translation>
    </message>
    <message>
        <source>Do answers move towards a prediction that is seen before them? Chance decides for each segment and annotator of blind passes whether the prediction is shown beside the answer; other people’s answers stay hidden.</source>
        <translation>Bewegen sich Antworten zu einer Vorhersage hin, die vorher zu sehen ist? Der Zufall entscheidet für jedes Segment und jede Person in blinden Durchgängen, ob die Vorhersage neben der Antwort steht; die Antworten anderer bleiben verborgen.</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>&amp;Label:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modell:</translation>
    </message>
    <message>
        <source>&amp;Annotators:</source>
        <translation>&amp;Annotierende:</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation>&amp;Startwert:</translation>
    </message>
    <message>
        <source>Distance of answers to the prediction, in steps</source>
        <translation>Abstand der Antworten zur Vorhersage, in Stufen</translation>
    </message>
    <message>
        <source>The project has no label on a scale of numbers that could be measured.</source>
        <translation>Das Projekt hat kein Label mit Zahlen, das gemessen werden könnte.</translation>
    </message>
    <message>
        <source>none answers now; open one first, and begin then</source>
        <translation>keines antwortet gerade; öffnen Sie zuerst eines und beginnen Sie dann</translation>
    </message>
    <message>
        <source>There are no segments to be judged.</source>
        <translation>Es gibt keine Segmente zu beurteilen.</translation>
    </message>
    <message numerus="yes">
        <source>Simulating what %n segment(s) can find…</source>
        <translation>
            <numerusform>Simuliert, was %n Segment finden kann…</numerusform>
            <numerusform>Simuliert, was %n Segmente finden können…</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the segments…</source>
        <translation>Zählt die Segmente…</translation>
    </message>
</context>
<context>
    <name>app::InfluenceTexts</name>
    <message>
        <source>No answer was given yet while a prediction of this label was measured.</source>
        <translation>Noch wurde keine Antwort gegeben, während eine Vorhersage dieses Labels gemessen wurde.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were answered both with and without the prediction; %1 are needed before anything can be told.</source>
        <translation>
            <numerusform>%n Segment wurde mit und ohne Vorhersage beantwortet; %1 sind nötig, bevor sich etwas sagen lässt.</numerusform>
            <numerusform>%n Segmente wurden mit und ohne Vorhersage beantwortet; %1 sind nötig, bevor sich etwas sagen lässt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps nearer to it (p = %3).</source>
        <translation>
            <numerusform>Wo die Vorhersage sichtbar war (%1 Antworten, %n Segment), lagen Antworten %2 Stufen näher an ihr (p = %3).</numerusform>
            <numerusform>Wo die Vorhersage sichtbar war (%1 Antworten, %n Segmente), lagen Antworten %2 Stufen näher an ihr (p = %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps further from it (p = %3).</source>
        <translation>
            <numerusform>Wo die Vorhersage sichtbar war (%1 Antworten, %n Segment), lagen Antworten %2 Stufen weiter von ihr entfernt (p = %3).</numerusform>
            <numerusform>Wo die Vorhersage sichtbar war (%1 Antworten, %n Segmente), lagen Antworten %2 Stufen weiter von ihr entfernt (p = %3).</numerusform>
        </translation>
    </message>
    <message>
        <source>Pull %1 [%2, %3]: 0 is the own view, 1 the prediction.</source>
        <translation>Zug %1 [%2, %3]: 0 ist die eigene Sicht, 1 die Vorhersage.</translation>
    </message>
    <message>
        <source>The pull is undefined: too few segments have two hidden answers, or the prediction says what people say anyway.</source>
        <translation>Der Zug ist undefiniert: Zu wenige Segmente haben zwei verborgene Antworten, oder die Vorhersage sagt, was Menschen ohnehin sagen.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were answered in one way only and count for nothing.</source>
        <translation>
            <numerusform>%n Segment wurde nur auf eine Weise beantwortet und zählt nicht.</numerusform>
            <numerusform>%n Segmente wurden nur auf eine Weise beantwortet und zählen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not randomised: who looks may differ from who does not.</source>
        <translation>Nicht randomisiert: Wer hinsieht, kann sich von anderen unterscheiden.</translation>
    </message>
    <message>
        <source>Two annotators at least are needed: half of them see the prediction of a segment.</source>
        <translation>Mindestens zwei Annotierende sind nötig: Die Hälfte sieht die Vorhersage eines Segments.</translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, a pull of %2 is found in four of five such measurements.</source>
        <translation>
            <numerusform>Mit %n Segment und %1 Annotierenden wird ein Zug von %2 in vier von fünf solchen Messungen gefunden.</numerusform>
            <numerusform>Mit %n Segmenten und %1 Annotierenden wird ein Zug von %2 in vier von fünf solchen Messungen gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, even a pull of %2 is found in fewer than four of five such measurements.</source>
        <translation>
            <numerusform>Mit %n Segment und %1 Annotierenden wird selbst ein Zug von %2 in weniger als vier von fünf solchen Messungen gefunden.</numerusform>
            <numerusform>Mit %n Segmenten und %1 Annotierenden wird selbst ein Zug von %2 in weniger als vier von fünf solchen Messungen gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurement of %1 has ended. Annotators: %2. %3 of %4 answers count.</source>
        <translation>Die Messung von %1 ist beendet. Annotierende: %2. %3 von %4 Antworten zählen.</translation>
    </message>
    <message>
        <source>%1 is measured. Annotators: %2. %3 of %4 answers count so far; blind passes show or hide the prediction by themselves.</source>
        <translation>%1 wird gemessen. Annotierende: %2. Bisher zählen %3 von %4 Antworten; blinde Durchgänge zeigen oder verbergen die Vorhersage von selbst.</translation>
    </message>
</context>
<context>
    <name>app::Influencing</name>
    <message>
        <source>Looking at the answers so far</source>
        <translation>Sieht sich die bisherigen Antworten an</translation>
    </message>
    <message>
        <source>Simulating measurements</source>
        <translation>Simuliert Messungen</translation>
    </message>
</context>
<context>
    <name>app::InspectorTab</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>app::Keymap</name>
    <message>
        <source>Video editor</source>
        <translation>Videoschnitt</translation>
    </message>
    <message>
        <source>Polylogue</source>
        <translation>Polylogue</translation>
    </message>
</context>
<context>
    <name>app::KnownAnswers</name>
    <message>
        <source>Looking for kept predictions</source>
        <translation>Behaltene Vorhersagen werden gesucht</translation>
    </message>
    <message>
        <source>stale: the model&apos;s file has changed</source>
        <translation>veraltet: Die Datei des Modells ist eine andere</translation>
    </message>
    <message>
        <source>Keeping the predictions</source>
        <translation>Vorhersagen werden behalten</translation>
    </message>
    <message>
        <source>stale: words, segments or files of the dataset have changed</source>
        <translation>veraltet: Wörter, Segmente oder Dateien des Datensatzes haben sich geändert</translation>
    </message>
</context>
<context>
    <name>app::LabelFitting</name>
    <message>
        <source>The project is kept in no file yet, so a model of your own has no place beside it.</source>
        <translation>Das Projekt liegt noch in keiner Datei, daher hat ein eigenes Modell keinen Platz daneben.</translation>
    </message>
    <message>
        <source>Fitting to own labels</source>
        <translation>Anpassen an eigene Labels</translation>
    </message>
    <message>
        <source>No output is less wrong when it is fitted, each video held out: the model stays as it is.</source>
        <translation>Keine Ausgabe ist angepasst weniger falsch, jedes Video beiseitegelassen: Das Modell bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Fitted: the mean error of %1 is %2 instead of %3, each video held out (%4 labels).</source>
        <translation>Angepasst: Der mittlere Fehler von %1 ist %2 statt %3, jedes Video beiseitegelassen (%4 Labels).</translation>
    </message>
</context>
<context>
    <name>app::LabelTitles</name>
    <message>
        <source>By %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>%1 (tier)</source>
        <translation>%1 (Ebene)</translation>
    </message>
    <message>
        <source>Consensus (majority)</source>
        <translation>Konsens (Mehrheit)</translation>
    </message>
</context>
<context>
    <name>app::LabellingActions</name>
    <message>
        <source>While it plays, a digit that is held down makes a segment of the tier in hand.</source>
        <translation>Während der Wiedergabe erzeugt eine gehaltene Zifferntaste ein Segment auf der aktuellen Ebene.</translation>
    </message>
    <message>
        <source>Reaction delay</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>Milliseconds by which you answer late; what is labelled while it plays is put back by them:</source>
        <translation>Millisekunden, um die Antworten zu spät kommen; was während der Wiedergabe gelabelt wird, rückt um sie zurück:</translation>
    </message>
    <message>
        <source>While it plays, a digit labels the labelled segment under the playhead.</source>
        <translation>Während der Wiedergabe labelt eine Ziffer das gelabelte Segment an der Abspielposition.</translation>
    </message>
</context>
<context>
    <name>app::LayerRows</name>
    <message>
        <source>fusion layer of %1</source>
        <translation>Fusionsschicht von %1</translation>
    </message>
</context>
<context>
    <name>app::LearnChoiceTexts</name>
    <message numerus="yes">
        <source>all %n together</source>
        <translation>
            <numerusform>das eine</numerusform>
            <numerusform>alle %n zusammen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LearningActions</name>
    <message>
        <source>Open a dataset with segments first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz mit Segmenten.</translation>
    </message>
    <message>
        <source>The first label takes no numbers: only of numbers can be learnt here.</source>
        <translation>Das erste Label nimmt keine Zahlen: nur aus Zahlen kann hier gelernt werden.</translation>
    </message>
    <message numerus="yes">
        <source>After ten answers it tells how well a model does; by now there are %n.</source>
        <translation>
            <numerusform>Nach zehn Antworten sagt es, wie gut ein Modell ist; bis jetzt ist es %n.</numerusform>
            <numerusform>Nach zehn Antworten sagt es, wie gut ein Modell ist; bis jetzt sind es %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>r %1 after %n answer(s); off by %2.</source>
        <translation>
            <numerusform>r %1 nach %n Antwort; um %2 daneben.</numerusform>
            <numerusform>r %1 nach %n Antworten; um %2 daneben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 It is enough: %n more would hardly change anything.</source>
        <translation>
            <numerusform>%1 Es genügt: %n weitere würde kaum etwas ändern.</numerusform>
            <numerusform>%1 Es genügt: %n weitere würden kaum etwas ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 With %n more, r %2 is expected (%3 to %4).</source>
        <translation>
            <numerusform>%1 Mit %n weiteren ist r %2 zu erwarten (%3 bis %4).</numerusform>
            <numerusform>%1 Mit %n weiteren ist r %2 zu erwarten (%3 bis %4).</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning from the answers so far</source>
        <translation>Aus den bisherigen Antworten lernen</translation>
    </message>
    <message>
        <source>%1 The answers so far do not follow what is seen, heard and said, so nothing is promised.</source>
        <translation>%1 Die bisherigen Antworten folgen nicht dem, was zu sehen, zu hören und gesagt ist; darum wird nichts versprochen.</translation>
    </message>
    <message>
        <source>%1 The order helps: tried on these answers, r is higher by %2 than by chance.</source>
        <translation>%1 Die Reihenfolge hilft: an diesen Antworten erprobt, ist r um %2 höher als durch Zufall.</translation>
    </message>
    <message>
        <source>%1 Tried on these answers, the order of the queue teaches no more than chance.</source>
        <translation>%1 An diesen Antworten erprobt, lehrt die Reihenfolge der Warteschlange nicht mehr als der Zufall.</translation>
    </message>
    <message>
        <source>Typical segments come first in the queue: from few answers they teach most.</source>
        <translation>Typische Segmente kommen in der Warteschlange zuerst: Bei wenigen Antworten lehren sie am meisten.</translation>
    </message>
</context>
<context>
    <name>app::LearntLabels</name>
    <message>
        <source>Label that a model learnt</source>
        <translation>Label, das ein Modell gelernt hat</translation>
    </message>
    <message>
        <source>Labels that a model learnt</source>
        <translation>Labels, die ein Modell gelernt hat</translation>
    </message>
</context>
<context>
    <name>app::LibraryReader</name>
    <message>
        <source>Reading the library</source>
        <translation>Bibliothek wird gelesen</translation>
    </message>
</context>
<context>
    <name>app::LiveDisplay</name>
    <message>
        <source>No transcript is at hand: the model goes without text.</source>
        <translation>Es liegt kein Transkript vor: Das Modell kommt ohne Text aus.</translation>
    </message>
    <message>
        <source>of the video&apos;s transcript</source>
        <translation>aus dem Transkript des Videos</translation>
    </message>
    <message>
        <source>no transcript</source>
        <translation>kein Transkript</translation>
    </message>
    <message>
        <source>mark: mean of the last 10 s</source>
        <translation>Strich: Mittel der letzten 10 s</translation>
    </message>
    <message numerus="yes">
        <source>learnt from %n other video(s): no measure of you</source>
        <translation>
            <numerusform>an %n anderen Video trainiert: kein Maß für Sie</numerusform>
            <numerusform>an %n anderen Videos trainiert: kein Maß für Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>no measure of you</source>
        <translation>kein Maß für Sie</translation>
    </message>
    <message>
        <source>%1 reads rows of features. Choose a model that looks at pictures and hears sound itself.</source>
        <translation>%1 liest Zeilen von Merkmalen. Zu wählen ist ein Modell, das Bilder und Ton selbst sieht und hört.</translation>
    </message>
    <message>
        <source>%1 · last %2 s</source>
        <translation>%1 · letzte %2 s</translation>
    </message>
    <message>
        <source>%1 when off</source>
        <translation>%1 wenn aus</translation>
    </message>
    <message>
        <source>age %1 ms</source>
        <translation>Alter %1 ms</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 ms</source>
        <translation>p50 %1 · p95 %2 ms</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>gewartet</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>The recording has ended. Esc leaves; “Another source” begins anew.</source>
        <translation>Die Aufnahme ist zu Ende. Mit Esc wird verlassen, mit „Andere Quelle“ neu begonnen.</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>Das Modell wird geladen.</translation>
    </message>
    <message>
        <source>The first answer comes after %1 s.</source>
        <translation>Die erste Antwort kommt nach %1 s.</translation>
    </message>
    <message>
        <source>No face for %1 s.</source>
        <translation>Seit %1 s kein Gesicht.</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 pictures a second, none dropped</source>
        <translation>%1 Bilder je Sekunde, keines verworfen</translation>
    </message>
    <message numerus="yes">
        <source>%1 pictures a second, %n dropped</source>
        <translation>
            <numerusform>%1 Bilder je Sekunde, %n verworfen</numerusform>
            <numerusform>%1 Bilder je Sekunde, %n verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers a second, none left out</source>
        <translation>%1 Antworten je Sekunde, keine ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers a second, %n left out</source>
        <translation>
            <numerusform>%1 Antworten je Sekunde, %n ausgelassen</numerusform>
            <numerusform>%1 Antworten je Sekunde, %n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU %1 % of %n core(s)</source>
        <translation>
            <numerusform>CPU %1 % von %n Kern</numerusform>
            <numerusform>CPU %1 % von %n Kernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every fourth answer is asked for once more without each sense, where the model is fast enough. None was so far.</source>
        <translation>Jede vierte Antwort wird noch einmal ohne jeden der Sinne erfragt, wenn das Modell schnell genug ist. Bisher keine.</translation>
    </message>
    <message>
        <source>The answer about %1 … %2 s, minus that without the sense.</source>
        <translation>Die Antwort über %1 … %2 s, minus die ohne diesen Sinn.</translation>
    </message>
    <message>
        <source>1 face · detector %1 · %2 ms</source>
        <translation>1 Gesicht · Detektor %1 · %2 ms</translation>
    </message>
    <message>
        <source>parts that learnt from real people: no measure of you</source>
        <translation>Teile, die von echten Menschen gelernt haben: kein Maß für Sie</translation>
    </message>
    <message>
        <source>read as they are said</source>
        <translation>gelesen, sobald gesagt</translation>
    </message>
    <message>
        <source>The recording has ended before there was an answer: each is about %1 s.</source>
        <translation>Die Aufnahme war zu Ende, bevor es eine Antwort gab: jede ist über %1 s.</translation>
    </message>
    <message>
        <source>No answer for %1 s: the machine is too slow for this model, or busy.</source>
        <translation>Seit %1 s keine Antwort: Der Rechner ist zu langsam für dieses Modell oder beschäftigt.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>app::LiveLabels</name>
    <message>
        <source>Labels while playing need a tier of segments or points; click its track first.</source>
        <translation>Labeln während der Wiedergabe braucht eine Ebene mit Segmenten oder Punkten; zuerst auf ihre Spur klicken.</translation>
    </message>
    <message>
        <source>label while playing</source>
        <translation>während der Wiedergabe labeln</translation>
    </message>
    <message>
        <source>%1 has no step %2.</source>
        <translation>%1 hat keine Stufe %2.</translation>
    </message>
</context>
<context>
    <name>app::LivePrediction</name>
    <message>
        <source>No modality is on: the model hears, sees and reads nothing.</source>
        <translation>Keine Modalität ist an: Vom Modell wird nichts gehört, gesehen oder gelesen.</translation>
    </message>
</context>
<context>
    <name>app::LiveRoom</name>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>A video in the place of a camera</source>
        <translation>Ein Video an der Stelle einer Kamera</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mkv *.mov *.avi *.webm *.m4v);;All files (*)</source>
        <translation>Videos (*.mp4 *.mkv *.mov *.avi *.webm *.m4v);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>Kamera und Mikrofon</translation>
    </message>
    <message>
        <source>Looking for live models</source>
        <translation>Live-Modelle werden gesucht</translation>
    </message>
    <message>
        <source>No model that looks at pictures and hears sound was found.</source>
        <translation>Es wurde kein Modell gefunden, das Bilder sieht und Ton hört.</translation>
    </message>
    <message>
        <source>Where recordings go</source>
        <translation>Wohin Aufnahmen kommen</translation>
    </message>
    <message>
        <source>The recording is being completed.</source>
        <translation>Die Aufnahme wird fertiggestellt.</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>The last 10 s are being written.</source>
        <translation>Die letzten 10 s werden geschrieben.</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Aufgenommen: %1</translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation>Aufnahmen werden gesucht</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Polylogue</source>
        <translation>Polylogue</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>%1 – Polylogue</source>
        <translation>%1 – Polylogue</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>Review-Liste</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>dataset %1, video %2, project %3</source>
        <translation>Datensatz %1, Video %2, Projekt %3</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>What sounds and looks alike</source>
        <translation>Was ähnlich klingt und aussieht</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>Verdächtige Labels</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>app::MarkImport</name>
    <message>
        <source>marks of the live session</source>
        <translation>Marken der Live-Sitzung</translation>
    </message>
</context>
<context>
    <name>app::MediaTracks</name>
    <message>
        <source>%1 · %2 fps</source>
        <translation>%1 · %2 fps</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 Kanäle</translation>
    </message>
    <message>
        <source>%1 kHz %2 · RMS, peak</source>
        <translation>%1 kHz %2 · RMS, Spitze</translation>
    </message>
    <message>
        <source>%1 · not readable: %2</source>
        <translation>%1 · nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>Ausri&amp;chten</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>&amp;Spuren</translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation>&amp;Bereiche</translation>
    </message>
    <message>
        <source>Show title bars to &amp;move docks</source>
        <translation>&amp;Titelleisten zum Verschieben zeigen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Wie das System</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Ed&amp;ges and times</source>
        <translation>&amp;Grenzen und Zeiten</translation>
    </message>
    <message>
        <source>&amp;Jump</source>
        <translation>S&amp;pringen</translation>
    </message>
    <message>
        <source>&amp;Demo and standard datasets</source>
        <translation>Demo &amp;und Standard-Datensätze</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Find and select</source>
        <translation>&amp;Suchen und auswählen</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>Bi&amp;ld</translation>
    </message>
    <message>
        <source>Aligned val&amp;ues</source>
        <translation>Aus&amp;gerichtete Werte</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>A&amp;rbeitsweise</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>G&amp;eschwindigkeit</translation>
    </message>
    <message>
        <source>Sound and &amp;cameras</source>
        <translation>&amp;Ton und Kameras</translation>
    </message>
    <message>
        <source>&amp;More about words</source>
        <translation>&amp;Mehr zu Wörtern</translation>
    </message>
    <message>
        <source>&amp;Offsets</source>
        <translation>V&amp;ersatz</translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation>&amp;Rezept</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>&amp;Confidence and remarks</source>
        <translation>Sicherheit &amp;und Bemerkungen</translation>
    </message>
    <message>
        <source>Co&amp;ntinuous ratings</source>
        <translation>&amp;Kontinuierliche Bewertungen</translation>
    </message>
    <message>
        <source>&amp;Tiers</source>
        <translation>&amp;Ebenen</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Review</translation>
    </message>
    <message>
        <source>&amp;Gold items</source>
        <translation>&amp;Goldsegmente</translation>
    </message>
    <message>
        <source>&amp;Inputs</source>
        <translation>&amp;Eingaben</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>Ü&amp;bereinstimmung</translation>
    </message>
    <message>
        <source>Con&amp;versation</source>
        <translation>Gespräc&amp;h</translation>
    </message>
</context>
<context>
    <name>app::MergeDialog</name>
    <message>
        <source>Merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>Liste speichern…</translation>
    </message>
    <message>
        <source>Both changed the same. Choose what counts; what stays undecided is as in yours, and nothing that either changed is removed. A click shows the place. Keys: M or X mine, T or A theirs, B both, where both can stand; Enter goes on.</source>
        <translation>Beide haben dasselbe geändert. Wählen Sie, was gilt; was unentschieden bleibt, ist wie bei Ihnen, und nichts, was einer geändert hat, wird entfernt. Ein Klick zeigt die Stelle. Tasten: M oder X meines, T oder A das andere, B beide, wo beide gelten können; Eingabe geht weiter.</translation>
    </message>
</context>
<context>
    <name>app::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>%1 · a right click copies it with details</source>
        <translation>%1 · ein Rechtsklick kopiert die Meldung mit Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Copy all with details</source>
        <translation>Alle mit Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Copy with details</source>
        <translation>Mit Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
</context>
<context>
    <name>app::ModelCardDialog</name>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>The model&apos;s card</source>
        <translation>Die Karte des Modells</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>app::ModelCardText</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>text alone</source>
        <translation>nur Text</translation>
    </message>
    <message>
        <source>sound alone</source>
        <translation>nur Ton</translation>
    </message>
    <message>
        <source>vision alone</source>
        <translation>nur Bild</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>weighted accuracy</source>
        <translation>gewichtete Genauigkeit</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>by</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 … %2, column %3 of the labels</source>
        <translation>%1 … %2, Spalte %3 der Labels</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>not learnt from</source>
        <translation>nicht gelernt</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the sequence %2</source>
        <translation>%1 der Sequenz %2</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s): %1</source>
        <translation>
            <numerusform>%n Video: %1</numerusform>
            <numerusform>%n Videos: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 of the data</source>
        <translation>SHA-256 der Daten</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>What it predicts</source>
        <translation>Was es vorhersagt</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es braucht</translation>
    </message>
    <message>
        <source>What it learnt from</source>
        <translation>Woraus es gelernt hat</translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation>Wie es gelernt hat</translation>
    </message>
    <message>
        <source>How it is built</source>
        <translation>Wie es gebaut ist</translation>
    </message>
    <message>
        <source>The card as it is in the file</source>
        <translation>Die Karte, wie sie in der Datei steht</translation>
    </message>
    <message>
        <source>How good it is on videos that it has not seen</source>
        <translation>Wie gut es bei Videos ist, die es nicht gesehen hat</translation>
    </message>
    <message>
        <source>On the videos by which training was ended</source>
        <translation>Bei den Videos, nach denen das Training beendet wurde</translation>
    </message>
    <message>
        <source>On the videos that it learnt from</source>
        <translation>Bei den Videos, aus denen es gelernt hat</translation>
    </message>
    <message>
        <source>Acc-2 and F1 tell negative from positive. A label from 0 upwards has no negative side, so it has neither: see MAE and r.</source>
        <translation>Acc-2 und F1 trennen negativ von positiv. Ein Label von 0 aufwärts hat keine negative Seite, also keines von beiden: siehe MAE und r.</translation>
    </message>
    <message>
        <source>Acc-2 and F1 of a label from 0 upwards: whether it is there at all, above 0 as labelled and above 0.1 as predicted.</source>
        <translation>Acc-2 und F1 eines Labels von 0 aufwärts: ob es überhaupt da ist, über 0 im Label und über 0,1 in der Vorhersage.</translation>
    </message>
    <message>
        <source>whom</source>
        <translation>von wem</translation>
    </message>
</context>
<context>
    <name>app::ModelChoice</name>
    <message>
        <source>Looking for the model</source>
        <translation>Das Modell wird gesucht</translation>
    </message>
    <message>
        <source>The model of this project is not there: %1. Until it is, the usual one predicts.</source>
        <translation>Das Modell dieses Projekts ist nicht da: %1. Bis es wieder da ist, sagt das übliche vorher.</translation>
    </message>
    <message>
        <source>%1 predicts here: it is the model that was chosen last, and fits this dataset.</source>
        <translation>Hier sagt %1 vorher: Es ist das zuletzt gewählte Modell und passt zu diesem Datensatz.</translation>
    </message>
    <message>
        <source>Looking for the models to compare with</source>
        <translation>Suche nach den Modellen zum Vergleichen</translation>
    </message>
    <message>
        <source>A model that this project compares with is not there: %1.</source>
        <translation>Ein Modell, mit dem dieses Projekt vergleicht, ist nicht da: %1.</translation>
    </message>
    <message>
        <source>%1, which was chosen last, does not fit this dataset: %2.</source>
        <translation>%1, zuletzt gewählt, passt nicht zu diesem Datensatz: %2.</translation>
    </message>
</context>
<context>
    <name>app::ModelFigures</name>
    <message>
        <source>Predict with a model of the class %1</source>
        <translation>Mit einem Modell der Klasse %1 vorhersagen</translation>
    </message>
    <message>
        <source>The model is asked about this segment…</source>
        <translation>Das Modell wird nach diesem Segment gefragt…</translation>
    </message>
    <message>
        <source>The fusion tensor is shown of models of the class TFN; none predicts yet.</source>
        <translation>Der Fusionstensor wird von Modellen der Klasse TFN gezeigt; noch sagt keines vorher.</translation>
    </message>
    <message>
        <source>“%1” has no fusion tensor: models of the class TFN have one.</source>
        <translation>„%1“ hat keinen Fusionstensor: Modelle der Klasse TFN haben einen.</translation>
    </message>
    <message>
        <source>The fusion graph is shown of models of the class GraphMFN; none predicts yet.</source>
        <translation>Der Fusionsgraph wird von Modellen der Klasse GraphMFN gezeigt; noch sagt keines vorher.</translation>
    </message>
    <message>
        <source>“%1” has no fusion graph: models of the class GraphMFN have one.</source>
        <translation>„%1“ hat keinen Fusionsgraphen: Modelle der Klasse GraphMFN haben einen.</translation>
    </message>
    <message>
        <source>%1, mean over its words</source>
        <translation>%1, Mittel über seine Wörter</translation>
    </message>
    <message>
        <source>at “%1”, %2</source>
        <translation>bei „%1“, %2</translation>
    </message>
    <message>
        <source>at word %1, %2</source>
        <translation>bei Wort %1, %2</translation>
    </message>
</context>
<context>
    <name>app::ModelInput</name>
    <message>
        <source>The model learnt from windows of recordings, not from labelled segments, so it has no answer about one.</source>
        <translation>Das Modell hat aus Fenstern von Aufnahmen gelernt, nicht aus gelabelten Segmenten; zu einem solchen hat es keine Antwort.</translation>
    </message>
    <message>
        <source>The model learnt from features scaled over each whole video, which is not done here. The mode Dataset asks it about all segments.</source>
        <translation>Das Modell hat aus Features gelernt, die über jedes ganze Video skaliert sind; das geschieht hier nicht. Die Arbeitsweise Datensatz fragt es nach allen Segmenten.</translation>
    </message>
    <message>
        <source>The model sees a segment together with those before it, as packed files have them, so it cannot answer for one alone.</source>
        <translation>Das Modell sieht ein Segment zusammen mit denen davor, wie gepackte Dateien sie haben; für eines allein kann es nicht antworten.</translation>
    </message>
    <message>
        <source>The file has no features of this segment.</source>
        <translation>Die Datei hat keine Features dieses Segments.</translation>
    </message>
    <message>
        <source>No words in this segment.</source>
        <translation>Keine Wörter in diesem Segment.</translation>
    </message>
</context>
<context>
    <name>app::ModelLackText</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>Sequenzen erzeugen …</translation>
    </message>
    <message>
        <source>The model looks at the recording, and there is none of this video.</source>
        <translation>Das Modell betrachtet die Aufnahme selbst, und zu diesem Video gibt es keine.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>The model reads words, and this video has none yet.</source>
        <translation>Das Modell liest Wörter, und dieses Video hat noch keine.</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>Transkribieren</translation>
    </message>
    <message>
        <source>The video has no features yet: sequences of %1 are missing.</source>
        <translation>Das Video hat noch keine Merkmale: Es fehlen Sequenzen von %1.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>Ein Modell trainieren …</translation>
    </message>
    <message>
        <source>There is no sequence of %1 here; the model gets the mean of its training instead.</source>
        <translation>Hier gibt es keine Sequenz von %1; das Modell bekommt stattdessen das Mittel seines Trainings.</translation>
    </message>
    <message>
        <source>The file has no features of %1; the model gets the mean of its training instead.</source>
        <translation>Die Datei hat keine Features von %1; das Modell bekommt stattdessen den Mittelwert seines Trainings.</translation>
    </message>
    <message>
        <source>The model reads words, and this video has neither words nor a recording. A model can be trained on rows of sequences.</source>
        <translation>Das Modell liest Wörter, und dieses Video hat weder Wörter noch eine Aufnahme. Auf Zeilen von Sequenzen lässt sich ein Modell trainieren.</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>Gelabelte Segmente anlegen …</translation>
    </message>
    <message>
        <source>There are no labelled segments yet that an answer could label.</source>
        <translation>Es gibt noch keine gelabelten Segmente, denen eine Antwort ein Label geben könnte.</translation>
    </message>
</context>
<context>
    <name>app::ModelList</name>
    <message>
        <source>Looking for models</source>
        <translation>Modelle werden gesucht</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>wants %1 features of %2, here are %3</source>
        <translation>erwartet %1 Merkmale (%2), hier sind %3</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>wants a recording</source>
        <translation>braucht eine Aufnahme</translation>
    </message>
    <message>
        <source>learnt without labels: it gives no score, but finds what sounds and looks alike</source>
        <translation>ohne Labels gelernt: keine Wertung, aber Ähnliches in Klang und Bild wird gefunden</translation>
    </message>
    <message>
        <source>wants features</source>
        <translation>braucht Merkmale</translation>
    </message>
    <message>
        <source>wants columns of sound that are not here</source>
        <translation>braucht Spalten des Tons, die es hier nicht gibt</translation>
    </message>
    <message>
        <source>wants arrays of features, and the file has none: %1</source>
        <translation>will Arrays mit Features, und die Datei hat keine: %1</translation>
    </message>
    <message>
        <source>wants arrays that the file does not have: %1; here are %2</source>
        <translation>will Arrays, die die Datei nicht hat: %1; hier sind %2</translation>
    </message>
    <message>
        <source>%1 · learnt from drawn speakers</source>
        <translation>%1 · von gezeichneten Sprechern gelernt</translation>
    </message>
    <message>
        <source>parts that learnt from people, put together</source>
        <translation>Teile, die von Menschen gelernt haben, zusammengefasst</translation>
    </message>
    <message>
        <source>answers about whole conversations: choose it in the Conversation tab</source>
        <translation>antwortet über ganze Gespräche: wählen Sie es im Reiter Gespräch</translation>
    </message>
    <message>
        <source>%1 · mean error %2 on held-out segments</source>
        <translation>%1 · mittlerer Fehler %2 auf zurückgehaltenen Segmenten</translation>
    </message>
</context>
<context>
    <name>app::ModelMerit</name>
    <message>
        <source>On held-out segments it is no better than always giving the same answer.</source>
        <translation>Auf zurückgehaltenen Segmenten ist es nicht besser, als immer dieselbe Antwort zu geben.</translation>
    </message>
    <message>
        <source>%1; text alone %2, sound alone %3, vision alone %4.</source>
        <translation>%1; Text allein %2, Ton allein %3, Bild allein %4.</translation>
    </message>
    <message>
        <source>There was no test: no figure tells how good it is.</source>
        <translation>Es gab keinen Test: Kein Wert sagt, wie gut es ist.</translation>
    </message>
    <message>
        <source>Mean error on held-out segments: %1</source>
        <translation>Mittlerer Fehler auf zurückgehaltenen Segmenten: %1</translation>
    </message>
</context>
<context>
    <name>app::ModelTakes</name>
    <message>
        <source>It looks at the recordings and hears them itself.</source>
        <translation>Es sieht und hört die Aufnahmen selbst.</translation>
    </message>
    <message>
        <source>It takes aligned sequences and such with rows of their own.</source>
        <translation>Es nimmt ausgerichtete Sequenzen und solche mit eigenen Zeilen.</translation>
    </message>
    <message>
        <source>It works word by word: sequences are to be aligned to words.</source>
        <translation>Es arbeitet Wort für Wort: Sequenzen sind an Wörtern auszurichten.</translation>
    </message>
    <message>
        <source>It sees whole conversations, turn by turn: who speaks, and what was said before.</source>
        <translation>Es sieht ganze Gespräche, Redebeitrag für Redebeitrag: wer spricht, und was vorher gesagt wurde.</translation>
    </message>
    <message>
        <source>%1 learns from conversations, and this project has none; choose another model.</source>
        <translation>%1 lernt aus Gesprächen, und dieses Projekt hat keine; ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>%1 learns from the labels of who speaks: segments of turns about both, in View → Conversation. Models of segments learn who listens.</source>
        <translation>%1 lernt aus den Labels von Sprechenden: Segmente aus Redebeiträgen über beide, in Ansicht → Gespräch. Modelle von Segmenten lernen, wer zuhört.</translation>
    </message>
    <message>
        <source>%1 needs two conversations to learn from: label another, or move one to train.</source>
        <translation>%1 braucht zwei Gespräche, um zu lernen: ein weiteres labeln oder eines nach train ziehen.</translation>
    </message>
    <message>
        <source>%1 works word by word; choose rows of words, or another model.</source>
        <translation>%1 arbeitet Wort für Wort; wählen Sie Zeilen von Wörtern oder ein anderes Modell.</translation>
    </message>
</context>
<context>
    <name>app::ModelsClient</name>
    <message>
        <source>it crashed or was killed</source>
        <translation>er stürzte ab oder wurde beendet</translation>
    </message>
    <message>
        <source>it stopped</source>
        <translation>er wurde angehalten</translation>
    </message>
    <message>
        <source>The model process ended %1 times in a row (%2) and is not started again. Your work is untouched; open a model from the Model menu to try anew.</source>
        <translation>Der Modellprozess endete %1-mal in Folge (%2) und wird nicht erneut gestartet. Ihre Arbeit ist unberührt; öffnen Sie im Menü „Modell“ ein Modell, um es neu zu versuchen.</translation>
    </message>
    <message>
        <source>The model process is gone (%1). Your work is untouched; it is being restarted.</source>
        <translation>Der Modellprozess ist weg (%1). Ihre Arbeit ist unberührt; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>The model process answered nonsense (%1).</source>
        <translation>Der Modellprozess antwortete Unsinn (%1).</translation>
    </message>
    <message>
        <source>it did not answer for a minute and was ended</source>
        <translation>er antwortete eine Minute lang nicht und wurde beendet</translation>
    </message>
</context>
<context>
    <name>app::NearestFinder</name>
    <message>
        <source>Open a dataset with a video first.</source>
        <translation>Zuerst wird ein Datensatz mit einem Video geöffnet.</translation>
    </message>
    <message>
        <source>No model here compares what is seen with what is heard (VAT). Open one from the Model menu.</source>
        <translation>Kein Modell hier vergleicht Gesehenes mit Gehörtem (VAT). Im Menü Modell lässt sich eines öffnen.</translation>
    </message>
</context>
<context>
    <name>app::NearestPanel</name>
    <message>
        <source>Comparing segments</source>
        <translation>Segmente werden verglichen</translation>
    </message>
    <message>
        <source>Model → What sounds and looks alike… compares the moment at the playhead with all segments of the dataset.</source>
        <translation>Modell → Was ähnlich klingt und aussieht… vergleicht die Stelle am Abspielkopf mit allen Segmenten des Datensatzes.</translation>
    </message>
    <message>
        <source>Comparing all segments of the dataset…</source>
        <translation>Alle Segmente des Datensatzes werden verglichen…</translation>
    </message>
</context>
<context>
    <name>app::NeedTexts</name>
    <message>
        <source>Labels that differ</source>
        <translation>Labels, die sich unterscheiden</translation>
    </message>
    <message>
        <source>Two classes need %1 segments each: %2.</source>
        <translation>Zwei Klassen brauchen je %1 Segmente: %2.</translation>
    </message>
    <message>
        <source>there are none yet</source>
        <translation>es gibt noch keine</translation>
    </message>
    <message>
        <source>No segment has a value yet.</source>
        <translation>Noch hat kein Segment einen Wert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 … %2, %n segment(s)</source>
        <translation>
            <numerusform>%1 … %2, %n Segment</numerusform>
            <numerusform>%1 … %2, %n Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>All have the same value.</source>
        <translation>Alle haben denselben Wert.</translation>
    </message>
    <message>
        <source>Inputs for what is labelled</source>
        <translation>Eingaben zu dem, was gelabelt ist</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>There are no features yet; sequences are made of the recordings.</source>
        <translation>Es gibt noch keine Features; Sequenzen werden aus den Aufnahmen gemacht.</translation>
    </message>
    <message>
        <source>Tick at least one sequence.</source>
        <translation>Wählen Sie mindestens eine Sequenz.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>Noch ist nichts gelabelt.</translation>
    </message>
    <message>
        <source>Three videos with labels: %1 so far</source>
        <translation>Drei Videos mit Labels: bisher %1</translation>
    </message>
    <message>
        <source>Labels in each part</source>
        <translation>Labels in jedem Teil</translation>
    </message>
    <message>
        <source>One to learn from, one to stop in time, one to be judged by.</source>
        <translation>Eines zum Lernen, eines zum rechtzeitigen Aufhören, eines zum Beurteilen.</translation>
    </message>
    <message>
        <source>Ten labelled segments in each part</source>
        <translation>Zehn gelabelte Segmente in jedem Teil</translation>
    </message>
    <message>
        <source>A test that means something</source>
        <translation>Ein Test, der etwas sagt</translation>
    </message>
    <message>
        <source>With under %1 segments the interval of a figure is wide: it is shown.</source>
        <translation>Bei weniger als %1 Segmenten ist das Intervall eines Werts weit: Es wird gezeigt.</translation>
    </message>
    <message>
        <source>These folds leave %1 without labels: %2.</source>
        <translation>Diese Aufteilung lässt %1 ohne Labels: %2.</translation>
    </message>
    <message>
        <source>Three conversations with labels: %1 so far</source>
        <translation>Drei Gespräche mit Labels: bisher %1</translation>
    </message>
</context>
<context>
    <name>app::NoteKeeper</name>
    <message>
        <source>Keeping the answers</source>
        <translation>Die Antworten werden aufbewahrt</translation>
    </message>
</context>
<context>
    <name>app::OffsetDialog</name>
    <message>
        <source>Offset of %1</source>
        <translation>Versatz von %1</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>One frame &amp;earlier</source>
        <translation>Ein Frame &amp;früher</translation>
    </message>
    <message>
        <source>One frame &amp;later</source>
        <translation>Ein Frame &amp;später</translation>
    </message>
    <message>
        <source>Where %1 begins on the timeline. A negative offset: it began before the first camera.</source>
        <translation>Wo %1 auf der Zeitleiste beginnt. Negativer Versatz: die Aufnahme begann vor der ersten Kamera.</translation>
    </message>
    <message>
        <source>&amp;Begins at</source>
        <translation>&amp;Beginnt bei</translation>
    </message>
    <message>
        <source>How much later than in its file the rows of %1 lie in this video. A negative offset: earlier.</source>
        <translation>Wie viel später als in ihrer Datei die Zeilen von %1 in diesem Video liegen. Ein negativer Versatz: früher.</translation>
    </message>
    <message>
        <source>&amp;Later by</source>
        <translation>&amp;Später um</translation>
    </message>
</context>
<context>
    <name>app::OpenActions</name>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open a folder of media and computational sequences</source>
        <translation>Ordner mit Medien und Feature-Sequenzen öffnen</translation>
    </message>
    <message>
        <source>Folder of the clips of these segments</source>
        <translation>Ordner mit den Clips dieser Segmente</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s) to the open dataset?</source>
        <translation>
            <numerusform>Soll %n Datei zum offenen Datensatz hinzukommen?</numerusform>
            <numerusform>Sollen %n Dateien zum offenen Datensatz hinzukommen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They become further tracks of the videos whose names they have.</source>
        <translation>Sie werden weitere Spuren der Videos, deren Namen sie haben.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Open instead</source>
        <translation>Stattdessen &amp;öffnen</translation>
    </message>
    <message>
        <source>Projects, media, sequences, packed segments, tables of features and dataset lists (*.polylogue *.csd *.h5 *.hdf5 *.npz *.pkl *.csv *.arff *.json *.tar *.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;All files (*)</source>
        <translation>Projekte, Medien, Sequenzen, gepackte Segmente, Merkmalstabellen und Datensatzlisten (*.polylogue *.csd *.h5 *.hdf5 *.npz *.pkl *.csv *.arff *.json *.tar *.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The demo is missing: this program was installed without its data.</source>
        <translation>Die Demo fehlt: Dieses Programm wurde ohne seine Daten installiert.</translation>
    </message>
</context>
<context>
    <name>app::OpenDataset</name>
    <message numerus="yes">
        <source>%n media file(s) belong to videos that have one already, and are not used: %1.</source>
        <translation>
            <numerusform>%n Mediendatei gehört zu einem Video, das schon eine hat, und wird nicht benutzt: %1.</numerusform>
            <numerusform>%n Mediendateien gehören zu Videos, die schon eine haben, und werden nicht benutzt: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OpenDialog</name>
    <message>
        <source>Tier and label</source>
        <translation>Spur und Label</translation>
    </message>
    <message>
        <source>What is believed of each segment</source>
        <translation>Was von jedem Segment geglaubt wird</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>How likely each step is</source>
        <translation>Wie wahrscheinlich jede Stufe ist</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>90 % in</translation>
    </message>
    <message>
        <source>Expected error</source>
        <translation>Erwarteter Fehler</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Guideline? Good annotators differ more than they should</source>
        <translation>Leitfaden? Gute Annotierende unterscheiden sich mehr, als sie sollten</translation>
    </message>
    <message>
        <source>Where the guideline may be read in two ways</source>
        <translation>Wo der Leitfaden zweierlei heißen kann</translation>
    </message>
    <message>
        <source>Their answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>&amp;Ask where it tells most</source>
        <translation>&amp;Fragen, wo es am meisten sagt</translation>
    </message>
    <message>
        <source>How far the figures are</source>
        <translation>Wie weit die Zahlen sind</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>Was noch offen ist</translation>
    </message>
    <message>
        <source>First passes of annotators take next the segments where their answer tells most; every tenth is drawn by chance.</source>
        <translation>Erste Durchgänge nehmen als Nächstes die Segmente, bei denen ihre Antwort am meisten sagt; jedes zehnte wird ausgelost.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Fault of the guideline</source>
        <translation>Fehler des &amp;Leitfadens</translation>
    </message>
    <message>
        <source>&amp;Both are right</source>
        <translation>&amp;Beide haben recht</translation>
    </message>
    <message>
        <source>A &amp;slip</source>
        <translation>Ein &amp;Versehen</translation>
    </message>
    <message>
        <source>Fitting the model of annotators…</source>
        <translation>Passt das Modell der Annotierenden an…</translation>
    </message>
    <message>
        <source>Nobody has judged a label on a scale of numbers yet: answers of first passes count.</source>
        <translation>Noch hat niemand ein Label mit Zahlen beurteilt: Es zählen Antworten erster Durchgänge.</translation>
    </message>
    <message>
        <source>Nothing can be said of %1: %2.</source>
        <translation>Über %1 lässt sich nichts sagen: %2.</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>A click, or Enter, goes to the place and plays it.</source>
        <translation>Ein Klick oder Enter geht an die Stelle und spielt sie ab.</translation>
    </message>
</context>
<context>
    <name>app::OpenTexts</name>
    <message numerus="yes">
        <source>All %n judged segment(s) have answers enough.</source>
        <translation>
            <numerusform>Das %n beurteilte Segment hat genug Antworten.</numerusform>
            <numerusform>Alle %n beurteilten Segmente haben genug Antworten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done %1 of %2 judged segments, about %n answer(s) to go (%3 to %4).</source>
        <translation>
            <numerusform>%1 von %2 beurteilten Segmenten fertig, etwa %n Antwort fehlt noch (%3 bis %4).</numerusform>
            <numerusform>%1 von %2 beurteilten Segmenten fertig, etwa %n Antworten fehlen noch (%3 bis %4).</numerusform>
        </translation>
    </message>
    <message>
        <source>Below %1 segments, asking where it tells most may save nothing: the model has to know who rates how.</source>
        <translation>Unter %1 Segmenten spart das Fragen, wo es am meisten sagt, womöglich nichts: Das Modell muss wissen, wer wie urteilt.</translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s) share too few segments with others and count as ordinary ones.</source>
        <translation>
            <numerusform>%n Person teilt zu wenige Segmente mit anderen und zählt als gewöhnlich.</numerusform>
            <numerusform>%n Personen teilen zu wenige Segmente mit anderen und zählen als gewöhnlich.</numerusform>
        </translation>
    </message>
    <message>
        <source>The expected errors are about a tenth too small: what is done may be a little less certain.</source>
        <translation>Die erwarteten Fehler sind etwa ein Zehntel zu klein: Was fertig ist, kann etwas weniger sicher sein.</translation>
    </message>
    <message>
        <source>Asked because this answer tells most: the expected error was %1 steps before.</source>
        <translation>Gefragt, weil diese Antwort am meisten sagt: Der erwartete Fehler war vorher %1 Stufen.</translation>
    </message>
    <message>
        <source>Asked at random, so that the model of annotators can be checked.</source>
        <translation>Ausgelost, damit sich das Modell der Annotierenden prüfen lässt.</translation>
    </message>
    <message>
        <source>Asked to check the guideline: a second good annotator is needed here.</source>
        <translation>Gefragt, um den Leitfaden zu prüfen: Hier ist eine zweite gute Person nötig.</translation>
    </message>
    <message>
        <source>Asked because all begin with the same segments.</source>
        <translation>Gefragt, weil alle mit denselben Segmenten beginnen.</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>nicht angesehen</translation>
    </message>
    <message>
        <source>fault of the guideline</source>
        <translation>Fehler des Leitfadens</translation>
    </message>
    <message>
        <source>both are right</source>
        <translation>beide haben recht</translation>
    </message>
    <message>
        <source>a slip</source>
        <translation>ein Versehen</translation>
    </message>
</context>
<context>
    <name>app::OpenedProject</name>
    <message>
        <source>by a program that does not say who it is, since %1</source>
        <translation>von einem Programm, das sich nicht zu erkennen gibt, seit %1</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemandem</translation>
    </message>
    <message>
        <source>by %1 on %2 (process %3), since %4</source>
        <translation>von %1 auf %2 (Prozess %3), seit %4</translation>
    </message>
    <message>
        <source>%1 cannot be edited: its folder may not be written.</source>
        <translation>%1 kann nicht bearbeitet werden: Der Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>%1 cannot be edited: no lock can be written beside it. Is the disk full?</source>
        <translation>%1 kann nicht bearbeitet werden: Daneben kann keine Sperre geschrieben werden. Ist die Platte voll?</translation>
    </message>
    <message>
        <source>%1 is being edited %2. You can look at it here, but not change it.</source>
        <translation>%1 wird gerade bearbeitet, %2. Sie können es hier ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>%1 can be looked at, but not changed: %2.</source>
        <translation>%1 kann angesehen, aber nicht geändert werden: %2.</translation>
    </message>
    <message>
        <source>This is a copy as of %1; open the project again to see what was saved since.</source>
        <translation>Dies ist eine Kopie von %1; öffnen Sie das Projekt erneut, um zu sehen, was seither gesichert wurde.</translation>
    </message>
</context>
<context>
    <name>app::OptionsPage</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>All options</source>
        <translation>Alle Optionen</translation>
    </message>
    <message>
        <source>Fields are those of a configuration for polylogue-models train; what it is learnt from stands under Settings.</source>
        <translation>Die Felder sind die einer Konfiguration für polylogue-models train; woraus gelernt wird, steht unter Einstellungen.</translation>
    </message>
    <message>
        <source>Line 1: expected an object with the objects model and training</source>
        <translation>Zeile 1: erwartet wird ein Objekt mit den Objekten model und training</translation>
    </message>
</context>
<context>
    <name>app::OtherModels</name>
    <message numerus="yes">
        <source>mean of %n model(s)</source>
        <translation>
            <numerusform>Mittel von %n Modell</numerusform>
            <numerusform>Mittel von %n Modellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The process of %1 is gone; it is being restarted.</source>
        <translation>Der Prozess von %1 ist weg; er wird neu gestartet.</translation>
    </message>
    <message>
        <source>%1 does not predict %2.</source>
        <translation>%1 sagt %2 nicht vorher.</translation>
    </message>
</context>
<context>
    <name>app::OutputFolder</name>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>Ordner für die Dateien</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>The folder is to be a whole path.</source>
        <translation>Der Ordner muss ein vollständiger Pfad sein.</translation>
    </message>
    <message>
        <source>%1 holds other files; choose an empty or a new folder.</source>
        <translation>In %1 liegen andere Dateien; wählen Sie einen leeren oder neuen Ordner.</translation>
    </message>
</context>
<context>
    <name>app::PagePainter</name>
    <message>
        <source>Another video came into sight before all of it was painted.</source>
        <translation>Ein anderes Video kam in Sicht, bevor alles gemalt war.</translation>
    </message>
</context>
<context>
    <name>app::PairPlayer</name>
    <message>
        <source>Playing before and after</source>
        <translation>Aufnahme und Kopie werden abgespielt</translation>
    </message>
</context>
<context>
    <name>app::PartsText</name>
    <message>
        <source>measured on CMU-MOSI, %1 texts: r %2</source>
        <translation>gemessen an CMU-MOSI, %1 Texte: r %2</translation>
    </message>
    <message>
        <source>measured on RAVDESS, %1 acted utterances: AUC %2, once the voice is known %3</source>
        <translation>gemessen an RAVDESS, %1 gespielte Äußerungen: AUC %2, bei bekannter Stimme %3</translation>
    </message>
    <message>
        <source>measured on FER+, %1 faces: %2 of seven classes, valence r %3</source>
        <translation>gemessen an FER+, %1 Gesichter: %2 von sieben Klassen, Valenz r %3</translation>
    </message>
    <message>
        <source>no English words here</source>
        <translation>hier sind keine englischen Wörter</translation>
    </message>
    <message>
        <source>none of the words is rated</source>
        <translation>keines der Wörter ist bewertet</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are rated; their sentence %1</source>
        <translation>
            <numerusform>%n Wort ist bewertet; sein Satz %1</numerusform>
            <numerusform>%n Wörter sind bewertet; ihr Satz %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no voice is heard</source>
        <translation>keine Stimme zu hören</translation>
    </message>
    <message>
        <source>arousal alone: %1; %2 s of voice, beside how it usually sounds here</source>
        <translation>nur Erregung: %1; %2 s Stimme, verglichen damit, wie sie hier sonst klingt</translation>
    </message>
    <message>
        <source>arousal alone: %1; %2 s of voice, not known yet (20 s)</source>
        <translation>nur Erregung: %1; %2 s Stimme, noch nicht bekannt (20 s)</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
    <message>
        <source>no face is found</source>
        <translation>kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>found in %1 of %2 pictures; valence %3</source>
        <translation>in %1 von %2 Bildern gefunden; Valenz %3</translation>
    </message>
    <message>
        <source>Each part was measured; their sum was not: there are no recordings of real people with labels of all that they show.</source>
        <translation>Jeder Teil wurde gemessen, ihre Summe nicht: Es gibt keine Aufnahmen echter Menschen mit Labels für alles, was sie zeigen.</translation>
    </message>
    <message>
        <source>valence %1</source>
        <translation>Valenz %1</translation>
    </message>
    <message>
        <source>no rated words</source>
        <translation>keine bewerteten Wörter</translation>
    </message>
    <message>
        <source>arousal %1</source>
        <translation>Erregung %1</translation>
    </message>
    <message>
        <source>no voice</source>
        <translation>keine Stimme</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>kein Gesicht</translation>
    </message>
    <message>
        <source>the part %1 is not installed (package polylogue-parts)</source>
        <translation>der Teil %1 ist nicht installiert (Paket polylogue-parts)</translation>
    </message>
    <message>
        <source>Neither rated words nor a face here: the sentiment stands at neutral because nothing is known, and the emotions follow the voice alone.</source>
        <translation>Hier gibt es weder bewertete Wörter noch ein Gesicht: Das Sentiment steht auf neutral, weil nichts bekannt ist, und die Emotionen folgen allein der Stimme.</translation>
    </message>
</context>
<context>
    <name>app::PassTexts</name>
    <message>
        <source>settles</source>
        <translation>klärt</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>Übung %1</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>Durchgang %1</translation>
    </message>
    <message>
        <source>text only</source>
        <translation>nur Text</translation>
    </message>
    <message>
        <source>sound only</source>
        <translation>nur Ton</translation>
    </message>
    <message>
        <source>silent video</source>
        <translation>Video ohne Ton</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>There are no gold items yet: Review → Gold items → Make this a gold item… makes one.</source>
        <translation>Es gibt noch keine Goldsegmente: Review → Goldsegmente → Zum Goldsegment machen… legt eines an.</translation>
    </message>
    <message>
        <source>No segment of the dataset matches what this pass looks for.</source>
        <translation>Kein Segment des Datensatzes passt zu dem, was dieser Durchgang sucht.</translation>
    </message>
    <message>
        <source>There are no gold items to mix in: Review → Gold items → Make this a gold item… makes one.</source>
        <translation>Es gibt keine Goldsegmente zum Beimischen: Review → Goldsegmente → Zum Goldsegment machen… legt eines an.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing comes again: the pass has no more than %n place(s).</source>
        <translation>
            <numerusform>Nichts kommt noch einmal: Der Durchgang hat nicht mehr als %n Platz.</numerusform>
            <numerusform>Nichts kommt noch einmal: Der Durchgang hat nicht mehr als %n Plätze.</numerusform>
        </translation>
    </message>
    <message>
        <source>gold: an exercise</source>
        <translation>Gold: eine Übung</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>anzusehen</translation>
    </message>
    <message>
        <source>a value out of scale</source>
        <translation>ein Wert außerhalb der Skala</translation>
    </message>
    <message>
        <source>raters differ in sign</source>
        <translation>Rater uneins im Vorzeichen</translation>
    </message>
    <message>
        <source>raters %1 apart</source>
        <translation>Rater um %1 auseinander</translation>
    </message>
    <message>
        <source>model %1 away</source>
        <translation>Modell um %1 entfernt</translation>
    </message>
    <message numerus="yes">
        <source>%n modality(ies) missing</source>
        <translation>
            <numerusform>%n Modalität fehlt</numerusform>
            <numerusform>%n Modalitäten fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>no words</source>
        <translation>keine Wörter</translation>
    </message>
    <message>
        <source>only %1 s</source>
        <translation>nur %1 s</translation>
    </message>
    <message>
        <source>first look</source>
        <translation>erster Blick</translation>
    </message>
    <message>
        <source>control sample</source>
        <translation>Kontrollstichprobe</translation>
    </message>
    <message>
        <source>confidence high</source>
        <translation>Sicherheit hoch</translation>
    </message>
    <message>
        <source>confidence medium</source>
        <translation>Sicherheit mittel</translation>
    </message>
    <message>
        <source>confidence low</source>
        <translation>Sicherheit gering</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>mean %1 · %2 apart</source>
        <translation>Mittel %1 · %2 auseinander</translation>
    </message>
    <message>
        <source>raters differ</source>
        <translation>Annotatoren uneinig</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while you listened?</source>
        <translation>Sie sind %1: Was haben Sie beim Zuhören empfunden?</translation>
    </message>
    <message>
        <source>What does %1 feel while listening?</source>
        <translation>Was empfindet %1 beim Zuhören?</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while you spoke?</source>
        <translation>Sie sind %1: Was haben Sie beim Sprechen empfunden?</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while %2 spoke?</source>
        <translation>Sie sind %1: Was fühlten Sie, während %2 sprach?</translation>
    </message>
    <message>
        <source>What does %1 feel while %2 speaks?</source>
        <translation>Was fühlt %1, während %2 spricht?</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>%1 von %n erledigt</numerusform>
            <numerusform>%1 von %n erledigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PerspectiveTexts</name>
    <message>
        <source>%1, as felt</source>
        <translation>%1, wie empfunden</translation>
    </message>
    <message>
        <source>%1 while listening, as felt beside as seen</source>
        <translation>%1 beim Zuhören, wie empfunden neben wie gesehen</translation>
    </message>
    <message>
        <source>%1, as felt beside as seen</source>
        <translation>%1, wie empfunden neben wie gesehen</translation>
    </message>
</context>
<context>
    <name>app::PickleOffer</name>
    <message>
        <source>Pickle</source>
        <translation>Pickle-Datei</translation>
    </message>
    <message>
        <source>Take the arrays out of %1?</source>
        <translation>Die Arrays aus %1 herausnehmen?</translation>
    </message>
    <message>
        <source>A pickle can run any program when it is opened, so Polylogue opens none. The script unpickle.py takes numbers, texts and plain lists out of it and refuses everything else, in a process of its own with limits on memory and time and, where the system allows it, without network. They are written beside it as %1, which is opened then; the pickle stays as it is.</source>
        <translation>Eine Pickle-Datei kann beim Öffnen jedes Programm ausführen, darum öffnet Polylogue keine. Das Skript unpickle.py nimmt Zahlen, Texte und einfache Listen heraus und lehnt alles andere ab, in einem eigenen Prozess mit Grenzen für Speicher und Zeit und, wo das System es erlaubt, ohne Netz. Sie werden daneben als %1 geschrieben, was dann geöffnet wird; die Pickle-Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;Take the arrays out</source>
        <translation>Arrays &amp;herausnehmen</translation>
    </message>
    <message>
        <source>Taking the arrays out of %1</source>
        <translation>Arrays werden aus %1 herausgenommen</translation>
    </message>
</context>
<context>
    <name>app::PictureActions</name>
    <message>
        <source>The picture is hidden (menu View).</source>
        <translation>Das Bild ist ausgeblendet (Menü Ansicht).</translation>
    </message>
    <message>
        <source>There is no picture to save.</source>
        <translation>Es gibt kein Bild, das gespeichert werden könnte.</translation>
    </message>
    <message>
        <source>Save frame</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Saving a frame</source>
        <translation>Bild wird gespeichert</translation>
    </message>
    <message>
        <source>The frame is in %1.</source>
        <translation>Das Bild liegt in %1.</translation>
    </message>
</context>
<context>
    <name>app::PictureDialog</name>
    <message>
        <source>Width in millimetres</source>
        <translation>Breite in Millimetern</translation>
    </message>
    <message>
        <source>PDF with its fonts</source>
        <translation>PDF mit seinen Schriften</translation>
    </message>
    <message>
        <source>SVG with texts as texts</source>
        <translation>SVG mit Texten als Texten</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>PNG at double resolution</source>
        <translation>PNG in doppelter Auflösung</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>Wie auf dem Bildschirm</translation>
    </message>
    <message>
        <source>One column: 85 mm</source>
        <translation>Eine Spalte: 85 mm</translation>
    </message>
    <message>
        <source>Two columns: 180 mm</source>
        <translation>Zwei Spalten: 180 mm</translation>
    </message>
    <message>
        <source>Own width</source>
        <translation>Eigene Breite</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>B&amp;reite</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
</context>
<context>
    <name>app::PictureFile</name>
    <message>
        <source>SVG, which can be scaled (*.svg)</source>
        <translation>SVG, skalierbar (*.svg)</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Das Bild wird geschrieben</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>Das Bild liegt in %1.</translation>
    </message>
    <message>
        <source>The picture could not be written: %1</source>
        <translation>Das Bild konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>PDF with its fonts (*.pdf)</source>
        <translation>PDF mit seinen Schriften (*.pdf)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>app::PictureWindow</name>
    <message>
        <source>Picture – Polylogue</source>
        <translation>Bild – Polylogue</translation>
    </message>
</context>
<context>
    <name>app::PlanDialog</name>
    <message>
        <source>Half width of α, by people and segments</source>
        <translation>Halbe Breite von α, nach Personen und Segmenten</translation>
    </message>
    <message>
        <source>How far the simulation is</source>
        <translation>Wie weit die Simulation ist</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Copy as c&amp;ommand</source>
        <translation>Als &amp;Befehl kopieren</translation>
    </message>
    <message>
        <source>Plan the study</source>
        <translation>Studie planen</translation>
    </message>
    <message>
        <source>&amp;Use this plan…</source>
        <translation>Diesen Plan &amp;verwenden…</translation>
    </message>
    <message>
        <source>Simulating studies…</source>
        <translation>Studien werden simuliert…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>People for a segment × segments judged so</source>
        <translation>Personen je Segment × so beurteilte Segmente</translation>
    </message>
    <message>
        <source>rater %1</source>
        <translation>Rater %1</translation>
    </message>
    <message>
        <source>Half width against ratings</source>
        <translation>Halbe Breite nach Zahl der Urteile</translation>
    </message>
    <message>
        <source>Who does how much</source>
        <translation>Wer wie viel macht</translation>
    </message>
</context>
<context>
    <name>app::PlanForm</name>
    <message>
        <source>What is wished</source>
        <translation>Was gewünscht ist</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>Was es gibt</translation>
    </message>
    <message>
        <source>What is assumed</source>
        <translation>Was angenommen wird</translation>
    </message>
    <message>
        <source>&amp;Interval of α</source>
        <translation>&amp;Intervall von α</translation>
    </message>
    <message>
        <source>± </source>
        <translation>± </translation>
    </message>
    <message>
        <source>Half of the interval in which α lies in 95 of 100 studies</source>
        <translation>Die Hälfte des Intervalls, in dem α in 95 von 100 Studien liegt</translation>
    </message>
    <message>
        <source>&amp;Reliability of the mean</source>
        <translation>&amp;Reliabilität des Mittels</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source>r² of mean answers and what is true</source>
        <translation>r² von mittleren Antworten und dem, was wahr ist</translation>
    </message>
    <message>
        <source>&amp;Error of a label</source>
        <translation>&amp;Fehler eines Labels</translation>
    </message>
    <message>
        <source>≤ </source>
        <translation>≤ </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Stufen</translation>
    </message>
    <message>
        <source>Mean distance of a mean answer from what is true, in steps of the scale</source>
        <translation>Mittlerer Abstand einer mittleren Antwort von dem, was wahr ist, in Stufen der Skala</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Se&amp;gments</source>
        <translation>Se&amp;gmente</translation>
    </message>
    <message>
        <source>&amp;People who judge</source>
        <translation>&amp;Personen, die urteilen</translation>
    </message>
    <message>
        <source>&amp;Cost of a rating</source>
        <translation>&amp;Kosten eines Urteils</translation>
    </message>
    <message>
        <source>In money, minutes or anything else; 1: ratings are counted</source>
        <translation>In Geld, Minuten oder anderem; 1: Urteile werden gezählt</translation>
    </message>
    <message>
        <source>&amp;Spread of segments</source>
        <translation>&amp;Streuung der Segmente</translation>
    </message>
    <message>
        <source>Deviation of what is true, in steps of the scale</source>
        <translation>Standardabweichung dessen, was wahr ist, in Stufen der Skala</translation>
    </message>
    <message>
        <source>Deviation between raters: some say more, some less; in steps</source>
        <translation>Standardabweichung zwischen Ratern: manche sagen mehr, manche weniger; in Stufen</translation>
    </message>
    <message>
        <source>Use of the sc&amp;ale</source>
        <translation>Gebr&amp;auch der Skala</translation>
    </message>
    <message>
        <source>Deviation between raters: some go to the ends of the scale, some do not</source>
        <translation>Standardabweichung zwischen Ratern: manche gehen bis an die Enden der Skala, manche nicht</translation>
    </message>
    <message>
        <source>&amp;Noise of a rater</source>
        <translation>Ra&amp;uschen eines Raters</translation>
    </message>
    <message>
        <source>Deviation of a rater&apos;s own answers, in steps</source>
        <translation>Standardabweichung der Antworten eines Raters, in Stufen</translation>
    </message>
    <message>
        <source>&amp;Bias of raters</source>
        <translation>&amp;Neigung der Rater</translation>
    </message>
</context>
<context>
    <name>app::PlanLegend</name>
    <message>
        <source>does not</source>
        <translation>erreicht nicht</translation>
    </message>
    <message>
        <source>★ the cheapest that does</source>
        <translation>★ die günstigste, die es tut</translation>
    </message>
    <message>
        <source>half width over cost</source>
        <translation>halbe Breite über Kosten</translation>
    </message>
    <message>
        <source>✓ reaches ± %1</source>
        <translation>✓ erreicht ± %1</translation>
    </message>
</context>
<context>
    <name>app::PlanTable</name>
    <message>
        <source>undefined</source>
        <translation>undefiniert</translation>
    </message>
    <message>
        <source>the cheapest that reaches the wish</source>
        <translation>die günstigste, die den Wunsch erreicht</translation>
    </message>
    <message>
        <source>reaches the wish</source>
        <translation>erreicht den Wunsch</translation>
    </message>
    <message>
        <source>does not reach the wish</source>
        <translation>erreicht den Wunsch nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments: %2 at a cost of %3, %4</source>
        <translation>
            <numerusform>%n Person an %1 Segmenten: %2 zu Kosten von %3, %4</numerusform>
            <numerusform>%n Personen an %1 Segmenten: %2 zu Kosten von %3, %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PlanTexts</name>
    <message>
        <source>none: assumed</source>
        <translation>keines: angenommen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n Stufe</numerusform>
            <numerusform>%1, %n Stufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the answers of the project: %n segment(s) with two or more, %1 people.</source>
        <translation>
            <numerusform>Aus den Antworten des Projekts: %n Segment mit zwei oder mehr, %1 Personen.</numerusform>
            <numerusform>Aus den Antworten des Projekts: %n Segmente mit zwei oder mehr, %1 Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reliability of one answer: %1.</source>
        <translation>Reliabilität einer Antwort: %1.</translation>
    </message>
    <message>
        <source>Usual raters: the project has no answers yet from which more could be learnt.</source>
        <translation>Übliche Rater: Das Projekt hat noch keine Antworten, aus denen mehr zu lernen wäre.</translation>
    </message>
    <message numerus="yes">
        <source>Usual raters: %n segment(s) with two answers are too few to learn from; %1 are needed, by %2 people.</source>
        <translation>
            <numerusform>Übliche Rater: %n Segment mit zwei Antworten ist zu wenig, um daraus zu lernen; %1 sind nötig, von %2 Personen.</numerusform>
            <numerusform>Übliche Rater: %n Segmente mit zwei Antworten sind zu wenige, um daraus zu lernen; %1 sind nötig, von %2 Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in the table tells α within ± %1.</source>
        <translation>Nichts in der Tabelle sagt α auf ± %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>Let %1 judge the same %2: α within ± %3 for these raters.</source>
        <translation>Lassen Sie %1 dieselben %2 beurteilen: α auf ± %3 für diese Rater.</translation>
    </message>
    <message>
        <source>If %1 judge the same %2, α is not known within ± %3.</source>
        <translation>Wenn %1 dieselben %2 beurteilen, ist α nicht auf ± %3 bekannt.</translation>
    </message>
    <message>
        <source>Of the rest, %1 for each segment.</source>
        <translation>Vom Rest jedes Segment von so vielen: %1.</translation>
    </message>
    <message>
        <source>%1 ratings at a cost of %2; %3 if all were judged so often.</source>
        <translation>%1 Urteile zu Kosten von %2; %3, wenn alle so oft beurteilt würden.</translation>
    </message>
    <message>
        <source>%1 ratings at a cost of %2.</source>
        <translation>%1 Urteile zu Kosten von %2.</translation>
    </message>
    <message>
        <source>The mean of %1: reliability %2, %3 steps from what is true.</source>
        <translation>Das Mittel von %1: Reliabilität %2, %3 Stufen von dem, was wahr ist.</translation>
    </message>
    <message>
        <source>%1: α is undefined, since in some simulated studies all ratings are the same.</source>
        <translation>%1: α ist undefiniert, weil in manchen simulierten Studien alle Urteile gleich sind.</translation>
    </message>
    <message>
        <source>%1: α about %2; ± %3 for these raters, which more segments cure; ± %4 for raters like these, which only more raters cure.</source>
        <translation>%1: α etwa %2; ± %3 für diese Rater, was mehr Segmente beheben; ± %4 für Rater wie diese, was nur mehr Rater beheben.</translation>
    </message>
    <message numerus="yes">
        <source>With up to %1 people, up to %n segment(s) do not tell α within ± %2.</source>
        <translation>
            <numerusform>Mit bis zu %1 Personen sagt bis zu %n Segment α nicht auf ± %2.</numerusform>
            <numerusform>Mit bis zu %1 Personen sagen bis zu %n Segmente α nicht auf ± %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No mean of up to %1 answers comes within %2 steps with a reliability of %3: the plan says nothing of the rest.</source>
        <translation>Kein Mittel von bis zu %1 Antworten kommt auf %2 Stufen heran mit einer Reliabilität von %3: Der Plan sagt nichts über den Rest.</translation>
    </message>
    <message>
        <source>Other raters like these move α by ± %1: no number of segments makes up for that.</source>
        <translation>Andere Rater wie diese verschieben α um ± %1: Keine Zahl von Segmenten gleicht das aus.</translation>
    </message>
    <message>
        <source>There is nothing to plan: say how many segments there will be.</source>
        <translation>Es gibt nichts zu planen: Sagen Sie, wie viele Segmente es geben wird.</translation>
    </message>
    <message>
        <source>There is nothing to plan: one person agrees with nobody.</source>
        <translation>Es gibt nichts zu planen: Eine einzelne Person stimmt mit niemandem überein.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments</source>
        <translation>
            <numerusform>%n Person an %1 Segmenten</numerusform>
            <numerusform>%n Personen an %1 Segmenten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>A consensus in which raters count by how well they judge lies %1 steps from what is true, their mean %2.</source>
        <translation>Ein Konsens, in dem Rater so viel zählen, wie sie gut urteilen, liegt %1 Stufen von dem, was wahr ist, ihr Mittel %2.</translation>
    </message>
</context>
<context>
    <name>app::Planning</name>
    <message>
        <source>Looking at the answers so far</source>
        <translation>Die bisherigen Antworten werden angesehen</translation>
    </message>
    <message>
        <source>Simulating studies</source>
        <translation>Studien werden simuliert</translation>
    </message>
    <message>
        <source>The simulation was stopped. Any change of a wish begins it again.</source>
        <translation>Die Simulation wurde angehalten. Jede Änderung eines Wunsches beginnt sie von neuem.</translation>
    </message>
    <message>
        <source>Weighing raters</source>
        <translation>Rater werden gewichtet</translation>
    </message>
</context>
<context>
    <name>app::PlayActions</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Time (75.5, 1:15.5), frame (f120) or segment (video[3]):</source>
        <translation>Zeit (75.5, 1:15.5), Frame (f120) oder Segment (Video[3]):</translation>
    </message>
    <message>
        <source>“%1” is no time, frame or segment; write 75.5, 1:15.5, f120 or video[3].</source>
        <translation>„%1“ ist weder Zeit noch Frame noch Segment; schreiben Sie 75.5, 1:15.5, f120 oder Video[3].</translation>
    </message>
</context>
<context>
    <name>app::PointsFeed</name>
    <message>
        <source>Placing the segments</source>
        <translation>Segmente werden platziert</translation>
    </message>
    <message>
        <source>The dataset has no sequence of numbers that could place its segments.</source>
        <translation>Der Datensatz hat keine Zahlensequenz, nach der sich die Segmente platzieren ließen.</translation>
    </message>
    <message>
        <source>Placing the segments by %1…</source>
        <translation>Segmente werden nach %1 platziert…</translation>
    </message>
    <message>
        <source>No segment has rows of %1: points need labels, or words.</source>
        <translation>Kein Segment hat Zeilen von %1: Punkte brauchen Labels oder Wörter.</translation>
    </message>
    <message>
        <source>The segments were not placed; open the tab again to try once more.</source>
        <translation>Die Segmente wurden nicht platziert; öffnen Sie den Tab erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>%1: the segments cannot be placed.</source>
        <translation>%1: Die Segmente können nicht angeordnet werden.</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>Sequenzen erzeugen …</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>Gelabelte Segmente anlegen …</translation>
    </message>
    <message>
        <source>Reading the labels of Space</source>
        <translation>Die Labels von Raum werden gelesen</translation>
    </message>
</context>
<context>
    <name>app::PredictTab</name>
    <message>
        <source>Hidden until your answer counts.</source>
        <translation>Verborgen, bis die Antwort zählt.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>The model process is gone; it is being restarted. Your work is untouched.</source>
        <translation>Der Modellprozess ist weg; er wird neu gestartet. Ihre Arbeit ist unberührt.</translation>
    </message>
    <message>
        <source>No model is loaded; open one from the Model menu.</source>
        <translation>Kein Modell ist geladen; es wird im Menü „Modell“ geöffnet.</translation>
    </message>
    <message>
        <source>No model fits the features of this dataset yet. Train one on them, or open one from the Model menu.</source>
        <translation>Zu den Merkmalen dieses Datensatzes passt noch kein Modell. Eines kann mit ihnen trainiert oder über das Menü „Modell“ geöffnet werden.</translation>
    </message>
    <message>
        <source>This video has no words and no features yet.</source>
        <translation>Dieses Video hat noch keine Wörter und keine Merkmale.</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Fusion models (*.safetensors)</source>
        <translation>Fusionsmodelle (*.safetensors)</translation>
    </message>
    <message>
        <source>%1
label: %2</source>
        <translation>%1
Label: %2</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 bis %2 s</translation>
    </message>
</context>
<context>
    <name>app::PredictionsFile</name>
    <message>
        <source>Write predictions and classes</source>
        <translation>Vorhersagen und Klassen schreiben</translation>
    </message>
    <message>
        <source>Tables, or computational sequences (*.csv *.csd)</source>
        <translation>Tabellen oder Sequenzen (*.csv *.csd)</translation>
    </message>
    <message>
        <source>Writing predictions</source>
        <translation>Vorhersagen werden geschrieben</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>app::Privacy</name>
    <message>
        <source>Nothing is kept in a project yet. Make a change first, so that there is one.</source>
        <translation>Noch ist nichts in einem Projekt. Ändern Sie zuerst etwas, damit es eines gibt.</translation>
    </message>
    <message>
        <source>Where the copy is made</source>
        <translation>Wo die Kopie gemacht wird</translation>
    </message>
    <message>
        <source>Hiding people</source>
        <translation>Menschen verbergen</translation>
    </message>
    <message>
        <source>It was stopped; nothing was left behind.</source>
        <translation>Angehalten; nichts blieb zurück.</translation>
    </message>
    <message>
        <source>Reading a picture</source>
        <translation>Bild lesen</translation>
    </message>
    <message>
        <source>Noting who looked</source>
        <translation>Vermerken, wer hingesehen hat</translation>
    </message>
    <message>
        <source>Looking where they occur…</source>
        <translation>Es wird gesucht, wo er vorkommt…</translation>
    </message>
    <message>
        <source>Looking where a person occurs</source>
        <translation>Suchen, wo ein Mensch vorkommt</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>Einen Menschen löschen</translation>
    </message>
</context>
<context>
    <name>app::Project</name>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>The last edits are not saved yet (%1), so this project stays open.</source>
        <translation>Die letzten Änderungen sind noch nicht gespeichert (%1), daher bleibt dieses Projekt offen.</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>der Datenträger antwortet nicht</translation>
    </message>
    <message>
        <source>The project of this dataset cannot be opened, so nothing can be edited: %1</source>
        <translation>Das Projekt dieses Datensatzes kann nicht geöffnet werden, daher kann nichts bearbeitet werden: %1</translation>
    </message>
    <message>
        <source>A copy of the project was written to %1.</source>
        <translation>Eine Kopie des Projekts wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Nothing was collected: the last edits are not saved yet.</source>
        <translation>Nichts wurde gesammelt: Die letzten Änderungen sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Collecting files</source>
        <translation>Dateien werden gesammelt</translation>
    </message>
    <message>
        <source>The project and its files were collected in %1.</source>
        <translation>Das Projekt und seine Dateien wurden in %1 gesammelt.</translation>
    </message>
    <message>
        <source>Saving elsewhere</source>
        <translation>Es wird an anderem Ort gespeichert</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>The project is being edited elsewhere, so it is not replaced.</source>
        <translation>Das Projekt wird anderswo bearbeitet, daher wird es nicht ersetzt.</translation>
    </message>
    <message>
        <source>The project is being opened.</source>
        <translation>Das Projekt wird geöffnet.</translation>
    </message>
    <message>
        <source>Restoring an earlier state</source>
        <translation>Ein früherer Stand wird wiederhergestellt</translation>
    </message>
    <message>
        <source>The project is as it was on %1. The damaged file is now %2.</source>
        <translation>Das Projekt ist im Stand vom %1. Die beschädigte Datei heißt jetzt %2.</translation>
    </message>
    <message>
        <source>Closing the project</source>
        <translation>Das Projekt wird geschlossen</translation>
    </message>
    <message>
        <source>Steps from before cannot be undone here: this project is a copy or an earlier version of another one.</source>
        <translation>Frühere Schritte lassen sich hier nicht rückgängig machen: Dieses Projekt ist eine Kopie oder eine frühere Fassung eines anderen.</translation>
    </message>
    <message>
        <source>Putting a damaged project aside</source>
        <translation>Ein beschädigtes Projekt wird beiseitegelegt</translation>
    </message>
    <message>
        <source>The damaged project was kept as %1.</source>
        <translation>Das beschädigte Projekt liegt jetzt als %1 daneben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) were written into %1.</source>
        <translation>
            <numerusform>%n Einladung wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Einladungen wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProjectActions</name>
    <message>
        <source>Projects (*.polylogue)</source>
        <translation>Projekte (*.polylogue)</translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>Nicht gefunden: %1.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Restore version…</source>
        <translation>Version wiederherstellen…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not where they were: %1. Show where the first is now, and the others are found from there.</source>
        <translation>Nicht mehr am alten Ort: %1. Zeigen Sie, wo die erste Datei jetzt liegt; die übrigen werden von dort aus gefunden.</translation>
    </message>
    <message>
        <source>Show where…</source>
        <translation>Ort zeigen…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Changed since they were annotated: %1. Words and labels of the project are kept as they are.</source>
        <translation>Seit der Annotation geändert: %1. Wörter und Labels des Projekts bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>The data of this project is no longer at %1. Show where it is now; the rest is found from there.</source>
        <translation>Die Daten dieses Projekts liegen nicht mehr unter %1. Zeigen Sie, wo sie jetzt liegen; das Übrige wird von dort aus gefunden.</translation>
    </message>
    <message>
        <source>Show the folder…</source>
        <translation>Ordner zeigen…</translation>
    </message>
    <message>
        <source>Where is the data now?</source>
        <translation>Wo liegen die Daten jetzt?</translation>
    </message>
    <message>
        <source>Show the file…</source>
        <translation>Datei zeigen…</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>Wo liegt %1 jetzt?</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 Kopie</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>Version wiederherstellen</translation>
    </message>
    <message>
        <source>There are no earlier states of %1 yet. The first is kept with its first edit.</source>
        <translation>Von %1 gibt es noch keine früheren Stände. Der erste wird mit der ersten Änderung aufbewahrt.</translation>
    </message>
    <message>
        <source>Merge another copy of this project</source>
        <translation>Andere Kopie dieses Projekts zusammenführen</translation>
    </message>
    <message>
        <source>Collect files: where the new folder will lie</source>
        <translation>Dateien sammeln: wo der neue Ordner liegen soll</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>The last edits are still being written.</source>
        <translation>Die letzten Änderungen werden noch geschrieben.</translation>
    </message>
    <message>
        <source>The last edits cannot be written: %1</source>
        <translation>Die letzten Änderungen können nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>They are kept as long as the window is open, and can be saved in another place.</source>
        <translation>Sie bleiben erhalten, solange das Fenster offen ist, und lassen sich an einem anderen Ort speichern.</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>Schließen und verlieren</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders speichern…</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Woanders speichern</translation>
    </message>
    <message>
        <source>Looking for earlier states</source>
        <translation>Frühere Stände werden gesucht</translation>
    </message>
    <message>
        <source>Open an earlier version…</source>
        <translation>Frühere Fassung öffnen…</translation>
    </message>
    <message>
        <source>Begin a new project</source>
        <translation>Neues Projekt beginnen</translation>
    </message>
    <message>
        <source>%1. The file stays beside what takes its place.</source>
        <translation>%1. Die Datei bleibt neben dem Projekt, das an ihre Stelle tritt.</translation>
    </message>
</context>
<context>
    <name>app::ProjectVersions</name>
    <message>
        <source>In %1 that is %2 s later.</source>
        <translation>In %1 sind das %2 s.</translation>
    </message>
    <message>
        <source>How far apart that is in %1 cannot be seen: its file cannot be read.</source>
        <translation>Wie weit das in %1 auseinanderliegt, ist nicht zu sehen: Die Datei lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 is not merged: one of the two projects was made with an earlier version, where times begin with the first picture and not with what is seen or heard first. %2 Nothing was changed; both go on by themselves.</source>
        <translation>%1 wird nicht zusammengeführt: Eines der beiden Projekte stammt aus einer früheren Version, in der die Zeit mit dem ersten Bild beginnt und nicht mit dem, was zuerst zu sehen oder zu hören ist. %2 Nichts wurde geändert; beide bleiben für sich.</translation>
    </message>
    <message>
        <source>read changed files again</source>
        <translation>geänderte Dateien neu lesen</translation>
    </message>
    <message>
        <source>Reading an earlier state</source>
        <translation>Früherer Stand wird gelesen</translation>
    </message>
    <message>
        <source>restore version of %1</source>
        <translation>Version vom %1 wiederherstellen</translation>
    </message>
    <message>
        <source>The project is as it was on %1. Undo brings the later state back.</source>
        <translation>Das Projekt ist im Stand vom %1. „Rückgängig“ bringt den späteren Stand zurück.</translation>
    </message>
    <message>
        <source>Reading the other copy</source>
        <translation>Andere Kopie wird gelesen</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>%1 zusammenführen</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>%n gold item(s) are said to be right otherwise in %1; those of this project stay.</source>
        <translation>
            <numerusform>Bei %n Goldsegment ist in %1 anderes richtig; es bleibt das dieses Projekts.</numerusform>
            <numerusform>Bei %n Goldsegmenten ist in %1 anderes richtig; es bleiben die dieses Projekts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProjectWriter</name>
    <message>
        <source>No earlier state could be kept: %1</source>
        <translation>Es konnte kein früherer Stand aufbewahrt werden: %1</translation>
    </message>
</context>
<context>
    <name>app::PublishDialog</name>
    <message>
        <source>Without a licence nobody may use it. Name one.</source>
        <translation>Ohne Lizenz darf niemand es benutzen. Nennen Sie eine.</translation>
    </message>
    <message>
        <source>The dataset has no title.</source>
        <translation>Der Datensatz hat keinen Titel.</translation>
    </message>
    <message>
        <source>Nobody is named who made it.</source>
        <translation>Niemand ist genannt, der ihn gemacht hat.</translation>
    </message>
    <message>
        <source>There is no segment to publish.</source>
        <translation>Es gibt kein Segment zu veröffentlichen.</translation>
    </message>
    <message>
        <source>Neither an address nor a DOI says where it is found.</source>
        <translation>Weder Adresse noch DOI sagen, wo er zu finden ist.</translation>
    </message>
    <message>
        <source>What the filmed people agreed to is not said.</source>
        <translation>Wozu die Gefilmten eingewilligt haben, ist nicht gesagt.</translation>
    </message>
    <message>
        <source>Nobody is named who takes people out on their wish.</source>
        <translation>Niemand ist genannt, der Menschen auf Wunsch herausnimmt.</translation>
    </message>
    <message>
        <source>It is not said what it is.</source>
        <translation>Es ist nicht gesagt, was er ist.</translation>
    </message>
    <message>
        <source>Some videos are in no split.</source>
        <translation>Manche Videos sind in keinem Teil.</translation>
    </message>
    <message>
        <source>Of some videos the speaker is not known: each is a group by itself.</source>
        <translation>Von manchen Videos ist der Sprecher nicht bekannt: Jedes ist eine Gruppe für sich.</translation>
    </message>
    <message>
        <source>Videos of one speaker lie in several splits: figures on them say too much.</source>
        <translation>Videos eines Sprechers liegen in mehreren Teilen: Zahlen darauf sagen zu viel.</translation>
    </message>
    <message>
        <source>A group is longer than one and a half times the part of its split.</source>
        <translation>Eine Gruppe ist länger als das Anderthalbfache des Anteils ihres Teils.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>The card as others will read it</source>
        <translation>Die Karte, wie andere sie lesen werden</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>%1 veröffentlichen</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>As others read it</source>
        <translation>Wie andere sie lesen</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean of the answers</source>
        <translation>Mittel der Antworten</translation>
    </message>
    <message>
        <source>Likeliest step</source>
        <translation>Wahrscheinlichste Stufe</translation>
    </message>
    <message>
        <source>Most frequent answer</source>
        <translation>Häufigste Antwort</translation>
    </message>
    <message>
        <source>What stands in labels.csv where nobody settled a value. The plain mean stands beside it. On real ratings the most frequent answer is farther from what others say than any mean.</source>
        <translation>Was in labels.csv steht, wo niemand einen Wert festgelegt hat. Das einfache Mittel steht daneben. Auf echten Urteilen liegt die häufigste Antwort weiter von dem, was andere sagen, als jedes Mittel.</translation>
    </message>
    <message>
        <source>As the project has them</source>
        <translation>Wie im Projekt</translation>
    </message>
    <message>
        <source>Drawn anew: 70, 10, 20 %</source>
        <translation>Neu verteilt: 70, 10, 20 %</translation>
    </message>
    <message>
        <source>needed: %1</source>
        <translation>nötig: %1</translation>
    </message>
    <message>
        <source>better: %1</source>
        <translation>besser: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) have to be said before it can be published.</source>
        <translation>
            <numerusform>%n Angabe fehlt noch, bevor veröffentlicht werden kann.</numerusform>
            <numerusform>%n Angaben fehlen noch, bevor veröffentlicht werden kann.</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder on this machine; nothing is sent. No name of a rater is in it.</source>
        <translation>Ein Ordner auf diesem Rechner; nichts wird gesendet. Kein Name eines Raters steht darin.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Pu&amp;blish…</source>
        <translation>Veröffentl&amp;ichen…</translation>
    </message>
    <message>
        <source>Val&amp;ues</source>
        <translation>&amp;Werte</translation>
    </message>
    <message>
        <source>S&amp;plits</source>
        <translation>Te&amp;ile</translation>
    </message>
    <message>
        <source>Few segments have two answers: what a crowd would say rests on assumptions about raters and lies nearer to the middle. The mean of the answers can be chosen.</source>
        <translation>Wenige Segmente haben zwei Antworten: Was eine Menge sagen würde, beruht auf Annahmen über Rater und liegt näher an der Mitte. Das Mittel der Antworten lässt sich wählen.</translation>
    </message>
    <message>
        <source>Somebody who rated is named as an author: answers may be known to be theirs.</source>
        <translation>Jemand, der geurteilt hat, ist als Autor genannt: Antworten lassen sich dieser Person zuordnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean that many such raters would give</source>
        <translation>Mittel, das viele solche Rater gäben</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) without segments stay(s) out</source>
        <translation>
            <numerusform>%n Video ohne Segmente bleibt draußen</numerusform>
            <numerusform>%n Videos ohne Segmente bleiben draußen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n Rater</numerusform>
            <numerusform>%n Rater</numerusform>
        </translation>
    </message>
    <message>
        <source>De-&amp;identify…</source>
        <translation>&amp;Unkenntlich machen…</translation>
    </message>
    <message>
        <source>Makes a copy of the project without faces, voices and names; that copy can be published with its recordings.</source>
        <translation>Macht eine Kopie des Projekts ohne Gesichter, Stimmen und Namen; diese Kopie kann mit ihren Aufnahmen veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Enter, or a double click, goes to the field.</source>
        <translation>Eingabe oder ein Doppelklick geht zum Feld.</translation>
    </message>
    <message>
        <source>Files that go along: %1.</source>
        <translation>Dateien, die mitgehen: %1.</translation>
    </message>
    <message>
        <source>Videos of one speaker lie in several splits.</source>
        <translation>Videos eines Sprechers liegen in mehreren Teilen.</translation>
    </message>
    <message>
        <source>Of some videos the speaker is not known.</source>
        <translation>Von manchen Videos ist der Sprecher nicht bekannt.</translation>
    </message>
    <message>
        <source>✓ No speaker is in two.</source>
        <translation>✓ Kein Sprecher ist in zweien.</translation>
    </message>
    <message>
        <source>A text of the card has the name of somebody who rated.</source>
        <translation>Ein Text der Karte enthält den Namen von jemandem, der bewertet hat.</translation>
    </message>
    <message>
        <source>Another tier was judged, too, and stays out: polylogue-cli publish --tier publishes it.</source>
        <translation>Noch eine Ebene wurde beurteilt und bleibt draußen: polylogue-cli publish --tier veröffentlicht sie.</translation>
    </message>
</context>
<context>
    <name>app::PublishTree</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Values, with how sure they are</source>
        <translation>Werte, und wie sicher sie sind</translation>
    </message>
    <message>
        <source>Answers of each rater: r01, r02, …</source>
        <translation>Antworten jedes Raters: r01, r02, …</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Comments: they may name people</source>
        <translation>Kommentare: sie können Menschen nennen</translation>
    </message>
    <message>
        <source>Free text: read it before others do.</source>
        <translation>Freier Text: Lesen Sie ihn, bevor andere es tun.</translation>
    </message>
    <message>
        <source>Beside them</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Card, licence, consent</source>
        <translation>Karte, Lizenz, Einwilligung</translation>
    </message>
    <message>
        <source>Agreement, codebook, methods</source>
        <translation>Übereinstimmung, Codebuch, Methoden</translation>
    </message>
    <message>
        <source>Croissant, citation, Zenodo, sums</source>
        <translation>Croissant, Zitat, Zenodo, Prüfsummen</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>Sequenzen</translation>
    </message>
    <message>
        <source>As its file is.</source>
        <translation>Wie ihre Datei ist.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <source>%n as they are, with faces and voices</source>
        <translation>
            <numerusform>%n, wie sie ist, mit Gesicht und Stimme</numerusform>
            <numerusform>%n, wie sie sind, mit Gesichtern und Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Only where everybody agreed to that. Nothing is covered or changed.</source>
        <translation>Nur wo alle dem zugestimmt haben. Nichts wird verdeckt oder verändert.</translation>
    </message>
    <message>
        <source>Clips of the segments, as archives</source>
        <translation>Clips der Segmente, als Archive</translation>
    </message>
    <message>
        <source>In the folder shards, as WebDataset reads them: clip, sound, text and values of each segment. Faces and voices are as they are.</source>
        <translation>Im Ordner shards, wie WebDataset sie liest: Clip, Ton, Text und Werte jedes Segments. Gesichter und Stimmen sind, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>app::Publishing</name>
    <message>
        <source>Looking at what can be published</source>
        <translation>Was veröffentlicht werden kann, wird angesehen</translation>
    </message>
    <message>
        <source>card of the publication</source>
        <translation>Karte der Veröffentlichung</translation>
    </message>
    <message>
        <source>Where the published folder is made</source>
        <translation>Wo der veröffentlichte Ordner entsteht</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it, if it was published by this program?</source>
        <translation>%1 ist schon da. Ersetzen, falls der Ordner von diesem Programm veröffentlicht wurde?</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>Not as it should be: %1</source>
        <translation>Nicht, wie es sein soll: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) published and verified.</source>
        <translation>
            <numerusform>%n Datei veröffentlicht und geprüft.</numerusform>
            <numerusform>%n Dateien veröffentlicht und geprüft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RaterActions</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>Ein blinder Durchgang läuft: Über andere wird nichts gesagt, bis er verlassen ist.</translation>
    </message>
    <message>
        <source>Comparing raters</source>
        <translation>Annotatoren werden verglichen</translation>
    </message>
    <message>
        <source>settle by consensus</source>
        <translation>durch Konsens klären</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were settled by consensus; undo takes that back.</source>
        <translation>
            <numerusform>%n Segment wurde durch Konsens geklärt; Rückgängig nimmt das zurück.</numerusform>
            <numerusform>%n Segmente wurden durch Konsens geklärt; Rückgängig nimmt das zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is settled so already.</source>
        <translation>Alles ist schon so geklärt.</translation>
    </message>
</context>
<context>
    <name>app::RaterTexts</name>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>not enough</source>
        <translation>zu wenig</translation>
    </message>
    <message>
        <source>%1 right · %2 away</source>
        <translation>%1 richtig · %2 daneben</translation>
    </message>
    <message>
        <source>Segments that came again within a pass: how often the answer was the same, and how far both lie apart on average</source>
        <translation>Segmente, die in einem Durchgang noch einmal kamen: wie oft die Antwort dieselbe war, und wie weit beide im Mittel auseinanderliegen</translation>
    </message>
    <message>
        <source>%1 the same · %2 apart</source>
        <translation>%1 gleich · %2 auseinander</translation>
    </message>
    <message>
        <source>α of first and second answers: %1</source>
        <translation>α der ersten und zweiten Antworten: %1</translation>
    </message>
    <message>
        <source>with own answers</source>
        <translation>mit eigenen Antworten</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s ordinal α with each other rater, on what both judged; the figure is their mean</source>
        <translation>Krippendorffs ordinales α mit jedem anderen, über das, was beide beurteilt haben; die Zahl ist ihr Mittel</translation>
    </message>
    <message>
        <source>%1: %2, n %3</source>
        <translation>%1: %2, n %3</translation>
    </message>
    <message>
        <source>agrees with others, α</source>
        <translation>stimmt überein, α</translation>
    </message>
    <message>
        <source>Reverses the scale</source>
        <translation>Kehrt die Skala um</translation>
    </message>
    <message>
        <source>Hardly follows what the others see</source>
        <translation>Folgt kaum dem, was andere sehen</translation>
    </message>
    <message numerus="yes">
        <source>%n judged, %1 of them by others, too</source>
        <translation>
            <numerusform>%n beurteilt, %1 davon auch von anderen</numerusform>
            <numerusform>%n beurteilt, %1 davon auch von anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>leans by</source>
        <translation>neigt um</translation>
    </message>
    <message>
        <source>Mean of the own answers less that of the others&apos; to the same segments</source>
        <translation>Mittel der eigenen Antworten minus dem der anderen zu denselben Segmenten</translation>
    </message>
    <message>
        <source>use of the scale</source>
        <translation>Gebrauch der Skala</translation>
    </message>
    <message>
        <source>How far the answers go when what is true goes by 1; below 0: in reverse</source>
        <translation>Wie weit die Antworten gehen, wenn das Wahre um 1 geht; unter 0: umgekehrt</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Deviation from what is true, once bias and use of the scale are taken out</source>
        <translation>Abweichung vom Wahren, wenn Neigung und Skalengebrauch herausgerechnet sind</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Beside the others: the last quarter of the first pass less its first quarter</source>
        <translation>Gegenüber den anderen: das letzte Viertel des ersten Durchgangs minus seinem ersten</translation>
    </message>
    <message>
        <source>time per answer</source>
        <translation>Zeit je Antwort</translation>
    </message>
    <message>
        <source>Median over the committed answers of the first pass</source>
        <translation>Median über die gezählten Antworten des ersten Durchgangs</translation>
    </message>
    <message>
        <source>hidden gold</source>
        <translation>verborgenes Gold</translation>
    </message>
    <message>
        <source>Within half a step of the right value, and the mean distance to it</source>
        <translation>Höchstens eine halbe Stufe vom richtigen Wert, und der mittlere Abstand zu ihm</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>The same for exercises, whose right value was shown after the answer</source>
        <translation>Dasselbe für Übungen, deren richtiger Wert nach der Antwort gezeigt wurde</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>In the consensus: the part of all that is known which one answer of this rater tells</source>
        <translation>Im Konsens: der Anteil an allem Wissen, den eine Antwort dieser Person beiträgt</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 gleich</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s nominal α with each other rater, on what both judged; the figure is their mean</source>
        <translation>Krippendorffs nominales α mit jedem anderen Annotator, über das, was beide beurteilt haben; die Zahl ist ihr Mittel</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>like the others</source>
        <translation>wie die anderen</translation>
    </message>
    <message>
        <source>Answers that none was given more often than by the others to the same segment</source>
        <translation>Antworten, die zu demselben Segment von den anderen am häufigsten gegeben wurden</translation>
    </message>
    <message>
        <source>The same term as the right one</source>
        <translation>Derselbe Begriff wie der richtige</translation>
    </message>
    <message>
        <source>gold “%1”</source>
        <translation>Gold „%1“</translation>
    </message>
    <message>
        <source>Of gold items and exercises for which this term is right</source>
        <translation>Von Gold-Segmenten und Übungen, bei denen dieser Begriff richtig ist</translation>
    </message>
</context>
<context>
    <name>app::RatersDialog</name>
    <message>
        <source>&amp;Settle by consensus</source>
        <translation>Durch Konsens &amp;klären</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Where the consensus differs</source>
        <translation>Wo der Konsens abweicht</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>Mehrheit</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>Konsens</translation>
    </message>
    <message>
        <source>Enter, or a double click, opens the segment on the timeline and plays it.</source>
        <translation>Enter oder ein Doppelklick öffnet das Segment auf der Zeitleiste und spielt es ab.</translation>
    </message>
    <message>
        <source>Each of these segments gets the value of the consensus in the settled layer, as one step that can be undone. What a person settled stays.</source>
        <translation>Jedes dieser Segmente bekommt in der geklärten Schicht den Wert des Konsenses, als ein Schritt, der sich rückgängig machen lässt. Was eine Person geklärt hat, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Reading what was said…</source>
        <translation>Was gesagt wurde, wird gelesen …</translation>
    </message>
    <message>
        <source>Nobody has judged anything yet: Review → Begin or go on with a pass…</source>
        <translation>Noch hat niemand etwas beurteilt: Review → Durchgang beginnen oder fortsetzen…</translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s), first passes. A figure of too few answers says so.</source>
        <translation>
            <numerusform>%n Annotator, erste Durchgänge. Eine Zahl aus zu wenigen Antworten sagt das.</numerusform>
            <numerusform>%n Annotatoren, erste Durchgänge. Eine Zahl aus zu wenigen Antworten sagt das.</numerusform>
        </translation>
    </message>
    <message>
        <source>A consensus needs segments that two people judged.</source>
        <translation>Ein Konsens braucht Segmente, die zwei beurteilt haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more. The weighted consensus differs from the mean in %1, from the majority in %2, by more than half a step.</source>
        <translation>
            <numerusform>%n Segment mit zwei oder mehr Antworten. Der gewichtete Konsens weicht in %1 vom Mittel, in %2 von der Mehrheit um mehr als eine halbe Stufe ab.</numerusform>
            <numerusform>%n Segmente mit zwei oder mehr Antworten. Der gewichtete Konsens weicht in %1 vom Mittel, in %2 von der Mehrheit um mehr als eine halbe Stufe ab.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them a person settled; they stay.</source>
        <translation>
            <numerusform>%n davon hat eine Person geklärt; es bleibt.</numerusform>
            <numerusform>%n davon hat eine Person geklärt; sie bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message>
        <source>The value that most gave; of several, their mean</source>
        <translation>Der Wert, den die meisten gaben; von mehreren ihr Mittel</translation>
    </message>
    <message>
        <source>Each answer counts by how its rater judges elsewhere: a lean, a stretched or reversed use of the scale is taken back, and who judges with much noise counts less. So it may lie outside of what was answered.</source>
        <translation>Jede Antwort zählt danach, wie ihr Rater sonst urteilt: eine Neigung, ein gestreckter oder umgekehrter Gebrauch der Skala wird zurückgenommen, und wer mit viel Rauschen urteilt, zählt weniger. Der Konsens kann also außerhalb der Antworten liegen.</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Spur</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more; in %1 the answers differ. The consensus is what most gave.</source>
        <translation>
            <numerusform>%n Segment mit zwei oder mehr Antworten; in %1 unterscheiden sie sich. Konsens ist, was die meisten gaben.</numerusform>
            <numerusform>%n Segmente mit zwei oder mehr Antworten; in %1 unterscheiden sie sich. Konsens ist, was die meisten gaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) stay open: as many gave one as another.</source>
        <translation>
            <numerusform>%n Gleichstand bleibt offen: Ebenso viele gaben das eine wie das andere.</numerusform>
            <numerusform>%n Gleichstände bleiben offen: Ebenso viele gaben das eine wie das andere.</numerusform>
        </translation>
    </message>
    <message>
        <source>tie: open</source>
        <translation>Gleichstand: offen</translation>
    </message>
    <message numerus="yes">
        <source>In %n segment(s) all answers are the same and the consensus is another: where raters hardly agree, it is drawn towards the mean of all. Look there before you settle by it.</source>
        <translation>
            <numerusform>In %n Segment sind alle Antworten gleich und der Konsens ist ein anderer: Wo Beurteilende kaum übereinstimmen, zieht es ihn zum Mittel aller. Sehen Sie dort nach, bevor Sie damit festlegen.</numerusform>
            <numerusform>In %n Segmenten sind alle Antworten gleich und der Konsens ist ein anderer: Wo Beurteilende kaum übereinstimmen, zieht es ihn zum Mittel aller. Sehen Sie dort nach, bevor Sie damit festlegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Consensus (majority)</source>
        <translation>Konsens (Mehrheit)</translation>
    </message>
    <message>
        <source>The term that more gave than any other</source>
        <translation>Der Begriff, den mehr gaben als jeden anderen</translation>
    </message>
</context>
<context>
    <name>app::RatingRecorder</name>
    <message>
        <source>A rating needs a continuous tier: make one with “New tier…”, or click its track.</source>
        <translation>Eine Bewertung braucht eine kontinuierliche Ebene: mit „Neue Ebene…“ anlegen oder auf ihre Spur klicken.</translation>
    </message>
    <message>
        <source>rating of %1</source>
        <translation>%1 bewerten</translation>
    </message>
</context>
<context>
    <name>app::RealignActions</name>
    <message>
        <source>There is no recording to listen to.</source>
        <translation>Es gibt keine Aufnahme, die angehört werden kann.</translation>
    </message>
    <message>
        <source>At most %1 s are re-aligned at once; select less.</source>
        <translation>Höchstens %1 s werden auf einmal neu ausgerichtet; bitte weniger auswählen.</translation>
    </message>
    <message>
        <source>There are no words here.</source>
        <translation>Hier gibt es keine Wörter.</translation>
    </message>
    <message>
        <source>All words have times.</source>
        <translation>Alle Wörter haben Zeiten.</translation>
    </message>
    <message>
        <source>Aligning the words of %1</source>
        <translation>Wörter von %1 werden ausgerichtet</translation>
    </message>
    <message>
        <source>Another video was opened meanwhile; the words of %1 are as before.</source>
        <translation>Inzwischen wurde ein anderes Video geöffnet; die Wörter von %1 sind wie vorher.</translation>
    </message>
    <message>
        <source>None of these words was found in the sound.</source>
        <translation>Keines dieser Wörter wurde im Ton gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>%n Wort ausrichten</numerusform>
            <numerusform>%n Wörter ausrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>These words lie where they are said already.</source>
        <translation>Diese Wörter liegen schon dort, wo sie gesprochen werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) aligned</source>
        <translation>
            <numerusform>%n Wort wurde ausgerichtet</numerusform>
            <numerusform>%n Wörter wurden ausgerichtet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them doubtful.</source>
        <translation>
            <numerusform>, davon %n zweifelhaft.</numerusform>
            <numerusform>, davon %n zweifelhaft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RecordingTimeDialog</name>
    <message>
        <source>Offset and drift belong to the recordings of a conversation; this video is none of one.</source>
        <translation>Versatz und Drift gehören zu den Aufnahmen eines Gesprächs; dieses Video ist keine davon.</translation>
    </message>
    <message>
        <source>&amp;Find by the sound</source>
        <translation>Am &amp;Ton finden</translation>
    </message>
    <message>
        <source>Offset and drift</source>
        <translation>Versatz und Drift</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> ppm</source>
        <translation> ppm</translation>
    </message>
    <message>
        <source>Where the recording begins on the conversation&apos;s time axis, and how many millionths slower it runs. Where one microphone hears the other&apos;s voice, both can be found.</source>
        <translation>Wo die Aufnahme auf der Zeitachse des Gesprächs beginnt und um wie viele Millionstel sie langsamer läuft. Wo ein Mikrofon die andere Stimme mithört, lässt sich beides finden.</translation>
    </message>
    <message>
        <source>&amp;Recording of</source>
        <translation>&amp;Aufnahme von</translation>
    </message>
    <message>
        <source>&amp;Begins at</source>
        <translation>&amp;Beginnt bei</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>&amp;Drift</translation>
    </message>
    <message>
        <source>Both need a recording of their own.</source>
        <translation>Beide brauchen eine eigene Aufnahme.</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>Es wird hingehört…</translation>
    </message>
    <message>
        <source>Listening to two recordings</source>
        <translation>Zwei Aufnahmen werden angehört</translation>
    </message>
    <message>
        <source>Comparing the sound…</source>
        <translation>Der Ton wird verglichen…</translation>
    </message>
    <message>
        <source>Comparing two recordings</source>
        <translation>Zwei Aufnahmen werden verglichen</translation>
    </message>
    <message>
        <source>Not found: neither microphone hears the other&apos;s voice (%1 deviations, 8 are needed). Set the offset by hand.</source>
        <translation>Nicht gefunden: Kein Mikrofon hört die andere Stimme (%1 Abweichungen, 8 sind nötig). Stellen Sie den Versatz von Hand ein.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n window(s).</source>
        <translation>
            <numerusform>Gefunden: %1 s, %2 ppm. Das ragt um %3 Abweichungen heraus (8 sind nötig), in %n Fenster.</numerusform>
            <numerusform>Gefunden: %1 s, %2 ppm. Das ragt um %3 Abweichungen heraus (8 sind nötig), in %n Fenstern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Found: %1 s. It stands out by %2 deviations (8 are needed). No drift was found: that needs six minutes in common.</source>
        <translation>Gefunden: %1 s. Der Versatz ragt um %2 Abweichungen heraus (8 sind nötig). Eine Drift wurde nicht gefunden: das braucht sechs gemeinsame Minuten.</translation>
    </message>
</context>
<context>
    <name>app::RecordingsTable</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Looking at recordings</source>
        <translation>Aufnahmen werden angesehen</translation>
    </message>
    <message>
        <source>There is no video or sound file among these.</source>
        <translation>Darunter ist keine Video- oder Tondatei.</translation>
    </message>
    <message>
        <source>Left out, since a recording of this name is there: %1</source>
        <translation>Ausgelassen, da es eine Aufnahme dieses Namens gibt: %1</translation>
    </message>
    <message>
        <source>no transcript</source>
        <translation>kein Transkript</translation>
    </message>
    <message>
        <source>your edited words</source>
        <translation>bearbeitete Wörter</translation>
    </message>
    <message>
        <source>As they are in the project now</source>
        <translation>So wie sie jetzt im Projekt stehen</translation>
    </message>
    <message>
        <source>the project&apos;s words</source>
        <translation>die Wörter des Projekts</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n clip(s)</source>
        <translation>
            <numerusform>%1, %n Clip</numerusform>
            <numerusform>%1, %n Clips</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, channel %2</source>
        <translation>%1, Kanal %2</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 und weitere</translation>
    </message>
</context>
<context>
    <name>app::RenderDialog</name>
    <message>
        <source>From, in seconds</source>
        <translation>Von, in Sekunden</translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation>Bis, in Sekunden</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Seconds that the tracks show</source>
        <translation>Sekunden, die die Spuren zeigen</translation>
    </message>
    <message>
        <source>What the &amp;model says</source>
        <translation>Was das &amp;Modell sagt</translation>
    </message>
    <message>
        <source>&amp;Words in the picture</source>
        <translation>&amp;Wörter im Bild</translation>
    </message>
    <message>
        <source>S&amp;ound of the recording</source>
        <translation>T&amp;on der Aufnahme</translation>
    </message>
    <message>
        <source>Render to video</source>
        <translation>Als Video rendern</translation>
    </message>
    <message>
        <source>&amp;Render…</source>
        <translation>&amp;Rendern…</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>%1 ganz</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>Die Auswahl</translation>
    </message>
    <message>
        <source>What is repeated</source>
        <translation>Was wiederholt wird</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>&amp;Span</source>
        <translation>&amp;Spanne</translation>
    </message>
    <message>
        <source>720p: 1280 × 720</source>
        <translation>720p: 1280 × 720</translation>
    </message>
    <message>
        <source>1080p: 1920 × 1080</source>
        <translation>1080p: 1920 × 1080</translation>
    </message>
    <message>
        <source>4K: 3840 × 2160</source>
        <translation>4K: 3840 × 2160</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>As the recording: %1</source>
        <translation>Wie die Aufnahme: %1</translation>
    </message>
    <message>
        <source>&amp;Frames a second</source>
        <translation>Bilder je S&amp;ekunde</translation>
    </message>
    <message>
        <source>Above the tracks</source>
        <translation>Über den Spuren</translation>
    </message>
    <message>
        <source>Beside the tracks</source>
        <translation>Neben den Spuren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>Sp&amp;uren</translation>
    </message>
    <message>
        <source>the whole span</source>
        <translation>die ganze Spanne</translation>
    </message>
    <message>
        <source>The tracks stand still and the playhead moves over them; at their end the page turns. 0: the whole span is one page.</source>
        <translation>Die Spuren stehen still, und die Abspielposition wandert über sie; am Ende wird umgeblättert. 0: die ganze Spanne ist eine Seite.</translation>
    </message>
    <message>
        <source>On one p&amp;age</source>
        <translation>&amp;Auf einer Seite</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>The span has no length.</source>
        <translation>Die Spanne hat keine Länge.</translation>
    </message>
    <message>
        <source>Neither picture nor tracks are chosen.</source>
        <translation>Weder Bild noch Spuren sind gewählt.</translation>
    </message>
    <message>
        <source>%1 s, %2, %3</source>
        <translation>%1 s, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of tracks</source>
        <translation>
            <numerusform>%n Seite mit Spuren</numerusform>
            <numerusform>%n Seiten mit Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>app::Rendering</name>
    <message>
        <source>There is nothing to render: open a video first.</source>
        <translation>Es gibt nichts zu rendern: Öffnen Sie zuerst ein Video.</translation>
    </message>
    <message>
        <source>Render to video</source>
        <translation>Als Video rendern</translation>
    </message>
    <message>
        <source>Videos (*.mp4)</source>
        <translation>Videos (*.mp4)</translation>
    </message>
    <message>
        <source>%1-timeline</source>
        <comment>name of a file</comment>
        <translation>%1-Zeitleiste</translation>
    </message>
    <message numerus="yes">
        <source>The video is in %1 (%n frame(s), encoded by %2).</source>
        <translation>
            <numerusform>Das Video liegt in %1 (%n Bild, kodiert von %2).</numerusform>
            <numerusform>Das Video liegt in %1 (%n Bilder, kodiert von %2).</numerusform>
        </translation>
    </message>
    <message>
        <source>The video was not rendered: %1</source>
        <translation>Das Video wurde nicht gerendert: %1</translation>
    </message>
</context>
<context>
    <name>app::ReportActions</name>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Labels to write</source>
        <translation>Labels, die geschrieben werden</translation>
    </message>
    <message>
        <source>One csd for each, with who judged in its metadata:</source>
        <translation>Je eine csd; wer geurteilt hat, steht in ihren Metadaten:</translation>
    </message>
    <message>
        <source>Report of the review</source>
        <translation>Bericht zum Review</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>Webseiten (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The report was written to %1, with its figures and all judgements as CSV beside it.</source>
        <translation>Der Bericht wurde nach %1 geschrieben, seine Kennzahlen und alle Urteile als CSV daneben.</translation>
    </message>
    <message>
        <source>Export labels into</source>
        <translation>Labels exportieren nach</translation>
    </message>
    <message>
        <source>Exporting labels</source>
        <translation>Labels werden exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%n csd file(s) were written into %1.</source>
        <translation>
            <numerusform>%n csd-Datei wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n csd-Dateien wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is labelled yet: label segments, or begin a pass.</source>
        <translation>Noch ist nichts gelabelt: Segmente labeln oder einen Durchgang beginnen.</translation>
    </message>
    <message>
        <source>%1 is one of several classes, and this writes numbers. Use File → Export… (annotation) for classes.</source>
        <translation>%1 ist eine von mehreren Klassen, und hier werden Zahlen geschrieben. Für Klassen: Datei → Exportieren… (Annotation)</translation>
    </message>
</context>
<context>
    <name>app::Review</name>
    <message numerus="yes">
        <source>All %n segment(s) of this pass are done.</source>
        <translation>
            <numerusform>Das %n Segment dieses Durchgangs ist erledigt.</numerusform>
            <numerusform>Alle %n Segmente dieses Durchgangs sind erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>Antwort %1</translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>keine Antwort %1</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>There is no answer yet: 1 to 7 give one.</source>
        <translation>Es gibt noch keine Antwort: 1 bis 7 geben eine.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>geklärt</translation>
    </message>
    <message>
        <source>%1, pass %2</source>
        <translation>%1, Durchgang %2</translation>
    </message>
    <message>
        <source>%1, text only</source>
        <translation>%1, nur Text</translation>
    </message>
    <message>
        <source>%1, sound only</source>
        <translation>%1, nur Ton</translation>
    </message>
    <message>
        <source>%1, silent video</source>
        <translation>%1, stummes Video</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1, noch einmal</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>%1, Übung</translation>
    </message>
    <message>
        <source>The right value was shown: this answer stays as it is.</source>
        <translation>Der richtige Wert wurde gezeigt: Diese Antwort bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The measurement of the model’s influence decides what is seen of this segment.</source>
        <translation>Die Messung des Modelleinflusses entscheidet, was von diesem Segment zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>app::ReviewActions</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment on the segment:</source>
        <translation>Kommentar zum Segment:</translation>
    </message>
    <message>
        <source>Keys give %1; Esc ends that.</source>
        <translation>Tasten geben %1; Esc beendet das.</translation>
    </message>
    <message>
        <source>The first letter of a label chooses it; Esc ends that.</source>
        <translation>Der erste Buchstabe eines Labels wählt es; Esc beendet das.</translation>
    </message>
    <message>
        <source>%1 has no step %2.</source>
        <translation>%1 hat keine Stufe %2.</translation>
    </message>
    <message>
        <source>No value of %1</source>
        <translation>Kein Wert für %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: no step %2</source>
        <translation>%1: keine Stufe %2</translation>
    </message>
    <message>
        <source>%1 has no labels that a digit could give.</source>
        <translation>%1 hat keine Labels, die eine Ziffer geben könnte.</translation>
    </message>
</context>
<context>
    <name>app::ReviewReport</name>
    <message>
        <source>undefined: %1</source>
        <translation>nicht definiert: %1</translation>
    </message>
    <message>
        <source> [%1, %2]</source>
        <translation> [%1, %2]</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>%1 ↓  %2 →</source>
        <translation>%1 ↓  %2 →</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>Varianz</translation>
    </message>
    <message>
        <source>How often which value</source>
        <translation>Wie oft welcher Wert</translation>
    </message>
    <message>
        <source>Use of the scale</source>
        <translation>Nutzung der Skala</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>Wer was sagte</translation>
    </message>
    <message>
        <source>Most disagreement</source>
        <translation>Größte Uneinigkeit</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Mean time (s)</source>
        <translation>Mittlere Zeit (s)</translation>
    </message>
    <message>
        <source>Median (s)</source>
        <translation>Median (s)</translation>
    </message>
    <message>
        <source>Peeked</source>
        <translation>Aufgedeckt</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Review of %1</source>
        <translation>Review von %1</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>There are no judgements of a first pass yet.</source>
        <translation>Es gibt noch keine Urteile eines ersten Durchgangs.</translation>
    </message>
    <message>
        <source>The same annotator again</source>
        <translation>Derselbe Annotator noch einmal</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>1st quarter</source>
        <translation>1. Viertel</translation>
    </message>
    <message>
        <source>2nd quarter</source>
        <translation>2. Viertel</translation>
    </message>
    <message>
        <source>3rd quarter</source>
        <translation>3. Viertel</translation>
    </message>
    <message>
        <source>4th quarter</source>
        <translation>4. Viertel</translation>
    </message>
    <message>
        <source>time per item (s)</source>
        <translation>Zeit je Segment (s)</translation>
    </message>
    <message>
        <source>%1: mean</source>
        <translation>%1: Mittel</translation>
    </message>
    <message>
        <source>%1: difference from the others’ mean</source>
        <translation>%1: Abstand vom Mittel der anderen</translation>
    </message>
    <message>
        <source>Drift over time</source>
        <translation>Drift über die Zeit</translation>
    </message>
    <message>
        <source>Each pass is cut into four in the order in which its answers were committed: answer i of N, counted from 0, lies in quarter 4i/N, rounded down. A label’s difference is that from the mean of the other annotators’ first passes over the same segment; segments that nobody else rated are left out of it. In brackets: how many answers a mean is of.</source>
        <translation>Jeder Durchgang ist in der Reihenfolge, in der seine Antworten bestätigt wurden, in vier Teile geteilt: Antwort i von N, gezählt ab 0, liegt im Viertel 4i/N, abgerundet. Der Abstand eines Labels ist der vom Mittel der ersten Durchgänge der anderen Annotatoren zum selben Segment; Segmente, die sonst niemand beurteilt hat, bleiben dabei außer Acht. In Klammern: aus wie vielen Antworten ein Mittel ist.</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <translation>%1 % (%2 von %3)</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Mittlerer Abstand</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>own answers within a pass</source>
        <translation>eigene Antworten im Durchgang</translation>
    </message>
    <message>
        <source>hidden gold</source>
        <translation>verborgenes Gold</translation>
    </message>
    <message>
        <source>gold of practice</source>
        <translation>Gold der Übung</translation>
    </message>
    <message>
        <source>Own answers and gold</source>
        <translation>Eigene Antworten und Gold</translation>
    </message>
    <message>
        <source>Segments that came again within a pass, and segments whose right values are known, as the view Raters and consensus has them. Beside gold, an answer is equal when it is not more than half a step away; a bias above 0 is too high. α is Krippendorff’s, ordinal, of first and second answers.</source>
        <translation>Segmente, die im selben Durchgang noch einmal kamen, und Segmente, deren richtige Werte bekannt sind, wie sie die Ansicht Annotatoren und Konsens hat. Neben Gold ist eine Antwort gleich, wenn sie höchstens einen halben Schritt entfernt liegt; eine Neigung über 0 ist zu hoch. α ist das von Krippendorff, ordinal, von ersten und zweiten Antworten.</translation>
    </message>
    <message>
        <source>Overlap at least</source>
        <translation>Überlappung mindestens</translation>
    </message>
    <message>
        <source>Found (F)</source>
        <translation>Gefunden (F)</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>Gleicher Name</translation>
    </message>
    <message>
        <source>κ of names</source>
        <translation>κ der Namen</translation>
    </message>
    <message>
        <source>Edges within</source>
        <translation>Kanten innerhalb</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F by chance</source>
        <translation>F durch Zufall</translation>
    </message>
    <message>
        <source>Beyond chance</source>
        <translation>Über Zufall</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Segments of their own</source>
        <translation>Eigene Segmente</translation>
    </message>
    <message>
        <source>uα asks whether annotators say the same at the same moments, γ whether their segments can be paired, in place and in name, B whether they cut at the same places. In the sweep stand which part of the segments was found, and how many edges lie near each other, beside chance.</source>
        <translation>uα fragt, ob Annotatoren zu denselben Zeiten dasselbe sagen, γ, ob ihre Segmente sich paaren lassen, nach Ort und Name, B, ob sie an denselben Stellen schneiden. Im Durchlauf steht, welcher Teil der Segmente gefunden wurde und wie viele Kanten nah beieinander liegen, neben dem Zufall.</translation>
    </message>
    <message>
        <source>Items of %1 groups were never compared with each other: strengths have no common rank.</source>
        <translation>Dinge aus %1 Gruppen wurden nie miteinander verglichen: Die Stärken haben keine gemeinsame Rangfolge.</translation>
    </message>
    <message>
        <source>Split-half reliability r = %1.</source>
        <translation>Reliabilität der Hälften r = %1.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>Vergleiche</translation>
    </message>
    <message>
        <source>Strengths are logits by the model of Bradley and Terry, with their 95 % interval: a difference of 1 is chosen in 73 of 100 cases. A score is (times best − times worst) / times shown.</source>
        <translation>Stärken sind Logits nach dem Modell von Bradley und Terry, mit ihrem 95-%-Intervall: Ein Unterschied von 1 wird in 73 von 100 Fällen gewählt. Ein Wert ist (wie oft bestes − wie oft schlechtestes) / wie oft gezeigt.</translation>
    </message>
</context>
<context>
    <name>app::ReviewSources</name>
    <message>
        <source>Looking for segments to review</source>
        <translation>Segmente fürs Review werden gesucht</translation>
    </message>
    <message>
        <source>Asking the model about all segments</source>
        <translation>Das Modell wird zu allen Segmenten befragt</translation>
    </message>
    <message>
        <source>Gathering segments to review</source>
        <translation>Segmente für die Durchsicht werden gesammelt</translation>
    </message>
</context>
<context>
    <name>app::ReviewTab</name>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>Who labels? Write a name into “Annotator”.</source>
        <translation>Wer labelt? Bitte einen Namen in „Annotator“ eintragen.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · Segment %2</translation>
    </message>
    <message>
        <source>Keys 0 to 3 give %1; Esc ends that.</source>
        <translation>Die Tasten 0 bis 3 geben %1; Esc beendet das.</translation>
    </message>
    <message>
        <source>The first letter of a label chooses it; Esc ends that.</source>
        <translation>Der erste Buchstabe eines Labels wählt es; Esc beendet das.</translation>
    </message>
</context>
<context>
    <name>app::RoomAdditive</name>
    <message>
        <source>Asking with each other&apos;s modalities</source>
        <translation>Fragen mit den Modalitäten der anderen</translation>
    </message>
    <message>
        <source>asking: %1 %</source>
        <translation>fragt: %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>a sum of parts: R² %1</source>
        <translation>Summe der Teile: R² %1</translation>
    </message>
    <message>
        <source>R² of the part of the prediction that is a sum of one function per modality, over %1 of %2 segments. Farthest from a sum:</source>
        <translation>R² des Teils der Vorhersage, der eine Summe aus je einer Funktion pro Modalität ist, über %1 von %2 Segmenten. Am weitesten von einer Summe:</translation>
    </message>
    <message>
        <source>the model says the same of all segments</source>
        <translation>das Modell sagt von allen Segmenten dasselbe</translation>
    </message>
    <message>
        <source>A sum?</source>
        <translation>Eine Summe?</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>app::RoomComparison</name>
    <message>
        <source>Asking another model about the dataset</source>
        <translation>Ein anderes Modell zum Datensatz befragen</translation>
    </message>
    <message>
        <source>%1 is being asked about all segments…</source>
        <translation>%1 wird zu allen Segmenten befragt…</translation>
    </message>
    <message>
        <source>The question was stopped.</source>
        <translation>Die Frage wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>app::RoomConcepts</name>
    <message>
        <source>Looking for kept concepts</source>
        <translation>Behaltene Konzepte suchen</translation>
    </message>
    <message>
        <source>The model gives probabilities: what a unit adds to them is not known on their scale.</source>
        <translation>Das Modell gibt Wahrscheinlichkeiten an: Was eine Einheit dazu beiträgt, ist auf deren Skala nicht bekannt.</translation>
    </message>
    <message>
        <source>Making the table of concepts</source>
        <translation>Tabelle der Konzepte anlegen</translation>
    </message>
    <message>
        <source>Taking muted concepts away</source>
        <translation>Stumme Konzepte herausrechnen</translation>
    </message>
    <message>
        <source>%1 units, %2 at a time, of %3 (%4 numbers)</source>
        <translation>%1 Einheiten, %2 zugleich, von %3 (%4 Zahlen)</translation>
    </message>
    <message>
        <source>hold %1 % of it, %2 % beyond the training</source>
        <translation>enthalten %1 % davon, über das Training hinaus %2 %</translation>
    </message>
    <message>
        <source>hold %1 % of it</source>
        <translation>enthalten %1 % davon</translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n stumm</numerusform>
            <numerusform>%n stumm</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is being asked: %1 %</source>
        <translation>Das Modell wird befragt: %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The model or the data have changed since concepts were found.</source>
        <translation>Modell oder Daten haben sich geändert, seit Konzepte gefunden wurden.</translation>
    </message>
    <message>
        <source>Find them again</source>
        <translation>Neu finden</translation>
    </message>
    <message>
        <source>Find the concepts</source>
        <translation>Konzepte finden</translation>
    </message>
    <message>
        <source>Finding the concepts of the model</source>
        <translation>Konzepte des Modells finden</translation>
    </message>
    <message numerus="yes">
        <source>says little: %n number(s)</source>
        <translation>
            <numerusform>sagt wenig: %n Zahl</numerusform>
            <numerusform>sagt wenig: %n Zahlen</numerusform>
        </translation>
    </message>
    <message>
        <source>What a segment is to the model where it fuses words, sound and face can be taken apart into 64 units at most, of which a segment has 8 at most. Each adds something to the prediction, and is seen in the segments where it is strongest.</source>
        <translation>Was ein Segment für das Modell ist, wo es Wörter, Ton und Gesicht verbindet, lässt sich in höchstens 64 Einheiten zerlegen, von denen ein Segment höchstens 8 hat. Jede trägt etwas zur Vorhersage bei und zeigt sich in den Segmenten, in denen sie am stärksten ist.</translation>
    </message>
    <message>
        <source>Concepts are of one output: choose one of the classes in the head, in the place of all.</source>
        <translation>Konzepte betreffen eine Ausgabe: Wählen Sie im Kopf eine der Klassen statt aller.</translation>
    </message>
</context>
<context>
    <name>app::RoomModels</name>
    <message>
        <source>Looking for models of the dataset view</source>
        <translation>Modelle für die Datensatzansicht werden gesucht</translation>
    </message>
    <message>
        <source>looks at recordings; here models of sequences are asked</source>
        <translation>sieht Aufnahmen an; hier werden Modelle von Sequenzen gefragt</translation>
    </message>
    <message>
        <source>learnt without labels: it predicts none</source>
        <translation>ohne Labels gelernt: Es sagt keine vorher</translation>
    </message>
    <message>
        <source>wants recordings</source>
        <translation>braucht Aufnahmen</translation>
    </message>
</context>
<context>
    <name>app::RoomPoints</name>
    <message>
        <source>Making the points of the dataset view</source>
        <translation>Punkte der Datensatzansicht werden gemacht</translation>
    </message>
    <message>
        <source>class: %1</source>
        <translation>Klasse: %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>app::RoomSlices</name>
    <message>
        <source>Looking at slices</source>
        <translation>Teilmengen werden angesehen</translation>
    </message>
    <message>
        <source>none worse beyond chance</source>
        <translation>keine über den Zufall hinaus schlechter</translation>
    </message>
    <message numerus="yes">
        <source>* %n worse beyond chance</source>
        <translation>
            <numerusform>* %n über den Zufall hinaus schlechter</numerusform>
            <numerusform>* %n über den Zufall hinaus schlechter</numerusform>
        </translation>
    </message>
    <message>
        <source>worst first · dashed: all, MAE %1 · %2 (BH 5 %)</source>
        <translation>schlechteste zuerst · gestrichelt: alle, MAE %1 · %2 (BH 5 %)</translation>
    </message>
    <message>
        <source>worst first · dashed: all, %1 wrong · %2 (BH 5 %)</source>
        <translation>schlechteste zuerst · gestrichelt: alle, %1 falsch · %2 (BH 5 %)</translation>
    </message>
</context>
<context>
    <name>app::Routing</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>Ein blindes Review läuft: Von anderen wird nichts gesagt, bis es verlassen wird.</translation>
    </message>
    <message>
        <source>Fitting the model of annotators</source>
        <translation>Passt das Modell der Annotierenden an</translation>
    </message>
    <message>
        <source>The fit was stopped. Any further answer begins it again.</source>
        <translation>Die Anpassung wurde angehalten. Jede weitere Antwort beginnt sie von neuem.</translation>
    </message>
</context>
<context>
    <name>app::RunFigures</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1 (95 %: %2 … %3)</source>
        <translation>%1 (95 %: %2 … %3)</translation>
    </message>
    <message numerus="yes">
        <source>Of %n test segment(s): %1. Segments of one video are alike, so that it is less sure than that.</source>
        <translation>
            <numerusform>Von %n Test-Segment: %1. Segmente eines Videos ähneln sich, also ist es weniger sicher.</numerusform>
            <numerusform>Von %n Test-Segmenten: %1. Segmente eines Videos ähneln sich, also ist es weniger sicher.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RunFolderField</name>
    <message>
        <source>The folder of this run</source>
        <translation>Der Ordner dieses Laufs</translation>
    </message>
</context>
<context>
    <name>app::RunFolderTexts</name>
    <message>
        <source>The program ended without a word: it was killed, or found no memory.</source>
        <translation>Das Programm endete ohne ein Wort: Es wurde beendet oder fand keinen Speicher.</translation>
    </message>
</context>
<context>
    <name>app::RunsPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Reproduce</source>
        <translation>Wieder&amp;holen</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
        <source>Other &amp;folder…</source>
        <translation>Anderer &amp;Ordner…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Beste Epoche</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Several runs are selected with Ctrl; their curves lie over each other. Figures are those of the test fold.</source>
        <translation>Mit Strg werden mehrere Läufe gewählt; ihre Kurven liegen übereinander. Die Werte sind die des Test-Folds.</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>Was die Kurven zeigen</translation>
    </message>
    <message>
        <source>Losses (dashed: learnt from, solid: validation)</source>
        <translation>Verluste (gestrichelt: Training, durchgezogen: Validierung)</translation>
    </message>
    <message>
        <source>The figure that decides which epoch is best</source>
        <translation>Der Wert, der über die beste Epoche entscheidet</translation>
    </message>
    <message>
        <source>The segments that were learnt from: what is easy, ambiguous, hard</source>
        <translation>Die gelernten Segmente: was leicht, mehrdeutig, schwer ist</translation>
    </message>
    <message>
        <source>A click plays the segment.</source>
        <translation>Ein Klick spielt das Segment ab.</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>Wenn das Fenster schließt</translation>
    </message>
    <message>
        <source>When the window closes: ask</source>
        <translation>Wenn das Fenster schließt: fragen</translation>
    </message>
    <message>
        <source>When the window closes: runs go on</source>
        <translation>Wenn das Fenster schließt: Läufe gehen weiter</translation>
    </message>
    <message>
        <source>When the window closes: runs stop</source>
        <translation>Wenn das Fenster schließt: Läufe anhalten</translation>
    </message>
    <message>
        <source>A folder of runs</source>
        <translation>Ein Ordner mit Läufen</translation>
    </message>
    <message>
        <source>Runs in %1</source>
        <translation>Läufe in %1</translation>
    </message>
    <message>
        <source>running: %1 alone, for comparison</source>
        <translation>läuft: %1 allein, zum Vergleich</translation>
    </message>
    <message>
        <source>running: reads the data</source>
        <translation>läuft: liest die Daten</translation>
    </message>
    <message>
        <source>running: epoch %1 of %2 at most</source>
        <translation>läuft: Epoche %1 von höchstens %2</translation>
    </message>
    <message numerus="yes">
        <source>done after %n epoch(s)</source>
        <translation>
            <numerusform>fertig nach %n Epoche</numerusform>
            <numerusform>fertig nach %n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n epoch(s)</source>
        <translation>
            <numerusform>angehalten nach %n Epoche</numerusform>
            <numerusform>angehalten nach %n Epochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>broken off after %n epoch(s)</source>
        <translation>
            <numerusform>abgebrochen nach %n Epoche</numerusform>
            <numerusform>abgebrochen nach %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What was learnt up to its last epoch is kept.</source>
        <translation>%1 Was bis zu seiner letzten Epoche gelernt wurde, ist erhalten.</translation>
    </message>
    <message>
        <source>It can go on where it was stopped, or be used as it is: the weights of its best epoch are a model.</source>
        <translation>Er kann weitergehen, wo er angehalten wurde, oder so verwendet werden: Die Gewichte seiner besten Epoche sind ein Modell.</translation>
    </message>
    <message>
        <source>Select one run.</source>
        <translation>Wählen Sie einen Lauf.</translation>
    </message>
    <message>
        <source>The segments are being read…</source>
        <translation>Die Segmente werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing was noted of this run&apos;s segments; train with --dynamics.</source>
        <translation>Über die Segmente dieses Laufs wurde nichts notiert; trainieren Sie mit --dynamics.</translation>
    </message>
    <message>
        <source>There are no runs in this folder yet.</source>
        <translation>In diesem Ordner gibt es noch keine Läufe.</translation>
    </message>
    <message>
        <source>Select a run to see its curves.</source>
        <translation>Wählen Sie einen Lauf, um seine Kurven zu sehen.</translation>
    </message>
    <message>
        <source>No epoch is over yet.</source>
        <translation>Noch ist keine Epoche vorbei.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>%n Lauf ist gewählt.</numerusform>
            <numerusform>%n Läufe sind gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
    <message numerus="yes">
        <source>running: silent for %n minute(s)</source>
        <translation>
            <numerusform>läuft: seit %n Minute still</numerusform>
            <numerusform>läuft: seit %n Minuten still</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends after its batch. Where it does not, Stop ends it at once; what it learnt up to its last epoch is kept.</source>
        <translation>Es endet nach seinem Batch. Tut es das nicht, beendet Anhalten es sofort; was bis zur letzten Epoche gelernt wurde, bleibt.</translation>
    </message>
    <message>
        <source>It writes nothing for far longer than its epochs took: it hangs, or waits for a disk. Stop ends it, and Go on takes it up at its last epoch.</source>
        <translation>Es schreibt viel länger nichts, als seine Epochen dauerten: Es hängt oder wartet auf einen Datenträger. Anhalten beendet es, Fortsetzen nimmt es bei seiner letzten Epoche auf.</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>Zahlen von</translation>
    </message>
    <message>
        <source>On the held-out fold, of the label that is named before: of sentiment where the model predicts it, otherwise of all its labels together</source>
        <translation>Auf dem zurückgehaltenen Fold, von dem Label, das davor genannt ist: von sentiment, wo das Modell es vorhersagt, sonst von allen seinen Labels zusammen</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>allen Labels</translation>
    </message>
    <message>
        <source>Suspicious &amp;labels…</source>
        <translation>Verdächtige &amp;Labels…</translation>
    </message>
    <message>
        <source>Train a&amp;gain</source>
        <translation>&amp;Neu trainieren</translation>
    </message>
    <message>
        <source>Looks for labels that models which have not seen their video do not believe</source>
        <translation>Sucht nach Labels, denen Modelle, die ihr Video nicht gesehen haben, nicht glauben</translation>
    </message>
    <message>
        <source>Learns the same with the labels as they are now, three seeds each, and says what their changes brought</source>
        <translation>Lernt dasselbe mit den Labels, wie sie jetzt sind, mit je drei Startwerten, und sagt, was ihre Änderungen gebracht haben</translation>
    </message>
    <message>
        <source>waits for its command</source>
        <translation>wartet auf seinen Befehl</translation>
    </message>
    <message>
        <source>no test</source>
        <translation>kein Test</translation>
    </message>
    <message>
        <source>Its command was copied, and nobody has given it yet: polylogue-models train %1</source>
        <translation>Sein Befehl wurde kopiert, und noch niemand hat ihn gegeben: polylogue-models train %1</translation>
    </message>
    <message>
        <source>It had no test: how good it is on videos that it has not seen, nothing tells.</source>
        <translation>Er hatte keinen Test: Wie gut er bei ungesehenen Videos ist, sagt nichts.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>How many held-out segments the figures are of</source>
        <translation>Von wie vielen zurückgehaltenen Segmenten die Zahlen sind</translation>
    </message>
</context>
<context>
    <name>app::ScriptEdits</name>
    <message>
        <source>new tier %1 of a script</source>
        <translation>neue Ebene %1 eines Skripts</translation>
    </message>
    <message>
        <source>segments of %1 by a script</source>
        <translation>Segmente von %1 durch ein Skript</translation>
    </message>
</context>
<context>
    <name>app::ScriptLayers</name>
    <message>
        <source>from a script</source>
        <translation>von einem Skript</translation>
    </message>
</context>
<context>
    <name>app::ScriptRecorder</name>
    <message>
        <source>Open a video first: a script does the same with it again.</source>
        <translation>Öffnen Sie zuerst ein Video: Ein Skript tut mit ihm noch einmal dasselbe.</translation>
    </message>
    <message>
        <source>What you do is written down as a script, until you choose Record a script again.</source>
        <translation>Was Sie tun, wird als Skript aufgeschrieben, bis Sie noch einmal „Skript aufzeichnen“ wählen.</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>Writing the script</source>
        <translation>Das Skript wird geschrieben</translation>
    </message>
    <message>
        <source>The script is written. It runs while a window listens (polylogue --listen).</source>
        <translation>Das Skript ist geschrieben. Es läuft, während ein Fenster lauscht (polylogue --listen).</translation>
    </message>
</context>
<context>
    <name>app::Scripting</name>
    <message>
        <source>A script was cut off: %1</source>
        <translation>Ein Skript wurde getrennt: %1</translation>
    </message>
</context>
<context>
    <name>app::SeenVideos</name>
    <message>
        <source>Reading what was seen</source>
        <translation>Was zu sehen war, wird gelesen</translation>
    </message>
</context>
<context>
    <name>app::SegmentActions</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>Ein blindes Review läuft: Über andere wird nichts gesagt, bis es verlassen ist.</translation>
    </message>
    <message>
        <source>Comparing segments</source>
        <translation>Segmente werden verglichen</translation>
    </message>
    <message>
        <source>The comparison was stopped. Any change of a segment begins it again.</source>
        <translation>Der Vergleich wurde angehalten. Jede Änderung eines Segments beginnt ihn erneut.</translation>
    </message>
</context>
<context>
    <name>app::SegmentAgreementDialog</name>
    <message>
        <source>Tier, and the label that names segments</source>
        <translation>Ebene, und das Label, das Segmente benennt</translation>
    </message>
    <message>
        <source>Figures of agreement</source>
        <translation>Größen der Übereinstimmung</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>Was sie fragt</translation>
    </message>
    <message>
        <source>Where two people differ</source>
        <translation>Wo zwei Personen sich unterscheiden</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What they marked</source>
        <translation>Was sie markiert haben</translation>
    </message>
    <message>
        <source>How far the figures are</source>
        <translation>Wie weit die Größen sind</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Agreement on segments</source>
        <translation>Übereinstimmung bei Segmenten</translation>
    </message>
    <message>
        <source>A click, or Enter, goes to the place and plays it.</source>
        <translation>Ein Klick oder Eingabe geht an die Stelle und spielt sie ab.</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>Two at a time</source>
        <translation>Je zwei</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Pairs of annotators</source>
        <translation>Paare von Annotatoren</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>κ of names</source>
        <translation>κ der Namen</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>F of segments that overlap at all</source>
        <translation>F der Segmente, die sich überhaupt überlappen</translation>
    </message>
    <message>
        <source>Cohen’s κ of the names of what both found</source>
        <translation>Cohens κ der Namen dessen, was beide gefunden haben</translation>
    </message>
    <message>
        <source>F of edges not more than 0.25 s apart, beyond what turned edges reach by chance</source>
        <translation>F der Grenzen, die höchstens 0,25 s auseinander liegen, über dem, was gedrehte Grenzen zufällig erreichen</translation>
    </message>
    <message>
        <source>Comparing segments…</source>
        <translation>Segmente werden verglichen …</translation>
    </message>
    <message>
        <source>There is nothing to compare. Two people need segments of their own on tiers of one name, each with the person as its annotator: gesture/anna, gesture/ben.</source>
        <translation>Es gibt nichts zu vergleichen. Zwei Personen brauchen eigene Segmente auf Ebenen eines Namens, jede mit der Person als Annotator: gesture/anna, gesture/ben.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jede</translation>
    </message>
    <message>
        <source>Found by both (F), by overlap</source>
        <translation>Von beiden gefunden (F), nach Überlappung</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Edges in common (F), by distance; dashed: chance</source>
        <translation>Gemeinsame Grenzen (F), nach Abstand; gestrichelt: Zufall</translation>
    </message>
    <message>
        <source>Where %1 differ: the first %2 of %3 places</source>
        <translation>Wo %1 sich unterscheiden: die ersten %2 von %3 Stellen</translation>
    </message>
    <message numerus="yes">
        <source>Where %1 differ: %n place(s)</source>
        <translation>
            <numerusform>Wo %1 sich unterscheiden: %n Stelle</numerusform>
            <numerusform>Wo %1 sich unterscheiden: %n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentEdits</name>
    <message>
        <source>move edge of a segment</source>
        <translation>Grenze eines Segments verschieben</translation>
    </message>
    <message>
        <source>move edge of “%1”</source>
        <translation>Grenze von „%1“ verschieben</translation>
    </message>
    <message>
        <source>The answers to this segment moved with it; they were given for other times: %1.</source>
        <translation>Die Antworten zu diesem Segment sind mitgewandert; sie wurden zu anderen Zeiten gegeben: %1.</translation>
    </message>
    <message>
        <source>split %1</source>
        <translation>%1 teilen</translation>
    </message>
    <message>
        <source>There is nothing behind it to merge with.</source>
        <translation>Dahinter ist nichts, womit verbunden werden könnte.</translation>
    </message>
    <message>
        <source>merge %1 and %2</source>
        <translation>%1 und %2 verbinden</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>%n Wort löschen</numerusform>
            <numerusform>%n Wörter löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n segment(s)</source>
        <translation>
            <numerusform>%n Segment löschen</numerusform>
            <numerusform>%n Segmente löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n word(s)</source>
        <translation>
            <numerusform>%n Wort einfügen</numerusform>
            <numerusform>%n Wörter einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n segment(s)</source>
        <translation>
            <numerusform>%n Segment einfügen</numerusform>
            <numerusform>%n Segmente einfügen</numerusform>
        </translation>
    </message>
    <message>
        <source>new word</source>
        <translation>neues Wort</translation>
    </message>
    <message>
        <source>new segment</source>
        <translation>neues Segment</translation>
    </message>
    <message>
        <source>text “%1”</source>
        <translation>Text „%1“</translation>
    </message>
    <message>
        <source>start of “%1”</source>
        <translation>Anfang von „%1“</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
</context>
<context>
    <name>app::SegmentInSight</name>
    <message>
        <source>segment %1 of %2</source>
        <translation>Segment %1 von %2</translation>
    </message>
    <message>
        <source>no segment here</source>
        <translation>hier kein Segment</translation>
    </message>
    <message>
        <source>This video has no labelled segments yet. “Make labelled segments” in the menu Label makes them; “Use as labelled segments” takes an imported tier.</source>
        <translation>Dieses Video hat noch keine gelabelten Segmente. „Gelabelte Segmente anlegen“ im Menü Label legt sie an; „Als gelabelte Segmente verwenden“ nimmt eine importierte Spur.</translation>
    </message>
    <message>
        <source>Move the playhead onto a labelled segment.</source>
        <translation>Den Abspielkopf auf ein gelabeltes Segment setzen.</translation>
    </message>
    <message>
        <source>This video has no labelled segments that a digit could label.</source>
        <translation>Dieses Video hat keine gelabelten Segmente, die eine Ziffer labeln könnte.</translation>
    </message>
    <message>
        <source>There is no labelled segment under the playhead.</source>
        <translation>An der Abspielposition ist kein gelabeltes Segment.</translation>
    </message>
</context>
<context>
    <name>app::SegmentJump</name>
    <message>
        <source>The dataset has no video “%1”.</source>
        <translation>Der Datensatz hat kein Video „%1“.</translation>
    </message>
    <message>
        <source>%1 has no segment %2; its segments are counted from 0.</source>
        <translation>%1 hat kein Segment %2; Segmente werden ab 0 gezählt.</translation>
    </message>
</context>
<context>
    <name>app::SegmentMaker</name>
    <message>
        <source>Open a video first: segments belong to one.</source>
        <translation>Zuerst ein Video öffnen: Segmente gehören zu einem.</translation>
    </message>
    <message>
        <source>Reading words and labels</source>
        <translation>Wörter und Labels werden gelesen</translation>
    </message>
    <message>
        <source>Listening for pauses</source>
        <translation>Pausen werden gesucht</translation>
    </message>
    <message>
        <source>Stopped: no segments were made.</source>
        <translation>Angehalten: Es wurden keine Segmente angelegt.</translation>
    </message>
    <message>
        <source>make labelled segments</source>
        <translation>gelabelte Segmente anlegen</translation>
    </message>
    <message>
        <source>No segments were found: there is no speech between pauses, or there are no words.</source>
        <translation>Keine Segmente gefunden: Es gibt keine Sprache zwischen Pausen oder keine Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>%n Segment wurde angelegt.</numerusform>
            <numerusform>%n Segmente wurden angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have such segments already and were left as they are.</source>
        <translation>
            <numerusform>%n Video hat schon solche Segmente und blieb, wie es ist.</numerusform>
            <numerusform>%n Videos haben schon solche Segmente und blieben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking how long videos are</source>
        <translation>Nachsehen, wie lang Videos sind</translation>
    </message>
    <message>
        <source>No segments were made: there is neither a recording nor a feature that says how long the video is.</source>
        <translation>Es wurden keine Segmente angelegt: Weder eine Aufnahme noch ein Merkmal sagt, wie lang das Video ist.</translation>
    </message>
</context>
<context>
    <name>app::SegmentMenu</name>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergeben</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
</context>
<context>
    <name>app::SegmentTextField</name>
    <message>
        <source>Text of the word</source>
        <translation>Text des Wortes</translation>
    </message>
    <message>
        <source>Text of the segment</source>
        <translation>Text des Segments</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
</context>
<context>
    <name>app::SegmentTexts</name>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Beside %1, %2 %3 and %4 (medians).</source>
        <translation>Neben %1: %2 %3 und %4 (Mediane).</translation>
    </message>
    <message>
        <source>begins %1 s later</source>
        <translation>beginnt %1 s später</translation>
    </message>
    <message>
        <source>begins %1 s earlier</source>
        <translation>beginnt %1 s früher</translation>
    </message>
    <message>
        <source>begins at the same time</source>
        <translation>beginnt zur selben Zeit</translation>
    </message>
    <message>
        <source>ends %1 s later</source>
        <translation>endet %1 s später</translation>
    </message>
    <message>
        <source>ends %1 s earlier</source>
        <translation>endet %1 s früher</translation>
    </message>
    <message>
        <source>ends at the same time</source>
        <translation>endet zur selben Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 cut %n video(s) into segments of their own.</source>
        <translation>
            <numerusform>%1 haben %n Video in eigene Segmente geschnitten.</numerusform>
            <numerusform>%1 haben %n Videos in eigene Segmente geschnitten.</numerusform>
        </translation>
    </message>
    <message>
        <source>kuα of “%1”</source>
        <translation>kuα von „%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>undefiniert</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>from 5 videos on</source>
        <translation>ab 5 Videos</translation>
    </message>
    <message>
        <source>Do they say the same at the same moments?</source>
        <translation>Sagen sie in denselben Momenten dasselbe?</translation>
    </message>
    <message>
        <source>Do they mark the same moments at all?</source>
        <translation>Markieren sie überhaupt dieselben Momente?</translation>
    </message>
    <message>
        <source>Where both marked, do they say the same?</source>
        <translation>Sagen sie dasselbe, wo beide markiert haben?</translation>
    </message>
    <message>
        <source>Can their segments be paired, in place and in name?</source>
        <translation>Lassen sich ihre Segmente paaren, nach Ort und Namen?</translation>
    </message>
    <message>
        <source>Do they cut at the same places?</source>
        <translation>Schneiden sie an denselben Stellen?</translation>
    </message>
    <message>
        <source>Do they cut at the same places, beyond chance?</source>
        <translation>Schneiden sie an denselben Stellen, über den Zufall hinaus?</translation>
    </message>
    <message>
        <source>Is “%1” used alike?</source>
        <translation>Wird „%1“ gleich gebraucht?</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n Rater</numerusform>
            <numerusform>%n Rater</numerusform>
        </translation>
    </message>
    <message>
        <source>Another rater marked something in %1 % of the time of this name.</source>
        <translation>In %1 % der Zeit dieses Namens hat ein anderer Rater etwas markiert.</translation>
    </message>
    <message>
        <source>Chance from %1 samples, seed %2</source>
        <translation>Zufall aus %1 Stichproben, Startwert %2</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>No segment of one overlaps one of the other.</source>
        <translation>Kein Segment des einen überlappt eines des anderen.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n segment(s) that both found, %1 % have the same name.</source>
        <translation>
            <numerusform>Von %n Segment, das beide gefunden haben, haben %1 % denselben Namen.</numerusform>
            <numerusform>Von %n Segmenten, die beide gefunden haben, haben %1 % denselben Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>κ of the names is %1.</source>
        <translation>κ der Namen ist %1.</translation>
    </message>
    <message>
        <source>κ of the names is undefined: both always say one and the same.</source>
        <translation>κ der Namen ist undefiniert: Beide sagen immer ein und dasselbe.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>only %1: %2</source>
        <translation>nur %1: %2</translation>
    </message>
</context>
<context>
    <name>app::SegmentsDialog</name>
    <message>
        <source>From the &amp;pauses of speech, as the sound has them</source>
        <translation>Nach den Sprech&amp;pausen im Ton</translation>
    </message>
    <message>
        <source>From the &amp;sentences of the words</source>
        <translation>Nach den &amp;Sätzen der Wörter</translation>
    </message>
    <message>
        <source>&amp;Evenly, one after the other</source>
        <translation>Gl&amp;eichmäßig hintereinander</translation>
    </message>
    <message>
        <source>Make labelled segments</source>
        <translation>Gelabelte Segmente anlegen</translation>
    </message>
    <message>
        <source>This video has no words yet.</source>
        <translation>Dieses Video hat noch keine Wörter.</translation>
    </message>
    <message>
        <source>Segments get their sentiment and emotions by hand afterwards. Their edges can be moved like those of words.</source>
        <translation>Sentiment und Emotionen der Segmente werden danach von Hand vergeben. Ihre Kanten lassen sich wie die von Wörtern verschieben.</translation>
    </message>
    <message>
        <source>A pause en&amp;ds a segment from</source>
        <translation>Eine Pause been&amp;det ein Segment ab</translation>
    </message>
    <message>
        <source>Each segment &amp;lasts</source>
        <translation>Jedes Segment &amp;dauert</translation>
    </message>
    <message>
        <source>&amp;Make segments</source>
        <translation>Segmente &amp;anlegen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Where the la&amp;belled segments are</source>
        <translation>Wo die ge&amp;labelten Segmente sind</translation>
    </message>
    <message numerus="yes">
        <source>In &amp;all %n video(s), but for those that have some</source>
        <translation>
            <numerusform>Im &amp;Video, wenn es keine hat</numerusform>
            <numerusform>In allen %n &amp;Videos, außer denen, die welche haben</numerusform>
        </translation>
    </message>
    <message>
        <source>Make segments of %1</source>
        <translation>Segmente von %1 anlegen</translation>
    </message>
    <message>
        <source>Segments get their labels by hand afterwards: a digit gives the value, or the term of that place. Their edges can be moved like those of words.</source>
        <translation>Ihre Labels bekommen die Segmente danach von Hand: Eine Ziffer gibt den Wert oder den Begriff an dieser Stelle. Ihre Kanten lassen sich verschieben wie die von Wörtern.</translation>
    </message>
    <message>
        <source>The &amp;whole video as one</source>
        <translation>Das &amp;ganze Video als eines</translation>
    </message>
    <message>
        <source>This video has no recording.</source>
        <translation>Dieses Video hat keine Aufnahme.</translation>
    </message>
</context>
<context>
    <name>app::SelectionActions</name>
    <message>
        <source>There are no words or segments on the clipboard.</source>
        <translation>In der Zwischenablage sind keine Wörter oder Segmente.</translation>
    </message>
    <message>
        <source>Open a video to paste into.</source>
        <translation>Öffnen Sie ein Video, in das eingefügt werden soll.</translation>
    </message>
</context>
<context>
    <name>app::SequenceOffsetMenu</name>
    <message>
        <source>Se&amp;quence offsets</source>
        <translation>Versatz der Se&amp;quenzen</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1: %2 s…</source>
        <translation>%1: %2 s…</translation>
    </message>
    <message>
        <source>No video with sequences is open</source>
        <translation>Kein Video mit Sequenzen ist offen</translation>
    </message>
    <message>
        <source>offset of %1</source>
        <translation>Versatz von %1</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>the picture</source>
        <translation>das Bild</translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>the alignment</source>
        <translation>die Ausrichtung</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>das Projekt</translation>
    </message>
</context>
<context>
    <name>app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language and size count from the next start on.</source>
        <translation>Sprache und Größe gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Annotator</translation>
    </message>
    <message>
        <source>&amp;Examine files without limits</source>
        <translation>Dateien ohne Grenzen &amp;prüfen</translation>
    </message>
    <message>
        <source>Unknown csd files are examined in a process of their own, which may take time and memory by the size of the file. Lift these limits for files that you trust.</source>
        <translation>Unbekannte csd-Dateien werden in einem eigenen Prozess geprüft, der so viel Zeit und Speicher haben darf, wie die Größe der Datei erwarten lässt. Heben Sie diese Grenzen für Dateien auf, denen Sie vertrauen.</translation>
    </message>
    <message>
        <source>American English</source>
        <translation>Amerikanisches Englisch</translation>
    </message>
    <message>
        <source>A folder with an acoustic model of PocketSphinx, its dictionary and phone map: words of another language are sought with it.</source>
        <translation>Ein Ordner mit einem akustischen Modell von PocketSphinx, seinem Wörterbuch und seiner Lauttabelle: damit werden Wörter einer anderen Sprache gesucht.</translation>
    </message>
    <message>
        <source>GloVe .txt, word2vec .txt or .bin, fastText .vec. A dataset keeps the vectors of its own words.</source>
        <translation>GloVe .txt, word2vec .txt oder .bin, fastText .vec. Ein Datensatz behält die Vektoren seiner eigenen Wörter.</translation>
    </message>
    <message>
        <source>S&amp;peech model</source>
        <translation>Sp&amp;rachmodell</translation>
    </message>
    <message>
        <source>Folder of a speech model</source>
        <translation>Ordner eines Sprachmodells</translation>
    </message>
    <message>
        <source>&amp;Vectors of words</source>
        <translation>&amp;Vektoren der Wörter</translation>
    </message>
    <message>
        <source>File of word vectors</source>
        <translation>Datei mit Wortvektoren</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>As their folders demand</source>
        <translation>Wie es ihre Ordner verlangen</translation>
    </message>
    <message>
        <source>As on a disk of this machine</source>
        <translation>Wie auf einer Platte dieses Rechners</translation>
    </message>
    <message>
        <source>As on a network</source>
        <translation>Wie in einem Netz</translation>
    </message>
    <message>
        <source>On a network, projects are written without memory that only the processes of one machine share, and whoever looks on gets a copy. Choose for yourself when a folder is taken for the other kind.</source>
        <translation>In einem Netz werden Projekte ohne Speicher geschrieben, den nur die Prozesse eines Rechners teilen, und wer zusieht, bekommt eine Kopie. Wählen Sie selbst, wenn ein Ordner für die andere Art gehalten wird.</translation>
    </message>
    <message>
        <source>P&amp;rojects are kept</source>
        <translation>P&amp;rojekte werden gehalten</translation>
    </message>
    <message>
        <source>GloVe, else spelling, built in</source>
        <translation>GloVe, sonst Schreibung, eingebaut</translation>
    </message>
    <message>
        <source>A file of yours with the nets that make blendshapes of a face: Google publishes it for MediaPipe&apos;s Face Landmarker under the Apache-2.0 licence. This program fetches nothing.</source>
        <translation>Eine eigene Datei mit den Netzen, die Blendshapes eines Gesichts machen: Google veröffentlicht sie für MediaPipes Face Landmarker unter der Lizenz Apache-2.0. Dieses Programm lädt nichts.</translation>
    </message>
    <message>
        <source>&amp;Blendshapes</source>
        <translation>&amp;Blendshapes</translation>
    </message>
    <message>
        <source>A face_landmarker.task</source>
        <translation>Eine face_landmarker.task</translation>
    </message>
    <message>
        <source>without colours</source>
        <translation>ohne Farben</translation>
    </message>
    <message>
        <source>A folder of yours with wheel1.xlsx to wheel5.xlsx, synonym.xlsx and format.csv, as the MER challenges give them out: words of a set get the colour of what they are on the wheel.</source>
        <translation>Ein Ordner von Ihnen mit wheel1.xlsx bis wheel5.xlsx, synonym.xlsx und format.csv, wie die MER-Wettbewerbe sie ausgeben: Wörter einer Menge erhalten die Farbe dessen, was sie auf dem Rad sind.</translation>
    </message>
    <message>
        <source>Folder with tables of emotion wheels</source>
        <translation>Ordner mit Tabellen von Emotionsrädern</translation>
    </message>
    <message>
        <source>Emotion &amp;wheels</source>
        <translation>&amp;Emotionsräder</translation>
    </message>
</context>
<context>
    <name>app::SharedOutPage</name>
    <message>
        <source>Which file goes to whom</source>
        <translation>Welche Datei an wen geht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Segments to judge</source>
        <translation>Zu beurteilende Segmente</translation>
    </message>
    <message>
        <source>Send each person their file, and the recordings if they do not have them: in the file&apos;s own folder they are found.</source>
        <translation>Schicken Sie jeder Person ihre Datei und, falls sie sie nicht hat, die Aufnahmen: Im Ordner der Datei werden sie gefunden.</translation>
    </message>
    <message>
        <source>Each opens the file (File → Open files…): the pass begins by itself. Every answer is kept in that file; there is nothing to export.</source>
        <translation>Jede öffnet die Datei (Datei → Dateien öffnen…): Der Durchgang beginnt von selbst. Jede Antwort bleibt in dieser Datei; zu exportieren ist nichts.</translation>
    </message>
    <message>
        <source>When it is done, each sends the same file back to you.</source>
        <translation>Wenn alles beurteilt ist, schickt jede dieselbe Datei an Sie zurück.</translation>
    </message>
    <message>
        <source>You take in each file that comes back, in this project: File → Project → Merge another copy…</source>
        <translation>Jede Datei, die zurückkommt, nehmen Sie in dieses Projekt auf: Datei → Projekt → Andere Kopie zusammenführen…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), one for each person, lie in %1.</source>
        <translation>
            <numerusform>%n Datei liegt in %1.</numerusform>
            <numerusform>%n Dateien, eine für jede Person, liegen in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SharingActions</name>
    <message>
        <source>Open a dataset first: its project keeps who judges what.</source>
        <translation>Öffnen Sie erst einen Datensatz: Sein Projekt hält fest, wer was beurteilt.</translation>
    </message>
    <message>
        <source>Where the invitations will lie</source>
        <translation>Wo die Einladungen liegen werden</translation>
    </message>
</context>
<context>
    <name>app::SharingDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share out the work</source>
        <translation>Arbeit aufteilen</translation>
    </message>
    <message>
        <source>One name per line</source>
        <translation>Ein Name je Zeile</translation>
    </message>
    <message>
        <source>The same seed shares in the same way</source>
        <translation>Dieselbe Zahl teilt auf dieselbe Weise auf</translation>
    </message>
    <message>
        <source>Segments that several judge tell how far people agree</source>
        <translation>Segmente, die mehrere beurteilen, sagen, wie weit man übereinstimmt</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>&amp;Annotatoren</translation>
    </message>
    <message>
        <source>Judged by &amp;several</source>
        <translation>Von &amp;mehreren beurteilt</translation>
    </message>
    <message>
        <source>By &amp;how many</source>
        <translation>Von &amp;wie vielen</translation>
    </message>
    <message>
        <source>Hidden &amp;gold</source>
        <translation>Verborgenes &amp;Gold</translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>Wieder&amp;holungen</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>Each gets a blind pass, and a file with this pass alone: open it, judge, and send it back. File → Project → Merge another copy… takes it.</source>
        <translation>Jeder bekommt einen blinden Durchgang und eine Datei allein damit: öffnen, urteilen, zurückschicken. Datei → Projekt → Andere Kopie zusammenführen… nimmt sie an.</translation>
    </message>
    <message>
        <source>&amp;Write the invitations…</source>
        <translation>&amp;Einladungen schreiben…</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) are there to judge.</source>
        <translation>
            <numerusform>%n Segment ist zu beurteilen.</numerusform>
            <numerusform>%n Segmente sind zu beurteilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n segment(s) are judged by %1: about %2 for each.</source>
        <translation>
            <numerusform>Das %n Segment wird von %1 beurteilt: etwa %2 für jeden.</numerusform>
            <numerusform>Alle %n Segmente werden von %1 beurteilt: etwa %2 für jeden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose segments are judged: labelled ones, or those of a tier with labels of its own</source>
        <translation>Wessen Segmente beurteilt werden: die mit Labels oder die einer Spur mit eigenen Labels</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>Sp&amp;ur</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Of several answers the mean is surer than one</source>
        <translation>Von mehreren Antworten ist das Mittel sicherer als eine</translation>
    </message>
    <message>
        <source>The rest &amp;by</source>
        <translation>Der &amp;Rest von</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 segments are judged by %2, the rest by %3: about %4 for each.</source>
        <translation>
            <numerusform>%n von %1 Segmenten wird von %2 beurteilt, der Rest von %3: etwa %4 für jeden.</numerusform>
            <numerusform>%n von %1 Segmenten werden von %2 beurteilt, der Rest von %3: etwa %4 für jeden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ShortcutsDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>Z&amp;urücksetzen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Tasten wie in</translation>
    </message>
    <message>
        <source>Find a command or a key…</source>
        <translation>Befehl oder Taste suchen…</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New key for the chosen command</source>
        <translation>Neue Taste für den gewählten Befehl</translation>
    </message>
    <message>
        <source>Choose a command to give it another key.</source>
        <translation>Wählen Sie einen Befehl, um ihm eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>Press the new key in the field.</source>
        <translation>Drücken Sie die neue Taste im Feld.</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it.</source>
        <translation>%1 gehört zu „%2“ und geht dort verloren.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
</context>
<context>
    <name>app::ShownNotices</name>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Other edits came after this one; they have to be undone first (Ctrl+Z).</source>
        <translation>Danach wurde anderes bearbeitet; das muss zuerst rückgängig gemacht werden (Strg+Z).</translation>
    </message>
</context>
<context>
    <name>app::SideForm</name>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Many rows become one by</source>
        <translation>Aus vielen Zeilen wird eine durch</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>aligned to words</source>
        <translation>an Wörtern ausgerichtet</translation>
    </message>
    <message>
        <source>each sequence with its own rows</source>
        <translation>jede Sequenz mit ihren eigenen Zeilen</translation>
    </message>
    <message>
        <source>of a fixed rate</source>
        <translation>von fester Rate</translation>
    </message>
    <message>
        <source>Rows a second</source>
        <translation>Zeilen je Sekunde</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>ihr Mittel</translation>
    </message>
    <message>
        <source>their greatest</source>
        <translation>ihr Größtes</translation>
    </message>
    <message>
        <source>their least</source>
        <translation>ihr Kleinstes</translation>
    </message>
    <message>
        <source>their median</source>
        <translation>ihr Median</translation>
    </message>
    <message>
        <source>their deviation</source>
        <translation>ihre Streuung</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>die erste</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>die letzte</translation>
    </message>
    <message>
        <source>rows of zeros</source>
        <translation>Zeilen aus Nullen</translation>
    </message>
    <message>
        <source>the mean of the video</source>
        <translation>das Mittel des Videos</translation>
    </message>
    <message>
        <source>between the rows around</source>
        <translation>zwischen den Zeilen darum</translation>
    </message>
    <message>
        <source>the row before</source>
        <translation>die Zeile davor</translation>
    </message>
    <message>
        <source>the nearest row</source>
        <translation>die nächstgelegene Zeile</translation>
    </message>
    <message>
        <source>rows of ones</source>
        <translation>Zeilen aus Einsen</translation>
    </message>
    <message>
        <source>none: such words are left out</source>
        <translation>nichts: solche Wörter werden weggelassen</translation>
    </message>
    <message>
        <source>Many become one by</source>
        <translation>Aus vielen wird eine durch</translation>
    </message>
    <message>
        <source>A gap is filled by</source>
        <translation>Eine Lücke füllt</translation>
    </message>
    <message>
        <source>aligned as the project&apos;s recipe does it</source>
        <translation>ausgerichtet, wie es das Rezept des Projekts tut</translation>
    </message>
    <message>
        <source>Only models that take sequences of different lengths learn from them.</source>
        <translation>Nur Modelle, die Sequenzen verschiedener Länge nehmen, lernen daraus.</translation>
    </message>
    <message>
        <source>Learns from</source>
        <translation>Lernt aus</translation>
    </message>
</context>
<context>
    <name>app::SightGuard</name>
    <message>
        <source>A pass of review goes on in which words must not be seen: they are hidden until it is left.</source>
        <translation>Ein Durchgang der Prüfung läuft, in dem Wörter nicht zu sehen sein dürfen: Sie sind verborgen, bis er verlassen wird.</translation>
    </message>
    <message>
        <source>A blind pass of review goes on: labels, your own too, and predictions are hidden until it is left.</source>
        <translation>Ein blinder Durchgang der Prüfung läuft: Labels, auch Ihre eigenen, und Vorhersagen sind verborgen, bis er verlassen wird.</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>&amp;Weitermachen</translation>
    </message>
    <message>
        <source>&amp;Leave the pass</source>
        <translation>Durchgang &amp;verlassen</translation>
    </message>
</context>
<context>
    <name>app::SliceTexts</name>
    <message>
        <source>speaker: %1</source>
        <translation>Sprecher: %1</translation>
    </message>
    <message>
        <source>fold: %1</source>
        <translation>Fold: %1</translation>
    </message>
    <message>
        <source>class: %1</source>
        <translation>Klasse: %1</translation>
    </message>
    <message>
        <source>with a negation</source>
        <translation>mit einer Verneinung</translation>
    </message>
    <message>
        <source>with an intensifier</source>
        <translation>mit einer Verstärkung</translation>
    </message>
    <message>
        <source>after a pause of 1 s or more</source>
        <translation>nach einer Pause von 1 s oder mehr</translation>
    </message>
    <message>
        <source>without text</source>
        <translation>ohne Text</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>ohne Ton</translation>
    </message>
    <message>
        <source>without vision</source>
        <translation>ohne Bild</translation>
    </message>
    <message>
        <source>longer than %1 s</source>
        <translation>länger als %1 s</translation>
    </message>
    <message>
        <source>shorter than %1 s</source>
        <translation>kürzer als %1 s</translation>
    </message>
    <message>
        <source>|label| ≥ %1</source>
        <translation>|Label| ≥ %1</translation>
    </message>
    <message>
        <source>No labelled segment is found by “%1”.</source>
        <translation>„%1“ findet kein Segment mit Label.</translation>
    </message>
    <message>
        <source>label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>prediction: %1</source>
        <translation>Vorhersage: %1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>label below %1</source>
        <translation>Label unter %1</translation>
    </message>
    <message>
        <source>label above %1</source>
        <translation>Label über %1</translation>
    </message>
    <message>
        <source>|label − %1| ≥ %2</source>
        <translation>|Label − %1| ≥ %2</translation>
    </message>
</context>
<context>
    <name>app::SoundActions</name>
    <message>
        <source>Sound &amp;device</source>
        <translation>Tonausgabe</translation>
    </message>
    <message>
        <source>Looking for sound devices…</source>
        <translation>Tonausgaben werden gesucht…</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>Keine Tonausgabe</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
</context>
<context>
    <name>app::SoundOutput</name>
    <message>
        <source>There is no sound device, so playing is silent.</source>
        <translation>Es gibt kein Tonausgabegerät, daher ist die Wiedergabe stumm.</translation>
    </message>
    <message>
        <source>The sound device “%1” cannot be opened, so playing is silent.</source>
        <translation>Das Tonausgabegerät „%1“ kann nicht geöffnet werden, daher ist die Wiedergabe stumm.</translation>
    </message>
</context>
<context>
    <name>app::SourceGuard</name>
    <message>
        <source>Looking at the project&apos;s files</source>
        <translation>Dateien des Projekts werden angesehen</translation>
    </message>
    <message>
        <source>Summing the files of %1</source>
        <translation>Prüfsummen der Dateien von %1 werden berechnet</translation>
    </message>
    <message>
        <source>Summing the changed files</source>
        <translation>Prüfsummen der geänderten Dateien werden berechnet</translation>
    </message>
    <message>
        <source>Looking for moved files</source>
        <translation>Verschobene Dateien werden gesucht</translation>
    </message>
    <message numerus="yes">
        <source>Summing the files of %1 and %n more</source>
        <translation>
            <numerusform>Prüfsummen der Dateien von %1 und einem weiteren Video werden berechnet</numerusform>
            <numerusform>Prüfsummen der Dateien von %1 und %n weiteren Videos werden berechnet</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the dataset&apos;s files</source>
        <translation>Die Dateien des Datensatzes werden gesucht</translation>
    </message>
</context>
<context>
    <name>app::SpaceLinks</name>
    <message>
        <source>chosen in Space</source>
        <translation>im Raum ausgewählt</translation>
    </message>
    <message>
        <source>Looking for the training of the model</source>
        <translation>Das Training des Modells wird gesucht</translation>
    </message>
</context>
<context>
    <name>app::SpaceNote</name>
    <message numerus="yes">
        <source>%n segments have no row of it.</source>
        <translation>
            <numerusform>%n Segment hat keine Zeile davon.</numerusform>
            <numerusform>%n Segmente haben keine Zeile davon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values that are no numbers are ignored.</source>
        <translation>
            <numerusform>%n Wert, der keine Zahl ist, wird nicht beachtet.</numerusform>
            <numerusform>%n Werte, die keine Zahlen sind, werden nicht beachtet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions never change and are left out.</source>
        <translation>
            <numerusform>%n Dimension ändert sich nie und wird weggelassen.</numerusform>
            <numerusform>%n Dimensionen ändern sich nie und werden weggelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos cannot be read.</source>
        <translation>
            <numerusform>%n Video kann nicht gelesen werden.</numerusform>
            <numerusform>%n Videos können nicht gelesen werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SpacePainter</name>
    <message>
        <source>The graphics driver cannot draw beside the window, which Space needs.</source>
        <translation>Der Grafiktreiber kann nicht außerhalb des Fensters zeichnen, was der Raum benötigt.</translation>
    </message>
    <message>
        <source>The part of Polylogue that draws Space cannot be loaded: %1</source>
        <translation>Der Teil von Polylogue, der den Raum zeichnet, kann nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>OpenGL stopped drawing Space; open the tab again to try once more.</source>
        <translation>OpenGL zeichnet den Raum nicht mehr; öffnen Sie den Tab erneut, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>Space needs OpenGL 3.2, which this display does not have. Everything else works without it.</source>
        <translation>Der Raum braucht OpenGL 3.2, das diese Anzeige nicht hat. Alles andere funktioniert ohne.</translation>
    </message>
</context>
<context>
    <name>app::SpaceTab</name>
    <message>
        <source>Picture of Space</source>
        <translation>Bild des Raums</translation>
    </message>
</context>
<context>
    <name>app::SpanExport</name>
    <message>
        <source>Exporting %1</source>
        <translation>%1 wird exportiert</translation>
    </message>
    <message>
        <source>Nothing is selected: drag over the timeline, or go to a segment.</source>
        <translation>Nichts ist ausgewählt: über die Zeitleiste ziehen oder zu einem Segment gehen.</translation>
    </message>
    <message>
        <source>Videos (*.mp4)</source>
        <translation>Videos (*.mp4)</translation>
    </message>
    <message>
        <source>Sound (*.wav)</source>
        <translation>Ton (*.wav)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export selection</source>
        <translation>Auswahl exportieren</translation>
    </message>
    <message>
        <source>The selection is in %1.</source>
        <translation>Die Auswahl liegt in %1.</translation>
    </message>
</context>
<context>
    <name>app::SpeedMenu</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed (R faster, Shift+R slower)</source>
        <translation>Tempo (R schneller, Shift+R langsamer)</translation>
    </message>
</context>
<context>
    <name>app::SplitBar</name>
    <message numerus="yes">
        <source>%1: %n video(s)</source>
        <translation>
            <numerusform>%1: %n Video</numerusform>
            <numerusform>%1: %n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Teile</translation>
    </message>
</context>
<context>
    <name>app::SplitPart</name>
    <message>
        <source>&amp;Draw again</source>
        <translation>Neu &amp;ziehen</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>nach Video</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>nach Sprecher</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie gegeben</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
</context>
<context>
    <name>app::Stage</name>
    <message>
        <source>Open a video, computational sequences (.csd) or a folder of them: Ctrl+O, or drop them here.</source>
        <translation>Öffnen Sie ein Video, Feature-Sequenzen (.csd) oder einen Ordner damit: Strg+O, oder hier ablegen.</translation>
    </message>
    <message>
        <source>This file has sound, but no picture.</source>
        <translation>Diese Datei hat Ton, aber kein Bild.</translation>
    </message>
    <message>
        <source>The dataset has no media file for this video.</source>
        <translation>Der Datensatz hat keine Mediendatei für dieses Video.</translation>
    </message>
</context>
<context>
    <name>app::StatisticsPanel</name>
    <message>
        <source>Compare with…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>This video</source>
        <translation>Dieses Video</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>Alle Videos</translation>
    </message>
    <message>
        <source>Copy the table as CSV</source>
        <translation>Tabelle als CSV kopieren</translation>
    </message>
    <message>
        <source>Statistics by dimension</source>
        <translation>Statistik je Dimension</translation>
    </message>
    <message>
        <source>The dataset has no sequence of numbers.</source>
        <translation>Der Datensatz hat keine Zahlensequenz.</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n entry(ies), %2 dimensions; %3 constant or empty.</source>
        <translation>
            <numerusform>%1 Zeilen in %n Eintrag, %2 Dimensionen; %3 konstant oder leer.</numerusform>
            <numerusform>%1 Zeilen in %n Einträgen, %2 Dimensionen; %3 konstant oder leer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with another version</source>
        <translation>Mit anderer Version vergleichen</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd)</source>
        <translation>Feature-Sequenzen (*.csd)</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Wird verglichen</translation>
    </message>
    <message>
        <source>%1 against %2: %3 entries are the same, %4 have other values, %5 other times, %6 other rows; %7 only here, %8 only there.</source>
        <translation>%1 gegen %2: %3 Einträge sind gleich, %4 haben andere Werte, %5 andere Zeiten, %6 andere Zeilen; %7 nur hier, %8 nur dort.</translation>
    </message>
    <message>
        <source>The file does not name its columns. The names shown are those of %1.</source>
        <translation>Die Spalten werden in der Datei nicht benannt. Gezeigt werden die Namen von %1.</translation>
    </message>
    <message>
        <source>Reading the labels of Statistics</source>
        <translation>Die Labels der Statistik werden gelesen</translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message>
        <source>● nothing changed</source>
        <translation>● nichts geändert</translation>
    </message>
    <message>
        <source>● saved</source>
        <translation>● gespeichert</translation>
    </message>
    <message>
        <source>● saved %1 s ago</source>
        <translation>● vor %1 s gespeichert</translation>
    </message>
    <message>
        <source>● saved %1 min ago</source>
        <translation>● vor %1 min gespeichert</translation>
    </message>
    <message>
        <source>● saved at %1</source>
        <translation>● um %1 gespeichert</translation>
    </message>
    <message>
        <source>Progress of the work in the background</source>
        <translation>Fortschritt der Arbeit im Hintergrund</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>● read-only</source>
        <translation>● schreibgeschützt</translation>
    </message>
    <message>
        <source>● not saved: %1</source>
        <translation>● nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The edits are kept and written as soon as it is possible again.</source>
        <translation>Die Änderungen bleiben erhalten und werden geschrieben, sobald es wieder möglich ist.</translation>
    </message>
    <message>
        <source>● saving…</source>
        <translation>● wird gespeichert…</translation>
    </message>
    <message>
        <source>alignment %1 % covered</source>
        <translation>Ausrichtung %1 % abgedeckt</translation>
    </message>
    <message>
        <source>%1 of %2 words receive rows of every frame sequence.</source>
        <translation>%1 von %2 Wörtern erhalten Zeilen aus jeder Frame-Sequenz.</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>model is loading…</source>
        <translation>Modell wird geladen…</translation>
    </message>
    <message>
        <source>model is being restarted…</source>
        <translation>Modell wird neu gestartet…</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imputed</source>
        <translation>
            <numerusform>%n Zeile imputiert</numerusform>
            <numerusform>%n Zeilen imputiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Meldung</numerusform>
            <numerusform>%n Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: %1
A click shows all of them.</source>
        <translation>Die letzte: %1
Ein Klick zeigt alle.</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
</context>
<context>
    <name>app::SurfaceFeed</name>
    <message>
        <source>This video has no sequence of numbers, which a surface is made of.</source>
        <translation>Dieses Video hat keine Sequenz aus Zahlen, aus der eine Fläche entsteht.</translation>
    </message>
    <message>
        <source>Open a video in the library: its features become a surface.</source>
        <translation>Öffnen Sie in der Bibliothek ein Video: seine Features werden eine Fläche.</translation>
    </message>
</context>
<context>
    <name>app::SuspectActions</name>
    <message>
        <source>Open a dataset with labelled segments first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz mit gelabelten Segmenten.</translation>
    </message>
    <message>
        <source>A blind review goes on: nothing is said of labels until it is left.</source>
        <translation>Eine blinde Durchsicht läuft: Über Labels wird nichts gesagt, bis sie verlassen ist.</translation>
    </message>
    <message>
        <source>All that is suspicious was looked at.</source>
        <translation>Alles Verdächtige wurde angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n übrig</numerusform>
            <numerusform>%n übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Gathering labels</source>
        <translation>Labels werden gesammelt</translation>
    </message>
    <message>
        <source>Segments of at least two classes of %1 are needed.</source>
        <translation>Es braucht Segmente aus mindestens zwei Klassen von %1.</translation>
    </message>
</context>
<context>
    <name>app::SuspectAnswers</name>
    <message>
        <source>what is said of %1</source>
        <translation>was über %1 gesagt wird</translation>
    </message>
    <message>
        <source>The boundary of “%1” is not there any more.</source>
        <translation>Die Grenze von „%1“ ist nicht mehr dort.</translation>
    </message>
    <message>
        <source>move the boundary of “%1”</source>
        <translation>Grenze von „%1“ verschieben</translation>
    </message>
    <message>
        <source>The segment %1 is not there any more.</source>
        <translation>Das Segment %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 for segment %2</source>
        <translation>%1 für Segment %2</translation>
    </message>
    <message>
        <source>several, out of fold</source>
        <translation>mehrere, ohne dessen Video</translation>
    </message>
</context>
<context>
    <name>app::SuspectContent</name>
    <message numerus="yes">
        <source>Label %1; %n model(s) %2</source>
        <translation>
            <numerusform>Label %1; %n Modell %2</numerusform>
            <numerusform>Label %1; %n Modelle %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1; neighbours %2.</source>
        <translation>%1; Nachbarn %2.</translation>
    </message>
    <message>
        <source>Models say %1</source>
        <translation>Modelle sagen %1</translation>
    </message>
    <message>
        <source>Neighbours: %1</source>
        <translation>Nachbarn: %1</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · Segment %2</translation>
    </message>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>on average %1</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>The end of “%1” seems %2 s too early.</source>
        <translation>Das Ende von „%1“ scheint %2 s zu früh zu liegen.</translation>
    </message>
    <message>
        <source>The end of “%1” seems %2 s too late.</source>
        <translation>Das Ende von „%1“ scheint %2 s zu spät zu liegen.</translation>
    </message>
    <message>
        <source>The beginning of “%1” seems %2 s too early.</source>
        <translation>Der Anfang von „%1“ scheint %2 s zu früh zu liegen.</translation>
    </message>
    <message>
        <source>The beginning of “%1” seems %2 s too late.</source>
        <translation>Der Anfang von „%1“ scheint %2 s zu spät zu liegen.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Move it by %1 s</source>
        <translation>Um %1 s verschieben</translation>
    </message>
    <message>
        <source>A: the boundary is moved there, as a step that can be undone. A word that touches it follows.</source>
        <translation>A: die Grenze wird dorthin verschoben, als Schritt, der rückgängig gemacht werden kann. Ein Wort, das sie berührt, folgt.</translation>
    </message>
    <message>
        <source>A: the suggestion becomes the label, as a step that can be undone. The votes of single annotators stay.</source>
        <translation>A: der Vorschlag wird zum Label, als Schritt, der rückgängig gemacht werden kann. Die Stimmen einzelner Rater bleiben.</translation>
    </message>
    <message>
        <source>Suggestion: %1; nine of ten times %2 … %3</source>
        <translation>Vorschlag: %1; neun von zehn Malen %2 … %3</translation>
    </message>
    <message>
        <source>Models tell the label in %1 %; the commonest is right in %2 %.</source>
        <translation>Modelle nennen das Label in %1 %; das häufigste stimmt in %2 %.</translation>
    </message>
    <message>
        <source>Models follow the labels with r %1.</source>
        <translation>Modelle folgen den Labels mit r %1.</translation>
    </message>
    <message>
        <source>%1 That is too weak to believe what they find.</source>
        <translation>%1 Das ist zu schwach, um zu glauben, was sie finden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n label(s) are too few to tell which are wrong: take this for an order to look at them.</source>
        <translation>
            <numerusform>%1 %n Label ist zu wenig, um zu sagen, ob es falsch ist: nehmen Sie dies als Reihenfolge zum Ansehen.</numerusform>
            <numerusform>%1 %n Labels sind zu wenige, um zu sagen, welche falsch sind: nehmen Sie dies als Reihenfolge zum Ansehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectSearch</name>
    <message>
        <source>Looking for suspicious labels</source>
        <translation>Verdächtige Labels suchen</translation>
    </message>
    <message>
        <source>Looking for kept suspicious labels</source>
        <translation>Behaltene verdächtige Labels suchen</translation>
    </message>
</context>
<context>
    <name>app::SuspectState</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Find suspicious labels</source>
        <translation>Verdächtige Labels finden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>r of labels and models out of fold: %1</source>
        <translation>r von Labels und Modellen ohne das Video: %1</translation>
    </message>
    <message>
        <source>Models are trained, each without the videos that it is asked about. You can work on meanwhile; a search that is stopped goes on there later.</source>
        <translation>Modelle werden trainiert, jedes ohne die Videos, nach denen es gefragt wird. Sie können inzwischen weiterarbeiten; eine angehaltene Suche geht später dort weiter.</translation>
    </message>
    <message>
        <source>Several models are trained, each without the videos that it is asked about. Labels with which they do not agree, and segments whose sound or face does not fit, are listed, with why. It takes seconds for some hundred segments, minutes for thousands, in the background.</source>
        <translation>Mehrere Modelle werden trainiert, jedes ohne die Videos, nach denen es gefragt wird. Labels, mit denen sie nicht übereinstimmen, und Segmente, deren Ton oder Gesicht nicht passt, werden mit Begründung aufgeführt. Das dauert bei einigen hundert Segmenten Sekunden, bei Tausenden Minuten, im Hintergrund.</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed since the search. Look again to have them judged anew.</source>
        <translation>
            <numerusform>%n Label hat sich seit der Suche geändert. „Noch einmal suchen“ beurteilt es neu.</numerusform>
            <numerusform>%n Labels haben sich seit der Suche geändert. „Noch einmal suchen“ beurteilt sie neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>Noch wurde nichts angesehen.</translation>
    </message>
    <message>
        <source>All that is suspicious was looked at.</source>
        <translation>Alles Verdächtige wurde angesehen.</translation>
    </message>
</context>
<context>
    <name>app::SuspectTracks</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>out of fold by video</source>
        <translation>außerhalb der Falte, nach Videos</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>nearest in the fusion layer</source>
        <translation>nächste in der Fusionsschicht</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>Allein</translation>
    </message>
    <message>
        <source>each modality by itself</source>
        <translation>jede Modalität für sich</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>A accepts</source>
        <translation>A übernimmt</translation>
    </message>
</context>
<context>
    <name>app::SuspectWords</name>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>sign flipped</source>
        <translation>Vorzeichen vertauscht</translation>
    </message>
    <message>
        <source>off by two</source>
        <translation>um zwei daneben</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>anderer Wert</translation>
    </message>
    <message>
        <source>moved by one</source>
        <translation>um eins verschoben</translation>
    </message>
    <message>
        <source>one annotator</source>
        <translation>ein Annotator</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>vertauscht</translation>
    </message>
    <message>
        <source>late sound</source>
        <translation>später Ton</translation>
    </message>
    <message>
        <source>other face</source>
        <translation>anderes Gesicht</translation>
    </message>
    <message>
        <source>word&apos;s edge</source>
        <translation>Grenze eines Wortes</translation>
    </message>
    <message>
        <source>Nothing in particular is likely to be wrong.</source>
        <translation>Nichts Bestimmtes ist wahrscheinlich falsch.</translation>
    </message>
    <message>
        <source>The label seems to be two steps too high or too low.</source>
        <translation>Das Label scheint zwei Stufen zu hoch oder zu niedrig zu sein.</translation>
    </message>
    <message>
        <source>The label seems to be another one.</source>
        <translation>Das Label scheint ein anderes zu sein.</translation>
    </message>
    <message>
        <source>The label seems to be that of the segment before or behind, as of a run of them.</source>
        <translation>Das Label scheint das des Segments davor oder dahinter zu sein, wie bei mehreren nacheinander.</translation>
    </message>
    <message>
        <source>One annotator judged otherwise than the others, and moved the label.</source>
        <translation>Ein Annotator urteilte anders als die anderen und verschob das Label.</translation>
    </message>
    <message>
        <source>The segment and a neighbour seem to have each other&apos;s label.</source>
        <translation>Das Segment und ein Nachbar scheinen das Label des jeweils anderen zu haben.</translation>
    </message>
    <message>
        <source>The sound seems to be late, or early, against the words.</source>
        <translation>Der Ton scheint gegenüber den Wörtern spät oder früh zu sein.</translation>
    </message>
    <message>
        <source>The face seems to be that of another segment.</source>
        <translation>Das Gesicht scheint das eines anderen Segments zu sein.</translation>
    </message>
    <message>
        <source>A word seems to begin or end elsewhere.</source>
        <translation>Ein Wort scheint anderswo zu beginnen oder zu enden.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Labels and data</source>
        <translation>Labels und Daten</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>The label may be another one.</source>
        <translation>Das Label könnte ein anderes sein.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Sound or words may lie at another time.</source>
        <translation>Ton oder Wörter könnten zu anderer Zeit liegen.</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>The face may belong to another segment.</source>
        <translation>Das Gesicht könnte zu einem anderen Segment gehören.</translation>
    </message>
    <message>
        <source>rater</source>
        <translation>Rater</translation>
    </message>
    <message>
        <source>One annotator judged otherwise than the others.</source>
        <translation>Eine Person urteilte anders als die anderen.</translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n berichtigt</numerusform>
            <numerusform>%n berichtigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n übernommen</numerusform>
            <numerusform>%n übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n behalten</numerusform>
            <numerusform>%n behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n verworfen</numerusform>
            <numerusform>%n verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrong of %2 looked at: %3</source>
        <translation>%1 falsch von %2 angesehenen: %3</translation>
    </message>
    <message>
        <source>The label seems to have the other sign, or to lie on the other side of the scale&apos;s middle.</source>
        <translation>Das Label scheint das andere Vorzeichen zu haben oder auf der anderen Seite der Mitte zu liegen.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>nie wieder</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message numerus="yes">
        <source>%n never again</source>
        <translation>
            <numerusform>%n nie wieder</numerusform>
            <numerusform>%n nie wieder</numerusform>
        </translation>
    </message>
    <message>
        <source>another class</source>
        <translation>andere Klasse</translation>
    </message>
</context>
<context>
    <name>app::SynchronyLane</name>
    <message>
        <source>Too short, constant, or too much is missing.</source>
        <translation>Zu kurz, gleichbleibend, oder es fehlt zu viel.</translation>
    </message>
    <message>
        <source>Both people need features: a sequence with columns.</source>
        <translation>Beide Personen brauchen Merkmale: eine Sequenz mit Spalten.</translation>
    </message>
    <message>
        <source>Comparing how two people go together</source>
        <translation>Es wird verglichen, wie zwei Personen zusammengehen</translation>
    </message>
</context>
<context>
    <name>app::TablePanel</name>
    <message>
        <source>Tier</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Words and segments</source>
        <translation>Wörter und Segmente</translation>
    </message>
    <message>
        <source>“%1” is no time; write 75.5 or 1:15.5.</source>
        <translation>„%1“ ist keine Zeit; schreiben Sie 75.5 oder 1:15.5.</translation>
    </message>
</context>
<context>
    <name>app::Tabs</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>app::TensorsDialog</name>
    <message>
        <source>An array for each &amp;fold of the dataset</source>
        <translation>Ein &amp;Feld für jeden Fold des Datensatzes</translation>
    </message>
    <message>
        <source>As tensors.&amp;npz, too, which NumPy opens</source>
        <translation>Auch als tensors.&amp;npz, die NumPy öffnet</translation>
    </message>
    <message>
        <source>Write tensors</source>
        <translation>Tensoren schreiben</translation>
    </message>
    <message>
        <source>Zeros in front, the last rows stay</source>
        <translation>Nullen davor, die letzten Zeilen bleiben</translation>
    </message>
    <message>
        <source>Zeros behind, the first rows stay</source>
        <translation>Nullen dahinter, die ersten Zeilen bleiben</translation>
    </message>
    <message>
        <source>&amp;Rows of a segment</source>
        <translation>&amp;Zeilen eines Segments</translation>
    </message>
    <message>
        <source>Shorter and &amp;longer ones</source>
        <translation>Kür&amp;zere und längere</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>They are written into this folder:</source>
        <translation>Sie werden in diesen Ordner geschrieben:</translation>
    </message>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s), and each sequence becomes an array of segments × rows × columns in tensors.h5. Labels are not padded.</source>
        <translation>
            <numerusform>Das Rezept wird auf %n Video angewandt, und jede Sequenz wird ein Feld aus Segmenten × Zeilen × Spalten in tensors.h5. Labels werden nicht aufgefüllt.</numerusform>
            <numerusform>Das Rezept wird auf %n Videos angewandt, und jede Sequenz wird ein Feld aus Segmenten × Zeilen × Spalten in tensors.h5. Labels werden nicht aufgefüllt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TermOffer</name>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
</context>
<context>
    <name>app::TextLabelWords</name>
    <message>
        <source>The texts of %1 became the classes of a label, %2: %3.</source>
        <translation>Die Texte von %1 wurden die Klassen eines Labels, %2: %3.</translation>
    </message>
    <message>
        <source>The texts of %1 became the numbers of a label, %2.</source>
        <translation>Die Texte von %1 wurden die Zahlen eines Labels, %2.</translation>
    </message>
    <message>
        <source>The texts of %1 (%2 different ones) are neither numbers nor few short classes: they are shown as texts, and no label has them.</source>
        <translation>Die Texte von %1 (%2 verschiedene) sind weder Zahlen noch wenige kurze Klassen: Sie werden als Texte gezeigt, und kein Label hat sie.</translation>
    </message>
    <message>
        <source>The texts of %1 became the sets of words of a label, %2.</source>
        <translation>Aus den Texten von %1 wurden die Wortmengen eines Labels, %2.</translation>
    </message>
</context>
<context>
    <name>app::TierActions</name>
    <message>
        <source>Open a video first: a tier belongs to one.</source>
        <translation>Zuerst ein Video öffnen: Eine Ebene gehört zu einem.</translation>
    </message>
    <message>
        <source>new tier %1</source>
        <translation>neue Ebene %1</translation>
    </message>
    <message>
        <source>Words and labels stay; click a tier of your own first.</source>
        <translation>Wörter und Labels bleiben; zuerst auf eine eigene Ebene klicken.</translation>
    </message>
    <message>
        <source>Click a tier with labels first.</source>
        <translation>Zuerst auf eine Ebene mit Labels klicken.</translation>
    </message>
    <message>
        <source>change the tier %1</source>
        <translation>Ebene %1 ändern</translation>
    </message>
    <message>
        <source>copy the tier %1</source>
        <translation>Ebene %1 kopieren</translation>
    </message>
    <message>
        <source>delete the tier %1</source>
        <translation>Ebene %1 löschen</translation>
    </message>
    <message>
        <source>Reading what %1 hangs on</source>
        <translation>Lesen, woran %1 hängt</translation>
    </message>
    <message>
        <source>Reading %1 of all videos</source>
        <translation>%1 aller Videos wird gelesen</translation>
    </message>
    <message numerus="yes">
        <source>The tier %1 was deleted in all %n video(s) that had it.</source>
        <translation>
            <numerusform>Die Ebene %1 wurde in dem einen Video gelöscht, das sie hatte.</numerusform>
            <numerusform>Die Ebene %1 wurde in allen %n Videos gelöscht, die sie hatten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tier %1 is not there any more.</source>
        <translation>Die Ebene %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Click the tier first that is to be the words.</source>
        <translation>Zuerst die Spur anklicken, die die Wörter sein soll.</translation>
    </message>
    <message>
        <source>Click the tier first that is to be the labelled segments.</source>
        <translation>Zuerst die Spur anklicken, die die gelabelten Segmente sein soll.</translation>
    </message>
    <message>
        <source>Reading what %1 takes the place of</source>
        <translation>Was %1 ersetzt, wird gelesen</translation>
    </message>
    <message>
        <source>use %1 as words</source>
        <translation>%1 als Wörter verwenden</translation>
    </message>
    <message>
        <source>use %1 as labelled segments</source>
        <translation>%1 als gelabelte Segmente verwenden</translation>
    </message>
    <message>
        <source>Click the tier first whose texts are to be a label.</source>
        <translation>Klicken Sie zuerst die Ebene an, deren Texte ein Label werden sollen.</translation>
    </message>
    <message>
        <source>%1 has labels already.</source>
        <translation>%1 hat schon Labels.</translation>
    </message>
    <message>
        <source>make a label of the texts of %1</source>
        <translation>aus den Texten von %1 ein Label machen</translation>
    </message>
</context>
<context>
    <name>app::TierDialog</name>
    <message>
        <source>Segments may &amp;overlap</source>
        <translation>&amp;Segmente dürfen sich überlappen</translation>
    </message>
    <message>
        <source>In a&amp;ll videos of the dataset</source>
        <translation>In a&amp;llen Videos des Datensatzes</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>Neue Ebene</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Continuous rating</source>
        <translation>Kontinuierliche Bewertung</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>within its segments, with gaps</source>
        <translation>innerhalb ihrer Segmente, mit Lücken</translation>
    </message>
    <message>
        <source>filling its segments</source>
        <translation>füllt ihre Segmente</translation>
    </message>
    <message>
        <source>one for each segment</source>
        <translation>eines je Segment</translation>
    </message>
    <message>
        <source>a list for each segment</source>
        <translation>eine Liste je Segment</translation>
    </message>
    <message>
        <source>Choose ready-made labels…</source>
        <translation>Fertige Labels wählen…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Values per second</source>
        <translation>&amp;Werte pro Sekunde</translation>
    </message>
    <message>
        <source>&amp;Hangs on</source>
        <translation>&amp;Hängt an</translation>
    </message>
    <message>
        <source>Ho&amp;w</source>
        <translation>W&amp;ie</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Annotator</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>La&amp;bels</translation>
    </message>
    <message>
        <source>as the theme has it</source>
        <translation>wie im Farbschema</translation>
    </message>
    <message numerus="yes">
        <source>Changes reach this tier in all %n video(s) that have it.</source>
        <translation>
            <numerusform>Änderungen erreichen diese Ebene in dem einen Video, das sie hat.</numerusform>
            <numerusform>Änderungen erreichen diese Ebene in allen %n Videos, die sie haben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cla&amp;sses</source>
        <translation>Klass&amp;en</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>niemand Bestimmtes</translation>
    </message>
    <message>
        <source>The person whose behaviour the tier describes</source>
        <translation>Die Person, deren Verhalten die Ebene beschreibt</translation>
    </message>
    <message>
        <source>About &amp;participant</source>
        <translation>Über &amp;Person</translation>
    </message>
    <message>
        <source>Why it cannot be so</source>
        <translation>Warum es so nicht geht</translation>
    </message>
</context>
<context>
    <name>app::TierImport</name>
    <message>
        <source>%1 stands by itself: %2</source>
        <translation>%1 steht für sich: %2</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1 wurde weggelassen: %2</translation>
    </message>
    <message>
        <source>%1 is no video of this dataset; its tiers were left out.</source>
        <translation>%1 ist kein Video dieses Datensatzes; seine Ebenen wurden weggelassen.</translation>
    </message>
    <message>
        <source>%1 is called %2 here.</source>
        <translation>%1 heißt hier %2.</translation>
    </message>
    <message>
        <source>The labels of %1 could not be read; its judgements were left out.</source>
        <translation>Die Labels von %1 konnten nicht gelesen werden; die Urteile dazu wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The file has no times, and not as many judgements (%1) as %2 has labelled segments (%3), so which is of which is not known; those of %4 were left out.</source>
        <translation>Die Datei hat keine Zeiten und nicht so viele Urteile (%1), wie %2 Segmente mit Labels hat (%3); welches zu welchem gehört, ist daher unbekannt. Die von %4 wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 of %2 judgements of %3 found no labelled segment of their own, or have values that its labels do not hold.</source>
        <translation>%1 von %2 Urteilen von %3 fanden kein eigenes Segment mit Labels oder haben Werte, die dessen Labels nicht fassen.</translation>
    </message>
    <message>
        <source>%1: %2 items without a length were left out.</source>
        <translation>%1: %2 Einträge ohne Dauer wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 of %2: %3 texts became %4 words, which have no times of their own yet.</source>
        <translation>%1 von %2: Aus %3 Texten wurden %4 Wörter, die noch keine eigenen Zeiten haben.</translation>
    </message>
</context>
<context>
    <name>app::TierInHand</name>
    <message>
        <source>There is no word under the playhead.</source>
        <translation>An der Abspielposition ist kein Wort.</translation>
    </message>
    <message>
        <source>There is no segment under the playhead.</source>
        <translation>An der Abspielposition ist kein Segment.</translation>
    </message>
</context>
<context>
    <name>app::TierReader</name>
    <message numerus="yes">
        <source>%n video(s) could not be read and were left out: %1</source>
        <translation>
            <numerusform>%n Video konnte nicht gelesen werden und wurde ausgelassen: %1</numerusform>
            <numerusform>%n Videos konnten nicht gelesen werden und wurden ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: stopped, so nothing was changed.</source>
        <translation>%1: angehalten, daher wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>app::TierTracks</name>
    <message>
        <source>unlocked by %1</source>
        <translation>entsperrt von %1</translation>
    </message>
</context>
<context>
    <name>app::TierWords</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>app::TimelinePicture</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Picture of the timeline</source>
        <translation>Bild der Zeitleiste</translation>
    </message>
</context>
<context>
    <name>app::Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Your videos</source>
        <translation>Ihre Videos</translation>
    </message>
    <message>
        <source>All videos of the dataset, with their labels and how much of each the sequences cover. Type a spoken word to find where it is said.</source>
        <translation>Alle Videos des Datensatzes mit ihren Labels und der Abdeckung durch die Sequenzen. Geben Sie ein gesprochenes Wort ein, um zu finden, wo es gesagt wird.</translation>
    </message>
    <message>
        <source>The player</source>
        <translation>Der Player</translation>
    </message>
    <message>
        <source>Space plays, Left and Right step by a frame. Below are the words that are said; a click goes there.</source>
        <translation>Die Leertaste startet die Wiedergabe, Links und Rechts gehen einen Frame weiter. Darunter stehen die gesprochenen Wörter; ein Klick geht dorthin.</translation>
    </message>
    <message>
        <source>One timeline</source>
        <translation>Eine Zeitleiste</translation>
    </message>
    <message>
        <source>Video, sound, words, features, labels and predictions share one axis. Ctrl and the wheel zoom at the pointer. Drag the edge of a word: everything that depends on it follows.</source>
        <translation>Video, Ton, Wörter, Features, Labels und Vorhersagen teilen eine Achse. Strg und Mausrad zoomen am Zeiger. Ziehen Sie an einer Wortgrenze: Alles, was davon abhängt, folgt.</translation>
    </message>
    <message>
        <source>What is under the playhead</source>
        <translation>Was an der Abspielposition liegt</translation>
    </message>
    <message>
        <source>Inspector, alignment, prediction and the space of all segments. In “Align” a recipe says how rows become words; in “Predict” a model answers while you edit.</source>
        <translation>Inspektor, Ausrichtung, Vorhersage und der Raum aller Segmente. Unter „Ausrichten“ sagt ein Rezept, wie Zeilen zu Wörtern werden; unter „Modell“ antwortet ein Modell, während Sie bearbeiten.</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>Nichts geht verloren</translation>
    </message>
    <message>
        <source>There is no Save button: every edit is on the disk before this line says “saved”. Ctrl+K finds every command, ? shows all keys.</source>
        <translation>Es gibt keinen Speichern-Knopf: Jede Änderung ist auf der Platte, bevor hier „gespeichert“ steht. Strg+K findet jeden Befehl, ? zeigt alle Tasten.</translation>
    </message>
</context>
<context>
    <name>app::TrainDialog</name>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>What runs goes on.</source>
        <translation>Was läuft, geht weiter.</translation>
    </message>
    <message>
        <source>&amp;Train both</source>
        <translation>&amp;Beide trainieren</translation>
    </message>
    <message>
        <source>Train and compare</source>
        <translation>Trainieren und vergleichen</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>Als Als Befehl kop&amp;ierenBefehl kopieren</translation>
    </message>
    <message>
        <source>Train &amp;without a test…</source>
        <translation>Ohne Test tr&amp;ainieren …</translation>
    </message>
    <message>
        <source>Writes what the training reads, and copies the command that begins it</source>
        <translation>Schreibt, was das Training liest, und kopiert den Befehl, der es beginnt</translation>
    </message>
    <message>
        <source>Train without a test</source>
        <translation>Ohne Test trainieren</translation>
    </message>
    <message>
        <source>No video is left to judge the model by.</source>
        <translation>Es bleibt kein Video, um das Modell zu beurteilen.</translation>
    </message>
    <message>
        <source>It learns and predicts like any other, but nothing tells how good it is: its card and its record say that there was no test, and no figure stands in the place of one. With a labelled video more, train again with a test.</source>
        <translation>Es lernt und sagt vorher wie jedes andere, aber nichts sagt, wie gut es ist: In seiner Karte und seinem Protokoll steht, dass es keinen Test gab, und kein Wert steht an dessen Stelle. Mit einem gelabelten Video mehr trainieren Sie noch einmal mit Test.</translation>
    </message>
    <message>
        <source>Train &amp;without a test</source>
        <translation>&amp;Ohne Test trainieren</translation>
    </message>
</context>
<context>
    <name>app::TrainForm</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>All &amp;options</source>
        <translation>Alle &amp;Optionen</translation>
    </message>
    <message>
        <source>The list of models is being read…</source>
        <translation>Die Liste der Modelle wird gelesen…</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>im Verlust</translation>
    </message>
    <message>
        <source>the mean absolute error</source>
        <translation>im mittleren absoluten Fehler</translation>
    </message>
    <message>
        <source>the accuracy</source>
        <translation>in der Genauigkeit</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Epochs at most</source>
        <translation>&amp;Epochen höchstens</translation>
    </message>
    <message>
        <source>&amp;Patience</source>
        <translation>&amp;Geduld</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Stapel</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Lernrate</translation>
    </message>
    <message>
        <source>The best epoch is best in</source>
        <translation>Die beste Epoche ist die beste</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Start&amp;wert</translation>
    </message>
    <message>
        <source>It stops after so many epochs without a better one.</source>
        <translation>Nach so vielen Epochen ohne eine bessere hört es auf.</translation>
    </message>
    <message>
        <source>So many segments are learnt from at a time.</source>
        <translation>Aus so vielen Segmenten wird auf einmal gelernt.</translation>
    </message>
    <message>
        <source>The same seed gives the same model, byte for byte.</source>
        <translation>Derselbe Startwert gibt dasselbe Modell, Byte für Byte.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Sizes of the model</source>
        <translation>Größen des Modells</translation>
    </message>
    <message>
        <source>The run goes into</source>
        <translation>Der Lauf kommt in</translation>
    </message>
    <message>
        <source>What stands under All options cannot be read.</source>
        <translation>Was unter Alle Optionen steht, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is no value of %2.</source>
        <translation>„%1“ ist kein Wert von %2.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Ein solches Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose a folder for the run.</source>
        <translation>Wählen Sie einen Ordner für den Lauf.</translation>
    </message>
    <message>
        <source>The run&apos;s folder is to be a whole path.</source>
        <translation>Der Ordner des Laufs muss ein vollständiger Pfad sein.</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>one for each word</source>
        <translation>eine für jedes Wort</translation>
    </message>
    <message>
        <source>each sequence with its own</source>
        <translation>jede Sequenz mit eigenen</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>The run goes into this folder.</source>
        <translation>Der Lauf kommt in diesen Ordner.</translation>
    </message>
    <message>
        <source>What is still needed</source>
        <translation>Was noch fehlt</translation>
    </message>
</context>
<context>
    <name>app::TrainingActions</name>
    <message>
        <source>Reading the segments of a run</source>
        <translation>Die Segmente eines Laufs werden gelesen</translation>
    </message>
    <message>
        <source>Reading the list of models</source>
        <translation>Die Liste der Modelle wird gelesen</translation>
    </message>
    <message>
        <source>Starting a training</source>
        <translation>Ein Training wird gestartet</translation>
    </message>
    <message>
        <source>It goes on…</source>
        <translation>Er geht weiter…</translation>
    </message>
    <message>
        <source>It is being trained again, to see whether the same comes of it…</source>
        <translation>Es wird noch einmal trainiert, um zu sehen, ob dasselbe herauskommt…</translation>
    </message>
    <message>
        <source>Reproducing a training</source>
        <translation>Ein Training wird wiederholt</translation>
    </message>
    <message>
        <source>Reproducing was stopped.</source>
        <translation>Das Wiederholen wurde angehalten.</translation>
    </message>
    <message>
        <source>A training goes on</source>
        <translation>Ein Training läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) that began here are not at their end.</source>
        <translation>
            <numerusform>%n Training, das hier begann, ist nicht am Ende.</numerusform>
            <numerusform>%n Trainings, die hier begannen, sind nicht am Ende.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model → Train and compare… lists a training that goes on. One that is stopped keeps its best weights, and can go on later.</source>
        <translation>Modell → Trainieren und vergleichen… führt ein Training auf, das weitergeht. Ein angehaltenes behält seine besten Gewichte und kann später weitergehen.</translation>
    </message>
    <message>
        <source>&amp;Do so from now on without asking</source>
        <translation>Von nun an ohne Frage so &amp;verfahren</translation>
    </message>
    <message>
        <source>Let it &amp;go on</source>
        <translation>&amp;Weitergehen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Counting what can be learnt</source>
        <translation>Zählen, was gelernt werden kann</translation>
    </message>
    <message>
        <source>Training %1: epoch %2 of %3</source>
        <translation>Training %1: Epoche %2 von %3</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>Training %1</translation>
    </message>
    <message>
        <source>Writing what a training reads</source>
        <translation>Schreiben, was ein Training liest</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>app::TrainingDataPage</name>
    <message>
        <source>Labels are being counted…</source>
        <translation>Labels werden gezählt…</translation>
    </message>
    <message>
        <source>&amp;From a file…</source>
        <translation>Aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>Was gelernt wird</translation>
    </message>
    <message>
        <source>labels of this project, as they are now</source>
        <translation>Labels dieses Projekts, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>A file of features or tensors</source>
        <translation>Eine Datei mit Features oder Tensoren</translation>
    </message>
    <message>
        <source>.h5 or .npz, for instance of File → Export… (tensors)</source>
        <translation>.h5 oder .npz, etwa aus Datei → Exportieren… (Tensoren)</translation>
    </message>
    <message>
        <source>&amp;Labels of this project</source>
        <translation>&amp;Labels dieses Projekts</translation>
    </message>
    <message>
        <source>From what</source>
        <translation>Woraus</translation>
    </message>
    <message>
        <source>sequences of the project</source>
        <translation>Sequenzen des Projekts</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>no video in two parts</source>
        <translation>kein Video in zwei Teilen</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>Noch ist nichts gelabelt.</translation>
    </message>
    <message>
        <source>Label the first</source>
        <translation>Das erste labeln</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>Sequenzen machen…</translation>
    </message>
    <message>
        <source>Label next: %1</source>
        <translation>Als Nächstes labeln: %1</translation>
    </message>
    <message>
        <source>Features (*.h5 *.hdf5 *.npz)</source>
        <translation>Features (*.h5 *.hdf5 *.npz)</translation>
    </message>
    <message>
        <source>Choose the file of features.</source>
        <translation>Wählen Sie die Datei mit Features.</translation>
    </message>
    <message>
        <source>There are no words yet; choose rows of their own under Settings, or make a transcript.</source>
        <translation>Es gibt noch keine Wörter; wählen Sie unter Einstellungen eigene Zeilen, oder machen Sie ein Transkript.</translation>
    </message>
    <message>
        <source>Draw folds by video</source>
        <translation>Nach Videos aufteilen</translation>
    </message>
</context>
<context>
    <name>app::TrainingPaceTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>No training of this kind has come to its end here.</source>
        <translation>Hier ist noch kein Training dieser Art zu Ende gegangen.</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>höchstens %1</translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n epoch(s); it may end earlier.</source>
        <translation>
            <numerusform>Gemessen: %n Epoche; es kann früher enden.</numerusform>
            <numerusform>Gemessen: %n Epochen; es kann früher enden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As long as %n earlier one(s) of this kind took.</source>
        <translation>
            <numerusform>So lange, wie %n früheres dieser Art dauerte.</numerusform>
            <numerusform>So lange, wie %n frühere dieser Art dauerten.</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message numerus="yes">
        <source>With all %n epoch(s): %1.</source>
        <translation>
            <numerusform>Mit der ganzen %n Epoche: %1.</numerusform>
            <numerusform>Mit allen %n Epochen: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TrainingRowTexts</name>
    <message numerus="yes">
        <source>%1, %n classes</source>
        <translation>
            <numerusform>%1, %n Klasse</numerusform>
            <numerusform>%1, %n Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1 von %n Segment</numerusform>
            <numerusform>%1 von %n Segmenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n ohne</numerusform>
            <numerusform>%n ohne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n Spalte</numerusform>
            <numerusform>%n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>who listens says nothing</source>
        <translation>wer zuhört, sagt nichts</translation>
    </message>
</context>
<context>
    <name>app::TrainingTexts</name>
    <message>
        <source>Equal: the same weights and figures, byte for byte.</source>
        <translation>Gleich: dieselben Gewichte und Werte, Byte für Byte.</translation>
    </message>
    <message>
        <source>Equal, byte for byte, although %1.</source>
        <translation>Gleich, Byte für Byte, obwohl: %1.</translation>
    </message>
    <message>
        <source>Within the tolerance: no figure differs by more than %1. First: %2.</source>
        <translation>Innerhalb der Toleranz: Kein Wert unterscheidet sich um mehr als %1. Zuerst: %2.</translation>
    </message>
    <message>
        <source>Different: %1.</source>
        <translation>Verschieden: %1.</translation>
    </message>
</context>
<context>
    <name>app::TrainingTimes</name>
    <message>
        <source>Reading how long trainings took</source>
        <translation>Lesen, wie lange Trainings dauerten</translation>
    </message>
    <message>
        <source>Measuring a training</source>
        <translation>Ein Training wird gemessen</translation>
    </message>
</context>
<context>
    <name>app::TranscriptActions</name>
    <message>
        <source>All words have times.</source>
        <translation>Alle Wörter haben Zeiten.</translation>
    </message>
    <message>
        <source>No word without times comes next at the playhead.</source>
        <translation>Am Abspielkopf folgt kein Wort ohne Zeiten.</translation>
    </message>
    <message>
        <source>None of these words is without times.</source>
        <translation>Keines dieser Wörter ist ohne Zeiten.</translation>
    </message>
    <message numerus="yes">
        <source>times of %n word(s)</source>
        <translation>
            <numerusform>Zeiten von %n Wort</numerusform>
            <numerusform>Zeiten von %n Wörtern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TranscriptOffer</name>
    <message>
        <source>Looking for a transcript</source>
        <translation>Ein Transkript wird gesucht</translation>
    </message>
    <message>
        <source>%1 lies beside this recording. It can be the transcript of it.</source>
        <translation>%1 liegt neben dieser Aufnahme. Es kann ihr Transkript sein.</translation>
    </message>
    <message>
        <source>Open a recording first: a transcript belongs to one.</source>
        <translation>Öffnen Sie zuerst eine Aufnahme: Ein Transkript gehört zu einer.</translation>
    </message>
    <message>
        <source>There is no %1.txt, .srt, .vtt, .TextGrid or .eaf beside the recording.</source>
        <translation>Neben der Aufnahme liegt keine Datei %1.txt, .srt, .vtt, .TextGrid oder .eaf.</translation>
    </message>
</context>
<context>
    <name>app::TranscriptTab</name>
    <message>
        <source>The words are locked. A right click on the head of their track unlocks them.</source>
        <translation>Die Wörter sind gesperrt. Ein Rechtsklick auf den Kopf ihrer Spur entsperrt sie.</translation>
    </message>
    <message>
        <source>Open a video to type what is said in it.</source>
        <translation>Ein Video öffnen, um zu tippen, was darin gesagt wird.</translation>
    </message>
    <message>
        <source>This pass hides the words.</source>
        <translation>In diesem Durchgang sind die Wörter verborgen.</translation>
    </message>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>%n Wort löschen</numerusform>
            <numerusform>%n Wörter löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>type “%1”</source>
        <translation>„%1“ tippen</translation>
    </message>
    <message numerus="yes">
        <source>type %n word(s)</source>
        <translation>
            <numerusform>%n Wort tippen</numerusform>
            <numerusform>%n Wörter tippen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a video first: a text belongs to one.</source>
        <translation>Zuerst ein Video öffnen: Ein Text gehört zu einem.</translation>
    </message>
    <message>
        <source>Load a text</source>
        <translation>Text laden</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>Text (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>There are no words in %1.</source>
        <translation>In %1 sind keine Wörter.</translation>
    </message>
    <message numerus="yes">
        <source>This video has %n word(s) already.</source>
        <translation>
            <numerusform>Dieses Video hat schon %n Wort.</numerusform>
            <numerusform>Dieses Video hat schon %n Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the text says the same as they do, words that are replaced keep their times.</source>
        <translation>Wo der Text dasselbe sagt, behalten ersetzte Wörter ihre Zeiten.</translation>
    </message>
    <message>
        <source>Put it &amp;behind them</source>
        <translation>&amp;Dahinter stellen</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of %1 are in the transcript.</source>
        <translation>
            <numerusform>%n Wort von %1 ist im Transkript.</numerusform>
            <numerusform>%n Wörter von %1 sind im Transkript.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TriedEdits</name>
    <message>
        <source>offset of %1</source>
        <translation>Versatz von %1</translation>
    </message>
</context>
<context>
    <name>app::TriedTexts</name>
    <message>
        <source>the words</source>
        <translation>die Wörter</translation>
    </message>
    <message>
        <source>the voice</source>
        <translation>die Stimme</translation>
    </message>
    <message>
        <source>the face</source>
        <translation>das Gesicht</translation>
    </message>
    <message>
        <source>%1 ends %2 s later</source>
        <translation>%1 endet %2 s später</translation>
    </message>
    <message>
        <source>%1 ends %2 s earlier</source>
        <translation>%1 endet %2 s früher</translation>
    </message>
    <message>
        <source>%1 begins %2 s later</source>
        <translation>%1 beginnt %2 s später</translation>
    </message>
    <message>
        <source>%1 begins %2 s earlier</source>
        <translation>%1 beginnt %2 s früher</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Held at its mean</source>
        <translation>Auf dem Mittel gehalten</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Another word instead</source>
        <translation>Stattdessen ein anderes Wort</translation>
    </message>
    <message>
        <source>Another beginning or end</source>
        <translation>Anderer Anfang oder anderes Ende</translation>
    </message>
    <message>
        <source>The voice of another segment</source>
        <translation>Die Stimme eines anderen Segments</translation>
    </message>
    <message>
        <source>The face of another segment</source>
        <translation>Das Gesicht eines anderen Segments</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>Segment %1</translation>
    </message>
    <message>
        <source>The voice earlier or later</source>
        <translation>Die Stimme früher oder später</translation>
    </message>
    <message>
        <source>The face earlier or later</source>
        <translation>Das Gesicht früher oder später</translation>
    </message>
    <message>
        <source>The voice summed up otherwise</source>
        <translation>Die Stimme anders zusammengefasst</translation>
    </message>
    <message>
        <source>The face summed up otherwise</source>
        <translation>Das Gesicht anders zusammengefasst</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>“%2” instead of %1</source>
        <translation>„%2“ statt %1</translation>
    </message>
    <message>
        <source>%1 of segment %2</source>
        <translation>%1 von Segment %2</translation>
    </message>
    <message>
        <source>%1 held at its mean</source>
        <translation>%1 auf dem Mittel gehalten</translation>
    </message>
    <message>
        <source>%1 in a word by %2</source>
        <translation>%1 im Wort durch %2</translation>
    </message>
    <message>
        <source>words without %1: %2</source>
        <translation>Wörter ohne %1: %2</translation>
    </message>
    <message>
        <source>%1 %2 s later</source>
        <translation>%1 %2 s später</translation>
    </message>
    <message>
        <source>%1 %2 s earlier</source>
        <translation>%1 %2 s früher</translation>
    </message>
    <message>
        <source>the mean of the video</source>
        <translation>das Mittel des Videos</translation>
    </message>
    <message>
        <source>what lies between its neighbours</source>
        <translation>was zwischen den Nachbarn liegt</translation>
    </message>
    <message>
        <source>that of the word before</source>
        <translation>das des Wortes davor</translation>
    </message>
    <message>
        <source>that of the nearest word</source>
        <translation>das des nächsten Wortes</translation>
    </message>
    <message>
        <source>ones everywhere</source>
        <translation>überall Einsen</translation>
    </message>
    <message>
        <source>zeros everywhere</source>
        <translation>überall Nullen</translation>
    </message>
</context>
<context>
    <name>app::TurnSegments</name>
    <message>
        <source>Nothing tells who speaks when: %1</source>
        <translation>Nichts sagt, wer wann spricht: %1</translation>
    </message>
    <message>
        <source>This video belongs to no conversation, so there are no turns.</source>
        <translation>Dieses Video gehört zu keinem Gespräch, also gibt es keine Redebeiträge.</translation>
    </message>
    <message>
        <source>Reading words and labels</source>
        <translation>Wörter und Labels werden gelesen</translation>
    </message>
    <message>
        <source>segments of turns</source>
        <translation>Segmente aus Redebeiträgen</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>%n Segment wurde gemacht.</numerusform>
            <numerusform>%n Segmente wurden gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>turns as tiers</source>
        <translation>Redebeiträge als Ebenen</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s) have labelled segments already and were left as they are.</source>
        <translation>
            <numerusform>Eine Ebene hat schon gelabelte Segmente und blieb, wie sie ist.</numerusform>
            <numerusform>%n Ebenen haben schon gelabelte Segmente und blieben, wie sie sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TurnSegmentsDialog</name>
    <message>
        <source>Who &amp;speaks: each participant&apos;s own turns</source>
        <translation>Wer &amp;spricht: die eigenen Redebeiträge jeder Person</translation>
    </message>
    <message>
        <source>Who &amp;listens: the turns of the others</source>
        <translation>Wer &amp;zuhört: die Redebeiträge der anderen</translation>
    </message>
    <message>
        <source>&amp;Both, in two tiers</source>
        <translation>&amp;Beides, in zwei Ebenen</translation>
    </message>
    <message>
        <source>As s&amp;een by others</source>
        <translation>Wie &amp;andere es sehen</translation>
    </message>
    <message>
        <source>As the participants &amp;felt it themselves</source>
        <translation>Wie die Personen es selbst &amp;empfanden</translation>
    </message>
    <message numerus="yes">
        <source>Of &amp;all %n participant(s)</source>
        <translation>
            <numerusform>V&amp;on %n Person</numerusform>
            <numerusform>V&amp;on allen %n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Segments of turns</source>
        <translation>Segmente aus Redebeiträgen</translation>
    </message>
    <message>
        <source>Sentiment and six emotions</source>
        <translation>Sentiment und sechs Emotionen</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>&amp;Make segments</source>
        <translation>Segmente &amp;machen</translation>
    </message>
    <message>
        <source>Each turn becomes a segment to be labelled. The next step is a pass of review of the tier that it lies in.</source>
        <translation>Jeder Redebeitrag wird ein Segment, das bewertet werden soll. Der nächste Schritt ist ein Durchgang der Review über die Ebene, in der es liegt.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Sicht</translation>
    </message>
</context>
<context>
    <name>app::VersionsDialog</name>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n Ebene</numerusform>
            <numerusform>%n Ebenen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n segment(s)</source>
        <translation>
            <numerusform>, %n Segment</numerusform>
            <numerusform>, %n Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n value(s) given</source>
        <translation>
            <numerusform>, %n Wert vergeben</numerusform>
            <numerusform>, %n Werte vergeben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; partly damaged</source>
        <translation>%1; teilweise beschädigt</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>Version wiederherstellen</translation>
    </message>
    <message>
        <source>Earlier states of %1. The present one is kept as well, and restoring can be undone.</source>
        <translation>Frühere Stände von %1. Der jetzige wird auch aufbewahrt, und das Wiederherstellen lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>app::VideoOpener</name>
    <message>
        <source>Reading the sequences</source>
        <translation>Sequenzen werden gelesen</translation>
    </message>
    <message>
        <source>Nothing in %1 can be shown: there is no video and no readable sequence.</source>
        <translation>Nichts in %1 kann gezeigt werden: Es gibt weder ein Video noch eine lesbare Sequenz.</translation>
    </message>
    <message>
        <source>Reading the video&apos;s sequences</source>
        <translation>Sequenzen des Videos werden gelesen</translation>
    </message>
    <message>
        <source>Reading the sound</source>
        <translation>Ton wird gelesen</translation>
    </message>
    <message>
        <source>The sound of %1 cannot be read everywhere: the file is damaged or cut off at %2.</source>
        <translation>Der Ton von %1 ist nicht überall lesbar: Die Datei ist bei %2 beschädigt oder abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>app::VideoRender</name>
    <message>
        <source>Rendering %1</source>
        <translation>Rendert %1</translation>
    </message>
</context>
<context>
    <name>app::Welcome</name>
    <message>
        <source>Looking for recent projects</source>
        <translation>Zuletzt geöffnete Projekte werden gesucht</translation>
    </message>
    <message>
        <source>Keeping a picture of the project</source>
        <translation>Ein Bild des Projekts wird gespeichert</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 ist nicht mehr da</translation>
    </message>
</context>
<context>
    <name>app::WhatIfLedger</name>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>no longer try %1</source>
        <translation>nicht mehr versuchen: %1</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>versuchen: %1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>Anwenden: %1</translation>
    </message>
    <message>
        <source>Apply to the whole video: %1</source>
        <translation>Auf das ganze Video anwenden: %1</translation>
    </message>
    <message>
        <source>Name: %1…</source>
        <translation>Benennen: %1…</translation>
    </message>
    <message>
        <source>name “%1”</source>
        <translation>„%1“ benennen</translation>
    </message>
    <message>
        <source>apply %1</source>
        <translation>%1 anwenden</translation>
    </message>
</context>
<context>
    <name>app::WheelWords</name>
    <message>
        <source>Reading the emotion wheels</source>
        <translation>Emotionsräder werden gelesen</translation>
    </message>
    <message>
        <source>%1 on emotion wheel %2</source>
        <translation>%1 auf Emotionsrad %2</translation>
    </message>
</context>
<context>
    <name>app::WordExport</name>
    <message>
        <source>Exporting the words</source>
        <translation>Wörter werden exportiert</translation>
    </message>
    <message>
        <source>The words were written to %1.</source>
        <translation>Die Wörter wurden nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>There are no words to export yet.</source>
        <translation>Es gibt noch keine Wörter zu exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n of them has no times: it is written with those at which it lies.</source>
        <translation>
            <numerusform>%1 %n davon hat keine Zeiten: Es wird mit denen geschrieben, an denen es liegt.</numerusform>
            <numerusform>%1 %n davon haben keine Zeiten: Sie werden mit denen geschrieben, an denen sie liegen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are a draft that nobody has looked at.</source>
        <translation>
            <numerusform>%n Wort ist ein Entwurf, den niemand durchgesehen hat.</numerusform>
            <numerusform>%n Wörter sind ein Entwurf, den niemand durchgesehen hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export words</source>
        <translation>Wörter exportieren</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd)</source>
        <translation>Feature-Sequenzen (*.csd)</translation>
    </message>
    <message>
        <source>Plots of the dataset</source>
        <translation>Diagramme des Datensatzes</translation>
    </message>
    <message>
        <source>No panel is in sight that could be a picture.</source>
        <translation>Kein Panel ist zu sehen, das ein Bild werden könnte.</translation>
    </message>
    <message>
        <source>Picture of a panel</source>
        <translation>Bild eines Panels</translation>
    </message>
</context>
<context>
    <name>widgets::AgainstChooser</name>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>What another model says of the same segment, or the mean of several and how far they are apart; on the timeline too, with the difference.</source>
        <translation>Was ein anderes Modell zum selben Segment sagt, oder das Mittel mehrerer und wie weit sie auseinander liegen; auch auf der Zeitleiste, mit der Differenz.</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>kein anderes Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n models: mean, spread</source>
        <translation>
            <numerusform>%n Modell: Mittel, Streuung</numerusform>
            <numerusform>%n Modelle: Mittel, Streuung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AgeBar</name>
    <message>
        <source>Age of an answer</source>
        <translation>Alter einer Antwort</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 ms</translation>
    </message>
</context>
<context>
    <name>widgets::AgreementList</name>
    <message>
        <source>Figure of agreement</source>
        <translation>Kennzahl der Übereinstimmung</translation>
    </message>
    <message>
        <source>Which figure tells how far annotators agree</source>
        <translation>Welche Kennzahl sagt, wie weit Annotatoren übereinstimmen</translation>
    </message>
    <message>
        <source>Agreement of first passes</source>
        <translation>Übereinstimmung der ersten Durchgänge</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::AlignPanel</name>
    <message>
        <source>+ Add step</source>
        <translation>+ Schritt</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>What to do with the recipe</source>
        <translation>Was mit dem Rezept geschehen soll</translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation>&amp;Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Python</source>
        <translation>Als &amp;Python kopieren</translation>
    </message>
    <message>
        <source>&amp;Save recipe…</source>
        <translation>&amp;Rezept speichern…</translation>
    </message>
    <message>
        <source>&amp;Open recipe…</source>
        <translation>R&amp;ezept öffnen…</translation>
    </message>
    <message>
        <source>&amp;Usual recipe</source>
        <translation>Ü&amp;bliches Rezept</translation>
    </message>
    <message>
        <source>Show this video as its files have it</source>
        <translation>Dieses Video zeigen, wie seine Dateien es enthalten</translation>
    </message>
    <message>
        <source>move a step of the recipe</source>
        <translation>Schritt des Rezepts verschieben</translation>
    </message>
    <message>
        <source>remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>align to %1</source>
        <translation>an %1 ausrichten</translation>
    </message>
    <message>
        <source>collapse %1 by %2</source>
        <translation>%1 zusammenfassen: %2</translation>
    </message>
    <message>
        <source>what all others have</source>
        <translation>wie alle anderen</translation>
    </message>
    <message>
        <source>impute %1 by %2</source>
        <translation>%1 imputieren: %2</translation>
    </message>
    <message>
        <source>add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Align…</source>
        <translation>A&amp;usrichten…</translation>
    </message>
    <message>
        <source>&amp;Impute missing</source>
        <translation>&amp;Fehlendes imputieren</translation>
    </message>
    <message>
        <source>Add a &amp;sequence</source>
        <translation>&amp;Sequenz hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Leave a sequence out</source>
        <translation>Sequenz &amp;weglassen</translation>
    </message>
    <message>
        <source>Keep shared &amp;videos</source>
        <translation>&amp;Gemeinsame Videos behalten</translation>
    </message>
    <message>
        <source>Keep shared s&amp;egments</source>
        <translation>Ge&amp;meinsame Segmente behalten</translation>
    </message>
    <message>
        <source>&amp;Join segments again</source>
        <translation>Segmente wieder &amp;verbinden</translation>
    </message>
    <message>
        <source>Sort &amp;rows by time</source>
        <translation>&amp;Zeilen nach Zeit sortieren</translation>
    </message>
    <message>
        <source>Apply to all %1</source>
        <translation>Auf alle %1</translation>
    </message>
    <message>
        <source>Collapse · rows per target · coverage</source>
        <translation>Zusammenfassung · Zeilen je Ziel · Abdeckung</translation>
    </message>
    <message>
        <source>Fill · filled rows</source>
        <translation>Füllwert · imputierte Zeilen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>Auf %1 anwenden</translation>
    </message>
    <message>
        <source>This video is shown by this recipe already</source>
        <translation>Dieses Video wird schon nach diesem Rezept gezeigt</translation>
    </message>
    <message>
        <source>Align to %1</source>
        <translation>An %1 ausrichten</translation>
    </message>
    <message>
        <source>Impute missing</source>
        <translation>Fehlendes imputieren</translation>
    </message>
    <message>
        <source>Keep shared videos</source>
        <translation>Gemeinsame Videos behalten</translation>
    </message>
    <message>
        <source>Keep shared segments</source>
        <translation>Gemeinsame Segmente behalten</translation>
    </message>
    <message>
        <source>Join segments again</source>
        <translation>Segmente wieder verbinden</translation>
    </message>
    <message>
        <source>Sort rows by time</source>
        <translation>Zeilen nach Zeit sortieren</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>In %1 zusammenführen</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove id %1</source>
        <translation>Id %1 entfernen</translation>
    </message>
    <message>
        <source>%1 rows per second</source>
        <translation>%1 Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>windows of %1 s each %2 s</source>
        <translation>Fenster von %1 s alle %2 s</translation>
    </message>
    <message>
        <source>the video&apos;s frames</source>
        <translation>den Frames des Videos</translation>
    </message>
    <message>
        <source>frames of %1</source>
        <translation>Frames von %1</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Sum &amp;up the voice</source>
        <translation>St&amp;imme zusammenfassen</translation>
    </message>
    <message>
        <source>Add what others do: %1</source>
        <translation>Hinzufügen, was andere tun: %1</translation>
    </message>
    <message>
        <source>Bring to conversation time</source>
        <translation>In die Zeit des Gesprächs bringen</translation>
    </message>
    <message>
        <source>Keep whole conversations</source>
        <translation>Ganze Gespräche behalten</translation>
    </message>
    <message>
        <source>Sum up the voice: %1</source>
        <translation>Stimme zusammenfassen: %1</translation>
    </message>
    <message>
        <source>Write the aligned sequences of all videos into a folder</source>
        <translation>Die ausgerichteten Sequenzen aller Videos in einen Ordner schreiben</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerCardPainter</name>
    <message>
        <source>no segment here</source>
        <translation>hier ist kein Segment</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerLabels</name>
    <message>
        <source>The right value</source>
        <translation>Der richtige Wert</translation>
    </message>
    <message>
        <source>Other labels</source>
        <translation>Andere Labels</translation>
    </message>
    <message>
        <source>%1 takes it away</source>
        <translation>%1 nimmt ihn weg</translation>
    </message>
    <message>
        <source>%1, then the letter, then the value</source>
        <translation>%1, dann Buchstabe, dann Wert</translation>
    </message>
    <message>
        <source>strongly negative</source>
        <translation>stark negativ</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>neutral</translation>
    </message>
    <message>
        <source>strongly positive</source>
        <translation>stark positiv</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>Emotionen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>present</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerPanel</name>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave the pass; it goes on where it was left</source>
        <translation>Durchgang verlassen; er geht dort weiter, wo er verlassen wurde</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>The answer counts; on to the next</source>
        <translation>Die Antwort zählt; weiter zum nächsten</translation>
    </message>
    <message>
        <source>To be talked about</source>
        <translation>Zu besprechen</translation>
    </message>
    <message>
        <source>Commit, next</source>
        <translation>Übernehmen, weiter</translation>
    </message>
    <message>
        <source>▶ Again</source>
        <translation>▶ Noch einmal</translation>
    </message>
    <message>
        <source>On to the next one that is not done; this one stays to be done</source>
        <translation>Weiter zum nächsten, das noch offen ist; dieses bleibt offen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>widgets::AttributionTrack</name>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>of the segment under the playhead</source>
        <translation>des Segments unter dem Abspielkopf</translation>
    </message>
    <message>
        <source>How much each word, the voice and the face at it move the prediction of the segment. Arcs lead from a word to the voice or the face with which it does more than both alone.</source>
        <translation>Wie sehr jedes Wort, die Stimme und das Gesicht dabei die Vorhersage des Segments bewegen. Bögen führen von einem Wort zur Stimme oder zum Gesicht, mit dem es mehr bewirkt als beide allein.</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Zuschreibung</translation>
    </message>
</context>
<context>
    <name>widgets::AttributionView</name>
    <message>
        <source>better than chance, %1 σ</source>
        <translation>besser als Zufall, %1 σ</translation>
    </message>
    <message>
        <source>no better than chance, %1 σ</source>
        <translation>nicht besser als Zufall, %1 σ</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 × voice at %2</source>
        <translation>%1 × Stimme bei %2</translation>
    </message>
    <message>
        <source>%1 × face at %2</source>
        <translation>%1 × Gesicht bei %2</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>The prediction minus that without the step</source>
        <translation>Die Vorhersage weniger die ohne den Schritt</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>How the prediction changes with each number of the step, times the number</source>
        <translation>Wie sich die Vorhersage mit jeder Zahl des Schritts ändert, mal diese Zahl</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>Integriert</translation>
    </message>
    <message>
        <source>Integrated gradients: the changes on the way from what stands for absent to the step, added up</source>
        <translation>Integrierte Gradienten: die Änderungen auf dem Weg von dem, was für abwesend steht, bis zum Schritt, aufsummiert</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>Auf der Zeitachse</translation>
    </message>
    <message>
        <source>Show under the words how much each word, its sound and its face count</source>
        <translation>Unter den Wörtern zeigen, wie sehr jedes Wort, seine Stimme und sein Gesicht zählen</translation>
    </message>
    <message>
        <source>Largest pairs: what they do together, beyond each alone</source>
        <translation>Größte Paare: was sie zusammen bewirken, über jedes allein hinaus</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>Zuschreibung</translation>
    </message>
    <message>
        <source>It comes when nothing has changed for a moment.</source>
        <translation>Sie kommt, sobald sich einen Moment lang nichts geändert hat.</translation>
    </message>
    <message numerus="yes">
        <source>Half of it is gone after %1 of %n step(s).</source>
        <translation>
            <numerusform>Die Hälfte ist nach %1 von %n Schritt fort.</numerusform>
            <numerusform>Die Hälfte ist nach %1 von %n Schritten fort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of before the last change; it is asked for again.</source>
        <translation>Von vor der letzten Änderung; sie wird neu angefragt.</translation>
    </message>
    <message>
        <source>ρ %1 with occlusion</source>
        <translation>ρ %1 mit Weglassen</translation>
    </message>
    <message numerus="yes">
        <source>%1; adds up but for %2 % (%n step(s))</source>
        <translation>
            <numerusform>%1; die Summe stimmt bis auf %2 % (%n Schritt)</numerusform>
            <numerusform>%1; die Summe stimmt bis auf %2 % (%n Schritte)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; steps get their mean, for only whole modalities can be hidden</source>
        <translation>%1; Schritte bekommen ihr Mittel, denn nur ganze Modalitäten lassen sich verbergen</translation>
    </message>
    <message>
        <source>Steps are made absent in the order of the attribution, and present again. The area between both curves, less the mean of 20 random orders, in deviations of these (σ). Better than chance: above 2 σ, or better than each of the 20.</source>
        <translation>Schritte fallen in der Reihenfolge der Zuschreibung weg und kommen wieder. Die Fläche zwischen beiden Kurven, weniger das Mittel von 20 zufälligen Reihenfolgen, in deren Abweichungen (σ). Besser als Zufall: über 2 σ, oder besser als jede der 20.</translation>
    </message>
    <message>
        <source>Steps get their mean, for only whole modalities can be hidden.</source>
        <translation>Schritte bekommen ihr Mittel, denn nur ganze Modalitäten lassen sich verbergen.</translation>
    </message>
</context>
<context>
    <name>widgets::AuditList</name>
    <message>
        <source>Gaps in %1</source>
        <translation>Lücken in %1</translation>
    </message>
    <message>
        <source>Words without rows of %1</source>
        <translation>Wörter ohne Zeilen von %1</translation>
    </message>
    <message>
        <source>Overlapping %1</source>
        <translation>Überlappende %1</translation>
    </message>
    <message>
        <source>Words outside segments</source>
        <translation>Wörter außerhalb der Segmente</translation>
    </message>
    <message>
        <source>%1 outside the media</source>
        <translation>%1 außerhalb der Medien</translation>
    </message>
    <message>
        <source>Words beside their sound</source>
        <translation>Wörter neben ihrem Ton</translation>
    </message>
    <message>
        <source>Click to go from one to the next.</source>
        <translation>Klicken, um von einem zum nächsten zu gehen.</translation>
    </message>
    <message>
        <source>The words fit their sound best when they are moved by %1 s. Click to go there.</source>
        <translation>Die Wörter passen am besten zu ihrem Ton, wenn sie um %1 s verschoben werden. Klicken, um dorthin zu gehen.</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>Nichts Auffälliges.</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>Ton und Bild</translation>
    </message>
    <message>
        <source>Sound and picture: mouths and sound do not go together</source>
        <translation>Ton und Bild: Mund und Ton passen nicht zusammen</translation>
    </message>
    <message>
        <source>%1 (doubtful)</source>
        <translation>%1 (zweifelhaft)</translation>
    </message>
    <message>
        <source>Where the opening of the mouth that is seen most goes with the loudness best.</source>
        <translation>Wo die Öffnung des Mundes, der am meisten zu sehen ist, am besten mit der Lautstärke geht.</translation>
    </message>
    <message>
        <source>Sound %1 s before the picture, ± %2 s</source>
        <translation>Ton %1 s vor dem Bild, ± %2 s</translation>
    </message>
    <message>
        <source>Sound %1 s after the picture, ± %2 s</source>
        <translation>Ton %1 s nach dem Bild, ± %2 s</translation>
    </message>
</context>
<context>
    <name>widgets::CalibrationCard</name>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>in eighths</source>
        <translation>in Achteln</translation>
    </message>
</context>
<context>
    <name>widgets::CalibrationPlot</name>
    <message>
        <source>Calibration: mean label by prediction</source>
        <translation>Kalibrierung: mittleres Label je Vorhersage</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>mean label</source>
        <translation>mittleres Label</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), prediction %1, label %2</source>
        <translation>
            <numerusform>%n Segment, Vorhersage %1, Label %2</numerusform>
            <numerusform>%n Segmente, Vorhersage %1, Label %2</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of the label: %1 to %2</source>
        <translation>95-%-Intervall des Labels: %1 bis %2</translation>
    </message>
    <message>
        <source>probability of the class</source>
        <translation>Wahrscheinlichkeit der Klasse</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>Anteil, der stimmt</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), probability %1, right %2</source>
        <translation>
            <numerusform>%n Segment, Wahrscheinlichkeit %1, richtig %2</numerusform>
            <numerusform>%n Segmente, Wahrscheinlichkeit %1, richtig %2</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of what is right: %1 to %2</source>
        <translation>95-%-Intervall dessen, was stimmt: %1 bis %2</translation>
    </message>
</context>
<context>
    <name>widgets::CardSound</name>
    <message>
        <source>Hear %1 again</source>
        <translation>%1 wieder hören</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stumm schalten</translation>
    </message>
    <message>
        <source>%1 is not heard now</source>
        <translation>%1 ist jetzt nicht zu hören</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>Lautstärke von %1</translation>
    </message>
    <message>
        <source>Volume of %1: %2 %</source>
        <translation>Lautstärke von %1: %2 %</translation>
    </message>
</context>
<context>
    <name>widgets::CautionBanner</name>
    <message>
        <source>What these answers are</source>
        <translation>Was diese Antworten sind</translation>
    </message>
</context>
<context>
    <name>widgets::ClassField</name>
    <message>
        <source>agree, disagree, neutral</source>
        <translation>dafür, dagegen, neutral</translation>
    </message>
    <message>
        <source>One class a line, or separated by commas. Digits give them in this order.</source>
        <translation>Eine Klasse je Zeile oder durch Kommas getrennt. Ziffern geben sie in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
</context>
<context>
    <name>widgets::CommandPalette</name>
    <message>
        <source>Run a command…</source>
        <translation>Befehl ausführen…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>widgets::ComparePanel</name>
    <message>
        <source>&amp;0  As much</source>
        <translation>&amp;0  Gleich viel</translation>
    </message>
    <message>
        <source>&amp;Take the last answer back</source>
        <translation>Letzte Antwort &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Scores…</source>
        <translation>&amp;Werte…</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>Clips to compare</source>
        <translation>Zu vergleichende Clips</translation>
    </message>
    <message>
        <source>▶  %1</source>
        <translation>▶  %1</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>%1 abspielen</translation>
    </message>
    <message>
        <source>Play the clip (key %1)</source>
        <translation>Den Clip abspielen (Taste %1)</translation>
    </message>
    <message>
        <source>%1  %2 · best</source>
        <translation>%1  %2 · am besten</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptCard</name>
    <message>
        <source>Unmute</source>
        <translation>Alle wieder zählen</translation>
    </message>
    <message>
        <source>Predictions are shown as the model gives them, with all units</source>
        <translation>Die Vorhersagen werden gezeigt, wie das Modell sie gibt, mit allen Einheiten</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptModel</name>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Unit %1: in %n segment(s), where it changes the prediction by %2 on average</source>
        <translation>
            <numerusform>Einheit %1: in %n Segment, wo sie die Vorhersage im Mittel um %2 ändert</numerusform>
            <numerusform>Einheit %1: in %n Segmenten, wo sie die Vorhersage im Mittel um %2 ändert</numerusform>
        </translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>zählt</translation>
    </message>
    <message>
        <source>Without the tick the unit is muted: predictions are shown without what it adds.</source>
        <translation>Ohne Häkchen ist die Einheit stumm: Die Vorhersagen werden ohne ihren Beitrag gezeigt.</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>trägt bei</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>where it is strongest</source>
        <translation>wo sie am stärksten ist</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptTable</name>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>%1, segment %2: prediction %3
%4
A click plays it, a double click opens it.</source>
        <translation>%1, Segment %2: Vorhersage %3
%4
Ein Klick spielt es ab, ein Doppelklick öffnet es.</translation>
    </message>
</context>
<context>
    <name>widgets::ConfidenceBar</name>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>Sicherheit %1</translation>
    </message>
</context>
<context>
    <name>widgets::ConflictList</name>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Conflicts of this kind</source>
        <translation>Konflikte dieser Art</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>Alle meine</translation>
    </message>
    <message>
        <source>Of all rows that are listed</source>
        <translation>In allen gezeigten Zeilen</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>Alle anderen</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Das Neueste</translation>
    </message>
    <message>
        <source>Of all rows that are listed, where it is known when both were said</source>
        <translation>In allen gezeigten Zeilen, bei denen bekannt ist, wann beides gesagt wurde</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message numerus="yes">
        <source>All %n decided</source>
        <translation>
            <numerusform>%n entschieden</numerusform>
            <numerusform>Alle %n entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n undecided</source>
        <translation>
            <numerusform>%1 von %n unentschieden</numerusform>
            <numerusform>%1 von %n unentschieden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConflictModel</name>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was gilt</translation>
    </message>
</context>
<context>
    <name>widgets::ConflictText</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnetes</translation>
    </message>
    <message>
        <source>Changed here, removed there</source>
        <translation>Hier geändert, dort entfernt</translation>
    </message>
    <message>
        <source>Removed here, changed there</source>
        <translation>Hier entfernt, dort geändert</translation>
    </message>
    <message>
        <source>Labels of segments</source>
        <translation>Labels von Segmenten</translation>
    </message>
    <message>
        <source>Answers of annotators</source>
        <translation>Antworten von Annotatoren</translation>
    </message>
    <message>
        <source>Settled values</source>
        <translation>Geklärte Werte</translation>
    </message>
    <message>
        <source>Comments, flags, confidence</source>
        <translation>Kommentare, Markierungen, Sicherheit</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Whole segments</source>
        <translation>Ganze Segmente</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Ihre</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>Anfangszeit</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>Endzeit</translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionCard</name>
    <message>
        <source>Confusion</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>Only the sign of label and prediction (Acc-2), without labels of 0</source>
        <translation>Nur das Vorzeichen von Label und Vorhersage (Acc-2), ohne Labels von 0</translation>
    </message>
    <message>
        <source>Acc-2 %1</source>
        <translation>Acc-2 %1</translation>
    </message>
    <message>
        <source>Acc-%2 %1</source>
        <translation>Acc-%2 %1</translation>
    </message>
    <message>
        <source>sides</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Only on which side of %1, the middle of the scale, label and prediction lie (Acc-2), without labels of that</source>
        <translation>Nur auf welcher Seite von %1, der Mitte der Skala, Label und Vorhersage liegen (Acc-2), ohne Labels von genau dort</translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionGrid</name>
    <message>
        <source>Confusion: label upwards, prediction to the right</source>
        <translation>Verwechslungen: Label nach oben, Vorhersage nach rechts</translation>
    </message>
    <message>
        <source>neg.</source>
        <translation>neg.</translation>
    </message>
    <message>
        <source>pos.</source>
        <translation>pos.</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>present</source>
        <translation>da</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message numerus="yes">
        <source>label %1, prediction %2: %n segment(s)</source>
        <translation>
            <numerusform>Label %1, Vorhersage %2: %n Segment</numerusform>
            <numerusform>Label %1, Vorhersage %2: %n Segmente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConversationPanel</name>
    <message>
        <source>&amp;Copy as table</source>
        <translation>Als Tabelle &amp;kopieren</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>&amp;Bild speichern…</translation>
    </message>
    <message>
        <source>All tables, for a spreadsheet: with tabs between the cells, and all digits</source>
        <translation>Alle Tabellen, für eine Tabellenkalkulation: mit Tabulatoren zwischen den Zellen und allen Stellen</translation>
    </message>
    <message>
        <source>The tables and histograms as a picture, PNG or SVG</source>
        <translation>Die Tabellen und Histogramme als Bild, PNG oder SVG</translation>
    </message>
    <message>
        <source>Floor transfer offsets, s</source>
        <translation>Abstände beim Sprecherwechsel, s</translation>
    </message>
    <message>
        <source>Accommodation</source>
        <translation>Angleichung</translation>
    </message>
    <message>
        <source>Whether people come to speak alike; p stands for chance, bold where it is 0.05 or less</source>
        <translation>Ob sich die Sprechweise angleicht; p steht für den Zufall, fett bis 0,05</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>Synchronie</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Sprecherwechsel</translation>
    </message>
    <message>
        <source>A conversation needs two: add a recording.</source>
        <translation>Ein Gespräch braucht zwei: Fügen Sie eine Aufnahme hinzu.</translation>
    </message>
    <message>
        <source>&amp;Add a recording…</source>
        <translation>Aufnahme &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Find turns</source>
        <translation>Redebeiträge &amp;finden</translation>
    </message>
    <message>
        <source>Figures are being computed…</source>
        <translation>Zahlen werden berechnet…</translation>
    </message>
    <message>
        <source>Nobody takes a turn here.</source>
        <translation>Hier hat niemand einen Redebeitrag.</translation>
    </message>
    <message>
        <source>No times of turns are known: words, turns or channels tell them.</source>
        <translation>Es sind keine Zeiten von Redebeiträgen bekannt: Wörter, Redebeiträge oder Kanäle sagen sie.</translation>
    </message>
    <message>
        <source>Nobody says when these recordings began: turns and figures are as if they had begun together.</source>
        <translation>Niemand sagt, wann diese Aufnahmen begannen: Redebeiträge und Zahlen gelten, als hätten sie zugleich begonnen.</translation>
    </message>
    <message>
        <source>&amp;Offset and drift…</source>
        <translation>&amp;Versatz und Drift…</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTexts</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Redet</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>Beitr.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Backch.</source>
        <translation>Rückm.</translation>
    </message>
    <message>
        <source>Interr.</source>
        <translation>Unterb.</translation>
    </message>
    <message>
        <source>Share of everyone&apos;s speech</source>
        <translation>Anteil an allem, was gesprochen wird</translation>
    </message>
    <message>
        <source>How many turns</source>
        <translation>Wie viele Redebeiträge</translation>
    </message>
    <message>
        <source>Median length of a turn, in seconds</source>
        <translation>Median der Dauer eines Redebeitrags, in Sekunden</translation>
    </message>
    <message>
        <source>Median from the end of another&apos;s turn to the start of this person&apos;s, in seconds; less than 0: before that end</source>
        <translation>Median vom Ende des Beitrags einer anderen Person bis zum Beginn des eigenen, in Sekunden; unter 0: vor diesem Ende</translation>
    </message>
    <message>
        <source>Backchannels: short, while somebody else speaks on</source>
        <translation>Rückmeldungen: kurz, während jemand anders weiterspricht</translation>
    </message>
    <message>
        <source>Interruptions that this person made</source>
        <translation>Unterbrechungen durch diese Person</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>latch</source>
        <translation>nahtlos</translation>
    </message>
    <message>
        <source>interruption</source>
        <translation>Unterbrechung</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>Lücke</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Sprecherwechsel</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Offset, s</source>
        <translation>Abstand, s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Accommodation</source>
        <translation>Angleichung</translation>
    </message>
    <message>
        <source>Chance to find as much when turns are shuffled</source>
        <translation>Wie oft man so viel findet, wenn Redebeiträge vertauscht werden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Proximity</source>
        <translation>Nähe</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>Synchronie</translation>
    </message>
    <message>
        <source>Converg.</source>
        <translation>Konverg.</translation>
    </message>
    <message>
        <source>How near neighbouring turns are: 0 is alike, less is farther apart</source>
        <translation>Wie nahe sich aufeinanderfolgende Redebeiträge sind: 0 ist gleich, weniger ist weiter auseinander</translation>
    </message>
    <message>
        <source>Whether neighbouring turns rise and fall together: a correlation</source>
        <translation>Ob aufeinanderfolgende Redebeiträge gemeinsam steigen und fallen: eine Korrelation</translation>
    </message>
    <message>
        <source>Convergence: whether turns come nearer in the course of the conversation</source>
        <translation>Konvergenz: ob sich Redebeiträge im Lauf des Gesprächs annähern</translation>
    </message>
    <message>
        <source>Too few turns have a value: %1 exchanges, and %2 are needed</source>
        <translation>Zu wenige Redebeiträge haben einen Wert: %1 Wechsel, nötig sind %2</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Lag, s</source>
        <translation>Versatz, s</translation>
    </message>
    <message>
        <source>How strongly both go together, at the lag where they do most</source>
        <translation>Wie stark beide zusammengehen, bei dem Versatz, bei dem sie es am meisten tun</translation>
    </message>
    <message>
        <source>Above 0: the first comes first; below 0: the second</source>
        <translation>Über 0: die erste Person ist voraus; unter 0: die zweite</translation>
    </message>
    <message>
        <source>Chance to find as much of two who do not meet</source>
        <translation>Wie oft man so viel bei zweien findet, die sich nicht begegnen</translation>
    </message>
    <message>
        <source>The same, corrected for all pairs and signals</source>
        <translation>Ebenso, korrigiert für alle Paare und Signale</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>zu kurz, um es zu sagen</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Redebeitrag</numerusform>
            <numerusform>%n Redebeiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 in der Minute</translation>
    </message>
    <message>
        <source>%1 overlap</source>
        <translation>%1 Überlappung</translation>
    </message>
    <message>
        <source>%1 silence</source>
        <translation>%1 Stille</translation>
    </message>
    <message>
        <source>median offset %1 s</source>
        <translation>Abstand im Median %1 s</translation>
    </message>
</context>
<context>
    <name>widgets::CurvePlot</name>
    <message>
        <source>Curves of training</source>
        <translation>Trainingskurven</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n epochs, the best is %2</source>
        <translation>
            <numerusform>%1: %n Epoche, die beste ist %2</numerusform>
            <numerusform>%1: %n Epochen, die beste ist %2</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>%1: learnt from %2, validation %3</source>
        <translation>%1: Training %2, Validierung %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::DatasetHead</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>What stands for an absent modality</source>
        <translation>Was für eine fehlende Modalität steht</translation>
    </message>
    <message>
        <source>absent: mean</source>
        <translation>fehlt: Mittel</translation>
    </message>
    <message>
        <source>absent: zero</source>
        <translation>fehlt: Null</translation>
    </message>
    <message>
        <source>What the model gets in the place of a modality that is taken away</source>
        <translation>Was das Modell an der Stelle einer weggenommenen Modalität bekommt</translation>
    </message>
    <message>
        <source>Output of the model</source>
        <translation>Ausgabe des Modells</translation>
    </message>
    <message>
        <source>What colours and shapes mean</source>
        <translation>Was Farben und Formen bedeuten</translation>
    </message>
    <message>
        <source>colour: label</source>
        <translation>Farbe: Label</translation>
    </message>
    <message>
        <source>colour: error</source>
        <translation>Farbe: Fehler</translation>
    </message>
    <message>
        <source>colour: speaker</source>
        <translation>Farbe: Sprecher</translation>
    </message>
    <message>
        <source>colour: fold</source>
        <translation>Farbe: Fold</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write predictions, terms and classes of all segments into a table (.csv)</source>
        <translation>Vorhersagen, Terme und Klassen aller Segmente in eine Tabelle (.csv) schreiben</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Nichts auswählen (Esc)</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>Modell befragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Neu befragen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation>
            <numerusform>%1 von %n ausgewählt</numerusform>
            <numerusform>%1 von %n ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n to the queue</source>
        <translation>
            <numerusform>%n in die Warteschlange</numerusform>
            <numerusform>%n in die Warteschlange</numerusform>
        </translation>
    </message>
    <message>
        <source>A review pass of the selected segments (Q)</source>
        <translation>Ein Durchgang der Prüfung mit den ausgewählten Segmenten (Q)</translation>
    </message>
    <message>
        <source>absent: hidden</source>
        <translation>fehlt: verborgen</translation>
    </message>
    <message>
        <source>absent: others</source>
        <translation>fehlt: andere</translation>
    </message>
    <message>
        <source>The mean over 16 other segments of the training fold</source>
        <translation>Das Mittel über 16 andere Segmente des Trainings</translation>
    </message>
    <message>
        <source>No other modality attends to it</source>
        <translation>Keine andere Modalität achtet darauf</translation>
    </message>
    <message>
        <source>This model has no mask of keys, so it cannot hide a modality</source>
        <translation>Dieses Modell hat keine Schlüsselmaske und kann darum keine Modalität verbergen</translation>
    </message>
    <message>
        <source>Of which fold the figures are</source>
        <translation>Von welchem Fold die Zahlen sind</translation>
    </message>
    <message>
        <source>fold: %1</source>
        <translation>Fold: %1</translation>
    </message>
    <message>
        <source>fold: all</source>
        <translation>Fold: alle</translation>
    </message>
    <message>
        <source>colour: who decides</source>
        <translation>Farbe: wer entscheidet</translation>
    </message>
    <message>
        <source>colour: prediction</source>
        <translation>Farbe: Vorhersage</translation>
    </message>
</context>
<context>
    <name>widgets::DatasetView</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Label and prediction</source>
        <translation>Label und Vorhersage</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>Residuen</translation>
    </message>
    <message>
        <source>lasso in “Who decides”</source>
        <translation>Lasso in „Wer entscheidet“</translation>
    </message>
    <message>
        <source>lasso in “Label and prediction”</source>
        <translation>Lasso in „Label und Vorhersage“</translation>
    </message>
    <message>
        <source>lasso in “Residuals”</source>
        <translation>Lasso in „Residuen“</translation>
    </message>
    <message>
        <source>cell of the confusion</source>
        <translation>Zelle der Verwechslungen</translation>
    </message>
    <message>
        <source>an eighth of the predictions</source>
        <translation>ein Achtel der Vorhersagen</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n mit Label</numerusform>
            <numerusform>%n mit Label</numerusform>
        </translation>
    </message>
    <message>
        <source>several steps</source>
        <translation>mehrere Schritte</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Prediction minus label</source>
        <translation>Vorhersage minus Label</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>Beim Lernen</translation>
    </message>
    <message>
        <source>What was easy, ambiguous or hard to learn</source>
        <translation>Was leicht, mehrdeutig oder schwer zu lernen war</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>Zwei Modelle</translation>
    </message>
    <message>
        <source>What another model says of the same segments</source>
        <translation>Was ein anderes Modell zu denselben Segmenten sagt</translation>
    </message>
    <message>
        <source>lasso in “While training”</source>
        <translation>Lasso in „Beim Lernen“</translation>
    </message>
    <message>
        <source>lasso in “Two models”</source>
        <translation>Lasso in „Zwei Modelle“</translation>
    </message>
    <message>
        <source>concept “%1”</source>
        <translation>Konzept „%1“</translation>
    </message>
    <message>
        <source>Figures and slices are of the segments of this fold, as the model was trained; the others are pale</source>
        <translation>Zahlen und Teilmengen sind von den Segmenten dieses Folds, wie das Modell trainiert wurde; die anderen sind blass</translation>
    </message>
    <message>
        <source>The model&apos;s card does not say what was held out: figures may be of segments that it learnt from</source>
        <translation>Die Karte des Modells sagt nicht, was zurückgehalten wurde: Die Zahlen können von Segmenten sein, aus denen es gelernt hat</translation>
    </message>
    <message>
        <source>held out: unknown</source>
        <translation>zurückgehalten: unbekannt</translation>
    </message>
    <message>
        <source>a segment</source>
        <translation>ein Segment</translation>
    </message>
</context>
<context>
    <name>widgets::DecisionCard</name>
    <message>
        <source>Who decides</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>shares, |φ|</source>
        <translation>Anteile, |φ|</translation>
    </message>
    <message>
        <source>How far the predictions are a sum of one function per modality (EMAP): asks the model about 128 segments, each with the words, sounds and faces of the others</source>
        <translation>Wie weit die Vorhersagen eine Summe aus je einer Funktion pro Modalität sind (EMAP): befragt das Modell zu 128 Segmenten, jedes mit den Worten, Stimmen und Gesichtern der anderen</translation>
    </message>
</context>
<context>
    <name>widgets::DeletionCurve</name>
    <message>
        <source>How fast the prediction falls when the steps that count most go first</source>
        <translation>Wie schnell die Vorhersage fällt, wenn die wichtigsten Schritte zuerst wegfallen</translation>
    </message>
    <message>
        <source>From left to right, one step after the other is made absent: those that count most first. Blue is how far the prediction has fallen, grey the mean of random orders.</source>
        <translation>Von links nach rechts fällt ein Schritt nach dem anderen weg, die wichtigsten zuerst. Blau: wie weit die Vorhersage gefallen ist; grau: das Mittel zufälliger Reihenfolgen.</translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceMap</name>
    <message>
        <source>Difference over the open video</source>
        <translation>Unterschied im offenen Video</translation>
    </message>
    <message>
        <source>Largest difference in this video: %1</source>
        <translation>Größter Unterschied in diesem Video: %1</translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceTable</name>
    <message>
        <source>not defined here</source>
        <translation>hier nicht definiert</translation>
    </message>
    <message>
        <source>too few videos to tell</source>
        <translation>zu wenige Videos, um es zu sagen</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A ist besser</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B ist besser</translation>
    </message>
    <message>
        <source>Figures of both sides</source>
        <translation>Werte beider Seiten</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>← A better · B better →</source>
        <translation>← A besser · B besser →</translation>
    </message>
    <message>
        <source>What can be told</source>
        <translation>Was sich sagen lässt</translation>
    </message>
    <message>
        <source>Figures are those of the test fold, of a side with several seeds their mean and deviation. In brackets stands the interval of 95 % of the difference, by drawing videos again and again.</source>
        <translation>Die Werte sind die des Test-Folds, bei einer Seite mit mehreren Startwerten ihr Mittel und ihre Streuung. In Klammern steht das Intervall von 95 % des Unterschieds, durch wiederholtes Ziehen von Videos.</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) cannot tell</source>
        <translation>
            <numerusform>%n Startwert reicht nicht</numerusform>
            <numerusform>%n Startwerte reichen nicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceTrack</name>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>Bars above the line: %1 says more than %2; below it: less.</source>
        <translation>Balken über der Linie: %1 sagt mehr als %2; darunter: weniger.</translation>
    </message>
    <message>
        <source>%1 to %2 s: difference %3</source>
        <translation>%1 bis %2 s: Differenz %3</translation>
    </message>
    <message>
        <source>%1 to %2 s: not known yet</source>
        <translation>%1 bis %2 s: noch nicht bekannt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
</context>
<context>
    <name>widgets::DimensionChooser</name>
    <message>
        <source>Dimensions</source>
        <translation>Dimensionen</translation>
    </message>
    <message>
        <source>Part of a name, or a number</source>
        <translation>Teil eines Namens oder eine Nummer</translation>
    </message>
    <message>
        <source>&amp;Dimension:</source>
        <translation>&amp;Dimension:</translation>
    </message>
    <message>
        <source>&amp;Dimensions:</source>
        <translation>&amp;Dimensionen:</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>Diese zeigen</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayCanvas</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1; most: %2</source>
        <translation>%1; am stärksten: %2</translation>
    </message>
    <message>
        <source>most: %1</source>
        <translation>am stärksten: %1</translation>
    </message>
    <message>
        <source>mean: %1</source>
        <translation>Mittel: %1</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayGraph</name>
    <message>
        <source>%1 · “%2”: %3</source>
        <translation>%1 · „%2“: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>at “%1”</source>
        <translation>bei „%1“</translation>
    </message>
    <message>
        <source>mean over the words</source>
        <translation>Mittel über die Wörter</translation>
    </message>
    <message>
        <source>la, lv, av, lav: these modalities together</source>
        <translation>la, lv, av, lav: diese Modalitäten zusammen</translation>
    </message>
    <message>
        <source>thicker: a larger number, %1 … %2</source>
        <translation>dicker: eine größere Zahl, %1 … %2</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>unter 0</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>über 0</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayView</name>
    <message>
        <source>What is shown of the model</source>
        <translation>Was vom Modell gezeigt wird</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>Wie es gezeichnet wird</translation>
    </message>
    <message>
        <source>show under the words</source>
        <translation>unter den Wörtern zeigen</translation>
    </message>
    <message>
        <source>as a graph</source>
        <translation>als Graph</translation>
    </message>
    <message>
        <source>over the words</source>
        <translation>über die Wörter</translation>
    </message>
    <message>
        <source>Inside the model</source>
        <translation>Im Modell</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>The model&apos;s output is not what its card says.</source>
        <translation>Die Ausgabe des Modells ist nicht, was seine Karte sagt.</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Noch keine Antwort.</translation>
    </message>
    <message>
        <source>Which part is shown</source>
        <translation>Welcher Teil gezeigt wird</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayWords</name>
    <message>
        <source>Activity of each combination of modalities</source>
        <translation>Aktivität jeder Kombination von Modalitäten</translation>
    </message>
    <message>
        <source>Attention between the six vectors</source>
        <translation>Aufmerksamkeit zwischen den sechs Vektoren</translation>
    </message>
    <message>
        <source>Attention per modality</source>
        <translation>Aufmerksamkeit je Modalität</translation>
    </message>
    <message>
        <source>Attention per word</source>
        <translation>Aufmerksamkeit je Wort</translation>
    </message>
    <message>
        <source>Attention: text</source>
        <translation>Aufmerksamkeit: Text</translation>
    </message>
    <message>
        <source>Attention: acoustic</source>
        <translation>Aufmerksamkeit: Ton</translation>
    </message>
    <message>
        <source>Attention: visual</source>
        <translation>Aufmerksamkeit: Bild</translation>
    </message>
    <message>
        <source>Attention: text + acoustic</source>
        <translation>Aufmerksamkeit: Text + Ton</translation>
    </message>
    <message>
        <source>Attention: text + visual</source>
        <translation>Aufmerksamkeit: Text + Bild</translation>
    </message>
    <message>
        <source>Attention: acoustic + visual</source>
        <translation>Aufmerksamkeit: Ton + Bild</translation>
    </message>
    <message>
        <source>Attention: text + acoustic + visual</source>
        <translation>Aufmerksamkeit: Text + Ton + Bild</translation>
    </message>
    <message>
        <source>Attentions per modality</source>
        <translation>Aufmerksamkeiten je Modalität</translation>
    </message>
    <message>
        <source>Contribution of each combination of modalities</source>
        <translation>Beitrag jeder Kombination von Modalitäten</translation>
    </message>
    <message>
        <source>Contribution of each modality&apos;s state</source>
        <translation>Beitrag des Zustands jeder Modalität</translation>
    </message>
    <message>
        <source>Contribution of each rank</source>
        <translation>Beitrag jedes Rangs</translation>
    </message>
    <message>
        <source>Efficacy of each edge</source>
        <translation>Wirksamkeit jeder Kante</translation>
    </message>
    <message>
        <source>Fusion graph, mean over the words</source>
        <translation>Fusionsgraph, Mittel über die Wörter</translation>
    </message>
    <message>
        <source>Gate of what is heard</source>
        <translation>Tor für das Gehörte</translation>
    </message>
    <message>
        <source>Gate of what is seen</source>
        <translation>Tor für das Gesehene</translation>
    </message>
    <message>
        <source>Highlights per modality</source>
        <translation>Hervorhebungen je Modalität</translation>
    </message>
    <message>
        <source>How far a word is shifted</source>
        <translation>Wie weit ein Wort verschoben wird</translation>
    </message>
    <message>
        <source>Likeness of shared and own vector</source>
        <translation>Ähnlichkeit von gemeinsamem und eigenem Vektor</translation>
    </message>
    <message>
        <source>Memory added</source>
        <translation>Neu ins Gedächtnis</translation>
    </message>
    <message>
        <source>Memory kept</source>
        <translation>Behaltenes Gedächtnis</translation>
    </message>
    <message>
        <source>Open gates</source>
        <translation>Offene Tore</translation>
    </message>
    <message>
        <source>Predictions of all modalities and of each alone</source>
        <translation>Vorhersagen aller Modalitäten und jeder allein</translation>
    </message>
    <message>
        <source>Probability of an open gate</source>
        <translation>Wahrscheinlichkeit eines offenen Tors</translation>
    </message>
    <message>
        <source>Size of the memory</source>
        <translation>Größe des Gedächtnisses</translation>
    </message>
    <message>
        <source>Size of the state</source>
        <translation>Größe des Zustands</translation>
    </message>
    <message>
        <source>Text attends to acoustic</source>
        <translation>Text achtet auf Ton</translation>
    </message>
    <message>
        <source>Text attends to visual</source>
        <translation>Text achtet auf Bild</translation>
    </message>
    <message>
        <source>Text attends to itself</source>
        <translation>Text achtet auf sich selbst</translation>
    </message>
    <message>
        <source>Acoustic attends to text</source>
        <translation>Ton achtet auf Text</translation>
    </message>
    <message>
        <source>Acoustic attends to visual</source>
        <translation>Ton achtet auf Bild</translation>
    </message>
    <message>
        <source>Acoustic attends to itself</source>
        <translation>Ton achtet auf sich selbst</translation>
    </message>
    <message>
        <source>Visual attends to text</source>
        <translation>Bild achtet auf Text</translation>
    </message>
    <message>
        <source>Visual attends to acoustic</source>
        <translation>Bild achtet auf Ton</translation>
    </message>
    <message>
        <source>Visual attends to itself</source>
        <translation>Bild achtet auf sich selbst</translation>
    </message>
    <message>
        <source>Vectors of the modalities</source>
        <translation>Vektoren der Modalitäten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>eigen: Text</translation>
    </message>
    <message>
        <source>own acoustic</source>
        <translation>eigen: Ton</translation>
    </message>
    <message>
        <source>own visual</source>
        <translation>eigen: Bild</translation>
    </message>
    <message>
        <source>shared text</source>
        <translation>gemeinsam: Text</translation>
    </message>
    <message>
        <source>shared acoustic</source>
        <translation>gemeinsam: Ton</translation>
    </message>
    <message>
        <source>shared visual</source>
        <translation>gemeinsam: Bild</translation>
    </message>
    <message>
        <source>attention %1</source>
        <translation>Aufmerksamkeit %1</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>Kopf %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>Ausgabe %1</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>Rang %1</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Prediction word by word</source>
        <translation>Vorhersage Wort für Wort</translation>
    </message>
    <message>
        <source>Attention of the first translation</source>
        <translation>Aufmerksamkeit der ersten Übersetzung</translation>
    </message>
    <message>
        <source>Attention of the score</source>
        <translation>Aufmerksamkeit der Bewertung</translation>
    </message>
    <message>
        <source>Attention of the second translation</source>
        <translation>Aufmerksamkeit der zweiten Übersetzung</translation>
    </message>
    <message>
        <source>Attention of the translation</source>
        <translation>Aufmerksamkeit der Übersetzung</translation>
    </message>
    <message>
        <source>Attention of the translation back</source>
        <translation>Aufmerksamkeit der Rückübersetzung</translation>
    </message>
    <message>
        <source>Second translation beside the truth</source>
        <translation>Zweite Übersetzung neben der Wahrheit</translation>
    </message>
    <message>
        <source>Scores of each modality before they are added</source>
        <translation>Werte jeder Modalität, bevor sie addiert werden</translation>
    </message>
    <message>
        <source>Translation beside the truth</source>
        <translation>Übersetzung neben der Wahrheit</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>übersetzt</translation>
    </message>
    <message>
        <source>true</source>
        <translation>wahr</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>Merkmal %1</translation>
    </message>
    <message>
        <source>written step %1</source>
        <translation>geschriebener Schritt %1</translation>
    </message>
    <message>
        <source>Kept positions of the face, first level</source>
        <translation>Beibehaltene Stellen des Gesichts, erste Ebene</translation>
    </message>
    <message>
        <source>Kept positions of the face, second level</source>
        <translation>Beibehaltene Stellen des Gesichts, zweite Ebene</translation>
    </message>
    <message>
        <source>Kept positions of the face, third level</source>
        <translation>Beibehaltene Stellen des Gesichts, dritte Ebene</translation>
    </message>
    <message>
        <source>Likeliest texts</source>
        <translation>Wahrscheinlichste Texte</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>hypothesis %1</source>
        <translation>Hypothese %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Vector of the sound</source>
        <translation>Vektor des Tons</translation>
    </message>
    <message>
        <source>Vector of the text</source>
        <translation>Vektor des Texts</translation>
    </message>
    <message>
        <source>Vector of the vision</source>
        <translation>Vektor des Bilds</translation>
    </message>
</context>
<context>
    <name>widgets::DoubtfulList</name>
    <message>
        <source>Doubtful words</source>
        <translation>Zweifelhafte Wörter</translation>
    </message>
</context>
<context>
    <name>widgets::DraftTrack</name>
    <message>
        <source>Suggestion %1 of %2, %3 to %4 seconds: %5, sure to %6</source>
        <translation>Vorschlag %1 von %2, %3 bis %4 Sekunden: %5, zu %6 sicher</translation>
    </message>
</context>
<context>
    <name>widgets::DynamicsPlot</name>
    <message>
        <source>Segments that were learnt from</source>
        <translation>Gelernte Segmente</translation>
    </message>
    <message>
        <source>%1: error %2, deviation %3</source>
        <translation>%1: Fehler %2, Abweichung %3</translation>
    </message>
    <message>
        <source>deviation of the error over the epochs</source>
        <translation>Abweichung des Fehlers über die Epochen</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>mittlerer Fehler</translation>
    </message>
</context>
<context>
    <name>widgets::ErrorCurve</name>
    <message>
        <source>Error of this segment %1, of half of the others below %2</source>
        <translation>Fehler dieses Segments %1, bei der Hälfte der anderen unter %2</translation>
    </message>
    <message>
        <source>this %1</source>
        <translation>dieses %1</translation>
    </message>
    <message>
        <source>others %1</source>
        <translation>andere %1</translation>
    </message>
    <message>
        <source>epoch 1</source>
        <translation>Epoche 1</translation>
    </message>
</context>
<context>
    <name>widgets::FaceOverlay</name>
    <message>
        <source> · speaks</source>
        <translation> · spricht</translation>
    </message>
</context>
<context>
    <name>widgets::FacePanel</name>
    <message>
        <source>jaw</source>
        <translation>Kiefer</translation>
    </message>
    <message>
        <source>brow</source>
        <translation>Braue</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>Auge</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>Mund</translation>
    </message>
    <message>
        <source>across</source>
        <translation>quer</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>aufwärts</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Face in three dimensions</source>
        <translation>Gesicht in drei Dimensionen</translation>
    </message>
    <message>
        <source>The file has no depth: each landmark lies where the picture has it, and as deep as in an average face that is turned the same way (weak perspective, fitted to 18 landmarks). Depth is an estimate.</source>
        <translation>Die Datei hat keine Tiefe: Jede Landmarke liegt dort, wo das Bild sie hat, und so tief wie in einem gleich gedrehten Durchschnittsgesicht (schwache Perspektive, an 18 Landmarken angepasst). Die Tiefe ist geschätzt.</translation>
    </message>
    <message>
        <source>Places and depth are those of the file.</source>
        <translation>Orte und Tiefe sind die der Datei.</translation>
    </message>
    <message>
        <source>landmark %1, %2</source>
        <translation>Landmarke %1, %2</translation>
    </message>
    <message>
        <source>%1 across, %2 up, %3 deep, mm</source>
        <comment>of a face: positions in mm</comment>
        <translation>%1 quer, %2 hoch, %3 tief, mm</translation>
    </message>
    <message>
        <source>%1 · depth fitted to an average face</source>
        <translation>%1 · Tiefe an ein Durchschnittsgesicht angepasst</translation>
    </message>
    <message>
        <source>%1 · depth from the file</source>
        <translation>%1 · Tiefe aus der Datei</translation>
    </message>
</context>
<context>
    <name>widgets::FacesTrack</name>
    <message>
        <source>nobody is seen</source>
        <translation>niemand ist zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 are shown</source>
        <translation>%1, %2 davon werden gezeigt</translation>
    </message>
    <message>
        <source>%1 · mouth opening</source>
        <translation>%1 · Mundöffnung</translation>
    </message>
    <message>
        <source>Where each person is seen; darker, with a bar below, where they speak. The line is how far the mouth is open. A right click on a person says who they are, and who speaks.</source>
        <translation>Wo jede Person zu sehen ist; kräftiger, mit einem Balken darunter, wo sie spricht. Die Linie zeigt, wie weit der Mund offen ist. Mit einem Rechtsklick auf eine Person wird gesagt, wer sie ist und wer spricht.</translation>
    </message>
    <message>
        <source>%1 is seen for %2 s</source>
        <translation>%1 ist %2 s lang zu sehen</translation>
    </message>
    <message>
        <source>%1 is seen for %2 s and speaks for %3 s</source>
        <translation>%1 ist %2 s lang zu sehen und spricht %3 s lang</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
</context>
<context>
    <name>widgets::FeatureSurface</name>
    <message>
        <source>time, s</source>
        <translation>Zeit, s</translation>
    </message>
    <message>
        <source>value, within its range</source>
        <translation>Wert, in seinem Bereich</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>Dimension</translation>
    </message>
</context>
<context>
    <name>widgets::FeaturesOverlay</name>
    <message>
        <source>imputed: %1</source>
        <translation>imputiert: %1</translation>
    </message>
</context>
<context>
    <name>widgets::FeaturesTrack</name>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>no rows for this video</source>
        <translation>keine Zeilen für dieses Video</translation>
    </message>
    <message>
        <source>%1[%2] · %3…%4</source>
        <translation>%1[%2] · %3…%4</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %n row(s) · %2</source>
        <translation>
            <numerusform>%1 × %n Zeile · %2</numerusform>
            <numerusform>%1 × %n Zeilen · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Heat &amp;map of all dimensions</source>
        <translation>Heat&amp;map aller Dimensionen</translation>
    </message>
    <message>
        <source>heat map of %1</source>
        <translation>Heatmap von %1</translation>
    </message>
    <message>
        <source>&amp;Lines of the first 16 dimensions</source>
        <translation>&amp;Linien der ersten 16 Dimensionen</translation>
    </message>
    <message>
        <source>&amp;Lines of all dimensions</source>
        <translation>&amp;Linien aller Dimensionen</translation>
    </message>
    <message>
        <source>lines of %1</source>
        <translation>Linien von %1</translation>
    </message>
    <message>
        <source>Lines of %1</source>
        <translation>Linien von %1</translation>
    </message>
    <message>
        <source>A track of %1</source>
        <translation>Eine Spur für %1</translation>
    </message>
    <message>
        <source>&amp;Remove this track</source>
        <translation>Diese Spur &amp;entfernen</translation>
    </message>
    <message>
        <source>scale of %1</source>
        <translation>Skala von %1</translation>
    </message>
    <message>
        <source>&amp;Automatic: without outliers</source>
        <translation>&amp;Automatisch: ohne Ausreißer</translation>
    </message>
    <message>
        <source>&amp;Full range</source>
        <translation>&amp;Ganzer Bereich</translation>
    </message>
    <message>
        <source>&amp;Symmetric about 0</source>
        <translation>&amp;Symmetrisch um 0</translation>
    </message>
    <message>
        <source>&amp;Typed: %1…%2</source>
        <translation>&amp;Eingegeben: %1…%2</translation>
    </message>
    <message>
        <source>&amp;Typed…</source>
        <translation>&amp;Eingeben…</translation>
    </message>
    <message>
        <source>Scale of %1</source>
        <translation>Skala von %1</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>≈ </source>
        <translation>≈ </translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Linie</numerusform>
            <numerusform>%n Linien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 Hz · %3</source>
        <translation>%1 × %2 Hz · %3</translation>
    </message>
    <message>
        <source>The file does not name its columns. The names shown are those of %1.</source>
        <translation>Die Spalten werden in der Datei nicht benannt. Gezeigt werden die Namen von %1.</translation>
    </message>
    <message>
        <source>Lines of chose&amp;n dimensions…</source>
        <translation>Linien &amp;gewählter Dimensionen…</translation>
    </message>
    <message>
        <source>Scal&amp;e</source>
        <translation>&amp;Skala</translation>
    </message>
    <message>
        <source>Show a dimens&amp;ion as a track of its own…</source>
        <translation>Eine &amp;Dimension als eigene Spur…</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>widgets::FilmstripTrack</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>widgets::FilterPopup</name>
    <message>
        <source>Label from</source>
        <translation>Label von</translation>
    </message>
    <message>
        <source>from </source>
        <translation>von </translation>
    </message>
    <message>
        <source>Label to</source>
        <translation>Label bis</translation>
    </message>
    <message>
        <source>to </source>
        <translation>bis </translation>
    </message>
    <message>
        <source>Longer than, in seconds</source>
        <translation>Länger als, in Sekunden</translation>
    </message>
    <message>
        <source>Shorter than, in seconds</source>
        <translation>Kürzer als, in Sekunden</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Nichts Bestimmtes</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>&amp;Fold</translation>
    </message>
    <message>
        <source>&amp;Missing</source>
        <translation>F&amp;ehlend</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>&amp;Sekunden</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Shows all videos again</source>
        <translation>Zeigt wieder alle Videos</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Number of participants</source>
        <translation>Zahl der Teilnehmer</translation>
    </message>
    <message>
        <source>What was visible before somebody answered</source>
        <translation>Was zu sehen war, bevor jemand antwortete</translation>
    </message>
    <message>
        <source>A prediction</source>
        <translation>Eine Vorhersage</translation>
    </message>
    <message>
        <source>An explanation</source>
        <translation>Eine Erklärung</translation>
    </message>
    <message>
        <source>A suggestion</source>
        <translation>Ein Vorschlag</translation>
    </message>
    <message>
        <source>Another’s answer</source>
        <translation>Die Antwort eines anderen</translation>
    </message>
    <message>
        <source>A suspected error</source>
        <translation>Ein vermuteter Fehler</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>irgendjemand</translation>
    </message>
    <message>
        <source>A participant of the conversation; the beginning of the name is enough</source>
        <translation>Jemand, der am Gespräch teilnimmt; der Anfang des Namens genügt</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>S&amp;een before</source>
        <translation>&amp;Vorher gesehen</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Mit</translation>
    </message>
    <message>
        <source>&amp;Participants</source>
        <translation>&amp;Teilnehmer</translation>
    </message>
</context>
<context>
    <name>widgets::FindBar</name>
    <message>
        <source>Find in the words and labels of this video</source>
        <translation>In Wörtern und Labels dieses Videos suchen</translation>
    </message>
    <message>
        <source>Find words and labels…</source>
        <translation>Wörter und Labels suchen…</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Vorheriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no valid expression: %1</source>
        <translation>kein gültiger Ausdruck: %1</translation>
    </message>
</context>
<context>
    <name>widgets::FoldSection</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Einklappen</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
</context>
<context>
    <name>widgets::FusionTensor</name>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>widgets::GoldCard</name>
    <message>
        <source>Right is %1.</source>
        <translation>Richtig ist %1.</translation>
    </message>
    <message>
        <source>Right: %1, and you gave %2.</source>
        <translation>Richtig: %1, und Sie gaben %2.</translation>
    </message>
    <message>
        <source>Right is %1; you gave %2.</source>
        <translation>Richtig ist %1; Sie gaben %2.</translation>
    </message>
    <message>
        <source>Right is %1; you gave %2, %3 away.</source>
        <translation>Richtig ist %1; Sie gaben %2, %3 daneben.</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>richtig %1</translation>
    </message>
    <message>
        <source>you %1</source>
        <translation>Sie %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Bisher: %1</translation>
    </message>
</context>
<context>
    <name>widgets::GraphPanel</name>
    <message>
        <source>Fusion graph</source>
        <translation>Fusionsgraph</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>Wirksamkeit</translation>
    </message>
    <message>
        <source>%1 · not current: the model is asked again</source>
        <translation>%1 · nicht aktuell: das Modell wird neu gefragt</translation>
    </message>
</context>
<context>
    <name>widgets::HeadDrag</name>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>height of %1</source>
        <translation>Höhe von %1</translation>
    </message>
</context>
<context>
    <name>widgets::HeadMenu</name>
    <message>
        <source>&amp;Lock: no edits</source>
        <translation>&amp;Sperren: keine Änderungen</translation>
    </message>
    <message>
        <source>&amp;Solo: show only this</source>
        <translation>Solo: &amp;nur diese zeigen</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Bluish green</source>
        <translation>Blaugrün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>Zinnober</translation>
    </message>
    <message>
        <source>Reddish purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>&amp;Hide %1</source>
        <translation>%1 &amp;ausblenden</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Automatic height</source>
        <translation>Automatische &amp;Höhe</translation>
    </message>
    <message>
        <source>height of %1</source>
        <translation>Höhe von %1</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 einblenden</translation>
    </message>
    <message>
        <source>&amp;All tracks as they were at first</source>
        <translation>Alle Spuren &amp;wie zu Anfang</translation>
    </message>
    <message>
        <source>tracks as they were at first</source>
        <translation>Spuren wie zu Anfang</translation>
    </message>
    <message>
        <source>U&amp;nlock these answers…</source>
        <translation>Diese Antworten en&amp;tsperren…</translation>
    </message>
    <message>
        <source>&amp;Lock these answers again</source>
        <translation>Diese Antworten wieder &amp;sperren</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 einblenden</translation>
    </message>
</context>
<context>
    <name>widgets::HeadPainter</name>
    <message>
        <source>S</source>
        <comment>on the head of a track: solo</comment>
        <translation>S</translation>
    </message>
</context>
<context>
    <name>widgets::HeadSigns</name>
    <message>
        <source>hide %1</source>
        <translation>%1 ausblenden</translation>
    </message>
    <message>
        <source>lock %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>show only %1</source>
        <translation>nur %1 zeigen</translation>
    </message>
    <message>
        <source>show other tracks beside %1</source>
        <translation>andere Spuren neben %1 zeigen</translation>
    </message>
    <message>
        <source>Hide this track. A right click on the heads shows it again.</source>
        <translation>Diese Spur ausblenden. Mit einem Rechtsklick auf die Spurköpfe wird sie wieder eingeblendet.</translation>
    </message>
    <message>
        <source>These answers are locked: they belong to who gave them. A click asks before it unlocks them.</source>
        <translation>Diese Antworten sind gesperrt: Sie gehören denen, die sie gegeben haben. Vor dem Entsperren wird gefragt.</translation>
    </message>
    <message>
        <source>These answers were unlocked. A click locks them again.</source>
        <translation>Diese Antworten wurden entsperrt. Ein Klick sperrt sie wieder.</translation>
    </message>
    <message>
        <source>The answers of the pass that goes on.</source>
        <translation>Die Antworten des laufenden Durchgangs.</translation>
    </message>
    <message>
        <source>This track is locked. A click unlocks it.</source>
        <translation>Diese Spur ist gesperrt. Mit einem Klick wird sie entsperrt.</translation>
    </message>
    <message>
        <source>Lock this track against edits.</source>
        <translation>Diese Spur gegen Änderungen sperren.</translation>
    </message>
    <message>
        <source>Only this track is shown. A click shows the others again.</source>
        <translation>Nur diese Spur wird gezeigt. Mit einem Klick werden die anderen wieder gezeigt.</translation>
    </message>
    <message>
        <source>Show only this track.</source>
        <translation>Nur diese Spur zeigen.</translation>
    </message>
</context>
<context>
    <name>widgets::HiddenVotes</name>
    <message>
        <source>Show what others said; this is noted</source>
        <translation>Was andere gesagt haben, wird gezeigt; das wird vermerkt</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s)</source>
        <translation>
            <numerusform>%n Vorhersage</numerusform>
            <numerusform>%n Vorhersagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden until you commit: %1 and %2.</source>
        <translation>Bis zum Abschluss verborgen: %1 und %2.</translation>
    </message>
    <message>
        <source>Hidden until you commit: %1.</source>
        <translation>Bis zum Abschluss verborgen: %1.</translation>
    </message>
    <message>
        <source>What others say is hidden until you commit.</source>
        <translation>Was andere sagen, bleibt bis zum Abschluss verborgen.</translation>
    </message>
</context>
<context>
    <name>widgets::InfluencePlot</name>
    <message numerus="yes">
        <source>%1 of %n segment(s) lie nearer to the prediction where it was visible</source>
        <translation>
            <numerusform>%1 von %n Segment liegt näher an der Vorhersage, wo sie sichtbar war</numerusform>
            <numerusform>%1 von %n Segmenten liegen näher an der Vorhersage, wo sie sichtbar war</numerusform>
        </translation>
    </message>
    <message>
        <source>prediction hidden</source>
        <translation>Vorhersage verborgen</translation>
    </message>
    <message>
        <source>prediction visible</source>
        <translation>Vorhersage sichtbar</translation>
    </message>
    <message>
        <source>%1: %2 steps from the prediction where it was hidden, %3 where it was visible</source>
        <translation>%1: %2 Stufen von der Vorhersage, wo sie verborgen war, %3, wo sie sichtbar war</translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>Word at the playhead</source>
        <translation>Wort an der Abspielposition</translation>
    </message>
    <message>
        <source>No segment here</source>
        <translation>Hier kein Segment</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>Emotionen</translation>
    </message>
    <message>
        <source>Other labels</source>
        <translation>Andere Labels</translation>
    </message>
    <message>
        <source>No word here</source>
        <translation>Hier kein Wort</translation>
    </message>
    <message>
        <source>%1 · edited</source>
        <translation>%1 · bearbeitet</translation>
    </message>
    <message>
        <source>nothing received, imputed with zeros</source>
        <translation>nichts erhalten, mit Nullen imputiert</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) → 1 · %1 s</source>
        <translation>
            <numerusform>%n Zeile → 1 · %1 s</numerusform>
            <numerusform>%n Zeilen → 1 · %1 s</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>No video is open.</source>
        <translation>Kein Video ist geöffnet.</translation>
    </message>
    <message>
        <source>steps %1 – %2</source>
        <translation>Schritte %1 – %2</translation>
    </message>
    <message>
        <source>%1 · without times</source>
        <translation>%1 · ohne Zeiten</translation>
    </message>
    <message>
        <source>%1 · confidence %2</source>
        <translation>%1 · Konfidenz %2</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <translation>%1 · Entwurf</translation>
    </message>
    <message>
        <source>%1 · doubtful</source>
        <translation>%1 · zweifelhaft</translation>
    </message>
    <message>
        <source>%1 · confidence of its times %2</source>
        <translation>%1 · Sicherheit seiner Zeiten %2</translation>
    </message>
</context>
<context>
    <name>widgets::InteractionView</name>
    <message>
        <source>Dominance: the words decide</source>
        <translation>Übergewicht: die Wörter entscheiden</translation>
    </message>
    <message>
        <source>Dominance: the voice decides</source>
        <translation>Übergewicht: die Stimme entscheidet</translation>
    </message>
    <message>
        <source>Dominance: the face decides</source>
        <translation>Übergewicht: das Gesicht entscheidet</translation>
    </message>
    <message>
        <source>Conflict: the words say otherwise</source>
        <translation>Widerspruch: die Wörter sagen etwas anderes</translation>
    </message>
    <message>
        <source>Conflict: the voice says otherwise</source>
        <translation>Widerspruch: die Stimme sagt etwas anderes</translation>
    </message>
    <message>
        <source>Conflict: the face says otherwise</source>
        <translation>Widerspruch: das Gesicht sagt etwas anderes</translation>
    </message>
    <message>
        <source>By themselves: words %1, voice %2, face %3. Where they meet: %4.</source>
        <translation>Für sich: Wörter %1, Stimme %2, Gesicht %3. Wo sie zusammenkommen: %4.</translation>
    </message>
    <message>
        <source>Flat: hardly anything moves it</source>
        <translation>Flach: kaum etwas bewegt sie</translation>
    </message>
    <message>
        <source>Emergent: it comes of what they say together</source>
        <translation>Zusammenspiel: es entsteht erst aus allem zusammen</translation>
    </message>
    <message>
        <source>Redundant: they say the same</source>
        <translation>Doppelt: sie sagen dasselbe</translation>
    </message>
    <message>
        <source>Complement: each adds its part</source>
        <translation>Ergänzung: jede trägt ihren Teil bei</translation>
    </message>
    <message>
        <source>What is absent is replaced by its mean in training, at the same steps</source>
        <translation>Was fehlt, wird durch sein Mittel im Training ersetzt, an denselben Schritten</translation>
    </message>
    <message>
        <source>What is absent is replaced by zeros</source>
        <translation>Was fehlt, wird durch Nullen ersetzt</translation>
    </message>
    <message>
        <source>absent is</source>
        <translation>fehlend ist</translation>
    </message>
    <message>
        <source>Interaction map</source>
        <translation>Zusammenspiel</translation>
    </message>
    <message>
        <source>nothing %1, all %2; the terms add up, error %3</source>
        <translation>nichts %1, alles %2; die Terme ergeben die Summe, Fehler %3</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>Null</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>No other modality attends to what is absent</source>
        <translation>Keine andere Modalität achtet auf das, was fehlt</translation>
    </message>
    <message>
        <source>This model has no mask of keys, so it cannot hide a modality</source>
        <translation>Dieses Modell hat keine Schlüsselmaske und kann darum keine Modalität verbergen</translation>
    </message>
    <message>
        <source>Far off the scale: with what stands for absent, the model is where it never learnt.</source>
        <translation>Weit außerhalb der Skala: Mit dem, was für Fehlendes steht, ist das Modell dort, wo es nie gelernt hat.</translation>
    </message>
</context>
<context>
    <name>widgets::IntervalTrack</name>
    <message numerus="yes">
        <source>+%n lane(s): drag the lower border</source>
        <translation>
            <numerusform>+%n Reihe: unteren Rand ziehen</numerusform>
            <numerusform>+%n Reihen: unteren Rand ziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n Reihe</numerusform>
            <numerusform>%n Reihen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>Label hin&amp;zufügen</translation>
    </message>
    <message>
        <source>new label</source>
        <translation>neues Label</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>En&amp;tfernen</translation>
    </message>
    <message>
        <source>&amp;Terms…</source>
        <translation>Be&amp;griffe…</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Freier Text</translation>
    </message>
    <message>
        <source>Set of words</source>
        <translation>Menge von Wörtern</translation>
    </message>
    <message>
        <source>Set of listed words</source>
        <translation>Menge gelisteter Wörter</translation>
    </message>
    <message>
        <source>Up to %1 words, of which Terms… proposes some</source>
        <translation>Bis zu %1 Wörter, von denen Begriffe… einige vorschlägt</translation>
    </message>
    <message>
        <source>Up to %1 words of the list in Terms…</source>
        <translation>Bis zu %1 Wörter der Liste in Begriffe…</translation>
    </message>
</context>
<context>
    <name>widgets::LabelledTexts</name>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n mit Label</numerusform>
            <numerusform>%n mit Label</numerusform>
        </translation>
    </message>
    <message>
        <source>MAE %1</source>
        <translation>MAE %1</translation>
    </message>
    <message>
        <source>r %1</source>
        <translation>r %1</translation>
    </message>
    <message>
        <source>No segment has a label for this output: there is nothing to compare with.</source>
        <translation>Kein Segment hat ein Label für diese Ausgabe: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>F1 %1</source>
        <translation>F1 %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>commonest class %1</source>
        <translation>häufigste Klasse %1</translation>
    </message>
    <message>
        <source>acc. %1 · chance %2</source>
        <translation>Gen. %1 · Zufall %2</translation>
    </message>
</context>
<context>
    <name>widgets::LabelsTrack</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>keine Labels</translation>
    </message>
    <message>
        <source>Segment %1 of %2, %3 to %4 seconds</source>
        <translation>Segment %1 von %2, %3 bis %4 Sekunden</translation>
    </message>
    <message>
        <source>labels · %1</source>
        <translation>Labels · %1</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>labelled segments</source>
        <translation>Segmente mit Label</translation>
    </message>
    <message>
        <source>labels · %1 · %2</source>
        <translation>Labels · %1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::LearnList</name>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>Was gelernt wird</translation>
    </message>
</context>
<context>
    <name>widgets::LearningCard</name>
    <message>
        <source>Learning while you label</source>
        <translation>Lernen, während Sie labeln</translation>
    </message>
    <message>
        <source>The correlation of a model&apos;s answers with your labels, for segments of videos that it has not seen; behind the point: what is expected of more labels, nine times of ten</source>
        <translation>Die Korrelation der Antworten eines Modells mit Ihren Labels, für Segmente von Videos, die es nicht gesehen hat; hinter dem Punkt: was von weiteren Labels zu erwarten ist, in neun von zehn Fällen</translation>
    </message>
    <message>
        <source>The queue keeps the order that it has; the pass goes on</source>
        <translation>Die Warteschlange behält ihre Reihenfolge; der Durchgang geht weiter</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>Nicht mehr lernen</translation>
    </message>
    <message>
        <source>It is learning…</source>
        <translation>Es lernt…</translation>
    </message>
</context>
<context>
    <name>widgets::LearningCurve</name>
    <message numerus="yes">
        <source>Correlation %1 after %n label(s)</source>
        <translation>
            <numerusform>Korrelation %1 nach %n Label</numerusform>
            <numerusform>Korrelation %1 nach %n Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryEntry</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>no media</source>
        <translation>keine Medien</translation>
    </message>
    <message>
        <source>Covered: text %1, sound %2, vision %3</source>
        <translation>Abgedeckt: Text %1, Ton %2, Bild %3</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled segment(s)</source>
        <translation>
            <numerusform>%n Segment mit Label</numerusform>
            <numerusform>%n Segmente mit Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 to %3, mean %4, spread %5</source>
        <translation>%1: %2 bis %3, Mittel %4, Streuung %5</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LibraryOrder</name>
    <message>
        <source>Order of the dataset</source>
        <translation>Reihenfolge des Datensatzes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Mean of the first label</source>
        <translation>Mittel des ersten Labels</translation>
    </message>
    <message>
        <source>Spread of the first label</source>
        <translation>Streuung des ersten Labels</translation>
    </message>
    <message>
        <source>Number of segments</source>
        <translation>Anzahl der Segmente</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryPanel</name>
    <message>
        <source>in name, speaker, fold or spoken words</source>
        <translation>in Name, Sprecher, Fold oder gesprochenen Wörtern</translation>
    </message>
    <message>
        <source>these words together</source>
        <translation>diese Wörter zusammen</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>ein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>some segment has these labels</source>
        <translation>ein Segment hat diese Labels</translation>
    </message>
    <message>
        <source>exactly these</source>
        <translation>genau diese</translation>
    </message>
    <message>
        <source>no rows of it; also text, sound, labels, media</source>
        <translation>keine Zeilen davon; auch text, sound, labels, media</translation>
    </message>
    <message>
        <source>length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source>Everything that is written has to hold:</source>
        <translation>Alles, was geschrieben steht, muss gelten:</translation>
    </message>
    <message>
        <source>Find a video, a word, a label…</source>
        <translation>Video, Wort oder Label suchen…</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>In der Bibliothek suchen</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtern und sortieren</translation>
    </message>
    <message>
        <source>Filter and sort the library</source>
        <translation>Bibliothek filtern und sortieren</translation>
    </message>
    <message>
        <source>Videos of the dataset</source>
        <translation>Videos des Datensatzes</translation>
    </message>
    <message>
        <source>No video has labels.</source>
        <translation>Kein Video hat Labels.</translation>
    </message>
    <message>
        <source>No video has a label “%1”; there are: %2.</source>
        <translation>Kein Video hat ein Label „%1“; es gibt: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 videos</source>
        <translation>%1 von %2 Videos</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>seen before an answer; also explanation, suggestion, other, suspect</source>
        <translation>vor einer Antwort gesehen; auch explanation, suggestion, other, suspect</translation>
    </message>
    <message>
        <source>participants of its conversation</source>
        <translation>Beteiligte seines Gesprächs</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryQuery</name>
    <message>
        <source>The regular expression /%1/ is wrong at character %2: %3.</source>
        <translation>Der reguläre Ausdruck /%1/ ist bei Zeichen %2 falsch: %3.</translation>
    </message>
    <message>
        <source>“%1” is no length; write seconds, as in longer:10.</source>
        <translation>„%1“ ist keine Länge; schreiben Sie Sekunden, wie in longer:10.</translation>
    </message>
    <message>
        <source>“missing:%1” is not known; write text, sound, vision, labels or media.</source>
        <translation>„missing:%1“ ist nicht bekannt; schreiben Sie text, sound, vision, labels oder media.</translation>
    </message>
    <message>
        <source>“%1” is no number; write a label&apos;s value, as in sentiment&gt;1.</source>
        <translation>„%1“ ist keine Zahl; schreiben Sie den Wert eines Labels, wie in sentiment&gt;1.</translation>
    </message>
    <message>
        <source>“seen:%1” is not known; write prediction, explanation, suggestion, other or suspect.</source>
        <translation>„seen:%1“ ist nicht bekannt; schreiben Sie prediction, explanation, suggestion, other oder suspect.</translation>
    </message>
    <message>
        <source>“people:%1” is no number of participants; write people:2.</source>
        <translation>„people:%1“ ist keine Zahl von Beteiligten; schreiben Sie people:2.</translation>
    </message>
</context>
<context>
    <name>widgets::LiveBars</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1: von %2 bis %3</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
</context>
<context>
    <name>widgets::LivePanel</name>
    <message>
        <source>Make it a &amp;video of the dataset…</source>
        <translation>Zum &amp;Video des Datensatzes machen…</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>Emotionen</translation>
    </message>
    <message>
        <source>What it hears and sees</source>
        <translation>Was es hört und sieht</translation>
    </message>
    <message>
        <source>Age of an answer</source>
        <translation>Alter einer Antwort</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Wohin es kommt</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Leave live  %1</source>
        <translation>Live verlassen  %1</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht genommen</translation>
    </message>
    <message>
        <source>After Stop, the recording becomes a video of the dataset by one click.</source>
        <translation>Nach Stopp wird die Aufnahme mit einem Klick zu einem Video des Datensatzes.</translation>
    </message>
    <message>
        <source>&amp;answers and marks, too</source>
        <translation>&amp;auch Antworten und Marken</translation>
    </message>
    <message>
        <source>Beside picture and sound: they become a track and a tier of the video</source>
        <translation>Neben Bild und Ton: Sie werden eine Spur und eine Ebene des Videos</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>widgets::LivePicture</name>
    <message>
        <source>Live picture</source>
        <translation>Live-Bild</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>Nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>No network while live. What is recorded is kept in the file that is named at the right.</source>
        <translation>Kein Netz während einer Live-Sitzung. Aufgenommenes liegt in der Datei, die rechts genannt ist.</translation>
    </message>
    <message>
        <source>No network while live. Without recording, nothing is kept but the last 10 s in memory.</source>
        <translation>Kein Netz während einer Live-Sitzung. Ohne Aufnahme wird nichts behalten außer den letzten 10 s im Speicher.</translation>
    </message>
</context>
<context>
    <name>widgets::LiveRecordings</name>
    <message>
        <source>Nothing was recorded yet. R begins a recording, K keeps the last 10 s.</source>
        <translation>Noch wurde nichts aufgenommen. R beginnt eine Aufnahme, K behält die letzten 10 s.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>A click opens one as a video, with the answers and marks of its session.</source>
        <translation>Ein Klick öffnet eine als Video, mit den Antworten und Marken ihrer Sitzung.</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>In diesem Ordner</translation>
    </message>
    <message>
        <source>%1, with answers</source>
        <translation>%1, mit Antworten</translation>
    </message>
</context>
<context>
    <name>widgets::LiveSources</name>
    <message>
        <source>There is no camera. A video can take its place: it plays as if it were one.</source>
        <translation>Es ist keine Kamera da. Ein Video kann an ihre Stelle treten: Es wird abgespielt, als wäre es eine.</translation>
    </message>
    <message>
        <source>Sources of a live session</source>
        <translation>Quellen einer Live-Sitzung</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>A model answers about the last seconds, twice a second. Nothing leaves this machine, and nothing is kept unless you record.</source>
        <translation>Ein Modell antwortet zweimal in der Sekunde über die letzten Sekunden. Nichts verlässt diesen Rechner, und nichts wird behalten, solange nicht aufgenommen wird.</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>The video in sight: %1</source>
        <translation>Das Video im Blick: %1</translation>
    </message>
    <message>
        <source>plays from its start</source>
        <translation>wird von Anfang an abgespielt</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>Eine Datei…</translation>
    </message>
    <message>
        <source>any video with sound or without</source>
        <translation>jedes Video, mit Ton oder ohne</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::LiveTracks</name>
    <message>
        <source>The last seconds</source>
        <translation>Die letzten Sekunden</translation>
    </message>
    <message>
        <source>Mel spectrogram</source>
        <translation>Mel-Spektrogramm</translation>
    </message>
    <message>
        <source>72 bands · 60 … 7 600 Hz</source>
        <translation>72 Bänder · 60 … 7 600 Hz</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>smile, thin: brows</source>
        <translation>Lächeln, dünn: Brauen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>kein Modell</translation>
    </message>
    <message>
        <source>%1 · each %2 ms</source>
        <translation>%1 · alle %2 ms</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>%1 min %2 s, whole</source>
        <translation>%1 min %2 s, ganz</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>words, voice, face</source>
        <translation>Wörter, Stimme, Gesicht</translation>
    </message>
</context>
<context>
    <name>widgets::LiveView</name>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufnahme beginnen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Keep the last 10 s</source>
        <translation>Die letzten 10 s behalten</translation>
    </message>
    <message>
        <source>Another source…</source>
        <translation>Andere Quelle…</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>● recording</source>
        <translation>● Aufnahme</translation>
    </message>
    <message>
        <source>nothing leaves this machine</source>
        <translation>nichts verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>■ Stop recording</source>
        <translation>■ Aufnahme beenden</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>widgets::LiveWhy</name>
    <message>
        <source>What each sense adds</source>
        <translation>Was jeder Sinn beiträgt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>widgets::LiveWordStrip</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>widgets::MarkLegend</name>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>A click selects these segments.</source>
        <translation>Ein Klick wählt diese Segmente aus.</translation>
    </message>
</context>
<context>
    <name>widgets::MarkTexts</name>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no fold</source>
        <translation>kein Fold</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>flach</translation>
    </message>
    <message>
        <source>emergent</source>
        <translation>emergent</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>dominance</source>
        <translation>Dominanz</translation>
    </message>
    <message>
        <source>redundant</source>
        <translation>redundant</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
</context>
<context>
    <name>widgets::ModalityList</name>
    <message>
        <source>not learnt from</source>
        <translation>nicht gelernt</translation>
    </message>
    <message>
        <source>%1 when off</source>
        <translation>%1 wenn aus</translation>
    </message>
    <message>
        <source>&amp;Fit to own labels</source>
        <translation>An eigene Labels an&amp;passen</translation>
    </message>
    <message>
        <source>Brings each output to the labels of the project by a scale and an offset, where ten labels or more are less wrong so, each video held out. The answers then come from a model of your own.</source>
        <translation>Bringt jede Ausgabe durch einen Faktor und eine Verschiebung an die Labels des Projekts, wo zehn oder mehr Labels so weniger falsch sind, jedes Video beiseitegelassen. Die Antworten kommen dann von einem eigenen Modell.</translation>
    </message>
</context>
<context>
    <name>widgets::ModalitySwitch</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Model uses %1</source>
        <translation>Modell nutzt %1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>widgets::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>Modell öffnen…</translation>
    </message>
</context>
<context>
    <name>widgets::NearestLists</name>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>Sounds like this face looks</source>
        <translation>Klingt, wie dieses Gesicht aussieht</translation>
    </message>
    <message>
        <source>Faces that look like this sounds</source>
        <translation>Gesichter, die aussehen, wie dies klingt</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Ähnlich</translation>
    </message>
    <message>
        <source>Like %1, %2</source>
        <translation>Wie %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 compared %n segment(s), as it learnt them: labelled ones, or windows. Its own picture and sound: %2. A click goes there; Space plays.</source>
        <translation>
            <numerusform>%1 verglich %n Segment, wie es sie lernte: gelabelte oder Fenster. Eigenes Bild und eigener Ton: %2. Ein Klick führt dorthin; die Leertaste spielt ab.</numerusform>
            <numerusform>%1 verglich %n Segmente, wie es sie lernte: gelabelte oder Fenster. Eigenes Bild und eigener Ton: %2. Ein Klick führt dorthin; die Leertaste spielt ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1, %2</source>
        <translation>%1, %2 anhalten</translation>
    </message>
    <message>
        <source>Play %1, %2</source>
        <translation>%1, %2 abspielen</translation>
    </message>
</context>
<context>
    <name>widgets::NeedsList</name>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>kommt später</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>What is still needed</source>
        <translation>Was noch fehlt</translation>
    </message>
</context>
<context>
    <name>widgets::NoticeBox</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>widgets::OffsetHistogram</name>
    <message>
        <source>Floor transfer offsets</source>
        <translation>Abstände beim Sprecherwechsel</translation>
    </message>
    <message>
        <source>%1 → %2: %3, median %4 s</source>
        <translation>%1 → %2: %3, Median %4 s</translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n Wechsel</numerusform>
            <numerusform>%n Wechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>widgets::OffsetView</name>
    <message>
        <source>Both recordings over each other</source>
        <translation>Beide Aufnahmen übereinander</translation>
    </message>
    <message>
        <source>dashed: %1, drag: %2</source>
        <translation>gestrichelt: %1, ziehen: %2</translation>
    </message>
</context>
<context>
    <name>widgets::OthersSection</name>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Hide again</source>
        <translation>Wieder verbergen</translation>
    </message>
    <message>
        <source>a peek is noted</source>
        <translation>ein Blick wird vermerkt</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>Noch hat niemand etwas gesagt.</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>Modell %1</translation>
    </message>
</context>
<context>
    <name>widgets::OverviewStrip</name>
    <message>
        <source>Overview of the whole file</source>
        <translation>Überblick über die ganze Datei</translation>
    </message>
    <message>
        <source>The whole file. Click to look there, double click to go there.</source>
        <translation>Die ganze Datei. Klicken, um dorthin zu sehen, doppelt klicken, um dorthin zu gehen.</translation>
    </message>
</context>
<context>
    <name>widgets::PassForm</name>
    <message>
        <source>&amp;Hide what others said until the answer counts</source>
        <translation>Andere bis zur Antwort &amp;verbergen</translation>
    </message>
    <message>
        <source>Label the segments</source>
        <translation>Segmente labeln</translation>
    </message>
    <message>
        <source>Label again, blind and shuffled</source>
        <translation>Erneut labeln, blind und gemischt</translation>
    </message>
    <message>
        <source>Settle disagreements</source>
        <translation>Uneinigkeiten klären</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>Nur Ton</translation>
    </message>
    <message>
        <source>Silent video</source>
        <translation>Video ohne Ton</translation>
    </message>
    <message>
        <source>What matters most first</source>
        <translation>Wichtigstes zuerst</translation>
    </message>
    <message>
        <source>As the videos go</source>
        <translation>Wie im Video</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>The same seed shuffles in the same way</source>
        <translation>Derselbe Startwert mischt gleich</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation>%1 s davor</translation>
    </message>
    <message>
        <source>all segments</source>
        <translation>alle Segmente</translation>
    </message>
    <message>
        <source> segments</source>
        <translation> Segmente</translation>
    </message>
    <message>
        <source>&amp;Pass</source>
        <translation>Durch&amp;gang</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>&amp;Annotator</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nummer</translation>
    </message>
    <message>
        <source>&amp;Shown</source>
        <translation>Ge&amp;zeigt</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>&amp;Reihenfolge</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>&amp;Startwert</translation>
    </message>
    <message>
        <source>&amp;Lead-in</source>
        <translation>V&amp;orlauf</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
    <message>
        <source>A new pass</source>
        <translation>Neuer Durchgang</translation>
    </message>
    <message>
        <source>Segments that are</source>
        <translation>Welche Segmente</translation>
    </message>
    <message>
        <source>not labelled yet</source>
        <translation>noch nicht gelabelt</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>positive for some, negative for others</source>
        <translation>für manche positiv, für andere negativ</translation>
    </message>
    <message>
        <source>two steps or more apart</source>
        <translation>zwei Stufen oder mehr auseinander</translation>
    </message>
    <message>
        <source>far from the model</source>
        <translation>weit vom Modell entfernt</translation>
    </message>
    <message>
        <source>out of scale</source>
        <translation>außerhalb der Skala</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>ohne Wörter</translation>
    </message>
    <message>
        <source>missing a modality</source>
        <translation>ohne eine der Modalitäten</translation>
    </message>
    <message>
        <source>none of these: a tenth, at random</source>
        <translation>nichts davon: ein Zehntel, zufällig</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 fortsetzen</translation>
    </message>
    <message>
        <source>Practise on gold items</source>
        <translation>An Goldsegmenten üben</translation>
    </message>
    <message>
        <source>Gold items stand among the segments and cannot be told from them; 5 to 10 % are usual</source>
        <translation>Goldsegmente stehen unter den übrigen und sind nicht zu erkennen; 5 bis 10 % sind üblich</translation>
    </message>
    <message>
        <source>Some segments come again: do you agree with yourself? The first answer stays; 10 to 20 % are usual</source>
        <translation>Einige Segmente kommen noch einmal: Stimmen Sie mit sich überein? Die erste Antwort bleibt; 10 bis 20 % sind üblich</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> places</source>
        <translation> Plätzen</translation>
    </message>
    <message>
        <source>How much later a segment comes again, at least</source>
        <translation>Wie viel später ein Segment mindestens noch einmal kommt</translation>
    </message>
    <message>
        <source>Hidden &amp;gold</source>
        <translation>Verborgenes &amp;Gold</translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>Wieder&amp;holungen</translation>
    </message>
    <message>
        <source>A&amp;fter</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>&amp;Judged</source>
        <translation>Be&amp;urteilt</translation>
    </message>
    <message>
        <source>labelled segments</source>
        <translation>gelabelte Segmente</translation>
    </message>
    <message>
        <source>Open passes</source>
        <translation>Offene Durchgänge</translation>
    </message>
    <message>
        <source>Which of two has more</source>
        <translation>Welches von zweien hat mehr</translation>
    </message>
    <message>
        <source>Best and worst of four</source>
        <translation>Bestes und Schlechtestes von vieren</translation>
    </message>
    <message>
        <source>Texts to compare</source>
        <translation>Texte zum Vergleichen</translation>
    </message>
    <message>
        <source>The tiers whose texts of a segment are compared, two at a time</source>
        <translation>Die Ebenen, deren Texte zu einem Segment verglichen werden, je zwei auf einmal</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>Which of two texts is better</source>
        <translation>Welcher von zwei Texten ist besser</translation>
    </message>
    <message>
        <source>choose two</source>
        <translation>zwei wählen</translation>
    </message>
    <message>
        <source>As many turns of the conversation play before the segment; what is judged is the segment alone</source>
        <translation>So viele Redebeiträge des Gesprächs laufen vor dem Segment; beurteilt wird nur das Segment</translation>
    </message>
    <message>
        <source>&amp;Turns before</source>
        <translation>Redebei&amp;träge davor</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeadTrack</name>
    <message>
        <source>in hand: what keys edit</source>
        <translation>in der Hand: was Tasten ändern</translation>
    </message>
    <message>
        <source>folded: click to see the tracks</source>
        <translation>eingeklappt: Klick zeigt die Spuren</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>in der Hand</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>eingeklappt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>Tracks of %1, %2</source>
        <translation>Spuren von %1, %2</translation>
    </message>
    <message>
        <source>mute</source>
        <comment>button</comment>
        <translation>stumm</translation>
    </message>
    <message>
        <source>only</source>
        <comment>button: hear nobody else</comment>
        <translation>nur</translation>
    </message>
    <message>
        <source>hear %1 again</source>
        <translation>%1 wieder hören</translation>
    </message>
    <message>
        <source>mute %1</source>
        <translation>%1 stumm schalten</translation>
    </message>
    <message>
        <source>hear the others again</source>
        <translation>die anderen wieder hören</translation>
    </message>
    <message>
        <source>hear only %1, and whom else you choose so</source>
        <translation>nur %1 hören, und wer sonst so gewählt ist</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>nicht zu hören</translation>
    </message>
    <message>
        <source>&amp;Mute %1</source>
        <translation>%1 st&amp;umm schalten</translation>
    </message>
    <message>
        <source>Hear &amp;only %1</source>
        <translation>&amp;Nur %1 hören</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>heard alone</source>
        <translation>allein zu hören</translation>
    </message>
</context>
<context>
    <name>widgets::PlanCurve</name>
    <message>
        <source>%1 ratings: ± %2</source>
        <translation>%1 Urteile: ± %2</translation>
    </message>
    <message>
        <source>Half width against ratings</source>
        <translation>Halbe Breite nach Zahl der Urteile</translation>
    </message>
    <message>
        <source>wished ± %1</source>
        <translation>gewünscht ± %1</translation>
    </message>
</context>
<context>
    <name>widgets::PointPlot</name>
    <message>
        <source>%1, segment %2</source>
        <translation>%1, Segment %2</translation>
    </message>
    <message>
        <source>label %1, prediction %2</source>
        <translation>Label %1, Vorhersage %2</translation>
    </message>
    <message>
        <source>no label, prediction %1</source>
        <translation>kein Label, Vorhersage %1</translation>
    </message>
    <message>
        <source>%1: text %2 %, sound %3 %, vision %4 %</source>
        <translation>%1: Text %2 %, Ton %3 %, Bild %4 %</translation>
    </message>
</context>
<context>
    <name>widgets::PredictPanel</name>
    <message>
        <source>Emotions</source>
        <translation>Emotionen</translation>
    </message>
    <message>
        <source>Predicted sentiment</source>
        <translation>Vorhergesagtes Sentiment</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>Modalitäten</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Predicted %1</source>
        <translation>Vorhersage: %1</translation>
    </message>
    <message>
        <source>Other outputs</source>
        <translation>Weitere Ausgaben</translation>
    </message>
    <message>
        <source>words as edited</source>
        <translation>Wörter wie bearbeitet</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>&amp;Accept as label</source>
        <translation>Als Label ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Gives the segment what the model says, rounded to the step of the label, with your name and the model&apos;s. Undo takes it back.</source>
        <translation>Gibt dem Segment, was das Modell sagt, gerundet auf den Schritt des Labels, mit Ihrem Namen und dem des Modells. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>Karte …</translation>
    </message>
    <message>
        <source>All that is known of this model: what it learnt from, how good it is, what it takes</source>
        <translation>Alles, was über dieses Modell bekannt ist: woraus es gelernt hat, wie gut es ist, was es braucht</translation>
    </message>
    <message>
        <source>&amp;Accept as label…</source>
        <translation>Als Label ü&amp;bernehmen…</translation>
    </message>
    <message>
        <source>Arousal, and emotions as raters see them</source>
        <translation>Erregung, und Emotionen, wie Beurteiler sie sehen</translation>
    </message>
</context>
<context>
    <name>widgets::PredictionTrack</name>
    <message>
        <source>no segments</source>
        <translation>keine Segmente</translation>
    </message>
    <message>
        <source>%1 of %2 segments</source>
        <translation>%1 von %2 Segmenten</translation>
    </message>
    <message>
        <source>−3…+3</source>
        <translation>−3…+3</translation>
    </message>
    <message>
        <source>%1 · live</source>
        <translation>%1 · live</translation>
    </message>
    <message>
        <source>label %1, model %2: review</source>
        <translation>Label %1, Modell %2: prüfen</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>widgets::QueuePanel</name>
    <message>
        <source>Review queue</source>
        <translation>Review-Liste</translation>
    </message>
    <message>
        <source>Progress of the pass</source>
        <translation>Fortschritt des Durchgangs</translation>
    </message>
    <message>
        <source>No pass goes on. A pass leads through the segments that need a look, one after the other.</source>
        <translation>Kein Durchgang läuft. Ein Durchgang führt nacheinander durch die Segmente, die angesehen werden sollten.</translation>
    </message>
    <message>
        <source>Begin a pass…</source>
        <translation>Durchgang beginnen…</translation>
    </message>
    <message>
        <source>Answers that the pass asks for. A segment may come a second time, so there can be more answers than segments.</source>
        <translation>Antworten, nach denen der Durchgang fragt. Ein Segment kann ein zweites Mal kommen; deshalb können es mehr Antworten als Segmente sein.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answers</source>
        <translation>
            <numerusform>%1 von %n Antwort</numerusform>
            <numerusform>%1 von %n Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::RangeDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
</context>
<context>
    <name>widgets::RaterCard</name>
    <message>
        <source>Bars: how often %1 gave each value. Lines: the others on the same segments.</source>
        <translation>Balken: wie oft %1 jeden Wert gab. Striche: die anderen bei denselben Segmenten.</translation>
    </message>
    <message>
        <source>bars: %1 · lines: the others</source>
        <translation>Balken: %1 · Striche: die anderen</translation>
    </message>
</context>
<context>
    <name>widgets::RatingBar</name>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>The mouse over it, or Up and Down, give the value</source>
        <translation>Die Maus darüber oder Auf und Ab geben den Wert</translation>
    </message>
    <message>
        <source>● recording</source>
        <translation>● Aufzeichnung</translation>
    </message>
    <message>
        <source>The stick of %1 gives the value, its cross moves it by a step, a button ends the recording; so do the mouse over it, and Up and Down</source>
        <translation>Der Stick von %1 gibt den Wert, sein Kreuz bewegt ihn um einen Schritt, eine Taste beendet die Aufnahme; den Wert geben auch die Maus darüber sowie Auf und Ab</translation>
    </message>
</context>
<context>
    <name>widgets::ReceivedRows</name>
    <message>
        <source>Rows that the word receives</source>
        <translation>Zeilen, die das Wort erhält</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); %1</source>
        <translation>
            <numerusform>%n Zeile; %1</numerusform>
            <numerusform>%n Zeilen; %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ReceivedSection</name>
    <message>
        <source>Sequence whose rows are shown</source>
        <translation>Sequenz, deren Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Dimension that is shown</source>
        <translation>Dimension, die gezeigt wird</translation>
    </message>
</context>
<context>
    <name>widgets::ResidualCard</name>
    <message>
        <source>What the residuals are shown over</source>
        <translation>Worüber die Residuen gezeigt werden</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>nach Länge</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>nach Sprecher</translation>
    </message>
    <message>
        <source>by fold</source>
        <translation>nach Fold</translation>
    </message>
    <message>
        <source>on average %1</source>
        <translation>im Mittel %1</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>Abweichung %1</translation>
    </message>
</context>
<context>
    <name>widgets::ResidualPlot</name>
    <message>
        <source>Residuals: prediction minus label</source>
        <translation>Residuen: Vorhersage minus Label</translation>
    </message>
    <message>
        <source>length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source>prediction − label</source>
        <translation>Vorhersage − Label</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>length in rows</source>
        <translation>Länge in Zeilen</translation>
    </message>
    <message>
        <source>1 − probability of the label</source>
        <translation>1 − Wahrscheinlichkeit des Labels</translation>
    </message>
</context>
<context>
    <name>widgets::RowBars</name>
    <message>
        <source>Aligned row</source>
        <translation>Ausgerichtete Zeile</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>named as in %1</source>
        <translation>benannt wie in %1</translation>
    </message>
</context>
<context>
    <name>widgets::ScatterPlot</name>
    <message>
        <source>Label and prediction</source>
        <translation>Label und Vorhersage</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>probability of the label</source>
        <translation>Wahrscheinlichkeit des Labels</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentListCard</name>
    <message>
        <source>wrong only</source>
        <translation>nur falsche</translation>
    </message>
    <message>
        <source>Segments with label and prediction</source>
        <translation>Segmente mit Label und Vorhersage</translation>
    </message>
    <message>
        <source>Only segments whose label is another class than the model says</source>
        <translation>Nur Segmente, deren Label eine andere Klasse ist, als das Modell sagt</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n falsch</numerusform>
            <numerusform>%n falsch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SegmentListModel</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>The model gives %1 a probability of %2.</source>
        <translation>Das Modell gibt %1 die Wahrscheinlichkeit %2.</translation>
    </message>
    <message>
        <source>Whether label and prediction are the same; sorted by how little the model gives the label</source>
        <translation>Ob Label und Vorhersage gleich sind; sortiert danach, wie wenig das Modell dem Label gibt</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentStrip</name>
    <message>
        <source>label %1, prediction %2</source>
        <translation>Label %1, Vorhersage %2</translation>
    </message>
    <message>
        <source>no label, prediction %1</source>
        <translation>kein Label, Vorhersage %1</translation>
    </message>
    <message>
        <source>%1, segment %2</source>
        <translation>%1, Segment %2</translation>
    </message>
    <message>
        <source>Selected segments</source>
        <translation>Ausgewählte Segmente</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentTableModel</name>
    <message>
        <source>Start (s)</source>
        <translation>Anfang (s)</translation>
    </message>
    <message>
        <source>End (s)</source>
        <translation>Ende (s)</translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation>Länge (s)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentWords</name>
    <message>
        <source>Play the segment again</source>
        <translation>Segment nochmals abspielen</translation>
    </message>
</context>
<context>
    <name>widgets::SentimentScale</name>
    <message>
        <source>No prediction</source>
        <translation>Keine Vorhersage</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>Predicted %1 %2</source>
        <translation>Vorhersage %1 %2</translation>
    </message>
</context>
<context>
    <name>widgets::SequenceGrid</name>
    <message>
        <source>%1: %2 % covered</source>
        <translation>%1: %2 % abgedeckt</translation>
    </message>
    <message>
        <source>How rows of %1 become one</source>
        <translation>Wie Zeilen von %1 zu einer werden</translation>
    </message>
    <message>
        <source>What stands in for missing rows of %1</source>
        <translation>Was für fehlende Zeilen von %1 steht</translation>
    </message>
    <message>
        <source>Keep all rows</source>
        <translation>Alle Zeilen behalten</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>Wie alle anderen</translation>
    </message>
</context>
<context>
    <name>widgets::SliceCard</name>
    <message>
        <source>Search for a slice of one&apos;s own</source>
        <translation>Suche für eine eigene Teilmenge</translation>
    </message>
    <message>
        <source>As in the library: film, speaker:ada, sentiment&gt;1, longer:3 – Enter adds it</source>
        <translation>Wie in der Bibliothek: film, speaker:ada, sentiment&gt;1, longer:3 – Eingabe fügt sie hinzu</translation>
    </message>
    <message>
        <source>+ Slice…</source>
        <translation>+ Teilmenge…</translation>
    </message>
    <message>
        <source>A slice of one&apos;s own, by the library&apos;s search</source>
        <translation>Eine eigene Teilmenge, mit der Suche der Bibliothek</translation>
    </message>
</context>
<context>
    <name>widgets::SliceModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n segment(s) of %2 videos</source>
        <translation>
            <numerusform>%1: %n Segment aus %2 Videos</numerusform>
            <numerusform>%1: %n Segmente aus %2 Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of the MAE: %1 to %2</source>
        <translation>95-%-Intervall des MAE: %1 bis %2</translation>
    </message>
    <message>
        <source>Too few videos for an interval.</source>
        <translation>Zu wenige Videos für ein Intervall.</translation>
    </message>
    <message>
        <source>* Worse than all others beyond chance (Benjamini–Hochberg, 5 %).</source>
        <translation>* Über den Zufall hinaus schlechter als alle anderen (Benjamini–Hochberg, 5 %).</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Teilmenge</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Acc-2</source>
        <translation>Acc-2</translation>
    </message>
    <message>
        <source>In selection</source>
        <translation>In Auswahl</translation>
    </message>
    <message>
        <source>95 % interval of the share that is wrong: %1 to %2</source>
        <translation>95-%-Intervall des falschen Anteils: %1 bis %2</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
</context>
<context>
    <name>widgets::SliceTable</name>
    <message>
        <source>Slices</source>
        <translation>Teilmengen</translation>
    </message>
</context>
<context>
    <name>widgets::SourceList</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>wird gezählt…</translation>
    </message>
    <message>
        <source>segments with values: %1</source>
        <translation>Segmente mit Werten: %1</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>From what is learnt</source>
        <translation>Woraus gelernt wird</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceChoiceBar</name>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Begin a pass of review over the selected segments</source>
        <translation>Einen Durchgang des Reviews über die ausgewählten Segmente beginnen</translation>
    </message>
    <message>
        <source>In Dataset</source>
        <translation>Im Datensatz</translation>
    </message>
    <message>
        <source>Select the same segments in the mode Dataset, beside what a model makes of them</source>
        <translation>Dieselben Segmente im Modus Datensatz auswählen, neben dem, was ein Modell daraus macht</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpaceChoices</name>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>The sequence whose mean row places each segment</source>
        <translation>Die Sequenz, deren mittlere Zeile jedes Segment platziert</translation>
    </message>
    <message>
        <source>How many dimensions become two or three. PCA: along the directions in which segments differ most; distances mean something. UMAP and t-SNE: neighbours stay together; how far apart groups lie says little.</source>
        <translation>Wie aus vielen Dimensionen zwei oder drei werden. PCA: entlang der Richtungen, in denen sich Segmente am meisten unterscheiden; Abstände bedeuten etwas. UMAP und t-SNE: Nachbarn bleiben zusammen; wie weit Gruppen auseinanderliegen, sagt wenig.</translation>
    </message>
    <message>
        <source>What the colour of a point tells</source>
        <translation>Was die Farbe eines Punktes aussagt</translation>
    </message>
    <message>
        <source>model&apos;s prediction</source>
        <translation>Vorhersage des Modells</translation>
    </message>
    <message>
        <source>model&apos;s error</source>
        <translation>Fehler des Modells</translation>
    </message>
    <message>
        <source>interaction class</source>
        <translation>Art des Zusammenspiels</translation>
    </message>
    <message>
        <source>training: mean error</source>
        <translation>Training: mittlerer Fehler</translation>
    </message>
    <message>
        <source>training: deviation</source>
        <translation>Training: Streuung</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceLegend</name>
    <message>
        <source>What the colours mean: %1</source>
        <translation>Was die Farben bedeuten: %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n without</source>
        <translation>
            <numerusform>%1, %n ohne</numerusform>
            <numerusform>%1, %n ohne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others %1</source>
        <translation>
            <numerusform>%n anderes %1</numerusform>
            <numerusform>%n andere %1</numerusform>
        </translation>
    </message>
    <message>
        <source>none %1</source>
        <translation>ohne %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unlabelled</source>
        <translation>
            <numerusform>%1 · %n ohne Label</numerusform>
            <numerusform>%1 · %n ohne Label</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpacePanel</name>
    <message>
        <source>segment %1 of %2</source>
        <translation>Segment %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n Dimension</numerusform>
            <numerusform>%n Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Trustworthiness: 1 when the points that lie next to each other are next to each other by all dimensions, too; about 0.5 by chance (15 neighbours; Venna and Kaski 2001).</source>
        <translation>Vertrauenswürdigkeit: 1, wenn Punkte, die nebeneinander liegen, es auch nach allen Dimensionen tun; etwa 0,5 durch Zufall (15 Nachbarn; Venna und Kaski 2001).</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>segments, dimensions, trustworthiness</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>trustworthiness %1</source>
        <translation>Vertrauenswürdigkeit %1</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceTools</name>
    <message>
        <source>2-D</source>
        <translation>2-D</translation>
    </message>
    <message>
        <source>Two dimensions, as in print</source>
        <translation>Zwei Dimensionen, wie im Druck</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag around points to select them. Shift adds, Alt removes; with Shift, a drag selects without this button, too.</source>
        <translation>Ziehen Sie um Punkte, um sie auszuwählen. Umschalt fügt hinzu, Alt nimmt weg; mit Umschalt wählt das Ziehen auch ohne diese Schaltfläche aus.</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
    <message>
        <source>Write what is seen, with what its colours mean, as PNG or SVG</source>
        <translation>Was zu sehen ist, samt Bedeutung der Farben, als PNG oder SVG schreiben</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceView</name>
    <message>
        <source>Segments in space</source>
        <translation>Segmente im Raum</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceViews</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Points: segments of the dataset</source>
        <translation>Punkte: Segmente des Datensatzes</translation>
    </message>
    <message>
        <source>Feature surface</source>
        <translation>Feature-Fläche</translation>
    </message>
    <message>
        <source>Fusion tensor</source>
        <translation>Fusionstensor</translation>
    </message>
    <message>
        <source>Fusion graph</source>
        <translation>Fusionsgraph</translation>
    </message>
    <message>
        <source>Face in 3-D</source>
        <translation>Gesicht in 3-D</translation>
    </message>
    <message>
        <source>What is shown: the segments of the whole dataset, or features, what the model makes of the segment in sight, or the face at the playhead</source>
        <translation>Was gezeigt wird: die Segmente des ganzen Datensatzes, oder Features, was das Modell aus dem Segment in Sicht macht, oder das Gesicht am Abspielkopf</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
</context>
<context>
    <name>widgets::SpectrogramTrack</name>
    <message>
        <source>Le&amp;vels</source>
        <translation>&amp;Pegel</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>Fen&amp;ster</translation>
    </message>
    <message>
        <source>&amp;Frequencies up to</source>
        <translation>&amp;Frequenzen bis</translation>
    </message>
    <message>
        <source>levels of the spectrogram</source>
        <translation>Pegel des Spektrogramms</translation>
    </message>
    <message>
        <source>&amp;Usual: %1…%2 dB</source>
        <translation>&amp;Üblich: %1…%2 dB</translation>
    </message>
    <message>
        <source>&amp;Soft sounds: %1…%2 dB</source>
        <translation>&amp;Leise Klänge: %1…%2 dB</translation>
    </message>
    <message>
        <source>&amp;Loud sounds only: %1…%2 dB</source>
        <translation>&amp;Nur laute Klänge: %1…%2 dB</translation>
    </message>
    <message>
        <source>&amp;Everything: %1…%2 dB</source>
        <translation>&amp;Alles: %1…%2 dB</translation>
    </message>
    <message>
        <source>&amp;Typed…</source>
        <translation>&amp;Eingeben…</translation>
    </message>
    <message>
        <source>&amp;Typed: %1…%2 dB</source>
        <translation>&amp;Eingegeben: %1…%2 dB</translation>
    </message>
    <message>
        <source>Levels in dB below full scale</source>
        <translation>Pegel in dB unter Vollaussteuerung</translation>
    </message>
    <message>
        <source>%1 ms: wide band, tells when</source>
        <translation>%1 ms: breitbandig, zeigt den Zeitpunkt</translation>
    </message>
    <message>
        <source>%1 ms: narrow band, tells the pitch</source>
        <translation>%1 ms: schmalbandig, zeigt die Tonhöhe</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>window of the spectrogram</source>
        <translation>Fenster des Spektrogramms</translation>
    </message>
    <message>
        <source>%1: all that there is</source>
        <translation>%1: alles, was da ist</translation>
    </message>
    <message>
        <source>frequencies of the spectrogram</source>
        <translation>Frequenzen des Spektrogramms</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>%1 ms · %2…%3 dB</source>
        <translation>%1 ms · %2…%3 dB</translation>
    </message>
    <message>
        <source>%1 · %2 · silence</source>
        <translation>%1 · %2 · Stille</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 dB</source>
        <translation>%1 · %2 · %3 dB</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>%1 · not readable</source>
        <translation>%1 · nicht lesbar</translation>
    </message>
</context>
<context>
    <name>widgets::SplitBar</name>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht benutzt</translation>
    </message>
    <message>
        <source>Split of the videos</source>
        <translation>Aufteilung der Videos</translation>
    </message>
    <message>
        <source>%1. 1: train, 2: valid, 3: test, 0: not used</source>
        <translation>%1. 1: train, 2: valid, 3: test, 0: nicht benutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n gelabelt</numerusform>
            <numerusform>%n gelabelt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1 of %2 segments labelled</source>
        <translation>%1 von %2 Segmenten gelabelt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n Video</numerusform>
            <numerusform>%n Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsModel</name>
    <message>
        <source>empty: not one number</source>
        <translation>leer: keine einzige Zahl</translation>
    </message>
    <message>
        <source>constant: the same number everywhere</source>
        <translation>konstant: überall dieselbe Zahl</translation>
    </message>
    <message>
        <source>%1 of %2 values are no numbers</source>
        <translation>%1 von %2 Werten sind keine Zahlen</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Std.-Abw.</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>Mittl. Unterschied</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größter Unterschied</translation>
    </message>
</context>
<context>
    <name>widgets::StepEditor</name>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>Zeilen pro Sekunde</translation>
    </message>
    <message>
        <source>Seconds from window to window</source>
        <translation>Sekunden von Fenster zu Fenster</translation>
    </message>
    <message>
        <source>Fixed rate</source>
        <translation>Feste Rate</translation>
    </message>
    <message>
        <source>Sliding window</source>
        <translation>Gleitendes Fenster</translation>
    </message>
    <message>
        <source>Video frames</source>
        <translation>Video-Frames</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds of a window</source>
        <translation>Sekunden eines Fensters</translation>
    </message>
</context>
<context>
    <name>widgets::StepList</name>
    <message>
        <source>What to do with step %1</source>
        <translation>Was mit Schritt %1 geschehen soll</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Nach oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>widgets::StripCard</name>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>What would flip it?</source>
        <translation>Was würde es umkehren?</translation>
    </message>
    <message>
        <source>What comes first in the strip</source>
        <translation>Was im Streifen zuerst kommt</translation>
    </message>
    <message>
        <source>largest error first</source>
        <translation>der größte Fehler zuerst</translation>
    </message>
    <message>
        <source>largest difference first</source>
        <translation>der größte Unterschied zuerst</translation>
    </message>
    <message>
        <source>Segments, voices, faces and missing words with which the model would say the other sign of this segment</source>
        <translation>Segmente, Stimmen, Gesichter und fehlende Wörter, mit denen das Modell für dieses Segment das andere Vorzeichen sagen würde</translation>
    </message>
    <message>
        <source>Nothing selected: all</source>
        <translation>Nichts ausgewählt: alle</translation>
    </message>
    <message>
        <source>Nothing selected: all of %1</source>
        <translation>Nichts ausgewählt: alle von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>click a point, drag around some, or click a cell, a slice or a class; Shift adds, Alt takes away</source>
        <translation>einen Punkt anklicken, um einige herumziehen oder eine Zelle, Teilmenge oder Klasse anklicken; Umschalt fügt hinzu, Alt nimmt weg</translation>
    </message>
    <message>
        <source>label, prediction · Enter or a double click opens, Space plays</source>
        <translation>Label, Vorhersage · Enter oder ein Doppelklick öffnet, Leertaste spielt ab</translation>
    </message>
    <message>
        <source>least probable label first</source>
        <translation>unwahrscheinlichstes Label zuerst</translation>
    </message>
</context>
<context>
    <name>widgets::SurfacePanel</name>
    <message>
        <source>Sequence</source>
        <translation>Sequenz</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>The sequence whose values are the heights</source>
        <translation>Die Sequenz, deren Werte die Höhen sind</translation>
    </message>
    <message>
        <source>How much of the video is seen: the segment in sight, or so many seconds, which are turned like pages when the playhead leaves them</source>
        <translation>Wie viel vom Video zu sehen ist: das Segment in Sicht, oder so viele Sekunden, die wie Seiten umgeblättert werden, wenn der Abspielkopf sie verlässt</translation>
    </message>
    <message>
        <source>of the segment</source>
        <translation>des Segments</translation>
    </message>
    <message>
        <source>of %1 s</source>
        <translation>von %1 s</translation>
    </message>
    <message>
        <source>Feature surface</source>
        <translation>Feature-Fläche</translation>
    </message>
    <message>
        <source>value, within its dimension&apos;s range</source>
        <translation>Wert, im Bereich seiner Dimension</translation>
    </message>
    <message>
        <source>%1 at %2 s: %3</source>
        <translation>%1 bei %2 s: %3</translation>
    </message>
    <message>
        <source>range in this video: %1 to %2</source>
        <translation>Bereich in diesem Video: %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n Dimension</numerusform>
            <numerusform>%n Dimensionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n dimensions</source>
        <translation>
            <numerusform>%1 von %n Dimension</numerusform>
            <numerusform>%1 von %n Dimensionen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 to %3 s</source>
        <comment>dimensions, from, to</comment>
        <translation>%1 · %2 bis %3 s</translation>
    </message>
</context>
<context>
    <name>widgets::SuspectCard</name>
    <message>
        <source>Correct</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>Was es sein könnte</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>Beim Lernen</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>Nachbarn</translation>
    </message>
    <message>
        <source>Choose a suspicious label in the queue at the left.</source>
        <translation>Wählen Sie links in der Warteschlange ein verdächtiges Label.</translation>
    </message>
    <message>
        <source>K: the label is right as it is</source>
        <translation>K: das Label ist richtig, wie es ist</translation>
    </message>
    <message>
        <source>Dismiss  X</source>
        <translation>Verwerfen  X</translation>
    </message>
    <message>
        <source>X: something else than the label is wrong</source>
        <translation>X: Etwas anderes als das Label ist falsch</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>Nie wieder</translation>
    </message>
    <message>
        <source>The segment is not offered again, whatever is found</source>
        <translation>Das Segment wird nicht wieder angeboten, was immer gefunden wird</translation>
    </message>
    <message>
        <source>Next  ⏎</source>
        <translation>Weiter  ⏎</translation>
    </message>
    <message>
        <source>Enter: to the next one, without an answer</source>
        <translation>Eingabe: zum nächsten, ohne Antwort</translation>
    </message>
    <message>
        <source>How likely each kind of error is, as models tell that have not seen the video</source>
        <translation>Wie wahrscheinlich jede Art von Fehler ist, nach Modellen, die das Video nicht gesehen haben</translation>
    </message>
    <message>
        <source>How far models were from this label after each epoch, beside the middle half of all segments. What is never learnt may be wrong.</source>
        <translation>Wie weit Modelle nach jeder Epoche von diesem Label entfernt waren, neben der mittleren Hälfte aller Segmente. Was nie gelernt wird, könnte falsch sein.</translation>
    </message>
    <message>
        <source>Segments of other videos that a model holds to be most alike, with their labels</source>
        <translation>Segmente anderer Videos, die ein Modell für die ähnlichsten hält, mit ihren Labels</translation>
    </message>
</context>
<context>
    <name>widgets::SuspectQueue</name>
    <message>
        <source>Review these</source>
        <translation>Diese durchsehen</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>Verdächtige Labels</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>most suspicious</source>
        <translation>am verdächtigsten</translation>
    </message>
    <message>
        <source>video by video</source>
        <translation>Video für Video</translation>
    </message>
    <message>
        <source>Close the queue; it can be opened again in the menu Review</source>
        <translation>Die Warteschlange schließen; das Menü Review öffnet sie wieder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>Fortschritt der Suche</translation>
    </message>
    <message>
        <source>Sends all that are shown to a review pass, in this order</source>
        <translation>Schickt alle gezeigten in dieser Reihenfolge in eine Durchsicht</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n looked at</source>
        <translation>
            <numerusform>%1 von %n angesehen</numerusform>
            <numerusform>%1 von %n angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>angesehen</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>What the model learnt is learnt once more with the labels as they are now; what their changes brought is said</source>
        <translation>Was das Modell gelernt hat, wird noch einmal mit den Labels gelernt, wie sie jetzt sind; gesagt wird, was ihre Änderungen gebracht haben</translation>
    </message>
</context>
<context>
    <name>widgets::SweepCurve</name>
    <message>
        <source>%1: %2, by chance %3</source>
        <translation>%1: %2, zufällig %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>widgets::SynchronyTrack</name>
    <message>
        <source>together</source>
        <translation>gleichzeitig</translation>
    </message>
    <message>
        <source>%1 comes first</source>
        <translation>%1 voraus</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>is being computed…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>zu kurz, um es zu sagen</translation>
    </message>
    <message>
        <source>cannot be told: %1</source>
        <translation>lässt sich nicht sagen: %1</translation>
    </message>
    <message>
        <source>r %1 at %2 s (%3)</source>
        <translation>r %1 bei %2 s (%3)</translation>
    </message>
    <message>
        <source>%1, p %2</source>
        <translation>%1, p %2</translation>
    </message>
    <message>
        <source>%1, chance is being computed…</source>
        <translation>%1, der Zufall wird berechnet…</translation>
    </message>
    <message>
        <source>S&amp;ignal</source>
        <translation>S&amp;ignal</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>F&amp;enster</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Chanc&amp;e</source>
        <translation>&amp;Zufall</translation>
    </message>
    <message>
        <source>&amp;Shifted in time</source>
        <translation>In der Zeit &amp;verschoben</translation>
    </message>
    <message>
        <source>S&amp;huffled pieces</source>
        <translation>Stücke ver&amp;tauscht</translation>
    </message>
    <message>
        <source>&amp;People of other conversations</source>
        <translation>&amp;Personen anderer Gespräche</translation>
    </message>
    <message>
        <source>Time × lag: orange where both go together, blue where they go against each other; in the upper half %1 comes first. What is not more than chance is pale; dots are best lags where it is. Below, the largest r of each moment; the dashed line is what 95 % of chance stays under.</source>
        <translation>Zeit × Versatz: orange, wo beide zusammengehen, blau, wo sie gegeneinander gehen; in der oberen Hälfte ist %1 voraus. Was nicht über dem Zufall liegt, ist blass; Punkte sind die besten Versätze, wo es darüber liegt. Darunter das größte r jedes Moments; unter der gestrichelten Linie bleiben 95 % des Zufalls.</translation>
    </message>
    <message>
        <source>the first person</source>
        <translation>die erste Person</translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 bis %2 Sekunden</translation>
    </message>
    <message>
        <source>%1: no value</source>
        <translation>%1: kein Wert</translation>
    </message>
    <message>
        <source>%1: r %2 at %3 seconds, %4</source>
        <translation>%1: r %2 bei %3 Sekunden, %4</translation>
    </message>
    <message>
        <source>%1, more than chance</source>
        <translation>%1, mehr als Zufall</translation>
    </message>
    <message>
        <source>%1, not more than chance</source>
        <translation>%1, nicht mehr als Zufall</translation>
    </message>
    <message>
        <source>%1 · lag %2 s · no value</source>
        <translation>%1 · Versatz %2 s · kein Wert</translation>
    </message>
    <message>
        <source>%1 · lag %2 s · r %3</source>
        <translation>%1 · Versatz %2 s · r %3</translation>
    </message>
    <message>
        <source>%1 · q %2</source>
        <translation>%1 · q %2</translation>
    </message>
    <message>
        <source>%1 s: %2 follows</source>
        <translation>%1 s: %2 folgt</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>Synchronie</translation>
    </message>
    <message>
        <source>%1, no chance: too few people in other conversations</source>
        <translation>%1, kein Zufall: zu wenige Personen in anderen Gesprächen</translation>
    </message>
</context>
<context>
    <name>widgets::TableStack</name>
    <message>
        <source>Slices</source>
        <translation>Teilmengen</translation>
    </message>
    <message>
        <source>How the model does on parts of the segments</source>
        <translation>Wie gut das Modell auf Teilen der Segmente ist</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>Konzepte</translation>
    </message>
    <message>
        <source>What the model has made of segments where it fuses their modalities</source>
        <translation>Was das Modell aus Segmenten macht, wo es ihre Modalitäten verbindet</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>What the model says of each segment, beside its label</source>
        <translation>Was das Modell zu jedem Segment sagt, neben seinem Label</translation>
    </message>
</context>
<context>
    <name>widgets::TensorPanel</name>
    <message>
        <source>Cells are seen from this magnitude on, as a part of the greatest</source>
        <translation>Zellen sind ab diesem Betrag zu sehen, als Teil des größten</translation>
    </message>
    <message>
        <source>Threshold: %1 %</source>
        <translation>Schwelle: %1 %</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>A slice: only one entry of this axis; at the left end all</source>
        <translation>Ein Schnitt: nur ein Eintrag dieser Achse; am linken Ende alle</translation>
    </message>
    <message>
        <source>Slice: %1</source>
        <translation>Schnitt: %1</translation>
    </message>
    <message>
        <source>Fusion tensor</source>
        <translation>Fusionstensor</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1: the 1</source>
        <translation>%1: die 1</translation>
    </message>
    <message>
        <source>%1 unit %2</source>
        <translation>%1, Einheit %2</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>the 1</source>
        <translation>die 1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>Einheit %1</translation>
    </message>
    <message>
        <source>%1 · not current: the model is asked again</source>
        <translation>%1 · nicht aktuell: das Modell wird neu gefragt</translation>
    </message>
    <message numerus="yes">
        <source>the strongest %1 of %n cells</source>
        <translation>
            <numerusform>die stärksten %1 von %n Zelle</numerusform>
            <numerusform>die stärksten %1 von %n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · walls: means</source>
        <comment>segment, cells</comment>
        <translation>%1 · %2 · Wände: Mittel</translation>
    </message>
</context>
<context>
    <name>widgets::TermBars</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>alle drei</translation>
    </message>
    <message>
        <source>What each modality adds, alone and with others</source>
        <translation>Was jede Modalität beiträgt, allein und mit anderen</translation>
    </message>
    <message>
        <source>%1 alone moves the prediction by %2; its fair share of all is %3 (Shapley).</source>
        <translation>%1 allein bewegt die Vorhersage um %2; der gerechte Anteil am Ganzen ist %3 (Shapley).</translation>
    </message>
    <message>
        <source>%1 together move the prediction by %2 beyond what their parts do.</source>
        <translation>%1 zusammen bewegen die Vorhersage um %2 über das hinaus, was ihre Teile tun.</translation>
    </message>
</context>
<context>
    <name>widgets::TermsDialog</name>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Begriff</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>&amp;Add a term</source>
        <translation>Begriff &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>new term</source>
        <translation>neuer Begriff</translation>
    </message>
</context>
<context>
    <name>widgets::TernaryPlot</name>
    <message>
        <source>Who decides: share of each modality</source>
        <translation>Wer entscheidet: Anteil jeder Modalität</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>widgets::TextTrack</name>
    <message numerus="yes">
        <source>%n text(s), as in the file</source>
        <translation>
            <numerusform>%n Text, wie in der Datei</numerusform>
            <numerusform>%n Texte, wie in der Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, %2 to %3 seconds</source>
        <translation>„%1“, %2 bis %3 Sekunden</translation>
    </message>
</context>
<context>
    <name>widgets::TierTrack</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n Segment</numerusform>
            <numerusform>%n Segmente</numerusform>
        </translation>
    </message>
    <message>
        <source>Point %1 of %2 at %3 seconds</source>
        <translation>Punkt %1 von %2 bei %3 Sekunden</translation>
    </message>
    <message>
        <source>Segment %1 of %2, %3 to %4 seconds</source>
        <translation>Segment %1 von %2, %3 bis %4 Sekunden</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineOverlay</name>
    <message numerus="yes">
        <source>%1 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %n Frame</numerusform>
            <numerusform>%1 · %n Frames</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <translation>%1 – %2 · %3</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Visible part of the timeline</source>
        <translation>Sichtbarer Teil der Zeitleiste</translation>
    </message>
    <message>
        <source>Visible tracks</source>
        <translation>Sichtbare Spuren</translation>
    </message>
    <message>
        <source>Steps, not seconds</source>
        <translation>Schritte, keine Sekunden</translation>
    </message>
</context>
<context>
    <name>widgets::TraceTrack</name>
    <message>
        <source>%1 Hz · %2…%3</source>
        <translation>%1 Hz · %2…%3</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s), %1 to %2 seconds</source>
        <translation>
            <numerusform>%n Wert, %1 bis %2 Sekunden</numerusform>
            <numerusform>%n Werte, %1 bis %2 Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TrainingPlot</name>
    <message>
        <source>While training: the error of each segment and how much it moved</source>
        <translation>Beim Lernen: der Fehler jedes Segments und wie sehr er sich bewegte</translation>
    </message>
    <message>
        <source>Nothing is known of the training of this model. A model that is trained in the window, or by polylogue-models train, leaves it beside its file.</source>
        <translation>Über das Training dieses Modells ist nichts bekannt. Ein Modell, das im Fenster oder mit polylogue-models train trainiert wird, hinterlässt es neben seiner Datei.</translation>
    </message>
    <message>
        <source>how much the error moved</source>
        <translation>wie sehr sich der Fehler bewegte</translation>
    </message>
    <message>
        <source>mean error over the epochs</source>
        <translation>mittlerer Fehler über die Epochen</translation>
    </message>
    <message>
        <source>hard, or labelled wrongly</source>
        <translation>schwer oder falsch gelabelt</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>mehrdeutig</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptPanel</name>
    <message>
        <source>Load te&amp;xt…</source>
        <translation>Te&amp;xt laden…</translation>
    </message>
    <message>
        <source>Play the &amp;word</source>
        <translation>&amp;Wort abspielen</translation>
    </message>
    <message>
        <source>Tab pause, go on · Shift+Tab back 2 s · Esc leave</source>
        <translation>Tab Pause, weiter · Umschalt+Tab 2 s zurück · Esc verlassen</translation>
    </message>
    <message>
        <source>Type what you hear, or load a text.</source>
        <translation>Tippen Sie, was Sie hören, oder laden Sie einen Text.</translation>
    </message>
    <message>
        <source>Words get their places while it plays. A whole text can be pasted here, too.</source>
        <translation>Die Wörter bekommen ihre Plätze während der Wiedergabe. Auch ein ganzer Text kann hier eingefügt werden.</translation>
    </message>
    <message>
        <source>Play and type</source>
        <translation>Abspielen und tippen</translation>
    </message>
    <message>
        <source>Load a text…</source>
        <translation>Text laden…</translation>
    </message>
    <message>
        <source>“%1” · %2 to %3 s</source>
        <translation>„%1“ · %2 bis %3 s</translation>
    </message>
    <message>
        <source>“%1” · without times, near %2 s</source>
        <translation>„%1“ · ohne Zeiten, bei %2 s</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>Pa&amp;use</translation>
    </message>
    <message>
        <source>T&amp;ype while it plays</source>
        <translation>Bei der Wiedergabe ti&amp;ppen</translation>
    </message>
    <message>
        <source>Re-align this stretch</source>
        <translation>Dieses Stück neu ausrichten</translation>
    </message>
    <message>
        <source>Accept as it is</source>
        <translation>Annehmen, wie es ist</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>Align the %n</source>
        <translation>
            <numerusform>Das eine ausrichten</numerusform>
            <numerusform>Die %n ausrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Finds in the sound when the words without times are said</source>
        <translation>Im Ton wird gesucht, wann die Wörter ohne Zeiten gesprochen werden</translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation>Konfidenz %1</translation>
    </message>
    <message>
        <source>Makes phones, vectors and what else comes of words, from the words as they are now</source>
        <translation>Laute, Vektoren und was sonst aus Wörtern entsteht, werden aus den jetzigen Wörtern gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) changed since phones and vectors were made.</source>
        <translation>
            <numerusform>%n Wort wurde geändert, seit Laute und Vektoren gemacht wurden.</numerusform>
            <numerusform>%n Wörter wurden geändert, seit Laute und Vektoren gemacht wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>confidence of its times %1</source>
        <translation>Sicherheit seiner Zeiten %1</translation>
    </message>
    <message>
        <source>A it is right · X it was not said: takes it out · Enter next</source>
        <translation>A stimmt · X wurde nicht gesagt: nimmt es heraus · Eingabe weiter</translation>
    </message>
    <message>
        <source>Ma&amp;ke again…</source>
        <translation>N&amp;eu machen…</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptStates</name>
    <message>
        <source>Next without times</source>
        <translation>Nächstes ohne Zeiten</translation>
    </message>
    <message>
        <source>%1 next without times</source>
        <translation>%1 nächstes ohne Zeiten</translation>
    </message>
    <message>
        <source>timed %1</source>
        <translation>mit Zeiten %1</translation>
    </message>
    <message>
        <source>without times %1</source>
        <translation>ohne Zeiten %1</translation>
    </message>
    <message>
        <source>Goes to the next word without times</source>
        <translation>Geht zum nächsten Wort ohne Zeiten</translation>
    </message>
    <message>
        <source>Words that were guessed from the sound. An edit or “Accept” makes them words like all others.</source>
        <translation>Wörter, die aus dem Ton geraten wurden. Durch eine Bearbeitung oder „Annehmen“ werden sie zu Wörtern wie alle anderen.</translation>
    </message>
    <message>
        <source>Lists the words that somebody should listen to</source>
        <translation>Die Wörter, die angehört werden sollten, werden aufgelistet</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>Nächstes zweifelhafte</translation>
    </message>
    <message>
        <source>%1 next doubtful</source>
        <translation>%1 nächstes zweifelhafte</translation>
    </message>
    <message>
        <source>doubtful %1</source>
        <translation>zweifelhaft %1</translation>
    </message>
    <message>
        <source>draft %1</source>
        <translation>Entwurf %1</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptStrip</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>No words yet: type them (Transcribe), import them (menu File), or make one here (menu Edit).</source>
        <translation>Noch keine Wörter: Sie werden getippt (Transkribieren), importiert (Menü Datei) oder hier angelegt (Menü Bearbeiten).</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptText</name>
    <message>
        <source>Text of the recording</source>
        <translation>Text der Aufnahme</translation>
    </message>
</context>
<context>
    <name>widgets::TransitionList</name>
    <message>
        <source>Transitions</source>
        <translation>Sprecherwechsel</translation>
    </message>
    <message>
        <source>A click goes there.</source>
        <translation>Ein Klick geht dorthin.</translation>
    </message>
</context>
<context>
    <name>widgets::TransitionModel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>From the end of one turn to the start of the next, in seconds; less than 0: they overlap</source>
        <translation>Vom Ende eines Redebeitrags bis zum Beginn des nächsten, in Sekunden; unter 0: sie überlappen sich</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>Von → an</translation>
    </message>
    <message>
        <source>Offset, s</source>
        <translation>Abstand, s</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Minutes and seconds of the conversation, whoever is in hand</source>
        <translation>Minuten und Sekunden des Gesprächs, wer immer in der Hand ist</translation>
    </message>
</context>
<context>
    <name>widgets::TransportBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Frame</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>Frame %1</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>kein Bild</translation>
    </message>
</context>
<context>
    <name>widgets::TurnPredictions</name>
    <message>
        <source>%1 · speaks</source>
        <translation>%1 · spricht</translation>
    </message>
    <message>
        <source>%1 · listens</source>
        <translation>%1 · hört zu</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Model of conversations</source>
        <translation>Modell von Gesprächen</translation>
    </message>
    <message>
        <source>How many turns before a turn the model sees; at the right end it sees the whole conversation</source>
        <translation>Wie viele Redebeiträge vor einem Redebeitrag das Modell sieht; am rechten Ende sieht es das ganze Gespräch</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>Konte&amp;xt</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>all turns, also behind</source>
        <translation>alle, auch danach</translation>
    </message>
    <message>
        <source>all turns before</source>
        <translation>alle davor</translation>
    </message>
    <message>
        <source>the turn alone</source>
        <translation>dieser allein</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) before</source>
        <translation>
            <numerusform>%n Redebeitrag davor</numerusform>
            <numerusform>%n Redebeiträge davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TwoModelsCard</name>
    <message>
        <source>The model to compare with</source>
        <translation>Das Modell zum Vergleich</translation>
    </message>
    <message>
        <source>another model…</source>
        <translation>anderes Modell…</translation>
    </message>
    <message>
        <source>apart %1 on average</source>
        <translation>im Mittel %1 auseinander</translation>
    </message>
    <message>
        <source>r %1</source>
        <translation>r %1</translation>
    </message>
    <message>
        <source>Choose another model: both are shown side by side, and segments can be ordered by how far they are apart.</source>
        <translation>Wählen Sie ein anderes Modell: Beide werden gegeneinander gezeigt, und Segmente lassen sich nach ihrem Unterschied ordnen.</translation>
    </message>
    <message>
        <source>Two models are compared on one output: choose one of the classes in the head, in the place of all.</source>
        <translation>Zwei Modelle werden an einer Ausgabe verglichen: Wählen Sie im Kopf eine der Klassen statt aller.</translation>
    </message>
</context>
<context>
    <name>widgets::TwoModelsPlot</name>
    <message>
        <source>What two models say of each segment</source>
        <translation>Was zwei Modelle zu jedem Segment sagen</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>dieses Modell</translation>
    </message>
    <message>
        <source>the other model</source>
        <translation>das andere Modell</translation>
    </message>
</context>
<context>
    <name>widgets::ValueEditor</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
</context>
<context>
    <name>widgets::ValueScale</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (key %3)</source>
        <translation>%1 %2 (Taste %3)</translation>
    </message>
</context>
<context>
    <name>widgets::VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
</context>
<context>
    <name>widgets::VolumeControl</name>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>Lautstärke %1 %</translation>
    </message>
</context>
<context>
    <name>widgets::WaveformTrack</name>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
</context>
<context>
    <name>widgets::WelcomeCard</name>
    <message>
        <source>no transcript yet</source>
        <translation>noch kein Transkript</translation>
    </message>
</context>
<context>
    <name>widgets::WelcomePage</name>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>Geöffnete Projekte erscheinen hier.</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Short videos with labelled segments and trained models. Nothing to download.</source>
        <translation>Kurze Videos mit gelabelten Segmenten und trainierten Modellen. Es wird nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>Open videos or a folder</source>
        <translation>Videos oder einen Ordner öffnen</translation>
    </message>
    <message>
        <source>Your own recordings of any format, with or without words, sequences and labels.</source>
        <translation>Eigene Aufnahmen in jedem Format, mit oder ohne Wörter, Sequenzen und Labels.</translation>
    </message>
    <message>
        <source>Fetch a standard dataset</source>
        <translation>Einen Standarddatensatz holen</translation>
    </message>
    <message>
        <source>From an address that you give, with its folds. What was cut off goes on later.</source>
        <translation>Von einer angegebenen Adresse, mit seinen Folds. Was abbrach, geht später weiter.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Drop it anywhere in this window</source>
        <translation>Irgendwo in diesem Fenster ablegen</translation>
    </message>
    <message>
        <source>&amp;Getting started (F1)</source>
        <translation>&amp;Erste Schritte (F1)</translation>
    </message>
    <message>
        <source>Videos with their words, sound, faces and labels on one timeline: correct them, review them, and see what a fusion model makes of them.</source>
        <translation>Videos mit Wörtern, Ton, Gesichtern und Labels auf einer Zeitachse: korrigieren, prüfen und sehen, was ein Fusionsmodell daraus macht.</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>videos · a folder · .csd · .h5 · .npz · .polylogue
annotation of ELAN, Praat, NOVA, Label Studio</source>
        <translation>Videos · ein Ordner · .csd · .h5 · .npz · .polylogue
Annotation aus ELAN, Praat, NOVA, Label Studio</translation>
    </message>
    <message>
        <source>Open a fol&amp;der…</source>
        <translation>Or&amp;dner öffnen…</translation>
    </message>
    <message>
        <source>Seq&amp;uences of your videos…</source>
        <translation>Seq&amp;uenzen Ihrer Videos…</translation>
    </message>
</context>
<context>
    <name>widgets::WhatIf</name>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Drag the edge of a word, or switch a modality off: what it changes shows here at once.</source>
        <translation>Ziehen Sie an einer Wortgrenze oder schalten Sie eine Modalität aus: Was das ändert, ist hier sofort zu sehen.</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>&amp;Try…</source>
        <translation>&amp;Versuchen…</translation>
    </message>
    <message>
        <source>Leave a word out, take another, or the voice or face of another segment: what the model would say then. Your data stay as they are.</source>
        <translation>Ein Wort weglassen, ein anderes nehmen, oder die Stimme oder das Gesicht eines anderen Segments: was das Modell dann sagen würde. Ihre Daten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>A double click gives it a name</source>
        <translation>Ein Doppelklick benennt sie</translation>
    </message>
    <message>
        <source>Name of the line</source>
        <translation>Name der Zeile</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>Switch a modality off: what it changes shows here at once.</source>
        <translation>Schalten Sie eine Modalität aus: was das ändert, zeigt sich hier sofort.</translation>
    </message>
</context>
<context>
    <name>widgets::WhoSpeaksTrack</name>
    <message>
        <source>turn %1</source>
        <translation>Beitrag %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>Lücke %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere Person</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n Redebeitrag</numerusform>
            <numerusform>%n Redebeiträge</numerusform>
        </translation>
    </message>
    <message>
        <source>is being found…</source>
        <translation>wird gesucht…</translation>
    </message>
    <message>
        <source>Who speaks when: turns are filled, backchannels have a dashed edge, attempts are hatched, and so is where two turns overlap. Marks above are gaps between turns, red marks below are overlaps; wide ones are interruptions.</source>
        <translation>Wer wann spricht: Redebeiträge sind gefüllt, Rückmeldungen haben einen gestrichelten Rand, Anläufe sind schraffiert, ebenso, wo sich zwei Redebeiträge überlappen. Striche oben sind Lücken zwischen Redebeiträgen, rote Striche unten sind Überlappungen; breite sind Unterbrechungen.</translation>
    </message>
    <message>
        <source>Turn %1 of %2, %3, %4 to %5 seconds</source>
        <translation>Redebeitrag %1 von %2, %3, %4 bis %5 Sekunden</translation>
    </message>
    <message>
        <source>, overlaps %1 by %2 seconds</source>
        <translation>, überlappt %1 um %2 Sekunden</translation>
    </message>
    <message>
        <source>, %2 seconds after %1</source>
        <translation>, %2 Sekunden nach %1</translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>%1, interruption</source>
        <translation>%1, Unterbrechung</translation>
    </message>
    <message>
        <source>%1 · turn %2 · %3 s</source>
        <translation>%1 · Beitrag %2 · %3 s</translation>
    </message>
    <message>
        <source>several</source>
        <translation>mehrere</translation>
    </message>
    <message>
        <source>%1 · backchannel · %2 s</source>
        <translation>%1 · Rückmeldung · %2 s</translation>
    </message>
    <message>
        <source>%1 · attempt · %2 s</source>
        <translation>%1 · Anlauf · %2 s</translation>
    </message>
    <message>
        <source>No turns are known: words, turns or channels tell them</source>
        <translation>Keine Redebeiträge sind bekannt: Wörter, Redebeiträge oder Kanäle geben sie an</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>Wer spricht</translation>
    </message>
    <message>
        <source>, counts %1 % for turn %2</source>
        <translation>, zählt %1 % für Redebeitrag %2</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <translation>%1, vermutet</translation>
    </message>
    <message>
        <source>These turns are guesses, by mouths or by a text without times: edges are dashed until a tier “turns” says who speaks.</source>
        <translation>Diese Redebeiträge sind vermutet, aus Mündern oder einem Text ohne Zeiten: Ränder sind gestrichelt, bis eine Ebene „turns“ sagt, wer spricht.</translation>
    </message>
    <message>
        <source>, guessed</source>
        <translation>, vermutet</translation>
    </message>
</context>
<context>
    <name>widgets::WhySection</name>
    <message>
        <source>Why it predicts this</source>
        <translation>Warum es das vorhersagt</translation>
    </message>
</context>
<context>
    <name>widgets::WordChips</name>
    <message>
        <source>Words of %1</source>
        <translation>Wörter von %1</translation>
    </message>
    <message>
        <source>a word, then Enter</source>
        <translation>ein Wort, dann Eingabe</translation>
    </message>
    <message>
        <source>Enter, a comma or a semicolon ends a word; Backspace in the empty field takes the last one away.</source>
        <translation>Eingabe, ein Komma oder ein Semikolon beendet ein Wort; die Rücktaste im leeren Feld nimmt das letzte weg.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keines</translation>
    </message>
    <message>
        <source>An answer, too: no word fits, such as no emotion.</source>
        <translation>Auch eine Antwort: Kein Wort passt, etwa keine Emotion.</translation>
    </message>
    <message>
        <source>A set has %1 words at most.</source>
        <translation>Eine Menge hat höchstens %1 Wörter.</translation>
    </message>
    <message>
        <source>The list of this label is closed, and does not have this word.</source>
        <translation>Die Liste dieses Labels ist geschlossen und hat dieses Wort nicht.</translation>
    </message>
    <message>
        <source>%1: take “%2” away</source>
        <translation>%1: „%2“ wegnehmen</translation>
    </message>
    <message>
        <source>A click takes the word away.</source>
        <translation>Ein Klick nimmt das Wort weg.</translation>
    </message>
    <message>
        <source>%1. A click takes the word away.</source>
        <translation>%1. Ein Klick nimmt das Wort weg.</translation>
    </message>
</context>
<context>
    <name>widgets::WordsTrack</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n Wort</numerusform>
            <numerusform>%n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · importance below</source>
        <translation>%1 · Relevanz unten</translation>
    </message>
    <message>
        <source>“%1”, %2 to %3 seconds</source>
        <translation>„%1“, %2 bis %3 Sekunden</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>%1 · below: %2</source>
        <translation>%1 · unten: %2</translation>
    </message>
    <message>
        <source>what is shown under the words</source>
        <translation>was unter den Wörtern steht</translation>
    </message>
    <message>
        <source>&amp;Under the words</source>
        <translation>&amp;Unter den Wörtern</translation>
    </message>
    <message>
        <source>&amp;Importance</source>
        <translation>&amp;Relevanz</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n without times</source>
        <translation>
            <numerusform>%1 · %n ohne Zeiten</numerusform>
            <numerusform>%1 · %n ohne Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, without times, at %2 to %3 seconds</source>
        <translation>„%1“, ohne Zeiten, bei %2 bis %3 Sekunden</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <translation>%1 · Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n doubtful</source>
        <translation>
            <numerusform>%1 · %n zweifelhaft</numerusform>
            <numerusform>%1 · %n zweifelhaft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · confidence below</source>
        <translation>%1 · unten die Konfidenz</translation>
    </message>
    <message>
        <source>No word yet: N makes one when this track&apos;s head was clicked.</source>
        <translation>Noch kein Wort: Wurde der Kopf dieser Spur angeklickt, so legt N eines an.</translation>
    </message>
</context>
<context>
    <name>widgets::WorkBars</name>
    <message>
        <source>%1: %2 ratings, %3 of them with others</source>
        <translation>%1: %2 Urteile, davon %3 mit anderen</translation>
    </message>
    <message>
        <source>Who does how much</source>
        <translation>Wer wie viel macht</translation>
    </message>
    <message numerus="yes">
        <source>and %n more as much each</source>
        <translation>
            <numerusform>und %n weitere Person ebenso viel</numerusform>
            <numerusform>und %n weitere Personen je ebenso viel</numerusform>
        </translation>
    </message>
    <message>
        <source>blue: with others; grey: shared out</source>
        <translation>blau: mit anderen; grau: aufgeteilt</translation>
    </message>
</context>
<context>
    <name>widgets::WorkModel</name>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
</context>
</TS>
