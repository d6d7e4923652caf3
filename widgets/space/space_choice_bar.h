#pragma once

#include <QWidget>

class QLabel;

namespace widgets {

/// How many points are chosen, and what can be done with them; hidden while there are none.
class SpaceChoiceBar : public QWidget {
    Q_OBJECT
public:
    explicit SpaceChoiceBar(QWidget* parent = nullptr);
    void setCount(int count); ///< never emits

signals:
    void reviewWished();
    void datasetWished();
    void clearWished();

private:
    QLabel* m_text;
};

}
