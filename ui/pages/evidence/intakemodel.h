#pragma once

#include "core/evidence/folderwalk.h"
#include "core/workspace/attaching.h"
#include "ui/models/recordmodel.h"
#include "ui/models/ticklistmodel.h"

namespace plimsoll {

class Connection;

/// A file that is about to become evidence, and what is said of it before.
struct ArrivingFile
{
    QString path;
    QString shownPath; ///< below the folder that was dropped
    qint64 size = 0;   ///< bytes
    Evidence evidence; ///< title, kind, period
    QStringList items;
    QStringList systems; ///< the ids of their assessments

    friend bool operator==(const ArrivingFile &, const ArrivingFile &) = default;
};

/// What was found in what was dropped, and what can be said of it.
struct IntakeReading
{
    std::vector<ArrivingFile> files;
    std::vector<LeftOut> leftOut;
    QList<Tickable> systems; ///< see tickableSystems()
    QList<Tickable> items;
};

/// Looks through the dropped things; to be called on a job's thread.
Result<IntakeReading> readIntake(const Connection &reader, const QStringList &paths,
                                 const Progress &progress);

using IntakeModel = RecordModel<ArrivingFile>;

/// `systemNames`, by assessment, outlives the model.
std::unique_ptr<IntakeModel> makeIntakeModel(const QHash<QString, QString> &systemNames);

/// What the table says, as the core attaches it: collected by that person on that day.
QList<Attachment> attachmentsOf(const std::vector<ArrivingFile> &files, const Id<Person> &collector,
                                QDate today);

}
