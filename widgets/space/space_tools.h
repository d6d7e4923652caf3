#pragma once

#include <QWidget>

class QToolButton;

namespace widgets {

/// A button in the corner of a view of Space.
QToolButton* spaceToolButton(const QString& name, const QString& text, const QString& tip, QWidget* parent);
/// The one that takes out a picture. @param view  the name of the view's frame
QToolButton* pictureButton(const QString& view, QWidget* parent);

/// The buttons in the corner of the points: flat or not, lasso or turning, and what is taken out.
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
