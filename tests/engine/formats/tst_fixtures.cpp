#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/support/exchange.h"

using namespace engine;

/// Real files of other programs, against what another reader found in them.
class TestFixtures : public QObject {
    Q_OBJECT

    static std::filesystem::path fixture(const std::string& name) { return FIXTURES "/formats/" + name; }
    static ImportedTiers read(const std::string& name)
    {
        return formatOf(fixture(name)).read(fixture(name), {});
    }
    static nlohmann::json expected(const std::string& name)
    {
        return nlohmann::json::parse(test::Exchange::bytesOf(fixture("expected.json"))).at(name);
    }
    static double seconds(const nlohmann::json& value) { return std::stod(value.get<std::string>()); }

    static void compareTier(const ExchangedTier& tier, const nlohmann::json& grid)
    {
        const bool isPoints = grid.at("cls") == "TextTier";
        QCOMPARE(tier.tier.name, grid.at("name").get<std::string>());
        QCOMPARE(tier.tier.kind, isPoints ? TierKind::Point : TierKind::Interval);
        QCOMPARE(tier.segments.size(), grid.at("nonempty").get<std::size_t>());
        for (const auto& [end, segment] :
             {std::pair("first", tier.segments.begin()), std::pair("last", tier.segments.end())}) {
            const nlohmann::json& item = grid.at(end);
            if (item.back().get<std::string>().empty())
                continue; // blank
            const Segment& found = end == std::string("first") ? *segment : *(segment - 1);
            QCOMPARE(found.start.seconds(), item.front().get<double>());
            QCOMPARE(found.end.seconds(), item.at(item.size() - 2).get<double>());
            QCOMPARE(found.text, item.back().get<std::string>());
        }
    }

private slots:
    void textGridsAreReadAsPraatDoes_data()
    {
        QTest::addColumn<std::string>("file");
        QTest::newRow("long, far from 0") << std::string("kbg_long_format.TextGrid");
        QTest::newRow("short, CRLF") << std::string("praatio_mary_short.TextGrid");
        QTest::newRow("long, UTF-16") << std::string("praatio_mary_longfile.TextGrid");
        QTest::newRow("written by ELAN") << std::string("praatio_bobby_phones_elan.TextGrid");
    }

    void textGridsAreReadAsPraatDoes()
    {
        QFETCH(const std::string, file);
        const ImportedTiers read = TestFixtures::read(file);
        const nlohmann::json grid = expected(file);
        QCOMPARE(read.content.extent->start, grid.at("xmin").get<double>());
        QCOMPARE(read.content.extent->end, grid.at("xmax").get<double>());
        QCOMPARE(read.content.tiers.size(), grid.at("tiers").size());
        std::size_t items = 0;
        for (std::size_t i = 0; i < read.content.tiers.size(); ++i) {
            compareTier(read.content.tiers[i], grid.at("tiers")[i]);
            items += grid.at("tiers")[i].at("n").get<std::size_t>();
        }
        QCOMPARE(read.report.read + read.report.skipped.size(), items);
    }

    void utf16AndUtf8AreTheSame()
    {
        QCOMPARE(read("praatio_mary_short.TextGrid").content, read("praatio_mary_longfile.TextGrid").content);
    }

    void elansTiersAndTheirParentsAreThere()
    {
        const ImportedTiers read = TestFixtures::read("speach_test.eaf");
        const nlohmann::json tiers = expected("speach_test.eaf").at("tiers");
        std::size_t items = 0;
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            const ExchangedTier& tier = read.content.tiers.at(i);
            const std::size_t count
                = tiers[i].at("alignable").get<std::size_t>() + tiers[i].at("ref").get<std::size_t>();
            QCOMPARE(tier.tier.name, tiers[i].at("id").get<std::string>());
            QCOMPARE(tier.segments.size(), count);
            items += count;
            const nlohmann::json& parent = tiers[i].at("parent");
            QCOMPARE(tier.tier.parent != 0, !parent.is_null());
            if (!parent.is_null())
                QCOMPARE(read.content.tiers.at(static_cast<std::size_t>(tier.tier.parent - 1)).tier.name,
                         parent.get<std::string>());
            QCOMPARE(tier.tier.participant,
                     tiers[i].at("participant").is_null() ? std::string() : std::string("P001"));
            if (!tiers[i].contains("first"))
                continue;
            QCOMPARE(tier.segments.front().start.seconds(), seconds(tiers[i].at("first")[0]) / 1000.0);
            QCOMPARE(tier.segments.back().end.seconds(), seconds(tiers[i].at("last")[1]) / 1000.0);
            QCOMPARE(tier.segments.back().text, tiers[i].at("last")[2].get<std::string>());
        }
        QCOMPARE(read.report.read, items);
        QVERIFY(read.report.skipped.empty());
        QCOMPARE(read.content.media.front().url, std::string("file:///home/tuananh/Documents/ELAN/test.wav"));
    }

    void elansVocabularyGivesLabels()
    {
        const ImportedTiers read = TestFixtures::read("speach_test.eaf");
        const ExchangedTier& languages = read.content.tiers.at(4);
        QCOMPARE(std::get<Vocabulary>(languages.tier.label("Languages")->scale).terms.size(), std::size_t(2));
        QCOMPARE(test::labelText(languages.segments.at(1), "Languages"), std::string("jp"));
        QCOMPARE(languages.tier.constraint, Constraint::SymbolicAssociation);
        QCOMPARE(languages.segments.at(1).start, read.content.tiers.at(0).segments.at(1).start);
    }

    void audacitysLabelsHaveFrequencies()
    {
        const ImportedTiers read = TestFixtures::read("crowsetta_spinetail.audacity.txt");
        const nlohmann::json labels = expected("crowsetta_spinetail.audacity.txt");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QCOMPARE(tier.segments.size(), labels.at("n").get<std::size_t>());
        QCOMPARE(tier.segments.back().end.seconds(), labels.at("last").at("end").get<double>());
        QCOMPARE(test::labelNumber(tier.segments.front(), "low_hz"),
                 labels.at("first").at("freq")[0].get<double>());
        QCOMPARE(test::labelNumber(tier.segments.back(), "high_hz"),
                 labels.at("last").at("freq")[1].get<double>());
    }

    void audacitysPointLabelsStayPoints()
    {
        const ImportedTiers read = TestFixtures::read("own_audacity_plain.audacity.txt");
        QCOMPARE(test::spans(read.content.tiers.at(0)),
                 std::string("0-0.4125 sp, 0.4125-0.79 I, 0.79-1.23667 really, 1.23667-1.23667 point label, "
                             "1.5-2.75 region with two words"));
    }

    void everySpeakerHasATier()
    {
        const ImportedTiers read = TestFixtures::read("dscore_ref.rttm");
        QCOMPARE(read.report.read, expected("dscore_ref.rttm").at("n").get<std::size_t>());
        QCOMPARE(read.content.tiers.at(0).tier.name, std::string("speaker1"));
        QCOMPARE(read.content.tiers.at(1).segments.back().start.seconds(), 35.303);
        QCOMPARE(read.content.tiers.at(1).segments.back().end.seconds(), 41.046);
    }

    void wordsOfACtmMeet()
    {
        const ImportedTiers read = TestFixtures::read("lhotse_supervision.ctm");
        QCOMPARE(
            test::spans(read.content.tiers.at(0)),
            std::string("0.1-0.18 transcript, 0.18-0.2 of, 0.2-0.23 the, 0.23-0.3 first, 0.3-0.4 segment"));
        QCOMPARE(read.content.tiers.at(0).segments[0].end, read.content.tiers.at(0).segments[1].start);
        QCOMPARE(read.content.tiers.at(0).tier.video, std::string("recording-1"));
    }

    void kaldisSegmentsGoToTheirRecordings()
    {
        const ImportedTiers read = TestFixtures::read("lhotse_mini2_segments");
        QCOMPARE(read.content.tiers.size(), expected("lhotse_mini2_segments").at("n").get<std::size_t>());
        QCOMPARE(read.content.tiers.at(2).tier.video, std::string("lbi-8842-304647-0000"));
        QCOMPARE(read.content.tiers.at(0).segments.at(0).end.seconds(), 20.89);
    }

    void captionsAreRead()
    {
        QCOMPARE(read("webvttpy_sample.vtt").content.tiers.at(0).segments.size(), std::size_t(16));
        QCOMPARE(test::spans(read("webvttpy_one_caption.srt").content.tiers.at(0)),
                 std::string("0.5-7 Caption text #1"));
    }
};

QTEST_GUILESS_MAIN(TestFixtures)
#include "tst_fixtures.moc"
