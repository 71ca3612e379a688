using System.Security.Cryptography;
using Cryptocardium.Ledger.Domain;

namespace Cryptocardium.Tests.Ledger;

public sealed class LedgerIdsTests
{
    private const long Time = 1_779_175_800_123;

    [Fact]
    public void Entries_of_a_journal_sort_by_their_lines_and_have_its_time()
    {
        var hash = SHA256.HashData([1]);
        var ids = Enumerable.Range(0, 64).Select(line => LedgerIds.Entry(hash, Time, line)).ToList();

        Assert.Equal(64, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^ent_[0-9a-f]{24}$", id));
        Assert.All(ids, id => Assert.Equal(Time, LedgerIds.EntryTime(id)));
        Assert.Equal(Time, LedgerIds.JournalTime(LedgerIds.Journal(hash, Time)));
    }

    [Fact]
    public void Later_ids_sort_after_earlier_ones_whatever_their_hashes() => Assert.All(
        Enumerable.Range(0, 100),
        i => Assert.True(string.CompareOrdinal(
            LedgerIds.Entry(SHA256.HashData([(byte)i]), Time, 63), LedgerIds.Entry(SHA256.HashData([(byte)(i + 1)]), Time + 1, 0)) < 0));

    [Theory]
    [InlineData("")]
    [InlineData("ent_")]
    [InlineData("ent_019e3f29bb007c41d08e5b2")]
    [InlineData("ent_019e3f29bb007c41d08e5b2aa")]
    [InlineData("ent_x19e3f29bb007c41d08e5b2a")]
    [InlineData("jnl_019e3f29bb007c41d08e5b2a")]
    public void Another_text_has_no_time(string id) => Assert.Null(LedgerIds.EntryTime(id));
}
