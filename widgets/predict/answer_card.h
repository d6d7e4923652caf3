#pragma once

#include "widgets/base/theme.h"

#include <QCoreApplication>
#include <QFont>
#include <QRectF>

#include <optional>
#include <vector>

class QPainter;

namespace widgets {

/// What a model says of one segment, for a picture that nobody can click: the value as a number and on its
/// scale, the label beside it.
struct AnswerCard {
    struct Value {
        QString name; ///< `sentiment`
        double low = -3.0; ///< of its scale, below `high`
        double high = 3.0;
        std::optional<double> answer; ///< absent: the model has not answered
        std::optional<double> label; ///< of a person; absent: none
    };
    QString model;
    QString caution; ///< what must be known before the answer is read; empty: nothing
    std::vector<Value> values; ///< the one that matters most first; empty: no segment is here
    bool areStrengths = false; ///< values of one kind, which are compared with each other
};

/// Paints cards. May be used on any thread, on a QImage.
class AnswerCardPainter {
    Q_DECLARE_TR_FUNCTIONS(widgets::AnswerCardPainter)
public:
    static constexpr double kWidth = 260; ///< pixels that a card needs
    AnswerCardPainter(QPainter& painter, const Theme& theme, const QFont& font);

    /// The pixels that a card of this width takes from top to bottom.
    double height(const AnswerCard& card, double width) const;
    void paint(const AnswerCard& card, const QRectF& place);

private:
    double paintHead(const AnswerCard& card, double left, double top, double width);
    double paintHeadline(const AnswerCard::Value& value, double left, double top, double width);
    double paintBar(const AnswerCard::Value& value, double left, double top, double width, bool isStrongest);
    QFont scaled(double factor, bool isStrong = false) const;

    QPainter& m_painter;
    const Theme& m_theme;
    QFont m_font;
};

}
