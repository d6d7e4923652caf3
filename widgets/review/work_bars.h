#pragma once

#include <QWidget>

#include <vector>

namespace widgets {

/// Who does how much: a bar per person, parted into what several judge and what is shared out, and the count.
class WorkBars : public QWidget {
    Q_OBJECT
public:
    explicit WorkBars(QWidget* parent = nullptr);

    struct Person {
        QString name;
        double together = 0.0; ///< ratings of segments that several judge
        double alone = 0.0; ///< ratings of the rest
        QString time; ///< `1.5 h`; empty: not known
        friend bool operator==(const Person&, const Person&) = default;
    };
    void setPeople(std::vector<Person> people);
    const std::vector<Person>& people() const { return m_people; }

    QSize sizeHint() const override { return {fontMetrics().height() * 14, fontMetrics().height() * 9}; }
    QSize minimumSizeHint() const override
    {
        return {fontMetrics().height() * 11, fontMetrics().height() * 6};
    }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Person> m_people;
};

}
