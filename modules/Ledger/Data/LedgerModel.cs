using Cryptocardium.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Cryptocardium.Ledger.Data;

internal sealed class LedgerModel : IModelPart
{
    private const string BookOfNumber = "mode IN ('live', 'sandbox') AND (no & 1) = CASE mode WHEN 'live' THEN 1 ELSE 0 END";
    private const long Most = 4_000_000_000_000_000_000;

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
            // An entry's book is its journal's and its account's, so no journal crosses books: arithmetic, no look-up.
            entity.ToTable("ledger_entry", table => table.HasCheckConstraint(
                "ck_ledger_entry_book", $"((no / {JournalNumber.LinesPerJournal}) & 1) = (account_no & 1)"));
            entity.HasKey(e => e.No);
            entity.Property(e => e.No).ValueGeneratedNever();
            // Time stands before the sequence, which it never contradicts: one index serves the page, the balance at a time and the gaps.
            entity.HasIndex(e => new { e.AccountNo, e.PostedAt, e.AccountSeq }).IsUnique();

            // A customer's own order over all his accounts.
            entity.HasIndex(e => new { e.OwnerKey, e.PostedAt, e.AccountNo, e.AccountSeq }).HasFilter("owner_key IS NOT NULL");
        });
        model.Entity<AccountRow>(entity =>
        {
            entity.ToTable("ledger_account", table =>
            {
                table.HasCheckConstraint("ck_ledger_account_book", BookOfNumber);
                // A flag is one of two values on SQLite, too.
                table.HasCheckConstraint("ck_ledger_account_flags", "is_debit = (NOT (NOT is_debit)) AND is_visible = (NOT (NOT is_visible))");
                table.HasCheckConstraint("ck_ledger_account_floor", "floor IS NULL OR balance >= floor");
                // Far below where 64 bits end: SQLite would go on with an inexact number instead of an error.
                table.HasCheckConstraint("ck_ledger_account_ceiling", $"balance <= {Most} AND balance >= -{Most}");
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
