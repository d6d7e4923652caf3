#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {

/// A hatched box in the place of what others said, as long as that is hidden: how much there is, and the
/// button to peek.
class HiddenVotes : public QWidget {
    Q_OBJECT
public:
    explicit HiddenVotes(QWidget* parent = nullptr);

    void setCounts(int answers, int predictions);
    void setPeekText(const QString& text); ///< with its key

signals:
    void peekRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
    QPushButton* m_peek;
};

}
