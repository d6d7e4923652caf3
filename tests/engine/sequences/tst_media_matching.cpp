#include "engine/sequences/media_matching.h"

#include <QTest>

#include <algorithm>

using namespace engine;

class TestMediaMatching : public QObject {
    Q_OBJECT

private slots:
    void nothingIsMatchedWhereEachHasTheIdOfAVideo()
    {
        const std::vector<DatasetList::Media> media{{"a", "/m/a.mp4", "", ""}, {"b", "/m/b.mp4", "", ""}};
        QVERIFY(isMatched(media, {"a", "b", "c"}));
        QVERIFY(!isMatched(media, {"a", "c"}));
        QVERIFY(!isMatched({media[0], media[1], {"a", "/m/a.wav", "", ""}}, {"a", "b"}));
        QVERIFY(isMatched({}, {"a"}));
        const auto matched = matchMedia(media, {"a", "b", "c"}); // which changes nothing then
        QVERIFY(matched.media == media && matched.spare.empty());
    }

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
        row("Mu\u0308ller", "M\u00fcller"); // as macOS writes it
        row("M\u00dcLLER", "M\u00fcller");
        row("\u1100\u1161 \u1102\u1161", "\uac00_\ub098"); // two syllables, taken apart
        row("e\u0301te\u0301", "e\u0301te\u0301"); // nobody knows it: it stays as it is written
        row("Muller", "Muller"); // another name
    }
    void mediaFindTheirVideo()
    {
        QFETCH(QString, stem);
        QFETCH(QString, id);
        const auto matched = matchMedia({{stem.toStdString(), "/media/file.mov", "", ""}},
                                        {"talk_1", "clip.mp4", "a_b", "A-b", "M\u00fcller", "\uac00_\ub098"});
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
        QVERIFY(matched.media[0].file.string() == "/b/talk_1.mp4");
        QVERIFY(matched.media[1].id == "other");
        const std::vector<MatchedMedia::Spare> spare{{"talk_1", "/c/talk_1.wav"}};
        QVERIFY(matched.spare == spare);
        QVERIFY(matched.media[0].otherCameras == std::vector<std::filesystem::path>{"/a/Talk_1.mp4"});
    }

    void otherCamerasAreFoundByTheirNames_data()
    {
        QTest::addColumn<QString>("stem");
        QTest::addColumn<QString>("video"); // that it shows, or its own
        const auto row = [](const char* stem, const char* video) {
            QTest::newRow(stem) << QString::fromUtf8(stem) << QString::fromUtf8(video);
        };
        row("talk_a_2", "talk_a");
        row("Talk-A 12", "talk_a");
        row("talk_a.cam2", "talk_a");
        row("talk_a_camera_b", "talk_a");
        row("talk_a-view3", "talk_a");
        row("talk_a2", "talk_a2"); // a name of its own
        row("talk_a_123", "talk_a_123"); // a number of many
        row("talk_a_b", "talk_a_b");
        row("talk_1", "talk_1"); // sequences know it
        row("talk_1_2", "talk_1");
        row("clip.cam2", "clip"); // no sequence knows either, but it names a camera
        row("clip_2", "clip_2"); // which a number does not
        row("2", "2");
        row("_cam2", "_cam2");
    }
    void otherCamerasAreFoundByTheirNames()
    {
        QFETCH(QString, stem);
        QFETCH(QString, video);
        const std::filesystem::path file = "/media/" + stem.toStdString() + ".mp4";
        std::vector<DatasetList::Media> media{{"talk_a", "/media/talk_a.mp4", "", ""},
                                              {"clip", "/media/clip.mp4", "", ""},
                                              {stem.toStdString(), file, "", ""}};
        const auto matched = matchMedia(media, {"talk_a", "talk_1"});
        const auto shown = std::ranges::find_if(matched.media, [&](const DatasetList::Media& m) {
            return m.file == file || m.otherCameras == std::vector{file};
        });
        QVERIFY(shown != matched.media.end());
        QCOMPARE(QString::fromStdString(shown->id), video);
    }

    void oneOfSeveralCamerasIsTheFirst()
    {
        const auto matched = matchMedia({{"talk_cam1", "/m/talk_cam1.mp4", "", ""},
                                         {"talk_cam2", "/m/talk_cam2.mp4", "", ""},
                                         {"talk_cam3", "/m/talk_cam3.wav", "", ""}},
                                        {"talk"});
        QCOMPARE(matched.media.size(), std::size_t(2));
        const auto talk = std::ranges::find(matched.media, "talk", &DatasetList::Media::id);
        QVERIFY(talk != matched.media.end());
        QVERIFY(talk->file.string() == "/m/talk_cam1.mp4");
        QVERIFY(talk->otherCameras == std::vector<std::filesystem::path>{"/m/talk_cam2.mp4"});
    }

    void annotationFindsItsVideoByName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("video");
        const auto row = [](const char* file, const char* video) { QTest::newRow(file) << file << video; };
        row("talk_1.TextGrid", "talk_1");
        row("Talk-1.eaf", "talk_1");
        row("talk_1-bob.eaf", "talk_1");
        row("words of talk_1.srt", "talk_1");
        row("talk_12.eaf", "talk_12"); // not the shorter one within it
        row("talk_1.take_2.csv", "talk_1.take_2"); // the longer one
        row("talk_3.eaf", "");
        row("b.v2.json", "b.v2");
        row("ada_talk_1_talk_12.eaf", "talk_12"); // the longest
        row("aaa_bbb.eaf", ""); // two of one length
        row("same.x.eaf", ""); // several ids are written alike
        row("interview.mp4.TextGrid", "interview");
        row(".eaf", "");
    }
    void annotationFindsItsVideoByName()
    {
        QFETCH(QString, file);
        QFETCH(QString, video);
        const VideosByName videos(
            {"talk_1", "talk_12", "talk_1.take_2", "b.v2", "aaa", "bbb", "same-x", "same_x", "interview"});
        QCOMPARE(QString::fromStdString(videos.videoOf(file.toStdString())), video);
    }
};

QTEST_GUILESS_MAIN(TestMediaMatching)
#include "tst_media_matching.moc"
