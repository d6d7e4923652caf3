#include "app/project/camera_items.h"

#include <QTest>

#include <cmath>

using namespace app;

namespace {

engine::DatasetList dataset()
{
    engine::DatasetList list;
    list.media = {{"talk", "/data/talk.mp4", "", ""}, {"other", "/data/other.mp4", "", ""}};
    list.media.edit()[0].otherCameras = {"/data/talk_2.mp4", "/data/talk_3.mp4"};
    return list;
}

engine::SourceFile file(const char* key, const char* path)
{
    return {"media", key, path, 10, 20, {}};
}

}

class CameraItemsTest : public QObject {
    Q_OBJECT

    static std::vector<Camera> cameras(const engine::Annotation& annotation, const char* video = "talk")
    {
        return camerasOf(annotation, dataset(), video, "/projects");
    }

private slots:
    void thoseOfTheDatasetBeginWithTheVideo()
    {
        const std::vector<Camera> expected{{"talk/talk_2.mp4", "/data/talk_2.mp4"},
                                           {"talk/talk_3.mp4", "/data/talk_3.mp4"}};
        QVERIFY(cameras({}) == expected);
        QVERIFY(cameras({}, "other").empty());
        QVERIFY(cameras({}, "unknown").empty());
    }

    void anOffsetIsKeptAndTakenBack()
    {
        engine::Annotation annotation;
        const engine::Change change = putOffset(annotation, cameras(annotation)[1], -0.25);
        annotation.apply(change);
        QCOMPARE(cameras(annotation)[0].offset, 0.0);
        QCOMPARE(cameras(annotation)[1].offset, -0.25);
        QVERIFY(putOffset(annotation, cameras(annotation)[1], -0.25).empty());
        annotation.apply(change.inverse());
        QCOMPARE(cameras(annotation)[1].offset, 0.0);
    }

    void anAddedOneComesWithItsFileAndGoesWithIt()
    {
        engine::Annotation annotation;
        const engine::Change change = addCamera(annotation, file("talk/side.mp4", "../films/side.mp4"));
        annotation.apply(change);
        QCOMPARE(cameras(annotation).size(), std::size_t{3});
        const Camera added = cameras(annotation).back();
        QCOMPARE(added, (Camera{"talk/side.mp4", "/films/side.mp4", 0.0, true}));
        QVERIFY(annotation.item(engine::kFileItem, "media/talk/side.mp4")); // is checked and collected
        QVERIFY(cameras(annotation, "other").empty());
        annotation.apply(putOffset(annotation, added, 2.0));
        QCOMPARE(cameras(annotation).back(), (Camera{"talk/side.mp4", "/films/side.mp4", 2.0, true}));
        annotation.apply(removeCamera(annotation, cameras(annotation).back()));
        QVERIFY(annotation == engine::Annotation());
    }

    void oneThatTheDatasetHasByNowIsOne()
    {
        engine::Annotation annotation;
        annotation.apply(addCamera(annotation, file("talk/talk_2.mp4", "talk_2.mp4")));
        QCOMPARE(cameras(annotation).size(), std::size_t{2});
        QVERIFY(!cameras(annotation)[0].isAdded);
    }

    void aVideoWhoseNameBeginsTheSameHasItsOwn()
    {
        engine::Annotation annotation;
        annotation.apply(addCamera(annotation, file("talk/2/side.mp4", "side.mp4"))); // of the video talk/2
        QCOMPARE(cameras(annotation).size(), std::size_t{2});
        QCOMPARE(cameras(annotation, "talk/2").size(), std::size_t{1});
    }

    void whatCannotBeReadIsLeftOut_data()
    {
        QTest::addColumn<QString>("json");
        QTest::newRow("no json") << "{";
        QTest::newRow("a list") << "[1]";
        QTest::newRow("an offset that is text") << "{'offset': 'two'}";
        QTest::newRow("an offset beyond all") << "{'offset': 1e999}";
    }
    void whatCannotBeReadIsLeftOut()
    {
        QFETCH(QString, json);
        json.replace(QLatin1Char('\''), QLatin1Char('"'));
        engine::Annotation annotation;
        engine::Change change;
        change.items.push_back(
            {std::nullopt, engine::Item{kCameraItems, "talk/talk_2.mp4", json.toStdString()}});
        change.items.push_back(
            {std::nullopt, engine::Item{kCameraItems, "talk/side.mp4", json.toStdString()}});
        annotation.apply(change);
        QCOMPARE(cameras(annotation).size(), std::size_t{2});
        QCOMPARE(cameras(annotation)[0].offset, 0.0);
    }
};

QTEST_GUILESS_MAIN(CameraItemsTest)
#include "tst_camera_items.moc"
