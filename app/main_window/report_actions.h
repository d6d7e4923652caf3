#pragma once

#include <QObject>

namespace app {

class Actions;
class Session;

/// The actions that export a review: its report, and its labels as sequences.
class ReportActions : public QObject {
    Q_OBJECT
public:
    ReportActions(Session& session, const Actions& actions, QWidget* window);

    void writeReport(const QString& path);
    void exportLabels(const QString& folder, const QStringList& sources);

signals:
    void message(const QString& text);

private:
    void askForReport();
    void askForLabels();

    Session& m_session;
    QWidget* m_window;
};

}
