#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/spectrogram_track.h"
#include "widgets/tracks/waveform_track.h"

#include <QFileInfo>
#include <QListWidget>
#include <QTest>

#include "tests/support/head_menu.h"
#include "tests/support/odd_media.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Media that other players get wrong, opened and played for a second in the real window.
class OddMediaTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_real = std::make_unique<RealWindow>();
        QVERIFY(QTest::qWaitForWindowExposed(&window(), support::kPatience));
    }
    void cleanupTestCase() { m_real.reset(); }

    void opensAndPlaysOrSaysWhyNot_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string& name : support::OddMedia::names())
            QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void opensAndPlaysOrSaysWhyNot()
    {
        QFETCH(QString, name);
        const std::filesystem::path path = m_media.file(name.toStdString());
        QString failure;
        auto& session = this->session();
        const auto connection = connect(&session.player(), &app::Player::failed, this,
                                        [&](const QString& text) { failure = text; });
        session.project().open({path});
        QVERIFY2(QTest::qWaitFor([&] { return session.document().hasVideo() && window().isSettled(); },
                                 support::kPatience),
                 qPrintable(session.unsettled()));
        disconnect(connection);
        static const QSet<QString> mayFail{QStringLiteral("empty.mp4"), QStringLiteral("text.mp4"),
                                           QStringLiteral("truncated_no_moov.mp4"),
                                           QStringLiteral("header_only.wav"), QStringLiteral("captions.srt")};
        QCOMPARE(!failure.isEmpty(), mayFail.contains(name));
        if (!failure.isEmpty()) { // a sentence that names the file, and the window says it, too
            QVERIFY2(failure.contains(QString::fromStdString(path.filename().string())), qPrintable(failure));
            const auto* messages = window().findChild<QListWidget*>();
            QVERIFY(!messages->findItems(failure, Qt::MatchEndsWith).isEmpty());
            return;
        }
        session.player().play();
        QTRY_VERIFY(session.player().position() > 0.0);
        session.player().pause();
    }

    /// Nothing of a recording that cannot be read looks like silence or like a picture that is there.
    void whatCannotBeReadIsHatchedAndSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("from"); // seconds that cannot be read …
        QTest::addColumn<double>("until");
        QTest::newRow("damaged inside") << "unreadable_stretch.mp4" << 1.9 << 2.1;
        QTest::newRow("cut off") << "truncated_playable.mp4" << 3.0 << 3.9;
    }
    void whatCannotBeReadIsHatchedAndSaid()
    {
        QFETCH(QString, name);
        QFETCH(double, from);
        QFETCH(double, until);
        const QString video = QFileInfo(name).completeBaseName();
        session().project().open({m_media.file(name.toStdString())});
        QVERIFY2(QTest::qWaitFor([&] { return document().isInSight(video) && window().isSettled(); },
                                 support::kPatience),
                 qPrintable(session().unsettled()));
        auto* view = find<widgets::TimelineView>("timeline");
        auto* sound = find<widgets::WaveformTrack>("waveformTrack");
        auto* spectrogram = find<widgets::SpectrogramTrack>("spectrogramTrack");
        QTRY_VERIFY(sound->subtitle().contains(QStringLiteral("not readable")));
        if (view->areaOf(spectrogram).isEmpty())
            QVERIFY(support::chooseInHeadMenu(*view, nullptr, {QStringLiteral("Show Spectrogram")}));
        QTRY_VERIFY(!view->areaOf(spectrogram).isEmpty());
        QTRY_VERIFY2(window().isSettled(), qPrintable(session().unsettled()));
        const double middle = (from + until) / 2;
        QVERIFY2(spectrogram->textAt(middle, 1000).contains(QStringLiteral("not readable")),
                 qPrintable(spectrogram->textAt(middle, 1000)));
        QVERIFY(!spectrogram->textAt(0.05, 1000).contains(QStringLiteral("not readable")));
        for (const widgets::Track* track :
             {static_cast<widgets::Track*>(sound), static_cast<widgets::Track*>(spectrogram)})
            QTRY_VERIFY2(hatchedPixels(*track, from, until)
                             > 4 * hatchedPixels(*track, 0.3, 0.3 + until - from),
                         qPrintable(track->title()));
        const auto* messages = window().findChild<QListWidget*>();
        QTRY_VERIFY(
            !messages->findItems(QStringLiteral("cannot be read everywhere"), Qt::MatchContains).isEmpty());
        picture(window(), qPrintable(QStringLiteral("unreadable-") + video));
    }

private:
    /// Pixels of a stretch of a track in the colour of the hatch.
    int hatchedPixels(const widgets::Track& track, double from, double until)
    {
        auto* view = find<widgets::TimelineView>("timeline");
        const QRect area = view->areaOf(&track);
        const int left = view->trackArea().left();
        const QImage image = view->grab().toImage();
        const QRgb hatch = widgets::darkTheme().line.rgb();
        int count = 0;
        for (int x = left + static_cast<int>(view->scale().x(from)); x < left + view->scale().x(until); ++x) {
            for (int y = area.top(); y < area.bottom(); ++y)
                count += image.pixel(x, y) == hatch ? 1 : 0;
        }
        return count;
    }

    support::OddMedia m_media;
};

WINDOW_TEST_MAIN(OddMediaTest)

#include "tst_odd_media.moc"
