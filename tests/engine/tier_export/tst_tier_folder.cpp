#include "engine/formats/format_registry.h"
#include "engine/tier_export/tier_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// Three videos: `a` with words and notes, `b/c` with words, `d` with an empty tier.
class TierFolderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        add(1, "a", "words");
        add(2, "a", "notes");
        add(3, "b/c", "words");
        m_annotation.apply(insertSegment(m_annotation, test::segment(1, 0, 1)));
        m_annotation.apply(insertSegment(m_annotation, test::segment(1, 1, 2)));
        m_annotation.apply(insertSegment(m_annotation, test::segment(2, 0, 2)));
        m_annotation.apply(insertSegment(m_annotation, test::segment(3, 3, 4)));
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eachVideoHasAFile()
    {
        const TierFolderReport report = write(wish("eaf"));
        QCOMPARE(written(), (QStringList{QStringLiteral("a.eaf"), QStringLiteral("b_c.eaf")}));
        QCOMPARE(report.written(), std::size_t(2));
        QCOMPARE(report.refused(), std::size_t(0));
        const ImportedTiers read = formatById("eaf")->read(path("a.eaf"), {});
        std::set<std::string> names;
        for (const ExchangedTier& tier : read.content.tiers)
            names.insert(tier.tier.name);
        QVERIFY(names.contains("words") && names.contains("notes"));
    }

    void formatsOfOneTierHaveAFileForEach()
    {
        write(wish("srt"));
        QVERIFY(written().contains(QStringLiteral("a-words.srt"))
                && written().contains(QStringLiteral("b_c.srt")));
    }

    void onlyWishedTiersAndVideosAreWritten()
    {
        TierFolderWish wished = wish("srt");
        wished.tiers = {"notes"};
        const TierFolderReport report = write(wished);
        QCOMPARE(written(), QStringList{QStringLiteral("a.srt")});
        QCOMPARE(report.empty(), std::size_t(1));
        wished.tiers = {"words"};
        wished.videos = {"b/c"};
        write(wished);
        QCOMPARE(written(), (QStringList{QStringLiteral("a.srt"), QStringLiteral("b_c.srt")}));
        wished.tiers = {"moods"};
        QVERIFY_THROWS_EXCEPTION(FormatError, write(wished));
    }

    void oneTableHoldsAllVideos()
    {
        TierFolderWish wished = wish("csv");
        wished.isOneTable = true;
        QVERIFY(holdsManyVideos(*wished.format));
        QVERIFY(!holdsManyVideos(*formatById("eaf")));
        const TierFolderReport report = write(wished);
        QCOMPARE(written(), QStringList{QStringLiteral("tiers.csv")});
        QCOMPARE(report.files.front().items, std::size_t(4));
        QFile file(m_folder->filePath(QStringLiteral("tiers.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 5); // the head and four segments
    }

    void whatIsThereStays()
    {
        QFile there(m_folder->filePath(QStringLiteral("a.eaf")));
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("mine");
        there.close();
        TierFolderWish wished = wish("eaf");
        const TierFolderReport report = write(wished);
        QCOMPARE(report.refused(), std::size_t(1));
        QCOMPARE(report.written(), std::size_t(1)); // the other is written all the same
        QCOMPARE(report.files.front().code, std::string("file_exists"));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QCOMPARE(there.readAll(), QByteArray("mine"));
        there.close();
        wished.replaces = true;
        QCOMPARE(write(wished).written(), std::size_t(2));
        QVERIFY(there.open(QIODevice::ReadOnly));
        QVERIFY(there.readAll() != QByteArray("mine"));
    }

    void lossesOfManyVideosAreToldTogether()
    {
        TierFolderReport report;
        report.files.resize(3);
        report.files[0].losses = {"The times of 4 segments are rounded.", "Names 'take 2' are lost."};
        report.files[1].losses = {"The times of 5 segments are rounded."};
        report.files[2].losses = {"Names 'take 3' are lost."};
        using Losses = std::vector<std::pair<std::string, std::size_t>>;
        QVERIFY(report.losses()
                == (Losses{{"The times of 9 segments are rounded.", 2},
                           {"Names 'take 2' are lost.", 1},
                           {"Names 'take 3' are lost.", 1}}));
    }

    void aStopLeavesTheRest()
    {
        std::stop_source stop;
        RunContext run;
        run.stop = stop.get_token();
        stop.request_stop();
        AllTiers tiers(m_annotation, nullptr);
        QVERIFY_THROWS_EXCEPTION(Cancelled, writeTierFolder(tiers, wish("eaf"), run));
        QVERIFY(written().isEmpty());
    }

private:
    void add(TierId id, const char* video, const char* name)
    {
        Tier tier = test::tier(id, name);
        tier.video = video;
        m_annotation.apply({{{std::nullopt, tier}}, {}, {}});
    }
    TierFolderWish wish(const char* format) const
    {
        TierFolderWish wished;
        wished.format = formatById(format);
        wished.folder = m_folder->path().toStdString();
        return wished;
    }
    TierFolderReport write(const TierFolderWish& wished) const
    {
        AllTiers tiers(m_annotation, nullptr);
        return writeTierFolder(tiers, wished);
    }
    QStringList written() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }
    std::filesystem::path path(const char* name) const
    {
        return m_folder->filePath(QLatin1String(name)).toStdString();
    }

    Annotation m_annotation;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TierFolderTest)
#include "tst_tier_folder.moc"
