using System.Reflection;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Ledger.Contract;
using Cryptocardium.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Ledger;

public sealed class JournalTypesTests
{
    [Theory]
    [InlineData(typeof(JournalType))]
    [InlineData(typeof(JournalTypeFilter))]
    public void The_contract_lists_exactly_the_types_that_customers_see(Type listed) =>
        Assert.Equal(JournalTypes.Visible.Order(StringComparer.Ordinal), Constants(listed).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_constant_is_either_visible_or_hidden() =>
        Assert.Equal(
            Constants(typeof(JournalTypes)).Order(StringComparer.Ordinal),
            JournalTypes.Visible.Concat(JournalTypes.Hidden).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("no_such_type", null)]
    [InlineData(JournalTypes.GasBought, null)]
    [InlineData(JournalTypes.CardLoad, "key_019e3f29bb007c41d08e5b2a")]
    public async Task A_journal_of_an_unlisted_type_or_with_an_unknown_source_is_not_posted(string type, string? source)
    {
        await using var host = await TestHost.Start(Engine.Sqlite);
        using var account = await host.SignUpWith(100);
        await using var scope = host.JobScope();
        var treasury = Chart.TreasuryAvailable(AccountId.From(account.Id), Mode.Sandbox);
        var journal = new Journal(type, "test", Mode.Sandbox, source)
            .Debit(treasury, Usd.FromCents(1))
            .Credit(Chart.RailFee(Mode.Sandbox), Usd.FromCents(1));

        await Assert.ThrowsAsync<ArgumentException>(
            async () => await scope.ServiceProvider.GetRequiredService<ILedger>().Post(journal));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
