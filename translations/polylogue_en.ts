<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>app::AgreementText</name>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n rater</numerusform>
            <numerusform>%n raters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AlignTab</name>
    <message numerus="yes">
        <source>“%1” receives %n row(s) of</source>
        <translation>
            <numerusform>“%1” receives %n row of</numerusform>
            <numerusform>“%1” receives %n rows of</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Alignment</name>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n interval</numerusform>
            <numerusform>%n intervals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) filled</source>
        <translation>
            <numerusform>%n row filled</numerusform>
            <numerusform>%n rows filled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>drops %n segment(s)</source>
        <translation>
            <numerusform>drops %n segment</numerusform>
            <numerusform>drops %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lie outside</source>
        <translation>
            <numerusform>%n lies outside</numerusform>
            <numerusform>%n lie outside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are too short</source>
        <translation>
            <numerusform>%n is too short</numerusform>
            <numerusform>%n are too short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no times</source>
        <translation>
            <numerusform>%n has no times</numerusform>
            <numerusform>%n have no times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) aligned; the sequences are in %1.</source>
        <translation>
            <numerusform>%n video aligned; the sequences are in %1.</numerusform>
            <numerusform>%n videos aligned; the sequences are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n video(s) aligned; the sequences are in %2.</source>
        <translation>
            <numerusform>%1 of %n video aligned; the sequences are in %2.</numerusform>
            <numerusform>%1 of %n videos aligned; the sequences are in %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AllTiersDialog</name>
    <message numerus="yes">
        <source>A file for each of %n video(s)</source>
        <translation>
            <numerusform>A file for %n video</numerusform>
            <numerusform>A file for each of %n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AllTiersExport</name>
    <message numerus="yes">
        <source>%1 … and %n more.</source>
        <translation>
            <numerusform>%1 … and %n more.</numerusform>
            <numerusform>%1 … and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written into %1.</source>
        <translation>
            <numerusform>%n file written into %1.</numerusform>
            <numerusform>%n files written into %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have no tiers.</source>
        <translation>
            <numerusform>%n video has no tiers.</numerusform>
            <numerusform>%n videos have no tiers.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Files of %n video(s) are in %1 already. Write over them?</source>
        <translation>
            <numerusform>Files of %n video are in %1 already. Write over them?</numerusform>
            <numerusform>Files of %n videos are in %1 already. Write over them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) were left as they are in %1.</source>
        <translation>
            <numerusform>%n video was left as it is in %1.</numerusform>
            <numerusform>%n videos were left as they are in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AnswerText</name>
    <message numerus="yes">
        <source>%n video(s) of real people</source>
        <translation>
            <numerusform>%n video of real people</numerusform>
            <numerusform>%n videos of real people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acted video(s)</source>
        <translation>
            <numerusform>%n acted video</numerusform>
            <numerusform>%n acted videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn video(s)</source>
        <translation>
            <numerusform>%n drawn video</numerusform>
            <numerusform>%n drawn videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own video(s)</source>
        <translation>
            <numerusform>%n own video</numerusform>
            <numerusform>%n own videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ApplyAllDialog</name>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s). The aligned sequences and the recipe are written into this folder:</source>
        <translation>
            <numerusform>The recipe is applied to %n video. The aligned sequences and the recipe are written into this folder:</numerusform>
            <numerusform>The recipe is applied to %n videos. The aligned sequences and the recipe are written into this folder:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::BulkDialog</name>
    <message numerus="yes">
        <source>%n segment(s) will change</source>
        <translation>
            <numerusform>%n segment will change</numerusform>
            <numerusform>%n segments will change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) so far…</source>
        <translation>
            <numerusform>%n segment so far…</numerusform>
            <numerusform>%n segments so far…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Comparing</name>
    <message numerus="yes">
        <source>There are %n segment(s) to compare; this needs %1.</source>
        <translation>
            <numerusform>There is %n segment to compare; this needs %1.</numerusform>
            <numerusform>There are %n segments to compare; this needs %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ComparisonTexts</name>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n pair</numerusform>
            <numerusform>%n pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Completion</name>
    <message numerus="yes">
        <source>New segments after the last of %n drawn</source>
        <translation>
            <numerusform>New segments after the last of %n drawn</numerusform>
            <numerusform>New segments after the last of %n drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New segments with %1, after the last of %n drawn</source>
        <translation>
            <numerusform>New segments with %1, after the last of %n drawn</numerusform>
            <numerusform>New segments with %1, after the last of %n drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draw at least %n segment(s) first, from the beginning on.</source>
        <translation>
            <numerusform>Draw at least %n segment first, from the beginning on.</numerusform>
            <numerusform>Draw at least %n segments first, from the beginning on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label at least %n segment(s) first; of categories, two of them at least three times each.</source>
        <translation>
            <numerusform>Label at least %n segment first; of categories, two of them at least three times each.</numerusform>
            <numerusform>Label at least %n segments first; of categories, two of them at least three times each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n second(s) must be labelled first.</source>
        <translation>
            <numerusform>At least %n second must be labelled first.</numerusform>
            <numerusform>At least %n seconds must be labelled first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n open suggestion(s) are at least as sure.</source>
        <translation>
            <numerusform>%1 of %n open suggestion is at least as sure.</numerusform>
            <numerusform>%1 of %n open suggestions are at least as sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n segment(s) labelled by people</source>
        <translation>
            <numerusform>%1: %2 of %n segment labelled by people</numerusform>
            <numerusform>%1: %2 of %n segments labelled by people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n that you had labelled and that it would have been as sure of, %1 % would have been right (95 %: %2 to %3 %), each hidden from what was learnt.</source>
        <translation>
            <numerusform>Of the one that you had labelled and that it would have been as sure of, %1 % would have been right (95 %: %2 to %3 %), hidden from what was learnt.</numerusform>
            <numerusform>Of the %n that you had labelled and that it would have been as sure of, %1 % would have been right (95 %: %2 to %3 %), each hidden from what was learnt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CompletionDialog</name>
    <message numerus="yes">
        <source>Accept &amp;all %n</source>
        <translation>
            <numerusform>Accept &amp;all %n</numerusform>
            <numerusform>Accept &amp;all %n</numerusform>
        </translation>
    </message>
</context>
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
    <message numerus="yes">
        <source>%n conflict(s) were settled as you chose.</source>
        <translation>
            <numerusform>%n conflict was settled as you chose.</numerusform>
            <numerusform>%n conflicts were settled as you chose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CopyTierDialog</name>
    <message numerus="yes">
        <source>In all %n &amp;videos that have this tier</source>
        <translation>
            <numerusform>In %n &amp;video that has this tier</numerusform>
            <numerusform>In all %n &amp;videos that have this tier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CounterfactualDialog</name>
    <message numerus="yes">
        <source>Near is measured in %1, among %n segment(s). Bold: the sign flips.</source>
        <translation>
            <numerusform>Near is measured in %1, among %n segment. Bold: the sign flips.</numerusform>
            <numerusform>Near is measured in %1, among %n segments. Bold: the sign flips.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DatasetRoom</name>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1 of %n segment</numerusform>
            <numerusform>%1 of %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), 8 forwards each</source>
        <translation>
            <numerusform>%n segment, 8 forwards</numerusform>
            <numerusform>%n segments, 8 forwards each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %n muted concept(s)</source>
        <translation>
            <numerusform>without %n muted concept</numerusform>
            <numerusform>without %n muted concepts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DeidentifyDialog</name>
    <message numerus="yes">
        <source>De-identify %n recording(s)</source>
        <translation>
            <numerusform>De-identify %n recording</numerusform>
            <numerusform>De-identify %n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n video(s)</source>
        <translation>
            <numerusform>%1 · %n video</numerusform>
            <numerusform>%1 · %n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked at by other finders than the one that hid.</source>
        <translation>
            <numerusform>%n picture was looked at by other finders than the one that hid.</numerusform>
            <numerusform>%n pictures were looked at by other finders than the one that hid.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) changed too little.</source>
        <translation>
            <numerusform>%n voice changed too little.</numerusform>
            <numerusform>%n voices changed too little.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DoubtActions</name>
    <message numerus="yes">
        <source>accept %n word(s)</source>
        <translation>
            <numerusform>accept %n word</numerusform>
            <numerusform>accept %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) taken out of the text, as not said. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>%n word taken out of the text, as not said. Ctrl+Z brings it back.</numerusform>
            <numerusform>%n words taken out of the text, as not said. Ctrl+Z brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DraftTracks</name>
    <message numerus="yes">
        <source>%n open, dashed until you accept them</source>
        <translation>
            <numerusform>%n open, dashed until you accept them</numerusform>
            <numerusform>%n open, dashed until you accept them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EraseDialog</name>
    <message numerus="yes">
        <source>%n place(s). Nothing was changed.</source>
        <translation>
            <numerusform>%n place. Nothing was changed.</numerusform>
            <numerusform>%n places. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExchangeActions</name>
    <message numerus="yes">
        <source>%n file(s) written: %1</source>
        <translation>
            <numerusform>%n file written: %1</numerusform>
            <numerusform>%n files written: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>Reading %n file</numerusform>
            <numerusform>Reading %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the annotation of %n file(s)</source>
        <translation>
            <numerusform>the annotation of %n file</numerusform>
            <numerusform>the annotation of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were imported.</source>
        <translation>
            <numerusform>%n file was imported.</numerusform>
            <numerusform>%n files were imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExperimentPage</name>
    <message numerus="yes">
        <source>done: %n seed(s)</source>
        <translation>
            <numerusform>done: %n seed</numerusform>
            <numerusform>done: %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: done after %n epoch(s)</source>
        <translation>
            <numerusform>%1: done after %n epoch</numerusform>
            <numerusform>%1: done after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: stopped after %n epoch(s)</source>
        <translation>
            <numerusform>%1: stopped after %n epoch</numerusform>
            <numerusform>%1: stopped after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) cannot tell A from B: B − A is %1 %2 (%3 … %4).</source>
        <translation>
            <numerusform>%n seed cannot tell A from B: B − A is %1 %2 (%3 … %4).</numerusform>
            <numerusform>%n seeds cannot tell A from B: B − A is %1 %2 (%3 … %4).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExperimentTexts</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n gone</numerusform>
            <numerusform>%n gone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExtractChoicePage</name>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start %n recording(s)</source>
        <translation>
            <numerusform>&amp;Start %n recording</numerusform>
            <numerusform>&amp;Start %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExtractProgressPage</name>
    <message numerus="yes">
        <source>&amp;Retry the %n…</source>
        <translation>
            <numerusform>&amp;Retry the %n…</numerusform>
            <numerusform>&amp;Retry the %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) done</source>
        <translation>
            <numerusform>%n recording done</numerusform>
            <numerusform>%n recordings done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n without words</source>
        <translation>
            <numerusform>%1; %n without words</numerusform>
            <numerusform>%1; %n without words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n cut short</source>
        <translation>
            <numerusform>%1; %n cut short</numerusform>
            <numerusform>%1; %n cut short</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FetchDialog</name>
    <message numerus="yes">
        <source>%n file(s) could not be fetched. %1 Fetch tries again.</source>
        <translation>
            <numerusform>%n file could not be fetched. %1 Fetch tries again.</numerusform>
            <numerusform>%n files could not be fetched. %1 Fetch tries again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FoundWords</name>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>align %n word</numerusform>
            <numerusform>align %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::GoldItemActions</name>
    <message numerus="yes">
        <source>%n gold item(s): Review → Begin or go on with a pass… trains on them or hides them.</source>
        <translation>
            <numerusform>%n gold item: Review → Begin or go on with a pass… trains on it or hides it.</numerusform>
            <numerusform>%n gold items: Review → Begin or go on with a pass… trains on them or hides them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::GoldTexts</name>
    <message numerus="yes">
        <source>%1 of %n right</source>
        <translation>
            <numerusform>%1 of %n right</numerusform>
            <numerusform>%1 of %n right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImportDialog</name>
    <message numerus="yes">
        <source>%1 (%2): %n item(s) read, %3 skipped</source>
        <translation>
            <numerusform>%1 (%2): %n item read, %3 skipped</numerusform>
            <numerusform>%1 (%2): %n items read, %3 skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n item(s)</source>
        <translation>
            <numerusform>%1 · %n item</numerusform>
            <numerusform>%1 · %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ImportFilesDialog</name>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n tier</numerusform>
            <numerusform>%n tiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) skipped</source>
        <translation>
            <numerusform>%n item skipped</numerusform>
            <numerusform>%n items skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s) will be imported.</source>
        <translation>
            <numerusform>%1 of %n file will be imported.</numerusform>
            <numerusform>%1 of %n files will be imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::InfluenceDialog</name>
    <message numerus="yes">
        <source>Simulating what %n segment(s) can find…</source>
        <translation>
            <numerusform>Simulating what %n segment can find…</numerusform>
            <numerusform>Simulating what %n segments can find…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::InfluenceTexts</name>
    <message numerus="yes">
        <source>%n segment(s) were answered both with and without the prediction; %1 are needed before anything can be told.</source>
        <translation>
            <numerusform>%n segment was answered both with and without the prediction; %1 are needed before anything can be told.</numerusform>
            <numerusform>%n segments were answered both with and without the prediction; %1 are needed before anything can be told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps nearer to it (p = %3).</source>
        <translation>
            <numerusform>Where the prediction was visible (%1 answers, %n segment), answers lay %2 steps nearer to it (p = %3).</numerusform>
            <numerusform>Where the prediction was visible (%1 answers, %n segments), answers lay %2 steps nearer to it (p = %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps further from it (p = %3).</source>
        <translation>
            <numerusform>Where the prediction was visible (%1 answers, %n segment), answers lay %2 steps further from it (p = %3).</numerusform>
            <numerusform>Where the prediction was visible (%1 answers, %n segments), answers lay %2 steps further from it (p = %3).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were answered in one way only and count for nothing.</source>
        <translation>
            <numerusform>%n segment was answered in one way only and counts for nothing.</numerusform>
            <numerusform>%n segments were answered in one way only and count for nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, a pull of %2 is found in four of five such measurements.</source>
        <translation>
            <numerusform>With %n segment and %1 annotators, a pull of %2 is found in four of five such measurements.</numerusform>
            <numerusform>With %n segments and %1 annotators, a pull of %2 is found in four of five such measurements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, even a pull of %2 is found in fewer than four of five such measurements.</source>
        <translation>
            <numerusform>With %n segment and %1 annotators, even a pull of %2 is found in fewer than four of five such measurements.</numerusform>
            <numerusform>With %n segments and %1 annotators, even a pull of %2 is found in fewer than four of five such measurements.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LearnChoiceTexts</name>
    <message numerus="yes">
        <source>all %n together</source>
        <translation>
            <numerusform>all %n together</numerusform>
            <numerusform>all %n together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LearningActions</name>
    <message numerus="yes">
        <source>After ten answers it tells how well a model does; by now there are %n.</source>
        <translation>
            <numerusform>After ten answers it tells how well a model does; by now there is %n.</numerusform>
            <numerusform>After ten answers it tells how well a model does; by now there are %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>r %1 after %n answer(s); off by %2.</source>
        <translation>
            <numerusform>r %1 after %n answer; off by %2.</numerusform>
            <numerusform>r %1 after %n answers; off by %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 It is enough: %n more would hardly change anything.</source>
        <translation>
            <numerusform>%1 It is enough: %n more would hardly change anything.</numerusform>
            <numerusform>%1 It is enough: %n more would hardly change anything.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 With %n more, r %2 is expected (%3 to %4).</source>
        <translation>
            <numerusform>%1 With %n more, r %2 is expected (%3 to %4).</numerusform>
            <numerusform>%1 With %n more, r %2 is expected (%3 to %4).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LiveDisplay</name>
    <message numerus="yes">
        <source>learnt from %n other video(s): no measure of you</source>
        <translation>
            <numerusform>learnt from %n other video: no measure of you</numerusform>
            <numerusform>learnt from %n other videos: no measure of you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 pictures a second, %n dropped</source>
        <translation>
            <numerusform>%1 pictures a second, %n dropped</numerusform>
            <numerusform>%1 pictures a second, %n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 answers a second, %n left out</source>
        <translation>
            <numerusform>%1 answers a second, %n left out</numerusform>
            <numerusform>%1 answers a second, %n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU %1 % of %n core(s)</source>
        <translation>
            <numerusform>CPU %1 % of %n core</numerusform>
            <numerusform>CPU %1 % of %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ModelCardText</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s): %1</source>
        <translation>
            <numerusform>%n video: %1</numerusform>
            <numerusform>%n videos: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::NeedTexts</name>
    <message numerus="yes">
        <source>%1 … %2, %n segment(s)</source>
        <translation>
            <numerusform>%1 … %2, %n segment</numerusform>
            <numerusform>%1 … %2, %n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OpenActions</name>
    <message numerus="yes">
        <source>Add %n file(s) to the open dataset?</source>
        <translation>
            <numerusform>Add %n file to the open dataset?</numerusform>
            <numerusform>Add %n files to the open dataset?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OpenDataset</name>
    <message numerus="yes">
        <source>%n media file(s) belong to videos that have one already, and are not used: %1.</source>
        <translation>
            <numerusform>%n media file belongs to a video that has one already, and is not used: %1.</numerusform>
            <numerusform>%n media files belong to videos that have one already, and are not used: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OpenTexts</name>
    <message numerus="yes">
        <source>All %n judged segment(s) have answers enough.</source>
        <translation>
            <numerusform>The %n judged segment has answers enough.</numerusform>
            <numerusform>All %n judged segments have answers enough.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done %1 of %2 judged segments, about %n answer(s) to go (%3 to %4).</source>
        <translation>
            <numerusform>Done %1 of %2 judged segments, about %n answer to go (%3 to %4).</numerusform>
            <numerusform>Done %1 of %2 judged segments, about %n answers to go (%3 to %4).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s) share too few segments with others and count as ordinary ones.</source>
        <translation>
            <numerusform>%n annotator shares too few segments with others and counts as an ordinary one.</numerusform>
            <numerusform>%n annotators share too few segments with others and count as ordinary ones.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OtherModels</name>
    <message numerus="yes">
        <source>mean of %n model(s)</source>
        <translation>
            <numerusform>mean of %n model</numerusform>
            <numerusform>mean of %n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PartsText</name>
    <message numerus="yes">
        <source>%n word(s) are rated; their sentence %1</source>
        <translation>
            <numerusform>%n word is rated; its sentence %1</numerusform>
            <numerusform>%n words are rated; their sentence %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PassTexts</name>
    <message numerus="yes">
        <source>Nothing comes again: the pass has no more than %n place(s).</source>
        <translation>
            <numerusform>Nothing comes again: the pass has no more than %n place.</numerusform>
            <numerusform>Nothing comes again: the pass has no more than %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n modality(ies) missing</source>
        <translation>
            <numerusform>%n modality missing</numerusform>
            <numerusform>%n modalities missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>%1 of %n done</numerusform>
            <numerusform>%1 of %n done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PlanTable</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments: %2 at a cost of %3, %4</source>
        <translation>
            <numerusform>%n person on %1 segments: %2 at a cost of %3, %4</numerusform>
            <numerusform>%n people on %1 segments: %2 at a cost of %3, %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PlanTexts</name>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1, %n step</numerusform>
            <numerusform>%1, %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the answers of the project: %n segment(s) with two or more, %1 people.</source>
        <translation>
            <numerusform>From the answers of the project: %n segment with two or more, %1 people.</numerusform>
            <numerusform>From the answers of the project: %n segments with two or more, %1 people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usual raters: %n segment(s) with two answers are too few to learn from; %1 are needed, by %2 people.</source>
        <translation>
            <numerusform>Usual raters: %n segment with two answers is too little to learn from; %1 are needed, by %2 people.</numerusform>
            <numerusform>Usual raters: %n segments with two answers are too few to learn from; %1 are needed, by %2 people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With up to %1 people, up to %n segment(s) do not tell α within ± %2.</source>
        <translation>
            <numerusform>With up to %1 people, up to %n segment does not tell α within ± %2.</numerusform>
            <numerusform>With up to %1 people, up to %n segments do not tell α within ± %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments</source>
        <translation>
            <numerusform>%n person on %1 segments</numerusform>
            <numerusform>%n people on %1 segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Project</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) were written into %1.</source>
        <translation>
            <numerusform>%n invitation was written into %1.</numerusform>
            <numerusform>%n invitations were written into %1.</numerusform>
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
    <name>app::ProjectVersions</name>
    <message numerus="yes">
        <source>%n gold item(s) are said to be right otherwise in %1; those of this project stay.</source>
        <translation>
            <numerusform>%n gold item is said to be right otherwise in %1; that of this project stays.</numerusform>
            <numerusform>%n gold items are said to be right otherwise in %1; those of this project stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PublishDialog</name>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) have to be said before it can be published.</source>
        <translation>
            <numerusform>%n thing has to be said before it can be published.</numerusform>
            <numerusform>%n things have to be said before it can be published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) without segments stay(s) out</source>
        <translation>
            <numerusform>%n video without segments stays out</numerusform>
            <numerusform>%n videos without segments stay out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n rater</numerusform>
            <numerusform>%n raters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PublishTree</name>
    <message numerus="yes">
        <source>%n as they are, with faces and voices</source>
        <translation>
            <numerusform>%n as it is, with face and voice</numerusform>
            <numerusform>%n as they are, with faces and voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Publishing</name>
    <message numerus="yes">
        <source>%n file(s) published and verified.</source>
        <translation>
            <numerusform>%n file published and verified.</numerusform>
            <numerusform>%n files published and verified.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RaterActions</name>
    <message numerus="yes">
        <source>%n segment(s) were settled by consensus; undo takes that back.</source>
        <translation>
            <numerusform>%n segment was settled by consensus; undo takes that back.</numerusform>
            <numerusform>%n segments were settled by consensus; undo takes that back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RaterTexts</name>
    <message numerus="yes">
        <source>%n judged, %1 of them by others, too</source>
        <translation>
            <numerusform>%n judged, %1 of them by others, too</numerusform>
            <numerusform>%n judged, %1 of them by others, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RatersDialog</name>
    <message numerus="yes">
        <source>%n rater(s), first passes. A figure of too few answers says so.</source>
        <translation>
            <numerusform>%n rater, first passes. A figure of too few answers says so.</numerusform>
            <numerusform>%n raters, first passes. A figure of too few answers says so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more. The weighted consensus differs from the mean in %1, from the majority in %2, by more than half a step.</source>
        <translation>
            <numerusform>%n segment with two answers or more. The weighted consensus differs from the mean in %1, from the majority in %2, by more than half a step.</numerusform>
            <numerusform>%n segments with two answers or more. The weighted consensus differs from the mean in %1, from the majority in %2, by more than half a step.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them a person settled; they stay.</source>
        <translation>
            <numerusform>%n of them a person settled; it stays.</numerusform>
            <numerusform>%n of them a person settled; they stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more; in %1 the answers differ. The consensus is what most gave.</source>
        <translation>
            <numerusform>%n segment with two answers or more; in %1 the answers differ. The consensus is what most gave.</numerusform>
            <numerusform>%n segments with two answers or more; in %1 the answers differ. The consensus is what most gave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) stay open: as many gave one as another.</source>
        <translation>
            <numerusform>%n tie stays open: as many gave one as another.</numerusform>
            <numerusform>%n ties stay open: as many gave one as another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n segment(s) all answers are the same and the consensus is another: where raters hardly agree, it is drawn towards the mean of all. Look there before you settle by it.</source>
        <translation>
            <numerusform>In %n segment all answers are the same and the consensus is another: where raters hardly agree, it is drawn towards the mean of all. Look there before you settle by it.</numerusform>
            <numerusform>In %n segments all answers are the same and the consensus is another: where raters hardly agree, it is drawn towards the mean of all. Look there before you settle by it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RealignActions</name>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>align %n word</numerusform>
            <numerusform>align %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) aligned</source>
        <translation>
            <numerusform>%n word aligned</numerusform>
            <numerusform>%n words aligned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them doubtful.</source>
        <translation>
            <numerusform>, %n of them doubtful.</numerusform>
            <numerusform>, %n of them doubtful.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RecordingTimeDialog</name>
    <message numerus="yes">
        <source>Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n window(s).</source>
        <translation>
            <numerusform>Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n window.</numerusform>
            <numerusform>Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n windows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RecordingsTable</name>
    <message numerus="yes">
        <source>%1, %n clip(s)</source>
        <translation>
            <numerusform>%1, %n clip</numerusform>
            <numerusform>%1, %n clips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RenderDialog</name>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of tracks</source>
        <translation>
            <numerusform>%n page of tracks</numerusform>
            <numerusform>%n pages of tracks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Rendering</name>
    <message numerus="yes">
        <source>The video is in %1 (%n frame(s), encoded by %2).</source>
        <translation>
            <numerusform>The video is in %1 (%n frame, encoded by %2).</numerusform>
            <numerusform>The video is in %1 (%n frames, encoded by %2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ReportActions</name>
    <message numerus="yes">
        <source>%n csd file(s) were written into %1.</source>
        <translation>
            <numerusform>%n csd file was written into %1.</numerusform>
            <numerusform>%n csd files were written into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::Review</name>
    <message numerus="yes">
        <source>All %n segment(s) of this pass are done.</source>
        <translation>
            <numerusform>The %n segment of this pass is done.</numerusform>
            <numerusform>All %n segments of this pass are done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RoomConcepts</name>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n muted</numerusform>
            <numerusform>%n muted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>says little: %n number(s)</source>
        <translation>
            <numerusform>says little: %n number</numerusform>
            <numerusform>says little: %n numbers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RoomSlices</name>
    <message numerus="yes">
        <source>* %n worse beyond chance</source>
        <translation>
            <numerusform>* %n worse beyond chance</numerusform>
            <numerusform>* %n worse beyond chance</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RunFigures</name>
    <message numerus="yes">
        <source>Of %n test segment(s): %1. Segments of one video are alike, so that it is less sure than that.</source>
        <translation>
            <numerusform>Of %n test segment: %1. Segments of one video are alike, so that it is less sure than that.</numerusform>
            <numerusform>Of %n test segments: %1. Segments of one video are alike, so that it is less sure than that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RunsPage</name>
    <message numerus="yes">
        <source>done after %n epoch(s)</source>
        <translation>
            <numerusform>done after %n epoch</numerusform>
            <numerusform>done after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n epoch(s)</source>
        <translation>
            <numerusform>stopped after %n epoch</numerusform>
            <numerusform>stopped after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>broken off after %n epoch(s)</source>
        <translation>
            <numerusform>broken off after %n epoch</numerusform>
            <numerusform>broken off after %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>%n run is selected.</numerusform>
            <numerusform>%n runs are selected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running: silent for %n minute(s)</source>
        <translation>
            <numerusform>running: silent for %n minute</numerusform>
            <numerusform>running: silent for %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentAgreementDialog</name>
    <message numerus="yes">
        <source>Where %1 differ: %n place(s)</source>
        <translation>
            <numerusform>Where %1 differ: %n place</numerusform>
            <numerusform>Where %1 differ: %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentEdits</name>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>delete %n word</numerusform>
            <numerusform>delete %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n segment(s)</source>
        <translation>
            <numerusform>delete %n segment</numerusform>
            <numerusform>delete %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n word(s)</source>
        <translation>
            <numerusform>paste %n word</numerusform>
            <numerusform>paste %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n segment(s)</source>
        <translation>
            <numerusform>paste %n segment</numerusform>
            <numerusform>paste %n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentMaker</name>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>%n segment was made.</numerusform>
            <numerusform>%n segments were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have such segments already and were left as they are.</source>
        <translation>
            <numerusform>%n video has such segments already and was left as it is.</numerusform>
            <numerusform>%n videos have such segments already and were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentTexts</name>
    <message numerus="yes">
        <source>%1 cut %n video(s) into segments of their own.</source>
        <translation>
            <numerusform>%1 cut %n video into segments of their own.</numerusform>
            <numerusform>%1 cut %n videos into segments of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n rater</numerusform>
            <numerusform>%n raters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n segment(s) that both found, %1 % have the same name.</source>
        <translation>
            <numerusform>Of %n segment that both found, %1 % have the same name.</numerusform>
            <numerusform>Of %n segments that both found, %1 % have the same name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentsDialog</name>
    <message numerus="yes">
        <source>In &amp;all %n video(s), but for those that have some</source>
        <translation>
            <numerusform>In the video, if it has &amp;none</numerusform>
            <numerusform>In &amp;all %n videos, but for those that have some</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SharedOutPage</name>
    <message numerus="yes">
        <source>%n file(s), one for each person, lie in %1.</source>
        <translation>
            <numerusform>%n file, for one person, lies in %1.</numerusform>
            <numerusform>%n files, one for each person, lie in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SharingDialog</name>
    <message numerus="yes">
        <source>%n segment(s) are there to judge.</source>
        <translation>
            <numerusform>%n segment is there to judge.</numerusform>
            <numerusform>%n segments are there to judge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n segment(s) are judged by %1: about %2 for each.</source>
        <translation>
            <numerusform>The %n segment is judged by %1: about %2 for each.</numerusform>
            <numerusform>All %n segments are judged by %1: about %2 for each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 segments are judged by %2, the rest by %3: about %4 for each.</source>
        <translation>
            <numerusform>%n of %1 segments is judged by %2, the rest by %3: about %4 for each.</numerusform>
            <numerusform>%n of %1 segments are judged by %2, the rest by %3: about %4 for each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SourceGuard</name>
    <message numerus="yes">
        <source>Summing the files of %1 and %n more</source>
        <translation>
            <numerusform>Summing the files of %1 and %n more</numerusform>
            <numerusform>Summing the files of %1 and %n more</numerusform>
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
    <name>app::SplitBar</name>
    <message numerus="yes">
        <source>%1: %n video(s)</source>
        <translation>
            <numerusform>%1: %n video</numerusform>
            <numerusform>%1: %n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::StatisticsPanel</name>
    <message numerus="yes">
        <source>%1 rows in %n entry(ies), %2 dimensions; %3 constant or empty.</source>
        <translation>
            <numerusform>%1 rows in %n entry, %2 dimensions; %3 constant or empty.</numerusform>
            <numerusform>%1 rows in %n entries, %2 dimensions; %3 constant or empty.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imputed</source>
        <translation>
            <numerusform>%n row imputed</numerusform>
            <numerusform>%n rows imputed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectActions</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectContent</name>
    <message numerus="yes">
        <source>Label %1; %n model(s) %2</source>
        <translation>
            <numerusform>Label %1; %n model %2</numerusform>
            <numerusform>Label %1; %n models %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n label(s) are too few to tell which are wrong: take this for an order to look at them.</source>
        <translation>
            <numerusform>%1 %n label is too few to tell which are wrong: take this for an order to look at them.</numerusform>
            <numerusform>%1 %n labels are too few to tell which are wrong: take this for an order to look at them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectState</name>
    <message numerus="yes">
        <source>%n label(s) changed since the search. Look again to have them judged anew.</source>
        <translation>
            <numerusform>%n label changed since the search. Look again to have it judged anew.</numerusform>
            <numerusform>%n labels changed since the search. Look again to have them judged anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectWords</name>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n corrected</numerusform>
            <numerusform>%n corrected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n dismissed</numerusform>
            <numerusform>%n dismissed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never again</source>
        <translation>
            <numerusform>%n never again</numerusform>
            <numerusform>%n never again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TensorsDialog</name>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s), and each sequence becomes an array of segments × rows × columns in tensors.h5. Labels are not padded.</source>
        <translation>
            <numerusform>The recipe is applied to %n video, and each sequence becomes an array of segments × rows × columns in tensors.h5. Labels are not padded.</numerusform>
            <numerusform>The recipe is applied to %n videos, and each sequence becomes an array of segments × rows × columns in tensors.h5. Labels are not padded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TierActions</name>
    <message numerus="yes">
        <source>The tier %1 was deleted in all %n video(s) that had it.</source>
        <translation>
            <numerusform>The tier %1 was deleted in all %n video that had it.</numerusform>
            <numerusform>The tier %1 was deleted in all %n videos that had it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TierDialog</name>
    <message numerus="yes">
        <source>Changes reach this tier in all %n video(s) that have it.</source>
        <translation>
            <numerusform>Changes reach this tier in all %n video that have it.</numerusform>
            <numerusform>Changes reach this tier in all %n videos that have it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TierReader</name>
    <message numerus="yes">
        <source>%n video(s) could not be read and were left out: %1</source>
        <translation>
            <numerusform>%n video could not be read and was left out: %1</numerusform>
            <numerusform>%n videos could not be read and were left out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TrainingActions</name>
    <message numerus="yes">
        <source>%n training(s) that began here are not at their end.</source>
        <translation>
            <numerusform>%n training that began here is not at its end.</numerusform>
            <numerusform>%n trainings that began here are not at their end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TrainingPaceTexts</name>
    <message numerus="yes">
        <source>Measured: %n epoch(s); it may end earlier.</source>
        <translation>
            <numerusform>Measured: %n epoch; it may end earlier.</numerusform>
            <numerusform>Measured: %n epochs; it may end earlier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As long as %n earlier one(s) of this kind took.</source>
        <translation>
            <numerusform>As long as %n earlier one of this kind took.</numerusform>
            <numerusform>As long as %n earlier ones of this kind took.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With all %n epoch(s): %1.</source>
        <translation>
            <numerusform>With all %n epoch: %1.</numerusform>
            <numerusform>With all %n epochs: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TrainingRowTexts</name>
    <message numerus="yes">
        <source>%1, %n classes</source>
        <translation>
            <numerusform>%1, %n class</numerusform>
            <numerusform>%1, %n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1 of %n segment</numerusform>
            <numerusform>%1 of %n segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n without</numerusform>
            <numerusform>%n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TranscriptActions</name>
    <message numerus="yes">
        <source>times of %n word(s)</source>
        <translation>
            <numerusform>times of %n word</numerusform>
            <numerusform>times of %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TranscriptTab</name>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>delete %n word</numerusform>
            <numerusform>delete %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>type %n word(s)</source>
        <translation>
            <numerusform>type %n word</numerusform>
            <numerusform>type %n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This video has %n word(s) already.</source>
        <translation>
            <numerusform>This video has %n word already.</numerusform>
            <numerusform>This video has %n words already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of %1 are in the transcript.</source>
        <translation>
            <numerusform>%n word of %1 is in the transcript.</numerusform>
            <numerusform>%n words of %1 are in the transcript.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TurnSegments</name>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>%n segment was made.</numerusform>
            <numerusform>%n segments were made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s) have labelled segments already and were left as they are.</source>
        <translation>
            <numerusform>%n tier has labelled segments already and was left as it is.</numerusform>
            <numerusform>%n tiers have labelled segments already and were left as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TurnSegmentsDialog</name>
    <message numerus="yes">
        <source>Of &amp;all %n participant(s)</source>
        <translation>
            <numerusform>Of &amp;all %n participant</numerusform>
            <numerusform>Of &amp;all %n participants</numerusform>
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
    <name>app::WordExport</name>
    <message numerus="yes">
        <source>%1 %n of them has no times: it is written with those at which it lies.</source>
        <translation>
            <numerusform>%1 %n of them has no times: it is written with those at which it lies.</numerusform>
            <numerusform>%1 %n of them have no times: they are written with those at which they lie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are a draft that nobody has looked at.</source>
        <translation>
            <numerusform>%n word is a draft that nobody has looked at.</numerusform>
            <numerusform>%n words are a draft that nobody has looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AgainstChooser</name>
    <message numerus="yes">
        <source>%n models: mean, spread</source>
        <translation>
            <numerusform>%n model: mean, spread</numerusform>
            <numerusform>%n models: mean, spread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AttributionView</name>
    <message numerus="yes">
        <source>Half of it is gone after %1 of %n step(s).</source>
        <translation>
            <numerusform>Half of it is gone after %1 of %n step.</numerusform>
            <numerusform>Half of it is gone after %1 of %n steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; adds up but for %2 % (%n step(s))</source>
        <translation>
            <numerusform>%1; adds up but for %2 % (%n step)</numerusform>
            <numerusform>%1; adds up but for %2 % (%n steps)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CalibrationPlot</name>
    <message numerus="yes">
        <source>%n segment(s), prediction %1, label %2</source>
        <translation>
            <numerusform>%n segment, prediction %1, label %2</numerusform>
            <numerusform>%n segments, prediction %1, label %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), probability %1, right %2</source>
        <translation>
            <numerusform>%n segment, probability %1, right %2</numerusform>
            <numerusform>%n segments, probability %1, right %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConceptModel</name>
    <message numerus="yes">
        <source>Unit %1: in %n segment(s), where it changes the prediction by %2 on average</source>
        <translation>
            <numerusform>Unit %1: in %n segment, where it changes the prediction by %2 on average</numerusform>
            <numerusform>Unit %1: in %n segments, where it changes the prediction by %2 on average</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConflictList</name>
    <message numerus="yes">
        <source>All %n decided</source>
        <translation>
            <numerusform>All %n decided</numerusform>
            <numerusform>All %n decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n undecided</source>
        <translation>
            <numerusform>%1 of %n undecided</numerusform>
            <numerusform>%1 of %n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionGrid</name>
    <message numerus="yes">
        <source>label %1, prediction %2: %n segment(s)</source>
        <translation>
            <numerusform>label %1, prediction %2: %n segment</numerusform>
            <numerusform>label %1, prediction %2: %n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTexts</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::CurvePlot</name>
    <message numerus="yes">
        <source>%1: %n epochs, the best is %2</source>
        <translation>
            <numerusform>%1: %n epoch, the best is %2</numerusform>
            <numerusform>%1: %n epochs, the best is %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DatasetHead</name>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation>
            <numerusform>%1 of %n selected</numerusform>
            <numerusform>%1 of %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n to the queue</source>
        <translation>
            <numerusform>Send %n to the queue</numerusform>
            <numerusform>Send %n to the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DatasetView</name>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n labelled</numerusform>
            <numerusform>%n labelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceTable</name>
    <message numerus="yes">
        <source>%n seed(s) cannot tell</source>
        <translation>
            <numerusform>%n seed cannot tell</numerusform>
            <numerusform>%n seeds cannot tell</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FacesTrack</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FeaturesTrack</name>
    <message numerus="yes">
        <source>%1 × %n row(s) · %2</source>
        <translation>
            <numerusform>%1 × %n row · %2</numerusform>
            <numerusform>%1 × %n rows · %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::FindBar</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::HiddenVotes</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s)</source>
        <translation>
            <numerusform>%n prediction</numerusform>
            <numerusform>%n predictions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::InfluencePlot</name>
    <message numerus="yes">
        <source>%1 of %n segment(s) lie nearer to the prediction where it was visible</source>
        <translation>
            <numerusform>%1 of %n segment lies nearer to the prediction where it was visible</numerusform>
            <numerusform>%1 of %n segments lie nearer to the prediction where it was visible</numerusform>
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
    <name>widgets::IntervalTrack</name>
    <message numerus="yes">
        <source>+%n lane(s): drag the lower border</source>
        <translation>
            <numerusform>+%n lane: drag the lower border</numerusform>
            <numerusform>+%n lanes: drag the lower border</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LabelledTexts</name>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n labelled</numerusform>
            <numerusform>%n labelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LearningCurve</name>
    <message numerus="yes">
        <source>Correlation %1 after %n label(s)</source>
        <translation>
            <numerusform>Correlation %1 after %n label</numerusform>
            <numerusform>Correlation %1 after %n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LibraryEntry</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled segment(s)</source>
        <translation>
            <numerusform>%n labelled segment</numerusform>
            <numerusform>%n labelled segments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
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
    <name>widgets::NearestLists</name>
    <message numerus="yes">
        <source>%1 compared %n segment(s), as it learnt them: labelled ones, or windows. Its own picture and sound: %2. A click goes there; Space plays.</source>
        <translation>
            <numerusform>%1 compared %n segment, as it learnt them: labelled ones, or windows. Its own picture and sound: %2. A click goes there; Space plays.</numerusform>
            <numerusform>%1 compared %n segments, as it learnt them: labelled ones, or windows. Its own picture and sound: %2. A click goes there; Space plays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::OffsetHistogram</name>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n transition</numerusform>
            <numerusform>%n transitions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::QueuePanel</name>
    <message numerus="yes">
        <source>%1 of %n answers</source>
        <translation>
            <numerusform>%1 of %n answer</numerusform>
            <numerusform>%1 of %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ReceivedRows</name>
    <message numerus="yes">
        <source>%n row(s); %1</source>
        <translation>
            <numerusform>%n row; %1</numerusform>
            <numerusform>%n rows; %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SegmentListCard</name>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n wrong</numerusform>
            <numerusform>%n wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SliceModel</name>
    <message numerus="yes">
        <source>%1: %n segment(s) of %2 videos</source>
        <translation>
            <numerusform>%1: %n segment of %2 videos</numerusform>
            <numerusform>%1: %n segments of %2 videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpaceChoiceBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
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
    <name>widgets::SplitBar</name>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n labelled</numerusform>
            <numerusform>%n labelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::StripCard</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SurfacePanel</name>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n dimension</numerusform>
            <numerusform>%n dimensions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n dimensions</source>
        <translation>
            <numerusform>%1 of %n dimension</numerusform>
            <numerusform>%1 of %n dimensions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SuspectQueue</name>
    <message numerus="yes">
        <source>%1 of %n looked at</source>
        <translation>
            <numerusform>%1 of %n looked at</numerusform>
            <numerusform>%1 of %n looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TensorPanel</name>
    <message numerus="yes">
        <source>the strongest %1 of %n cells</source>
        <translation>
            <numerusform>the strongest %1 of %n cell</numerusform>
            <numerusform>the strongest %1 of %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TextTrack</name>
    <message numerus="yes">
        <source>%n text(s), as in the file</source>
        <translation>
            <numerusform>%n text, as in the file</numerusform>
            <numerusform>%n texts, as in the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TierTrack</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n segment</numerusform>
            <numerusform>%n segments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TimelineOverlay</name>
    <message numerus="yes">
        <source>%1 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %n frame</numerusform>
            <numerusform>%1 · %n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TraceTrack</name>
    <message numerus="yes">
        <source>%n value(s), %1 to %2 seconds</source>
        <translation>
            <numerusform>%n value, %1 to %2 seconds</numerusform>
            <numerusform>%n values, %1 to %2 seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptPanel</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Align the %n</source>
        <translation>
            <numerusform>Align the %n</numerusform>
            <numerusform>Align the %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) changed since phones and vectors were made.</source>
        <translation>
            <numerusform>%n word changed since phones and vectors were made.</numerusform>
            <numerusform>%n words changed since phones and vectors were made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TurnPredictions</name>
    <message numerus="yes">
        <source>%n turn(s) before</source>
        <translation>
            <numerusform>%n turn before</numerusform>
            <numerusform>%n turns before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WhoSpeaksTrack</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
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
    <message numerus="yes">
        <source>%1 · %n without times</source>
        <translation>
            <numerusform>%1 · %n without times</numerusform>
            <numerusform>%1 · %n without times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n doubtful</source>
        <translation>
            <numerusform>%1 · %n doubtful</numerusform>
            <numerusform>%1 · %n doubtful</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::WorkBars</name>
    <message numerus="yes">
        <source>and %n more as much each</source>
        <translation>
            <numerusform>and %n more as much</numerusform>
            <numerusform>and %n more as much each</numerusform>
        </translation>
    </message>
</context>
</TS>
