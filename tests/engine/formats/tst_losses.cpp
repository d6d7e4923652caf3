#include "engine/formats/format_registry.h"

#include <QTest>

#include <fmt/ranges.h>
#include <functional>
#include <random>

#include "tests/support/exchange.h"
#include "tests/support/exchange_facts.h"

using namespace engine;

namespace {

constexpr int kMixtures = 120; // per format

Segment& first(ExchangedTiers& tiers)
{
    return tiers.tiers[0].segments[0];
}

void setText(ExchangedTiers& tiers, const std::string& text)
{
    tiers.tiers[0].segments[1].text = text;
}

/// Something that annotation may have, and no format's own base has.
struct Feature {
    const char* name;
    std::function<void(ExchangedTiers&)> add;
};

ExchangedTier below(const ExchangedTiers& tiers, Constraint constraint)
{
    ExchangedTier child = tiers.tiers[0];
    child.tier.id = 50;
    child.tier.name = "below";
    child.tier.parent = tiers.tiers[0].tier.id;
    child.tier.constraint = constraint;
    for (Segment& segment : child.segments) {
        segment.parent = segment.id;
        segment.id += 500;
        segment.tier = 50;
    }
    return child;
}

/// @return one of each field that tiers, segments and files have, and of the texts that formats trip over.
const std::vector<Feature>& features()
{
    static const std::vector<Feature> all{
        {"another name of the tier", [](auto& t) { t.tiers[0].tier.name = "gestures"; }},
        {"a name with blanks", [](auto& t) { t.tiers[0].tier.name = "left hand"; }},
        {"a word without times", [](auto& t) { first(t).timing = Timing::Spread; }},
        {"no name", [](auto& t) { t.tiers[0].tier.name.clear(); }},
        {"a second tier",
         [](auto& t) {
             ExchangedTier other = t.tiers[0];
             other.tier.id = 60;
             other.tier.name = "second";
             for (Segment& segment : other.segments)
                 segment.id += 600;
             t.tiers.push_back(other);
         }},
        {"a second video",
         [](auto& t) {
             ExchangedTier other = t.tiers[0];
             other.tier.id = 61;
             other.tier.video = "talk_2";
             for (Segment& segment : other.segments)
                 segment.id += 610;
             t.tiers.push_back(other);
         }},
        {"a video with blanks", [](auto& t) { t.tiers[0].tier.video = "my talk"; }},
        {"no video", [](auto& t) { t.tiers[0].tier.video.clear(); }},
        {"a tier without segments",
         [](auto& t) {
             ExchangedTier other = t.tiers[0];
             other.tier.id = 62;
             other.tier.name = "empty";
             other.segments.clear();
             t.tiers.push_back(other);
         }},
        {"included in", [](auto& t) { t.tiers.push_back(below(t, Constraint::IncludedIn)); }},
        {"a time subdivision", [](auto& t) { t.tiers.push_back(below(t, Constraint::TimeSubdivision)); }},
        {"a symbolic association",
         [](auto& t) { t.tiers.push_back(below(t, Constraint::SymbolicAssociation)); }},
        {"a symbolic subdivision",
         [](auto& t) {
             ExchangedTier child = below(t, Constraint::SymbolicSubdivision);
             child.segments.resize(1);
             child.segments.push_back(child.segments[0]);
             child.segments[1].id += 5;
             child.segments[1].text = "second";
             child.segments[1].order = 1;
             t.tiers.push_back(child);
         }},
        {"an annotator", [](auto& t) { t.tiers[0].tier.annotator = "ada"; }},
        {"a participant", [](auto& t) { t.tiers[0].tier.participant = "P1"; }},
        {"a participant of texts that lack",
         [](auto& t) {
             t.tiers[0].tier.participant = "P1";
             setText(t, "");
         }},
        {"a colour", [](auto& t) { t.tiers[0].tier.colour = "#ff8800"; }},
        {"points",
         [](auto& t) {
             t.tiers[0].tier.kind = TierKind::Point;
             for (Segment& segment : t.tiers[0].segments)
                 segment.end = segment.start;
         }},
        {"a segment without length", [](auto& t) { first(t).end = first(t).start; }},
        {"continuous values",
         [](auto& t) {
             ExchangedTier trace;
             trace.tier.id = 63;
             trace.tier.name = "valence";
             trace.tier.video = t.tiers[0].tier.video;
             trace.tier.kind = TierKind::Continuous;
             trace.tier.rate = 4.0;
             Segment& values = trace.segments.emplace_back();
             values.id = 9000;
             values.tier = 63;
             values.end = TimePoint::ofRecorded(0.5);
             values.samples = {0.25F, 0.5F};
             t.tiers.push_back(trace);
         }},
        {"a scale",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back({"sentiment", NumberScale{-3.0, 3.0, 1.0}});
         }},
        {"a vocabulary of the texts",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back(
                 {t.tiers[0].tier.name, Vocabulary{{{"so", {}, {}}, {"it", {}, {}}, {"goes", {}, {}}}}});
             for (Segment& segment : t.tiers[0].segments)
                 segment.values[t.tiers[0].tier.name].value = segment.text;
         }},
        {"a colour of a term",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back({"mood", Vocabulary{{{"so", "#112233", {}}, {"it", {}, {}}}}});
         }},
        {"a key of a term",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back({"mood", Vocabulary{{{"so", {}, "s"}, {"it", {}, {}}}}});
         }},
        {"free text",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back({"note", FreeText{}});
         }},
        {"two schemes",
         [](auto& t) {
             t.tiers[0].tier.labels.push_back({"note", FreeText{}});
             t.tiers[0].tier.labels.push_back({"mood", Vocabulary{{{"glad", {}, {}}}}});
         }},
        {"a label that says what the text says",
         [](auto& t) { first(t).values["mood"].value = first(t).text; }},
        {"a label that is called as a column", [](auto& t) { first(t).values["Onset"].value = 1.0; }},
        {"a channel", [](auto& t) { first(t).values["channel"].value = std::string("2"); }},
        {"times that were made up", [](auto& t) { t.tiers[0].timesAreInvented = true; }},
        {"a number", [](auto& t) { first(t).values["sentiment"].value = -1.5; }},
        {"a term", [](auto& t) { first(t).values["mood"].value = std::string("so, so"); }},
        {"a term that is a number", [](auto& t) { first(t).values["mood"].value = std::string("7"); }},
        {"a term with line breaks", [](auto& t) { first(t).values["mood"].value = std::string("a\nb"); }},
        {"an empty term", [](auto& t) { first(t).values["mood"].value = std::string(); }},
        {"a label with blanks", [](auto& t) { first(t).values["my mood"].value = std::string("glad"); }},
        {"a label of a name that formats use",
         [](auto& t) { first(t).values["clip_id"].value = std::string("7a"); }},
        {"a label for a segment without text",
         [](auto& t) {
             first(t).text.clear();
             first(t).values["mood"].value = std::string("glad");
         }},
        {"who gave a label",
         [](auto& t) {
             first(t).values["sentiment"] = {1.0, {"ada", 1'700'000'000'000, 2, "text"}};
         }},
        {"a confidence", [](auto& t) { first(t).confidence = 0.25; }},
        {"no confidence", [](auto& t) { t.tiers[0].segments[2].confidence.reset(); }},
        {"a comment", [](auto& t) { first(t).comment = "look again"; }},
        {"a flag", [](auto& t) { first(t).flagged = true; }},
        {"a start between its neighbours",
         [](auto& t) {
             t.tiers[0].interpolated.insert(t.tiers[0].segments[1].id);
             t.tiers[0].segments[1].start.recorded.reset();
         }},
        {"an overlap", [](auto& t) { t.tiers[0].segments[1].start = TimePoint::ofRecorded(0.75); }},
        {"a tiny overlap", [](auto& t) { t.tiers[0].segments[1].start = TimePoint::ofRecorded(0.9995); }},
        {"another order", [](auto& t) { std::swap(t.tiers[0].segments[0], t.tiers[0].segments[2]); }},
        {"a negative time", [](auto& t) { first(t).start = TimePoint::ofRecorded(-0.25); }},
        {"milliseconds", [](auto& t) { first(t).start = TimePoint::ofRecorded(0.012); }},
        {"microseconds", [](auto& t) { first(t).start = TimePoint::ofRecorded(0.012345); }},
        {"finer times", [](auto& t) { first(t).start = TimePoint::ofRecorded(1.0 / 7.0); }},
        {"a time of hours", [](auto& t) { t.tiers[0].segments[2].end = TimePoint::ofRecorded(360'000.5); }},
        {"media",
         [](auto& t) {
             t.media.push_back({"file:///a.mp4", "a.mp4", "video/mp4"});
         }},
        {"media with an origin",
         [](auto& t) {
             t.media.push_back({"file:///a.mp4", "a.mp4", "video/mp4", "1500", "file:///b.mp4"});
         }},
        {"an extent",
         [](auto& t) {
             t.extent = Interval{0.0, 30.0};
         }},
        {"what only an EAF holds",
         [](auto& t) {
             t.extras.push_back({"eaf", "properties", "<PROPERTY NAME=\"URN\">u</PROPERTY>"});
         }},
        {"a linguistic type",
         [](auto& t) {
             t.tiers[0].type = "utterance-lt";
             t.extras.push_back(
                 {"eaf", "linguistic types",
                  "<LINGUISTIC_TYPE GRAPHIC_REFERENCES=\"true\" LINGUISTIC_TYPE_ID=\"utterance-lt\" "
                  "TIME_ALIGNABLE=\"true\"/>"});
         }},
        {"what only WebVTT holds",
         [](auto& t) {
             t.extras.push_back({"vtt", "notes and styles", "NOTE a"});
         }},
        {"what only NOVA holds",
         [](auto& t) {
             t.extras.push_back({"nova", "further fields of the header", " x=\"1\""});
         }},
        {"an empty text", [](auto& t) { setText(t, ""); }},
        {"blanks alone", [](auto& t) { setText(t, "  "); }},
        {"blanks around", [](auto& t) { setText(t, " it "); }},
        {"blanks inside", [](auto& t) { setText(t, "it  is"); }},
        {"a tab", [](auto& t) { setText(t, "it\tis"); }},
        {"a no-break space", [](auto& t) { setText(t, "it\xc2\xa0is"); }},
        {"a line break", [](auto& t) { setText(t, "it\nis"); }},
        {"CR LF", [](auto& t) { setText(t, "it\r\nis"); }},
        {"a lone CR", [](auto& t) { setText(t, "it\ris"); }},
        {"a blank line", [](auto& t) { setText(t, "it\n\nis"); }},
        {"a line break at the end", [](auto& t) { setText(t, "it\n"); }},
        {"a semicolon", [](auto& t) { setText(t, "it;is"); }},
        {"two semicolons", [](auto& t) { setText(t, "it;;is"); }},
        {"a comment of others at the start", [](auto& t) { setText(t, ";;it"); }},
        {"a quote", [](auto& t) { setText(t, "\"it\" ''"); }},
        {"an arrow", [](auto& t) { setText(t, "it --> is"); }},
        {"a timing", [](auto& t) { setText(t, "00:00:01.000 --> 00:00:02.000"); }},
        {"a timing in the second line", [](auto& t) { setText(t, "it\n00:00:01.000 --> 00:00:02.000"); }},
        {"digits", [](auto& t) { setText(t, "12"); }},
        {"digits in the last line", [](auto& t) { setText(t, "it\n12"); }},
        {"markup", [](auto& t) { setText(t, "<i>it</i>"); }},
        {"a voice", [](auto& t) { setText(t, "<v Ada>it"); }},
        {"an entity", [](auto& t) { setText(t, "a &amp; b & c"); }},
        {"<eps>", [](auto& t) { setText(t, "<eps>"); }},
        {"<NA>", [](auto& t) { setText(t, "<NA>"); }},
        {"NA", [](auto& t) { setText(t, "NA"); }},
        {"a dash", [](auto& t) { setText(t, "-"); }},
        {"an underscore", [](auto& t) { setText(t, "it_is"); }},
        {"a backslash", [](auto& t) { setText(t, "\\"); }},
        {"a formula", [](auto& t) { setText(t, "=1+1"); }},
        {"NOTE", [](auto& t) { setText(t, "NOTE it"); }},
        {"GARBAGE", [](auto& t) { setText(t, "GARBAGE"); }},
        {"<ALT_BEGIN>", [](auto& t) { setText(t, "<ALT_BEGIN>"); }},
        {"letters of the world", [](auto& t) { setText(t, "\xc3\xa9\xf0\x9f\x98\x80\xe4\xb8\xad"); }},
        {"a control character", [](auto& t) { setText(t, "it\x01\x1bis"); }},
    };
    return all;
}

/// A format, and tiers that it holds as they are.
struct Trip {
    const char* format;
    const char* tier; ///< the name that reading gives
    bool isSure = false; ///< segments have a confidence
    bool hasVideo = false;
};

const Trip kTrips[]{{"eaf", "words"},
                    {"textgrid", "words"},
                    {"audacity", "labels"},
                    {"vtt", "captions"},
                    {"srt", "captions"},
                    {"ctm", "words", false, true},
                    {"rttm", "words", false, true},
                    {"kaldi", "utterances", false, true},
                    {"nova", "words", true},
                    {"csv", "words", false, true},
                    {"labelstudio", "words", false, true},
                    {"csd", "words", false, true},
                    {"mmsa", "labels", false, true}};

ExchangedTiers baseOf(const Trip& trip)
{
    ExchangedTiers tiers{
        {test::tierOf(1, trip.tier, {{0.0, 1.0, "so"}, {1.0, 2.0, "it"}, {2.0, 3.0, "goes"}})}, {}, {}};
    ExchangedTier& tier = tiers.tiers[0];
    const std::string id = trip.format;
    if (trip.hasVideo)
        tier.tier.video = "talk_1";
    tier.timesAreInvented = id == "mmsa";
    if (id == "textgrid")
        tiers.extent = Interval{0.0, 3.0};
    if (id == "csd")
        tier.tier.source = tier.tier.name;
    for (std::size_t i = 0; i < tier.segments.size(); ++i) {
        Segment& segment = tier.segments[i];
        if (trip.isSure)
            segment.confidence = 1.0;
        if (id == "csv" || id == "mmsa")
            segment.values["clip_id"].value = std::to_string(i);
        if (id == "mmsa")
            segment.values["fold"].value = std::string("train");
        if (id == "kaldi") {
            segment.values["utterance"].value = "u" + std::to_string(i);
            segment.values["speaker"].value = std::string("talk_1");
        }
    }
    return tiers;
}

/// Scales of numbers are found out, types of tiers are given by the format that has them.
bool isOfTheFormat(const std::string& fact)
{
    return fact.starts_with("scheme ") || fact.starts_with("type of ")
        || fact.starts_with("eaf linguistic types: ");
}

/// Sentences that say how the other program behaves; nothing is lost.
bool isAdvice(const std::string& sentence)
{
    return sentence.starts_with("Label Studio refuses") || sentence.starts_with("EAF has no negative times");
}

}

/// What becomes of annotation on its way through a file is what the format's losses say: each difference has
/// a sentence, and each sentence a difference.
class TestLosses : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    /// What a file holds; of formats that write several, the one that was named, else the first.
    std::vector<std::string> readAgain(const Trip& trip, const ExchangedTiers& tiers) const
    {
        try {
            const auto files = formatById(trip.format)->write(tiers, m_files.path("segments"), {});
            const auto named = std::ranges::find(files, m_files.path("segments"));
            return test::factsOf(
                formatById(trip.format)->read(named == files.end() ? files.front() : *named, {}).content);
        } catch (const Error& error) {
            return {error.what()};
        }
    }

    static std::vector<std::string> said(const Trip& trip, const ExchangedTiers& tiers)
    {
        std::vector<std::string> sentences = formatById(trip.format)->losses(tiers);
        std::erase_if(sentences, isAdvice);
        return sentences;
    }

    /// Empty: what is lost is said.
    std::string fault(const Trip& trip, const ExchangedTiers& tiers) const
    {
        const auto expected = test::factsOf(tiers);
        const auto found = readAgain(trip, tiers);
        const auto sentences = said(trip, tiers);
        const bool isRefused = found.size() == 1 && expected.size() > 1;
        std::vector<std::string> lost, added;
        std::ranges::set_difference(sorted(expected), sorted(found), std::back_inserter(lost));
        std::ranges::set_difference(sorted(found), sorted(expected), std::back_inserter(added));
        std::erase_if(added, isOfTheFormat);
        std::vector<std::string> inOrder = found;
        std::erase_if(inOrder, [&](const std::string& fact) {
            return isOfTheFormat(fact) && std::ranges::find(expected, fact) == expected.end();
        });
        const bool isSame = lost.empty() && added.empty() && inOrder == expected;
        if (isRefused || isSame == sentences.empty())
            return {};
        return fmt::format("lost {}, added {}, said {}", lost, added, sentences);
    }

    static std::vector<std::string> sorted(std::vector<std::string> facts)
    {
        std::ranges::sort(facts);
        return facts;
    }

private slots:
    void whatAFormatHoldsComesBackAndNothingIsSaid_data()
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < static_cast<int>(std::size(kTrips)); ++i)
            QTest::newRow(kTrips[i].format) << i;
    }

    void whatAFormatHoldsComesBackAndNothingIsSaid()
    {
        QFETCH(const int, place);
        const Trip& trip = kTrips[place];
        const ExchangedTiers base = baseOf(trip);
        QCOMPARE(fmt::format("{}", said(trip, base)), std::string("[]"));
        std::vector<std::string> found = readAgain(trip, base);
        std::erase_if(found, isOfTheFormat);
        QCOMPARE(fmt::format("{}", found), fmt::format("{}", test::factsOf(base)));
    }

    void eachFieldIsKeptOrNamed_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("feature");
        for (int i = 0; i < static_cast<int>(std::size(kTrips)); ++i) {
            for (int k = 0; k < static_cast<int>(features().size()); ++k)
                QTest::addRow("%s, %s", kTrips[i].format, features()[static_cast<std::size_t>(k)].name)
                    << i << k;
        }
    }

    void eachFieldIsKeptOrNamed()
    {
        QFETCH(const int, place);
        QFETCH(const int, feature);
        const Trip& trip = kTrips[place];
        ExchangedTiers tiers = baseOf(trip);
        features()[static_cast<std::size_t>(feature)].add(tiers);
        const std::string wrong = fault(trip, tiers);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    void mixturesAreKeptOrNamed_data() { whatAFormatHoldsComesBackAndNothingIsSaid_data(); }

    void mixturesAreKeptOrNamed()
    {
        QFETCH(const int, place);
        const Trip& trip = kTrips[place];
        std::mt19937 random(7);
        std::uniform_int_distribution<std::size_t> any(0, features().size() - 1);
        for (int i = 0; i < kMixtures; ++i) {
            ExchangedTiers tiers = baseOf(trip);
            std::vector<std::string> names;
            for (int k = 0; k < 3; ++k) {
                const Feature& feature = features()[any(random)];
                feature.add(tiers);
                names.emplace_back(feature.name);
            }
            for (ExchangedTier& tier : tiers.tiers) {
                for (Segment& segment : tier.segments)
                    segment.end = std::max(segment.end, segment.start);
            }
            const std::string wrong = fault(trip, tiers);
            QVERIFY2(wrong.empty(), fmt::format("{}: {}", names, wrong).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestLosses)
#include "tst_losses.moc"
