#include "engine/annotation/difference.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/project/project_file.h"
#include "engine/annotation/recorded_tiers.h"
#include "engine/project_items/dataset_item.h"
#include "engine/sequences/metadata.h"
#include "engine/sequences/timed_features.h"

#include <set>

#include "tests/support/corpus_folder.h"
#include "tests/support/demo_recordings.h"

using namespace engine;
namespace fs = std::filesystem;

/// Generated folders in the layouts of published corpora are made datasets, features of their recordings are
/// made, a person labels, and models learn from it.
class TestCorporaTrained : public QObject {
    Q_OBJECT

    std::unique_ptr<test::CorpusFolder> m_corpus;

    static test::ProgramResult runModels(const QStringList& arguments)
    {
        return test::runProgram(QStringLiteral("polylogue-models"), arguments,
                                QProcessEnvironment::systemEnvironment());
    }

    /// A dialog as there is one, by another name.
    void addDialog(const std::string& known, const std::string& added) const
    {
        const auto renamed = [&](std::string text) {
            for (std::size_t at = text.find(known); at != std::string::npos; at = text.find(known, at))
                text.replace(at, known.size(), added);
            return text;
        };
        std::vector<fs::path> files;
        for (const auto& entry : fs::recursive_directory_iterator(m_corpus->path())) {
            if (entry.is_regular_file() && entry.path().string().find(known) != std::string::npos)
                files.push_back(entry.path());
        }
        for (const fs::path& file : files) {
            std::ifstream stream(file, std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(stream), {}};
            const fs::path target = renamed(file.string());
            fs::create_directories(target.parent_path());
            std::ofstream(target, std::ios::binary)
                << (file.extension() == ".wav" ? content : renamed(content));
        }
    }

    /// The dataset, with features of its recordings where they are made. @return its list
    fs::path dataset(const char* layout, const QString& features)
    {
        if (qstrcmp(layout, "siq2") == 0) { // whose fixture has no video
            fs::create_directories(m_corpus->path() / "video");
            test::demoRecordings(m_corpus->path() / "video", {"ada_1", "bert_2"});
            fs::rename(m_corpus->path() / "video/ada_1.mp4", m_corpus->path() / "video/aaaaaaaaaaa.mp4");
            fs::rename(m_corpus->path() / "video/bert_2.mp4", m_corpus->path() / "video/ccccccccccc.mp4");
            for (const auto& entry : fs::directory_iterator(test::corpusFixture(layout)))
                fs::copy(entry.path(), m_corpus->path() / entry.path().filename(),
                         fs::copy_options::recursive);
        } else {
            fs::copy(test::corpusFixture(layout), m_corpus->path(), fs::copy_options::recursive);
        }
        if (qstrcmp(layout, "iemocap") == 0)
            for (const char* added : {"Ses01F_impro02", "Ses01F_impro03"})
                addDialog("Ses01F_impro01", added); // two to learn from, and one that validates
        const test::ProgramResult made = m_corpus->made(layout);
        if (made.exitCode != 0 || features.isEmpty())
            return m_corpus->path() / "dataset.json";
        const QString out = m_corpus->outside("made");
        test::runCli({QStringLiteral("extract"), QString::fromStdString(m_corpus->path() / "dataset.json"),
                      QStringLiteral("--out"), out, QStringLiteral("--features"), features});
        return fs::path(out.toStdString()) / "dataset.json";
    }

    /// The labels of an entry as a person has them in hand, of one who labels anew where there are none.
    static Change labelsOf(const Annotation& annotation, const DatasetList& list, const std::string& id,
                           const Interval& span)
    {
        const DatasetList::Sequence* labels = list.sequence("labels");
        if (labels) {
            const CsdFile file(labels->file);
            const std::vector<std::string> ids = file.ids();
            if (std::ranges::find(ids, id) != ids.end()) {
                const TimedFeatures rows = readFeatures(file, id);
                return labelsTier(
                    annotation, id, "labels", rows.intervals,
                    MatrixView(rows.features.values, rows.intervals.size(), rows.features.columns),
                    dimensionNames(file.metadata(), rows.features.columns));
            }
            const std::size_t columns = readFeatures(file, ids.front()).features.columns;
            const std::vector<float> none(columns, 0.0F);
            return labelsTier(annotation, id, "labels", std::vector<Interval>{span},
                              MatrixView(none, 1, columns), dimensionNames(file.metadata(), columns));
        }
        const double middle = (span.start + span.end) / 2.0;
        const std::vector<float> none{0.0F, 0.0F};
        return labelsTier(annotation, id, /*source=*/"",
                          std::vector<Interval>{{span.start, middle}, {middle, span.end}},
                          MatrixView(none, 2, 1), std::vector<std::string>{"sentiment"});
    }

private slots:
    void init() { m_corpus = std::make_unique<test::CorpusFolder>(); }

    void opensIsLabelledAndTrains_data()
    {
        QTest::addColumn<QString>("made"); // features of its recordings; empty: it brings its own
        QTest::addColumn<QString>("acoustic");
        QTest::addColumn<QString>("visual");
        QTest::addColumn<QString>("model");
        QTest::newRow("iemocap") << "spectral"
                                 << "spectral"
                                 << ""
                                 << "bc_lstm";
        QTest::newRow("meld") << "spectral"
                              << "spectral"
                              << ""
                              << "dialogue_rnn";
        QTest::newRow("seamless") << ""
                                  << ""
                                  << "boxes_and_keypoints.box"
                                  << "lf_dnn";
        QTest::newRow("siq2") << "spectral"
                              << "spectral"
                              << ""
                              << "lf_dnn";
        QTest::newRow("mer") << ""
                             << "own-audio-FRA"
                             << "own-face-FRA"
                             << "lf_dnn";
    }
    void opensIsLabelledAndTrains()
    {
        QFETCH(const QString, made);
        QFETCH(const QString, acoustic);
        QFETCH(const QString, visual);
        QFETCH(const QString, model);
        const fs::path list = dataset(QTest::currentDataTag(), made);
        const DatasetList opened = readDatasetList(list);
        const CsdFile features(opened.sequence((acoustic.isEmpty() ? visual : acoustic).toStdString())->file);

        Annotation annotation;
        const fs::path project = m_corpus->outside("corpus.polylogue").toStdString();
        annotation.apply(putItem(annotation, datasetItem({list}, project)));
        std::set<std::string> videos; // of `C@P[k]` the participant
        std::vector<Interval> spans;
        for (const std::string& id : features.ids()) {
            const std::string video = id.substr(0, id.find('['));
            const auto times = features.intervals(id).values;
            if (times.empty() || !videos.insert(video).second)
                continue;
            const Change change
                = labelsOf(annotation, opened, video, {times.front().start, times.back().end});
            annotation.apply(change);
            const Tier tier = *change.tiers.front().after;
            for (std::size_t i = 0; i < change.segments.size(); ++i)
                annotation.apply(setValue(annotation, change.segments[i].after->id, tier.labels.front().name,
                                          LabelValue{i % 2 == 0 ? 1.0 : 0.0, {"anna", 1, 1, ""}}));
        }
        QVERIFY(videos.size() >= 2);
        ProjectFile::create(project).write(difference(Annotation(), annotation));
        const test::ProgramResult written
            = test::runCli({QStringLiteral("snapshot"), QString::fromStdString(project),
                            QStringLiteral("--out"), m_corpus->outside("moment")});
        QVERIFY2(written.exitCode == 0, written.errors);

        // A snapshot has the labels as segments; the last of them validates.
        const fs::path moment = m_corpus->outside("moment/dataset.json").toStdString();
        const DatasetList now = readDatasetList(moment);
        QVERIFY2(now.sequence("labels"), written.output + written.errors);
        const CsdFile labels(now.sequence("labels")->file);
        std::vector<std::string> segments;
        for (const std::string& id : labels.ids()) {
            for (std::size_t i = 0; videos.contains(id) && i < labels.intervals(id).values.size(); ++i)
                segments.push_back(id + "[" + std::to_string(i) + "]");
        }
        // All of the last conversation validates.
        const auto conversationOf
            = [](const std::string& id) { return id.substr(0, id.find_first_of("@[")); };
        std::vector<std::string> train, valid;
        for (const std::string& id : segments)
            (conversationOf(id) == conversationOf(segments.back()) ? valid : train).push_back(id);
        QVERIFY2(train.size() >= 2, qPrintable(QString::number(train.size())));
        nlohmann::json config{{"dataset", moment.string()},
                              {"model", model.toStdString()},
                              {"training", {{"epochs", 2}, {"batch", 2}}},
                              {"recipe",
                               {{"rows", "own"},
                                {"words", ""},
                                {"text", ""},
                                {"acoustic", acoustic.toStdString()},
                                {"visual", visual.toStdString()}}},
                              {"labels", {{{"name", "felt"}, {"column", 0}, {"range", {0, 1}}}}},
                              {"task", "regression"},
                              {"split", {{"train", train}, {"valid", valid}}}};
        config["modalities"] = nlohmann::json::array();
        if (!acoustic.isEmpty())
            config["modalities"].push_back("acoustic");
        if (!visual.isEmpty())
            config["modalities"].push_back("visual");
        const fs::path file = m_corpus->outside("config.json").toStdString();
        std::ofstream(file) << config;
        const test::ProgramResult trained
            = runModels({QStringLiteral("train"), QString::fromStdString(file), QStringLiteral("--out"),
                         m_corpus->outside("run"), QStringLiteral("--progress"), QStringLiteral("none")});
        QVERIFY2(trained.exitCode == 0, trained.errors);
        QVERIFY(fs::exists(m_corpus->outside("run/model.safetensors").toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestCorporaTrained)
#include "tst_corpora_trained.moc"
