#include "engine/annotation/difference.h"
#include "engine/annotation/project/project_file.h"
#include "engine/npz/npz_writer.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/hdf5/h5_file.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

#include "tests/support/annotations.h"
#include "tests/support/exchange.h"
#include "tests/support/waiting.h"

using namespace engine;

/// Formats that are no text: computational sequences, tensors, projects.
class TestContainers : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    static FeatureArray texts(const std::vector<std::string>& values)
    {
        return {ElementType::Text, {values.size()}, values};
    }

    /// Two videos: sentiment of one segment each, a mood, one fold and one clip that are said.
    static ExchangedTiers labelledTiers()
    {
        ExchangedTier v = test::tierOf(1, "labels", {{0.25, 1, "so"}, {1, 2, "sch\xc3\xb6n"}});
        v.tier.video = "v";
        v.segments[0].values["sentiment"] = {-1.5, {}};
        v.segments[1].values["mood"] = {std::string("glad"), {}};
        ExchangedTier w = test::tierOf(2, "labels", {{3, 4, "goes"}});
        w.tier.video = "w";
        w.segments[0].values["sentiment"] = {0.5, {}};
        w.segments[0].values["fold"] = {std::string("test"), {}};
        w.segments[0].values["clip_id"] = {std::string("7"), {}};
        return {{v, w}, {}, {}};
    }

    /// Prints what a loader of MMSA's takes: ids, labels, texts of each fold.
    static constexpr auto kPythonReader
        = "import sys, numpy\n"
          "path = sys.argv[1]\n"
          "if path.endswith('.npz'):\n"
          "    data = numpy.load(path)\n"
          "else:\n"
          "    import h5py\n"
          "    data = h5py.File(path, 'r')\n"
          "def texts(name):\n"
          "    array = data[name][()]\n"
          "    return [t.decode() if isinstance(t, bytes) else str(t) "
          "for t in array]\n"
          "def numbers(name):\n"
          "    return ','.join('%g' % n for n in data[name][()])\n"
          "print('test', *texts('test/id'), numbers('test/regression_labels'),\n"
          "      'train', ','.join(texts('train/id')),\n"
          "      numbers('train/regression_labels'), "
          "','.join(texts('train/raw_text')))\n";

private slots:
    void labelsGoToASequenceWithTheirProvenance()
    {
        ExchangedTier ada = test::tierOf(1, "labels", {{-0.25, 1, "x"}, {1, 2, "y"}});
        ada.tier.video = "v1";
        ada.tier.annotator = "ada";
        ada.tier.labels = {{"sentiment", NumberScale{}}, {"happy", NumberScale{0, 3, 1}}};
        ada.segments[0].values["sentiment"] = {-1.5, {"ada", 1, 2, "text"}};
        ada.segments[1].values["happy"] = {3.0, {}};
        ExchangedTier other = test::tierOf(2, "labels", {{0, 1, ""}});
        other.tier.video = "v2";
        other.tier.annotator = "ada";
        const auto files = formatById("csd")->write({{ada, other}, {}, {}}, m_files.path("l.csd"), {});
        QCOMPARE(files, std::vector{m_files.path("l.csd")});
        const CsdFile file(files[0]);
        QCOMPARE(file.ids(), (std::vector<std::string>{"v1", "v2"}));
        QCOMPARE(file.rootName(), std::string("labels"));
        QCOMPARE(dimensionNames(file.metadata(), 2), (std::vector<std::string>{"sentiment", "happy"}));
        const Entry entry = file.entry("v1");
        QCOMPARE(entry.intervals.values.at(0), (Interval{-0.25, 1}));
        QCOMPARE(entry.features.number(0), -1.5);
        QVERIFY(std::isnan(entry.features.number(1)) && entry.features.number(3) == 3.0);
        const nlohmann::json provenance = file.metadata().at("provenance");
        QCOMPARE(provenance.at("annotators").dump(), std::string("[\"ada\"]"));
        QCOMPARE(provenance.at("passes")[0].at("pass").get<int>(), 2);
    }

    void annotatorsHaveSequencesOfOneNameEach()
    {
        std::vector<ExchangedTier> tiers;
        for (const std::string annotator : {"ada", "bob"}) {
            ExchangedTier tier = test::tierOf(annotator == "ada" ? 1 : 2, "labels", {{0, 1, ""}});
            tier.tier.video = "v";
            tier.tier.annotator = annotator;
            tier.segments[0].values["sentiment"]
                = {annotator == "ada" ? 1.0 : 2.0, {annotator, 0, 2, "text"}};
            tiers.push_back(tier);
        }
        const auto files = formatById("csd")->write({tiers, {}, {}}, m_files.path("two.csd"), {});
        QCOMPARE(files,
                 (std::vector{m_files.path("two-labels-ada.csd"), m_files.path("two-labels-bob.csd")}));
        for (std::size_t i = 0; i < files.size(); ++i) {
            QCOMPARE(CsdFile(files[i]).rootName(), std::string("labels"));
            const ExchangedTier read = formatById("csd")->read(files[i], {}).content.tiers.at(0);
            QCOMPARE(read.tier.name, std::string("labels"));
            QCOMPARE(read.tier.annotator, tiers[i].tier.annotator);
            QVERIFY(read.segments.at(0).values == tiers[i].segments[0].values);
        }
    }

    void predictionsAndWhatSettlesStaySuch_data()
    {
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("kind");
        QTest::newRow("a person") << "labels"
                                  << "human";
        QTest::newRow("a second pass") << "labels/ada/2"
                                       << "human";
        QTest::newRow("a model") << "prediction: labels"
                                 << "prediction";
        QTest::newRow("settled") << "labels/settled"
                                 << "adjudicated";
    }

    void predictionsAndWhatSettlesStaySuch()
    {
        QFETCH(const QString, tier);
        QFETCH(const QString, kind);
        ExchangedTier written = test::tierOf(1, tier.toStdString(), {{0, 1, ""}});
        written.tier.annotator = "ada";
        written.segments[0].values["sentiment"] = {1.0, {}};
        const ExchangedTier read = m_files.again("csd", {{written}, {}, {}}).content.tiers.at(0);
        QCOMPARE(read.tier.name, written.tier.name);
        QCOMPARE(read.tier.annotator, std::string("ada"));
        const nlohmann::json provenance = CsdFile(m_files.path("out")).metadata().at("provenance");
        QCOMPARE(provenance.at("kind").get<std::string>(), kind.toStdString());
    }

    void exportedLabelsNameTheirAnnotator_data()
    {
        QTest::addColumn<QByteArray>("provenance");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("annotator");
        QTest::addColumn<int>("notes");
        QTest::newRow("one layer") << QByteArray(
            "[{'annotator': 'ada', 'pass': 1, 'presentation': 'all', 'settles': false}]")
                                   << "labels"
                                   << "ada" << 0;
        QTest::newRow("a pass of text")
            << QByteArray("[{'annotator': 'ada', 'pass': 2, 'presentation': 'text', 'settles': false}]")
            << "labels/ada/2/text"
            << "ada" << 0;
        QTest::newRow("settled") << QByteArray(
            "[{'annotator': 'ada', 'pass': 1, 'presentation': 'all', 'settles': true}]")
                                 << "labels/settled"
                                 << "ada" << 0;
        QTest::newRow("a mean") << QByteArray("[{'annotator': 'ada'}, {'annotator': 'bob'}]") << "labels"
                                << "" << 1;
        QTest::newRow("nothing of ours") << QByteArray("'from the web'") << "labels"
                                         << "" << 0;
    }

    void exportedLabelsNameTheirAnnotator()
    {
        QFETCH(QByteArray, provenance);
        QFETCH(const QString, tier);
        QFETCH(const QString, annotator);
        QFETCH(const int, notes);
        provenance.replace('\'', '"');
        ComputationalSequence sequence;
        sequence.setMetadata(
            {{"root name", "labels"}, {"provenance", nlohmann::json::parse(provenance.toStdString())}});
        Entry entry;
        entry.intervals.values = {{0, 1}};
        entry.features = {ElementType::Float32, {1, 1}, std::vector<float>{2.0f}};
        sequence.put("v", entry);
        writeCsd(sequence, m_files.path("e.csd"));
        const ImportedTiers read = formatById("csd")->read(m_files.path("e.csd"), {});
        QCOMPARE(read.content.tiers.at(0).tier.name, tier.toStdString());
        QCOMPARE(read.content.tiers.at(0).tier.annotator, annotator.toStdString());
        QCOMPARE(static_cast<int>(read.report.notes.size()), notes);
    }

    void sequencesAreTiersOfTheirVideos()
    {
        const ImportedTiers words = formatById("csd")->read(DEMO "/words.csd", {0.0, "ada_1"});
        QCOMPARE(words.content.tiers.size(), std::size_t(1));
        const Entry entry = CsdFile(DEMO "/words.csd").entry("ada_1");
        QCOMPARE(words.content.tiers[0].segments.size(), entry.intervals.rows());
        QCOMPARE(words.content.tiers[0].segments[3].text,
                 std::get<std::vector<std::string>>(entry.features.values)[3]);
        QCOMPARE(words.content.tiers[0].segments[3].start.seconds(), entry.intervals.values[3].start);
        const ImportedTiers labels = formatById("csd")->read(DEMO "/labels.csd", {});
        QCOMPARE(labels.content.tiers.size(), std::size_t(30));
        QVERIFY(labels.content.tiers[0].segments[0].values.contains("sentiment"));
    }

    void rowsWithoutUsableTimesAreSkipped()
    {
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "w"}});
        Entry entry;
        entry.intervals.values
            = {{0, 1}, {std::nan(""), 2}, {3, 2}, {1, std::numeric_limits<double>::infinity()}};
        entry.features = {ElementType::Text, {4, 1}, std::vector<std::string>{"a", "b", "c", "d"}};
        sequence.put("v", entry);
        writeCsd(sequence, m_files.path("n.csd"));
        const ImportedTiers read = formatById("csd")->read(m_files.path("n.csd"), {});
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-1 a"));
        QCOMPARE(read.report.skipped.size(), std::size_t(3));
        QCOMPARE(read.report.skipped[0].line, std::size_t(2));
    }

    void segmentsOfAVideoAreOneTierInTheirOrder()
    {
        ComputationalSequence sequence;
        sequence.setMetadata({{"root name", "w"}});
        for (const int i : {10, 2}) {
            Entry entry;
            entry.intervals.values = {{i * 1.0, i + 1.0}};
            entry.features = {ElementType::Text, {1, 1}, std::vector<std::string>{std::to_string(i)}};
            sequence.put("v[" + std::to_string(i) + "]", entry);
        }
        writeCsd(sequence, m_files.path("s.csd"));
        QCOMPARE(test::spans(formatById("csd")->read(m_files.path("s.csd"), {}).content.tiers.at(0)),
                 std::string("2-3 2, 10-11 10"));
    }

    void tensorsOfMmsaAreLabels()
    {
        NpzWriter writer(m_files.path("t.npz"));
        writer.create("train/id", ElementType::Text, {}, true);
        writer.append("train/id", texts({"v$_$1", "v$_$2", "w$_$1"}));
        writer.create("train/raw_text", ElementType::Text, {}, true);
        writer.append("train/raw_text", texts({"so", "it", "goes"}));
        writer.create("train/regression_labels", ElementType::Float32, {});
        writer.append("train/regression_labels",
                      {ElementType::Float32, {3}, std::vector<float>{-1.5F, 2.0F, NAN}});
        writer.create("train/audio", ElementType::Float32, {50, 74});
        writer.close();
        const auto file = m_files.path("t.npz");
        const ImportedTiers read = formatOf(file).read(file, {});
        QCOMPARE(displayNames(read.content), (std::vector<std::string>{"v/labels", "w/labels"}));
        QCOMPARE(test::spans(read.content.tiers[0]), std::string("0-1 so, 1-2 it"));
        const Segment& second = read.content.tiers[0].segments[1];
        QCOMPARE(test::labelNumber(second, "sentiment"), 2.0);
        QCOMPARE(test::labelText(second, "clip_id"), std::string("2"));
        QCOMPARE(test::labelText(second, "fold"), std::string("train"));
        QVERIFY(!read.content.tiers[1].segments[0].values.contains("sentiment"));
        QVERIFY(read.report.notes.back().find("audio") != std::string::npos);
        QCOMPARE(test::spans(formatById("mmsa")->read(file, {0.0, "w"}).content.tiers.at(0)),
                 std::string("0-1 goes"));
    }

    void tensorsInHdf5AreTheSame()
    {
        const auto file = m_files.path("t.h5");
        hdf5::Writer writer(file);
        writer.write("/valid/id", texts({"v$_$7"}));
        writer.write("/valid/regression_labels", {ElementType::Float64, {1}, std::vector<double>{0.5}});
        writer.close();
        const ImportedTiers read = formatOf(file).read(file, {});
        QCOMPARE(test::labelNumber(read.content.tiers.at(0).segments.at(0), "sentiment"), 0.5);
    }

    void picklesAreRefusedWithWhatConvertsThem()
    {
        const auto file = m_files.write("aligned_50.pkl",
                                        "\x80\x04\x95"
                                        "junk");
        const std::string failure = test::failureOf([&] { formatOf(file).read(file, {}); });
        QVERIFY2(failure.starts_with("pickle_refused: ") && failure.find("unpickle.py") != std::string::npos
                     && failure.find("aligned_50.npz") != std::string::npos,
                 failure.c_str());
    }

    void tensorsAreWrittenAsMmsaHasThem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("npz") << "written.npz";
        QTest::newRow("HDF5") << "written.h5";
    }

    void tensorsAreWrittenAsMmsaHasThem()
    {
        QFETCH(const QString, name);
        const auto file = m_files.path(name.toStdString());
        const ExchangedTiers tiers = labelledTiers();
        QCOMPARE(formatById("mmsa")->write(tiers, file, {}), std::vector{file});
        const ImportedTiers read = formatOf(file).read(file, {});
        QCOMPARE(displayNames(read.content), (std::vector<std::string>{"w/labels", "v/labels"}));
        const auto& [second, first]
            = std::tie(read.content.tiers[0].segments, read.content.tiers[1].segments);
        QCOMPARE(test::spans(read.content.tiers[1]), std::string("0-1 so, 1-2 sch\xc3\xb6n"));
        QCOMPARE(test::labelNumber(first[0], "sentiment"), -1.5);
        QVERIFY(!first[1].values.contains("sentiment"));
        QCOMPARE(test::labelText(first[1], "mood"), std::string("glad"));
        QCOMPARE(test::labelText(first[0], "fold"), std::string("train"));
        QCOMPARE(test::labelText(first[1], "clip_id"), std::string("1"));
        QCOMPARE(test::labelText(second[0], "fold"), std::string("test"));
        QCOMPARE(test::labelText(second[0], "clip_id"), std::string("7"));
    }

    void theModeOfATableOfMmsaIsTheFold()
    {
        const ImportedTiers table = m_files.read("csv",
                                                 "video_id,clip_id,text,label,mode\n"
                                                 "v,0,so,1,train\nv,1,good,2,valid\nv,2,bad,-1,test\n");
        QVERIFY(table.content.tiers.at(0).timesAreInvented);
        const ImportedTiers read = m_files.again("mmsa", table.content, "folds.npz");
        std::set<std::string> folds;
        for (const Segment& segment : read.content.tiers.at(0).segments) {
            folds.insert(test::labelText(segment, "fold"));
            QVERIFY(!segment.values.contains("mode"));
        }
        QCOMPARE(folds, (std::set<std::string>{"train", "valid", "test"}));
        QVERIFY(read.content.tiers.at(0).timesAreInvented);
        for (const std::string& loss : formatById("mmsa")->losses(table.content))
            QVERIFY2(loss.find("'fold'") == std::string::npos, loss.c_str());
    }

    void pythonReadsWrittenTensors_data() { tensorsAreWrittenAsMmsaHasThem_data(); }

    void pythonReadsWrittenTensors()
    {
        QFETCH(const QString, name);
        const auto file = m_files.path("python_" + name.toStdString());
        formatById("mmsa")->write(labelledTiers(), file, {});
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"), QString::fromLatin1(kPythonReader),
                      QString::fromStdString(file.string())});
        if (!python.waitForStarted(support::kPatience))
            QSKIP("there is no python3");
        QVERIFY(python.waitForFinished(support::kPatience));
        const QByteArray errors = python.readAllStandardError();
        if (errors.contains("ModuleNotFoundError"))
            QSKIP("python3-numpy and python3-h5py are not installed");
        QVERIFY2(python.exitCode() == 0, errors);
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()).trimmed(),
                 QStringLiteral("test w$_$7 0.5 train v$_$0,v$_$1 -1.5,nan so,schön"));
    }

    void whatTensorsCannotHoldIsSaidFirst()
    {
        ExchangedTiers tiers = labelledTiers();
        tiers.tiers[1].tier.name = "others";
        tiers.tiers[1].segments[0].values["transcript"].value = 1.0;
        tiers.tiers[1].segments[0].values["fold"].value = std::string("dev");
        const std::vector<std::string> losses = formatById("mmsa")->losses(tiers);
        const auto says = [&](const char* part) {
            return std::ranges::any_of(
                losses, [&](const std::string& loss) { return loss.find(part) != std::string::npos; });
        };
        for (const char* part :
             {"Times cannot be kept", "without their names", "'transcript' is called 'transcript_'",
              "The fold 'dev' is called 'valid'", "segments without a label 'fold'"})
            QVERIFY2(says(part), part);
    }

    void picklesAreNotWritten()
    {
        const std::string failure = test::failureOf(
            [&] { formatById("mmsa")->write(labelledTiers(), m_files.path("never.pkl"), {}); });
        QVERIFY2(failure.starts_with("unknown_format: "), failure.c_str());
        QVERIFY(!std::filesystem::exists(m_files.path("never.pkl")));
    }

    void aProjectsTiersAreRead()
    {
        Annotation annotation = test::withSpans({{0, 2}, {2, 5}});
        annotation.apply(setText(annotation, 1, "hello"));
        annotation.apply(setValue(annotation, 2, "sentiment", LabelValue{-1.0, {}}));
        ProjectFile file = ProjectFile::create(m_files.path("p.polylogue"));
        file.write(difference(Annotation(), annotation));
        const ImportedTiers read = formatOf(file.path()).read(file.path(), {});
        QCOMPARE(test::spans(read.content.tiers.at(0)), std::string("0-2 hello, 2-5 "));
        QCOMPARE(test::labelNumber(read.content.tiers[0].segments[1], "sentiment"), -1.0);
        QCOMPARE(read.report.read, std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestContainers)
#include "tst_containers.moc"
