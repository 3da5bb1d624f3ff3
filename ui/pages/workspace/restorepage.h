#pragma once

#include "ui/models/recordmodel.h"
#include "ui/pages/page.h"

#include <QDateTime>

class QPushButton;

namespace plimsoll {

class PlainLabel;
class TableView;

/// A backup as the page lists it.
struct KeptBackup
{
    QString file;
    QDateTime madeAt;
    qint64 size = 0;                      ///< bytes
    std::optional<qint64> lastEntry = {}; ///< of its journal; none until it was read, or where it cannot be

    friend bool operator==(const KeptBackup &, const KeptBackup &) = default;
};

/// Which earlier state is to come back? The backups of a workspace, and what restoring one does, said before
/// it is done.
class RestorePage final : public Page
{
    Q_OBJECT

public:
    static constexpr auto key = QLatin1StringView("restore");

    explicit RestorePage(const QString &workspaceFolder, QWidget *parent = nullptr);
    ~RestorePage() override;

    void activate(const QString &target) override;

    /// Asks whether this file is to be restored.
    void ask(const QString &backup);

Q_SIGNALS:
    /// Somebody has read what it does and wants it.
    void restoreAsked(const QString &backup);

private:
    QWidget *buildQuestion();
    void showBackups();
    void showChosen();
    void chooseFile();
    void leave();

    QString m_folder;
    QString m_asked; ///< the backup the question is about
    RecordModel<KeptBackup> m_model;

    PlainLabel *m_none = nullptr;
    TableView *m_table = nullptr;
    QPushButton *m_restore = nullptr;
    QWidget *m_question = nullptr;
    PlainLabel *m_words = nullptr;
    QPushButton *m_stay = nullptr;
};

}
