using Cryptocardium.Cards.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cryptocardium.Cards.Data;

internal sealed class TransactionMapping : IEntityTypeConfiguration<CardTransaction>
{
    public void Configure(EntityTypeBuilder<CardTransaction> builder)
    {
        builder.ToTable("cards_transaction", table =>
        {
            table.HasCheckConstraint("ck_cards_transaction_amount", "amount >= 0");
            table.HasCheckConstraint("ck_cards_transaction_declined", "(status = 'declined') = (decline_reason IS NOT NULL)");
            table.HasCheckConstraint("ck_cards_transaction_reversed", "(status = 'reversed') = (type IN ('reversal', 'expiry') AND decline_reason IS NULL)");
            table.HasCheckConstraint("ck_cards_transaction_currency", "(merchant_amount IS NULL) = (merchant_currency IS NULL)");
        });

        // The key starts with the account, so it also serves an account's list of transactions, newest first.
        builder.HasKey(row => new { row.AccountId, row.Id });
        builder.HasIndex(row => new { row.CardId, row.Id });
        builder.HasIndex(row => new { row.CardId, row.Amount, row.Id });
        builder.HasIndex(row => new { row.AccountId, row.Amount, row.Id });
        builder.HasIndex(row => new { row.AccountId, row.AuthorizationId });
        builder.HasIndex(row => new { row.AccountId, row.ParentId }).HasFilter("parent_id IS NOT NULL");
        builder.HasIndex(row => new { row.AccountId, row.NetworkReference, row.Id }).HasFilter("network_reference IS NOT NULL");
    }
}
