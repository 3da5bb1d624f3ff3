#pragma once

#include "core/delivery/auditreportcomposer.h"

namespace plimsoll {

/// data/index.html: what the package holds, as one page without script that any browser opens from the disk.
/// Foreign text is escaped, and what hides or reorders in it made visible.
QByteArray indexPage(const Dossier &dossier, const AuditReport &report, const QString &packageName);

}
