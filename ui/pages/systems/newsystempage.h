#pragma once

#include "core/workspace/registration.h"
#include "ui/pages/page.h"
#include "ui/widgets/choicefield.h"

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace plimsoll {

class CellGrid;
class DateField;
class HolderFields;
class Jobs;
class Panel;
class PlainLabel;
class PlainTextEdit;
class Workspace;

/// What kind of system is it, who answers for it, and will it be deployed? Registers an AI system.
class NewSystemPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("newsystem");

    NewSystemPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;

private:
    /// What can be chosen from.
    struct Known
    {
        std::shared_ptr<const Catalogue> catalogue;
        QString organisation;
        QList<Person> people;
        QList<Platform> platforms;
    };

    static Result<Known> readKnown(const Connection &connection, const Id<Party> &organisation);
    void addNames();
    void addKind();
    void addHolders();
    void addScope();
    void showKnown(const Known &known);
    void showPlatforms(const QSet<Id<Platform>> &ticked);
    [[nodiscard]] QSet<Id<Platform>> tickedPlatforms() const;
    void choosePreset(const QString &chosen);
    void registerSystem();
    void beginAnew();
    [[nodiscard]] Registration registration() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    Known m_known;

    QLineEdit *m_name = nullptr;
    QLineEdit *m_version = nullptr;
    PlainTextEdit *m_purpose = nullptr;
    ChoiceField *m_preset = nullptr;
    PlainLabel *m_description = nullptr;
    HolderFields *m_holders = nullptr;
    Panel *m_platformPanel = nullptr;
    QList<QCheckBox *> m_platforms; ///< by index of Known::platforms
    QCheckBox *m_outOfScope = nullptr;
    QWidget *m_scopeDetails = nullptr;
    QLineEdit *m_reason = nullptr;
    ChoiceField *m_approver = nullptr;
    DateField *m_reviewOn = nullptr;
    QPushButton *m_register = nullptr;
};

}
