#include "widgets/base/theme.h"
#include "widgets/space/space_legend.h"
#include "widgets/space/space_panel.h"
#include "widgets/space/space_view.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <set>

#include "tests/support/waiting.h"

using namespace widgets;

namespace {

SpaceContent content()
{
    const auto point = [](float x, const char* video, int segment, float sentiment, const char* fold) {
        return SpacePoint{{x, x * x, 0},
                          QString::fromLatin1(video),
                          segment,
                          segment * 2.0,
                          {sentiment, 1},
                          QString::fromLatin1(fold),
                          QString::fromLatin1(video)};
    };
    SpaceContent result;
    result.points = {point(-2, "ada", 1, -3, "train"), point(-1, "ada", 2, 0, "train"),
                     point(0, "ada", 3, 1.5F, "train"), point(1, "bo", 1, 2, "test"),
                     point(2, "cy", 1, std::nanf(""), "")};
    result.labels = QStringList{QStringLiteral("sentiment"), QStringLiteral("happy")};
    result.explained = {0.34, 0.2, 0};
    result.dimensions = 74;
    return result;
}

SpaceColour bytes(const QColor& colour)
{
    return {static_cast<std::uint8_t>(colour.red()), static_cast<std::uint8_t>(colour.green()),
            static_cast<std::uint8_t>(colour.blue())};
}

}

class TestSpacePanel : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_panel = std::make_unique<SpacePanel>();
        m_panel->resize(340, 480);
        m_panel->setSequences({QStringLiteral("text"), QStringLiteral("sound")}, QStringLiteral("sound"));
        m_panel->setContent(content());
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get(), support::kPatience));
    }

    void labelsAreColouredAsSentiment()
    {
        const Theme& theme = themeOf(m_panel->palette());
        const SpacePalette palette = spacePalette(content(), {}, theme);
        QCOMPARE(palette.colours[0], bytes(theme.sentiment(-3)));
        QCOMPARE(palette.colours[1], bytes(theme.neutral));
        QCOMPARE(palette.colours[2], bytes(theme.sentiment(1.5)));
        QCOMPARE(palette.least, -3.0F);
        QCOMPARE(palette.greatest, 3.0F);
        QCOMPARE(palette.unknown, 1);
    }

    void namesGetColoursOfTheirOwnAndTheRestShareOne()
    {
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            SpaceContent many;
            for (int speaker = 0; speaker < 10; ++speaker) {
                for (int i = 0; i <= speaker; ++i) {
                    SpacePoint point;
                    point.speaker = QStringLiteral("speaker %1").arg(speaker);
                    many.points.push_back(point);
                }
            }
            many.points.push_back({}); // nobody
            const SpacePalette palette = spacePalette(many, {SpaceColouring::Kind::Speaker, 0}, *theme);
            QCOMPARE(palette.groups.size(), std::size_t(8));
            QCOMPARE(palette.groups.front().name, QStringLiteral("speaker 9"));
            QCOMPARE(palette.groups[6].names, 4);
            QCOMPARE(palette.groups[6].count, 1 + 2 + 3 + 4);
            QCOMPARE(palette.groups.back().name, QString());
            std::set<QRgb> different;
            for (const auto& group : palette.groups)
                different.insert(group.colour.rgb());
            QCOMPARE(different.size(), palette.groups.size());
            QCOMPARE(palette.colours.size(), many.points.size());
            QCOMPARE(palette.colours[54], bytes(palette.groups.front().colour));
        }
    }

    /// Labelled and predicted classes have the colour that the project gives them.
    void whatAModelOfClassesSaysHasTheColourOfTheClass()
    {
        SpaceContent classes;
        classes.classes = QStringList{QStringLiteral("stance")};
        classes.classColours = {{QStringLiteral("agrees"), QColor(Qt::red)}};
        for (const char* said : {"agrees", "doubts", "doubts", ""}) {
            SpacePoint point;
            point.classes = {QStringLiteral("agrees")};
            point.predictedClass = QLatin1String(said);
            classes.points.push_back(point);
        }
        const Theme& theme = darkTheme();
        const SpacePalette labelled = spacePalette(classes, {SpaceColouring::Kind::Class, 0}, theme);
        const SpacePalette said = spacePalette(classes, {SpaceColouring::Kind::Prediction, 0}, theme);
        QCOMPARE(labelled.groups.size(), std::size_t(1));
        QCOMPARE(said.groups.size(), std::size_t(3));
        QCOMPARE(said.groups[0].name, QStringLiteral("doubts"));
        QCOMPARE(said.groups[1].name, QStringLiteral("agrees"));
        QCOMPARE(said.groups[1].colour, labelled.groups[0].colour);
        QCOMPARE(said.colours[0], bytes(QColor(Qt::red)));
        m_panel->setContent(classes);
        QVERIFY(m_panel->findChild<QComboBox*>(QStringLiteral("spaceColouring"))
                    ->findText(QStringLiteral("model's prediction"))
                >= 0);
    }

    void theChoiceOfColourChangesTheLegend()
    {
        auto* colouring = m_panel->findChild<QComboBox*>(QStringLiteral("spaceColouring"));
        auto* legend = m_panel->findChild<SpaceLegend*>();
        QCOMPARE(colouring->count(), 4); // two labels, fold, speaker
        QCOMPARE(legend->text(), QStringLiteral("sentiment from −3 to +3, 1 without"));
        QTest::keyClick(colouring, Qt::Key_Down);
        QTest::keyClick(colouring, Qt::Key_Down);
        QCOMPARE(colouring->currentText(), QStringLiteral("fold"));
        QCOMPARE(legend->text(), QStringLiteral("train 3, test 1, none 1"));
        m_panel->setContent(content());
        QCOMPARE(colouring->currentText(), QStringLiteral("fold")); // the choice stays
    }

    void hoveringTellsTheSegment()
    {
        auto* status = m_panel->findChild<QLabel*>(QStringLiteral("spaceStatus"));
        QVERIFY2(status->text().contains(QStringLiteral("74")), qPrintable(status->text()));
        QTest::mouseMove(&m_panel->view(), m_panel->view().pixelOf(2).toPoint());
        QTRY_COMPARE(status->text(), QStringLiteral("segment 3 of ada: +1.5, train, ada"));
        QTest::mouseMove(&m_panel->view(), QPoint(2, 2));
        m_panel->setSelected(3);
        QTRY_COMPARE(status->text(), QStringLiteral("segment 1 of bo: +2.0, test, bo"));
    }

    void aSegmentWithoutAnythingHasItsNameOnly()
    {
        SpacePoint point;
        point.video = QStringLiteral("dee");
        QCOMPARE(m_panel->describe(point), QStringLiteral("segment 1 of dee"));
    }

    void choosingASequenceIsAWishAndSettingIsNot()
    {
        QSignalSpy chosen(m_panel.get(), &SpacePanel::sequenceChosen);
        auto* sequences = m_panel->findChild<QComboBox*>(QStringLiteral("spaceSequence"));
        QCOMPARE(m_panel->sequence(), QStringLiteral("sound"));
        m_panel->setSequences({QStringLiteral("text"), QStringLiteral("sound")}, QStringLiteral("sound"));
        QCOMPARE(chosen.count(), 0);
        QTest::keyClick(sequences, Qt::Key_Up);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.last().first().toString(), QStringLiteral("text"));
    }

    void aClickIsPassedOn()
    {
        QSignalSpy clicked(m_panel.get(), &SpacePanel::pointClicked);
        QTest::mouseClick(&m_panel->view(), Qt::LeftButton, {}, m_panel->view().pixelOf(3).toPoint());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked.last().first().toInt(), 3);
    }

    void aMessageTakesThePlaceOfThePoints()
    {
        m_panel->setMessage(QStringLiteral("There is nothing to see."));
        QVERIFY(!m_panel->view().isVisible());
        QVERIFY(m_panel->findChild<QLabel*>(QStringLiteral("spaceMessage"))->isVisible());
        m_panel->setMessage({});
        QVERIFY(m_panel->view().isVisible());
    }

    void changingTheThemeChangesTheColours()
    {
        std::vector<SpaceDrawing> wanted;
        connect(&m_panel->view(), &SpaceView::pictureWanted, this,
                [&](const SpaceDrawing& drawing) { wanted.push_back(drawing); });
        m_panel->view().forgetPicture();
        QCOMPARE(wanted.size(), 1U);
        m_panel->view().setPicture(QImage(2, 2, QImage::Format_RGB32), wanted.back());
        m_panel->setPalette(paletteOf(darkTheme()));
        QCOMPARE(wanted.size(), 2U);
        QVERIFY(wanted.back().colours != wanted.front().colours);
    }

    void everyControlHasAName()
    {
        for (QComboBox* box : m_panel->findChildren<QComboBox*>()) {
            QVERIFY(!box->accessibleName().isEmpty());
            QVERIFY(!box->toolTip().isEmpty());
        }
        QVERIFY(!m_panel->view().accessibleName().isEmpty());
    }

private:
    std::unique_ptr<SpacePanel> m_panel;
};

QTEST_MAIN(TestSpacePanel)
#include "tst_space_panel.moc"
