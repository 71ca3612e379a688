namespace Cryptocardium.Cards.Domain;

/// <summary>A reason to decline a purchase, with its codes.</summary>
/// <param name="Reason">The reason in the API.</param>
/// <param name="Code">ISO 8583 field 39 on Visa.</param>
/// <param name="MastercardCode">ISO 8583 field 39 on Mastercard.</param>
/// <param name="RetryCategory">The merchant's options, of <see cref="RetryCategories"/>.</param>
/// <param name="Message">The message for people.</param>
internal sealed record Decline(string Reason, string Code, string MastercardCode, string RetryCategory, string Message)
{
    public string CodeOn(Bin bin) => bin.IsMastercard ? MastercardCode : Code;
}
