#include "app/commands/systemlist.h"

#include "app/commands/output.h"
#include "app/commands/place.h"
#include "app/commands/scopejson.h"

#include "core/base/calledname.h"
#include "core/base/text.h"
#include "core/responsibility/roleassignment.h"
#include "core/storage/repository.h"
#include "core/workspace/outofscope.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace plimsoll {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SystemList)
};

struct HeldRole
{
    Role role;
    QString party;
};

/// By the id of the system.
Result<QHash<QString, QList<HeldRole>>> heldRoles(const Connection &connection)
{
    const auto parties = Repository<Party>(connection).all();
    if (!parties)
        return tl::unexpected(parties.error());
    QHash<QString, QString> names;
    for (const auto &party : *parties)
        names.insert(party.id.text(), party.name);
    const auto assignments = Repository<RoleAssignment>(connection).all();
    if (!assignments)
        return tl::unexpected(assignments.error());
    QHash<QString, QList<HeldRole>> roles;
    for (const auto &assignment : *assignments)
        roles[assignment.system.text()].append({assignment.role, names.value(assignment.party.text())});
    return roles;
}

QJsonObject json(const AiSystem &system, const QList<HeldRole> &roles, const QString &approver)
{
    QJsonArray held;
    for (const auto &[role, party] : roles)
        held.append(QJsonObject{{u"role"_s, word(role)}, {u"party"_s, party}});
    QJsonObject object{{u"number"_s, system.number},     {u"name"_s, system.name},
                       {u"version"_s, system.version},   {u"id"_s, system.id.text()},
                       {u"phase"_s, word(system.phase)}, {u"roles"_s, held}};
    insertScope(object, system, approver);
    return object;
}

QString line(const AiSystem &system, const QList<HeldRole> &roles, const QString &approver)
{
    QStringList held;
    for (const auto &[role, party] : roles)
        held.append(u"%1: %2"_s.arg(word(role), party));
    QStringList words{system.number, calledName(system.name, system.version), word(system.phase),
                      held.join(u", "_s), outOfScopeInWords(system, approver)};
    words.removeAll(QString());
    return withVisibleControls(words.join(u"  "_s));
}

Result<Exit> list(const std::string &folder, const Invocation &invocation)
{
    const auto record = recordInSight(folder, invocation);
    if (!record)
        return tl::unexpected(record.error());
    const auto systems = registeredSystems(*record->reader);
    if (!systems)
        return tl::unexpected(systems.error());
    const auto roles = heldRoles(*record->reader);
    if (!roles)
        return tl::unexpected(roles.error());

    QJsonArray all;
    for (const auto &system : *systems) {
        const auto held = roles->value(system.id.text());
        const auto approver = scopeApprover(system, *record->reader);
        if (!approver)
            return tl::unexpected(approver.error());
        invocation.output.words(line(system, held, *approver));
        all.append(json(system, held, *approver));
    }
    if (systems->isEmpty())
        invocation.output.words(Text::tr("%1 has no AI system yet.").arg(record->workspace->name()));
    invocation.output.json({{u"systems"_s, all}});
    return Exit::Fine;
}

}

void addSystemList(CommandLine &commandLine, Command group)
{
    const auto folder = std::make_shared<std::string>();
    const Command command = group.command("list", "List every system with its phase and roles");
    command.takes("WS|PACKAGE", *folder, "The workspace or package").required();
    commandLine.perform(command,
                        [folder](const Invocation &invocation) { return list(*folder, invocation); });
}

}
