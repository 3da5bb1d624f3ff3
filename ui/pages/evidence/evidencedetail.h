#pragma once

#include "core/catalogue/catalogue.h"
#include "core/evidence/evidence.h"
#include "core/evidence/filechecks.h"
#include "ui/jobs/lastasked.h"
#include "ui/pages/place.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace plimsoll {

class AnswerWriter;
class Banner;
class EvidenceForm;
class EvidenceUses;
class PlainLabel;
class PreviewPane;
class RemovalForm;
class TabRow;
class Workspace;
struct UsesReading;

/// One piece of evidence: what is known about it, what it serves, and what is in it. Uses and content are
/// read when they are looked at.
class EvidenceDetail final : public QWidget
{
    Q_OBJECT

public:
    /// `checks` outlives it; after a change of them showChecks() is due.
    EvidenceDetail(Workspace &workspace, Jobs &jobs, AnswerWriter &writer, const FileChecks &checks,
                   QWidget *parent = nullptr);

    void show(const Evidence &evidence, const QList<Person> &persons);
    /// Says whether the stored file is still what it was, and what is wrong with the piece itself.
    void showChecks();
    /// Reads again what the piece serves.
    void renewUses();

Q_SIGNALS:
    void goTo(const plimsoll::Place &place);
    void refused(const plimsoll::Error &error);
    /// What a change brought with it, in a sentence with its way out.
    void noticed(const QString &sentence);
    void checked(const plimsoll::Digest &digest, plimsoll::Integrity integrity);

private:
    void build();
    void showHead();
    void showProblems();
    void showTab();
    void read();
    void receive(const Result<UsesReading> &reading);
    void chooseCopy();
    void copyTo(const QString &target);

    Workspace &m_workspace;
    Jobs &m_jobs;
    const FileChecks &m_checks;
    std::shared_ptr<const Catalogue> m_catalogue; ///< kept from the first reading
    Evidence m_evidence;
    QTimer m_rest{this}; ///< somebody walks through the lines: reads where they stop
    LastAsked m_reading;

    PlainLabel *m_title = nullptr;
    PlainLabel *m_file = nullptr;
    Banner *m_problems = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_remove = nullptr;
    RemovalForm *m_removal = nullptr;
    TabRow *m_tabs = nullptr;
    EvidenceForm *m_form = nullptr;
    EvidenceUses *m_uses = nullptr;
    PreviewPane *m_preview = nullptr;
};

}
