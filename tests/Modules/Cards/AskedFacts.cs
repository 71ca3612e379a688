using Cryptocardium.Cards.Domain;
using Cryptocardium.Kernel;

namespace Cryptocardium.Tests.Cards;

// A valid purchase of 42.95, for tests of decisions that depend on facts alone.
internal static class AskedFacts
{
    public const string Visa = "489517";
    public const string Mastercard = "557213";

    public static readonly DateTimeOffset Now = new(2026, 5, 19, 7, 30, 0, TimeSpan.Zero);

    public static Authorization Asked(string bin, string status) => new()
    {
        Card = new CardFacts
        {
            Id = "card_1",
            Account = new AccountId("acc_1"),
            Mode = Mode.Sandbox,
            Bin = BinCatalogue.Of(bin),
            Status = status,
            ExpiresAt = Now.AddYears(1),
        },
        Purchase = new Purchase { Amount = Money.Of("42.95"), MerchantName = "OpenAI", Mcc = "7372" },
        Now = Now,
    };
}
