#pragma once

#include <QWidget>

#include <optional>

namespace widgets {

/// −3…+3 as a bar from negative to positive, the label as a mark above it, the model's answer as a dot on it.
class SentimentScale : public QWidget {
    Q_OBJECT
public:
    explicit SentimentScale(QWidget* parent = nullptr);

    void setLabel(std::optional<double> value);
    void setPrediction(std::optional<double> value,
                       bool current); ///< not current: a newer answer is on its way
    QSize sizeHint() const override { return {280, 62}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<double> m_label;
    std::optional<double> m_prediction;
    bool m_current = true;
};

}
