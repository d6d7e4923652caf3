#include "engine/sequences/computational_sequence.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "widgets/align/align_panel.h"
#include "widgets/align/audit_list.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/features_track.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/align_tab.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// docs/guide/tutorial-align-and-impute.md
class AlignAndImputeTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    AlignAndImputeTest() : TutorialTest("tutorial-align-and-impute") { }

private slots:
    void initTestCase()
    {
        fs::create_directories(folder());
        const fs::path demo = DEMO;
        for (const char* file : {"words.csd", "word_vectors.csd", "acoustic.csd", "labels.csd"})
            fs::copy_file(demo / file, folder() / file);
        for (const char* file : {"ada_1.mp4", "ada_2.mp4"})
            fs::copy_file(demo / "media" / file, folder() / file);
        cutVision();
        m_real = std::make_unique<RealWindow>();
        window().resize(1600, 1050);
        QVERIFY(activate());
    }
    void cleanupTestCase()
    {
        QVERIFY(isEveryStepDone());
        m_real.reset();
    }

    void theFolderIsOpened()
    {
        QVERIFY(step("Open the folder"));
        QVERIFY(choose("File", "Open folder…", {fileAnswer(QString::fromStdString(folder().string()))}));
        QVERIFY(settle());
        QCOMPARE(document().video().id, QStringLiteral("ada_1"));
        for (const char* key : {"acoustic", "visual"})
            QVERIFY2(trackOf(key), key);
        m_view = find<widgets::TimelineView>("timeline");
    }

    void thePresetShowsTheUsualRecipe()
    {
        QVERIFY(step("Go to the Align preset"));
        QVERIFY(choose("View", "Mode → Align"));
        QVERIFY(settle());
        QVERIFY(find<QWidget>("alignPanel")->isVisible());
        QCOMPARE(session().alignment().recipe(), session().alignment().usual());
        const auto& steps = session().alignment().recipe().steps;
        QVERIFY(std::holds_alternative<engine::AlignStep>(steps.at(0)));
        QVERIFY(std::holds_alternative<engine::ImputeStep>(steps.at(1)));
    }

    void theAuditLeadsToTheGap()
    {
        QVERIFY(step("Look at the audit"));
        player().seek(0.0);
        QAbstractButton* finding = nullptr;
        QTRY_VERIFY((finding = findingOf(QStringLiteral("Words without rows of visual"))) != nullptr);
        QTest::mouseClick(finding, Qt::LeftButton);
        QTRY_VERIFY(std::abs(player().position() - m_gap.start) < 0.5);
    }

    void functionsAreChosen()
    {
        QVERIFY(step("Choose how rows become one"));
        const std::size_t width = document().video().wordFeatures->acoustic.dimensions();
        chooseStep(1);
        QTRY_VERIFY(sequenceButton("acoustic"));
        QVERIFY(support::chooseInMenu(sequenceButton("acoustic"), {QStringLiteral("std")}));
        QTRY_VERIFY(sequenceButton("acoustic")->text().startsWith(QStringLiteral("mean, std")));
        QVERIFY(settle());
        const auto* result = session().alignment().preview().result();
        QVERIFY2(result->error.isEmpty(), qPrintable(result->error));
        QCOMPARE(result->find(QStringLiteral("acoustic"))->rows.rows.features.columns, 2 * width);
    }

    void aFillIsChosen()
    {
        QVERIFY(step("Choose what stands in for missing rows"));
        chooseStep(2);
        QTRY_VERIFY(sequenceButton("visual"));
        QVERIFY(support::chooseInMenu(sequenceButton("visual"), {QStringLiteral("linear")}));
        QVERIFY(settle());
        QVERIFY(trackOf("visual")->filled().empty()); // nothing is applied yet
    }

    void theVideoIsShownAsAligned()
    {
        QVERIFY(step("Apply it to this video"));
        QTest::mouseClick(find<QPushButton>("primary"), Qt::LeftButton);
        QVERIFY(settle());
        QTRY_COMPARE(trackOf("visual")->filled().size(), std::size_t(1));
        picture(window(), "tutorial-aligned");
        picture(*m_view, "tutorial-align"); // of the page
        m_view->setFocus();
        QTest::keyClick(m_view, Qt::Key_A);
        QVERIFY(trackOf("visual")->filled().empty());
        QTest::keyClick(m_view, Qt::Key_A);
        QCOMPARE(trackOf("visual")->filled().size(), std::size_t(1));
        QTest::keyClick(m_view, Qt::Key_I);
        QVERIFY(!trackOf("visual")->showsFilled());
        QTest::keyClick(m_view, Qt::Key_I);
    }

    void revertAndUndo()
    {
        QVERIFY(step("Change your mind"));
        QTest::mouseClick(find<QPushButton>("revert"), Qt::LeftButton);
        QTRY_VERIFY(trackOf("visual")->filled().empty());
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(trackOf("visual")->filled().size(), std::size_t(1));
        QVERIFY(settle());
    }

    void allVideosAreWritten()
    {
        QVERIFY(step("Apply it to all"));
        QTimer::singleShot(200, this, [this] { // when the click has opened it
            auto* dialog = window().findChild<QDialog*>(QStringLiteral("applyAllDialog"));
            QVERIFY(dialog);
            auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("outputFolder"));
            QVERIFY(field->text().endsWith(QStringLiteral("-aligned")));
            field->setText(QString::fromStdString(aligned().string()));
            QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                              Qt::LeftButton);
        });
        QTest::mouseClick(find<QPushButton>("applyToAll"), Qt::LeftButton);
        QVERIFY(activate());
        QVERIFY(settle());
        QTRY_VERIFY(fs::exists(aligned() / "visual.csd"));
        const engine::CsdFile visual(aligned() / "visual.csd");
        QVERIFY(visual.metadata().at("imputed").dump().find("linear") != std::string::npos);
    }

    void theCommandLineGivesTheSameBytes()
    {
        QVERIFY(step("Take the recipe to the command line"));
        QVERIFY(choose("Align", "Recipe → Save the recipe…", {fileAnswer(inFolder("mine.json"))}));
        QTRY_VERIFY(fs::exists(inFolder("mine.json").toStdString()));
        QVERIFY(settle());
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("run"), inFolder("mine.json"), QStringLiteral("--out"), inFolder("out")});
        QVERIFY(cli.waitForFinished(support::kPatience));
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        for (const char* file : {"words.csd", "acoustic.csd", "visual.csd"}) {
            const QByteArray expected = bytes(aligned() / file);
            QVERIFY(!expected.isEmpty());
            QVERIFY2(bytes(fs::path(inFolder("out").toStdString()) / file) == expected, file);
        }
    }

private:
    widgets::FeaturesTrack* trackOf(const char* key) { return support::trackOf(window(), key); }
    QToolButton* sequenceButton(const char* key) { return support::sequenceButton(window(), key); }
    void chooseStep(int number) { support::chooseStep(window(), number); }

    fs::path folder() const { return inFolder("talks").toStdString(); }
    fs::path aligned() const { return inFolder("talks-aligned").toStdString(); }

    /// Vision of the demo without the rows around one word of the first video.
    void cutVision()
    {
        const fs::path demo = DEMO;
        const engine::CsdFile words(demo / "words.csd");
        m_gap = words.intervals("ada_1").values.at(12);
        engine::ComputationalSequence visual(std::make_shared<const engine::CsdFile>(demo / "visual.csd"));
        const engine::Entry entry = visual.entry("ada_1");
        std::vector<std::size_t> kept;
        engine::Entry holed;
        for (std::size_t row = 0; row < entry.intervals.rows(); ++row) {
            if (entry.intervals.values[row].overlap({m_gap.start - 0.2, m_gap.end + 0.2}) > 0)
                continue;
            kept.push_back(row);
            holed.intervals.values.push_back(entry.intervals.values[row]);
        }
        holed.intervals.type = entry.intervals.type;
        holed.features = entry.features.gather(kept);
        visual.put("ada_1", std::move(holed));
        engine::writeCsd(visual, folder() / "visual.csd");
    }

    QAbstractButton* findingOf(const QString& text)
    {
        for (auto* button : window().findChildren<QAbstractButton*>(QStringLiteral("finding"))) {
            if (button->isVisible() && button->text().contains(text))
                return button;
        }
        return nullptr;
    }

    static QByteArray bytes(const fs::path& path)
    {
        QFile file(QString::fromStdString(path.string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    engine::Interval m_gap;
    widgets::TimelineView* m_view = nullptr;
};

WINDOW_TEST_MAIN(AlignAndImputeTest)

#include "tst_tutorial_align_and_impute.moc"
