#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QTableWidget;

namespace widgets {

/// What was recorded live: name, length, size. A click or Enter asks to open one.
class LiveRecordings : public QWidget {
    Q_OBJECT
public:
    struct Recording {
        QString path;
        QString name;
        double seconds = 0.0;
        qint64 bytes = 0;
        bool hasAnswers = false; ///< the answers of the session lie beside it

        friend bool operator==(const Recording&, const Recording&) = default;
    };
    explicit LiveRecordings(QWidget* parent = nullptr);

    /// @param folder  where they lie
    void setRecordings(const QString& folder, const std::vector<Recording>& recordings);

signals:
    void openWished(const widgets::LiveRecordings::Recording& recording);

private:
    void open(int row);

    QLabel* m_folder;
    QLabel* m_none;
    QTableWidget* m_table;
    std::vector<Recording> m_recordings; ///< one per row
};

}
