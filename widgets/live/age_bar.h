#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace widgets {

/// How old an answer was when it was seen, from the moment that its newest picture was taken: a bar of parts,
/// with their milliseconds below.
class AgeBar : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name;
        double milliseconds = 0.0;
        int colour = 0; ///< 0: grey; 1 language, 2 sound, 3 vision, 4 accent
    };

    explicit AgeBar(QWidget* parent = nullptr);

    void setParts(std::vector<Part> parts);
    const std::vector<Part>& parts() const { return m_parts; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor colourOf(const Part& part) const;

    std::vector<Part> m_parts;
};

}
