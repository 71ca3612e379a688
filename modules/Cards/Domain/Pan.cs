using Cryptocardium.Kernel;

namespace Cryptocardium.Cards.Domain;

// A card number: the BIN, a random account number and the check digit.
internal static class Pan
{
    public const int Digits = 16;
    public const int LastDigits = 4;

    private const int Group = 4;

    public static Secret<string> Draw(string bin, IdSource random)
    {
        Span<char> digits = stackalloc char[Digits];
        bin.CopyTo(digits);
        for (var i = bin.Length; i < Digits - 1; i++)
        {
            digits[i] = (char)('0' + random.Below(10));
        }

        digits[^1] = Luhn.CheckDigit(digits[..^1]);
        return new Secret<string>(new string(digits));
    }

    public static string Last4(Secret<string> pan) => pan.Reveal()[^LastDigits..];

    /// <summary>The number in four groups of four, as printed on the card.</summary>
    public static Secret<string> Grouped(Secret<string> pan) =>
        new(string.Join(' ', pan.Reveal().Chunk(Group).Select(group => new string(group))));
}
