#pragma once

#include <QObject>

namespace widgets {

/// Labels and tool tips show texts as they are: a name that comes from a file is never taken for HTML, which
/// could fetch pictures. Labels that are meant to be rich have a format that says so; for tool tips there is
/// setRichToolTip().
///
/// An event filter of the application.
class PlainLabels : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    bool eventFilter(QObject* object, QEvent* event) override;
};

/// A tool tip of our own HTML.
void setRichToolTip(QWidget* widget, const QString& html);

}
