#include "engine/annotation/edits.h"
#include "engine/project_items/face_items.h"

#include <QTest>

using namespace engine;

namespace {

FaceCorrections everything()
{
    FaceCorrections said;
    said.steps = {MergedFaces{1, 2}, SplitFace{1, 0.1}, ChosenSpeaker{3, {0.5, 1.25}},
                  ChosenSpeaker{std::nullopt, {2.0, 3.0}}};
    said.names = {{1, "Mira"}, {12, "Jon \"J\""}};
    said.measured = 3;
    return said;
}

}

class FaceItemsTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsSaidIsKept()
    {
        Annotation annotation;
        annotation.apply(putFaceCorrections(annotation, "talk", everything()));
        QCOMPARE(faceCorrections(annotation, "talk"), everything());
        QCOMPARE(faceCorrections(annotation, "other"), FaceCorrections());
        QCOMPARE(projectFaces(annotation).size(), 1U);
        annotation.apply(putFaceCorrections(annotation, "talk", {{}, {{0, "Mira"}}, {}}));
        QVERIFY(projectFaces(annotation).empty()); // a name changes no tracks
        QCOMPARE(faceCorrections(annotation, "talk").names.at(0), "Mira");
    }

    void damagedItemsCountAsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char* json : {"", "[]", "3", "{\"steps\": 1}", "{\"steps\": [{\"merge\": [1]}]}",
                                 "{\"steps\": [{\"speaks\": 1}]}", "{\"names\": {\"0\": 1}}",
                                 "{\"names\": [1]}", "{\"measured\": \"x\"}", "{\"steps\": [[]]}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void damagedItemsCountAsNone()
    {
        QFETCH(const QByteArray, json);
        Annotation annotation;
        annotation.apply(putItem(annotation, {kFaceItems, "talk", json.toStdString()}));
        QCOMPARE(faceCorrections(annotation, "talk"), FaceCorrections());
    }
};

QTEST_GUILESS_MAIN(FaceItemsTest)
#include "tst_face_items.moc"
