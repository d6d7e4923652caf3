#include "app/document/document.h"
#include "app/settings/language.h"

#include <QTest>

#include "tests/support/suspects_test.h"
#include "tests/support/waiting.h"

/// The longest words on the smallest screen: German at 150 % on 1920 × 1080, 1280 × 720 of the program's own
/// pixels.
class GermanWindow : public SuspectsTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        app::speak(*qApp, QStringLiteral("de"));
        QVERIFY(openDemo());
        window().resize(1280, 720);
        QVERIFY(settle());
    }

    void everyModeFits_data()
    {
        QTest::addColumn<QString>("mode");
        for (const char* mode : {"explore", "align", "review", "transcribe", "dataset"})
            QTest::newRow(mode) << QStringLiteral("preset-%1").arg(QLatin1String(mode));
    }

    void everyModeFits()
    {
        QFETCH(const QString, mode);
        action(mode.toUtf8().constData())->trigger();
        QVERIFY(settle());
        fits(QTest::currentDataTag());
    }

    void suspiciousLabelsFit()
    {
        action("preset-review")->trigger();
        action("find-suspects")->trigger();
        QTRY_VERIFY(queue() && queue()->isVisible());
        engine::Suspects suspects;
        suspects.labelName = "sentiment";
        suspects.reliability = 0.75;
        suspects.majority = 0.41;
        engine::Suspect& suspect = suspects.segments.emplace_back();
        suspect.id = QStringLiteral("%1[1]").arg(document().video().id).toStdString();
        suspect.score = 0.8;
        suspect.kind = engine::SuspectKind::Uniform;
        suspect.label = document().labels().rows.features.at(1, 0);
        suspect.expected = -suspect.label;
        suspect.reason = "another label fits";
        suspect.span = document().spans("labels").at(1);
        emit search().found(suspects);
        QTRY_COMPARE(count(), 1);
        clickRow(0);
        QTRY_VERIFY(button("acceptSuspect")->isVisible());
        fits("suspects");
    }

    void cleanupTestCase()
    {
        m_real.reset();
        app::speak(*qApp, QStringLiteral("en"));
    }

private:
    void fits(const char* name)
    {
        QTest::qWait(300); // layouts settle
        picture(window(), qPrintable(QStringLiteral("german-%1").arg(QLatin1String(name))));
        for (const auto* one : window().findChildren<QPushButton*>()) {
            if (one->isVisible())
                QVERIFY2(one->width() >= one->minimumSizeHint().width(), qPrintable(one->text()));
        }
        QVERIFY2(window().width() <= 1280, qPrintable(QString::number(window().width())));
        QVERIFY2(window().minimumSizeHint().width() <= 1280,
                 qPrintable(QString::number(window().minimumSizeHint().width())));
    }
};

WINDOW_TEST_MAIN(GermanWindow)
#include "tst_german_window.moc"
