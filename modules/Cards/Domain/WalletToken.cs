using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A card in a mobile wallet on one device. It stands for the card and not for its number: a replacement takes it over.
internal sealed class WalletToken : IOfCard
{
    /// <summary>Devices that a card is on at once.</summary>
    public const int LimitOfCard = 10;

    public required string Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Mode Mode { get; init; }

    public required string CardId { get; set; }

    public required string Wallet { get; init; }

    public string? DeviceName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public bool IsRemoved { get; private set; }

    /// <summary>Takes the card off the device; a second time changes nothing.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (!IsRemoved)
        {
            IsRemoved = true;
            UpdatedAt = now;
        }
    }
}
