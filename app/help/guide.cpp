#include "app/help/guide.h"

#include <QCoreApplication>
#include <QFile>
#include <QScrollArea>
#include <QTabWidget>

#include <array>
#include <map>

namespace app {

namespace {

struct GuideTexts {
    Q_DECLARE_TR_FUNCTIONS(app::GuideTexts)
};

struct GuideFile {
    const char* name; ///< in docs/guide
    const char* translation; ///< in resources/help/LANGUAGE; empty: there is none
};

constexpr std::array kFiles{
    GuideFile{"first-steps", "getting-started"},
    GuideFile{"own-recordings", ""},
    GuideFile{"exploring", ""},
    GuideFile{"aligning", "aligning"},
    GuideFile{"labelling", ""},
    GuideFile{"reviewing", ""},
    GuideFile{"models", ""},
    GuideFile{"command-line", ""},
    GuideFile{"keys", ""},
    GuideFile{"file-formats", "formats"},
    GuideFile{"from-the-sdk", "sdk"},
    GuideFile{"tutorial-label-your-video", ""},
    GuideFile{"tutorial-align-and-impute", ""},
    GuideFile{"tutorial-review-with-colleagues", ""},
};

/// The page of each dock, tab and dialog, by the name of the object or of its class.
const std::map<QString, const char*>& pagesOfPlaces()
{
    static const std::map<QString, const char*> pages{
        {QStringLiteral("welcomePage"), "first-steps"},
        {QStringLiteral("video"), "exploring"},
        // docks
        {QStringLiteral("libraryDock"), "exploring"},
        {QStringLiteral("timelineDock"), "exploring"},
        {QStringLiteral("statisticsDock"), "exploring"},
        {QStringLiteral("tableDock"), "labelling"},
        {QStringLiteral("historyDock"), "labelling"},
        {QStringLiteral("ratingDock"), "labelling"},
        {QStringLiteral("reviewDock"), "reviewing"},
        {QStringLiteral("messagesDock"), "first-steps"},
        // tabs
        {QStringLiteral("widgets::InspectorPanel"), "labelling"},
        {QStringLiteral("app::AlignTab"), "aligning"},
        {QStringLiteral("widgets::PredictPanel"), "models"},
        {QStringLiteral("app::ReviewTab"), "reviewing"},
        {QStringLiteral("widgets::TranscriptPanel"), "own-recordings"},
        {QStringLiteral("app::SpaceTab"), "exploring"},
        // dialogs
        {QStringLiteral("app::ImportDialog"), "own-recordings"},
        {QStringLiteral("app::ImportFilesDialog"), "own-recordings"},
        {QStringLiteral("app::SegmentsDialog"), "own-recordings"},
        {QStringLiteral("app::ExportDialog"), "own-recordings"},
        {QStringLiteral("app::ExtractDialog"), "own-recordings"},
        {QStringLiteral("labelExportDialog"), "reviewing"},
        {QStringLiteral("app::ExportSpanDialog"), "exploring"},
        {QStringLiteral("app::FetchDialog"), "first-steps"},
        {QStringLiteral("app::OffsetDialog"), "exploring"},
        {QStringLiteral("app::BulkDialog"), "labelling"},
        {QStringLiteral("app::TierDialog"), "labelling"},
        {QStringLiteral("app::ConflictsDialog"), "labelling"},
        {QStringLiteral("app::VersionsDialog"), "labelling"},
        {QStringLiteral("app::SettingsDialog"), "first-steps"},
        {QStringLiteral("app::ShortcutsDialog"), "keys"},
        {QStringLiteral("widgets::CommandPalette"), "keys"},
        {QStringLiteral("widgets::DimensionChooser"), "exploring"},
        {QStringLiteral("widgets::RangeDialog"), "exploring"},
    };
    return pages;
}

QUrl placeInGuide(const char* name)
{
    return QUrl(QStringLiteral("qrc:/docs/guide/%1.md").arg(QLatin1String(name)));
}

/// Empty: the page is not translated.
QUrl translatedPlace(const GuideFile& page, const QString& language)
{
    const QString path = QStringLiteral("/help/%1/%2.md").arg(language, QLatin1String(page.translation));
    return *page.translation && QFile::exists(QLatin1Char(':') + path)
        ? QUrl(QStringLiteral("qrc") + QLatin1Char(':') + path)
        : QUrl();
}

QString firstHeading(const QUrl& place)
{
    QFile file(QLatin1Char(':') + place.path());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readLine()).remove(0, 1).trimmed();
}

QString pageOfObject(const QObject& object)
{
    const QString page = app::guidePageOf(object.objectName());
    return page.isEmpty() ? app::guidePageOf(QString::fromLatin1(object.metaObject()->className())) : page;
}

}

QList<GuidePage> guidePages(const QString& language)
{
    QList<GuidePage> translated;
    QList<GuidePage> english;
    for (const GuideFile& page : kFiles) {
        const QUrl own = translatedPlace(page, language);
        if (!own.isEmpty())
            translated.append({firstHeading(own), own});
        const QUrl place = placeInGuide(page.name);
        english.append({firstHeading(place), place});
    }
    if (translated.isEmpty())
        return english;
    for (GuidePage& page : english)
        page.title = GuideTexts::tr("%1 (English)").arg(page.title);
    return translated + english;
}

QUrl guidePlace(const QString& page, const QString& language)
{
    for (const GuideFile& file : kFiles) {
        if (page == QLatin1String(file.name)) {
            const QUrl own = translatedPlace(file, language);
            return own.isEmpty() ? placeInGuide(file.name) : own;
        }
    }
    return {};
}

QString guidePageOf(const QString& place)
{
    const auto& pages = pagesOfPlaces();
    const auto found = pages.find(place);
    return found == pages.end() ? QString() : QLatin1String(found->second);
}

QString guidePageOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        QString page = pageOfObject(*widget);
        if (const auto* tabs = qobject_cast<const QTabWidget*>(widget); tabs && page.isEmpty()) {
            const QWidget* front = tabs->currentWidget(); // the tabs have the keyboard, not what is in one
            if (const auto* area = qobject_cast<const QScrollArea*>(front); area && area->widget())
                front = area->widget();
            if (front)
                page = pageOfObject(*front);
        }
        if (!page.isEmpty())
            return page;
    }
    return {};
}

}
