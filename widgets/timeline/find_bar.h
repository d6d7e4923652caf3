#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace widgets {

/// A slim bar in which a person types a text to find, and sees how often it occurs.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(QWidget* parent = nullptr);

    void open(); ///< shows it, ready to type
    QString text() const;
    bool isPattern() const; ///< the text is a regular expression
    /// @param current  number of the hit in sight, from 1; 0: no hit was visited yet
    void setResult(int current, int count);
    void setError(const QString& sentence); ///< the pattern cannot be read

signals:
    void edited(); ///< the text, or whether it is a pattern
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
