namespace Cryptocardium.Tests.Cards;

// What happens to a card, and the books after it: what the treasury holds, what the card can spend and what is held on it.
internal static class CardBooksTable
{
    private static readonly object[][] MoneyAndCaptures =
    [
        ["", "898.00", "100.00/0.00"],
        ["load 50", "847.00", "150.00/0.00"],
        ["unload 30", "928.00", "70.00/0.00"],
        ["unload", "998.00", "0.00/0.00"],
        ["authorize 40", "898.00", "60.00/40.00"],
        ["authorize 40, unload", "958.00", "0.00/40.00"],
        ["authorize 100, authorize 1", "898.00", "0.00/100.00"],
        ["authorize 100.01", "898.00", "100.00/0.00"],
        ["authorize 0", "898.00", "100.00/0.00"],
        ["freeze, authorize 40", "898.00", "100.00/0.00"],
        ["freeze, unfreeze, authorize 40", "898.00", "60.00/40.00"],
        ["authorize 40, capture 40", "898.00", "60.00/0.00"],
        ["authorize 40, capture 25", "898.00", "75.00/0.00"],
        ["authorize 40, part 25", "898.00", "60.00/15.00"],
        ["authorize 40, part 25, part 10, capture 1", "898.00", "64.00/0.00"],
        ["authorize 40, capture 50", "898.00", "50.00/0.00"],
        ["authorize 40, part 50", "898.00", "50.00/0.00"],
        ["authorize 40, capture 150", "848.00", "0.00/0.00"],
        ["authorize 40, capture 1500", "0.00", "0.00/0.00"],
        ["authorize 40, capture 1500, deposit 600", "98.00", "0.00/0.00"],
        ["authorize 40, freeze, capture 25", "898.00", "75.00/0.00"],
        ["cancel", "998.00", "0.00/0.00"],
        ["cancel, authorize 1", "998.00", "0.00/0.00"],
        ["authorize 40, cancel", "958.00", "0.00/40.00"],
        ["authorize 40, cancel, capture 25", "973.00", "0.00/0.00"],
        ["authorize 40, cancel, capture 50", "948.00", "0.00/0.00"],
    ];

    private static readonly object[][] ReversalsAndRefunds =
    [
        ["authorize 40, reverse", "898.00", "100.00/0.00"],
        ["authorize 40, reverse 15", "898.00", "75.00/25.00"],
        ["authorize 40, reverse 15, reverse 25", "898.00", "100.00/0.00"],
        ["authorize 40, reverse 40.01", "898.00", "60.00/40.00"],
        ["authorize 40, reverse, reverse", "898.00", "100.00/0.00"],
        ["authorize 40, reverse, capture", "898.00", "60.00/0.00"],
        ["authorize 40, part 25, reverse", "898.00", "75.00/0.00"],
        ["authorize 40, cancel, reverse", "998.00", "0.00/0.00"],
        ["authorize 40, expire", "898.00", "100.00/0.00"],
        ["authorize 40, expire, capture 30", "898.00", "70.00/0.00"],
        ["authorize 40, expire, capture 150", "848.00", "0.00/0.00"],
        ["authorize 40, cancel, expire", "998.00", "0.00/0.00"],
        ["authorize 40, increment 5", "898.00", "55.00/45.00"],
        ["authorize 40, increment 60, increment 0.01", "898.00", "0.00/100.00"],
        ["authorize 40, increment 60.01", "898.00", "60.00/40.00"],
        ["authorize 40, freeze, increment 5", "898.00", "60.00/40.00"],
        ["authorize 40, capture, increment 5", "898.00", "60.00/0.00"],
        ["authorize 40, increment 5, capture", "898.00", "55.00/0.00"],
        ["authorize 40, advice 25", "898.00", "75.00/25.00"],
        ["authorize 40, advice 70", "898.00", "30.00/70.00"],
        ["authorize 40, advice 170", "898.00", "0.00/100.00"],
        ["authorize 40, part 5, advice 10", "898.00", "60.00/35.00"],
        ["authorize 40, cancel, advice 10", "988.00", "0.00/10.00"],
        ["force 30", "898.00", "70.00/0.00"],
        ["force 130", "868.00", "0.00/0.00"],
        ["freeze, force 30", "898.00", "70.00/0.00"],
        ["cancel, force 30", "968.00", "0.00/0.00"],
        ["refund 30", "898.00", "130.00/0.00"],
        ["cancel, refund 30", "1028.00", "0.00/0.00"],
        ["force 1500, refund 600", "0.00", "98.00/0.00"],
        ["authorize 40, capture, refund", "898.00", "100.00/0.00"],
        ["authorize 40, capture, refund 15, refund", "898.00", "100.00/0.00"],
        ["authorize 40, capture, refund 15, takeback", "898.00", "60.00/0.00"],
        ["authorize 40, capture, refund, takeback, refund", "898.00", "100.00/0.00"],
        ["refund 30, unload, takeback", "998.00", "0.00/0.00"],
    ];

    /// <summary>Every row.</summary>
    public static IEnumerable<object[]> Rows => [.. MoneyAndCaptures, .. ReversalsAndRefunds];
}
