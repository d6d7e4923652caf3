#include "app/actions/actions.h"
#include "app/help/guide.h"
#include "app/help/help_dialog.h"
#include "app/help/shortcuts_dialog.h"
#include "app/help/tour.h"
#include "app/opening/fetch_dialog.h"
#include "app/opening/versions_dialog.h"
#include "app/planning/plan_dialog.h"
#include "app/privacy/deidentify_dialog.h"
#include "app/privacy/erase_dialog.h"
#include "app/publishing/publish_dialog.h"
#include "app/review/review.h"
#include "app/settings/language.h"
#include "app/window/settings_dialog.h"
#include "app/window/tabs.h"
#include "widgets/base/menu_text.h"

#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"
#include "tests/support/window_texts.h"

namespace {

/// What a few places of the window say in a language.
struct Said {
    const char* language;
    const char* firstMenu;
    const char* tabs;
    const char* oneFrameBack;
    const char* oneVideo;
    const char* allVideos; ///< of the demo
};

constexpr Said kSaid[]{
    {"en", "File", "Inspector Align Predict Review Transcript Space", "One frame back", "1 video",
     "31 videos"},
    {"de", "Datei", "Inspektor Ausrichten Modell Review Transkript Raum", "Ein Frame zurück", "1 Video",
     "31 Videos"},
    {"zh_CN", "文件", "检查器 对齐 预测 复查 转写文本 空间", "后退一帧", "1 个视频", "31 个视频"},
};

constexpr double kInSegment = 5.0; ///< seconds: a word and a labelled segment of the demo's first video
constexpr QSize kSizes[]{{1920, 1080}, {1366, 768}};

QString say(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a page is made of: headings, items, rows of tables, pictures, code as it is; `text`.
QStringList partsOf(const QString& page)
{
    static const QRegularExpression numbered(QStringLiteral("^\\d+\\. "));
    QStringList parts;
    for (const QString& line : page.split(QLatin1Char('\n'))) {
        const QString part = line.startsWith(QLatin1String("    "))
            ? line.section(QStringLiteral(" #"), 0, 0).trimmed() // what is said of a command is translated
            : line.startsWith(QLatin1Char('#'))    ? line.section(QLatin1Char(' '), 0, 0)
            : line.startsWith(QLatin1Char('|'))    ? QString::number(line.count(QLatin1Char('|')))
            : line.startsWith(QLatin1String("- ")) ? QStringLiteral("-")
            : numbered.match(line).hasMatch()      ? QStringLiteral("1.")
            : line.startsWith(QLatin1String("![")) ? QStringLiteral("picture")
            : line.isEmpty()                       ? QString()
                                                   : QStringLiteral("text");
        const bool goesOn = part == QLatin1String("text") && !parts.isEmpty()
            && QStringList{part, QStringLiteral("-"), QStringLiteral("1.")}.contains(parts.back());
        if (!goesOn) // a paragraph or an item has as many lines as its language needs
            parts << part;
    }
    return parts;
}

/// Entries of a menu, and of those in it, that share their letter: `a / b`.
void findSharedLetters(const QMenu& menu, QStringList& shared)
{
    std::map<QChar, QString> letters;
    for (const QAction* action : menu.actions()) {
        const qsizetype mark = action->text().indexOf(QLatin1Char('&'));
        if (action->isVisible() && mark >= 0) {
            const auto [first, isNew]
                = letters.emplace(action->text().at(mark + 1).toLower(), action->text());
            if (!isNew)
                shared << QStringLiteral("%1 / %2").arg(first->second, action->text());
        }
        if (action->menu())
            findSharedLetters(*action->menu(), shared);
    }
}

}

/// The real window in one language.
class LanguageTest : public WindowTest {
    Q_OBJECT
public:
    explicit LanguageTest(const Said& said)
        : m_said(said)
        , m_english(QStringLiteral(FIXTURES "/../../translations/polylogue_%1.ts").arg(say(said.language)))
    {
    }

private slots:
    void initTestCase()
    {
        app::speak(*QCoreApplication::instance(), say(m_said.language));
        QVERIFY(openDemo());
        session().player().seek(kInSegment);
        QVERIFY(settle());
    }

    void cleanupTestCase()
    {
        m_real.reset();
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
        QLocale::setDefault(QLocale::system());
    }

    void menusTabsAndToolTipsAreTranslated()
    {
        const QAction* file = window().menuBar()->actions().front();
        QCOMPARE(widgets::withoutMnemonic(file->text()), say(m_said.firstMenu));
        QStringList tabs;
        const auto* panels = window().findChild<app::Tabs*>();
        for (int i = 0; i < panels->count(); ++i) {
            if (panels->isTabVisible(i)) // that of conversations is not
                tabs << panels->tabText(i);
        }
        QCOMPARE(tabs.join(QLatin1Char(' ')), say(m_said.tabs));
        const QAction* back = find<QAction>("step-back");
        QVERIFY2(back->toolTip().startsWith(say(m_said.oneFrameBack) + QStringLiteral(" (")),
                 qPrintable(back->toolTip()));
    }

    void numbersHaveTheirForms()
    {
        QCOMPARE(QCoreApplication::translate("widgets::LibraryPanel", "%n video(s)", nullptr, 1),
                 say(m_said.oneVideo));
        const auto labels = window().findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->text().endsWith(say(m_said.allVideos)); }));
    }

    void numbersHaveTheMarkOfTheLanguage()
    {
        const bool isGerman = say(m_said.language) == QLatin1String("de");
        const QString time = find<QLabel>("timeCode")->text();
        QCOMPARE(time, isGerman ? QStringLiteral("00:00:05,000") : QStringLiteral("00:00:05.000"));
        QVERIFY(show(QStringLiteral("predict")));
        const QString predicted = find<QLabel>("predictedSentiment")->text();
        QVERIFY2(predicted.contains(QLatin1Char(isGerman ? ',' : '.')), qPrintable(predicted));
    }

    void allTabsAreWhole()
    {
        const auto* panels = window().findChild<app::Tabs*>();
        for (const QSize size : kSizes) {
            QVERIFY(show(QStringLiteral("inspector")));
            window().resize(size);
            QVERIFY(settle());
            const QTabBar* bar = panels->tabBar();
            QVERIFY2(bar->tabRect(bar->count() - 1).right() < panels->width() && bar->tabRect(0).left() >= 0,
                     qPrintable(QStringLiteral("%1 of %2")
                                    .arg(bar->tabRect(bar->count() - 1).right())
                                    .arg(panels->width())));
            for (int i = 0; i < bar->count(); ++i)
                QVERIFY2(!bar->isTabVisible(i)
                             || bar->tabRect(i).width()
                                 >= bar->fontMetrics().horizontalAdvance(bar->tabText(i)),
                         qPrintable(bar->tabText(i)));
        }
    }

    void noTextOfTheWindowIsLeftInEnglish_data() { addViews(); }
    void noTextOfTheWindowIsLeftInEnglish()
    {
        QFETCH(const QString, view);
        QVERIFY(show(view));
        checkTexts(window());
    }

    void nothingInTheWindowIsCutOff_data() { addViews(); }
    void nothingInTheWindowIsCutOff()
    {
        QFETCH(const QString, view);
        for (const QSize size : kSizes) {
            QVERIFY(show(view));
            window().resize(size);
            QVERIFY(settle());
            if (view != QLatin1String("statistics")) // beside the transport they need 1400 in any language
                QCOMPARE(window().size(), size);
            QStringList cut;
            const auto isWhole = [&] { return (cut = cutOff(window())).isEmpty(); };
            // "saved 9 s ago" grows by a digit, and has its room a moment later
            [[maybe_unused]] const bool isWholeSoon = QTest::qWaitFor(isWhole, 1000);
            picture(window(),
                    qPrintable(QStringLiteral("%1-%2-%3").arg(say(m_said.language), view).arg(size.width())));
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        }
    }

    void dialogsAreTranslatedAndFit_data()
    {
        QTest::addColumn<QString>("dialog");
        for (const char* dialog :
             {"settings", "shortcuts", "help", "fetch", "versions", "plan", "publish", "hide", "erase"})
            QTest::newRow(dialog) << QString::fromLatin1(dialog);
    }

    void dialogsAreTranslatedAndFit()
    {
        QFETCH(const QString, dialog);
        const std::unique_ptr<QDialog> shown = make(dialog);
        shown->show();
        QVERIFY(QTest::qWaitForWindowExposed(shown.get(), support::kPatience));
        picture(*shown, qPrintable(QStringLiteral("%1-dialog-%2").arg(say(m_said.language), dialog)));
        checkTexts(*shown);
        const QStringList cut = cutOff(*shown);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }

    void helpPagesAreThereWithAllTheirParts()
    {
        const QString language = say(m_said.language);
        const QString folder = QStringLiteral(":/docs/guide/");
        for (const QString& page : QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files)) {
            const QString name = QFileInfo(page).completeBaseName();
            if (name == QLatin1String("README"))
                continue;
            const QString place = QLatin1Char(':') + app::guidePlace(name, language).path();
            const QString original = contentOf(folder + page);
            const QString shown = contentOf(place);
            QCOMPARE(partsOf(shown), partsOf(original));
            QCOMPARE(shown == original, language == QLatin1String("en"));
        }
        QCOMPARE(app::guidePlace(QStringLiteral("reviewing"), QStringLiteral("fr")), // not translated
                 app::guidePlace(QStringLiteral("reviewing"), QStringLiteral("en")));
        app::HelpDialog help;
        const auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        const auto* list = help.findChild<QListWidget*>(QStringLiteral("helpPages"));
        QVERIFY2(text->toPlainText().startsWith(list->item(0)->text()),
                 qPrintable(text->toPlainText().left(40)));
    }

    void theTourIsTranslatedAndFits()
    {
        window().run("tour");
        const QPointer<app::Tour> tour = find<app::Tour>("tour");
        for (int stop = 0; tour; ++stop) {
            picture(window(), qPrintable(QStringLiteral("%1-tour-%2").arg(say(m_said.language)).arg(stop)));
            checkTexts(*tour);
            const QStringList cut = cutOff(*tour);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
            QTest::mouseClick(tour->findChild<QPushButton*>(QStringLiteral("primary")), Qt::LeftButton);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    void allMenusFitAtANarrowWindowAndALowScreen()
    {
        const QSize before = window().size();
        window().resize(900, 700);
        QTRY_COMPARE(window().width(), 900);
        QMenuBar* bar = window().menuBar();
        QCoreApplication::processEvents();
        picture(window(), qPrintable(QStringLiteral("%1-narrow").arg(say(m_said.language))));
        int right = 0;
        for (QAction* menu : bar->actions()) {
            const QRect place = bar->actionGeometry(menu);
            QVERIFY2(place.left() >= right && place.right() <= bar->width()
                         && place.width() >= bar->fontMetrics().horizontalAdvance(menu->text().remove(u'&')),
                     qPrintable(menu->text()));
            QVERIFY2(place.top() == bar->actionGeometry(bar->actions().front()).top(),
                     qPrintable(menu->text())); // in one line
            right = place.right();
            QVERIFY2(menu->menu()->sizeHint().height() <= 768 - bar->height(), qPrintable(menu->text()));
        }
        const QWidget* corner = bar->cornerWidget();
        QVERIFY(corner && (!corner->isVisible() || corner->geometry().left() > right));
        window().resize(before);
        QTRY_VERIFY(bar->findChild<QToolButton*>(QStringLiteral("chip"))
                        ->isVisible()); // in a wide window everything is there
    }

    void noTwoEntriesOfAMenuShareALetter()
    {
        textsOf(window()); // fills the menus
        QStringList shared;
        QMenu bar;
        bar.addActions(window().menuBar()->actions());
        findSharedLetters(bar, shared);
        QVERIFY2(shared.isEmpty(), qPrintable(shared.join(QLatin1Char('\n'))));
    }

    /// 1920 pixels at one and a half times the size: what a laptop has.
    void everyModeFitsAScreenOf1280()
    {
        const auto fits = [this](const char* mode) {
            const int least = window().minimumSizeHint().width();
            if (least > 1280)
                qWarning("%s needs %d", mode, least);
            return least <= 1280;
        };
        for (const char* mode :
             {"preset-explore", "preset-align", "preset-transcribe", "preset-dataset", "preset-review"}) {
            action(mode)->trigger();
            QVERIFY(settle());
            QVERIFY(fits(mode));
        }
        auto* review = window().findChild<app::Review*>();
        engine::ReviewPass pass;
        pass.layer = engine::annotatorLayer(app::kLabelsTier, "judge", 1);
        pass.settings.reasons = {engine::ReviewReason::NotLabelled};
        review->start(pass);
        QTRY_VERIFY(review->segment() != 0);
        QVERIFY(settle());
        QVERIFY(fits("a pass"));
        QVERIFY2(cutOff(*find<QWidget>("answerPanel")).isEmpty(),
                 qPrintable(cutOff(*find<QWidget>("answerPanel")).join(QLatin1Char('\n'))));
        picture(window(), qPrintable(QStringLiteral("%1-pass").arg(say(m_said.language))));
        review->leave();
        action("preset-explore")->trigger();
    }

private:
    static void addViews()
    {
        QTest::addColumn<QString>("view");
        for (const char* view : {"inspector", "align", "predict", "space", "history", "table", "statistics"})
            QTest::newRow(view) << QString::fromLatin1(view);
    }

    /// Brings a tab or a dock to the front, with the preset that goes with it.
    bool show(const QString& view)
    {
        const bool isBesideTimeline = view == QLatin1String("table") || view == QLatin1String("statistics");
        window().setPreset(view == QLatin1String("align") ? view : QStringLiteral("explore"));
        for (const char* dock : {"table", "statistics"}) {
            auto* shown = find<QDockWidget>(qPrintable(QStringLiteral("%1Dock").arg(QLatin1String(dock))));
            if (shown->isVisible() != (view == QLatin1String(dock)))
                find<QAction>(qPrintable(QStringLiteral("show-%1").arg(QLatin1String(dock))))->trigger();
        }
        find<QDockWidget>("historyDock")->setVisible(false);
        return (isBesideTimeline || window().showTab(view)) && settle();
    }

    void checkTexts(QWidget& window)
    {
        const std::vector<ShownText> texts = textsOf(window);
        QVERIFY2(texts.size() >= 5, qPrintable(QString::number(texts.size())));
        QStringList left;
        for (const ShownText& shown : texts) {
            if (m_english.contain(shown.text))
                left << QStringLiteral("%1: “%2”").arg(shown.owner, shown.text);
        }
        left.removeDuplicates();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    std::unique_ptr<QDialog> make(const QString& dialog)
    {
        app::MainWindow* window = &this->window();
        if (dialog == QLatin1String("plan"))
            return std::make_unique<app::PlanDialog>(app::planOffer(document().annotation()), window);
        if (dialog == QLatin1String("publish")) {
            app::PublishOffer offer;
            offer.study = std::make_shared<const engine::PublishedStudy>();
            offer.splits.emplace_back();
            offer.project = QStringLiteral("talks");
            return std::make_unique<app::PublishDialog>(std::move(offer), window);
        }
        if (dialog == QLatin1String("hide"))
            return std::make_unique<app::DeidentifyDialog>(
                std::vector<app::FilmedPerson>{{QStringLiteral("ada"), 2}}, 3, window);
        if (dialog == QLatin1String("erase"))
            return std::make_unique<app::EraseDialog>(QStringList{QStringLiteral("ada")}, window);
        if (dialog == QLatin1String("settings"))
            return std::make_unique<app::SettingsDialog>(m_settings, window);
        if (dialog == QLatin1String("shortcuts"))
            return std::make_unique<app::ShortcutsDialog>(*window->findChild<app::Actions*>(), m_settings,
                                                          window);
        if (dialog == QLatin1String("help"))
            return std::make_unique<app::HelpDialog>(window);
        if (dialog == QLatin1String("fetch"))
            return std::make_unique<app::FetchDialog>(session().tasks(), window);
        return std::make_unique<app::VersionsDialog>(QStringLiteral("talks"), std::vector<engine::Snapshot>(),
                                                     window);
    }

    const Said& m_said;
    const EnglishTexts m_english;
    app::Settings m_settings;
};

int main(int argc, char** argv)
{
    const IsolatedHome home;
    QApplication application(argc, argv);
    int failed = 0;
    for (const Said& said : kSaid) {
        LanguageTest test(said);
        failed += QTest::qExec(&test, argc, argv);
    }
    return failed;
}

#include "tst_languages.moc"
