#include "engine/sequences/media_matching.h"

#include <QTest>

using namespace engine;

class TestMediaMatching : public QObject {
    Q_OBJECT

private slots:
    void mediaFindTheirVideo_data()
    {
        QTest::addColumn<QString>("stem");
        QTest::addColumn<QString>("id");
        const auto row = [](const char* stem, const char* id) {
            QTest::newRow(stem) << QString::fromUtf8(stem) << QString::fromUtf8(id);
        };
        row("talk_1", "talk_1");
        row("TALK-1", "talk_1");
        row("Talk 1", "talk_1");
        row("clip", "clip.mp4"); // the id carries an extension
        row("clip.mkv", "clip.mp4");
        row("A-b", "A-b"); // to the letter, though a_b is there as well
        row("a.B", "a.B"); // either could be meant
        row("talk_10", "talk_10"); // nobody knows it
        row(".mp4", ".mp4");
    }
    void mediaFindTheirVideo()
    {
        QFETCH(QString, stem);
        QFETCH(QString, id);
        const auto matched = matchMedia({{stem.toStdString(), "/media/file.mov", "", ""}},
                                        {"talk_1", "clip.mp4", "a_b", "A-b"});
        QCOMPARE(matched.media.size(), std::size_t(1));
        QCOMPARE(QString::fromStdString(matched.media.front().id), id);
        QVERIFY(matched.spare.empty());
    }

    void theFirstOfSeveralIsUsedUnlessAnotherHasTheIdToTheLetter()
    {
        const auto matched = matchMedia({{"Talk_1", "/a/Talk_1.mp4", "", ""},
                                         {"other", "/a/other.mp4", "", ""},
                                         {"talk_1", "/b/talk_1.mp4", "", ""},
                                         {"talk_1", "/c/talk_1.wav", "", ""}},
                                        {"talk_1"});
        QCOMPARE(matched.media.size(), std::size_t(2));
        QVERIFY(matched.media[0].file == "/b/talk_1.mp4");
        QVERIFY(matched.media[1].id == "other");
        const std::vector<MatchedMedia::Spare> spare{{"talk_1", "/a/Talk_1.mp4"},
                                                     {"talk_1", "/c/talk_1.wav"}};
        QVERIFY(matched.spare == spare);
    }
};

QTEST_GUILESS_MAIN(TestMediaMatching)
#include "tst_media_matching.moc"
