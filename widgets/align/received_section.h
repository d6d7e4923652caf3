#pragma once

#include "widgets/align/received_rows.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace widgets {

/// The rows that the word under the playhead receives: of which sequence and dimension, what becomes of them,
/// and which rows no word receives.
class ReceivedSection : public QWidget {
    Q_OBJECT
public:
    explicit ReceivedSection(QWidget* parent = nullptr);

    /// @param title  names the word; empty: nothing is shown
    void setRows(const QString& title, const std::optional<ReceivedRows::Picture>& picture);
    void setChoices(const QStringList& sequences, const QStringList& dimensions); ///< the chosen ones stay
    void setDropped(const QString& text); ///< rows that no target received, and why; empty: none

    QString sequence() const;
    int dimension() const; ///< −1: there is none

signals:
    void choiceChanged();

private:
    void showOrHide();

    QLabel* m_head;
    QComboBox* m_sequence;
    QComboBox* m_dimension;
    ReceivedRows* m_rows;
    QLabel* m_dropped;
};

}
