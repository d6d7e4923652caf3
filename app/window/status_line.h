#pragma once

#include <QPointer>
#include <QStatusBar>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace app {

class Alignment;
class Document;
class Task;
class Tasks;
class ModelsClient;
class Project;

/// The state of the work: whether edits are saved, how much is aligned, how fast the model is, which task
/// runs in the background.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(Document& document, Project& project, ModelsClient& modelsClient,
                        Alignment& alignment, Tasks& tasks, QWidget* parent = nullptr);

    void setMessages(int count, const QString& last);

signals:
    void messagesClicked();

private:
    void showSaved();
    void showCoverage();
    int imputedRows() const;
    void showModel();
    void showTasks();

    Document& m_document;
    Project& m_project;
    ModelsClient& m_modelsClient;
    Alignment& m_alignment;
    Tasks& m_tasks;
    QPointer<Task> m_shown; ///< the one that *Stop* stops; null: the first detached program
    double m_latency = -1.0; ///< of the last answer, in ms; negative: none yet
    QLabel* m_saved;
    QLabel* m_coverage;
    QLabel* m_model;
    QToolButton* m_messages;
    QLabel* m_task;
    QProgressBar* m_progress;
    QToolButton* m_stop;
    QTimer* m_ageTimer; ///< updates “saved 2 s ago”
    QTimer* m_coverageTimer; ///< all words are counted only when a drag pauses
};

}
