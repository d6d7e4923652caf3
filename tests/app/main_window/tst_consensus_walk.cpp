#include "app/models_client/models_client.h"
#include "app/playback/player.h"
#include "app/prediction/learnt_labels.h"
#include "app/prediction/live_prediction.h"
#include "app/prediction/model_outputs.h"
#include "app/review/review.h"
#include "app/team/sharing_dialog.h"
#include "engine/annotation/layers.h"
#include "widgets/training/learn_list.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeWidget>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/dialogs.h"
#include "tests/support/review_steps.h"
#include "tests/support/two_machines.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Mia leads, Anna is invited, and works on another machine: what both judged is merged, disagreements are
/// settled, and a model learns the consensus. By mouse and keys at 1366 × 768, with the real programs; of the
/// two machines each has folders of its own, and sees nothing of the other.
class ConsensusWalk : public TwoMachinesTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        fs::create_directories(machine("mia") / "talks");
        copyData(machine("mia") / "talks");
        beginOn("mia");
    }
    void cleanupTestCase() { m_real.reset(); }

    void theLeadSharesOutTheWork()
    {
        QVERIFY(dropFiles(window(), {placeOn("mia", "talks")}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QVERIFY(activate());
        QVERIFY(choose("Review", "Share out the work…"));
        auto* dialog = find<app::SharingDialog>("sharing");
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* names = in<QPlainTextEdit>(dialog, "sharedAnnotators");
        QTest::keyClicks(names, QStringLiteral("mia"));
        QTest::keyClick(names, Qt::Key_Return);
        QTest::keyClicks(names, QStringLiteral("anna"));
        setNumber(in<QSpinBox>(dialog, "sharedPart"), 100);
        setNumber(in<QSpinBox>(dialog, "sharedRepeats"), 0);
        auto* share = in<QPushButton>(dialog, "shareWork");
        QTRY_VERIFY(share->isEnabled());
        picture(*dialog, "consensus-sharing");
        fs::create_directories(machine("mia") / "invitations" / "round 1"); // unlike where Anna will put it
        const DialogAnswers answers({fileAnswer(placeOn("mia", "invitations/round 1"))});
        click(share);
        QTRY_VERIFY(answers.areGiven());
        QTRY_VERIFY(fs::exists(machine("mia") / "invitations/round 1/anna.polylogue"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
    }

    void theLeadJudgesHerOwnPart()
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>("resume labels/mia"));
        picture(window(), "consensus-passes", 300);
        press("resume labels/mia");
        judgeAll("mia");
        picture(window(), "consensus-mia-done");
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
    }

    /// The invitation and the data, nothing else; and not where they were.
    void theInvitationTravels()
    {
        m_real.reset();
        fs::create_directories(machine("anna") / "Downloads");
        copyData(machine("anna") / "Downloads" / "talks");
        fs::copy(machine("mia") / "invitations/round 1/anna.polylogue", machine("anna") / "Downloads");
        beginOn("anna");
        QVERIFY(dropFiles(window(), {placeOn("anna", "Downloads/anna.polylogue")}));
        QTRY_VERIFY(review()->isActive());
        QVERIFY(settle());
        picture(window(), "consensus-invited");
        QCOMPARE(review()->pass()->layer.annotator, std::string("anna"));
        judgeAll("anna");
        picture(window(), "consensus-anna-done");
        QTRY_COMPARE(session().project().writer()->state(), app::ProjectWriter::State::Saved);
        window().close();
        m_real.reset();
    }

    void itComesBackAndIsMerged()
    {
        const fs::path sent = fs::path(m_folder.path().toStdString()) / "anna.polylogue";
        fs::copy(machine("anna") / "Downloads/anna.polylogue", sent);
        beginOn("mia");
        fs::rename(sent, machine("mia") / "anna.polylogue");
        QVERIFY(dropFiles(window(), {placeOn("mia", "talks")}));
        QTRY_VERIFY(document().hasVideo());
        QVERIFY(settle());
        QString said;
        QVERIFY(choose("File", "Project → Merge another copy…",
                       {fileAnswer(placeOn("mia", "anna.polylogue")), [&](QDialog* dialog) {
                            for (auto* text : dialog->findChildren<QLabel*>())
                                said += text->text();
                            picture(*dialog, "consensus-merged");
                        }}));
        QVERIFY2(said.contains(QStringLiteral("Nothing was in conflict")), qPrintable(said));
        QVERIFY(settle());
        for (const char* layer : {"labels/mia", "labels/anna"}) {
            const auto pass = engine::reviewPass(document().annotation(), layer);
            QVERIFY(pass && !pass->places.empty());
            QCOMPARE(engine::donePlaces(document().annotation(), *pass), pass->places.size());
        }
        QVERIFY(document().hasVideo()); // its files are still where they are
    }

    void disagreementsAreSettled()
    {
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        QVERIFY(find<QLabel>("agreementValue")->text().startsWith(QStringLiteral("0.")));
        picture(window(), "consensus-agreement", 300);
        auto* kinds = find<QComboBox>("passKind");
        kinds->setFocus();
        QTest::keyClick(kinds, Qt::Key_Down);
        QTest::keyClick(kinds, Qt::Key_Down);
        auto* name = find<QLineEdit>("passAnnotator");
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, QStringLiteral("mia"));
        picture(window(), "consensus-settle-form", 300);
        press("begin");
        QTRY_VERIFY(review()->isActive() && review()->segment() != 0);
        QVERIFY(review()->pass()->layer.isSettled);
        m_disputed = review()->pass()->places.size();
        QVERIFY(m_disputed > 0 && m_disputed < m_segments);
        picture(window(), "consensus-settling");
        while (review()->done() < m_disputed)
            support::rate(*review(), *find<QWidget>("timeline"), truth());
        QVERIFY(choose("Review", "Leave the pass"));
        QVERIFY(activate());
    }

    /// All that both judged; what a person settled stays.
    void theRestIsSettledByConsensus()
    {
        QVERIFY(choose("Review", "Agreement → Raters and consensus…"));
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("raters"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* settle = in<QPushButton>(dialog, "settleByConsensus");
        QTRY_VERIFY(settle->isEnabled());
        picture(*dialog, "consensus-raters");
        QCOMPARE(settled(), m_disputed);
        click(settle);
        QTRY_COMPARE(settled(), m_segments);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(activate());
    }

    void eachWayToReadTheVotesCanBeLearnt()
    {
        QVERIFY(choose("Model", "Train and compare…"));
        QTRY_VERIFY(trainDialog() && trainDialog()->isVisible());
        auto* labels = in<widgets::LearnList>(trainDialog(), "trainLabels");
        QTRY_VERIFY(!labels->rows().empty());
        for (const char* title : {"By mia", "By anna", "Mean", "Consensus", "Settled"}) {
            const auto row
                = std::ranges::find(labels->rows(), QLatin1String(title), &widgets::LearnRow::title);
            QVERIFY2(row != labels->rows().end(), title);
            QVERIFY2(row->why.isEmpty(), qPrintable(row->why));
            QVERIFY2(row->segments.startsWith(QStringLiteral("%1 of").arg(m_segments)),
                     qPrintable(row->segments));
            QVERIFY(!row->videos.isEmpty());
        }
        picture(*trainDialog(), "consensus-train");
        QTRY_VERIFY(in<QPushButton>(trainDialog(), "startTraining")->isEnabled());
        labels->setFocus();
        for (std::size_t turn = 1; turn < labels->rows().size() && chosen() != QLatin1String("Consensus");
             ++turn)
            QTest::keyClick(labels, Qt::Key_Down);
        QCOMPARE(chosen(), QStringLiteral("Consensus"));
        picture(*trainDialog(), "consensus-chosen");
    }

    void aModelLearnsTheConsensus()
    {
        QTabBar* pages = in<QTabWidget>(trainDialog(), "trainTabs")->tabBar();
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(1).center());
        setNumber(in<QSpinBox>(trainDialog(), "trainEpochs"), 4);
        auto* start = in<QPushButton>(trainDialog(), "startTraining");
        QTRY_VERIFY(start->isEnabled());
        click(start);
        QTRY_VERIFY(stateOfRun().startsWith(QStringLiteral("done")));
        picture(*trainDialog(), "consensus-trained");
        click(in<QPushButton>(trainDialog(), "useRun"));
        QTRY_VERIFY(session().modelsClient().loadedPath().contains(QStringLiteral("/runs/")));
        m_run = fs::path(session().modelsClient().loadedPath().toStdString()).parent_path();
        QVERIFY(settle());
        QVERIFY(activate());
        QVERIFY2(session().prediction().answer(0), qPrintable(session().prediction().refusal(0)));
        picture(window(), "consensus-predicted");
    }

    /// Its answers stand beside what it learnt, and not beside what the files say of the segments.
    void theConsensusStandsBesideItsAnswers()
    {
        const engine::Interval span = document().spans("labels")[0];
        player().seek(span.start + 0.1);
        find<QWidget>("timeline")->setFocus();
        QTest::keyClick(find<QWidget>("timeline"), Qt::Key_P);
        auto* line = find<QLabel>("predictSegment");
        QTRY_VERIFY2(line->text().endsWith(QStringLiteral("label: Consensus")), qPrintable(line->text()));
        const auto* learnt = window().findChild<app::LearntLabels*>();
        const std::string video = document().video().id.toStdString();
        const auto outputs = app::modelOutputs(*session().modelsClient().model());
        const double consensus = learnt->of(outputs, video, span.start)[0];
        QVERIFY(!std::isnan(consensus));
        QVERIFY(std::isnan(learnt->of(outputs, video, span.start + 0.5)[0]));
        picture(window(), "consensus-beside", 300);
    }

    /// The record names what was learnt; answers that are changed later are none of its business.
    void theRunReproduces()
    {
        std::ifstream file(m_run / "label.json");
        QCOMPARE(nlohmann::json::parse(file)["by"].get<std::string>(), std::string("consensus"));
        history().undo(); // of the consensus
        QTRY_COMPARE(settled(), m_disputed);
        window().close();
        m_real.reset();
        QProcess program;
        program.start(QStringLiteral(PROGRAMS "/polylogue-models"),
                      {QStringLiteral("reproduce"), QString::fromStdString((m_run / "record.json").string()),
                       QStringLiteral("--progress"), QStringLiteral("none"), QStringLiteral("--json")});
        QVERIFY(program.waitForFinished(support::kPatience));
        QCOMPARE(nlohmann::json::parse(program.readAllStandardOutput().toStdString()).value("verdict", ""),
                 std::string("equal"));
    }

private:
    std::size_t settled()
    {
        std::size_t count = 0;
        for (const auto& [id, segment] : document().annotation().segments())
            count += document().annotation().tier(segment.tier)->name == "labels/settled" ? 1 : 0;
        return count;
    }

    /// The digit that the label of the segment in hand would be given by, as soon as there is one.
    int truth()
    {
        if (!QTest::qWaitFor([this] { return review()->segment() != 0; }, support::kPatience))
            return 0;
        const engine::Segment* segment = document().annotation().segment(review()->segment());
        return 4 + static_cast<int>(std::lround(engine::numberGiven(*segment, "sentiment").value_or(0.0)));
    }
    /// Mia judges as the files have it, Anna a step higher now and then, and sometimes quite otherwise.
    int judged(std::string_view who, std::size_t place)
    {
        const int digit = truth();
        if (who == "mia")
            return digit;
        return place % 9 == 4 ? 8 - digit : std::min(7, digit + (place % 3 == 0 ? 1 : 0));
    }
    void judgeAll(std::string_view who)
    {
        QTRY_VERIFY(review()->isActive());
        const std::size_t count = review()->pass()->places.size();
        QVERIFY(count >= 20);
        m_segments = count;
        while (review()->done() < count) {
            support::rate(*review(), *find<QWidget>("timeline"), judged(who, review()->done()));
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(choose("Review", "Leave the pass"));
        QVERIFY(settle());
        QVERIFY(activate());
    }

    std::size_t m_segments = 0; ///< to judge
    std::size_t m_disputed = 0;
    fs::path m_run;
};

WINDOW_TEST_MAIN(ConsensusWalk)
#include "tst_consensus_walk.moc"
