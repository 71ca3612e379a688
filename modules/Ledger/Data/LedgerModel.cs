using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Ledger.Data;

internal sealed class LedgerModel : IModelPart
{
    private const string BookOfNumber = "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END";
    private const long BalanceMax = 4_000_000_000_000_000_000;

    public void Apply(ModelBuilder model)
    {
        model.Entity<JournalRow>(entity =>
        {
            entity.ToTable("ledger_journal", table => table.HasCheckConstraint(
                "ck_ledger_journal_book", BookOfNumber));
            entity.HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedNever();
            entity.HasIndex(e => e.OperationKey).IsUnique();
        });
        model.Entity<EntryRow>(entity =>
        {
            // The numbers of journal and ledger account both carry the book, so arithmetic proves that no journal crosses books.
            entity.ToTable("ledger_entry", table => table.HasCheckConstraint(
                "ck_ledger_entry_book", $"((no / {JournalNumber.LinesPerJournal}) & 1) = (account_no & 1)"));
            entity.HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedNever();
            // Time and sequence have the same order, so one index serves pages, the balance at a time and the search for gaps.
            entity.HasIndex(e => new { e.AccountNo, e.PostedAt, e.AccountSeq }).IsUnique();

            // The order of all entries of a customer.
            entity.HasIndex(e => new { e.OwnerKey, e.PostedAt, e.AccountNo, e.AccountSeq }).HasFilter("owner_key IS NOT NULL");
        });
        model.Entity<AccountRow>(entity =>
        {
            entity.ToTable("ledger_account", table =>
            {
                table.HasCheckConstraint("ck_ledger_account_book", BookOfNumber);
                // SQLite stores flags as integers; this allows only 0 and 1.
                table.HasCheckConstraint("ck_ledger_account_flags", "is_debit = (NOT (NOT is_debit)) AND is_visible = (NOT (NOT is_visible))");
                table.HasCheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor");
                // Far below the range of 64 bits, since SQLite turns an overflow into an inexact number instead of an error.
                table.HasCheckConstraint("ck_ledger_account_ceiling", $"balance <= {BalanceMax} AND balance >= -{BalanceMax}");
                table.HasCheckConstraint("ck_ledger_account_cents", $"NOT is_visible OR balance % {Kernel.Usd.MicrosPerCent} = 0");
            });
            entity.HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedNever();
            entity.HasIndex(e => e.Code).IsUnique();
            entity.HasIndex(e => new { e.Owner, e.No });
        });
        model.Entity<HoldRow>(entity =>
        {
            entity.ToTable("ledger_hold", table => table.HasCheckConstraint("ck_ledger_hold_open", "open >= 0"));
            entity.HasKey(e => e.Id);
            entity.HasIndex(e => e.ExpiresAt).HasFilter("open > 0");
            entity.HasIndex(e => e.HeldCode).HasFilter("open > 0");
        });
        model.Entity<VerifiedRow>(entity =>
        {
            entity.ToTable("ledger_verified").HasKey(e => e.Lane);
            entity.Property(e => e.Lane).ValueGeneratedNever();
        });
    }
}
