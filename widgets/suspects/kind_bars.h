#pragma once

#include <QString>
#include <QWidget>

#include <vector>

namespace widgets {

/// How likely each of a few kinds of error is, as bars one below the other.
class KindBars : public QWidget {
    Q_OBJECT
public:
    explicit KindBars(QWidget* parent = nullptr);

    struct Bar {
        QString name;
        double share = 0.0; ///< 0…1
        friend bool operator==(const Bar&, const Bar&) = default;
    };
    void setBars(std::vector<Bar> bars); ///< the first is the likeliest
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {fontMetrics().height() * 10, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Bar> m_bars;
};

}
