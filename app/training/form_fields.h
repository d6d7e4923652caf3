#pragma once

class QFormLayout;
class QPushButton;
class QSpinBox;
class QWidget;

namespace app {

// Fields of the forms about trainings.

/// A button that opens a question for a file or a folder. @param name  of the object
QPushButton* choosingButton(const char* name, QWidget* parent);

inline constexpr int kMostEpochs = 100'000; ///< that a form takes

/// A whole number. @param name  of the object
QSpinBox* numberField(const char* name, int least, int most, QWidget* parent);

/// A form whose labels stand at the middle of their fields.
QFormLayout* trainingForm(QWidget* owner = nullptr);

}
