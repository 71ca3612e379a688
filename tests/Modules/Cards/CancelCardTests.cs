using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Tests.Cards;

public sealed class CancelCardTests
{
    public static IEnumerable<object[]> Rows =>
    [
        ["cancel", "998.00", "0.00/0.00"],
        ["cancel, authorize 1", "998.00", "0.00/0.00"],
        ["authorize 40, cancel", "958.00", "0.00/40.00"],
        ["authorize 40, cancel, capture 25", "973.00", "0.00/0.00"],
        ["authorize 40, cancel, capture 50", "948.00", "0.00/0.00"],
        ["authorize 40, cancel, reverse", "998.00", "0.00/0.00"],
        ["authorize 40, cancel, expire", "998.00", "0.00/0.00"],
        ["authorize 40, cancel, advice 10", "988.00", "0.00/10.00"],
        ["cancel, force 30", "968.00", "0.00/0.00"],
        ["cancel, refund 30", "1028.00", "0.00/0.00"],
    ];

    [DatabaseTheory]
    [MemberData(nameof(Rows))]
    public Task Money_moves_as_posted(Engine engine, string steps, string treasury, string card) =>
        CardAccounts.Check(engine, steps, treasury, card);
}
