#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {

/// A slim bar in which a person types what to look for, and sees how often it is there.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    void open(); ///< shows it, ready to type
    QString text() const;
    bool isPattern() const; ///< the text is a regular expression
    /// @param current  from 1; 0: none of them yet
    void setResult(int current, int count);
    void setError(const QString& sentence); ///< the pattern cannot be read

signals:
    void edited(); ///< text or kind
    void nextRequested();
    void previousRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* m_text;
    QToolButton* m_pattern;
    QLabel* m_result;
};

}
