#include "widgets/base/theme.h"
#include "widgets/base/window_style.h"
#include "widgets/training/learn_list.h"
#include "widgets/training/needs_list.h"
#include "widgets/training/source_list.h"
#include "widgets/training/split_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include "tests/support/active_window.h"
#include "tests/support/waiting.h"

using namespace widgets;

class TestTrainingForms : public QObject {
    Q_OBJECT

    static int pixelsOf(QWidget& widget, const QColor& colour, QRect part = {})
    {
        const QImage image = widget.grab(part.isNull() ? widget.rect() : part).toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == colour ? 1 : 0;
        }
        return count;
    }

    static std::vector<LearnRow> learnRows()
    {
        return {{QStringLiteral("My labels (project)"),
                 QStringLiteral("mira · −3 … +3 · 6 with low confidence count half"),
                 QStringLiteral("sentiment"),
                 QStringLiteral("54 of 83 segments"),
                 QStringLiteral("2 videos"),
                 {2, 5, 9, 12, 11, 10, 5},
                 true},
                {QStringLiteral("My labels (project)"),
                 QStringLiteral("mira · happy, sad, anger, surprise, disgust, fear, 0 … 3"),
                 QStringLiteral("six emotions"),
                 QStringLiteral("31 of 83 segments"),
                 QStringLiteral("2 videos"),
                 {12, 6, 4, 7, 2, 1}},
                {QStringLiteral("Consensus of the raters"),
                 QStringLiteral("mira alone so far"),
                 QStringLiteral("sentiment"),
                 QStringLiteral("–"),
                 QStringLiteral("–"),
                 {},
                 false,
                 QStringLiteral("needs a second rater")},
                {QStringLiteral("Stance (tier)"),
                 QStringLiteral("agrees 22 · doubts 11 · neither 7"),
                 QStringLiteral("three classes"),
                 QStringLiteral("40 of 83 segments"),
                 QStringLiteral("2 videos"),
                 {22, 11, 7}}};
    }

    static std::vector<SourceRow> sourceRows()
    {
        using engine::Modality;
        return {{QStringLiteral("Word vectors"),
                 QStringLiteral("GloVe, 100 columns, per word"),
                 Modality::Text,
                 83,
                 83,
                 {},
                 true},
                {QStringLiteral("Voice"),
                 QStringLiteral("covarep74, 100 Hz"),
                 Modality::Acoustic,
                 std::nullopt,
                 83,
                 {},
                 true},
                {QStringLiteral("Face"), QStringLiteral("geometry, 35 columns, 25 Hz"), Modality::Visual, 79,
                 83, QStringLiteral("4 segments without a face: filled with zeros"), true},
                {QStringLiteral("Expression"), QStringLiteral("7 classes and valence, 25 Hz"),
                 Modality::Visual, 40, 83, QStringLiteral("learnt from other people’s votes")}};
    }

    static std::vector<SplitVideo> splitVideos()
    {
        return {{QStringLiteral("interview_01"), QStringLiteral("Ana"), 33, 31, "train"},
                {QStringLiteral("interview_02"), QStringLiteral("Bo"), 24, 23, "test"},
                {QStringLiteral("interview_03"), QStringLiteral("Cy"), 10, 0, ""},
                {QStringLiteral("interview_04"), QStringLiteral("Ana"), 9, 0, ""},
                {QStringLiteral("interview_05"), QStringLiteral("Dan"), 7, 0, ""}};
    }

    static std::vector<SplitVideo> manyVideos(int count)
    {
        std::vector<SplitVideo> videos;
        for (int i = 0; i < count; ++i)
            videos.push_back({QStringLiteral("talk_%1").arg(i), {}, 20, 10, i % 4 == 0 ? "test" : "train"});
        return videos;
    }

    static std::vector<Need> someNeeds()
    {
        return {{Need::State::Met, QStringLiteral("Labels that differ"),
                 QStringLiteral("−3 … +3, each value at least twice")},
                {Need::State::Met, QStringLiteral("Inputs for what is labelled"),
                 QStringLiteral("words 54 of 54, voice 54 of 54, face 51 of 54")},
                {Need::State::Missing, QStringLiteral("Three videos with labels: 2 so far"),
                 QStringLiteral("One to learn from, one to stop in time, one to be judged by. Ten segments "
                                "of a third are enough."),
                 QStringLiteral("Label next: interview_03"), QStringLiteral("label-next")},
                {Need::State::Failed, QStringLiteral("The face of interview_02 cannot be read"),
                 QStringLiteral("The file ends too early."), QStringLiteral("Extract again"),
                 QStringLiteral("extract")},
                {Need::State::Later, QStringLiteral("A test that means something"),
                 QStringLiteral("Comes with the third video. With under 30 segments the interval stays wide: "
                                "it is shown.")}};
    }

    static QPoint middleOf(QListView& list, int row)
    {
        return list.visualRect(list.model()->index(row, 0)).center();
    }

    /// The tool tip at a place, empty: none.
    static QString tipAt(QWidget& widget, QPoint place)
    {
        QToolTip::hideText();
        if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }, support::kPatience))
            return QStringLiteral("the last one stays");
        QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
        QApplication::sendEvent(&widget, &event);
        return QToolTip::isVisible() ? QToolTip::text() : QString();
    }

    static void drag(QWidget& widget, QPoint from, QPoint to)
    {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(&widget, (from + to) / 2);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }

private slots:
    void initTestCase() { QApplication::setPalette(paletteOf(darkTheme())); }

    void theChosenRowStaysChosenWhereItIsStillThere()
    {
        LearnList list;
        QSignalSpy changed(&list, &LearnList::chosenChanged);
        QVERIFY(!list.chosen());
        list.setRows(learnRows());
        QCOMPARE(list.chosen(), std::optional<std::size_t>(0));
        list.choose(1);
        std::vector<LearnRow> rows = learnRows();
        rows[3].segments = QStringLiteral("39 of 83 segments");
        list.setRows(rows);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1)); // not the other with its title
        list.choose(3);
        std::swap(rows[1], rows[3]);
        rows[1].segments = QStringLiteral("41 of 83 segments");
        list.setRows(rows);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        rows.erase(rows.begin(), rows.begin() + 2); // then what cannot be chosen is the first
        list.setRows(rows);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        QCOMPARE(list.rows()[1].what, QStringLiteral("six emotions"));
        list.choose(0);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        rows.pop_back();
        list.setRows(rows);
        QVERIFY(!list.chosen());
        QCOMPARE(changed.size(), 0); // setters tell nothing
    }

    void aRowIsChosenByMouseAndKeyboard()
    {
        LearnList list;
        list.setRows(learnRows());
        list.resize(900, list.sizeHint().height());
        QVERIFY(support::showActive(list));
        QSignalSpy changed(&list, &LearnList::chosenChanged);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middleOf(list, 1));
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        QCOMPARE(changed.size(), 1);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middleOf(list, 2)); // it cannot be
        QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(list, 1));
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        QCOMPARE(changed.size(), 1);
        QTest::keyClick(&list, Qt::Key_Down); // over the row that cannot be chosen
        QCOMPARE(list.chosen(), std::optional<std::size_t>(3));
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(3));
        QTest::keyClick(&list, Qt::Key_Up);
        QCOMPARE(list.chosen(), std::optional<std::size_t>(1));
        QCOMPARE(changed.size(), 3);
    }

    void aScaleAroundZeroHasBarsOfTwoColours()
    {
        LearnList list;
        list.setRows({learnRows()[3], learnRows()[0]});
        list.resize(900, list.sizeHint().height());
        list.grab();
        const QRect plain = list.visualRect(list.model()->index(0, 0)).adjusted(500, 5, -4, -5),
                    diverging = list.visualRect(list.model()->index(1, 0)).adjusted(500, 5, -4, -5);
        const Theme& theme = darkTheme();
        QVERIFY(pixelsOf(*list.viewport(), theme.accent, plain) > 50);
        QCOMPARE(pixelsOf(*list.viewport(), theme.positive, plain), 0);
        QVERIFY(pixelsOf(*list.viewport(), theme.positive, diverging) > 50);
        QVERIFY(pixelsOf(*list.viewport(), theme.negative, diverging) > 50);
        list.setPalette(paletteOf(lightTheme()));
        QVERIFY(pixelsOf(*list.viewport(), lightTheme().positive, diverging) > 50);
    }

    void withoutRowsThereIsASentenceAndAButton()
    {
        LearnList list;
        list.setEmpty(QStringLiteral("Nothing is labelled yet"), QStringLiteral("Label the first"));
        list.resize(900, list.sizeHint().height());
        QVERIFY(support::showActive(list));
        auto* button = list.findChild<QPushButton*>(QStringLiteral("learnEmptyButton"));
        QVERIFY(button->isVisible());
        QSignalSpy pressed(&list, &LearnList::emptyPressed);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        list.setRows(learnRows());
        QVERIFY(!button->isVisible());
    }

    void theListIsAsHighAsItsRowsUpToSix()
    {
        LearnList list;
        std::vector<LearnRow> rows = learnRows();
        list.setRows({rows[0]});
        const int one = list.sizeHint().height();
        list.setRows(rows);
        QCOMPARE(list.sizeHint().height(), 4 * one);
        while (rows.size() < 20)
            rows.push_back(rows[1]);
        list.setRows(rows);
        QCOMPARE(list.sizeHint().height(), 4 * one); // more scroll
        QCOMPARE(list.sizeHintForRow(0), one);
    }

    void whatIsCutIsToldByTheToolTip()
    {
        LearnList list;
        list.setRows(learnRows());
        list.resize(460, list.sizeHint().height());
        QVERIFY(support::showActive(list));
        const QRect row = list.visualRect(list.model()->index(0, 0));
        const QPoint detail(row.left() + 50, row.bottom() - row.height() / 3);
        QCOMPARE(tipAt(*list.viewport(), detail), learnRows()[0].detail);
        list.resize(1300, list.height());
        support::settle();
        QCOMPARE(tipAt(*list.viewport(), detail), QString());
    }

    void screenReadersGetWholeRows()
    {
        LearnList learn;
        learn.setRows(learnRows());
        const auto nameOf = [](QWidget& list, int row) {
            return QAccessible::queryAccessibleInterface(&list)->child(row)->text(QAccessible::Name);
        };
        QCOMPARE(nameOf(learn, 3),
                 QStringLiteral("Stance (tier), agrees 22 · doubts 11 · neither 7, three classes, "
                                "40 of 83 segments, 2 videos"));
        QVERIFY(nameOf(learn, 0).endsWith(QStringLiteral("chosen")));
        QVERIFY(nameOf(learn, 2).contains(QStringLiteral("needs a second rater")));
        SourceList sources;
        sources.setRows(sourceRows());
        QCOMPARE(
            nameOf(sources, 2),
            QStringLiteral("Face, geometry, 35 columns, 25 Hz, segments with values: 79 of 83, 4 segments "
                           "without a face: filled with zeros, ticked"));
        QVERIFY(nameOf(sources, 1).contains(QStringLiteral("counting…")));
    }

    void oneSequenceOfAModalityIsTicked()
    {
        SourceList list;
        QSignalSpy changed(&list, &SourceList::changed);
        list.setRows(sourceRows());
        QCOMPARE(changed.size(), 0);
        list.resize(900, list.sizeHint().height());
        QVERIFY(support::showActive(list));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, middleOf(list, 3));
        QCOMPARE(changed.size(), 1);
        QVERIFY(list.rows()[3].isChecked && !list.rows()[2].isChecked);
        QVERIFY(list.rows()[0].isChecked && list.rows()[1].isChecked);
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(!list.rows()[3].isChecked && !list.rows()[2].isChecked);
        QTest::keyClick(&list, Qt::Key_Up);
        QTest::keyClick(&list, Qt::Key_Space);
        QVERIFY(list.rows()[2].isChecked);
        QCOMPARE(changed.size(), 3);
    }

    void whatIsCoveredIsDrawnInTheColourOfItsModality()
    {
        SourceList list;
        std::vector<SourceRow> rows = sourceRows();
        list.setRows(rows);
        list.resize(900, list.sizeHint().height());
        const auto drawn = [&](int row, const QColor& colour) {
            const QRect place = list.visualRect(list.model()->index(row, 0)).adjusted(60, 4, -4, -4);
            return pixelsOf(*list.viewport(), colour, place);
        };
        list.grab();
        const int whole = drawn(0, darkTheme().language);
        QVERIFY(whole > 100);
        QCOMPARE(drawn(1, darkTheme().sound), 0); // not counted
        rows[1].covered = 41;
        list.setRows(rows);
        const int half = drawn(1, darkTheme().sound);
        QVERIFY2(half > whole / 3 && half < whole * 2 / 3,
                 qPrintable(QStringLiteral("%1 of %2").arg(half).arg(whole)));
    }

    void blocksAreAsWideAsTheyHaveSegments()
    {
        SplitBar bar;
        bar.setVideos({{QStringLiteral("a"), {}, 300, 20, "train"},
                       {QStringLiteral("b"), {}, 150, 10, "train"},
                       {QStringLiteral("c"), {}, 1, 1, "test"},
                       {QStringLiteral("d"), {}, 150, 10, "valid"}});
        bar.resize(900, bar.sizeHint().height());
        const int wide = bar.blockOf(QStringLiteral("a")).width(),
                  half = bar.blockOf(QStringLiteral("b")).width();
        QVERIFY2(std::abs(wide - 2 * half) <= 4, qPrintable(QStringLiteral("%1 %2").arg(wide).arg(half)));
        QVERIFY(bar.blockOf(QStringLiteral("c")).width() > 20);
        QVERIFY(bar.blockOf(QStringLiteral("b")).right()
                < bar.blockOf(QStringLiteral("d")).left()); // valid is in the middle
        QVERIFY(bar.blockOf(QStringLiteral("d")).right() < bar.blockOf(QStringLiteral("c")).left());
        QVERIFY(bar.placeOf("").right() <= bar.width());
        QVERIFY(bar.blockOf(QStringLiteral("e")).isEmpty());
    }

    void aBlockIsDraggedToAnotherPart()
    {
        SplitBar bar;
        bar.setVideos(splitVideos());
        bar.resize(900, bar.sizeHint().height());
        bar.show();
        QSignalSpy moved(&bar, &SplitBar::moved);
        const QPoint third = bar.blockOf(QStringLiteral("interview_03")).center();
        drag(bar, third, bar.placeOf("valid").center()); // which has no video
        QCOMPARE(moved.size(), 1);
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_03"), QStringLiteral("valid")}));
        QVERIFY(bar.videos() == splitVideos()); // a wish
        drag(bar, bar.blockOf(QStringLiteral("interview_01")).center(), bar.placeOf("").center());
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_01"), QString()}));
        drag(bar, third, bar.blockOf(QStringLiteral("interview_05")).center()); // its own part
        drag(bar, third, QPoint(third.x(), bar.height() + 60)); // outside
        QTest::mouseClick(&bar, Qt::LeftButton, {}, third);
        QTest::mousePress(&bar, Qt::LeftButton, {}, third);
        QTest::mouseMove(&bar, bar.placeOf("train").center());
        QTest::keyClick(&bar, Qt::Key_Escape);
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, bar.placeOf("train").center());
        QCOMPARE(moved.size(), 0);
    }

    void digitsMoveTheMarkedBlock()
    {
        SplitBar bar;
        bar.setVideos(splitVideos());
        bar.resize(900, bar.sizeHint().height());
        QSignalSpy moved(&bar, &SplitBar::moved);
        QVERIFY(bar.accessibleDescription().startsWith(QStringLiteral("interview_01, Ana, 31 of 33")));
        QTest::keyClick(&bar, Qt::Key_1); // it is there
        QCOMPARE(moved.size(), 0);
        QTest::keyClick(&bar, Qt::Key_3);
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_01"), QStringLiteral("test")}));
        QTest::keyClick(&bar, Qt::Key_Right);
        QVERIFY(bar.accessibleDescription().startsWith(QStringLiteral("interview_02")));
        QTest::keyClick(&bar, Qt::Key_0);
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_02"), QString()}));
        std::vector<SplitVideo> answered = splitVideos();
        answered[1].part.clear();
        std::rotate(answered.begin(), answered.begin() + 2, answered.end());
        bar.setVideos(answered); // the same video is marked, elsewhere
        QTest::keyClick(&bar, Qt::Key_2);
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_02"), QStringLiteral("valid")}));
        QTest::keyClick(&bar, Qt::Key_Left);
        QTest::keyClick(&bar, Qt::Key_Left);
        QTest::keyClick(&bar, Qt::Key_Left);
        QTest::keyClick(&bar, Qt::Key_Left);
        QTest::keyClick(&bar, Qt::Key_2);
        QCOMPARE(moved.takeFirst(), (QVariantList{QStringLiteral("interview_01"), QStringLiteral("valid")}));
    }

    void manyVideosAreOneBlockInEachPart()
    {
        SplitBar bar;
        bar.resize(1800, bar.sizeHint().height());
        bar.setVideos(manyVideos(40));
        QVERIFY(bar.blockOf(QStringLiteral("talk_1")) != bar.blockOf(QStringLiteral("talk_2")));
        bar.setVideos(manyVideos(41));
        QCOMPARE(bar.blockOf(QStringLiteral("talk_1")), bar.blockOf(QStringLiteral("talk_2")));
        QVERIFY(bar.blockOf(QStringLiteral("talk_1")) != bar.blockOf(QStringLiteral("talk_0")));
        QVERIFY(bar.accessibleDescription().contains(QStringLiteral("300 labelled")));
        const QRect united = bar.blockOf(QStringLiteral("talk_1"));
        QSignalSpy moved(&bar, &SplitBar::moved);
        QTest::keyClick(&bar, Qt::Key_2); // not thirty at once
        bar.show();
        drag(bar, united.center(), bar.placeOf("valid").center());
        QCOMPARE(moved.size(), 0);
        bar.setVideos(manyVideos(40));
        bar.resize(960, bar.height()); // narrow, and each still there
        QVERIFY(bar.blockOf(QStringLiteral("talk_1")).right() < bar.blockOf(QStringLiteral("talk_2")).left());
        QVERIFY(bar.blockOf(QStringLiteral("talk_1")).width() >= 14);
        QVERIFY(bar.placeOf("valid").width() < 60); // blocks need the room
        bar.resize(600, bar.height()); // no room for each
        support::settle();
        bar.grab();
        QCOMPARE(bar.blockOf(QStringLiteral("talk_1")), bar.blockOf(QStringLiteral("talk_2")));
    }

    void theColourOfABlockIsThatOfItsPart()
    {
        SplitBar bar;
        bar.resize(900, bar.sizeHint().height());
        const Theme& theme = darkTheme();
        const std::vector<std::pair<std::string, QColor>> parts{
            {"train", theme.accent}, {"valid", theme.vision}, {"test", theme.language}};
        for (const auto& [part, colour] : parts) {
            bar.setVideos({{QStringLiteral("a"), {}, 30, 20, part}});
            for (const auto& [other, otherColour] : parts) {
                const int drawn
                    = pixelsOf(bar, mixed(theme.panel, otherColour, 0.42), bar.blockOf(QStringLiteral("a")));
                QVERIFY2(other == part ? drawn > 1000 : drawn == 0, (part + " as " + other).c_str());
            }
        }
        QVERIFY(tipAt(bar, bar.blockOf(QStringLiteral("a")).center())
                    .contains(QStringLiteral("20 of 30 segments labelled")));
    }

    void aNeedIsPressed()
    {
        NeedsList list;
        QSignalSpy pressed(&list, &NeedsList::pressed);
        list.setNeeds(someNeeds());
        list.resize(340, list.heightForWidth(340));
        QVERIFY(support::showActive(list));
        QList<QPushButton*> buttons = list.findChildren<QPushButton*>(QStringLiteral("needButton"));
        QCOMPARE(buttons.size(), 2);
        // What is missing changes while its button is being pressed.
        connect(&list, &NeedsList::pressed, this, [&] {
            std::vector<Need> next = someNeeds();
            next[2].title = QStringLiteral("Three videos with labels");
            list.setNeeds(next);
        });
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Space);
        QCOMPARE(pressed.takeFirst().front().toString(), QStringLiteral("label-next"));
        support::settle();
        buttons = list.findChildren<QPushButton*>(QStringLiteral("needButton"));
        QCOMPARE(buttons.size(), 2);
        QVERIFY(buttons[0]->hasFocus());
        QTest::mouseClick(buttons[1], Qt::LeftButton);
        QCOMPARE(pressed.takeFirst().front().toString(), QStringLiteral("extract"));
    }

    void everyStateHasItsMarkAndItsWord()
    {
        const Theme& theme = darkTheme();
        const std::vector<std::tuple<Need::State, QColor, QString>> states{
            {Need::State::Missing, theme.language, QStringLiteral("missing: What")},
            {Need::State::Failed, theme.attention, QStringLiteral("failed: What")},
            {Need::State::Later, theme.muted, QStringLiteral("comes later: What")},
            {Need::State::Met, mixed(theme.panel, theme.sound, 0.4), QStringLiteral("done: What")}};
        for (const auto& [state, colour, name] : states) {
            NeedsList list;
            list.setNeeds({{state, QStringLiteral("What")}});
            list.resize(200, 60);
            list.grab();
            QCOMPARE(list.findChild<QWidget*>(QStringLiteral("needRow"))->accessibleName(), name);
            auto* mark = list.findChild<QWidget*>(QStringLiteral("needMark"));
            for (const auto& [other, otherColour, otherName] : states) {
                const int drawn = pixelsOf(*mark, otherColour);
                QVERIFY2(other == state ? drawn > 5 : drawn == 0, qPrintable(name + u'/' + otherName));
            }
        }
    }

    void textsOfNeedsWrap()
    {
        NeedsList list;
        list.setNeeds(someNeeds());
        QVERIFY(list.heightForWidth(260) > list.heightForWidth(700));
        list.resize(260, list.heightForWidth(260));
        list.show();
        support::settle();
        for (const QLabel* label : list.findChildren<QLabel*>())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("POLYLOGUE_PICTURES");
        if (folder.isEmpty())
            QSKIP("POLYLOGUE_PICTURES is not set");
        QApplication::setStyle(new WindowStyle);
        for (const Theme* theme : {&darkTheme(), &lightTheme()}) {
            QApplication::setPalette(paletteOf(*theme));
            qApp->setStyleSheet(styleSheetOf(*theme));
            for (const int width : {1000, 560}) {
                QWidget page;
                auto* column = new QVBoxLayout(&page);
                column->setSpacing(24);
                auto* learn = new LearnList;
                learn->setRows(learnRows());
                column->addWidget(learn);
                auto* empty = new LearnList;
                empty->setEmpty(QStringLiteral("Nothing is labelled yet"), QStringLiteral("Label the first"));
                column->addWidget(empty);
                auto* sources = new SourceList;
                sources->setRows(sourceRows());
                column->addWidget(sources);
                auto* split = new SplitBar;
                split->setVideos(splitVideos());
                column->addWidget(split);
                auto* full = new SplitBar;
                full->setVideos(manyVideos(18));
                column->addWidget(full);
                auto* merged = new SplitBar;
                merged->setVideos(manyVideos(41));
                column->addWidget(merged);
                auto* needs = new NeedsList;
                needs->setNeeds(someNeeds());
                needs->setFixedWidth(340);
                column->addWidget(needs);
                page.resize(width, 100);
                QVERIFY(support::showActive(page));
                (width == 1000 ? static_cast<QWidget*>(learn) : split)->setFocus();
                support::settle();
                page.resize(width, page.sizeHint().height() + 60);
                support::settle();
                const QPoint third = split->blockOf(QStringLiteral("interview_03")).center();
                if (width == 1000) { // in the middle of a drag
                    QTest::mousePress(split, Qt::LeftButton, {}, third);
                    QTest::mouseMove(split, split->placeOf("valid").center() + QPoint(30, 12));
                }
                QVERIFY(page.grab().save(
                    QStringLiteral("%1/training-forms-%2-%3.png")
                        .arg(folder, theme->isDark() ? QStringLiteral("dark") : QStringLiteral("light"))
                        .arg(width)));
            }
        }
    }
};

QTEST_MAIN(TestTrainingForms)
#include "tst_training_forms.moc"
