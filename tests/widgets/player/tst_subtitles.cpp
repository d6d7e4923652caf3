#include "widgets/base/theme.h"
#include "widgets/player/subtitles.h"
#include "widgets/player/video_surface.h"

#include <QSignalSpy>
#include <QTest>

using widgets::SubtitleLine;
using widgets::Subtitles;

class SubtitlesTest : public QObject {
    Q_OBJECT

private slots:
    void linesEndAtPausesAndWhereTheyAreFull()
    {
        const Subtitles subtitles(
            {{{0.0, 0.4}, {0.4, 0.8}, {2.0, 2.5}, {2.5, 3.0}, {3.0, 3.5}},
             {"one", "two", "a-word-that-takes-almost-the-whole-of-it", "three", "four"}});
        QCOMPARE(subtitles.at(0.5), (SubtitleLine{{QStringLiteral("one"), QStringLiteral("two")}, 1}));
        QCOMPARE(
            subtitles.at(1.0),
            (SubtitleLine{{QStringLiteral("one"), QStringLiteral("two")}, std::nullopt})); // still to be read
        QCOMPARE(subtitles.at(1.7), SubtitleLine());
        QCOMPARE(subtitles.at(2.5).words, (QStringList{QStringLiteral("three"), QStringLiteral("four")}));
        QCOMPARE(subtitles.at(3.2).lit, std::optional<qsizetype>(1));
        QCOMPARE(subtitles.at(-1.0), SubtitleLine());
        QCOMPARE(Subtitles().at(1.0), SubtitleLine());
    }

    void longSentencesAreSharedOutEvenly()
    {
        const QStringList sentence
            = QStringLiteral("i loved the story and the actors were wonderful").split(QLatin1Char(' '));
        engine::TimedText words;
        for (const QString& word : sentence) {
            const auto start = static_cast<double>(words.texts.size());
            words.intervals.push_back({start, start + 1.0});
            words.texts.push_back(word.toStdString());
        }
        const Subtitles subtitles(words);
        QCOMPARE(subtitles.at(0.5).words, sentence.mid(0, 6));
        QCOMPARE(subtitles.at(8.5).words, sentence.mid(6));
    }

    void canBeReadOnAnyPicture_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QColor>("picture");
        for (const bool dark : {true, false}) {
            for (const char* colour : {"white", "black", "#b58a2a"})
                QTest::addRow("%s theme on %s", dark ? "dark" : "light", colour)
                    << dark << QColor(QLatin1String(colour));
        }
    }
    void canBeReadOnAnyPicture()
    {
        QFETCH(bool, dark);
        QFETCH(QColor, picture);
        const widgets::Theme& theme = dark ? widgets::darkTheme() : widgets::lightTheme();
        widgets::VideoSurface surface;
        surface.setPalette(widgets::paletteOf(theme));
        surface.resize(640, 360);
        QImage frame(640, 360, QImage::Format_RGB32);
        frame.fill(picture);
        surface.setFrame(frame);
        const QImage before = surface.grab().toImage();
        surface.setSubtitle({{QStringLiteral("the"), QStringLiteral("actors"), QStringLiteral("were")}, 1});
        const QImage after = surface.grab().toImage();
        QRect changed;
        int lit = 0;
        int letters = 0;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                if (after.pixel(x, y) == before.pixel(x, y))
                    continue;
                changed |= QRect(x, y, 1, 1);
                lit += after.pixelColor(x, y) == theme.language;
                letters += std::abs(after.pixelColor(x, y).lightness() - theme.text.lightness()) < 50;
            }
        }
        QVERIFY(changed.top() > 270 && changed.bottom() < 350); // in the lower quarter
        QVERIFY(std::abs(changed.center().x() - 320) <= 2);
        QVERIFY(lit > 200);
        QVERIFY(letters > 40);
        int plate = 0; // what the letters stand out from
        for (int x = changed.left(); x <= changed.right(); ++x) {
            for (int y = changed.top(); y <= changed.bottom(); ++y)
                plate += std::abs(after.pixelColor(x, y).lightness() - theme.text.lightness()) > 110;
        }
        QVERIFY(plate > letters);
    }

    void aLongLineShrinksToThePicture()
    {
        widgets::VideoSurface surface;
        surface.resize(300, 400);
        QImage frame(300, 400, QImage::Format_RGB32);
        frame.fill(Qt::white);
        surface.setFrame(frame);
        surface.setSubtitle({{QStringLiteral("forty-two"), QStringLiteral("letters"), QStringLiteral("of"),
                              QStringLiteral("text"), QStringLiteral("are"), QStringLiteral("a"),
                              QStringLiteral("long"), QStringLiteral("line")},
                             0});
        const QImage image = surface.grab().toImage();
        for (int y = 300; y < 400; ++y) {
            QCOMPARE(image.pixelColor(0, y), QColor(Qt::white));
            QCOMPARE(image.pixelColor(299, y), QColor(Qt::white));
        }
    }

    void aCoverHidesThePictureButNotTheWords()
    {
        widgets::VideoSurface surface;
        surface.resize(320, 180);
        QImage frame(320, 180, QImage::Format_RGB32);
        frame.fill(Qt::red);
        surface.setFrame(frame);
        surface.setCover(QStringLiteral("hidden"));
        QVERIFY(surface.grab().toImage().pixelColor(4, 4) != QColor(Qt::red));
        surface.setFrame(frame); // the next frame does not uncover it
        QVERIFY(surface.grab().toImage().pixelColor(4, 4) != QColor(Qt::red));
        surface.setCover({});
        QCOMPARE(surface.grab().toImage().pixelColor(4, 4), QColor(Qt::red));
    }

    void twoClicksAreADoubleClickOnce()
    {
        widgets::VideoSurface surface;
        surface.resize(320, 180);
        surface.show();
        QSignalSpy clicks(&surface, &widgets::VideoSurface::clicked);
        QSignalSpy doubles(&surface, &widgets::VideoSurface::doubleClicked);
        QTest::mouseClick(&surface, Qt::LeftButton);
        QCOMPARE(doubles.count(), 0);
        QTest::mouseDClick(&surface, Qt::LeftButton);
        QCOMPARE(doubles.count(), 1);
        QCOMPARE(clicks.count(), 2); // so that what a click toggles is as it was
    }
};

QTEST_MAIN(SubtitlesTest)
#include "tst_subtitles.moc"
