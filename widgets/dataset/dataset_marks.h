#pragma once

#include "widgets/base/theme.h"
#include "widgets/dataset/dataset_content.h"

#include <QPainter>

#include <cstdint>

namespace widgets {

/// By what the points of a dataset are told apart.
enum class MarkBy { Class, Label, Error, Speaker, Fold, Prediction };

/// A point's outline: colour never speaks alone.
enum class MarkShape { Disc, Square, Triangle, Diamond, Cross, Dot };

struct MarkKind {
    QString name;
    MarkShape shape = MarkShape::Disc;
    QColor colour;
    std::size_t count = 0; ///< points of this kind, in the fold
};

/// How each point of a dataset looks.
struct DatasetMarks {
    std::vector<MarkKind> kinds;
    std::vector<std::uint8_t> ofPoint; ///< the kind of each point
    bool isRamp = false; ///< the kinds are steps of one scale, and the first and last name its ends
};

/// @param fold  whose points are counted; empty: all are
DatasetMarks datasetMarks(const DatasetContent& content, MarkBy by, const Theme& theme,
                          const QString& fold = {});

/// The class in the window's language: `conflict`.
QString className(engine::InteractionClass kind);

/// @param size  pixels of the mark's width
void paintMark(QPainter& painter, QPointF centre, MarkShape shape, const QColor& colour, double size);

/// A mark as a picture, of which thousands can be painted in a frame; its middle is that of the mark.
QPixmap markPicture(MarkShape shape, const QColor& colour, double size, double pixelRatio);

}
