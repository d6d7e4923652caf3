#pragma once

#include <QWidget>

class QToolButton;

namespace widgets {

/// The buttons in the corner of Space: flat or not, lasso or turning, and what is taken out.
class SpaceTools : public QWidget {
    Q_OBJECT
public:
    explicit SpaceTools(QWidget* parent = nullptr);
    bool isFlat() const;

signals:
    void flatChosen(bool isFlat);
    void lassoChosen(bool isLasso);
    void pictureWished();

private:
    QToolButton* m_flat;
};

}
