<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>app::ConflictsDialog</name>
    <message numerus="yes">
        <source>%n segment(s) added</source>
        <translation>
            <numerusform>%n segment added</numerusform>
            <numerusform>%n segments added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both changed the same in %n place(s); yours stayed. Undo takes the merge back.</source>
        <translation>
            <numerusform>Both changed the same in %n place; yours stayed. Undo takes the merge back.</numerusform>
            <numerusform>Both changed the same in %n places; yours stayed. Undo takes the merge back.</numerusform>
        </translation>
    </message>
</context>
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
    <name>app::ProjectActions</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SpaceNote</name>
    <message numerus="yes">
        <source>%n segments have no row of it.</source>
        <translation>
            <numerusform>%n segment has no row of it.</numerusform>
            <numerusform>%n segments have no row of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values that are no numbers are ignored.</source>
        <translation>
            <numerusform>%n value that is no number is ignored.</numerusform>
            <numerusform>%n values that are no numbers are ignored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions never change and are left out.</source>
        <translation>
            <numerusform>%n dimension never changes and is left out.</numerusform>
            <numerusform>%n dimensions never change and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos cannot be read.</source>
        <translation>
            <numerusform>%n video cannot be read.</numerusform>
            <numerusform>%n videos cannot be read.</numerusform>
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
    <name>app::VersionsDialog</name>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n tier</numerusform>
            <numerusform>%n tiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n segment(s)</source>
        <translation>
            <numerusform>, %n segment</numerusform>
            <numerusform>, %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n value(s) given</source>
        <translation>
            <numerusform>, %n value given</numerusform>
            <numerusform>, %n values given</numerusform>
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
    <name>widgets::LibraryModel</name>
    <message numerus="yes">
        <source>%1, %2, %n segment(s)</source>
        <translation>
            <numerusform>%1, %2, %n segment</numerusform>
            <numerusform>%1, %2, %n segments</numerusform>
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
    <name>widgets::SpaceLegend</name>
    <message numerus="yes">
        <source>%1, %n without</source>
        <translation>
            <numerusform>%1, %n without</numerusform>
            <numerusform>%1, %n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others %1</source>
        <translation>
            <numerusform>%n other %1</numerusform>
            <numerusform>%n others %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unlabelled</source>
        <translation>
            <numerusform>%1 · %n unlabelled</numerusform>
            <numerusform>%1 · %n unlabelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpacePanel</name>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n dimension</numerusform>
            <numerusform>%n dimensions</numerusform>
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
