#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace widgets {

/// Something a run needs, and whether it is there.
struct Need {
    enum class State { Met, Missing, Later, Failed };
    State state = State::Missing;
    QString title; ///< `Three videos with labels: 2 so far`
    QString detail = {};
    QString button = {}; ///< of the step that helps; empty: none
    QString key = {}; ///< `label-next`: which step the button is

    friend bool operator==(const Need&, const Need&) = default;
};

/// What a run still needs, one below the other: a mark for the state, what is needed, and a button where
/// something can be done.
class NeedsList : public QWidget {
    Q_OBJECT
public:
    explicit NeedsList(QWidget* parent = nullptr);

    /// A button that is still there keeps the focus. Emits nothing.
    void setNeeds(std::vector<Need> needs);
    const std::vector<Need>& needs() const { return m_needs; }

signals:
    void pressed(const QString& key);

private:
    QWidget* rowOf(const Need& need, bool isLast);

    std::vector<Need> m_needs;
    QVBoxLayout* m_column;
};

}
