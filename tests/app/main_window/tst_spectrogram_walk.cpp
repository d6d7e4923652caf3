#include "app/document/track_layout_item.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/spectrogram_track.h"

#include <QDialog>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/support/head_menu.h"
#include "tests/support/waiting.h"
#include "tests/support/wave_file.h"
#include "tests/support/window_test.h"

namespace {

constexpr int kRate = 16000;

}

/// The spectrogram of the real window: 2 kHz for three seconds, then 4 kHz, 20 dB softer.
class SpectrogramWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        const auto path = support::writeWave(
            m_folder.filePath(QStringLiteral("tones.wav")).toStdString(), kRate, 6.0,
            [](double t) { return t < 3 ? support::tone(t, 2000, -20) : support::tone(t, 4000, -40); });
        m_real = std::make_unique<RealWindow>();
        QVERIFY(activate());
        session().project().open({path});
        QVERIFY2(settle(), qPrintable(session().unsettled()));
        m_view = find<widgets::TimelineView>("timeline");
        m_track = find<widgets::SpectrogramTrack>("spectrogramTrack");
    }
    void cleanupTestCase() { m_real.reset(); }

    void itIsHiddenUntilItIsAskedFor()
    {
        QVERIFY(m_view->areaOf(m_track).isEmpty());
        QVERIFY(support::chooseInHeadMenu(*m_view, nullptr, {QStringLiteral("Show Spectrogram")}));
        QTRY_VERIFY(!m_view->areaOf(m_track).isEmpty());
    }

    void tonesStandWhereTheySound()
    {
        QTRY_VERIFY(brightness(1.5, 2000) > brightness(1.5, 4000) + 60);
        QTRY_VERIFY(brightness(4.5, 4000) > brightness(4.5, 2000) + 30);
        QVERIFY(brightness(1.5, 2000) > brightness(4.5, 4000) + 20);
        picture(window(), "spectrogram");
    }

    void thePointerTellsTimeFrequencyAndLevel()
    {
        const QImage before = m_view->grab(m_view->areaOf(m_track)).toImage();
        QTest::mouseMove(m_view, place(1.5, 2000).toPoint());
        QTRY_VERIFY(m_view->grab(m_view->areaOf(m_track)).toImage() != before);
        QCOMPARE(m_track->textAt(1.5, 2000), QStringLiteral("1.500 s · 2 kHz · −20 dB"));
        QCOMPARE(m_track->textAt(4.5, 4000), QStringLiteral("4.500 s · 4 kHz · −40 dB"));
        picture(window(), "spectrogram-pointer");
    }

    void levelsAreChosenAndTyped()
    {
        QVERIFY(support::chooseInHeadMenu(*m_view, m_track,
                                          {QStringLiteral("Levels"), QStringLiteral("Loud sounds only")}));
        QTRY_VERIFY(m_track->subtitle().contains(QStringLiteral("−60…0 dB")));
        const int loudOnly = brightness(4.5, 4000);
        QVERIFY(
            support::chooseInHeadMenu(*m_view, m_track, {QStringLiteral("Levels"), QStringLiteral("Typed")}));
        auto* dialog = window().findChild<QDialog*>(QStringLiteral("rangeDialog"));
        QVERIFY(dialog);
        type(*dialog->findChild<QLineEdit*>(QStringLiteral("low")), QStringLiteral("-100"));
        type(*dialog->findChild<QLineEdit*>(QStringLiteral("high")), QStringLiteral("-35"));
        picture(*dialog, "spectrogram-range");
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(display().softest, -100.0);
        QCOMPARE(display().loudest, -35.0);
        QVERIFY(brightness(4.5, 4000) > loudOnly + 40);
        session().editor().history().undo();
        session().editor().history().undo();
        QCOMPARE(display(), widgets::SpectrogramDisplay());
    }

    void aShortWindowTellsTimesAndALongOneFrequencies()
    {
        // At the step from one tone to the next, 20 ms after it.
        m_view->setScale({2.8, 2000.0});
        QVERIFY(
            support::chooseInHeadMenu(*m_view, m_track, {QStringLiteral("Window"), QStringLiteral("60 ms")}));
        QTRY_COMPARE(display().windowMs, 60.0);
        QTRY_VERIFY(!m_track->textAt(3.02, 2000).isEmpty());
        const double longWindow = level(3.02, 2000);
        QVERIFY(
            support::chooseInHeadMenu(*m_view, m_track, {QStringLiteral("Window"), QStringLiteral("5 ms")}));
        QTRY_COMPARE(display().windowMs, 5.0);
        QTRY_VERIFY(!m_track->textAt(3.02, 2000).isEmpty());
        QVERIFY2(level(3.02, 2000) < longWindow - 20, qPrintable(m_track->textAt(3.02, 2000)));
        picture(window(), "spectrogram-close");
        session().editor().history().undo();
        session().editor().history().undo();
        m_view->showAll();
    }

    void theCeilingIsChosen()
    {
        QVERIFY(support::chooseInHeadMenu(*m_view, m_track,
                                          {QStringLiteral("Frequencies"), QStringLiteral("5 kHz")}));
        QTRY_COMPARE(display().highestHertz, 5000.0);
        m_highest = 5000;
        QTRY_VERIFY(brightness(4.5, 4000) > brightness(4.5, 2000) + 30);
        session().editor().history().undo();
        m_highest = 8000;
    }

    void itGoesAwayWithTheSound()
    {
        find<QAction>("play-sound")->trigger();
        QVERIFY(m_view->areaOf(m_track).isEmpty());
        find<QAction>("play-sound")->trigger();
        QVERIFY(!m_view->areaOf(m_track).isEmpty());
        session().editor().history().undo(); // it was shown
        QVERIFY(m_view->areaOf(m_track).isEmpty());
    }

private:
    QPointF place(double seconds, double hertz) const
    {
        const QRect area = m_view->areaOf(m_track);
        return {m_view->trackArea().left() + m_view->scale().x(seconds),
                area.top() + area.height() * (1 - hertz / m_highest)};
    }

    int brightness(double seconds, double hertz) const
    {
        const QImage image = m_view->grab().toImage();
        int most = 0;
        const QPoint point = place(seconds, hertz).toPoint();
        for (int y = point.y() - 3; y <= point.y() + 3; ++y)
            most = std::max(most, image.pixelColor(point.x(), y).lightness());
        return most;
    }

    /// dB that it tells there.
    double level(double seconds, double hertz) const
    {
        QString text = m_track->textAt(seconds, hertz).section(QStringLiteral(" · "), 2, 2);
        bool isNumber = false;
        text.replace(QChar(0x2212), QLatin1Char('-'));
        const double decibels = text.section(QLatin1Char(' '), 0, 0).toDouble(&isNumber);
        return isNumber ? decibels : -120.0; // silence
    }

    widgets::SpectrogramDisplay display() const
    {
        return widgets::SpectrogramDisplay::fromText(m_track->display());
    }

    static void type(QLineEdit& field, const QString& text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }

    QTemporaryDir m_folder;
    widgets::TimelineView* m_view = nullptr;
    widgets::SpectrogramTrack* m_track = nullptr;
    double m_highest = 8000;
};

WINDOW_TEST_MAIN(SpectrogramWalkTest)
#include "tst_spectrogram_walk.moc"
