#pragma once

#include <QList>
#include <QString>
#include <QUrl>

class QWidget;

/// The guide: the Markdown files of docs/guide, which are part of the program, and their translations in the
/// folders beside them. A page that is not translated stands in English.
namespace app {

struct GuidePage {
    QString title; ///< the first heading of the page
    QUrl place; ///< in the resources
};

/// In the order of the list of pages. @param language  `de`, `zh_CN`
QList<GuidePage> guidePages(const QString& language);

/// Where the page of this name is: `reviewing`. Empty: there is none. @param language  as above
QUrl guidePlace(const QString& page, const QString& language);

/// The name of the page about the panel or dialog that has this widget: `reviewing`. Empty: none of them.
QString guidePageOf(const QWidget* widget);

}
