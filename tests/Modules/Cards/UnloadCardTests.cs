using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class UnloadCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["unload 30", "928.00", "70.00/0.00"],
        ["unload", "998.00", "0.00/0.00"],
        ["authorize 40, unload", "958.00", "0.00/40.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
