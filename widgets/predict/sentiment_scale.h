#pragma once

#include <QWidget>

#include <optional>
#include <vector>

namespace widgets {

/// Draws a scale as a bar, the label as a mark above it, the model's answer as a dot on it, and what is
/// compared with it as a ring. The scale is
/// −3…+3 unless another is set; a scale that goes below 0 is coloured from negative to positive.
class SentimentScale : public QWidget {
    Q_OBJECT
public:
    explicit SentimentScale(QWidget* parent = nullptr);

    void setScale(const QString& name, double low, double high); ///< low < high; forgets the values
    void setLabel(std::optional<double> value);
    void setPrediction(std::optional<double> value,
                       bool current); ///< not current: a newer answer is on its way
    /// What is compared with it: a ring, and a band where several models answered.
    void setOther(std::optional<double> value, double deviation, bool current);
    void setSaid(std::vector<double> values); ///< by single models: thin lines across the bar
    QSize sizeHint() const override { return {280, 62}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name = QStringLiteral("sentiment");
    double m_low = -3.0;
    double m_high = 3.0;
    std::optional<double> m_label;
    std::optional<double> m_prediction;
    bool m_current = true;
    std::optional<double> m_other;
    double m_deviation = 0.0; ///< of m_other
    bool m_isOtherCurrent = true;
    std::vector<double> m_said;
};

}
