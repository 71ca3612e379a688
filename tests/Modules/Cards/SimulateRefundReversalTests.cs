using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateRefundReversalTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, capture, refund 15, takeback", "898.00", "60.00/0.00"],
        ["authorize 40, capture, refund, takeback, refund", "898.00", "100.00/0.00"],
        ["refund 30, unload, takeback", "998.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
