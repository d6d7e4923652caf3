#pragma once

#include <QWidget>

#include <cstddef>
#include <vector>

class QLabel;
class QTreeWidget;

namespace app {

/// What comes after the work was shared out: which file goes to whom, what each does with it, what comes
/// back, and how it is taken in.
class SharedOutPage : public QWidget {
    Q_OBJECT
public:
    explicit SharedOutPage(QWidget* parent = nullptr);

    /// A file for one person.
    struct Row {
        QString file; ///< with its folder
        QString annotator;
        std::size_t segments = 0; ///< that are asked of the person, gold and repeats among them
    };
    /// @param folder  where the files of the rows lie
    void setRows(const std::vector<Row>& rows, const QString& folder);
    void openFolder() const; ///< in the file manager

private:
    QString m_folder;
    QLabel* m_where;
    QTreeWidget* m_rows;
};

}
