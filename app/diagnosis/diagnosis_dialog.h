#pragma once

#include "app/diagnosis/diagnosis.h"
#include "app/tasks/task.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// *Help → Diagnosis…*: what those want to know who are asked for help, to be read, copied and saved; nothing
/// is sent. What is asked of the system comes from a task.
class DiagnosisDialog : public QDialog {
    Q_OBJECT
public:
    DiagnosisDialog(DiagnosisOfWindow window, QWidget* parent);

    /// Begins with this chapter.
    void showChapter(DiagnosisChapter::Subject subject);
    QString text() const; ///< of all chapters

signals:
    void saved(const QString& file); ///< was written
    void notSaved(const QString& why); ///< a sentence

private:
    void look();
    void show(const Diagnosis& diagnosis);
    void showChosen();
    void copy() const;
    void save();
    void deleteNotes();

    DiagnosisOfWindow m_window;
    Diagnosis m_diagnosis;
    DiagnosisChapter::Subject m_wished = DiagnosisChapter::Subject::Program;
    QListWidget* m_chapters;
    QPlainTextEdit* m_text;
    QPushButton* m_delete;
    QPushButton* m_copy;
    QPushButton* m_save;
    Task m_looking;
    Task m_writing;
};

}
