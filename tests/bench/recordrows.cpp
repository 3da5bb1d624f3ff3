#include "core/catalogue/shippedcatalogue.h"
#include "core/storage/repository.h"
#include "core/workspace/answering.h"
#include "core/workspace/checklist.h"
#include "core/workspace/registration.h"
#include "tests/bench/bareinsert.h"
#include "tests/bench/measurements.h"
#include "tests/bench/medians.h"
#include "tests/bench/programs.h"

using namespace Qt::StringLiterals;

namespace plimsoll::bench {

namespace {

constexpr int systemsToCreate = 21;
constexpr int answersToCommit = 200;

/// The large workspace, to be written to.
Result<std::unique_ptr<Workspace>> openLarge(Ground &ground)
{
    const auto folder = ground.largeWorkspace();
    if (!folder)
        return tl::unexpected(folder.error());
    auto workspace = Workspace::open(*folder, Workspace::Access::ReadWrite, ground.clock());
    if (!workspace)
        return workspace;
    const auto reader = (*workspace)->reader();
    const auto persons =
        reader ? Repository<Person>(**reader).all() : Result<QList<Person>>(tl::unexpected(reader.error()));
    if (!persons)
        return tl::unexpected(persons.error());
    (*workspace)->actAs(persons->first().id);
    return workspace;
}

Id<AiSystem> systemIn(const ChangeSet &changes)
{
    const auto edit = std::find_if(changes.edits.cbegin(), changes.edits.cend(),
                                   [](const Edit &one) { return one.table == Described<AiSystem>::table; });
    return edit == changes.edits.cend() ? Id<AiSystem>() : Id<AiSystem>::fromText(edit->id);
}

/// As the page does it: plan, commit, and read the checklist that is then shown.
Done create(Workspace &workspace, const std::shared_ptr<const Catalogue> &catalogue, const Connection &reader,
            int number)
{
    Registration registration;
    // The workspace may hold those of an earlier run.
    registration.system.name = u"Measured "_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    registration.preset = catalogue->presets()[size_t(number) % catalogue->presets().size()].id;
    const auto plan = planRegistration(reader, *catalogue, registration,
                                       {workspace.today(), workspace.actor(), workspace.clock()});
    if (!plan)
        return tl::unexpected(plan.error());
    if (const auto committed = workspace.commitAndWait(*plan); !committed)
        return tl::unexpected(committed.error());
    const auto checklist = readChecklist(reader, catalogue, systemIn(*plan), workspace.today());
    return checklist ? Done() : tl::unexpected(checklist.error());
}

Result<QList<Row>> createSystems(Ground &ground)
{
    const auto catalogue = shippedCatalogue();
    const auto workspace = openLarge(ground);
    if (!catalogue || !workspace)
        return tl::unexpected(catalogue ? workspace.error() : catalogue.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    calmDisk();
    QList<double> milliseconds;
    for (int number = 0; number < systemsToCreate; ++number) {
        const auto took = secondsOf([&] { return create(**workspace, *catalogue, **reader, number); });
        if (!took)
            return tl::unexpected(took.error());
        milliseconds.append(*took * 1000);
    }
    return QList<Row>{{.name = u"create-system"_s,
                       .what = u"create a system from a preset, checklist ready"_s,
                       .unit = u"ms"_s,
                       .ours = median(milliseconds),
                       .limit = 50,
                       .remarks = {u"Among %1 systems; of 100 times, 95 took no more than %2 ms."_s
                                       .arg(ground.scale().systems)
                                       .arg(ninetyFifth(milliseconds), 0, 'f', 1)}}};
}

Result<QList<Row>> commitAnswers(Ground &ground)
{
    const auto workspace = openLarge(ground);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const auto reader = (*workspace)->reader();
    if (!reader)
        return tl::unexpected(reader.error());
    const auto responses = Repository<Response>(**reader).select({}, {"id"_L1}, answersToCommit);
    if (!responses)
        return tl::unexpected(responses.error());
    const BareInsert bare((*workspace)->folder() + u"/bare.db"_s);
    calmDisk();
    QList<double> ours;
    QList<double> floor;
    for (const Response &response : *responses) {
        AnswerChange change;
        change.answer = response.answer == Answer::Met ? Answer::PartlyMet : Answer::Met;
        change.rationale = u"Measured: %1."_s.arg(ours.size());
        const auto took = secondsOf([&]() -> Done {
            const auto plan = planAnswers(**reader, {{response.assessment, response.item}}, change);
            if (!plan)
                return tl::unexpected(plan.error());
            const auto committed = (*workspace)->commitAndWait(plan->changeSet);
            return committed ? Done() : tl::unexpected(committed.error());
        });
        const auto bareTook = secondsOf([&] { return bare.insert(response.id.text(), *change.rationale); });
        if (!took || !bareTook)
            return tl::unexpected(took ? bareTook.error() : took.error());
        ours.append(*took * 1000);
        floor.append(*bareTook * 1000);
    }
    return QList<Row>{
        {.name = u"answer"_s,
         .what = u"one answer committed, 95 of 100"_s,
         .unit = u"ms"_s,
         .ours = ninetyFifth(ours),
         .peer = u"bare insert"_s,
         .peers = ninetyFifth(floor),
         .limit = 3,
         .remarks = {u"The median is %1 ms, the bare insert's %2 ms."_s.arg(median(ours), 0, 'f', 2)
                         .arg(median(floor), 0, 'f', 2)}}};
}

}

Measurement creatingASystem()
{
    return {{u"create-system"_s}, createSystems};
}

Measurement committingAnAnswer()
{
    return {{u"answer"_s}, commitAnswers};
}

}
