#include "engine/extraction/transcript_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/failure.h"

using namespace engine;
namespace fs = std::filesystem;

/// What is said in a recording, from the files in which people have it.
class TestTranscriptFile : public QObject {
    Q_OBJECT

private slots:
    void aTextIsOnePart()
    {
        const auto parts = readTranscript(written("a.txt", "\xef\xbb\xbfWe liked\r\nit.\n"));
        QCOMPARE(parts.size(), std::size_t(1));
        QCOMPARE(parts.front().text, std::string("We liked\r\nit.\n"));
        QVERIFY(!parts.front().roughly);
    }

    void captionsHaveRoughTimes()
    {
        const auto parts = readTranscript(written(
            "a.srt",
            "1\n00:00:01,000 --> 00:00:02,500\nWe liked it\n\n2\n00:00:03,000 --> 00:00:04,000\nreally\n"));
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].text, std::string("We liked it"));
        QCOMPARE(*parts[0].roughly, (Interval{1.0, 2.5}));
        QCOMPARE(parts[1].roughly->start, 3.0);
    }

    void theTierOfWordsIsTaken()
    {
        const char* grid
            = "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n2\n<exists>\n2\n"
              "\"IntervalTier\"\n\"comments\"\n0\n2\n1\n0\n2\n\"a very long remark on all of it\"\n"
              "\"IntervalTier\"\n\"Words\"\n0\n2\n3\n0\n0.5\n\"\"\n0.5\n1\n\"well\"\n1\n2\n\"then\"\n";
        const auto parts = readTranscript(written("a.TextGrid", grid));
        QCOMPARE(parts.size(), std::size_t(2));
        QCOMPARE(parts[0].text, std::string("well"));
        QCOMPARE(*parts[1].roughly, (Interval{1.0, 2.0}));
    }

    void itIsFoundByTheRecordingsName()
    {
        const fs::path media = fs::path(m_folder.path().toStdString()) / "talk.one.mp4";
        QVERIFY(!transcriptOf(media, media.parent_path()));
        const fs::path captions = written("talk.one.srt", "x");
        QCOMPARE(*transcriptOf(media, media.parent_path()), captions);
        const fs::path text = written("talk.one.txt", "x");
        QCOMPARE(*transcriptOf(media, media.parent_path()), text);
    }

    void whatHasNoTextIsRefused()
    {
        for (const auto& [name, text] : std::vector<std::pair<const char*, const char*>>{
                 {"empty.txt", " \n"}, {"latin.txt", "caf\xe9"}, {"no.srt", "\n"}, {"no.eaf", "<x/>"}}) {
            const fs::path file = written(name, text);
            const std::string failure = test::failureOf([&] { readTranscript(file); });
            QVERIFY2(failure.find(file.string()) != std::string::npos, name);
        }
        QVERIFY(!test::failureOf([] { readTranscript("/nowhere/a.txt"); }).empty());
    }

private:
    fs::path written(const char* name, const char* text)
    {
        const fs::path file = fs::path(m_folder.path().toStdString()) / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTranscriptFile)

#include "tst_transcript_file.moc"
