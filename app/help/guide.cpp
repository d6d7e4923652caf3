#include "app/help/guide.h"

#include <QCoreApplication>
#include <QFile>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>
#include <array>
#include <map>

namespace app {

namespace {

struct GuideTexts {
    Q_DECLARE_TR_FUNCTIONS(app::GuideTexts)
};

/// The pages in docs/guide, in the order of the list.
constexpr std::array kPages{"first-steps",
                            "own-recordings",
                            "exploring",
                            "aligning",
                            "labelling",
                            "reviewing",
                            "models",
                            "why",
                            "dataset-view",
                            "training",
                            "live",
                            "command-line",
                            "keys",
                            "file-formats",
                            "from-the-sdk",
                            "tutorial-label-your-video",
                            "tutorial-align-and-impute",
                            "tutorial-review-with-colleagues"};

/// The page of each dock, tab and dialog, by the name of the object or of its class.
const std::map<QString, const char*>& pagesOfPlaces()
{
    static const std::map<QString, const char*> pages{
        {QStringLiteral("welcomePage"), "first-steps"},
        {QStringLiteral("video"), "exploring"},
        {QStringLiteral("liveView"), "live"},
        {QStringLiteral("datasetView"), "dataset-view"},
        // docks
        {QStringLiteral("libraryDock"), "exploring"},
        {QStringLiteral("timelineDock"), "exploring"},
        {QStringLiteral("statisticsDock"), "exploring"},
        {QStringLiteral("tableDock"), "labelling"},
        {QStringLiteral("historyDock"), "labelling"},
        {QStringLiteral("ratingDock"), "labelling"},
        {QStringLiteral("reviewDock"), "reviewing"},
        {QStringLiteral("suspectsDock"), "reviewing"},
        {QStringLiteral("messagesDock"), "first-steps"},
        {QStringLiteral("nearestDock"), "models"},
        // tabs
        {QStringLiteral("widgets::InspectorPanel"), "labelling"},
        {QStringLiteral("app::AlignTab"), "aligning"},
        {QStringLiteral("widgets::PredictPanel"), "models"},
        {QStringLiteral("interactionView"), "why"},
        {QStringLiteral("attributionView"), "why"},
        {QStringLiteral("app::ReviewTab"), "reviewing"},
        {QStringLiteral("widgets::TranscriptPanel"), "own-recordings"},
        {QStringLiteral("app::SpaceTab"), "exploring"},
        // dialogs
        {QStringLiteral("app::ImportDialog"), "own-recordings"},
        {QStringLiteral("app::ImportFilesDialog"), "own-recordings"},
        {QStringLiteral("app::FusionDialog"), "labelling"},
        {QStringLiteral("app::GoldItemDialog"), "reviewing"},
        {QStringLiteral("app::RatersDialog"), "reviewing"},
        {QStringLiteral("app::SharingDialog"), "reviewing"},
        {QStringLiteral("app::CompletionDialog"), "labelling"},
        {QStringLiteral("app::SegmentsDialog"), "own-recordings"},
        {QStringLiteral("app::ExportDialog"), "own-recordings"},
        {QStringLiteral("app::ExtractDialog"), "own-recordings"},
        {QStringLiteral("app::TensorsDialog"), "aligning"},
        {QStringLiteral("app::ApplyAllDialog"), "aligning"},
        {QStringLiteral("labelExportDialog"), "reviewing"},
        {QStringLiteral("app::ExportSpanDialog"), "exploring"},
        {QStringLiteral("app::FetchDialog"), "first-steps"},
        {QStringLiteral("app::OffsetDialog"), "exploring"},
        {QStringLiteral("app::BulkDialog"), "labelling"},
        {QStringLiteral("app::TierDialog"), "labelling"},
        {QStringLiteral("app::ConflictsDialog"), "reviewing"},
        {QStringLiteral("app::MergeDialog"), "reviewing"},
        {QStringLiteral("app::ModelCardDialog"), "why"},
        {QStringLiteral("app::VersionsDialog"), "labelling"},
        {QStringLiteral("app::SettingsDialog"), "first-steps"},
        {QStringLiteral("app::CounterfactualDialog"), "dataset-view"},
        {QStringLiteral("app::TrainDialog"), "training"},
        {QStringLiteral("app::ExperimentDialog"), "training"},
        {QStringLiteral("app::ShortcutsDialog"), "keys"},
        {QStringLiteral("widgets::CommandPalette"), "keys"},
        {QStringLiteral("widgets::DimensionChooser"), "exploring"},
        {QStringLiteral("widgets::RangeDialog"), "exploring"},
    };
    return pages;
}

QUrl placeInGuide(const QString& page)
{
    return QUrl(QStringLiteral("qrc:/docs/guide/%1.md").arg(page));
}

/// Empty: the page is not translated.
QUrl translatedPlace(const QString& page, const QString& language)
{
    const QString path
        = QStringLiteral("/docs/guide/%1/%2.md").arg(language.section(QLatin1Char('_'), 0, 0), page);
    return QFile::exists(QLatin1Char(':') + path) ? QUrl(QStringLiteral("qrc:") + path) : QUrl();
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
    QList<GuidePage> pages;
    for (const char* page : kPages) {
        const QString name = QLatin1String(page);
        const QUrl place = guidePlace(name, language);
        const bool isForeign = place == placeInGuide(name) && !language.startsWith(QLatin1String("en"));
        const QString title = firstHeading(place);
        pages.append({isForeign ? GuideTexts::tr("%1 (English)").arg(title) : title, place});
    }
    return pages;
}

QUrl guidePlace(const QString& page, const QString& language)
{
    const auto isIt = [&page](const char* name) { return page == QLatin1String(name); };
    if (std::ranges::none_of(kPages, isIt))
        return {};
    const QUrl own = translatedPlace(page, language);
    return own.isEmpty() ? placeInGuide(page) : own;
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
