#include "app/export/picture_dialog.h"
#include "app/export/widget_picture.h"
#include "app/timeline/timeline_picture.h"
#include "app/window/message_list.h"
#include "engine/core/error.h"
#include "widgets/base/number_box.h"
#include "widgets/timeline/timeline_view.h"
#include "widgets/tracks/waveform_track.h"
#include "widgets/tracks/words_track.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <cmath>

#include "tests/support/picture_form.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// What the timeline of the real window shows: as a file, and down to single samples.
class TimelinePictureTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_view = find<widgets::TimelineView>("timeline");
    }
    void cleanupTestCase() { m_real.reset(); }
    void init() { m_view->showAll(); }

    void pngHoldsWhatIsInSightAtBothSizes()
    {
        const QImage screen = m_view->grab().toImage();
        for (const int scale : {1, 2}) {
            const QString path = m_folder.filePath(QStringLiteral("%1.png").arg(scale));
            app::writePicture(app::timelinePicture(*m_view, path, scale), path);
            const QImage picture(path);
            QCOMPARE(picture.size(), m_view->pictureSize() * scale);
            if (scale == 1)
                QCOMPARE(picture.copy(0, 0, 185, picture.height()),
                         screen.convertToFormat(picture.format()).copy(0, 0, 185, picture.height()));
        }
    }

    void svgLooksTheSame()
    {
        m_view->zoomTo({2.0, 6.0}); // words begin left of what is in sight
        QVERIFY(settle());
        const QString path = m_folder.filePath(QStringLiteral("timeline.svg"));
        app::writePicture(app::timelinePicture(*m_view, path, 1), path);
        QSvgRenderer renderer(path);
        QVERIFY(renderer.isValid());
        QImage svg(m_view->pictureSize(), QImage::Format_RGB32);
        svg.fill(Qt::black);
        QPainter painter(&svg);
        renderer.render(&painter);
        painter.end();
        const QImage screen = m_view->grab().toImage().convertToFormat(QImage::Format_RGB32);
        qint64 far = 0;
        for (int y = 0; y < svg.height(); ++y) {
            for (int x = 0; x < svg.width(); ++x)
                far += std::abs(qGray(svg.pixel(x, y)) - qGray(screen.pixel(x, y))) > 60;
        }
        if (const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES"); !folder.isEmpty())
            svg.save(folder + QStringLiteral("/timeline-svg.png"));
        const double part = static_cast<double>(far) / (svg.width() * svg.height());
        QVERIFY2(part < 0.03, qPrintable(QString::number(part))); // letters are set a little differently
    }

    void theMenuAsksForNameAndKind()
    {
        const QString path = m_folder.filePath(QStringLiteral("asked"));
        answer(path, 1, 0);
        find<QAction>("timeline-picture")->trigger();
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("asked.svg")));
        QVERIFY(QSvgRenderer(path + QStringLiteral(".svg")).isValid());
    }

    void aFigureOfOneColumnIsAPdfThatHoldsItsFonts()
    {
        const QString path = m_folder.filePath(QStringLiteral("column"));
        answer(path, 0, 1);
        find<QAction>("timeline-picture")->trigger();
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("column.pdf")));
        QFile file(path + QStringLiteral(".pdf"));
        keep(file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray pdf = file.readAll();
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3")); // the letters themselves
        QVERIFY(pdf.contains("/ToUnicode")); // and which they are, for whoever copies them
        const QRegularExpressionMatch box
            = QRegularExpression(QStringLiteral("MediaBox \\[0 0 ([0-9.]+) ([0-9.]+)"))
                  .match(QString::fromLatin1(pdf));
        QVERIFY(box.hasMatch());
        QVERIFY2(std::abs(box.captured(1).toDouble() - 85 / 25.4 * 72) < 1.0, qPrintable(box.captured(1)));
    }

    void svgHasItsTextsAsTextsAndAWidthInPrint()
    {
        const QString path = m_folder.filePath(QStringLiteral("columns"));
        answer(path, 1, 2);
        find<QAction>("timeline-picture")->trigger();
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("columns.svg")));
        QFile file(path + QStringLiteral(".svg"));
        keep(file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY(svg.contains(QLatin1String("width=\"180mm\"")));
        QVERIFY(svg.contains(QLatin1String("sans-serif\"")));
        QVERIFY(svg.contains(QRegularExpression(QStringLiteral("<text[^>]*>Words"))));
        QVERIFY(QSvgRenderer(path + QStringLiteral(".svg")).isValid());
    }

    void aPngOfAGivenWidthHasPrintersDots()
    {
        const QString path = m_folder.filePath(QStringLiteral("print"));
        answer(path, 2, 1);
        find<QAction>("timeline-picture")->trigger();
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("print.png")));
        const QImage png(path + QStringLiteral(".png"));
        keep(path + QStringLiteral(".png"));
        QVERIFY(std::abs(png.width() - 85 / 25.4 * 300) <= 2);
        QCOMPARE(png.dotsPerMeterX(), qRound(300 * 1000 / 25.4));
    }

    void aPanelIsAPictureOfVectors()
    {
        window().showTab(QStringLiteral("predict"));
        QVERIFY(settle());
        const QString path = m_folder.filePath(QStringLiteral("panel"));
        answer(path, 1, 1);
        find<QAction>("panel-picture")->trigger();
        QTRY_VERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("panel.svg")));
        QFile file(path + QStringLiteral(".svg"));
        keep(file.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        QVERIFY(svg.contains(QLatin1String("<text")));
        QVERIFY(svg.count(QLatin1String("<text")) > 10);
        QVERIFY(svg.contains(QLatin1String("width=\"85mm\"")));
    }

    void whatCannotBeWrittenIsSaid()
    {
        QVERIFY_THROWS_EXCEPTION(
            engine::IoError,
            app::writePicture(app::timelinePicture(*m_view, QStringLiteral("/nowhere/at/all.png"), 1),
                              QStringLiteral("/nowhere/at/all.png")));
    }

    void zoomsDownToSingleSamples()
    {
        const int rate = session().player().info()->sampleRate;
        m_view->setScale({12.51, 1e12});
        QCOMPARE(m_view->scale().pixelsPerSecond, 30.0 * rate);
        const QRect area = m_view->areaOf(find<widgets::WaveformTrack>("waveformTrack"));
        const QColor colour = widgets::darkTheme().sound;
        // Dots, 30 pixels apart, on a thin line; peaks would be one block.
        const auto dots = [&] {
            const QImage image = m_view->grab(area).toImage();
            int count = 0;
            bool inside = false;
            for (int x = 0; x < image.width(); ++x) {
                int drawn = 0;
                for (int y = 0; y < image.height(); ++y)
                    drawn += image.pixelColor(x, y) == colour;
                count += !inside && drawn >= 3;
                inside = drawn >= 3;
            }
            return count;
        };
        QTRY_VERIFY(std::abs(dots() - area.width() / 30) <= 2);
        QVERIFY(settle());
        picture(window(), "samples");

        for (const char* video : {"ada_2", "ada_1"}) { // the same piece is read again
            session().videos().open(QString::fromLatin1(video));
            QVERIFY(settle());
        }
        m_view->setScale({12.51, 1e12});
        QTRY_VERIFY(std::abs(dots() - area.width() / 30) <= 2);
        m_view->setScale({1000.0, 1e12}); // and at the very end of the file
        QTRY_VERIFY(dots() > 5);
    }

    void selectionAndPointerAreMeasured()
    {
        const QRect area = m_view->trackArea();
        const QPoint from(area.left() + 300, area.top() + 60);
        QTest::mousePress(m_view, Qt::LeftButton, {}, from);
        for (int x = 10; x <= 420; x += 10)
            QTest::mouseMove(m_view, from + QPoint(x, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, from + QPoint(420, 0));
        QTest::mouseMove(m_view, from + QPoint(600, 30));
        QVERIFY(m_view->selection());
        picture(window(), "measured");
    }

    void aLockedTrackSaysWhyItsEdgesStay()
    {
        choose("wordsTrack", QStringLiteral("&Lock: no edits"));
        const auto& words = session().document().words();
        const engine::TimedText before = words;
        const QRect area = m_view->areaOf(find<widgets::WordsTrack>("wordsTrack"));
        const QPoint edge(area.left() + static_cast<int>(m_view->scale().x(words.intervals[3].end)),
                          area.top() + area.height() / 3);
        QTest::mousePress(m_view, Qt::LeftButton, {}, edge);
        QTest::mouseMove(m_view, edge - QPoint(6, 0));
        QTest::mouseMove(m_view, edge - QPoint(9, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, edge - QPoint(9, 0));
        QCOMPARE(words, before);
        QVERIFY(find<app::MessageList>("messages")->last().contains(QLatin1String("locked")));
        picture(window(), "locked");
        choose("wordsTrack", QStringLiteral("&Solo: show only this"));
        QVERIFY(m_view->areaOf(find<widgets::WaveformTrack>("waveformTrack")).isEmpty());
        picture(window(), "solo");
        undoAll();
        QTest::mousePress(m_view, Qt::LeftButton, {}, edge);
        QTest::mouseMove(m_view, edge - QPoint(6, 0));
        QTest::mouseMove(m_view, edge - QPoint(9, 0));
        QTest::mouseRelease(m_view, Qt::LeftButton, {}, edge - QPoint(9, 0));
        QVERIFY(words != before); // unlocked again
    }

private:
    /// Copies a figure into the folder of the pictures, to be looked at.
    static void keep(const QString& path)
    {
        if (const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES"); !folder.isEmpty())
            QFile::copy(path, folder + QLatin1Char('/') + QFileInfo(path).fileName());
    }
    void answer(const QString& path, int kind, int width)
    {
        support::answerPictureForm(this, path, kind, width, [](QWidget& form) { picture(form, "figure"); });
    }
    /// From the menu of a track's head.
    void choose(const char* track, const QString& entry)
    {
        QMenu menu;
        m_view->fillHeadMenu(menu, window().findChild<widgets::Track*>(QLatin1String(track)));
        for (QAction* action : menu.actions()) {
            if (action->text() == entry) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(entry));
    }

    widgets::TimelineView* m_view = nullptr;
    QTemporaryDir m_folder;
};

WINDOW_TEST_MAIN(TimelinePictureTest)

#include "tst_timeline_picture.moc"
