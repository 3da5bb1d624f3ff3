#pragma once

#include "core/exchange/registerimport.h"
#include "ui/pages/page.h"

class QLineEdit;
class QPushButton;

namespace plimsoll {

class ChoiceField;
class HolderFields;
class ImportPreview;
class JobLine;
class Jobs;
class PlainTextEdit;

/// Which systems does this register bring? Takes a register as it is pasted from a spreadsheet or opened as
/// CSV, shows what it would do, and does it when asked.
class ImportRegisterPage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("importregister");

    ImportRegisterPage(Workspace &workspace, Jobs &jobs, QWidget *parent = nullptr);

    void activate(const QString &target) override;

private:
    void addSource();
    void addOptions();
    void showPresets(const std::shared_ptr<const Catalogue> &catalogue);
    void chooseFile();
    void takeFile(const QString &path);
    void paste();
    void lookAtDropped(const QStringList &paths);
    void forgetPreview();
    void nameHolders();
    void look();
    void receive(Result<RegisterPreview> preview);
    void import();
    void endImport(const Done &done);
    [[nodiscard]] RegisterOptions options() const;

    Workspace &m_workspace;
    Jobs &m_jobs;
    std::shared_ptr<const Catalogue> m_catalogue;
    RegisterPreview m_planned;
    quint64 m_asked = 0; ///< a preview of what has been changed since is dropped

    PlainTextEdit *m_text = nullptr;
    QLineEdit *m_file = nullptr;
    ChoiceField *m_preset = nullptr;
    HolderFields *m_holders = nullptr;
    QPushButton *m_look = nullptr;
    JobLine *m_running = nullptr;
    ImportPreview *m_preview = nullptr;
};

}
