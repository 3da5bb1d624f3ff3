#pragma once

#include "ui/pages/system/assetmodel.h"
#include "ui/pages/system/readingtab.h"
#include "ui/pages/system/recordform.h"

namespace plimsoll {

class Panel;
class PlainLabel;
class TableView;

/// The models, datasets, prompts and components the system is made of, each with what is needed to recognise
/// it again.
class InventoryTab final : public ReadingTab
{
    Q_OBJECT

public:
    explicit InventoryTab(const TabContext &context, QWidget *parent = nullptr);

    /// `target` is the id of the asset to show.
    void activate(const Id<AiSystem> &system, const QString &target) override;

protected:
    void showReading() override;

private:
    void addList();
    void addNewLine(Panel &panel);
    void addDetail();
    void showAsset();
    void showAcquired(const Asset &asset);
    [[nodiscard]] const AssetUse *current() const;

    void make();
    void link();
    void unlink();
    void chooseFile();
    void fingerprint(const QString &file);
    void putAcquired(const QString &text);

    std::unique_ptr<AssetModel> m_model;
    RecordForm<Asset> m_form;
    QString m_current; ///< id of the asset chosen
    TableView *m_table = nullptr;
    PlainLabel *m_none = nullptr;
    Panel *m_detail = nullptr;
    PlainLabel *m_digest = nullptr;
    TextField *m_acquired = nullptr;
    Id<Asset> m_acquiredOf; ///< the asset whose time that is
    ChoiceField *m_kind = nullptr;
    QLineEdit *m_name = nullptr;
    ChoiceField *m_other = nullptr;
    QWidget *m_otherCell = nullptr;
};

}
