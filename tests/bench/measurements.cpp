#include "tests/bench/measurements.h"

namespace plimsoll::bench {

QList<Measurement> measurements()
{
    return {makingTheLargeWorkspace(), startOfTheWindow(),    pagesOfTheWindow(),   creatingASystem(),
            committingAnAnswer(),      attachingALargeFile(), attachingManyFiles(), printingTheReport(),
            packagingALargeFile(),     packagingManyFiles()};
}

}
