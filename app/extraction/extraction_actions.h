#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

class QWidget;

namespace app {

class Actions;
class Document;
class ExtractDialog;
class Jobs;

/// *New dataset from videos*: one dialog, which hides while its work goes on and is shown again by the same
/// command.
class ExtractionActions : public QObject {
    Q_OBJECT
public:
    ExtractionActions(const Document& document, Jobs& jobs, const Actions& actions, QWidget* window);

signals:
    void datasetWished(const QStringList& paths);
    void message(const QString& text);

private:
    void show();

    const Document& m_document;
    Jobs& m_jobs;
    QWidget* m_window;
    QPointer<ExtractDialog> m_dialog;
};

}
