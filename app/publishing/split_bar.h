#pragma once

#include <QWidget>

#include <vector>

namespace app {

/// The splits as parts of one bar, by their numbers of videos, each with its name and number.
class SplitBar : public QWidget {
    Q_OBJECT
public:
    explicit SplitBar(QWidget* parent = nullptr);

    struct Part {
        QString name;
        int videos = 0;
        bool isNone = false; ///< videos that are in no split
        friend bool operator==(const Part&, const Part&) = default;
    };
    void setParts(std::vector<Part> parts);
    const std::vector<Part>& parts() const { return m_parts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Part> m_parts;
};

}
