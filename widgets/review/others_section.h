#pragma once

#include "widgets/base/fold_section.h"
#include "widgets/review/answer_content.h"

namespace widgets {

class HiddenVotes;

/// What others said of the segment in hand, a line each; or, as long as it is hidden, how much there is.
class OthersSection : public FoldSection {
    Q_OBJECT
public:
    explicit OthersSection(QWidget* parent = nullptr);

    void setContent(const AnswerContent& content);
    void setPeekKey(const QString& key); ///< that the buttons name

signals:
    void peekRequested(bool peeking); ///< false: a peek is over

private:
    QWidget* lineOf(const OtherAnswer& other, const engine::NumberScale* scale);

    HiddenVotes* m_hidden; ///< in the place of what others said
    QToolButton* m_hideAgain; ///< ends a peek
};

}
