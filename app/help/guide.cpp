#include "app/help/guide.h"

#include "widgets/base/guide_page.h"

#include <QCoreApplication>
#include <QFile>
#include <QScrollArea>
#include <QTabWidget>

#include <algorithm>
#include <array>

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
                            "agree",
                            "plan",
                            "publish",
                            "conversations",
                            "models",
                            "why",
                            "answers",
                            "dataset-view",
                            "training",
                            "live",
                            "command-line",
                            "python",
                            "keys",
                            "file-formats",
                            "from-the-sdk",
                            "tutorial-label-your-video",
                            "tutorial-align-and-impute",
                            "tutorial-review-with-colleagues"};

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

QString guidePageOf(const QWidget* widget)
{
    for (; widget; widget = widget->parentWidget()) {
        QString page = widgets::guidePage(*widget);
        if (const auto* tabs = qobject_cast<const QTabWidget*>(widget); tabs && page.isEmpty()) {
            const QWidget* front = tabs->currentWidget(); // the tabs have the keyboard, not what is in one
            if (const auto* area = qobject_cast<const QScrollArea*>(front); area && area->widget())
                front = area->widget();
            if (front)
                page = widgets::guidePage(*front);
        }
        if (!page.isEmpty())
            return page;
    }
    return {};
}

}
