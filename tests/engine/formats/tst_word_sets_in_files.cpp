#include "engine/annotation/word_sets.h"

#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/exchange.h"

using namespace engine;

/// Sets of words in files of other programs.
class TestWordSetsInFiles : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    static ExchangedTiers someSets()
    {
        ExchangedTier tier;
        tier.tier = test::tier(1, "scene");
        tier.tier.labels = {{"feeling", FreeText{WordList{}}}};
        int start = 0;
        for (const char* words : {"Happy; a little sad", kNoWords, "tired"}) {
            Segment segment = test::segment(1, start, start + 1);
            segment.id = static_cast<SegmentId>(start + 1);
            segment.values["feeling"] = {std::string(words), {}};
            tier.segments.push_back(segment);
            ++start;
        }
        Segment unanswered = test::segment(1, start, start + 1);
        unanswered.id = static_cast<SegmentId>(start + 1);
        tier.segments.push_back(unanswered);
        return {{tier}, {}, {}};
    }

    static std::string valueAt(const ExchangedTier& tier, std::size_t segment)
    {
        const auto found = tier.segments.at(segment).values.find("feeling");
        return found == tier.segments[segment].values.end() ? "no answer"
                                                            : std::get<std::string>(found->second.value);
    }

private slots:
    void tablesHoldArrays()
    {
        const std::string table = m_files.written("csv", someSets());
        QVERIFY2(table.find(R"("[""Happy"",""a little sad""]")") != std::string::npos, table.c_str());
        const ImportedTiers read = m_files.again("csv", someSets(), "sets.csv");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QVERIFY(wordListOf(*tier.tier.label("feeling")));
        QCOMPARE(valueAt(tier, 0), std::string("Happy; a little sad"));
        QCOMPARE(valueAt(tier, 1), std::string(kNoWords));
        QCOMPARE(valueAt(tier, 2), std::string("tired"));
        QCOMPARE(valueAt(tier, 3), std::string("no answer"));
    }

    void aColumnOfOtherTextsStaysText()
    {
        const ImportedTiers read
            = m_files.read("csv", "video_id,start,end,note\nv,0,1,\"[\"\"a\"\"]\"\nv,1,2,plain\n");
        QVERIFY(!read.content.tiers.at(0).tier.label("note"));
    }

    void theListingHoldsArrays()
    {
        const std::string listing = m_files.written("json", someSets());
        QVERIFY2(listing.find(R"("feeling": ["Happy","a little sad"])") != std::string::npos,
                 listing.c_str());
        QVERIFY(listing.find(R"("feeling": [])") != std::string::npos);
    }

    void elanHasThemAsTexts()
    {
        const ImportedTiers read = m_files.again("eaf", someSets(), "sets.eaf");
        QStringList texts;
        for (const ExchangedTier& tier : read.content.tiers) {
            for (const Segment& segment : tier.segments)
                texts << QString::fromStdString(segment.text);
        }
        QVERIFY2(texts.contains(QStringLiteral("Happy; a little sad")), qPrintable(texts.join(u'|')));
        QVERIFY(texts.contains(QLatin1String(kNoWords)));
    }
};

QTEST_GUILESS_MAIN(TestWordSetsInFiles)
#include "tst_word_sets_in_files.moc"
