#include <QTemporaryDir>
#include <QTest>

#include "tests/support/cli.h"
#include "tests/support/made_face_task.h"

using namespace engine;

/// `polylogue-cli face-mesh`: a row for each face.
class TestFaceMeshCommand : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    QString written(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        file.open(QIODevice::WriteOnly);
        file.write(bytes);
        return path(name);
    }
    QList<QByteArray> rows() const
    {
        QFile file(path("out.csv"));
        file.open(QIODevice::ReadOnly);
        return file.readAll().trimmed().split('\n');
    }
    test::ProgramResult look(const QStringList& what) const
    {
        return test::runCli(QStringList{QStringLiteral("face-mesh")} + what
                            + QStringList{QStringLiteral("--out"), path("out.csv")});
    }

private slots:
    void grayFacesHaveARowEach()
    {
        const QString faces = written("faces.bin", QByteArray(2 * 48 * 48, '\x40'));
        const auto result = look({faces, QStringLiteral("--size"), QStringLiteral("48x48")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(rows().size(), 3);
        QCOMPARE(rows()[0],
                 QByteArray("index,found,presence,box_x0,box_y0,box_x1,box_y1,eye_distance,yaw,pitch,roll,"
                            "mouth_open,mouth_wide,smile,brow,eye_aspect_ratio"));
        QVERIFY(rows()[2].startsWith("1,1,"));
        QCOMPARE(rows()[1].mid(2), rows()[2].mid(2));
    }

    void aSpeakingPersonHasAFaceAndPoints()
    {
        const auto result = look({test::demo("media/grid_talk_a.mp4"), QStringLiteral("--points")});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> cells = rows()[1].split(',');
        QCOMPARE(cells.size(), 16 + 3 * 468);
        QCOMPARE(cells[1], QByteArray("1"));
        QVERIFY(cells[2].toDouble() > 0.9);
        QCOMPARE(rows()[0].split(',').last(), QByteArray("z_467"));
    }

    void aTaskOfOnesOwnAddsItsBlendshapes()
    {
        const QString task = written("own.task", QByteArray::fromStdString(test::MadeFaceTask::bytes()));
        const QStringList by{QStringLiteral("--blendshapes"), task};
        const auto result = look(QStringList{test::demo("media/grid_talk_a.mp4")} + by);
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        const QList<QByteArray> names = rows()[0].split(',');
        QCOMPARE(names.size(), 16 + 52);
        QCOMPARE(names[16], QByteArray("_neutral"));
        QCOMPARE(names[16 + 44], QByteArray("mouthSmileLeft"));
        const QList<QByteArray> cells = rows()[1].split(',');
        QCOMPARE(cells.size(), names.size());
        QVERIFY(cells[16].toDouble() > 0.0 && cells[16].toDouble() < cells[17].toDouble());

        const QString faces = written("faces.bin", QByteArray(48 * 48, '\x40'));
        QCOMPARE(look(QStringList{faces, QStringLiteral("--size"), QStringLiteral("48x48")} + by).exitCode,
                 0);
        QCOMPARE(rows()[1].split(',').size(), names.size());
        const QString plain = written("plain.ppm", "P6 200 200 255\n" + QByteArray(200 * 200 * 3, '\x80'));
        QCOMPARE(look(QStringList{plain} + by).exitCode, 0);
        QCOMPARE(rows()[1], plain.toUtf8() + ",0" + QByteArray(14 + 52, ','));

        const auto odd = look({faces, QStringLiteral("--size"), QStringLiteral("48x48"),
                               QStringLiteral("--blendshapes"), faces});
        QCOMPARE(odd.exitCode, 1);
        QVERIFY2(odd.errors.contains("expected a face_landmarker.task"), odd.errors.constData());
    }

    void whatIsNoFaceHasNoNumbers()
    {
        const QString picture = written("plain.ppm", "P6 200 200 255\n" + QByteArray(200 * 200 * 3, '\x80'));
        const auto result = look({picture});
        QVERIFY2(result.exitCode == 0, result.errors.constData());
        QCOMPARE(rows()[1], picture.toUtf8() + ",0,,,,,,,,,,,,,,");
    }

    void whatIsWrongIsSaid()
    {
        const auto odd = look(
            {written("odd.bin", QByteArray(1000, 'x')), QStringLiteral("--size"), QStringLiteral("48x48")});
        QCOMPARE(odd.exitCode, 1);
        QVERIFY2(odd.errors.contains("has 1000 bytes, which are not faces of 48"), odd.errors.constData());
        QCOMPARE(look({written("text.png", "no picture")}).exitCode, 1);
        QCOMPARE(look({path("odd.bin"), QStringLiteral("--size"), QStringLiteral("64x64")}).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestFaceMeshCommand)
#include "tst_face_mesh_command.moc"
