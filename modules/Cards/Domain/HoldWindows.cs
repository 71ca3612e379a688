using System.Globalization;
using Cryptocardium.Kernel;
using Microsoft.Extensions.Configuration;

namespace Cryptocardium.Cards.Domain;

// The lifetimes of holds, after which uncaptured amounts are released. Each is a setting: Cards:HoldWindows:CardPresent=5.00:00:00.
internal sealed class HoldWindows
{
    private const string Section = "Cards:HoldWindows";

    private readonly IConfiguration? configuration;

    /// <param name="configuration">The settings; null for the defaults.</param>
    /// <exception cref="RemedyException">A setting is not a positive time span.</exception>
    public HoldWindows(IConfiguration? configuration = null)
    {
        this.configuration = configuration?.GetSection(Section);
        CardNotPresent = Read(nameof(CardNotPresent), TimeSpan.FromDays(10));
        CardPresent = Read(nameof(CardPresent), TimeSpan.FromDays(5));
        MerchantInitiated = Read(nameof(MerchantInitiated), TimeSpan.FromDays(5));
        LodgingAndRental = Read(nameof(LodgingAndRental), TimeSpan.FromDays(30));
        Fuel = Read(nameof(Fuel), TimeSpan.FromHours(2));
        MastercardFinal = Read(nameof(MastercardFinal), TimeSpan.FromDays(7));
        MastercardPreauthorization = Read(nameof(MastercardPreauthorization), TimeSpan.FromDays(30));
    }

    public TimeSpan CardNotPresent { get; }

    public TimeSpan CardPresent { get; }

    public TimeSpan MerchantInitiated { get; }

    public TimeSpan LodgingAndRental { get; }

    public TimeSpan Fuel { get; }

    public TimeSpan MastercardFinal { get; }

    public TimeSpan MastercardPreauthorization { get; }

    /// <param name="purchase">The purchase.</param>
    /// <param name="bin">The card's product. On Mastercard, categories with a final price unknown at first are pre-authorizations.</param>
    public TimeSpan Of(Purchase purchase, Bin bin) =>
        MccGroups.IsFuelPump(purchase.Mcc) ? Fuel
        : MccGroups.IsLodgingOrRental(purchase.Mcc) ? bin.IsMastercard ? MastercardPreauthorization : LodgingAndRental
        : bin.IsMastercard ? MastercardFinal
        : purchase.IsCardPresent ? CardPresent
        : purchase.IsRecurring ? MerchantInitiated
        : CardNotPresent;

    private TimeSpan Read(string name, TimeSpan usual)
    {
        if (configuration?[name] is not { } text)
        {
            return usual;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var window) && window > TimeSpan.Zero
            ? window
            : throw new RemedyException($"{Section}:{name} is '{text}'; it is a time span above zero, such as 10.00:00:00.");
    }
}
