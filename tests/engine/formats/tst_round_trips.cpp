#include "engine/formats/common/export_losses.h"
#include "engine/formats/input/number_text.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/exchange.h"

using namespace engine;

namespace {

constexpr int kCases = 300;
constexpr unsigned kSeed = 20;

/// Draws tiers as people and programs make them: overlaps, points, odd letters, equal edges.
class TierGenerator {
public:
    explicit TierGenerator(unsigned seed) : m_random(seed) { }

    int below(int bound) { return std::uniform_int_distribution(0, bound - 1)(m_random); }

    std::string text()
    {
        static const std::vector<std::string> kPieces{"a",  "b c", "7",  "\xc3\xa9", "\xf0\x9f\x98\x80",
                                                      "\"", "'",   "\\", "&amp;",    "<i>",
                                                      ">",  ";",   ",",  "!",        "=",
                                                      "\t", "\n",  "  ", "-",        "[1]"};
        std::string text;
        for (int i = below(5); i > 0; --i)
            text += kPieces[static_cast<std::size_t>(below(static_cast<int>(kPieces.size())))];
        return text;
    }

    ExchangedTiers draw(bool hasLabels)
    {
        static const std::vector<std::string> kNames{"words", "a", "b \"c\"", "d&e"};
        ExchangedTiers tiers;
        const int count = 1 + below(3);
        for (int i = 0; i < count; ++i) {
            ExchangedTier tier = test::tierOf(i + 1, kNames[static_cast<std::size_t>(i)], {});
            tier.tier.video = "talk_1";
            const bool overlaps = below(3) == 0;
            double reached = 0.0;
            for (int k = below(6); k > 0; --k) {
                Segment segment = drawSegment(overlaps ? below(40) / 7.0 : reached + below(3) / 7.0);
                segment.id = 100 * (i + 1) + k;
                segment.tier = i + 1;
                reached = segment.end.seconds();
                if (hasLabels)
                    label(segment);
                tier.segments.push_back(segment);
            }
            tiers.tiers.push_back(std::move(tier));
        }
        return tiers;
    }

private:
    Segment drawSegment(double start)
    {
        Segment segment;
        segment.start = TimePoint::ofRecorded(start);
        segment.end = TimePoint::ofRecorded(below(8) == 0 ? start : start + (1 + below(9)) / 13.0);
        segment.text = text();
        if (below(3) == 0)
            segment.confidence = below(5) / 4.0;
        return segment;
    }

    void label(Segment& segment)
    {
        if (below(2) == 0)
            segment.values["sentiment"].value = (below(19) - 9) / 3.0;
        if (below(3) == 0)
            segment.values["mood"].value = std::string(below(2) == 0 ? "glad" : "so, so");
    }

    std::mt19937 m_random;
};

/// What a format keeps of a segment.
struct Kept {
    std::string tier;
    double start = 0.0;
    double end = 0.0;
    std::string text;
    std::string labels;

    std::string row(int decimals) const
    {
        char times[80];
        std::snprintf(times, sizeof times, "%.*f %.*f ", decimals, start, decimals, end);
        return times + tier + "|" + text + "|" + labels;
    }
};

std::string labelsOf(const Segment& segment, bool withConfidence)
{
    std::string text;
    for (const auto& [name, value] : segment.values)
        text += name + "=" + textOf(value) + ";";
    if (withConfidence && segment.confidence)
        text += "confidence=" + shortest(*segment.confidence);
    return text;
}

/// A tier's name without the number of a further one.
std::string plainName(const std::string& name)
{
    const std::size_t number = name.rfind(" (");
    return number == std::string::npos ? name : name.substr(0, number);
}

std::string noBlanks(std::string text, const std::string& empty)
{
    std::ranges::replace_if(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\n'; }, '_');
    return text.empty() ? empty : text;
}

/// The lines of a text that are not blank.
std::string withoutBlankLines(const std::string& text)
{
    std::string result;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.find_first_not_of(" \t") != std::string::npos)
            result += (result.empty() ? "" : "\n") + line;
        at = end + 1;
    }
    return result;
}

std::string oneLine(std::string text)
{
    std::ranges::replace(text, '\n', ' ');
    return text;
}

double toMs(double seconds)
{
    return std::round(seconds * 1000.0) / 1000.0;
}

/// A format and what it keeps of a segment; nothing: it is lost.
struct Trip {
    const char* format;
    int decimals; ///< that times are compared to
    bool hasLabels; ///< given with the segments
    bool perTier; ///< a file holds one tier
    std::optional<Kept> (*project)(const ExchangedTier&, const Segment&);
    bool keepsConfidence = false;
};

Kept plain(const ExchangedTier& tier, const Segment& segment, std::string text, bool confidence = false)
{
    return {tier.tier.name, segment.start.seconds(), segment.end.seconds(), std::move(text),
            labelsOf(segment, confidence)};
}

std::optional<Kept> throughEaf(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, segment.text);
    kept.start = toMs(kept.start);
    kept.end = std::max(toMs(kept.end), kept.start + 0.001);
    return kept;
}

std::optional<Kept> throughTextGrid(const ExchangedTier& tier, const Segment& segment)
{
    const bool isPoint = segment.length() == 0;
    if (!isPoint && segment.text.find_first_not_of(" \t\n") == std::string::npos)
        return std::nullopt;
    return plain(tier, segment, segment.text);
}

std::optional<Kept> throughAudacity(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, oneLine(segment.text));
    kept.tier = "labels";
    return kept;
}

std::optional<Kept> throughCaptions(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, withoutBlankLines(segment.text));
    kept.tier = "captions";
    kept.start = toMs(kept.start);
    kept.end = std::max(toMs(kept.end), kept.start + 0.001);
    return kept;
}

std::optional<Kept> throughCtm(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, noBlanks(segment.text, ""), true);
    kept.tier.clear();
    return kept;
}

std::optional<Kept> throughRttm(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, noBlanks(segment.text, ""), true);
    kept.tier = noBlanks(kept.tier, "");
    return kept;
}

std::optional<Kept> throughKaldi(const ExchangedTier& tier, const Segment& segment)
{
    std::string text = oneLine(segment.text);
    const std::size_t first = text.find_first_not_of(" \t");
    text = first == std::string::npos ? std::string()
                                      : text.substr(first, text.find_last_not_of(" \t") - first + 1);
    Kept kept = plain(tier, segment, text);
    kept.tier.clear();
    return kept;
}

std::optional<Kept> throughNova(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, oneLine(segment.text), true);
    std::ranges::replace(kept.text, ';', ',');
    if (!segment.confidence)
        kept.labels += "confidence=1";
    return kept;
}

std::optional<Kept> throughAll(const ExchangedTier& tier, const Segment& segment)
{
    return plain(tier, segment, segment.text, true);
}

std::optional<Kept> throughLabelStudio(const ExchangedTier& tier, const Segment& segment)
{
    Kept kept = plain(tier, segment, segment.text, true);
    kept.tier = noBlanks(kept.tier, "");
    return kept;
}

std::optional<Kept> throughCsd(const ExchangedTier& tier, const Segment& segment)
{
    const bool hasNumbers = std::ranges::any_of(
        tier.segments, [](const Segment& each) { return each.values.contains("sentiment"); });
    Kept kept = plain(tier, segment, hasNumbers ? std::string() : segment.text);
    const auto number = segment.values.find("sentiment");
    kept.labels = number == segment.values.end() ? "" : "sentiment=" + textOf(number->second) + ";";
    return kept;
}

const Trip kTrips[]{{"eaf", 3, false, false, throughEaf},
                    {"textgrid", 17, false, false, throughTextGrid},
                    {"audacity", 6, false, true, throughAudacity},
                    {"vtt", 3, false, true, throughCaptions},
                    {"srt", 3, false, true, throughCaptions},
                    {"ctm", 6, false, false, throughCtm, true},
                    {"rttm", 6, false, false, throughRttm, true},
                    {"kaldi", 17, false, false, throughKaldi},
                    {"nova", 17, false, true, throughNova, true},
                    {"csv", 17, true, false, throughAll, true},
                    {"labelstudio", 17, true, false, throughLabelStudio, true},
                    {"csd", 17, true, true, throughCsd}};

/// In an order of their own: what a format orders otherwise is the same.
std::vector<std::string> sorted(std::vector<std::string> rows)
{
    std::ranges::sort(rows);
    return rows;
}

}

/// import(export(x)) is x without what the format is documented to lose, for tiers drawn at random.
class TestRoundTrips : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    std::vector<std::string> readAgain(const Trip& trip, const ExchangedTiers& tiers) const
    {
        std::vector<std::string> rows;
        std::vector<std::filesystem::path> files;
        try {
            files = formatById(trip.format)->write(tiers, m_files.path("segments"), {});
        } catch (const FormatError& error) { // nothing is left of tiers without segments
            if (error.code() != "nothing_to_write")
                throw;
        }
        for (const auto& file : files) {
            const std::string name = file.filename().string();
            if (name.ends_with('~') || name.ends_with("text") || name.ends_with("utt2spk")
                || name.ends_with(".xml"))
                continue;
            ImportedTiers read;
            try {
                read = formatById(trip.format)->read(file, {});
            } catch (const Error& error) { // a file of nothing is refused
                const bool isEmpty = std::ranges::all_of(
                    tiers.tiers, [](const ExchangedTier& tier) { return tier.segments.empty(); });
                if (!isEmpty && !trip.perTier)
                    rows.push_back(error.what());
                continue;
            }
            for (const ExchangedTier& tier : read.content.tiers) {
                for (Segment segment : tier.segments) {
                    segment.values.erase("utterance");
                    segment.values.erase("speaker");
                    segment.values.erase("clip_id");
                    const bool isCtm
                        = trip.format == std::string("ctm") || trip.format == std::string("kaldi");
                    const Kept kept{isCtm ? "" : plainName(tier.tier.name), segment.start.seconds(),
                                    segment.end.seconds(), segment.text,
                                    labelsOf(segment, trip.keepsConfidence)};
                    rows.push_back(kept.row(trip.decimals));
                }
            }
        }
        return sorted(std::move(rows));
    }

    static std::vector<std::string> projected(const Trip& trip, const ExchangedTiers& tiers)
    {
        std::vector<std::string> rows;
        for (const ExchangedTier& tier : tiers.tiers) {
            for (const Segment& segment : tier.segments) {
                if (const auto kept = trip.project(tier, segment))
                    rows.push_back(kept->row(trip.decimals));
            }
        }
        return sorted(std::move(rows));
    }

private slots:
    void whatAFormatCanHoldComesBack_data()
    {
        QTest::addColumn<int>("place");
        for (int i = 0; i < static_cast<int>(std::size(kTrips)); ++i)
            QTest::newRow(kTrips[i].format) << i;
    }

    void whatAFormatCanHoldComesBack()
    {
        QFETCH(const int, place);
        const Trip& trip = kTrips[place];
        TierGenerator generator(kSeed);
        for (int i = 0; i < kCases; ++i) {
            const ExchangedTiers tiers = generator.draw(trip.hasLabels);
            const auto expected = projected(trip, tiers);
            const auto found = readAgain(trip, tiers);
            if (found == expected)
                continue;
            const auto [a, b] = std::ranges::mismatch(found, expected);
            QFAIL(qPrintable(
                QStringLiteral("case %1: found \"%2\", expected \"%3\"")
                    .arg(i)
                    .arg(QString::fromStdString(a == found.end() ? std::string("nothing") : *a),
                         QString::fromStdString(b == expected.end() ? std::string("nothing") : *b))));
        }
    }

    void whatWasReadFromAFileIsWrittenTheSameTwice_data() { whatAFormatCanHoldComesBack_data(); }

    /// A second trip loses nothing more.
    void whatWasReadFromAFileIsWrittenTheSameTwice()
    {
        QFETCH(const int, place);
        const Trip& trip = kTrips[place];
        TierGenerator generator(kSeed + 1);
        for (int i = 0; i < kCases / 3; ++i) {
            ExchangedTiers tiers = generator.draw(trip.hasLabels);
            tiers.tiers.resize(1);
            if (tiers.tiers[0].segments.empty())
                continue;
            const auto file = m_files.path("segments");
            formatById(trip.format)->write(tiers, file, {});
            const ExchangedTiers once = formatById(trip.format)->read(file, {}).content;
            if (trip.perTier && once.tiers.size() > 1)
                continue;
            formatById(trip.format)->write(once, file, {});
            const ExchangedTiers twice = formatById(trip.format)->read(file, {}).content;
            QCOMPARE(twice.tiers.size(), once.tiers.size());
            for (std::size_t k = 0; k < once.tiers.size(); ++k)
                QCOMPARE(test::spans(twice.tiers[k]), test::spans(once.tiers[k]));
        }
    }
};

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_round_trips.moc"
