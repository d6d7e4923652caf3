#pragma once

#include "engine/annotation/tier.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace widgets {

/// A field where the classes of a label are typed, one a line or separated by commas. Below, it shows them as
/// the timeline will: each with its digit and its colour.
class ClassField : public QWidget {
    Q_OBJECT
public:
    explicit ClassField(QWidget* parent = nullptr);

    /// Each class once, with a colour by its place; empty: none was typed.
    engine::Vocabulary classes() const;

signals:
    void edited();

private:
    void showClasses();

    QPlainTextEdit* m_text;
    QLabel* m_shown;
};

}
