#pragma once

#include <QFrame>

class QLabel;

namespace widgets {

class ElidedLabel;

/// What must be known before a model's answers are read, above them, with the way to the page of the guide
/// about such answers. Hidden where there is nothing to say.
class CautionBanner : public QFrame {
    Q_OBJECT
public:
    explicit CautionBanner(QWidget* parent = nullptr);

    /// @param sentence  empty: nothing is to be said. @param about  what it rests on, in a few words
    void setCaution(const QString& sentence, const QString& about);

signals:
    void helpWished(); ///< the page of the guide; the banner's link has the keyboard then

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    QLabel* m_icon;
    QLabel* m_sentence;
    ElidedLabel* m_about;
    QLabel* m_help;
};

}
