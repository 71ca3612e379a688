using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class SimulateAdviceTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["authorize 40, advice 25", "898.00", "75.00/25.00"],
        ["authorize 40, advice 70", "898.00", "30.00/70.00"],
        ["authorize 40, advice 170", "898.00", "0.00/100.00"],
        ["authorize 40, part 5, advice 10", "898.00", "60.00/35.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
