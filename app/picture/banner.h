#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace app {

/// Shows a sentence above the video until it is answered or closed: why a project is read-only, which files
/// were moved.
class Banner : public QFrame {
    Q_OBJECT
public:
    struct Answer {
        QString text;
        std::function<void()> work; ///< called after the banner was closed
    };

    explicit Banner(QWidget* parent = nullptr);

    void ask(const QString& sentence, const std::vector<Answer>& answers);
    QString sentence() const;

signals:
    void asked();
    void answered();

private:
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

}
