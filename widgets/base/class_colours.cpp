#include "widgets/base/class_colours.h"

#include <array>

namespace widgets {

QColor classColour(int place)
{
    // Okabe and Ito, Color Universal Design, 2008; grey in place of black.
    static constexpr std::array<QRgb, kClassColours> colours{0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442,
                                                             0x0072b2, 0xd55e00, 0xcc79a7, 0x999999};
    return QColor::fromRgb(colours.at(static_cast<std::size_t>(place % kClassColours)));
}

QColor termColour(const engine::Term& term, int place)
{
    return term.colour.empty() ? classColour(place) : QColor(QString::fromStdString(term.colour));
}

}
