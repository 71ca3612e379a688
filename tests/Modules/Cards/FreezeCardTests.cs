using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class FreezeCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["freeze, authorize 40", "898.00", "100.00/0.00"],
        ["authorize 40, freeze, capture 25", "898.00", "75.00/0.00"],
        ["authorize 40, freeze, increment 5", "898.00", "60.00/40.00"],
        ["freeze, force 30", "898.00", "70.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
