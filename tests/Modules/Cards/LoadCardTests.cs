using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class LoadCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["load 50", "847.00", "150.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
