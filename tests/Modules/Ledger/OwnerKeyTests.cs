using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cryptocardium.Tests.Ledger;

public sealed class OwnerKeyTests
{
    private const string Owner = "acc_019e3f1188208f3a91b7c4d2";

    [Theory]
    [InlineData("U.avail", Mode.Live, 0x10411e75236f89a5L)]
    [InlineData("C.hold", Mode.Sandbox, 0x10411e75236f89a4L)]
    [InlineData("U.pend", Mode.Live, null)]
    [InlineData("A.chain", Mode.Live, null)]
    public void The_key_is_the_end_of_the_owners_id_and_the_book(string line, Mode mode, long? key) =>
        Assert.Equal(key, OwnerKey.Of(line, Owner, mode));

    [DatabaseTheory]
    public async Task Entries_of_an_earlier_release_are_given_their_owners(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = await EarlierHashTests.Empty(database);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync("LedgerOwners");
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        foreach (var (number, line, owner) in ((int, string, string)[])
            [(3, "U.avail", $"'{Owner}'"), (5, "U.pend", $"'{Owner}'"), (7, "A.chain", "NULL"), (8, "C.avail", $"'{Owner}'")])
        {
            var mode = number % 2 == 1 ? "live" : "sandbox";
            var (no, yes) = engine == Engine.Sqlite ? ("0", "1") : ("FALSE", "TRUE");
            await Sql.Run(
                connection,
                $"""
                 INSERT INTO ledger_account (no, code, class, mode, owner, is_debit, is_visible, floor, balance, account_seq, moved_at)
                 VALUES ({number}, '{mode}:{line}', '{line}', '{mode}', {owner}, {no}, {yes}, 0, 0, 1, 1)
                 """);
            await Sql.Run(
                connection,
                $"""
                 INSERT INTO ledger_entry (no, account_no, amount, balance_after, account_seq, posted_at)
                 VALUES ({(number % 2 + 2) * 64 + number}, {number}, 1, 1, 1, 1)
                 """);
        }

        await db.Database.MigrateAsync();

        var keys = await db.Database.SqlQueryRaw<long?>("SELECT owner_key AS \"Value\" FROM ledger_entry ORDER BY account_no").ToListAsync();
        Assert.Equal([OwnerKey.Of(Owner, Mode.Live), null, null, OwnerKey.Of(Owner, Mode.Sandbox)], keys);
        await Assert.ThrowsAnyAsync<Exception>(() => Sql.Run(connection, "UPDATE ledger_entry SET amount = 2"));
        await Assert.ThrowsAnyAsync<Exception>(() => Sql.Run(connection, "DELETE FROM ledger_entry"));
    }
}
