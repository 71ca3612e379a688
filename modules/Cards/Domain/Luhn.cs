namespace Cryptocardium.Cards.Domain;

// The check digit of card numbers (ISO/IEC 7812-1, annex B).
internal static class Luhn
{
    /// <summary>The digit that completes the given digits to a valid number.</summary>
    public static char CheckDigit(ReadOnlySpan<char> digits) => (char)('0' + (10 - Sum(digits, doubled: true)) % 10);

    public static bool IsValid(ReadOnlySpan<char> digits) => Sum(digits, doubled: false) == 0;

    // Counted from the right, every second digit is doubled and its digits are added.
    private static int Sum(ReadOnlySpan<char> digits, bool doubled)
    {
        var sum = 0;
        for (var i = digits.Length - 1; i >= 0; i--, doubled = !doubled)
        {
            var digit = digits[i] - '0';
            sum += !doubled ? digit : digit < 5 ? 2 * digit : 2 * digit - 9;
        }

        return sum % 10;
    }
}
