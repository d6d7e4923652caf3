#pragma once

#include "app/tasks/task.h"
#include "engine/explain/counterfactuals.h"
#include "engine/explain/explained_dataset.h"
#include "engine/sequences/dataset_list.h"

#include <QDialog>

#include <map>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace app {

class Tasks;

/// What is asked of the program about a segment.
struct CounterfactualQuestion {
    QString model; ///< path
    QString absent; ///< AbsentKind
    QString output;
    std::string segment; ///< `ada_1[2]`
    engine::DatasetList list;
    std::map<std::string, QString> words; ///< of every segment, by id
};

/// About the segment at a place of what is known. @param model  path
CounterfactualQuestion questionAbout(const engine::ExplainedDataset& known, std::size_t place,
                                     const QString& model, const QString& output,
                                     const engine::DatasetList& list);

/// *What would flip it?*: asks a model what would have to be otherwise for the other sign of one segment, and
/// lists it; a click opens whose it is.
class CounterfactualDialog : public QDialog {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    CounterfactualDialog(Tasks& tasks, QString programs, QWidget* parent);

    void ask(const CounterfactualQuestion& question);

signals:
    void segmentWished(const std::string& id); ///< is to be opened

private:
    void tell(const engine::Counterfactuals& found);
    void addRow(const QString& what, const QString& whose, const QString& words, double prediction,
                bool flips, const std::string& id);
    QString wordsAt(const std::vector<std::size_t>& steps) const;

    QString m_programs;
    CounterfactualQuestion m_question;
    QLabel* m_head;
    QLabel* m_note;
    QTreeWidget* m_rows;
    QPushButton* m_stop;
    Task m_asking;
};

}
