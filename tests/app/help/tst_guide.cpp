#include "app/actions/actions.h"
#include "app/help/guide.h"
#include "app/help/help_dialog.h"
#include "app/window/tabs.h"

#include <QDir>
#include <QDirIterator>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QToolButton>

#include <functional>
#include <map>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace {

const QString kGuideRoot = QStringLiteral(DEMO "/../..");

QString guideText(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList guideFiles()
{
    const QDir folder(kGuideRoot + QStringLiteral("/docs/guide"));
    QStringList files;
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files))
        files << folder.filePath(name);
    return files;
}

QString entryText(const QAction& action)
{
    return action.text().remove(QLatin1Char('&'));
}

/// `File → Open files…` of every entry, also of those that have a menu.
void addEntries(const QMenu& menu, const QString& before, QSet<QString>& entries)
{
    for (const QAction* action : menu.actions()) {
        const QString path = before + QStringLiteral(" → ") + entryText(*action);
        entries.insert(path);
        if (action->menu())
            addEntries(*action->menu(), path, entries);
    }
}

/// What a menu and the menus in it hold.
QList<const QAction*> commandsOf(const QMenu& menu)
{
    QList<const QAction*> commands;
    for (const QAction* action : menu.actions()) {
        if (action->menu())
            commands << commandsOf(*action->menu());
        else
            commands << action;
    }
    return commands;
}

/// A row of the list of keys. Empty: the command has none.
QString keyRow(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& key : action.shortcuts())
        keys << QStringLiteral("`%1`").arg(key.toString(QKeySequence::PortableText));
    return keys.isEmpty()
        ? QString()
        : QStringLiteral("| %1 | %2 |\n").arg(keys.join(QStringLiteral(" or ")), entryText(action));
}

}

/// The guide says what the program has, and the window shows it.
class GuideTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void everyPageIsInTheProgramWithItsPictures()
    {
        QSet<QString> listed;
        for (const app::GuidePage& page : app::guidePages(QStringLiteral("en"))) {
            QVERIFY2(!page.title.isEmpty(), qPrintable(page.place.toString()));
            listed.insert(QFileInfo(page.place.path()).fileName());
        }
        QVERIFY(guideFiles().size() >= 13);
        const QRegularExpression shown(QStringLiteral("!\\[[^\\]]+\\]\\(\\.\\./(pictures/[^)]+)\\)"));
        for (const QString& file : guideFiles()) {
            const QString name = QFileInfo(file).fileName();
            QCOMPARE(guideText(QStringLiteral(":/docs/guide/") + name), guideText(file));
            QVERIFY2(name == QLatin1String("README.md") || listed.contains(name), qPrintable(name));
            for (const auto& match : shown.globalMatch(guideText(file)))
                QVERIFY2(!QImage(QStringLiteral(":/docs/") + match.captured(1)).isNull(),
                         qPrintable(match.captured(1)));
        }
    }

    void emphasisIsReadAsSuch_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "de", "zh_CN"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void emphasisIsReadAsSuch() // a star that stays in a text is no emphasis
    {
        QFETCH(const QString, language);
        for (const app::GuidePage& page : app::guidePages(language)) {
            QTextDocument document;
            document.setMarkdown(guideText(QLatin1Char(':') + page.place.path()));
            for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
                for (auto part = block.begin(); !part.atEnd(); ++part) {
                    const bool isCode = part.fragment().charFormat().fontFixedPitch()
                        || block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
                    QVERIFY2(isCode || !part.fragment().text().contains(QLatin1Char('*')),
                             qPrintable(page.title + QStringLiteral(": ") + block.text()));
                }
            }
        }
    }

    void everyCommandThatIsNamedIsInTheMenus()
    {
        QSet<QString> entries;
        for (const QAction* top : window().menuBar()->actions())
            addEntries(*top->menu(), entryText(*top), entries);
        const QRegularExpression named(QStringLiteral("\\*([^*|]+ →\\s[^*|]+)\\*"));
        QStringList missing;
        int found = 0;
        const QStringList pages = guideFiles() + QStringList{kGuideRoot + QStringLiteral("/README.md")};
        for (const QString& file : pages) {
            for (const auto& match : named.globalMatch(guideText(file))) {
                const QString path = match.captured(1).simplified();
                ++found;
                if (!entries.contains(path))
                    missing << QFileInfo(file).fileName() + QStringLiteral(": ") + path;
            }
        }
        QVERIFY(found > 60);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
    }

    /// POLYLOGUE_WRITE_KEYS writes the list anew.
    void theListOfKeysIsThatOfTheCommands()
    {
        QString list;
        QSet<const QAction*> written;
        for (const QAction* top : window().menuBar()->actions()) {
            QString rows;
            for (const QAction* action : commandsOf(*top->menu())) {
                const QString row
                    = action->objectName().isEmpty() && !isUndo(*action) ? QString() : keyRow(*action);
                rows += row;
                written.insert(action);
            }
            list += section(entryText(*top), rows);
        }
        const app::Actions& all = *window().findChild<app::Actions*>();
        QString exports;
        for (const QAction* action : all.ofMenu("export")) {
            exports += keyRow(*action);
            written.insert(action);
        }
        list += section(QStringLiteral("Export"), exports);
        QString others;
        for (const QAction* action : all.all())
            others += written.contains(action) ? QString() : keyRow(*action);
        list += section(QStringLiteral("In no menu"), others);
        list = list.trimmed() + QLatin1Char('\n');
        const QString path = kGuideRoot + QStringLiteral("/docs/guide/keys.md");
        const QString page = guideText(path);
        const QString head = QStringLiteral("## Every key\n\n");
        const qsizetype start = page.indexOf(head) + head.size();
        QVERIFY(start > head.size());
        if (qEnvironmentVariableIsSet("POLYLOGUE_WRITE_KEYS")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((page.left(start) + list).toUtf8());
            return;
        }
        const QStringList has = page.mid(start).split(QLatin1Char('\n'));
        const QStringList wants = list.split(QLatin1Char('\n'));
        for (const QString& line : wants)
            QVERIFY2(has.contains(line), qPrintable(QStringLiteral("missing: ") + line));
        QCOMPARE(has, wants);
    }

    void everyPanelAndDialogHasAPage()
    {
        QSet<QString> pages;
        for (const QString& file : guideFiles())
            pages.insert(QFileInfo(file).completeBaseName());
        const auto docks = window().findChildren<QDockWidget*>();
        QVERIFY(docks.size() >= 9);
        for (const QDockWidget* dock : docks) { // that of the tabs has one for each
            if (dock->objectName() != QLatin1String("panelsDock"))
                QVERIFY2(pages.contains(app::guidePageOf(dock)), qPrintable(dock->objectName()));
        }
        auto* panels = find<app::Tabs>("sidePanels");
        for (int tab = 0; tab < panels->count(); ++tab) {
            panels->setCurrentIndex(tab);
            QVERIFY2(pages.contains(app::guidePageOf(panels)), qPrintable(panels->tabText(tab)));
        }
        const QRegularExpression isDialog(QStringLiteral("class (\\w+) : public QDialog"));
        const QRegularExpression names(QStringLiteral("setGuidePage\\(\\*this, \"([a-z-]+)\"\\)"));
        int dialogs = 0;
        for (const QString& layer : {QStringLiteral("app"), QStringLiteral("widgets")}) {
            QDirIterator headers(kGuideRoot + QLatin1Char('/') + layer, {QStringLiteral("*.h")}, QDir::Files,
                                 QDirIterator::Subdirectories);
            while (headers.hasNext()) {
                const QString header = headers.next();
                const QString name = isDialog.match(guideText(header)).captured(1);
                if (name.isEmpty() || name == QLatin1String("HelpDialog"))
                    continue;
                ++dialogs;
                const QString body = guideText(header.chopped(1) + QStringLiteral("cpp"));
                QVERIFY2(pages.contains(names.match(body).captured(1)), qPrintable(name));
            }
        }
        QVERIFY(dialogs >= 12);
    }

    void theHelpKeyOpensThePageOfAMenusEntry()
    {
        QVERIFY(activate());
        QMenu* model = window().menuBar()->actions().at(7)->menu();
        model->popup(window().mapToGlobal(QPoint(60, 60)));
        QTRY_VERIFY(model->isVisible());
        model->setActiveAction(window().findChild<QAction*>(QStringLiteral("train")));
        QTest::keyClick(model, Qt::Key_F1);
        QTRY_VERIFY(window().findChild<app::HelpDialog*>());
        QVERIFY(!model->isVisible());
        auto* help = window().findChild<app::HelpDialog*>();
        QVERIFY(help->findChild<QTextBrowser*>()->source().path().endsWith(QStringLiteral("/training.md")));
        help->close();
        QVERIFY(activate());
    }

    void noMenuIsTooLong() // what comes later goes into a submenu or a dialog, or something leaves
    {
        constexpr int kMost = 12;
        const app::Actions& commands = *window().findChild<app::Actions*>();
        int entries = 0;
        std::function<void(const QMenu&)> look = [&](const QMenu& menu) {
            int own = 0;
            for (const QAction* entry : menu.actions()) {
                own += !entry->isSeparator();
                if (entry->menu())
                    look(*entry->menu());
                QVERIFY2(!entry->objectName().startsWith(QLatin1String("show-"))
                             || commands.commandOf(*entry).isCheckable,
                         qPrintable(entry->text())); // nothing that only shows a tab
            }
            const bool isFilled = menu.title() == QLatin1String("&Docks"); // by what there is
            QVERIFY2(isFilled || own <= kMost,
                     qPrintable(QStringLiteral("%1: %2").arg(menu.title()).arg(own)));
        };
        for (const QAction* top : window().menuBar()->actions()) {
            look(*top->menu());
            for (const QAction* entry : top->menu()->actions())
                entries += !entry->isSeparator();
        }
        QVERIFY2(entries <= 96, qPrintable(QString::number(entries)));
        std::map<QString, int> places; // one way per thing
        for (const QAction* top : window().menuBar()->actions()) {
            for (const QAction* command : commandsOf(*top->menu())) {
                if (!command->isSeparator() && !command->objectName().isEmpty())
                    QVERIFY2(++places[command->objectName()] == 1, qPrintable(command->objectName()));
            }
        }
    }

    void theHelpKeyOpensThePageOfThePanelInHand()
    {
        find<QLineEdit>("librarySearch")->setFocus();
        QCOMPARE(shownByKey(), QStringLiteral("exploring"));
        auto* panels = find<app::Tabs>("sidePanels");
        const QList<std::pair<const char*, const char*>> tabs{{"inspector", "labelling"},
                                                              {"align", "aligning"},
                                                              {"predict", "models"},
                                                              {"review", "reviewing"},
                                                              {"transcript", "own-recordings"},
                                                              {"space", "exploring"}};
        for (const auto& [tab, page] : tabs) {
            window().showTab(QLatin1String(tab));
            const QRect head = panels->tabBar()->tabRect(panels->currentIndex());
            QTest::mouseClick(panels->tabBar(), Qt::LeftButton, {}, head.center());
            panels->tabBar()->setFocus();
            QCOMPARE(shownByKey(), QLatin1String(page));
        }
        window().showTab(QStringLiteral("review"));
        find<QLineEdit>("passAnnotator")->setFocus();
        QCOMPARE(shownByKey(), QStringLiteral("reviewing"));
        find<QWidget>("timeline")->setFocus();
        QCOMPARE(shownByKey(), QStringLiteral("exploring"));
    }

    void theHelpKeyWorksInDialogs()
    {
        QString page;
        const NextDialog next([&](QDialog* dialog) {
            QTest::keyClick(dialog, Qt::Key_F1);
            page = shownPage(dialog);
            if (auto* help = dialog->findChild<app::HelpDialog*>())
                help->close();
            dialog->reject(); // without a name there is no tier
        });
        action("new-tier")->trigger();
        QVERIFY(next.wasThere());
        QCOMPARE(page, QStringLiteral("labelling"));
    }

    void linksAndBackAndForwardLeadThroughThePages()
    {
        app::HelpDialog help(&window());
        help.show();
        QVERIFY(QTest::qWaitForWindowExposed(&help, support::kPatience));
        auto* pages = help.findChild<QListWidget*>(QStringLiteral("helpPages"));
        auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        const int first = pages->currentRow();
        const QUrl start = text->source();
        QVERIFY(clickLink(*text, QStringLiteral("exploring.md")));
        QTRY_VERIFY(text->source().path().endsWith(QStringLiteral("/exploring.md")));
        QVERIFY(pages->currentRow() != first);
        QVERIFY(text->toPlainText().startsWith(pages->currentItem()->text()));
        picture(help, "help-guide");
        auto* back = help.findChild<QToolButton*>(QStringLiteral("helpBack"));
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(text->source(), start);
        QCOMPARE(pages->currentRow(), first);
        QVERIFY(!back->isEnabled());
        QTest::mouseClick(help.findChild<QToolButton*>(QStringLiteral("helpForward")), Qt::LeftButton);
        QTRY_VERIFY(text->source().path().endsWith(QStringLiteral("/exploring.md")));
    }

    void picturesAreAsWideAsThePage()
    {
        app::HelpDialog help(&window());
        help.show();
        auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        help.showPage(QStringLiteral("exploring"));
        for (const int width : {1500, 800}) {
            help.resize(width, 700);
            QTRY_COMPARE(help.width(), width);
            QTRY_COMPARE(text->horizontalScrollBar()->maximum(), 0);
        }
    }

    void aTextIsFoundOnAnyPage()
    {
        app::HelpDialog help(&window());
        help.show();
        QVERIFY(QTest::qWaitForWindowExposed(&help, support::kPatience));
        auto* text = help.findChild<QTextBrowser*>(QStringLiteral("helpText"));
        auto* field = help.findChild<QLineEdit*>(QStringLiteral("helpFind"));
        QTest::keyClick(text, Qt::Key_F, Qt::ControlModifier);
        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("reaction delay"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(text->source().path().endsWith(QStringLiteral("/labelling.md")));
        QCOMPARE(text->textCursor().selectedText().toLower(), QStringLiteral("reaction delay"));
    }

private:
    static bool isUndo(const QAction& action)
    {
        return action.shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_Z))
            || action.shortcuts().contains(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    }
    static QString section(const QString& title, const QString& rows)
    {
        return rows.isEmpty()
            ? QString()
            : QStringLiteral("### %1\n\n| keys | command |\n|---|---|\n%2\n").arg(title, rows);
    }

    /// The name of the page in the open window of help. Empty: none is open.
    static QString shownPage(QWidget* owner)
    {
        const auto* help = owner->findChild<app::HelpDialog*>(QString(), Qt::FindDirectChildrenOnly);
        if (!help || !help->isVisible())
            return {};
        const auto* text = help->findChild<QTextBrowser*>(QStringLiteral("helpText"));
        return QFileInfo(text->source().path()).completeBaseName();
    }

    /// Presses F1 where the keyboard is, and closes the help again.
    QString shownByKey()
    {
        if (!QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }, support::kPatience))
            return QStringLiteral("no widget has the keyboard");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        QString page = shownPage(&window());
        delete window().findChild<app::HelpDialog*>();
        return activate() ? page : QStringLiteral("the window does not get the keyboard back");
    }

    static bool clickLink(QTextBrowser& text, const QString& to)
    {
        for (int position = 0; position < text.document()->characterCount() - 1; ++position) {
            QTextCursor cursor(text.document());
            cursor.setPosition(position + 1);
            if (cursor.charFormat().anchorHref() != to)
                continue;
            text.setTextCursor(cursor);
            text.ensureCursorVisible();
            const QPoint place = text.cursorRect(cursor).center() + QPoint(2, 0);
            QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, place);
            return true;
        }
        return false;
    }
};

WINDOW_TEST_MAIN(GuideTest)

#include "tst_guide.moc"
