#pragma once

#include "app/commands/commandline.h"

namespace plimsoll {

/// plimsollctl assessment list
void addAssessmentList(CommandLine &commandLine, Command group);

}
