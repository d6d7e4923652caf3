<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>app::MainWindow</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message numerus="yes">
        <source>%n message(s): %1</source>
        <translation>
            <numerusform>%n message: %1</numerusform>
            <numerusform>%n messages: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message numerus="yes">
        <source>%n row(s) → 1 · %1 s</source>
        <translation>
            <numerusform>%n row → 1 · %1 s</numerusform>
            <numerusform>%n rows → 1 · %1 s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LibraryPanel</name>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WordsTrack</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
</TS>
