namespace Cryptocardium.Host.Startup;

// A setting of the product.
/// <param name="Key">The key, with colons. The README describes it.</param>
/// <param name="MustBe">The accepted values in words; null if the code that reads the setting checks it.</param>
/// <param name="Accepts">Whether a value is accepted.</param>
internal sealed record Setting(string Key, string? MustBe = null, Func<string, bool>? Accepts = null)
{
    /// <summary>Whether messages must not repeat the value.</summary>
    public bool IsSecret { get; init; }

    /// <returns>The sentence about a value that is not accepted; null if it is.</returns>
    public string? Refusal(string value) => Accepts is null || Accepts(value) ? null
        : IsSecret ? $"{Key} cannot be read; it must be {MustBe}."
        : $"{Key} is '{value}'; it must be {MustBe}.";
}
