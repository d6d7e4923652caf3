#pragma once

#include "engine/annotation/project/journaling.h"

#include <QTest>

namespace engine::test {

/// The rows of initTestCase_data() of a test that is to hold however projects are written.
inline void addJournalings()
{
    QTest::addColumn<JournalingChoice>("journaling");
    QTest::newRow("with a log") << JournalingChoice::AlwaysWithLog;
    QTest::newRow("without a log") << JournalingChoice::NeverWithLog;
}

/// For init() of such a test.
inline void useJournaling()
{
    QFETCH_GLOBAL(const JournalingChoice, journaling);
    setJournalingChoice(journaling);
}

}
