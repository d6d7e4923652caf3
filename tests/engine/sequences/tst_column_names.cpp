#include "engine/sequences/column_names.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace engine;

class TestColumnNames : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    CsdFile written(const std::string& file, const std::string& name, std::size_t width,
                    const Metadata& metadata = {})
    {
        ComputationalSequence sequence;
        Metadata all = metadata;
        all["root name"] = name;
        sequence.setMetadata(all);
        sequence.put("v",
                     {{ElementType::Float64, {{0, 1}}},
                      {ElementType::Float32, {1, width}, std::vector<float>(width, 0.0F)}});
        const std::filesystem::path path = m_folder.filePath(QString::fromStdString(file)).toStdString();
        writeCsd(sequence, path);
        return CsdFile(path);
    }

private slots:
    void unitsAreReadFromNames()
    {
        const std::map<std::string, std::string> expected{{"f0_hz", "Hz"},
                                                          {"rms_db", "dB"},
                                                          {"slope_0_500_db_per_khz", "dB/kHz"},
                                                          {"F0", "Hz"},
                                                          {"H1H2", "dB"},
                                                          {"F2frequency_sma3nz", "Hz"},
                                                          {"F0semitoneFrom27.5Hz_sma3nz", "semitones"},
                                                          {"pose_Tx", "mm"},
                                                          {"pose_Ry", "rad"},
                                                          {"x_12", "px"},
                                                          {"X_12", "mm"},
                                                          {"eye_lmk_x_3", "px"},
                                                          {"x_", ""},
                                                          {"max_1", ""},
                                                          {"VUV", ""},
                                                          {"dim 3", ""},
                                                          {"", ""},
                                                          {"Happy", ""},
                                                          {"AU12_r", ""}};
        for (const auto& [name, unit] : expected)
            QVERIFY2(unitOfColumn(name) == unit, name.c_str());
    }

    void setsOfOthersAreKnownByNameAndWidth_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::size_t>("width");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        const auto row = [](const char* name, std::size_t width, const char* first, const char* last) {
            QTest::addRow("%s %zu", name, width) << QString::fromLatin1(name) << width
                                                 << QString::fromLatin1(first) << QString::fromLatin1(last);
        };
        row("CMU_MOSEI_COVAREP", 74, "F0", "HMPDD_12");
        row("COVAREP", 81, "f0", "VAD");
        row("COVAREP", 82, "time", "VAD");
        row("FACET_4.2", 35, "Anger", "Roll");
        row("CMU_MOSI_Visual_Facet_41", 47, "Face X", "AU28Evidence");
        row("CMU_MOSI_Visual_Facet_41", 48, "Frametime", "AU28Evidence");
        row("OpenFace_2", 714, "frame", "AU45_c");
        row("CMU_MOSEI_VisualOpenFace2", 713, "frame", "AU45_c");
        row("OpenFace_2", 711, "confidence", "AU45_c");
        row("vision", 709, "gaze_0_x", "AU45_c");
        row("vision", 177, "pose_Tx", "AU45_c");
        row("vision", 171, "x_0", "AU45_c");
        row("OpenFace AUs", 35, "AU01_r", "AU45_c");
        row("audio", 74, "F0", "HMPDD_12");
        row("audio", 25, "Loudness_sma3", "F3amplitudeLogRelF0_sma3nz");
        row("librosa", 70, "chroma_stft_0", "zero_crossing_rate");
    }
    void setsOfOthersAreKnownByNameAndWidth()
    {
        QFETCH(const QString, name);
        QFETCH(const std::size_t, width);
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        const ColumnNames columns = columnNames(
            written(std::string(QTest::currentDataTag()) + ".csd", name.toStdString(), width), width);
        QCOMPARE(columns.names.size(), width);
        QCOMPARE(columns.names.front(), first.toStdString());
        QCOMPARE(columns.names.back(), last.toStdString());
        QVERIFY(!columns.source.empty());
        QCOMPARE(std::set(columns.names.begin(), columns.names.end()).size(), width); // all different
    }

    /// The places that others' papers name.
    void columnsStandWhereTheyArePublished()
    {
        const ColumnNames covarep = columnNames(written("a.csd", "covarep", 74), 74);
        QCOMPARE(covarep.names[25], std::string("MCEP_14")); // MOSI's reduced tensors keep it
        QCOMPARE(covarep.names[60], std::string("HMPDM_24"));
        const ColumnNames openface = columnNames(written("b.csd", "openface", 714), 714);
        QCOMPARE(openface.names[13], std::string("eye_lmk_x_0"));
        QCOMPARE(openface.names[293], std::string("pose_Tx"));
        QCOMPARE(openface.names[299], std::string("x_0")); // pixels
        QCOMPARE(openface.names[435], std::string("X_0")); // millimetres
        QCOMPARE(openface.names[679], std::string("AU01_r"));
    }

    void nothingIsGuessed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::size_t>("width");
        QTest::addRow("by width alone") << QStringLiteral("my features") << std::size_t(74);
        QTest::addRow("by a part of a word") << QStringLiteral("audio of mine") << std::size_t(74);
        QTest::addRow("another width") << QStringLiteral("covarep") << std::size_t(43);
    }
    void nothingIsGuessed()
    {
        QFETCH(const QString, name);
        QFETCH(const std::size_t, width);
        const ColumnNames columns = columnNames(
            written(std::string(QTest::currentDataTag()) + ".csd", name.toStdString(), width), width);
        QCOMPARE(columns.names.size(), width);
        QCOMPARE(columns.names[1], std::string("dim 1"));
        QCOMPARE(columns.source, std::string());
    }

    void namesOfTheFileWin()
    {
        Metadata metadata;
        metadata["dimension names"] = std::vector<std::string>(74, "mine");
        const ColumnNames columns = columnNames(written("own.csd", "COVAREP", 74, metadata), 74);
        QCOMPARE(columns.names[0], std::string("mine"));
        QCOMPARE(columns.source, std::string());
    }
};

QTEST_GUILESS_MAIN(TestColumnNames)
#include "tst_column_names.moc"
