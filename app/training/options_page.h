#pragma once

#include <QWidget>

#include <nlohmann/json.hpp>

class QLabel;
class QPlainTextEdit;

namespace app {

/// All options of a training as JSON, which a person can edit: an object with the objects `model` and
/// `training`.
class OptionsPage : public QWidget {
    Q_OBJECT
public:
    explicit OptionsPage(QWidget* parent = nullptr);

    void setOptions(const nlohmann::ordered_json& options); ///< never emits
    /// Why what stands there cannot be read, with its line; empty: it can.
    const QString& problem() const { return m_problem; }

signals:
    void typed(const nlohmann::ordered_json& options); ///< can be read
    void problemChanged(); ///< after something was typed that cannot be read

private:
    void take();

    QPlainTextEdit* m_text;
    QLabel* m_note;
    QString m_problem;
};

}
