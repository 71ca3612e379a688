using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class UnfreezeCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["freeze, unfreeze, authorize 40", "898.00", "60.00/40.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
