using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateForceCaptureTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["force 30", "898.00", "70.00/0.00"],
        ["force 130", "868.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
