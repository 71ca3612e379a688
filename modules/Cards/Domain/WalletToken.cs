using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;

namespace Cryptocardium.Cards.Domain;

// A card in a mobile wallet on one device. A token belongs to the card, not to its number, so it moves to a replacement.
internal sealed class WalletToken : IOfCard
{
    /// <summary>The maximum of active tokens per card.</summary>
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

    /// <summary>Removes the card from the device. A repetition has no effect.</summary>
    public void Remove(DateTimeOffset now)
    {
        if (!IsRemoved)
        {
            IsRemoved = true;
            UpdatedAt = now;
        }
    }
}
