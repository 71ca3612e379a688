namespace Cryptocardium.Cards.Domain;

/// <summary>Why a purchase is declined, and how the network is told.</summary>
/// <param name="Reason">The reason on the wire.</param>
/// <param name="Code">ISO 8583 field 39 on Visa.</param>
/// <param name="MastercardCode">The same on Mastercard.</param>
/// <param name="RetryCategory">What the merchant may do: 1 never retry, 2 later, 3 with corrected data, 4 other.</param>
/// <param name="Message">For people.</param>
internal sealed record Decline(string Reason, string Code, string MastercardCode, int RetryCategory, string Message)
{
    public string CodeOn(Bin bin) => bin.IsMastercard ? MastercardCode : Code;
}
