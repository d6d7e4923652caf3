#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
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
    /// @param programs  the folder with the programs
    ExtractionActions(const Document& document, Jobs& jobs, QString programs, const Actions& actions,
                      QWidget* window);

signals:
    void datasetWished(const QStringList& paths);
    void message(const QString& text);

private:
    void show();

    const Document& m_document;
    Jobs& m_jobs;
    QString m_programs;
    QWidget* m_window;
    QPointer<ExtractDialog> m_dialog;
};

}
