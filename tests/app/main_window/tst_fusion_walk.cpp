#include "app/editing/editor.h"
#include "app/tiers/fusion_dialog.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/tier_traces.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include <cmath>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

constexpr double kTraceRate = 25.0;

/// Three ratings of one video: the same movement, late by 0.5, 1.5 and 2.5 s.
engine::TraceFrames ratedLate(double lag)
{
    engine::TraceFrames frames(static_cast<std::size_t>(14.0 * kTraceRate));
    for (std::size_t t = 0; t < frames.size(); ++t) {
        const double seconds = static_cast<double>(t) / kTraceRate - lag;
        frames[t] = std::sin(seconds * 1.3) + 0.4 * std::sin(seconds * 3.1 + 1.0);
    }
    return frames;
}

}

/// Continuous ratings of three annotators become one trace, in the real window.
class FusionWalk : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        fuse()->trigger(); // nothing to fuse yet: that is said
        const std::string video = document().video().id.toStdString();
        double lag = 0.5;
        for (const char* const annotator : {"anna", "ben", "cleo"}) {
            QVERIFY(
                session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& annotation) {
                    engine::Tier tier;
                    tier.video = video;
                    tier.name = std::string("valence ") + annotator;
                    tier.annotator = annotator;
                    tier.kind = engine::TierKind::Continuous;
                    tier.rate = kTraceRate;
                    tier.labels = {{"valence", engine::NumberScale{-3.0, 3.0, 0.0}}};
                    return engine::addTrace(annotation, tier, ratedLate(lag));
                }));
            lag += 1.0;
        }
    }

    void lagsAreShownAndOneTraceIsMade()
    {
        double agreement = 0.0, before = 0.0;
        QTimer::singleShot(0, this, [&] {
            auto* dialog = waitForDialog();
            auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("fusionTable"));
            QTRY_VERIFY(dialog->isReady());
            QCOMPARE(table->rowCount(), 3);
            QVERIFY(std::abs(dialog->fusion().lags.seconds[1].value() - 1.0) < 0.06);
            QVERIFY(std::abs(dialog->fusion().lags.seconds[2].value() - 2.0) < 0.06);
            before = dialog->fusion().before[2].value();
            agreement = dialog->fusion().after[2].value();
            picture(*dialog, "fusion-dialog");
            window().setThemeChoice(app::ThemeChoice::Light);
            picture(*dialog, "fusion-dialog-light");
            window().setThemeChoice(app::ThemeChoice::Dark);
            // a lag that a person gives counts instead
            table->item(0, 2)->setText(QStringLiteral("0.5"));
            QTRY_VERIFY(dialog->isReady());
            QCOMPARE(dialog->fusion().lags.seconds[0].value(), 0.5);
            table->item(0, 2)->setText(QString());
            QTRY_VERIFY(dialog->isReady());
            QVERIFY(dialog->fusion().lags.seconds[0].value() < 0.06);
            dialog->findChild<QCheckBox*>(QStringLiteral("fusionMoves"))->setChecked(true);
            QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("makeFusion")), Qt::LeftButton);
        });
        fuse()->trigger();
        QVERIFY2(agreement > 0.98 && before < 0.5,
                 qPrintable(QStringLiteral("%1 %2").arg(before).arg(agreement)));
        const engine::Tier* fused = tier("gold standard");
        QVERIFY(fused && fused->kind == engine::TierKind::Continuous);
        QCOMPARE(fused->labels.front().name, std::string("valence"));
        // it is the movement of the first to react
        const engine::TraceFrames frames
            = engine::tierFrames(document().annotation(), fused->id, 10.0, kTraceRate);
        const engine::TraceFrames wanted = ratedLate(0.5);
        for (std::size_t t = 50; t < 230; ++t)
            QVERIFY(frames[t] && std::abs(*frames[t] - *wanted[t]) < 0.15);
        // the raters' own were put back, in the same step
        const engine::TraceFrames ben
            = engine::tierFrames(document().annotation(), tier("valence ben")->id, 10.0, kTraceRate);
        QVERIFY(std::abs(*ben[100] - *wanted[100]) < 0.1);
        pictures("fusion-made");
        history().undo();
        QVERIFY(!tier("gold standard"));
        QCOMPARE(*engine::tierFrames(document().annotation(), tier("valence ben")->id, 10.0, kTraceRate)[100],
                 static_cast<double>(static_cast<float>(*ratedLate(1.5)[100])));
    }

    void aSequenceTellsHowLateAllAre()
    {
        QTimer::singleShot(0, this, [&] {
            auto* dialog = waitForDialog();
            QTRY_VERIFY(dialog->isReady());
            auto* against = dialog->findChild<QComboBox*>(QStringLiteral("fusionSignal"));
            QVERIFY(against->count() > 1);
            against->setCurrentIndex(1);
            QTRY_VERIFY(dialog->isReady());
            QVERIFY(dialog->fusion().lags.isAbsolute);
            dialog->reject();
        });
        fuse()->trigger();
        QVERIFY(!tier("gold standard"));
    }

private:
    QAction* fuse() { return action("fuse-ratings"); }
    const engine::Tier* tier(const char* name)
    {
        return engine::tierCalled(document().annotation(), document().video().id.toStdString(), name);
    }
    app::FusionDialog* waitForDialog()
    {
        app::FusionDialog* dialog = nullptr;
        [&] { QTRY_VERIFY((dialog = window().findChild<app::FusionDialog*>()) && dialog->isVisible()); }();
        return dialog;
    }
};

WINDOW_TEST_MAIN(FusionWalk)
#include "tst_fusion_walk.moc"
