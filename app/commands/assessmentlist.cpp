#include "app/commands/assessmentlist.h"

#include "app/commands/output.h"
#include "app/commands/place.h"

#include "core/base/text.h"
#include "core/workspace/assessing.h"
#include "core/workspace/closedrecord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AssessmentList)
};

struct Arguments
{
    std::string folder;
    std::string system;
};

QString day(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

QString line(qsizetype number, const Assessment &assessment, const QString &assessor)
{
    const QString begun = day(assessment.startedOn);
    const QString days = assessment.closedOn
                             ? Text::tr("begun %1, closed %2").arg(begun, day(assessment.closedOn))
                             : Text::tr("begun %1, open").arg(begun);
    const QString version = assessment.systemVersion.isEmpty()
                                ? Text::tr("no version named")
                                : Text::tr("version %1").arg(assessment.systemVersion);
    return withVisibleControls(u"%1  %2  %3  %4  %5"_s.arg(
        QString::number(number), days, word(assessment.purpose), version,
        assessor.isEmpty() ? Text::tr("by nobody named") : Text::tr("by %1").arg(assessor)));
}

QJsonObject json(qsizetype number, const Assessment &assessment, const QString &assessor)
{
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    return {{u"number"_s, number},
            {u"id"_s, assessment.id.text()},
            {u"begun_on"_s, day(assessment.startedOn)},
            {u"closed_on"_s, orNull(day(assessment.closedOn))},
            {u"kind"_s, word(assessment.purpose)},
            {u"assessed_version"_s, orNull(assessment.systemVersion)},
            {u"assessor"_s, orNull(assessor)}};
}

Result<Exit> list(const Arguments &arguments, const Invocation &invocation)
{
    const auto record = recordInSight(arguments.folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto system = systemCalled(QString::fromStdString(arguments.system), *record->reader);
    if (!system)
        return tl::unexpected(system.error());
    const auto assessments = assessmentsOf(*record->reader, system->id);
    const auto names = personNames(*record->reader);
    if (!assessments || !names)
        return tl::unexpected(assessments ? names.error() : assessments.error());

    QJsonArray all;
    for (qsizetype i = 0; i < assessments->size(); ++i) {
        const Assessment &each = assessments->at(i);
        const auto then = each.assessor ? nameAtClosing(*record->reader, each.id, *each.assessor)
                                        : Result<std::optional<QString>>();
        if (!then)
            return tl::unexpected(then.error());
        const QString assessor = each.assessor ? then->value_or(names->value(*each.assessor)) : QString();
        invocation.output.words(line(i + 1, each, assessor));
        all.append(json(i + 1, each, assessor));
    }
    if (assessments->isEmpty())
        invocation.output.words(Text::tr("%1 was never assessed.").arg(withVisibleControls(system->name)));
    invocation.output.json({{u"system"_s, system->number}, {u"assessments"_s, all}});
    return Exit::Fine;
}

}

void addAssessmentList(CommandLine &commandLine, Command group)
{
    const auto arguments = std::make_shared<Arguments>();
    const Command command = group.command("list", "List the assessments of a system, earlier ones first");
    command.takes("WS|PACKAGE", arguments->folder, "The workspace or package").required();
    command.takes("SYSTEM", arguments->system, "Its number or name").required();
    commandLine.perform(command,
                        [arguments](const Invocation &invocation) { return list(*arguments, invocation); });
}

}
