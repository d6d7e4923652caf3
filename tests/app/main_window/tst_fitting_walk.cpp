#include "app/dataset_view/dataset_room.h"
#include "app/dataset_view/room_models.h"
#include "app/dataset_view/room_state.h"
#include "app/extraction/extract_dialog.h"
#include "app/project/project.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "widgets/dataset/dataset_view.h"
#include "widgets/predict/model_chooser.h"

#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/dialogs.h"
#include "tests/support/packed_segments.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// The mode *Dataset* where no model can be asked: it says why not, with the step that helps, and offers
/// nothing that fails again.
class FittingWalk : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

    QTemporaryDir m_folder;

    QString message() { return find<QLabel>("datasetMessage")->text(); }
    QPushButton* button() { return find<QPushButton>("datasetMessageButton"); }
    app::DatasetRoom& room() { return *window().findChild<app::DatasetRoom*>(); }

    fs::path place(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    /// A few videos of the demo, without recordings.
    static engine::DatasetList fewVideos(const char* name, bool hasLabels)
    {
        engine::DatasetList list;
        list.name = name;
        const fs::path demo(DEMO);
        for (const char* sequence : {"words", "word_vectors", "acoustic", "visual"})
            list.sequences.push_back({"raw", sequence, demo / (std::string(sequence) + ".csd"), {}});
        if (hasLabels)
            list.sequences.push_back({"labels", "labels", demo / "labels.csd", {}});
        return list;
    }
    void openDataset(const fs::path& file, const engine::DatasetList& list)
    {
        fs::create_directories(file.parent_path());
        engine::writeDatasetList(list, file);
        session().project().open({file});
        QVERIFY(settle());
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(activate());
    }
    /// Runs a program in the place of `polylogue-models`.
    app::ExplanationState asked(const QByteArray& script)
    {
        const QTemporaryDir programs;
        QFile program(programs.filePath(QStringLiteral("polylogue-models")));
        if (!program.open(QIODevice::WriteOnly))
            return {};
        program.write(script);
        program.close();
        program.setPermissions(program.permissions() | QFileDevice::ExeOwner);
        app::ExplanationRun run(session().tasks(), programs.path(), nullptr);
        app::ExplanationState last;
        connect(&run, &app::ExplanationRun::advanced, this,
                [&](const engine::ExplainedDataset&, const app::ExplanationState& state) { last = state; });
        run.start(QStringLiteral("m"), QStringLiteral("mean"), {}, {});
        std::ignore = QTest::qWaitFor([&] { return last.isOver; }, support::kPatience);
        return last;
    }

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
    }
    void cleanupTestCase() { m_real.reset(); }

    /// A program that says no says it again; one that was killed may come to its end.
    void whatIsRefusedIsNotOfferedAgain()
    {
        const app::ExplanationState no
            = asked("#!/bin/sh\necho 'polylogue-models: the dataset has no such sequence' >&2\nexit 1\n");
        QVERIFY(no.isRefusal);
        QCOMPARE(no.problem, QStringLiteral("the dataset has no such sequence"));
        app::RoomState state;
        state.problem = no.problem;
        state.isRefused = true;
        state.remedy = QStringLiteral("Train a model…");
        QCOMPARE(app::roomMessage(state).action, state.remedy);
        QVERIFY(!app::headState(state).mayRun);
        const app::ExplanationState killed = asked("#!/bin/sh\nkill -9 $$\n");
        QVERIFY(!killed.isRefusal && !killed.problem.isEmpty());
        state.isRefused = false;
        QCOMPARE(app::roomMessage(state).action, QStringLiteral("Try again"));
        QVERIFY(app::headState(state).mayRun);
    }

    /// Recordings alone: each of the views leads to what makes sequences.
    void withoutSequencesTheyAreMade()
    {
        fs::create_directories(place("own"));
        const fs::path clip = place("own/ada_1.mp4");
        fs::copy_file(fs::path(DEMO) / "media" / "ada_1.mp4", clip);
        QVERIFY(dropFiles(window(), {QString::fromStdString(clip.string())}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier | Qt::AltModifier);
        QPushButton* step = nullptr;
        QTRY_VERIFY(step = find<QPushButton>("spaceStep"));
        QTRY_VERIFY(step->isVisible());
        QCOMPARE(step->text().remove(QLatin1Char('&')), QStringLiteral("Make sequences…"));
        pictures("fitting-space-bare");
        QTest::mouseClick(step, Qt::LeftButton);
        app::ExtractDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window().findChild<app::ExtractDialog*>()) && dialog->isVisible());
        dialog->close();
    }

    void withoutLabelledSegmentsTheyAreMade()
    {
        openDataset(place("bare/dataset.json"), fewVideos("bare", false));
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(find<widgets::DatasetView>("datasetView"));
        QTRY_VERIFY2(message().startsWith(QStringLiteral("A model is asked about labelled segments")),
                     qPrintable(message()));
        QCOMPARE(button()->text().remove(QLatin1Char('&')), QStringLiteral("Make labelled segments…"));
        pictures("fitting-no-labels");
        const NextDialog make([](QDialog*) {}); // Enter makes them
        QTest::mouseClick(button(), Qt::LeftButton);
        QVERIFY(make.wasThere());
        QTRY_VERIFY(!document().videosWithOwnLabels().empty());
        QTRY_VERIFY2(!message().startsWith(QStringLiteral("A model is asked about")), qPrintable(message()));
    }

    /// The demo's models want 31 columns of sound.
    void aModelOfOtherFeaturesIsNotAsked()
    {
        const engine::CsdFile acoustic(fs::path(DEMO) / "acoustic.csd");
        engine::ComputationalSequence narrow;
        for (const std::string& id : acoustic.ids()) {
            engine::Entry entry = acoustic.entry(id);
            const engine::FeatureMatrix all = entry.features.toMatrix();
            std::vector<float> values;
            for (std::size_t row = 0; row < all.rows; ++row)
                values.insert(values.end(), all.row(row).begin(), all.row(row).begin() + 7);
            entry.features = {engine::ElementType::Float32, {all.rows, 7}, std::move(values)};
            narrow.put(id, std::move(entry));
        }
        narrow.setMetadata({{"root name", "acoustic"}});
        fs::create_directories(place("narrow"));
        engine::writeCsd(narrow, place("narrow/acoustic.csd"));
        engine::DatasetList list = fewVideos("narrow", true);
        list.sequences[2].file = place("narrow/acoustic.csd");
        openDataset(place("narrow/dataset.json"), list);
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY2(message().contains(QStringLiteral("wants 31 features of sound, here are 7")),
                     qPrintable(message()));
        QCOMPARE(button()->text().remove(QLatin1Char('&')), QStringLiteral("Train a model…"));
        QVERIFY(!find<QPushButton>("datasetRun")->isEnabled());
        pictures("fitting-other-features");
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY(window().findChild<QDialog*>(QStringLiteral("trainDialog")));
        auto* train = window().findChild<QDialog*>(QStringLiteral("trainDialog"));
        QTRY_VERIFY(train->isVisible());
        train->close();
    }

    /// A file of one's own, of other features than the demo's models want, or with none that a model takes.
    void aPackedFileIsOfferedOnlyWhatFits_data()
    {
        QTest::addColumn<QString>("feature");
        QTest::addColumn<int>("width");
        QTest::newRow("other widths") << QStringLiteral("text") << 5;
        QTest::newRow("as wide, but alone") << QStringLiteral("text") << 50;
        QTest::newRow("of no modality") << QStringLiteral("wavelets") << 50;
    }
    void aPackedFileIsOfferedOnlyWhatFits()
    {
        QFETCH(const QString, feature);
        QFETCH(const int, width);
        const fs::path file = place((std::string(QTest::currentDataTag()) + ".npz").c_str());
        const auto columns = static_cast<std::size_t>(width);
        engine::test::PackedArrays arrays;
        for (const std::string fold : {"train", "valid", "test"}) {
            arrays.emplace_back(fold + "/id", engine::test::packedTexts({fold + "_a$_$1", fold + "_b$_$1"}));
            arrays.emplace_back(
                fold + "/" + feature.toStdString(),
                engine::test::packedNumbers({2, 3, columns}, std::vector<float>(6 * columns, 0.5F)));
            arrays.emplace_back(fold + "/regression_labels", engine::test::packedNumbers({2}, {1.0F, -1.0F}));
        }
        engine::test::writePacked(file, arrays);
        session().project().open({file});
        QTRY_VERIFY(document().hasVideo() && document().video().packed);
        QVERIFY(settle());
        QVERIFY(activate());
        QTest::keyClick(&window(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY2(message().contains(QStringLiteral("cannot be asked about this dataset: wants")),
                     qPrintable(message()));
        QVERIFY2(!message().contains(u'/'), qPrintable(message()));
        QCOMPARE(button()->text().remove(QLatin1Char('&')), QStringLiteral("Train a model…"));
        QVERIFY(!find<QPushButton>("datasetRun")->isEnabled());
        pictures("fitting-packed");
        auto* models = window().findChild<app::RoomModels*>();
        std::vector<widgets::ModelEntry> offered;
        connect(models, &app::RoomModels::found, this,
                [&offered](const std::vector<widgets::ModelEntry>& entries) { offered = entries; });
        models->find();
        QTRY_VERIFY(!offered.empty());
        models->disconnect(this);
        for (const widgets::ModelEntry& entry : offered)
            QVERIFY2(!entry.fits, qPrintable(entry.name));
    }
};

WINDOW_TEST_MAIN(FittingWalk)
#include "tst_fitting_walk.moc"
